"""The one way in: every file a user gives is checked, decoded in a child process, and compared."""

import contextlib
from collections.abc import Generator, Iterable, Iterator, Mapping
from pathlib import Path

from unet_core.errors import NO_FILE, ChildDied, InputError, explained
from unet_core.events import Event, Loaded, Offered, Progress, SeriesFound
from unet_core.io import picture_stack, pictures
from unet_core.io.folders import bytes_on_disk
from unet_core.io.headers import LARGEST_VOLUME_BYTES, Header, display_name
from unet_core.io.items import Decoded, item_of
from unet_core.io.kinds import PICTURES, inspected, kind_of
from unet_core.io.masks import whole_values
from unet_core.io.payload import OWN_MEMORY, SENT_MEMORY, SHARED_MEMORY, Memory, read_voxels
from unet_core.io.request import NeedsChoice, Orientation, Reference, Request
from unet_core.io.stamps import Stamps
from unet_core.isolation import isolated
from unet_core.volume import LabelMap, Volume, Voxels

_CHILD_BYTES = 1 << 30
"""What a child may take besides the scan: its own libraries and buffers."""
_SECONDS, _BYTES_A_SECOND = 20.0, 1 << 20
"""Computing a child may do: the slowest decoder known does ten times as much."""


def load(
    path: Path | tuple[Path, ...],
    *,
    as_mask: bool | None = None,
    series_uid: str | None = None,
    threshold: bool = False,
    value_map: Mapping[int, int] | None = None,
    isolate: bool = True,
    part: str | None = None,
    straighten: bool = False,
    orientation: Orientation | None = None,
    reference: Volume | None = None,
) -> Iterator[Event]:
    """Read a scan or mask: Progress, then one Loaded, or SeriesFound or Offered to choose from.

    Args:
        path: A file, a DICOM folder, or a stack of pictures in slice order; a stack of one is a
            file.
        as_mask: True: it must be a mask. False: it is a scan. None: a few whole numbers with a
            known meaning make it a mask.
        series_uid: Which series of a DICOM folder.
        threshold: Cut a mask's soft edges at half instead of refusing it.
        value_map: What each value of a mask means, from ``mask_mapping`` over a whole data set;
            of a coloured picture a value is 0xRRGGBB.
        isolate: Decode in a child process; False only where this already is one.
        part: Which of several volumes in one file: "7" is the seventh frame, layer or channel;
            "red", "green", "blue" or "luminance" of colours.
        straighten: Resample a tilted or unevenly spaced series onto a straight grid.
        orientation: Which of the two places in space that a NIfTI may give.
        reference: The open scan: the grid that contours are drawn on, the series that a DICOM mask
            must belong to.

    Raises:
        InputError: If anything about it is wrong; nothing is loaded then.
    """
    paths = tuple(Path(p) for p in path) if isinstance(path, tuple) else (Path(path),)
    if len(paths) == 1:
        paths = picture_stack.files_in(paths[0]) or paths
    if not paths:
        raise InputError("the stack", "has no pictures", "choose at least one")
    request = Request(
        paths,
        as_mask,
        series_uid,
        threshold,
        value_map,
        part,
        straighten,
        orientation,
        Reference.of(reference),
    )
    yield from _guarded(request, isolate=isolate)


def _guarded(request: Request, *, isolate: bool) -> Generator[Event, None, None]:
    stamps = Stamps.of(request.paths)
    try:
        kind, promised = inspected(request)
    except NeedsChoice as choice:
        yield choice.offered
        return
    stamps = stamps.with_data_of(promised)
    result: Event | Decoded | None = None
    with (
        _naming(request.paths[0]),
        contextlib.closing(_events(request, kind, promised, isolate=isolate)) as events,
    ):
        for event in events:
            if isinstance(event, Progress):
                yield event
            else:
                result = event
    stamps.check()
    if isinstance(result, Decoded):
        result = _settled(request, result, OWN_MEMORY)
    if isinstance(result, Loaded) and promised is not None:
        compare(result.item, promised)
    if result is not None:
        yield result  # only now, so that whoever stops listening here leaves no child at work


def _settled(request: Request, decoded: Decoded, memory: Memory) -> Loaded | Offered:
    """The scan or mask that was decoded, or the question it leaves."""
    try:
        return Loaded(item_of(request, decoded, memory))
    except NeedsChoice as choice:
        return choice.offered


def _events(
    request: Request, kind: str, promised: Header | None, *, isolate: bool
) -> "Generator[Event | Decoded, None, None] | isolated[Event | Decoded]":
    if not isolate:
        return _read(request, OWN_MEMORY)
    memory = _memory_limit(kind, request.paths, promised)
    return isolated(
        _read_shared,
        request,
        keep=True,
        memory_limit=memory,
        time_limit_s=_SECONDS + (memory - _CHILD_BYTES) / _BYTES_A_SECOND,
    )


