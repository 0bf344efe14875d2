"""RTSTRUCT as label maps: contours filled by their standard, on the scan they name."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.unet_core import seg_samples as samples
from tests.unet_core.io_samples import turned
from unet_core.errors import InputError
from unet_core.io import load_label_map, load_volume
from unet_core.io.contours import filled
from unet_core.io.payload import OWN_MEMORY
from unet_core.io.request import NeedsChoice
from unet_core.io.rtstruct import read_rtstruct
from unet_core.volume import Geometry, LabelMap

GRID = samples.geometry()
Corners = Sequence[tuple[float, float]]


def written(tmp_path: Path, regions: Any, **changes: Any) -> Path:
    """An RTSTRUCT of (name, [(corners in pixels, z in slices), ...])."""
    grid = changes.pop("grid", GRID)
    drawn = [(name, [samples.ring(grid, c, z) for c, z in rings]) for name, rings in regions]
    d = samples.rtstruct(drawn, **changes)
    return samples.saved(d, tmp_path / "rt.dcm", samples.RTSTRUCT_CLASS)


def read(path: Path, nearby: tuple[Any, ...] = (), **changes: Any) -> LabelMap:
    changes.setdefault("reference", samples.reference(GRID) if not nearby else None)
    return samples.finished(read_rtstruct(samples.request(path, **changes), OWN_MEMORY, nearby))


def refused(path: Path, **changes: Any) -> str:
    with pytest.raises(InputError) as caught:
        read(path, **changes)
    return str(caught.value)


def plane(contours: Sequence[Corners], shape: tuple[int, int] = (12, 16)) -> NDArray[np.bool_]:
    result = np.zeros(shape, np.bool_)
    top, left, mask = filled([np.array(c, float) for c in contours], shape)
    result[top : top + mask.shape[0], left : left + mask.shape[1]] = mask
    return result


def by_definition(contours: Sequence[Corners], shape: tuple[int, int]) -> NDArray[np.bool_]:
    """Pixel by pixel and edge by edge: the angle a contour turns about each centre."""
    result = np.zeros(shape, np.bool_)
    for row, column in np.ndindex(shape):
        winding = 0
        for corners in contours:
            z = np.array([complex(x - column, y - row) for x, y in corners])
            winding += round(float(np.angle(np.roll(z, -1) / z).sum() / (2 * np.pi)))
        result[row, column] = winding % 2 == 1
    return result


def test_filling_equals_its_definition() -> None:
    random = np.random.default_rng(7)
    for _ in range(20):
        contours = [
            [(float(x), float(y)) for x, y in random.uniform(-2, 14, (5, 2))] for _ in range(2)
        ]
        np.testing.assert_array_equal(plane(contours), by_definition(contours, (12, 16)))


def test_centres_on_the_path_are_inside() -> None:
    mask = plane([samples.square(2, 3, 5, 6)])
    assert mask[3:7, 2:6].all()
    assert mask.sum() == 16
    diamond = plane([[(5, 2), (8, 5), (5, 8), (2, 5)]])
    assert diamond.sum() == 25


def test_holes_by_a_second_contour_or_a_keyhole() -> None:
    outer, inner = samples.square(0.5, 0.5, 9.5, 9.5), samples.square(3.5, 3.5, 6.5, 6.5)
    two = plane([outer, inner])
    keyhole = plane([[*outer, outer[0], *inner, inner[0]]])
    assert two.sum() == 81 - 9
    np.testing.assert_array_equal(two, keyhole)


def test_a_channel_across_the_background_is_no_region() -> None:
    left, right = samples.square(0.5, 0.5, 2.5, 4.5), samples.square(8.5, 0.5, 10.5, 4.5)
    bridge = [(2.5, 2.0), (8.5, 2.0)]
    outline = [left[0], left[1], bridge[0], bridge[1], right[0], right[1], right[2], right[3]]
    mask = plane([[*outline, bridge[1], bridge[0], left[2], left[3]]])
    assert not mask[:, 3:9].any()
    assert mask.sum() == 16


@pytest.mark.hazard("M7")
@pytest.mark.parametrize("grid", [GRID, samples.geometry(direction=turned())])
def test_regions_lie_on_the_grid_of_their_scan(tmp_path: Path, grid: Geometry) -> None:
    regions = [
        ("Liver", [(samples.square(2.5, 3.5, 14.5, 12.5), z) for z in (1, 2)]),
        ("GTV-1", [(samples.square(4.5, 5.5, 7.5, 8.5), 2)]),
    ]
    path = written(tmp_path, regions, grid=grid)
    item = read(path, reference=samples.reference(grid))
    expected = np.zeros(grid.shape_zyx, np.uint8)
    expected[1:3, 4:13, 3:15] = 1
    expected[2, 6:9, 5:8] = 2
    np.testing.assert_array_equal(item.voxels, expected)
    assert item.geometry == grid
    assert item.refers_to == samples.SERIES
    assert [(v, label.name, label.colour) for v, label in sorted(item.labels.items())] == [
        (1, "liver", "#1000ff"),
        (2, "tumour", "#2000ff"),
    ]


def test_a_scan_nearby_is_found_by_its_series(tmp_path: Path) -> None:
    path = written(tmp_path, [("Liver", [(samples.square(2, 2, 5, 5), 0)])])
    others = (samples.reference(GRID, samples.STRANGER), samples.reference(GRID))
    assert int(read(path, others).voxels.sum()) == 16


@pytest.mark.hazard("M6")
def test_contours_of_another_series_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, [("Liver", [(samples.square(2, 2, 5, 5), 0)])])
    said = refused(path, reference=samples.reference(GRID, samples.STRANGER))
    assert "was drawn on another series than the open scan" in said


@pytest.mark.hazard("M6")
def test_without_its_scan_there_is_nothing_to_fill(tmp_path: Path) -> None:
    path = written(tmp_path, [("Liver", [(samples.square(2, 2, 5, 5), 0)])], space="1.9.9")
    assert "is not here" in refused(path, reference=None)
    assert "is not here" in refused(
        path, reference=None, nearby=(samples.reference(GRID, samples.STRANGER),)
    )


@pytest.mark.hazard("M6")
def test_a_broken_reference_opens_on_the_only_scan_by_consent(tmp_path: Path) -> None:
    path = written(tmp_path, [("Liver", [(samples.square(2, 2, 5, 5), 0)])], series="")
    with pytest.raises(NeedsChoice) as caught:
        read(path)
    (option,) = caught.value.options
    item = read(path, **dict(option.settings))
    assert int(item.voxels.sum()) == 16
    assert any("because you chose so" in said for said in item.notices)


@pytest.mark.hazard("M8")
def test_overlapping_regions_are_asked_about(tmp_path: Path) -> None:
    regions = [
        ("Kidney", [(samples.square(1, 1, 8, 8), 1)]),
        ("PTV", [(samples.square(5, 5, 10, 10), 1)]),
    ]
    path = written(tmp_path, regions)
    with pytest.raises(NeedsChoice) as caught:
        read(path)
    assert "share 16 voxels" in caught.value.fault
    item = read(path, **dict(caught.value.options[0].settings))
    assert np.bincount(item.voxels.ravel())[3:].tolist() == [64 - 16, 36]


def test_a_consent_is_kept_when_the_next_is_asked(tmp_path: Path) -> None:
    regions = [
        ("Kidney", [(samples.square(1, 1, 8, 8), 1)]),
        ("PTV", [(samples.square(5, 5, 10, 10), 1)]),
    ]
    path = written(tmp_path, regions, series="")
    with pytest.raises(NeedsChoice) as caught:
        read(path, part="here")
    assert dict(caught.value.options[0].settings) == {"part": "all,here"}


def test_contours_that_cannot_be_taken_are_counted(tmp_path: Path) -> None:
    across = [(2.0, 2.0), (6.0, 2.0), (6.0, 6.0)]
    regions = [
        ("Liver", [
            (samples.square(2, 2, 5, 5), 0),
            (samples.square(2, 2, 5, 5), 1.3),
            (samples.square(2, 2, 9, 9), 1.4),
            (samples.square(2, 2, 5, 5), 40),
        ])
    ]  # fmt: skip
    drawn = [samples.ring(GRID, c, z) for c, z in regions[0][1]]
    drawn.append(np.array([GRID.point((z, y, x)) for z, (x, y) in enumerate(across)]))
    d = samples.rtstruct([("Liver", drawn)])
    path = samples.saved(d, tmp_path / "rt.dcm", samples.RTSTRUCT_CLASS)
    item = read(path)
    assert np.flatnonzero(item.voxels.any(axis=(1, 2))).tolist() == [0, 1]
    assert int(item.voxels.sum()) == 32
    assert item.notices == (
        "1 contour lies across the slices and was left out.",
        "1 contour lies outside the scan and was left out.",
        "1 contour lies between two slices and was filled on the nearer one.",
        "1 contour lies further from a slice than others and was left out.",
    )


def test_points_and_open_lines_are_no_regions(tmp_path: Path) -> None:
    path = written(tmp_path, [("x", [(samples.square(2, 2, 5, 5), 0)])], kind="OPEN_PLANAR")
    assert "1 contour is not closed" in refused(path)


def test_the_same_contour_twice_does_not_cancel_itself(tmp_path: Path) -> None:
    path = written(tmp_path, [("Liver", [(samples.square(2, 2, 5, 5), 0)] * 2)])
    assert int(read(path).voxels.sum()) == 16


@pytest.mark.hazard("G2")
def test_a_decimal_comma_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, [("Liver", [(samples.square(2, 2, 5, 5), 0)])])
    at = path.read_bytes().index(b"-60.100000")
    data = bytearray(path.read_bytes())
    data[at + 3 : at + 4] = b","
    path.write_bytes(data)
    assert "as its contour" in refused(path)


@pytest.mark.hazard("L1")
def test_a_cut_file_is_refused_wherever_it_is_cut(tmp_path: Path) -> None:
    regions = [("Liver", [(samples.square(2, 2, 5, 5), z) for z in range(3)])]
    path = written(tmp_path, regions)
    data = path.read_bytes()
    for end in range(140, len(data) - 1, 53):
        path.write_bytes(data[:end])
        assert "rt.dcm " in refused(path)


@pytest.mark.real_data
def test_the_ibsi_phantom_equals_its_nifti_mask(real_data: Path) -> None:
    folder = real_data / "seg" / "lung_ct_rtstruct_nifti"
    (path,) = (folder / "dicom" / "mask").glob("*.dcm")
    scan = load_volume(folder / "dicom" / "image", isolate=False)
    item = load_label_map(path, reference=scan, isolate=False)
    same = load_label_map(folder / "nifti" / "mask" / "mask.nii.gz", isolate=False)
    assert not item.geometry.canonical.differences(same.geometry.canonical)
    ours, theirs = item.canonical > 0, same.canonical > 0
    dice = 2 * int((ours & theirs).sum()) / (int(ours.sum()) + int(theirs.sum()))
    assert dice > 0.9999
    assert [label.name for label in item.labels.values()] == ["tumour"]


@pytest.mark.real_data
def test_a_made_up_frame_of_reference_does_not_hide_a_named_scan(real_data: Path) -> None:
    folder = real_data / "seg" / "ct_rtstruct"
    scan = load_volume(folder / "ct_1.dcm", isolate=False)
    item = load_label_map(folder / "rt.dcm", reference=scan, isolate=False)
    assert item.voxels.any()
    assert any("another frame of reference" in said for said in item.notices)
    with pytest.raises(NeedsChoice):
        load_label_map(folder / "non_existent_reference_rt.dcm", reference=scan, isolate=False)
