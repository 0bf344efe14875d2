"""A plan for the chosen data set: asked for with a button, read in a dialog, used with another."""

from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app import theme, work
from app.core_sentences import core_tr
from app.jobs import Job, JobGroup
from app.panel_parts import button, file_dialog, muted
from app.translation import tr
from unet_core.events import Progress

HINT = tr("Measures your scans and proposes settings, each with its reason.")
SIZE = (860, 760)
_BAR_STEPS = 100


class PlanRow(QWidget):
    """Makes a plan in a child process; the window stays free, and it can be cancelled.

    Attributes:
        words: What there is to say. Whoever shows the row lays them out, as a row of their own: a
            form does not see how a sentence grows within one of its fields.

    Signals:
        asked: The button was pressed; whoever knows the data set calls ``begin``.
        used: A ``work.PlanMade`` whose settings shall be those of the run.
        failed: A sentence.
        curve_asked: Would more patients help? The plan was used before.
        changed: A plan is being made, is ready, or its page was closed.
    """

    changed = Signal()
    asked = Signal()
    used = Signal(object)
    failed = Signal(str)
    curve_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = JobGroup(self)
        self._job: Job | None = None
        self._dialog: PlanDialog | None = None
        self.button = button("train_plan", tr("Plan settings…"), HINT)
        self.cancel = button(
            "train_plan_cancel", tr("Cancel"), tr("Stop measuring; nothing changes.")
        )
        self.bar = QProgressBar()
        self.bar.setObjectName("train_plan_progress")
        self.bar.setRange(0, _BAR_STEPS)
        self.words = muted("train_plan_words", HINT)
        self.button.clicked.connect(self.asked)
        self.cancel.clicked.connect(self._on_cancel)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.button)
        line.addWidget(self.bar, 1)
        line.addWidget(self.cancel)
        line.addStretch(0)
        self._show_working(False)

    @property
    def is_working(self) -> bool:
        """Whether a plan is being made."""
        return self._job is not None

    @property
    def is_ready(self) -> bool:
        """Whether a plan waits to be read and used."""
        return self._dialog is not None

    def say(self, sentence: str) -> None:
        """Write the line under the button."""
        self.words.setText(sentence)

    def begin(self, start: Callable[[], Iterator[object]]) -> None:
        """Make the plan whose events ``start`` gives; one at a time."""
        if self._job is not None:
            return
        self.say(tr("Measuring your scans…"))
        self._job = self._jobs.run(start, self._on_event, self._on_failed, self._on_finished)
        self._show_working(True)

    def shutdown(self) -> None:
        """Stop and wait; for closing the window."""
        self._jobs.end()
        self._job = None
        if self._dialog is not None:
            self._dialog.close()

    def _show_working(self, working: bool) -> None:
        self.button.setVisible(not working)
        self.bar.setVisible(working)
        self.cancel.setVisible(working)
        self.cancel.setEnabled(working)
        self.changed.emit()

    @Slot()
    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.stop()
            self.cancel.setEnabled(False)
            self.say(tr("Stopping…"))

    @Slot(object)
    def _on_event(self, event: object) -> None:
        match event:
            case Progress(done=done, total=total, text=text):
                self.bar.setValue(round(_BAR_STEPS * done / total) if total else 0)
                if self._job is not None and not self._job.is_stopping:
                    self.say(
                        tr(
                            "{doing} ({done} of {total})",
                            doing=core_tr(text),
                            done=done,
                            total=total,
                        )
                        if done < total
                        else f"{text}…"
                    )
            case work.PlanMade():
                self._show(event)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.say(HINT)
        self.failed.emit(sentence)

    @Slot()
    def _on_finished(self) -> None:
        stopped = self._job is not None and self._job.is_stopping
        self._job = None
        self._show_working(False)
        self.bar.setValue(0)
        if stopped or self.words.text().endswith("…"):
            self.say(HINT)

    def _show(self, made: work.PlanMade) -> None:
        self.say(tr("The plan is ready."))
        self._dialog = PlanDialog(made, self)
        self._dialog.used.connect(self._on_used)
        self._dialog.save_asked.connect(self._on_save_asked)
        self._dialog.curve_asked.connect(self.curve_asked)
        self._dialog.destroyed.connect(self._on_dialog_gone)
        self._dialog.open()
        self.changed.emit()

    @Slot(object)
    def _on_used(self, made: work.PlanMade) -> None:
        self.say(tr("The settings below are those of the plan."))
        self.used.emit(made)

    @Slot(object, object)
    def _on_save_asked(self, made: work.PlanMade, path: Path) -> None:
        self._jobs.run(partial(work.save_plan, made, path), self._on_saved, self._on_failed)

    @Slot(object)
    def _on_saved(self, _event: object) -> None:
        self.say(tr("The plan was saved."))

    @Slot()
    def _on_dialog_gone(self) -> None:
        self._dialog = None
        self.changed.emit()


