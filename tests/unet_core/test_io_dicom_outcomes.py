"""What every DICOM file of pydicom's own tests, and every real series beside us, comes to.

Opened alone, each file either loads with the size written here or is refused with the words
written here. ``FALSE_REFUSALS`` are the files another program opens as a grey picture and we do
not, each with its reason.
"""

import shutil
from pathlib import Path

import pydicom
import pytest

from tests.unet_core.io_samples import refusal
from unet_core.events import Loaded, Offered, SeriesFound
from unet_core.io import load
from unet_core.volume import Volume

PYDICOM = Path(pydicom.__file__).parent / "data"
COLOUR = "is in colour (red, green and blue in every voxel)"
NO_PICTURE = "holds no scan, only 1 object without a picture"
WITHOUT_PIXELS = "is cut before its pixels"
"""Also of files that pydicom's authors shortened to their headers."""
GREY_32 = (1, 32, 32)
MR = (1, 64, 64)

FALSE_REFUSALS = {
    "MR_small_padded.dcm": "128 bytes more than the picture; L16 wants the exact length",
    "JPEG2000-embedded-sequence-delimiter.dcm": "a delimiter was written over its picture's width",
    "liver_1frame.dcm": "a SEG without the NumberOfFrames that DICOM PS3.3 C.7.6.6 demands",
    "liver_expb_1frame.dcm": "a SEG in the retired big-endian order",
    "rtstruct.dcm": "an RTSTRUCT without the file header that DICOM PS3.10 demands",
}

OUTCOMES: dict[str, tuple[int, int, int] | str] = {
    "693_J2KI.dcm": (1, 512, 512),
    "CT_small.dcm": (1, 128, 128),
    "J2K_pixelrep_mismatch.dcm": (1, 512, 512),
    "JPEG-lossy.dcm": (1, 1024, 256),
    "JPEG2000.dcm": (1, 1024, 256),
    "JPEG2000-embedded-sequence-delimiter.dcm": "pixels where its header says 256 x 1024",
    "JPEGLSNearLossless_08.dcm": (1, 45, 10),
    "JPEGLSNearLossless_16.dcm": (1, 50, 10),
    "JPGExtended.dcm": (1, 1024, 256),
    "MR_small.dcm": MR,
    "MR_small_RLE.dcm": MR,
    "MR_small_bigendian.dcm": MR,
    "MR_small_expb.dcm": MR,
    "MR_small_implicit.dcm": MR,
    "MR_small_jp2klossless.dcm": MR,
    "MR_small_jpeg_ls_lossless.dcm": MR,
    "MR_small_padded.dcm": "holds 8,320 bytes of pixels where 8,192 belong",
    "MR_truncated.dcm": "is cut short: 4,065 of 4,096 pixels",
    "examples_overlay.dcm": (1, 300, 484),
    "image_dfl.dcm": (1, 512, 512),
    "SC_rgb_rle_16bit.dcm": "holds colours of 16 of 16 bits",
    "SC_rgb_rle_16bit_2frame.dcm": "holds colours of 16 of 16 bits",
    "SC_rgb_rle_32bit.dcm": "holds colours of 32 of 32 bits",
    "SC_rgb_rle_32bit_2frame.dcm": "holds colours of 32 of 32 bits",
    "examples_palette.dcm": "is a colour picture (PALETTE COLOR), not a scan",
    "SC_rgb_jpeg.dcm": "is damaged: it holds bytes where an element should begin",
    "ExplVR_BigEndNoMeta.dcm": "is of no known format",
    "ExplVR_LitEndNoMeta.dcm": "holds no scan, only 1 RTPLAN",
    "badVR.dcm": "is damaged: its numbers are no numbers",
    "liver_1frame.dcm": "0 frames",
    "liver_expb_1frame.dcm": "big-endian",
    "meta_missing_tsyntax.dcm": "is damaged: it does not say how it is written",
    "nested_priv_SQ.dcm": "holds no",
    "no_meta.dcm": "is of no known format",
    "no_meta_group_length.dcm": NO_PICTURE,
    "reportsi.dcm": "only 1 SR",
    "reportsi_with_empty_number_tags.dcm": "only 1 SR",
    "rtdose.dcm": "only 1 RTDOSE",
    "rtdose_1frame.dcm": "only 1 RTDOSE",
    "rtdose_expb.dcm": "only 1 RTDOSE",
    "rtdose_expb_1frame.dcm": "only 1 RTDOSE",
    "rtdose_rle.dcm": "only 1 RTDOSE",
    "rtdose_rle_1frame.dcm": "only 1 RTDOSE",
    "rtplan.dcm": "only 1 RTPLAN",
    "rtplan_truncated.dcm": "is damaged: it has an element of 976 bytes with 711 bytes left",
    "rtstruct.dcm": "is no DICOM file",
    "test-SR.dcm": "only 1 SR",
    "waveform_ecg.dcm": "only 1 ECG",
    **dict.fromkeys(
        (
            "ExplVR_BigEnd.dcm", "GDCMJ2K_TextGBR.dcm", "SC_jpeg_no_color_transform.dcm",
            "SC_jpeg_no_color_transform_2.dcm", "SC_rgb_dcmtk_+eb+cr.dcm",
            "SC_rgb_dcmtk_+eb+cy+n1.dcm", "SC_rgb_dcmtk_+eb+cy+n2.dcm",
            "SC_rgb_dcmtk_+eb+cy+np.dcm", "SC_rgb_dcmtk_+eb+cy+s2.dcm",
            "SC_rgb_dcmtk_+eb+cy+s4.dcm", "SC_rgb_gdcm_KY.dcm", "SC_rgb_jls_lossy_line.dcm",
            "SC_rgb_jls_lossy_sample.dcm", "SC_rgb_jpeg_app14_dcmd.dcm", "SC_rgb_jpeg_dcmd.dcm",
            "SC_rgb_jpeg_dcmtk.dcm", "SC_rgb_jpeg_gdcm.dcm", "SC_rgb_jpeg_lossy_gdcm.dcm",
            "SC_rgb_rle.dcm", "SC_rgb_rle_2frame.dcm", "SC_rgb_small_odd.dcm",
            "SC_rgb_small_odd_big_endian.dcm", "SC_rgb_small_odd_jpeg.dcm",
            "SC_ybr_full_422_uncompressed.dcm", "examples_jpeg2k.dcm", "examples_rgb_color.dcm",
            "examples_ybr_color.dcm",
        ),
        COLOUR,
    ),
    **dict.fromkeys(
        ("fall.dcm", "hotiron.dcm", "hotmetalblue.dcm", "pet.dcm", "pet20step.dcm", "spring.dcm",
         "summer.dcm", "winter.dcm"),
        NO_PICTURE,
    ),
    **dict.fromkeys(
        ("chrJapMulti.dcm", "chrJapMultiExplicitIR6.dcm", "chrKoreanMulti.dcm",
         "chrSQEncoding.dcm", "chrSQEncoding1.dcm", "UN_sequence.dcm", "empty_charset_LEI.dcm",
         "priv_SQ.dcm"),
        WITHOUT_PIXELS,
    ),
    **dict.fromkeys(
        ("chrArab.dcm", "chrFren.dcm", "chrFrenMulti.dcm", "chrGerm.dcm", "chrGreek.dcm",
         "chrH31.dcm", "chrH32.dcm", "chrHbrw.dcm", "chrI2.dcm", "chrRuss.dcm", "chrX1.dcm",
         "chrX2.dcm"),
        GREY_32,
    ),
}  # fmt: skip


