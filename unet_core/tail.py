"""A journal that grows, read on from where it was left."""

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

_BLOCK = 1 << 16


class Tail:
    """New lines of a journal, each told once; those of a journal written anew, if they are newer.

    Args:
        path: The file; it may not be there yet.
        offset: Where to begin.
        epoch: The last round known already.
    """

    def __init__(self, path: Path, offset: int = 0, epoch: int = 0) -> None:
        self._path = path
        self._offset = offset
        self._epoch = epoch
        self._file = _identity(path)

    @classmethod
    def at_end(cls, path: Path) -> tuple[Self, dict[str, Any] | None]:
        """Begin behind the last whole line; and that line, None where there is none."""
        end, lines = _last_lines(path, 1)
        entry = parsed(lines[-1]) if lines else None
        return cls(path, end, entry["epoch"] if entry else 0), entry

    def before(self, count: int) -> list[dict[str, Any]]:
        """The last sound lines ahead of where it stands, in order, ``count`` at most."""
        _, lines = _last_lines(self._path, count, self._offset)
        return [entry for line in lines if (entry := parsed(line)) is not None]

    def lines(self) -> Iterator[dict[str, Any]]:
        """Sound lines that were added since; nothing while the disk does not give them."""
        now = _identity(self._path)
        if now is None:
            return
        if now != self._file or self._size() < self._offset:
            self._file, self._offset = now, 0  # written anew, as a run that goes on does
            _, last = _last_lines(self._path, 1)
            entry = parsed(last[-1]) if last else None
            self._epoch = min(self._epoch, entry["epoch"] if entry else 0)
        try:
            with self._path.open("rb") as file:
                file.seek(self._offset)
                for line in file:
                    if not line.endswith(b"\n"):
                        return
                    self._offset += len(line)
                    entry = parsed(line)
                    if entry is not None and entry["epoch"] > self._epoch:
                        self._epoch = entry["epoch"]
                        yield entry
        except OSError:
            return

    def _size(self) -> int:
        with contextlib.suppress(OSError):
            return self._path.stat().st_size
        return 0


def parsed(line: bytes) -> dict[str, Any] | None:
    """A journal line; None if it is torn."""
    try:
        entry = json.loads(line)
        is_sound = isinstance(entry["epoch"], int) and {"record", "cases"} <= entry.keys()
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return entry if is_sound else None


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino


def _last_lines(path: Path, count: int, end: int | None = None) -> tuple[int, list[bytes]]:
    """Where the last whole line ends, and the last lines; (0, none) where there is none.

    Args:
        path: The file.
        count: How many lines at most.
        end: Where to look back from; the end of the file if None.
    """
    try:
        with path.open("rb") as file:
            at = file.seek(0, os.SEEK_END) if end is None else end
            held = b""
            while at:
                step = min(_BLOCK, at)
                at -= step
                file.seek(at)
                held = file.read(step) + held
                whole = held[: held.rfind(b"\n") + 1]
                if at == 0 or whole.count(b"\n") > count:
                    return at + len(whole), whole.split(b"\n")[:-1][-count:]
    except OSError:
        pass
    return 0, []
