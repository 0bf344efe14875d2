"""Repairs shown, and made where somebody agreed: always as a new data set beside the old one.

Originals are never changed. The new data set holds a table of pairs, the scans (linked, or copied
where that cannot be), the masks, and a record of every repair.
"""

import os
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from unet_core import pairs_table
from unet_core.alignment import check_case, check_pair
from unet_core.case import Case
from unet_core.case_masks import label_mapping, load_image, load_mask
from unet_core.case_names import is_picture
from unet_core.cases import find_cases
from unet_core.errors import InputError
from unet_core.events import CaseReport, Event, Notice, Progress, Repair, Repaired, RepairShown
from unet_core.io import atomic, save
from unet_core.io.headers import display_name
from unet_core.overlay_picture import fullest_slice, side_by_side, slice_picture
from unet_core.repair_audit import FOLDER, hash_of, write_record
from unet_core.repair_steps import leaves_out, read_values, reading_of, repaired
from unet_core.tables import csv_text
from unet_core.volume import LabelMap, Volume, label_for

_IMAGES, _MASKS = "images", "masks"


@dataclass(frozen=True)
class Reading:
    """How masks of a data set are read.

    Attributes:
        threshold_masks: Cut soft edges at half.
        value_map: From ``label_mapping`` over the whole data set.
        isolate: Decode in a child process; False only where this already is one.
    """

    threshold_masks: bool = False
    value_map: Mapping[int, int] | None = None
    isolate: bool = True


@dataclass(frozen=True)
class _Tried:
    """A pair before and after a repair."""

    before: CaseReport
    after: CaseReport | None
    volume: Volume | None
    old: LabelMap | None
    new: LabelMap | None


# --- showing ---------------------------------------------------------------------------------


def preview(case: Case, repair: Repair, reading: Reading | None = None) -> Iterator[Event]:
    """Progress, then one RepairShown: the pair before and after, with what was measured of both.

    Nothing is written.

    Raises:
        InputError: If even the repair does not make the mask readable.
    """
    yield Progress(0, 1, f"Trying to repair {case.case_id}")
    tried = _try(case, repair, reading or Reading())
    yield RepairShown(case.case_id, repair, tried.before, tried.after, _pictures(tried))


def _try(case: Case, repair: Repair, reading: Reading) -> _Tried:
    before, volume, old = check_case(
        case,
        threshold_masks=reading.threshold_masks,
        value_map=reading.value_map,
        isolate=reading.isolate,
    )
    if leaves_out(repair):
        return _Tried(before, None, volume, old, None)
    if volume is None:
        volume = load_image(case, isolate=reading.isolate)  # raises what the report says
    raw = old
    if raw is None or reading_of(repair):
        settings: dict[str, Any] = {
            "threshold": reading.threshold_masks,
            "value_map": reading.value_map,
            **reading_of(repair),
        }
        raw = load_mask(case, isolate=reading.isolate, reference=volume, **settings)
    new = repaired(volume, raw, repair)
    return _Tried(before, check_pair(volume, new, case.case_id), volume, old, new)


def _pictures(tried: _Tried) -> Any:
    """Before and after, side by side, on the slice that tells most."""
    volume = tried.volume
    if volume is None:
        return None
    index = tried.before.telling_slice
    if tried.new is not None and (index is None or tried.old is None):
        index = fullest_slice(volume.geometry.orientation.apply(tried.new.voxels))
    if index is None:
        index = len(volume.canonical) // 2
    shown = [slice_picture(volume, tried.old, index)]
    if tried.new is not None:
        shown.append(slice_picture(volume, tried.new, index))
    return side_by_side(*shown)


# --- making ----------------------------------------------------------------------------------


def apply(
    case: Case, repair: Repair, out_folder: Path, reading: Reading | None = None
) -> Iterator[Event]:
    """Write a repaired mask and the record of its repair as new files: Progress, then Repaired.

    Args:
        case: Its files are only read.
        repair: What somebody agreed to.
        out_folder: Made where it is missing; the mask goes to ``masks``, the record to
            ``repairs`` in it.
        reading: How masks of the data set are read.

    Raises:
        InputError: If a file cannot be read or written, or one of that name exists.
    """
    yield Progress(0, 2, f"Repairing {case.case_id}")
    reading = reading or Reading()
    tried = _try(case, repair, reading)
    name = file_name(case.case_id)
    record = out_folder / FOLDER / f"{name}.json"
    atomic.make_folder(record.parent)
    atomic.check_target(record, overwrite=False)
    target: Path | None = None
    if tried.new is not None:
        target = out_folder / _MASKS / f"{name}{_ending(case, tried.new)}"
        atomic.make_folder(target.parent)
        yield from (event for event in save(tried.new, target) if isinstance(event, Notice))
    yield Progress(1, 2, f"Repairing {case.case_id}")
    write_record(
        record,
        repair,
        sources=_files(case.mask_paths),
        results=_files((target,)) if target else (),
        before=tried.before,
        after=tried.after,
    )
    yield Repaired(case.case_id, repair, tried.before, tried.after, target)


