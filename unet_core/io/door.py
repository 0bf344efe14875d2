"""The one way in: every file a user gives is checked, decoded in a child process, and compared."""

import contextlib
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from unet_core.errors import InputError
from unet_core.events import Event, Loaded, Progress, SeriesFound
from unet_core.io import metaimage, nifti, nrrd, pictures
from unet_core.io.folders import bytes_on_disk
from unet_core.io.headers import (
    LARGEST_VOLUME_BYTES,
    NO_SCALE_NOTICE,
    Header,
    check_bytes_on_disk,
    display_name,
    open_regular,
    says_nothing_of_scale,
)
from unet_core.io.masks import make_label_map, seems_a_mask, whole_values
from unet_core.io.payload import OWN_MEMORY, SHARED_MEMORY, Memory, read_voxels
from unet_core.isolation import isolated
from unet_core.volume import Geometry, LabelMap, Volume, Voxels

_CHILD_BYTES = 1 << 30
"""What a child may take besides the scan: its own libraries and buffers."""

READERS: Mapping[str, tuple[str, ...]] = {
    "NIfTI": (".nii", ".nii.gz"),
    "NRRD": (".nrrd", ".nhdr", ".seg.nrrd"),
    "MetaImage": (".mha", ".mhd"),
    "DICOM": (".dcm", ""),
    "PNG": (".png",),
    "JPEG": (".jpg", ".jpeg"),
}
"""Formats that open, with the usual endings; the first bytes decide, not the ending."""
_HEADER_READERS = {
    "NIfTI": nifti.read_header,
    "NRRD": nrrd.read_header,
    "MetaImage": metaimage.read_header,
}


@dataclass(frozen=True)
class _Request:
    paths: tuple[Path, ...]
    as_mask: bool | None = None
    series_uid: str | None = None
    threshold: bool = False
    value_map: Mapping[int, int] | None = None


def load(
    path: Path | tuple[Path, ...],
    *,
    as_mask: bool | None = None,
    series_uid: str | None = None,
    threshold: bool = False,
    value_map: Mapping[int, int] | None = None,
    isolate: bool = True,
) -> Iterator[Event]:
    """Read a scan or mask: Progress events, then one Loaded, or SeriesFound to choose from.

    Args:
        path: A file, a DICOM folder, or a stack of pictures in slice order; a stack of one is a
            file.
        as_mask: True: it must be a mask. False: it is a scan. None: a few whole numbers with a
            known meaning make it a mask.
        series_uid: Which series of a DICOM folder.
        threshold: Cut a mask's soft edges at half instead of refusing it.
        value_map: What each value of a mask means, from ``mask_mapping`` over a whole data set.
        isolate: Decode in a child process; False only where this already is one.

    Raises:
        InputError: If anything about it is wrong; nothing is loaded then.
    """
    paths = tuple(Path(p) for p in path) if isinstance(path, tuple) else (Path(path),)
    if not paths:
        raise InputError("the stack", "has no pictures", "choose at least one")
    request = _Request(paths, as_mask, series_uid, threshold, value_map)
    yield from _guarded(request, isolate=isolate)


def _guarded(request: _Request, *, isolate: bool) -> Generator[Event, None, None]:
    kind, promised = _inspected(request.paths)
    if not isolate:
        yield from _read(request, OWN_MEMORY)
        return
    events: isolated[Event] = isolated(
        _read_shared,
        request,
        keep=True,
        memory_limit=_memory_limit(kind, request.paths, promised),
    )
    result: Event | None = None
    with contextlib.closing(events):
        for event in events:
            if isinstance(event, Progress):
                yield event
            else:
                result = event
    if isinstance(result, Loaded) and promised is not None:
        _compare(result.item, promised)
    if result is not None:
        yield result  # only now, so that whoever stops listening here leaves no child at work


def load_now(
    path: Path | tuple[Path, ...],
    *,
    as_mask: bool | None = None,
    series_uid: str | None = None,
    threshold: bool = False,
    value_map: Mapping[int, int] | None = None,
    isolate: bool = True,
) -> Volume | LabelMap:
    """What ``load`` loads, run to its end.

    Raises:
        InputError: As ``load``; also if a folder holds several series and none was chosen.
    """
    for event in load(
        path,
        as_mask=as_mask,
        series_uid=series_uid,
        threshold=threshold,
        value_map=value_map,
        isolate=isolate,
    ):
        if isinstance(event, Loaded):
            return event.item
        if isinstance(event, SeriesFound):
            listed = "; ".join(
                f"{s.description or s.modality}, {s.slices} slices, {s.uid}" for s in event.series
            )
            first = path[0] if isinstance(path, tuple) else path
            raise InputError(
                display_name(Path(first)),
                f"holds {len(event.series)} series ({listed})",
                "choose one of them",
            )
    raise InputError("the file", "gave neither scan nor mask", "report this")


