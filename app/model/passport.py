"""What a model is, in words: where from, what from, how it draws."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from app.core_sentences import core_tr
from app.panel_parts import GAP, LEAST_WIDTH, MARGIN, Words, form_rows, heading, muted
from unet_core.model_facts import ModelCard

HEADING_WIDTH = 120
HASH_LENGTH = 32


class PassportView(QWidget):
    """Groups of headings and values; values can be selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("model_passport")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._layout.setSpacing(GAP)
        self._layout.addStretch(1)
        self._shown: list[QWidget] = []

    def show_card(self, card: ModelCard | None) -> None:
        """Show a model, or nothing while one is read."""
        for widget in self._shown:
            self._layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []
        for title, lines in card.groups if card is not None else ():
            head = heading(title)
            head.setContentsMargins(0, GAP if self._shown else 0, 0, 0)
            self._add(head)
            block = QWidget()
            rows = form_rows()
            rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
            for name, text in lines:
                rows.addRow(_name_of(name), _value(name, text))
            block.setLayout(rows)
            self._add(block)

    def text(self) -> str:
        """All that is shown, a line each."""
        return "\n".join(text for widget in self._shown for text in _texts_of(widget))

    def _add(self, widget: QWidget) -> None:
        self._layout.insertWidget(len(self._shown), widget)
        self._shown.append(widget)


def _name_of(text: str) -> Words:
    label = muted("", text)
    label.setFixedWidth(HEADING_WIDTH)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label


def _value(name: str, text: str) -> QWidget:
    """A sentence; a hash in a line of its own that can be copied as it is."""
    if len(text) >= HASH_LENGTH and " " not in text:
        line = QLineEdit(text)
        line.setAccessibleName(core_tr(name))
        line.setReadOnly(True)
        line.setCursorPosition(0)
        line.setMinimumWidth(LEAST_WIDTH)
        return line
    label = Words(core_tr(text))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label


def _texts_of(widget: QWidget) -> list[str]:
    """What a heading, or a block of rows, says."""
    if isinstance(widget, Words):
        return [widget.text()]
    rows = widget.layout()
    found = []
    for place in range(rows.count() if rows is not None else 0):
        item = rows.itemAt(place) if rows is not None else None
        child = item.widget() if item is not None else None
        if isinstance(child, (Words, QLineEdit)):
            found.append(child.text())
    return found
