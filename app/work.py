"""What the window asks child processes and threads to do, each a generator of events.

No Qt here and no heavy import at the top: a child imports this file and then only what its task
needs, and the window starts without waiting for torch.
"""

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unet_core.config import PredictConfig, TrainConfig
from unet_core.errors import InputError
from unet_core.events import EpochRecord, Evaluated, Event, FinalScores, Saved
from unet_core.volume import Label, LabelMap, Volume

if TYPE_CHECKING:
    from unet_core.checkpoint import Passport
    from unet_core.ensemble import Ensemble
    from unet_core.measurements import MaskMeasured
    from unet_core.plan import Plan
    from unet_core.runs import RunSummary

LOSS_NAMES = ("dice_ce", "dice", "ce", "bce", "focal", "tversky")
"""The keys of ``unet_core.losses.LOSSES``, known here without importing torch."""


@dataclass(frozen=True)
class EnsembleFound:
    """Networks of a cross-validation that are used as one.

    Attributes:
        path: Its ``ensemble.json``.
        models: How many.
        created: ISO 8601 local time.
        score: Mean cross-validated case Dice over regions; None for n/a.
    """

    path: Path
    models: int
    created: str
    score: float | None


@dataclass(frozen=True)
class RunsFound:
    """The runs under a folder, and what was made of several, each newest first."""

    root: Path
    runs: tuple["RunSummary", ...]
    ensembles: tuple[EnsembleFound, ...] = ()


@dataclass(frozen=True)
class RunRead:
    """One run as its folder tells it."""

    summary: "RunSummary"
    records: tuple[EpochRecord, ...]
    columns: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class RunPlaced:
    """A run has its folder; it begins next."""

    folder: Path


@dataclass(frozen=True)
class ModelSettings:
    """How a run must be set up to begin with a model."""

    path: Path
    config: TrainConfig


@dataclass(frozen=True)
class ModelDescribed:
    """A model file that was found sound, in words.

    Attributes:
        lines: (heading, text) pairs for the user.
        usual: How it is used unless the user says otherwise.
    """

    path: Path
    lines: tuple[tuple[str, str], ...]
    usual: PredictConfig = field(default_factory=PredictConfig)


@dataclass(frozen=True)
class PlanMade:
    """A plan in words, and the settings it stands for; knows no torch, as the window does not.

    Attributes:
        name: Of the data set's folder.
        config: The settings.
        forecast: What a run will take, in a sentence.
        advice: Sentences on the data, the verdict first.
        choices: Setting, value and reason of each.
        fits: Whether the time suffices.
        values: All of it, to be saved.
    """

    name: str
    config: TrainConfig
    forecast: str
    advice: tuple[str, ...]
    choices: tuple[tuple[str, str, str], ...]
    fits: bool
    values: Mapping[str, Any]


@dataclass(frozen=True)
class FinalRead:
    """What a run has scored on its test cases; None where it has not."""

    folder: Path
    scores: FinalScores | None


def read_final(folder: Path) -> Iterator[FinalRead]:
    """Yields what a run scored on its test cases; a damaged record is as good as none."""
    from unet_core.final_record import read_final_scores

    found = None
    with contextlib.suppress(InputError):
        found = read_final_scores(folder)
    yield FinalRead(folder, found)


def find_runs(root: Path) -> Iterator[RunsFound]:
    """Yields every run under ``root`` but the parts of learning curves; none if it is absent."""
    from unet_core import learning_curves, runs

    if root.is_dir():
        found = (r for r in runs.list_runs(root) if r.preset != learning_curves.PRESET)
        yield RunsFound(root, tuple(found), _ensembles(root))
    else:
        yield RunsFound(root, ())


def _ensembles(root: Path) -> tuple[EnsembleFound, ...]:
    """Those that can be read, newest first."""
    from unet_core import ensemble

    found = []
    for path in root.glob(f"*/{ensemble.ENSEMBLE_FILE}"):
        with contextlib.suppress(InputError):
            made = ensemble.read(path)
            known = [dice for dice in made.summary.dice.values() if dice is not None]
            score = sum(known) / len(known) if known else None
            found.append(EnsembleFound(path, len(made.models), made.created, score))
    return tuple(sorted(found, key=lambda one: (one.created, one.path), reverse=True))


