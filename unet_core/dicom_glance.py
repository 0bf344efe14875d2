"""A quick look at a DICOM folder: which series it holds, and what was drawn on which of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from unet_core.case_names import entries_of
from unet_core.errors import InputError
from unet_core.io.dicom_bytes import Damage
from unet_core.io.dicom_elements import Elements, items_of, walk
from unet_core.io.headers import open_regular

_MODALITY, _SERIES, _ROWS = 0x00080060, 0x0020000E, 0x00280010
_IMAGE_TYPE = 0x00080008
_REFERENCED_SERIES = 0x00081115
_FRAMES, _STUDIES, _SERIES_OF_STUDY = 0x30060010, 0x30060012, 0x30060014
_DRAWINGS = ("SEG", "RTSTRUCT")
_FEW, _MOST_READ = 12, 8


@dataclass(frozen=True)
class Glance:
    """What a few elements of one file say.

    Attributes:
        series_uid: SeriesInstanceUID; empty where it is missing.
        is_drawing: Whether it is a SEG or RTSTRUCT.
        drawn_on: SeriesInstanceUIDs it says it was drawn on.
    """

    series_uid: str
    is_drawing: bool = False
    drawn_on: frozenset[str] = frozenset()


def glance_of(folder: Path) -> Iterator[tuple[Path, Glance]]:
    """What some files of a folder are; of a long series only those unlike the rest are read.

    A SEG or RTSTRUCT among the slices of a scan has another size, and mostly another kind of name.
    """
    for path in _telling(folder):
        if glance := _glance(path):
            yield path, glance


def holds_drawings_alone(folder: Path) -> bool:
    """Whether a DICOM folder holds SEG or RTSTRUCT objects and no scan."""
    kinds = {glance.is_drawing for _, glance in glance_of(folder)}
    return kinds == {True}


def _telling(folder: Path) -> list[Path]:
    """All of a few files; of many one of each kind of name, the smallest and the largest."""
    files = sorted(
        (entry.stat().st_size, entry.name) for entry in entries_of(folder) if entry.is_file()
    )
    if len(files) <= _FEW:
        chosen = [name for _, name in files]
    else:
        by_kind = {_kind_of_name(name): name for _, name in reversed(files)}
        ends = (files[-1], files[0], files[-2], files[1], files[len(files) // 2])
        chosen = list(dict.fromkeys([*list(by_kind.values())[:3], *(name for _, name in ends)]))
    return [folder / name for name in sorted(chosen[:_MOST_READ] if len(files) > _FEW else chosen)]


def _kind_of_name(name: str) -> str:
    return re.sub(r"\d+", "0", name.lower())


def _glance(path: Path) -> Glance | None:
    """None for what is no DICOM file, no picture, or a localizer."""
    try:
        with open_regular(path) as file:
            found = walk(
                file,
                (_MODALITY, _SERIES, _ROWS, _IMAGE_TYPE),
                (_REFERENCED_SERIES, _FRAMES),
            )
        if found is None or "LOCALIZER" in found.text(_IMAGE_TYPE).upper():
            return None
        uid = found.text(_SERIES)
        if found.text(_MODALITY) in _DRAWINGS:
            return Glance(uid, True, frozenset(_drawn_on(found)))
    except (InputError, Damage):
        return None
    return Glance(uid) if found.number(_ROWS) and not found.damage else None


def _drawn_on(found: Elements) -> Iterator[str]:
    """As a SEG says it (PS3.3 C.8.20.2), and as an RTSTRUCT does (PS3.3 C.8.8.5)."""
    named = _items(found, _REFERENCED_SERIES)
    for frame in _items(found, _FRAMES, _STUDIES):
        for study in _items(frame, _STUDIES, _SERIES_OF_STUDY):
            named += _items(study, _SERIES_OF_STUDY)
    return (uid for item in named if (uid := item.text(_SERIES)))


def _items(parent: Elements, tag: int, inner: int = 0) -> list[Elements]:
    """The items of a sequence, with their series and one sequence inside."""
    return items_of(parent.sequences.get(tag, b""), parent, (_SERIES,), (inner,))
