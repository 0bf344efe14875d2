"""A small training on a disk that refuses one operation: what must hold whichever it is."""

import errno
import functools
from pathlib import Path

from tests.faulty_disk import HARMLESS, FaultyDisk
from tests.same_run import assert_same_run
from tests.unet_core.conftest import TINY, of, write_case
from unet_core import runs
from unet_core.checkpoint import load_model
from unet_core.config import with_setting
from unet_core.errors import InputError
from unet_core.events import EpochDone, Event, Notice, RunStarted
from unet_core.train import train

CODES = (errno.ENOSPC, errno.EIO, errno.EACCES)
_SETTINGS = {"epochs": "2", "batches_per_epoch": "2", "batch_size": "2"}
CONFIG = functools.reduce(lambda config, item: with_setting(config, *item), _SETTINGS.items(), TINY)


def make_dataset(folder: Path) -> Path:
    """Two patients of four slices."""
    for number in range(2):
        write_case(folder, f"{number:02d}", number, slices=4)
    return folder


def undisturbed(dataset: Path, folder: Path) -> tuple[Path, list[str]]:
    """The run to compare with, and every operation it did, reading and caching included."""
    disk = FaultyDisk(folder.parent)
    with disk.inserted():
        list(train(dataset, folder, CONFIG))
    return folder, disk.done


def check_refusal(dataset: Path, folder: Path, whole: Path, fail_at: int, code: int) -> str:
    """Operation ``fail_at`` of a fresh run fails; the kind of operation it was.

    It is said in a sentence, no announced epoch is lost, the model file is sound, and the run
    goes on to the very end that an undisturbed one has.
    """
    disk = FaultyDisk(folder.parent, fail_at, code)
    events: list[Event] = []
    sentence = ""
    try:
        with disk.inserted():
            events.extend(train(dataset, folder, CONFIG))
    except InputError as error:
        sentence = str(error)
    assert not sentence or sentence.endswith("."), sentence
    assert str(folder.parent) not in sentence, "a sentence shows no folder"
    assert disk.failed or fail_at > len(disk.done)
    said = sentence or any("cannot be read" in notice.text for notice in of(Notice, events))
    assert said or not disk.failed or disk.failed in HARMLESS, f"{disk.failed} was silent"
    announced = len(of(EpochDone, events))
    if (folder / runs.MODEL_FILE).exists():
        load_model(folder / runs.MODEL_FILE)
    has_begun = (folder / runs.RUN_FILE).exists()
    if has_begun and runs.read_run(folder).state == "finished":
        assert_same_run(folder, whole)
        return disk.failed
    again = list(train(dataset, folder, CONFIG, resume=has_begun))
    assert of(RunStarted, again)[0].resumed_epoch >= announced
    assert_same_run(folder, whole)
    return disk.failed
