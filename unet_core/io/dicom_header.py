"""What one DICOM file says of its picture, kept as the text it is."""

import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from io import BufferedReader
from pathlib import Path

from unet_core.errors import InputError
from unet_core.io.dicom_elements import Elements, plain_text, walk
from unet_core.io.headers import display_name

DICOMDIR = "1.2.840.10008.1.3.10"
SECONDARY_CAPTURES = "1.2.840.10008.5.1.4.1.1.7"
_PICTURES = re.compile(
    r"1\.2\.840\.10008\.5\.1\.4\.1\.1\.(1|2|3|4|6|7|12|13|20|30|77|128|130)(\..+)?"
)
"""Image storage classes of DICOM PS3.4 B.5: radiographs, CT, ultrasound, MR, captures, PET."""
_SPECTRA = "1.2.840.10008.5.1.4.1.1.4.2"


@dataclass(frozen=True, slots=True)
class SliceHeader:
    """What one file, or one frame of it, says of its slice.

    Decimals are kept as the text they are: numbers are judged here, not by a library.

    Attributes:
        frame: Which picture of the file, from 0.
        frames: Pictures in the file.
        patient: (id, name): compared, never shown in a sentence.
        phase: What may tell one pass over the body from another: acquisition number, temporal
            position, stack, times.
        shown: (patient, study) for the table of series alone.
        pixel_tag: Tag of the pixel element; 0 where the file has none.
        pixel_start: First byte of its value.
        pixel_length: Its bytes; ``UNDEFINED`` where pictures are packed.
        signed: Whether stored numbers are two's complement.
        padding: Stored number that fills places outside the scan.
        by_table: Whether values become HU by a table instead of a slope.
        overlay: Whether an overlay hides in unused bits of the pixels.
        program: What else the file could be run as; empty if nothing.
        planar: Whether all red of a colour picture comes before all green.
        swapped: Whether every second byte stands before the one it should follow: big-endian
            words that hold two pixels each.
        stamp: Size of the file, and when it was last written, in ns.
    """

    path: Path
    frame: int
    frames: int
    pixel_tag: int
    pixel_start: int
    pixel_length: int
    syntax: str
    order: str
    storage: str
    sop_uid: str
    modality: str
    image_type: tuple[str, ...]
    description: str
    patient: tuple[str, str]
    shown: tuple[str, str]
    study_uid: str
    series_uid: str
    frame_uid: str
    instance: str
    phase: tuple[str, ...]
    images_counted: str
    position: str
    orientation: str
    pixel_spacing: str
    thickness: str
    slice_step: str
    rows: int
    columns: int
    samples: int
    photometric: str
    bits_allocated: int
    bits_stored: int
    high_bit: int
    signed: bool
    padding: int | None
    slope: str
    intercept: str
    rescale_type: str
    window_level: str
    window_width: str
    by_table: bool
    overlay: bool
    program: str
    planar: bool = False
    swapped: bool = False
    stamp: tuple[int, int] = (0, 0)


PHASES = (
    "acquisition",
    "temporal position",
    "stack",
    "contrast phase",
    "acquisition time",
    "content time",
    "pass",
)
"""What ``SliceHeader.phase`` holds, in the order in which it is asked."""

