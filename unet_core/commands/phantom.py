"""``unet-core phantom``: synthetic abdominal CTs with exact masks."""

import argparse
from pathlib import Path

from unet_core.commands.parsing import Commands
from unet_core.console import Console, tell
from unet_core.errors import InputError


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser("phantom", help="make synthetic abdominal CTs with exact masks")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--cases", type=int, default=6)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--format", choices=("nii.gz", "dicom", "png"), default="nii.gz")
    parser.add_argument("--size", type=_size, default=None, metavar="X,Y,Z", help="voxels")
    parser.set_defaults(command=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Do it; the exit code."""
    from unet_core import phantom

    size = {} if options.size is None else {"size_xyz": options.size}
    for event in phantom.write_cohort(
        options.out, options.cases, options.seed, options.format, **size
    ):
        tell(event, console)
    console.line(f"{options.cases} cases are in {options.out}")
    return 0


def _size(text: str) -> tuple[int, int, int]:
    try:
        x, y, z = (int(part) for part in text.split(","))
    except ValueError:
        raise InputError(
            "--size", f"is {text!r}", "give three numbers such as 192,192,48"
        ) from None
    return (x, y, z)
