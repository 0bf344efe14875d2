"""What each cell of the table of labels shows and says."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon

from app import theme
from app.core_sentences import core_tr
from app.counting import Counted
from app.document import Layer
from app.segments import edits, words
from app.segments.edits import Spot
from app.translation import tr

_ROLE = Qt.ItemDataRole
ANSWERED = frozenset(
    (
        *(_ROLE.DisplayRole, _ROLE.EditRole, _ROLE.DecorationRole, _ROLE.ToolTipRole),
        *(_ROLE.AccessibleTextRole, _ROLE.TextAlignmentRole, _ROLE.CheckStateRole),
    )
)
"""Roles that a cell knows; Qt asks for as many more each time it measures or paints one."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Cell:
    """One cell.

    Attributes:
        text: Shown.
        spoken: For screen readers and the tool tip, where ``text`` is none or too short.
        icon: Shown before the text, or alone.
        edit: What an editor starts with.
        checked: Of cells that are on or off.
        is_right: Whether the text is a number.
    """

    text: str = ""
    spoken: str = ""
    icon: QIcon | None = None
    edit: object = None
    checked: bool | None = None
    is_right: bool = False


@dataclass(frozen=True)
class Row:
    """A mask (``value`` None) or one of its labels, and the voxels it has, where they are known."""

    layer: Layer
    value: int | None
    voxels: int | None

    @property
    def name(self) -> str:
        """Of the label, or of the mask with its role."""
        if self.value is None:
            return words.title_of(self.layer.label_map)
        return self.layer.label_map.labels[self.value].name

    @property
    def voxel_ml(self) -> float | None:
        """Volume of a voxel; None without a scale."""
        return self.layer.label_map.geometry.voxel_ml

    @property
    def is_shown(self) -> bool:
        """Whether its own eye is open."""
        if self.value is None:
            return self.layer.visible
        return self.value not in self.layer.hidden_values


def voxels_of(layer: Layer, value: int | None, counted: Counted | None) -> int | None:
    """How many voxels a row stands for; None while they are counted."""
    if counted is None:
        return None
    return sum(counted.voxels.values()) if value is None else counted.voxels.get(value, 0)


def cell(column: str, layer: Layer, value: int | None, voxels: int | None) -> Cell:
    """What one cell of a mask's or label's row shows."""
    return _CELLS[column](Row(layer, value, voxels))


def answer(cell: Cell, role: int) -> Any:
    """What a model answers for one role of a cell."""
    match role:
        case _ROLE.DisplayRole:
            return cell.text
        case _ROLE.EditRole:
            return cell.text if cell.edit is None else cell.edit
        case _ROLE.DecorationRole:
            return cell.icon
        case _ROLE.ToolTipRole | _ROLE.AccessibleTextRole:
            return cell.spoken or cell.text
        case _ROLE.TextAlignmentRole:
            return _RIGHT if cell.is_right else None
        case _ROLE.CheckStateRole if cell.checked is not None:
            return Qt.CheckState.Checked if cell.checked else Qt.CheckState.Unchecked
    return None


def header(column: str, role: int) -> Any:
    """What a model answers for the heading of a column."""
    text, spoken, icon = HEADERS[column]
    match role:
        case _ROLE.DisplayRole:
            return text
        case _ROLE.ToolTipRole | _ROLE.AccessibleTextRole:
            return spoken
        case _ROLE.DecorationRole:
            return theme.icon(icon) if icon else None
        case _ROLE.TextAlignmentRole if column in ("ML", "VOXELS", "OPACITY", "VALUE"):
            return _RIGHT
    return None


def _name(row: Row) -> Cell:
    label_map = row.layer.label_map
    if row.value is None:
        icon = theme.icon(words.ROLE_ICONS[label_map.role])
        spoken = tr("{name}, not saved yet", name=row.name) if row.layer.is_unsaved else row.name
        return Cell(words.short_title(label_map), spoken, icon, label_map.name)
    spoken = words.size_sentence(row.name, row.voxels, row.voxel_ml)
    return Cell(
        core_tr(row.name), spoken, theme.swatch(label_map.labels[row.value].colour), row.name
    )


def _eye(row: Row) -> Cell:
    name = "eye" if row.is_shown else "eye_off"
    is_seen = row.is_shown and row.layer.visible
    icon = theme.icon(name) if is_seen else theme.coloured_icon(name, "DISABLED")
    if is_seen:
        spoken = tr("{name} is shown; click to hide it", name=row.name)
    elif row.is_shown:
        spoken = tr("{name} is hidden with its mask; click to hide it by itself too", name=row.name)
    else:
        spoken = tr("{name} is hidden; click to show it", name=row.name)
    return Cell("", spoken, icon, checked=row.is_shown)


def _status(row: Row) -> Cell:
    if row.value is None:
        if not row.layer.is_unsaved:
            return Cell()
        icon = theme.coloured_icon("save", "WARNING")
        return Cell("", tr("{name} is not saved yet", name=row.name), icon)
    status = row.layer.look(row.value).status
    icon = theme.coloured_icon(*words.STATUS_ICONS[status])
    spoken = words.STATUS_CLICKS[status].format(label=row.name)
    return Cell("", spoken, icon, status)


def _lock(row: Row) -> Cell:
    is_locked = edits.is_locked(Spot(row.layer, row.value))
    icon = theme.icon("lock") if is_locked else theme.coloured_icon("unlock", "DISABLED")
    locked = tr("{name} is locked: no tool may change it; click to unlock it", name=row.name)
    free = tr("{name} may be changed; click to lock it", name=row.name)
    return Cell("", locked if is_locked else free, icon, checked=is_locked)


def _ml(row: Row) -> Cell:
    text = words.volume_text(row.voxels, row.voxel_ml) if row.value is not None else ""
    return Cell(text, words.size_sentence(row.name, row.voxels, row.voxel_ml), is_right=True)


def _voxels(row: Row) -> Cell:
    text = words.count_text(row.voxels)
    return Cell(text, words.size_sentence(row.name, row.voxels, row.voxel_ml), is_right=True)


def _opacity(row: Row) -> Cell:
    return Cell(words.opacity_text(row.layer, row.value), is_right=True)


def _drawn(row: Row) -> Cell:
    return Cell(words.drawn_text(row.layer, row.value))


def _value(row: Row) -> Cell:
    return Cell("" if row.value is None else str(row.value), is_right=True)


_CELLS: dict[str, Callable[[Row], Cell]] = {
    "NAME": _name,
    "EYE": _eye,
    "STATUS": _status,
    "LOCK": _lock,
    "ML": _ml,
    "VOXELS": _voxels,
    "OPACITY": _opacity,
    "DRAWN": _drawn,
    "VALUE": _value,
}
HEADERS: dict[str, tuple[str, str, str]] = {
    "NAME": (
        tr("Mask and labels"),
        tr("Masks over the scan, the topmost first, with their labels"),
        "",
    ),
    "EYE": ("", tr("Shown or hidden"), "eye"),
    "STATUS": ("", tr("How far the work on a label is"), "flag"),
    "LOCK": ("", tr("Locked labels are changed by no tool"), "lock"),
    "ML": ("ml", tr("Volume in ml; n/a where the file gives no voxel size"), ""),
    "VOXELS": (tr("Voxels"), tr("Number of voxels"), ""),
    "OPACITY": (tr("Opacity"), tr("How strongly it covers the scan"), ""),
    "DRAWN": (tr("Drawn"), tr("Filled or as an outline"), ""),
    "VALUE": (tr("Value"), tr("Number of the label in the file"), ""),
}
"""Words, tool tip and icon of each heading."""
