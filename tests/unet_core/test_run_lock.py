import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from unet_core import runs
from unet_core.errors import InputError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def test_a_second_owner_is_refused_and_a_dead_one_replaced(folder: Path) -> None:
    """T13."""
    code = (
        "import sys, time; from pathlib import Path; from unet_core import runs\n"
        "with runs.owned(Path(sys.argv[1])):\n"
        "    print('mine', flush=True); time.sleep(60)\n"
    )
    child = subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE)
    try:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"mine"
        assert runs.is_owned(folder)
        mine = rf"in use by another Slicewise \(process {child.pid}"
        with pytest.raises(InputError, match=mine), runs.owned(folder):
            pass
        child.kill()
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)  # dead, but not yet buried
        assert not runs.is_owned(folder)
    finally:
        child.kill()
        child.wait()
        if child.stdout:
            child.stdout.close()
    with runs.owned(folder):
        assert runs.is_owned(folder)
    assert not runs.is_owned(folder)


def test_another_process_with_the_same_number_is_no_owner(folder: Path) -> None:
    """T13: after a restart of the computer the number may belong to anybody."""
    (folder / "lock").write_text(json.dumps({"pid": os.getpid(), "started": "1"}))
    assert not runs.is_owned(folder)
    with runs.owned(folder):
        pass


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_is_said_when_the_folder_is_claimed(folder: Path) -> None:
    """D1: /dev/full takes nothing, as a full disk."""
    (folder / "lock").symlink_to("/dev/full")
    with pytest.raises(InputError, match="cannot be written to"), runs.owned(folder):
        pass


def test_a_disk_that_fails_at_the_end_hides_no_result(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Failing:
        def __init__(self, file: Any) -> None:
            self._file = file
            self._truncated = 0

        def __getattr__(self, name: str) -> Any:
            return getattr(self._file, name)

        def truncate(self, size: int) -> None:
            self._truncated += 1
            if self._truncated > 1:
                raise OSError(errno.EIO, "Input/output error")
            self._file.truncate(size)

    original = Path.open

    def opened(path: Path, *given: Any, **more: Any) -> Any:
        file = original(path, *given, **more)
        return Failing(file) if path.name == "lock" else file

    monkeypatch.setattr(Path, "open", opened)
    with runs.owned(folder):
        done = True
    assert done