def write_repaired(
    dataset: Path,
    out_folder: Path,
    chosen: Mapping[str, Repair],
    *,
    threshold_masks: bool = False,
    isolate: bool = True,
) -> Iterator[Event]:
    """Write the whole data set anew, some of its cases repaired: Progress, a Repaired for each.

    Scans are linked, or copied where that cannot be; so are masks that stay as they are. Masks
    whose values had to be understood from the others of the data set are written with label
    numbers, which is a repair too and recorded. The table of pairs is written last: without it
    the folder is no data set.

    Args:
        dataset: The folder or table to repair.
        out_folder: New or empty, and not inside ``dataset``.
        chosen: The repair agreed to for each case, by its name; the others stay as they are.
        threshold_masks: As ``alignment.check``.
        isolate: Decode in a child process; False only where this already is one.

    Raises:
        InputError: If the folder cannot take it, or a file cannot be read or written.
    """
    found = find_cases(dataset)
    _refuse_unfit(dataset, out_folder)
    total = len(found.cases)
    yield Progress(0, total, "Reading label values", "cases")
    reading = Reading(threshold_masks, label_mapping(found.cases, isolate=isolate), isolate)
    rows: list[tuple[str, str, str, str]] = []
    atomic.make_folder(out_folder)
    for number, case in enumerate(found.cases):
        yield Progress(number, total, f"Writing {case.case_id}", "cases")
        repair = chosen.get(case.case_id) or _rewritten(case, reading)
        mask: Path | None = None
        if repair is None:
            mask = _placed(case.mask_paths, out_folder / _MASKS, case.case_id)
        else:
            for event in apply(case, repair, out_folder, reading):
                if isinstance(event, Repaired):
                    mask = event.mask
                    yield event
                elif isinstance(event, Notice):
                    yield event
        if mask is None:
            continue
        image = _placed(_scan_files(case, isolate), out_folder / _IMAGES, case.case_id)
        rows.append(
            (
                _inside(image, out_folder),
                _inside(mask, out_folder),
                case.patient or "",
                case.case_id,
            )
        )
    if not rows:
        raise InputError(
            display_name(dataset), "keeps no case after these repairs", "repair fewer or others"
        )
    atomic.write_bytes(out_folder / pairs_table.NAME, _table(rows))
    yield Progress(total, total, "The repaired data set is written")


def file_name(case_id: str) -> str:
    """A case's name as that of a file, whatever it holds.

    >>> file_name("patient 7/scan:2")
    'patient_7_scan_2'
    """
    return re.sub(r"[^\w.-]+", "_", case_id).strip("._")[:100] or "case"


def _rewritten(case: Case, reading: Reading) -> Repair | None:
    """What a mask needs that nobody repairs but that does not tell its labels by itself."""
    if reading.value_map is not None:
        return read_values(
            reading.value_map, "So that each mask says by itself what its values mean."
        )
    if case.mask_labels or case.labels or len(case.mask_paths) != len(case.image_paths):
        return Repair("Write as one mask", "So that one file holds all labels of the scan.", ())
    return None


def _ending(case: Case, label_map: LabelMap) -> str:
    """Pictures for pictures; else a format that keeps what the mask knows."""
    if is_picture(case.image_paths[0]):
        return ".pngs"
    usual = all(label == label_for(value) for value, label in label_map.labels.items())
    return ".nii.gz" if usual else ".seg.nrrd"


def _refuse_unfit(dataset: Path, out_folder: Path) -> None:
    own = (dataset if dataset.is_dir() else dataset.parent).resolve()
    out = out_folder.resolve()
    if out == own or own in out.parents:
        raise InputError(
            display_name(out_folder),
            "lies in the data set that is to be repaired",
            "choose a new folder outside it: originals are never changed",
        )
    if out_folder.exists() and (not out_folder.is_dir() or any(out_folder.iterdir())):
        raise InputError(display_name(out_folder), "is not empty", "choose a new folder")


# --- files -----------------------------------------------------------------------------------


def _files(paths: Sequence[Path]) -> list[Path]:
    """Files, and all files in folders, in natural order."""
    found: list[Path] = []
    for path in paths:
        found += sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    return found


def _scan_files(case: Case, isolate: bool) -> tuple[Path, ...]:
    """Of a folder with several series, the files of the one."""
    if case.series_uid is None:
        return case.image_paths
    source = load_image(case, isolate=isolate).source
    return source.files if source and source.files else case.image_paths


def _placed(paths: Sequence[Path], folder: Path, case_id: str) -> Path:
    """The files in ``folder`` under the case's name: one by one if several, in their order."""
    name = file_name(case_id)
    if len(paths) == 1 and paths[0].is_file():
        target = folder / f"{name}{_suffix(paths[0])}"
        atomic.make_folder(folder)
        _link(paths[0], target)
        return target
    target = folder / name
    for number, path in enumerate(_files(paths), 1):
        atomic.make_folder(target)
        _link(path, target / f"{number:05d}{_suffix(path)}")
    return target


def _link(path: Path, target: Path) -> None:
    """A second name for a file, or a copy of it."""
    atomic.check_target(target, overwrite=False)
    try:
        os.link(path.resolve(), target)
    except OSError:  # another disk, or files of somebody else
        expected = hash_of(path)

        def check(temporary: Path) -> None:
            if hash_of(temporary) != expected:
                raise InputError(display_name(path), "was not copied whole", "try another disk")

        def write(temporary: Path) -> None:
            shutil.copyfile(path, temporary)

        atomic.write_file(target, write, check, overwrite=False)


def _suffix(path: Path) -> str:
    """Of a file's name, ``.nii.gz`` and ``.seg.nrrd`` whole."""
    match = re.search(r"(\.nii\.gz|\.seg\.nrrd|\.[A-Za-z0-9]{1,5})$", path.name, re.IGNORECASE)
    return match.group(1) if match else ""


def _inside(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _table(rows: Sequence[tuple[str, str, str, str]]) -> bytes:
    named = (dict(zip(pairs_table.COLUMNS, row, strict=True)) for row in rows)
    return csv_text(pairs_table.COLUMNS, named).encode()
