"""How well each lesion is drawn, and that every wrong voxel is counted once."""

import numpy as np
import pytest

from unet_core.diameters import axial_diameter
from unet_core.lesions import Grey, matched_lesions
from unet_core.volume import Geometry

GEOMETRY = Geometry((30, 20, 8), (1.0, 2.0, 5.0))
ML = 0.01


def _masks() -> tuple[np.ndarray, np.ndarray]:
    truth, guess = np.zeros((8, 20, 30), bool), np.zeros((8, 20, 30), bool)
    truth[2:4, 2:6, 2:8] = True  # 48 voxels
    truth[5, 12:14, 20:24] = True  # 8, missed
    truth[3, 2:4, 12:14] = True  # 4, beside the first
    guess[2:4, 2:6, 4:13] = True  # from the first into the third, which it touches
    guess[6, 17, 25:28] = True  # false
    return truth, guess


def test_each_lesion_is_compared_with_what_is_predicted_of_it() -> None:
    truth, guess = _masks()
    lesions, right = matched_lesions(truth, guess, GEOMETRY)
    assert [lesion.kind for lesion in lesions] == ["found", "found", "missed", "false"]
    assert right == 1
    large, small, missed, false = lesions
    inside, excess = 2 * 4 * 4, 2 * 4 * 9 - 2 * 4 * 4 - 2
    assert large.dice == pytest.approx(2 * inside / (48 + inside + excess))
    assert small.dice == pytest.approx(2 * 2 / (4 + 2))  # what is outside counts for the larger
    assert (missed.dice, false.dice) == (0.0, 0.0)
    wrong = int(np.count_nonzero(truth ^ guess))
    assert sum(lesion.wrong_ml or 0 for lesion in lesions) == pytest.approx(wrong * ML)


def test_where_to_look_and_how_large() -> None:
    truth, guess = _masks()
    lesions, _ = matched_lesions(truth, guess, GEOMETRY)
    large, _, missed, false = lesions
    assert large.worst_zyx is not None
    assert (truth ^ guess)[large.worst_zyx]
    assert truth[missed.index_zyx]
    assert missed.worst_zyx == missed.index_zyx
    assert guess[false.index_zyx]
    assert large.box == ((2, 2, 2), (3, 5, 12))
    assert missed.diameter_mm == pytest.approx(4.0, abs=1.0)
    assert matched_lesions(truth, guess, None)[0][0].diameter_mm is None
    speck = np.zeros((1, 3, 3), bool)
    speck[0, 1, 1] = True
    assert matched_lesions(~speck & False, speck, GEOMETRY)[0][0].diameter_mm == 2.0
    assert axial_diameter(speck, (2.0, 1.0)).length == 2.0


def test_contrast_to_the_liver() -> None:
    truth, guess = _masks()
    values = np.full(truth.shape, 100, np.int16)
    values[truth], values[6, 17, 25:28] = 60, 130
    lesions, _ = matched_lesions(truth, guess, GEOMETRY, Grey(values, 100.0))
    assert [lesion.contrast_hu for lesion in lesions] == [-40, -40, -40, 30]
    grey, _ = matched_lesions(truth, guess, GEOMETRY, Grey(values, 100.0, is_hu=False))
    assert [lesion.contrast_grey for lesion in grey] == [-40, -40, -40, 30]
    assert {lesion.contrast_hu for lesion in grey} == {None}


def test_no_lesions() -> None:
    empty = np.zeros((2, 3, 4), bool)
    assert matched_lesions(empty, empty, GEOMETRY) == ((), 0)
    alone, right = matched_lesions(~empty, empty, GEOMETRY)
    assert ([lesion.kind for lesion in alone], right) == (["missed"], 0)
