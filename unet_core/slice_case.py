"""One case of the slice cache: its arrays on disk, and the index that says what they are.

Everything is written a few slices at a time and renamed into place when it is whole; the index
holds the SHA-256 of every array.
"""

import contextlib
import hashlib
import json
import math
import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Literal, Self

import numpy as np
from numpy.typing import NDArray

from unet_core.boxes import Crop, box_around, extent
from unet_core.cache_space import INDEX, part_of
from unet_core.cases import Case
from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.events import CaseReport
from unet_core.person_groups import slice_marks
from unet_core.preprocess import (
    BLOCK,
    ORGAN_MARGIN,
    centred,
    crop_of,
    grey_blocks,
    organ_grey,
    shrunk,
    shrunk_labels,
)
from unet_core.volume import Label, LabelMap, Labels, Orientation, Volume, label_for

IMAGES, LABELS, FULL_LABELS = "images.u8", "labels.u8", "full_labels.u8"
FULL_IMAGES, DETAIL_IMAGES, DETAIL_LABELS = "full_images.u8", "detail_images.u8", "detail_labels.u8"
_READ_BYTES = 1 << 22


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
        crop: What the resized slices show of the scan's own.
        detail_size: Side of the close look at the organ; 0 where the cache holds none.
        detail_crop: What the close look shows: all labels of the case with a margin.
        sha256: Of each array, by file name.
        person_marks: What no other person's scan shares, see ``person_groups``.
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
    crop: Crop
    detail_size: int = 0
    detail_crop: Crop | None = None
    sha256: Mapping[str, str] = field(default_factory=dict)
    person_marks: tuple[str, ...] = ()

    def images(self) -> NDArray[np.uint8]:
        """(Z, S, S) uint8 grey."""
        return self._mapped(IMAGES, (self.size, self.size))

    def small_labels(self) -> Labels:
        """(Z, S, S) uint8 label values, resized as the pictures."""
        return self._mapped(LABELS, (self.size, self.size))

    def full_labels(self) -> Labels:
        """(Z, Y, X) uint8 label values in canonical order, at the scan's own resolution."""
        return self._mapped(FULL_LABELS, self.shape_yx)

    def full_images(self) -> NDArray[np.uint8]:
        """(Z, Y, X) uint8 grey in canonical order, at the scan's own resolution; cascades only."""
        return self._mapped(FULL_IMAGES, self.shape_yx)

    def detail_images(self) -> NDArray[np.uint8]:
        """(Z, T, T) uint8 grey: the close look at the organ; cascades only."""
        return self._mapped(DETAIL_IMAGES, (self.detail_size, self.detail_size))

    def detail_labels(self) -> Labels:
        """(Z, T, T) uint8 label values of ``detail_images``."""
        return self._mapped(DETAIL_LABELS, (self.detail_size, self.detail_size))

    def shapes(self) -> dict[str, tuple[int, int]]:
        """Size of the slices of every array there is, by file name."""
        small = (self.size, self.size)
        shapes = {IMAGES: small, LABELS: small, FULL_LABELS: self.shape_yx}
        if self.detail_size:
            detail = (self.detail_size, self.detail_size)
            shapes |= {FULL_IMAGES: self.shape_yx, DETAIL_IMAGES: detail, DETAIL_LABELS: detail}
        return shapes

    def is_sound(self) -> bool:
        """Whether every byte is as it was written; reads all of it once."""
        try:
            return all(_sha256(self.folder / name) == self.sha256[name] for name in self.shapes())
        except (OSError, KeyError):
            return False

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


def read_case(case: Case, folder: Path) -> SliceCase | None:
    """The case cached in ``folder``; None if it is not there or not whole, and then it is gone."""
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
            report=CaseReport.from_json(index["report"], case.case_id),
            files=index["files"],
            crop=Crop(*index["crop"]),
            detail_size=index["detail_size"],
            detail_crop=Crop(*index["detail_crop"]) if index["detail_crop"] else None,
            sha256=index["sha256"],
            person_marks=tuple(index.get("person_marks", ())),
        )
        sizes = {name: entry.count * y * x for name, (y, x) in entry.shapes().items()}
        if any((folder / name).stat().st_size != size for name, size in sizes.items()):
            raise ValueError("incomplete")
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        shutil.rmtree(folder, ignore_errors=True)
        return None
    entry.mark_used()
    return entry


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_READ_BYTES):
            digest.update(block)
    return digest.hexdigest()


# --- writing ---------------------------------------------------------------------------------


def bytes_of(volume: Volume, config: TrainConfig) -> int:
    """What the arrays of a case will take on disk."""
    small, full = config.image_size**2, math.prod(volume.canonical.shape[1:])
    detail = config.detail_size**2
    a_slice = 2 * small + full + (full + 2 * detail if config.model.cascade else 0)
    return len(volume.canonical) * a_slice


