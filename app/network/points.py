"""The five points to confirm of a network, each with a tick or a reason, and what it costs."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app import theme
from app.network.saying import say
from app.network.work import Measured, NetworkDescribed
from app.panel_parts import Words, heading, muted
from app.translation import tr
from unet_core.network_points import Point, points_of
from unet_core.network_shape import NetworkFacts, count_words
from unet_core.network_words import cost_words

MARK_PX = 18
COUNT = 5


class PointsView(QWidget):
    """What to confirm before trusting the network, and what it takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[Point, ...] = ()
        self._marks: list[QLabel] = []
        self._texts: list[Words] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row in range(COUNT):
            mark, text = QLabel(), Words()
            mark.setFixedWidth(MARK_PX)
            text.setObjectName(f"network_point_{row}")
            text.setTextFormat(Qt.TextFormat.RichText)
            grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, row, 1)
            self._marks.append(mark)
            self._texts.append(text)
        self.cost = muted("network_cost")
        self.measured = muted("network_measured")
        self.spot_title = heading("")
        self.spot = muted("network_spot")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(8)
        layout.addWidget(heading(tr("What to confirm")))
        layout.addLayout(grid)
        layout.addSpacing(6)
        layout.addWidget(heading(tr("What it takes")))
        layout.addWidget(self.cost)
        layout.addWidget(self.measured)
        layout.addSpacing(6)
        layout.addWidget(self.spot_title)
        layout.addWidget(self.spot)
        layout.addStretch(1)
        theme.wearing.changed.connect(self._mark)

    def show_network(self, described: NetworkDescribed | None) -> None:
        """Say what there is to say; nothing while nothing is known."""
        facts = described.facts if described else None
        self._points = points_of(facts, say) if facts else ()
        for place, text in enumerate(self._texts):
            point = self._points[place] if place < len(self._points) else None
            text.setText(f"<b>{point.name}</b><br>{point.sentence}" if point else "")
        self._mark()
        self.cost.setText(cost_words(facts, say) if facts else "")
        measured = described.measured if described else None
        self.measured.setText(measured_words(facts, measured) if facts else "")
        self.show_spot("", "")

    @Slot(str, str)
    def show_spot(self, title: str, text: str) -> None:
        """Details of the part of the drawing that is pointed at."""
        self.spot_title.setText(title or tr("Details of a block"))
        self.spot.setText(
            text or tr("Point at a block of the drawing, or go there with the arrows.")
        )

    @Slot()
    def _mark(self) -> None:
        for mark, point in zip(self._marks, self._points, strict=False):
            name = "status_done" if point.is_met else "warning"
            colour = theme.GOOD if point.is_met else theme.WARNING
            mark.setPixmap(theme.coloured_icon(name, colour).pixmap(MARK_PX, MARK_PX))
            mark.setAccessibleName(tr("confirmed") if point.is_met else tr("look at this"))


def measured_words(facts: NetworkFacts, measured: Measured | None) -> str:
    """What was measured, beside what was counted."""
    if measured is None:
        return tr(
            "How long that takes on this computer is measured by Plan settings… and by Rehearse."
        )
    rate = count_words(measured.slices_s * facts.training_operations)
    speed = f"{measured.slices_s:.3g}"
    text = (
        tr(
            "Measured in this run: {speed} slices learned a second, which is {rate} operations a "
            "second.",
            speed=speed,
            rate=rate,
        )
        if measured.is_run
        else tr(
            "Measured for the plan: {speed} slices learned a second, which is {rate} operations a "
            "second.",
            speed=speed,
            rate=rate,
        )
    )
    if measured.memory_mb:
        text += " " + tr(
            "Largest memory of the whole process, libraries and scans included: {memory} MB.",
            memory=f"{measured.memory_mb:.0f}",
        )
    return text
