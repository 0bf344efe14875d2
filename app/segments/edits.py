"""What can be done to a mask or label of the table: edits by undo commands, looks directly."""

from dataclasses import dataclass, replace

from app.commands import DescribeMask, ReorderMasks
from app.document import USUAL_LOOK, LabelLook, Layer
from app.segments.naming import renamed
from app.segments.words import ROLE_CHANGES
from app.session import Session
from app.translation import tr
from unet_core.volume import LabelMap, Role, Status


@dataclass(frozen=True)
class Spot:
    """A row of the table: a mask (``value`` None), or one label of it."""

    layer: Layer
    value: int | None = None

    @property
    def label_map(self) -> LabelMap:
        """The mask, or that of the label."""
        return self.layer.label_map

    @property
    def name(self) -> str:
        """Of the label or the mask."""
        return self.label_map.name if self.value is None else self.label_map.labels[self.value].name

    @property
    def own_look(self) -> LabelLook:
        """What is set for the label itself; the usual look for a mask."""
        if self.value is None:
            return USUAL_LOOK
        return self.layer.looks.get(self.value, USUAL_LOOK)


# --- edits, which can be taken back ----------------------------------------------------------


def rename(session: Session, spot: Spot, text: str) -> bool:
    """Call it otherwise; False where that changes nothing."""
    name = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    old, before = spot.label_map, spot.name
    if not name or name == before:
        return False
    if spot.value is None:
        new = replace(old, name=name)
    else:
        label = renamed(old.labels[spot.value], name)
        new = replace(old, labels={**old.labels, spot.value: label})
    session.undo_stack.push(
        DescribeMask(session, old, new, tr("rename {before} to {name}", before=before, name=name))
    )
    return True


def recolour(session: Session, spot: Spot, colour: str) -> None:
    """Give a label another colour, ``#rrggbb``."""
    old = spot.label_map
    if spot.value is None or old.labels[spot.value].colour == colour:
        return
    label = replace(old.labels[spot.value], colour=colour)
    new = replace(old, labels={**old.labels, spot.value: label})
    session.undo_stack.push(
        DescribeMask(session, old, new, tr("colour of {label}", label=spot.name))
    )


def set_role(session: Session, spot: Spot, role: Role) -> None:
    """Say what a mask is: what is compared with what follows from it."""
    old = spot.label_map
    if role != old.role:
        text = ROLE_CHANGES[role].format(mask=old.name)
        new = replace(old, role=role)
        session.undo_stack.push(DescribeMask(session, old, new, text))


def move(session: Session, label_map: LabelMap, place: int) -> bool:
    """Put a mask at ``place`` from the top, as the table counts; False without change."""
    order = [one for one in reversed(session.label_maps) if one is not label_map]
    order.insert(min(max(place, 0), len(order)), label_map)
    after = tuple(reversed(order))
    if all(a is b for a, b in zip(after, session.label_maps, strict=True)):
        return False
    session.undo_stack.push(ReorderMasks(session, after, tr("move {mask}", mask=label_map.name)))
    return True


# --- looks, which are set back in the same place ---------------------------------------------


def show(session: Session, spot: Spot, *, visible: bool) -> None:
    """Open or shut its eye; a label that is shown opens its mask's."""
    if spot.value is None:
        session.restyle(spot.label_map, visible=visible)
        return
    session.set_look(spot.label_map, spot.value, replace(spot.own_look, visible=visible))
    if visible and not spot.layer.visible:
        session.restyle(spot.label_map, visible=True)


def show_only(session: Session, spot: Spot) -> None:
    """Hide the other labels of the mask."""
    for value in spot.label_map.labels:
        look = spot.layer.looks.get(value, USUAL_LOOK)
        session.set_look(spot.label_map, value, replace(look, visible=value == spot.value))
    session.restyle(spot.label_map, visible=True)


def lock(session: Session, spot: Spot, *, locked: bool) -> None:
    """Let no tool change a label, or any label of a mask."""
    values = spot.label_map.labels if spot.value is None else (spot.value,)
    for value in values:
        look = spot.layer.looks.get(value, USUAL_LOOK)
        session.set_look(spot.label_map, value, replace(look, locked=locked))


def set_status(session: Session, spot: Spot, status: Status) -> None:
    """Say how far the work on a label is."""
    if spot.value is not None:
        session.set_look(spot.label_map, spot.value, replace(spot.own_look, status=status))


def draw(session: Session, spot: Spot, outline: bool | None) -> None:
    """Draw the edge only, or filled; None draws a label as its mask."""
    if spot.value is None:
        session.restyle(spot.label_map, outline=outline)
    else:
        session.set_look(spot.label_map, spot.value, replace(spot.own_look, outline=outline))


def cover(session: Session, spot: Spot, opacity: float | None) -> None:
    """Cover the scan more or less, 0 to 1; None lets a label follow its mask."""
    if spot.value is None:
        session.restyle(spot.label_map, opacity=opacity)
    else:
        session.set_look(spot.label_map, spot.value, replace(spot.own_look, opacity=opacity))


def is_locked(spot: Spot) -> bool:
    """Whether a label, or every label of a mask, is locked."""
    values = spot.label_map.labels if spot.value is None else (spot.value,)
    return bool(values) and all(spot.layer.look(value).locked for value in values)


def draw_alike(session: Session, spot: Spot) -> None:
    """Let every label of the mask be drawn as the mask is."""
    for value, look in spot.layer.looks.items():
        session.set_look(spot.label_map, value, replace(look, opacity=None, outline=None))
