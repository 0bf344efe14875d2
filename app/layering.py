"""How masks lie over one another: pure changes of the Session's layers, and what goes with them."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from app.document import LabelLook, Layer, SliceScores
from app.translation import tr
from unet_core.errors import InputError
from unet_core.volume import NO_MARK, LabelMap, Mark, Region, Volume

Current = tuple[LabelMap, int]
"""A label: its mask and its value."""
Pair = tuple[LabelMap, LabelMap]


def check_grid(volume: Volume | None, label_map: LabelMap) -> None:
    """Refuse a mask that cannot lie over the open scan.

    Raises:
        InputError: If no scan is open, or the mask has another grid.
    """
    if volume is None:
        raise InputError(
            label_map.name, tr("is a mask, and no scan is open"), tr("open its CT first")
        )
    differences = volume.geometry.differences(label_map.geometry)
    if differences:
        raise InputError(
            label_map.name,
            tr(
                "does not lie on the grid of {volume}: {differences}",
                volume=volume.name,
                differences=", ".join(differences),
            ),
            tr("open the mask that was drawn on this scan"),
        )


def laid_over(
    layers: tuple[Layer, ...], label_map: LabelMap, *, is_unsaved: bool
) -> tuple[Layer, ...]:
    """The layers with one more on top.

    A second prediction replaces none: each is its own layer, and those before it are hidden so that
    one is read at a time. References are drawn as outlines when a prediction lies with them, so
    that both are seen.
    """
    if label_map.role == "prediction":
        layers = tuple(
            replace(layer, visible=layer.visible and layer.label_map.role != "prediction")
            for layer in layers
        )
    layers = (*layers, Layer(label_map, is_unsaved, looks=marked_looks(label_map)))
    if {layer.label_map.role for layer in layers} >= {"reference", "prediction"}:
        layers = tuple(
            replace(layer, outline=layer.label_map.role == "reference") for layer in layers
        )
    return layers


def marked_looks(label_map: LabelMap) -> Mapping[int, LabelLook]:
    """The looks that a mask's file asks for: locks and how far the work is."""
    marks = {value: mark for value, mark in sorted(label_map.marks.items()) if mark != NO_MARK}
    looks = {v: LabelLook(locked=m.is_locked, status=m.status) for v, m in marks.items()}
    return MappingProxyType(looks)


def marks_of(layer: Layer) -> dict[int, Mark]:
    """What a file should say of the labels' locks and of the work on them."""
    marks = {value: Mark(look.status, look.locked) for value, look in layer.looks.items()}
    return {value: mark for value, mark in marks.items() if mark != NO_MARK}


def first_label(label_maps: tuple[LabelMap, ...]) -> Current | None:
    """The first label of the topmost mask that names any."""
    named = [label_map for label_map in label_maps if label_map.labels]
    return (named[-1], min(named[-1].labels)) if named else None


def exchanged_label(current: Current | None, old: LabelMap, new: LabelMap) -> Current | None:
    """The label chosen, in the mask that takes another's place; None if it is not named there."""
    if current is None or current[0] is not old:
        return current
    return (new, current[1]) if current[1] in new.labels else None


def exchanged_pair(pair: Pair | None, old: LabelMap, new: LabelMap) -> Pair | None:
    """The masks compared, one of them in another's place."""
    if pair is None:
        return None
    return (new if pair[0] is old else pair[0], new if pair[1] is old else pair[1])


def exchanged_scores(
    scores: SliceScores | None, old: LabelMap, new: LabelMap
) -> SliceScores | None:
    """The same scores for a mask that was renamed or recoloured; None for other voxels."""
    if scores is None or all(label_map is not old for label_map in scores.compared):
        return scores
    if new.voxels is not old.voxels:
        return None
    compared = tuple(new if label_map is old else label_map for label_map in scores.compared)
    regions = tuple(_region_of(region, old, new) for region in scores.regions)
    return replace(scores, compared=compared, regions=regions)


def _region_of(region: Region, old: LabelMap, new: LabelMap) -> Region:
    value = region.values[0]
    before, label = old.labels.get(value), new.labels.get(value)
    if before is None or label is None or before.name != region.name:
        return region
    return replace(region, name=label.name, colour=label.colour)


def same_label(a: Current | None, b: Current | None) -> bool:
    """Whether both are the same label of the same mask."""
    if a is None or b is None:
        return a is b
    return a[0] is b[0] and a[1] == b[1]


def same_pair(a: Pair | None, b: Pair | None) -> bool:
    """Whether both are the same two masks."""
    if a is None or b is None:
        return a is b
    return a[0] is b[0] and a[1] is b[1]
