"""What the run doctor said of a run, and when: kept in its folder, for curves read later."""

import contextlib
from collections.abc import Generator, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from unet_core import distributed
from unet_core.errors import InputError
from unet_core.events import Diagnosed, EpochDone, Event, Finding, RunStarted, Severity
from unet_core.io import atomic

FINDINGS_FILE = "findings.json"
MOST = 500
"""Sentences kept of one run; the oldest go first."""


@dataclass(frozen=True)
class Remembered:
    """One thing the run doctor said.

    Attributes:
        finding: What; its ``epoch`` is the round it was first seen in.
        until: The round after which it no longer held; 0 while it still does.
    """

    finding: Finding
    until: int = 0


def remembered(events: Iterator[Event]) -> Generator[Event, None, None]:
    """Pass the events of a run through and keep its findings; a disk that refuses costs nothing.

    Closing it closes ``events`` first.
    """
    folder: Path | None = None
    said: list[Remembered] = []
    epoch = 0
    with contextlib.ExitStack() as stack:
        if hasattr(events, "close"):
            stack.callback(events.close)
        for event in events:
            yield event
            if isinstance(event, RunStarted) and distributed.is_leader():
                folder, epoch = event.folder, event.resumed_epoch
                said = [one for one in read_findings(folder) if one.finding.epoch <= epoch]
            elif isinstance(event, EpochDone):
                epoch = event.record.epoch
            elif isinstance(event, Diagnosed) and folder is not None:
                said = _after(said, event, epoch)
                with contextlib.suppress(InputError, OSError):
                    _write(folder, said)


def read_findings(run_folder: Path) -> tuple[Remembered, ...]:
    """All that was said, in the order it was; nothing of a run that kept none."""
    with contextlib.suppress(InputError, OSError):
        values = atomic.read_json(run_folder / FINDINGS_FILE)
        if isinstance(values, dict) and isinstance(values.get("findings"), list):
            return tuple(filter(None, map(_read, values["findings"][:MOST])))
    return ()


def _after(said: list[Remembered], event: Diagnosed, epoch: int) -> list[Remembered]:
    """What was said with what ``event`` adds and ends; one that grew worse is said again."""
    now = {(finding.rule, finding.severity) for finding in event.findings}
    new = {(finding.rule, finding.severity) for finding in event.appeared}
    kept = []
    for one in said:
        key = (one.finding.rule, one.finding.severity)
        still = one.until or (key in now and key not in new)
        kept.append(one if still else Remembered(one.finding, max(epoch, 1)))
    return [*kept, *map(Remembered, event.appeared)][-MOST:]


def _write(folder: Path, said: list[Remembered]) -> None:
    findings = [{**asdict(one.finding), "until": one.until} for one in said]
    atomic.write_json(folder / FINDINGS_FILE, {"findings": findings})


def _read(value: Any) -> Remembered | None:
    """One of the file; None if somebody spoilt it."""
    try:
        texts = [str(value[key]) for key in ("rule", "sentence", "remedy")]
        rule, sentence, remedy = texts
        severity: Severity = "warning" if value["severity"] == "warning" else "notice"
        finding = Finding(rule, severity, sentence, remedy, int(value["epoch"]))
        return Remembered(finding, int(value["until"]))
    except (KeyError, TypeError, ValueError):
        return None