def read_run(folder: Path) -> Iterator[RunRead]:
    """Yields one run with all its finished epochs."""
    from unet_core import runs
    from unet_core.run_columns import columns_of

    records = tuple(runs.read_records(folder))
    yield RunRead(runs.read_run(folder), records, columns_of(records))


def describe_model(path: Path) -> Iterator[ModelDescribed]:
    """Yields what a model says about itself; for a child process, as the file may be anybody's."""
    from unet_core import checkpoint
    from unet_core.ensemble import opened

    found = opened(path)
    _, passport = checkpoint.load_model(found.models[0])
    lines = _run_lines(passport) if found.ensemble is None else _ensemble_lines(found.ensemble)
    low, high = passport.window_hu
    grey = "8-bit pictures" if passport.intensity == "grey" else f"{low:g} to {high:g} HU"
    lines.append(("Grey window", grey))
    if passport.spacing_xyz_mm is not None:
        spacing = " × ".join(f"{mm:.2g}" for mm in passport.spacing_xyz_mm)
        lines.append(("Voxels", f"{spacing} mm (median)"))
    yield ModelDescribed(path, tuple(lines), found.config)


def _run_lines(passport: "Passport") -> list[tuple[str, str]]:
    learned, kept = len(passport.train_sha256), len(passport.validation_sha256)
    scores = ", ".join(
        f"{name} {'n/a' if dice is None else format(dice, '.2f')}"
        for name, dice in passport.scores.items()
    )
    return [
        (
            "Trained",
            f"{_minute(passport.created)}, epoch {passport.epoch}",
        ),
        (
            "Learned from",
            f"{learned} scans; {kept} more kept aside for validation",
        ),
        ("Finds", _names(passport.labels)),
        ("Dice", f"{scores or 'n/a'} (mean over whole validation patients)"),
    ]


def _ensemble_lines(made: "Ensemble") -> list[tuple[str, str]]:
    from unet_core.postprocess_choice import options_in_words

    after, before = made.summary, made.summary_before
    scores = []
    for name, dice in after.dice.items():
        spread = after.spread[name]
        scores.append(
            f"{name} {'n/a' if dice is None else format(dice, '.2f')}"
            + ("" if spread is None else f" ± {spread:.2f}")
        )
    gains = [
        f"{name} {gain:+.3f}"
        for name, dice in after.dice.items()
        if dice is not None
        and (earlier := before.dice.get(name)) is not None
        and (gain := dice - earlier)
    ]
    return [
        ("Trained", _minute(made.created)),
        (
            "Networks",
            f"{len(made.models)}, one for each fold; the mean of all decides",
        ),
        ("Finds", _names(made.labels)),
        (
            "Dice",
            f"{', '.join(scores) or 'n/a'} (cross-validated: {after.cases} patients' scans, each "
            "by the network that never saw it)",
        ),
        (
            "Post-processing",
            options_in_words(made.postprocess) + (f" ({', '.join(gains)})" if gains else ""),
        ),
    ]


def _minute(created: str) -> str:
    return created[:16].replace("T", " ")


def _names(labels: Mapping[int, Label]) -> str:
    return ", ".join(label.name for label in labels.values())


def make_plan(
    dataset: Path,
    runs_root: Path,
    minutes: float,
    threshold: bool,
    same_person: str = "",
    test_cases: tuple[str, ...] = (),
) -> Iterator[Event | PlanMade]:
    """Measure a data set and choose settings for it; what was measured is remembered."""
    from unet_core.plan import Planned, plan_of
    from unet_core.slices import CACHE_FOLDER

    cache = runs_root / CACHE_FOLDER
    events = plan_of(
        dataset,
        minutes or None,
        cache=cache,
        threshold_masks=threshold,
        same_person=same_person,
        test_cases=test_cases,
    )
    for event in events:
        yield plan_in_words(event.plan) if isinstance(event, Planned) else event


