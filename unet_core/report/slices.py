"""The model of a run on its own validation scans once more: what it costs, and what it draws.

Run in a child process: scans are read there, and the memory it takes at most is that of a use.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from unet_core.alignment import check_case
from unet_core.case import Case
from unet_core.config import PredictConfig
from unet_core.errors import InputError
from unet_core.events import Event, Predicted, Progress
from unet_core.peak_memory import peak_memory_mb, start_anew
from unet_core.postprocess import clean
from unet_core.predict import predict
from unet_core.report.slice_pictures import Scan, SliceLook, slice_looks
from unet_core.slice_case import voxel_hash
from unet_core.slice_dice import SliceOverlap, on_one_grid, region_pairs
from unet_core.volume import LabelMap, Labels

_RAW = PredictConfig(largest_liver=False, tumour_inside_liver=False, smallest_lesion=0)


@dataclass(frozen=True)
class Cost:
    """What one use of the model took, measured.

    Attributes:
        seconds: From the scan in memory to its cleaned mask.
        read_s: To read and check scan and reference before.
        peak_mb: Most memory the process held while predicting, the scan in it; 0 if unknown.
        shape_zyx: Of the scan.
        device: "processor" or "graphics card".
    """

    seconds: float
    read_s: float
    peak_mb: float
    shape_zyx: tuple[int, int, int]
    device: str


@dataclass(frozen=True)
class CaseLook:
    """One validation case, predicted anew.

    Attributes:
        case_id: Its name; shown only as its number.
        cost: Measured.
        dice: Of the whole case without post-processing, for each region; None for n/a.
        slices: The pictures.
    """

    case_id: str
    cost: Cost
    dice: Mapping[str, float | None]
    slices: tuple[SliceLook, ...]


def looked_at(
    model_path: Path,
    case: Case,
    sha256: str,
    value_map: Mapping[int, int] | None,
    threshold_masks: bool,
    regions: Sequence[str],
) -> Iterator[Event | CaseLook]:
    """Progress, then one CaseLook.

    Args:
        model_path: The best weights.
        case: Of the data set.
        sha256: Of the scan's voxels as the run learned them; empty if unknown.
        value_map: From ``label_mapping`` over the data set.
        threshold_masks: As in the run's settings.
        regions: Names of those to show slices of.

    Raises:
        InputError: If the scan cannot be read or is not the one of the run.
    """
    began = time.monotonic()
    _, volume, reference = check_case(
        case, threshold_masks=threshold_masks, value_map=value_map, isolate=False
    )
    if volume is None or reference is None:
        raise InputError("the scan", "cannot be read any more", "put the data back")
    read_s = time.monotonic() - began
    if sha256 and voxel_hash(volume.canonical) != sha256:
        raise InputError("the scan", "is not the one of the run", "put the data back")
    found: Predicted | None = None
    start_anew()
    for event in predict(model_path, volume, _RAW):
        if isinstance(event, Predicted):
            found = event
        elif isinstance(event, Progress):
            yield replace(event, text="Trying the model on a validation scan")
    assert found is not None
    began = time.monotonic()
    clean(found.label_map.voxels, found.label_map.labels, PredictConfig())
    seconds = found.seconds + time.monotonic() - began
    z, y, x = volume.canonical.shape
    cost = Cost(seconds, read_s, peak_memory_mb(), (z, y, x), _device())
    overlap, truth, guess = _compared(reference, found.label_map)
    yield CaseLook(
        case_id=case.case_id,
        cost=cost,
        dice=dict(zip((p.region.name for p in overlap.pairs), overlap.case_dice, strict=True)),
        slices=tuple(slice_looks(Scan(volume), truth, guess, overlap, regions)),
    )


def _device() -> str:
    from unet_core.unet import choose_device

    return "graphics card" if choose_device().type == "cuda" else "processor"


def _compared(reference: LabelMap, found: LabelMap) -> tuple[SliceOverlap, Labels, Labels]:
    truth, guess = on_one_grid(reference, found)
    pairs = region_pairs(reference, found)
    return SliceOverlap.of(truth, guess, pairs), truth, guess
