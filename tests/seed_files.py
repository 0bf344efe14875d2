"""Small sound files of every format that opens: what the mutator damages.

Written here or by the libraries whose files people have, not by our own writers, so that a fault
shared by our reader and our writer cannot hide.
"""

import functools
import gzip
import io
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
import SimpleITK as sitk
from numpy.typing import NDArray
from PIL import Image
from pydicom.data import get_testdata_file
from pydicom.dataset import FileDataset
from pydicom.encaps import encapsulate
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ImplicitVRLittleEndian,
    JPEGBaseline8Bit,
    RLELossless,
)

from tests.mutator import Seed
from tests.unet_core import seg_samples
from tests.unet_core.dicom_samples import dicomdir, enhanced
from tests.unet_core.io_samples import ORIGIN, SPACING, nifti_bytes, voxels_zyx, write_series

SHAPE = (8, 10, 12)
SCAN: Mapping[str, Any] = {"as_mask": False}
MASK: Mapping[str, Any] = {"as_mask": True}


def _scan() -> NDArray[np.int16]:
    return voxels_zyx(SHAPE)


def _mask() -> NDArray[np.uint8]:
    values = np.zeros(SHAPE, np.uint8)
    values[2:6, 3:8, 2:9] = 1
    values[3:5, 4:6, 4:7] = 2
    return values


def _tail(data: bytes, count: int) -> range:
    return range(len(data) - count, len(data))


# --- NIfTI ---------------------------------------------------------------------------------------


def _nifti() -> list[Seed]:
    plain, labels = nifti_bytes(_scan()), nifti_bytes(_mask())
    packed = gzip.compress(plain, mtime=0)
    second = _nifti2_bytes(_scan())
    header, image = _pair(plain)
    voxels = {"scan.nii": _tail(plain, _scan().nbytes)}
    return [
        Seed("nii", {"scan.nii": plain}, "scan.nii", SCAN, voxels),
        Seed("nii mask", {"mask.nii": labels}, "mask.nii", MASK, {"mask.nii": _tail(labels, 960)}),
        Seed("nii.gz", {"scan.nii.gz": packed}, "scan.nii.gz", SCAN, guard="all"),
        Seed(
            "nii.gz, damaged inside",
            {"scan.nii.gz": plain},
            "scan.nii.gz",
            SCAN,
            {"scan.nii.gz": voxels["scan.nii"]},
            pack={"scan.nii.gz": functools.partial(gzip.compress, mtime=0)},
        ),
        Seed(
            "nii, NIfTI-2",
            {"scan.nii": second},
            "scan.nii",
            SCAN,
            {"scan.nii": _tail(second, _scan().nbytes)},
        ),
        Seed(
            "hdr + img",
            {"scan.hdr": header, "scan.img": image},
            "scan.hdr",
            SCAN,
            {"scan.img": range(len(image))},
        ),
    ]


def _nifti2_bytes(values: NDArray[Any]) -> bytes:
    """NIfTI-2, after nifti2.h (nifti.nimh.nih.gov)."""
    z, y, x = values.shape
    head = bytearray(544)
    struct.pack_into("<i8s2h", head, 0, 540, b"n+2\0\r\n\x1a\n", 4, 16)
    struct.pack_into("<8q", head, 16, 3, x, y, z, 1, 1, 1, 1)
    struct.pack_into("<8d", head, 104, 1, *SPACING, 0, 0, 0, 0)
    struct.pack_into("<q2d", head, 168, 544, 1, 0)
    struct.pack_into("<2i", head, 344, 0, 1)
    rows = np.diag([-SPACING[0], -SPACING[1], SPACING[2], 1])[:3]
    rows[:, 3] = -ORIGIN[0], -ORIGIN[1], ORIGIN[2]
    struct.pack_into("<12d", head, 400, *rows.ravel())
    struct.pack_into("<i", head, 500, 2)
    return bytes(head) + values.tobytes()


