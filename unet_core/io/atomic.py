"""Files written whole or not at all.

Every write goes to a temporary file beside the target, is flushed to the disk, read back and
compared, and only then takes the target's name; whatever happens on the way, the old file stays.
"""

import contextlib
import errno
import hashlib
import itertools
import json
import os
import platform
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from unet_core.errors import InputError
from unet_core.io.headers import display_name, open_regular
from unet_core.shared_memory import is_running

_TEMPORARY = ".slicewise-"
HOST = hashlib.sha256(platform.node().encode()).hexdigest()[:8]
"""Of this computer: on a shared disk, a number alone does not tell whose process it is."""
_numbers = itertools.count()
_REASONS = {
    errno.ENOSPC: ("the disk is full", "make space or choose another disk"),
    getattr(errno, "EDQUOT", -1): (
        "your share of the disk is used up",
        "make space or choose another disk",
    ),
    errno.EFBIG: ("the file is too large for this disk", "choose another disk"),
    errno.EROFS: ("the disk is read-only", "choose another folder"),
    errno.EACCES: ("the folder may not be written to", "choose another folder"),
    errno.EPERM: ("the folder may not be written to", "choose another folder"),
    errno.ENOENT: ("its folder does not exist", "create the folder first"),
    errno.EEXIST: ("a file has that name", "choose another name"),
    errno.ENOTDIR: ("its folder is a file", "choose another folder"),
    errno.ENAMETOOLONG: ("its name is too long", "choose a shorter name"),
    errno.EISDIR: ("a folder has that name", "choose another name"),
    errno.ENOTEMPTY: ("a folder has that name", "choose another name"),
    errno.EIO: ("the disk reports an error", "choose another disk and check this one"),
}


def write_bytes(path: Path, data: bytes, *, overwrite: bool = True) -> None:
    """Write ``data`` as the whole content of ``path``.

    Raises:
        InputError: If it could not be written and verified; an older file is then untouched.
    """
    expected = hashlib.sha256(data).digest()

    def write(temporary: Path) -> None:
        with temporary.open("wb") as file:
            file.write(data)

    def check(temporary: Path) -> None:
        with temporary.open("rb") as file:
            if hashlib.file_digest(file, "sha256").digest() != expected:
                raise OSError(errno.EIO, "not what was written")

    write_file(path, write, check, overwrite=overwrite)


def write_json(path: Path, value: Any) -> None:
    """Write ``value`` as JSON; numbers must be finite.

    Raises:
        InputError: As ``write_bytes``.
    """
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    write_bytes(path, text.encode() + b"\n")


