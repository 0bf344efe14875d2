"""What is measured of a mask, as plain values that travel between processes."""

from dataclasses import dataclass, replace

from unet_core.volume import Index, Region

Place = tuple[float, float]
"""(row, column), fractional; (0, 0) is the centre of the first pixel."""
EDGE_RULE = (
    "Distance to the edge is the gap between the lesion and the nearest voxel outside the liver: "
    "0 where it touches the edge, negative where the lesion lies outside the liver. "
    "Where the scan ends, the edge is not known and not counted."
)
BURDEN_RULE = "Tumour burden is the tumours' volume as a share of the liver with its tumours."


@dataclass(frozen=True)
class Spread:
    """Grey values of some voxels.

    Attributes:
        count: Voxels with a value; those that are no number are left out.
        sd: Standard deviation of a sample (n - 1); None for a single voxel.
    """

    count: int
    mean: float
    median: float
    sd: float | None
    low: float
    high: float


@dataclass(frozen=True)
class Diameter:
    """The longest line within one axial slice, and the longest across it.

    Attributes:
        length: mm; in pixels where there is no scale.
        short_length: Of the longest line at right angles, between the edges of the convex hull.
        slice_index: z of the slice.
        ends: Both ends, (row, column) in the slice.
        short_ends: Those of the short line.
    """

    length: float
    short_length: float
    slice_index: int
    ends: tuple[Place, Place]
    short_ends: tuple[Place, Place]

    def moved(self, corner_zyx: Index) -> "Diameter":
        """The same in a larger array, in which the one measured begins at ``corner_zyx``."""
        z, y, x = corner_zyx
        (a, b), (c, d) = (
            [(row + y, column + x) for row, column in pair] for pair in (self.ends, self.short_ends)
        )
        return replace(self, slice_index=self.slice_index + z, ends=(a, b), short_ends=(c, d))


@dataclass(frozen=True)
class LabelStatistics:
    """One label, or several counted as one.

    Attributes:
        region: Which label values, under which name.
        voxels: How many.
        volume_ml: None without a scale.
        spread: Grey values or HU of its voxels; None where it has none.
        diameter: The longest one in an axial slice; None for an empty label.
        slices: First and last canonical axial slice; None for an empty label.
    """

    region: Region
    voxels: int
    volume_ml: float | None
    spread: Spread | None
    diameter: Diameter | None
    slices: tuple[int, int] | None


@dataclass(frozen=True)
class Lesion:
    """One 26-connected tumour.

    Attributes:
        number: From 1, the largest first.
        voxels: How many.
        volume_ml: None without a scale.
        diameter: The longest one in an axial slice.
        longest_mm: The longest one in any direction; None without a scale.
        slices: First and last canonical axial slice.
        spread: Grey values or HU; None where no voxel has a value.
        edge_mm: How far from the organ's edge, see EDGE_RULE; None without a scale or organ.
        index_zyx: A canonical voxel inside it, in the slice of the longest diameter.
    """

    number: int
    voxels: int
    volume_ml: float | None
    diameter: Diameter
    longest_mm: float | None
    slices: tuple[int, int]
    spread: Spread | None
    edge_mm: float | None
    index_zyx: Index


@dataclass(frozen=True)
class MaskMeasured:
    """All that is measured of one mask.

    Attributes:
        labels: Its labels, see ``label_statistics``.
        lesions: The largest tumours, largest first.
        lesion_count: How many there are in all.
        lesion_name: What the tumours' label is called; empty where no label speaks of tumours.
        burden: Tumour voxels as a share of liver and tumour voxels, 0 to 1; None without a liver.
    """

    labels: tuple[LabelStatistics, ...]
    lesions: tuple[Lesion, ...]
    lesion_count: int
    lesion_name: str
    burden: float | None