_TEXTS = {
    "image_type": 0x00080008,
    "sop_uid": 0x00080018,
    "study_date": 0x00080020,
    "acquisition_time": 0x00080032,
    "content_time": 0x00080033,
    "modality": 0x00080060,
    "study_text": 0x00081030,
    "series_text": 0x0008103E,
    "patient_name": 0x00100010,
    "patient_id": 0x00100020,
    "contrast": 0x00180010,
    "thickness": 0x00180050,
    "slice_step": 0x00180088,
    "study_uid": 0x0020000D,
    "series_uid": 0x0020000E,
    "acquisition": 0x00200012,
    "instance": 0x00200013,
    "position": 0x00200032,
    "orientation": 0x00200037,
    "frame_uid": 0x00200052,
    "temporal": 0x00200100,
    "images_in_acquisition": 0x00201002,
    "photometric": 0x00280004,
    "frames": 0x00280008,
    "pixel_spacing": 0x00280030,
    "intercept": 0x00281052,
    "slope": 0x00281053,
    "rescale_type": 0x00281054,
    "window_level": 0x00281050,
    "window_width": 0x00281051,
    "charset": 0x00080005,
    "class": 0x00080016,
}
_SAMPLES, _PLANAR, _ROWS, _COLUMNS = 0x00280002, 0x00280006, 0x00280010, 0x00280011
_ALLOCATED, _STORED, _HIGH, _SIGNED = 0x00280100, 0x00280101, 0x00280102, 0x00280103
_PADDING, _TABLE, _SLICES = 0x00280120, 0x00283000, 0x00540081
_OVERLAY_BIT, _OVERLAY_BITS = 0x60000102, 0x60000100
_WANTED = frozenset(
    (*_TEXTS.values(), _SAMPLES, _PLANAR, _ROWS, _COLUMNS, _ALLOCATED, _STORED, _HIGH, _SIGNED,
     _PADDING, _SLICES, _OVERLAY_BIT, _OVERLAY_BITS)
)  # fmt: skip
_CHARSETS = {
    "": "latin-1",
    "ISO_IR 6": "latin-1",
    "ISO_IR 100": "latin-1",
    "ISO_IR 101": "iso8859-2",
    "ISO_IR 109": "iso8859-3",
    "ISO_IR 110": "iso8859-4",
    "ISO_IR 144": "iso8859-5",
    "ISO_IR 127": "iso8859-6",
    "ISO_IR 126": "iso8859-7",
    "ISO_IR 138": "iso8859-8",
    "ISO_IR 148": "iso8859-9",
    "ISO_IR 13": "shift_jis",
    "ISO_IR 166": "tis-620",
    "ISO_IR 192": "utf-8",
    "GB18030": "gb18030",
    "GBK": "gbk",
}
"""Of DICOM PS3.3 C.12.1.1.2; texts of switching sets (ISO 2022) show what latin-1 makes of them."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A DICOM file that is damaged.

    Attributes:
        fault: Continues the sentence that the file's name begins.
        series_uid: Whose slice it was, where that could still be read.
    """

    fault: str
    series_uid: str = ""


def read_header(path: Path, file: BufferedReader) -> SliceHeader | Unreadable | None:
    """The header of one DICOM file; None if it is none."""
    found = walk(file, _WANTED, (_TABLE,))
    if found is None:
        return None
    try:
        return _header(path, found, _stamp(file))
    except (ValueError, UnicodeError):
        return Unreadable("is damaged: its numbers are no numbers")


def _stamp(file: BufferedReader) -> tuple[int, int]:
    status = os.fstat(file.fileno())
    return status.st_size, status.st_mtime_ns


def check_unchanged(header: SliceHeader, file: BufferedReader) -> None:
    """Hold a file that is read again against what it was when its header was read.

    Raises:
        InputError: If it was written to since.
    """
    if _stamp(file) != header.stamp:
        raise refused(header, "changed while it was read", "open it again")


