"""The sheet of keys and mouse, made from the table of actions, and what Slicewise is."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from app import theme
from app.actions import ACTIONS
from app.version import app_version

MOUSE = (
    ("Wheel", "next or previous slice"),
    ("Ctrl + wheel, right drag", "zoom"),
    ("Middle drag, Shift + left drag", "pan"),
    ("Left drag", "move the crosshair, or window/level in that mode"),
    ("Shift + move", "crosshair in all views"),
    ("Double-click", "one view alone, and back"),
    ("Right-click", "window presets and how the view is drawn"),
)
VIEW_KEYS = (
    ("↑ ↓ ← →, PgUp, PgDn, B, F", "next or previous slice; with Shift five at once"),
    ("Home, End", "first or last slice"),
    ("A, D", "masks weaker or stronger"),
    ("X", "crosshair shown or hidden in this view"),
)


class Page(QDialog):
    """A page of text that does not hold up the window."""

    def __init__(self, name: str, title: str, html: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 620)
        text = QTextBrowser()
        text.setObjectName(f"{name}_text")
        text.setOpenLinks(False)
        text.setHtml(html)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(text)
        layout.addWidget(buttons)


def shortcuts_html() -> str:
    """Every key of the table of actions, then keys and mouse over a view."""
    native = QKeySequence.SequenceFormat.NativeText
    keys = [
        (", ".join(QKeySequence(key).toString(native) for key in row.keys), row.tip)
        for row in ACTIONS
        if row.keys
    ]
    return "".join(
        (
            _table("Mouse over a view", MOUSE),
            _table("Keys over a view", VIEW_KEYS),
            _table("Keys everywhere", tuple(keys)),
        )
    )


def about_html() -> str:
    """What it is, which version, and what it is not."""
    return (
        f"<h2>Slicewise {escape(app_version())}</h2>"
        "<p>Open a CT, lay a tumour mask over it, press Train. A U-Net learns on this computer "
        "while you keep reading, and every slice shows its Dice.</p>"
        "<p>Nothing leaves this computer: no scan, no mask, no model and no count of anything is "
        "sent anywhere.</p>"
        "<p>For research and teaching. Slicewise is not a medical device, and what a model draws "
        "is no diagnosis.</p>"
    )


def _table(title: str, rows: tuple[tuple[str, str], ...]) -> str:
    cells = "".join(
        f"<tr><td style='padding:3px 16px 3px 0; color:{theme.ACCENT}'><b>{escape(keys)}</b></td>"
        f"<td style='padding:3px 0'>{escape(what)}</td></tr>"
        for keys, what in rows
    )
    return f"<h3>{escape(title)}</h3><table>{cells}</table>"
