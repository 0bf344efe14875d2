"""A disk that refuses one operation: the k-th open, write, flush, rename... below a folder."""

import builtins
import contextlib
import io
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

from unet_core.slices import CACHE_FOLDER

HARMLESS = ("unlink", "rmdir", "utime", "recall", "mkdir again", "clear away", "let go")
"""What may fail without a word: clearing away, reading what is then made anew (a cache), making a
folder that is there, and emptying a lock that dies with its process."""


class FaultyDisk:
    """Counts operations below ``root`` and lets one of them fail, once.

    Args:
        root: Folder; files elsewhere are left alone.
        fail_at: Number of the operation that fails, from 1; 0 for none.
        code: Its ``errno``.

    Attributes:
        done: Kind of each operation so far.
        failed: Kind of the operation that failed; empty before.
    """

    def __init__(self, root: Path, fail_at: int = 0, code: int = 0) -> None:
        self._root = f"{root}{os.sep}"
        self._fail_at = fail_at
        self._code = code
        self._lock = threading.Lock()
        self._is_clearing = False
        self.done: list[str] = []
        self.failed = ""

    @contextlib.contextmanager
    def inserted(self) -> Iterator[None]:
        """Every operation of this process goes by this disk."""
        with contextlib.ExitStack() as stack:
            for module in (io, builtins):
                stack.enter_context(mock.patch.object(module, "open", self._opening(io.open)))
            for name in ("open", "mkdir", "unlink", "rmdir", "utime", "truncate"):
                stack.enter_context(mock.patch.object(os, name, self._on_path(name)))
            for name in ("replace", "rename", "link"):
                stack.enter_context(mock.patch.object(os, name, self._on_path(name)))
            stack.enter_context(mock.patch.object(os, "fsync", self._fsync(os.fsync)))
            stack.enter_context(mock.patch.object(shutil, "rmtree", self._clearing(shutil.rmtree)))
            yield

    def count(self, kind: str) -> None:
        """One more operation, which may be the one that fails."""
        with self._lock:
            kind = "clear away" if self._is_clearing else kind
            self.done.append(kind)
            if len(self.done) != self._fail_at:
                return
            self.failed = kind
        raise OSError(self._code, os.strerror(self._code))

    def _is_below(self, path: Any) -> bool:
        if isinstance(path, (str, os.PathLike)):
            return os.fspath(path).startswith(self._root)
        return False

    def _on_path(self, name: str) -> Callable[..., Any]:
        original = getattr(os, name)

        def operation(path: Any, *given: Any, **more: Any) -> Any:
            if self._is_below(path) or more.get("dir_fd") is not None:
                is_there = name == "mkdir" and os.path.isdir(path)  # noqa: PTH112
                self.count("mkdir again" if is_there else name)
            return original(path, *given, **more)

        return operation

    def _clearing(self, original: Callable[..., None]) -> Callable[..., None]:
        def cleared(*given: Any, **more: Any) -> None:
            self._is_clearing = True
            try:
                original(*given, **more)
            finally:
                self._is_clearing = False

        return cleared

    def _fsync(self, original: Callable[[int], None]) -> Callable[[int], None]:
        def fsync(handle: int) -> None:
            self.count("fsync")
            original(handle)

        return fsync

    def _opening(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def opened(path: Any, mode: str = "r", *given: Any, **more: Any) -> Any:
            if not self._is_below(path):
                return original(path, mode, *given, **more)
            for_reading = mode in ("r", "rb")
            self.count("recall" if for_reading and CACHE_FOLDER in os.fspath(path) else "open")
            file = original(path, mode, *given, **more)
            return file if for_reading else _Written(file, self)

        return opened


class _Written:
    """A file that is written to; what is refused is written by half, as on a full disk."""

    def __init__(self, file: Any, disk: FaultyDisk) -> None:
        self._file = file
        self._disk = disk
        self._has_written = False

    def write(self, data: Any) -> Any:
        self._has_written = True
        try:
            self._disk.count("write")
        except OSError:
            self._file.write(data[: len(data) // 2])
            raise
        return self._file.write(data)

    def flush(self) -> None:
        self._disk.count("flush")
        self._file.flush()

    def truncate(self, *size: int) -> Any:
        self._disk.count("let go" if self._has_written and size == (0,) else "truncate")
        return self._file.truncate(*size)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> "_Written":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
