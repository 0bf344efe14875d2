"""What can be done to a row of the table of labels, as a menu: all of it also by keyboard."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QIcon
from PySide6.QtWidgets import QMenu, QWidget

from app import theme
from app.segments import edits, words
from app.segments.controls import DRAWN
from app.segments.edits import Spot
from app.session import Session
from app.translation import tr
from unet_core.volume import STATUSES


class SegmentsMenu(QMenu):
    """Offers what suits a mask or a label.

    Signals:
        asked: What only the panel can do: "rename", "recolour", "centre", "raise", "lower",
            "values", "save" or "remove".
    """

    asked = Signal(str)

    def __init__(self, session: Session, spot: Spot, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._spot = spot
        self.setObjectName("segments_menu")
        self.setToolTipsVisible(True)
        self._add("rename", tr("Re&name"), keys="F2")
        if spot.value is None:
            self._fill_for_mask()
        else:
            self._fill_for_label(spot.value)
        self.triggered.connect(self._on_triggered)

    def _fill_for_label(self, value: int) -> None:
        spot = self._spot
        self._add("recolour", tr("&Colour…"), theme.swatch(spot.label_map.labels[value].colour))
        self._add("centre", tr("&Go to its largest slice"), theme.icon("crosshair"), "Enter")
        self.addSeparator()
        self._add_show()
        self._add("only", tr("Show &only this label"))
        self._add_lock(tr("&Lock"))
        status = self._add_choices(tr("&Status"), "status")
        for one in STATUSES:
            icon = theme.coloured_icon(*words.STATUS_ICONS[one])
            is_on = spot.own_look.status == one
            self._choice(status, words.STATUS_TITLES[one], one, icon, is_on=is_on)
        self._add_drawn(with_mask=True)
        self.addSeparator()
        self._add_values()

    def _fill_for_mask(self) -> None:
        roles = self._add_choices(tr("This mask &is"), "role")
        for role, title in words.ROLE_TITLES.items():
            icon = theme.icon(words.ROLE_ICONS[role])
            self._choice(roles, title, role, icon, is_on=self._spot.label_map.role == role)
        self.addSeparator()
        self._add_show()
        self._add_lock(tr("&Lock all its labels"))
        self._add_drawn(with_mask=False)
        self._add("alike", tr("Draw all its labels a&like"))
        self.addSeparator()
        self._add("raise", tr("Move &up"), keys="Alt+Up")
        self._add("lower", tr("Move &down"), keys="Alt+Down")
        self.addSeparator()
        self._add_values()
        self._add("save", tr("&Save as…"), theme.icon("save_mask"))
        self._add("remove", tr("&Remove"), theme.icon("remove"), "Del")

    # --- pieces ------------------------------------------------------------------------------

    def _add(self, key: str, text: str, icon: QIcon | None = None, keys: str = "") -> QAction:
        action = QAction(icon or QIcon(), f"{text}\t{keys}" if keys else text, self)
        action.setObjectName(f"segments_menu_{key}")
        action.setData(key)
        self.addAction(action)
        return action

    def _add_show(self) -> None:
        spot = self._spot
        action = self._add("show", tr("S&how"), theme.icon("eye"), "Space")
        action.setCheckable(True)
        visible = spot.layer.visible if spot.value is None else spot.own_look.visible
        action.setChecked(visible)

    def _add_lock(self, text: str) -> None:
        action = self._add("lock", text, theme.icon("lock"))
        action.setCheckable(True)
        action.setChecked(edits.is_locked(self._spot))
        action.setToolTip(tr("No tool may change a locked label"))

    def _add_drawn(self, *, with_mask: bool) -> None:
        menu = self._add_choices(tr("&Drawn"), "drawn")
        now = words.drawn_text(self._spot.layer, self._spot.value)
        for title, outline in DRAWN.items():
            if with_mask or outline is not None:
                self._choice(menu, title, title, QIcon(), is_on=now == title)

    def _add_values(self) -> None:
        action = self._add("values", tr("Change label &values…"), theme.icon("label_values"))
        action.setToolTip(tr("Make a new mask with other numbers; this one stays as it is"))

    def _add_choices(self, title: str, key: str) -> QMenu:
        menu = QMenu(title, self)
        menu.setObjectName(f"segments_menu_{key}")
        group = QActionGroup(menu)
        group.setObjectName(key)
        self.addMenu(menu)
        return menu

    def _choice(self, menu: QMenu, title: str, value: str, icon: QIcon, *, is_on: bool) -> None:
        action = QAction(icon, title, menu)
        key = menu.objectName().removeprefix("segments_menu_")
        action.setObjectName(f"{menu.objectName()}_{value.replace(' ', '_').lower()}")
        action.setData((key, value))
        action.setCheckable(True)
        action.setChecked(is_on)
        group = menu.findChild(QActionGroup)
        if group is not None:
            group.addAction(action)
        menu.addAction(action)

    # --- hands -------------------------------------------------------------------------------

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        session, spot = self._session, self._spot
        match action.data():
            case "show":
                edits.show(session, spot, visible=action.isChecked())
            case "only":
                edits.show_only(session, spot)
            case "lock":
                edits.lock(session, spot, locked=action.isChecked())
            case "alike":
                edits.draw_alike(session, spot)
            case ("status", status):
                edits.set_status(session, spot, status)
            case ("drawn", title):
                edits.draw(session, spot, DRAWN[title])
            case ("role", role):
                edits.set_role(session, spot, role)
            case str(key):
                self.asked.emit(key)
