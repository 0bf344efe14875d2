"""Saving: read back before it has a name, and an old file outlives every accident."""

import errno
import gzip
import json
import multiprocessing
import os
import resource
import shutil
import signal
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.unet_core.io_samples import label_map, turned, volume, write_series
from unet_core.errors import InputError
from unet_core.events import Progress, Saved
from unet_core.io import WRITERS, atomic, load_label_map, load_now, load_volume, save, save_now
from unet_core.volume import Geometry, LabelMap, Volume

SUFFIXES = tuple(WRITERS)
linux = pytest.mark.skipif(sys.platform != "linux", reason="uses Linux resource limits")


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".slicewise-")]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_x2_what_comes_back_is_what_was_saved(tmp_path: Path, suffix: str) -> None:
    direction = turned(15, mirrored=True)
    geometry = Geometry((24, 20, 12), (0.7, 0.8, 2.5), (1.5, -2, 3), direction)  # type: ignore[arg-type]
    for item in (label_map(geometry=geometry), volume(geometry=geometry)):
        path = tmp_path / f"a{suffix}"
        *progress, saved = save(item, path, overwrite=True)
        assert saved == Saved(path)
        assert all(isinstance(event, Progress) for event in progress)
        again = load_now(path, as_mask=isinstance(item, LabelMap))
        np.testing.assert_array_equal(again.voxels, item.voxels)
        assert again.voxels.dtype == item.voxels.dtype
        assert not again.geometry.differences(geometry)
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_x2_without_orientation_or_scale(tmp_path: Path, suffix: str) -> None:
    geometry = Geometry((24, 20, 12), has_scale=False, has_orientation=False)
    path = save_now(label_map(geometry=geometry), tmp_path / f"a{suffix}")
    assert load_label_map(path, isolate=False).geometry == geometry


@pytest.mark.parametrize("dtype", [np.uint8, np.int16, np.uint16, np.float32])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_x2_every_kind_of_number(tmp_path: Path, suffix: str, dtype: type) -> None:
    values = (np.arange(5760).reshape(12, 20, 24) * 11.5 % 200 + 0.5).astype(dtype)
    path = save_now(Volume(values, volume().geometry, "v"), tmp_path / f"a{suffix}")
    again = load_volume(path, isolate=False)
    np.testing.assert_array_equal(again.voxels, values)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_x4_nobody_is_named_in_a_saved_file(tmp_path: Path, suffix: str) -> None:
    write_series(tmp_path / "Doe")
    scan = load_volume(tmp_path / "Doe", isolate=False)
    path = save_now(scan, tmp_path / f"a{suffix}")
    data = path.read_bytes()
    inside = gzip.decompress(data) if suffix == ".nii.gz" else data
    for planted in (b"Planted", b"PLANTED-ID", b"19370101", b"Doe", str(tmp_path).encode()):
        assert planted not in inside


def test_x3_an_existing_file_is_never_overwritten_unasked(tmp_path: Path) -> None:
    path = tmp_path / "a.nii.gz"
    path.write_bytes(b"old")
    with pytest.raises(InputError, match="exists already"):
        save_now(label_map(), path)
    assert path.read_bytes() == b"old"
    save_now(label_map(), path, overwrite=True)
    assert load_label_map(path, isolate=False).voxels.sum() > 0


def test_x3_targets_that_cannot_be(tmp_path: Path) -> None:
    cases = {
        "absent/a.nii.gz": "its folder does not exist",
        "a.xyz": "no ending that can be saved",
        ".nii.gz": "no ending that can be saved",
        f"{'x' * 260}.nii.gz": "its name is too long",
    }
    for name, words in cases.items():
        with pytest.raises(InputError, match=words) as caught:
            save_now(label_map(), tmp_path / name)
        assert str(tmp_path) not in str(caught.value)
    (tmp_path / "b.nii").mkdir()
    with pytest.raises(InputError, match="a folder has that name"):
        save_now(label_map(), tmp_path / "b.nii", overwrite=True)
    longest = tmp_path / f"{'y' * (255 - 7)}.nii.gz"
    assert save_now(label_map(), longest).exists()


@linux
@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("share", [0.0, 0.3, 0.99])
def test_x1_a_full_disk_is_told_and_the_old_file_stays(
    tmp_path: Path, suffix: str, share: float
) -> None:
    """A size limit on files stands in for the disk: the system refuses byte n of the write."""
    random = np.random.default_rng(1).integers(-1000, 1000, (12, 40, 50)).astype(np.int16)
    item = Volume(random, Geometry((50, 40, 12)), "v")
    path = save_now(item, tmp_path / f"a{suffix}")
    before = path.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    old_handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(share * len(before)), limits[1]))
    try:
        with pytest.raises(InputError, match="was not saved"):
            save_now(item, path, overwrite=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, old_handler)
    assert path.read_bytes() == before
    assert leftovers(tmp_path) == []


