"""Runs go into the system's trash, or where there is none into a folder beside them."""

import contextlib
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFile

from unet_core import run_lock
from unet_core.errors import InputError
from unet_core.run_table import TRASH_FOLDER


@dataclass(frozen=True)
class Trashed:
    """A run lies in the trash.

    Attributes:
        folder: Where it was.
        place: Where it is; None where the system does not tell.
    """

    folder: Path
    place: Path | None


@dataclass(frozen=True)
class BroughtBack:
    """A run is where it was, or under another name if that was taken."""

    folder: Path


def to_trash(folders: Sequence[Path]) -> Iterator[Trashed]:
    """Move run folders into the trash; the one that learns is refused.

    Raises:
        InputError: Naming the first that stays, with why.
    """
    for folder in folders:
        with contextlib.ExitStack() as stack:
            stack.enter_context(run_lock.owned(folder))  # nobody begins in it meanwhile
            if os.name == "nt":
                stack.close()  # a folder with an open file does not move there
            place = _moved(folder)
        yield Trashed(folder, place)


def into_system_trash(folder: Path) -> tuple[bool, Path | None]:
    """Whether the system took it, and where it lies now, if it tells."""
    file = QFile(str(folder))
    if not file.moveToTrash():
        return False, None
    place = Path(file.fileName())
    return True, place if place != folder else None


def _moved(folder: Path) -> Path | None:
    is_moved, place = into_system_trash(folder)
    if is_moved:
        return place
    trash = folder.parent / TRASH_FOLDER
    place = _free(trash / folder.name)
    try:
        trash.mkdir(mode=0o700, exist_ok=True)
        folder.rename(place)
    except OSError as error:
        raise InputError(
            folder.name, f"cannot be moved ({error.strerror})", "close what uses it, try again"
        ) from None
    return place


def bring_back(places: Sequence[tuple[Path, Path]]) -> Iterator[BroughtBack]:
    """Move runs from the trash, each ``(from, to)``.

    Raises:
        InputError: Naming the first that is no longer there, or cannot be moved.
    """
    for place, folder in places:
        free = _free(folder)
        try:
            shutil.move(place, free)
        except (OSError, shutil.Error) as error:
            reason = getattr(error, "strerror", None) or "it is no longer in the trash"
            raise InputError(
                folder.name, f"cannot be brought back ({reason})", "look into the system's trash"
            ) from None
        if place.parent.name == "files":  # in a trash as freedesktop.org describes it
            with contextlib.suppress(OSError):
                (place.parent.parent / "info" / f"{place.name}.trashinfo").unlink()
        with contextlib.suppress(OSError):
            if place.parent.name == TRASH_FOLDER:
                place.parent.rmdir()  # unless others are in it
        yield BroughtBack(free)


def _free(path: Path) -> Path:
    """That path, or one with a number if it is taken."""
    number, free = 2, path
    while free.exists():
        free = path.with_name(f"{path.name}-{number}")
        number += 1
    return free
