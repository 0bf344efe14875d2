"""A case in numbers, on arrays whose answers can be counted by hand."""

import math

import numpy as np
import pytest

from unet_core.alignment import check_pair
from unet_core.case_measures import CaseMeasures, lesion_diameters, measure
from unet_core.volume import Geometry, LabelMap, Volume


@pytest.fixture(scope="module")
def measured() -> CaseMeasures:
    """Air, a square body, in it a square liver with one tumour of 6 x 6 and one of 2 x 2."""
    scan = np.full((6, 64, 64), -1000, np.int16)
    scan[:, 10:54, 8:56] = -100
    labels = np.zeros(scan.shape, np.uint8)
    labels[1:5, 20:44, 20:44] = 1
    labels[2:4, 24:30, 24:30] = 2
    labels[3, 36:38, 36:38] = 2
    scan[labels == 1], scan[labels == 2] = 100, 60
    scan[:, ::2] += 10  # stripes: half of the rows lie ten higher
    geometry = Geometry((64, 64, 6), (0.8, 0.8, 2.5))
    volume, label_map = Volume(scan, geometry, "a"), LabelMap(labels, geometry, "a")
    return measure("somebody", check_pair(volume, label_map, "a"), volume, label_map)


def test_sizes_and_boxes(measured: CaseMeasures) -> None:
    assert (measured.case_id, measured.patient, measured.slices) == ("a", "somebody", 6)
    assert measured.shape_yx == (64, 64)
    assert measured.spacing_xyz_mm == (0.8, 0.8, 2.5)
    assert measured.target_slices == 4
    assert measured.organ is not None
    assert (measured.organ.height, measured.organ.width) == (30, 30)  # 24 and 3 on each side
    assert measured.body.height >= 48
    assert measured.cut_by_body == 0


def test_labels_are_counted_and_compared(measured: CaseMeasures) -> None:
    liver, tumour = measured.labels["liver"], measured.labels["tumour"]
    assert (liver.voxels, liver.slices) == (4 * 576 - 76, 4)
    assert (tumour.voxels, tumour.slices) == (76, 2)
    assert liver.percentiles[0] == 100
    assert liver.percentiles[4] == 110
    assert liver.scatter == 5.0
    assert -50 <= tumour.contrast <= -40
    assert -50 <= tumour.edge <= -30
    assert 190 <= liver.edge <= 210  # against the fat around it


def test_lesions_are_circles_of_their_largest_section(measured: CaseMeasures) -> None:
    expected = [2 * math.sqrt(area / math.pi) for area in (36, 4)]
    assert measured.lesions == pytest.approx(expected, abs=0.01)
    assert lesion_diameters(np.zeros((2, 4, 4), np.uint8), 2) == ()
    assert lesion_diameters(np.zeros((2, 4, 4), np.uint8), None) == ()


def test_a_tumour_of_one_pixel_has_an_edge_of_nothing() -> None:
    scan = np.zeros((1, 16, 16), np.int16)
    labels = np.zeros(scan.shape, np.uint8)
    labels[0, 2:14, 2:14], labels[0, 8, 8] = 1, 2
    geometry = Geometry((16, 16, 1))
    volume, label_map = Volume(scan, geometry, "b"), LabelMap(labels, geometry, "b")
    found = measure(None, check_pair(volume, label_map, "b"), volume, label_map)
    assert found.labels["tumour"].edge == 0.0
    assert found.lesions == pytest.approx((1.13,), abs=0.01)
