"""``unet-core train``: one run."""

import argparse
from pathlib import Path

from unet_core.commands.parsing import Commands, Interrupt, settings_help, with_settings
from unet_core.config import PRESETS, with_setting
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
    parser.add_argument("--preset", choices=tuple(PRESETS), default="standard")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", dest="settings")
    parser.add_argument("--val-cases", default="", metavar="A,B", help="cases kept for validation")
    parser.add_argument("--minutes", type=float, help="end on time")
    parser.add_argument("--resume", action="store_true", help="go on after the last finished epoch")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.set_defaults(command=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Do it; the exit code."""
    from unet_core.train import train

    config = with_settings(PRESETS[options.preset], options.settings)
    if options.minutes is not None:
        config = with_setting(config, "minutes", str(options.minutes))
    chosen = tuple(name.strip() for name in options.val_cases.split(",") if name.strip())
    events = train(
        options.dataset, options.out, config, validation_cases=chosen, resume=options.resume
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
    return 0
