"""``unet-core check``: every image against its mask."""

import argparse
from pathlib import Path

from unet_core.commands.parsing import Commands
from unet_core.console import Console, report_json, report_line, tell
from unet_core.events import CaseChecked, CaseReport, Notice


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser("check", help="compare every image with its mask before training")
    parser.add_argument("dataset", type=Path, metavar="DATASET")
    parser.add_argument("--threshold-masks", action="store_true", help="accept soft mask edges")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(command=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Do it; the exit code."""
    from unet_core import alignment

    reports: list[CaseReport] = []
    notices: list[str] = []
    for event in alignment.check(options.dataset, threshold_masks=options.threshold_masks):
        match event:
            case CaseChecked(report=report):
                reports.append(report)
                if not options.json:
                    console.line(report_line(report))
            case Notice(text=text):
                notices.append(text)
                if not options.json:
                    console.line(text)
            case _:
                tell(event, console)
    bad = sum(bool(report.problems) for report in reports)
    if options.json:
        console.json({"cases": [report_json(r) for r in reports], "notices": notices})
    else:
        console.line(
            f"{len(reports)} pairs checked: {len(reports) - bad} sound, {bad} with problems"
        )
    return 1 if bad or not reports else 0
