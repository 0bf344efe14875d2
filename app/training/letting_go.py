"""A run that goes on without its window, and one that a window finds going on."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app import run_work
from app.training.night import NightQueue
from app.training.setup import RunRequest
from app.training.state import LiveRun
from app.translation import tr
from unet_core.following import Following
from unet_core.run_queue import Entry, options_to_json


def new_entry(wish: RunRequest, forecast_s: float | None = None) -> Entry:
    """A new run as it was ordered."""
    options = {
        "validation_cases": wish.validation_cases,
        "test_cases": wish.test_cases,
        "start_from": wish.start_from,
        "plan": wish.plan,
    }
    return Entry(
        dataset=wish.dataset.absolute(),
        config=wish.config,
        options=options_to_json(options),
        forecast_s=forecast_s,
    )


def old_entry(dataset: Path, folder: Path, rounds: int = 0, minutes: float = 0.0) -> Entry:
    """A run that goes on, or learns on."""
    return Entry(
        dataset=dataset.absolute(), folder=folder.name, more_epochs=rounds, more_minutes=minutes
    )


def left_of(order: Entry | None, run: LiveRun) -> Entry | None:
    """What is left of a run that was stopped; None if it has ended, or nobody knows what it was."""
    if order is None or run.ended is not None:
        return None
    if run.started is not None:  # an extension asked for is in its record by now
        order = replace(order, folder=run.started.folder.name, more_epochs=0, more_minutes=0.0)
    return replace(order, at_once=True)


class LettingGo(QObject):
    """Hands a run that was stopped to a process that needs no window.

    Signals:
        over: Whether the run goes on there, and a sentence if it does not.
    """

    over = Signal(bool, str)

    def __init__(self, night: NightQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._night = night
        self.is_asked = False
        self._is_handed = False
        night.done.connect(self._on_done)
        night.failed.connect(self._on_failed)

    def ask(self) -> None:
        """The run is to be handed over as soon as it has stopped."""
        self.is_asked = True

    def hand_over(self, entry: Entry | None) -> None:
        """It has stopped; there may be nothing left of it."""
        if entry is None:
            self._end(True, "")
            return
        self._is_handed = True
        self._night.add(entry, first=True)

    def _end(self, is_going_on: bool, sentence: str) -> None:
        self.is_asked = self._is_handed = False
        self.over.emit(is_going_on, sentence)

    @Slot()
    def _on_done(self) -> None:
        if self._is_handed:
            self._end(True, "")

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        if self._is_handed:
            self._end(False, sentence)


def following(folder: Path) -> Following:
    """The events of a run in other hands, with the scans they are about."""
    return Following(folder, _paths_of(folder))


def _paths_of(folder: Path) -> Callable[[], run_work.Paths]:
    return partial(run_work.case_paths, folder)


FOLLOWED = tr("This training goes on without the window; what it does is shown here.")
