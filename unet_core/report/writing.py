"""From a run folder to a report on disk."""

from collections.abc import Generator, Iterator
from datetime import datetime
from pathlib import Path

import unet_core
from unet_core.errors import InputError
from unet_core.events import Event, Progress, Saved
from unet_core.io import atomic
from unet_core.io.headers import display_name
from unet_core.report.action import action
from unet_core.report.claim import claim
from unet_core.report.concept import concept
from unet_core.report.content import Report, with_texts
from unet_core.report.data_facts import data_facts
from unet_core.report.limits import in_short, limits
from unet_core.report.looking import Looked, look
from unet_core.report.outcome import outcome
from unet_core.report.privacy import Pseudonyms
from unet_core.report.run_facts import RunFacts, read_facts
from unet_core.report.scenario import scenario
from unet_core.report.words import listed, moment

REPORT_FILE = "report.html"
"""In the run folder."""
FORMATS = (".html", ".pdf")
PATIENCE_S = 120.0
"""No further scan is begun to be read after so long, for measuring and for pictures each."""


def write_run_report(
    folder: Path, target: Path, *, looks: bool = True, patience_s: float = PATIENCE_S
) -> Iterator[Event]:
    """Progress, at last one Saved: the report of a run as HTML or PDF.

    Args:
        folder: The run's; finished or not.
        target: Ends in one of ``FORMATS``; replaced if it is there.
        looks: Whether scans may be read: without, there are no pictures and no measured cost.
        patience_s: See ``PATIENCE_S``.

    Raises:
        InputError: If there is no run, the ending is another, or the disk refuses.
    """
    check_target(target)
    yield Progress(0, 0, "Reading the run")
    yield from write_facts(read_facts(folder), target, looks=looks, patience_s=patience_s)


def write_facts(
    run: RunFacts, target: Path, *, looks: bool = True, patience_s: float = PATIENCE_S
) -> Iterator[Event]:
    """As ``write_run_report``, of a run that is read already."""
    report = yield from run_report(run, looks=looks, patience_s=patience_s)
    yield from write(report, run.names, target)


def run_report(run: RunFacts, *, looks: bool, patience_s: float) -> Generator[Event, None, Report]:
    """Yields Progress; returns all that is to be said."""
    data = yield from data_facts(run, look=looks, patience_s=patience_s)
    looked = (yield from look(run, patience_s=patience_s)) if looks else Looked()
    names = listed([label.name for label in run.labels.values()]) or "unknown labels"
    preset = run.names.scrubbed(run.config.preset) if run.config else "unknown settings"
    return Report(
        title="Report of a training run",
        subtitle=f"U-Net for {names} · {preset} · begun {moment(run.started)}",
        sections=(
            in_short(run, looked),
            scenario(run, data),
            concept(run),
            action(run),
            outcome(run, looked),
            limits(run, data),
            claim(run, looked),
        ),
        made=made(),
    )


def made() -> str:
    """When and by what program, for the foot of every page."""
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    return f"Made {moment(now)} by Slicewise {unet_core.__version__}; cases are numbered, not named"


def check_target(target: Path) -> None:
    """Refuse, before any work, what could not be written in the end.

    Raises:
        InputError: If the ending is unknown or the folder cannot be written to.
    """
    if target.suffix.lower() not in FORMATS:
        raise InputError(
            display_name(target), "has no ending of a report", "choose one in .html or .pdf"
        )
    atomic.check_target(target, overwrite=True)


def write(report: Report, names: Pseudonyms, target: Path) -> Iterator[Event]:
    """Progress, then Saved."""
    yield Progress(0, 0, "Writing the report")
    guarded = with_texts(report, names.guarded)
    if target.suffix.lower() == ".pdf":
        from unet_core.report.pdf import pdf_of

        data = pdf_of(guarded)
    else:
        from unet_core.report.html import html_of

        data = html_of(guarded)
    atomic.write_bytes(target, data)
    yield Saved(target)
