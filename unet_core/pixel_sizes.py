"""What a pixel that a network sees measures in the patient, from what is remembered of the data.

No scan is read for it: what a plan measured or a run left in its cache is enough, and without
either the headers of a few scans tell the size of whole slices.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from unet_core.boxes import Crop
from unet_core.case import Case
from unet_core.case_measures import CaseMeasures
from unet_core.cases import find_cases
from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.fingerprint import Fingerprint, recalled, side_of
from unet_core.io.kinds import inspected
from unet_core.io.request import Request
from unet_core.slices import SliceCase, cases_at_hand

_FEW = 12
"""Headers are looked into; their median is enough to draw a network by."""


@dataclass(frozen=True)
class PixelSizes:
    """What is known of a data set without reading it.

    Attributes:
        pixel_mm: Of each U-Net, median over cases; empty where nothing is known.
        lost_lesions: Share of lesions below three pixels on what the last one sees.
    """

    pixel_mm: tuple[float | None, ...] = ()
    lost_lesions: float | None = None


def remembered_sizes(dataset: Path, cache: Path, config: TrainConfig) -> PixelSizes:
    """From what a plan measured, else from the slice cache, else from a few headers.

    Raises:
        InputError: If the data set holds no pair.
    """
    found = recalled(
        dataset,
        cache,
        threshold_masks=config.threshold_masks,
        same_person=config.same_person,
    )
    if found is not None:
        return _planned(found, config)
    cached = sizes_of(cases_at_hand(dataset, config, cache), config)
    return PixelSizes(cached or _of_headers(find_cases(dataset).cases, config))


def _planned(found: Fingerprint, config: TrainConfig) -> PixelSizes:
    whole = "body" if config.crop == "body" else "whole"
    views = [(whole, config.image_size)]
    if config.model.cascade:
        views.append(("organ", config.detail_size))
    sizes = tuple(
        _median([_measured_mm(case, view, size) for case in found.cases]) for view, size in views
    )
    view, size = views[-1]
    return PixelSizes(sizes, found.share_lost(size, view))


def _measured_mm(case: CaseMeasures, view: str, size: int) -> float | None:
    if case.spacing_xyz_mm is None:
        return None
    return max(case.spacing_xyz_mm[:2]) * side_of(case, view) / size


def _of_headers(cases: Sequence[Case], config: TrainConfig) -> tuple[float | None, ...]:
    """Of whole slices; where a body or an organ lies, headers do not say."""
    if config.crop != "none":
        return ()
    sizes = [_header_mm(case, config.image_size) for case in cases[:_FEW]]
    whole = _median(sizes)
    return (whole, None) if config.model.cascade else (whole,)


def _header_mm(case: Case, size: int) -> float | None:
    """None where no header of one file tells the scale."""
    if len(case.image_paths) != 1:
        return None
    try:
        _, header = inspected(Request(case.image_paths))
    except (InputError, OSError):  # what is wrong with it is told where it is read
        return None
    if header is None or not header.geometry.has_scale:
        return None
    grid = header.geometry.canonical
    return max(grid.spacing_xyz_mm[:2]) * max(grid.size_xyz[:2]) / size


def sizes_of(cases: Sequence[SliceCase], config: TrainConfig) -> tuple[float | None, ...]:
    """Of each U-Net, from the slice cache; the longer side counts where a pixel is no square."""
    if not cases:
        return ()
    sizes = [_median([_cached_mm(case, case.crop, config.image_size) for case in cases])]
    if config.model.cascade:
        close = [
            _cached_mm(case, case.detail_crop or case.crop, config.detail_size) for case in cases
        ]
        sizes.append(_median(close))
    return tuple(sizes)


def _cached_mm(case: SliceCase, crop: Crop, size: int) -> float | None:
    if case.spacing_xyz_mm is None:
        return None
    x, y, _ = case.spacing_xyz_mm
    return max(x * crop.width, y * crop.height) / size


def _median(lengths: Sequence[float | None]) -> float | None:
    known = [length for length in lengths if length is not None]
    return float(np.median(known)) if known else None