@contextlib.contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Let a dead child, a failing disk and want of memory be told of the file they concern."""
    name = display_name(path)
    try:
        yield
    except ChildDied as died:
        fault = f"could not be read: its reader {died.fault}"
        raise ChildDied(name, fault, "copy it again from its source") from died
    except (InputError, OSError, MemoryError) as error:
        refusal = explained(error)
        if refusal is None or refusal.subject not in NO_FILE:
            raise
        fault = f"could not be read: {refusal.subject} {refusal.fault}"
        raise InputError(name, fault, refusal.remedy) from error


def load_now(
    path: Path | tuple[Path, ...],
    *,
    as_mask: bool | None = None,
    series_uid: str | None = None,
    threshold: bool = False,
    value_map: Mapping[int, int] | None = None,
    isolate: bool = True,
    part: str | None = None,
    straighten: bool = False,
    orientation: Orientation | None = None,
    reference: Volume | None = None,
) -> Volume | LabelMap:
    """What ``load`` loads, run to its end.

    Raises:
        InputError: As ``load``; also if a folder holds several series and none was chosen.
        NeedsChoice: If it opens only in a way that was not chosen; an InputError with options.
    """
    for event in load(
        path,
        as_mask=as_mask,
        series_uid=series_uid,
        threshold=threshold,
        value_map=value_map,
        isolate=isolate,
        part=part,
        straighten=straighten,
        orientation=orientation,
        reference=reference,
    ):
        match event:
            case Loaded(item=item):
                return item
            case Offered():
                raise NeedsChoice.of(event)
            case SeriesFound():
                raise _several(path[0] if isinstance(path, tuple) else path, event)
    raise InputError("the file", "gave neither scan nor mask", "report this")


def _several(path: Path, found: SeriesFound) -> InputError:
    listed = "; ".join(
        f"{s.description or s.modality}, {s.slices} slices, {s.uid}" for s in found.series
    )
    return InputError(
        display_name(Path(path)),
        f"holds {len(found.series)} series ({listed})",
        "choose one of them",
    )


def load_volume(
    path: Path | tuple[Path, ...],
    *,
    series_uid: str | None = None,
    isolate: bool = True,
    part: str | None = None,
    straighten: bool = False,
    orientation: Orientation | None = None,
) -> Volume:
    """A scan; see ``load`` for the arguments.

    Raises:
        InputError: As ``load_now``.
    """
    item = load_now(
        path,
        as_mask=False,
        series_uid=series_uid,
        isolate=isolate,
        part=part,
        straighten=straighten,
        orientation=orientation,
    )
    assert isinstance(item, Volume)
    return item


def load_label_map(
    path: Path | tuple[Path, ...],
    *,
    threshold: bool = False,
    value_map: Mapping[int, int] | None = None,
    isolate: bool = True,
    series_uid: str | None = None,
    part: str | None = None,
    orientation: Orientation | None = None,
    reference: Volume | None = None,
) -> LabelMap:
    """A mask; see ``load`` for the arguments.

    Raises:
        InputError: As ``load_now``; also if its values are no labels.
    """
    item = load_now(
        path,
        as_mask=True,
        series_uid=series_uid,
        threshold=threshold,
        value_map=value_map,
        isolate=isolate,
        part=part,
        orientation=orientation,
        reference=reference,
    )
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
        events = isolated(
            _values,
            arguments,
            keep=True,
            memory_limit=4 * _CHILD_BYTES,
            time_limit_s=_SECONDS * (1 + len(arguments)),
        )
    found: set[int] = set()
    for event in events:
        if isinstance(event, frozenset):
            found |= event
    return found


def _values(paths: tuple[Path, ...]) -> Iterator[frozenset[int]]:
    for path in paths:
        if kind_of(path) in PICTURES:
            voxels: Voxels = pictures.read_mask_values(path)
        else:
            voxels = load_volume(path, isolate=False).voxels
        values = whole_values(voxels)
        if values is None:
            raise InputError(display_name(path), "holds fractions", "save whole numbers")
        yield frozenset(values)


def _memory_limit(kind: str, paths: tuple[Path, ...], promised: Header | None) -> int:
    if promised is not None:
        return _CHILD_BYTES + promised.data_bytes + 8 * promised.voxel_count
    if kind == "pictures":
        return _CHILD_BYTES + pictures.memory_limit(paths)
    return _CHILD_BYTES + min(16 * bytes_on_disk(paths[0]), LARGEST_VOLUME_BYTES)


def compare(item: Volume | LabelMap, promised: Header) -> None:
    """The child's result against the header read here: the last door against a changed file.

    Raises:
        InputError: If they are not of one file.
    """
    ours, theirs = promised.geometry, item.geometry
    same_place = ours.size_xyz == theirs.size_xyz and not ours.differences(theirs)
    if not same_place or item.voxels.shape != ours.shape_zyx:
        raise InputError(display_name(promised.path), "changed while it was read", "open it again")


# --- in the child ------------------------------------------------------------------------------


def _read_shared(request: Request) -> Iterator[Event | Decoded]:
    """What the parent gets: a scan is sent as it is decoded, a mask once its labels are known."""
    if request.as_mask is not True:
        yield from _read(request, SENT_MEMORY)
        return
    for event in _read(request, SHARED_MEMORY):
        if isinstance(event, Decoded):
            yield _settled(request, event, SHARED_MEMORY)
        else:
            yield event


def _read(request: Request, memory: Memory) -> Generator[Event | Decoded, None, None]:
    try:
        kind, header = inspected(request)
        if header is not None:
            voxels, sha256 = yield from read_voxels(header, memory)
            yield Decoded(header, voxels, sha256)
        elif kind == "pictures":
            stack = yield from pictures.read_stack(request, memory)
            sha256 = stack.sha256 if len(request.paths) == 1 else ""
            yield Decoded(stack.header, stack.voxels, sha256, stack.name)
        else:
            yield from _read_dicom(request, memory)
    except NeedsChoice as choice:
        yield choice.offered


def _read_dicom(request: Request, memory: Memory) -> Iterator[Event | Decoded]:
    from unet_core.io import dicom  # its libraries take half a second that only DICOM needs

    yield (yield from dicom.read_series(request, memory))
