"""Two masks, two files, two folders; and what is written about them."""

import contextlib
import csv
import dataclasses
import io
import json
import math
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from unet_core.errors import InputError
from unet_core.evaluation.export import COLUMNS, to_csv, to_json
from unet_core.evaluation.folders import Options, evaluate, evaluate_paths
from unet_core.events import Evaluated, Event, Notice, Progress, Skipped, Summarised
from unet_core.io import save_now
from unet_core.lesions import LESION_RULE
from unet_core.metrics import EMPTY_RULE
from unet_core.volume import DEFAULT_LABELS, Geometry, LabelMap, Volume, label_for

GEOMETRY = Geometry((12, 10, 6), (0.5, 0.5, 4.0))


def _mask(shift: int = 0, name: str = "reference") -> LabelMap:
    """A liver with two tumours; moved along x by ``shift`` the second one is missed."""
    voxels = np.zeros((6, 10, 12), np.uint8)
    voxels[1:5, 1:9, 1:11] = 1
    voxels[2:4, 2:5, 2:6] = 2
    if not shift:
        voxels[3, 7, 9] = 2
    return LabelMap(np.roll(voxels, shift, axis=2), GEOMETRY, name)


def _evaluated(shift: int = 1) -> Evaluated:
    *progress, last = evaluate(_mask(), _mask(shift, "prediction"))
    assert all(isinstance(event, Progress) for event in progress)
    assert isinstance(last, Evaluated)
    return last


def _save(folder: Path, *names: str, shift: int = 0) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        save_now(_mask(shift), folder / name)
    return folder


def _split(events: list[Event]) -> tuple[dict[str, Evaluated], list[str]]:
    scored = {e.case_id: e for e in events if isinstance(e, Evaluated)}
    return scored, [e.text for e in events if isinstance(e, Notice)]


# --- masks and files ---------------------------------------------------------------------------


def test_masks_in_memory() -> None:
    evaluated = _evaluated()
    liver, tumour = evaluated.scores
    assert evaluated.case_id == "reference"
    assert liver.case_dice == pytest.approx(0.9)
    assert tumour.case_dice == pytest.approx(2 * 18 / (25 + 24))
    assert [x.kind for x in tumour.lesions] == ["found", "missed"]


def test_two_files(tmp_path: Path) -> None:
    truth = save_now(_mask(), tmp_path / "truth.nii.gz")
    guess = save_now(_mask(1), tmp_path / "guess.nrrd")
    scored, notices = _split(list(evaluate_paths(truth, guess)))
    assert notices == []
    assert [s.case_dice for s in scored["truth"].scores] == [
        s.case_dice for s in _evaluated().scores
    ]


def test_files_on_other_grids_are_refused(tmp_path: Path) -> None:
    """G25."""
    truth = save_now(_mask(), tmp_path / "truth.nii.gz")
    moved = dataclasses.replace(
        _mask(), geometry=dataclasses.replace(GEOMETRY, origin_xyz_mm=(0, 0, 9))
    )
    guess = save_now(moved, tmp_path / "guess.nii.gz")
    with pytest.raises(InputError, match=r"^guess.nii.gz does not lie on the grid of truth.nii.gz"):
        list(evaluate_paths(truth, guess))


def test_a_file_against_a_folder_is_refused(tmp_path: Path) -> None:
    truth = save_now(_mask(), tmp_path / "truth.nii.gz")
    with pytest.raises(InputError, match="is a folder and the other is none"):
        list(evaluate_paths(truth, _save(tmp_path / "guesses", "a.nii.gz")))
    with pytest.raises(InputError, match=r"^missing\.nii\.gz "):
        list(evaluate_paths(truth, tmp_path / "missing.nii.gz"))


# --- folders -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("references", "predictions"),
    [
        (["a.nii.gz", "b.nii.gz"], ["a.nii.gz", "b.nii.gz"]),
        (["a.nii.gz", "b.nii.gz"], ["b-mask.nrrd", "a-mask.nrrd"]),
        (["segmentation-2.nii.gz", "segmentation-10.nii.gz"], ["volume-10.nii.gz", "2.nii.gz"]),
        (["segmentation-02.nii.gz", "segmentation-10.nii.gz"], ["net 2 p.mha", "net 10 p.mha"]),
    ],
)
def test_folders_are_matched_by_name_or_number(
    tmp_path: Path, references: list[str], predictions: list[str]
) -> None:
    truths = _save(tmp_path / "truths", *references)
    guesses = _save(tmp_path / "guesses", *predictions, shift=1)
    scored, notices = _split(list(evaluate_paths(truths, guesses)))
    assert list(scored) == [name.removesuffix(".nii.gz") for name in references]
    assert notices == []
    assert all(s.scores[0].case_dice == pytest.approx(0.9) for s in scored.values())


