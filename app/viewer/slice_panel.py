"""A view in its frame: the plane's name and colour, where the slice lies, slider and scores."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app import theme
from app.session import Session
from app.viewer.dice_strip import DiceStrip
from app.viewer.planes import PLANES, Plane
from app.viewer.readout import slice_position_text
from app.viewer.slice_slider import SliceSlider
from app.viewer.slice_view import SliceView

COLOUR_BAR_PX = 3
HEADER_PX = 24
HEADER_REST_PX = 48
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
    """

    maximise_requested = Signal()

    def __init__(self, session: Session, plane: Plane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"panel_{plane}")
        self._session = session
        self._plane = PLANES[plane]
        self.view = SliceView(session, plane)
        self.slider = SliceSlider()
        self.slider.setObjectName(f"slider_{plane}")
        self.slider.setAccessibleName(f"{self._plane.title} slice")
        self._position_label = QLabel()
        self._position_label.setObjectName(f"position_{plane}")
        self._position_label.setMinimumWidth(1)  # a narrow view does without it
        self._maximise = QToolButton()
        self._maximise.setObjectName(f"maximise_{plane}")
        self.strip = DiceStrip() if plane == "axial" else None
        self._slider_row = QHBoxLayout()
        self._lay_out()
        self._connect()
        self.show_maximised(False)
        self._on_volume_changed()
        self._on_scores_changed()

    def show_maximised(self, maximised: bool) -> None:
        """Let the header's button say what it will do."""
        self._maximise.setIcon(theme.icon("four_up" if maximised else "one_up"))
        self._maximise.setToolTip(
            "Show all views (double-click)" if maximised else "Show this view alone (double-click)"
        )
        self._maximise.setAccessibleName(f"Maximise {self._plane.title}")

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setFixedHeight(COLOUR_BAR_PX)
        bar.setStyleSheet(f"background-color: {self._plane.colour};")
        header = QWidget()
        header.setFixedHeight(HEADER_PX)
        self._title = QLabel(self._plane.title)
        self._title.setStyleSheet(f"color: {self._plane.colour}; font-weight: 600;")
        self._maximise.setAutoRaise(True)
        self._maximise.setStyleSheet("padding: 2px;")
        self._maximise.setIconSize(QSize(14, 14))
        self._maximise.setFixedSize(22, 22)
        self._maximise.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(header)
        row.setContentsMargins(8, 0, 2, 0)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self._position_label)
        row.addWidget(self._maximise)
        self._slider_row.addWidget(self.slider)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(header)
        column.addWidget(self.view, 1)
        column.addLayout(self._slider_row)
        if self.strip is not None:
            self.strip.setObjectName("slice_dice_strip")
            column.addWidget(self.strip)

    def _connect(self) -> None:
        self._maximise.clicked.connect(self._on_maximise)
        self.view.maximise_requested.connect(self._on_maximise)
        self.slider.valueChanged.connect(self._go_to)
        self._session.volume_changed.connect(self._on_volume_changed)
        self._session.cursor_changed.connect(self._on_cursor_changed)
        if self.strip is not None:
            self.strip.slice_clicked.connect(self._go_to)
            self.slider.resized.connect(self._align_strip)
            self._session.slice_scores_changed.connect(self._on_scores_changed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On the header, for whoever tries there."""
        if event.position().y() < COLOUR_BAR_PX + HEADER_PX:
            self._on_maximise()

    @Slot()
    def _on_maximise(self) -> None:
        self.maximise_requested.emit()

    @Slot(int)
    def _go_to(self, position: int) -> None:
        self.view.step(position - self.view.position)

    @Slot()
    def _on_volume_changed(self) -> None:
        self._maximise.setVisible(self._session.volume is not None)
        self._on_cursor_changed()
        self._align_strip()

    @Slot()
    def _on_cursor_changed(self) -> None:
        volume, view = self._session.volume, self.view
        self.slider.show_slices(view.slices, view.position)
        text = ""
        if volume is not None:
            text = slice_position_text(volume.geometry, self._session.cursor, self._plane.axis)
        self._position_label.setText(text)
        self._fit_position()
        if self.strip is not None:
            self.strip.set_current(view.position)

    @Slot()
    def _on_scores_changed(self) -> None:
        if self.strip is None:
            return
        scores = self._session.slice_scores
        if scores is None:
            self.strip.clear()
        else:
            self.strip.set_scores(scores.regions, scores.dice, scores.title, scores.case_dice)
            self.strip.set_current(self.view.position)
        self.strip.setVisible(scores is not None)
        self._inset_slider()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._inset_slider()
        self._fit_position()

    def _fit_position(self) -> None:
        """Show where the slice lies only if all of it has room."""
        needed = self._title.sizeHint().width() + self._position_label.sizeHint().width()
        self._position_label.setVisible(needed + HEADER_REST_PX <= self.width())

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
