"""Published data sets are found as they were published, and read as what they are."""

import json
from pathlib import Path

import numpy as np
import pytest

from tests.unet_core.dataset_trees import (
    phantom,
    series_uid,
    touched,
    write_chaos,
    write_dicom,
    write_drawing,
    write_ircad,
)
from unet_core.alignment import check_case
from unet_core.case_masks import label_mapping, load_image, load_mask
from unet_core.cases import find_cases
from unet_core.errors import InputError
from unet_core.io import load_label_map
from unet_core.volume import LIVER, TUMOUR, LabelMap

# --- 3D-IRCADb ---------------------------------------------------------------------------------


@pytest.mark.hazard("M2", "G19")
def test_ircad_organs_become_one_label_map(tmp_path: Path) -> None:
    truth = write_ircad(tmp_path, 1)
    found = find_cases(tmp_path)
    (case,) = found.cases
    assert found.layout == "3D-IRCADb"
    assert (case.case_id, case.patient, case.confidence) == ("3Dircadb1.1", "3Dircadb1.1", 1.0)
    assert sorted(label.name for label in case.mask_labels.values()) == ["liver", "tumour"]
    assert "other organs are left out: bone" in found.notices[0]

    report, volume, label_map = check_case(case, isolate=False)

    assert report.problems == ()
    assert volume is not None
    assert label_map is not None
    np.testing.assert_array_equal(label_map.voxels, truth.voxels)
    assert label_map.labels == {1: LIVER, 2: TUMOUR}
    assert label_map.geometry.differences(volume.geometry) == []
    assert label_mapping(found.cases, isolate=False) is None


def test_ircad_is_found_from_above_and_from_within(tmp_path: Path) -> None:
    touched(
        tmp_path,
        *(f"3Dircadb1/3Dircadb1.{n}/PATIENT_DICOM/image_{k}" for n in (2, 10) for k in range(3)),
        *(f"3Dircadb1/3Dircadb1.{n}/MASKS_DICOM/liver/image_0" for n in (2, 10)),
        *("3Dircadb1/3Dircadb1.2/MASKS_DICOM/livertumors/image_0",),
        *("3Dircadb1/3Dircadb1.2/MASKS_DICOM/livercyst/image_0",),
    )
    assert [case.case_id for case in find_cases(tmp_path).cases] == ["3Dircadb1.2", "3Dircadb1.10"]
    (case,) = find_cases(tmp_path / "3Dircadb1" / "3Dircadb1.2").cases
    assert [path.name for path in case.mask_paths] == ["liver", "livertumors"]


def test_ircad_still_packed_is_refused_with_what_to_unpack(tmp_path: Path) -> None:
    names = ("PATIENT_DICOM.zip", "MASKS_DICOM.zip")
    touched(tmp_path, *(f"3Dircadb1.{n}/{name}" for n in (1, 2) for name in names))
    with pytest.raises(InputError, match=r"in 2 folders; unpack PATIENT_DICOM\.zip"):
        find_cases(tmp_path)
    touched(tmp_path, "3Dircadb1.1/PATIENT_DICOM/image_0", "3Dircadb1.1/MASKS_DICOM/liver/image_0")
    found = find_cases(tmp_path)
    assert [case.case_id for case in found.cases] == ["3Dircadb1.1"]
    assert "packed" in found.left_over[0].reason


def test_organs_on_different_grids_are_refused(tmp_path: Path) -> None:
    write_ircad(tmp_path, 1)
    (case,) = find_cases(tmp_path).cases
    last = tmp_path / "3Dircadb1.1" / "MASKS_DICOM" / "livertumor01" / "image_9"
    last.unlink()
    with pytest.raises(InputError, match="livertumor01 lies on another grid than liver"):
        load_mask(case, isolate=False)


# --- CHAOS -------------------------------------------------------------------------------------


def _chaos(root: Path, *, turned: bool) -> tuple[LabelMap, LabelMap]:
    truth = write_chaos(root, 1, turned=turned)
    (case,) = find_cases(root).cases
    assert case.on_scan_grid
    assert [path.name for path in case.mask_paths[:2]] == ["liver_GT_000.png", "liver_GT_001.png"]
    return truth, load_mask(case, isolate=False)


