"""Names that are nearly the same, numbers that are shifted, and tables: never a silent guess."""

from pathlib import Path

import numpy as np
import pytest

from tests.unet_core.conftest import write_case
from tests.unet_core.dataset_trees import touched
from unet_core.case import CaseList
from unet_core.case_masks import load_mask
from unet_core.cases import find_cases
from unet_core.errors import InputError


def _both(root: Path, images: list[str], masks: list[str]) -> CaseList:
    touched(root, *(f"images/{n}" for n in images), *(f"masks/{n}" for n in masks))
    return find_cases(root)


# --- reasons and confidence --------------------------------------------------------------------


def test_the_same_name_is_certain_and_says_where(tmp_path: Path) -> None:
    found = _both(tmp_path, ["07.nii", "anna.nii"], ["07.nii", "anna.nii"])
    assert [(case.reason, case.confidence) for case in found.cases] == [
        ("same number 07 in images/ and masks/", 1.0),
        ("same name anna in images/ and masks/", 1.0),
    ]


@pytest.mark.parametrize(
    ("image", "mask", "confidence", "reason"),
    [
        ("volume-07.nii", "segmentation-07.nii", 1.0, "volume-07.nii and segmentation-07.nii"),
        ("ct_P7.nii", "ct_p-07_mask.nii", 0.95, "case, separators or zeros alone"),
        ("patient_03.nii", "patint_03_mask.nii", 0.5, "patient and patint differ in one letter"),
        ("case_03_portal.nii", "case_03_mask.nii", 0.6, "the same but for portal"),
    ],
)
def test_confidence_falls_with_likeness(
    tmp_path: Path, image: str, mask: str, confidence: float, reason: str
) -> None:
    names = ("case_8.nii", "case_8_mask.nii")  # a sound pair beside it
    (case, _) = sorted(
        find_cases(touched(tmp_path, image, mask, *names)).cases,
        key=lambda c: c.case_id == "case_8",
    )
    assert (case.image_paths[0].name, case.mask_paths[0].name) == (image, mask)
    assert case.confidence == confidence
    assert reason in case.reason


@pytest.mark.hazard("M5")
def test_what_fits_two_partners_is_left_over_with_both_names(tmp_path: Path) -> None:
    found = _both(
        tmp_path,
        ["case_03_portal.nii", "case_03_arterial.nii", "case_4.nii"],
        ["case_03.nii", "case_4.nii"],
    )
    assert [case.case_id for case in found.cases] == ["case_4"]
    assert {left.path.name: left.role for left in found.left_over} == {
        "case_03_portal.nii": "image",
        "case_03_arterial.nii": "image",
        "case_03.nii": "mask",
    }
    assert all("fit each other equally well" in left.reason for left in found.left_over)


@pytest.mark.parametrize(
    ("image", "mask"), [("liver_7.nii", "liver_8.nii"), ("ann.nii", "ana.nii"), ("kim_1", "tom_1")]
)
@pytest.mark.hazard("M5")
def test_other_numbers_and_short_names_are_never_near(
    tmp_path: Path, image: str, mask: str
) -> None:
    found = _both(tmp_path, [image, "8a.nii"], [mask, "8a.nii"])
    assert [case.case_id for case in found.cases] == ["8a"]


@pytest.mark.hazard("M5")
def test_numbers_that_may_be_shifted_are_hardly_believed(tmp_path: Path) -> None:
    """Images from 1 to 10, masks from 0 to 8: as many names agree, and all may be wrong."""
    images = [f"7_{k}.png" for k in range(1, 11)]
    found = _both(tmp_path, images, [f"7_{k}.png" for k in range(9)])
    (case,) = found.cases
    assert case.confidence == 0.3
    assert "numbered from another start" in case.reason
    assert any("Images run from 1 to 10 and masks from 0 to 8" in text for text in found.notices)


