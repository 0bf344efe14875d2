"""The slice cache: every case read, checked, windowed and resized once, then mapped from disk.

A run takes one batch of slices into memory at a time, so its memory does not grow with the data
set. A case's cache is named after the identity of its files and the settings that shaped it;
changed data or settings simply lead to another name. It is renamed into place when it is whole.
"""

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Generator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from unet_core.alignment import check_case, label_mapping
from unet_core.cache_space import INDEX, Room, clear_old, clear_parts, part_of
from unet_core.cases import Case, find_cases
from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.events import CaseChecked, CaseReport, Event, Notice, Progress
from unet_core.io import atomic
from unet_core.preprocess import prepare, resize_labels
from unet_core.volume import Label, LabelMap, Labels, Orientation, Volume, label_for

CACHE_FOLDER = ".slices"
_FORMAT = 1
_IMAGES, _LABELS, _FULL = "images.u8", "labels.u8", "full_labels.u8"
_BLOCK = 16


@dataclass(frozen=True)
class SliceCase:
    """One case in the cache; its arrays are mapped anew at each call and hold no memory.

    Attributes:
        case_id: The case's name.
        patient: Whose scan it is, where the data set tells.
        image_paths: Its scan, to open it.
        mask_paths: Its reference mask.
        folder: Its cache.
        count: Axial slices.
        size: Side of the resized slices.
        shape_yx: Size of the slices of the scan itself.
        orientation: Between canonical and file order.
        slices_with: Canonical slices that hold each label value after resizing.
        labels: Meaning of the label values that occur.
        image_sha256: Of the scan's canonical voxels, whatever file they came in.
        mask_sha256: Of the mask's canonical voxels.
        intensity: Kind of voxels.
        spacing_xyz_mm: None without a scale.
        report: What the check of the pair found.
        files: Identity of the files it was made from.
    """

    case_id: str
    patient: str | None
    image_paths: tuple[Path, ...]
    mask_paths: tuple[Path, ...]
    folder: Path
    count: int
    size: int
    shape_yx: tuple[int, int]
    orientation: Orientation
    slices_with: Mapping[int, tuple[int, ...]]
    labels: Mapping[int, Label]
    image_sha256: str
    mask_sha256: str
    intensity: Literal["HU", "grey"]
    spacing_xyz_mm: tuple[float, float, float] | None
    report: CaseReport
    files: str

    def images(self) -> NDArray[np.uint8]:
        """(Z, S, S) uint8 grey."""
        return self._mapped(_IMAGES, (self.size, self.size))

    def small_labels(self) -> Labels:
        """(Z, S, S) uint8 label values, resized as the pictures."""
        return self._mapped(_LABELS, (self.size, self.size))

    def full_labels(self) -> Labels:
        """(Z, Y, X) uint8 label values in canonical order, at the scan's own resolution."""
        return self._mapped(_FULL, self.shape_yx)

    def mark_used(self) -> None:
        """Keep the cache from being cleared away for another day."""
        with contextlib.suppress(OSError):
            os.utime(self.folder / INDEX)

    def _mapped(self, name: str, shape_yx: tuple[int, int]) -> NDArray[np.uint8]:
        try:
            return np.memmap(self.folder / name, np.uint8, "r", shape=(self.count, *shape_yx))
        except (OSError, ValueError):
            raise InputError(
                self.case_id, "has lost its slice cache", "continue the run: it is made again"
            ) from None


def cached_cases(
    dataset: Path, config: TrainConfig, cache: Path
) -> Generator[Event, None, tuple[SliceCase, ...]]:
    """Check every case of ``dataset`` and put those not yet there into ``cache``.

    Yields Progress and one CaseChecked per case, Notices on the data set; returns the cases.

    Raises:
        InputError: If the data set holds no pair, any pair has a problem (all are checked
            first), or the disk is too small.
    """
    found = find_cases(dataset)
    for text in found.notices:
        yield Notice(text)
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritten(error) from None
    clear_parts(cache)
    yield Progress(0, len(found.cases), "Reading label values")
    mapping = _label_mapping(found.cases, cache)
    folders = [cache / _key(case, config, mapping) for case in found.cases]
    names = {folder.name for folder in folders}
    entries = [_entry(case, folder) for case, folder in zip(found.cases, folders, strict=True)]
    pairs = list(zip(found.cases, entries, strict=True))
    room = Room(cache, names, [0 if entry else _source_bytes(case) for case, entry in pairs])
    ready: list[SliceCase] = []
    faulty: list[CaseReport] = []
    for number, (case, entry) in enumerate(pairs):
        yield Progress(number, len(pairs), f"Reading {case.case_id}")
        if entry is None:
            report, entry = _cached(case, number, folders[number], config, mapping, room)
        else:
            report = entry.report
        yield CaseChecked(report)
        if entry is None:
            faulty.append(report)
        else:
            ready.append(entry)
    yield Progress(len(pairs), len(pairs), "All cases are checked")
    _refuse_faulty(faulty)
    clear_old(cache, names)
    return tuple(ready)


