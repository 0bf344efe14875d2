"""SIGKILL at random moments loses no finished epoch: ``python -m tests.endurance.kills``.

One small training after another is killed wherever chance wants it, starting, learning, scoring
or saving within a round, and continued, until it is through; then its curve, weights, optimiser
and best model are compared bit for bit with those of a run that nobody disturbed.
"""

import argparse
import dataclasses
import itertools
import shutil
import tempfile
import time
from multiprocessing import get_context
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np

from tests.same_run import assert_same_run, curve
from tests.unet_core.conftest import TINY, write_case
from unet_core import clock, isolation, runs
from unet_core.events import EpochDone, RunStarted
from unet_core.saved_states import load_latest
from unet_core.train import train

EPOCHS = 8
CONFIG = dataclasses.replace(TINY, epochs=EPOCHS, batches_per_epoch=4, save_minutes=0.05)


class Watch:
    """What a training says while it works, for the process that will kill it.

    Attributes:
        learning_since: When the first batch came, by the system's clock; 0 before.
        ended: When it was through.
        announced: The last epoch said to be finished.
    """

    def __init__(self, context: Any) -> None:
        self.learning_since = context.Value("d", 0.0)
        self.ended = context.Value("d", 0.0)
        self.announced = context.Value("i", 0)

    def clear(self) -> None:
        """Before another training."""
        self.learning_since.value = self.ended.value = 0.0
        self.announced.value = 0


def learn(dataset: Path, folder: Path, watch: Watch) -> None:
    """Train, or go on.

    The run's clock moves 1 s whenever it is read, so that states are saved within rounds, too.
    """
    ticks = itertools.count()
    clock.time = SimpleNamespace(monotonic=lambda: next(ticks) * 1.0)
    resume = (folder / runs.RUN_FILE).exists()
    for event in train(dataset, folder, CONFIG, resume=resume):
        if isinstance(event, RunStarted):
            watch.learning_since.value = time.monotonic()
        if isinstance(event, EpochDone):
            watch.announced.value = event.record.epoch
    watch.ended.value = time.monotonic()
    isolation.shut_down()  # the reader, which this process would wait for


def kill_repeatedly(root: Path, kills: int, seed: int = 0) -> tuple[int, int, int]:
    """Kill trainings ``kills`` times; (kills, of them within a round, runs compared)."""
    dataset = root / "data"
    for number in range(3):
        write_case(dataset, f"{number:02d}", number)
    context = get_context("forkserver")  # each process begins with torch imported already
    context.set_forkserver_preload(["tests.disk_faults"])
    watch = Watch(context)
    whole = root / "runs" / "whole"
    _process(context, dataset, whole, watch).join()
    learning_s = watch.ended.value - watch.learning_since.value
    expected = curve(whole)
    assert len(expected) == EPOCHS
    rng = np.random.default_rng(seed)
    done = within = compared = 0
    while done < kills:
        folder = root / "runs" / f"killed-{compared}"
        while not (folder / runs.RUN_FILE).exists() or runs.read_run(folder).state != "finished":
            process = _process(context, dataset, folder, watch)
            if done < kills:
                _wait(process, watch, rng, learning_s)
                done += process.is_alive()
                process.kill()
            process.join()
            within += _check(folder, expected, watch.announced.value)
        assert_same_run(folder, whole)
        shutil.rmtree(folder)
        compared += 1
        print(f"{done} kills, {within} of them within a round, {compared} runs equal", flush=True)
    return done, within, compared


def _process(context: Any, dataset: Path, folder: Path, watch: Watch) -> Any:
    watch.clear()
    process = context.Process(target=learn, args=(dataset, folder, watch))
    process.start()
    return process


def _wait(process: Any, watch: Watch, rng: np.random.Generator, learning_s: float) -> None:
    """A while: in one of four cases from its start, else from its first batch."""
    if rng.random() > 0.25:
        while process.is_alive() and not watch.learning_since.value:
            time.sleep(0.002)
    process.join(rng.uniform(0, 0.7 * learning_s))


def _check(folder: Path, expected: list[Any], announced: int) -> bool:
    """Every epoch announced is there, as it was; whether the newest state lies within one."""
    found = curve(folder)
    assert found == expected[: len(found)]
    assert len(found) >= announced, f"epoch {announced} was lost"
    state, notices = load_latest(folder / runs.CHECKPOINT_FOLDER)
    assert notices == ()
    assert announced == 0 or state is not None
    if state is None:
        return False
    assert state.epoch >= announced
    return state.batch > 0


def main() -> None:
    """Kill them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        done, within, compared = kill_repeatedly(Path(folder), options.kills, options.seed)
    print(f"{done} kills, no finished epoch lost; {within} times the newest state lay within a")
    print(f"round; {compared} killed runs equal the undisturbed one bit for bit")


if __name__ == "__main__":
    main()
