"""The line above a view: its colour, its title, and small buttons at the right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.translation import tr

COLOUR_BAR_PX = 3
HEADER_PX = 24


class HeaderButton(QToolButton):
    """A flat button that takes no keyboard: keys in a view do the same."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAutoRaise(True)
        self.setStyleSheet(
            "QToolButton { padding: 2px; } QToolButton::menu-indicator { image: none; }"
        )
        self.setIconSize(QSize(14, 14))
        self.setFixedSize(22, 22)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class MaximiseButton(HeaderButton):
    """Shows a view alone, or all of them again.

    Args:
        name: The view's, as in ``maximise_<name>``.
        title: What it is called aloud.
        what: What is shown alone: a view, a page.
    """

    def __init__(self, name: str, title: str, what: str = "view") -> None:
        super().__init__(f"maximise_{name}")
        self.setAccessibleName(tr("Maximise {title}", title=title))
        self._alone = tr("Show this {what} alone (double-click)", what=what)
        self.show_maximised(False)

    def show_maximised(self, maximised: bool) -> None:
        """Say what it will do."""
        self.setIcon(theme.view_icon("four_up" if maximised else "one_up"))
        self.setToolTip(tr("Show all views (double-click)") if maximised else self._alone)


def add_header(
    column: QVBoxLayout, title: QLabel, colour: str, bar_colour: str = ""
) -> QHBoxLayout:
    """Begin an empty column with a bar and the title; the layout in which buttons may follow."""
    bar = QFrame()
    bar.setFixedHeight(COLOUR_BAR_PX)
    bar.setStyleSheet(f"background-color: {bar_colour or colour};")
    header = QWidget()
    header.setFixedHeight(HEADER_PX)
    title.setStyleSheet(f"color: {colour}; font-weight: 600;")
    row = QHBoxLayout(header)
    row.setContentsMargins(8, 0, 2, 0)
    title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    row.addWidget(title, 1)  # a long name makes no view wider than the others
    font = title.font()
    font.setBold(True)
    title.setMinimumWidth(QFontMetrics(font).horizontalAdvance(title.text()))
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(bar)
    column.addWidget(header)
    return row
