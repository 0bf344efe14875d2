"""Means, confidence intervals, groups of lesions, and what is said about them."""

from dataclasses import replace

import numpy as np
import pytest
from scipy import stats

from unet_core.evaluation.bootstrap import RESAMPLES
from unet_core.evaluation.export import evaluation_json, summary_csv
from unet_core.evaluation.human_band import human_bands
from unet_core.evaluation.lesion_errors import lesion_errors, sentences_on
from unet_core.evaluation.summary import mean_of, summarise
from unet_core.events import Skipped
from unet_core.scores import Evaluated, LesionScore, RegionScore, f1_of
from unet_core.volume import Region

TUMOUR = Region("tumour", (2,), "#ff0000")


def lesion(kind: str, mm: float, ml: float, dice: float = 0.0, hu: float = -30.0) -> LesionScore:
    return LesionScore(
        kind=kind,
        voxels=round(ml * 100),
        volume_ml=ml,
        slices=(3, 5),
        index_zyx=(4, 10, 11),
        diameter_mm=mm,
        contrast_hu=hu,
        dice=dice,
        wrong_ml=ml * (1 - dice),
        worst_zyx=(5, 10, 11),
        box=((3, 8, 9), (5, 12, 13)),
    )


def case(
    name: str, dice: float | None, *lesions: LesionScore, person: str | None = None, right: int = 0
) -> Evaluated:
    score = RegionScore(
        region=TUMOUR,
        case_dice=dice,
        case_iou=None,
        sensitivity=None,
        precision=None,
        slice_dice_mean=None,
        dice_per_slice=np.array([np.nan, 0.5]),
        reference_voxels=10,
        prediction_voxels=9,
        reference_ml=1.0,
        prediction_ml=0.9,
        lesions=lesions,
        true_predictions=right,
    )
    return Evaluated(name, (score,), (), person)


# --- intervals ---------------------------------------------------------------------------------


def test_intervals_are_those_of_scipy() -> None:
    values = np.random.default_rng(3).beta(5, 2, 30)
    ours = mean_of([(str(n), v) for n, v in enumerate(values)])
    theirs = stats.bootstrap(
        (values,), np.mean, n_resamples=RESAMPLES, method="percentile", rng=1
    ).confidence_interval
    assert ours.value == pytest.approx(values.mean(), abs=1e-12)
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=4e-3)


def test_persons_are_drawn_with_all_their_scans() -> None:
    """Ten scans of each of four persons tell no more than four scans: the interval is as wide."""
    means = {"a": 0.5, "b": 0.7, "c": 0.8, "d": 0.95}
    few = mean_of(list(means.items()))
    many = mean_of([(name, value) for name, value in means.items() for _ in range(10)])
    alone = mean_of([(f"{name}{n}", v) for name, v in means.items() for n in range(10)])
    assert (many.low, many.high) == pytest.approx((few.low, few.high))
    assert (many.cases, many.persons) == (40, 4)
    assert alone.high is not None
    assert alone.low is not None
    assert many.high is not None
    assert many.low is not None
    assert alone.high - alone.low < (many.high - many.low) / 2


def test_one_person_has_no_interval_and_nothing_is_no_number() -> None:
    one = mean_of([("a", 0.5), ("a", 0.7)])
    assert (one.value, one.low, one.high, one.median) == (0.6, None, None, 0.6)
    nothing = mean_of([], not_counted=3)
    assert (nothing.value, nothing.cases, nothing.not_counted) == (None, 0, 3)


def test_n_a_is_counted_in_no_mean() -> None:
    """T11."""
    summary = summarise([case("1", 0.8), case("2", None), case("3", 0.6)])
    dice = summary.regions[0].estimates["dice"]
    assert (dice.value, dice.cases, dice.not_counted) == (pytest.approx(0.7), 2, 1)


# --- lesions -----------------------------------------------------------------------------------

