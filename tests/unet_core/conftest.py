"""A small cohort, cached once for all tests that train, and what they have in common."""

import dataclasses
import itertools
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from unet_core.config import PRESETS, ModelConfig, TrainConfig
from unet_core.events import Event
from unet_core.io import save_now
from unet_core.volume import Geometry, LabelMap, Volume

TINY = dataclasses.replace(
    PRESETS["standard"],
    preset="tiny",
    model=ModelConfig(depth=2, base_channels=4),
    image_size=32,
    epochs=3,
    batches_per_epoch=3,
    batch_size=4,
    learning_rate=1e-2,
    ema=0.9,
    synthetic_lesions=0.0,
    precision="float32",  # auto depends on how fast the machine is just now
)


@pytest.fixture(scope="session")
def tiny() -> TrainConfig:
    """Settings of a run that takes a second."""
    return TINY


def write_case(
    folder: Path, name: str, seed: int, *, size: int = 40, slices: int = 6, tumour: bool = True
) -> None:
    """A bright disc (liver) with a darker one inside (tumour), in noise."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:size, :size]
    labels = np.zeros((slices, size, size), np.uint8)
    middle = size // 2 + seed % 3
    disc = (y - middle) ** 2 + (x - middle) ** 2
    labels[1 : slices - 1] = disc < (size // 4) ** 2
    if tumour:
        labels[2:4][np.broadcast_to(disc < (size // 10) ** 2, (2, size, size))] = 2
    means = np.array([-50, 110, 50])
    voxels = means[labels] + rng.normal(0, 10, labels.shape)
    geometry = Geometry((size, size, slices), (1.0, 1.0, 3.0), (-20.0, -20.0, 5.0))
    scan = Volume(voxels.astype(np.int16), geometry, f"volume-{name}")
    save_now(scan, folder / f"volume-{name}.nii.gz", overwrite=True)
    mask = LabelMap(labels, geometry, name)
    save_now(mask, folder / f"segmentation-{name}.nii.gz", overwrite=True)


@pytest.fixture(scope="session")
def cohort(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three patients, each with liver and tumour; never changed by a test."""
    folder = tmp_path_factory.mktemp("cohort")
    for number in range(3):
        write_case(folder, f"{number:02d}", number)
    return folder


@pytest.fixture(scope="session")
def runs_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where runs of ``cohort`` go, so that they share one slice cache."""
    return tmp_path_factory.mktemp("runs")


@pytest.fixture
def run_folder(runs_root: Path, request: pytest.FixtureRequest) -> Path:
    """A new run's folder, not yet made."""
    return runs_root / request.node.name.replace("[", "-").replace("]", "")


@pytest.fixture
def ticking(monkeypatch: pytest.MonkeyPatch) -> Callable[[], float]:
    """A clock that moves 5 ms each time it is read: time limits without waiting or luck."""
    ticks = itertools.count()
    fake = SimpleNamespace(monotonic=lambda: next(ticks) * 0.005)
    monkeypatch.setattr("unet_core.clock.time", fake)
    return fake.monotonic


def of(kind: type, events: Iterable[Event]) -> list[Any]:
    """The events of one kind."""
    return [event for event in events if isinstance(event, kind)]


def stop_when(events: Iterator[Event], is_reached: Callable[[Event], bool]) -> list[Event]:
    """Close a run at its first event of a kind, as the Stop button does; the events until then."""
    seen = []
    for event in events:
        seen.append(event)
        if is_reached(event):
            break
    events.close()
    return seen