def _pair(single: bytes) -> tuple[bytes, bytes]:
    head = bytearray(single[:348])
    struct.pack_into("<f", head, 108, 0)
    head[344:348] = b"ni1\0"
    return bytes(head), single[352:]


# --- NRRD and MetaImage --------------------------------------------------------------------------


def _by_itk(
    values: NDArray[Any], suffix: str, more: Mapping[str, str], *, packed: bool
) -> dict[str, bytes]:
    image = sitk.GetImageFromArray(values)
    image.SetSpacing(SPACING)
    image.SetOrigin(ORIGIN)
    for key, value in more.items():
        image.SetMetaData(key, value)
    with tempfile.TemporaryDirectory() as folder:
        sitk.WriteImage(  # noqa: TID251  (files as others write them)
            image, str(Path(folder) / f"scan{suffix}"), useCompression=packed
        )
        return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


_SEGMENTS = {
    "Segment0_Name": "liver",
    "Segment0_LabelValue": "1",
    "Segment0_Layer": "0",
    "Segment0_Color": "0.8 0.2 0.1",
    "Segment1_Name": "tumour",
    "Segment1_LabelValue": "2",
    "Segment1_Layer": "0",
}


def _texts() -> list[Seed]:
    seeds = []
    for name, values, suffix, more, packed, options in (
        ("nrrd", _scan(), ".nrrd", {}, False, SCAN),
        ("nrrd, gzip", _scan(), ".nrrd", {}, True, SCAN),
        ("seg.nrrd", _mask(), ".seg.nrrd", _SEGMENTS, True, MASK),
        ("nhdr + raw", _scan(), ".nhdr", {}, False, SCAN),
        ("mha", _scan(), ".mha", {}, False, SCAN),
        ("mha, zlib", _scan(), ".mha", {}, True, SCAN),
        ("mhd + raw", _scan(), ".mhd", {}, False, SCAN),
        ("mhd + zraw", _scan(), ".mhd", {}, True, SCAN),
    ):
        files = _by_itk(values, suffix, more, packed=packed)
        opens = f"scan{suffix}"
        data = next((f for f in files if f != opens), opens)
        start = 0
        if data == opens:
            end = b"LOCAL\n" if suffix == ".mha" else b"\n\n"
            start = files[data].index(end) + len(end)
        payload = {data: range(start, len(files[data]))}
        seeds.append(Seed(name, files, opens, options, payload, "payload" if packed else "none"))
    return seeds


# --- DICOM ---------------------------------------------------------------------------------------


def _slice(change: Callable[[FileDataset], None] = lambda _: None) -> FileDataset:
    """One sound CT slice."""
    with tempfile.TemporaryDirectory() as folder:
        (path,) = write_series(Path(folder), _scan()[3:4])
        dataset = pydicom.dcmread(path)  # noqa: TID251  (a seed, not a user's file)
    change(dataset)
    return dataset


def _file_bytes(dataset: FileDataset) -> bytes:
    file = io.BytesIO()
    dataset.save_as(file, enforce_file_format=True)
    return file.getvalue()


def _into(syntax: str) -> bytes:
    dataset = _slice()
    if syntax == ExplicitVRBigEndian:
        dataset.PixelData = np.frombuffer(dataset.PixelData, "<i2").astype(">i2").tobytes()
        dataset["PixelData"].VR = "OW"
    if syntax == RLELossless:
        dataset.compress(RLELossless)
        return _file_bytes(dataset)
    big, implicit = syntax == ExplicitVRBigEndian, syntax == ImplicitVRLittleEndian
    dataset.file_meta.TransferSyntaxUID = pydicom.uid.UID(syntax)
    file = io.BytesIO()
    pydicom.dcmwrite(
        file, dataset, enforce_file_format=True, little_endian=not big, implicit_vr=implicit
    )
    return file.getvalue()


