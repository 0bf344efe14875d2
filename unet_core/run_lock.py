"""Who trains in a run folder: one process at a time, known to all others."""

import contextlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from unet_core.errors import InputError
from unet_core.shared_memory import is_running

LOCK_FILE = "lock"


@contextlib.contextmanager
def owned(folder: Path) -> Iterator[None]:
    """Keep everybody else out of ``folder``; the system lets go of it when this process dies.

    Raises:
        InputError: If another process trains in it, or the disk refuses.
    """
    try:
        file = (folder / LOCK_FILE).open("a+")
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
            f"is in use by another Slicewise (process {owner[0] if owner else 'unknown'})",
            "wait for it, stop it, or choose another run",
        )
    try:
        file.truncate(0)
        file.write(json.dumps({"pid": os.getpid(), "started": _process_start(os.getpid())}))
        file.flush()
    except OSError as error:
        raise unwritable(folder, error) from None


def is_owned(folder: Path) -> bool:
    """Whether the process that trains in ``folder`` is alive."""
    try:
        owner = _parsed_owner((folder / LOCK_FILE).read_text())
    except OSError:
        return False
    if owner is None:
        return False
    pid, started = owner
    return is_running(pid) and started in (None, _process_start(pid))


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


def _parsed_owner(text: str) -> tuple[int, str | None] | None:
    try:
        owner = json.loads(text)
        return int(owner["pid"]), owner["started"]
    except (ValueError, TypeError, KeyError):
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
