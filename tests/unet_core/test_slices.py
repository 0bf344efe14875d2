import dataclasses
import errno
import os
import shutil
import threading
import time
from collections.abc import Generator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest

from tests.unet_core.conftest import TINY, write_case
from unet_core import slices
from unet_core.boxes import box_around, extent, whole
from unet_core.cache_space import Room, clear_old
from unet_core.cases import Case
from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.events import CaseChecked, Event, Notice
from unet_core.io import load_label_map, load_volume
from unet_core.preprocess import (
    centred,
    crop_of,
    prepare,
    resize_labels,
    shrunk,
    shrunk_labels,
    to_grey,
)
from unet_core.slice_case import around_labels, read_case
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


CASCADE = dataclasses.replace(
    TINY, model=dataclasses.replace(TINY.model, cascade=True), image_size=16, detail_size=24
)


def test_a_cascade_also_has_the_whole_scan_and_a_close_look(
    cohort: Path, runs_root: Path, ready: Result
) -> None:
    assert not (ready.cases[0].folder / "full_images.u8").exists()
    for case in run(cohort, runs_root / ".slices", CASCADE).cases:
        volume = load_volume(cohort / f"volume-{case.case_id}.nii.gz")
        mask = load_label_map(cohort / f"segmentation-{case.case_id}.nii.gz").canonical
        grey, crop = to_grey(volume, CASCADE), case.detail_crop
        assert crop == box_around(extent((mask > 0).any(axis=0)), 0.1, (40, 40))
        assert 20 < crop.width < 32
        np.testing.assert_array_equal(case.full_images(), grey)
        middle = np.median(grey[mask > 0])
        close = centred(shrunk(grey, crop, 24), middle, CASCADE)
        np.testing.assert_array_equal(case.detail_images(), close)
        np.testing.assert_array_equal(case.detail_labels(), shrunk_labels(mask, crop, 24))


def test_without_a_label_the_close_look_is_at_all_of_it() -> None:
    assert around_labels(np.zeros((3, 30, 50), np.uint8)) == whole((30, 50))


def test_a_case_far_longer_than_a_block_is_written_piece_by_piece(tmp_path: Path) -> None:
    write_case(tmp_path / "data", "00", 0, slices=37)
    config = dataclasses.replace(CASCADE, crop="body")
    (case,) = run(tmp_path / "data", tmp_path / ".slices", config).cases
    volume = load_volume(tmp_path / "data" / "volume-00.nii.gz")
    mask = load_label_map(tmp_path / "data" / "segmentation-00.nii.gz").canonical
    assert case.crop == crop_of(volume, config)
    np.testing.assert_array_equal(case.images(), prepare(volume, config))
    np.testing.assert_array_equal(case.small_labels(), shrunk_labels(mask, case.crop, 16))
    np.testing.assert_array_equal(case.full_labels(), mask)
    assert case.slices_with[1] == tuple(range(1, 36))


@pytest.mark.parametrize(
    ("change", "is_new"),
    [
        ({"crop": "body"}, True),
        ({"detail_size": 48}, True),
        ({"detail_window": 1.0}, True),
        ({"model": TINY.model}, True),
        ({"learning_rate": 0.5}, False),
    ],
)
def test_every_setting_that_shapes_the_cache_names_it(
    cohort: Path, runs_root: Path, loads: list[str], change: dict[str, Any], is_new: bool
) -> None:
    cache = runs_root / ".slices"
    before = run(cohort, cache, CASCADE).cases
    after = run(cohort, cache, dataclasses.replace(CASCADE, **change)).cases
    assert all((a.folder != b.folder) is is_new for a, b in zip(before, after, strict=True))


def test_the_close_look_names_the_cache_of_cascades_alone(
    cohort: Path, runs_root: Path, ready: Result, loads: list[str]
) -> None:
    changed = dataclasses.replace(TINY, detail_size=48, detail_window=0.3)
    assert run(cohort, runs_root / ".slices", changed).cases == ready.cases
    assert loads == []


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
    assert sorted(loads) == ["00", "01"]  # several read at once, in any order


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