def test_what_has_no_partner_is_named(tmp_path: Path) -> None:
    """M5."""
    truths = _save(tmp_path / "truths", "case-1.nii.gz", "case-2.nii.gz")
    guesses = _save(tmp_path / "guesses", "case-2.nii.gz", "case-3.nii.gz")
    scored, notices = _split(list(evaluate_paths(truths, guesses)))
    assert list(scored) == ["case-2"]
    assert notices == [
        "The reference case-1.nii.gz has no prediction and is not scored.",
        "The prediction case-3.nii.gz has no reference and is not scored.",
    ]


def test_two_files_of_one_number_are_not_guessed_between(tmp_path: Path) -> None:
    truths = _save(tmp_path / "truths", "a-1.nii.gz", "z-2.nii.gz")
    guesses = _save(tmp_path / "guesses", "x-1.nii.gz", "y-1.nii.gz", "z-2.nii.gz")
    scored, notices = _split(list(evaluate_paths(truths, guesses)))
    assert list(scored) == ["z-2"]
    assert len(notices) == 3


def test_one_bad_pair_does_not_keep_the_others(tmp_path: Path) -> None:
    truths = _save(tmp_path / "truths", "1.nii.gz", "2.nii.gz", "3.nii.gz")
    guesses = _save(tmp_path / "guesses", "1.nii.gz", "2.nii.gz", "3.nii.gz")
    (guesses / "2.nii.gz").write_bytes((guesses / "2.nii.gz").read_bytes()[:-20])
    small = LabelMap(np.ones((2, 3, 4), np.uint8), Geometry((4, 3, 2)), "small")
    save_now(small, guesses / "3.nii.gz", overwrite=True)
    scored, notices = _split(list(evaluate_paths(truths, guesses)))
    assert list(scored) == ["1"]
    assert notices[0].startswith("2 is not scored: 2.nii.gz ")
    assert notices[1].startswith("3 is not scored: 3.nii.gz does not lie on the grid")


def test_nothing_to_compare_is_an_error(tmp_path: Path) -> None:
    truths, guesses = (
        _save(tmp_path / "truths", "a.nii.gz"),
        _save(tmp_path / "guesses", "b.nii.gz"),
    )
    with pytest.raises(InputError, match=r"^guesses holds nothing .* with truths"):
        list(evaluate_paths(truths, guesses))


def test_scans_beside_masks_are_not_taken_for_masks(tmp_path: Path) -> None:
    truths = _save(tmp_path / "data", "segmentation-00.nii.gz", "segmentation-01.nii.gz")
    scan = np.linspace(-1000, 1000, 720).reshape(6, 10, 12).astype(np.int16)
    for number in ("00", "01"):
        save_now(Volume(scan, GEOMETRY, "scan"), truths / f"volume-{number}.nii.gz")
    guesses = _save(tmp_path / "guesses", "segmentation-00.nii.gz", "segmentation-01.nii.gz")
    scored, notices = _split(list(evaluate_paths(truths, guesses)))
    assert len(scored) == 2
    assert notices == []


def test_grey_levels_of_pictures_mean_the_same_in_every_case(tmp_path: Path) -> None:
    """M2: 255 is tumour even in the picture that has no 127."""
    for folder in ("truths", "guesses"):
        (tmp_path / folder).mkdir()
        for name, values in (("1.png", [0, 127, 255]), ("2.png", [0, 255, 255])):
            picture = np.repeat(np.array(values, np.uint8), 6)[None].repeat(16, axis=0)
            Image.fromarray(picture).save(tmp_path / folder / name)
    scored, _ = _split(list(evaluate_paths(tmp_path / "truths", tmp_path / "guesses")))
    voxels = {
        case: {s.region.name: s.reference_voxels for s in e.scores} for case, e in scored.items()
    }
    assert voxels["1"] == {"liver": 192, "tumour": 96}
    assert voxels["2"]["tumour"] == 192


# --- JSON --------------------------------------------------------------------------------------


