"""What is to be compared: two folders, a run, or two readers."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.evaluation_work import Asked, Kind
from app.panel_parts import button, combo_box, file_dialog, form_rows, muted
from app.settings import Settings
from app.translation import tr

KINDS: tuple[tuple[Kind, str, str], ...] = (
    (
        "folders",
        tr("Predictions against references"),
        tr(
            "Two folders of masks. Masks of one scan have the same name or number: "
            "segmentation-04 belongs to volume-04."
        ),
    ),
    (
        "run",
        tr("The validation patients of a run"),
        tr(
            "The best model of the run draws the patients it did not learn from; what it draws is "
            "kept in the folder of the run."
        ),
    ),
    (
        "readers",
        tr("Two readers of the same cases"),
        tr(
            "Two folders of masks by two people. None is the reference, so only numbers that hold "
            "both ways are shown; they tell how good a network can be expected to be."
        ),
    ),
)
TITLES: dict[Kind, tuple[str, str]] = {
    "folders": (tr("References"), tr("Predictions")),
    "run": (tr("Run"), tr("Predictions")),
    "readers": (tr("First reader"), tr("Second reader")),
}


class FolderField(QWidget):
    """A folder that is typed, or chosen in a dialog."""

    changed = Signal()

    def __init__(self, name: str, tip: str, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._name = name
        self.line = QLineEdit()
        self.line.setObjectName(name)
        self.line.setToolTip(tip)
        self.line.setAccessibleName(tip)
        self.line.setClearButtonEnabled(True)
        self.choose = button(f"{name}_choose", tr("Choose…"), tip)
        self.choose.setAutoDefault(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.choose)
        self.line.textChanged.connect(self._on_typed)
        self.choose.clicked.connect(self._on_choose)

    @property
    def path(self) -> Path | None:
        """The folder; None while nothing is typed."""
        text = self.line.text().strip()
        return Path(text) if text else None

    def set_path(self, path: Path | None) -> None:
        """Put another folder there."""
        self.line.setText("" if path is None else str(path))

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self.changed.emit()

    @Slot()
    def _on_choose(self) -> None:
        start = self.path or self._settings.last_folder
        dialog = file_dialog(self, f"{self._name}_dialog", self.line.toolTip(), start)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        self._settings.last_folder = Path(name)
        self.line.setText(name)


class SourcesForm(QWidget):
    """Asks for folders; tells whether there is enough to begin.

    Signals:
        changed: Something was chosen.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = combo_box("evaluation_kind")
        for kind, title, _ in KINDS:
            self.kind.addItem(title, kind)
        self.reference = FolderField(
            "evaluation_reference", tr("The folder of the reference masks"), settings
        )
        self.prediction = FolderField(
            "evaluation_prediction", tr("The folder of the masks to be judged"), settings
        )
        self.images = FolderField(
            "evaluation_images",
            tr("The folder of the scans, where they do not lie beside the references"),
            settings,
        )
        self.images.line.setPlaceholderText(
            tr("Only if they do not lie beside the references: to open cases, and for contrasts")
        )
        self._words = muted("evaluation_kind_words")
        self._titles = {field: QLabel() for field in (self.reference, self.prediction, self.images)}
        self._titles[self.images].setText(tr("Scans"))
        rows: QFormLayout = form_rows()
        rows.addRow(tr("Compare"), self.kind)
        for field, label in self._titles.items():
            label.setBuddy(field.line)
            rows.addRow(label, field)
            field.changed.connect(self.changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(rows)
        layout.addWidget(self._words)  # as a row of the form, it would keep the room of hidden ones
        self._rows = rows
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self._show_kind()

    @property
    def asked(self) -> Asked | None:
        """What is to be compared; None while something is missing."""
        reference, prediction = self.reference.path, self.prediction.path
        kind: Kind = self.kind.currentData()
        if reference is None or (kind != "run" and prediction is None):
            return None
        if kind == "run":
            return Asked(kind, reference)
        return Asked(kind, reference, prediction, self.images.path)

    @property
    def is_empty(self) -> bool:
        """Whether nobody has chosen anything yet."""
        return not any(field.path for field in self._titles)

    def show_words(self, is_wordy: bool) -> None:
        """Explain what is compared, or leave the room to what was found."""
        self._words.setVisible(is_wordy)

    def set_asked(self, asked: Asked) -> None:
        """Fill in what shall be compared."""
        with QSignalBlocker(self.kind):
            self.kind.setCurrentIndex(self.kind.findData(asked.kind))
        self._show_kind()
        self.reference.set_path(asked.reference)
        self.prediction.set_path(asked.prediction)
        self.images.set_path(asked.images)

    @Slot(int)
    def _on_kind_changed(self, _index: int) -> None:
        self._show_kind()
        self.changed.emit()

    def _show_kind(self) -> None:
        kind: Kind = self.kind.currentData()
        for field, title in zip((self.reference, self.prediction), TITLES[kind], strict=True):
            self._titles[field].setText(title)
        for field in (self.prediction, self.images):
            self._rows.setRowVisible(field, kind != "run")
        self._words.setText(next(words for one, _, words in KINDS if one == kind))
