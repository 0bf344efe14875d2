"""The fourth cell beside the three planes: the masks in 3D, or the case in words."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.session import Session
from app.translation import tr
from app.viewer.case_card import CaseCard
from app.viewer.surface_view import View3D
from app.viewer.view_header import COLOUR_BAR_PX, HEADER_PX, MaximiseButton, add_header

TAB_PX = 20
"""With the space around it as high as the sliders under the other views."""


class SparePanel(QWidget):
    """Two pages and a tab for each; until one is chosen, 3D shows as soon as there is a mask.

    Attributes:
        card: The case in words.
        view_3d: The masks as surfaces.

    Signals:
        maximise_requested: One of the pages asks to be shown alone, or all again.
    """

    maximise_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel_3d")
        self._session = session
        self._is_chosen = False
        self.card = CaseCard(session)
        self.view_3d = View3D(session)
        self._case = _CasePage(self.card)
        self._stack = QStackedWidget()
        self._tabs = QButtonGroup(self)
        row = QHBoxLayout()
        row.setContentsMargins(6, 2, 6, 2)
        row.setSpacing(2)
        for name, title, page in (("3d", "3D", self.view_3d), ("case", tr("Case"), self._case)):
            tab = QToolButton()
            tab.setObjectName(f"page_{name}")
            tab.setText(title)
            tab.setCheckable(True)
            tab.setAutoRaise(True)
            tab.setStyleSheet("padding: 0 8px;")
            tab.setFixedHeight(TAB_PX)
            self._tabs.addButton(tab, self._stack.addWidget(page))
            row.addWidget(tab)
            page.maximise_requested.connect(self.maximise_requested)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addLayout(row)
        self._tabs.idClicked.connect(self._on_tab)
        session.volume_changed.connect(self._choose_page)
        session.layers_changed.connect(self._choose_page)
        self._choose_page()

    @property
    def shows_3d(self) -> bool:
        """Whether the 3D view is in front."""
        return self._stack.currentWidget() is self.view_3d

    def show_3d(self, is_on: bool) -> None:
        """Bring the 3D view or the case to the front."""
        page: QWidget = self.view_3d if is_on else self._case
        self._stack.setCurrentWidget(page)
        self._tabs.button(self._stack.currentIndex()).setChecked(True)

    def show_maximised(self, maximised: bool) -> None:
        """Let the headers' buttons say what they will do."""
        self.view_3d.show_maximised(maximised)
        self._case.show_maximised(maximised)

    def reset_view(self) -> None:
        """Show the surfaces as at first."""
        self.view_3d.reset_view()

    def close_jobs(self) -> None:
        """Stop what runs beside the window."""
        self.card.close_jobs()
        self.view_3d.close_jobs()

    @Slot(int)
    def _on_tab(self, index: int) -> None:
        self._is_chosen = True
        self._stack.setCurrentIndex(index)

    @Slot()
    def _choose_page(self) -> None:
        if not self._is_chosen:
            self.show_3d(bool(self._session.layers))


class _CasePage(QWidget):
    """The card in a frame like those of the views."""

    maximise_requested = Signal()

    def __init__(self, card: CaseCard) -> None:
        super().__init__()
        self._maximise = MaximiseButton("case", tr("the case"), "page")
        self._maximise.clicked.connect(self._on_maximise)
        column = QVBoxLayout(self)
        colours = theme.views
        row = add_header(column, QLabel(tr("Case")), colours.MUTED, bar_colour=colours.BORDER)
        row.addWidget(self._maximise)
        column.addWidget(card, 1)

    def show_maximised(self, maximised: bool) -> None:
        self._maximise.show_maximised(maximised)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.position().y() < COLOUR_BAR_PX + HEADER_PX:
            self._on_maximise()

    @Slot()
    def _on_maximise(self) -> None:
        self.maximise_requested.emit()