def failing(function: Callable[..., Any], at: int, code: int) -> Callable[..., Any]:
    """The same function, raising OSError(code) at call number ``at``."""
    calls = iter(range(1_000_000))

    def wrapped(*arguments: Any, **options: Any) -> Any:
        if next(calls) == at:
            raise OSError(code, os.strerror(code))
        return function(*arguments, **options)

    return wrapped


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
@pytest.mark.parametrize(
    ("owner", "name", "at"),
    [(os, "open", 0), (os, "open", 1), (os, "fsync", 0), (Path, "replace", 0), (Path, "open", 0)],
)
def test_d1_d5_every_step_may_fail_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, at: int, code: int
) -> None:
    path = tmp_path / "a.nii"
    path.write_bytes(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, failing(getattr(owner, name), at, code))
        with pytest.raises(InputError, match="was not saved"):
            save_now(label_map(), path, overwrite=True)
    assert path.read_bytes() == b"old"
    assert leftovers(tmp_path) == []


def test_a_writer_that_lies_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """X1: as one library does on a full disk, bytes vanish without an error."""
    from unet_core.io import saving

    def cut(file: Any, item: Any, voxels: Any) -> None:
        saving._write_nii(file, item, voxels)
        file.flush()
        file.truncate(3000)

    def swapped(file: Any, item: Any, voxels: Any) -> None:
        saving._write_nii(file, item, np.ascontiguousarray(voxels[::-1]))

    for spoil, words in ((cut, "cut short"), (swapped, "what was read back differs")):
        monkeypatch.setitem(saving.WRITERS, ".nii", spoil)  # type: ignore[arg-type]
        with pytest.raises(InputError, match=words):
            save_now(volume(), tmp_path / "a.nii")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(
    sys.platform == "win32" or (os.geteuid() == 0 and not shutil.which("unshare")),
    reason="needs a folder that cannot be written",
)
def test_x3_a_read_only_folder(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        with pytest.raises(InputError, match="was not saved"):
            atomic.write_bytes(Path("/proc/a.json"), b"x")
        return
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(InputError, match="may not be written to"):
        atomic.write_bytes(tmp_path / "a.json", b"x")
    tmp_path.chmod(stat.S_IRWXU)


def _save_for_ever(folder: str) -> None:
    item = volume((40, 100, 120))
    while True:
        save_now(item, Path(folder) / "a.nii", overwrite=True)


@linux
def test_x7_killed_while_saving_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    path = save_now(volume((40, 100, 120)), tmp_path / "a.nii")
    context = multiprocessing.get_context("fork" if False else "spawn")
    child = context.Process(target=_save_for_ever, args=(str(tmp_path),))
    child.start()
    try:
        while not leftovers(tmp_path):
            child.join(0.005)
    finally:
        child.kill()
        child.join()
    item = load_volume(path, isolate=False)
    np.testing.assert_array_equal(item.voxels, volume((40, 100, 120)).voxels)
    save_now(label_map(), tmp_path / "b.nii")  # the next save cleans up after the dead
    assert leftovers(tmp_path) == []


# --- small files -----------------------------------------------------------------------------


def test_json_round_trip_and_damage(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    atomic.write_json(path, {"größe": [1, 2.5, None]})
    assert atomic.read_json(path) == {"größe": [1, 2.5, None]}
    with pytest.raises(ValueError, match="nan"):
        atomic.write_json(path, float("nan"))
    assert atomic.read_json(path) == {"größe": [1, 2.5, None]}
    path.write_bytes(path.read_bytes()[:-5])
    with pytest.raises(InputError, match=r"run\.json is damaged"):
        atomic.read_json(path)
    path.write_text("[" * 100_000)
    with pytest.raises(InputError, match="damaged"):
        atomic.read_json(path)


def test_lines_are_appended(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    for number in range(3):
        atomic.append_line(path, json.dumps({"epoch": number}))
    assert [json.loads(line)["epoch"] for line in path.read_text().splitlines()] == [0, 1, 2]
    with pytest.raises(InputError, match="its folder does not exist"):
        atomic.append_line(tmp_path / "absent" / "x", "y")


def test_bytes_are_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    atomic.write_bytes(path, b"one")
    atomic.write_bytes(path, b"two")
    assert path.read_bytes() == b"two"
    with pytest.raises(InputError, match="exists already"):
        atomic.write_bytes(path, b"three", overwrite=False)
    atomic.write_bytes(tmp_path / "b.bin", b"new", overwrite=False)
    assert leftovers(tmp_path) == []
