"""What a model was made from: the voxels of a run, by hash, and the passport of its model file."""

import dataclasses
import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import numpy as np

from unet_core import runs
from unet_core.checkpoint import Passport
from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.evaluation.summary import mean_of
from unet_core.events import Notice
from unet_core.pixel_sizes import sizes_of
from unet_core.run_journal import CaseScores, scores_in
from unet_core.sampling import Split
from unet_core.scores import Estimate
from unet_core.slices import SliceCase, changed_since
from unet_core.target import Target
from unet_core.training_range import range_of


def voxel_hashes(cases: Sequence[SliceCase]) -> dict[str, list[str]]:
    """SHA-256 of image and mask of each case, by name."""
    return {case.case_id: [case.image_sha256, case.mask_sha256] for case in cases}


def refuse_changed(
    before: Mapping[str, Sequence[str]] | None, now: Mapping[str, Sequence[str]]
) -> None:
    """A continued run must go on with the very voxels it began with.

    Raises:
        InputError: Naming the first case that differs; not where there is no ``before``.
    """
    for name in sorted({*(before or now), *now}):
        if before is not None and before.get(name) != now.get(name):
            raise InputError(
                f"case {name}",
                "is not what it was when this run began",
                "put the data back as they were or start a new run",
            )


def told_of_changes(cases: Sequence[SliceCase]) -> Iterator[Notice]:
    """A Notice if files of a run are no longer what they were when it began."""
    if changed := changed_since(cases):
        yield Notice(
            f"{', '.join(changed)} changed on disk during the run; what was learned is the "
            "data as they were at its start."
        )


def passport(
    config: TrainConfig,
    target: Target,
    split: Split,
    entry: Mapping[str, Any],
    *,
    parent_sha256: str = "",
) -> Passport:
    """Of the weights that a round left.

    Args:
        config: Settings of the run.
        target: What is learned.
        split: Who was learned from and who was scored.
        entry: The round's line of the journal; without cases, scores have no intervals.
        parent_sha256: Of the model the run began with.
    """
    cases = [part.case for part in (*split.train, *split.validation)]
    kinds = {case.intensity for case in cases}
    spacings = [case.spacing_xyz_mm for case in cases if case.spacing_xyz_mm]
    x, y, z = np.median(spacings, axis=0).tolist() if spacings else (0.0, 0.0, 0.0)
    return Passport(
        model=config.model,
        train=dataclasses.replace(config, same_person=""),  # names stay with the run
        labels=target.labels,
        intensity=kinds.pop() if len(kinds) == 1 else "mixed",
        spacing_xyz_mm=(x, y, z) if spacings else None,
        train_sha256=tuple(part.case.image_sha256 for part in split.train),
        validation_sha256=tuple(part.case.image_sha256 for part in split.validation),
        epoch=entry["epoch"],
        scores=entry["record"]["dice"],
        versions=runs.versions(),
        created=datetime.now().astimezone().isoformat(timespec="seconds"),
        parent_sha256=parent_sha256,
        pixel_mm=sizes_of([part.case for part in split.train], config),
        ranges=range_of([part.case for part in split.train]),
        estimates=_estimates(split, scores_in(entry)),
    )


def _estimates(split: Split, scored: Sequence[CaseScores]) -> dict[str, Estimate]:
    """Mean Dice of each region with its interval, over persons; names stay with the run."""
    patients = {part.case.case_id: part.case.patient for part in split.validation}
    known: dict[str, list[tuple[str, float]]] = {}
    for case in scored:
        person = patients.get(case.case_id) or f"case {case.case_id}"
        for region, dice in zip(case.regions, case.case_dice, strict=True):
            found = known.setdefault(region, [])
            if math.isfinite(dice):
                found.append((person, dice))
    return {
        region: mean_of(found, not_counted=len(scored) - len(found))
        for region, found in known.items()
    }
