"""How far a training run is, and the words for it: no window needed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from app.charts.columns import GrowingColumns
from app.core_sentences import core_tr
from app.translation import date_words, tr
from unet_core.events import (
    BatchDone,
    Diagnosed,
    EpochDone,
    EpochRecord,
    Finding,
    Progress,
    RunEnded,
    RunStarted,
)
from unet_core.runs import RunSummary

BAR_STEPS = 1000
_REASONS = {
    "finished": tr("all rounds are done"),
    "patience": tr("no more gain"),
    "time": tr("the time is up"),
}
_ENDS = {
    "interrupted": tr("Training of {moment} ({preset}) was interrupted {where}."),
    "stopped": tr("Training of {moment} ({preset}) was stopped {where}."),
    "failed": tr("Training of {moment} ({preset}) failed {where}."),
}


@dataclass
class LiveRun:
    """What is known of the run, from its events."""

    started: RunStarted | None = None
    batch: BatchDone | None = None
    progress: Progress | None = None
    ended: RunEnded | None = None
    records: dict[int, EpochRecord] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    columns: GrowingColumns = field(default_factory=GrowingColumns)
    """The same epochs for the curves, together with those of before a resume."""

    def take(self, event: object) -> None:
        """Remember what an event says."""
        match event:
            case RunStarted():
                self.started, self.progress = event, None
            case BatchDone():
                self.batch, self.progress = event, None
            case Progress():
                self.progress = event
            case EpochDone():
                self.records[event.record.epoch] = event.record
                self.columns.append(event.record)
                self.progress = None
            case Diagnosed():
                self.findings = event.findings
            case RunEnded():
                self.ended = event

    @property
    def epochs(self) -> list[EpochRecord]:
        """Finished epochs in order."""
        return [self.records[epoch] for epoch in sorted(self.records)]

    @property
    def folder(self) -> Path | None:
        """The run folder, once there is one."""
        return self.started.folder if self.started else None

    @property
    def epoch_now(self) -> float:
        """Where on the epoch axis the newest batch lies."""
        if self.batch is None:
            return 0.0
        return self.batch.epoch - 1 + self.batch.batch / max(self.batch.batches, 1)

    def bar(self) -> tuple[int, int, str]:
        """Value, maximum and text of the progress bar; a maximum of 0 shows it as busy."""
        if self.started is None:
            if self.progress is None:
                return 0, 0, tr("Starting…")
            return self.progress.done, self.progress.total, _short(self.progress)
        total, batch = self.started.epochs, self.batch
        if batch is None:
            done = self.started.resumed_epoch
            part = done / total if total else 0.0
            return _steps(part), BAR_STEPS, _epoch_words(done + 1, total)
        text = tr(
            "{epoch} · batch {batch} of {batches}",
            epoch=_epoch_words(batch.epoch, total),
            batch=batch.batch,
            batches=batch.batches,
        )
        return _steps(self._part_done(total, batch)), BAR_STEPS, text

    def _part_done(self, total: int, batch: BatchDone) -> float:
        if total:
            return self.epoch_now / total
        return batch.elapsed_s / max(batch.elapsed_s + (batch.remaining_s or 0.0), 1e-9)

    def status(self) -> str:
        """The line under the bar while the run goes on."""
        if self.started is None:
            return (
                core_tr(self.progress.text)
                if self.progress
                else tr("Starting the training process…")
            )
        if self.progress is not None:
            return core_tr(self.progress.text)
        if self.batch is None:
            return tr("Learning from the first slices…")
        speed = tr("{images:.3g} images/s", images=self.batch.images_per_s)
        if self.batch.remaining_s is None:
            return tr("{speed} · estimating the time left…", speed=speed)
        return tr("{speed} · {time} left", speed=speed, time=duration(self.batch.remaining_s))

    def end_words(self, *, was_stopped: bool) -> str:
        """What to say when the run is over without a failure."""
        best = best_words(self.epochs)
        if self.ended is not None:
            reason = _REASONS[self.ended.reason]
            return tr(
                "Finished after epoch {last}: {reason}; {best} kept.",
                last=self._last(),
                reason=reason,
                best=best,
            )
        if not self.records:
            return tr("Stopped before the end of the first round; there is no model yet.")
        if was_stopped:
            return tr("Stopped after epoch {last}; {best} kept.", last=self._last(), best=best)
        return tr("Ended after epoch {last}; {best} kept.", last=self._last(), best=best)

    def _last(self) -> int:
        return max(self.records, default=0)


def _epoch_words(epoch: int, total: int) -> str:
    if not total:
        return tr("Epoch {epoch}", epoch=epoch)
    return tr("Epoch {epoch} of {total}", epoch=epoch, total=total)


def best_words(records: Sequence[EpochRecord]) -> str:
    """``best model (epoch 6, mean Dice 0.81)``, or without epochs ``nothing``."""
    best = [record for record in records if record.is_best]
    if not best:
        return tr("nothing")
    return tr(
        "best model (epoch {epoch}, mean Dice {score:.2f})",
        epoch=best[-1].epoch,
        score=best[-1].score,
    )


def offer_words(summary: RunSummary, now: datetime) -> str:
    """What to say about a run that can go on."""
    if not summary.epochs_done:
        where = tr("before the end of its first round")
    elif summary.epochs:
        where = tr("after epoch {done} of {total}", done=summary.epochs_done, total=summary.epochs)
    else:
        where = tr("after epoch {done}", done=summary.epochs_done)
    sentence = _ENDS.get(summary.state) or tr("Training of {moment} ({preset}) ended {where}.")
    words = sentence.format(moment=moment(summary.started, now), preset=summary.preset, where=where)
    return f"{words} {core_tr(summary.sentence)}".strip()


def moment(iso: str, now: datetime) -> str:
    """A time as said on the day ``now``: the hour today, the date before.

    >>> moment("2026-05-03T14:02:11", datetime(2026, 5, 3, 20)), moment("?", datetime.now())
    ('14:02', 'an unknown time')
    """
    try:
        then = datetime.fromisoformat(iso)
    except ValueError:
        return tr("an unknown time")
    return f"{then:%H:%M}" if then.date() == now.date() else date_words(then)


def duration(seconds: float) -> str:
    """A time span as people say it.

    >>> duration(42), duration(200), duration(7000)
    ('42 s', '3 min', '1 h 57 min')
    """
    if seconds < 100:
        return f"{max(seconds, 0):.0f} s"
    minutes = round(seconds / 60)
    if minutes < 90:
        return tr("{minutes} min", minutes=minutes)
    return tr("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)


def case_words(titles: Sequence[str], dice: Sequence[float | None]) -> str:
    """Whole-patient Dice in a line: ``liver (with tumour) 0.93 · tumour n/a``."""
    return " · ".join(
        f"{title} {'n/a' if value is None or value != value else format(value, '.2f')}"
        for title, value in zip(titles, dice, strict=True)
    )


def _short(progress: Progress) -> str:
    if progress.total <= 0:
        return tr("Preparing…")
    return tr("Preparing: {done} of {total}", done=progress.done, total=progress.total)


def _steps(share: float) -> int:
    return round(BAR_STEPS * min(max(share, 0.0), 1.0))