def read_json(path: Path) -> Any:
    """The value in a JSON file of at most 64 MB.

    Raises:
        InputError: If it is missing, too large or damaged.
    """
    with open_regular(path) as file:
        data = file.read(1 << 26)
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        raise InputError(
            display_name(path), "is damaged (no valid JSON)", "use another copy of it"
        ) from None


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, where there is none yet.

    Raises:
        InputError: If that is not possible.
    """
    with _explained(path, "cannot be made"):
        path.mkdir(parents=True, exist_ok=True)


def append_line(path: Path, text: str) -> None:
    """Add one line to a journal and wait until the disk has it.

    Raises:
        InputError: If the disk did not take it.
    """
    with _explained(path), path.open("ab") as file:
        file.write(text.rstrip("\n").encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())


def write_file(
    path: Path,
    writer: Callable[[Path], None],
    check: Callable[[Path], None],
    *,
    overwrite: bool = True,
) -> None:
    """Let ``writer`` fill a temporary file, let ``check`` read it back, then give it its name.

    Args:
        path: The target.
        writer: Writes the whole file to the path it is given.
        check: Raises if what the path holds is not what was meant.
        overwrite: Whether a file of that name may be replaced.

    Raises:
        InputError: If any step failed; an older file is then untouched.
    """
    with writing(path, overwrite=overwrite) as temporary:
        writer(temporary)
        to_disk(temporary)
        check(temporary)


@contextlib.contextmanager
def writing(path: Path, *, overwrite: bool = True, is_folder: bool = False) -> Iterator[Path]:
    """A temporary file (or folder of files) that takes the name ``path`` when the block is left.

    Left by an error, or a generator that is closed, it is gone and an older file untouched.

    Args:
        path: The target.
        overwrite: Whether a file of that name may be replaced; a folder never is.
        is_folder: Whether the target is a folder.

    Raises:
        InputError: If any step failed.
    """
    check_target(path, overwrite=overwrite and not is_folder)
    with _explained(path):
        temporary = _temporary(path)
        try:
            if is_folder:
                temporary.mkdir()
            else:
                os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
            yield temporary
            to_disk(temporary)
            if is_folder:
                temporary.rename(path)  # fails if somebody was quicker and put files there
            else:
                _rename(temporary, path, overwrite=overwrite)
        finally:
            _remove(temporary)
        _flush(path.parent)


def to_disk(path: Path) -> None:
    """Wait until the disk has a file, or a folder with the files in it.

    Raises:
        OSError: If the disk did not take it.
    """
    if path.is_dir():
        for file in path.iterdir():
            _flush(file)
    _flush(path)


def check_target(path: Path, *, overwrite: bool) -> None:
    """Refuse, before any work, what could not be given this name in the end.

    Raises:
        InputError: If the name is taken, not allowed or too long, or its folder is missing.
    """
    with _explained(path):
        if not path.parent.is_dir():
            code = errno.ENOTDIR if path.parent.exists() else errno.ENOENT
            raise OSError(code, "no folder")
        if _name_length(path.name) > _longest_name(path.parent):
            raise OSError(errno.ENAMETOOLONG, "name too long")
        if not overwrite and os.path.lexists(path):
            raise _taken(path)
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a folder")
        if path.exists() and not path.stat().st_mode & 0o222:
            fault = "is marked as read-only and was left as it is"
            raise InputError(display_name(path), fault, "choose another name")


def _name_length(name: str) -> int:
    return len(os.fsencode(name)) if os.name != "nt" else len(name.encode("utf-16-le")) // 2


def _longest_name(folder: Path) -> int:
    try:
        return os.pathconf(folder, "PC_NAME_MAX")
    except (AttributeError, OSError, ValueError):
        return 255


def _temporary(path: Path) -> Path:
    """A name beside ``path`` that is swept away if this process dies."""
    _sweep(path.parent)
    suffix = "".join(path.suffixes[-2:])[-20:]
    return path.with_name(f"{_TEMPORARY}{os.getpid()}_{HOST}-{next(_numbers)}{suffix}")


def _rename(temporary: Path, path: Path, *, overwrite: bool) -> None:
    if overwrite:
        temporary.replace(path)
        return
    try:
        os.link(temporary, path)  # fails if somebody else was quicker
    except FileExistsError:
        raise _taken(path) from None
    except OSError:  # a file system without hard links
        if os.path.lexists(path):
            raise _taken(path) from None
        temporary.replace(path)


def _taken(path: Path) -> InputError:
    return InputError(
        display_name(path), "exists already and was left as it is", "choose another name"
    )


def _flush(path: Path) -> None:
    is_folder = path.is_dir()
    if is_folder and os.name == "nt":
        return  # Windows cannot flush folders; NTFS journals the rename
    handle = os.open(path, os.O_RDONLY if is_folder or os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def _explained(path: Path, failed: str = "was not saved") -> Iterator[None]:
    try:
        yield
    except OSError as error:
        fault, remedy = _REASONS.get(
            error.errno or 0, (f"the disk said: {error.strerror}", "try another folder")
        )
        raise InputError(display_name(path), f"{failed}: {fault}", remedy) from error


def _sweep(folder: Path) -> None:
    """Remove what processes of this computer that no longer run left behind."""
    for leftover in folder.glob(f"{_TEMPORARY}*-*"):
        owner = leftover.name.removeprefix(_TEMPORARY).partition("-")[0]
        pid, _, host = owner.partition("_")
        if host not in ("", HOST) or not pid.isdigit():
            continue
        if int(pid) != os.getpid() and not is_running(int(pid)):
            _remove(leftover)


def _remove(leftover: Path) -> None:
    if leftover.is_dir() and not leftover.is_symlink():
        shutil.rmtree(leftover, ignore_errors=True)
        return
    with contextlib.suppress(OSError):
        leftover.unlink()