def test_json_says_what_each_number_is_of() -> None:
    """Principle 4: per slice, per case, per lesion, and the rule for 0/0."""
    values = json.loads(json.dumps(to_json(_evaluated()), allow_nan=False))
    assert values["case"] == "reference"
    assert values["empty_rule"] == EMPTY_RULE
    tumour = values["regions"][1]
    assert tumour["per_case"]["of"] == "the whole volume"
    assert tumour["per_case"]["dice"] == pytest.approx(36 / 49)
    assert tumour["per_case"]["reference_ml"] == pytest.approx(25 * 0.001)
    assert tumour["per_slice"]["of"] == "each axial slice"
    assert tumour["per_slice"]["slices_counted"] == 2
    assert [value is None for value in tumour["per_slice"]["dice"]] == [1, 1, 0, 0, 1, 1]
    lesions = tumour["per_lesion"]
    assert (lesions["found"], lesions["missed"], lesions["false"]) == (1, 1, 0)
    assert lesions["recall"] == 0.5
    assert lesions["rule"] == LESION_RULE
    assert lesions["lesions"][1]["index_zyx"] == [3, 7, 9]
    assert "per_lesion" not in values["regions"][0]


def test_json_has_null_for_what_does_not_apply() -> None:
    empty = LabelMap(np.zeros((2, 3, 3), np.uint8), Geometry((3, 3, 2), has_scale=False), "empty")
    *_, evaluated = evaluate(empty, empty)
    assert isinstance(evaluated, Evaluated)
    values = json.loads(json.dumps(to_json(evaluated), allow_nan=False))
    for region in values["regions"]:
        assert region["per_case"]["dice"] is None
        assert region["per_case"]["reference_ml"] is None
        assert region["per_slice"]["dice_mean"] is None
        assert region["per_slice"]["dice"] == [None, None]
    assert values["regions"][1]["per_lesion"]["recall"] is None


# --- CSV ---------------------------------------------------------------------------------------


def _table(evaluated: list[Evaluated]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(evaluated), newline="")))


def test_csv_has_a_row_for_each_case_region_slice_and_lesion() -> None:
    table = _table([_evaluated(), _evaluated(0)])
    assert tuple(table[0]) == COLUMNS
    levels = [(row["region"], row["level"]) for row in table]
    one_case = [("liver", "case")] + [("liver", "slice")] * 6
    one_case += [("tumour", "case")] + [("tumour", "slice")] * 6 + [("tumour", "lesion")] * 2
    assert levels == one_case * 2
    case = next(row for row in table if row["region"] == "tumour" and row["level"] == "case")
    assert float(case["dice"]) == _evaluated().scores[1].case_dice
    slices = [row for row in table if row["region"] == "tumour" and row["level"] == "slice"][:6]
    assert [row["slice_index"] for row in slices] == list("012345")
    assert [row["dice"] for row in slices][:2] == ["n/a", "n/a"]
    for row, value in zip(slices, _evaluated().scores[1].dice_per_slice, strict=True):
        assert math.isnan(value) or float(row["dice"]) == value


@pytest.mark.parametrize(
    "name",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x","y")', 'a"b', "a,b;c\nd"],
)
def test_x6_no_cell_is_a_formula_and_names_survive(name: str) -> None:
    """X6."""
    evaluated = dataclasses.replace(_evaluated(), case_id=name)
    labels = {1: label_for(1), 2: dataclasses.replace(DEFAULT_LABELS[2], name=name)}
    strange = dataclasses.replace(_mask(), labels=labels)
    *_, by_label = evaluate(strange, strange)
    assert isinstance(by_label, Evaluated)
    for table in (_table([evaluated]), _table([by_label])):
        for row in table:
            for cell in row.values():
                is_formula = cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
                assert not is_formula or _is_number(cell)  # volumes may be too small by some
    assert _table([evaluated])[0]["case"].removeprefix("'") == name


def _is_number(cell: str) -> bool:
    with contextlib.suppress(ValueError):
        return math.isfinite(float(cell)) and cell != "-1"
    return False


def test_x6_numbers_have_dots_and_every_cell_is_quoted() -> None:
    """X6."""
    lines = to_csv([_evaluated()]).split("\r\n")
    assert all(line.startswith('"') and line.endswith('"') for line in lines if line)
    assert '"0.9"' in lines[1]


@pytest.mark.real_data
def test_a_real_reference_agrees_with_itself(real_data: Path) -> None:
    path = real_data / "lits" / "segmentation-01.nii.gz"
    scored, _ = _split(list(evaluate_paths(path, path)))
    (evaluated,) = scored.values()
    assert [s.case_dice for s in evaluated.scores] == [1.0, 1.0]
    assert "Reference and prediction are the same file." in evaluated.notices
    tumour = evaluated.scores[1]
    assert tumour.reference_voxels == sum(x.voxels for x in tumour.lesions)
    assert tumour.reference_ml is None


