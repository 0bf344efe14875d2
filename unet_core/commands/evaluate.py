"""``unet-core evaluate``: masks against references."""

import argparse
from pathlib import Path

from unet_core.commands.parsing import Commands
from unet_core.console import Console, tell
from unet_core.events import Evaluated


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser("evaluate", help="score masks: per slice, per case, per lesion")
    parser.add_argument("--reference", type=Path, required=True, metavar="PATH")
    parser.add_argument("--prediction", type=Path, required=True, metavar="PATH")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--csv", type=Path, metavar="FILE")
    parser.set_defaults(command=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Do it; the exit code."""
    from unet_core import evaluate
    from unet_core.io import atomic

    scored: list[Evaluated] = []
    for event in evaluate.evaluate_paths(options.reference, options.prediction):
        if isinstance(event, Evaluated):
            scored.append(event)
        tell(event, console)
    if options.json:
        atomic.write_json(options.json, [evaluate.to_json(result) for result in scored])
    if options.csv:
        atomic.write_bytes(options.csv, evaluate.to_csv(scored).encode())
    return 0
