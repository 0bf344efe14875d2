"""A rehearsal in the training panel: how far it is, what it proved, what the run will take."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.jobs import Job, JobGroup
from app.panel_parts import Words, heading, muted
from app.training.state import duration
from app.translation import tr
from unet_core.events import Check, Progress, Rehearsed, RunForecast

_READY = tr("Ready: everything worked on a few slices")
_NOT_READY = tr("Not ready yet")


class CheckRow(QWidget):
    """One check: a tick or a cross, its sentence, and a remedy where it was not passed."""

    def __init__(self, check: Check, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"train_check_{check.name}")
        mark = QLabel("✓" if check.passed else "✗")
        mark.setProperty("good" if check.passed else "bad", True)
        mark.setAccessibleName(tr("Passed") if check.passed else tr("Not passed"))
        mark.setAlignment(Qt.AlignmentFlag.AlignTop)
        mark.setFixedWidth(16)
        words = QVBoxLayout()
        words.setSpacing(3)
        self.sentence = Words(check.sentence)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        words.addWidget(self.sentence)
        if not check.passed:
            self.remedy = muted("", check.remedy)
            words.addWidget(self.remedy)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(mark)
        layout.addLayout(words, 1)


class RehearsalCard(QFrame):
    """Hidden until ``begin``; then a bar with Cancel, then what was found.

    Signals:
        running_changed: A rehearsal began, or is over.
        failed: A sentence on why there is no result.
    """

    running_changed = Signal(bool)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train_rehearsal")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._jobs = JobGroup(self)
        self._job: Job | None = None
        self.rows: tuple[CheckRow, ...] = ()
        self.result: Rehearsed | None = None
        self.run_s: float | None = None
        """How long the whole run will take, as the last rehearsal has it."""
        self.title = heading("")
        self.title.setObjectName("train_rehearsal_title")
        self.bar = QProgressBar()
        self.bar.setObjectName("train_rehearsal_progress")
        self.bar.setTextVisible(False)
        self.status = muted("train_rehearsal_status")
        self.forecast = Words()
        self.forecast.setObjectName("train_rehearsal_forecast")
        self.cancel = self._button("train_rehearse_cancel", tr("Cancel"), self._on_cancel)
        self.dismiss = self._button("train_rehearse_dismiss", tr("Dismiss"), self.hide)
        self._checks = QVBoxLayout()
        self._checks.setSpacing(5)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.dismiss)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(7)
        layout.addWidget(self.title)
        layout.addWidget(self.bar)
        layout.addLayout(self._checks)
        layout.addWidget(self.status)
        layout.addWidget(self.forecast)
        layout.addLayout(buttons)
        self.hide()

    @property
    def is_running(self) -> bool:
        """Whether a rehearsal is going on."""
        return self._job is not None

    def begin(self, start: Callable[[], Iterator[object]]) -> None:
        """Show the rehearsal whose events ``start`` makes."""
        self.result = None
        self._show_checks(())
        self._paint("notice", tr("Rehearsing on a few slices…"))
        self.bar.setRange(0, 0)
        self.status.setText(tr("Starting…"))
        self._show_as(running=True)
        self.show()
        self._job = self._jobs.run(start, self._on_event, self._on_failed, self._on_finished)
        self.running_changed.emit(True)

    def shutdown(self) -> None:
        """Stop and wait; for closing the window."""
        self._jobs.end()
        self._job = None

    def forget(self) -> None:
        """What was proved was of other data."""
        self.result = self.run_s = None
        if self._job is None:
            self.hide()

    def show_result(self, result: Rehearsed) -> None:
        """Show what was proved."""
        self.result = result
        self.run_s = result.forecast.run_s if result.forecast else None
        self._show_checks(result.checks)
        self._paint(*(("good", _READY) if result.is_ready else ("error", _NOT_READY)))
        self.forecast.setText(forecast_words(result.forecast) if result.forecast else "")
        self.forecast.setVisible(result.forecast is not None)
        self.status.hide()

    # --- the job ---------------------------------------------------------------------------

    @Slot(object)
    def _on_event(self, event: object) -> None:
        match event:
            case Progress(done=done, total=total, text=text):
                self.bar.setRange(0, total)
                self.bar.setValue(done)
                self.status.setText(text)
            case Rehearsed():
                self.show_result(event)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.failed.emit(sentence)

    @Slot()
    def _on_finished(self) -> None:
        self._job = None
        self._show_as(running=False)
        if not self.rows:
            self.hide()  # cancelled, or failed: there is nothing to read
        self.running_changed.emit(False)

    @Slot()
    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.stop()
            self.cancel.setEnabled(False)
            self.status.setText(tr("Stopping at the end of this batch…"))

    # --- looks -----------------------------------------------------------------------------

    def _button(self, name: str, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(slot)
        return button

    def _show_as(self, *, running: bool) -> None:
        self.bar.setVisible(running)
        self.cancel.setVisible(running)
        self.cancel.setEnabled(running)
        self.dismiss.setVisible(not running)
        if running:
            self.status.show()
            self.forecast.hide()

    def _show_checks(self, checks: tuple[Check, ...]) -> None:
        for row in self.rows:
            self._checks.removeWidget(row)
            row.deleteLater()
        self.rows = tuple(CheckRow(check) for check in checks)
        for row in self.rows:
            self._checks.addWidget(row)

    def _paint(self, kind: str, title: str) -> None:
        self.title.setText(title)
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)


def forecast_words(forecast: RunForecast) -> str:
    """What the whole run will take, in a sentence.

    >>> forecast_words(RunForecast(42.0, 60, 2520.0, 1229.0, 340.0))
    'The whole run: 60 rounds of 42 s, 42 min in all · 1.2 GB of memory · 340 MB on disk.'
    """
    rounds = (
        tr("1 round") if forecast.rounds == 1 else tr("{rounds} rounds", rounds=forecast.rounds)
    )
    each, whole = duration(forecast.round_s), duration(forecast.run_s)
    parts = [
        tr(
            "The whole run: {rounds} of {each}, {whole} in all",
            rounds=rounds,
            each=each,
            whole=whole,
        )
    ]
    if forecast.peak_memory_mb:
        parts.append(tr("{memory:.1f} GB of memory", memory=forecast.peak_memory_mb / 1024))
    parts.append(tr("{disk:,.0f} MB on disk", disk=forecast.disk_mb))
    return f"{' · '.join(parts)}."
