"""Post-processing is chosen where it pays, and its scores are those of what it leaves."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from unet_core.config import PredictConfig
from unet_core.lesions import lesions_of
from unet_core.metrics import dice
from unet_core.postprocess import clean
from unet_core.postprocess_choice import (
    NOTHING,
    Choice,
    Evidence,
    candidate_configs,
    choose,
    options_json,
)
from unet_core.volume import DEFAULT_LABELS, LIVER, TUMOUR, Labels, label_for, regions_of

Spoil = Callable[[Labels, int], None]


def _truth(number: int) -> Labels:
    """A liver with one tumour of 128 voxels and one of 12, in another place for each patient."""
    voxels = np.zeros((8, 40, 40), np.uint8)
    voxels[1:7, 4 : 24 + number, 4:24] = 1
    voxels[2:4, 8 + number : 16 + number, 8:16] = 2
    voxels[4, 6:9, 18:22] = 2
    return voxels


def _second_liver(voxels: Labels, number: int) -> None:
    voxels[2:5, 30:34, 30 : 34 + number] = 1


def _lone_tumour(voxels: Labels, number: int) -> None:
    voxels[2:5, 30:34, 30 : 34 + number] = 2


def _specks(voxels: Labels, number: int) -> None:
    """Eight voxels each, in the liver."""
    for row in (18, 21):
        voxels[5:7, row : row + 2, 5 + number : 7 + number] = 2


def _chosen(*spoils: Spoil, patients: int = 4) -> Choice:
    evidence = []
    for number in range(patients):
        drawn = _truth(number)
        for spoil in spoils:
            spoil(drawn, number)
        evidence.append(Evidence.of(_truth(number), drawn, DEFAULT_LABELS))
    return choose(evidence, DEFAULT_LABELS)


@pytest.mark.parametrize(
    ("spoils", "expected"),
    [
        ((), {}),
        ((_second_liver,), {"largest_liver": True}),
        ((_lone_tumour,), {"tumour_inside_liver": True}),
        ((_specks,), {"smallest_lesion": 10}),
        ((_second_liver, _specks), {"largest_liver": True, "smallest_lesion": 10}),
        ((_second_liver, _lone_tumour), None),
    ],
)
def test_just_what_helps_is_chosen(
    spoils: tuple[Spoil, ...], expected: dict[str, object] | None
) -> None:
    choice = _chosen(*spoils)
    assert choice.cases == 4
    by_config = {candidate.config: candidate for candidate in choice.candidates}
    gained = by_config[choice.config]
    if expected is not None:
        assert options_json(choice.config) == {**options_json(NOTHING), **expected}
    if spoils:
        assert gained.better == 4
        assert gained.worse == 0
        assert gained.dice["tumour"] == pytest.approx(1)
        assert gained.dice["liver"] == pytest.approx(1)
        before = by_config[NOTHING]
        assert before.dice["liver"] < 1 or before.dice["tumour"] < 1


def test_specks_that_are_mostly_true_lesions_stay() -> None:
    """Dice rises as a large false lump goes, but it is true lesions that are lost."""

    def many_true(voxels: Labels) -> None:
        for row in range(4, 24, 4):
            voxels[5, row, 4:13:4] = 2

    evidence = []
    for number in range(3):
        truth = _truth(number)
        many_true(truth)
        drawn = truth.copy()
        drawn[5, 21:24, 20:23] = 2  # nine voxels that are false, in one lump
        evidence.append(Evidence.of(truth, drawn, DEFAULT_LABELS))
    less = PredictConfig(largest_liver=False, tumour_inside_liver=False, smallest_lesion=10)
    for case in evidence:
        assert case.result(NOTHING).found - case.result(less).found == 15
        assert case.result(NOTHING).false - case.result(less).false == 1
    assert choose(evidence, DEFAULT_LABELS).config == NOTHING


def test_one_patient_helped_and_one_harmed_is_no_gain() -> None:
    """The second liver of one is the larger part of the liver of the other."""
    helped, harmed = _truth(0), _truth(1)
    drawn = [helped.copy(), harmed.copy()]
    _second_liver(drawn[0], 0)
    drawn[1][:, 14:16] = 0
    evidence = [
        Evidence.of(truth, guess, DEFAULT_LABELS)
        for truth, guess in zip((helped, harmed), drawn, strict=True)
    ]
    assert choose(evidence, DEFAULT_LABELS).config == NOTHING


def test_a_patient_rightly_left_without_tumour_counts() -> None:
    """From 0 to n/a: no mean says so, the comparison does."""
    truth = np.minimum(_truth(0), 1)
    drawn = truth.copy()
    _specks(drawn, 0)
    choice = choose([Evidence.of(truth, drawn, DEFAULT_LABELS)], DEFAULT_LABELS)
    assert choice.config.smallest_lesion == 10
    by_config = {candidate.config: candidate for candidate in choice.candidates}
    assert by_config[NOTHING].dice["tumour"] == 0
    assert by_config[choice.config].dice["tumour"] is None


def test_only_options_about_labels_that_are_learned_are_tried() -> None:
    assert len(candidate_configs(DEFAULT_LABELS)) == 24
    assert len(candidate_configs({1: LIVER})) == 2
    assert len(candidate_configs({2: TUMOUR})) == 6
    assert candidate_configs({7: label_for(7)}) == (NOTHING,)
    empty = np.zeros((2, 3, 3), np.uint8)
    evidence = Evidence.of(empty, empty, {7: label_for(7)})
    assert choose([evidence], {7: label_for(7)}).config == NOTHING


def test_a_reference_may_hold_more_than_was_learned() -> None:
    """A network for the liver draws tumours as liver, and that is right."""
    truth = _truth(0)
    evidence = Evidence.of(truth, np.minimum(truth, 1), {1: LIVER}, DEFAULT_LABELS)
    assert evidence.result(NOTHING).dice == {"liver": 1.0}


_ARRAYS = hnp.arrays(np.uint8, (2, 5, 7), elements=st.sampled_from([0, 0, 0, 1, 2]))


@given(_ARRAYS, _ARRAYS, st.sampled_from(candidate_configs(DEFAULT_LABELS)))
@settings(deadline=None, max_examples=80)
def test_scores_from_counts_are_those_of_the_cleaned_mask(
    truth: Labels, drawn: Labels, config: PredictConfig
) -> None:
    result = Evidence.of(truth, drawn, DEFAULT_LABELS).result(config)
    cleaned = clean(drawn, DEFAULT_LABELS, config)
    for region in regions_of(DEFAULT_LABELS):
        expected = dice(region.mask(truth), region.mask(cleaned))
        found = result.dice[region.name]
        assert found == pytest.approx(expected) or (math.isnan(found) and math.isnan(expected))
    kinds = [lesion.kind for lesion in lesions_of(truth == 2, cleaned == 2, None)]
    assert (result.found, result.missed, result.false) == (
        kinds.count("found"),
        kinds.count("missed"),
        kinds.count("false"),
    )
    swapped = [lesion.kind for lesion in lesions_of(cleaned == 2, truth == 2, None)]
    assert result.true == swapped.count("found")
