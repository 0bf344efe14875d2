"""What a report can say of the data: from what earlier work remembered, or measured now.

The slice caches beside a run hold the check of every case under the hash of its voxels, so that
much is known even where the data were moved away since.
"""

import contextlib
import time
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from unet_core.cache_space import INDEX
from unet_core.errors import InputError
from unet_core.events import Event, Notice, Progress
from unet_core.fingerprint import Fingerprint, fingerprint
from unet_core.io import atomic
from unet_core.report.run_facts import RunFacts
from unet_core.slices import CACHE_FOLDER


@dataclass(frozen=True)
class CaseFacts:
    """One case as its check left it.

    Attributes:
        slices: Axial slices.
        shape_yx: Pixels of a slice.
        spacing_xyz_mm: None without a scale.
        voxels: Of each label value.
        slices_with: Axial slices that hold each label value.
        intensity: "HU" or "grey".
    """

    slices: int
    shape_yx: tuple[int, int]
    spacing_xyz_mm: tuple[float, float, float] | None
    voxels: Mapping[int, int]
    slices_with: Mapping[int, int]
    intensity: str

    def ml(self, values: tuple[int, ...]) -> float | None:
        """Volume of some labels; None without a scale."""
        if self.spacing_xyz_mm is None:
            return None
        x, y, z = self.spacing_xyz_mm
        return sum(self.voxels.get(value, 0) for value in values) * x * y * z / 1000


@dataclass(frozen=True)
class DataFacts:
    """All that is known of the data of a run.

    Attributes:
        cases: By name; those that are still remembered.
        measured: The data set in numbers; None where it was not measured.
        gaps: Sentences on what is not known, and why.
    """

    cases: Mapping[str, CaseFacts]
    measured: Fingerprint | None = None
    gaps: tuple[str, ...] = ()


def data_facts(
    run: RunFacts, *, look: bool, patience_s: float
) -> Generator[Event, None, DataFacts]:
    """Yields Progress; returns what is known.

    Args:
        run: Whose data.
        look: Whether scans may be read where nothing is remembered.
        patience_s: For at most so long; what was measured until then is remembered for next time.
    """
    cache = run.folder.absolute().parent / CACHE_FOLDER
    cases = _remembered(run, cache)
    if run.dataset is None or not run.dataset.is_dir():
        gap = "The data set is not where it was when this run began, so it was not looked at again."
        return DataFacts(cases, None, (gap,))
    if not look:
        return DataFacts(cases)
    measured: Fingerprint | None = None
    gaps: tuple[str, ...] = ()
    try:
        measured = yield from _measured(run, cache, patience_s)
    except InputError:
        gaps = ("The data set could not be measured as it lies there now.",)
    if measured is None and not gaps:
        gaps = ("The data set is large and was not measured again for this report.",)
    return DataFacts(cases, measured, gaps)


def _measured(
    run: RunFacts, cache: Path, patience_s: float
) -> Generator[Event, None, Fingerprint | None]:
    assert run.dataset is not None
    config = run.config
    events = fingerprint(
        run.dataset,
        cache,
        threshold_masks=config.threshold_masks if config else False,
        same_person=config.same_person if config else "",
    )
    until = time.monotonic() + patience_s
    with contextlib.closing(events):
        while time.monotonic() < until:
            try:
                event = next(events)
            except StopIteration as stop:
                found: Fingerprint = stop.value
                return found
            if isinstance(event, Progress):
                yield Progress(event.done, event.total, "Measuring the data set")
            elif not isinstance(event, Notice):
                continue
    return None


def _remembered(run: RunFacts, cache: Path) -> dict[str, CaseFacts]:
    """Cases of the run whose check is still in the slice caches, found by their voxels."""
    by_hash: dict[str, CaseFacts] = {}
    for index in cache.glob(f"*/{INDEX}"):
        with contextlib.suppress(InputError, OSError, KeyError, TypeError, ValueError):
            values = atomic.read_json(index)
            by_hash[str(values["image_sha256"]) + str(values["mask_sha256"])] = _case(values)
    wanted = {name: "".join(pair) for name, pair in run.hashes.items()}
    return {name: by_hash[key] for name, key in wanted.items() if key in by_hash}


def _case(values: Mapping[str, Any]) -> CaseFacts:
    spacing, report = values["spacing_xyz_mm"], values["report"]
    height, width = values["shape_yx"]
    return CaseFacts(
        slices=int(values["count"]),
        shape_yx=(int(height), int(width)),
        spacing_xyz_mm=(spacing[0], spacing[1], spacing[2]) if spacing else None,
        voxels={int(k): int(v) for k, v in report["label_voxels"].items()},
        slices_with={int(k): int(v) for k, v in report["slices_with"].items()},
        intensity=str(values["intensity"]),
    )
