"""Cross-validation: as many networks as folds, and every patient scored by one that never saw them.

Each fold is an ordinary run in a folder of its own. Its best network then predicts the patients
kept aside; on all these predictions together post-processing is chosen (``honest_scores``), and
``ensemble.json`` says how good the networks are and how to use them as one.
"""

import contextlib
import dataclasses
import itertools
import math
import re
import time
from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from unet_core import distributed, ensemble, runs
from unet_core.case_masks import load_image
from unet_core.cases import find_cases
from unet_core.checkpoint import load_model
from unet_core.config import TrainConfig, check_settings
from unet_core.errors import InputError
from unet_core.evaluation.export import to_csv
from unet_core.events import CaseChecked, Event, Notice, Predicted, Progress, Saved
from unet_core.folds import folds, labels_missing
from unet_core.honest_scores import HeldOutMask, score_masks
from unet_core.io import atomic, save
from unet_core.person_search import persons_in_cache, sentence_of
from unet_core.postprocess_choice import NOTHING
from unet_core.predict import predict
from unet_core.run_lock import owned
from unet_core.sampling import kept_for_test, outside_test
from unet_core.slices import CACHE_FOLDER, SliceCase, cached_cases
from unet_core.target import labels_in, make_target
from unet_core.train import train

PLAN_FILE = "cross_validation.json"
SCORES_FILE = "scores.csv"
"""Every score of every case, by the network that never saw it, with the chosen post-processing."""
MASK_FOLDER, MASKS_FILE = "validation", "masks.json"
FORMAT = 1
_POLL_S = 0.5
_UNSAFE = re.compile(r"[^\w.+ -]")


@dataclass(frozen=True)
class Plan:
    """Who is kept aside in which fold, and how each fold is trained; fixed once it began.

    Attributes:
        config: Of every fold.
        folds: Case names kept aside in each.
        image_sha256: Of the voxels of each case, by name.
        notices: What the user should know about the folds.
        started: ISO 8601 local time.
        test: Case names in no fold: no network learns from them or is chosen by them.
    """

    config: TrainConfig
    folds: tuple[tuple[str, ...], ...]
    image_sha256: Mapping[str, str]
    notices: tuple[str, ...] = ()
    started: str = ""
    test: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "format": FORMAT,
            "started": self.started,
            "config": self.config.to_json(),
            "folds": [list(fold) for fold in self.folds],
            "image_sha256": dict(self.image_sha256),
            "notices": list(self.notices),
            **({"test": list(self.test)} if self.test else {}),
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """What ``to_json`` wrote; KeyError, TypeError or InputError if it is not."""
        return cls(
            config=TrainConfig.from_json(values["config"]),
            folds=tuple(tuple(str(name) for name in fold) for fold in values["folds"]),
            image_sha256=dict(values["image_sha256"]),
            notices=tuple(values["notices"]),
            started=str(values["started"]),
            test=tuple(str(name) for name in values.get("test", ())),
        )


def cross_validate(
    dataset: Path,
    folder: Path,
    config: TrainConfig,
    k: int = 5,
    *,
    test_cases: tuple[str, ...] = (),
    resume: bool = False,
) -> Iterator[Event]:
    """Train ``k`` networks, score each on the patients it never saw, choose post-processing.

    Yields what ``train`` yields for each fold, with a Notice before it; Saved for every mask and
    last for ``ensemble.json``. Closing the generator keeps all that is finished.

    Several processes (see ``distributed``) train different folds at the same time, each alone;
    the first one gathers the results.

    Args:
        dataset: Folder of image and mask pairs.
        folder: New or empty, unless resumed; gets ``fold-0`` and so on, each an ordinary run.
        config: Of every fold, but for ``minutes``: the time of learning of all folds together,
            each having its share. Predicting the patients kept aside comes on top.
        k: Folds; fewer where there are fewer patients.
        test_cases: Names of cases in no fold; each fold's run scores them once it has ended, and
            nothing is chosen by them.
        resume: Go on with the cross-validation in ``folder``, with its own settings and folds:
            finished folds are kept, an interrupted one continues.

    Raises:
        InputError: If data, settings or disk do not allow it.
    """
    check_settings(config)
    if distributed.is_leader():
        _refuse_taken(folder, resume)
        atomic.make_folder(folder)
        with owned(folder):
            plan, cases = yield from _planned(dataset, folder, config, k, test_cases, resume)
            plan = Plan.from_json(distributed.agreed(plan.to_json()))
            yield from _folds(dataset, folder, plan)
            yield from _waited_for(folder, plan)
            yield from _gathered(folder, plan, cases)
        return
    yield from _folds(dataset, folder, Plan.from_json(distributed.agreed(None)))


