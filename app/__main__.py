"""Start Slicewise: ``python -m app [FILES...] [--demo]``.

Nothing of Qt is imported at the top: every child process that reads a file imports this module
again and must not pay for a window.
"""

import argparse
import multiprocessing
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Never

INTERRUPTED = 130
"""Exit code of a program ended by Ctrl+C, as shells have it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Show the window until it is closed.

    Args:
        argv: Command line without the program; that of the process if not given.

    Returns:
        Exit code.
    """
    multiprocessing.freeze_support()
    arguments = _parsed(sys.argv[1:] if argv is None else argv)
    usual = signal.signal(signal.SIGINT, leave)
    try:
        from app.start import run

        return run(arguments.files, demo=arguments.demo)
    finally:
        signal.signal(signal.SIGINT, usual)


def leave(_number: int, _frame: object) -> Never:
    """End at once at Ctrl+C before there is a window to close.

    An exception would do, but libraries that are being imported may swallow it.
    """
    os._exit(INTERRUPTED)


def _parsed(argv: Sequence[str]) -> argparse.Namespace:
    from app.version import app_version

    parser = argparse.ArgumentParser(
        prog="slicewise",
        description="Open a CT, lay a tumour mask over it, press Train.",
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="scan, mask or folder")
    parser.add_argument("--demo", action="store_true", help="make and open artificial patients")
    parser.add_argument("--version", action="version", version=f"Slicewise {app_version()}")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
