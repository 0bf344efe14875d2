"""The command line: the same generators as the window.

Exit codes: 0 done, 1 problems were found in the data, 2 something given cannot be used,
130 stopped by Ctrl+C.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn, TextIO

import unet_core
from unet_core import isolation
from unet_core.commands import COMMANDS
from unet_core.console import Console
from unet_core.errors import InputError, explained


def run(arguments: Sequence[str], out: TextIO | None = None, err: TextIO | None = None) -> int:
    """Parse ``arguments``, do what they say and return the exit code; nothing is raised."""
    console = Console(out or sys.stdout, err or sys.stderr)
    try:
        options = _parser().parse_args(arguments)
        command: Callable[[argparse.Namespace, Console], int] = options.command
        return command(options, console)
    except KeyboardInterrupt:
        console.error("Stopped.")
        return 130
    except BrokenPipeError:
        return 0
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    except Exception as error:  # noqa: BLE001  (a traceback would tell a user nothing)
        unforeseen = f"An unforeseen error ended the work ({type(error).__name__})."
        console.error(str(explained(error) or unforeseen))
        return 2
    finally:
        console.finish_line()
        isolation.shut_down()


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise InputError("the command", f"is not complete ({message})", f"see {self.prog} --help")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="unet-core", description="U-Nets for CT: check, train, predict, score.")
    parser.add_argument("--version", action="version", version=unet_core.__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    for command in COMMANDS:
        command.add(commands)
    return parser
