"""What the window asks child processes about runs: curves, slices, masks. No Qt here."""

import contextlib
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.events import SlicesScored
from unet_core.volume import Label, Region, label_for, regions_of

if TYPE_CHECKING:
    from unet_core.run_findings import Remembered
    from unet_core.runs import RunSummary
    from unet_core.slice_history import SliceHistory

Paths = tuple[Path, ...]


@dataclass(frozen=True)
class CurvesRead:
    """A run as its folder tells it, for its curves.

    Attributes:
        columns: See ``unet_core.run_columns``.
        pins: Validation cases that are pinned; the first one where nobody chose.
        name: What the user called it; of its folder otherwise.
    """

    summary: "RunSummary"
    columns: Mapping[str, NDArray[np.float64]]
    findings: "tuple[Remembered, ...]"
    labels: Mapping[int, Label]
    pins: tuple[str, ...]
    name: str


@dataclass(frozen=True)
class PatientRead:
    """How the slices of a validation case went, and of which epochs its masks are kept."""

    folder: Path
    history: "SliceHistory"
    kept: tuple[int, ...]


@dataclass(frozen=True)
class Wanted:
    """The mask of one case after one epoch of one run.

    Attributes:
        image_paths: The scan, where it is known; else it is looked for in the data set.
        mask_paths: Its reference.
        run: Name of the run, where several are shown.
    """

    folder: Path
    case_id: str
    epoch: int
    image_paths: Paths = ()
    mask_paths: Paths = ()
    run: str = ""


@dataclass(frozen=True)
class MaskRead:
    """What was asked for: scores and prediction of an epoch, and the labels it draws."""

    wanted: Wanted
    scored: SlicesScored
    labels: Mapping[int, Label] = field(default_factory=dict)


def read_curves(folder: Path) -> Iterator["CurvesRead | PatientRead"]:
    """Yields the curves of a run, then its pinned patients one by one."""
    from unet_core import pinned, runs
    from unet_core.run_columns import columns_of
    from unet_core.run_findings import read_findings
    from unet_core.run_names import read_name

    summary = runs.read_run(folder)
    values = runs.read_values(folder)
    pins = tuple(p for p in pinned.read_pins(folder) if p in summary.validation_cases)
    pins = pins or summary.validation_cases[:1]
    columns = columns_of(runs.read_records(folder))
    name = ""
    with contextlib.suppress(InputError):
        name = read_name(folder).name
    yield CurvesRead(
        summary, columns, read_findings(folder), _labels(values), pins, name or folder.name
    )
    yield from read_patients(folder, pins)


def read_patients(folder: Path, case_ids: Sequence[str]) -> Iterator[PatientRead]:
    """Yields how the slices of some validation cases went."""
    from unet_core import pinned
    from unet_core.slice_history import read_histories

    for history in read_histories(folder, case_ids):
        yield PatientRead(folder, history, pinned.kept_epochs(folder, history.case_id))


def read_masks(wanted: Sequence[Wanted]) -> Iterator[MaskRead]:
    """Yields each mask asked for, with its scores."""
    for one in wanted:
        yield read_mask(one)


def read_mask(wanted: Wanted) -> MaskRead:
    """The mask of one case after one epoch.

    Raises:
        InputError: If it was not kept, or its scan is no longer found.
    """
    from unet_core import pinned, runs
    from unet_core.cases import find_cases

    prediction = pinned.read_prediction(wanted.folder, wanted.case_id, wanted.epoch)
    values = runs.read_values(wanted.folder)
    if not wanted.image_paths:
        dataset = Path(str(values.get("dataset", "")))
        found = [c for c in find_cases(dataset).cases if c.case_id == wanted.case_id]
        if not found:
            raise InputError(
                wanted.case_id, "is no longer in the data set of this run", "open its scan first"
            )
        paths = (tuple(found[0].image_paths), tuple(found[0].mask_paths))
        wanted = replace(wanted, image_paths=paths[0], mask_paths=paths[1])
    labels = _labels(values)
    return MaskRead(wanted, _scored(wanted, regions_of(labels), prediction), labels)


def pin_patients(folder: Path, case_ids: tuple[str, ...]) -> Iterator[None]:
    """Pin validation cases of a run from its next validation on."""
    from unet_core.pinned import write_pins

    write_pins(folder, case_ids)
    yield None


def _scored(
    wanted: Wanted, regions: tuple[Region, ...], prediction: NDArray[np.uint8]
) -> SlicesScored:
    from unet_core import run_journal

    dice, case_dice = np.empty((0, len(regions))), tuple(math.nan for _ in regions)
    for entry in run_journal.entries(wanted.folder):
        if entry["epoch"] == wanted.epoch:
            rows = [case for case in entry["cases"] if case["case_id"] == wanted.case_id]
            for case in rows:
                by_name = {region.name: region for region in regions}
                regions = tuple(
                    by_name.get(name, Region(name, (), "#888888")) for name in case["regions"]
                )
                dice = np.array(case["dice"], np.float64).reshape(-1, len(regions))
                case_dice = tuple(math.nan if v is None else float(v) for v in case["case_dice"])
            break
    return SlicesScored(
        epoch=wanted.epoch,
        case_id=wanted.case_id,
        image_paths=wanted.image_paths,
        mask_paths=wanted.mask_paths,
        regions=regions,
        dice=dice,
        case_dice=case_dice,
        prediction=prediction,
    )


def _labels(values: Mapping[str, Any]) -> dict[int, Label]:
    """Those a run learns, by value; none where its record does not say."""
    found = {}
    for one in values.get("labels", ()):
        try:
            usual = label_for(int(one["value"]), str(one["name"]))
            found[usual.value] = Label(usual.value, usual.name, str(one["colour"]))
        except (KeyError, TypeError, ValueError):
            continue
    return found
