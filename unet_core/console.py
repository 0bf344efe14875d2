"""How events are told on a terminal: lines of text, one line of progress, or JSON."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from unet_core.evaluation.words import evaluated_lines, summary_lines
from unet_core.events import (
    BatchDone,
    CaseChecked,
    CaseReport,
    Diagnosed,
    EpochDone,
    EpochRecord,
    Evaluated,
    Event,
    FinalScores,
    Notice,
    Predicted,
    Progress,
    Rehearsed,
    Repair,
    Repaired,
    RunEnded,
    RunStarted,
    SlicesScored,
    Summarised,
)


class Console:
    """Where lines go: results to ``out``, progress and errors to ``err``."""

    def __init__(self, out: TextIO, err: TextIO) -> None:
        self._out = out
        self._err = err
        self._live = err.isatty()
        self._width = 0

    def line(self, text: str) -> None:
        """A line of result."""
        self.finish_line()
        self._out.write(text + "\n")
        self._out.flush()

    def json(self, value: object) -> None:
        """A line of JSON."""
        self.line(json.dumps(value, allow_nan=False))

    def error(self, text: str) -> None:
        """A sentence on standard error."""
        self.finish_line()
        self._err.write(text + "\n")
        self._err.flush()

    def progress(self, text: str) -> None:
        """Overwrite the terminal's last line; silent when piped."""
        if self._live:
            self._err.write("\r" + text.ljust(self._width)[:118])
            self._err.flush()
            self._width = min(len(text), 118)

    def ask(self, question: str) -> bool:
        """Whether somebody at the terminal says yes; anything else is a no."""
        self.finish_line()
        self._err.write(f"{question} [y/N] ")
        self._err.flush()
        return sys.stdin.readline().strip().lower() in ("y", "yes")

    def finish_line(self) -> None:
        """Clear a progress line before other text."""
        if self._live and self._width:
            self._err.write("\r" + " " * self._width + "\r")
            self._width = 0


def tell(event: Event, console: Console) -> None:
    """Say an event in words: results as lines, progress on the terminal only."""
    match event:
        case Progress(done=done, total=total, text=text):
            console.progress(f"{text} ({done}/{total})" if total else text)
        case Notice(text=text):
            console.line(text)
        case CaseChecked(report=report):
            console.line(report_line(report))
        case Repaired():
            console.line(_repaired_line(event))
        case RunStarted():
            for line in _started_lines(event):
                console.line(line)
        case BatchDone():
            left = "" if event.remaining_s is None else f", {_clock(event.remaining_s)} left"
            console.progress(
                f"epoch {event.epoch} batch {event.batch}/{event.batches}: loss {event.loss:.4f}, "
                f"{event.images_per_s:.1f} images/s{left}"
            )
        case EpochDone(record=record):
            console.line(_epoch_line(record))
        case SlicesScored():
            console.line(_slices_line(event))
        case FinalScores():
            console.line(_final_line(event))
        case RunEnded():
            why = {
                "finished": "all epochs are done",
                "patience": "no gain any more",
                "time": "time is up",
            }
            console.line(
                f"Ended ({why[event.reason]}): best epoch {event.best_epoch}, mean case Dice "
                f"{event.best_score:.3f}, model {event.model_path}"
            )
        case Diagnosed():
            for line in _doctor_lines(event):
                console.line(line)
        case Rehearsed():
            for line in _rehearsal_lines(event):
                console.line(line)
        case Evaluated():
            for line in evaluated_lines(event):
                console.line(line)
        case Summarised(summary=summary):
            for line in summary_lines(summary):
                console.line(line)
        case _:
            pass


def tell_json(event: Event, console: Console) -> None:
    """Say an event as one JSON object a line; progress as in ``tell``."""
    match event:
        case Notice(text=text):
            console.json({"notice": text})
        case CaseChecked(report=report):
            console.json({"case": report_json(report)})
        case RunStarted():
            console.json(
                {
                    "started": event.folder.name,
                    "parameters": event.parameters,
                    "train": event.train_cases,
                    "validation": event.validation_cases,
                    **({"test": event.test_cases} if event.test_cases else {}),
                    "resumed_epoch": event.resumed_epoch,
                }
            )
        case EpochDone(record=record):
            console.json({"epoch": _plain(vars(record))})
        case SlicesScored():
            dice = [[None if v != v else round(v, 4) for v in row] for row in event.dice.tolist()]
            console.json(
                {
                    "slices": event.case_id,
                    "epoch": event.epoch,
                    "regions": [r.name for r in event.regions],
                    "dice": dice,
                }
            )
        case FinalScores():
            console.json({"test": _plain(vars(event))})
        case RunEnded():
            console.json(
                {
                    "ended": event.reason,
                    "best_epoch": event.best_epoch,
                    "best_score": event.best_score,
                    "model": str(event.model_path),
                }
            )
        case Diagnosed():
            console.json({"findings": [vars(finding) for finding in event.findings]})
        case Rehearsed():
            console.json(
                {
                    "ready": event.is_ready,
                    "checks": [vars(check) for check in event.checks],
                    "forecast": vars(event.forecast) if event.forecast else None,
                    "seconds": round(event.seconds, 1),
                }
            )
        case Progress() | BatchDone():
            tell(event, console)
        case _:
            pass


