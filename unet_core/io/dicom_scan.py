"""What the files of a folder are: slices, other DICOM objects, damaged ones, and what to skip."""

import time
from collections import Counter
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from unet_core.errors import InputError
from unet_core.events import Progress
from unet_core.io.dicom_header import DICOMDIR, SliceHeader, Unreadable, read_header
from unet_core.io.folders import REPORT_EVERY_S
from unet_core.io.headers import display_name, open_regular

DICOM_ENDINGS = (".dcm", ".dicom", ".ima", ".img")
MASK_KINDS = ("SEG", "RTSTRUCT")
_NO_PICTURES = ("RTDOSE", "RTPLAN", "RTRECORD", "SR", "PR", "KO", "REG", "DOC", "PLAN", "ECG")
_SEG_CLASS = "1.2.840.10008.5.1.4.1.1.66.4"
_RTSTRUCT_CLASS = "1.2.840.10008.5.1.4.1.1.481.3"
_MOST_NAMED = 20


@dataclass(frozen=True)
class DamagedFile:
    """A file that is, or is named like, a slice and cannot be read.

    Attributes:
        fault: What is wrong, as a predicate.
        series_uid: Whose slice it is, where it still says so.
    """

    path: Path
    fault: str
    series_uid: str = ""


@dataclass
class Scan:
    """What the files of a folder are.

    Attributes:
        slices: Headers of pictures.
        masks: Headers of SEG and RTSTRUCT objects.
        apart: Other DICOM objects, by kind.
        damaged: Files that may be missing slices.
        skipped: Files that have nothing to do with DICOM, by reason.
        skipped_names: The first of them, with their reason.
        notices: Sentences about where the files came from.
        dicomdirs: DICOMDIR files met.
        series: Series of slices met that were left aside since.
    """

    slices: list[SliceHeader] = field(default_factory=list)
    masks: list[SliceHeader] = field(default_factory=list)
    apart: Counter[str] = field(default_factory=Counter)
    damaged: list[DamagedFile] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    skipped_names: list[str] = field(default_factory=list)
    notices: tuple[str, ...] = ()
    dicomdirs: list[Path] = field(default_factory=list)
    series: set[str] = field(default_factory=set)
    pictures: int = 0

    @property
    def dicom_files(self) -> int:
        """DICOM files met, damaged ones included."""
        return len(self.slices) + len(self.masks) + self.apart.total() + len(self.damaged)

    def skip(self, name: str, reason: str) -> None:
        """Note a file that is left aside."""
        self.skipped[reason] += 1
        if len(self.skipped_names) < _MOST_NAMED:
            self.skipped_names.append(f"{name} ({reason})")

    def listed_apart(self) -> str:
        """What else is there, such as "1 SEG, 2 localizer"; empty if nothing."""
        counts = self.apart + Counter(mask_kind(header) for header in self.masks)
        return ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))

    def said(self) -> tuple[str, ...]:
        """Sentences about what was left aside."""
        notices = list(self.notices)
        if listed := self.listed_apart():
            notices.append(f"Left aside in the folder: {listed}.")
        total = self.skipped.total()
        if total:
            shown = self.skipped_names[:5]
            rest = f" and {total - len(shown):,} others" if total > len(shown) else ""
            files = "file" if total == 1 else "files"
            notices.append(f"Skipped {total:,} {files}: {', '.join(shown)}{rest}.")
        return tuple(notices)


def scan_files(
    name: str, files: Sequence[str | Path], scan: Scan | None = None
) -> Generator[Progress, None, Scan]:
    """Look at every file.

    Args:
        name: What the user opened, for progress.
        files: In any order.
        scan: Add to this one.
    """
    scan = scan or Scan()
    unsure: list[DamagedFile] = []
    reported = time.monotonic()
    for index, file in enumerate(files):
        _sort_in(Path(file), scan, unsure)
        if time.monotonic() - reported > REPORT_EVERY_S:
            reported = time.monotonic()
            yield Progress(
                index + 1,
                len(files),
                f"Looking through {name}: {index + 1:,} of {len(files):,} files, "
                f"{scan.dicom_files:,} DICOM",
            )
    _judge(scan, unsure)
    return scan


def _judge(scan: Scan, unsure: list[DamagedFile]) -> None:
    """Files without any DICOM in them count as damaged slices only where slices are named alike."""
    alike = {(h.path.parent, h.path.suffix.lower()) for h in scan.slices} if unsure else set()
    endings = {path_and_suffix[1] for path_and_suffix in alike}
    for bad in unsure:
        suffix = bad.path.suffix.lower()
        if suffix in DICOM_ENDINGS or ((bad.path.parent, suffix) in alike and suffix in endings):
            scan.damaged.append(bad)
        else:
            scan.skip(display_name(bad.path), bad.fault.removeprefix("is "))


def _sort_in(path: Path, scan: Scan, unsure: list[DamagedFile]) -> None:
    """Put one file where it belongs."""
    try:
        with open_regular(path) as file:
            header = read_header(path, file)
            if header is None:
                file.seek(0)
                _note_stranger(path, file.read(8), scan, unsure)
                return
    except InputError as refusal:
        unsure.append(DamagedFile(path, refusal.fault))
        return
    except OSError:
        unsure.append(DamagedFile(path, "cannot be read"))
        return
    if isinstance(header, Unreadable):
        scan.damaged.append(DamagedFile(path, header.fault, header.series_uid))
    elif header.storage == DICOMDIR:
        scan.dicomdirs.append(path)
    else:
        _sort_object(header, scan)


def _note_stranger(path: Path, head: bytes, scan: Scan, unsure: list[DamagedFile]) -> None:
    if head.startswith((b"\x89PNG", b"\xff\xd8\xff")):
        scan.pictures += 1
    if path.suffix.lower() in DICOM_ENDINGS:
        unsure.append(DamagedFile(path, "is damaged at its start"))
    else:
        scan.skip(display_name(path), "no DICOM")


def _sort_object(header: SliceHeader, scan: Scan) -> None:
    kind = mask_kind(header)
    if kind:
        scan.masks.append(header)
    elif "LOCALIZER" in header.image_type:
        scan.apart["localizer"] += 1
    elif header.modality in _NO_PICTURES:
        scan.apart[header.modality] += 1
    elif not header.pixel_tag:
        scan.apart[f"{header.modality[:16] or 'object'} without a picture"] += 1
    else:
        scan.slices.append(header)


def mask_kind(header: SliceHeader) -> str:
    """SEG or RTSTRUCT; empty for anything else."""
    if header.storage == _SEG_CLASS or header.modality == "SEG":
        return "SEG"
    if header.storage == _RTSTRUCT_CLASS or header.modality == "RTSTRUCT":
        return "RTSTRUCT"
    return ""
