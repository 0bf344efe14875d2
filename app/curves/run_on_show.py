"""One run in the Curves window: its columns, its patients, what was said of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.charts.columns import GrowingColumns
from app.charts.line import Line, Mark
from app.curves.history import GrowingHistory
from app.curves_work import CurvesRead, Paths, PatientRead
from app.plots import SPARE, dice_lines, loss_lines
from app.translation import tr
from unet_core.events import Finding, SlicesScored
from unet_core.volume import Label, Region, regions_of

MEAN = ""
"""Stands for the mean over regions where one region is chosen."""


@dataclass
class RunOnShow:
    """What is known of a run that is shown.

    Attributes:
        folder: Of the run.
        name: What the user calls it, else its folder's name.
        colour: Of its curves where several runs are shown.
        columns: Rounds; of a running run those that the Train panel has.
        labels: What it learns, by value.
        findings: What the run doctor said.
        cases: Its validation cases.
        pins: Of them those whose masks are kept.
        patients: Histories read so far, by case.
        kept: Epochs a mask is kept of, by case.
        paths: Scan and reference of a case, where they are known.
        is_live: It goes on now.
    """

    folder: Path
    name: str
    colour: str
    columns: GrowingColumns
    labels: Mapping[int, Label] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    cases: tuple[str, ...] = ()
    pins: tuple[str, ...] = ()
    patients: dict[str, GrowingHistory] = field(default_factory=dict)
    kept: dict[str, set[int]] = field(default_factory=dict)
    paths: dict[str, tuple[Paths, Paths]] = field(default_factory=dict)
    is_live: bool = False

    @property
    def key(self) -> str:
        """Tells its lines from those of other runs."""
        return str(self.folder)

    @property
    def regions(self) -> tuple[Region, ...]:
        """What is scored."""
        return regions_of(self.labels)

    # --- taking in ---------------------------------------------------------------------------

    def take_curves(self, read: CurvesRead) -> None:
        """What the folder tells; rounds that came meanwhile stay."""
        self.columns.add_before(read.columns)
        self.name, self.cases = read.name, read.summary.validation_cases
        self.labels = read.labels or self.labels
        self.findings = tuple(one.finding for one in read.findings)
        self.pins = read.pins

    def take_patient(self, read: PatientRead) -> None:
        """How a patient's slices went; rounds that came meanwhile stay."""
        case_id = read.history.case_id
        newer = self.patients.get(case_id)
        history = GrowingHistory.of(read.history)
        if newer is not None:
            last = int(history.epochs[-1]) if len(history) else 0
            for place, epoch in enumerate(newer.epochs.tolist()):
                if epoch > last:
                    history.append_row(epoch, newer.dice[place], newer.case_dice[place])
        self.patients[case_id] = history
        self.kept.setdefault(case_id, set()).update(read.kept)

    def take_scores(self, event: SlicesScored) -> None:
        """A round of a patient, as it comes; of a followed run it comes again with its mask."""
        names = tuple(region.name for region in event.regions)
        history = self.patients.get(event.case_id)
        if history is None:
            history = GrowingHistory(event.case_id, names, len(event.dice))
            self.patients[event.case_id] = history
        history.append(event)
        self.paths[event.case_id] = (event.image_paths, event.mask_paths)
        kept = self.kept.setdefault(event.case_id, set())
        kept -= {epoch for epoch in kept if epoch > event.epoch}
        if event.prediction.size and event.case_id in (self.pins or self.cases[:1]):
            kept.add(event.epoch)
        if event.case_id not in self.cases:
            self.cases = (*self.cases, event.case_id)

    def add_finding(self, findings: tuple[Finding, ...]) -> None:
        """Keep what the run doctor says beside what it said before."""
        known = {(one.rule, one.severity, one.epoch) for one in self.findings}
        new = (f for f in findings if (f.rule, f.severity, f.epoch) not in known)
        self.findings = (*self.findings, *new)

    def nearest_kept(self, case_id: str, epoch: int) -> int | None:
        """The epoch nearest to one of which a mask is kept; None if none is."""
        return min(
            self.kept.get(case_id, ()), key=lambda one: (abs(one - epoch), one), default=None
        )

    # --- as lines ----------------------------------------------------------------------------

    def marks(self) -> tuple[Mark, ...]:
        """An epoch for each finding; what was said before the first stands there."""
        return tuple(
            Mark(max(finding.epoch, 1), finding.sentence, finding.severity)
            for finding in self.findings
        )

    def loss_lines(self) -> tuple[Line, ...]:
        """Alone: training, validation and parts."""
        return tuple(replace(line, run=self.key) for line in loss_lines(self.columns, parts=True))

    def dice_lines(self) -> tuple[Line, ...]:
        """Alone: every region."""
        colours = {label.name: label.colour for label in self.labels.values()}
        return tuple(replace(line, run=self.key) for line in dice_lines(self.columns, colours))

    def beside_others(self, region: str) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        """Among other runs, in one colour: loss, and Dice of one region or the mean."""
        x = self.columns.epochs
        train = self._line(tr("{run}, training", run=self.name), "train_loss")
        train = replace(train, stroke="dashed", is_thin=True)
        validation = self._line(tr("{run}, validation", run=self.name), "validation_loss")
        key = "score" if region == MEAN else f"dice/{region}"
        dice = self._line(self.name, key)
        iou = Line(
            tr("{run} IoU", run=self.name),
            self.colour,
            x,
            self.columns.of(f"iou/{region}"),
            "dashed",
            self.key,
            group="iou",
        )
        accuracy = replace(
            self._line(tr("{run}, validation accuracy", run=self.name), "validation_accuracy"),
            stroke="dotted",
            group="accuracy",
        )
        with_iou = (iou,) if region != MEAN else ()
        return (train, validation), (dice, *with_iou, accuracy)

    def small_line(self, key: str, name: str, *, is_alone: bool, scale: float = 1.0) -> Line:
        """One column as a line."""
        line = self._line(name if is_alone else self.name, key)
        values = line.y if scale == 1.0 else line.y * scale
        return replace(line, y=values, colour="ACCENT" if is_alone else self.colour)

    def _line(self, name: str, key: str) -> Line:
        return Line(name, self.colour, self.columns.epochs, self.columns.of(key), run=self.key)


def run_colour(number: int) -> str:
    """Of the run with this number."""
    return SPARE[number % len(SPARE)]
