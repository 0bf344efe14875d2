"""What a scan and a mask are: voxels, where they lie in the patient, and what labels mean.

Arrays are (z, y, x) in file order; points are (x, y, z) mm in LPS, as DICOM and SimpleITK have
them. ``Geometry`` is the only place that converts between the two.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import permutations
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from unet_core.anatomy import colour_of

Voxels = NDArray[Any]
"""(Z, Y, X) array of a scan: int16, uint8, uint16 or float32."""
Labels = NDArray[np.uint8]
"""(Z, Y, X) array of label values, 0 is background."""
Index = tuple[int, int, int]
"""(z, y, x) voxel index."""
Point = tuple[float, float, float]
"""(x, y, z) in mm, LPS."""
Matrix = tuple[float, float, float, float, float, float, float, float, float]
"""3x3 direction cosines, row-major; column k is the LPS direction of array axis x, y, z."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)
SPACING_TOLERANCE = 1e-3
"""Relative difference in spacing below which two grids are the same."""
POSITION_TOLERANCE_VOXELS = 0.05
"""A corner further off than this share of a voxel belongs to another grid."""


@dataclass(frozen=True)
class Orientation:
    """How to look at a file-order array as axial slices of a patient on their back.

    The canonical frame has z growing towards the head (S), y towards the back (P), x towards the
    patient's left (L): ``canonical[k]`` is an axial slice as radiologists draw it.

    Attributes:
        axes: For each canonical axis (z, y, x), the array axis it is closest to.
        flips: For each canonical axis, whether that array axis runs the other way.
    """

    axes: tuple[int, int, int] = (0, 1, 2)
    flips: tuple[bool, bool, bool] = (False, False, False)

    def apply(self, array: NDArray[Any]) -> NDArray[Any]:
        """The same memory as a canonical (z, y, x) view; never a copy."""
        return array.transpose(self.axes)[
            tuple(slice(None, None, -1 if f else 1) for f in self.flips)
        ]

    def invert(self, canonical: NDArray[Any]) -> NDArray[Any]:
        """The file-order view of a canonical array; the inverse of ``apply``."""
        unflipped = canonical[tuple(slice(None, None, -1 if f else 1) for f in self.flips)]
        return unflipped.transpose(tuple(int(i) for i in np.argsort(self.axes)))

    def file_index(self, canonical_index: Index, shape_zyx: Index) -> Index:
        """The file-order index of a canonical index, for an array of file-order ``shape_zyx``."""
        result = [0, 0, 0]
        for position, axis, flip in zip(canonical_index, self.axes, self.flips, strict=True):
            result[axis] = shape_zyx[axis] - 1 - position if flip else position
        return (result[0], result[1], result[2])


