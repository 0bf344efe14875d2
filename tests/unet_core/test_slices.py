import dataclasses
import errno
import os
import shutil
import time
from collections.abc import Generator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest

from tests.unet_core.conftest import TINY, write_case
from unet_core import slices
from unet_core.cache_space import clear_old
from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.events import CaseChecked, Event
from unet_core.io import load_label_map, load_volume
from unet_core.preprocess import prepare, resize_labels
from unet_core.slices import SliceCase, cached_cases, changed_since


class Result(NamedTuple):
    cases: tuple[SliceCase, ...]
    events: list[Event]


def run(dataset: Path, cache: Path, config: TrainConfig = TINY) -> Result:
    events: list[Event] = []

    def kept() -> Generator[Event, None, tuple[SliceCase, ...]]:
        return (yield from cached_cases(dataset, config, cache))

    generator = kept()
    while True:
        try:
            events.append(next(generator))
        except StopIteration as end:
            return Result(end.value, events)


@pytest.fixture(scope="module")
def ready(cohort: Path, runs_root: Path) -> Result:
    return run(cohort, runs_root / ".slices")


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the cases that are read from their files."""
    read: list[str] = []
    original = slices.check_case

    def counted(case: Any, **options: Any) -> Any:
        read.append(case.case_id)
        return original(case, **options)

    monkeypatch.setattr(slices, "check_case", counted)
    return read


def test_the_cache_holds_what_preprocessing_makes(ready: Result, cohort: Path) -> None:
    assert [case.case_id for case in ready.cases] == ["00", "01", "02"]
    for case in ready.cases:
        volume = load_volume(cohort / f"volume-{case.case_id}.nii.gz")
        mask = load_label_map(cohort / f"segmentation-{case.case_id}.nii.gz")
        np.testing.assert_array_equal(case.images(), prepare(volume, TINY))
        np.testing.assert_array_equal(case.full_labels(), mask.canonical)
        np.testing.assert_array_equal(case.small_labels(), resize_labels(mask.canonical, TINY))
        assert case.orientation == volume.geometry.orientation
        assert case.spacing_xyz_mm == (1.0, 1.0, 3.0)
        assert case.slices_with == {1: (1, 2, 3, 4), 2: (2, 3)}
        assert {label.name for label in case.labels.values()} == {"liver", "tumour"}


def test_every_case_is_reported_also_from_the_cache(
    ready: Result, cohort: Path, runs_root: Path, loads: list[str]
) -> None:
    again = run(cohort, runs_root / ".slices")
    assert loads == []
    assert again.cases == ready.cases
    checked = [e.report for e in again.events if isinstance(e, CaseChecked)]
    assert checked == [e.report for e in ready.events if isinstance(e, CaseChecked)]
    assert len(checked) == 3


def test_the_arrays_are_mapped_not_loaded(ready: Result) -> None:
    """Memory does not grow with the data set: nothing is held between two calls."""
    case = ready.cases[0]
    assert isinstance(case.images(), np.memmap)
    assert case.images() is not case.images()
    with pytest.raises((ValueError, OSError)):
        case.images()[0, 0, 0] = 1


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """A data set of two cases that a test may damage, and a cache folder."""
    for number in range(2):
        write_case(tmp_path / "data", f"{number:02d}", number)
    return tmp_path / "data", tmp_path / ".slices"


def test_changed_data_and_settings_are_cached_anew(
    two: tuple[Path, Path], loads: list[str]
) -> None:
    """T5."""
    data, cache = two
    before = run(data, cache).cases
    assert changed_since(before) == ()
    write_case(data, "01", 7)
    assert changed_since(before) == ("01",)
    loads.clear()
    after = run(data, cache).cases
    assert loads == ["01"]
    assert after[0] == before[0]
    assert after[1].image_sha256 != before[1].image_sha256
    loads.clear()
    run(data, cache, dataclasses.replace(TINY, window_high_hu=300.0))
    assert loads == ["00", "01"]


def test_a_part_or_cut_cache_is_never_taken_for_a_whole_one(
    two: tuple[Path, Path], loads: list[str]
) -> None:
    data, cache = two
    first, second = run(data, cache).cases
    dead = cache / f".part-{2**22 + 1}-{first.folder.name}"
    shutil.copytree(first.folder, dead)
    os.truncate(first.folder / "labels.u8", 100)
    (second.folder / "index.json").write_text('{"count": 6')
    loads.clear()
    again = run(data, cache).cases
    assert loads == ["00", "01"]
    assert again[0].small_labels().shape == (6, 32, 32)
    assert not dead.exists()


def test_every_bad_pair_is_found_before_the_run_stops(two: tuple[Path, Path]) -> None:
    """T4: the scan goes through all cases, and the sentence names the first."""
    data, cache = two
    write_case(data, "02", 2, slices=9)
    shutil.copy(data / "segmentation-02.nii.gz", data / "segmentation-01.nii.gz")
    cut = data / "volume-00.nii.gz"
    cut.write_bytes(cut.read_bytes()[:500])
    reports = []
    with pytest.raises(InputError) as error:  # noqa: PT012
        for event in cached_cases(data, TINY, cache):
            if isinstance(event, CaseChecked):
                reports.append(event.report)
    assert [bool(r.problems) for r in reports] == [True, True, False]
    assert error.value.subject == "case 00"
    assert "1 more" in error.value.fault
    assert str(data) not in str(error.value)


def test_too_small_a_disk_is_refused_with_numbers(
    two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    data, cache = two
    usage = shutil.disk_usage(data)._replace(free=10_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(InputError, match=r"has 0\.0 GB free and the slice cache needs about"):
        run(data, cache)


def test_old_caches_go_before_the_disk_is_called_too_small(
    two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    data, cache = two
    old = _other_cache(cache, "a", used=0.0)
    whole = shutil.disk_usage(data)
    monkeypatch.setattr(
        shutil, "disk_usage", lambda _: whole._replace(free=10_000 if old.exists() else 1 << 30)
    )
    assert len(run(data, cache).cases) == 2
    assert not old.exists()


def test_cases_cached_already_need_no_room(
    two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    data, cache = two
    first, _ = run(data, cache).cases
    shutil.rmtree(first.folder)
    need_of_one = 6 * (40 * 40 + 2 * 32 * 32)
    usage = shutil.disk_usage(data)._replace(free=need_of_one + 1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    assert len(run(data, cache).cases) == 2


def _other_cache(cache: Path, letter: str, used: float) -> Path:
    """A cache of other data, last used at a time."""
    folder = cache / (letter * 32)
    folder.mkdir(parents=True)
    (folder / "index.json").write_text("{}")
    os.utime(folder / "index.json", (used, used))
    return folder


def test_a_disk_that_fills_up_leaves_nothing_half_done(
    two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """D1."""
    data, cache = two
    run(data, cache)  # label values are remembered
    for folder in cache.glob("*/"):
        shutil.rmtree(folder)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match="was not written"):
        run(data, cache)
    assert [p for p in cache.iterdir() if p.is_dir()] == []


def test_old_caches_go_when_all_together_are_too_large(
    two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    data, cache = two
    old, recent = _other_cache(cache, "a", 0.0), _other_cache(cache, "b", time.time())
    monkeypatch.setattr(slices, "clear_old", partial(clear_old, kept_bytes=1))
    run(data, cache)
    assert not old.exists()
    assert recent.exists()  # perhaps in use by another run
    assert len([path for path in cache.iterdir() if path.is_dir()]) == 3


def test_a_lost_cache_is_said_in_words(two: tuple[Path, Path]) -> None:
    case = run(*two).cases[0]
    shutil.rmtree(case.folder)
    with pytest.raises(InputError, match="has lost its slice cache"):
        case.images()


@pytest.mark.real_data
def test_real_pictures_with_the_classic_label_values(real_data: Path, tmp_path: Path) -> None:
    """M2: 127 and 255 become liver and tumour; pictures of one patient become one stack."""
    for name in ("images", "masks"):
        shutil.copytree(real_data / "png" / name, tmp_path / "data" / name)
    first, second = run(tmp_path / "data", tmp_path / ".slices").cases
    assert (first.count, second.count) == (28, 27)
    assert {label.name for label in first.labels.values()} == {"liver", "tumour"}
    assert first.report.label_voxels == {1: 549_266, 2: 2_591}
    assert second.report.label_voxels == {1: 643_771, 2: 6_983}
    assert first.spacing_xyz_mm is None
