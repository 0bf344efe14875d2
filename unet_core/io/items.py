"""From checked voxels to what the program works on: a scan with its scale, or a mask."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from unet_core.io.headers import NO_SCALE_NOTICE, Header, display_name, says_nothing_of_scale
from unet_core.io.masks import make_label_map, seems_a_mask
from unet_core.io.payload import Memory
from unet_core.io.request import Request
from unet_core.volume import DicomSource, Geometry, LabelMap, Volume, Voxels

_HU_FLOOR = -200


@dataclass(frozen=True)
class Decoded:
    """What a file holds: checked, rescaled, and not yet called a scan or a mask.

    Attributes:
        voxels: (Z, Y, X).
        sha256: Of the file, if it is a single one.
        name: What to call it on screen; empty for the file's name.
        is_ct: Whether its values are HU by definition.
        source: The DICOM objects it was made of.
        windows: (width, level) that the files suggest for looking at it.
    """

    header: Header
    voxels: Voxels
    sha256: str = ""
    name: str = ""
    is_ct: bool = False
    source: DicomSource | None = None
    windows: tuple[tuple[float, float], ...] = ()


def item_of(request: Request, decoded: Decoded, memory: Memory) -> Volume | LabelMap:
    """The scan or mask that voxels are, as asked or, where nothing was, by their values.

    Raises:
        InputError: If it must be a mask and its values are no labels.
        NeedsChoice: If its values become labels only on consent.
    """
    header, voxels, is_ct = decoded.header, decoded.voxels, decoded.is_ct
    sha256, name = decoded.sha256, decoded.name or display_name(header.path)
    geometry, notices = _with_scale(header.geometry, header.notices)
    is_mask = request.as_mask
    if is_mask is None:
        is_mask = not is_ct and (bool(header.labels) or seems_a_mask(voxels, header.path))
    if is_mask:
        return make_label_map(
            voxels,
            memory=memory,
            name=name,
            threshold=request.threshold,
            value_map=request.value_map,
            named=header.labels,
            marks=header.marks,
            geometry=geometry,
            path=request.paths[0],
            sha256=sha256,
            notices=notices,
        )
    intensity, voxels, said = _intensity(
        voxels, memory, is_ct=is_ct, is_picture=header.kind == "pictures"
    )
    return Volume(
        voxels,
        geometry,
        name,
        request.paths[0],
        intensity,
        sha256,
        (*notices, *said),
        decoded.source,
        decoded.windows,
    )


def _with_scale(geometry: Geometry, notices: tuple[str, ...]) -> tuple[Geometry, tuple[str, ...]]:
    if not geometry.has_scale or not says_nothing_of_scale(geometry):
        return geometry, notices
    unscaled = Geometry(
        geometry.size_xyz,
        geometry.spacing_xyz_mm,
        geometry.origin_xyz_mm,
        geometry.direction,
        has_scale=False,
        has_orientation=geometry.has_orientation,
    )
    return unscaled, (*notices, NO_SCALE_NOTICE)


def _intensity(
    voxels: Voxels, memory: Memory, *, is_ct: bool, is_picture: bool
) -> tuple[Literal["HU", "grey"], Voxels, tuple[str, ...]]:
    """HU or grey; whole grey values from 0 to 255 become uint8."""
    if is_ct or int(voxels[len(voxels) // 2].min()) < _HU_FLOOR:
        return "HU", voxels, ()
    if voxels.dtype != np.uint8:
        low, high = int(np.floor(voxels.min())), int(np.ceil(voxels.max()))
        if low < _HU_FLOOR or (low < 0 and voxels.dtype.kind == "i"):
            return "HU", voxels, ()
        if voxels.dtype.kind in "iu" and high <= 255:
            narrow = memory.empty(voxels.shape, np.dtype(np.uint8))
            np.copyto(narrow, voxels, casting="unsafe")
            voxels = narrow
    said = "Values are grey levels, not HU: windows in HU do not apply."
    return "grey", voxels, () if is_picture else (said,)