@dataclass(frozen=True)
class Geometry:
    """Where a voxel grid lies in the patient.

    Attributes:
        size_xyz: Voxels along x, y, z.
        spacing_xyz_mm: Distance between voxel centres, all above 0.
        origin_xyz_mm: LPS position of the centre of voxel (0, 0, 0).
        direction: Direction cosines, see ``Matrix``; orthonormal.
        has_scale: False where the file says nothing true about spacing (pictures, the known
            1, 1, 1 mm of some data sets): lengths and volumes must then not be shown.
        has_orientation: False where the file does not say which way the patient lies.
    """

    size_xyz: tuple[int, int, int]
    spacing_xyz_mm: Point = (1.0, 1.0, 1.0)
    origin_xyz_mm: Point = (0.0, 0.0, 0.0)
    direction: Matrix = IDENTITY
    has_scale: bool = True
    has_orientation: bool = True

    @property
    def shape_zyx(self) -> Index:
        """Shape of the array on this grid."""
        return (self.size_xyz[2], self.size_xyz[1], self.size_xyz[0])

    @property
    def voxel_ml(self) -> float | None:
        """Volume of one voxel in ml; None without a scale."""
        x, y, z = self.spacing_xyz_mm
        return x * y * z / 1000.0 if self.has_scale else None

    @cached_property
    def affine(self) -> NDArray[np.float64]:
        """(4, 4) float64: (x, y, z, 1) voxel index to LPS mm."""
        matrix = np.eye(4)
        matrix[:3, :3] = np.reshape(self.direction, (3, 3)) * np.asarray(self.spacing_xyz_mm)
        matrix[:3, 3] = self.origin_xyz_mm
        return matrix

    def point(self, index_zyx: tuple[float, float, float]) -> Point:
        """LPS mm of a (possibly fractional) file-order index.

        >>> Geometry((4, 4, 4), spacing_xyz_mm=(0.5, 0.5, 2.0)).point((1, 0, 2))
        (1.0, 0.0, 2.0)
        """
        x, y, z = (self.affine @ [*reversed(index_zyx), 1.0])[:3].tolist()
        return (x, y, z)

    def place(self, point_xyz_mm: Point) -> tuple[float, float, float]:
        """File-order (z, y, x) of an LPS point, fractional: the inverse of ``point``.

        >>> Geometry((4, 4, 4), spacing_xyz_mm=(0.5, 0.5, 2.0)).place((1.0, 0.0, 3.0))
        (1.5, 0.0, 2.0)
        """
        x, y, z = (self._inverse_affine @ [*point_xyz_mm, 1.0])[:3].tolist()
        return (z, y, x)

    def index(self, point_xyz_mm: Point) -> Index:
        """Nearest file-order (z, y, x) index of an LPS point; may lie outside the grid."""
        z, y, x = self.place(point_xyz_mm)
        return (round(z), round(y), round(x))

    @cached_property
    def _inverse_affine(self) -> NDArray[np.float64]:
        return np.linalg.inv(self.affine).astype(np.float64)

    @cached_property
    def orientation(self) -> Orientation:
        """The closest canonical view of this grid: exact for unrotated scans."""
        if not self.has_orientation:
            return Orientation()
        cosines = np.reshape(self.direction, (3, 3))  # [patient axis L P S, array axis x y z]
        best = max(
            permutations(range(3)), key=lambda p: sum(abs(cosines[i, p[i]]) for i in range(3))
        )
        flips = [bool(cosines[i, best[i]] < 0) for i in range(3)]
        return Orientation(
            axes=(2 - best[2], 2 - best[1], 2 - best[0]), flips=(flips[2], flips[1], flips[0])
        )

    @cached_property
    def canonical(self) -> "Geometry":
        """The geometry of ``orientation.apply(array)``."""
        orientation = self.orientation
        columns = np.reshape(self.direction, (3, 3))
        order = [2 - orientation.axes[2 - i] for i in range(3)]  # array axis, canonical xyz
        signs = [-1.0 if orientation.flips[2 - i] else 1.0 for i in range(3)]
        direction = np.stack([columns[:, order[i]] * signs[i] for i in range(3)], axis=1)
        first = orientation.file_index((0, 0, 0), self.shape_zyx)
        flat = [float(v) for v in direction.ravel()]
        return Geometry(
            size_xyz=(self.size_xyz[order[0]], self.size_xyz[order[1]], self.size_xyz[order[2]]),
            spacing_xyz_mm=(
                self.spacing_xyz_mm[order[0]],
                self.spacing_xyz_mm[order[1]],
                self.spacing_xyz_mm[order[2]],
            ),
            origin_xyz_mm=self.point(first),
            direction=(*flat[:3], *flat[3:6], *flat[6:]),  # type: ignore[arg-type]
            has_scale=self.has_scale,
            has_orientation=self.has_orientation,
        )

    def differences(self, other: "Geometry") -> list[str]:
        """What keeps two grids from being the same one in the world, in words; empty if nothing.

        Args:
            other: The grid compared with this one, named "here" in the text.
        """
        found: list[str] = []
        if self.size_xyz != other.size_xyz:
            found.append(f"size {_by(self.size_xyz)} against {_by(other.size_xyz)} voxels")
        spacings = np.asarray([self.spacing_xyz_mm, other.spacing_xyz_mm])
        if not np.allclose(spacings[0], spacings[1], rtol=SPACING_TOLERANCE, atol=0):
            found.append(
                f"spacing {_mm(self.spacing_xyz_mm)} against {_mm(other.spacing_xyz_mm)} mm"
            )
        if not (self.has_orientation and other.has_orientation) or found:
            return found
        limit_mm = POSITION_TOLERANCE_VOXELS * float(spacings.min())
        if not np.allclose(
            self.origin_xyz_mm, other.origin_xyz_mm, rtol=0, atol=max(limit_mm, 1e-3)
        ):
            found.append(f"origin {_mm(self.origin_xyz_mm)} against {_mm(other.origin_xyz_mm)} mm")
        last = (self.shape_zyx[0] - 1, self.shape_zyx[1] - 1, self.shape_zyx[2] - 1)
        drift = np.subtract(self.point(last), other.point(last)) - np.subtract(
            self.origin_xyz_mm, other.origin_xyz_mm
        )
        turned = not np.allclose(self.direction, other.direction, rtol=0, atol=1e-2)
        if turned or float(np.abs(drift).max()) > max(2 * limit_mm, 2e-3):
            found.append("direction (one is turned or mirrored against the other)")
        return found