def write_case(
    folder: Path,
    volume: Volume,
    label_map: LabelMap,
    report: CaseReport,
    config: TrainConfig,
    files: str,
) -> None:
    """Put a checked pair into the cache ``folder``, whole or not at all.

    Raises:
        InputError: If the disk does not take it.
    """
    part = part_of(folder)
    try:
        part.mkdir(mode=0o700)
        index = _written(part, volume, label_map, report, config)
        with _Files(part) as out:
            out.add(INDEX, json.dumps({**index, "files": files}).encode())
        try:
            part.rename(folder)
        except OSError:
            if not folder.is_dir():  # else another run was quicker: its cache is as good
                raise
    except OSError as error:
        raise unwritten(error) from None
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _organ_grey(volume: Volume, masks: Labels, config: TrainConfig) -> float | None:
    """Median grey of all that is labelled; None if nothing is."""
    histogram = np.zeros(256, np.int64)
    for start, grey in grey_blocks(volume, config):
        labelled = masks[start : start + BLOCK] > 0
        histogram += np.bincount(grey[labelled], minlength=256)
    return organ_grey(histogram)


def _written(
    part: Path, volume: Volume, label_map: LabelMap, report: CaseReport, config: TrainConfig
) -> dict[str, Any]:
    """Write the arrays; gives the index."""
    present = [value for value, count in report.label_voxels.items() if value and count]
    slices_with: dict[str, list[int]] = {str(value): [] for value in present}
    crop, masks = crop_of(volume, config), label_map.canonical
    detail_crop = around_labels(masks) if config.model.cascade else None
    middle = _organ_grey(volume, masks, config) if config.model.cascade else None
    with _Files(part) as out:
        for start, grey in grey_blocks(volume, config):
            labels = np.ascontiguousarray(masks[start : start + BLOCK])
            small = shrunk_labels(labels, crop, config.image_size)
            out.add(IMAGES, shrunk(grey, crop, config.image_size))
            out.add(LABELS, small)
            out.add(FULL_LABELS, labels)
            if detail_crop is not None:
                out.add(FULL_IMAGES, grey)
                detail = shrunk(grey, detail_crop, config.detail_size)
                out.add(DETAIL_IMAGES, centred(detail, middle, config))
                out.add(DETAIL_LABELS, shrunk_labels(labels, detail_crop, config.detail_size))
            for value in present:
                found = np.flatnonzero((small == value).any(axis=(1, 2)))
                slices_with[str(value)] += (start + found).tolist()
    orientation, geometry = volume.geometry.orientation, volume.geometry
    return {
        "count": len(volume.canonical),
        "size": config.image_size,
        "shape_yx": list(volume.canonical.shape[1:]),
        "axes": list(orientation.axes),
        "flips": list(orientation.flips),
        "slices_with": slices_with,
        "labels": [asdict(label_map.labels.get(v) or label_for(v)) for v in present],
        "image_sha256": voxel_hash(volume.canonical),
        "mask_sha256": voxel_hash(masks),
        "person_marks": _person_marks(volume),
        "intensity": volume.intensity,
        "spacing_xyz_mm": geometry.canonical.spacing_xyz_mm if geometry.has_scale else None,
        "report": asdict(report),
        "files_sha256": [volume.sha256, label_map.sha256],
        "crop": crop,
        "detail_size": config.detail_size if config.model.cascade else 0,
        "detail_crop": detail_crop,
        "sha256": out.sha256,
    }


def _person_marks(volume: Volume) -> list[str]:
    """Hashes of slices, and the key of the patient where DICOM files name one."""
    key = volume.source.patient_key if volume.source else ""
    return [*slice_marks(volume.canonical), *([f"patient {key}"] if key else [])]


def unwritten(error: OSError) -> InputError:
    """What to say when the disk does not take the cache."""
    return InputError(
        "the slice cache",
        f"was not written ({error.strerror or type(error).__name__})",
        "make space on the disk that holds the runs, or choose another folder for runs",
    )


def around_labels(masks: Labels) -> Crop:
    """The square around every label of (Z, Y, X) canonical masks, with the margin of a cascade."""
    shadow = np.zeros(masks.shape[1:], np.bool_)
    for start in range(0, len(masks), BLOCK):
        shadow |= (masks[start : start + BLOCK] > 0).any(axis=0)
    return box_around(extent(shadow), ORGAN_MARGIN, (masks.shape[1], masks.shape[2]))


def voxel_hash(voxels: NDArray[Any]) -> str:
    """SHA-256 of canonical voxels as float32, so that the file format makes no difference."""
    digest = hashlib.sha256(repr(voxels.shape).encode())
    for start in range(0, len(voxels), BLOCK):
        digest.update(np.ascontiguousarray(voxels[start : start + BLOCK], np.float32).data)
    return digest.hexdigest()


class _Files:
    """Files of one folder, each written piece by piece, on disk for good at the end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, IO[bytes]] = {}
        self._digests: dict[str, Any] = {}
        self.sha256: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def add(self, name: str, piece: NDArray[np.uint8] | bytes) -> None:
        """Append to the file ``name``."""
        if name not in self._open:
            self._open[name] = (self._folder / name).open("wb")
            self._digests[name] = hashlib.sha256()
        data = piece if isinstance(piece, bytes) else np.ascontiguousarray(piece).data
        self._open[name].write(data)
        self._digests[name].update(data)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            for name, file in self._open.items():
                if kind is None:
                    file.flush()
                    os.fsync(file.fileno())
                self.sha256[name] = self._digests[name].hexdigest()
        finally:
            for file in self._open.values():
                with contextlib.suppress(OSError):
                    file.close()
