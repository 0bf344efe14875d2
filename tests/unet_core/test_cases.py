"""Pairs are found by name in every layout people bring; nothing is dropped without a word."""

import time
from pathlib import Path

import pytest

from unet_core.cases import CaseList, find_cases
from unet_core.errors import InputError
from unet_core.layouts import LAYOUTS


def _make(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return folder


def _ids(found: CaseList) -> list[str]:
    return [case.case_id for case in found.cases]


def _pairs(found: CaseList) -> list[tuple[str, str]]:
    return [
        (image.name, mask.name)
        for case in found.cases
        for image, mask in zip(case.image_paths, case.mask_paths, strict=True)
    ]


# --- layouts ---------------------------------------------------------------------------------


def test_volume_and_segmentation_files(tmp_path: Path) -> None:
    found = find_cases(
        _make(
            tmp_path, *(f"{k}-{n}.nii.gz" for k in ("volume", "segmentation") for n in (10, 2, 1))
        )
    )
    assert found.layout == "volume-N + segmentation-N"
    assert _ids(found) == ["1", "2", "10"]
    assert found.cases[2].patient == "10"
    assert _pairs(found)[2] == ("volume-10.nii.gz", "segmentation-10.nii.gz")
    assert not found.unmatched
    assert not found.notices


def test_dicom_folders_with_mask_files(tmp_path: Path) -> None:
    found = find_cases(
        _make(
            tmp_path,
            *(f"volume-00/IM{k:04d}" for k in range(4)),
            *(f"volume-01/{k}.dcm" for k in range(4)),
            "segmentation-00.nii.gz",
            "segmentation-01.nrrd",
        )
    )
    assert _pairs(found) == [
        ("volume-00", "segmentation-00.nii.gz"),
        ("volume-01", "segmentation-01.nrrd"),
    ]


def test_pictures_in_two_folders_make_one_stack_for_each_patient(tmp_path: Path) -> None:
    """M5: slice 9 comes before slice 10, whatever the alphabet says."""
    names = [f"{p}_{k}.png" for p in (0, 1, 10) for k in (8, 9, 10, 11)]
    found = find_cases(_make(tmp_path, *(f"{f}/{n}" for f in ("images", "masks") for n in names)))
    assert found.layout == "images + masks"
    assert [(c.case_id, c.patient) for c in found.cases] == [("0", "0"), ("1", "1"), ("10", "10")]
    assert [p.name for p in found.cases[0].image_paths] == [f"0_{k}.png" for k in (8, 9, 10, 11)]
    assert all(image == mask for image, mask in _pairs(found))


def test_volumes_in_two_folders_with_near_equal_names(tmp_path: Path) -> None:
    found = find_cases(
        _make(
            tmp_path,
            "Images/patient_01_CT.nii.gz",
            "Images/patient_02_CT.nii.gz",
            "Labels/Patient-1_seg.nrrd",
            "Labels/Patient-2_seg.nrrd",
        )
    )
    assert _ids(found) == ["patient_01", "patient_02"]
    assert _pairs(found)[1] == ("patient_02_CT.nii.gz", "Patient-2_seg.nrrd")


def test_nnunet_folders_use_the_first_channel_and_say_so(tmp_path: Path) -> None:
    found = find_cases(
        _make(
            tmp_path,
            *(f"imagesTr/liver_{n}_000{c}.nii.gz" for n in (0, 1) for c in (0, 1)),
            *(f"labelsTr/liver_{n}.nii.gz" for n in (0, 1)),
            "imagesTs/liver_9_0000.nii.gz",
        )
    )
    assert found.layout == "imagesTr + labelsTr"
    assert _ids(found) == ["liver_0", "liver_1"]
    assert _pairs(found)[0] == ("liver_0_0000.nii.gz", "liver_0.nii.gz")
    assert "Only channel 0000" in found.notices[0]


def test_nnunet_folders_without_channels_keep_four_digit_numbers(tmp_path: Path) -> None:
    found = find_cases(
        _make(
            tmp_path,
            *(f"imagesTr/case_000{n}.nii.gz" for n in (1, 2)),
            *(f"labelsTr/case_000{n}.nii.gz" for n in (1, 2)),
        )
    )
    assert _ids(found) == ["case_0001", "case_0002"]


def test_pictures_and_masks_in_one_folder(tmp_path: Path) -> None:
    found = find_cases(_make(tmp_path, *(f"{n}{s}.png" for n in (9, 10) for s in ("", "_mask"))))
    assert found.layout == "N.png + N_mask.png"
    assert _ids(found) == ["9", "10"]
    assert all(case.patient is None for case in found.cases)
    assert "No patient in the names of 2 pictures" in found.notices[0]


def test_one_folder_a_patient(tmp_path: Path) -> None:
    found = find_cases(
        _make(tmp_path, *(f"P{n}/{f}.nii.gz" for n in (2, 10) for f in ("ct", "liver_mask")))
    )
    assert found.layout == "one folder a patient"
    assert [(c.case_id, c.patient) for c in found.cases] == [("P2", "P2"), ("P10", "P10")]


def test_every_layout_has_its_own_name() -> None:
    assert len({layout.name for layout in LAYOUTS}) == len(LAYOUTS) == 9


# --- names -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("image", "mask"),
    [
        ("volume-7.nii", "segmentation-07.nii.gz"),
        ("ct_7.mha", "ct_7_seg.mha"),
        ("img007.nrrd", "label007.nrrd"),
        ("scan 7.nii.gz", "scan 7 ground truth.nii.gz"),
        ("anna.nii.gz", "anna.seg.nrrd"),
        ("7_orig.nii.gz", "7_GT.nii.gz"),
        ("müller 7.nii.gz", "müller 7 mask.nii.gz"),
    ],
)
def test_words_of_the_role_do_not_keep_names_apart(tmp_path: Path, image: str, mask: str) -> None:
    """L22: spaces and umlauts are names like others."""
    assert _pairs(find_cases(_make(tmp_path, image, mask))) == [(image, mask)]


