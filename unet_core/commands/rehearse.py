"""``unet-core rehearse``: a minute or two that prove a run will go well."""

import argparse
import contextlib
import tempfile
from pathlib import Path

from unet_core.commands.parsing import (
    Commands,
    Interrupt,
    add_settings,
    add_split,
    chosen_settings,
    settings_help,
    split_of,
)
from unet_core.console import Console, tell, tell_json
from unet_core.errors import InputError
from unet_core.events import Rehearsed

LEAST_MINUTES, MOST_MINUTES = 0.05, 60.0


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "rehearse",
        help="prove in a minute or two that a training will go well, and what it will take",
        epilog=settings_help(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("dataset", type=Path, metavar="DATASET")
    add_settings(parser)
    add_split(parser)
    parser.add_argument(
        "--minutes", type=float, default=1.5, metavar="M", help="of the rehearsal, about"
    )
    parser.add_argument("--run-minutes", type=float, metavar="M", help="of the run to be rehearsed")
    parser.add_argument(
        "--out", type=Path, metavar="RUNS", help="where runs will be kept, to try that disk"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.set_defaults(command=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Do it; the exit code."""
    from unet_core.rehearsal import rehearse

    if not LEAST_MINUTES <= options.minutes <= MOST_MINUTES:
        raise InputError(
            "--minutes", f"is {options.minutes:g}", f"choose {LEAST_MINUTES:g} to {MOST_MINUTES:g}"
        )
    config = chosen_settings(options, minutes=options.run_minutes)
    validation, test = split_of(options)
    say, ready = (tell_json if options.json else tell), False
    with contextlib.ExitStack() as stack:
        folder = options.out or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        events = rehearse(
            options.dataset,
            folder,
            config,
            validation_cases=validation,
            test_cases=test,
            minutes=options.minutes,
        )
        stack.callback(events.close)
        interrupt = stack.enter_context(Interrupt())
        for event in events:
            say(event, console)
            if isinstance(event, Rehearsed):
                ready = event.is_ready
            if interrupt.asked:
                console.error("Stopped; nothing is left behind.")
                return 130
    return 0 if ready else 1
