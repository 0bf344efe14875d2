"""``unet-core cross-validate``: every patient scored by a network that never saw them."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from unet_core.commands.parsing import (
    Commands,
    Interrupt,
    add_settings,
    add_test_cases,
    chosen_settings,
    names_in,
    settings_help,
)
from unet_core.console import Console, tell, tell_json

if TYPE_CHECKING:
    from unet_core.ensemble import Ensemble
    from unet_core.held_out import Summary


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "cross-validate",
        help="train one network for each fold of patients and score all of them",
        epilog=settings_help(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("dataset", type=Path, metavar="DATASET")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--folds", type=int, default=5, metavar="K", help="at most, 5 if not given")
    add_settings(parser)
    add_test_cases(parser)
    parser.add_argument("--minutes", type=float, help="of learning, all folds together")
    parser.add_argument("--resume", action="store_true", help="go on with what is not finished")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.set_defaults(command=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Do it; the exit code."""
    from unet_core import distributed, ensemble
    from unet_core.cross_validation import cross_validate

    config = chosen_settings(options, minutes=options.minutes)
    is_leader = distributed.is_leader()
    events = cross_validate(
        options.dataset,
        options.out,
        config,
        options.folds,
        test_cases=names_in(options.test_cases),
        resume=options.resume,
    )
    say = tell_json if options.json else tell
    stopped = False
    with Interrupt() as interrupt:
        for event in events:
            say(event, console)
            if interrupt.asked:
                events.close()  # type: ignore[attr-defined]
                stopped = True
                break
    if stopped:
        console.error(f"Stopped; go on with --resume. What is finished is in {options.out.name}.")
        return 130
    if is_leader:
        made = ensemble.read(options.out)
        if options.json:
            console.json({"cross_validated": made.to_json()})
        else:
            for line in lines(made):
                console.line(line)
            console.line(f"All of them as one model: {options.out}")
    return 0


def lines(made: "Ensemble") -> Iterator[str]:
    """The table: each fold and all cases, without and with the chosen post-processing."""
    from unet_core.postprocess_choice import options_in_words

    regions = list(made.summary.dice)
    yield from _table(regions, made)
    yield f"Post-processing: {options_in_words(made.postprocess)}."
    before, after = made.summary_before, made.summary
    for name in regions:
        yield (
            f"  case Dice {name} {_number(before.dice[name])} without, "
            f"{_number(after.dice[name])} with it ({after.cases} cases)"
        )


def _table(regions: list[str], made: "Ensemble") -> Iterator[str]:
    titles = ["fold", "cases"]
    for name in regions:
        titles += [f"{name} case Dice", f"{name} slice Dice"]
    rows = [[*titles, "lesion recall", "lesion precision"]]
    for number in range(len(made.models)):
        rows.append([str(number + 1), *_cells(made.of_fold(number)[1], regions)])
    rows.append(["all", *_cells(made.summary, regions)])
    if made.summary_before != made.summary:
        rows.append(["all, as drawn", *_cells(made.summary_before, regions)])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = [text.ljust(width) for text, width in zip(row, widths, strict=True)]
        yield "  ".join(cells).rstrip()


def _cells(found: "Summary", regions: list[str]) -> list[str]:
    cells = [str(found.cases)]
    for name in regions:
        spread = found.spread.get(name)
        more = "" if spread is None else f" ± {spread:.3f}"
        cells += [f"{_number(found.dice.get(name))}{more}", _number(found.slice_dice.get(name))]
    return [*cells, _number(found.lesion_recall), _number(found.lesion_precision)]


def _number(value: float | None) -> str:
    return "n/a" if value is None else f"{value:.3f}"
