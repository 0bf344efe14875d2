"""``unet-core cost``: what a use of a model takes on this computer, measured."""

import argparse
from pathlib import Path

from unet_core.commands.parsing import Commands, Interrupt
from unet_core.console import Console, tell
from unet_core.cost_card import BUDGET_S, CostCard, card_lines
from unet_core.errors import InputError
from unet_core.isolation import isolated

_LONGEST_S = 24 * 3600


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "cost",
        help="measure seconds and memory that a model takes for a scan on this computer",
        description="Runs a model on a scan in several ways and tells what each took. What was "
        "measured is kept beside the model (model.cost.json) for its reports.",
    )
    parser.add_argument(
        "model",
        type=Path,
        metavar="MODEL",
        help="model.safetensors, a run folder or what cross-validate made",
    )
    parser.add_argument("scan", type=Path, metavar="SCAN")
    parser.add_argument(
        "--seconds",
        type=float,
        default=BUDGET_S,
        metavar="S",
        help="leave out what would take longer in all (60); the usual way is always measured",
    )
    parser.add_argument("--json", action="store_true", help="the card as one JSON object")
    parser.set_defaults(command=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Do it; the exit code."""
    from unet_core.cost_measure import measure_and_keep

    if not 0 <= options.seconds <= _LONGEST_S:
        raise InputError("--seconds", f"is {options.seconds:g}", f"give 0 to {_LONGEST_S}")
    events = isolated(measure_and_keep, options.model, options.scan, options.seconds)
    with Interrupt() as interrupt:
        for event in events:
            if interrupt.asked:
                events.close()
                raise KeyboardInterrupt
            if not isinstance(event, CostCard):
                tell(event, console)
            elif options.json:
                console.json(event.to_json())
            else:
                for line in card_lines(event):
                    console.line(line)
    return 0
