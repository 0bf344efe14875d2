"""The one way out: a scan or mask is written, read back, compared, and only then named."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from isal import isal_zlib
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.events import Event, Progress, Saved
from unet_core.io import atomic, metaimage, nifti, nrrd
from unet_core.io.door import load_now
from unet_core.io.headers import display_name
from unet_core.volume import LabelMap, Volume

_PIECE_BYTES = 1 << 22
_GZIP_LEVEL = 3
Item = LabelMap | Volume


def save(item: Item, path: Path, *, overwrite: bool = False) -> Iterator[Event]:
    """Write a scan or mask in the format of the path's ending: Progress events, then Saved.

    What is yielded as Saved has been read back from the disk and compared voxel by voxel.

    Raises:
        InputError: If the ending is unknown, the file exists (without ``overwrite``), or it could
            not be written and verified; an older file is then untouched.
    """
    path = Path(path)
    name, writer = display_name(path), _writer_for(path)
    voxels = _portable(item)
    yield Progress(0, 2, f"Saving {name}")
    steps: list[Event] = []

    def write(temporary: Path) -> None:
        with temporary.open("wb") as file:
            writer(file, item, voxels)

    def check(temporary: Path) -> None:
        _compare(item, voxels, temporary, name)
        steps.append(Progress(1, 2, f"Checked {name}"))

    atomic.write_file(path, write, check, overwrite=overwrite)
    yield from steps
    yield Saved(path)


def save_now(item: Item, path: Path, *, overwrite: bool = False) -> Path:
    """``save``, run to its end; returns the path.

    Raises:
        InputError: As ``save``.
    """
    for _ in save(item, path, overwrite=overwrite):
        pass
    return Path(path)


def _portable(item: Item) -> NDArray[Any]:
    """The voxels, little-endian and contiguous: a copy only where they are not."""
    little = item.voxels.dtype.newbyteorder("<")
    return np.ascontiguousarray(item.voxels, dtype=little)


def _compare(item: Item, voxels: NDArray[Any], temporary: Path, name: str) -> None:
    fault = InputError(name, "was not saved: what was read back differs", "try another disk")
    try:
        again = load_now(
            temporary,
            as_mask=isinstance(item, LabelMap),
            value_map={value: value for value in range(256)},
            isolate=False,
        )
    except InputError as error:
        raise InputError(
            name, f"was not saved: reading back, it {error.fault}", error.remedy
        ) from error
    if item.geometry.differences(again.geometry) or again.voxels.shape != voxels.shape:
        raise fault
    if not all(np.array_equal(a, b) for a, b in zip(voxels, again.voxels, strict=True)):
        raise fault
    if again.geometry.has_orientation != item.geometry.has_orientation:
        raise fault


# --- writers -----------------------------------------------------------------------------------


def _write_pieces(file: BinaryIO, voxels: NDArray[Any]) -> None:
    data = voxels.reshape(-1).view(np.uint8).data
    for start in range(0, len(data), _PIECE_BYTES):
        file.write(data[start : start + _PIECE_BYTES])


def _packed(head: bytes, voxels: NDArray[Any], bits: int) -> Iterator[bytes]:
    packer = isal_zlib.compressobj(level=_GZIP_LEVEL, wbits=bits)
    yield packer.compress(head)
    data = voxels.reshape(-1).view(np.uint8).data
    for start in range(0, len(data), _PIECE_BYTES):
        yield packer.compress(data[start : start + _PIECE_BYTES])
    yield packer.flush()


def _write_nii(file: BinaryIO, item: Item, voxels: NDArray[Any]) -> None:
    file.write(nifti.header_bytes(item.geometry, voxels.dtype))
    _write_pieces(file, voxels)


def _write_nii_gz(file: BinaryIO, item: Item, voxels: NDArray[Any]) -> None:
    head = nifti.header_bytes(item.geometry, voxels.dtype)
    for piece in _packed(head, voxels, bits=31):
        file.write(piece)


def _write_nrrd(file: BinaryIO, item: Item, voxels: NDArray[Any]) -> None:
    labels = item.labels if isinstance(item, LabelMap) else {}
    file.write(nrrd.header_bytes(item.geometry, voxels.dtype, labels, voxels))
    for piece in _packed(b"", voxels, bits=31):
        file.write(piece)


def _write_mha(file: BinaryIO, item: Item, voxels: NDArray[Any]) -> None:
    pieces = list(_packed(b"", voxels, bits=15))
    file.write(metaimage.header_bytes(item.geometry, voxels.dtype, sum(len(p) for p in pieces)))
    file.writelines(pieces)


_Writer = Callable[[BinaryIO, Item, NDArray[Any]], None]
WRITERS: Mapping[str, _Writer] = {
    ".nii.gz": _write_nii_gz,
    ".nii": _write_nii,
    ".seg.nrrd": _write_nrrd,
    ".nrrd": _write_nrrd,
    ".mha": _write_mha,
}
"""What writes each file ending; longer endings first."""


def _writer_for(path: Path) -> _Writer:
    for suffix, writer in WRITERS.items():
        if path.name.lower().endswith(suffix) and len(path.name) > len(suffix):
            return writer
    raise InputError(
        display_name(path), "has no ending that can be saved", f"choose {', '.join(WRITERS)}"
    )
