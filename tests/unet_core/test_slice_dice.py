"""Counts slice by slice against a plain implementation; one edited slice counted anew."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from unet_core.errors import InputError
from unet_core.evaluation.scoring import score_case
from unet_core.metrics import dice_per_slice
from unet_core.slice_dice import (
    BOTH,
    PREDICTION,
    REFERENCE,
    Counts,
    RegionPair,
    SliceOverlap,
    count_slices,
    dice_of,
    matched_labels,
    on_one_grid,
    region_pairs,
)
from unet_core.volume import (
    DEFAULT_LABELS,
    Geometry,
    Label,
    LabelMap,
    Labels,
    Region,
    regions_of,
)

PAIRS = tuple(RegionPair(r, r.values, r.values) for r in regions_of(DEFAULT_LABELS))
SHAPES = st.tuples(st.integers(1, 4), st.integers(1, 9), st.integers(1, 11))
LABEL_PAIRS = SHAPES.flatmap(
    lambda shape: st.tuples(
        *[hnp.arrays(np.uint8, shape, elements=st.sampled_from((0, 1, 2, 7)))] * 2
    )
)
SOME_VALUES = st.lists(st.integers(0, 8), max_size=4).map(tuple)


def _plain(reference: Labels, prediction: Labels, pair: RegionPair) -> list[list[int]]:
    """Voxel by voxel, with Python's own numbers."""
    counts = []
    for truth, guess in zip(reference.tolist(), prediction.tolist(), strict=True):
        ours = [v in pair.reference and v > 0 for row in truth for v in row]
        theirs = [v in pair.prediction and v > 0 for row in guess for v in row]
        both = sum(a and b for a, b in zip(ours, theirs, strict=True))
        counts.append([both, sum(ours), sum(theirs)])
    return counts


def _region(values: tuple[int, ...], there: tuple[int, ...] | None = None) -> RegionPair:
    return RegionPair(Region("any", values, "#000000"), values, values if there is None else there)


def _map(voxels: Labels, labels: dict[int, Label], **more: object) -> LabelMap:
    z, y, x = voxels.shape
    return LabelMap(voxels, Geometry((x, y, z)), "mask", labels, **more)


def _random(shape: tuple[int, int, int], seed: int = 0) -> Labels:
    return np.random.default_rng(seed).integers(0, 3, shape, dtype=np.uint8)


@given(LABEL_PAIRS, SOME_VALUES, SOME_VALUES)
@settings(deadline=None)
def test_counts_are_the_plain_ones(
    masks: tuple[Labels, Labels], values: tuple[int, ...], others: tuple[int, ...]
) -> None:
    pairs = (_region(values, others), _region((1, 2)), _region((2,)))

    counts = count_slices(*masks, pairs)

    for number, pair in enumerate(pairs):
        assert counts[:, number].tolist() == _plain(*masks, pair)


@given(LABEL_PAIRS)
@settings(deadline=None)
def test_the_dice_of_every_slice_is_that_of_the_metrics(masks: tuple[Labels, Labels]) -> None:
    overlap = SliceOverlap.of(*masks, PAIRS)
    for number, pair in enumerate(PAIRS):
        np.testing.assert_array_equal(overlap.dice[:, number], dice_per_slice(*masks, pair.region))