def tell_predicted(event: Predicted, target: Path, as_json: bool, console: Console) -> None:
    """Say what a model found and where the mask was written."""
    labels = event.label_map.labels
    voxels = {label.name: int((event.label_map.voxels == v).sum()) for v, label in labels.items()}
    voxel_ml = event.label_map.geometry.voxel_ml
    if as_json:
        console.json(
            {
                "mask": str(target),
                "seconds": round(event.seconds, 2),
                "voxels": voxels,
                "notices": event.notices,
            }
        )
        return
    parts = [
        f"{name} {count:,} voxels" + (f" ({count * voxel_ml:.1f} ml)" if voxel_ml else "")
        for name, count in voxels.items()
    ]
    console.line(f"{target.name}: {', '.join(parts)}, {event.seconds:.1f} s")
    for notice in event.notices:
        console.line(f"  {notice}")


def report_line(report: CaseReport) -> str:
    """One pair's check in a line, notices below."""
    size = " x ".join(str(n) for n in report.size_xyz)
    voxels = ", ".join(
        f"{value}: {count:,}" for value, count in sorted(report.label_voxels.items())
    )
    verdict = "; ".join(report.problems) or "sound"
    notes = "".join(f"\n  {text}" for text in report.notices)
    return f"{report.case_id}: {size} voxels, labels {{{voxels or 'none'}}}: {verdict}{notes}"


def report_json(report: CaseReport) -> dict[str, object]:
    """One pair's check as plain values."""
    return {
        "case": report.case_id,
        "size_xyz": list(report.size_xyz),
        "spacing_xyz_mm": list(report.spacing_xyz_mm) if report.spacing_xyz_mm else None,
        "label_voxels": {str(k): v for k, v in report.label_voxels.items()},
        "slices_with": {str(k): v for k, v in report.slices_with.items()},
        "verdict": report.verdict,
        "problems": list(report.problems),
        "notices": list(report.notices),
        "evidence": dict(report.evidence),
        "repairs": [
            {
                "title": repair.title,
                "reason": repair.reason,
                "steps": [{"kind": step.kind, **step.settings} for step in repair.steps],
            }
            for repair in report.repairs
        ],
    }


def repair_lines(case_id: str, repair: Repair) -> Iterator[str]:
    """What is proposed for a case, and why."""
    yield f"Proposed for {case_id}: {repair.title}."
    yield f"  {repair.reason}"


def _repaired_line(event: Repaired) -> str:
    if event.after is None:
        return f"{event.case_id}: left out"
    fits = [report.evidence.get("fit") for report in (event.before, event.after)]
    change = f", fit {_number(fits[0])} before and {_number(fits[1])} after"
    return f"{event.case_id}: {event.repair.title}{change}. {event.after.verdict}"


def _started_lines(event: RunStarted) -> Iterator[str]:
    yield from event.notices
    yield (
        f"Training on {', '.join(event.train_cases)}; validation on "
        f"{', '.join(event.validation_cases)}; {event.parameters:,} parameters"
    )
    if event.test_cases:
        yield f"Kept for the end as the test: {', '.join(event.test_cases)}"
    if event.resumed_epoch:
        yield f"Going on after epoch {event.resumed_epoch}"


def _epoch_line(record: EpochRecord) -> str:
    dice = ", ".join(f"{name} {_number(value)}" for name, value in record.dice.items())
    return (
        f"epoch {record.epoch}: loss {record.train_loss:.4f} / validation "
        f"{record.validation_loss:.4f}, case Dice {dice}, {record.images_per_s:.1f} images/s, "
        f"{_clock(record.elapsed_s)}{' *' if record.is_best else ''}"
    )


def _slices_line(event: SlicesScored) -> str:
    parts = []
    for region, column in zip(event.regions, event.dice.T, strict=True):
        known = column[column == column]
        mean = _number(float(known.mean()) if known.size else None)
        parts.append(f"{region.name} {mean} over {known.size} slices")
    return f"  {event.case_id}: mean slice Dice {', '.join(parts)}"


def _final_line(event: FinalScores) -> str:
    dice = ", ".join(f"{name} {_number(value)}" for name, value in event.dice.items())
    count = "1 case" if len(event.cases) == 1 else f"{len(event.cases)} cases"
    return f"Test, {count} never looked at before, best epoch {event.epoch}: case Dice {dice}"


def _doctor_lines(event: Diagnosed) -> Iterator[str]:
    for finding in event.appeared:
        yield f"  {finding.severity}: {finding.sentence} {finding.remedy}"
    for finding in event.resolved:
        yield f"  no longer so: {finding.sentence}"


def _rehearsal_lines(event: Rehearsed) -> Iterator[str]:
    for check in event.checks:
        yield f"{'ok' if check.passed else 'FAILED':<8}{check.sentence}"
        if not check.passed:
            yield f"{'':<8}{check.remedy}"
    if event.forecast is None:
        yield "Not ready."
        return
    seen = event.forecast
    memory = f", {seen.peak_memory_mb / 1024:.1f} GB of memory" if seen.peak_memory_mb else ""
    yield (
        f"Ready. A round will take {_clock(seen.round_s)}, the run {_clock(seen.run_s)} "
        f"({seen.rounds} rounds){memory}, {seen.disk_mb:,.0f} MB of disk."
    )


def _number(value: float | None) -> str:
    return "n/a" if value is None or value != value else f"{value:.3f}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d} min"


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {k: dict(v) if hasattr(v, "items") else v for k, v in values.items()}
