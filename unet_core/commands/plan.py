"""``unet-core plan``: settings that suit a data set, each with its reason."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unet_core.commands.parsing import (
    Commands,
    Interrupt,
    add_same_person,
    add_test_cases,
    names_in,
    same_person_of,
)
from unet_core.console import Console, tell
from unet_core.errors import InputError
from unet_core.events import CaseChecked, Notice

if TYPE_CHECKING:
    from unet_core.plan import Plan

WIDTH = 96


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser("plan", help="choose settings for a data set, and say why")
    parser.add_argument("dataset", type=Path, metavar="DATASET")
    parser.add_argument("--minutes", type=float, help="time for learning; none for no limit")
    parser.add_argument(
        "--memory", type=float, metavar="GB", help="memory allowed, the graphics card's if any"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="save it for train --plan FILE")
    parser.add_argument("--threshold-masks", action="store_true", help="accept soft mask edges")
    add_same_person(parser)
    add_test_cases(parser)
    parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--runs",
        type=Path,
        metavar="FOLDER",
        help="where runs are kept: what was measured is remembered there",
    )
    parser.add_argument(
        "--learning-curve",
        action="store_true",
        help="train on 25, 50, 75 and 100 %% of the patients (with --runs) and say what more "
        "patients would bring",
    )
    parser.add_argument(
        "--curve-minutes", type=float, default=15.0, metavar="M", help="of each of these trainings"
    )
    parser.set_defaults(command=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Do it; the exit code."""
    from unet_core.plan import Plan, Planned, plan_of, write_plan
    from unet_core.slices import CACHE_FOLDER

    if options.learning_curve and options.runs is None:
        raise InputError("--learning-curve", "needs a folder for its runs", "add --runs FOLDER")
    made: Plan | None = None
    measured: dict[str, Any] = {}
    with Interrupt() as interrupt:
        for event in plan_of(
            options.dataset,
            options.minutes,
            options.memory,
            options.runs / CACHE_FOLDER if options.runs else None,
            threshold_masks=options.threshold_masks,
            same_person=same_person_of(options),
            test_cases=names_in(options.test_cases),
        ):
            if interrupt.asked:
                raise KeyboardInterrupt
            match event:
                case Planned(plan=plan, found=found):
                    made, measured = plan, found.to_json()
                case CaseChecked() | Notice():
                    pass  # what matters of it is in the advice
                case _:
                    tell(event, console)
    if made is None:
        raise InputError("the plan", "was not made", "try again")
    if options.out:
        write_plan(options.out, made)
    if options.json:
        console.json({**made.to_json(), "fingerprint": measured})
    else:
        for line in lines(made):
            console.line(line)
    if options.out and not options.json:
        console.line(f"Saved: unet-core train DATASET --plan {options.out} --out RUN")
    if options.learning_curve:
        return _curve(options, made, console)
    return 0


def lines(made: "Plan") -> list[str]:
    """The plan as it is read on a terminal."""
    from unet_core.planning.choices import forecast_words

    text = [f"Plan for {made.name}", "", forecast_words(made.forecast, made.config.minutes), ""]
    for choice in made.choices:
        text.append(f"{choice.setting}: {choice.value}")
        text += wrapped(choice.reason, "    ")
    text += ["", "Advice"]
    for sentence in made.advice:
        first, *rest = wrapped(sentence, "    ")
        text += [f"  - {first.strip()}", *rest]
    return text


def wrapped(sentence: str, indent: str) -> list[str]:
    """A sentence in lines that fit a terminal."""
    import textwrap

    return textwrap.wrap(sentence, WIDTH, initial_indent=indent, subsequent_indent=indent)


def _curve(options: argparse.Namespace, made: "Plan", console: Console) -> int:
    """Train on growing shares of the patients."""
    from unet_core.data_scale import ShareBegun, learning_curve
    from unet_core.learning_curves import CurveOrder, CurvePoint, LearningCurve

    stopped = False
    found: LearningCurve | None = None
    order = CurveOrder(
        options.dataset,
        made.config,
        options.curve_minutes,
        test_cases=names_in(options.test_cases),
    )
    events = learning_curve(order, options.runs)
    with Interrupt() as interrupt:
        for event in events:
            match event:
                case LearningCurve():
                    found = event
                case CurvePoint():
                    if not options.json:
                        console.line(event.words())
                case ShareBegun():
                    if not options.json:
                        console.line(event.words())
                case CaseChecked():
                    pass
                case _:
                    tell(event, console)
            if interrupt.asked:
                events.close()
                stopped = True
                break
    if stopped:
        console.error("Stopped; the same command goes on with what is not finished.")
        return 130
    if found is not None:
        if options.json:
            console.json(found.to_json())
        else:
            console.line(found.sentence)
    return 0