class PlanDialog(QDialog):
    """What a plan says: the verdict, what a run will take, every setting with its reason.

    Signals:
        used: The plan, when the user takes it.
        save_asked: The plan and the file it shall be written to.
        curve_asked: Would more patients help? ``used`` comes before.
    """

    used = Signal(object)
    curve_asked = Signal()
    save_asked = Signal(object, object)

    def __init__(self, made: work.PlanMade, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made = made
        self.setObjectName("plan_dialog")
        self.setWindowTitle(tr("Plan for {dataset}", dataset=made.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self.text = QTextBrowser()
        self.text.setObjectName("plan_text")
        self.text.setAccessibleName(tr("The plan and its reasons"))
        self.text.setHtml(plan_html(made))
        self.use = button(
            "plan_use", tr("Use this plan"), tr("Fill the settings with those of the plan.")
        )
        self.use.setProperty("primary", True)
        self.save = button("plan_save", tr("Save…"), tr("As a file for unet-core train --plan."))
        self.curve = button(
            "plan_curve",
            tr("More patients?…"),
            tr("Use this plan, and measure with its settings whether more patients would help."),
        )
        self.close_button = button("plan_close", tr("Close"), tr("Keep the settings as they are."))
        self.use.setDefault(True)
        self.use.setFocus()
        self.use.clicked.connect(self._on_use)
        self.save.clicked.connect(self._on_save)
        self.curve.clicked.connect(self._on_curve)
        self.close_button.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.curve)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.use)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text, 1)
        layout.addLayout(buttons)

    @Slot()
    def _on_use(self) -> None:
        self.used.emit(self._made)
        self.accept()

    @Slot()
    def _on_curve(self) -> None:
        self._on_use()
        self.curve_asked.emit()

    @Slot()
    def _on_save(self) -> None:
        dialog = file_dialog(self, "plan_save_dialog", tr("Save the plan"), Path.home())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile("plan.json")
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    @Slot(str)
    def _on_file_chosen(self, path: str) -> None:
        self.save_asked.emit(self._made, Path(path))


def plan_html(made: work.PlanMade) -> str:
    """A plan as the dialog shows it."""
    verdict, *advice = map(core_tr, made.advice)
    warning = "" if made.fits else f' style="color:{theme.WARNING}"'
    points = "".join(f"<li>{escape(sentence)}</li>" for sentence in advice)
    rows = "".join(
        f'<tr><td width="24%"><b>{escape(setting)}</b></td>'
        f'<td width="76%"><span style="color:{theme.ACCENT}">{escape(value)}</span><br>'
        f'<span style="color:{theme.MUTED}">{escape(reason)}</span></td></tr>'
        for setting, value, reason in (map(core_tr, choice) for choice in made.choices)
    )
    return (
        f"<h3>{escape(verdict)}</h3><p{warning}>{escape(core_tr(made.forecast))}</p>"
        f"<ul{warning}>{points}</ul>"
        f"<h3>{escape(tr('Settings, and why'))}</h3>"
        f'<table cellpadding="5" cellspacing="0" width="100%">{rows}</table>'
    )