@pytest.mark.hazard("M5")
def test_chaos_pictures_lie_on_the_scan_in_the_order_of_their_names(tmp_path: Path) -> None:
    truth, label_map = _chaos(tmp_path, turned=False)
    np.testing.assert_array_equal(label_map.voxels, truth.voxels > 0)
    assert label_map.geometry.differences(truth.geometry) == []
    assert any("the first on the lowest slice" in notice for notice in label_map.notices)
    assert not any("no voxel size" in notice for notice in label_map.notices)


@pytest.mark.hazard("M5")
def test_chaos_is_never_turned_without_a_word(tmp_path: Path) -> None:
    truth, label_map = _chaos(tmp_path, turned=True)
    np.testing.assert_array_equal(label_map.voxels, truth.voxels[::-1] > 0)
    found = find_cases(tmp_path / "Train_Sets")
    assert found.layout == "CHAOS"
    assert any("from the head down: check the pairs" in notice for notice in found.notices)


def test_chaos_leaves_mr_test_sets_and_odd_counts_aside(tmp_path: Path) -> None:
    touched(
        tmp_path,
        *(f"CT/1/{f}" for f in ("DICOM_anon/i0.dcm", "DICOM_anon/i1.dcm", "Ground/0.png")),
        *(f"CT/2/{f}" for f in ("DICOM_anon/i0.dcm", "Ground/0.png")),
        *("CT/3/DICOM_anon/i0.dcm", "MR/5/T2SPIR/DICOM_anon/i0.dcm", "MR/5/T2SPIR/Ground/0.png"),
    )
    found = find_cases(tmp_path)
    assert [case.case_id for case in found.cases] == ["2"]
    assert [left.reason for left in found.left_over] == [
        "has 2 files, but Ground 1 picture",
        "has no Ground folder beside it",
    ]
    assert any("1 MR scan left aside" in notice for notice in found.notices)


# --- Medical Segmentation Decathlon and nnU-Net ------------------------------------------------


def _nnunet(root: Path, values: object) -> Path:
    touched(root, "imagesTr/liver_0_0000.nii.gz", "labelsTr/liver_0.nii.gz")
    (root / "dataset.json").write_text(json.dumps(values))
    return root


@pytest.mark.hazard("M7")
@pytest.mark.parametrize(
    "labels",
    [
        {"0": "background", "1": "liver", "2": "cancer"},
        {"background": 0, "liver": 1, "cancer": 2},
    ],
)
def test_labels_get_the_names_of_dataset_json(tmp_path: Path, labels: object) -> None:
    found = find_cases(_nnunet(tmp_path, {"labels": labels}))
    (case,) = found.cases
    assert case.labels == {1: LIVER, 2: TUMOUR}
    assert any('"cancer" in dataset.json, is called tumour' in text for text in found.notices)


@pytest.mark.hazard("M7")
def test_other_organs_keep_their_own_names(tmp_path: Path) -> None:
    labels = {"background": 0, "pancreas": 1, "cancer": 2, "ignore": 3, "both": [1, 2]}
    channels = {"0": "CT", "1": "PET"}
    folder = _nnunet(tmp_path, {"labels": labels, "channel_names": channels})
    touched(folder, "imagesTr/liver_0_0001.nii.gz")
    found = find_cases(folder)
    names = {value: label.name for value, label in found.cases[0].labels.items()}
    assert names == {1: "pancreas", 2: "cancer"}
    said = " ".join(found.notices)
    assert "Only channel 0000 (CT) is used, not liver_0_0001.nii.gz" in said
    assert "regions of several values (both)" in said
    assert "value 3 aside to be ignored" in said


@pytest.mark.parametrize("text", ["[1]", "{", '{"labels": {"a": 900}}', '{"labels": {"a": {}}}'])
def test_a_damaged_dataset_json_costs_the_names_alone(tmp_path: Path, text: str) -> None:
    folder = _nnunet(tmp_path, {})
    (folder / "dataset.json").write_text(text)
    found = find_cases(folder)
    assert not found.cases[0].labels
    assert "does not read as a dataset.json" in found.notices[0]


def test_names_reach_the_label_map(tmp_path: Path) -> None:
    from tests.unet_core.conftest import write_case

    write_case(tmp_path, "0", 0)
    for kind, folder, name in (
        ("volume", "imagesTr", "case_0_0000"),
        ("segmentation", "labelsTr", "case_0"),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / f"{kind}-0.nii.gz").rename(tmp_path / folder / f"{name}.nii.gz")
    labels = {"0": "background", "1": "spleen", "2": "hole"}
    (tmp_path / "dataset.json").write_text(json.dumps({"labels": labels}))
    (case,) = find_cases(tmp_path).cases
    label_map = load_mask(case, isolate=False)
    assert [label_map.labels[value].name for value in (1, 2)] == ["spleen", "hole"]
    assert load_image(case, isolate=False).geometry == label_map.geometry