def _cached(
    case: Case,
    number: int,
    folder: Path,
    config: TrainConfig,
    mapping: Mapping[int, int] | None,
    room: Room,
) -> tuple[CaseReport, SliceCase | None]:
    """Read a case, check it and put it into the cache; None in place of a faulty one."""
    files = _identity(case)  # before reading: a file changed meanwhile shall be noticed
    report, volume, label_map = check_case(
        case, threshold_masks=config.threshold_masks, value_map=mapping
    )
    if volume is None or label_map is None or report.problems:
        return report, None
    small = config.image_size**2 * len(volume.canonical)
    room.check(number, volume.voxels.size + 2 * small)
    _write(folder, volume, label_map, report, config, files)
    return report, _entry(case, folder)


def changed_since(cases: Sequence[SliceCase]) -> tuple[str, ...]:
    """Names of cases whose files are no longer those that were cached."""
    return tuple(case.case_id for case in cases if _identity(case) != case.files)


def _refuse_faulty(faulty: Sequence[CaseReport]) -> None:
    if not faulty:
        return
    first, more = faulty[0], len(faulty) - 1
    problem = (first.problems or ("cannot be used",))[0].rstrip(".")
    others = f" (and {more} more {'case has' if more == 1 else 'cases have'} problems)"
    raise InputError(
        f"case {first.case_id}",
        f"cannot be learned from{others if more else ''}: {problem}",
        "or take it out of the data set",
    )


# --- identity --------------------------------------------------------------------------------


def _files(case: Case | SliceCase) -> list[Path]:
    files: list[Path] = []
    for path in (*case.image_paths, *case.mask_paths):
        files += sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    return files


def _source_bytes(case: Case) -> int:
    return sum(path.stat().st_size for path in _files(case) if path.exists())


def _identity(case: Case | SliceCase) -> str:
    """Changes when any file of the case gets another name, size or time of change."""
    found: list[object] = [len(case.image_paths)]
    for path in _files(case):
        try:
            status = path.stat()
            found.append([str(path.absolute()), status.st_size, status.st_mtime_ns])
        except OSError:
            found.append([str(path.absolute()), "missing"])
    return _hashed(found)


def _key(case: Case, config: TrainConfig, mapping: Mapping[int, int] | None) -> str:
    """Name of a case's cache: changes with its files and all settings that shape it."""
    settings: list[object] = [config.image_size, config.fit, config.threshold_masks]
    window = [config.window_low_hu, config.window_high_hu]
    values = sorted(mapping.items()) if mapping else None
    return _hashed([_FORMAT, _identity(case), settings, window, values])


def _hashed(values: Sequence[object]) -> str:
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()[:32]


def _label_mapping(cases: Sequence[Case], cache: Path) -> Mapping[int, int] | None:
    """``alignment.label_mapping``, remembered: it reads every mask of the data set."""
    path = cache / f"values-{_hashed([_FORMAT, *map(_identity, cases)])}.json"
    with contextlib.suppress(OSError, ValueError, TypeError):
        return dict(json.loads(path.read_bytes())) or None
    mapping = label_mapping(cases)
    atomic.write_json(path, sorted(mapping.items()) if mapping else [])
    return mapping


def _voxel_hash(voxels: NDArray[Any]) -> str:
    """SHA-256 of canonical voxels as float32, so that the file format makes no difference."""
    digest = hashlib.sha256(repr(voxels.shape).encode())
    for start in range(0, len(voxels), _BLOCK):
        digest.update(np.ascontiguousarray(voxels[start : start + _BLOCK], np.float32).data)
    return digest.hexdigest()


