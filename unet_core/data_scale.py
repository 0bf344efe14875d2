"""The learning curve over data: what a quarter, a half and all of the patients bring.

A few short trainings on growing shares of the patients, scored on the same validation patients,
say what more patients would bring, or that it cannot be told (``scaling_law``).
"""

import contextlib
import hashlib
import json
import math
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import numpy as np

from unet_core import runs
from unet_core.errors import InputError
from unet_core.events import Event
from unet_core.learning_curves import (
    CURVE_FILE,
    FOLDER_PREFIX,
    CurveOrder,
    CurvePoint,
    KeptCurve,
    LearningCurve,
    write_curve,
)
from unet_core.person_groups import person_names
from unet_core.provenance import voxel_hashes
from unet_core.run_lock import owned, unwritable
from unet_core.sampling import Split, make_split, outside_test
from unet_core.scaling_law import outlooks
from unet_core.slices import CACHE_FOLDER, SliceCase, cached_cases
from unet_core.target import Target, labels_in, make_target
from unet_core.train import train

SHARES = (0.25, 0.5, 0.75, 1.0)
FEWEST_PATIENTS = 3
"""To learn from: fewer give no curve."""
Share = tuple[int, tuple[str, ...]]


@dataclass(frozen=True)
class ShareBegun:
    """One of the trainings comes next; it may be done already.

    Attributes:
        number: Which one, from 1.
        shares: Numbers of patients of all of them, rising.
        validation_cases: Names of the cases all are scored on.
    """

    number: int
    shares: tuple[int, ...]
    validation_cases: tuple[str, ...]

    @property
    def patients(self) -> int:
        """Learned from in this one."""
        return self.shares[self.number - 1]

    def words(self) -> str:
        """One line."""
        people = "1 patient" if self.patients == 1 else f"{self.patients} patients"
        return f"Learning curve, run {self.number} of {len(self.shares)}: {people}."


CurveEvent = Event | ShareBegun | CurvePoint | LearningCurve


def learning_curve(order: CurveOrder, root: Path) -> Generator[CurveEvent, None, None]:
    """Train on growing shares of the patients; the events of each run, a CurvePoint after each.

    At last a LearningCurve. Every share is a run of its own under ``root``: what is finished is
    not done again, what was cut short goes on. What is found so far is kept in a folder of its
    own, see ``learning_curves``.

    Args:
        order: What is to be measured.
        root: Folder of runs.

    Raises:
        InputError: If there are too few patients, patients are not kept aside whole, somebody
            measures this curve already, or a run fails.
    """
    folder = root / order.folder_name
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from None
    with owned(folder):
        yield from _measured(order, root, folder)


def _measured(order: CurveOrder, root: Path, folder: Path) -> Generator[CurveEvent, None, None]:
    found = yield from cached_cases(order.dataset, order.config, root.absolute() / CACHE_FOLDER)
    target = make_target(
        order.config.target, labels_in(outside_test(found, order.test_cases)), order.config
    )
    split = make_split(
        found, target, target.applied(order.config), order.validation_cases, order.test_cases
    )
    _refuse_slices(split)
    shares = growing_shares(split, target, order.config.seed)
    held = tuple(part.case.case_id for part in split.validation)
    counts, hashes = tuple(count for count, _ in shares), voxel_hashes(found)
    learned = tuple(part.case.case_id for part in split.train)
    kept = KeptCurve(order, counts, learned, held, changed=_now())
    if not (folder / CURVE_FILE).is_file():
        write_curve(folder, kept)
    for number, share in enumerate(shares, start=1):
        yield ShareBegun(number, counts, held)
        run = root / _run_name(order, share, held, hashes)
        yield from _trained(order, run, share[1], held)
        points = (*kept.points, CurvePoint(share[0], _best_dice(run)))
        kept = replace(kept, points=points, changed=_now())
        if number == len(shares):
            kept = replace(kept, outlooks=outlooks(kept.points))
        write_curve(folder, kept)
        yield kept.points[-1]
    yield LearningCurve(kept.points, held, order.minutes, kept.outlooks)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _refuse_slices(split: Split) -> None:
    if not all(part.is_whole for part in split.validation):
        raise InputError(
            "the learning curve",
            "needs patients that are kept aside whole, and here slices are",
            "set split to patient, or choose the validation patients",
        )


def growing_shares(split: Split, target: Target, seed: int) -> tuple[Share, ...]:
    """Number of patients and case names of each share; each holds the ones before it.

    The first patient holds as many of the labels as any does, so that every share can learn.

    Raises:
        InputError: If there are too few patients.
    """
    groups: dict[str, list[SliceCase]] = {}
    persons = person_names([part.case for part in split.train])
    for part in split.train:
        groups.setdefault(persons[part.case.case_id], []).append(part.case)
    if len(groups) < FEWEST_PATIENTS:
        raise InputError(
            "the learning curve",
            f"needs {FEWEST_PATIENTS} patients to learn from, and there are {len(groups)}",
            "add patients",
        )
    held = {
        name: sum(
            any(case.report.label_voxels.get(v) for case in cases for v in values)
            for values in target.groups
        )
        for name, cases in groups.items()
    }
    order = np.random.default_rng([seed, 1]).permutation(len(groups))
    names = [sorted(groups)[int(i)] for i in order]
    first = next(name for name in names if held[name] == max(held.values()))
    names = [first, *(name for name in names if name != first)]
    counts = sorted({max(1, math.ceil(share * len(names))) for share in SHARES})
    return tuple(
        (count, tuple(case.case_id for name in names[:count] for case in groups[name]))
        for count in counts
    )


def _run_name(
    order: CurveOrder, share: Share, held: Sequence[str], hashes: Mapping[str, Sequence[str]]
) -> str:
    """Of one training: other data, settings or patients lead to another name."""
    patients, names = share
    voxels = {name: list(hashes[name]) for name in (*names, *held)}
    key = json.dumps([order.folder_name, list(names), list(held), voxels], sort_keys=True)
    return f"{FOLDER_PREFIX}{hashlib.sha256(key.encode()).hexdigest()[:8]}-{patients}-patients"


def _trained(
    order: CurveOrder, folder: Path, names: Sequence[str], held: Sequence[str]
) -> Generator[Event, None, None]:
    begun = (folder / runs.RUN_FILE).is_file()
    if begun and runs.read_run(folder).state == "finished":
        return
    events = train(
        order.dataset,
        folder,
        order.settings,
        training_cases=tuple(names),
        validation_cases=tuple(held),
        resume=begun,
        start_from=None if begun else order.start_from,
    )
    with contextlib.closing(events):  # type: ignore[type-var]
        yield from events


def _best_dice(folder: Path) -> dict[str, float | None]:
    best = [record for record in runs.read_records(folder) if record.is_best]
    if not best:
        raise InputError(folder.name, "finished no round", "give the learning curve more minutes")
    return dict(best[-1].dice)
