"""DICOM series: the lawful load where they lie, the odd are refused with their reason."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.dataset import Dataset, FileDataset
from pydicom.sequence import Sequence
from pydicom.uid import (
    ExplicitVRBigEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    RLELossless,
    SegmentationStorage,
    generate_uid,
)

from tests.unet_core.io_samples import (
    ORIGIN,
    SPACING,
    raw_element,
    refusal,
    turned,
    voxels_zyx,
    write_series,
)
from unet_core.errors import InputError
from unet_core.events import Loaded, SeriesFound
from unet_core.io import load, load_now, load_volume
from unet_core.volume import Geometry, Volume

Change = Callable[[FileDataset, int], FileDataset | None]


def setting(only: int | None = None, **values: object) -> Change:
    """A change that sets attributes of one slice, or of all."""

    def change(dataset: FileDataset, k: int) -> FileDataset:
        if only is None or k == only:
            for key, value in values.items():
                setattr(dataset, key, value)
        return dataset

    return change


def test_a_series_loads_with_hu_and_place(tmp_path: Path) -> None:
    write_series(tmp_path / "case 7")
    *_, loaded = load(tmp_path / "case 7")
    assert isinstance(loaded, Loaded)
    item = loaded.item
    assert isinstance(item, Volume)
    np.testing.assert_array_equal(item.voxels, voxels_zyx())
    assert item.voxels.dtype == np.int16
    assert item.intensity == "HU"
    assert item.name == "case 7"
    assert not item.geometry.differences(Geometry((24, 20, 12), SPACING, ORIGIN))


def test_x4_no_patient_name_leaves_the_door(tmp_path: Path) -> None:
    write_series(tmp_path / "a")
    item = load_volume(tmp_path / "a", isolate=False)
    assert "planted" not in (repr(item.notices) + item.name).lower()
    sentence = refusal(_spoiled(tmp_path, setting(3, PatientID="PLANTED-ID-2")))
    assert "planted" not in sentence.lower()
    assert "mixes 2 patients" in sentence


def _spoiled(tmp_path: Path, change: Change) -> Path:
    write_series(tmp_path / "series", change=change)
    return tmp_path / "series"


def test_one_file_opens_its_series(tmp_path: Path) -> None:
    paths = write_series(tmp_path / "a")
    write_series(tmp_path / "a", voxels_zyx((4, 20, 24)), seed="b", prefix="other")
    item = load_volume(paths[5], isolate=False)
    assert item.voxels.shape == (12, 20, 24)


def test_several_series_are_asked_about(tmp_path: Path) -> None:
    write_series(tmp_path / "a" / "one")
    write_series(tmp_path / "a" / "two", voxels_zyx((4, 20, 24)), seed="b")
    *_, found = load(tmp_path / "a")
    assert isinstance(found, SeriesFound)
    assert sorted(series.slices for series in found.series) == [4, 12]
    assert {series.description for series in found.series} == {"Abdomen venous"}
    with pytest.raises(InputError, match="2 series"):
        load_now(tmp_path / "a", isolate=False)
    chosen = next(series for series in found.series if series.slices == 4)
    item = load_volume(tmp_path / "a", series_uid=chosen.uid, isolate=False)
    assert item.voxels.shape == (4, 20, 24)
    assert "does not hold that series" in refusal(tmp_path / "a", series_uid="1.2.3")


def test_g19_segmentations_and_localizers_are_left_aside(tmp_path: Path) -> None:
    write_series(tmp_path / "a")

    def localizer(dataset: FileDataset, k: int) -> FileDataset:
        dataset.ImageType = ["ORIGINAL", "PRIMARY", "LOCALIZER"]
        return dataset

    def segmentation(dataset: FileDataset, k: int) -> FileDataset:
        dataset.file_meta.MediaStorageSOPClassUID = SegmentationStorage
        dataset.Modality = "SEG"
        return dataset

    write_series(tmp_path / "a", voxels_zyx((1, 20, 24)), localizer, seed="l", prefix="l")
    write_series(tmp_path / "a", voxels_zyx((1, 20, 24)), segmentation, seed="s", prefix="s")
    (tmp_path / "a" / "Thumbs.db").write_bytes(b"")
    (tmp_path / "a" / "notes.txt").write_text("hello")
    item = load_volume(tmp_path / "a", isolate=False)
    assert item.voxels.shape == (12, 20, 24)
    assert any("1 SEG, 1 localizer" in notice for notice in item.notices)


def test_series_without_a_uid(tmp_path: Path) -> None:
    write_series(tmp_path / "a", change=setting(SeriesInstanceUID=""))
    assert load_volume(tmp_path / "a", isolate=False).voxels.shape == (12, 20, 24)


def test_g17_order_is_by_position_not_by_name_or_number(tmp_path: Path) -> None:
    def reversed_z(dataset: FileDataset, k: int) -> FileDataset:
        dataset.InstanceNumber = 100 - k
        dataset.ImagePositionPatient = [ORIGIN[0], ORIGIN[1], ORIGIN[2] - k * SPACING[2]]
        return dataset

    item = load_volume(_spoiled(tmp_path, reversed_z), isolate=False)
    np.testing.assert_array_equal(item.voxels, voxels_zyx()[::-1])
    assert item.geometry.origin_xyz_mm[2] == pytest.approx(ORIGIN[2] - 11 * SPACING[2])


def test_g13_an_oblique_series_lies_right_and_a_tilted_one_is_refused(tmp_path: Path) -> None:
    matrix = np.reshape(turned(20), (3, 3))

    def oblique(dataset: FileDataset, k: int) -> FileDataset:
        dataset.ImageOrientationPatient = [float(v) for v in matrix[:, :2].T.ravel()]
        position = np.asarray(ORIGIN) + k * SPACING[2] * matrix[:, 2]
        dataset.ImagePositionPatient = [f"{v:.8f}" for v in position]
        return dataset

    item = load_volume(_spoiled(tmp_path, oblique), isolate=False)
    expected = Geometry((24, 20, 12), SPACING, ORIGIN, turned(20))
    np.testing.assert_allclose(
        item.geometry.point((11, 19, 23)), expected.point((11, 19, 23)), atol=0.01
    )

    def tilted(dataset: FileDataset, k: int) -> FileDataset:
        shift = k * SPACING[2] * np.tan(np.radians(10))
        dataset.ImagePositionPatient = [
            ORIGIN[0], f"{ORIGIN[1] + shift:.6f}", ORIGIN[2] + k * SPACING[2]
        ]  # fmt: skip
        return dataset

    write_series(tmp_path / "tilted", change=tilted)
    assert "tilted gantry (10.0 degrees" in refusal(tmp_path / "tilted")


@pytest.mark.parametrize("missing", [1, 2, 5])
def test_g10_missing_slices_are_counted(tmp_path: Path, missing: int) -> None:
    def drop(dataset: FileDataset, k: int) -> FileDataset | None:
        return None if 4 <= k < 4 + missing else dataset

    sentence = refusal(_spoiled(tmp_path, drop))
    assert f"misses {missing} of 12 slices" in sentence
    assert "003.dcm" in sentence


def test_g11_a_first_slice_that_may_be_missing(tmp_path: Path) -> None:
    def drop(dataset: FileDataset, k: int) -> FileDataset | None:
        return None if k == 0 else dataset

    item = load_volume(_spoiled(tmp_path, drop), isolate=False)
    assert any("start at 2" in notice for notice in item.notices)
    counted = setting(ImagesInAcquisition=12)

    def drop_last(dataset: FileDataset, k: int) -> FileDataset | None:
        return None if k == 11 else counted(dataset, k)

    write_series(tmp_path / "last", change=drop_last)
    item = load_volume(tmp_path / "last", isolate=False)
    assert any("counted 12 images; 11 are here" in notice for notice in item.notices)


@pytest.mark.parametrize("size", [0, 100, 200, 900])
@pytest.mark.parametrize("which", [0, 6, 11])
def test_g11_l21_damaged_slices_are_never_dropped(tmp_path: Path, which: int, size: int) -> None:
    paths = write_series(tmp_path / "a")
    paths[which].write_bytes(paths[which].read_bytes()[:size])
    sentence = refusal(tmp_path / "a")
    assert "1 of 12 DICOM files" in sentence or "cut short" in sentence or "pixels" in sentence
    assert paths[which].name in sentence


def test_l16_pixels_cut_or_too_many_rows(tmp_path: Path) -> None:
    paths = write_series(tmp_path / "a")
    paths[3].write_bytes(paths[3].read_bytes()[:-2])
    assert "479 of 480 pixels" in refusal(tmp_path / "a")
    write_series(tmp_path / "b", change=setting(Rows=21))
    assert "bytes of pixels where" in refusal(tmp_path / "b")
    write_series(tmp_path / "c", voxels_zyx((1, 20, 24)), setting(NumberOfFrames=2))
    assert "holds 960 bytes of pixels where 1,920 belong" in refusal(tmp_path / "c", part="2")


def uneven(dataset: FileDataset, k: int) -> FileDataset:
    z = ORIGIN[2] + k * SPACING[2] + (1.1 if k > 5 else 0)
    dataset.ImagePositionPatient = [ORIGIN[0], ORIGIN[1], z]
    return dataset


def same_place(dataset: FileDataset, k: int) -> FileDataset:
    dataset.ImagePositionPatient = list(ORIGIN)
    return dataset


def two_phases(dataset: FileDataset, k: int) -> FileDataset:
    dataset.ImagePositionPatient = [ORIGIN[0], ORIGIN[1], ORIGIN[2] + (k % 6) * SPACING[2]]
    return dataset


def without(keyword: str) -> Change:
    def change(dataset: FileDataset, k: int) -> FileDataset:
        delattr(dataset, keyword)
        return dataset

    return change


def raw(keyword: str, value: str) -> Change:
    def change(dataset: FileDataset, k: int) -> FileDataset:
        raw_element(dataset, keyword, value)
        return dataset

    return change


@pytest.mark.parametrize(
    ("change", "words"),
    [
        pytest.param(uneven, "uneven distances", id="G12"),
        pytest.param(two_phases, "holds 2 series", id="G14"),
        pytest.param(same_place, "all its 12 slices at one position", id="G15"),
        pytest.param(without("ImagePositionPatient"), "no position", id="G15-none"),
        pytest.param(
            setting(4, ImageOrientationPatient=[1, 0, 0, 0, 0, -1]),
            "004.dcm lies in another direction",
            id="G16-orientation",
        ),
        pytest.param(
            setting(4, PixelSpacing=[0.9, 0.9]), "004.dcm has pixels of 0.9", id="G16-spacing"
        ),
        pytest.param(setting(4, PatientName="Other^Name"), "2 patients", id="G18-patient"),
        pytest.param(
            setting(4, FrameOfReferenceUID=generate_uid()), "2 frames of reference", id="G18-frame"
        ),
        pytest.param(setting(4, StudyInstanceUID=generate_uid()), "2 studies", id="G18-study"),
        pytest.param(setting(4, Modality="MR"), "2 modalities", id="G18-modality"),
        pytest.param(raw("PixelSpacing", "0,8\\0,7"), "0,8", id="G2"),
        pytest.param(raw("PixelSpacing", "abc\\0.7"), "decimal numbers", id="G1-text"),
        pytest.param(raw("PixelSpacing", "nan\\0.7"), "decimal numbers", id="G1-nan"),
        pytest.param(setting(PixelSpacing=[0, 0.7]), "spacing of 0 mm", id="G1-zero"),
        pytest.param(without("PixelSpacing"), "no pixel spacing", id="G1-none"),
        pytest.param(setting(RescaleSlope=0), "scales its values", id="G21-zero"),
        pytest.param(setting(RescaleSlope=-1), "scales its values", id="G21-negative"),
        pytest.param(raw("RescaleSlope", "nan"), "decimal number", id="G21-nan"),
        pytest.param(setting(BitsStored=99), "99 of 16 bits", id="G22-stored"),
        pytest.param(setting(HighBit=11), "up to bit 11", id="G22-high"),
        pytest.param(setting(SamplesPerPixel=3), "colour", id="colour"),
        pytest.param(setting(ImageOrientationPatient=[1, 0, 0, 1, 0, 0]), "right angles", id="G6"),
    ],
)
def test_series_refused_with_their_reason(tmp_path: Path, change: Change, words: str) -> None:
    assert words in refusal(_spoiled(tmp_path, change))


def test_g20_each_slice_has_its_own_scaling(tmp_path: Path) -> None:
    def scaled(dataset: FileDataset, k: int) -> FileDataset:
        dataset.RescaleSlope, dataset.RescaleIntercept = (2, -1000) if k == 4 else (1, -1024)
        return dataset

    item = load_volume(_spoiled(tmp_path, scaled), isolate=False)
    expected = voxels_zyx().astype(np.int32)
    expected[4] = (expected[4] + 1024) * 2 - 1000
    np.testing.assert_array_equal(item.voxels, expected)
    assert item.voxels.dtype == np.int16

    def wide(dataset: FileDataset, k: int) -> FileDataset:
        dataset.RescaleSlope = 20 if k == 4 else 1
        return dataset

    write_series(tmp_path / "wide", change=wide)
    item = load_volume(tmp_path / "wide", isolate=False)
    assert item.voxels.dtype == np.float32  # 40,700 does not wrap to -24,836
    expected = voxels_zyx().astype(np.int64)
    expected[4] = (expected[4] + 1024) * 20 - 1024
    np.testing.assert_array_equal(item.voxels, expected)


@pytest.mark.parametrize("syntax", [ImplicitVRLittleEndian, ExplicitVRBigEndian, RLELossless])
def test_other_packings_give_the_same_voxels(tmp_path: Path, syntax: str) -> None:
    def packed(dataset: FileDataset, k: int) -> FileDataset:
        if syntax == ExplicitVRBigEndian:
            values = np.frombuffer(dataset.PixelData, "<i2")
            dataset.PixelData = values.astype(">i2").tobytes()
            dataset["PixelData"].VR = "OW"
        if syntax == RLELossless:
            dataset.compress(RLELossless)
        dataset.file_meta.TransferSyntaxUID = syntax
        return dataset

    folder = tmp_path / "a"
    folder.mkdir()
    for path in write_series(tmp_path / "plain"):
        dataset = packed(pydicom.dcmread(path), 0)  # noqa: TID251
        pydicom.dcmwrite(
            folder / path.name,
            dataset,
            implicit_vr=syntax == ImplicitVRLittleEndian,
            little_endian=syntax != ExplicitVRBigEndian,
            force_encoding=True,
        )
    item = load_volume(folder, isolate=False)
    np.testing.assert_array_equal(item.voxels, voxels_zyx())


def test_l15_foreign_streams_are_refused(tmp_path: Path) -> None:
    stream = b"\xff\x4f\xff\x51" + bytes(4) + (64).to_bytes(4) + (32).to_bytes(4) + bytes(40)

    def foreign(dataset: FileDataset, k: int) -> FileDataset:
        dataset.PixelData = pydicom.encaps.encapsulate([stream])
        dataset["PixelData"].is_undefined_length = True
        dataset["PixelData"].VR = "OB"
        dataset.file_meta.TransferSyntaxUID = JPEG2000Lossless
        return dataset

    write_series(tmp_path / "b", change=foreign)
    assert "64 x 32 pixels where its header says 24 x 20" in refusal(tmp_path / "b")


def test_l13_nesting_too_deep_is_refused_not_crashed(tmp_path: Path) -> None:
    paths = write_series(tmp_path / "a")
    data = paths[2].read_bytes()
    open_item = b"\x08\x00\x40\x11SQ\0\0\xff\xff\xff\xff\xfe\xff\x00\xe0\xff\xff\xff\xff"
    at = data.index(b"\x10\x00\x10\x00PN")
    paths[2].write_bytes(data[:at] + open_item * 5000 + data[at:])
    assert "002.dcm" in refusal(tmp_path / "a")


def test_padding_is_kept_and_told(tmp_path: Path) -> None:
    values = voxels_zyx()
    values[:, 0, 0] = -3024
    write_series(tmp_path / "a", values, setting(PixelPaddingValue=-2000))
    item = load_volume(tmp_path / "a", isolate=False)
    assert item.voxels.min() == -3024
    assert any("-3024, the file's padding" in notice for notice in item.notices)


def test_one_slice_and_two_slices(tmp_path: Path) -> None:
    write_series(tmp_path / "one", voxels_zyx((1, 20, 24)))
    item = load_volume(tmp_path / "one", isolate=False)
    assert item.geometry.spacing_xyz_mm == SPACING
    write_series(tmp_path / "two", voxels_zyx((2, 20, 24)), without("SliceThickness"))
    assert "2 slices 2.5 mm apart" in refusal(tmp_path / "two")
    write_series(tmp_path / "pair", voxels_zyx((2, 20, 24)))
    assert load_volume(tmp_path / "pair", isolate=False).voxels.shape == (2, 20, 24)


def test_a_folder_without_a_scan(tmp_path: Path) -> None:
    assert "is empty" in refusal(tmp_path)
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    assert "1 picture and no DICOM" in refusal(tmp_path)


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    paths = write_series(tmp_path / "a")
    (tmp_path / "b").mkdir()
    for path in paths:
        (tmp_path / "b" / path.name).symlink_to(path)
    assert "no DICOM scan" in refusal(tmp_path / "b")


def test_sequences_in_headers_do_not_matter(tmp_path: Path) -> None:
    def nested(dataset: FileDataset, k: int) -> FileDataset:
        inner = Dataset()
        inner.PixelSpacing = [9, 9]
        dataset.ReferencedImageSequence = Sequence([inner])
        return dataset

    item = load_volume(_spoiled(tmp_path, nested), isolate=False)
    np.testing.assert_array_equal(item.voxels, voxels_zyx())
