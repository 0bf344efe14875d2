"""What the two windows ask child processes and threads to do.

No torch at the top: a child imports this file and then only what its task needs.
"""

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from app.translation import tr
from unet_core.batch_sheet import SheetMade, answered, ask, withdraw
from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.events import Event
from unet_core.network_shape import NetworkFacts

LOOK_S = 0.1
"""How often the answer of a run is looked for, in a thread of its own: another process writes the
file, and no system tells of that everywhere."""
SHEETS_AT_ONCE = 4


@dataclass(frozen=True)
class Measured:
    """What was measured of a network on a computer.

    Attributes:
        slices_s: Learned from in a second.
        memory_mb: Largest of the process, MiB; 0 if unknown.
        is_run: Whether a run measured it; else a plan that tried the network out.
    """

    slices_s: float
    memory_mb: float
    is_run: bool


@dataclass(frozen=True)
class NetworkDescribed:
    """A network as it is.

    Attributes:
        facts: Read off the built network.
        measured: None where nobody has measured it yet.
    """

    facts: NetworkFacts
    measured: Measured | None = None


def of_settings(
    config: TrainConfig, dataset: Path | None, runs_root: Path
) -> Iterator[NetworkDescribed]:
    """The network of a run that is being set up."""
    yield NetworkDescribed(_facts_of(config, dataset, runs_root))


def of_run(folder: Path) -> Iterator[NetworkDescribed]:
    """The network of a run, from its model file once there is one."""
    from unet_core import runs
    from unet_core.network_facts import facts_of_model

    model = folder / runs.MODEL_FILE
    if model.is_file():
        facts = facts_of_model(model)
    else:
        dataset = runs.read_run(folder).dataset
        facts = _facts_of(runs.read_config(folder), dataset, folder.parent)
    records = runs.read_records(folder)
    measured = None
    if records and records[-1].images_per_s > 0:
        last = records[-1]
        measured = Measured(last.images_per_s, last.peak_memory_mb, is_run=True)
    yield NetworkDescribed(facts, measured)


def of_model(path: Path) -> Iterator[NetworkDescribed]:
    """The network in a model file; of an ensemble, that of its first fold."""
    from unet_core.ensemble import opened
    from unet_core.network_facts import facts_of_model

    yield NetworkDescribed(facts_of_model(opened(path).models[0]))


def _facts_of(config: TrainConfig, dataset: Path | None, runs_root: Path) -> NetworkFacts:
    from unet_core.network_facts import facts_of
    from unet_core.pixel_sizes import PixelSizes, remembered_sizes
    from unet_core.slices import CACHE_FOLDER

    sizes = PixelSizes()
    if dataset is not None:
        with contextlib.suppress(InputError):  # what is wrong with the data is told elsewhere
            sizes = remembered_sizes(dataset, runs_root / CACHE_FOLDER, config)
    return replace(facts_of(config, sizes.pixel_mm), lost_lesions=sizes.lost_lesions)


def batches_before(
    dataset: Path,
    runs_root: Path,
    config: TrainConfig,
    validation_cases: tuple[str, ...],
    test_cases: tuple[str, ...],
    first: int,
) -> Iterator[Event | SheetMade]:
    """Batches that a run would begin with; for a child process."""
    from unet_core.batch_pictures import sheets_before

    yield from sheets_before(
        dataset,
        runs_root,
        config,
        validation_cases=validation_cases,
        test_cases=test_cases,
        first=first,
        count=SHEETS_AT_ONCE,
    )


def batch_of_run(folder: Path, token: str) -> Iterator[SheetMade | None]:
    """The next batch of a run that goes on, wherever it is trained; waits for it.

    Raises:
        InputError: If nobody trains there any more.
    """
    from unet_core.run_lock import owner_of

    ask(folder, token)
    try:
        while (sheet := answered(folder, token)) is None:
            owner = owner_of(folder)
            if owner is None or not owner.is_alive:
                raise InputError(
                    tr("The run"),
                    tr("is over, so it learns from no further batch"),
                    tr("start another one, or close this window"),
                )
            yield None
            time.sleep(LOOK_S)
        yield SheetMade(sheet)
    finally:
        withdraw(folder)