# --- many cases together ----------------------------------------------------------------------


def test_the_last_event_sums_up_and_what_fails_is_named(tmp_path: Path) -> None:
    """Other grids, other labels, a case missing on one side: named, the rest is evaluated."""
    truths = _save(tmp_path / "truths", "case_1.nii.gz", "case_2.nii.gz", "case_3.nii.gz")
    guesses = _save(tmp_path / "guesses", "case_1.nii.gz", "case_4.nii.gz", shift=1)
    smaller = dataclasses.replace(GEOMETRY, size_xyz=(11, 10, 6))
    cut = dataclasses.replace(_mask(), voxels=_mask().voxels[:, :, :-1], geometry=smaller)
    save_now(cut, guesses / "case_2.nii.gz")
    events = list(evaluate_paths(truths, guesses))
    skipped = {event.case_id: event.text for event in events if isinstance(event, Skipped)}
    assert set(skipped) == {"case_3", "case_4", "case_2"}
    assert "does not lie on the grid" in skipped["case_2"]
    assert [e.case_id for e in events if isinstance(e, Evaluated)] == ["case_1"]
    assert isinstance(events[-1], Summarised)
    assert (events[-1].summary.cases, events[-1].summary.skipped) == (1, 3)


def test_label_sets_that_differ_are_told(tmp_path: Path) -> None:
    truths = _save(tmp_path / "truths", "case_1.nii.gz", "case_2.nii.gz")
    guesses = _save(tmp_path / "guesses", "case_2.nii.gz")
    liver = dataclasses.replace(_mask(), voxels=(_mask().voxels > 0).astype(np.uint8))
    save_now(liver, guesses / "case_1.nii.gz")
    scored, _ = _split(list(evaluate_paths(truths, guesses)))
    assert [s.region.name for s in scored["case_1"].scores] == ["liver", "tumour"]
    assert "holds no tumour" in scored["case_1"].notices[0]
    assert scored["case_1"].scores[1].case_dice == 0
    assert scored["case_2"].scores[1].case_dice == 1


def test_the_same_mask_twice_is_one_person(tmp_path: Path) -> None:
    truths = _save(tmp_path / "truths", "case_1.nii.gz", "case_2.nii.gz")
    guesses = _save(tmp_path / "guesses", "case_1.nii.gz", "case_2.nii.gz", shift=1)
    *_, last = evaluate_paths(truths, guesses)
    assert isinstance(last, Summarised)
    assert (last.summary.cases, last.summary.persons) == (2, 1)
    assert last.summary.regions[0].estimates["dice"].low is None


def test_scans_give_contrasts_and_a_broken_one_spoils_nothing(tmp_path: Path) -> None:
    truths = _save(tmp_path / "truths", "case_1.nii.gz", "case_2.nii.gz")
    guesses = _save(tmp_path / "guesses", "case_1.nii.gz", "case_2.nii.gz", shift=1)
    scans = tmp_path / "scans"
    scans.mkdir()
    grey = np.array([-900, 110, 60], np.int16)[_mask().voxels]
    save_now(Volume(grey, GEOMETRY, "case_1"), scans / "case_1.nii.gz")
    (scans / "case_2.nii.gz").write_bytes(b"no scan")
    scored, _ = _split(list(evaluate_paths(truths, guesses, Options(images=scans))))
    first, second = (scored[name].scores[1].lesions for name in ("case_1", "case_2"))
    assert first[0].contrast_hu == pytest.approx(-50)
    assert second[0].contrast_hu is None
    assert any(text.startswith("Contrasts are n/a") for text in scored["case_2"].notices)
    assert scored["case_1"].sources.image_paths == (scans / "case_1.nii.gz",)


def test_two_readers_change_places(tmp_path: Path) -> None:
    one = _save(tmp_path / "one", "case_1.nii.gz")
    other = _save(tmp_path / "other", "case_1.nii.gz", shift=1)
    summaries = []
    for pair in ((one, other), (other, one)):
        *_, last = evaluate_paths(*pair, Options(is_symmetric=True))
        assert isinstance(last, Summarised)
        summaries.append(last.summary)
    first, second = (
        {region.region.name: region.estimates for region in summary.regions}
        for summary in summaries
    )
    assert summaries[0].is_symmetric
    for name in first:
        for key, estimate in first[name].items():
            sign = -1 if key == "volume_error_ml" else 1
            assert second[name][key].value == pytest.approx(sign * (estimate.value or 0)), key
