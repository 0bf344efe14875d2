"""Scores against a plain implementation, known shapes, and the truth table of emptiness (T11)."""

import dataclasses
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.evaluation.scoring import score_case
from unet_core.events import Evaluated, RegionScore
from unet_core.metrics import Mask, Overlap, dice, dice_per_slice, iou
from unet_core.volume import (
    DEFAULT_LABELS,
    IDENTITY,
    Geometry,
    Label,
    LabelMap,
    Labels,
    Matrix,
    Region,
    label_for,
    regions_of,
)

LIVER, TUMOUR = regions_of(DEFAULT_LABELS)
MASKS = hnp.arrays(bool, hnp.array_shapes(min_dims=1, max_dims=3, max_side=6))
PAIRS = hnp.array_shapes(min_dims=1, max_dims=3, max_side=6).flatmap(
    lambda shape: st.tuples(hnp.arrays(bool, shape), hnp.arrays(bool, shape))
)
LABEL_PAIRS = hnp.array_shapes(min_dims=3, max_dims=3, max_side=6).flatmap(
    lambda shape: st.tuples(*[hnp.arrays(np.uint8, shape, elements=st.integers(0, 3))] * 2)
)


def _plain_dice(reference: Mask, prediction: Mask) -> float:
    """Voxel by voxel, with Python's own numbers."""
    both = one = other = 0
    for a, b in zip(reference.ravel().tolist(), prediction.ravel().tolist(), strict=True):
        both, one, other = both + (a and b), one + a, other + b
    return 2 * both / (one + other) if one + other else math.nan


def _map(
    voxels: NDArray[np.integer],
    *,
    spacing: tuple[float, float, float] = (1.0, 1.0, 1.0),
    direction: Matrix = IDENTITY,
    has_scale: bool = True,
    has_orientation: bool = True,
    labels: dict[int, Label] | None = None,
    name: str = "mask",
) -> LabelMap:
    z, y, x = voxels.shape
    geometry = Geometry(
        (x, y, z),
        spacing_xyz_mm=spacing,
        direction=direction,
        has_scale=has_scale,
        has_orientation=has_orientation,
    )
    return LabelMap(
        voxels.astype(np.uint8), geometry, name, dict(DEFAULT_LABELS if labels is None else labels)
    )


def _ball(shape: tuple[int, int, int], centre: tuple[int, int, int], radius: float) -> Mask:
    grids = np.ogrid[tuple(slice(0, n) for n in shape)]
    return sum((g - c) ** 2 for g, c in zip(grids, centre, strict=True)) <= radius**2


def _score(evaluated: Evaluated, name: str) -> RegionScore:
    return next(score for score in evaluated.scores if score.region.name == name)


# --- Dice as a number --------------------------------------------------------------------------


@given(PAIRS)
@settings(deadline=None)
def test_dice_is_the_plain_one(pair: tuple[Mask, Mask]) -> None:
    found, expected = dice(*pair), _plain_dice(*pair)
    assert found == pytest.approx(expected, abs=1e-12, nan_ok=True)


@given(PAIRS)
@settings(deadline=None)
def test_dice_and_iou_are_symmetric_in_range_and_tied(pair: tuple[Mask, Mask]) -> None:
    first, second = pair
    for metric in (dice, iou):
        one, other = metric(first, second), metric(second, first)
        assert one == other or (math.isnan(one) and math.isnan(other))
        assert math.isnan(one) or 0 <= one <= 1
    ratio = iou(first, second)
    assert dice(first, second) == pytest.approx(2 * ratio / (1 + ratio), abs=1e-12, nan_ok=True)
    overlap, turned = Overlap.of(first, second), Overlap.of(second, first)
    assert overlap.sensitivity == pytest.approx(turned.precision, nan_ok=True)


@given(MASKS)
def test_a_mask_agrees_with_itself_and_never_with_its_opposite(mask: Mask) -> None:
    assert dice(mask, mask) == (1.0 if mask.any() else pytest.approx(math.nan, nan_ok=True))
    assert dice(mask, ~mask) == 0.0


