"""The grey windows a series asks for are brought along; damaged ones hinder nobody."""

from pathlib import Path

import pydicom
import pytest
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from tests.unet_core.dicom_samples import enhanced, setting
from tests.unet_core.io_samples import voxels_zyx, write_series
from unet_core.io import load_volume


@pytest.mark.parametrize(
    ("level", "width", "expected"),
    [
        (40, 400, ((400.0, 40.0),)),
        ([40, -600], [400, 1500], ((400.0, 40.0), (1500.0, -600.0))),
        ([40, 40], [400, 400], ((400.0, 40.0),)),
        ([40, 80], 400, ()),
        (40, 0, ()),
        ("", "", ()),
    ],
    ids=["one", "two", "the same twice", "unequal numbers", "no width", "empty"],
)
def test_windows_of_a_series(
    tmp_path: Path, level: object, width: object, expected: tuple[tuple[float, float], ...]
) -> None:
    change = setting(WindowCenter=level, WindowWidth=width)
    write_series(tmp_path / "scan", voxels_zyx(), change=change)
    assert load_volume(tmp_path / "scan").windows == expected


def test_a_window_that_is_no_number_is_left_out(tmp_path: Path) -> None:
    paths = write_series(
        tmp_path / "scan", voxels_zyx(), change=setting(WindowCenter=40, WindowWidth=400)
    )
    for path in paths:
        raw = path.read_bytes()
        assert raw.count(b"400.0 ") == 1
        path.write_bytes(raw.replace(b"400.0 ", b"wide! "))
    assert load_volume(tmp_path / "scan").windows == ()


def test_windows_of_frames(tmp_path: Path) -> None:
    path = tmp_path / "frames.dcm"
    enhanced(path)
    source = pydicom.dcmread(path)  # noqa: TID251
    window = Dataset()
    window.WindowCenter, window.WindowWidth = 30, 150
    source.SharedFunctionalGroupsSequence[0].FrameVOILUTSequence = Sequence([window])
    source.save_as(path, enforce_file_format=True)
    assert load_volume(path).windows == ((150.0, 30.0),)