CASES = (
    case("1", 0.8, lesion("found", 25, 4.0, 0.9), lesion("missed", 6, 0.2, hu=-8), right=1),
    case("2", 0.5, lesion("found", 14, 1.0, 0.4), lesion("missed", 8, 0.3, hu=-12), right=2),
    case("3", None, lesion("false", 5, 0.1), person="2"),
)


def test_lesions_are_pooled_over_all_cases() -> None:
    summary = summarise(CASES)
    lesions = summary.regions[0].lesions
    assert lesions["recall"].value == pytest.approx(2 / 4)
    assert lesions["precision"].value == pytest.approx(3 / 4)
    assert lesions["f1"].value == pytest.approx(f1_of(2 / 4, 3 / 4))
    assert (summary.cases, summary.persons) == (3, 2)


def test_groups_by_size_and_contrast() -> None:
    region = summarise(CASES).regions[0]
    found = [(g.title, g.found, g.missed, g.false) for g in region.by_size]
    assert found == [
        ("under 10 mm", 0, 2, 1),
        ("10 to 20 mm", 1, 0, 0),
        ("20 mm and more", 1, 0, 0),
    ]
    assert region.by_size[0].recall.value == 0
    assert region.by_size[2].dice.value == pytest.approx(0.9)
    assert [(g.found, g.missed) for g in region.by_contrast[:2]] == [(0, 2), (2, 0)]


def test_the_worst_lesion_comes_first_and_words_tell_what_stands_out() -> None:
    errors = lesion_errors(CASES)
    assert [(e.kind, e.harm_ml) for e in errors] == [
        ("outline", pytest.approx(0.6)),
        ("missed", pytest.approx(0.3)),
        ("missed", pytest.approx(0.2)),
        ("false", pytest.approx(0.1)),
        ("good", pytest.approx(0.4)),
    ]
    assert errors[0].index_zyx == (5, 10, 11)
    assert sentences_on(errors) == (
        "2 of 4 lesions were missed: all are below 10 mm.",
        "2 of 2 misses differ from the liver by less than 20 HU: they are faint.",
        "1 false alarm, none known to be 10 mm or more across.",
    )


def test_large_misses_are_said_to_be_large() -> None:
    large = case("4", 0.1, lesion("missed", 31, 9.0), lesion("found", 40, 20.0, 0.9), right=1)
    (first, *_) = sentences_on(lesion_errors([large]))
    assert first == "1 of 2 lesions were missed, up to 31 mm across: misses are not only small."


def test_lesions_without_a_scale_are_counted_apart() -> None:
    unknown = replace(lesion("missed", 6, 0.2), diameter_mm=None, volume_ml=None, wrong_ml=None)
    said = sentences_on(lesion_errors([*CASES, case("5", 0.0, unknown)]))
    assert said[0] == (
        "3 of 5 lesions were missed: all are below 10 mm (another 1 in scans without a scale)."
    )


# --- readers and files -------------------------------------------------------------------------


def test_two_readers_get_symmetric_numbers_only() -> None:
    summary = summarise(CASES, is_symmetric=True)
    region = summary.regions[0]
    assert "dice" in region.estimates
    assert not {"sensitivity", "precision", "volume_error"} & set(region.estimates)
    assert set(region.lesions) == {"f1"}
    (band,) = human_bands(CASES)
    assert (band.region, band.cases, band.median) == ("tumour", 2, pytest.approx(0.65))
    assert evaluation_json(CASES, summary)["human_bands"] == [band.to_json()]


def test_a_summary_as_files() -> None:
    summary = summarise(CASES, skipped=1)
    values = evaluation_json(CASES, summary, [Skipped("09 is not scored: it is empty.", "09")])
    assert values["summary"]["regions"][0]["lesions"]["recall"]["value"] == 0.5
    assert set(values["rules"]) >= {"empty", "surface", "lesions", "intervals", "harm"}
    assert values["skipped"] == ["09 is not scored: it is empty."]
    assert values["skipped_cases"] == ["09"]
    lines = summary_csv(summary).splitlines()
    assert lines[0].startswith('"region","measure","unit","group","value","low","high"')
    assert any('"lesion_recall","","under 10 mm"' in line for line in lines)
