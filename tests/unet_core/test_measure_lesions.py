"""Numbers of labels and of every tumour, against plain counting and SimpleITK."""

import itertools
import math

import numpy as np
import pytest
import SimpleITK as sitk

from unet_core import lesion_table
from unet_core.label_statistics import label_statistics
from unet_core.lesion_table import edge_distances, measure_mask
from unet_core.measurements import MaskMeasured
from unet_core.phantom import make_case
from unet_core.volume import Geometry, Label, LabelMap, Volume

SPACING_XYZ = (0.8, 0.7, 2.5)
SHAPE = (10, 24, 28)


def measured(volume: Volume, label_map: LabelMap) -> MaskMeasured:
    (found,) = measure_mask(volume, label_map)
    return found


def scan_of(shape: tuple[int, int, int] = SHAPE, **geometry: object) -> Volume:
    rng = np.random.default_rng(7)
    voxels = rng.integers(-200, 300, shape).astype(np.int16)
    size = (shape[2], shape[1], shape[0])
    return Volume(voxels, Geometry(size, SPACING_XYZ, **geometry), "scan.nii.gz")


def mask_on(volume: Volume, voxels: np.ndarray, **more: object) -> LabelMap:
    return LabelMap(voxels.astype(np.uint8), volume.geometry, "mask.nii.gz", **more)


@pytest.fixture
def three() -> tuple[Volume, LabelMap]:
    """A liver with a tumour deep inside, one at its edge and one beyond it."""
    volume = scan_of()
    voxels = np.zeros(SHAPE, np.uint8)
    voxels[1:9, 3:20, 3:20] = 1
    voxels[4:6, 10:14, 9:12] = 2  # 24 voxels, deep
    voxels[3, 3:5, 8:10] = 2  # 4, at the edge
    voxels[5, 10, 24:26] = 2  # 2, beyond: four columns of nothing between
    return volume, mask_on(volume, voxels)


# --- labels --------------------------------------------------------------------------------------


def test_labels_agree_with_simpleitk() -> None:
    volume, mask = make_case(3, size_xyz=(48, 40, 12), tumours=2)
    image = sitk.GetImageFromArray(mask.voxels)
    image.SetSpacing(mask.geometry.spacing_xyz_mm)
    grey = sitk.GetImageFromArray(volume.voxels)
    grey.SetSpacing(mask.geometry.spacing_xyz_mm)
    theirs = sitk.LabelIntensityStatisticsImageFilter()
    theirs.Execute(image, grey)
    statistics = sitk.LabelStatisticsImageFilter()
    statistics.Execute(grey, image)
    found = {one.region.title: one for one in label_statistics(volume, mask)}
    assert list(found) == ["liver", "tumour", "liver (with tumour)"]
    for name, value in (("liver", 1), ("tumour", 2)):
        one = found[name]
        assert one.spread is not None
        assert one.voxels == theirs.GetNumberOfPixels(value)
        assert one.volume_ml == pytest.approx(theirs.GetPhysicalSize(value) / 1000)
        assert one.spread.mean == pytest.approx(theirs.GetMean(value))
        assert one.spread.sd == pytest.approx(theirs.GetStandardDeviation(value))
        assert (one.spread.low, one.spread.high) == (
            theirs.GetMinimum(value),
            theirs.GetMaximum(value),
        )
        assert one.spread.median == np.median(volume.voxels[mask.voxels == value])
        canonical = mask.canonical == value
        where = np.flatnonzero(canonical.any(axis=(1, 2)))
        assert one.slices == (where[0], where[-1])
    both = found["liver (with tumour)"]
    assert both.voxels == found["liver"].voxels + found["tumour"].voxels
    assert both.region.values == (1, 2)


def test_a_label_that_does_not_occur_is_empty_not_zero_long(
    three: tuple[Volume, LabelMap],
) -> None:
    volume, mask = three
    labels = {**mask.labels, 3: Label(3, "spleen", "#123456")}
    one = label_statistics(volume, mask_on(volume, mask.voxels, labels=labels))[2]
    assert (one.region.name, one.voxels, one.volume_ml) == ("spleen", 0, 0.0)
    assert one.spread is one.diameter is one.slices is None


def test_an_empty_mask_is_measured_too() -> None:
    volume = scan_of()
    found = measured(volume, mask_on(volume, np.zeros(SHAPE)))
    assert [one.voxels for one in found.labels] == [0, 0]
    assert (found.lesions, found.lesion_count, found.burden) == ((), 0, None)
    assert found.lesion_name == "tumour"


def test_without_a_scale_there_are_pixels_but_no_millilitres() -> None:
    volume = scan_of(has_scale=False)
    voxels = np.zeros(SHAPE)
    voxels[2:5, 3:15, 3:15] = 1
    voxels[3, 5, 5:9] = 2
    found = measured(volume, mask_on(volume, voxels))
    assert all(one.volume_ml is None for one in found.labels)
    (lesion,) = found.lesions
    assert (lesion.volume_ml, lesion.longest_mm, lesion.edge_mm) == (None, None, None)
    assert lesion.diameter.length == 4.0
    assert found.burden == pytest.approx(4 / 432)


@pytest.mark.parametrize(
    "direction",
    [
        (-1.0, 0, 0, 0, -1.0, 0, 0, 0, 1.0),
        (1.0, 0, 0, 0, 1.0, 0, 0, 0, -1.0),
        (0, 0, 1.0, 1.0, 0, 0, 0, -1.0, 0),
    ],
)
def test_numbers_do_not_depend_on_how_the_file_lies(direction: tuple[float, ...]) -> None:
    volume = scan_of(direction=direction)
    voxels = np.zeros(SHAPE)
    voxels[2:8, 6:20, 6:22] = 1
    voxels[3:6, 8:12, 9:16] = 2
    mask = mask_on(volume, voxels)
    upright = volume.geometry.canonical
    other = Volume(volume.canonical.copy(), upright, "upright")
    expected = measured(other, LabelMap(mask.canonical.copy(), upright, "upright"))
    assert measured(volume, mask) == expected