def _jpeg_slice() -> bytes:
    stream = io.BytesIO()
    grey = (np.arange(120, dtype=np.uint16) * 2 % 256).astype(np.uint8).reshape(10, 12)
    Image.fromarray(grey).save(stream, "JPEG", quality=95)

    def change(dataset: FileDataset) -> None:
        dataset.file_meta.TransferSyntaxUID = JPEGBaseline8Bit
        dataset.BitsAllocated = dataset.BitsStored = 8
        dataset.HighBit, dataset.PixelRepresentation = 7, 0
        dataset.PixelData = encapsulate([stream.getvalue()])
        dataset["PixelData"].VR = "OB"
        dataset["PixelData"].is_undefined_length = True

    return _file_bytes(_slice(change))


def _of_pydicom(name: str) -> bytes:
    """A picture that comes with pydicom, without the padding after its pixels."""
    dataset = pydicom.dcmread(str(get_testdata_file(name)))  # noqa: TID251
    if 0xFFFCFFFC in dataset:
        del dataset[0xFFFCFFFC]
    return _file_bytes(dataset)


_PIXELS = {True: b"\x7f\xe0\x00\x10", False: b"\xe0\x7f\x10\x00"}


def _one_dicom(name: str, data: bytes, *, big: bool = False, long: bool = True) -> Seed:
    start = data.rindex(_PIXELS[big]) + (12 if long else 8)
    return Seed(name, {"scan.dcm": data}, "scan.dcm", SCAN, {"scan.dcm": range(start, len(data))})


def _dicom() -> list[Seed]:
    deflated = _into(DeflatedExplicitVRLittleEndian)
    return [
        _one_dicom("dicom", _file_bytes(_slice())),
        _one_dicom("dicom, implicit", _into(ImplicitVRLittleEndian), long=False),
        _one_dicom("dicom, big-endian", _into(ExplicitVRBigEndian), big=True),
        Seed("dicom, deflated", {"scan.dcm": deflated}, "scan.dcm", SCAN),
        _one_dicom("dicom, RLE", _into(RLELossless)),
        _one_dicom("dicom, JPEG", _jpeg_slice()),
        _one_dicom("dicom, JPEG-LS", _of_pydicom("MR_small_jpeg_ls_lossless.dcm")),
        _one_dicom("dicom, JPEG 2000", _of_pydicom("MR_small_jp2klossless.dcm")),
    ]


def _series() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        return {path.name: path.read_bytes() for path in write_series(Path(folder), _scan()[:4])}


def _many_dicom() -> list[Seed]:
    files = _series()
    payload = {n: range(d.rindex(_PIXELS[False]) + 12, len(d)) for n, d in files.items()}
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(zipfile.ZipInfo(f"DICOM/{name}"), data)
    return [
        Seed("dicom folder", files, "", SCAN, payload),
        _listed(files),
        _multi_frame(),
        Seed("dicom zip", {"scan.zip": archive.getvalue()}, "scan.zip", SCAN, guard="all"),
    ]


def _listed(files: Mapping[str, bytes]) -> Seed:
    """The series with a DICOMDIR that lists it."""
    files = {name.upper(): data for name, data in files.items()}
    with tempfile.TemporaryDirectory() as folder:
        series = pydicom.uid.generate_uid(entropy_srcs=["a", "1"])  # as write_series has it
        listed = dicomdir(Path(folder), [[name] for name in files], series).read_bytes()
    return Seed("dicom, DICOMDIR", {"DICOMDIR": listed, **files}, "DICOMDIR", SCAN)


def _multi_frame() -> Seed:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scan.dcm"
        enhanced(path, order=[0, 1, 2])
        return _one_dicom("dicom, multi-frame", path.read_bytes())