def load_volume(
    path: Path | tuple[Path, ...], *, series_uid: str | None = None, isolate: bool = True
) -> Volume:
    """A scan.

    Raises:
        InputError: As ``load_now``.
    """
    item = load_now(path, as_mask=False, series_uid=series_uid, isolate=isolate)
    assert isinstance(item, Volume)
    return item


def load_label_map(
    path: Path | tuple[Path, ...],
    *,
    threshold: bool = False,
    value_map: Mapping[int, int] | None = None,
    isolate: bool = True,
) -> LabelMap:
    """A mask; see ``load`` for the arguments.

    Raises:
        InputError: As ``load_now``; also if its values are no labels.
    """
    item = load_now(path, as_mask=True, threshold=threshold, value_map=value_map, isolate=isolate)
    assert isinstance(item, LabelMap)
    return item


def mask_values(paths: Iterable[Path], *, isolate: bool = True) -> set[int]:
    """The different values in masks; give them to ``mask_mapping`` to read all masks alike.

    Raises:
        InputError: If one cannot be read or holds fractions.
    """
    arguments = tuple(Path(p) for p in paths)
    events: Iterator[object] = _values(arguments)
    if isolate:
        events = isolated(_values, arguments, keep=True, memory_limit=4 * _CHILD_BYTES)
    found: set[int] = set()
    for event in events:
        if isinstance(event, frozenset):
            found |= event
    return found


def _values(paths: tuple[Path, ...]) -> Iterator[frozenset[int]]:
    for path in paths:
        if kind_of(path) in ("PNG", "JPEG"):
            voxels: Voxels = pictures.read_mask_values(path)[None]
        else:
            voxels = load_volume(path, isolate=False).voxels
        values = whole_values(voxels)
        if values is None:
            raise InputError(display_name(path), "holds fractions", "save whole numbers")
        yield frozenset(values)


# --- before decoding ---------------------------------------------------------------------------


def kind_of(path: Path) -> str:
    """The format by the file's first bytes, whatever its ending says.

    Raises:
        InputError: If it is none that opens; the true kind is named where it is known.
    """
    with open_regular(path) as file:
        head = file.read(1 << 12)
    inner = nifti.inflated_start(head) if head[:2] == b"\x1f\x8b" else head
    if nifti.looks_like(inner):
        return "NIfTI"
    for kind, recognises in _MAGIC:
        if recognises(head):
            return kind
    name = display_name(path)
    for what, magic in _STRANGERS:
        if inner.startswith(magic):
            raise InputError(name, f"is {what}", "choose a scan or a mask")
    if head[:2] == b"\x1f\x8b":
        fault = "is a gzip file without a NIfTI scan in it, or damaged at its start"
        raise InputError(name, fault, "copy it again from its source")
    raise InputError(
        name, "is of no known format", "open NIfTI, NRRD, MetaImage, DICOM, PNG or JPEG"
    )


def _is_metaimage(head: bytes) -> bool:
    lines = [line.split(b"=")[0].strip() for line in head[:2048].splitlines()[:3]]
    return bool({b"ObjectType", b"NDims"} & set(lines))


_MAGIC = (
    ("NRRD", lambda head: head.startswith(b"NRRD000")),
    ("PNG", lambda head: head.startswith(b"\x89PNG\r\n\x1a\n")),
    ("JPEG", lambda head: head.startswith(b"\xff\xd8\xff")),
    ("DICOM", lambda head: head[128:132] == b"DICM"),
    ("MetaImage", _is_metaimage),
)
_STRANGERS = (
    ("a ZIP archive", b"PK"),
    ("a PDF document", b"%PDF"),
    ("a program", b"MZ"),
    ("a program", b"\x7fELF"),
    ("a web page", b"<!DOCTYPE"),
    ("a web page", b"<html"),
    ("a GIF picture", b"GIF8"),
    ("a TIFF picture", b"II*\0"),
    ("a TIFF picture", b"MM\0*"),
    ("a bitmap picture", b"BM"),
    ("half of a NIfTI or Analyze pair (.hdr and .img)", b"\x5c\x01\0\0"),
    ("half of a NIfTI or Analyze pair (.hdr and .img)", b"\0\0\x01\x5c"),
)


def _inspected(paths: tuple[Path, ...]) -> tuple[str, Header | None]:
    """The kind, and the checked header where one file holds the whole scan."""
    if len(paths) > 1:
        return "pictures", None
    kind = "DICOM" if paths[0].is_dir() else kind_of(paths[0])
    if kind not in _HEADER_READERS:
        return "pictures" if kind in ("PNG", "JPEG") else kind, None
    header = _HEADER_READERS[kind](paths[0])
    check_bytes_on_disk(header)
    return kind, header


