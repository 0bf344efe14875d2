"""Surfaces as STL and PLY files: written whole or not at all, naming nobody.

3D Slicer reads from the header which way the axes point (``SPACE=LPS``); without it, it takes LPS
as well (https://discourse.slicer.org/t/10446). Neither format knows units: ours are mm.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from unet_core.errors import InputError
from unet_core.io.atomic import write_bytes
from unet_core.io.headers import display_name
from unet_core.surfaces import Surface, SurfaceBuilt, cropped, surface_of
from unet_core.volume import LabelMap

REMARK = "Slicewise. SPACE=LPS, mm"
_STL_TRIANGLE = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")])
_PLY_POINT = np.dtype([("place", "<f4", 3), ("normal", "<f4", 3), ("colour", "u1", 3)])
_PLY_TRIANGLE = np.dtype([("count", "u1"), ("corners", "<i4", 3)])


@dataclass(frozen=True)
class SurfaceSaved:
    """A file was written and read back whole.

    Attributes:
        triangles: How many it holds.
    """

    path: Path
    triangles: int


def stl_bytes(surfaces: Sequence[Surface]) -> bytes:
    """A binary STL file of all surfaces as one; it holds no colours.

    >>> len(stl_bytes([]))
    84
    """
    parts = [np.zeros(0, _STL_TRIANGLE)]
    for surface in surfaces:
        made = np.zeros(len(surface.triangles), _STL_TRIANGLE)
        corners = surface.points[surface.triangles]
        normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-20)
        made["normal"], made["corners"] = normals, corners
        parts.append(made)
    triangles = np.concatenate(parts)
    header = REMARK.encode().ljust(80)  # "solid" at its start would mean a text file
    return header + len(triangles).to_bytes(4, "little") + triangles.tobytes()


def ply_bytes(surfaces: Sequence[Surface]) -> bytes:
    """A binary PLY file of all surfaces, each point with its normal and its label's colour."""
    points = [np.zeros(0, _PLY_POINT)]
    triangles = [np.zeros(0, _PLY_TRIANGLE)]
    before = 0
    for surface in surfaces:
        made = np.zeros(len(surface.points), _PLY_POINT)
        made["place"], made["normal"] = surface.points, surface.normals
        made["colour"] = list(bytes.fromhex(surface.colour.removeprefix("#")))
        points.append(made)
        faces = np.zeros(len(surface.triangles), _PLY_TRIANGLE)
        faces["count"], faces["corners"] = 3, surface.triangles + before
        triangles.append(faces)
        before += len(surface.points)
    header = (
        "ply",
        "format binary_little_endian 1.0",
        f"comment {REMARK}",
        f"element vertex {before}",
        *(f"property float {name}" for name in ("x", "y", "z", "nx", "ny", "nz")),
        *(f"property uchar {name}" for name in ("red", "green", "blue")),
        f"element face {sum(map(len, triangles))}",
        "property list uchar int vertex_indices",
        "end_header",
    )
    lines = "".join(f"{line}\n" for line in header).encode()
    return lines + np.concatenate(points).tobytes() + np.concatenate(triangles).tobytes()


SURFACE_WRITERS: Mapping[str, Callable[[Sequence[Surface]], bytes]] = {
    ".stl": stl_bytes,
    ".ply": ply_bytes,
}
"""What makes the bytes of a file, by the ending of its name."""


def save_surfaces(
    path: Path, label_map: LabelMap, values: tuple[int, ...], most_triangles: int | None = None
) -> Iterator[SurfaceBuilt | SurfaceSaved]:
    """Build the surfaces of some labels in full and write them as one file; for a child process.

    Args:
        path: The target; a file of that name is replaced.
        label_map: The mask.
        values: Of the labels to write.
        most_triangles: Of one label, see ``surface_of``.

    Raises:
        InputError: If the mask has no scale, no label has a voxel, the ending of the name is
            unknown, or the file could not be written.
    """
    name = display_name(path)
    writer = SURFACE_WRITERS.get(path.suffix.lower())
    if writer is None:
        endings = " or ".join(SURFACE_WRITERS)
        raise InputError(name, "has no ending of a surface file", f"let it end with {endings}")
    check_scale(label_map)
    part = cropped(label_map)
    surfaces = []
    for number, value in enumerate(values, start=1):
        surface = surface_of(part, value, most_triangles)
        if surface is not None:
            surfaces.append(surface)
        yield SurfaceBuilt(value, "", None, number, len(values))
    if not surfaces:
        raise InputError(label_map.name, "holds none of these labels", "choose another label")
    write_bytes(path, writer(surfaces))
    yield SurfaceSaved(path, sum(len(surface.triangles) for surface in surfaces))


def check_scale(label_map: LabelMap) -> None:
    """Refuse a mask of which nobody knows how large it is.

    Raises:
        InputError: If its file does not say how far its voxels lie apart.
    """
    if not label_map.geometry.has_scale:
        raise InputError(
            label_map.name,
            "does not say how many mm its voxels measure, and a surface file is in mm",
            "use a mask whose file holds the spacing",
        )
