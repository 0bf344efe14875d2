"""A process killed at any step of a save, and a disk that is really full."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.faulty_disk import FaultyDisk
from tests.unet_core.save_samples import SUFFIXES, content_of, dicom_scan, leftovers, mask_on
from unet_core.io import WRITERS, load_label_map, save_now
from unet_core.volume import LabelMap, Volume


class _DeadlyDisk(FaultyDisk):
    """Kills this process before operation number ``fail_at``."""

    def count(self, kind: str) -> None:
        self.done.append(kind)
        if len(self.done) == self._fail_at:
            os.kill(os.getpid(), signal.SIGKILL)


def _dies_while_saving(item: LabelMap, path: Path, scan: Volume, step: int) -> bool:
    """Save in a child that is killed before a step; whether it came so far."""
    child = os.fork()
    if child == 0:
        with _DeadlyDisk(path.parent, step).inserted():
            save_now(item, path, overwrite=True, reference=scan)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, -signal.SIGKILL)
    return status != 0


def kill_at_every_step(folder: Path, scan_folder: Path) -> None:
    """In every format: what is there after each kill must be the old or the new, whole."""
    scan, outcomes = dicom_scan(scan_folder, slices=3), {}
    new = mask_on(scan)
    old = LabelMap(new.voxels[:, ::-1].copy(), new.geometry, "old")
    for suffix in SUFFIXES:
        path, replaces = folder / f"a{suffix}", not WRITERS[suffix].is_folder
        outcomes[suffix] = set()
        for step in range(1, 200):
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
            other = path if replaces else folder / "next.nii"  # a folder is never replaced
            save_now(old, other, overwrite=True, reference=scan)
            assert leftovers(folder) == []  # a save cleans up after the dead
            before = content_of(path)
            if not _dies_while_saving(new, path, scan, step):
                break
            if content_of(path) == before:
                outcomes[suffix].add("old")
            else:
                again = load_label_map(path, isolate=False, reference=scan)
                np.testing.assert_array_equal(again.voxels, new.voxels)
                outcomes[suffix].add("new")
    print(json.dumps({suffix: sorted(found) for suffix, found in outcomes.items()}))  # noqa: T201


def _in_a_process(call: str, *before: str) -> dict[str, list[str]]:
    """What a function of this module prints, called in a process of one thread."""
    code = (
        "from pathlib import Path; from tests.unet_core import test_io_save_accidents as t; "
        f"t.{call}"
    )
    done = subprocess.run(
        [*before, sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert done.returncode == 0, done.stderr
    printed: dict[str, list[str]] = json.loads(done.stdout)
    assert set(printed) == set(SUFFIXES)
    return printed


@pytest.mark.hazard("X7")
@pytest.mark.timeout(400)  # some seventy processes; ten processor seconds
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killed_at_any_step_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    (tmp_path / "saved").mkdir()
    folders = f"Path({str(tmp_path / 'saved')!r}), Path({str(tmp_path / 'scan')!r})"
    for outcomes in _in_a_process(f"kill_at_every_step({folders})").values():
        assert outcomes == ["new", "old"]


def _fill(folder: Path, free_bytes: int) -> None:
    """Leave about so many bytes on a disk."""
    ballast = folder / "ballast"
    ballast.unlink(missing_ok=True)
    status = os.statvfs(folder)
    ballast.write_bytes(bytes(max(0, status.f_bavail * status.f_frsize - free_bytes)))


def save_on_a_small_disk(folder: Path, scan_folder: Path, shares: int) -> None:
    """Save in every format on disks that are full sooner or later; print what came of it."""
    scan = dicom_scan(scan_folder, 16)
    noise = np.random.default_rng(0).integers(0, 5, scan.voxels.shape).astype(np.uint8)
    new, told = LabelMap(noise, scan.geometry, "new"), {}
    for suffix in SUFFIXES:
        replaces = not WRITERS[suffix].is_folder
        path = folder / f"a{suffix}"
        _fill(folder, 1 << 19)
        save_now(new, path, reference=scan)
        size = sum(-(-len(part) // 4096) * 4096 for part in content_of(path).values())
        before = content_of(path) if replaces else {}
        if not replaces:
            shutil.rmtree(path)
        for number in range(shares):
            _fill(folder, size * number // shares // 4096 * 4096)
            try:
                save_now(new, path, overwrite=replaces, reference=scan)
                told.setdefault(suffix, []).append("saved")
            except Exception as error:  # noqa: BLE001  (all is told to the test)
                told.setdefault(suffix, []).append(str(error))
            assert content_of(path) == before, f"{suffix}: the old file was touched"
            assert leftovers(folder) == []
        path.unlink(missing_ok=True)
    print(json.dumps(told))  # noqa: T201  (to the test)


@pytest.mark.hazard("X1", "D1")
@pytest.mark.timeout(400)
def test_a_really_full_disk_in_every_format(tmp_path: Path) -> None:
    """A small tmpfs in a mount namespace of its own, full after any share of the file."""
    disk, shares = tmp_path / "disk", 4
    disk.mkdir()
    mount = f"mount -t tmpfs -o size=1m tmpfs '{disk}'"
    enter = ["unshare", "--map-root-user", "--mount", "sh", "-c"]
    if (
        not shutil.which("unshare")
        or subprocess.run([*enter, mount], capture_output=True).returncode
    ):
        pytest.skip("this system lets nobody mount a small disk")
    arguments = f"Path({str(disk)!r}), Path({str(tmp_path / 'scan')!r}), {shares}"
    told = _in_a_process(f"save_on_a_small_disk({arguments})", *enter, f'{mount} && exec "$0" "$@"')
    for suffix, sentences in told.items():
        full = f"a{suffix} was not saved: the disk is full; make space or choose another disk."
        assert sentences == [full] * shares
