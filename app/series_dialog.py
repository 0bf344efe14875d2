"""Which series of a DICOM folder: a list to choose from, without holding up the window."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from unet_core.events import Series


class SeriesDialog(QDialog):
    """Lists the series of a folder, the one with most slices chosen.

    Signals:
        chosen: The paths asked for and the uid of the series.
    """

    chosen = Signal(object, str)

    def __init__(
        self, paths: tuple[Path, ...], series: Sequence[Series], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("series_dialog")
        self.setWindowTitle("Choose a series")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        self._paths = paths
        count = len(series)
        words = QLabel(f"{paths[0].name} holds {count} series. Which one should be opened?")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self._list = QListWidget()
        self._list.setObjectName("series_list")
        self._list.setAccessibleName("Series in the folder")
        for one in series:
            item = QListWidgetItem(describe_series(one))
            item.setData(Qt.ItemDataRole.UserRole, one.uid)
            self._list.addItem(item)
        self._list.setCurrentRow(max(range(count), key=lambda i: series[i].slices))
        self._list.itemActivated.connect(self.accept)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(self._list, 1)
        layout.addWidget(buttons)
        self.accepted.connect(self._on_accepted)

    @Slot()
    def _on_accepted(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.chosen.emit(self._paths, str(item.data(Qt.ItemDataRole.UserRole)))


def describe_series(series: Series) -> str:
    """One line: what it is and how many slices.

    >>> describe_series(Series("1.2", "portal venous", "CT", 41))
    'portal venous   ·   CT   ·   41 slices'
    """
    what = series.description or "without a description"
    slices = "1 slice" if series.slices == 1 else f"{series.slices} slices"
    return f"{what}   ·   {series.modality or 'unknown kind'}   ·   {slices}"
