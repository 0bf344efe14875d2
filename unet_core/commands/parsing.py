"""What commands share: settings on the command line and a Ctrl+C that ends work cleanly."""

import argparse
import signal
from collections.abc import Sequence
from types import FrameType
from typing import Any, Self, TypeAlias

from unet_core import distributed
from unet_core.config import TrainConfig, settings_of, with_setting
from unet_core.errors import InputError

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