@pytest.mark.parametrize(
    ("reference", "prediction", "expected"),
    [
        (0, 0, {"dice": None, "iou": None, "sensitivity": None, "precision": None}),
        (0, 1, {"dice": 0, "iou": 0, "sensitivity": None, "precision": 0}),
        (1, 0, {"dice": 0, "iou": 0, "sensitivity": 0, "precision": None}),
        (1, 1, {"dice": 1, "iou": 1, "sensitivity": 1, "precision": 1}),
    ],
)
def test_t11_truth_table_of_empty_masks(
    reference: int, prediction: int, expected: dict[str, float | None]
) -> None:
    """T11: number, slice and case alike; 0/0 is n/a, never a number."""
    truth, guess = (np.full((2, 3, 3), bool(v)) for v in (reference, prediction))
    overlap = Overlap.of(truth, guess)
    for name, known in expected.items():
        value = getattr(overlap, name)
        assert (None if math.isnan(value) else value) == known, name
    slices = dice_per_slice(2 * truth.astype(np.uint8), 2 * guess.astype(np.uint8), TUMOUR)
    assert slices.tolist() == pytest.approx([_or_nan(expected["dice"])] * 2, nan_ok=True)
    score = _score(score_case(_map(2 * truth), _map(2 * guess), "case"), "tumour")
    assert score.case_dice == expected["dice"]
    assert score.case_iou == expected["iou"]
    assert score.sensitivity == expected["sensitivity"]
    assert score.precision == expected["precision"]
    assert score.slice_dice_mean == expected["dice"]


def _or_nan(value: float | None) -> float:
    return math.nan if value is None else value


@pytest.mark.parametrize("metric", [dice, iou])
def test_other_shapes_are_refused_not_broadcast(metric: Callable[[Mask, Mask], float]) -> None:
    with pytest.raises(InputError, match=r"\(1, 3\).*\(2, 3\)"):
        metric(np.ones((2, 3), bool), np.ones((1, 3), bool))


# --- Dice per slice ----------------------------------------------------------------------------


@given(LABEL_PAIRS, st.sampled_from([(1, 2), (2,), (1, 3), (1, 2, 3), (3, 1), (5,)]))
@settings(deadline=None)
def test_slice_dice_is_the_plain_one(pair: tuple[Labels, Labels], values: tuple[int, ...]) -> None:
    reference, prediction = pair
    found = dice_per_slice(reference, prediction, Region("any", values, "#000000"))
    expected = [
        _plain_dice(np.isin(a, values), np.isin(b, values))
        for a, b in zip(reference, prediction, strict=True)
    ]
    assert found.tolist() == pytest.approx(expected, abs=1e-12, nan_ok=True)


@given(
    LABEL_PAIRS,
    st.permutations(range(3)),
    st.tuples(*[st.sampled_from([1, -1])] * 3),
    st.booleans(),
)
@settings(deadline=None)
def test_slice_dice_does_not_mind_how_arrays_lie_in_memory(
    pair: tuple[Labels, Labels], axes: list[int], steps: tuple[int, ...], both: bool
) -> None:
    turn = tuple(slice(None, None, step) for step in steps)
    first, second = (array.transpose(axes)[turn] for array in pair)
    straight = [np.ascontiguousarray(array) for array in (first, second)]
    expected = dice_per_slice(straight[0], straight[1], LIVER)
    found = dice_per_slice(first, second if both else straight[1], LIVER)
    np.testing.assert_array_equal(found, expected)


def test_slice_dice_leaves_masks_alone_and_counts_highest_labels() -> None:
    labels = np.array([[[0, 255, 1, 2]]], np.uint8)
    before = labels.copy()
    assert dice_per_slice(labels, labels, Region("all", (255,), "#000000")).tolist() == [1.0]
    assert np.array_equal(labels, before)


# --- balls -------------------------------------------------------------------------------------


