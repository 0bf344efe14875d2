"""How the chosen mask or label is drawn and how far it is: opacity, filled or outline, status."""

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from app import theme
from app.panel_parts import combo_box
from app.segments import edits, words
from app.segments.edits import Spot
from app.session import Session
from app.translation import tr
from unet_core.volume import STATUSES

AS_MASK, FILLED, OUTLINE = tr("As mask"), tr("Filled"), tr("Outline")
DRAWN: dict[str, bool | None] = {AS_MASK: None, FILLED: False, OUTLINE: True}
_DRAWN_WORDS = {
    AS_MASK: tr("As its mask"),
    FILLED: tr("Filled"),
    OUTLINE: tr("Outline"),
}


class LookControls(QWidget):
    """Shows the look of one row of the table and changes it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._spot: Spot | None = None
        self._make_opacity()
        self._make_choices()
        self._lay_out()

    def show_spot(self, spot: Spot | None) -> None:
        """Show the look of this row; none leaves the controls as they are."""
        self._spot = spot
        if spot is None:
            return
        is_label = spot.value is not None
        look = spot.layer.look(spot.value) if spot.value is not None else None
        opacity = spot.layer.opacity if look is None else look.opacity or 0.0
        blocked = (self._opacity, self._as_mask, self._drawn, self._status)
        blockers = [QSignalBlocker(widget) for widget in blocked]
        self._opacity.setValue(round(opacity * 100))
        self._percent.setText(f"{self._opacity.value()} %")
        self._opacity.setAccessibleName(tr("Opacity of {spot}", spot=spot.name))
        self._as_mask.setVisible(is_label)
        self._as_mask.setChecked(spot.own_look.opacity is None)
        self._show_drawn(spot)
        self._status.setVisible(is_label)
        self._status.setCurrentIndex(STATUSES.index(spot.own_look.status))
        self._status.setAccessibleName(tr("Status of {spot}", spot=spot.name))
        del blockers

    # --- what it is made of ------------------------------------------------------------------

    def _make_opacity(self) -> None:
        self._opacity = QSlider(Qt.Orientation.Horizontal)
        self._opacity.setObjectName("segments_opacity")
        self._opacity.setRange(0, 100)
        self._opacity.setToolTip(tr("How strongly the chosen mask or label covers the scan (A, D)"))
        self._opacity.valueChanged.connect(self._on_opacity_changed)
        self._percent = QLabel()
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("100 %"))
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._as_mask = QToolButton()
        self._as_mask.setObjectName("segments_as_mask")
        self._as_mask.setIcon(theme.icon("link"))
        self._as_mask.setCheckable(True)
        self._as_mask.setToolTip(tr("The label covers the scan as strongly as its mask"))
        self._as_mask.setAccessibleName(tr("Opacity as its mask"))
        self._as_mask.toggled.connect(self._on_as_mask_toggled)

    def _make_choices(self) -> None:
        self._drawn = combo_box("segments_drawn")
        self._drawn.setToolTip(tr("Fill the label with its colour, or draw its edge only"))
        self._drawn.setMinimumContentsLength(6)
        self._drawn.activated.connect(self._on_drawn_chosen)
        self._status = combo_box("segments_status")
        self._status.setToolTip(tr("How far the work on this label is; .seg.nrrd files keep it"))
        self._status.setMinimumContentsLength(6)
        for status in STATUSES:
            icon = theme.coloured_icon(*words.STATUS_ICONS[status])
            self._status.addItem(icon, words.STATUS_TITLES[status], status)
        self._status.activated.connect(self._on_status_chosen)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        caption = QLabel(tr("Opacity"))
        caption.setBuddy(self._opacity)
        grid.addWidget(caption, 0, 0)
        grid.addWidget(self._opacity, 0, 1)
        grid.addWidget(self._percent, 0, 2)
        grid.addWidget(self._as_mask, 0, 3)
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self._drawn, 1)
        choices.addWidget(self._status, 1)
        grid.addLayout(choices, 1, 0, 1, 4)

    def _show_drawn(self, spot: Spot) -> None:
        titles = [
            title for title, how in DRAWN.items() if how is not None or spot.value is not None
        ]
        if [self._drawn.itemData(i) for i in range(self._drawn.count())] != titles:
            self._drawn.clear()
            for title in titles:
                self._drawn.addItem(_DRAWN_WORDS[title], title)
        self._drawn.setCurrentIndex(titles.index(words.drawn_text(spot.layer, spot.value)))
        self._drawn.setAccessibleName(tr("How {spot} is drawn", spot=spot.name))

    # --- hands -------------------------------------------------------------------------------

    @Slot(int)
    def _on_opacity_changed(self, percent: int) -> None:
        if self._spot is not None:
            edits.cover(self._session, self._spot, percent / 100)

    @Slot(bool)
    def _on_as_mask_toggled(self, is_on: bool) -> None:
        spot = self._spot
        if spot is not None and spot.value is not None:
            edits.cover(self._session, spot, None if is_on else spot.layer.opacity)

    @Slot()
    def _on_drawn_chosen(self) -> None:
        if self._spot is not None:
            edits.draw(self._session, self._spot, DRAWN[self._drawn.currentData()])

    @Slot()
    def _on_status_chosen(self) -> None:
        status = self._status.currentData()
        if self._spot is not None and status in STATUSES:
            edits.set_status(self._session, self._spot, status)
