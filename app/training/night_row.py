"""Beside Start: let the run wait in the queue instead, and look at all runs."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.panel_parts import button, muted
from app.run_work import QueueSeen
from app.training.night import NightQueue
from app.training.state import duration
from app.translation import tr
from unet_core.run_queue import Queue


class NightRow(QWidget):
    """Two buttons, and a line on the queue while there is one.

    Signals:
        queue_asked: What is set up shall wait for its turn.
        runs_asked: The window of all runs shall be shown.
    """

    queue_asked = Signal()
    runs_asked = Signal()

    def __init__(self, night: NightQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._night = night
        self.queue = button(
            "train_queue",
            tr("Add to queue"),
            tr("Let this training wait for its turn, as for the night, instead of starting it now"),
        )
        self.runs = button(
            "train_runs",
            tr("All runs…"),
            tr("Every run with its settings and scores, and the queue for the night"),
        )
        self.queue.clicked.connect(self.queue_asked)
        self.runs.clicked.connect(self.runs_asked)
        self.words = muted("train_queue_words")
        self.words.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.queue, 1)
        buttons.addWidget(self.runs, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(buttons)
        layout.addWidget(self.words)
        night.changed.connect(self._on_changed)

    @Slot()
    def _on_changed(self) -> None:
        sentence = queue_words(self._night.now)
        self.words.setText(sentence)
        self.words.setVisible(bool(sentence))


def queue_words(seen: QueueSeen) -> str:
    """How the queue stands, in a line; empty where there is nothing to say."""
    waiting = len(seen.queue.waiting)
    if seen.is_cut_off and seen.queue.next is not None:
        return tr("The queue was cut off; start it again under All runs.")
    if not waiting:
        return tr("The queue is at its last run.") if seen.queue.is_on else ""
    return f"{_waiting_words(waiting, seen.queue.is_on)} {forecast_words(seen.queue)}".strip()


def _waiting_words(count: int, is_on: bool) -> str:
    if is_on and count == 1:
        return tr("1 run waits in the queue.")
    if is_on:
        return tr("{count} runs wait in the queue.", count=count)
    if count == 1:
        return tr("1 run waits in the queue, which is not started.")
    return tr("{count} runs wait in the queue, which is not started.", count=count)


def forecast_words(queue: Queue) -> str:
    """How long what waits will take, as far as anybody knows."""
    expected = [entry.expected_s for entry in queue.waiting]
    known = [seconds for seconds in expected if seconds is not None]
    unknown = len(expected) - len(known)
    if not known:
        return ""
    span = duration(sum(known))
    if unknown == 1:
        return tr("About {span}, and one run of unknown length.", span=span)
    if unknown:
        return tr("About {span}, and {count} runs of unknown length.", span=span, count=unknown)
    return tr("About {span} in all.", span=span)
