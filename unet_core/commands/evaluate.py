"""``unet-core evaluate``: masks against references, a run, or two readers."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from unet_core.commands.parsing import Commands
from unet_core.console import Console, tell
from unet_core.errors import InputError
from unet_core.events import Evaluated, Event, Saved, Skipped, Summarised


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "evaluate", help="score masks: per case, slice and lesion, with confidence intervals"
    )
    parser.add_argument("--reference", type=Path, metavar="PATH", help="a mask or a folder of them")
    parser.add_argument("--prediction", type=Path, metavar="PATH", help="likewise")
    parser.add_argument("--run", type=Path, metavar="RUN", help="a run: its validation cases")
    parser.add_argument("--test", action="store_true", help="with --run: its test cases instead")
    parser.add_argument(
        "--images", type=Path, metavar="PATH", help="the scans, for the contrast of lesions"
    )
    parser.add_argument(
        "--no-contrast", action="store_true", help="read no scans, which takes less time"
    )
    parser.add_argument(
        "--raters", action="store_true", help="both are readers: none is the reference"
    )
    parser.add_argument(
        "--same-person", default="", metavar="A,B; C,D", help="cases that are of one person"
    )
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--csv", type=Path, metavar="FILE")
    parser.add_argument("--summary-csv", type=Path, metavar="FILE")
    parser.add_argument(
        "--report",
        type=Path,
        metavar="FILE",
        help="a report for people without names, with the best and worst slices: .html or .pdf",
    )
    parser.set_defaults(command=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Do it; the exit code."""
    from unet_core.evaluation import export
    from unet_core.evaluation.summary import summarise
    from unet_core.io import atomic
    from unet_core.report.evaluation_report import write_evaluated
    from unet_core.report.writing import check_target

    if options.report is not None:
        check_target(options.report)
    scored: list[Evaluated] = []
    skipped: list[Skipped] = []
    summary = None
    for event in _events(options):
        if isinstance(event, Evaluated):
            scored.append(event)
        if isinstance(event, Skipped):
            skipped.append(event)
        if isinstance(event, Summarised):
            summary = event.summary
        tell(event, console)
    summary = summary or summarise(scored, is_symmetric=options.raters)
    if options.json:
        atomic.write_json(options.json, export.evaluation_json(scored, summary, skipped))
    if options.csv:
        atomic.write_bytes(options.csv, export.to_csv(scored).encode())
    if options.summary_csv:
        atomic.write_bytes(options.summary_csv, export.summary_csv(summary).encode())
    if options.report is not None:
        with_scans = not options.no_contrast
        for event in write_evaluated(
            scored, summary, skipped, options.report, with_scans=with_scans
        ):
            if isinstance(event, Saved):
                console.line(f"Saved: {event.path}")
            tell(event, console)
    return 0


def _events(options: argparse.Namespace) -> Iterator[Event]:
    if options.run is not None:
        from unet_core.run_evaluation import evaluate_run

        if options.reference is not None or options.prediction is not None:
            raise InputError("--run", "brings its own masks", "leave out the other paths")
        return evaluate_run(options.run, "test" if options.test else "validation")
    from unet_core.evaluation.folders import Options, evaluate_paths

    if options.reference is None or options.prediction is None:
        raise InputError(
            "evaluate",
            "needs a reference and a prediction",
            "give --reference and --prediction, or --run",
        )
    return evaluate_paths(
        options.reference,
        options.prediction,
        Options(
            images=options.images,
            same_person=options.same_person,
            with_scans=not options.no_contrast,
            is_symmetric=options.raters,
        ),
    )
