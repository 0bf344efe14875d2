"""Every odd file that others collected, with what must come of it; false refusals are counted.

``Loads`` gives size (z, y, x) and one known number: the sum of all voxels. ``Asks`` gives the
number of ways offered. ``Refuses`` gives words of the sentence; where the file is a sound scan of
a kind this program could show, ``because`` says why it is refused all the same.
"""

from dataclasses import dataclass
from pathlib import Path

import nibabel
import numpy as np
import pytest

from tests.unet_core.io_samples import refusal
from unet_core.io import NeedsChoice, load_now

NIBABEL_DATA = Path(nibabel.__file__).parent / "tests" / "data"


@dataclass(frozen=True)
class Loads:
    shape: tuple[int, int, int]
    total: float | None = None
    oriented: bool = True


@dataclass(frozen=True)
class Asks:
    ways: int
    words: str = "volumes"


@dataclass(frozen=True)
class Refuses:
    words: str
    because: str = ""


UNKNOWN = Refuses("of no known format")
SMALL = Loads((3, 3, 3), 351)
UNPLACED = Loads((10, 64, 64), None, oriented=False)

ODD = {
    "metaimage/corrupt.png": UNKNOWN,
    "metaimage/image10x10x10.mha": Loads((10, 10, 10)),
    "metaimage/image10x11x12x13.mha": Asks(13),
    "metaimage/image3x4-no-spacing.mhd": Asks(3, "values in every voxel"),
    "metaimage/image3x4.mhd": Asks(3, "values in every voxel"),
    "metaimage/image3x4.zraw": Refuses("open image3x4.mhd"),
    "metaimage/image4x4x4x4x4.mha": Asks(16),
    "metaimage/image5x6x7.mhd": Loads((7, 6, 5)),
    "metaimage/image5x6x7.zraw": Refuses("open image5x6x7.mhd"),
    "metaimage/invalid_utf8.mhd": Refuses("damaged header"),
    "metaimage/referring_to_system_file.mhd": Refuses("outside its own folder"),
    "nifti_fuzz/crash-08123ef33416bd6f0c5fa63d44b681b8581d62a0": UNKNOWN,
    "nifti_fuzz/crash-1.nii": UNKNOWN,
    "nifti_fuzz/crash-98aa054390f8d3f932f190dc22ef62c6ff2d6619": UNKNOWN,
    "nifti_fuzz/crash-d03c6346fe83a026738f6b8cd2a9335a3f8cb158": UNKNOWN,
    "nifti_fuzz/crash-ed7d46344d7efb3b9f0c374d66d2e02f66cc447d.nii": UNKNOWN,
    "nifti_variants/5D_small.nii": Asks(3),
    "nifti_variants/avg152T1_LR_nifti2.nii.gz": Loads((91, 109, 91)),
    "nifti_variants/big.nii.gz": Loads((21, 64, 64)),
    "nifti_variants/complex32.nii": Refuses("complex numbers"),
    "nifti_variants/complex64.nii": Refuses("complex numbers"),
    "nifti_variants/float32.nii": SMALL,
    "nifti_variants/float64.nii": SMALL,
    "nifti_variants/int16.nii": SMALL,
    "nifti_variants/int32.nii": SMALL,
    "nifti_variants/int64.nii": SMALL,
    "nifti_variants/int8.nii": SMALL,
    "nifti_variants/minimal.hdr": UNPLACED,
    "nifti_variants/minimal.hdr.gz": UNPLACED,
    "nifti_variants/minimal.img": UNPLACED,
    "nifti_variants/minimal.img.gz": UNPLACED,
    "nifti_variants/minimal.nii": UNPLACED,
    "nifti_variants/minimal.nii.gz": UNPLACED,
    "nifti_variants/minimal2.hdr": UNPLACED,
    "nifti_variants/minimal2.img.gz": UNPLACED,
    "nifti_variants/minimal_extended_hdr.nii": Loads((1, 8, 8), 0),
    "nifti_variants/not-nifti.nii": UNKNOWN,
    "nifti_variants/uint16.nii": SMALL,
    "nifti_variants/uint32.nii": SMALL,
    "nifti_variants/uint64.nii": SMALL,
    "nifti_variants/uint8.nii": SMALL,
    "nifti_variants/with_extension.nii.gz": Loads((151, 191, 161)),
}
NIBABEL = {
    "analyze.hdr": Refuses(
        "Analyze 7.5", "its format, and here its data file too, lack what places the patient"
    ),
    "anatomical.nii": Loads((25, 41, 33)),
    "example4d.nii.gz": Asks(2),
    "example_nifti2.nii.gz": Asks(2),
    "functional.nii": Asks(20),
    "nifti1.hdr": Refuses("without the other half"),
    "nifti2.hdr": Refuses("without the other half"),
    "reoriented_anat_moved.nii": Loads((22, 26, 21)),
    "resampled_anat_moved.nii": Refuses(
        "no numbers", "voxels outside the first image are NaN, which has no HU; 0 would be a guess"
    ),
    "row_major.dconn.nii": Refuses("CIFTI"),
    "standard.nii.gz": Loads((7, 5, 4)),
    "tiny.mnc": Refuses("MINC"),
    "small.mnc": Refuses("MINC"),
    "test.mgz": Refuses("gzip file without a NIfTI scan"),
    "example4d+orig.BRIK.gz": Refuses("gzip file without a NIfTI scan"),
    "scaled+tlrc.HEAD": UNKNOWN,
    "T1.PAR": Refuses("PAR/REC"),
    "tinypet.v": UNKNOWN,
    "simple.trk": UNKNOWN,
}
MOST_FALSE_REFUSALS = 2