@pytest.mark.parametrize("name", ["images.u8", "detail_labels.u8", "full_images.u8"])
def test_a_flipped_bit_is_noticed_said_and_mended(
    two: tuple[Path, Path], loads: list[str], name: str
) -> None:
    data, cache = two
    whole_, damaged = run(data, cache, CASCADE).cases
    before = (damaged.folder / name).read_bytes()
    data_ = bytearray(before)
    data_[len(data_) // 2] ^= 1
    (damaged.folder / name).write_bytes(data_)
    loads.clear()
    again = run(data, cache, CASCADE)
    assert loads == [damaged.case_id]
    assert [e.text for e in again.events if isinstance(e, Notice)] == [
        "The slice cache of case 01 was damaged; it is made again."
    ]
    assert (damaged.folder / name).read_bytes() == before
    assert again.cases == (whole_, damaged)


def _content(cache: Path) -> dict[str, bytes]:
    return {str(p.relative_to(cache)): p.read_bytes() for p in cache.rglob("*") if p.is_file()}


def test_several_at_once_give_what_one_after_the_other_gives(tmp_path: Path) -> None:
    for number in range(4):
        write_case(tmp_path / "data", f"{number:02d}", number)
    (tmp_path / "data" / "volume-02.nii.gz").write_bytes(b"no scan")
    events = []
    for at_once in (1, 3):
        seen: list[Event] = []
        with pytest.raises(InputError, match="case 02"):  # noqa: PT012
            for event in cached_cases(
                tmp_path / "data", CASCADE, tmp_path / str(at_once), at_once=at_once
            ):
                seen.append(event)
        events.append(seen)
    assert events[0] == events[1]
    assert len([e for e in seen if isinstance(e, CaseChecked)]) == 4
    one, three = _content(tmp_path / "1"), _content(tmp_path / "3")
    assert len(one) == 3 * 7 + 1
    assert one == three


def test_stopping_half_way_leaves_no_half_cache(two: tuple[Path, Path], loads: list[str]) -> None:
    data, cache = two
    for number in range(2, 7):
        write_case(data, f"{number:02d}", number)
    events = cached_cases(data, CASCADE, cache, at_once=2)
    for event in events:
        if isinstance(event, CaseChecked):
            break
    events.close()
    assert list(cache.glob(".part-*")) == []
    kept = [read_case_of(folder) for folder in cache.glob("*/")]
    assert 1 <= len(kept) < 7
    assert all(kept)
    done = len(loads)
    loads.clear()
    assert len(run(data, cache, CASCADE).cases) == 7
    assert len(loads) == 7 - len(kept)
    assert done <= 7


def read_case_of(folder: Path) -> bool:
    """Whether a cache is whole and sound."""
    case = read_case(Case("x", None, (), ()), folder)
    return case is not None and case.is_sound()


def test_jobs_run_together_but_few_and_answer_in_order() -> None:
    running, most, begun = 0, 0, 0
    lock = threading.Lock()
    together = threading.Barrier(3)

    def job(number: int) -> int:
        nonlocal running, most, begun
        with lock:
            running, begun = running + 1, begun + 1
            most = max(most, running)
        if number < 3:
            together.wait(30.0)  # three do run at the same time
        with lock:
            running -= 1
        return number

    results = slices._in_order([partial(job, n) for n in range(40)], 3, threading.Event())
    first = [next(results) for _ in range(2)]
    with lock:
        assert begun <= 2 + 2 * 3
    assert [*first, *results] == list(range(40))
    assert most == 3


def test_the_first_fault_in_order_ends_all() -> None:
    begun = []
    stopped = threading.Event()

    def job(number: int) -> int:
        begun.append(number)
        if number == 1:
            raise InputError("the disk", "is full", "make room")
        return number

    results = slices._in_order([partial(job, n) for n in range(50)], 2, stopped)
    assert next(results) == 0
    with pytest.raises(InputError, match="is full"):
        list(results)
    assert stopped.is_set()
    assert len(begun) <= 6


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


def test_cases_being_written_count_as_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    room = Room(tmp_path, (), [10, 10, 10])
    with pytest.raises(InputError, match="cache needs about"), room.for_case(0, 400):
        pass  # two more of the same kind are to come
    room = Room(tmp_path, (), [10, 10])
    with (
        room.for_case(1, 450),
        pytest.raises(InputError, match="cache needs about"),
        room.for_case(0, 600),
    ):
        pass  # the other one is not on the disk yet
    room = Room(tmp_path, (), [10, 10])
    with room.for_case(1, 450):
        pass
    with room.for_case(0, 900):
        pass


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
