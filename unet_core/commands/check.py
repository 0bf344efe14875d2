"""``unet-core check``: every image against its mask, and repairs where somebody agrees."""

import argparse
import io
import sys
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from unet_core.commands.parsing import Commands
from unet_core.console import Console, repair_lines, report_json, report_line, tell
from unet_core.errors import InputError
from unet_core.events import CaseChecked, CaseReport, Notice, Repair, Repaired
from unet_core.io import atomic


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser("check", help="compare every image with its mask before training")
    parser.add_argument("dataset", type=Path, metavar="DATASET")
    parser.add_argument("--threshold-masks", action="store_true", help="accept soft mask edges")
    parser.add_argument(
        "--repair",
        type=Path,
        metavar="OUT",
        help="write a repaired copy of the data set to the new folder OUT, after asking for each "
        "case; originals stay as they are",
    )
    parser.add_argument("--yes", action="store_true", help="make all proposed repairs unasked")
    parser.add_argument(
        "--only", action="append", default=[], metavar="CASE", help="repair these cases only"
    )
    parser.add_argument(
        "--map",
        type=_value_map,
        metavar="OLD=NEW,...",
        help="what the values in all masks stand for, written so with --repair",
    )
    parser.add_argument(
        "--pictures", type=Path, metavar="DIR", help="write a picture of each case to DIR"
    )
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(command=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Do it; the exit code."""
    from unet_core import alignment

    _refuse_contradictions(options)
    reports: list[CaseReport] = []
    notices: list[str] = []
    if options.pictures:
        atomic.make_folder(options.pictures)
    for event in alignment.check(
        options.dataset,
        threshold_masks=options.threshold_masks,
        pictures=options.pictures is not None,
    ):
        match event:
            case CaseChecked(report=report):
                reports.append(report)
                _write_picture(event, options.pictures)
                if not options.json:
                    console.line(report_line(report))
            case Notice(text=text):
                notices.append(text)
                if not options.json:
                    console.line(text)
            case _:
                tell(event, console)
    bad = sum(bool(report.problems) for report in reports)
    made: list[Repaired] = []
    if not options.json:
        console.line(
            f"{len(reports)} pairs checked: {len(reports) - bad} sound, {bad} with problems"
        )
    if options.repair:
        bad, made = _repair(options, reports, bad, console)
    if options.json:
        told: dict[str, object] = {"cases": [report_json(r) for r in reports], "notices": notices}
        if options.repair:
            told["repaired"] = [_repaired_json(event) for event in made]
        console.json(told)
    return 1 if bad or not reports else 0


def _refuse_contradictions(options: argparse.Namespace) -> None:
    if options.repair is None and (options.yes or options.only or options.map):
        raise InputError("--yes, --only and --map", "say how to repair", "add --repair OUT")


def _value_map(text: str) -> dict[int, int]:
    try:
        pairs = [pair.split("=") for pair in text.split(",")]
        values = {int(old): int(new) for old, new in pairs}
    except ValueError:
        raise argparse.ArgumentTypeError("write it as OLD=NEW,OLD=NEW in whole numbers") from None
    if not all(0 <= value <= 255 for pair in values.items() for value in pair):
        raise argparse.ArgumentTypeError("values are from 0 to 255")
    return values


def _write_picture(event: CaseChecked, folder: Path | None) -> None:
    from unet_core.repair import file_name

    if folder is None or event.picture is None:
        return
    data = io.BytesIO()
    Image.fromarray(event.picture).save(data, "PNG")
    atomic.write_bytes(folder / f"{file_name(event.report.case_id)}.png", data.getvalue())


# --- repairing -------------------------------------------------------------------------------


def _repair(
    options: argparse.Namespace, reports: list[CaseReport], bad: int, console: Console
) -> tuple[int, list[Repaired]]:
    """Cases with problems afterwards, and what was repaired."""
    from unet_core.repair import write_repaired

    _refuse_unknown(options.only, reports)
    proposed = _proposed(options, reports)
    if not options.json:
        for report in reports:
            if report.case_id in proposed:
                for line in repair_lines(report.case_id, proposed[report.case_id]):
                    console.line(line)
    chosen = _agreed(proposed, options, console)
    if not chosen:
        if not options.json:
            done = "Nothing was repaired"
            ask = "; add --yes to make these repairs." if proposed else ": none is known."
            console.line(done + ask)
        return bad, []
    made: list[Repaired] = []
    for event in write_repaired(
        options.dataset, options.repair, chosen, threshold_masks=options.threshold_masks
    ):
        if isinstance(event, Repaired):
            made.append(event)
        if not options.json:
            tell(event, console)
    left = {report.case_id for report in reports if report.problems}
    left -= {event.case_id for event in made if event.after is None or not event.after.problems}
    if not options.json:
        console.line(
            f"Written to {options.repair}: {len(made)} repaired, {len(left)} with problems"
        )
    return len(left), made


def _refuse_unknown(only: list[str], reports: list[CaseReport]) -> None:
    names = {report.case_id for report in reports}
    if unknown := [name for name in only if name not in names]:
        raise InputError("--only", f"names {unknown[0]}, which is no case here", "check the name")


def _proposed(options: argparse.Namespace, reports: list[CaseReport]) -> dict[str, Repair]:
    """The likeliest repair of each case that has one."""
    from unet_core.repair_steps import read_values

    if options.map:
        asked = read_values(options.map, "Asked for on the command line.")
        return {r.case_id: asked for r in reports if r.case_id in options.only or not options.only}
    return {
        report.case_id: report.repairs[0]
        for report in reports
        if report.problems
        and report.repairs
        and (report.case_id in options.only or not options.only)
    }


def _agreed(
    proposed: Mapping[str, Repair], options: argparse.Namespace, console: Console
) -> dict[str, Repair]:
    """What somebody agreed to: by ``--yes``, or by answering for each case on a terminal."""
    if options.yes:
        return dict(proposed)
    if options.json or not (sys.stdin and sys.stdin.isatty()):
        return {}
    chosen = {}
    for case_id, repair in proposed.items():
        if console.ask(f"{case_id}: {repair.title}?"):
            chosen[case_id] = repair
    return chosen


def _repaired_json(event: Repaired) -> dict[str, object]:
    return {
        "case": event.case_id,
        "repair": event.repair.title,
        "mask": event.mask.name if event.mask else None,
        "before": event.before.verdict,
        "after": event.after.verdict if event.after else None,
    }