def shipped() -> list[Path]:
    """DICOM files that come with pydicom itself; its others would have to be fetched."""
    folders = (PYDICOM / "test_files", PYDICOM / "charset_files", PYDICOM / "palettes")
    return sorted(path for folder in folders for path in folder.glob("*.dcm"))


@pytest.mark.hazard("L15", "L16", "L23", "G23", "G22")
@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.name)
def test_every_file_that_comes_with_pydicom(tmp_path: Path, path: Path) -> None:
    outcome = OUTCOMES[path.name]
    alone = Path(shutil.copy(path, tmp_path))
    if isinstance(outcome, str):
        assert outcome in refusal(alone)
        return
    *_, loaded = load(alone, isolate=False, as_mask=False)
    assert isinstance(loaded, Loaded)
    assert loaded.item.voxels.shape == outcome


@pytest.mark.filterwarnings("ignore")  # pydicom's, about its own odd files
def test_no_file_is_refused_without_a_reason() -> None:
    """Grey pictures that are refused are those explained above, of all grey pictures there are."""
    grey, refused = [], []
    for path in shipped():
        dataset = pydicom.dcmread(path, force=True)  # noqa: TID251
        is_mask = dataset.get("Modality") in ("SEG", "RTSTRUCT")
        is_grey = dataset.get("PhotometricInterpretation") in ("MONOCHROME1", "MONOCHROME2")
        is_dose = dataset.get("Modality") == "RTDOSE"
        if is_dose or not (is_mask or (is_grey and "PixelData" in dataset)):
            continue
        grey.append(path.name)
        if isinstance(OUTCOMES[path.name], str):
            refused.append(path.name)
    damaged = {"MR_truncated.dcm", "no_meta.dcm"}
    assert set(refused) - damaged == set(FALSE_REFUSALS)
    assert len(grey) == 35