def _header(path: Path, found: Elements, stamp: tuple[int, int]) -> SliceHeader | Unreadable:
    values = found.values
    text = {key: plain_text(values[tag]) for key, tag in _TEXTS.items() if tag in values}.get
    if found.damage:
        return Unreadable(f"is damaged: it {found.damage}", text("series_uid", ""))
    storage = found.storage or text("class", "")
    rows = found.number(_ROWS)
    classes = {found.storage, text("class", "")} - {""}
    if found.pixels is None and storage != DICOMDIR and (rows or _promise_pixels(classes)):
        return Unreadable("is cut before its pixels", text("series_uid", ""))
    shared = sys.intern
    written = _CHARSETS.get(text("charset", "").split("\\")[0].strip(), "latin-1")
    say = _reader_of(found, written)
    pixels = found.pixels
    frames = text("frames", "")
    return SliceHeader(
        path=path,
        frame=0,
        frames=int(frames) if frames else 1,
        pixel_tag=pixels.tag if pixels else 0,
        pixel_start=pixels.start if pixels else 0,
        pixel_length=pixels.length if pixels else 0,
        syntax=shared(found.syntax),
        order=shared(found.order),
        storage=shared(storage),
        sop_uid=text("sop_uid", ""),
        modality=shared(text("modality", "")),
        image_type=tuple(shared(t.strip()) for t in text("image_type", "").upper().split("\\")),
        description=shared(say("series_text")),
        patient=(shared(text("patient_id", "")), shared(text("patient_name", ""))),
        shown=(
            shared(_joined(say("patient_name").replace("^", " "), say("patient_id"))),
            shared(_joined(say("study_text"), text("study_date", ""))),
        ),
        study_uid=shared(text("study_uid", "")),
        series_uid=shared(text("series_uid", "")),
        frame_uid=shared(text("frame_uid", "")),
        instance=text("instance", ""),
        phase=(
            shared(text("acquisition", "")),
            shared(text("temporal", "")),
            "",
            shared(text("contrast", "")),
            shared(text("acquisition_time", "")),
            shared(text("content_time", "")),
        ),
        images_counted=shared(text("images_in_acquisition", "") or _number_of_slices(found)),
        position=text("position", ""),
        orientation=shared(text("orientation", "")),
        pixel_spacing=shared(text("pixel_spacing", "")),
        thickness=shared(text("thickness", "")),
        slice_step=shared(text("slice_step", "")),
        rows=rows,
        columns=found.number(_COLUMNS),
        samples=found.number(_SAMPLES, 1),
        photometric=shared(text("photometric", "")),
        bits_allocated=found.number(_ALLOCATED),
        bits_stored=found.number(_STORED),
        high_bit=found.number(_HIGH),
        signed=found.number(_SIGNED) == 1,
        padding=_padding(found),
        slope=shared(text("slope", "")),
        intercept=shared(text("intercept", "")),
        rescale_type=shared(text("rescale_type", "")),
        window_level=shared(text("window_level", "")),
        window_width=shared(text("window_width", "")),
        by_table=_TABLE in found.sequences and len(found.sequences[_TABLE]) > 8,
        overlay=found.number(_OVERLAY_BITS, 1) > 1 and found.number(_OVERLAY_BIT) > 0,
        program=found.program,
        planar=found.number(_PLANAR) == 1,
        swapped=found.order == ">"
        and pixels is not None
        and pixels.in_words
        and found.number(_ALLOCATED) == 8,
        stamp=stamp,
    )


def _promise_pixels(classes: set[str]) -> bool:
    """Whether one of these is a class of pictures; none at all: the file was cut before it."""
    return not classes or any(_PICTURES.fullmatch(c) and c != _SPECTRA for c in classes)


def _number_of_slices(found: Elements) -> str:
    return str(found.number(_SLICES)) if _SLICES in found.values else ""


def _padding(found: Elements) -> int | None:
    value = found.values.get(_PADDING)
    if value is None or len(value) != 2:
        return None
    signed = found.number(_SIGNED) == 1
    return int.from_bytes(value, "little" if found.order == "<" else "big", signed=signed)


def _reader_of(found: Elements, written: str) -> Callable[[str], str]:
    def say(key: str) -> str:
        return _said(found.values.get(_TEXTS[key], b""), written)

    return say


@lru_cache(maxsize=64)
def _said(value: bytes, written: str) -> str:
    """Text of a file, which all its neighbours repeat."""
    return shown_text(value.decode(written, errors="replace"))


def shown_text(text: str) -> str:
    r"""Text of a file, safe to show: one line, nothing hidden, at most 80 letters.

    >>> shown_text("Liver\n venous ")
    'Liver venous'
    """
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:80]


def _joined(*parts: str) -> str:
    return ", ".join(part.strip() for part in parts if part.strip())


def named(headers: "list[SliceHeader] | tuple[SliceHeader, ...]", most: int = 5) -> str:
    """The files of some slices, by name: the first few, and how many more."""
    names = list(dict.fromkeys(display_name(h.path) for h in headers))
    rest = f" and {len(names) - most} others" if len(names) > most else ""
    return ", ".join(names[:most]) + rest


def refused(header: SliceHeader, fault: str, remedy: str) -> InputError:
    """The refusal of one slice."""
    return InputError(display_name(header.path), fault, remedy)
