"""The odd and the lawful series of hazards 3.5, each with the one outcome that is right."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom.dataset import FileDataset
from pydicom.uid import RLELossless

from tests.unet_core.dicom_samples import placed, setting
from tests.unet_core.io_samples import (
    ORIGIN,
    SPACING,
    refusal,
    turned,
    voxels_zyx,
    write_series,
)
from unet_core.errors import InputError
from unet_core.events import Offered, SeriesFound
from unet_core.io import load, load_volume
from unet_core.volume import Volume


def last(path: Path, **options: Any) -> object:
    *_, event = load(path, isolate=False, **options)
    return event


def drop(*missing: int) -> Any:
    return lambda dataset, k: None if k in missing else dataset


def both(*changes: Any) -> Any:
    def change(dataset: FileDataset, k: int) -> FileDataset | None:
        for one in changes:
            dataset = one(dataset, k)
            if dataset is None:
                return None
        return dataset

    return change


def slice_of(dataset: FileDataset, k: int) -> FileDataset:
    return dataset


# --- lawful ------------------------------------------------------------------------------------


def scaled_apart(dataset: FileDataset, k: int) -> FileDataset:
    dataset.RescaleSlope, dataset.RescaleIntercept = (2, -1024) if k % 2 else (1, -1024)
    stored = np.frombuffer(dataset.PixelData, "<i2")
    dataset.PixelData = (stored // (2 if k % 2 else 1)).astype("<i2").tobytes()
    return dataset


def names_reversed(dataset: FileDataset, k: int) -> FileDataset:
    dataset.InstanceNumber = 12 - k
    return dataset


LAWFUL: dict[str, Callable[..., Any]] = {
    "control": slice_of,
    "reversed instance numbers": names_reversed,
    "descending z": placed(lambda k: -k),
    "rescale per slice": scaled_apart,
    "instance numbers with gaps": lambda d, k: setting(InstanceNumber=3 * k + 1)(d, k),
    "no instance numbers": setting(InstanceNumber=""),
    "no frame of reference": setting(FrameOfReferenceUID=""),
    "one slice MONOCHROME1": setting(5, PhotometricInterpretation="MONOCHROME1"),
}


@pytest.mark.hazard("G17", "G20", "G23")
@pytest.mark.parametrize("variant", LAWFUL)
def test_a_lawful_series_loads_with_its_values_and_place(tmp_path: Path, variant: str) -> None:
    write_series(tmp_path / "a", change=LAWFUL[variant])
    item = load_volume(tmp_path / "a", isolate=False)
    expected = voxels_zyx()
    if variant == "descending z":
        expected = expected[::-1]
    if variant == "rescale per slice":
        expected = expected.copy()
        expected[1::2] = (expected[1::2] + 1024) // 2 * 2 - 1024
    np.testing.assert_array_equal(item.voxels, expected)
    first = -11 if variant == "descending z" else 0
    place = item.geometry.point((11, 19, 23))
    wanted = np.asarray(ORIGIN) + np.asarray(SPACING) * (23, 19, 11 + first)
    np.testing.assert_allclose(place, wanted, atol=0.01)


@pytest.mark.hazard("G23")
def test_monochrome1_changes_how_it_is_drawn_not_what_was_measured(tmp_path: Path) -> None:
    write_series(tmp_path / "a", change=setting(PhotometricInterpretation="MONOCHROME1"))
    item = load_volume(tmp_path / "a", isolate=False)
    assert item.voxels[2, 3, 4] == 3000
    assert any("low values white (MONOCHROME1)" in notice for notice in item.notices)


@pytest.mark.hazard("L21", "G19")
def test_junk_in_the_folder_is_skipped_and_listed(tmp_path: Path) -> None:
    write_series(tmp_path / "a")
    (tmp_path / "a" / "Thumbs.db").write_bytes(b"")
    (tmp_path / "a" / "notes.txt").write_text("hello")
    (tmp_path / "a" / "scan.pdf").write_bytes(b"%PDF-1.7")
    item = load_volume(tmp_path / "a", isolate=False)
    (said,) = (notice for notice in item.notices if notice.startswith("Skipped"))
    assert "Skipped 3 files" in said
    assert "Thumbs.db (empty (0 bytes))" in said
    assert "notes.txt (no DICOM)" in said


# --- refused -----------------------------------------------------------------------------------


def without_spacing_in_one(dataset: FileDataset, k: int) -> FileDataset:
    if k == 3:
        del dataset.PixelSpacing
    return dataset


REFUSED: dict[str, tuple[Any, str]] = {
    "one missing": (drop(5), "misses 1 of 12 slices: 1 after 004.dcm (a gap of 5 mm)"),
    "three missing": (drop(3, 4, 8), "misses 3 of 12 slices: 2 after 002.dcm"),
    "other orientation": (
        setting(4, ImageOrientationPatient=[1, 0, 0, 0, 0, -1]),
        "004.dcm lies in another direction than 000.dcm",
    ),
    "first slice of other orientation": (
        setting(0, ImageOrientationPatient=[1, 0, 0, 0, 0, -1]),
        "000.dcm lies in another direction than 001.dcm",
    ),
    "other pixel spacing": (setting(4, PixelSpacing=[0.9, 0.9]), "004.dcm has pixels of 0.9"),
    "other rows": (setting(4, Rows=10, Columns=48), "mixes 2 picture sizes in one series (004.dcm"),
    "other rescale type": (
        setting(4, RescaleType="US"),
        "2 units of values in one series (004.dcm",
    ),
    "mixed patient": (setting(4, PatientID="PLANTED-9"), "mixes 2 patients in one series (004.dcm"),
    "mixed frame of reference": (
        setting(4, FrameOfReferenceUID="1.2.9"),
        "mixes 2 frames of reference in one series (004.dcm",
    ),
    "mixed study": (setting(4, StudyInstanceUID="1.2.9"), "mixes 2 studies"),
    "wrong modality": (setting(4, Modality="MR"), "mixes 2 modalities in one series (004.dcm"),
    "one without spacing": (without_spacing_in_one, "003.dcm has no pixel spacing"),
    "copy with other content": (
        placed(lambda k: k if k != 7 else 6),
        "slices at the position of another one (006.dcm and 007.dcm)",
    ),
}


@pytest.mark.hazard("G10", "G16", "G18", "G20")
@pytest.mark.parametrize("variant", REFUSED)
def test_a_mixed_series_is_refused_with_its_files(tmp_path: Path, variant: str) -> None:
    change, words = REFUSED[variant]
    write_series(tmp_path / "a", change=change)
    sentence = refusal(tmp_path / "a")
    assert words in sentence
    assert "planted" not in sentence.lower()


@pytest.mark.hazard("G11", "L21")
@pytest.mark.parametrize("size", [0, 64, 140, 600, 1300])
@pytest.mark.parametrize("which", [0, 6, 11])
def test_a_cut_slice_is_never_dropped(tmp_path: Path, which: int, size: int) -> None:
    paths = write_series(tmp_path / "a")
    paths[which].write_bytes(paths[which].read_bytes()[:size])
    assert paths[which].name in refusal(tmp_path / "a")


@pytest.mark.hazard("G11")
def test_a_missing_end_is_told_from_what_the_files_count(tmp_path: Path) -> None:
    write_series(tmp_path / "a", change=both(setting(ImagesInAcquisition=12), drop(11)))
    item = load_volume(tmp_path / "a", isolate=False)
    assert "The scanner counted 12 images; 11 are here." in item.notices
    write_series(tmp_path / "b", change=both(setting(NumberOfSlices=12), drop(0)))
    item = load_volume(tmp_path / "b", isolate=False)
    assert "The scanner counted 12 images; 11 are here." in item.notices


@pytest.mark.hazard("L21")
def test_a_damaged_file_of_another_series_does_not_matter(tmp_path: Path) -> None:
    write_series(tmp_path / "a")
    other = write_series(tmp_path / "a", seed="b", prefix="b")
    other[3].write_bytes(other[3].read_bytes()[:900])  # still says whose slice it is
    found = last(tmp_path / "a")
    assert isinstance(found, SeriesFound)
    warned = {series.uid: series.warnings for series in found.series}
    sound = [uid for uid, warnings in warned.items() if not warnings]
    assert len(sound) == 1
    item = load_volume(tmp_path / "a", series_uid=sound[0], isolate=False)
    np.testing.assert_array_equal(item.voxels, voxels_zyx())
    (broken,) = set(warned) - set(sound)
    assert "b003.dcm" in warned[broken][0]
    assert "b003.dcm" in refusal(tmp_path / "a", series_uid=broken)


# --- offered -----------------------------------------------------------------------------------


def test_two_slices_of_another_thickness_are_refused(tmp_path: Path) -> None:
    write_series(tmp_path / "a", voxels_zyx((2, 20, 24)), setting(SliceThickness=1))
    assert "2 slices 2.5 mm apart" in refusal(tmp_path / "a")
    said = both(setting(SliceThickness=1), setting(SpacingBetweenSlices=2.5))
    write_series(tmp_path / "b", voxels_zyx((2, 20, 24)), said)
    assert load_volume(tmp_path / "b", isolate=False).geometry.spacing_xyz_mm == SPACING


@pytest.mark.hazard("G13")
@pytest.mark.parametrize("degrees", [2.0, 10.0, -18.5])
def test_a_tilted_series_opens_straightened_with_every_slice_in_its_place(
    tmp_path: Path, degrees: float
) -> None:
    """A bright spot in the last slice comes out within 0.01 mm of where its header puts it."""
    tangent = np.tan(np.radians(degrees))
    values = np.full((12, 40, 24), -900, np.int16)
    values[11, 17:22, 10:15] = np.array([0, 400, 800, 400, 0])[:, None]
    write_series(tmp_path / "a", values, placed(lambda k: k, y_of=lambda k: k * 2.5 * tangent))
    offered = last(tmp_path / "a")
    assert isinstance(offered, Offered)
    assert f"tilted gantry ({abs(degrees):.1f} degrees" in offered.fault
    (option,) = offered.options
    assert option.settings == {"straighten": True}
    item = load_volume(tmp_path / "a", isolate=False, straighten=True)
    assert item.geometry.size_xyz[2] == 12
    weight = np.clip(item.voxels[11].astype(float) + 900, 0, None)
    weight[np.abs(item.voxels[11] + 1024) < 124] = 0  # the new edges
    rows = (weight.sum(axis=1) * np.arange(len(weight))).sum() / weight.sum()
    columns = (weight.sum(axis=0) * np.arange(weight.shape[1])).sum() / weight.sum()
    found = item.geometry.point((11, rows, columns))
    shift = (12 * SPACING[0], 19 * SPACING[1] + 27.5 * tangent, 27.5)
    wanted = np.add(ORIGIN, shift)
    np.testing.assert_allclose(found, wanted, atol=0.01)
    assert any("Resampled onto a straight grid as asked" in notice for notice in item.notices)
    assert item.source is not None
    assert item.source.instance_uids == ()


@pytest.mark.hazard("G12")
def test_uneven_steps_open_straightened(tmp_path: Path) -> None:
    """A ramp along z stays the ramp it was, wherever its slices were."""
    places = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16]  # 2.5 mm, then 5 mm
    values = np.repeat(np.array(places, np.int16) * 40, 20 * 24).reshape(12, 20, 24)
    write_series(tmp_path / "a", values, placed(lambda k: places[k]))
    offered = last(tmp_path / "a")
    assert isinstance(offered, Offered)
    assert "uneven distances between slices, from 2.5 to 5 mm" in offered.fault
    item = load_volume(tmp_path / "a", isolate=False, straighten=True)
    assert item.geometry.spacing_xyz_mm == SPACING
    np.testing.assert_array_equal(item.voxels[:, 4, 4], np.arange(17) * 40)
    assert item.voxels.dtype == np.int16


@pytest.mark.hazard("G12", "M3")
def test_a_mask_is_straightened_without_new_values(tmp_path: Path) -> None:
    places = [0, 1, 2, 3.4, 4, 5, 6, 7, 8, 9, 10, 11]
    values = np.zeros((12, 20, 24), np.int16)
    values[3:8, 4:10, 5:12] = 1
    write_series(
        tmp_path / "a",
        values,
        both(placed(lambda k: places[k], y_of=lambda k: k * 0.7), setting(Modality="OT")),
    )
    *_, loaded = load(tmp_path / "a", isolate=False, straighten=True, as_mask=True)
    assert set(np.unique(loaded.item.voxels)) == {0, 1}


@pytest.mark.hazard("G15")
def test_slices_at_one_place_open_one_by_one(tmp_path: Path) -> None:
    write_series(tmp_path / "a", change=placed(lambda k: 0))
    offered = last(tmp_path / "a")
    assert isinstance(offered, Offered)
    assert "all its 12 slices at one position" in offered.fault
    assert len(offered.options) == 12
    item = load_volume(tmp_path / "a", isolate=False, part="3")
    np.testing.assert_array_equal(item.voxels[0], voxels_zyx()[2])


@pytest.mark.hazard("G15", "G8")
def test_slices_without_a_place_open_as_a_stack_without_scale(tmp_path: Path) -> None:
    write_series(tmp_path / "a", change=lambda d, k: _without_place(d))
    offered = last(tmp_path / "a")
    assert isinstance(offered, Offered)
    assert offered.options[0].settings == {"part": "stack"}
    item = load_volume(tmp_path / "a", isolate=False, part="stack")
    assert item.voxels.shape == (12, 20, 24)
    assert not item.geometry.has_scale
    assert not item.geometry.has_orientation
    assert 'no picture "13"' in refusal(tmp_path / "a", part="13")


def _without_place(dataset: FileDataset) -> FileDataset:
    del dataset.ImagePositionPatient
    return dataset


# --- split -------------------------------------------------------------------------------------


PHASES: dict[str, tuple[Any, str]] = {
    "acquisition": (lambda k: {"AcquisitionNumber": 1 + k // 6}, "acquisition 2"),
    "temporal": (lambda k: {"TemporalPositionIdentifier": 1 + k // 6}, "temporal position 2"),
    "contrast": (lambda k: {"ContrastBolusAgent": ["", "Iomeron"][k // 6]}, "Iomeron"),
    "time": (lambda k: {"AcquisitionTime": ["101500", "101620"][k // 6]}, "phase 2"),
    "numbers": (lambda k: {}, "pass 2"),
}


@pytest.mark.hazard("G14")
@pytest.mark.parametrize("by", PHASES)
def test_two_phases_in_one_series_are_offered_apart(tmp_path: Path, by: str) -> None:
    values, words = PHASES[by]
    write_series(
        tmp_path / "a",
        change=both(placed(lambda k: k % 6), lambda d, k: setting(**values(k))(d, k)),
    )
    found = last(tmp_path / "a")
    assert isinstance(found, SeriesFound)
    assert [series.slices for series in found.series] == [6, 6]
    (second,) = (series for series in found.series if words in series.description)
    item = load_volume(tmp_path / "a", series_uid=second.uid, isolate=False)
    np.testing.assert_array_equal(item.voxels, voxels_zyx()[6:])
    assert item.geometry.spacing_xyz_mm == SPACING


@pytest.mark.hazard("G14")
def test_exact_copies_are_left_aside_and_told(tmp_path: Path) -> None:
    paths = write_series(tmp_path / "a")
    for number in (2, 7):
        (tmp_path / "a" / f"copy{number}.dcm").write_bytes(paths[number].read_bytes())
    item = load_volume(tmp_path / "a", isolate=False)
    np.testing.assert_array_equal(item.voxels, voxels_zyx())
    assert "Left aside 2 exact copies of other files." in item.notices


@pytest.mark.hazard("G19")
def test_a_derived_picture_is_listed_apart(tmp_path: Path) -> None:
    write_series(tmp_path / "a", change=setting(4, ImageType=["DERIVED", "SECONDARY", "MPR"]))
    found = last(tmp_path / "a")
    assert isinstance(found, SeriesFound)
    rows = {series.description: series for series in found.series}
    assert rows["Abdomen venous (derived)"].slices == 1
    assert "misses 1 of 12 slices" in rows["Abdomen venous (original)"].warnings[0]


@pytest.mark.hazard("G9", "G13")
@pytest.mark.parametrize("mirrored", [False, True])
def test_an_oblique_series_lies_where_its_headers_say(tmp_path: Path, mirrored: bool) -> None:
    matrix = np.reshape(turned(25, mirrored=False), (3, 3))
    step = -SPACING[2] if mirrored else SPACING[2]

    def oblique(dataset: FileDataset, k: int) -> FileDataset:
        dataset.ImageOrientationPatient = [f"{v:.12f}" for v in matrix[:, :2].T.ravel()]
        dataset.ImagePositionPatient = [
            f"{v:.8f}" for v in np.asarray(ORIGIN) + k * step * matrix[:, 2]
        ]
        return dataset

    write_series(tmp_path / "a", change=oblique)
    item = load_volume(tmp_path / "a", isolate=False)
    marked = tuple(int(i) for i in np.argwhere(item.voxels == 3000)[0])
    wanted = np.asarray(ORIGIN) + matrix @ (4 * SPACING[0], 3 * SPACING[1], 2 * step)
    np.testing.assert_allclose(item.geometry.point(marked), wanted, atol=1e-3)


def test_the_source_names_objects_in_the_order_of_voxels(tmp_path: Path) -> None:
    paths = write_series(tmp_path / "a", change=placed(lambda k: -k))
    item = load_volume(tmp_path / "a", isolate=False)
    assert isinstance(item, Volume)
    source = item.source
    assert source is not None
    assert source.files == tuple(reversed(paths))
    assert len(set(source.instance_uids)) == 12
    assert "planted" not in source.patient_key.lower()
    write_series(tmp_path / "b", seed="b")
    again = load_volume(tmp_path / "b", isolate=False).source
    assert again is not None
    assert again.patient_key == source.patient_key != ""


@pytest.mark.hazard("L20")
@pytest.mark.parametrize("packed", [False, True])
def test_a_slice_written_to_between_its_header_and_its_pixels(tmp_path: Path, packed: bool) -> None:
    def change(dataset: FileDataset, k: int) -> FileDataset:
        if packed:
            dataset.compress(RLELossless, generate_instance_uid=False)
        return dataset

    paths = write_series(tmp_path / "a", change=change)
    reading = load(tmp_path / "a", isolate=False)
    while "Reading" not in next(reading).text:
        pass
    status = paths[10].stat()
    os.utime(paths[10], ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    with pytest.raises(InputError, match=r"010\.dcm changed while it was read"):
        list(reading)
