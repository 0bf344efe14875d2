"""Colour DICOM: asked about, then one channel or the brightness, as pydicom decodes it."""

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
import pytest
from numpy.typing import NDArray
from pydicom.dataset import FileDataset

from tests.unet_core.io_samples import SPACING, refusal, write_series
from tests.unet_core.test_io_dicom_outcomes import COLOUR, OUTCOMES, PYDICOM
from unet_core.events import Loaded, Offered, SeriesFound
from unet_core.io import load, load_volume
from unet_core.io.request import NeedsChoice

UNDECODED = ("GDCMJ2K_TextGBR.dcm", "SC_rgb_jpeg_gdcm.dcm")
"""pydicom cannot unpack them with what is installed here."""
COLOURED = sorted(name for name, outcome in OUTCOMES.items() if outcome == COLOUR)


def in_colour(dataset: FileDataset, k: int) -> FileDataset:
    dataset.SamplesPerPixel, dataset.PlanarConfiguration = 3, 0
    dataset.PhotometricInterpretation = "RGB"
    dataset.BitsAllocated = dataset.BitsStored = 8
    dataset.HighBit, dataset.PixelRepresentation = 7, 0
    dataset.Rows, dataset.Columns = 4, 6
    dataset.PixelData = colours(k).tobytes()
    del dataset.RescaleSlope, dataset.RescaleIntercept
    return dataset


def colours(k: int) -> NDArray[np.uint8]:
    return np.random.default_rng(k).integers(0, 256, (4, 6, 3)).astype(np.uint8)


def offered(path: Path, **wish: Any) -> Offered:
    *_, event = load(path, isolate=False, **wish)
    assert isinstance(event, Offered)
    return event


@pytest.mark.hazard("L15", "G23")
@pytest.mark.parametrize("name", COLOURED)
@pytest.mark.filterwarnings("ignore")  # pydicom's, about its own odd files
def test_every_colour_picture_of_pydicom_opens_by_channel(tmp_path: Path, name: str) -> None:
    path = Path(shutil.copy(PYDICOM / "test_files" / name, tmp_path))
    asked = offered(path)
    assert [dict(option.settings) for option in asked.options] == [
        {"part": "luminance"}, {"part": "red"}, {"part": "green"}, {"part": "blue"}
    ]  # fmt: skip
    dataset = pydicom.dcmread(path)  # noqa: TID251
    several = int(dataset.get("NumberOfFrames", 1)) > 1
    last = ",2" if several else ""
    red, blue, grey = (
        load_volume(path, isolate=False, part=f"{part}{last}").voxels[0]
        for part in ("red", "blue", "luminance")
    )
    if name in UNDECODED:
        assert not np.array_equal(red, blue)
        return
    expected = dataset.pixel_array[1] if several else dataset.pixel_array
    np.testing.assert_allclose(red.astype(int), expected[..., 0], atol=1)
    np.testing.assert_allclose(blue.astype(int), expected[..., 2], atol=1)
    np.testing.assert_allclose(grey, expected @ [0.299, 0.587, 0.114], atol=1.5)


def test_a_series_in_colour_keeps_its_place_and_is_no_hu(tmp_path: Path) -> None:
    write_series(tmp_path / "a", np.zeros((5, 4, 6), np.int16), in_colour)
    volume = load_volume(tmp_path / "a", isolate=False, part="green")
    expected = np.stack([colours(k)[..., 1] for k in range(5)])
    np.testing.assert_array_equal(volume.voxels, expected)
    assert volume.intensity == "grey"
    assert volume.geometry.spacing_xyz_mm == SPACING
    assert "The pictures are coloured; their green is shown." in volume.notices


def test_the_table_of_series_says_that_one_is_in_colour(tmp_path: Path) -> None:
    write_series(tmp_path / "a", np.zeros((5, 4, 6), np.int16), in_colour)
    write_series(tmp_path / "a", seed="b", prefix="b")
    *_, found = load(tmp_path / "a", isolate=False)
    assert isinstance(found, SeriesFound)
    (warnings,) = (row.warnings for row in found.series if row.slices == 5)
    assert "It is in colour" in warnings[0]


def test_colour_then_picture_are_asked_one_after_the_other(tmp_path: Path) -> None:
    name = "SC_rgb_rle_2frame.dcm"
    path = Path(shutil.copy(PYDICOM / "test_files" / name, tmp_path))
    again = offered(path, part="blue")
    assert [option.settings["part"] for option in again.options] == [
        "blue,stack", "blue,1", "blue,2"
    ]  # fmt: skip
    *_, loaded = load(path, isolate=False, part="blue,stack")
    assert isinstance(loaded, Loaded)
    assert loaded.item.voxels.shape == (2, 100, 100)


@pytest.mark.hazard("G18")
def test_grey_slices_among_coloured_ones_are_told(tmp_path: Path) -> None:
    values = np.zeros((5, 4, 6), np.int16)
    write_series(tmp_path / "a", values, lambda d, k: d if k == 3 else in_colour(d, k))
    assert "mixes 2 kinds of colour in one series (003.dcm" in refusal(tmp_path / "a")


@pytest.mark.hazard("L1")
def test_a_cut_colour_picture_is_refused(tmp_path: Path) -> None:
    (path,) = write_series(tmp_path / "a", np.zeros((1, 4, 6), np.int16), in_colour)
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(NeedsChoice):
        load_volume(path, isolate=False)
    assert "is cut short: 63 of 72 pixels" in refusal(path, part="red")


@pytest.mark.parametrize("part", ["purple", "red,9", "red,blue", "red,stack,1"])
def test_parts_that_are_not_there(tmp_path: Path, part: str) -> None:
    path = Path(shutil.copy(PYDICOM / "test_files" / "SC_rgb_rle_2frame.dcm", tmp_path))
    assert "has no picture" in refusal(path, part=part)
