"""DICOM folders and files: which series are there, and the volume of the one wanted.

Volumes are put together from the headers of single slices; what libraries do on their own was
found to merge patients, drop slices and bend tilted scans without a word.
"""

import contextlib
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from unet_core.errors import InputError
from unet_core.events import Loaded, Progress, SeriesFound
from unet_core.io.dicom_directory import files_listed
from unet_core.io.dicom_header import DICOMDIR, Unreadable, read_header
from unet_core.io.dicom_pixels import read_pixels
from unet_core.io.dicom_scan import Scan, mask_kind, scan_files
from unet_core.io.dicom_series import (
    Group,
    groups_of,
    mask_groups,
    planned,
    row_of,
    sha256_of,
    source_of,
)
from unet_core.io.dicom_windows import windows_of
from unet_core.io.dicom_zip import MAGIC, private_folder, unpack
from unet_core.io.folders import files_beside, listed_below
from unet_core.io.headers import WHOLE, display_name, open_regular
from unet_core.io.items import Decoded
from unet_core.io.payload import Memory
from unet_core.io.request import Reference, Request


@dataclass(frozen=True)
class _Opened:
    """What was looked through.

    Attributes:
        own: The one file that was asked for, where it was one.
        keeps_files: Whether the files are still there afterwards.
    """

    scan: Scan
    own: Path | None = None
    keeps_files: bool = True


Result = Decoded | SeriesFound | Loaded


def read_series(request: Request, memory: Memory) -> Generator[Progress, None, Result]:
    """The only, or the chosen, series of a folder; or what there is to choose from.

    Args:
        request: Its first path is a folder, a ZIP archive, a DICOMDIR, or one file: then the
            series that belongs to, from its own folder.
        memory: Makes the result's array.

    Raises:
        InputError: If files are damaged, or the series is no sound volume.
        NeedsChoice: If it opens only straightened or one picture at a time.
    """
    with contextlib.ExitStack() as until_read:
        opened = yield from _looked_through(request, until_read)
        return (yield from _chosen(request, opened, memory))


def _chosen(request: Request, opened: _Opened, memory: Memory) -> Generator[Progress, None, Result]:
    path = request.paths[0]
    images, masks = groups_of(opened.scan), mask_groups(opened.scan)
    wanted = _wanted(request, opened, images, masks)
    if not wanted:
        raise _nothing(display_name(path), opened.scan)
    if len(wanted) > 1:
        others = [] if request.as_mask is False or wanted[0].is_mask else masks
        listed = wanted if opened.own or request.series_uid else [*wanted, *others]
        return SeriesFound(tuple(row_of(path, group) for group in dict.fromkeys(listed)))
    (group,) = wanted
    if group.is_mask:
        return (yield from _read_mask(request, group, _references(path, images), memory))
    plan = planned(path, group, part=request.part, straighten=request.straighten)
    voxels, said = yield from read_pixels(plan, memory, as_mask=request.as_mask is True)
    notices = (*plan.header.notices, *group.notices, *said)
    if opened.own is None:
        notices += opened.scan.said()
    header = replace(plan.header, dtype=voxels.dtype, notices=notices)
    files = {h.path for h in plan.slices}
    return Decoded(
        header,
        voxels,
        sha256=sha256_of(files.pop()) if len(files) == 1 and opened.keeps_files else "",
        name=display_name(path),
        is_ct=plan.slices[0].modality == "CT" and plan.colour == WHOLE,
        source=source_of(plan, keeps_files=opened.keeps_files),
        windows=windows_of(plan.slices),
    )


def _wanted(
    request: Request, opened: _Opened, images: list[Group], masks: list[Group]
) -> list[Group]:
    """The groups to choose from."""
    uid = request.series_uid
    if uid is not None:
        every = [*images, *masks]
        chosen = [g for g in every if g.uid == uid]
        chosen = chosen or [g for g in every if g.uid.startswith(f"{uid}|")]
        chosen = chosen or [g for g in every if g.slices[0].series_uid == uid != ""]
        if not chosen:
            raise InputError(
                display_name(request.paths[0]), "does not hold that series", "choose one it holds"
            )
        return chosen
    if opened.own is not None:
        return [g for g in (*images, *masks) if any(h.path == opened.own for h in g.slices)]
    if (request.as_mask and masks) or (request.as_mask is None and not images):
        return masks
    return images