def test_names_with_nothing_but_the_number_in_common_pair_by_number_with_a_notice(
    tmp_path: Path,
) -> None:
    found = find_cases(
        _make(tmp_path, "images/abc_1.nii", "images/abc_2.nii", "masks/xy1.nii", "masks/xy2.nii")
    )
    assert _pairs(found) == [("abc_1.nii", "xy1.nii"), ("abc_2.nii", "xy2.nii")]
    assert "by number" in found.notices[0]


def test_a_common_word_is_no_patient(tmp_path: Path) -> None:
    names = [f"liver_{n}.png" for n in range(3)]
    found = find_cases(_make(tmp_path, *(f"{f}/{n}" for f in ("images", "masks") for n in names)))
    assert [c.patient for c in found.cases] == [None, None, None]


def test_mirrored_copies_are_the_same_patient(tmp_path: Path) -> None:
    """T6: a copy in the other half of the split would leak."""
    names = [f"{w}_10001_{n}.jpg" for w in ("flipped", "mirrored") for n in (5, 6)]
    found = find_cases(_make(tmp_path, *(f"{f}/{n}" for f in ("images", "masks") for n in names)))
    assert [(c.case_id, c.patient) for c in found.cases] == [
        ("flipped_10001", "10001"),
        ("mirrored_10001", "10001"),
    ]


# --- what has no partner ---------------------------------------------------------------------


def test_images_and_masks_without_partner_are_listed(tmp_path: Path) -> None:
    """M5: a gap in the names moves no other pair."""
    _make(tmp_path, *(f"images/7_{k}.png" for k in (1, 2, 4, 5)))
    found = find_cases(_make(tmp_path, *(f"masks/7_{k}.png" for k in (1, 2, 3, 4))))
    assert [a for a, _ in _pairs(found)] == ["7_1.png", "7_2.png", "7_4.png"]
    assert all(a == b for a, b in _pairs(found))
    assert [p.name for p in found.unmatched] == ["7_5.png", "7_3.png"]
    assert "1 image has no mask and will not be used: 7_5.png." in found.notices
    assert "1 mask has no image and will not be used: 7_3.png." in found.notices


def test_masks_numbered_from_one_and_images_from_zero_are_refused(tmp_path: Path) -> None:
    """M5: off by one."""
    _make(tmp_path, *(f"images/7_{k}.png" for k in range(5)))
    _make(tmp_path, *(f"masks/7_{k}.png" for k in range(1, 6)))
    with pytest.raises(InputError, match="numbered 1 higher"):
        find_cases(tmp_path)