def read_plan(folder: Path) -> Plan:
    """The plan of the cross-validation in ``folder``.

    Raises:
        InputError: If there is none, or it is damaged or of a newer version.
    """
    if not (folder / PLAN_FILE).is_file():
        raise InputError(
            folder.name, "holds no cross-validation", "choose its folder or start a new one"
        )
    values = atomic.read_json(folder / PLAN_FILE)
    try:
        if values["format"] > FORMAT:
            raise InputError(PLAN_FILE, "was written by a newer Slicewise", "update Slicewise")
        return Plan.from_json(values)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise InputError(PLAN_FILE, "is damaged", "start a new cross-validation") from None


def fold_folder(folder: Path, number: int) -> Path:
    """The run folder of a fold, counted from 0."""
    return folder / f"fold-{number}"


# --- the plan --------------------------------------------------------------------------------


def _refuse_taken(folder: Path, resume: bool) -> None:
    if resume:
        read_plan(folder)
    elif (folder / PLAN_FILE).exists() or (folder / runs.RUN_FILE).exists():
        kind = "cross-validation" if (folder / PLAN_FILE).exists() else "run"
        raise InputError(
            folder.name, f"holds a {kind} already", "continue that one or choose another folder"
        )


def _planned(
    dataset: Path,
    folder: Path,
    config: TrainConfig,
    k: int,
    test: tuple[str, ...],
    resume: bool,
) -> Generator[Event, None, tuple[Plan, tuple[SliceCase, ...]]]:
    before = read_plan(folder) if resume else None
    settings = before.config if before else config
    cases = yield from cached_cases(dataset, settings, folder.absolute() / CACHE_FOLDER)
    plan = _new_plan(cases, config, k, test) if before is None else before
    _refuse_changed(plan, cases)
    if before is None:
        atomic.write_json(folder / PLAN_FILE, plan.to_json())
    for text in plan.notices:
        yield Notice(text)
    return plan, outside_test(cases, plan.test)


def _new_plan(
    everyone: Sequence[SliceCase], config: TrainConfig, k: int, test: tuple[str, ...]
) -> Plan:
    target = make_target(config.target, labels_in(outside_test(everyone, test)), config)
    cases, _ = kept_for_test(everyone, target, (), test)
    learned = {value: label.name for value, label in labels_in(cases).items()}
    learned = {v: name for v, name in learned.items() if any(v in g for g in target.groups)}
    made = folds(cases, k, config.seed, tuple(learned))
    notices = [*made.notices, *labels_missing(cases, made.cases, learned)]
    if all(case.patient is None for case in cases):
        notices.append(
            "The data set does not tell patients apart: every case counts as a patient of its "
            "own. If some are of one person, the scores are too good."
        )
    found = persons_in_cache(cases)
    notices += [sentence_of(person) for person in found if not person.is_certain]
    rounds = math.ceil(len(made.cases) / distributed.world_size())
    return Plan(
        config=dataclasses.replace(config, minutes=config.minutes / rounds, split="patient"),
        folds=made.cases,
        image_sha256={case.case_id: case.image_sha256 for case in everyone},
        notices=tuple(notices),
        started=_now(),
        test=test,
    )


def _refuse_changed(plan: Plan, cases: Sequence[SliceCase]) -> None:
    now = {case.case_id: case.image_sha256 for case in cases}
    for name in sorted({*now, *plan.image_sha256}):
        if now.get(name) != plan.image_sha256.get(name):
            raise InputError(
                f"case {name}",
                "is not what it was when this cross-validation began",
                "put the data back as they were or start a new one",
            )


# --- the folds -------------------------------------------------------------------------------


def _folds(dataset: Path, folder: Path, plan: Plan) -> Iterator[Event]:
    """This process's folds, each as if there were no other process."""
    said: set[str] = set(plan.notices)
    for number in distributed.share_of(range(len(plan.folds))):
        yield Notice(f"Fold {number + 1} of {len(plan.folds)}.")
        run = fold_folder(folder, number)
        yield from _alone(_new_to(said, _fold(dataset, run, plan, number)))


def _fold(dataset: Path, run: Path, plan: Plan, number: int) -> Generator[Event, None, None]:
    if not _is_finished(run):
        resume = (run / runs.RUN_FILE).is_file()
        names = plan.folds[number]
        yield from train(
            dataset,
            run,
            plan.config,
            validation_cases=names,
            test_cases=plan.test,
            resume=resume,
        )
    if _masks(run) is None:
        yield from _masks_drawn(dataset, run, plan.folds[number])


