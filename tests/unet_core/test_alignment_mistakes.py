"""Every mistake people make with masks is named, and no sound pair is: real scans and a phantom."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from unet_core.alignment import check_case, check_pair
from unet_core.case import Case
from unet_core.case_masks import label_mapping
from unet_core.cases import find_cases
from unet_core.label_evidence import measure
from unet_core.phantom import make_case
from unet_core.repair_steps import repaired
from unet_core.volume import Geometry, LabelMap, Volume, label_for

Mask = NDArray[np.uint8]
Pair = tuple[Volume, LabelMap]


def _moved(voxels: Mask, slices: int) -> Mask:
    result = np.zeros_like(voxels)
    kept = len(voxels) - abs(slices)
    start = max(slices, 0)
    result[start : start + kept] = voxels[start - slices : start - slices + kept]
    return result


MENDED: dict[str, tuple[Callable[[Mask], Mask], str]] = {
    "mirrored left to right": (lambda m: m[:, :, ::-1], "mirrored left to right"),
    "mirrored front to back": (lambda m: m[:, ::-1], "mirrored front to back"),
    "turned round": (lambda m: m[:, ::-1, ::-1], "left to right and front to back"),
    "slices reversed": (lambda m: m[::-1], "reverse order"),
    "labels exchanged": (lambda m: np.array([0, 2, 1], np.uint8)[m], "exchanged"),
}
"""Mistakes whose repair gives the very mask back, and a word of the sentence on each."""


def _with(label_map: LabelMap, voxels: Mask) -> LabelMap:
    return replace(label_map, voxels=np.ascontiguousarray(voxels))


@pytest.fixture(scope="module")
def pair() -> Pair:
    return make_case(1, size_xyz=(96, 96, 24), diameters_mm=(30.0,))


@pytest.mark.hazard("G25", "M7")
@pytest.mark.parametrize("mistake", MENDED)
def test_a_mistake_is_named_and_its_repair_gives_the_mask_back(pair: Pair, mistake: str) -> None:
    volume, label_map = pair
    damage, words = MENDED[mistake]
    damaged = _with(label_map, damage(label_map.voxels))
    report = check_pair(volume, damaged, "a")
    assert words in report.verdict
    mended = repaired(volume, damaged, report.repairs[0])
    np.testing.assert_array_equal(mended.voxels, label_map.voxels)
    assert check_pair(volume, mended, "a").problems == ()


@pytest.mark.hazard("M5")
@pytest.mark.parametrize("slices", [3, -3])
def test_a_mask_some_slices_off_is_named_with_the_way_back(pair: Pair, slices: int) -> None:
    volume, label_map = pair
    report = check_pair(volume, _with(label_map, _moved(label_map.voxels, slices)), "a")
    way = "feet" if slices > 0 else "head"
    assert f"3 slices further towards the {way}" in report.verdict


def test_a_sound_pair_says_what_speaks_for_it(pair: Pair) -> None:
    report = check_pair(*pair, "a")
    assert report.verdict == "Sound: the mask sits on what the scan shows."
    assert report.repairs == ()
    assert report.evidence["fit"] > 3 * report.evidence["fit aside"]
    assert report.spacing_xyz_mm == pair[0].geometry.spacing_xyz_mm


@pytest.mark.hazard("G25")
def test_a_mask_stored_in_another_order_is_judged_where_it_lies_in_the_world(pair: Pair) -> None:
    volume, label_map = pair
    own = label_map.geometry
    turned = replace(
        own,
        origin_xyz_mm=own.point((0, own.size_xyz[1] - 1, 0)),
        direction=(1.0, 0.0, 0.0, 0.0, -1.0, 0.0, 0.0, 0.0, 1.0),
    )
    stored = replace(label_map, voxels=label_map.voxels[:, ::-1].copy(), geometry=turned)
    report = check_pair(volume, stored, "a")
    assert report.problems == ()
    assert any("another order" in notice for notice in report.notices)
    plain = replace(stored, geometry=own)  # the same numbers, mirrored in the world
    assert "mirrored front to back" in check_pair(volume, plain, "a").verdict


@pytest.mark.hazard("G25")
def test_a_lost_header_is_taken_over_and_a_true_one_resampled(pair: Pair) -> None:
    volume, label_map = pair
    size = label_map.geometry.size_xyz
    lost = replace(label_map, geometry=Geometry(size, has_scale=False, has_orientation=False))
    report = check_pair(volume, lost, "a")
    assert "another grid" in report.problems[0]
    assert report.repairs[0].title == "Take over the scan's header"
    own = label_map.geometry
    halved = Geometry(
        (size[0] // 2, size[1] // 2, size[2]),
        (own.spacing_xyz_mm[0] * 2, own.spacing_xyz_mm[1] * 2, own.spacing_xyz_mm[2]),
        own.point((0, 0.5, 0.5)),
        own.direction,
    )
    coarse = replace(label_map, voxels=label_map.voxels[:, ::2, ::2].copy(), geometry=halved)
    report = check_pair(volume, coarse, "a")
    assert "size 96 x 96 x 24 against 48 x 48 x 24" in report.problems[0]
    assert report.repairs[0].title == "Resample onto the scan's grid"
    mended = repaired(volume, coarse, report.repairs[0])
    overlap = ((mended.voxels > 0) & (label_map.voxels > 0)).sum()
    assert overlap > 0.9 * (label_map.voxels > 0).sum()


@pytest.mark.hazard("G25", "M7")
def test_a_lost_header_and_a_mirrored_mask_are_mended_one_after_the_other(pair: Pair) -> None:
    volume, label_map = pair
    lost = Geometry(label_map.geometry.size_xyz, has_scale=False, has_orientation=False)
    damaged = replace(label_map, voxels=label_map.voxels[::-1].copy(), geometry=lost)
    report = check_pair(volume, damaged, "a")
    assert report.repairs[0].title == "Take over the scan's header, then reverse the slices"
    mended = repaired(volume, damaged, report.repairs[0])
    np.testing.assert_array_equal(mended.voxels, label_map.voxels)


@pytest.mark.hazard("M5")
def test_a_slice_without_label_between_labelled_ones_is_noticed(pair: Pair) -> None:
    volume, label_map = pair
    holed = label_map.voxels.copy()
    middle = int(np.argmax(np.count_nonzero(holed, axis=(1, 2))))
    holed[middle] = 0
    report = check_pair(volume, _with(label_map, holed), "a")
    assert report.problems == ()
    assert any("may lack a slice" in notice for notice in report.notices)
    assert measure(volume, _with(label_map, holed)).holes == (middle,)


def test_a_label_named_after_an_organ_must_be_as_dense_as_it(pair: Pair) -> None:
    volume, label_map = pair
    named = replace(label_map, labels={1: label_for(1, "lung"), 2: label_for(2, "cyst")})
    assert "which is no lung" in check_pair(volume, named, "a").verdict


def test_noise_and_one_grey_tell_nothing_and_nothing_is_claimed() -> None:
    grid = Geometry((40, 40, 12))
    mask = np.zeros((12, 40, 40), np.uint8)
    mask[3:9, 10:30, 10:30] = 7
    label_map = LabelMap(mask, grid, "m", labels={7: label_for(7)})
    noise = np.random.default_rng(0).normal(0, 100, mask.shape).astype(np.int16)
    for voxels in (noise, np.full_like(noise, 50)):
        report = check_pair(Volume(voxels, grid, "v"), label_map, "a")
        assert report.problems == ()
        assert "too little to tell" in report.verdict


@pytest.mark.parametrize(
    ("low", "high", "intensity", "words"),
    [
        (0, 255, "HU", "holds 0 to 255 only"),
        (-160, 240, "HU", "cut off at -160 HU"),
        (0, 2000, "grey", "rescale to HU was lost"),
    ],
)
def test_values_that_pose_as_hu_are_noticed(
    pair: Pair, low: int, high: int, intensity: str, words: str
) -> None:
    volume, label_map = pair
    share = np.clip((volume.voxels.astype(np.float32) + 160) / 400, 0, 1)
    voxels = (low + share * (high - low)).astype(np.int16)
    posing = replace(volume, voxels=voxels, intensity=intensity)
    assert any(words in n for n in check_pair(posing, label_map, "a").notices)


# --- real scans ------------------------------------------------------------------------------


@pytest.mark.real_data
@pytest.mark.hazard("G25", "M5", "M7")
@pytest.mark.parametrize(
    ("folder", "number"), [("lits", 0), ("lits", 1), ("ct", 1), ("ct", 2), ("png", 0)]
)
def test_real_scans_damaged_by_each_mistake(real_data: Path, folder: str, number: int) -> None:
    cases = find_cases(real_data / folder).cases
    mapping = label_mapping(cases, isolate=False) if folder == "png" else None
    report, volume, label_map = check_case(cases[number], value_map=mapping, isolate=False)
    assert report.problems == ()
    assert volume is not None
    assert label_map is not None
    voxels = label_map.voxels
    for name, (damage, _) in MENDED.items():
        if name == "labels exchanged" and not (voxels == 2).any():
            continue
        damaged = _with(label_map, damage(voxels))
        found = check_pair(volume, damaged, "a")
        assert found.problems, name
        mended = repaired(volume, damaged, found.repairs[0])
        np.testing.assert_array_equal(mended.voxels, voxels, err_msg=name)
    for slices in (3, -3):
        assert check_pair(volume, _with(label_map, _moved(voxels, slices)), "a").problems


@pytest.mark.real_data
@pytest.mark.parametrize(
    ("image", "mask"),
    [
        ("lung_ct_rtstruct_nifti/nifti/image/phantom.nii.gz", "nifti/mask/mask.nii.gz"),
        ("ct_3slice_with_seg", "liver.dcm"),
        ("ct_3slice_with_seg", "liver_seg.nrrd"),
    ],
)
def test_a_lung_tumour_and_three_slices_of_liver_are_sound(
    real_data: Path, image: str, mask: str
) -> None:
    """A tumour in the lung fits little, but nowhere better; its mask says nothing of its name."""
    folder = real_data / "seg" / image.split("/")[0]
    case = Case("a", None, (real_data / "seg" / image,), (folder / mask,))
    assert check_case(case, isolate=False)[0].verdict.startswith("Sound")


@pytest.mark.real_data
@pytest.mark.hazard("M5")
def test_a_mask_of_another_real_patient_is_named(real_data: Path) -> None:
    first, second = (
        check_case(case, isolate=False) for case in find_cases(real_data / "lits").cases[:2]
    )
    volume, own, stranger = first[1], first[2], second[2]
    assert volume is not None
    assert own is not None
    assert stranger is not None
    chosen = np.linspace(0, len(stranger.voxels) - 1, len(own.voxels)).round().astype(int)
    report = check_pair(volume, _with(own, stranger.voxels[chosen]), "a")
    assert "may not belong together" in report.verdict


@pytest.mark.real_data
@pytest.mark.hazard("M1", "M3")
def test_mirrored_real_pictures_are_named_and_sound_ones_are_not(real_data: Path) -> None:
    named = 0
    cases = find_cases(real_data / "jpg").cases
    for case in cases:
        report, volume, label_map = check_case(case, threshold_masks=True, isolate=False)
        assert report.problems == ()
        assert volume is not None
        assert label_map is not None
        mirrored = _with(label_map, label_map.voxels[:, :, ::-1])
        named += bool(check_pair(volume, mirrored, "a").problems)
    assert named >= len(cases) - 3  # masks of a hundred pixels tell too little
