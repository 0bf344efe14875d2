"""DICOM files of a ZIP archive, unpacked into a private folder that is removed afterwards.

Names inside are never used as paths, sizes are held against what is really unpacked, and what is
not DICOM stays packed.
"""

import contextlib
import errno
import os
import shutil
import stat
import struct
import tempfile
import time
import zipfile
import zlib
from collections.abc import Generator, Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from unet_core.errors import InputError
from unet_core.events import Progress
from unet_core.io.dicom_elements import looks_like
from unet_core.io.dicom_scan import DICOM_ENDINGS, DamagedFile, Scan
from unet_core.io.folders import MOST_FILES, REPORT_EVERY_S
from unet_core.io.headers import LARGEST_VOLUME_BYTES, display_name, open_regular
from unet_core.shared_memory import PREFIX

MAGIC = b"PK\x03\x04"
_MOST_TIMES_AS_LARGE = 100
_ALWAYS_ALLOWED = 64 << 20
_PIECE = 1 << 20
_LOCKED = 0x1
_DAMAGE = (
    zipfile.BadZipFile,
    NotImplementedError,
    ValueError,
    EOFError,
    IndexError,
    OverflowError,
    struct.error,
)
"""What the library raises on damaged archives."""
_REMEDY = "unpack it with a program you trust and open the folder"


@contextlib.contextmanager
def private_folder() -> Iterator[Path]:
    """A folder for this user alone; what a killed process leaves is swept at the next start."""
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def unpack(archive: Path, folder: Path) -> Generator[Progress, None, tuple[list[Path], Scan]]:
    """The DICOM files of an archive, and a scan with what was left aside.

    Raises:
        InputError: If it is damaged, locked, holds no DICOM or would unpack to more than any scan.
    """
    name = display_name(archive)
    scan = Scan()
    files: list[Path] = []
    reported = time.monotonic()
    try:
        with open_regular(archive) as file, zipfile.ZipFile(file) as opened:
            members = _checked(name, opened, file.seek(0, 2))
            for index, member in enumerate(members):
                path = folder / f"{index // 1000:03d}" / f"{index:06d}_{_plain(member)}"
                if _may_be_read(member, scan) and _unpack_one(opened, member, path, scan):
                    files.append(path)
                if time.monotonic() - reported > REPORT_EVERY_S:
                    reported = time.monotonic()
                    yield Progress(
                        index + 1,
                        len(members),
                        f"Looking through {name}: {index + 1:,} of {len(members):,} files, "
                        f"{len(files):,} DICOM",
                    )
    except OSError as error:
        if error.errno != errno.EINVAL:  # else its table names a place before the file's start
            raise
        raise _damaged(name) from None
    except _DAMAGE:
        raise _damaged(name) from None
    if not files and not scan.damaged:
        raise InputError(name, "is a ZIP archive without a DICOM scan in it", "choose another file")
    return files, scan


def _damaged(name: str) -> InputError:
    return InputError(name, "is a damaged ZIP archive", "copy it again from its source")


def _checked(name: str, opened: zipfile.ZipFile, size: int) -> list[zipfile.ZipInfo]:
    members = [member for member in opened.infolist() if not member.is_dir()]
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if len(members) > MOST_FILES:
        raise InputError(name, f"holds more than {MOST_FILES:,} files", _REMEDY)
    bomb = unpacked > _MOST_TIMES_AS_LARGE * size and unpacked > _ALWAYS_ALLOWED
    if bomb or unpacked > LARGEST_VOLUME_BYTES or packed > size:
        raise InputError(
            name, f"would need {unpacked / 1e9:,.1f} GB from {size / 1e6:,.1f} MB", _REMEDY
        )
    if unpacked > shutil.disk_usage(tempfile.gettempdir()).free:
        raise InputError(name, f"needs {unpacked / 1e9:,.1f} GB to unpack", "free some disk space")
    return members


def _plain(member: zipfile.ZipInfo) -> str:
    """The last part of a member's name, letters and digits only."""
    last = PurePosixPath(member.filename.replace("\\", "/")).name
    return "".join(c if c.isascii() and (c.isalnum() or c in ".-_") else "_" for c in last)[-40:]


def _may_be_read(member: zipfile.ZipInfo, scan: Scan) -> bool:
    written = member.orig_filename.replace("\\", "/")
    kind = stat.S_IFMT(member.external_attr >> 16)
    shown = _plain(member) or "a file without a name"
    if written.startswith("/") or ":" in written or ".." in written.split("/") or "\0" in written:
        scan.skip(shown, "a name that leads out of the archive")
    elif kind not in (0, stat.S_IFREG):
        scan.skip(shown, "a link or device")
    elif member.flag_bits & _LOCKED:
        raise InputError(
            display_name(Path(str(member.filename))), "is locked with a password", _REMEDY
        )
    else:
        return True
    return False


def _unpack_one(opened: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path, scan: Scan) -> bool:
    """Whether the member is DICOM and was unpacked whole."""
    expected = path.suffix.lower() in DICOM_ENDINGS
    try:
        with opened.open(member) as packed:
            head = packed.read(1 << 12)
            if not looks_like(head):
                if expected:
                    fault = "is damaged at its start" if head else "is empty (0 bytes)"
                    scan.damaged.append(DamagedFile(path, fault))
                else:
                    scan.skip(_plain(member), "no DICOM")
                return False
            path.parent.mkdir(exist_ok=True)
            _write(packed, head, path, member.file_size)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
        path.unlink(missing_ok=True)
        scan.damaged.append(DamagedFile(path, "is damaged: its checksum fails"))
        return False
    return True


def _write(packed: IO[bytes], head: bytes, path: Path, size: int) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(head)
        done = len(head)
        while piece := packed.read(_PIECE):
            done += len(piece)
            if done > size:
                raise zipfile.BadZipFile
            file.write(piece)
        if done != size:
            raise EOFError
