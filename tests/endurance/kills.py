"""SIGKILL at random moments loses no finished epoch: ``python -m tests.endurance.kills``.

One small training after another is killed wherever chance wants it, starting, learning, scoring
or saving within a round, and continued, until it is through; then its curve, weights, optimiser
and best model are compared bit for bit with those of a run that nobody disturbed.
"""

import argparse
import dataclasses
import itertools
import os
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
from unet_core import clock, runs
from unet_core.events import EpochDone
from unet_core.saved_states import load_latest
from unet_core.train import train

EPOCHS = 8
CONFIG = dataclasses.replace(TINY, epochs=EPOCHS, batches_per_epoch=4, save_minutes=0.05)


def learn(dataset: Path, folder: Path, announced: Any) -> None:
    """Train, or go on; ``announced`` is the last epoch said to be finished.

    The run's clock moves 1 s whenever it is read, so that states are saved within rounds, too.
    """
    ticks = itertools.count()
    clock.time = SimpleNamespace(monotonic=lambda: next(ticks) * 1.0)  # type: ignore[attr-defined]
    os.environ["OMP_NUM_THREADS"] = "1"
    resume = (folder / runs.RUN_FILE).exists()
    for event in train(dataset, folder, CONFIG, resume=resume):
        if isinstance(event, EpochDone):
            announced.value = event.record.epoch


def kill_repeatedly(root: Path, kills: int, seed: int = 0) -> tuple[int, int, int]:
    """Kill trainings ``kills`` times; (kills, of them within a round, runs compared)."""
    dataset = root / "data"
    for number in range(3):
        write_case(dataset, f"{number:02d}", number)
    context = get_context("forkserver")  # each process begins with torch imported already
    context.set_forkserver_preload(["tests.endurance.kills"])
    announced = context.Value("i", 0)
    whole = root / "runs" / "whole"
    _process(context, dataset, whole, announced).join()
    started = time.monotonic()
    _process(context, dataset, root / "runs" / "timed", announced).join()
    longest_s = time.monotonic() - started
    expected = curve(whole)
    assert len(expected) == EPOCHS
    rng = np.random.default_rng(seed)
    done = within = compared = 0
    while done < kills:
        folder = root / "runs" / f"killed-{compared}"
        announced.value = 0
        while len(curve(folder)) < EPOCHS or runs.read_run(folder).state != "finished":
            process = _process(context, dataset, folder, announced)
            if done < kills:
                process.join(rng.uniform(0, longest_s))
                done += process.is_alive()
                process.kill()
            process.join()
            within += _check(folder, expected, announced.value)
        assert_same_run(folder, whole)
        shutil.rmtree(folder)
        compared += 1
        print(f"{done} kills, {within} saved within a round, {compared} runs equal", flush=True)
    return done, within, compared


def _process(context: Any, dataset: Path, folder: Path, announced: Any) -> Any:
    process = context.Process(target=learn, args=(dataset, folder, announced))
    process.start()
    return process


def _check(folder: Path, expected: list[Any], announced: int) -> bool:
    """Every epoch that was announced is there, as it was; whether more than that is saved."""
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
