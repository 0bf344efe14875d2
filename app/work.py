"""What the window asks child processes and threads to do, each a generator of events.

No Qt here and no heavy import at the top: a child imports this file and then only what its task
needs, and the window starts without waiting for torch.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from unet_core.config import PredictConfig, TrainConfig
from unet_core.errors import InputError
from unet_core.events import EpochRecord, Evaluated, Event, Saved
from unet_core.volume import LabelMap, Volume

if TYPE_CHECKING:
    from unet_core.cases import CaseList
    from unet_core.runs import RunSummary

LOSS_NAMES = ("dice_ce", "dice", "ce", "bce", "focal", "tversky")
"""The keys of ``unet_core.losses.LOSSES``, known here without importing torch."""
DEMO_CASES = 6
Size = tuple[int, int, int]


@dataclass(frozen=True)
class CasesFound:
    """A folder is a data set of image and mask pairs."""

    folder: Path
    cases: "CaseList"


@dataclass(frozen=True)
class RunsFound:
    """The runs under a folder, newest first."""

    root: Path
    runs: tuple["RunSummary", ...]


@dataclass(frozen=True)
class RunRead:
    """One run as its folder tells it."""

    summary: "RunSummary"
    records: tuple[EpochRecord, ...]


@dataclass(frozen=True)
class ModelDescribed:
    """A model file that was found sound, in words.

    Attributes:
        lines: (heading, text) pairs for the user.
    """

    path: Path
    lines: tuple[tuple[str, str], ...]


def read(
    paths: tuple[Path, ...], as_mask: bool | None, series_uid: str | None, threshold: bool
) -> Iterator[Event | CasesFound]:
    """A data set if the one path is the folder of one, else a scan or a mask."""
    from unet_core.io import load

    if len(paths) == 1 and paths[0].is_dir() and series_uid is None and as_mask is None:
        try:
            yield from find_cases(paths[0])
        except InputError:
            pass  # not a data set: reading it as DICOM says what it is
        else:
            return
    source = paths[0] if len(paths) == 1 else paths
    yield from load(source, as_mask=as_mask, series_uid=series_uid, threshold=threshold)


def read_case_mask(paths: tuple[Path, ...], dataset: Path, threshold: bool) -> Iterator[Event]:
    """The mask of one case, its values read as training on its data set reads them."""
    from unet_core import cases
    from unet_core.alignment import load_case_mask

    siblings = cases.find_cases(dataset).cases if dataset.is_dir() else ()
    if all(case.mask_paths != paths for case in siblings):
        siblings = ()  # of another data set
    yield from load_case_mask(paths, siblings, threshold_masks=threshold)


def find_cases(folder: Path) -> Iterator[CasesFound]:
    """Yields the pairs in a folder; reads names only."""
    from unet_core import cases

    yield CasesFound(folder, cases.find_cases(folder))


def check_pairs(folder: Path, threshold: bool) -> Iterator[Event]:
    """Read every scan with its mask and say what does not fit."""
    from unet_core.alignment import check

    yield from check(folder, threshold_masks=threshold)


def make_demo(folder: Path, size_xyz: Size | None) -> Iterator[Event]:
    """Write the demo patients that are not there yet."""
    from unet_core.phantom import write_cohort

    if size_xyz is None:
        yield from write_cohort(folder, DEMO_CASES)
    else:
        yield from write_cohort(folder, DEMO_CASES, size_xyz=size_xyz)


def find_runs(root: Path) -> Iterator[RunsFound]:
    """Yields every run under ``root``; an absent folder holds none."""
    from unet_core import runs

    yield RunsFound(root, tuple(runs.list_runs(root)) if root.is_dir() else ())


def read_run(folder: Path) -> Iterator[RunRead]:
    """Yields one run with all its finished epochs."""
    from unet_core import runs

    yield RunRead(runs.read_run(folder), tuple(runs.read_records(folder)))


def describe_model(path: Path) -> Iterator[ModelDescribed]:
    """Yields what a model's passport says; for a child process, as the file may be anybody's."""
    from unet_core import checkpoint

    _, passport = checkpoint.load_model(path)
    learned, kept = len(passport.train_sha256), len(passport.validation_sha256)
    low, high = passport.window_hu
    spacing = passport.spacing_xyz_mm
    scores = ", ".join(
        f"{name} {'n/a' if dice is None else format(dice, '.2f')}"
        for name, dice in passport.scores.items()
    )
    grey = "8-bit pictures" if passport.intensity == "grey" else f"{low:g} to {high:g} HU"
    lines = [
        ("Trained", f"{passport.created[:16].replace('T', ' ')}, epoch {passport.epoch}"),
        ("Learned from", f"{learned} scans; {kept} more kept aside for validation"),
        ("Finds", ", ".join(label.name for label in passport.labels.values())),
        ("Dice", f"{scores or 'n/a'} (mean over whole validation patients)"),
        ("Grey window", grey),
    ]
    if spacing is not None:
        lines.append(("Voxels", " × ".join(f"{mm:.2g}" for mm in spacing) + " mm (median)"))
    yield ModelDescribed(path, tuple(lines))


def new_run(
    dataset: Path, runs_root: Path, config: TrainConfig, validation_cases: tuple[str, ...]
) -> Iterator[Event]:
    """Train in a new folder under ``runs_root``."""
    from unet_core import runs
    from unet_core.train import train

    folder = runs.new_run_folder(runs_root, config.preset)
    yield from train(dataset, folder, config, validation_cases=validation_cases)


def resume_run(dataset: Path, folder: Path) -> Iterator[Event]:
    """Go on with the run in ``folder``, as it was set up."""
    from unet_core import runs
    from unet_core.train import train

    cases = runs.read_run(folder).validation_cases
    config = runs.read_config(folder)
    yield from train(dataset, folder, config, validation_cases=cases, resume=True)


def predict(model_path: Path, volume: Volume, config: PredictConfig) -> Iterator[Event]:
    """Run a model on a scan."""
    from unet_core.predict import predict as run

    yield from run(model_path, volume, config)


def evaluate(reference: LabelMap, prediction: LabelMap) -> Iterator[Event]:
    """Compare a prediction with its reference."""
    from unet_core.evaluate import evaluate as run

    yield from run(reference, prediction)


def save_scores(evaluated: Evaluated, path: Path) -> Iterator[Event]:
    """Write scores as a table for spreadsheets."""
    from unet_core.evaluate import to_csv
    from unet_core.io import atomic

    atomic.write_bytes(path, to_csv([evaluated]).encode())
    yield Saved(path)
