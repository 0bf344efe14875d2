"""What DICOM SEG and RTSTRUCT have in common: a scan they belong to, and labels that overlap."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.events import Option
from unet_core.io.headers import checked_size
from unet_core.io.part_names import Part
from unet_core.io.payload import Memory
from unet_core.io.request import MOST_OPTIONS, NeedsChoice, Reference, Request
from unet_core.volume import LIVER, TUMOUR, Index, Label, Labels

Patch = tuple[int, int, int, NDArray[np.bool_]]
"""z, y and x of its first voxel, and (Y, X) bool: where a part covers a slice."""
_ALL, _HERE = "all", "here"
_UID = re.compile(r"[0-9]+(\.[0-9]+)+")


@dataclass(frozen=True)
class Origin:
    """What a file says of the scan it was drawn on.

    Attributes:
        series: SeriesInstanceUIDs.
        instances: SOPInstanceUIDs of slices.
        frame_of_reference_uid: The space it lies in.
    """

    series: tuple[str, ...] = ()
    instances: frozenset[str] = frozenset()
    frame_of_reference_uid: str = ""


@dataclass(frozen=True)
class Wish:
    """What was chosen of options offered earlier.

    Attributes:
        number: Only the part of this number; None for all.
        all_on_top: Where labels overlap, the smaller one is kept.
        here: Drawn on the only scan there is, though the file does not say so.
        threshold: Cut fractions at half.
    """

    number: int | None = None
    all_on_top: bool = False
    here: bool = False
    threshold: bool = False

    @classmethod
    def of(cls, request: Request, name: str) -> "Wish":
        """As the arguments of ``load`` say it.

        Raises:
            InputError: If ``part`` is no word that was offered.
        """
        words = [word.strip() for word in (request.part or "").split(",") if word.strip()]
        numbers = [word for word in words if word.isascii() and word.isdigit() and len(word) < 10]
        unknown = [word for word in words if word not in (_ALL, _HERE) and word not in numbers]
        if unknown or len(numbers) > 1:
            shown = (unknown or numbers[1:])[0][:20]
            raise InputError(name, f'has no part "{shown}"', "open it without choosing a part")
        number = int(numbers[0]) if numbers else None
        return cls(number, _ALL in words, _HERE in words, request.threshold)

    def option(self, label: str, **changes: int | bool) -> Option:
        """A button that keeps what was chosen and changes this."""
        wish = Wish(**{**self.__dict__, **changes})
        words = [str(wish.number)] if wish.number is not None else []
        words += [_ALL] * wish.all_on_top + [_HERE] * wish.here
        settings: dict[str, object] = {"part": ",".join(words)} if words else {}
        return Option(label, settings | ({"threshold": True} if wish.threshold else {}))

    def chosen(self, name: str, parts: Sequence[Part]) -> list[Part]:
        """The parts wanted.

        Raises:
            InputError: If there is none of that number.
        """
        if self.number is None:
            return list(parts)
        found = [part for part in parts if part.number == self.number]
        if not found:
            raise InputError(name, f"has no label {self.number}", "choose one it holds")
        return found


# --- the scan ----------------------------------------------------------------------------------


def scan_of(
    name: str, origin: Origin, reference: Reference | None, nearby: Sequence[Reference]
) -> Reference | None:
    """The scan that a mask was drawn on: the open one, else the one nearby; None if neither.

    A scan that is open and was not opened from DICOM cannot be told from another; it is taken.

    Raises:
        InputError: If the open scan is another one, or lies in another space.
    """
    if reference is None:
        named = [scan for scan in nearby if _uid(scan) in origin.series]
        fitting = [s for s in named if not _other_space(origin, s) or is_sure(origin, s)]
        return fitting[0] if fitting else None
    if reference.source is None:
        return reference
    known = _uid(reference)
    slices = frozenset(reference.source.instance_uids)
    other = bool(origin.series) and bool(known) and known not in origin.series
    if not origin.series and origin.instances and slices:
        other = not origin.instances & slices
    if other:
        raise InputError(
            name,
            "was drawn on another series than the open scan",
            "open the scan it was drawn on first",
        )
    if _other_space(origin, reference) and not is_sure(origin, reference):
        raise InputError(
            name,
            "lies in another space than the open scan (frames of reference differ)",
            "open the scan it was drawn on first",
        )
    return reference


def is_named(origin: Origin, scan: Reference) -> bool:
    """Whether the file names this scan: its series, or one of its slices."""
    if scan.source is None:
        return False
    return _uid(scan) in origin.series or bool(
        origin.instances & frozenset(scan.source.instance_uids)
    )


def is_sure(origin: Origin, scan: Reference) -> bool:
    """Whether the file names this scan's series and slices of it.

    Then it is believed even where it gives another frame of reference, as rt-utils does: that
    writer makes up a new one for each file.
    """
    source = scan.source
    return (
        source is not None
        and _uid(scan) in origin.series
        and bool(origin.instances & frozenset(source.instance_uids))
    )


def _uid(scan: Reference) -> str:
    uid = scan.source.series_uid if scan.source is not None else ""
    return uid if _UID.fullmatch(uid) else ""


def _other_space(origin: Origin, scan: Reference) -> bool:
    theirs = scan.source.frame_of_reference_uid if scan.source is not None else ""
    ours = origin.frame_of_reference_uid
    return bool(ours) and bool(theirs) and ours != theirs


# --- labels into one array ---------------------------------------------------------------------


def paint(
    name: str,
    parts: Sequence[Part],
    labels: Mapping[int, Label],
    patches: Callable[[Part], Iterator[Patch]],
    shape_zyx: Index,
    memory: Memory,
    wish: Wish,
) -> tuple[Labels, tuple[str, ...]]:
    """(Z, Y, X) uint8 of all parts, the smaller on top, and sentences about what overlaps.

    A tumour within a liver is the rule, not a conflict: the liver of scores and lessons counts
    tumour in. Other overlaps would lose voxels of a label and need consent.

    Args:
        name: The file's, for sentences.
        parts: Those wanted.
        labels: By number of part; parts of one label are united.
        patches: Where a part lies.
        shape_zyx: Of the result.
        memory: Makes the result's array.
        wish: What was chosen.

    Raises:
        NeedsChoice: If labels overlap and nothing was chosen.
    """
    z, y, x = shape_zyx
    checked_size(name, (x, y, z), 1)
    voxels = memory.empty(shape_zyx, np.dtype(np.uint8))
    voxels[...] = 0
    lost: Counter[tuple[int, int]] = Counter()
    for part in _painting_order(parts, labels):
        value = labels[part.number].value
        for first_z, first_y, first_x, mask in patches(part):
            height, width = mask.shape
            plane = voxels[first_z, first_y : first_y + height, first_x : first_x + width]
            beneath = np.bincount(plane[mask], minlength=1)
            for under in np.flatnonzero(beneath):
                if under not in (0, value):
                    lost[int(under), value] += int(beneath[under])
            plane[mask] = value
    if not voxels.any():
        return voxels, ("The mask is empty: no voxel holds a label.",)
    return voxels, _overlaps(name, parts, labels, lost, wish)


def _painting_order(parts: Sequence[Part], labels: Mapping[int, Label]) -> list[Part]:
    """Large labels first; the liver before its tumours, whatever their size."""
    sizes: Counter[int] = Counter()
    for part in parts:
        sizes[labels[part.number].value] += part.size  # type: ignore[assignment]
    meant = {label.name: label.value for label in labels.values()}
    liver, tumour = meant.get(LIVER.name, 0), meant.get(TUMOUR.name, 0)
    if liver in sizes and tumour in sizes:
        sizes[liver] = max(sizes[liver], sizes[tumour] + 1)
    return sorted(parts, key=lambda p: (-sizes[labels[p.number].value], p.number))


def _overlaps(
    name: str,
    parts: Sequence[Part],
    labels: Mapping[int, Label],
    lost: Mapping[tuple[int, int], int],
    wish: Wish,
) -> tuple[str, ...]:
    names = {label.value: label.name for label in labels.values()}
    allowed = {p: n for p, n in lost.items() if (names[p[0]], names[p[1]]) == _USUAL}
    conflicts = {pair: count for pair, count in lost.items() if pair not in allowed}
    said = tuple(
        f"{count:,} voxels of the tumour lie within the liver, which counts them in."
        for count in allowed.values()
    )
    if not conflicts:
        return said
    (under, over), count = max(conflicts.items(), key=lambda item: item[1])
    worst = f'"{names[under]}" and "{names[over]}" share {_voxels(count)}'
    more = len(conflicts) - 1
    if more:
        worst += f", and {more} more {'pair' if more == 1 else 'pairs'} overlap"
    if not wish.all_on_top:
        options = [wish.option("Open all, the smaller label on top", all_on_top=True)]
        options += [wish.option(f"Open only {p.shown}", number=p.number) for p in parts]
        fault = f"has labels that overlap ({worst}), and a mask holds one label a voxel"
        raise NeedsChoice(name, fault, tuple(options[:MOST_OPTIONS]))
    return (*said, f"Labels overlapped ({worst}); the smaller one was kept.")


_USUAL = (LIVER.name, TUMOUR.name)


def _voxels(count: int) -> str:
    return f"{count:,} {'voxel' if count == 1 else 'voxels'}"