def _nothing(name: str, scan: Scan) -> InputError:
    if scan.damaged:
        return InputError(
            name,
            f"holds nothing but damaged DICOM files ({display_name(scan.damaged[0].path)} "
            f"{scan.damaged[0].fault})",
            "copy it again from its source",
        )
    listed = scan.listed_apart()
    if listed:
        return InputError(name, f"holds no scan, only {listed}", "choose the folder of the scan")
    if scan.pictures:
        noun = "picture" if scan.pictures == 1 else "pictures"
        return InputError(
            name,
            f"holds {scan.pictures} {noun} and no DICOM scan",
            "choose the slices of one patient, or use the folder as training data",
        )
    return InputError(name, "holds no DICOM scan", "choose another folder")


# --- looking -----------------------------------------------------------------------------------


def _looked_through(
    request: Request, until_read: contextlib.ExitStack
) -> Generator[Progress, None, _Opened]:
    path = request.paths[0]
    name = display_name(path)
    if path.is_dir():
        files = yield from listed_below(path)
        if not files and not any(path.iterdir()):
            raise InputError(name, "is empty", "choose a folder with a scan in it")
        return _Opened((yield from scan_files(name, files)))
    with open_regular(path) as file:
        is_archive = file.read(4) == MAGIC
        header = None if is_archive else read_header(path, file)
    if is_archive:
        folder = until_read.enter_context(private_folder())
        unpacked, scan = yield from unpack(path, folder)
        return _Opened((yield from scan_files(name, unpacked, scan)), keeps_files=False)
    if isinstance(header, Unreadable):
        raise InputError(name, header.fault, "copy it again from its source")
    if header is not None and header.storage == DICOMDIR:
        listed, scan = files_listed(path)
        return _Opened((yield from scan_files(name, listed, scan)))
    alone = yield from scan_files(name, [path])
    is_whole = not alone.slices or alone.slices[0].frames != 1 or not alone.slices[0].series_uid
    needs_scan = bool(alone.masks) and request.reference is None
    if is_whole and not needs_scan:
        return _Opened(alone, path)
    beside = yield from scan_files(name, files_beside(path))
    if alone.slices:
        own = alone.slices[0].series_uid
        if len({h.series_uid for h in beside.slices}) > 1 and _is_alone(beside, own):
            return _Opened(alone, path)
        beside.series = {h.series_uid for h in beside.slices}
        beside.slices = [h for h in beside.slices if h.series_uid == own]
        beside.masks.clear()
    return _Opened(beside, path)


def _is_alone(beside: Scan, series_uid: str) -> bool:
    """Whether a file is the only one of its series, among others that name theirs."""
    slices = sum(h.series_uid == series_uid for h in beside.slices)
    return slices == 1 and all(bad.series_uid != series_uid for bad in beside.damaged)


# --- masks -------------------------------------------------------------------------------------


def _references(path: Path, images: Sequence[Group]) -> tuple[Reference, ...]:
    """The scans of the folder on which a mask may have been drawn."""
    found = []
    for group in images:
        with contextlib.suppress(InputError):  # such a scan opens with its own reason
            plan = planned(path, group)
            found.append(
                Reference(plan.header.geometry, source_of(plan), group.slices[0].description)
            )
    return tuple(found)


def _read_mask(
    request: Request, group: Group, nearby: tuple[Reference, ...], memory: Memory
) -> Generator[Progress, None, Loaded]:
    from unet_core.io.dicom_seg import read_seg
    from unet_core.io.rtstruct import read_rtstruct

    header = group.slices[0]
    name = display_name(header.path)
    if request.as_mask is False:
        raise InputError(
            name, f"is a mask ({mask_kind(header)}), not a scan", "open it as the mask of its scan"
        )
    read = read_seg if mask_kind(header) == "SEG" else read_rtstruct
    wish = replace(request, paths=(header.path,), as_mask=True)
    return Loaded((yield from read(wish, memory, nearby)))
