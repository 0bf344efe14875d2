"""What the window has read for it, without the window."""

import shutil
from pathlib import Path

import pytest

from app import case_work
from tests.unet_core.dataset_trees import phantom, series_uid, write_dicom, write_drawing
from unet_core.cases import find_cases
from unet_core.events import Loaded, SeriesFound


@pytest.mark.hazard("M6")
def test_of_a_folder_with_two_series_each_mask_brings_its_own_scan(tmp_path: Path) -> None:
    volumes = [phantom(number)[0] for number in (1, 2)]
    for name, volume in zip("ab", volumes, strict=True):
        write_dicom(tmp_path / "P" / name, volume, name, ".dcm")
        for path in (tmp_path / "P" / name).iterdir():
            shutil.move(path, tmp_path / "P" / f"{name}-{path.name}")
        (tmp_path / "P" / name).rmdir()
        write_drawing(tmp_path / "P" / f"{name}-drawn.dcm", series_uid(name, volume))
    cases = find_cases(tmp_path).cases
    assert len({case.image_paths for case in cases}) == 1
    for case in cases:
        read = case_work.read_case_scan(case.image_paths, case.mask_paths, tmp_path, {})
        (loaded,) = [event for event in read if isinstance(event, Loaded)]
        assert loaded.item.source.series_uid == case.series_uid


@pytest.mark.hazard("M6")
def test_one_patients_folder_of_scan_and_drawing_opens_as_a_scan(tmp_path: Path) -> None:
    for number in (1, 2):
        volume, _ = phantom(number)
        write_dicom(tmp_path / f"P{number}" / "ct", volume, str(number), ".dcm")
        write_drawing(tmp_path / f"P{number}" / "seg" / "1.dcm", series_uid(str(number), volume))
    events = list(case_work.Reading((tmp_path / "P1",), None, {}, None))
    assert any(isinstance(event, (Loaded, SeriesFound)) for event in events)
    assert not any(isinstance(event, case_work.CasesFound) for event in events)
    (found,) = case_work.Reading((tmp_path,), None, {}, None)
    assert isinstance(found, case_work.CasesFound)