# --- DICOM SEG and RTSTRUCT --------------------------------------------------------------------


@pytest.mark.hazard("M6", "G19")
@pytest.mark.parametrize("modality", ["SEG", "RTSTRUCT"])
@pytest.mark.parametrize("place", ["P{}/drawn.dcm", "P{}/ct/drawn.dcm", "P{}/seg/drawn.dcm"])
def test_scans_find_what_was_drawn_on_them(tmp_path: Path, modality: str, place: str) -> None:
    for number in (1, 2):
        volume, _ = phantom(number)
        write_dicom(tmp_path / f"P{number}" / "ct", volume, str(number), ".dcm")
        own = series_uid(str(number), volume)
        write_drawing(tmp_path / place.format(number), own, modality)
    found = find_cases(tmp_path)
    assert found.layout == "DICOM + SEG or RTSTRUCT"
    assert [(c.case_id, c.patient, c.confidence) for c in found.cases] == [
        ("P1", "P1", 1.0),
        ("P2", "P2", 1.0),
    ]
    assert found.cases[1].image_paths == (tmp_path / "P2" / "ct",)
    assert found.cases[1].mask_paths == (tmp_path / place.format(2),)
    assert "drawn on this series" in found.cases[0].reason
    assert not found.left_over


@pytest.mark.hazard("M6")
def test_drawings_of_other_series_and_rivals_are_left_over(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        volume, _ = phantom(number)
        write_dicom(tmp_path / f"P{number}" / "ct", volume, str(number), ".dcm")
        own = series_uid(str(number), volume)
        write_drawing(tmp_path / f"P{number}" / "seg" / "1.dcm", own if number != 1 else "1.2.3")
    write_drawing(tmp_path / "P3" / "seg" / "2.dcm", series_uid("3", phantom(3)[0]))
    found = find_cases(tmp_path)
    assert [case.case_id for case in found.cases] == ["P2"]
    reasons = {left.path.relative_to(tmp_path).as_posix(): left.reason for left in found.left_over}
    assert reasons["P1/seg/1.dcm"] == "was drawn on a series that is not here"
    assert reasons["P1/ct"] == "has no SEG or RTSTRUCT"
    assert "has 2 masks, 1.dcm, 2.dcm: name the one to use in pairs.csv" in reasons["P3/ct"]


def test_a_drawing_without_a_series_needs_an_only_scan_beside_it(tmp_path: Path) -> None:
    for number in (1, 2):
        write_dicom(tmp_path / f"P{number}" / "ct", phantom(number)[0], str(number), ".dcm")
    write_drawing(tmp_path / "P1" / "seg" / "1.dcm")
    (case,) = find_cases(tmp_path).cases
    assert case.case_id == "P1"
    assert case.confidence < 0.7
    assert "names no series" in case.reason


@pytest.mark.hazard("L21")
def test_plain_dicom_folders_are_no_data_set(tmp_path: Path) -> None:
    write_dicom(tmp_path / "P1", phantom()[0])
    with pytest.raises(InputError, match="holds 1 image but no mask"):
        find_cases(tmp_path)


@pytest.mark.real_data
@pytest.mark.hazard("M6")
def test_a_real_scan_and_its_contours_are_one_case(real_data: Path) -> None:
    folder = real_data / "seg" / "lung_ct_rtstruct_nifti"
    (case,) = find_cases(folder / "dicom").cases
    assert (case.mask_paths[0].name, case.confidence) == ("DCM_RS_00060.dcm", 1.0)
    label_map = load_mask(case)
    truth = load_label_map(folder / "nifti" / "mask" / "mask.nii.gz")
    drawn, known = np.count_nonzero(label_map.voxels), np.count_nonzero(truth.voxels)
    both = np.count_nonzero((label_map.canonical > 0) & (truth.canonical > 0))
    assert 2 * both / (drawn + known) > 0.95


@pytest.mark.real_data
def test_real_rivals_are_named(real_data: Path) -> None:
    found = find_cases(real_data / "seg")
    assert [case.case_id for case in found.cases] == ["lung_ct_rtstruct_nifti"]
    assert any("partial_overlaps.dcm" in left.reason for left in found.left_over)
