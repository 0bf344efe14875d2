"""What is done with runs and their queue in threads: generators of events, without Qt."""

from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import dataclass
from pathlib import Path

from unet_core import run_queue, runs
from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.events import Progress
from unet_core.following import Paths as Paths
from unet_core.learning_curves import FOLDER_PREFIX
from unet_core.run_names import RunName, write_name
from unet_core.run_queue import Queue
from unet_core.run_table import TRASH_FOLDER, Kept, RunTable, read_table


@dataclass(frozen=True)
class QueueSeen:
    """The queue as it is on disk.

    Attributes:
        queue: Its entries.
        is_worked: Whether a process works through it.
        busy: Runs that somebody trains just now; not the parts of learning curves over data.
        fault: Why it cannot be read; empty otherwise.
    """

    queue: Queue
    is_worked: bool = False
    busy: tuple[Path, ...] = ()
    fault: str = ""

    @property
    def is_cut_off(self) -> bool:
        """Whether its worker was killed, or the computer was shut down."""
        return not self.is_worked and (self.queue.is_on or self.queue.running is not None)


@dataclass(frozen=True)
class RunOrder:
    """How a run was set up, to set up another like it."""

    dataset: Path | None
    config: TrainConfig
    train_cases: tuple[str, ...] = ()
    validation_cases: tuple[str, ...] = ()
    test_cases: tuple[str, ...] = ()
    start_from: Path | None = None


@dataclass(frozen=True)
class Renamed:
    """A run has another name or note."""

    folder: Path
    given: RunName


def look(root: Path) -> Iterator[QueueSeen]:
    """Yields the queue of the runs under ``root``."""
    busy = tuple(
        folder
        for folder in run_queue.busy_folders(root)
        if (folder / runs.RUN_FILE).is_file() and not folder.name.startswith(FOLDER_PREFIX)
    )
    try:
        yield QueueSeen(run_queue.read_queue(root), run_queue.is_worked(root), busy)
    except InputError as error:
        yield QueueSeen(Queue(), run_queue.is_worked(root), busy, str(error))


def change(root: Path, how: Callable[[Queue], Queue]) -> Iterator[QueueSeen]:
    """Change the queue, see to it that somebody works through it, and yield it."""
    from unet_core.queue_work import start_worker

    queue = run_queue.change(root, how)
    if queue.next is not None and not start_worker(root):
        raise InputError("The queue", "did not begin", "try once more")
    yield from look(root)


@dataclass(frozen=True)
class TrashSeen:
    """Runs that lie in the folder beside the runs, where the system has no trash."""

    places: tuple[Path, ...]


def list_runs(
    root: Path, kept: MutableMapping[Path, Kept]
) -> Iterator[Progress | TrashSeen | RunTable | None]:
    """Yields the table of runs; None after each, where a thread lets the window have its turn."""
    yield TrashSeen(in_own_trash(root))
    for event in read_table(root, kept):
        yield event
        if isinstance(event, Progress):
            yield None


def in_own_trash(root: Path) -> tuple[Path, ...]:
    """Runs in the trash beside the runs."""
    try:
        inside = sorted((root / TRASH_FOLDER).iterdir())
    except OSError:
        return ()
    return tuple(path for path in inside if path.is_dir())


def rename(folder: Path, given: RunName) -> Iterator[Renamed]:
    """Keep a name and a note."""
    yield Renamed(folder, write_name(folder, given))


def read_order(folder: Path) -> Iterator[RunOrder]:
    """Yields how a run was set up."""
    values, summary = runs.read_values(folder), runs.read_run(folder)
    parent = values.get("parent") or {}
    yield RunOrder(
        dataset=summary.dataset,
        config=TrainConfig.from_json(values["config"]),
        train_cases=summary.train_cases,
        validation_cases=tuple(values.get("asked_validation_cases", ())),
        test_cases=summary.test_cases,
        start_from=Path(parent["path"]) if parent.get("path") else None,
    )


def read_split(folder: Path) -> Iterator[runs.RunSummary]:
    """Yields a run at a glance, for its split."""
    yield runs.read_run(folder)


def case_paths(folder: Path) -> Paths:
    """Scan and mask files of the cases of a run; nothing where they cannot be found."""
    from app.case_work import find_cases
    from unet_core.isolation import isolated

    try:
        dataset = runs.read_run(folder).dataset
        if dataset is None:
            return {}
        (found,) = isolated(find_cases, dataset, keep=True)
    except (InputError, ValueError):
        return {}
    return {case.case_id: (case.image_paths, case.mask_paths) for case in found.cases.cases}
