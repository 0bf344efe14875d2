"""``unet-core train``: one run."""

import argparse
from pathlib import Path

from unet_core.commands.parsing import (
    Commands,
    Interrupt,
    add_settings,
    add_split,
    chosen_settings,
    given_plan,
    settings_help,
    split_of,
)
from unet_core.config import TrainConfig
from unet_core.console import Console, tell, tell_json


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "train",
        help="train a U-Net",
        epilog=settings_help(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("dataset", type=Path, metavar="DATASET")
    parser.add_argument("--out", type=Path, required=True, metavar="RUN", help="run folder")
    add_settings(parser)
    add_split(parser)
    parser.add_argument("--minutes", type=float, help="end on time")
    parser.add_argument(
        "--start-from",
        type=Path,
        metavar="MODEL",
        help="begin with the weights, settings and a tenth of the learning rate of a model",
    )
    parser.add_argument("--resume", action="store_true", help="go on after what was saved last")
    parser.add_argument(
        "--more-epochs", type=int, default=0, metavar="N", help="with --resume: learn N epochs more"
    )
    parser.add_argument(
        "--more-minutes", type=float, default=0.0, metavar="M", help="with --resume: M minutes more"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.set_defaults(command=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Do it; the exit code."""
    from unet_core.events import RunEnded
    from unet_core.live_status import followed
    from unet_core.report.afterwards import report_beside
    from unet_core.train import train

    validation, test = split_of(options)
    events = train(
        options.dataset,
        options.out,
        _config(options),
        validation_cases=validation,
        test_cases=test,
        resume=options.resume,
        start_from=options.start_from,
        more_epochs=options.more_epochs,
        more_minutes=options.more_minutes,
        plan=given_plan(options),
    )
    events = followed(events, options.out)
    say = tell_json if options.json else tell
    is_ended = False
    with Interrupt() as interrupt:
        for event in events:
            say(event, console)
            is_ended = is_ended or isinstance(event, RunEnded)
            if interrupt.asked:
                events.close()  # type: ignore[attr-defined]
                break
    if not is_ended:  # by Ctrl+C, or a window asked for it
        console.error(f"Stopped; go on with --resume. What is finished is in {options.out.name}.")
        return 130
    for event in report_beside(options.out):
        say(event, console)
    return 0


def _config(options: argparse.Namespace) -> TrainConfig:
    """The settings asked for; those of the model to start from where nothing else is named."""
    like_parent = None
    if options.start_from is not None and options.preset is None and options.plan is None:
        from unet_core.checkpoint import load_model
        from unet_core.parent import settings_like

        like_parent = settings_like(load_model(options.start_from)[1])
    return chosen_settings(options, minutes=options.minutes, otherwise=like_parent)
