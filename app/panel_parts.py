"""Pieces that every panel is built from, so that all look alike."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from app.core_sentences import core_tr
from app.translation import tr

MARGIN = 12
GAP = 10
LEAST_WIDTH = 80
TEXT_INSET = 3
_LOOK_AGAIN = QEvent.Type(QEvent.registerEventType())


def scrolled(panel: QWidget) -> QVBoxLayout:
    """Give a panel a vertical scroll area and return the layout of its content."""
    content = QWidget()
    layout = QVBoxLayout(content)
    layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
    layout.setSpacing(GAP)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the focus of what it holds
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    outer = QVBoxLayout(panel)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    return layout


def form_rows() -> QFormLayout:
    """A form with aligned labels and fields that fill the width."""
    rows = QFormLayout()
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setHorizontalSpacing(12)
    rows.setVerticalSpacing(6)
    rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return rows


class Words(QLabel):
    """A wrapped sentence that takes just the height it needs at the width it has.

    What the core says is shown in the reader's language.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(core_tr(text), parent)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def setText(self, text: str) -> None:
        super().setText(core_tr(text))
        self._look_again()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
        self._look_again()

    def customEvent(self, event: QEvent) -> None:
        if event.type() == _LOOK_AGAIN and self._is_cut:
            self.updateGeometry()

    @property
    def _is_cut(self) -> bool:
        return self.isVisible() and self.height() < self.heightForWidth(self.width())

    def _look_again(self) -> None:
        """A form lays its rows out by the heights of before; asked once more, it has the new."""
        if self._is_cut:
            QCoreApplication.postEvent(self, QEvent(_LOOK_AGAIN))


def heading(text: str) -> Words:
    """The title of a group of rows."""
    label = Words(text)
    label.setProperty("title", True)
    return label


def button(name: str, text: str, tip: str = "") -> QPushButton:
    """A named button; the tip says more than its few words do."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    return made


def file_dialog(parent: QWidget, name: str, title: str, start: Path) -> QFileDialog:
    """A dialog that does not hold up the slot that opens it; ``fileSelected`` is its answer."""
    dialog = QFileDialog(parent, title, str(start))
    dialog.setObjectName(name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def csv_dialog(parent: QWidget, name: str, title: str, folder: Path, file_name: str) -> QFileDialog:
    """The same for a table to be saved, not yet open."""
    dialog = file_dialog(parent, name, title, folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(tr("Table (*.csv)"))
    dialog.selectFile(file_name)
    return dialog


class NameBox(QComboBox):
    """A list of names; one too long is cut in the middle, for its end tells it from others."""

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = option.fontMetrics.elidedText(
            self.currentText() or self.placeholderText(),
            Qt.TextElideMode.ElideMiddle,
            field.width() - 2 * TEXT_INSET,
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


def combo_box(name: str) -> QComboBox:
    """A list to choose from that never widens its panel, however long the names in it."""
    combo = NameBox()
    combo.setObjectName(name)
    combo.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(12)
    combo.setMinimumWidth(LEAST_WIDTH)
    return combo


def muted(name: str, text: str = "") -> Words:
    """A line of explanation; may be selected and copied."""
    label = Words(text)
    label.setObjectName(name)
    label.setProperty("muted", True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def listed(first: str, sentences: Sequence[str]) -> str:
    """A sentence, then each of the others on a line of its own, written as sentences are.

    >>> listed("Done.", ("the spacing is unknown", "02.nii has 1 slice")).splitlines()
    ['Done.', '• The spacing is unknown.', '• 02.nii has 1 slice.']
    """
    return "\n".join((first, *(f"• {_as_sentence(sentence)}" for sentence in sentences)))


def _as_sentence(text: str) -> str:
    word = text.split(maxsplit=1)[0] if text.strip() else ""
    if word.isalpha():  # else perhaps the name of a file
        text = text[0].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def row_of(layout: QLayout) -> QWidget:
    """A widget around a layout, so that it can be hidden as one."""
    widget = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    widget.setLayout(layout)
    return widget