def _is_finished(run: Path) -> bool:
    return (run / runs.RUN_FILE).is_file() and runs.read_values(run).get("state") == "finished"


def _masks_drawn(dataset: Path, run: Path, names: Sequence[str]) -> Iterator[Event]:
    """What the fold's best network draws on the scans kept aside, each on the scan's own grid."""
    scans = {case.case_id: case for case in find_cases(dataset).cases}
    model, masks = run / runs.MODEL_FILE, dict[str, str]()
    atomic.make_folder(run / MASK_FOLDER)
    for name in names:
        masks[name] = _file_name(name, masks.values())
        for event in predict(model, load_image(scans[name]), NOTHING):
            if isinstance(event, Predicted):
                path = run / MASK_FOLDER / masks[name]
                yield from save(event.label_map, path, overwrite=True)
            else:
                yield event
    values = {"model_sha256": ensemble.file_sha256(model), "masks": masks}
    atomic.write_json(run / MASK_FOLDER / MASKS_FILE, values)


def _file_name(case_id: str, taken: Collection[str]) -> str:
    name = _UNSAFE.sub("_", case_id)
    return next(
        candidate
        for number in itertools.count(1)
        if (candidate := f"{name}{'' if number == 1 else f'-{number}'}.nii.gz") not in taken
    )


def _masks(run: Path) -> dict[str, Path] | None:
    """Masks of the cases kept aside, by name; None if the fold's model has not drawn all yet."""
    place = run / MASK_FOLDER / MASKS_FILE
    if not place.is_file() or not _is_finished(run):
        return None
    values = atomic.read_json(place)
    masks = {str(name): run / MASK_FOLDER / str(file) for name, file in values["masks"].items()}
    is_whole = values["model_sha256"] == ensemble.file_sha256(run / runs.MODEL_FILE) and all(
        path.is_file() for path in masks.values()
    )
    return masks if is_whole else None


def _alone(events: Generator[Event, None, None]) -> Iterator[Event]:
    """The same events from a process that knows of no other while it works on them."""
    try:
        while True:
            with distributed.alone():
                event = next(events, None)
            if event is None:
                return
            yield event
    finally:
        with distributed.alone():
            events.close()


def _new_to(said: set[str], events: Generator[Event, None, None]) -> Generator[Event, None, None]:
    """The same events without what every fold would say again about the data."""
    with contextlib.closing(events):
        for event in events:
            if isinstance(event, CaseChecked) or (isinstance(event, Notice) and event.text in said):
                continue
            if isinstance(event, Notice):
                said.add(event.text)
            yield event


# --- the results -----------------------------------------------------------------------------


def _waited_for(folder: Path, plan: Plan) -> Iterator[Event]:
    """Until every process has done its folds; a lost one ends this one too."""
    own = set(distributed.share_of(range(len(plan.folds))))
    others = [number for number in range(len(plan.folds)) if number not in own]
    while missing := [n for n in others if _masks(fold_folder(folder, n)) is None]:
        done = len(plan.folds) - len(missing)
        yield Progress(done, len(plan.folds), "Waiting for the other folds")
        time.sleep(_POLL_S)


def _gathered(folder: Path, plan: Plan, cases: Sequence[SliceCase]) -> Iterator[Event]:
    """Score what every fold drew, choose post-processing, describe the ensemble."""
    by_name = {case.case_id: case for case in cases}
    drawn = [
        HeldOutMask(number, by_name[name], path)
        for number in range(len(plan.folds))
        for name, path in (_masks(fold_folder(folder, number)) or {}).items()
    ]
    models = [fold_folder(folder, n) / runs.MODEL_FILE for n in range(len(plan.folds))]
    labels = load_model(models[0])[1].labels
    scored = yield from score_masks(drawn, labels, labels_in(cases))
    atomic.write_bytes(folder / SCORES_FILE, to_csv(scored.evaluated).encode())
    yield Saved(folder / SCORES_FILE)
    made = ensemble.Ensemble(
        models=tuple(
            ensemble.Member(path.relative_to(folder).as_posix(), ensemble.file_sha256(path))
            for path in models
        ),
        labels=labels,
        postprocess=scored.choice.config,
        candidates=tuple(candidate.to_json() for candidate in scored.choice.candidates),
        cases=scored.cases,
        created=_now(),
        versions=runs.versions(),
    )
    yield Saved(ensemble.write(folder, made))


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
