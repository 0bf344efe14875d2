"""What commands share: settings on the command line and a Ctrl+C that ends work cleanly."""

import argparse
import signal
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import Any, Self, TypeAlias

from unet_core import distributed
from unet_core.config import PRESETS, TrainConfig, settings_of, with_setting
from unet_core.errors import InputError
from unet_core.io import atomic
from unet_core.split import read_split

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""What ``ArgumentParser.add_subparsers`` returns; each command adds itself to it."""


def settings_help() -> str:
    """Every setting with its help, for ``--help``."""
    rows = [
        f"  {name:<22}{setting.help}" for name, (_, setting) in settings_of(TrainConfig).items()
    ]
    return "settings for --set (model.* too):\n" + "\n".join(rows)


def with_settings(config: TrainConfig, settings: Sequence[str]) -> TrainConfig:
    """``config`` with every ``key=value`` of ``--set`` applied.

    Raises:
        InputError: If one is not of that form, unknown or out of range.
    """
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals:
            raise InputError("--set", f"is {setting!r}", "write it as key=value")
        config = with_setting(config, key, value)
    return config


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Declare the three ways to say how to train: ``--preset``, ``--plan`` and ``--set``."""
    parser.add_argument("--preset", choices=tuple(PRESETS), help="standard, if not given")
    parser.add_argument(
        "--plan", type=Path, metavar="FILE", help="settings of unet-core plan --out"
    )
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", dest="settings")
    add_same_person(parser)


def add_same_person(parser: argparse.ArgumentParser) -> None:
    """Declare ``--same-person``."""
    parser.add_argument(
        "--same-person",
        action="append",
        default=[],
        metavar="A,B",
        help="cases that are one person and stay on one side of every split; may be repeated",
    )


def add_split(parser: argparse.ArgumentParser) -> None:
    """Declare the ways to say who is learned from: by name, or as the split board saved it."""
    parser.add_argument("--val-cases", default="", metavar="A,B", help="cases kept for validation")
    add_test_cases(parser)
    parser.add_argument(
        "--split", type=Path, metavar="FILE", help="the split that Slicewise's split board saved"
    )


def add_test_cases(parser: argparse.ArgumentParser) -> None:
    """Declare ``--test-cases``."""
    parser.add_argument(
        "--test-cases",
        default="",
        metavar="A,B",
        help="cases neither learned from nor validated on, scored once by the finished model",
    )


def names_in(text: str) -> tuple[str, ...]:
    """Case names between commas."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def split_of(options: argparse.Namespace) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Validation and test cases that ``add_split`` was given.

    Raises:
        InputError: If they are named and a file is given too, or it cannot be read.
    """
    validation, test = names_in(options.val_cases), names_in(options.test_cases)
    if options.split is None:
        return validation, test
    if validation or test:
        raise InputError("--split", "and --val-cases or --test-cases both name cases", "give one")
    found = read_split(options.split)
    return found.validation, found.test


def same_person_of(options: argparse.Namespace) -> str:
    """Every ``--same-person`` as the setting of that name."""
    return "; ".join(options.same_person)


def given_plan(options: argparse.Namespace) -> Mapping[str, Any] | None:
    """The plan of ``--plan`` as it stands in its file, for the run to keep; None without one.

    Raises:
        InputError: If it cannot be read.
    """
    if options.plan is None:
        return None
    values = atomic.read_json(options.plan)
    return values if isinstance(values, dict) else None


def chosen_settings(
    options: argparse.Namespace, *, minutes: float | None, otherwise: TrainConfig | None = None
) -> TrainConfig:
    """The settings that ``add_settings`` was given.

    Args:
        options: With ``preset``, ``plan`` and ``settings``.
        minutes: A time limit in place of the settings' own; None to leave that.
        otherwise: Where neither preset nor plan is named, in place of ``standard``.

    Raises:
        InputError: If preset and plan are both named, the plan cannot be read, or a setting is
            unknown or out of range.
    """
    config = otherwise or PRESETS["standard"]
    if options.plan is not None:
        from unet_core.plan import read_plan

        if options.preset is not None:
            raise InputError("--plan", "and --preset both name settings", "give one of them")
        config = read_plan(options.plan)
    elif options.preset is not None:
        config = PRESETS[options.preset]
    config = with_settings(config, options.settings)
    if options.same_person:
        config = with_setting(config, "same_person", same_person_of(options))
    return config if minutes is None else with_setting(config, "minutes", str(minutes))


class Interrupt:
    """Remembers the first Ctrl+C, so that work ends between two events; the second one raises.

    Where several processes work together, the leader's end is everybody's, and a launcher that
    passes on what the terminal said already is no second Ctrl+C.
    """

    def __init__(self) -> None:
        self.asked = False
        self._before: Any = None

    def __enter__(self) -> Self:
        follows = distributed.launched_rank() > 0
        action = signal.SIG_IGN if follows else self._on_signal
        self._before = signal.signal(signal.SIGINT, action)
        return self

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGINT, self._before)

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        if self.asked and distributed.launched_size() == 1:
            raise KeyboardInterrupt
        self.asked = True