# --- one case on disk ------------------------------------------------------------------------


def _write(
    folder: Path,
    volume: Volume,
    label_map: LabelMap,
    report: CaseReport,
    config: TrainConfig,
    files: str,
) -> None:
    images = prepare(volume, config)
    labels = resize_labels(label_map.canonical, config)
    present = [value for value, count in report.label_voxels.items() if value and count]
    orientation = volume.geometry.orientation
    index = {
        "count": len(images),
        "size": config.image_size,
        "shape_yx": list(volume.canonical.shape[1:]),
        "axes": list(orientation.axes),
        "flips": list(orientation.flips),
        "slices_with": {
            str(value): np.flatnonzero((labels == value).any(axis=(1, 2))).tolist()
            for value in present
        },
        "labels": [asdict(label_map.labels.get(v) or label_for(v)) for v in present],
        "image_sha256": _voxel_hash(volume.canonical),
        "mask_sha256": _voxel_hash(label_map.canonical),
        "intensity": volume.intensity,
        "spacing_xyz_mm": volume.geometry.canonical.spacing_xyz_mm
        if volume.geometry.has_scale
        else None,
        "report": asdict(report),
        "files": files,
        "files_sha256": [volume.sha256, label_map.sha256],
    }
    part = part_of(folder)
    try:
        part.mkdir(mode=0o700)
        _write_raw(part / _IMAGES, images)
        _write_raw(part / _LABELS, labels)
        _write_raw(part / _FULL, label_map.canonical)
        _write_bytes(part / INDEX, [json.dumps(index).encode()])
        with contextlib.suppress(OSError):  # another run was quicker: its cache is as good
            part.rename(folder)
    except OSError as error:
        raise _unwritten(error) from None
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _unwritten(error: OSError) -> InputError:
    return InputError(
        "the slice cache",
        f"was not written ({error.strerror or type(error).__name__})",
        "make space on the disk that holds the runs, or choose another folder for runs",
    )


def _write_raw(path: Path, array: NDArray[np.uint8]) -> None:
    blocks = range(0, len(array), _BLOCK)
    _write_bytes(path, (np.ascontiguousarray(array[i : i + _BLOCK]).data for i in blocks))


def _write_bytes(path: Path, parts: Any) -> None:
    with path.open("wb") as file:
        for part in parts:
            file.write(part)
        file.flush()
        os.fsync(file.fileno())


def _entry(case: Case, folder: Path) -> SliceCase | None:
    """The cached case; None if it is not there or not whole."""
    try:
        index = json.loads((folder / INDEX).read_bytes())
        entry = SliceCase(
            case_id=case.case_id,
            patient=case.patient,
            image_paths=case.image_paths,
            mask_paths=case.mask_paths,
            folder=folder,
            count=index["count"],
            size=index["size"],
            shape_yx=tuple(index["shape_yx"]),
            orientation=Orientation(tuple(index["axes"]), tuple(index["flips"])),
            slices_with={int(k): tuple(v) for k, v in index["slices_with"].items()},
            labels={v["value"]: Label(**v) for v in index["labels"]},
            image_sha256=index["image_sha256"],
            mask_sha256=index["mask_sha256"],
            intensity=index["intensity"],
            spacing_xyz_mm=tuple(index["spacing_xyz_mm"]) if index["spacing_xyz_mm"] else None,
            report=_report(index["report"], case.case_id),
            files=index["files"],
        )
        small, full = entry.size**2, entry.shape_yx[0] * entry.shape_yx[1]
        sizes = {_IMAGES: small, _LABELS: small, _FULL: full}
        if any((folder / n).stat().st_size != entry.count * s for n, s in sizes.items()):
            raise ValueError("incomplete")
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        shutil.rmtree(folder, ignore_errors=True)
        return None
    entry.mark_used()
    return entry


def _report(values: Mapping[str, Any], case_id: str) -> CaseReport:
    return CaseReport(
        case_id=case_id,
        size_xyz=tuple(values["size_xyz"]),
        label_voxels={int(k): v for k, v in values["label_voxels"].items()},
        slices_with={int(k): v for k, v in values["slices_with"].items()},
        problems=tuple(values["problems"]),
        notices=tuple(values["notices"]),
    )