def plan_in_words(plan: "Plan") -> PlanMade:
    """A plan as the window shows it."""
    from unet_core.planning.choices import forecast_words

    return PlanMade(
        name=plan.name,
        config=plan.config,
        forecast=forecast_words(plan.forecast, plan.config.minutes),
        advice=plan.advice,
        choices=tuple((c.setting, c.value, c.reason) for c in plan.choices),
        fits=plan.fits,
        values=plan.to_json(),
    )


def save_plan(made: PlanMade, path: Path) -> Iterator[Event]:
    """Write a plan for ``unet-core train --plan``."""
    from unet_core.io import atomic

    atomic.write_json(path, made.values)
    yield Saved(path)


def new_run(
    dataset: Path,
    runs_root: Path,
    config: TrainConfig,
    validation_cases: tuple[str, ...],
    start_from: Path | None = None,
    test_cases: tuple[str, ...] = (),
    plan: Mapping[str, Any] | None = None,
) -> Iterator[Event | RunPlaced]:
    """Train in a new folder under ``runs_root``, from scratch or from a model."""
    from unet_core import runs
    from unet_core.live_status import followed
    from unet_core.train import train

    folder = runs.new_run_folder(runs_root, config.preset)
    yield RunPlaced(folder)
    events = train(
        dataset,
        folder,
        config,
        validation_cases=validation_cases,
        test_cases=test_cases,
        start_from=start_from,
        plan=plan,
    )
    yield from followed(events, folder)


def rehearse(
    dataset: Path,
    runs_root: Path,
    config: TrainConfig,
    validation_cases: tuple[str, ...],
    test_cases: tuple[str, ...] = (),
) -> Iterator[Event]:
    """Try a run on a few slices; nothing of it stays under ``runs_root``."""
    from unet_core.rehearsal import rehearse as run

    yield from run(
        dataset, runs_root, config, validation_cases=validation_cases, test_cases=test_cases
    )


def settings_of_model(path: Path) -> Iterator[ModelSettings]:
    """Yields the settings a run that begins with a model needs."""
    from unet_core.checkpoint import load_model
    from unet_core.parent import settings_like

    yield ModelSettings(path, settings_like(load_model(path)[1]))


def resume_run(
    dataset: Path, folder: Path, more_epochs: int = 0, more_minutes: float = 0.0
) -> Iterator[Event]:
    """Go on with the run in ``folder`` as it was set up, or beyond its end."""
    from unet_core import runs
    from unet_core.live_status import followed
    from unet_core.train import train

    cases = runs.read_run(folder).validation_cases
    config = runs.read_config(folder)
    events = train(
        dataset,
        folder,
        config,
        validation_cases=cases,
        resume=True,
        more_epochs=more_epochs,
        more_minutes=more_minutes,
    )
    yield from followed(events, folder)


def predict(model_path: Path, volume: Volume, config: PredictConfig | None) -> Iterator[Event]:
    """Run a model or an ensemble on a scan; as it is usually used if ``config`` is None."""
    from unet_core.ensemble_prediction import predict as run

    yield from run(model_path, volume, config)


def evaluate(
    reference: LabelMap, prediction: LabelMap, volume: Volume | None = None
) -> Iterator[Event]:
    """Compare a prediction with its reference; contrasts are measured in the scan."""
    from unet_core.evaluation.folders import evaluate as run

    yield from run(reference, prediction, volume)


def measure_mask(volume: Volume, label_map: LabelMap) -> Iterator["MaskMeasured"]:
    """Measure every label and lesion of a mask."""
    from unet_core.lesion_table import measure_mask as run

    yield from run(volume, label_map)


def save_scores(evaluated: Evaluated, path: Path) -> Iterator[Event]:
    """Write scores as a table for spreadsheets."""
    from unet_core.evaluation.export import to_csv
    from unet_core.io import atomic

    atomic.write_bytes(path, to_csv([evaluated]).encode())
    yield Saved(path)