def test_a_ball_shifted_by_one_voxel() -> None:
    """The voxels two shifted balls share can be counted on the ball itself."""
    ball = _ball((24, 24, 24), (12, 12, 12), 7)
    moved = np.roll(ball, 1, axis=2)
    lost = int(np.count_nonzero(ball & ~np.roll(ball, 1, axis=2)))
    size = int(np.count_nonzero(ball))
    assert lost == int(ball.any(axis=2).sum())  # one voxel a row
    score = _score(score_case(_map(2 * ball), _map(2 * moved), "ball"), "tumour")
    assert score.case_dice == pytest.approx(1 - lost / size, abs=1e-12)
    assert score.sensitivity == score.precision == score.case_dice
    known = score.dice_per_slice[~np.isnan(score.dice_per_slice)]
    assert len(known) == 15
    assert score.slice_dice_mean == pytest.approx(known.mean())
    assert score.slice_dice_mean < score.case_dice  # small slices weigh as much as large ones
    assert [lesion.kind for lesion in score.lesions] == ["found"]


def test_volumes_follow_spacing_and_dice_does_not() -> None:
    ball = 2 * _ball((12, 12, 12), (6, 6, 6), 4)
    small, large = (
        _score(
            score_case(_map(ball, spacing=s), _map(np.roll(ball, 1, 0), spacing=s), "case"),
            "tumour",
        )
        for s in ((1.0, 1.0, 1.0), (0.5, 0.8, 5.0))
    )
    assert small.case_dice == large.case_dice
    assert small.reference_ml == pytest.approx(np.count_nonzero(ball) / 1000)
    assert large.reference_ml == pytest.approx(2 * np.count_nonzero(ball) / 1000)
    assert large.lesions[0].volume_ml == pytest.approx(large.reference_ml)


def test_without_a_scale_there_are_no_millilitres() -> None:
    """G1."""
    ball = _map(2 * _ball((8, 8, 8), (4, 4, 4), 3), has_scale=False)
    score = _score(score_case(ball, ball, "case"), "tumour")
    assert score.reference_ml is score.prediction_ml is score.lesions[0].volume_ml is None
    assert score.case_dice == 1.0


def test_liver_counts_tumour_in() -> None:
    reference = np.zeros((1, 4, 4), np.uint8)
    reference[0, :2] = 1
    reference[0, 0, 0] = 2
    prediction = np.minimum(reference, 1)  # the liver is right, the tumour missed
    evaluated = score_case(_map(reference), _map(prediction), "case")
    assert _score(evaluated, "liver").case_dice == 1.0
    assert _score(evaluated, "tumour").case_dice == 0.0
    assert [s.region.title for s in evaluated.scores] == ["liver (with tumour)", "tumour"]


def test_slices_count_from_the_feet_whatever_the_file_order() -> None:
    """I2: a mask stored head first has its scores turned round."""
    voxels = np.zeros((5, 4, 4), np.uint8)
    voxels[1] = 2
    head_first = _map(voxels, direction=(1, 0, 0, 0, 1, 0, 0, 0, -1))
    score = _score(score_case(head_first, head_first, "case"), "tumour")
    assert np.flatnonzero(~np.isnan(score.dice_per_slice)).tolist() == [3]
    assert score.lesions[0].slices == (3, 3)


# --- lesions -----------------------------------------------------------------------------------


def test_found_missed_and_false_lesions() -> None:
    reference = np.zeros((20, 30, 30), np.uint8)
    reference[2:5, 2:6, 2:6] = 2  # found by one voxel
    reference[10:14, 20:25, 20:25] = 2  # missed
    prediction = np.zeros_like(reference)
    prediction[4:7, 5:9, 5:9] = 2
    prediction[16:18, 3:5, 20:22] = 2  # false
    score = _score(score_case(_map(reference), _map(prediction), "case"), "tumour")
    assert [(x.kind, x.voxels, x.slices) for x in score.lesions] == [
        ("found", 48, (2, 4)),
        ("missed", 100, (10, 13)),
        ("false", 8, (16, 17)),
    ]
    canonical = {"found": reference, "missed": reference, "false": prediction}
    for lesion in score.lesions:
        assert canonical[lesion.kind][lesion.index_zyx] == 2
    assert _score(score_case(_map(reference), _map(prediction), "c"), "liver").lesions == ()


