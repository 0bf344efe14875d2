"""Two small samples of a data set to rehearse on: a few slices that hold its labels.

Only a handful of the smallest cases is read, however many there are, and of each no more is kept
than a block of slices around the rarest label, at full resolution.
"""

import dataclasses
import time
from collections.abc import Collection, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from unet_core.alignment import check_case
from unet_core.case import Case
from unet_core.case_masks import label_mapping
from unet_core.cases import find_cases
from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.events import Event, Progress
from unet_core.io import save_now
from unet_core.volume import LabelMap, Volume, label_for

ItemT = TypeVar("ItemT", Volume, LabelMap)
SLICES = 24
MOST_READ, ENOUGH_READ = 6, 3
LEARNED, SCORED = "1", "2"
"""Names of the two cases in the scratch data set."""


@dataclass(frozen=True)
class Sample:
    """A block of slices of one case.

    Attributes:
        name: Of the case it is from.
        volume: The block.
        label_map: Its mask.
        slices: Of the whole case.
        file_bytes: Of the whole case.
        read_s: Reading and checking the whole case took.
    """

    name: str
    volume: Volume
    label_map: LabelMap
    slices: int
    file_bytes: int
    read_s: float

    @property
    def labels(self) -> int:
        """How many labels occur in the block."""
        return int(np.count_nonzero(np.bincount(self.label_map.voxels.ravel(), minlength=2)[1:]))


@dataclass(frozen=True)
class Samples:
    """What is learned from and what is scored.

    Attributes:
        slices_in_all: Of every case of the data set, about; in the order of ``names``.
        read_s_in_all: Reading every case will take, about.
        names: Of every case.
    """

    learned: Sample
    scored: Sample
    names: tuple[str, ...]
    slices_in_all: tuple[int, ...]
    read_s_in_all: float

    @property
    def is_one_case(self) -> bool:
        """Whether both are of the same case, every other slice each."""
        return self.learned.name == self.scored.name


def take_samples(
    dataset: Path, config: TrainConfig, budget_s: float, left_out: Collection[str] = ()
) -> Generator[Event, None, Samples]:
    """Read some of the smallest cases; yields Progress.

    Args:
        dataset: Folder of image and mask pairs.
        config: How soft mask edges are read, and what is to be learned.
        left_out: Names of cases that are not to be learned from, not even here.
        budget_s: No further case is begun after this time, once there are labels to learn.

    Raises:
        InputError: If there is no pair, one that was read has a problem, or none has a label.
    """
    cases = [case for case in find_cases(dataset).cases if case.case_id not in left_out]
    sizes = [_bytes(case) for case in cases]
    order = sorted(range(len(cases)), key=sizes.__getitem__)[:MOST_READ]
    started, samples = time.monotonic(), list[Sample]()
    mapping = label_mapping([cases[i] for i in order])
    for number, i in enumerate(order):
        yield Progress(number, len(order), f"Reading {cases[i].case_id}")
        before = time.monotonic()
        report, volume, label_map = check_case(
            cases[i], threshold_masks=config.threshold_masks, value_map=mapping
        )
        if report.problems or volume is None or label_map is None:
            problem = (report.problems or ("cannot be used",))[0].rstrip(".")
            raise InputError(
                f"case {report.case_id}",
                f"cannot be learned from: {problem}",
                "or take it out of the data set",
            )
        block = _block(label_map)
        samples.append(
            Sample(
                name=cases[i].case_id,
                volume=_cut(volume, block),
                label_map=_cut(label_map, block),
                slices=len(volume.canonical),
                file_bytes=sizes[i],
                read_s=time.monotonic() - before,
            )
        )
        enough = len(samples) >= ENOUGH_READ or time.monotonic() - started > budget_s
        if enough and sum(sample.labels > 0 for sample in samples) > 1:
            break
    return _chosen(samples, cases, sizes)


