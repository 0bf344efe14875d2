"""Who trains in a run folder: one process at a time, known to all others."""

import contextlib
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Self

from unet_core.errors import InputError
from unet_core.shared_memory import is_running

LOCK_FILE = "lock"


@dataclass(frozen=True)
class Owner:
    """A process, told by its start from a later one that was given the same number.

    Attributes:
        pid: Its number.
        started: When it began, in the system's own unit; None where the system does not tell.
    """

    pid: int
    started: str | None

    @classmethod
    def this(cls) -> Self:
        """The process that asks."""
        return cls(os.getpid(), _process_start(os.getpid()))

    @classmethod
    def from_json(cls, values: Any) -> Self | None:
        """What ``to_json`` made; None where it is damaged."""
        try:
            started = values["started"]
            return cls(int(values["pid"]), None if started is None else str(started))
        except (ValueError, TypeError, KeyError):
            return None

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {"pid": self.pid, "started": self.started}

    @property
    def is_alive(self) -> bool:
        """Whether it is this very process that has the number now."""
        return is_running(self.pid) and self.started in (None, _process_start(self.pid))


@contextlib.contextmanager
def owned(folder: Path, name: str = LOCK_FILE) -> Iterator[None]:
    """Keep everybody else out of ``folder``; the system lets go of it when this process dies.

    Args:
        folder: What is owned.
        name: Of the file in it that says so.

    Raises:
        InputError: If another process trains in it, or the disk refuses.
    """
    try:
        file = (folder / name).open("a+")
    except OSError as error:
        raise unwritable(folder, error) from None
    try:
        _claim(file, folder)
        try:
            yield
        finally:
            with contextlib.suppress(OSError):  # a process that is dead owns nothing anyway
                file.truncate(0)
    finally:
        with contextlib.suppress(OSError):  # text that a full disk did not take is tried again
            file.close()


def unwritable(folder: Path, error: OSError) -> InputError:
    """What a folder that cannot be written to means to the user."""
    return InputError(
        folder.name, f"cannot be written to ({error.strerror})", "choose another folder for runs"
    )


def _claim(file: IO[str], folder: Path) -> None:
    if not _lock(file):
        file.seek(0)
        owner = _parsed_owner(file.read())
        raise InputError(
            folder.name,
            f"is in use by another Slicewise (process {owner.pid if owner else 'unknown'})",
            "wait for it, stop it, or choose another run",
        )
    try:
        file.truncate(0)
        file.write(json.dumps(Owner.this().to_json()))
        file.flush()
    except OSError as error:
        raise unwritable(folder, error) from None


def owner_of(folder: Path, name: str = LOCK_FILE) -> Owner | None:
    """The process that trains in ``folder``; None where it is in nobody's hands."""
    try:
        owner = _parsed_owner((folder / name).read_text())
    except (OSError, ValueError):
        return None
    return owner if owner is not None and owner.is_alive else None


def is_owned(folder: Path) -> bool:
    """Whether the process that trains in ``folder`` is alive."""
    return owner_of(folder) is not None


def _lock(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(1 << 20)  # a byte beyond the text, which stays readable for others
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _parsed_owner(text: str) -> Owner | None:
    try:
        return Owner.from_json(json.loads(text))
    except (ValueError, RecursionError):
        return None


def _process_start(pid: int) -> str | None:
    """Start time of a process in the system's own unit; None where the system does not tell.

    A process that is dead but not yet buried has none: "".
    """
    try:
        state, *fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return "" if state in "ZX" else fields[18]
