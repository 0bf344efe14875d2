"""Reports, as child processes write them; no Qt here and no heavy import at the top."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from unet_core.errors import InputError
from unet_core.events import Event, Progress


@dataclass(frozen=True)
class NewestRun:
    """The run to report on where none was named."""

    folder: Path


def newest_run(root: Path) -> Iterator[NewestRun]:
    """Yields the newest run under ``root`` that finished a round or more.

    Parts of a learning curve over data are none that anybody wants a report of.

    Raises:
        InputError: If there is none.
    """
    from unet_core import runs
    from unet_core.learning_curves import PRESET

    for run in runs.list_runs(root):
        if run.epochs_done and run.preset != PRESET:
            yield NewestRun(run.folder)
            return
    raise InputError("The report", "needs a run with a finished epoch", "train first")


@dataclass(frozen=True)
class CasesNamed:
    """Which case is which in a report: for the screen alone, never for a file.

    Attributes:
        titles: "Case 1", ... by the case's own name.
    """

    titles: Mapping[str, str]


def write_run(folder: Path, target: Path) -> Iterator[Event | CasesNamed]:
    """Write the report of a run, after telling which case is which."""
    from unet_core.report.run_facts import read_facts
    from unet_core.report.writing import check_target, write_facts

    check_target(target)
    yield Progress(0, 0, "Reading the run")
    run = read_facts(folder)
    yield CasesNamed(run.names.titles)
    yield from write_facts(run, target)


def write_beside(folder: Path) -> Iterator[Event]:
    """Write the report of a run into its own folder."""
    from unet_core.report.afterwards import report_beside

    yield from report_beside(folder)