def check(path: Path, expected: Loads | Asks | Refuses) -> None:
    if isinstance(expected, Refuses):
        assert expected.words in refusal(path)
        return
    if isinstance(expected, Asks):
        with pytest.raises(NeedsChoice, match=expected.words) as asked:
            load_now(path, isolate=False)
        assert len(asked.value.options) == expected.ways
        for option in asked.value.options:  # what a button offers does open
            load_now(path, isolate=False, **option.settings)
        return
    item = load_now(path, isolate=False)
    assert item.voxels.shape == expected.shape
    assert item.geometry.has_orientation is expected.oriented
    if expected.total is not None:
        assert float(item.voxels.sum(dtype=np.float64)) == expected.total


@pytest.mark.real_data
@pytest.mark.hazard("L1", "L9", "L19", "L23")
@pytest.mark.parametrize("name", sorted(ODD))
def test_each_odd_file_has_its_outcome(real_data: Path, name: str) -> None:
    check(real_data / "odd" / name, ODD[name])


@pytest.mark.real_data
def test_no_odd_file_is_left_out(real_data: Path) -> None:
    files = (p for p in (real_data / "odd").rglob("*") if p.is_file() and "LICENSE" not in p.name)
    assert {p.relative_to(real_data / "odd").as_posix() for p in files} == set(ODD)


@pytest.mark.hazard("L19", "L23")
@pytest.mark.parametrize("name", sorted(NIBABEL))
def test_each_scan_that_nibabel_tests_itself_with_has_its_outcome(name: str) -> None:
    if not (NIBABEL_DATA / name).is_file():
        pytest.skip("this nibabel comes without its own test data")
    check(NIBABEL_DATA / name, NIBABEL[name])


def test_no_nifti_of_nibabel_is_left_out() -> None:
    if not NIBABEL_DATA.is_dir():
        pytest.skip("this nibabel comes without its own test data")
    endings = (".nii", ".nii.gz", ".hdr", ".img")
    assert {p.name for p in NIBABEL_DATA.iterdir() if p.name.endswith(endings)} <= set(NIBABEL)


def test_false_refusals_are_counted_and_each_is_explained() -> None:
    outcomes = (*ODD.values(), *NIBABEL.values())
    false = [o for o in outcomes if isinstance(o, Refuses) and o.because]
    assert len(false) <= MOST_FALSE_REFUSALS, [o.because for o in false]


@pytest.mark.real_data
def test_what_loads_has_the_voxels_that_nibabel_finds(real_data: Path) -> None:
    names = [name for name, outcome in ODD.items() if isinstance(outcome, Loads)]
    compared = 0
    for name in names:
        if not name.endswith((".nii", ".nii.gz")):
            continue
        path = real_data / "odd" / name
        item = load_now(path, as_mask=False, isolate=False)
        theirs = nibabel.load(path)
        expected = np.asarray(theirs.dataobj).reshape(item.voxels.shape[::-1]).T
        np.testing.assert_allclose(item.voxels, expected, rtol=1e-6)
        if item.geometry.has_orientation and len(theirs.shape) > 2:
            lps = np.diag([-1, -1, 1, 1]) @ theirs.affine
            np.testing.assert_allclose(item.geometry.affine, lps, atol=1e-3)
        compared += 1
    assert compared >= 15