# --- lesions -------------------------------------------------------------------------------------


def test_every_tumour_has_a_row_the_largest_first(three: tuple[Volume, LabelMap]) -> None:
    volume, mask = three
    found = measured(volume, mask)
    assert [one.number for one in found.lesions] == [1, 2, 3]
    assert [one.voxels for one in found.lesions] == [24, 4, 2]
    assert [one.slices for one in found.lesions] == [(4, 5), (3, 3), (5, 5)]
    assert found.lesion_count == 3
    for one in found.lesions:
        assert one.volume_ml == pytest.approx(one.voxels * 0.8 * 0.7 * 2.5 / 1000)
        assert mask.canonical[one.index_zyx] == 2
        assert one.diameter.slice_index == one.index_zyx[0]
    deep = found.lesions[0]
    assert deep.spread is not None
    assert deep.spread.mean == pytest.approx(volume.voxels[4:6, 10:14, 9:12].mean())


def test_burden_is_tumour_of_liver_and_tumour(three: tuple[Volume, LabelMap]) -> None:
    volume, mask = three
    liver = np.count_nonzero(mask.voxels == 1)
    assert measured(volume, mask).burden == pytest.approx(30 / (30 + liver))


def test_distance_to_the_edge_is_the_gap_of_surfaces(three: tuple[Volume, LabelMap]) -> None:
    deep, edge, beyond = measured(*three).lesions
    # the liver reaches from row 3 and column 3 on, slices 1 to 8; six columns lie before column 9
    assert deep.edge_mm == pytest.approx(min(6 * 0.8, 6 * 0.7, 3 * 2.5))
    assert edge.edge_mm == 0.0
    assert beyond.edge_mm == pytest.approx(-4 * 0.8)


def gap_by_hand(lesion: np.ndarray, outside: np.ndarray) -> float:
    """The shortest gap between the surfaces of two sets of voxels, pair by pair."""
    spacing = np.array(SPACING_XYZ[::-1])
    best = math.inf
    for a, b in itertools.product(np.argwhere(lesion), np.argwhere(outside)):
        steps = np.maximum(np.abs(a - b) - 1, 0) * spacing
        best = min(best, float(np.sqrt((steps**2).sum())))
    return best


@pytest.mark.parametrize("seed", range(5))
def test_distance_to_the_edge_is_the_least_of_all_pairs(seed: int) -> None:
    rng = np.random.default_rng(seed)
    shape = (6, 11, 12)
    grid = np.indices(shape).astype(float)
    organ = sum(
        ((g - c) / r) ** 2 for g, c, r in zip(grid, (2.5, 5.0, 5.5), (3.4, 5.0, 5.6), strict=True)
    ) <= 1 + 0.1 * rng.standard_normal(shape)
    numbers = np.zeros(shape, np.uint16)
    centre = rng.integers((1, 4, 4), (5, 7, 8))
    numbers[tuple(slice(c, c + 2) for c in centre)] = 1
    lesion = numbers > 0
    found = edge_distances(
        organ & ~lesion,
        numbers,
        tuple(slice(0, n) for n in shape),
        SPACING_XYZ[::-1],
        frozenset({1}),
    )
    assert found == {1: pytest.approx(gap_by_hand(lesion, ~(organ | lesion)))}


def test_where_the_scan_ends_no_edge_is_made_up() -> None:
    shape = (3, 9, 9)
    numbers = np.zeros(shape, np.uint16)
    numbers[0, 4, 4] = 1
    everywhere = np.ones(shape, bool) & (numbers == 0)
    box = tuple(slice(0, n) for n in shape)
    assert edge_distances(everywhere, numbers, box, (5.0, 1.0, 1.0), frozenset({1})) == {}
    everywhere[:, :, 0] = False
    found = edge_distances(everywhere, numbers, box, (5.0, 1.0, 1.0), frozenset({1}))
    assert found == {1: 3.0}


def test_labels_are_known_by_what_they_are_called() -> None:
    volume = scan_of()
    voxels = np.zeros(SHAPE)
    voxels[2:8, 3:15, 3:15] = 5
    voxels[4, 6, 6:9] = 9
    labels = {5: Label(5, "Liver", "#111111"), 9: Label(9, "hepatic metastasis", "#222222")}
    found = measured(volume, mask_on(volume, voxels, labels=labels))
    assert (found.lesion_name, found.lesion_count) == ("hepatic metastasis", 1)
    assert found.burden == pytest.approx(3 / 864)
    only = mask_on(volume, voxels == 5, labels={1: Label(1, "spleen", "#111111")})
    nothing = measured(volume, only)
    assert (nothing.lesion_name, nothing.burden, nothing.lesions) == ("", None, ())


def test_noise_is_counted_but_only_its_largest_pieces_are_measured(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lesion_table, "MOST_LESIONS", 30)
    shape = (8, 60, 60)
    volume = scan_of(shape)
    voxels = np.zeros(shape)
    voxels[::2, ::3, ::3] = 2
    voxels[0, 0, 0:2] = 2
    found = measured(volume, mask_on(volume, voxels))
    assert found.lesion_count == 4 * 20 * 20
    assert len(found.lesions) == 30
    assert found.lesions[0].voxels == 2
