"""The one way out: a scan or mask is written, read back, compared, and only then named."""

import contextlib
import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from unet_core.errors import InputError
from unet_core.events import Event, Notice, Progress, Saved
from unet_core.io import atomic, picture_stack, readback
from unet_core.io.headers import display_name, says_nothing_of_scale
from unet_core.io.masks import mask_mapping
from unet_core.io.writers import WRITERS, Content, Format, Item
from unet_core.volume import Geometry, Labels, Volume, label_for

_WRITING, _CHECKING = 60, 40
"""Shares of the work, in percent."""
MASK_ENDINGS = tuple(WRITERS)
SCAN_ENDINGS = tuple(ending for ending, kind in WRITERS.items() if kind.for_scans)


def save(
    item: Item,
    path: Path,
    *,
    overwrite: bool = False,
    reference: Volume | None = None,
    identify: bool = False,
) -> Iterator[Event]:
    """Write a scan or mask in the format of the path's ending: Progress and Notices, then Saved.

    What is yielded as Saved has been read back from the disk and compared voxel by voxel. What a
    format cannot keep (names of labels, an unknown scale, HU in pictures) is told in a Notice
    before anything is written. Closing the generator leaves an older file as it was.

    Args:
        item: What to save.
        path: Where; the ending is one of ``WRITERS``. A name ending in ``.pngs`` becomes a folder
            of numbered 8-bit pictures (16-bit for grey values above 255); a folder that exists is
            never replaced, whatever ``overwrite`` says.
        overwrite: Whether a file of that name may be replaced.
        reference: The open scan; a DICOM mask (.dcm) must name the DICOM slices it was drawn on.
        identify: Whether a DICOM mask says who the patient is, as the scan does. All other formats
            name nobody.

    Raises:
        InputError: If the ending is unknown, the name taken, or it could not be written and
            verified; an older file is then untouched.
    """
    path = Path(path)
    name, kind = display_name(path), _format_of(path)
    content = _content(item, reference, identify)
    _refuse_impossible(kind, content, name)
    atomic.check_target(path, overwrite=overwrite and not kind.is_folder)
    _refuse_twin(path)
    for sentence in _losses(kind, content, name):
        yield Notice(sentence)
    yield Progress(0, _WRITING + _CHECKING, f"Saving {name}")
    with atomic.writing(path, overwrite=overwrite, is_folder=kind.is_folder) as temporary:
        for share in kind.write(temporary, content):
            yield Progress(round(share * _WRITING), _WRITING + _CHECKING, f"Saving {name}")
        atomic.to_disk(temporary)
        for share in readback.check(temporary, content, kind, name):
            done = _WRITING + round(share * _CHECKING)
            yield Progress(done, _WRITING + _CHECKING, f"Checking {name}")
    yield Saved(path)


def save_now(
    item: Item,
    path: Path,
    *,
    overwrite: bool = False,
    reference: Volume | None = None,
    identify: bool = False,
) -> Path:
    """``save``, run to its end; returns the path.

    Raises:
        InputError: As ``save``.
    """
    for _ in save(item, path, overwrite=overwrite, reference=reference, identify=identify):
        pass
    return Path(path)


def _format_of(path: Path) -> Format:
    for suffix, kind in WRITERS.items():
        if path.name.lower().endswith(suffix) and len(path.name) > len(suffix):
            return kind
    raise InputError(
        display_name(path), "has no ending that can be saved", f"choose {', '.join(WRITERS)}"
    )


def _content(item: Item, reference: Volume | None, identify: bool) -> Content:
    if isinstance(item, Volume):
        return Content(item, frozenset(), {}, reference, identify)
    values = _values(item.voxels)
    labels = {value: label_for(value) for value in values} | dict(item.labels)
    labels.pop(0, None)
    return Content(item, values, labels, reference, identify)


def _values(voxels: Labels) -> frozenset[int]:
    """Label values that occur in a mask."""
    occurs = np.zeros(256, np.bool_)
    for plane in voxels:
        occurs |= np.bincount(plane.ravel(), minlength=256) > 0
    return frozenset(int(value) for value in np.flatnonzero(occurs) if value)


def _refuse_impossible(kind: Format, content: Content, name: str) -> None:
    """Refuse what this format could not give back."""
    item = content.item
    if isinstance(item, Volume):
        if not kind.for_scans:
            fault = "has an ending for masks, and this is a scan"
            raise InputError(name, fault, f"choose {', '.join(SCAN_ENDINGS)}")
    elif not kind.keeps_names:
        _refuse_ambiguous(content, name)
    kind.check(content, name)


def _refuse_ambiguous(content: Content, name: str) -> None:
    """Refuse label numbers that a mask without names would not be read back with."""
    try:
        is_plain = all(old == new for old, new in mask_mapping(content.values, name).items())
    except InputError:
        is_plain = False
    if not is_plain:
        count, highest = len(content.values), max(content.values)
        fault = f"would not say what its labels mean ({count} of them, numbers up to {highest})"
        raise InputError(name, fault, "choose .seg.nrrd, which keeps their names")


def _refuse_twin(path: Path) -> None:
    """Refuse a name that is another file's on disks that do not tell upper from lower case."""
    wanted = _folded(path.name)
    twins: list[str] = []
    with contextlib.suppress(OSError), os.scandir(path.parent) as entries:
        twins = [e.name for e in entries if e.name != path.name and _folded(e.name) == wanted]
    for twin in twins:
        if path.exists() and path.samefile(path.with_name(twin)):
            continue  # this disk does not tell them apart: it is the file to be replaced
        raise InputError(
            display_name(path),
            f"differs from {display_name(path.with_name(twin))} in upper and lower case alone, "
            "which many disks do not tell apart",
            "choose another name",
        )


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _losses(kind: Format, content: Content, name: str) -> Iterator[str]:
    """Sentences on what the file will not say."""
    named = [
        f"{value} {label.name}"
        for value, label in sorted(content.labels.items())
        if label.name != label_for(value).name
    ]
    if named and not kind.keeps_names:
        yield (
            f"{name} keeps the numbers of its labels but not their names ({', '.join(named[:8])}); "
            "choose .seg.nrrd to keep them."
        )
    if content.marks and not kind.keeps_marks:
        yield f"{name} keeps neither status nor locks of labels; choose .seg.nrrd to keep them."
    if picture_stack.is_windowed(content.item) and kind.is_folder:
        low, high = picture_stack.WINDOW_HU
        yield f"{name} shows {low:g} to {high:g} HU as grey 0 to 255; HU cannot be had from it."
    geometry = content.item.geometry
    if kind.is_folder and (geometry.has_scale or geometry.has_orientation):
        yield f"{name} says neither how large its voxels are nor where they lie, as all pictures."
    elif _loses_its_doubt(geometry) and not kind.is_folder:
        yield f"{name} cannot say that its voxel size is unknown; other programs will read mm."


def _loses_its_doubt(geometry: Geometry) -> bool:
    return not geometry.has_scale and not says_nothing_of_scale(geometry)