def test_the_same_picture_in_eight_encodings(tmp_path: Path) -> None:
    seen = set()
    for name, outcome in OUTCOMES.items():
        if outcome == MR:
            *_, loaded = load(
                Path(shutil.copy(PYDICOM / "test_files" / name, tmp_path / name)), isolate=False,
                as_mask=False, part="1",
            )  # fmt: skip
            assert isinstance(loaded, Loaded)
            seen.add(loaded.item.voxels.tobytes())
            (tmp_path / name).unlink()
    assert len(seen) == 1


@pytest.mark.hazard("L18")
@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("DICOMDIR", 12),
        ("DICOMDIR-bigEnd", 12),
        ("DICOMDIR-implicit", 12),
        ("DICOMDIR-nopatient", 12),
        ("DICOMDIR-reordered", 12),
        ("DICOMDIR-empty.dcm", "lists no files beside it"),
        ("DICOMDIR-nooffset", "is damaged: it is cut inside a sequence"),
        (
            "TINY_ALPHA/DICOMDIR",
            "holds nothing but damaged DICOM files (IM000000 is cut before its pixels)",
        ),
    ],
)
def test_every_dicomdir_that_comes_with_pydicom(name: str, outcome: int | str) -> None:
    path = PYDICOM / "test_files" / "dicomdirtests" / name
    if isinstance(outcome, str):
        assert outcome in refusal(path)
        return
    *_, found = load(path, isolate=False)
    assert isinstance(found, SeriesFound)
    assert len(found.series) == outcome


# dicom/jpeg2000_no_series_uid is opened by test_io_real, against the same scan as NIfTI
REAL: dict[str, tuple[int, int, int] | str | int] = {
    "dicom/CRLM-CT-1004": (41, 512, 512),
    "dicom/gap_zero_byte_and_stray": "(000000.dcm is empty (0 bytes))",
    "dicom/gantry_tilt_variable_spacing": "tilted gantry (18.5 degrees",
    "dicom/failing_gantrytilting": "tilted gantry (14.0 degrees",
    "dicom/failing_notavolume": "all its 4 slices at one position",
    "dicom/failing_slicecount": "2 slices 1 mm apart",
    "dicom/failing_sliceincrement": 2,
    "dicom/failing_sliceincrement/001": "uneven distances between slices, from 5 to 10 mm",
    "dicom/failing_sliceincrement/002": "misses 1 of 5 slices: 1 after IM-0001-0003.dcm",
    "dicom/failing_sliceorientation": "lie in another direction",
    "seg/ct_3slice_with_seg": (3, 512, 512),
    "seg/lung_ct_rtstruct_nifti/dicom": (60, 201, 204),
    "seg/ct_rtstruct": (2, 512, 512),
    "seg/ct_oblique_rtstruct": "mixes 3 studies in one series (1.dcm, 2.dcm unlike the other 1)",
}


@pytest.mark.real_data
@pytest.mark.hazard("G10", "G12", "G13", "G15", "G16", "L21")
@pytest.mark.parametrize("folder", REAL)
def test_every_real_series(real_data: Path, folder: str) -> None:
    outcome = REAL[folder]
    path = real_data / folder
    if isinstance(outcome, str):
        assert outcome in refusal(path, as_mask=False)
        return
    *_, event = load(path, isolate=False, as_mask=False)
    if isinstance(outcome, int):
        assert isinstance(event, SeriesFound)
        assert len(event.series) == outcome
        return
    assert isinstance(event, Loaded)
    assert isinstance(event.item, Volume)
    assert event.item.voxels.shape == outcome


@pytest.mark.real_data
@pytest.mark.hazard("G12", "G13")
def test_a_real_tilted_series_straightened(real_data: Path) -> None:
    """The last slice lies where its header says: 113 planes hold 28 slices of 4, 7 and 1.08 mm."""
    path = real_data / "dicom" / "gantry_tilt_variable_spacing"
    *_, offered = load(path, isolate=False)
    assert isinstance(offered, Offered)
    *_, loaded = load(path, isolate=False, **offered.options[0].settings)
    assert isinstance(loaded, Loaded)
    positions = [
        pydicom.dcmread(file, stop_before_pixels=True).ImagePositionPatient  # noqa: TID251
        for file in path.glob("*.dcm")
    ]
    for first_pixel in (min(positions, key=lambda p: p[2]), max(positions, key=lambda p: p[2])):
        z, y, x = (
            float(v)
            for v in reversed(_fractional(loaded.item, tuple(float(v) for v in first_pixel)))
        )
        assert abs(z - round(z)) * loaded.item.geometry.spacing_xyz_mm[2] < 0.01
        assert abs(x) * loaded.item.geometry.spacing_xyz_mm[0] < 0.01
        assert -0.01 < y < loaded.item.voxels.shape[1] - 511


def _fractional(item: object, point: tuple[float, ...]) -> list[float]:
    import numpy as np

    affine = item.geometry.affine
    return [float(v) for v in np.linalg.solve(affine, [*point, 1.0])[:3]]
