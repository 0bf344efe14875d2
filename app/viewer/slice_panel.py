"""A view in its frame: the plane's name and colour, where the slice lies, slider and scores."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.comparing import MOST_REGIONS, few_regions, region_shown
from app.session import Session
from app.translation import tr
from app.viewer.dice_strip import DiceStrip
from app.viewer.planes import PLANES, Plane
from app.viewer.readout import slice_position_text
from app.viewer.slice_slider import SliceSlider
from app.viewer.slice_view import SliceView
from app.viewer.view_header import (
    COLOUR_BAR_PX,
    HEADER_PX,
    HeaderButton,
    MaximiseButton,
    add_header,
)
from unet_core.case_names import stem

HEADER_REST_PX = 84
NAME_ROOM_PX, LEAST_NAME_PX = 80, 48
"""What a scan's name is to have before the place is written, and before the plane's name gives way.
"""
SLIDER_MARGIN_PX = 4


class SlicePanel(QWidget):
    """One of the three planes with all that belongs to it.

    Attributes:
        view: The SliceView.
        slider: The SliceSlider, objectName ``slider_<plane>``.
        strip: The DiceStrip of the axial panel; None in the others.

    Signals:
        maximise_requested: The button in the header, or a double-click, asks for this view alone,
            or for all again.
        play_requested: The button in the header asks for the slices in turn, or to stop.
    """

    maximise_requested = Signal()
    play_requested = Signal()

    def __init__(
        self, session: Session, plane: Plane, parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(parent)
        name = name or plane
        self.setObjectName(f"panel_{name}")
        self._session = session
        self._plane = PLANES[plane]
        self.view = SliceView(session, plane)
        self.view.setObjectName(f"view_{name}")
        self.slider = SliceSlider()
        self.slider.setObjectName(f"slider_{name}")
        self.slider.setAccessibleName(tr("{plane} slice", plane=self._plane.title))
        self._position_label = QLabel()
        self._position_label.setObjectName(f"position_{name}")
        self._position_label.setMinimumWidth(1)  # a narrow view does without it
        self._play = HeaderButton(f"play_{name}")
        self._maximise = MaximiseButton(name, self._plane.title)
        self.strip = DiceStrip() if name == "axial" else None
        self._play_menu: QMenu | None = None
        self._scan_name = self._position = ""
        self._slider_row = QHBoxLayout()
        self._lay_out()
        self._connect()
        self.show_playing(False)
        self._on_volume_changed()
        self._on_scores_changed()

    def show_maximised(self, maximised: bool) -> None:
        """Let the header's button say what it will do."""
        self._maximise.show_maximised(maximised)

    def show_playing(self, playing: bool) -> None:
        """Let the play button say what it will do."""
        self._play.setIcon(theme.view_icon("pause" if playing else "play"))
        self._play.setToolTip(
            tr("Stop here (K)") if playing else tr("Play the slices (K); right-click for the pace")
        )
        self._play.setAccessibleName(tr("Play {plane} slices", plane=self._plane.title))

    def set_scan_name(self, name: str) -> None:
        """Write the scan's name beside the plane's, where two scans are open."""
        self._scan_name = name
        self._fit_position()

    def set_play_menu(self, menu: QMenu) -> None:
        """Let the slices be played; a right click on the button opens this menu."""
        self._play_menu = menu
        self._on_volume_changed()

    def _lay_out(self) -> None:
        self._title = QLabel(self._plane.title)
        self._play.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._slider_row.addWidget(self.slider)
        column = QVBoxLayout(self)
        row = add_header(column, self._title, self._plane.colour)
        row.addWidget(self._position_label)
        row.addWidget(self._play)
        row.addWidget(self._maximise)
        column.addWidget(self.view, 1)
        column.addLayout(self._slider_row)
        if self.strip is not None:
            self.strip.setObjectName("slice_dice_strip")
            column.addWidget(self.strip)

    def _connect(self) -> None:
        self._maximise.clicked.connect(self._on_maximise)
        self._play.clicked.connect(self._on_play)
        self._play.customContextMenuRequested.connect(self._on_play_menu)
        self.view.maximise_requested.connect(self._on_maximise)
        self.slider.valueChanged.connect(self._go_to)
        self.slider.sliderMoved.connect(self._show_position)
        self._session.volume_changed.connect(self._on_volume_changed)
        self._session.cursor_changed.connect(self._on_cursor_changed)
        if self.strip is not None:
            self.strip.slice_clicked.connect(self._go_to)
            self.slider.resized.connect(self._align_strip)
            self._session.slice_scores_changed.connect(self._on_scores_changed)
            self._session.compare_changed.connect(self._on_region_changed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On the header, for whoever tries there."""
        if event.position().y() < COLOUR_BAR_PX + HEADER_PX:
            self._on_maximise()

    @Slot()
    def _on_maximise(self) -> None:
        self.maximise_requested.emit()

    @Slot()
    def _on_play(self) -> None:
        self.play_requested.emit()

    @Slot(QPoint)
    def _on_play_menu(self, position: QPoint) -> None:
        if self._play_menu is not None:
            self._play_menu.popup(self._play.mapToGlobal(position))

    @Slot(int)
    def _show_position(self, value: int) -> None:
        """Beside the handle while it is dragged, where the eye is."""
        here = QPoint(round(self.slider.x_of(value)), -2 * self.slider.height())
        QToolTip.showText(self.slider.mapToGlobal(here), self.slider.toolTip(), self.slider)

    @Slot(int)
    def _go_to(self, position: int) -> None:
        self.view.step(position - self.view.position)

    @Slot()
    def _on_volume_changed(self) -> None:
        has_scan = self._session.volume is not None
        self._maximise.setVisible(has_scan)
        self._play.setVisible(self._play_menu is not None and self.view.slices > 1)
        self._on_cursor_changed()
        self._align_strip()

    @Slot()
    def _on_cursor_changed(self) -> None:
        volume, view = self._session.volume, self.view
        self.slider.show_slices(view.slices, view.position)
        text = ""
        if volume is not None:
            text = slice_position_text(volume.geometry, self._session.cursor, self._plane.axis)
        self._position = text
        self.slider.setToolTip(_slice_words(view.position, view.slices, text))
        self._fit_position()
        if self.strip is not None:
            self.strip.set_current(view.position)

    @Slot()
    def _on_scores_changed(self) -> None:
        if self.strip is None:
            return
        scores, strip = self._session.slice_scores, self.strip
        if scores is not None and scores.regions:
            scores = few_regions(scores, self._session.compared_region)
            strip.set_scores(
                scores.regions, scores.dice, scores.title, scores.case_dice, scores.sizes
            )
            strip.set_current(self.view.position)
        elif self._session.compared is not None and strip.slices == self.view.slices:
            strip.set_stale()  # the next scores are being counted
        else:
            strip.clear()
        strip.setVisible(strip.slices > 0)
        self._inset_slider()

    @Slot()
    def _on_region_changed(self) -> None:
        """While one region is compared, the worst slices are its own; of many it is shown."""
        scores = self._session.slice_scores
        if scores is not None and len(scores.regions) > MOST_REGIONS:
            self._on_scores_changed()
        if self.strip is not None:
            is_one = self._session.compare_mode in ("agreement", "difference")
            shown = region_shown(self._session) if is_one else None
            self.strip.set_ranked("" if shown is None else shown.region.name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._inset_slider()
        self._fit_position()

    def _fit_position(self) -> None:
        """Show the plane, the scan's name where two are open, and where the slice lies.

        The place is left out first, for the slider tells it too, and the plane last: it has its
        colour.
        """
        metrics, plane = self._title.fontMetrics(), self._plane.title
        room = self.width() - HEADER_REST_PX - metrics.horizontalAdvance(plane)
        short = self._position.removesuffix(" mm")
        spare = room - (NAME_ROOM_PX if self._scan_name else 0)
        texts = (
            text for text in (self._position, short) if metrics.horizontalAdvance(text) <= spare
        )
        self._position_label.setText(next(texts, ""))
        room -= metrics.horizontalAdvance(f"{self._position_label.text()}  ")
        title = plane
        if self._scan_name:
            has_room = room > LEAST_NAME_PX
            room += 0 if has_room else metrics.horizontalAdvance(plane)
            name = stem(Path(self._scan_name))
            elided = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room)
            title = f"{plane}  {elided}" if has_room else elided
        self._title.setText(title)
        self._title.setToolTip(self._scan_name)

    def _inset_slider(self) -> None:
        """Begin and end the slider so that the strip's bars have room beside their names."""
        left = right = SLIDER_MARGIN_PX
        if self.strip is not None and self.strip.slices:
            half = self.slider.handle_px / 2
            first, last = self.strip.natural_span(self.width())
            left, right = max(round(first - half), 0), max(round(self.width() - last - half), 0)
        self._slider_row.setContentsMargins(left, 2, right, 2)
        self._align_strip()

    @Slot()
    def _align_strip(self) -> None:
        """Put each bar under the place where the slider's handle stands for its slice."""
        if self.strip is not None:
            left = self.slider.x() - self.strip.x()
            first, last = self.slider.minimum(), self.slider.maximum()
            self.strip.set_span(left + self.slider.x_of(first), left + self.slider.x_of(last))


def _slice_words(position: int, slices: int, place: str) -> str:
    """The slice of a slider: ``slice 45 of 120, S 85.0 mm``; empty without a scan."""
    if not slices:
        return ""
    counted = tr("slice {position} of {slices}", position=position + 1, slices=slices)
    return f"{counted}, {place}" if place else counted
