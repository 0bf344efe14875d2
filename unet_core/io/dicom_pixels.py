"""Pixels of a planned DICOM volume: read as they lie where unpacked, else decoded by GDCM."""

import io
import struct
from collections.abc import Generator
from typing import Any

import numpy as np
import SimpleITK as sitk
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import UID, SecondaryCaptureImageStorage

from unet_core.errors import InputError
from unet_core.events import Progress
from unet_core.io.dicom_volume import Plan, SliceHeader, decimals
from unet_core.io.headers import display_name, open_regular
from unet_core.io.payload import Memory
from unet_core.shared_memory import scratch_file
from unet_core.volume import Voxels

_IMPLICIT = "1.2.840.10008.1.2"
_EXPLICIT = "1.2.840.10008.1.2.1"
_BIG_ENDIAN = "1.2.840.10008.1.2.2"
_BY_GDCM = (
    "1.2.840.10008.1.2.5",  # RLE
    "1.2.840.10008.1.2.4.50",  # JPEG baseline
    "1.2.840.10008.1.2.4.51",
    "1.2.840.10008.1.2.4.57",  # JPEG lossless
    "1.2.840.10008.1.2.4.70",
    "1.2.840.10008.1.2.4.80",  # JPEG-LS
    "1.2.840.10008.1.2.4.81",
    "1.2.840.10008.1.2.4.90",  # JPEG 2000
    "1.2.840.10008.1.2.4.91",
)
_MOST_PACKED_BYTES = 1 << 28
PIXEL_TAGS = {"<": b"\xe0\x7f\x10\x00", ">": b"\x7f\xe0\x00\x10"}


def read_pixels(
    plan: Plan, memory: Memory
) -> Generator[Progress, None, tuple[Voxels, tuple[str, ...]]]:
    """(Z, Y, X) rescaled voxels, int16 where all are whole and fit, and sentences about them.

    Raises:
        InputError: If a slice is cut, packed in an unknown way, or scaled impossibly.
    """
    shape = plan.header.geometry.shape_zyx
    voxels: NDArray[Any] = memory.empty(shape, np.dtype("<i2"))
    padded = outside = 0
    for index, header in enumerate(plan.slices):
        stored = _stored(header)
        slope, intercept = _scaling(header)
        padded += header.padding is not None and bool((stored == header.padding).any())
        outside += _is_outside(stored, header)
        plane = _rescaled(stored, slope, intercept)
        if plane.dtype == np.float64 and voxels.dtype != np.float32:
            wide = memory.empty(shape, np.dtype("<f4"))
            wide[:index] = voxels[:index]
            voxels = wide
        voxels[index] = plane
        if index % 8 == 7:
            yield Progress(index + 1, len(plan.slices), f"Reading {display_name(header.path)}")
    return voxels, _notices(plan, padded, outside)


def _notices(plan: Plan, padded: int, outside: int) -> tuple[str, ...]:
    notices: tuple[str, ...] = ()
    first = plan.slices[0]
    if padded and first.padding is not None:
        slope, intercept = _scaling(first)
        value = first.padding * slope + intercept
        notices = (f"Places outside the scan hold {value:g}, the file's padding value.",)
    if outside:
        notices += (
            f"{outside} slices hold numbers beyond the {first.bits_stored} bits they announce.",
        )
    if any(h.modality == "CT" and not h.slope for h in plan.slices):
        notices += ("The files do not say how values become HU; they are shown as stored.",)
    return notices


def _scaling(header: SliceHeader) -> tuple[float, float]:
    if not header.slope and not header.intercept:
        return 1.0, 0.0
    (slope,) = decimals(header, "slope", 1)
    (intercept,) = decimals(header, "intercept", 1)
    if not 1e-6 <= slope <= 1e6 or not abs(intercept) <= 1e6:
        raise InputError(
            display_name(header.path),
            f"scales its values by {slope:g} and {intercept:g}",
            "export the series again",
        )
    return slope, intercept


def _rescaled(stored: NDArray[Any], slope: float, intercept: float) -> NDArray[Any]:
    """int32 where the result is whole and fits int16, else float64."""
    if slope == int(slope) and intercept == int(intercept) and abs(slope) < 1 << 14:
        whole = stored.astype(np.int32) * int(slope) + int(intercept)
    else:
        exact = stored.astype(np.float64) * slope + intercept
        if not bool((exact == np.rint(exact)).all()):
            return exact
        whole = exact.astype(np.int32)
    if int(whole.min()) < -32768 or int(whole.max()) > 32767:
        return whole.astype(np.float64)
    return whole


def _is_outside(stored: NDArray[Any], header: SliceHeader) -> bool:
    low = -(1 << (header.bits_stored - 1)) if header.signed else 0
    high = (1 << (header.bits_stored - header.signed)) - 1
    if header.bits_stored == header.bits_allocated:
        return False
    values = stored[stored != header.padding] if header.padding is not None else stored
    return bool(values.size and (int(values.min()) < low or int(values.max()) > high))


def _stored(header: SliceHeader) -> NDArray[Any]:
    if header.syntax in (_IMPLICIT, _EXPLICIT, _BIG_ENDIAN):
        return _unpacked(header)
    if header.syntax in _BY_GDCM:
        return _decoded(header)
    raise InputError(
        display_name(header.path),
        f"is packed in a way this program does not know ({header.syntax[:40] or 'no name'})",
        "export the series uncompressed",
    )