@pytest.mark.parametrize("size", [1, 7, 8, 9, 63, 64, 65])
def test_labels_at_the_very_ends_of_a_slice_count(size: int) -> None:
    """The search for the stretch that holds labels goes by words of 8."""
    for place in {0, size // 2, size - 1}:
        labels = np.zeros((2, 1, size), np.uint8)
        labels[1, 0, place] = 1
        assert count_slices(labels, labels, (_region((1,)),))[:, 0].tolist() == [
            [0, 0, 0],
            [1, 1, 1],
        ]
        assert count_slices(labels, 0 * labels, (_region((1,)),))[1, 0].tolist() == [0, 1, 0]


@pytest.mark.hazard("T11")
def test_a_region_that_both_lack_is_na_and_one_that_one_has_is_zero() -> None:
    """T11."""
    reference = np.zeros((3, 4, 4), np.uint8)
    prediction = reference.copy()
    reference[1, 1, 1] = 1
    reference[2], prediction[2] = 1, 1

    overlap = SliceOverlap.of(reference, prediction, PAIRS)

    assert overlap.dice[:, 0].tolist()[1:] == [0.0, 1.0]
    assert np.isnan(overlap.dice[0, 0])
    assert np.isnan(overlap.dice[:, 1]).all()
    assert overlap.case_dice == (2 * 16 / 33, None)


def test_the_dice_of_a_case_counts_voxels_and_is_no_mean_of_slices() -> None:
    reference, prediction = _random((5, 9, 9)), _random((5, 9, 9), 1)
    reference[0] = 0

    overlap = SliceOverlap.of(reference, prediction, PAIRS)

    maps = [_map(v, dict(DEFAULT_LABELS)) for v in (reference, prediction)]
    scores = score_case(*maps, "case").scores
    assert overlap.case_dice == tuple(score.case_dice for score in scores)
    assert overlap.case_dice[0] != pytest.approx(np.nanmean(overlap.dice[:, 0]), abs=1e-3)


@pytest.mark.parametrize("turn", ["as it is", "transposed", "flipped", "every other"])
def test_counting_does_not_mind_how_arrays_lie_in_memory(turn: str) -> None:
    reference, prediction = _random((6, 20, 24)), _random((6, 20, 24), 1)
    views = {
        "as it is": lambda a: a,
        "transposed": lambda a: a.transpose(0, 2, 1),
        "flipped": lambda a: a[::-1, ::-1, ::-1],
        "every other": lambda a: a[:, ::2, ::3],
    }
    first, second = views[turn](reference), views[turn](prediction)

    found = count_slices(first, second, PAIRS)

    expected = count_slices(np.ascontiguousarray(first), np.ascontiguousarray(second), PAIRS)
    assert found.tolist() == expected.tolist()
    assert found[..., BOTH].sum() > 0


def test_one_edited_slice_is_counted_anew_alone() -> None:
    reference, prediction = _random((6, 8, 8)), _random((6, 8, 8), 1)
    before = SliceOverlap.of(reference, prediction, PAIRS)
    old: Counts = before.counts.copy()
    prediction[2] = reference[2]
    reference[4] = 0  # nobody says so

    after = before.recounted(reference, prediction, slice(2, 3))

    assert after.dice[2].tolist() == [1.0, 1.0]
    assert before.counts.tolist() == old.tolist(), "the counts before must stay"
    others = [0, 1, 3, 4, 5]
    assert after.counts[others].tolist() == old[others].tolist(), "looked at more than was edited"
    whole = before.recounted(reference, prediction, slice(None))
    assert whole.counts.tolist() == SliceOverlap.of(reference, prediction, PAIRS).counts.tolist()


def test_masks_of_different_shapes_are_refused() -> None:
    with pytest.raises(InputError, match="shape"):
        count_slices(_random((3, 4, 4)), _random((3, 4, 5)), PAIRS)


def test_dice_of_counts() -> None:
    counts = np.zeros((4, 3), np.int64)
    counts[:, REFERENCE], counts[:, PREDICTION] = (0, 2, 2, 3), (0, 0, 2, 1)
    counts[:, BOTH] = (0, 0, 2, 1)
    assert dice_of(counts)[1:].tolist() == [0.0, 1.0, 0.5]
    assert np.isnan(dice_of(counts)[0])


# --- which labels are compared -----------------------------------------------------------------


def _labels(**named: int) -> dict[int, Label]:
    return {value: Label(value, name, "#808080") for name, value in named.items()}


def test_labels_are_matched_by_name_then_by_value() -> None:
    voxels = _random((2, 3, 3))
    reference = _map(voxels, _labels(liver=1, tumour=2))
    assert matched_labels(reference, _map(voxels, _labels(tumour=1, liver=2))) == {1: 2, 2: 1}
    assert matched_labels(reference, _map(voxels, _labels(organ=1))) == {1: 1}
    assert matched_labels(reference, _map(voxels, _labels(tumour=1))) == {2: 1}
    assert matched_labels(reference, _map(voxels, {}), {2}) == {2: 2}


def test_a_region_knows_its_values_in_both_masks() -> None:
    voxels = _random((2, 3, 3))
    reference = _map(voxels, _labels(liver=1, tumour=2))
    pairs = region_pairs(reference, _map(voxels, _labels(tumour=1, liver=2)))
    assert [(p.region.name, p.reference, p.prediction) for p in pairs] == [
        ("liver", (1, 2), (2, 1)),
        ("tumour", (2,), (1,)),
    ]
    assert [p.region.name for p in region_pairs(reference, _map(voxels, _labels(tumour=2)))] == [
        "tumour"
    ]


def test_masks_of_different_grids_are_refused_by_name() -> None:
    with pytest.raises(InputError, match="does not lie on the grid"):
        on_one_grid(_map(_random((2, 3, 3)), {}), _map(_random((2, 3, 4)), {}))