@pytest.mark.hazard("M5")
def test_masks_of_some_slices_alone_are_no_shift(tmp_path: Path) -> None:
    images = [f"7_{k}.png" for k in range(1, 21)]
    found = _both(tmp_path, images, [f"7_{k}.png" for k in range(5, 12)])
    assert found.cases[0].confidence == 1.0
    assert len(found.cases[0].mask_paths) == 7
    assert [left.reason for left in found.left_over] == ["has no mask"] * 13


@pytest.mark.hazard("L22")
def test_twins_say_which_name_they_are_too_like(tmp_path: Path) -> None:
    found = _both(tmp_path, ["1.nii", "2.nii"], ["1.nii", "01.nii", "2.nii"])
    reasons = {left.path.name: left.reason for left in found.left_over if left.role == "mask"}
    assert reasons["01.nii"] == "has a name too like that of 1.nii"


# --- tables ------------------------------------------------------------------------------------


def _table(root: Path, text: str, name: str = "pairs.csv") -> Path:
    path = root / name
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_names_pairs_patients_and_cases(tmp_path: Path, delimiter: str) -> None:
    touched(tmp_path, "a/x, 1.nii", "b/y.nii", "c.nii", "d.nii")
    rows = [
        ["Image", "mask", "patient", "case"],
        ['"a/x, 1.nii"', "b/y.nii", "P1", "first"],
        ["c.nii", "d.nii", "P1", ""],
        [],
    ]
    text = "\ufeff" + "\r\n".join(delimiter.join(row) for row in rows)
    for path in (_table(tmp_path, text), tmp_path):
        found = find_cases(path)
        assert found.layout == "table of pairs"
        assert [(c.case_id, c.patient) for c in found.cases] == [("c", "P1"), ("first", "P1")]
        assert found.cases[1].image_paths == (tmp_path / "a" / "x, 1.nii",)
        assert found.cases[1].reason == "row 2 of pairs.csv"
        assert found.cases[1].confidence == 1.0


def test_bad_rows_are_named_and_the_others_used(tmp_path: Path) -> None:
    touched(tmp_path, "a.nii", "b.nii", "c.nii", "d.nii", "pics/1.png", "pics/2.png", "one/1.png")
    found = find_cases(
        _table(
            tmp_path,
            "image,mask\na.nii,b.nii\nnone.nii,b.nii\na.nii,c.nii\n,d.nii\npics,one\n"
            "../a.nii,d.nii\n/etc/passwd,d.nii\nC:\\x.nii,d.nii\n",
            "my table.CSV",
        )
    )
    assert [case.case_id for case in found.cases] == ["a"]
    assert [left.reason for left in found.left_over] == [
        "does not exist (row 3)",
        "is in row 2 already (row 4)",
        "names no image (row 5)",
        "has 2 pictures, and its mask 1 (row 6)",
        *(f"leads out of the folder of my table.CSV (row {n})" for n in (7, 8, 9)),
    ]
    assert "7 rows of my table.CSV will not be used: row 3: none.nii does not" in found.notices[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("scan,truth\na,b\n", "has no columns named image and mask"),
        ("image,mask\n", "has no row below its header"),
        ("image,mask\nx.nii,y.nii\n", r"no usable pair \(row 2: x.nii does not exist\)"),
        ('image,mask\n"a,b\n', "quotes that do not close"),
    ],
)
def test_tables_without_a_pair_are_refused(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        find_cases(_table(tmp_path, text))


def test_a_table_that_is_no_text_or_not_there(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"image,mask\n\xff\xfe\n")
    with pytest.raises(InputError, match=r"x\.csv is not text in UTF-8"):
        find_cases(tmp_path / "x.csv")
    with pytest.raises(InputError, match="does not exist"):
        find_cases(tmp_path / "gone.csv")


def test_cases_of_a_table_are_read(tmp_path: Path) -> None:
    write_case(tmp_path, "0", 0)
    table = _table(tmp_path, "mask,image\nsegmentation-0.nii.gz,volume-0.nii.gz\n")
    (case,) = find_cases(table).cases
    assert set(np.unique(load_mask(case, isolate=False).voxels)) == {0, 1, 2}
