"""Room on the disk for the slice cache: whether it suffices, and what may go to make some."""

import contextlib
import os
import shutil
import threading
import time
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from unet_core.errors import InputError
from unet_core.io.atomic import HOST
from unet_core.isolation import is_running

INDEX = "index.json"
"""In every cache; its time of change tells when the cache was last used."""
KEPT_BYTES = 40 << 30
"""Caches unused for a day are removed, oldest first, while all together are larger than this."""
_PART = ".part-"
_DAY_S = 86_400.0


class Room:
    """Whether the disk can take what is still to be cached, judged by the cases read so far.

    Threads that cache different cases may use it at the same time.

    Args:
        cache: Folder of all caches.
        keep: Names of the caches of this run.
        source_bytes: Size of the files of each case; 0 for those cached already.
    """

    def __init__(self, cache: Path, keep: Collection[str], source_bytes: Sequence[int]) -> None:
        self._cache = cache
        self._keep = keep
        self._source = source_bytes
        self._ahead = sum(source_bytes)
        self._read = self._written = self._under_way = 0
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def for_case(self, number: int, need: int) -> Iterator[None]:
        """Make room for ``need`` bytes of case ``number``, which are written in the block.

        Raises:
            InputError: If it, those being written and the cases still to be read will not fit
                even without the old caches of other data.
        """
        with self._lock:
            self._read += self._source[number]
            self._ahead -= self._source[number]
            self._written += need
            self._under_way += need
            ahead = round(self._ahead * self._written / max(self._read, 1))
            self._check(self._under_way + ahead)
        try:
            yield
        finally:
            with self._lock:
                self._under_way -= need

    def _check(self, need: int) -> None:
        if need > self._free():
            clear_old(self._cache, self._keep, kept_bytes=0)
        if need > (free := self._free()):
            raise InputError(
                "the disk that holds the runs",
                f"has {free / 2**30:.1f} GB free and the slice cache needs about "
                f"{need / 2**30:.1f} GB",
                "make space or choose another folder for runs",
            )

    def _free(self) -> int:
        return shutil.disk_usage(self._cache).free


def part_of(folder: Path) -> Path:
    """Where this process writes the cache ``folder`` until it is whole."""
    return folder.parent / f"{_PART}{os.getpid()}_{HOST}-{folder.name}"


def clear_parts(cache: Path) -> None:
    """Remove what killed processes of this computer left half written."""
    for part in cache.glob(f"{_PART}*"):
        owner = part.name.removeprefix(_PART).partition("-")[0]
        pid, _, host = owner.partition("_")
        if host not in ("", HOST) or not pid.isdigit():
            continue
        if int(pid) != os.getpid() and not is_running(int(pid)):
            shutil.rmtree(part, ignore_errors=True)


def clear_old(cache: Path, keep: Collection[str], kept_bytes: int = KEPT_BYTES) -> None:
    """Remove caches unused for a day, oldest first, until the rest takes ``kept_bytes``."""
    ages: list[tuple[float, int, Path]] = []
    for index in cache.glob(f"*/{INDEX}"):
        with contextlib.suppress(OSError):
            size = sum(p.stat().st_size for p in index.parent.iterdir())
            ages.append((index.stat().st_mtime, size, index.parent))
    total = sum(size for _, size, _ in ages)
    for used, size, folder in sorted(ages):
        if total <= kept_bytes or time.time() - used < _DAY_S:
            return
        if folder.name not in keep:
            shutil.rmtree(folder, ignore_errors=True)
            total -= size
