"""``unet-core report``: what a run or an evaluation came to, as HTML or PDF."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from unet_core.commands.parsing import Commands, Interrupt
from unet_core.console import Console, tell
from unet_core.errors import InputError
from unet_core.events import Event, Saved


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "report", help="write a report of a run or an evaluation, without names, as HTML or PDF"
    )
    parser.add_argument("run", type=Path, nargs="?", metavar="RUN", help="run folder")
    parser.add_argument(
        "--evaluation", type=Path, metavar="FILE", help="what unet-core evaluate --json wrote"
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="ends in .html or .pdf"
    )
    parser.add_argument(
        "--no-scans",
        action="store_true",
        help="read no scan: faster, but no pictures and no measured cost",
    )
    parser.set_defaults(command=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Do it; the exit code."""
    events = _events(options)
    with Interrupt() as interrupt:
        for event in events:
            if isinstance(event, Saved):
                console.line(f"Saved: {event.path}")
            tell(event, console)
            if interrupt.asked:
                events.close()  # type: ignore[attr-defined]
                raise KeyboardInterrupt
    return 0


def _events(options: argparse.Namespace) -> Iterator[Event]:
    from unet_core.report.evaluation_report import write_evaluation_report
    from unet_core.report.writing import write_run_report

    if options.run is not None and options.evaluation is None:
        return write_run_report(options.run, options.out, looks=not options.no_scans)
    if options.evaluation is not None and options.run is None:
        return write_evaluation_report(options.evaluation, options.out)
    raise InputError(
        "unet-core report", "reports on one thing", "name a run folder or give --evaluation FILE"
    )
