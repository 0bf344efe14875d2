"""Small files that would take gigabytes or minutes: what the child really takes, and what is said.

Each is opened through the real door, in the child process, whose peak of memory is the system's.
"""

import gzip
import io
import multiprocessing
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pydicom.dataset import FileDataset
from pydicom.encaps import encapsulate
from pydicom.uid import (
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    JPEGLSLossless,
    RLELossless,
)

from tests.mutation_trials import bad_sentence
from tests.unet_core import bad_readers
from tests.unet_core.io_samples import nifti_bytes, packing, voxels_zyx, write_series
from unet_core import isolation
from unet_core.errors import ChildDied, InputError
from unet_core.io import door, load_now

CHILD_MB = 512
CHILD_S = 5.0
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _png(width: int, height: int, packed: bytes) -> bytes:
    head = struct.pack(">2I5B", width, height, 8, 6, 0, 0, 0)
    chunks = _chunk(b"IHDR", head) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def _zeros(megabytes: int, wbits: int = 15) -> bytes:
    packer = zlib.compressobj(9, wbits=wbits)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(megabytes)) + packer.flush()


def _more(made: Callable[[bytes], bytes], wbits: int = 15) -> Callable[[Path], None]:
    """A file that unpacks to 200 MB; packing them takes a while, so not before it is needed."""

    def write(path: Path) -> None:
        path.write_bytes(made(_zeros(200, wbits)))

    return write


def _tiff(width: int, height: int, packed: bytes) -> bytes:
    tags = {256: width, 257: height, 258: 8, 259: 8, 262: 1, 273: 122, 277: 1, 278: height,
            279: len(packed)}  # fmt: skip
    entries = b"".join(struct.pack("<2H2I", tag, 4, 1, value) for tag, value in tags.items())
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(tags)) + entries + bytes(4) + packed


def _jpeg(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.fromarray(np.zeros((16, 16), np.uint8)).save(file, "JPEG")
    data = bytearray(file.getvalue())
    at = data.index(b"\xff\xc0")
    struct.pack_into(">2H", data, at + 5, height, width)
    return bytes(data)


_J2K = b"\xff\x4f\xff\x51" + struct.pack(">2H8IH", 41, 0, 60000, 60000, 0, 0, 60000, 60000, 0, 0, 1)


def _dicom(change: Callable[[FileDataset], None]) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        def both(dataset: FileDataset, _k: int) -> FileDataset:
            change(dataset)
            return dataset

        (made,) = write_series(path.parent / "made", voxels_zyx((1, 20, 24)), both)
        made.rename(path)

    return write


def _packed(syntax: str, stream: bytes, side: int) -> Callable[[Path], None]:
    def change(dataset: FileDataset) -> None:
        dataset.file_meta.TransferSyntaxUID = syntax
        dataset.Rows = dataset.Columns = side
        dataset.PixelData = encapsulate([stream])
        dataset["PixelData"].VR = "OB"
        dataset["PixelData"].is_undefined_length = True

    return _dicom(change)


def _sized(rows: int, frames: int | None = None) -> Callable[[Path], None]:
    def change(dataset: FileDataset) -> None:
        dataset.Rows = dataset.Columns = rows
        if frames is not None:
            dataset.NumberOfFrames = frames

    return _dicom(change)


def _archive(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.dcm", bytes(128) + b"DICM" + bytes(200 << 20))


BOMBS: dict[str, bytes | Callable[[Path], None]] = {
    "sizes.png": _png(8192, 8192, zlib.compress(bytes(999))),
    "more.png": _more(partial(_png, 16, 16)),
    "lines.png": _png(70000, 70000, zlib.compress(b"")),
    "more.tif": _more(partial(_tiff, 64, 64)),
    "sizes.tif": _tiff(8192, 8192, zlib.compress(bytes(999)) + bytes(70_000)),
    "sizes.jpg": _jpeg(65500, 65500),
    "more.nii.gz": _more(lambda zeros: gzip.compress(nifti_bytes())[:-8] + zeros, 31),
    "frames.nii.gz": gzip.compress(nifti_bytes(edit=packing(40, "<5h", 4, 999, 999, 999, 9))),
    "sizes.dcm": _sized(65535),
    "frames.dcm": _sized(20, 2_000_000_000),
    "j2k.dcm": _packed(JPEG2000Lossless, _J2K, 60000),
    "jpeg.dcm": _packed(JPEGBaseline8Bit, _jpeg(60000, 60000), 60000),
    "jpegls.dcm": _packed(JPEGLSLossless, b"\xff\xd8\xff\xf7" + bytes(99), 60000),
    "rle.dcm": _packed(RLELossless, struct.pack("<16I", 2, 64, 65, *[0] * 13) + b"\x81\0" * 9999,
                       60000),
    "zeros.zip": _archive,
}  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _one_child() -> Iterator[None]:
    isolation.shut_down()
    yield
    isolation.shut_down()


def _child_mb() -> float:
    """The largest peak of memory of a living child, in MB."""
    peaks = [0.0]
    for child in multiprocessing.active_children():
        for line in Path(f"/proc/{child.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                peaks.append(int(line.split()[1]) / 1024)
    return max(peaks)


@pytest.mark.hazard("L5", "L11", "L14", "L15", "L16", "L23")
@pytest.mark.parametrize("name", sorted(BOMBS))
def test_no_small_file_takes_memory_or_time(tmp_path: Path, name: str) -> None:
    path = tmp_path / "doe_jane" / "scan" / name
    path.parent.mkdir(parents=True)
    bomb = BOMBS[name]
    if isinstance(bomb, bytes):
        path.write_bytes(bomb)
    else:
        bomb(path)
    with pytest.raises(InputError) as refused:
        load_now(path)
    assert not isinstance(refused.value, ChildDied)
    assert bad_sentence(refused.value, [name], path.parent) == ""
    assert _child_mb() < CHILD_MB


# --- what a child does that finds no end, or dies -----------------------------------------------


@pytest.mark.hazard("L20", "L23")
@pytest.mark.parametrize(
    ("reader", "words"),
    [
        (bad_readers.endless, "could not be read: its reader stopped unexpectedly (signal SIGXCPU"),
        (bad_readers.hungry, "could not be read: this computer has too little memory for it"),
        (bad_readers.unread, "could not be read: the disk said: Input/output error"),
    ],
)
def test_what_befalls_the_reader_is_told_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: Callable[..., object], words: str
) -> None:
    path = tmp_path / "scan.nii"
    path.write_bytes(nifti_bytes())
    monkeypatch.setattr(door, "_read_shared", reader)
    monkeypatch.setattr(door, "_SECONDS", 0.5)
    with pytest.raises(InputError) as refused:
        load_now(path)
    assert str(refused.value).startswith(f"scan.nii {words}")
    assert bad_sentence(refused.value, ["scan.nii"], path.parent) == ""
