"""What saving and opening a session does beside the window: hash, write masks, read the file."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from app.opening_request import Request
from app.session_file import SavedFile, SavedMask, SavedSession, read, relative, write
from app.translation import tr
from unet_core.errors import InputError
from unet_core.events import Event, Notice, Progress, Saved
from unet_core.io.headers import open_regular
from unet_core.volume import LabelMap, Volume

MASK_ENDING = ".seg.nrrd"


@dataclass(frozen=True)
class SessionRead:
    """A session as its file has it."""

    path: Path
    saved: SavedSession


@dataclass(frozen=True)
class Written:
    """A mask is in a file now: one of its own, or its old one with its names in the session."""

    label_map: LabelMap
    path: Path
    is_new: bool = True


@dataclass(frozen=True)
class Unsaved:
    """A mask that may be in no file as it is now.

    Attributes:
        request: How the file was read whose voxels it may still have; None if there is none.
    """

    label_map: LabelMap
    request: Request | None = None


def content_hash(item: Volume | LabelMap) -> str:
    """SHA-256 of what an item was read from: ``file:`` hash, or ``voxels:`` for many files."""
    if item.sha256:
        return f"file:{item.sha256}"
    if item.path is not None and item.path.is_file():
        with open_regular(item.path) as file:
            return f"file:{hashlib.file_digest(file, 'sha256').hexdigest()}"
    digest = hashlib.sha256(repr((item.voxels.dtype.str, item.voxels.shape)).encode())
    for plane in item.voxels:
        digest.update(plane.tobytes())
    return f"voxels:{digest.hexdigest()}"


def is_content(item: Volume | LabelMap, expected: str) -> bool:
    """Whether an item is what ``content_hash`` said of it."""
    if expected.startswith("voxels:") and item.sha256:
        item = replace(item, sha256="", path=None)
    return content_hash(item) == expected


def save(
    path: Path,
    saved: SavedSession,
    scan: Volume,
    second: Volume | None,
    masks: Sequence[LabelMap],
    unsaved: Sequence[Unsaved],
) -> Iterator[Event | Written]:
    """Write masks that are in no file yet beside the session, then the session itself.

    Args:
        path: Of the session.
        saved: With hashes still empty, and paths of unsaved masks too.
        scan: The open one.
        second: The one beside it.
        masks: Lowest first, as in ``saved``.
        unsaved: Those among them that the session shall keep.

    Raises:
        InputError: If something cannot be written; a session that was there stays as it was.
    """
    yield Progress(0, 0, tr("Saving the session"))
    files: list[SavedMask] = []
    waiting = {id(one.label_map): one for one in unsaved}
    for label_map, kept in zip(masks, saved.masks, strict=True):
        own, wish = kept.file, waiting.get(id(label_map))
        if wish is not None and _lies_in_file(wish, scan):
            assert label_map.path is not None
            yield Written(label_map, label_map.path, is_new=False)
        elif wish is not None:
            target = _free_name(path, label_map)
            yield from _write_mask(label_map, target)
            yield Written(label_map, target)
            own = SavedFile((relative(target, path.parent),), "")
            label_map = replace(label_map, path=target, sha256="")
        files.append(replace(kept, file=replace(own, sha256=content_hash(label_map))))
    beside = saved.second
    if beside is not None and second is not None:
        beside = replace(beside, sha256=content_hash(second))
    whole = replace(
        saved,
        scan=replace(saved.scan, sha256=content_hash(scan)),
        second=beside,
        masks=tuple(files),
    )
    write(path, whole)
    if read(path) != whole:
        raise InputError(
            path.name, tr("was not written as it should be"), tr("save it to another disk")
        )
    yield Saved(path)


def open_session(path: Path) -> Iterator[SessionRead]:
    """Read a session's file."""
    yield SessionRead(path, read(path))


def compare(items: Sequence[tuple[Volume | LabelMap, str]]) -> Iterator[Notice]:
    """A Notice for each item that is not what it was when the session was saved."""
    for item, expected in items:
        if not is_content(item, expected):
            yield Notice(
                tr(
                    "{file} has changed since the session was saved; measurements and masks "
                    "may not fit it.",
                    file=item.name,
                )
            )


def _lies_in_file(mask: Unsaved, scan: Volume) -> bool:
    """Whether only names, colours or the role differ from its file: those the session has.

    The file is read again, for it may have changed too.
    """
    label_map, request = mask.label_map, mask.request
    if request is None or label_map.path is None or not label_map.sha256:
        return False
    from unet_core.io import load_now

    paths = request.paths if len(request.paths) > 1 else request.paths[0]
    settings: dict[str, Any] = dict(request.settings)
    try:
        there = load_now(paths, as_mask=True, reference=scan, **settings)
    except InputError:
        return False
    return there.sha256 == label_map.sha256 and np.array_equal(there.voxels, label_map.voxels)


def _write_mask(label_map: LabelMap, target: Path) -> Iterator[Event]:
    from unet_core.io import save as save_mask

    yield from (event for event in save_mask(label_map, target) if isinstance(event, Notice))


def _free_name(session: Path, label_map: LabelMap) -> Path:
    """Beside the session, under its name and what the mask is; never one that is there."""
    stem = f"{session.stem} {label_map.role}"
    candidate = session.with_name(f"{stem}{MASK_ENDING}")
    number = 1
    while candidate.exists():
        number += 1
        candidate = session.with_name(f"{stem} {number}{MASK_ENDING}")
    return candidate
