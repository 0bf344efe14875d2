"""What a pixel measures, from what is remembered: a plan's numbers, a run's cache, headers."""

import dataclasses
from pathlib import Path

import pytest

from tests.unet_core.conftest import TINY, write_case
from unet_core.batch_pictures import sheets_before
from unet_core.config import ModelConfig
from unet_core.errors import InputError
from unet_core.fingerprint import fingerprint, recalled
from unet_core.pixel_sizes import PixelSizes, remembered_sizes
from unet_core.slices import CACHE_FOLDER

CASCADE = dataclasses.replace(
    TINY, model=ModelConfig(depth=2, base_channels=4, cascade=True), detail_size=64
)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two scans of 40 x 40 pixels of 1 mm; the liver's box is 24 wide."""
    folder = tmp_path_factory.mktemp("data")
    for number in range(2):
        write_case(folder, f"{number:02d}", 3 * number)
    return folder


def test_headers_tell_the_size_of_whole_slices_alone(data: Path, tmp_path: Path) -> None:
    assert remembered_sizes(data, tmp_path, TINY) == PixelSizes((40 / 32,))
    assert remembered_sizes(data, tmp_path, CASCADE) == PixelSizes((40 / 32, None))
    cropped = dataclasses.replace(TINY, crop="body")
    assert remembered_sizes(data, tmp_path, cropped) == PixelSizes()
    with pytest.raises(InputError):
        remembered_sizes(tmp_path / "nothing", tmp_path, TINY)


def test_a_plan_and_a_cache_know_the_close_look_too(data: Path, tmp_path: Path) -> None:
    assert recalled(data, tmp_path) is None
    list(fingerprint(data, tmp_path, isolate=False))
    planned = remembered_sizes(data, tmp_path, CASCADE)
    assert planned.lost_lesions is not None
    runs_root = tmp_path / "runs"
    list(sheets_before(data, runs_root, CASCADE, validation_cases=("00",), count=1))
    cached = remembered_sizes(data, runs_root / CACHE_FOLDER, CASCADE)
    assert cached.pixel_mm == planned.pixel_mm
    whole, close = cached.pixel_mm
    assert whole == 40 / 32
    assert close == pytest.approx(24 / 64, rel=0.1)