def _dicom_masks() -> list[Seed]:
    grid = seg_samples.geometry((3, 10, 12))
    options = {**MASK, "reference": seg_samples.scan(grid)}
    square = seg_samples.square
    regions = [
        ("Liver", [(square(2, 2, 9, 8), 0), (square(2, 3, 8, 8), 1)]),
        ("GTV", [(square(1, 1, 5, 6), 2)]),
    ]
    drawn = [
        (name, [seg_samples.ring(grid, corners, z) for corners, z in rings])
        for name, rings in regions
    ]
    frames = [
        (1, 0, seg_samples.box((10, 12), slice(2, 8), slice(2, 9))),
        (1, 1, seg_samples.box((10, 12), slice(3, 8), slice(2, 8))),
        (2, 2, seg_samples.box((10, 12), slice(1, 6), slice(1, 5))),
    ]
    segments = [seg_samples.segment(1, "Liver"), seg_samples.segment(2, "Tumour")]
    with tempfile.TemporaryDirectory() as name:
        seg, contours = Path(name) / "seg.dcm", Path(name) / "rt.dcm"
        seg_samples.saved(seg_samples.seg(segments, frames, grid), seg, seg_samples.SEG_CLASS)
        seg_samples.saved(seg_samples.rtstruct(drawn), contours, seg_samples.RTSTRUCT_CLASS)
        bits, text = seg.read_bytes(), contours.read_bytes()
    start = bits.rindex(_PIXELS[False]) + 12
    return [
        Seed("dicom, SEG", {"m.dcm": bits}, "m.dcm", options, {"m.dcm": range(start, len(bits))}),
        Seed("dicom, RTSTRUCT", {"m.dcm": text}, "m.dcm", options),
    ]


# --- pictures ------------------------------------------------------------------------------------


def _picture(image: Image.Image, kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def _with_sums(data: bytes) -> bytes:
    """A PNG whose chunks have the right checksums again, as far as they are chunks."""
    result, position = bytearray(data[:8]), 8
    while position + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, position)
        body = data[position + 4 : position + 8 + length]
        result += data[position : position + 4] + body
        if position + 12 + length > len(data):
            return bytes(result)
        result += struct.pack(">I", zlib.crc32(body))
        position += 12 + length
    return bytes(result + data[position:])


def _pictures() -> list[Seed]:
    grey = (np.arange(600) % 256).astype(np.uint8).reshape(20, 30)
    labels = (grey // 100).astype(np.uint8)
    palette = Image.fromarray(labels, "P")
    palette.putpalette([0, 0, 0, 200, 30, 20, 30, 200, 20])
    png = _picture(Image.fromarray(grey), "PNG")
    jpeg = _picture(Image.fromarray(grey), "JPEG")
    tiff = _picture(Image.fromarray(grey), "TIFF")
    deep = Image.fromarray((np.arange(600) * 100 % 65536).astype(np.uint16).reshape(20, 30))
    return [
        Seed("png", {"a.png": png}, "a.png", SCAN, guard="all"),
        Seed("png, 16 bits", {"a.png": _picture(deep, "PNG")}, "a.png", SCAN, guard="all"),
        Seed("png, palette", {"a.png": _picture(palette, "PNG")}, "a.png", MASK, guard="all"),
        Seed("png, sums made right", {"a.png": png}, "a.png", SCAN, pack={"a.png": _with_sums}),
        Seed("jpeg", {"a.jpg": jpeg}, "a.jpg", SCAN, sizes_itself=True),
        Seed(
            "tiff",
            {"a.tif": tiff},
            "a.tif",
            SCAN,
            {"a.tif": _tail(tiff, 600)},
            finds_by_offset=True,
        ),
        Seed(
            "tiff, deflate",
            {"a.tif": _picture(deep, "TIFF", compression="tiff_adobe_deflate")},
            "a.tif",
            SCAN,
        ),
    ]


@functools.cache
def seeds() -> tuple[Seed, ...]:
    """All of them, always the same."""
    found = [*_nifti(), *_texts(), *_dicom(), *_many_dicom(), *_dicom_masks(), *_pictures()]
    assert len({seed.name for seed in found}) == len(found)
    return tuple(found)