def write_samples(samples: Samples, folder: Path) -> None:
    """Make a data set of two cases, ``LEARNED`` and ``SCORED``, in ``folder``."""
    for name, sample in ((LEARNED, samples.learned), (SCORED, samples.scored)):
        save_now(sample.volume, folder / f"volume-{name}.nii")
        save_now(sample.label_map, folder / f"segmentation-{name}.nii")


def target_in(samples: Samples, config: TrainConfig) -> str:
    """``config.target`` as the samples call it, whose labels keep their values alone."""
    for value, label in samples.learned.label_map.labels.items():
        if label.name == config.target:
            return label_for(value).name
    return config.target


def _chosen(samples: Sequence[Sample], cases: Sequence[Case], sizes: Sequence[int]) -> Samples:
    by_labels = sorted(samples, key=lambda sample: -sample.labels)  # stable: smallest first
    learned = by_labels[0]
    if not learned.labels:
        names = ", ".join(sample.name for sample in samples)
        raise InputError(
            f"case {names}", "holds no label, and larger ones were not looked at", "add masks"
        )
    if len(by_labels) > 1 and by_labels[1].labels:
        scored = by_labels[1]
    else:
        learned, scored = (_every_other(learned, first) for first in (0, 1))
    slices = sum(sample.slices for sample in samples)
    read = max(sum(sample.file_bytes for sample in samples), 1)
    return Samples(
        learned=learned,
        scored=scored,
        names=tuple(case.case_id for case in cases),
        slices_in_all=tuple(
            len(case.image_paths) if len(case.image_paths) > 1 else round(size * slices / read)
            for case, size in zip(cases, sizes, strict=True)
        ),
        read_s_in_all=sum(sizes) * sum(sample.read_s for sample in samples) / read,
    )


def _bytes(case: Case) -> int:
    """Size of its scan, which says more on the number of slices than that of its mask."""
    total = 0
    for path in case.image_paths:
        files = [p for p in path.rglob("*") if p.is_file()] if path.is_dir() else [path]
        total += sum(file.stat().st_size for file in files)
    return total


# --- cutting ---------------------------------------------------------------------------------


def _block(label_map: LabelMap) -> slice:
    """The slices that hold most of each label, rare ones counting as much as common ones."""
    canonical = label_map.canonical
    shares = np.zeros(len(canonical))
    for value in np.flatnonzero(np.bincount(label_map.voxels.ravel(), minlength=2)[1:]) + 1:
        counts: NDArray[np.int64] = np.count_nonzero(canonical == value, axis=(1, 2))
        shares += counts / counts.sum()
    length = min(SLICES, len(canonical))
    sums = np.convolve(shares, np.ones(length), "valid")
    middle = int(np.flatnonzero(sums >= sums.max() - 1e-9).mean())
    return slice(middle, middle + length)


def _every_other(sample: Sample, first: int) -> Sample:
    block = slice(first, None, 2)
    return dataclasses.replace(
        sample,
        volume=_cut(sample.volume, block),
        label_map=_cut(sample.label_map, block),
    )


def _cut(item: ItemT, block: slice) -> ItemT:
    """Some canonical slices of it, on its own axes."""
    geometry, orientation = item.geometry, item.geometry.orientation
    axis, count = orientation.axes[0], len(item.canonical)
    first, last, step = range(count)[block][0], range(count)[block][-1], block.step or 1
    start, end = (count - 1 - last, count - 1 - first) if orientation.flips[0] else (first, last)
    where = [slice(None)] * 3
    where[axis] = slice(start, end + 1, step)
    voxels = np.ascontiguousarray(item.voxels[tuple(where)])
    origin_index = [0.0, 0.0, 0.0]
    origin_index[axis] = start
    spacing = list(geometry.spacing_xyz_mm)
    spacing[2 - axis] *= step
    size = voxels.shape[::-1]
    moved = dataclasses.replace(
        geometry,
        size_xyz=(size[0], size[1], size[2]),
        spacing_xyz_mm=(spacing[0], spacing[1], spacing[2]),
        origin_xyz_mm=geometry.point((origin_index[0], origin_index[1], origin_index[2])),
    )
    return dataclasses.replace(item, voxels=voxels, geometry=moved)
