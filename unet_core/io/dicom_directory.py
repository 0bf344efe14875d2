"""Files a DICOMDIR lists (DICOM PS3.3 annex F), none of them outside its own folder."""

import os
import re
from pathlib import Path

from unet_core.errors import InputError
from unet_core.io.dicom_bytes import Damage
from unet_core.io.dicom_elements import items_of, walk
from unet_core.io.dicom_scan import DamagedFile, Scan
from unet_core.io.headers import display_name, open_regular

_RECORDS, _FILE, _KIND, _SERIES = 0x00041220, 0x00041500, 0x00041430, 0x0020000E
_PART = re.compile(r"[A-Za-z0-9_.+ -]{1,64}")
"""Of a file's name; the standard allows eight capitals, digits and underscores."""


def files_listed(directory: Path) -> tuple[list[Path], Scan]:
    """The files a DICOMDIR lists, and a scan with those that are missing or lead elsewhere.

    Raises:
        InputError: If it is damaged or lists nothing.
    """
    name = display_name(directory)
    with open_regular(directory) as file:
        found = walk(file, (), (_RECORDS,))
    scan = Scan()
    files: list[Path] = []
    series = ""
    try:
        if found is None or found.damage:
            raise Damage(found.damage if found else "is no DICOM")
        for record in items_of(found.sequences.get(_RECORDS, b""), found, (_FILE, _KIND, _SERIES)):
            if record.text(_KIND) == "SERIES":
                series = record.text(_SERIES)
            listed = record.text(_FILE)
            if listed:
                _note(directory.parent, listed, series, files, scan)
            elif record.text(_KIND) == "IMAGE":
                scan.damaged.append(
                    DamagedFile(directory, "lists a picture without its file", series)
                )
    except Damage as damage:
        raise InputError(name, f"is damaged: it {damage}", "open its folder instead") from None
    if not files and not scan.damaged:
        left = f" ({scan.skipped.total()} lead out of its folder)" if scan.skipped else ""
        raise InputError(name, f"lists no files beside it{left}", "open the folder of the scan")
    return files, scan


def _note(root: Path, listed: str, series: str, files: list[Path], scan: Scan) -> None:
    parts = [part.strip() for part in listed.split("\\")]
    if any("/" in part or ":" in part or not part.strip(".") for part in parts):
        scan.skip("a record of the DICOMDIR", "a name that leads out of its folder")
        return
    if not all(_PART.fullmatch(part) for part in parts):
        fault = "lists a file under an impossible name"
        scan.damaged.append(DamagedFile(root / "DICOMDIR", fault, series))
        return
    path = _as_on_disk(root, parts)
    if path.exists() and not path.resolve().is_relative_to(root.resolve()):
        scan.skip("a record of the DICOMDIR", "a name that leads out of its folder")
    elif path.is_file():
        files.append(path)
    else:
        scan.damaged.append(DamagedFile(path, "is listed and not there", series))


def _as_on_disk(root: Path, parts: list[str]) -> Path:
    """The path; names copied from a disc may have become small letters."""
    path = root
    for part in parts:
        exact = path / part
        if not os.path.lexists(exact) and (path / part.lower()).exists():
            exact = path / part.lower()
        path = exact
    return path
