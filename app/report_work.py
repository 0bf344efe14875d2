"""Reports, as child processes write them; no Qt here and no heavy import at the top."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from unet_core.errors import InputError
from unet_core.events import Event


@dataclass(frozen=True)
class NewestRun:
    """The run to report on where none was named."""

    folder: Path


def newest_run(root: Path) -> Iterator[NewestRun]:
    """Yields the newest run under ``root`` that finished a round or more.

    Raises:
        InputError: If there is none.
    """
    from unet_core import runs

    for run in runs.list_runs(root):
        if run.epochs_done:
            yield NewestRun(run.folder)
            return
    raise InputError("the report", "needs a run with a finished epoch", "train first")


def write_run(folder: Path, target: Path) -> Iterator[Event]:
    """Write the report of a run."""
    from unet_core.report.writing import write_run_report

    yield from write_run_report(folder, target)


def write_beside(folder: Path) -> Iterator[Event]:
    """Write the report of a run into its own folder."""
    from unet_core.report.afterwards import report_beside

    yield from report_beside(folder)