def test_names_too_alike_are_never_guessed(tmp_path: Path) -> None:
    found = find_cases(
        _make(
            tmp_path,
            *("volume-1.nii", "segmentation-1.nii", "segmentation-01.nii"),
            *("volume-2.nii", "segmentation-2.nii"),
        )
    )
    assert _ids(found) == ["2"]
    assert {p.name for p in found.unmatched} == {
        "volume-1.nii",
        "segmentation-1.nii",
        "segmentation-01.nii",
    }
    assert any("too alike" in notice for notice in found.notices)


def test_what_systems_and_runs_leave_behind_is_ignored(tmp_path: Path) -> None:
    """L21: junk in the folder."""
    _make(tmp_path, "volume-0.nii", "segmentation-0.nii")
    _make(tmp_path, "._volume-0.nii", ".DS_Store", "Thumbs.db", "README.md", ".slices/a/x.nii")
    _make(tmp_path, "run-1/run.json", "run-1/volume-5.nii", "run-1/1.dcm")
    found = find_cases(tmp_path)
    assert _ids(found) == ["0"]
    assert not found.unmatched


def test_case_names_are_unique(tmp_path: Path) -> None:
    found = find_cases(
        _make(tmp_path, *(f"{f}/{n}" for f in ("images", "masks") for n in ("5.nii.gz", "5_3.png")))
    )
    assert len(set(_ids(found))) == len(found.cases) == 2


# --- refusals --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("images/1.png", "images/2.png"), "holds 2 images but no mask; arrange it"),
        (("masks/1.png", "images/.hidden"), "holds 1 mask but no image"),
        (("notes.txt", "table.xlsx"), "neither scans nor pictures"),
        (("images/a.png", "images/b.png", "masks/c.png"), "2 images and 1 mask, but no two share"),
        (("volume-1.nii",), "holds 1 image but no mask"),
    ],
)
def test_a_folder_without_pairs_is_refused_with_the_layouts(
    tmp_path: Path, names: tuple[str, ...], words: str
) -> None:
    with pytest.raises(InputError) as refusal:
        find_cases(_make(tmp_path, *names))
    assert words in str(refusal.value)
    assert "volume-00 + segmentation-00" in str(refusal.value)
    assert str(tmp_path) not in str(refusal.value)


def test_the_folder_of_images_alone_sends_one_folder_up(tmp_path: Path) -> None:
    _make(tmp_path, "images/1.png", "masks/1.png")
    with pytest.raises(InputError, match="choose the folder above it"):
        find_cases(tmp_path / "images")


def test_missing_empty_and_not_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere does not exist"):
        find_cases(tmp_path / "nowhere")
    with pytest.raises(InputError, match="is empty"):
        find_cases(tmp_path)
    with pytest.raises(InputError, match=r"a\.txt is a file"):
        find_cases(_make(tmp_path, "a.txt") / "a.txt")


def test_names_are_shown_without_what_could_deceive(tmp_path: Path) -> None:
    """L22: direction marks and line breaks in names."""
    _make(tmp_path, "images/a\u202egnp.1.png", "images/2.png", "masks/2.png")
    notice = find_cases(tmp_path).notices[-1]
    assert "\u202e" not in notice


def test_thousands_of_pictures_take_no_time(tmp_path: Path) -> None:
    """L21: large folders."""
    for folder in ("images", "masks"):
        (tmp_path / folder).mkdir()
        for k in range(1000):
            (tmp_path / folder / f"{k // 100}_{k % 100}.png").touch()
    begun = time.process_time()
    assert len(find_cases(tmp_path).cases) == 10
    assert time.process_time() - begun < 1.0  # 0.1 s where nothing else runs


# --- real data -------------------------------------------------------------------------------


@pytest.mark.real_data
@pytest.mark.parametrize(
    ("name", "cases", "slices"),
    [("lits", 6, 6), ("ct", 3, 3), ("png", 2, 55), ("jpg", 40, 40)],
)
def test_real_data_sets_pair_without_leftovers(
    real_data: Path, name: str, cases: int, slices: int
) -> None:
    found = find_cases(real_data / name)
    assert len(found.cases) == cases
    assert sum(len(c.image_paths) for c in found.cases) == slices
    assert not found.unmatched
    assert not found.notices
