"""Files of a folder, bounded in number and depth, never following a link out of it."""

import os
import time
from collections.abc import Generator, Iterator
from pathlib import Path

from unet_core.errors import InputError
from unet_core.events import Progress
from unet_core.io.headers import display_name

MOST_FILES = 500_000
DEEPEST_FOLDER = 16
REPORT_EVERY_S = 0.1
_WEIGHED_FILES = 2000
_LARGE = 1 << 40


def bytes_on_disk(path: Path) -> int:
    """Bytes of the files that a DICOM folder, or the folder around a DICOM file, holds.

    A folder of thousands of files is not weighed: the answer is then larger than any scan.
    """
    total = 0
    files = iter(files_below(path)) if path.is_dir() else iter(files_beside(path))
    for count, file in enumerate(files):
        if count >= _WEIGHED_FILES:
            return _LARGE
        try:
            total += file.stat().st_size
        except OSError:
            continue
    return total


def files_below(folder: Path) -> Iterator[Path]:
    """Files in a folder and its subfolders, sorted; hidden ones and links out are left aside.

    Raises:
        InputError: If there are more than any scan has, or one of the folders cannot be read.
    """
    for files in _folders(folder):
        yield from (Path(name) for name in files)


def listed_below(folder: Path) -> Generator[Progress, None, list[str]]:
    """What ``files_below`` gives, as text and with progress: there may be a hundred thousand."""
    found: list[str] = []
    reported = time.monotonic()
    for files in _folders(folder):
        found += files
        if time.monotonic() - reported > REPORT_EVERY_S:
            reported = time.monotonic()
            yield Progress(0, 0, f"Listing {display_name(folder)}: {len(found):,} files")
    return found


def _folders(folder: Path) -> Iterator[list[str]]:
    """The files of one folder after the other."""
    count = 0
    waiting = [(str(folder), 0)]
    while waiting:
        parent, depth = waiting.pop()
        inner, files = [], []
        try:
            with os.scandir(parent) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        inner.append(entry.path)
                    elif not entry.is_symlink() or not _leads_out(Path(entry.path), folder):
                        files.append(entry.path)
                    count += 1
                    if count > MOST_FILES:
                        raise InputError(
                            display_name(folder),
                            f"holds more than {MOST_FILES:,} files",
                            "choose the folder of one scan",
                        )
                    if count % 5000 == 0:
                        yield []
        except OSError as error:
            raise InputError(
                display_name(Path(parent)),
                f"cannot be read ({error.strerror})",
                "check your rights to it or choose another folder",
            ) from error
        yield sorted(files)
        if depth < DEEPEST_FOLDER:
            waiting += [(path, depth + 1) for path in sorted(inner, reverse=True)]


def _leads_out(path: Path, folder: Path) -> bool:
    return not path.resolve().is_relative_to(folder.resolve())


def files_beside(path: Path) -> list[Path]:
    """Files in the folder of a file, sorted, it included."""
    with os.scandir(path.parent) as entries:
        files = [Path(e.path) for e in entries if e.is_file(follow_symlinks=False)]
    return sorted({*files, path})[:MOST_FILES]
