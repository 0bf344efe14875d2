"""What writes each format: bytes of a scan or mask, piece by piece, naming nobody."""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Protocol

import numpy as np
from isal import isal_zlib
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.io import metaimage, nifti, nrrd, picture_stack
from unet_core.io.segments import segment_fields
from unet_core.volume import NO_MARK, Label, LabelMap, Mark, Volume

_PIECE_BYTES = 1 << 22
_GZIP_LEVEL = 3
"""Of isal's 0 to 3: the smallest files, and no slower than the others on CT."""
Item = LabelMap | Volume


@dataclass(frozen=True)
class Content:
    """What is to be written.

    Attributes:
        item: The scan or mask.
        values: Label values that occur in a mask; empty for a scan.
        labels: Meaning of every value that a mask holds or names; empty for a scan.
        reference: The open scan, which a DICOM mask must name.
        identify: Whether the file may say who the patient is.
    """

    item: Item
    values: frozenset[int]
    labels: Mapping[int, Label]
    reference: Volume | None = None
    identify: bool = False

    @property
    def marks(self) -> Mapping[int, Mark]:
        """Of the labels that are under way, done, flagged or locked; none for a scan."""
        if not isinstance(self.item, LabelMap):
            return {}
        marks = self.item.marks.items()
        return {v: mark for v, mark in marks if mark != NO_MARK and v in self.labels}

    @property
    def dtype(self) -> np.dtype[Any]:
        """Of the voxels in the file: little-endian."""
        return self.item.voxels.dtype.newbyteorder("<")


def _accept_all(content: Content, name: str) -> None:
    """Most formats hold everything."""


@dataclass(frozen=True)
class Format:
    """One way to save.

    Attributes:
        title: What a file dialog calls it.
        write: Fills the path it is given, yielding what share of the work (0 to 1) is done.
        for_scans: Whether scans can be saved so; masks always can.
        keeps_names: Whether it holds names and colours of labels.
        keeps_marks: Whether it holds locks and how far the work on labels is.
        is_folder: Whether it is a folder of files.
        needs_dicom: Whether it must name the DICOM slices that the mask was drawn on.
        check: Raises an InputError naming the file for what it cannot hold, before any work.
    """

    title: str
    write: Callable[[Path, Content], Iterator[float]]
    for_scans: bool = True
    keeps_names: bool = False
    keeps_marks: bool = False
    is_folder: bool = False
    needs_dicom: bool = False
    check: Callable[[Content, str], None] = _accept_all


def pieces(voxels: NDArray[Any]) -> Iterator[memoryview]:
    """The bytes of an array as files hold them (little-endian, C order), some planes at a time.

    Only what is stored in another way is copied, and never more than some planes of it.
    """
    little = voxels.dtype.newbyteorder("<")
    step = max(1, _PIECE_BYTES // max(1, voxels[0].nbytes))
    for first in range(0, len(voxels), step):
        planes = np.ascontiguousarray(voxels[first : first + step], dtype=little)
        yield planes.reshape(-1).view(np.uint8).data


class _Packer(Protocol):
    def compress(self, data: memoryview | bytes) -> memoryview | bytes: ...

    def flush(self) -> bytes: ...


class _Plain:
    """Packs nothing."""

    def compress(self, data: memoryview | bytes) -> memoryview | bytes:
        return data

    def flush(self) -> bytes:
        return b""


def _packer(window_bits: int) -> _Packer:
    """31 for gzip, 15 for zlib (as in the module zlib)."""
    packer: _Packer = isal_zlib.compressobj(level=_GZIP_LEVEL, wbits=window_bits)
    return packer


def _stream(
    file: BinaryIO, content: Content, packer: _Packer, head: bytes = b""
) -> Iterator[float]:
    """Write ``head`` and the voxels through ``packer``."""
    file.write(packer.compress(head))
    done = 0
    for piece in pieces(content.item.voxels):
        file.write(packer.compress(piece))
        done += len(piece)
        yield done / content.item.voxels.nbytes
    file.write(packer.flush())


def _write_nii(path: Path, content: Content) -> Iterator[float]:
    with path.open("wb") as file:
        head = nifti.header_bytes(content.item.geometry, content.dtype)
        yield from _stream(file, content, _Plain(), head)


def _write_nii_gz(path: Path, content: Content) -> Iterator[float]:
    with path.open("wb") as file:
        head = nifti.header_bytes(content.item.geometry, content.dtype)
        yield from _stream(file, content, _packer(31), head)


def _write_nrrd(path: Path, content: Content) -> Iterator[float]:
    geometry = content.item.geometry
    fields = segment_fields(content.labels, geometry.size_xyz, content.marks)
    with path.open("wb") as file:
        file.write(nrrd.header_bytes(geometry, content.dtype, fields))
        yield from _stream(file, content, _packer(31))


def _write_mha(path: Path, content: Content) -> Iterator[float]:
    geometry = content.item.geometry
    with path.open("wb") as file:
        head = metaimage.header_bytes(geometry, content.dtype, 0)
        file.write(head)
        yield from _stream(file, content, _packer(15))
        size = file.tell() - len(head)
        file.seek(0)
        file.write(metaimage.header_bytes(geometry, content.dtype, size))


def _write_dicom_seg(path: Path, content: Content) -> Iterator[float]:
    from unet_core.io import dicom_seg_write  # its libraries take a second that only it needs

    item = dataclasses.replace(_mask(content), labels=content.labels)
    return dicom_seg_write.write_seg(path, item, content.reference, identify=content.identify)


def _check_dicom_seg(content: Content, name: str) -> None:
    from unet_core.io import dicom_seg_write

    if not content.labels:
        raise InputError(name, "would hold no labels", "draw one first or choose .nii.gz")
    dicom_seg_write.check_seg(_mask(content), content.reference, name)


def _mask(content: Content) -> LabelMap:
    assert isinstance(content.item, LabelMap)  # scans were refused
    return content.item


def _check_pngs(content: Content, name: str) -> None:
    if not picture_stack.holds(content.item):
        fault = "would lose values: pictures hold whole numbers from 0 to 65,535"
        raise InputError(name, fault, "choose .nii.gz")


def _write_pngs(path: Path, content: Content) -> Iterator[float]:
    return picture_stack.write(path, content.item)


WRITERS: Mapping[str, Format] = {
    ".nii.gz": Format("NIfTI, packed", _write_nii_gz),
    ".nii": Format("NIfTI", _write_nii),
    ".seg.nrrd": Format(
        "3D Slicer segmentation", _write_nrrd, for_scans=False, keeps_names=True, keeps_marks=True
    ),
    ".nrrd": Format("NRRD", _write_nrrd, keeps_names=True, keeps_marks=True),
    ".mha": Format("MetaImage", _write_mha),
    ".dcm": Format(
        "DICOM segmentation",
        _write_dicom_seg,
        for_scans=False,
        keeps_names=True,
        needs_dicom=True,
        check=_check_dicom_seg,
    ),
    picture_stack.SUFFIX: Format(
        "folder of PNG pictures", _write_pngs, is_folder=True, check=_check_pngs
    ),
}
"""How each ending is saved; longer endings first."""
