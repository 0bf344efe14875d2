"""Large arrays between processes: memory-mapped files in RAM, handed over without a copy.

Each file is named after the process that made it, so that what a killed process left behind is
found and removed at the next start.
"""

import contextlib
import dataclasses
import os
import shutil
import sys
import tempfile
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

SHARED_BYTES = 1 << 18
"""Arrays from this size on travel through shared memory."""
PREFIX = "slicewise-"


@dataclass(frozen=True)
class _SharedArray:
    path: Path
    shape: tuple[int, ...]
    dtype: str


def _shared_folders() -> list[Path]:
    return [folder for folder in (Path("/dev/shm"), Path(tempfile.gettempdir())) if folder.is_dir()]


def shared_empty(shape: tuple[int, ...], dtype: np.dtype[Any]) -> NDArray[Any]:
    """An array to fill and send to the other process, once, without another copy."""
    size = _bytes_of(shape, dtype)
    if size < SHARED_BYTES:
        return np.empty(shape, dtype)
    return _mapped(reserved_file(size), shape, dtype)


@contextlib.contextmanager
def scratch_file(data: bytes) -> Iterator[Path]:
    """A file in memory for a library that reads only files; swept if this process is killed."""
    handle, name = _new_file(_shared_folder(len(data)))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        yield Path(name)
    finally:
        Path(name).unlink()


def _bytes_of(shape: tuple[int, ...], dtype: np.dtype[Any]) -> int:
    return int(np.prod(shape, dtype=np.int64)) * dtype.itemsize


def _mapped(name: str, shape: tuple[int, ...], dtype: np.dtype[Any]) -> NDArray[Any]:
    array = np.memmap(name, dtype, "r+", shape=shape)
    _unsent[name] = weakref.finalize(array, _forget, name)
    return array


def _shared_folder(size: int) -> Path:
    """The first folder with room for ``size`` bytes: memory if it can be, else the disk."""
    folders = _shared_folders()
    roomy = (f for f in folders if shutil.disk_usage(f).free > size)
    return next(roomy, folders[-1])


def _new_file(folder: Path) -> tuple[int, str]:
    return tempfile.mkstemp(prefix=f"{PREFIX}{os.getpid()}-", dir=folder)


def reserved_file(size: int) -> str:
    """A new file with its room taken up: memory that is not there would kill us on first touch."""
    handle, name = _new_file(_shared_folder(size))
    try:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(handle, 0, size)
        else:
            os.truncate(handle, size)
    except OSError:
        Path(name).unlink()
        raise
    finally:
        os.close(handle)
    return name


_unsent: dict[str, "weakref.finalize[..., Any]"] = {}


def _forget(name: str) -> None:
    _unsent.pop(name, None)
    with contextlib.suppress(OSError):
        Path(name).unlink()


def share(value: Any) -> Any:
    """The same value with every large array moved into a memory-mapped file."""
    if isinstance(value, np.ndarray) and value.nbytes >= SHARED_BYTES:
        name = str(getattr(value, "filename", None) or "")
        whole = isinstance(value, np.memmap) and value.offset == 0 and value.flags.c_contiguous
        if whole and name in _unsent and value.nbytes == Path(name).stat().st_size:
            _unsent.pop(name).detach()
            return _SharedArray(Path(name), value.shape, value.dtype.str)
        name = reserved_file(value.nbytes)
        mapped = np.memmap(name, value.dtype, "r+", shape=value.shape)
        mapped[...] = value
        return _SharedArray(Path(name), value.shape, value.dtype.str)
    return rebuilt(value, share)


def unshare(value: Any) -> Any:
    """The value that ``share`` was given, its arrays now this process's own."""
    if isinstance(value, _SharedArray):
        array: NDArray[Any] = np.asarray(
            np.memmap(value.path, value.dtype, "r+", shape=value.shape)
        )
        unlinked(value.path)
        return array
    return rebuilt(value, unshare)


def unlinked(path: Path) -> None:
    """Let nobody else open a file that is in use; Windows keeps it until the next start's sweep."""
    with contextlib.suppress(OSError):
        path.unlink()


def rebuilt(value: Any, change: Callable[[Any], Any]) -> Any:
    """A tuple or dataclass with every part changed; anything else as it is."""
    if isinstance(value, tuple):
        parts = [change(part) for part in value]
        return value if all(a is b for a, b in zip(parts, value, strict=True)) else tuple(parts)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {}
        for field in dataclasses.fields(value):
            before = getattr(value, field.name)
            after = change(before)
            if after is not before:
                changed[field.name] = after
        return dataclasses.replace(value, **changed) if changed else value
    return value


def sweep() -> int:
    """Remove shared arrays left by processes that were killed; returns how many."""
    removed = 0
    for folder in _shared_folders():
        for path in folder.glob(f"{PREFIX}*"):
            owner = path.name.removeprefix(PREFIX).partition("-")[0]
            if owner.isdigit() and not is_running(int(owner)):
                with contextlib.suppress(OSError):
                    if path.is_dir() and not path.is_symlink():
                        shutil.rmtree(path)
                    else:
                        path.unlink()
                    removed += 1
    return removed


def is_running(pid: int) -> bool:
    """Whether a process of that id lives."""
    if sys.platform == "win32":
        return _is_running_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    with contextlib.suppress(OSError):  # Linux: a dead process nobody has fetched yet
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2]
        return not state.lstrip().startswith("Z")
    return True


def _is_running_on_windows(pid: int) -> bool:
    import ctypes

    query_limited_information, still_active = 0x1000, 259
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    handle = kernel.OpenProcess(query_limited_information, False, pid)
    if not handle:
        return False
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == still_active
