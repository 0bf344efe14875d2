"""What loading, checking, training, predicting and scoring tell whoever consumes them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from unet_core.case_report import CaseChecked as CaseChecked
from unet_core.case_report import CaseReport as CaseReport
from unet_core.case_report import PersonsProposed as PersonsProposed
from unet_core.case_report import Repair as Repair
from unet_core.case_report import Repaired as Repaired
from unet_core.case_report import RepairShown as RepairShown
from unet_core.case_report import SamePerson as SamePerson
from unet_core.case_report import Step as Step
from unet_core.rehearsal_report import Check as Check
from unet_core.rehearsal_report import Rehearsed as Rehearsed
from unet_core.rehearsal_report import RunForecast as RunForecast
from unet_core.scores import Evaluated as Evaluated
from unet_core.scores import LesionScore as LesionScore
from unet_core.scores import RegionScore as RegionScore
from unet_core.scores import Summarised as Summarised
from unet_core.volume import Label, LabelMap, Labels, Region, Volume


@dataclass(frozen=True)
class Progress:
    """How far a job is: ``done`` of ``total`` (0 if unknown), and on what it works.

    ``unit`` says what is counted where that is worth telling, as "files"; empty for bytes.
    """

    done: int
    total: int
    text: str
    unit: str = ""


@dataclass(frozen=True)
class Notice:
    """A sentence the user should read; the work goes on."""

    text: str


@dataclass(frozen=True)
class Loaded:
    """A file was read whole and found sound."""

    item: Volume | LabelMap


@dataclass(frozen=True)
class Series:
    """One DICOM series found in a folder.

    Attributes:
        uid: Give it to ``load`` to open this one.
        description: What its makers call it.
        modality: ``CT``, ``MR``, ``SEG``, ``RTSTRUCT``, ...
        slices: Pictures in it; for SEG and RTSTRUCT the labels.
        patient: Name and id as the files give them, for the screen alone.
        study: Description and date of the study.
        spacing: Voxel size in words; empty where the files say nothing.
        warnings: What keeps it from opening, or should be known before.
    """

    uid: str
    description: str
    modality: str
    slices: int
    patient: str = ""
    study: str = ""
    spacing: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class SeriesFound:
    """A folder holds several series: ask which, then load again with its ``uid``."""

    series: tuple[Series, ...]


@dataclass(frozen=True)
class Option:
    """One way to open a file: what a button says, and the arguments of ``load`` it stands for."""

    label: str
    settings: Mapping[str, object]


@dataclass(frozen=True)
class Offered:
    """A file that opens only in a way somebody must choose or agree to; nothing is loaded yet.

    Attributes:
        subject: The file or folder, by name.
        fault: Why it does not open as it is; continues the sentence that ``subject`` begins.
        options: Ways to open it; choosing none leaves it closed.
    """

    subject: str
    fault: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Saved:
    """A file was written, re-read and found equal."""

    path: Path


@dataclass(frozen=True)
class RunStarted:
    """The data are sound, the network is built, the first batch comes next.

    Attributes:
        folder: The run folder.
        resumed_epoch: Epochs already done before this start; 0 for a fresh run.
        epochs: Rounds at most; 0 where a time limit decides instead.
        batches: Batches in a round.
        parameters: Trainable numbers in the network.
        labels: Labels learned, by value.
        train_cases: Case names learned from.
        validation_cases: Case names scored after each round.
        notices: Sentences about data, mapping and split.
        test_cases: Case names scored once, by the finished model.
    """

    folder: Path
    resumed_epoch: int
    epochs: int
    batches: int
    parameters: int
    labels: Mapping[int, Label]
    train_cases: tuple[str, ...]
    validation_cases: tuple[str, ...]
    notices: tuple[str, ...] = ()
    test_cases: tuple[str, ...] = ()


@dataclass(frozen=True)
class BatchDone:
    """One step of learning; ``remaining_s`` is None until it can be estimated."""

    epoch: int
    batch: int
    batches: int
    loss: float
    images_per_s: float
    elapsed_s: float
    remaining_s: float | None


@dataclass(frozen=True)
class EpochRecord:
    """One point of every curve.

    Dice and IoU are of whole validation cases at their original resolution, mean over cases in
    which the region occurs in reference or prediction; None where it occurs in neither.

    Attributes:
        lesion_recall: Share of reference lesions found, over all validation cases, for each
            region that consists of lesions; None where there are none.
        predicted_voxels: Voxels predicted in all validation cases, for each region.
        seen_pixels: Training pixels of each label in the batches of this round, by label name.
        waiting_share: Share of the round's time in which the network waited for data, 0..1.
        peak_memory_mb: Largest resident memory of the process so far, MiB; 0 if unknown.
        train_loss_parts: What the training loss is the sum of: "dice" and "ce", and of a cascade's
            networks "coarse/dice", "detail/dice" and so on; empty where it is one thing, or the
            run is from before these were kept.
        validation_loss_parts: Likewise.
        card_memory_mb: Most memory of the graphics card in use so far, MiB; 0 without a card or
            if unknown.
    """

    epoch: int
    train_loss: float
    validation_loss: float
    train_accuracy: float
    validation_accuracy: float
    dice: Mapping[str, float | None]
    iou: Mapping[str, float | None]
    score: float
    is_best: bool
    learning_rate: float
    images_per_s: float
    elapsed_s: float
    lesion_recall: Mapping[str, float | None] = field(default_factory=dict)
    predicted_voxels: Mapping[str, int] = field(default_factory=dict)
    seen_pixels: Mapping[str, int] = field(default_factory=dict)
    waiting_share: float = 0.0
    peak_memory_mb: float = 0.0
    train_loss_parts: Mapping[str, float] = field(default_factory=dict)
    validation_loss_parts: Mapping[str, float] = field(default_factory=dict)
    card_memory_mb: float = 0.0


Severity = Literal["notice", "warning"]


@dataclass(frozen=True)
class Finding:
    """One thing the run doctor has to say about a run.

    Attributes:
        rule: Name of the rule, such as "all_background".
        severity: "notice" or "warning".
        sentence: What is seen, with the numbers it was seen in.
        remedy: What to do about it.
        epoch: The round it was first seen in; 0 before the first.
    """

    rule: str
    severity: Severity
    sentence: str
    remedy: str
    epoch: int = 0


@dataclass(frozen=True)
class Diagnosed:
    """The run doctor's findings changed; ``findings`` are all that hold now.

    Attributes:
        appeared: Those of them that are new or have grown worse.
        resolved: Those that no longer hold.
    """

    findings: tuple[Finding, ...]
    appeared: tuple[Finding, ...] = ()
    resolved: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class EpochDone:
    """A round is finished, validated and safely on disk."""

    record: EpochRecord


@dataclass(frozen=True)
class SlicesScored:
    """The Dice of every axial slice of one validation case, after one round.

    Attributes:
        epoch: The round, from 1.
        case_id: The case's name.
        image_paths: Its scan, to open it.
        mask_paths: Its reference mask.
        regions: What the columns of ``dice`` are.
        dice: (Z, R) float64 in canonical slice order (feet first); NaN where both are empty.
        case_dice: Dice of the whole case for each region; NaN where both are empty.
        prediction: (Z, Y, X) uint8 in file order, on the case's own grid.
    """

    epoch: int
    case_id: str
    image_paths: tuple[Path, ...]
    mask_paths: tuple[Path, ...]
    regions: tuple[Region, ...]
    dice: NDArray[np.float64]
    case_dice: tuple[float, ...]
    prediction: Labels


@dataclass(frozen=True)
class FinalScores:
    """What the finished model scores on the test cases, which nothing was chosen by.

    Attributes:
        epoch: The round whose weights are scored.
        times: How often this run's test cases have been scored by now; more often than once only
            where the run learned on after its end.
        dice: Mean over whole cases, for each region; None for n/a.
        iou: Likewise.
        lesion_recall: Share of reference lesions found, for each region that consists of lesions.
        cases: Dice of each case and region, by the case's name; None for n/a.
    """

    epoch: int
    times: int
    dice: Mapping[str, float | None]
    iou: Mapping[str, float | None]
    lesion_recall: Mapping[str, float | None]
    cases: Mapping[str, Mapping[str, float | None]]


@dataclass(frozen=True)
class RunEnded:
    """Training is over; the best weights are in ``model_path``.

    Attributes:
        reason: "finished" all rounds, "patience" ran out, or "time" is up.
    """

    reason: Literal["finished", "patience", "time"]
    best_epoch: int
    best_score: float
    model_path: Path


@dataclass(frozen=True)
class Predicted:
    """A model's mask of a scan, on the scan's own grid."""

    label_map: LabelMap
    seconds: float
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Skipped(Notice):
    """A case was not evaluated, and why; the others are.

    Attributes:
        case_id: Its name.
    """

    case_id: str = ""


Event = (
    Progress
    | Notice
    | Loaded
    | SeriesFound
    | Offered
    | Saved
    | CaseChecked
    | PersonsProposed
    | RepairShown
    | Repaired
    | RunStarted
    | BatchDone
    | EpochDone
    | Diagnosed
    | Rehearsed
    | SlicesScored
    | FinalScores
    | RunEnded
    | Predicted
    | Evaluated
    | Summarised
)
