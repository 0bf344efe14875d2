"""The run doctor: looks at a run as it goes and says in a sentence what is wrong and what helps.

It only listens: no rule changes a run. A rule is one pure function over what is known of the run
and one row in ``RULES``.
"""

import contextlib
from collections.abc import Callable, Generator, Iterator, Mapping

from unet_core import runs
from unet_core.config import TrainConfig
from unet_core.doctor_curves import (
    all_background,
    learning_rate_too_high,
    learning_rate_too_low,
    loss_not_a_number,
    overfitting,
    plateau,
)
from unet_core.doctor_data import label_missing, label_never_sampled, same_person, validation_small
from unet_core.doctor_work import card_unused, memory_close, reading_slow, round_length
from unet_core.events import (
    BatchDone,
    Diagnosed,
    EpochDone,
    Event,
    Finding,
    Notice,
    RunStarted,
)
from unet_core.machine import this_machine
from unet_core.persons import alike_in_run
from unet_core.run_history import History
from unet_core.slices import CACHE_FOLDER
from unet_core.verdict import Verdict

EVERY_BATCHES = 20


def attended(events: Iterator[Event], config: TrainConfig) -> Generator[Event, None, None]:
    """Pass every event of a run through; a Diagnosed follows whenever the findings change.

    Closing it closes ``events`` first.
    """
    history = History(config, this_machine())
    findings: tuple[Finding, ...] = ()
    with contextlib.ExitStack() as stack:
        if hasattr(events, "close"):
            stack.callback(events.close)
        for event in events:
            history.take(event)
            unseen = _look_back(history, event) if isinstance(event, RunStarted) else None
            yield event
            if unseen is not None:
                yield unseen
            if _is_telling(event):
                newer = examined(history, findings)
                yield from _changes(findings, newer)
                findings = newer


def examined(history: History, before: tuple[Finding, ...] = ()) -> tuple[Finding, ...]:
    """All that the rules find now; what was found ``before`` keeps the round it began in."""
    since = {finding.rule: finding.epoch for finding in before}
    found = []
    for name, rule in RULES.items():
        verdict = rule(history)
        if verdict is not None:
            found.append(
                Finding(
                    rule=name,
                    severity=verdict.severity,
                    sentence=verdict.sentence,
                    remedy=verdict.remedy,
                    epoch=since.get(name, history.epoch),
                )
            )
    return tuple(sorted(found, key=lambda finding: finding.severity != "warning"))


def _changes(before: tuple[Finding, ...], now: tuple[Finding, ...]) -> Iterator[Event]:
    """Numbers in a sentence may move on; only what appears, disappears or grows worse is told."""
    old = {(finding.rule, finding.severity) for finding in before}
    new = {(finding.rule, finding.severity) for finding in now}
    if old == new:
        return
    rules = {finding.rule for finding in now}
    yield Diagnosed(
        now,
        appeared=tuple(f for f in now if (f.rule, f.severity) not in old),
        resolved=tuple(f for f in before if f.rule not in rules),
    )


def _is_telling(event: Event) -> bool:
    if isinstance(event, BatchDone):
        return event.batch % EVERY_BATCHES == 0
    return isinstance(event, (RunStarted, EpochDone, Notice))


def _look_back(history: History, start: RunStarted) -> Notice | None:
    """Rounds before a resume, and persons on both sides: neither is told by an event.

    Returns:
        What could not be looked at, if so.
    """
    if start.resumed_epoch:
        done = runs.read_records(start.folder)
        history.records = [record for record in done if record.epoch <= start.resumed_epoch]
    if history.splits_slices:
        return None
    cache = start.folder.absolute().parent / CACHE_FOLDER
    try:
        scored = (*start.validation_cases, *start.test_cases)
        history.pairs = alike_in_run(start.folder, cache, start.train_cases, scored)
    except OSError as error:
        return Notice(
            "Whether one person is both learned from and scored on was not looked at: the record "
            f"of the run cannot be read ({error.strerror})."
        )
    return None


RULES: Mapping[str, Callable[[History], Verdict | None]] = {
    "label_missing": label_missing,
    "same_person": same_person,
    "validation_small": validation_small,
    "card_unused": card_unused,
    "loss_not_a_number": loss_not_a_number,
    "learning_rate_too_high": learning_rate_too_high,
    "learning_rate_too_low": learning_rate_too_low,
    "all_background": all_background,
    "label_never_sampled": label_never_sampled,
    "overfitting": overfitting,
    "plateau": plateau,
    "reading_slow": reading_slow,
    "memory_close": memory_close,
    "round_length": round_length,
}