def _unpacked(header: SliceHeader) -> NDArray[Any]:
    order = ">" if header.syntax == _BIG_ENDIAN else "<"
    dtype = np.dtype(f"{order}{'i' if header.signed else 'u'}{header.bits_allocated // 8}")
    expected = header.rows * header.columns * dtype.itemsize
    with open_regular(header.path) as file:
        file.seek(header.pixel_element)
        data = file.read(12 + expected + 2)
    tag, length, start = data[:4], -1, 12
    if header.syntax == _IMPLICIT:
        start = 8
        length = struct.unpack_from("<I", data, 4)[0] if len(data) >= 8 else -1
    elif len(data) >= 12 and data[4:6] in (b"OW", b"OB"):
        length = struct.unpack_from(order + "I", data, 8)[0]
    if tag != PIXEL_TAGS[order] or length not in (expected, expected + expected % 2):
        raise InputError(
            display_name(header.path),
            f"holds {max(length, 0):,} bytes of pixels where {expected:,} belong",
            "copy it again from its source",
        )
    if len(data) < start + expected:
        have = max(len(data) - start, 0) // dtype.itemsize
        raise InputError(
            display_name(header.path),
            f"is cut short: {have:,} of {header.rows * header.columns:,} pixels",
            "copy it again from its source",
        )
    plane = np.frombuffer(data, dtype, header.rows * header.columns, start)
    return plane.reshape(header.rows, header.columns)


def _decoded(header: SliceHeader) -> NDArray[Any]:
    """Stored numbers of a packed slice.

    GDCM sees a fresh file with nothing but the picture: lengths in a damaged header can make it
    take gigabytes, and it would apply scalings of its own.
    """
    name = display_name(header.path)
    stream = _packed_stream(header)
    size = _stream_size(stream)
    if size is not None and size != (header.columns, header.rows):
        raise InputError(
            name,
            f"holds a picture of {size[0]} x {size[1]} pixels where its header says "
            f"{header.columns} x {header.rows}",
            "copy it again from its source",
        )
    reader = sitk.ImageFileReader()
    reader.SetImageIO("GDCMImageIO")
    with scratch_file(_bare_file(header, stream)) as path:
        reader.SetFileName(str(path))
        try:
            image = reader.Execute()
        except RuntimeError:
            raise InputError(name, "cannot be unpacked", "copy it again from its source") from None
    array: NDArray[Any] = sitk.GetArrayFromImage(image)
    if array.size != header.rows * header.columns or array.dtype.kind not in "iu":
        raise InputError(
            name, "unpacks to another size than its header says", "copy it again from its source"
        )
    return array.reshape(header.rows, header.columns)


def _packed_stream(header: SliceHeader) -> bytes:
    """The fragments of the one packed picture, joined; every length is held against the file."""
    damaged = InputError(
        display_name(header.path), "is cut or damaged", "copy it again from its source"
    )
    with open_regular(header.path) as file:
        file.seek(header.pixel_element)
        data = file.read(_MOST_PACKED_BYTES)
    if data[:6] != PIXEL_TAGS["<"] + b"OB" or data[8:12] != b"\xff\xff\xff\xff":
        raise damaged
    fragments, position = [], 12
    while data[position : position + 4] == b"\xfe\xff\x00\xe0" and len(data) >= position + 8:
        length = int(struct.unpack_from("<I", data, position + 4)[0])
        fragments.append(data[position + 8 : position + 8 + length])
        position += 8 + length
        if position > len(data):
            raise damaged
    if data[position : position + 4] != b"\xfe\xff\xdd\xe0" or len(fragments) < 2:
        raise damaged
    return b"".join(fragments[1:])  # the first is a table of offsets


def _bare_file(header: SliceHeader, stream: bytes) -> bytes:
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = SecondaryCaptureImageStorage
    meta.MediaStorageSOPInstanceUID = UID("1.2.3")
    meta.TransferSyntaxUID = UID(header.syntax)
    dataset = Dataset()
    dataset.file_meta = meta
    dataset.SOPClassUID = meta.MediaStorageSOPClassUID
    dataset.SOPInstanceUID = meta.MediaStorageSOPInstanceUID
    dataset.SamplesPerPixel = 1
    dataset.PhotometricInterpretation = "MONOCHROME2"
    dataset.Rows, dataset.Columns = header.rows, header.columns
    dataset.BitsAllocated, dataset.BitsStored = header.bits_allocated, header.bits_stored
    dataset.HighBit = header.high_bit
    dataset.PixelRepresentation = int(header.signed)
    dataset.PixelData = encapsulate([stream])
    dataset["PixelData"].VR = "OB"
    dataset["PixelData"].is_undefined_length = True
    file = io.BytesIO()
    dataset.save_as(file, enforce_file_format=True)
    return file.getvalue()


def _stream_size(data: bytes) -> tuple[int, int] | None:
    """(width, height) in a JPEG 2000, JPEG or JPEG-LS stream; None where there is none."""
    start = data.find(b"\xff\x4f\xff\x51")
    if start >= 0 and len(data) >= start + 24:
        right, bottom, left, top = struct.unpack_from(">4I", data, start + 8)
        return right - left, bottom - top
    position = data.find(b"\xff\xd8\xff")
    while 0 <= position + 2 < len(data) - 10:
        position += 2 if data[position + 1] == 0xD8 else 0
        marker = data[position + 1]
        if data[position] != 0xFF:
            return None
        if marker in (0xC0, 0xC1, 0xC2, 0xC3, 0xF7):
            height, width = struct.unpack_from(">HH", data, position + 5)
            return width, height
        position += 2 + int(struct.unpack_from(">H", data, position + 2)[0])
    return None
