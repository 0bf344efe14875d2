"""The report a run leaves in its own folder when it has ended; the run is never in danger by it."""

from collections.abc import Iterator
from pathlib import Path

from unet_core import distributed, runs
from unet_core.errors import InputError
from unet_core.events import Event, Notice, Progress
from unet_core.report.writing import REPORT_FILE, write_run_report

LONG_RUN_S = 60.0
"""Shorter runs are tries: no scan is read for their report."""
_PATIENCE_S = 30.0


def report_beside(folder: Path) -> Iterator[Event]:
    """Progress while ``report.html`` is written into a run folder; a Notice if it is not.

    Where several processes learned together, their leader alone writes.
    """
    if not distributed.is_leader():
        return
    try:
        records = runs.read_records(folder)
        is_long = bool(records) and records[-1].elapsed_s > LONG_RUN_S
        events = write_run_report(
            folder, folder / REPORT_FILE, looks=is_long, patience_s=_PATIENCE_S
        )
        for event in events:
            if isinstance(event, Progress):
                yield event
    except InputError as error:
        yield Notice(f"The report of the run was not written: {error}")
    except Exception as error:  # noqa: BLE001  (a run that is done shall not fail by its report)
        yield Notice(f"The report of the run was not written ({type(error).__name__}).")