def test_touching_at_a_corner_is_one_lesion() -> None:
    voxels = np.zeros((4, 4, 4), np.uint8)
    voxels[0, 0, 0] = voxels[1, 1, 1] = voxels[3, 3, 3] = 2
    score = _score(score_case(_map(voxels), _map(voxels), "case"), "tumour")
    assert [x.voxels for x in score.lesions] == [2, 1]


def test_two_lesions_under_one_prediction_are_both_found() -> None:
    reference = np.zeros((1, 3, 9), np.uint8)
    reference[0, 1, [1, 7]] = 2
    prediction = np.zeros_like(reference)
    prediction[0, 1, 1:8] = 2
    score = _score(score_case(_map(reference), _map(prediction), "case"), "tumour")
    assert [x.kind for x in score.lesions] == ["found", "found"]


def test_a_lesions_voxel_lies_inside_it_on_its_largest_slice() -> None:
    ring = np.zeros((3, 9, 9), np.uint8)
    ring[1, 1:8, 1:8] = 2
    ring[1, 3:6, 3:6] = 0  # the middle of the ring is not lesion
    ring[0, 1, 1] = 2
    lesion = _score(score_case(_map(ring), _map(ring), "case"), "tumour").lesions[0]
    assert lesion.index_zyx[0] == 1
    assert ring[lesion.index_zyx] == 2


@given(LABEL_PAIRS)
@settings(deadline=None)
def test_every_lesion_voxel_is_counted_once(pair: tuple[Labels, Labels]) -> None:
    reference, prediction = pair
    score = _score(score_case(_map(reference % 3), _map(prediction % 3), "case"), "tumour")
    known = sum(x.voxels for x in score.lesions if x.kind != "false")
    assert known == np.count_nonzero(reference % 3 == 2)
    if score.case_dice:
        assert any(x.kind == "found" for x in score.lesions)


# --- what cannot be compared, and what must be said -----------------------------------------------


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"size_xyz": (4, 4, 3)}, "size 4 x 4 x 4 against 4 x 4 x 3 voxels"),
        ({"spacing_xyz_mm": (1.0, 1.0, 2.0)}, "spacing 1 / 1 / 1 against 1 / 1 / 2 mm"),
        ({"origin_xyz_mm": (0.0, 0.0, 1.0)}, "origin"),
        ({"direction": (-1, 0, 0, 0, 1, 0, 0, 0, 1)}, "origin"),
        ({"direction": (0.96, -0.28, 0, 0.28, 0.96, 0, 0, 0, 1)}, "direction"),
    ],
)
def test_g25_another_grid_is_refused_and_named(changes: dict[str, object], words: str) -> None:
    """G25."""
    reference = _map(np.ones((4, 4, 4)), name="truth.nii.gz")
    geometry = dataclasses.replace(reference.geometry, **changes)
    other = LabelMap(np.ones(geometry.shape_zyx, np.uint8), geometry, "guess.nii.gz")
    with pytest.raises(InputError) as caught:
        score_case(reference, other, "case")
    assert words in str(caught.value)
    assert str(caught.value).startswith("guess.nii.gz does not lie on the grid of truth.nii.gz")


def test_the_same_grid_in_another_axis_order_is_the_same_grid() -> None:
    rng = np.random.default_rng(0)
    straight = _map(rng.integers(0, 3, (4, 5, 6)))
    turned = LabelMap(
        np.ascontiguousarray(straight.voxels[:, ::-1].transpose(2, 0, 1)),
        Geometry(
            (5, 4, 6),
            origin_xyz_mm=(0.0, 4.0, 0.0),
            direction=(0, 0, 1, -1, 0, 0, 0, 1, 0),
        ),
        "turned",
    )
    assert np.array_equal(turned.canonical, straight.canonical)
    for score in score_case(straight, turned, "case").scores:
        assert score.case_dice == 1.0
        assert np.nanmin(score.dice_per_slice) == 1.0


