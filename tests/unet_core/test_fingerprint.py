"""Data sets in numbers: with known answers, remembered, and refused where useless."""

import json
import os
import shutil
from collections.abc import Generator
from pathlib import Path

import numpy as np
import pytest

from tests.unet_core.conftest import write_case
from tests.unet_core.plan_samples import case, data, with_tumours
from unet_core.errors import InputError
from unet_core.events import CaseChecked, Event, Progress
from unet_core.fingerprint import Fingerprint, fingerprint, lost_by_size, side_of
from unet_core.io import save_now
from unet_core.volume import Geometry, LabelMap


def _run(events: Generator[Event, None, Fingerprint]) -> tuple[list[Event], Fingerprint]:
    seen: list[Event] = []
    while True:
        try:
            seen.append(next(events))
        except StopIteration as end:
            return seen, end.value


@pytest.fixture(scope="module")
def cohort_of_two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("two")
    write_case(folder, "00", 0)
    write_case(folder, "01", 1, tumour=False)
    return folder


def test_a_cohort_with_known_answers(cohort_of_two: Path, tmp_path: Path) -> None:
    seen, found = _run(fingerprint(cohort_of_two, isolate=False))
    assert [e.report.case_id for e in seen if isinstance(e, CaseChecked)] == ["00", "01"]
    last = [e for e in seen if isinstance(e, Progress)][-1]
    assert (last.done, last.total) == (2, 2)
    first, second = found.cases
    assert found.labels == ("liver", "tumour")
    assert found.slices == 12
    assert found.persons_known
    assert first.intensity == "HU"
    assert first.labels["liver"].percentiles[2] == pytest.approx(110, abs=2)
    assert first.labels["tumour"].contrast == pytest.approx(-60, abs=4)
    assert len(first.lesions) == 1
    assert second.lesions == ()
    assert found.lesion_patients == 1
    voxels, slices = found.shares("tumour")
    assert slices == 2 / 12
    assert voxels == first.labels["tumour"].voxels / (12 * 40 * 40)
    assert Fingerprint.from_json(json.loads(json.dumps(found.to_json()))) == found
    assert not list(tmp_path.iterdir())


def test_what_was_measured_is_remembered_until_its_files_change(
    cohort_of_two: Path, tmp_path: Path
) -> None:
    folder, cache = tmp_path / "data", tmp_path / "cache"
    shutil.copytree(cohort_of_two, folder)
    _, found = _run(fingerprint(folder, cache))
    scan = folder / "volume-01.nii.gz"
    before = scan.stat()
    scan.write_bytes(b"\0" * before.st_size)  # would be refused if it were read
    os.utime(scan, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert _run(fingerprint(folder, cache))[1] == found

    os.utime(scan, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    seen, again = _run(fingerprint(folder, cache))
    assert [c.case_id for c in again.cases] == ["00"]
    assert again.faulty[0][0] == "01"
    assert len([e for e in seen if isinstance(e, CaseChecked)]) == 2


def test_scans_of_one_person_count_as_one_patient(cohort_of_two: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    _, apart = _run(fingerprint(cohort_of_two, cache))
    assert len(apart.patients) == 2
    _, together = _run(fingerprint(cohort_of_two, cache, same_person="00,01"))
    assert [len(cases) for cases in together.patients.values()] == [2]
    with pytest.raises(InputError, match="names case 07, which is not in the data set"):
        _run(fingerprint(cohort_of_two, cache, same_person="00,07"))


def test_no_pair_left_after_the_checks(tmp_path: Path) -> None:
    write_case(tmp_path, "00", 0)
    scan = tmp_path / "volume-00.nii.gz"
    scan.write_bytes(scan.read_bytes()[:-400])
    with pytest.raises(InputError, match=r"has no pair left after the checks \(the only one, 00: "):
        _run(fingerprint(tmp_path, isolate=False))


def test_no_label_in_any_mask(tmp_path: Path) -> None:
    write_case(tmp_path, "00", 0)
    geometry = Geometry((40, 40, 6), (1.0, 1.0, 3.0), (-20.0, -20.0, 5.0))
    empty = LabelMap(np.zeros((6, 40, 40), np.uint8), geometry, "00")
    save_now(empty, tmp_path / "segmentation-00.nii.gz", overwrite=True)
    with pytest.raises(InputError, match="holds no label in any of its 1 masks"):
        _run(fingerprint(tmp_path, isolate=False))


def test_lesions_lost_at_each_size_whole_and_in_the_organ() -> None:
    found = data(case("00", lesions=(4.0, 8.0, 20.0)), case("01", lesions=(5.0,)))
    assert found.share_lost(512) == 0.0
    assert found.share_lost(256) == 0.5  # 2 and 2.5 of 4 and 8 and 20 and 5 pixels
    assert found.share_lost(128) == 0.75
    assert found.share_lost(128, "organ") == 0.5  # 256 of 512 pixels: twice as large
    assert side_of(found.cases[0], "body") == 480
    assert data(case("00")).share_lost(128) is None
    assert lost_by_size(found, "whole") == {
        128: 0.75,
        192: 0.5,
        256: 0.5,
        320: 0.25,
        384: 0.0,
        512: 0.0,
    }


def test_a_foreign_fingerprint_is_refused() -> None:
    values = with_tumours().to_json()
    for damage in ({"format": 99}, {"cases": [{}]}, {"name": None, "cases": 5}):
        with pytest.raises(InputError, match="the fingerprint is damaged or of another version"):
            Fingerprint.from_json({**values, **damage})


def test_persons_and_spread() -> None:
    unknown = data(case("a", patient=None), case("b", patient=None))
    assert not unknown.persons_known
    assert list(unknown.patients) == ["case a", "case b"]
    known = data(case("a", patient="p"), case("b", patient="p"), case("c"))
    assert [len(cases) for cases in known.patients.values()] == [2, 1]
    assert known.spread("liver") == 0.0
