"""The views of the second scan, one plane at a time, or how to open one."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.translation import tr
from app.viewer.planes import PLANES, Plane
from app.viewer.second_scan import LinkedViews, SecondScan
from app.viewer.slice_panel import SlicePanel
from app.viewer.slice_view import SliceView

EMPTY_TEXT = tr(
    "A second scan is shown here, at the same place of the patient: an earlier examination, "
    "or another phase."
)


class SecondPanel(QStackedWidget):
    """One cell beside the first scan's.

    Attributes:
        panels: By plane, objectName ``panel_second_<plane>``; their views are
            ``view_second_<plane>``.

    Signals:
        maximise_requested: A view asks to be shown alone, or all again.
        open_requested: A second scan is asked for.
    """

    maximise_requested = Signal()
    open_requested = Signal()

    def __init__(
        self, second: SecondScan, firsts: dict[Plane, SlicePanel], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel_second")
        self._second = second
        self._plane: Plane = "axial"
        self._links: list[QObject] = []
        self.panels: dict[Plane, SlicePanel] = {}
        for plane in PLANES:
            panel = SlicePanel(second.session, plane, name=f"second_{plane}")
            panel.maximise_requested.connect(self.maximise_requested)
            self.panels[plane] = panel
            self.addWidget(panel)
            self._links.append(LinkedViews(second, firsts[plane].view, panel.view))
        self._empty = self._empty_page()
        self.addWidget(self._empty)
        second.changed.connect(self._refresh)
        self._refresh()

    @property
    def views(self) -> dict[Plane, SliceView]:
        """Its views by plane."""
        return {plane: panel.view for plane, panel in self.panels.items()}

    def show_plane(self, plane: Plane) -> None:
        """Show one plane of the second scan."""
        self._plane = plane
        self._refresh()

    def show_maximised(self, maximised: bool) -> None:
        """Let the header's button say what it will do."""
        for panel in self.panels.values():
            panel.show_maximised(maximised)

    def reset_view(self) -> None:
        """Fit its slices."""
        for view in self.views.values():
            view.reset_view()

    def _empty_page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("second_empty")
        text = QLabel(EMPTY_TEXT)
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        button = QPushButton(tr("Open second scan…"))
        button.setObjectName("second_open")
        button.clicked.connect(self._on_open)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(text)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return page

    @Slot()
    def _on_open(self) -> None:
        self.open_requested.emit()

    @Slot()
    def _refresh(self) -> None:
        volume = self._second.volume
        self.setCurrentWidget(self._empty if volume is None else self.panels[self._plane])
        for panel in self.panels.values():
            panel.set_scan_name("" if volume is None else volume.name)