def test_pictures_without_orientation_are_compared_as_they_lie() -> None:
    voxels = np.zeros((3, 4, 4))
    voxels[0, 0, 0] = 2
    known = _map(voxels, direction=(-1, 0, 0, 0, -1, 0, 0, 0, 1))
    unknown = _map(voxels, has_orientation=False)
    for pair in ((known, unknown), (unknown, known), (unknown, unknown)):
        assert _score(score_case(*pair, "case"), "tumour").case_dice == 1.0


def test_m7_labels_are_matched_by_name() -> None:
    """M7."""
    voxels = np.zeros((1, 4, 4), np.uint8)
    voxels[0, :2] = 1
    voxels[0, 0, 0] = 2
    swapped = _map(
        np.array([0, 2, 1], np.uint8)[voxels],
        labels={1: Label(1, "tumour", "#1"), 2: Label(2, "liver", "#2")},
    )
    evaluated = score_case(_map(voxels), swapped, "case")
    assert [s.case_dice for s in evaluated.scores] == [1.0, 1.0]
    assert "Liver is 1 in the reference and 2 in the prediction." in evaluated.notices


def test_another_name_for_the_same_value_is_said() -> None:
    voxels = 2 * np.ones((1, 2, 2))
    other = _map(voxels, labels={2: Label(2, "metastasis", "#1")})
    evaluated = score_case(_map(voxels, labels={2: label_for(2)}), other, "case")
    assert evaluated.scores[0].case_dice == 1.0
    assert any("metastasis" in notice for notice in evaluated.notices)


def test_a_label_only_one_side_has_is_said() -> None:
    reference = np.zeros((1, 4, 4), np.uint8)
    reference[0, 0] = 1
    prediction = np.zeros_like(reference)
    prediction[0, 1] = 2
    evaluated = score_case(
        _map(reference, labels={1: label_for(1)}),
        _map(prediction, labels={2: label_for(2)}),
        "case",
    )
    assert evaluated.scores == ()
    assert evaluated.notices == (
        "The prediction knows no liver, which is therefore not scored.",
        "The reference knows no tumour, which is therefore not scored.",
    )


def test_a_mask_compared_with_itself_is_said() -> None:
    mask = dataclasses.replace(_map(np.ones((1, 2, 2))), sha256="ab")
    assert "Reference and prediction are the same file." in score_case(mask, mask, "c").notices
    assert score_case(_map(np.ones((1, 2, 2))), mask, "c").notices == ()


def _liver_and_tumour() -> tuple[LabelMap, NDArray[np.uint8]]:
    voxels = np.zeros((2, 6, 6), np.uint8)
    voxels[:, :4] = 1
    voxels[:, 1] = 2
    return _map(voxels), np.where(voxels == 2, voxels, 0).astype(np.uint8)


@pytest.mark.parametrize("value", [1, 2])
def test_a_model_of_tumours_alone_gets_no_liver_score(value: int) -> None:
    reference, tumours = _liver_and_tumour()
    labels = {value: Label(value, "tumour", "#1")}
    evaluated = score_case(reference, _map((tumours > 0) * value, labels=labels), "case")
    assert [(s.region.name, s.case_dice) for s in evaluated.scores] == [("tumour", 1.0)]
    assert "The prediction knows no liver, which is therefore not scored." in evaluated.notices


def test_a_file_that_cannot_say_whether_its_model_knows_livers_is_doubted() -> None:
    reference, tumours = _liver_and_tumour()
    prediction = dataclasses.replace(_map(tumours), path=Path("tumours.nii.gz"))
    assert score_case(reference, prediction, "case").notices == (
        "The prediction holds no liver; if its model does not look for it, ignore that score.",
    )
    whole = dataclasses.replace(reference, path=Path("whole.nii.gz"))
    assert score_case(reference, whole, "case").notices == ()