def _memory_limit(kind: str, paths: tuple[Path, ...], promised: Header | None) -> int:
    if promised is not None:
        return _CHILD_BYTES + promised.data_bytes + 8 * promised.voxel_count
    if kind == "pictures":
        return _CHILD_BYTES + pictures.memory_limit(paths)
    return _CHILD_BYTES + min(16 * bytes_on_disk(paths[0]), LARGEST_VOLUME_BYTES)


def _compare(item: Volume | LabelMap, promised: Header) -> None:
    """The child's result against the header read here: the last door against a changed file."""
    ours, theirs = promised.geometry, item.geometry
    same_place = ours.size_xyz == theirs.size_xyz and not ours.differences(theirs)
    if not same_place or item.voxels.shape != ours.shape_zyx:
        raise InputError(display_name(promised.path), "changed while it was read", "open it again")


# --- in the child ------------------------------------------------------------------------------


def _read_shared(request: _Request) -> Iterator[Event]:
    yield from _read(request, SHARED_MEMORY)


def _read(request: _Request, memory: Memory) -> Iterator[Event]:
    kind, header = _inspected(request.paths)
    if header is not None:
        voxels, sha256 = yield from read_voxels(header, memory)
        yield Loaded(_item(request, header, voxels, sha256, memory))
    elif kind == "pictures":
        yield from _read_pictures(request, memory)
    else:
        yield from _read_dicom(request, memory)


def _read_pictures(request: _Request, memory: Memory) -> Iterator[Event]:
    is_mask = request.as_mask is True
    stack = yield from pictures.read_stack(request.paths, memory, as_mask=is_mask)
    sha256 = stack.sha256 if len(request.paths) == 1 else ""
    yield Loaded(_item(request, stack.header, stack.voxels, sha256, memory, name=stack.name))


def _read_dicom(request: _Request, memory: Memory) -> Iterator[Event]:
    from unet_core.io import dicom  # its libraries take half a second that only DICOM needs

    found = yield from dicom.read_series(request.paths[0], request.series_uid, memory)
    if isinstance(found, SeriesFound):
        yield found
        return
    name = display_name(request.paths[0])
    yield Loaded(
        _item(
            request, found.header, found.voxels, found.sha256, memory, name=name, is_ct=found.is_ct
        )
    )


def _item(
    request: _Request,
    header: Header,
    voxels: Voxels,
    sha256: str,
    memory: Memory,
    *,
    name: str = "",
    is_ct: bool = False,
) -> Volume | LabelMap:
    name = name or display_name(header.path)
    geometry, notices = _with_scale(header.geometry, header.notices)
    is_mask = request.as_mask
    if is_mask is None:
        is_mask = not is_ct and seems_a_mask(voxels, header.path)
    if is_mask:
        return make_label_map(
            voxels,
            memory=memory,
            name=name,
            threshold=request.threshold,
            value_map=request.value_map,
            named=header.labels,
            geometry=geometry,
            path=request.paths[0],
            sha256=sha256,
            notices=notices,
        )
    intensity, voxels, said = _intensity(
        voxels, memory, is_ct=is_ct, is_picture=header.kind == "pictures"
    )
    return Volume(voxels, geometry, name, request.paths[0], intensity, sha256, (*notices, *said))


def _with_scale(geometry: Geometry, notices: tuple[str, ...]) -> tuple[Geometry, tuple[str, ...]]:
    if not geometry.has_scale or not says_nothing_of_scale(geometry):
        return geometry, notices
    unscaled = Geometry(
        geometry.size_xyz,
        geometry.spacing_xyz_mm,
        geometry.origin_xyz_mm,
        geometry.direction,
        has_scale=False,
        has_orientation=geometry.has_orientation,
    )
    return unscaled, (*notices, NO_SCALE_NOTICE)


_HU_FLOOR = -200


def _intensity(
    voxels: Voxels, memory: Memory, *, is_ct: bool, is_picture: bool
) -> tuple[Literal["HU", "grey"], Voxels, tuple[str, ...]]:
    """HU or grey; whole grey values from 0 to 255 become uint8."""
    if is_ct or int(voxels[len(voxels) // 2].min()) < _HU_FLOOR:
        return "HU", voxels, ()
    if voxels.dtype != np.uint8:
        low, high = int(np.floor(voxels.min())), int(np.ceil(voxels.max()))
        if low < _HU_FLOOR or (low < 0 and voxels.dtype.kind == "i"):
            return "HU", voxels, ()
        if voxels.dtype.kind in "iu" and high <= 255:
            narrow = memory.empty(voxels.shape, np.dtype(np.uint8))
            np.copyto(narrow, voxels, casting="unsafe")
            voxels = narrow
    said = "Values are grey levels, not HU: windows in HU do not apply."
    return "grey", voxels, () if is_picture else (said,)
