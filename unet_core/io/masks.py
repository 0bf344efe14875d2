"""From numbers in a file to labels: what is a mask, and what its values mean."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.events import Option
from unet_core.io.colours import hexadecimal
from unet_core.io.payload import Memory
from unet_core.io.request import NeedsChoice
from unet_core.volume import DEFAULT_LABELS, Label, LabelMap, label_for

HIGHEST_LABEL = 126
MOST_LABELS = 32
MOST_VALUES_IN_A_GUESSED_MASK = 16
_MOST_COUNTED = 1 << 16
_HALF_OPTION = Option("Cut its soft edges at half", {"threshold": True})
_GREY_LEVELS = ({0: 0, 127: 1, 255: 2}, {0: 0, 128: 1, 255: 2})
_MASK_WORDS = ("seg", "mask", "label", "_gt", "roi", "ground_truth", "annotation")


def mask_mapping(values: Iterable[int], name: str = "the mask") -> dict[int, int]:
    """Which label each value of a mask (or of all masks of a data set) stands for.

    0, 127 (or 128) and 255 are the three grey levels of picture masks: background, liver, tumour.
    Where only 0 and 255 occur, 255 is label 1.

    Raises:
        InputError: If the values are no labels.

    >>> mask_mapping({0, 127, 255}), mask_mapping({0, 255}), mask_mapping({0, 2})
    ({0: 0, 127: 1, 255: 2}, {0: 0, 255: 1}, {0: 0, 2: 2})
    """
    found = sorted({int(v) for v in values} | {0})
    if found == [0, 255]:
        return {0: 0, 255: 1}
    for levels in _GREY_LEVELS:
        if set(found) <= set(levels):
            return {value: levels[value] for value in found}
    if found[0] < 0:
        raise InputError(
            name, f"holds {found[0]}, and labels are never below 0", "open it as a scan"
        )
    if len(found) > MOST_LABELS:
        raise InputError(
            name,
            f"holds {len(found)} different values, as soft edges or a picture do",
            'save it with one whole number a label, or switch on "threshold masks"',
        )
    if found[-1] > HIGHEST_LABEL:
        odd = ", ".join(str(v) for v in found if v > HIGHEST_LABEL)
        raise InputError(
            name,
            f"holds {odd}, which is no label number (0 to {HIGHEST_LABEL}, or grey 0 / 127 / 255)",
            "save it with 1 for liver and 2 for tumour",
        )
    return {value: value for value in found}


def whole_values(voxels: NDArray[Any], most: int = 1 << 16) -> set[int] | None:
    """The different values of an array, or None if they are not whole or more than ``most``.

    The middle slice is looked at first, so that a scan is told from a mask in milliseconds.
    """
    found: set[int] = set()
    middle = len(voxels) // 2
    for index in (middle, *range(len(voxels))):
        values = _values_of(voxels[index])
        if values is None:
            return None
        found |= values
        if len(found) > most:
            return None
    return found


def _values_of(plane: NDArray[Any]) -> set[int] | None:
    low, high = plane.min(), plane.max()
    if low == high:
        return {int(low)} if low == int(low) else None
    if plane.dtype.kind == "f":
        if not bool((plane == np.rint(plane)).all()):
            return None
        return {int(v) for v in np.unique(plane)}
    first = int(low)
    if int(high) - first > _MOST_COUNTED:
        return {int(v) for v in np.unique(plane)}
    counts = np.bincount((plane.astype(np.int32) - first).ravel())
    return {first + int(v) for v in np.flatnonzero(counts)}


def seems_a_mask(voxels: NDArray[Any], path: Path) -> bool:
    """Whether a volume of unknown purpose holds labels: a few numbers of known meaning.

    A few other numbers, or none, make a mask of what is called one: reading it says what is wrong.
    """
    values = whole_values(voxels, most=MOST_VALUES_IN_A_GUESSED_MASK)
    if values is None or 0 not in values:
        return False
    if any(word in path.name.lower() for word in _MASK_WORDS):
        return True
    if values == {0}:
        return False
    try:
        mask_mapping(values)
    except InputError:
        return False
    return True


def thresholded(voxels: NDArray[Any], memory: Memory) -> tuple[NDArray[np.uint8], str]:
    """(Z, Y, X) uint8 with 1 where a value is above half, and the sentence that says so."""
    half = 0.5 if float(voxels.max()) <= 1 else 127.5
    result = memory.empty(voxels.shape, np.dtype(np.uint8))
    np.greater(voxels, half, out=result, casting="unsafe")
    return result, f"Soft edges were cut at half: values above {half:g} were read as label 1."


def labelled(
    voxels: NDArray[Any], mapping: Mapping[int, int], memory: Memory
) -> tuple[NDArray[np.uint8], str]:
    """(Z, Y, X) uint8 after ``mapping``, and a sentence if that changed anything (or "")."""
    changed = {old: new for old, new in mapping.items() if old != new}
    if voxels.dtype == np.uint8 and not changed:
        return voxels, ""
    result = memory.empty(voxels.shape, np.dtype(np.uint8))
    if not changed:
        np.copyto(result, voxels, casting="unsafe")
        return result, ""
    table = np.zeros(max(mapping) + 1, np.uint8)
    for old, new in mapping.items():
        table[old] = new
    for index in range(len(voxels)):
        result[index] = table[voxels[index].astype(np.intp)]
    return result, _mapping_notice(changed, in_colour=voxels.dtype == np.int32)


def _mapping_notice(changed: Mapping[int, int], *, in_colour: bool = False) -> str:
    names = [label_for(new) for new in changed.values()]
    meant = [f"{label.value} {label.name}" for label in names]
    old = " and ".join(hexadecimal(v) if in_colour else str(v) for v in changed)
    verb = "Values {} were" if len(changed) > 1 else "Value {} was"
    return f"{verb.format(old)} read as {' and '.join(meant)}."


def make_label_map(
    voxels: NDArray[Any],
    *,
    memory: Memory,
    name: str,
    threshold: bool,
    value_map: Mapping[int, int] | None,
    named: Mapping[int, Label],
    **fields: Any,
) -> LabelMap:
    """A LabelMap of voxels whose values are labels or have a known mapping to labels.

    Args:
        voxels: (Z, Y, X) as read.
        memory: Makes the result's array.
        name: The file's name, for sentences and the screen.
        threshold: Cut soft edges at half instead of refusing them.
        value_map: What each value means, decided elsewhere; None to decide here.
        named: Labels named in the file.
        fields: Further fields of the LabelMap; ``notices`` are added to.

    Raises:
        InputError: If the values are no labels.
    """
    notices = tuple(fields.pop("notices", ()))
    values = whole_values(voxels)
    if value_map is None and named and values is not None and values <= {0, *named}:
        value_map = {value: value for value in (0, *named)}  # the file itself says what they mean
        threshold = False
    if threshold and (values is None or len(values) > MOST_LABELS or _is_soft(values)):
        labels, sentence = thresholded(voxels, memory)
        values, mapping = {0, 1}, {0: 0, 1: 1}
    else:
        if values is None:
            fault = "holds fractions, as soft edges or an interpolated mask do"
            raise NeedsChoice(name, fault, (_HALF_OPTION,))
        if value_map is None and len(values) > MOST_LABELS and min(values) >= 0:
            fault = f"holds {len(values)} different values, as soft edges or a picture do"
            raise NeedsChoice(name, fault, (_HALF_OPTION,))
        mapping = dict(value_map) if value_map is not None else mask_mapping(values, name)
        if unknown := sorted(values - set(mapping) - {0}):
            raise InputError(
                name,
                f"holds {unknown[0]}, unlike the other masks of its data set",
                "give it the same values",
            )
        mapping = {value: mapping.get(value, 0) for value in sorted(values)}
        labels, sentence = labelled(voxels, mapping, memory)
    meanings = dict(named) or dict(DEFAULT_LABELS)
    meanings |= {new: label_for(new) for new in mapping.values() if new and new not in meanings}
    if not any(mapping.values()):
        notices = (*notices, "The mask is empty: no voxel holds a label.")
    if sentence:
        notices = (*notices, sentence)
    if any(old != new for old, new in mapping.items()):
        fields.pop("marks", None)  # they are of the file's own values
    return LabelMap(voxels=labels, name=name, labels=meanings, notices=notices, **fields)


def _is_soft(values: set[int]) -> bool:
    try:
        mask_mapping(values)
    except InputError:
        return True
    return False
