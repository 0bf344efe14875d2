"""D1, K10: each operation on the disk fails once, and nothing is lost or silent.

A spread of all operations; ``python -m tests.endurance.faults`` goes through every one of them.
"""

import dataclasses
import errno
import os
from pathlib import Path

import numpy as np
import pytest

from tests.disk_faults import CODES, CONFIG, check_refusal, make_dataset, undisturbed
from tests.faulty_disk import FaultyDisk
from tests.unet_core.conftest import of
from unet_core.errors import InputError
from unet_core.events import Notice
from unet_core.train import train

TRIED = 18
pytestmark = pytest.mark.hazard("D1", "D2", "D5", "K10")


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_dataset(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def whole(dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    return undisturbed(dataset, tmp_path_factory.mktemp("whole") / "run")


def test_every_kind_of_operation_is_counted(whole: tuple[Path, list[str]]) -> None:
    """Else the tests below would prove nothing."""
    kinds = {"open", "write", "flush", "fsync", "mkdir", "replace", "rename", "unlink", "truncate"}
    assert kinds <= set(whole[1])
    assert len(whole[1]) > 150


@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.get)
def test_wherever_the_disk_fails_the_run_goes_on_afterwards(
    dataset: Path, whole: tuple[Path, list[str]], tmp_path: Path, code: int
) -> None:
    folder, operations = whole
    share = CODES.index(code) / len(CODES)
    tried = np.linspace(1, len(operations), TRIED // len(CODES)) + share * 3
    for number in np.unique(np.minimum(tried.astype(int), len(operations))).tolist():
        check_refusal(dataset, tmp_path / str(number) / "run", folder, number, code)


def test_an_old_state_that_stays_is_said(dataset: Path, tmp_path: Path) -> None:
    """The disk may fill up: four states where three are wanted."""
    config = dataclasses.replace(CONFIG, epochs=5)
    original = os.unlink
    refused = []

    def stuck(path: Path, **more: int) -> None:
        if "epoch-000001" in os.fspath(path):
            refused.append(path)
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        original(path, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "unlink", stuck)
        events = list(train(dataset, tmp_path / "run", config))
    said = [event.text for event in of(Notice, events)]
    assert len(refused) == 2
    assert said == ["Older saved states of this run could not be removed; the disk may fill up."]


def test_a_full_disk_while_stopping_is_said(dataset: Path, tmp_path: Path) -> None:
    """The Stop button saves the round so far; where that fails, the last save stands."""
    events = train(dataset, tmp_path / "run", CONFIG)
    for event in events:
        if type(event).__name__ == "BatchDone":
            break
    disk = FaultyDisk(tmp_path, fail_at=12, code=errno.ENOSPC)
    with disk.inserted(), pytest.raises(InputError, match="disk is full"):
        events.close()
    assert disk.failed
    list(train(dataset, tmp_path / "run", CONFIG, resume=True))