@dataclass(frozen=True)
class DicomSource:
    """Which DICOM objects a scan was put together from; never written to a log.

    Attributes:
        series_uid: SeriesInstanceUID.
        study_uid: StudyInstanceUID.
        frame_of_reference_uid: Shared by all that lies in the same space.
        instance_uids: SOPInstanceUID of each slice, in the order of ``Volume.voxels``; one for all
            where a single file holds all frames; empty after resampling.
        files: Their files, in the same order.
        patient_key: The same for two scans of one PatientID, tells nobody who that is; empty where
            the files name nobody.
    """

    series_uid: str
    study_uid: str = ""
    frame_of_reference_uid: str = ""
    instance_uids: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()
    patient_key: str = ""


@dataclass(frozen=True)
class Volume:
    """A scan.

    Attributes:
        voxels: (Z, Y, X) in file order, int16, uint8, uint16 or float32; HU where ``intensity``
            says so. Never written to.
        geometry: Where the voxels lie.
        name: What to call it on screen (the file's name); never its folder.
        path: What was read; None for a volume made in memory.
        intensity: "HU", or "grey" for pictures and windowed data.
        sha256: Of the file, hex; empty where there is no single file.
        notices: Sentences the user should read about how the file was understood.
        source: The DICOM objects it was made of; None for other formats.
        windows: (width, level) that the files suggest for looking at it, the first being meant.
    """

    voxels: Voxels
    geometry: Geometry
    name: str
    path: Path | None = None
    intensity: Literal["HU", "grey"] = "HU"
    sha256: str = ""
    notices: tuple[str, ...] = ()
    source: DicomSource | None = None
    windows: tuple[tuple[float, float], ...] = ()

    @cached_property
    def canonical(self) -> Voxels:
        """(Z, Y, X) view of ``voxels`` in the canonical frame; no copy."""
        return self.geometry.orientation.apply(self.voxels)


@dataclass(frozen=True)
class Label:
    """What one value of a label map means."""

    value: int
    name: str
    colour: str
    """``#rrggbb``."""


LIVER = Label(1, "liver", colour_of("liver"))
TUMOUR = Label(2, "tumour", colour_of("tumour"))
DEFAULT_LABELS: Mapping[int, Label] = {1: LIVER, 2: TUMOUR}
_SPARE_COLOURS = ("#5aa9e6", "#c86bd6", "#e4572e", "#9bc53d", "#f78da7", "#7d8cff", "#2ec4b6")


