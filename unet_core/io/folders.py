"""Files of a folder, bounded in number and depth, never following a link out of it."""

import os
from collections.abc import Iterator
from pathlib import Path

from unet_core.errors import InputError
from unet_core.io.headers import display_name

MOST_FILES = 100_000
DEEPEST_FOLDER = 8


def bytes_on_disk(path: Path) -> int:
    """Bytes of the files that a DICOM folder, or the folder around a DICOM file, holds."""
    total = 0
    for file in files_below(path) if path.is_dir() else files_beside(path):
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
    count = 0
    for parent, folders, names in os.walk(folder, onerror=_refuse, followlinks=False):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        if len(Path(parent).relative_to(folder).parts) >= DEEPEST_FOLDER:
            folders.clear()
        for file_name in sorted(names):
            path = Path(parent) / file_name
            if file_name.startswith(".") or _leads_out(path, folder):
                continue
            count += 1
            if count > MOST_FILES:
                raise InputError(
                    display_name(folder),
                    f"holds more than {MOST_FILES:,} files",
                    "choose the folder of one scan",
                )
            yield path


def _refuse(error: OSError) -> None:
    raise InputError(
        display_name(Path(error.filename)),
        f"cannot be read ({error.strerror})",
        "check your rights to it or choose another folder",
    ) from error


def _leads_out(path: Path, folder: Path) -> bool:
    return path.is_symlink() and not path.resolve().is_relative_to(folder.resolve())


def files_beside(path: Path) -> list[Path]:
    """Files in the folder of a file, sorted, it included."""
    with os.scandir(path.parent) as entries:
        files = [Path(e.path) for e in entries if e.is_file(follow_symlinks=False)]
    return sorted({*files, path})[:MOST_FILES]