def label_for(value: int, name: str = "") -> Label:
    """The usual label of a value: 1 liver, 2 tumour, others numbered.

    Its colour is that of the organ a name speaks of; those without a telling name differ by value.

    >>> label_for(2).name, label_for(7).name
    ('tumour', 'label 7')
    >>> label_for(1, "Milz").colour == label_for(5, "spleen").colour
    True
    """
    usual = DEFAULT_LABELS.get(value)
    if usual and name in ("", usual.name):
        return usual
    spare = usual.colour if usual else _SPARE_COLOURS[value % len(_SPARE_COLOURS)]
    colour = colour_of(name) or spare
    return Label(value, name or f"label {value}", colour)


Role = Literal["reference", "prediction", "own"]
Status = Literal["not started", "in progress", "done", "flagged"]
STATUSES: tuple[Status, ...] = ("not started", "in progress", "done", "flagged")


@dataclass(frozen=True)
class Mark:
    """How far the work on a label is, as its file says.

    Attributes:
        is_locked: No tool may change its voxels.
    """

    status: Status = "not started"
    is_locked: bool = False


NO_MARK = Mark()


@dataclass(frozen=True)
class LabelMap:
    """A mask: one label value a voxel.

    Attributes:
        voxels: (Z, Y, X) uint8 in file order, on the same grid as its CT.
        geometry: Where the voxels lie.
        name: What to call it on screen.
        labels: Meaning of each value above 0 that occurs or may occur, by value.
        role: "reference" for a person's or data set's mask, "prediction" for a model's, "own" for
            what the reader makes here.
        path: What was read; None if never saved.
        sha256: Of the file, hex; empty where there is no single file.
        notices: Sentences the user should read, such as how label values were mapped.
        refers_to: SeriesInstanceUID of the scan it was drawn on, where the file says so.
        marks: Of labels that are under way, done, flagged or locked, by value.
    """

    voxels: Labels
    geometry: Geometry
    name: str
    labels: Mapping[int, Label] = field(default_factory=lambda: dict(DEFAULT_LABELS))
    role: Role = "reference"
    path: Path | None = None
    sha256: str = ""
    notices: tuple[str, ...] = ()
    refers_to: str = ""
    marks: Mapping[int, Mark] = field(default_factory=dict)

    @cached_property
    def canonical(self) -> Labels:
        """(Z, Y, X) uint8 view of ``voxels`` in the canonical frame; no copy."""
        return self.geometry.orientation.apply(self.voxels)


def _by(numbers: tuple[int, ...]) -> str:
    return " x ".join(str(n) for n in numbers)


def _mm(numbers: tuple[float, ...]) -> str:
    return " / ".join(f"{n:.4g}" for n in numbers)


@dataclass(frozen=True)
class Region:
    """What a Dice is computed on: all voxels holding one of some values.

    Attributes:
        name: Key in scores: the label's own name.
        values: Label values counted in; liver counts tumour in, as the LiTS challenge does
            (Bilic 2023, doi:10.1016/j.media.2022.102680).
        colour: ``#rrggbb``.
    """

    name: str
    values: tuple[int, ...]
    colour: str

    @property
    def title(self) -> str:
        """The name with what it counts in: ``liver (with tumour)``."""
        return f"{self.name} (with tumour)" if len(self.values) > 1 else self.name

    def mask(self, voxels: Labels) -> NDArray[np.bool_]:
        """Boolean array of the region, same shape as ``voxels``."""
        result: NDArray[np.bool_] = voxels == self.values[0]
        for value in self.values[1:]:
            result |= voxels == value
        return result


def regions_of(labels: Mapping[int, Label]) -> tuple[Region, ...]:
    """The region scored for each label, by rising value.

    >>> [(r.name, r.values) for r in regions_of(DEFAULT_LABELS)]
    [('liver', (1, 2)), ('tumour', (2,))]
    """
    by_name = {label.name: value for value, label in labels.items()}
    regions = []
    for value, label in sorted(labels.items()):
        inner = (by_name["tumour"],) if label.name == "liver" and "tumour" in by_name else ()
        regions.append(Region(label.name, (value, *inner), label.colour))
    return tuple(regions)
