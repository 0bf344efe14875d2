"""All runs, and the queue, in a window of their own beside the scan."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app import run_work
from app.banner import Banner
from app.jobs import Job, JobGroup
from app.panel_parts import button, muted
from app.runs import trash
from app.runs.doings import DOINGS, enable, make_doings
from app.runs.model import RunModel
from app.runs.note import RunNote
from app.runs.queue_page import QueuePage
from app.runs.table import RunTableView
from app.runs.words import seconds_left
from app.session import Session
from app.settings import Settings
from app.training.letting_go import old_entry
from app.training.night import NightQueue
from app.translation import tr
from unet_core.events import Progress
from unet_core.run_names import RunName
from unet_core.run_table import Kept, RunRow, RunTable

SIZE = (1240, 720)
AGAIN_MS = 4000


class RunsWindow(QDialog):
    """The table of runs with what can be done with them, and the queue; it does not block.

    Signals:
        resume_asked: The folder of a run that shall go on.
        more_asked: The folder of a run that shall learn on beyond its end.
        duplicate_asked: The folder of a run whose settings another one shall have.
        report_asked: The folder of a run to write a report on.
        split_asked: The folder of a run whose patients are to be seen.
    """

    resume_asked = Signal(object)
    more_asked = Signal(object)
    duplicate_asked = Signal(object)
    report_asked = Signal(object)
    split_asked = Signal(object)

    def __init__(
        self, session: Session, settings: Settings, night: NightQueue, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._night = session, settings, night
        self._jobs = JobGroup(self)
        self._reading: Job | None = None
        self._must_read_again = self._is_over = False
        self._kept: dict[Path, Kept] = {}
        self._in_trash: list[tuple[Path, Path]] = []
        self._trashed: tuple[Path, ...] = ()
        self.setObjectName("runs_window")
        self.setWindowTitle(tr("Runs – Slicewise"))
        self.setModal(False)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.model = RunModel(self)
        self.table = RunTableView(self.model, settings)
        self.actions_by_name = make_doings(self.table, self._handlers())
        self._timer = QTimer(self)
        self._timer.setInterval(AGAIN_MS)
        self._timer.timeout.connect(self.read)
        self._make_widgets()
        self._connect()
        self._on_picked()
        self.resize(min(SIZE[0], parent.width() - 30), min(SIZE[1], parent.height() - 40))

    def show_runs(self) -> None:
        """Come to the front."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.table.setFocus()

    def shutdown(self) -> None:
        """Keep what was typed, close, and wait."""
        self.note.keep()
        self.close()
        self._is_over = True
        self._jobs.end()

    # --- what it is made of ------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self.filter = QLineEdit()
        self.filter.setObjectName("runs_filter")
        self.filter.setPlaceholderText(tr("Show only runs with these words, as quick tumour 128"))
        self.filter.setAccessibleName(tr("Words that runs must have"))
        self.filter.setClearButtonEnabled(True)
        self.columns = button("runs_columns", tr("Columns"), tr("Choose what is shown of each run"))
        self.trash_button = button("runs_trash", tr("Trash"), tr("Bring back a run from the trash"))
        self.trash_button.hide()
        self.banner = Banner("runs_banner", "question")
        self.bring_back = self.banner.add_button("runs_bring_back", tr("Bring back"))
        self.dismiss = self.banner.add_button("runs_banner_dismiss", tr("Dismiss"))
        self.note = RunNote()
        self.empty = muted("runs_empty")
        self.queue = QueuePage(self._night)
        head = QHBoxLayout()
        for widget in (self.filter, self.columns, self.trash_button):
            head.addWidget(widget)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addLayout(head)
        layout.addWidget(self.banner)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.empty)
        layout.addWidget(self.note)
        layout.addLayout(self._made_buttons())
        self.tabs = QTabWidget()
        self.tabs.setObjectName("runs_tabs")
        self.tabs.addTab(page, tr("Runs"))
        self.tabs.addTab(self.queue, tr("Queue"))
        outer = QVBoxLayout(self)
        outer.addWidget(self.tabs)
        for one in self.findChildren(QPushButton):
            one.setAutoDefault(False)

    def _made_buttons(self) -> QHBoxLayout:
        """A button for each doing, greyed with it."""
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(6)
        for doing in DOINGS:
            action = self.actions_by_name[doing.name]
            if doing.is_right and not any(d.is_right and d.name in self.buttons for d in DOINGS):
                row.addStretch(1)
            one = button(f"runs_button_{doing.name}", doing.text, action.toolTip())
            one.clicked.connect(action.trigger)
            self.buttons[doing.name] = one
            row.addWidget(one)
        return row

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.model.set_filter)
        self.columns.clicked.connect(self._on_columns)
        self.trash_button.clicked.connect(self._on_trash)
        self.bring_back.clicked.connect(self._on_bring_back)
        self.dismiss.clicked.connect(self.banner.dismiss)
        self.table.picked.connect(self._on_picked)
        self.table.doubleClicked.connect(self.actions_by_name["curves"].trigger)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_menu)
        self.model.modelReset.connect(self._on_reset)
        self.model.name_asked.connect(self._on_name_asked)
        self.note.note_asked.connect(self._on_name_asked)
        self._night.changed.connect(self._on_queue_changed)
        self._on_queue_changed()

    # --- reading -----------------------------------------------------------------------------

    @Slot()
    def read(self) -> None:
        """Read the runs again, those that have changed; a name being typed is waited for."""
        if self._is_over:
            return
        if self._reading is not None or self.table.is_editing:
            self._must_read_again = True
            return
        self._must_read_again = False
        start = partial(run_work.list_runs, self._settings.runs_root, self._kept)
        self._reading = self._jobs.run(start, self._on_read, self._fail, self._on_read_over)

    @Slot(object)
    def _on_read(self, event: object) -> None:
        if isinstance(event, RunTable) and not self.table.is_editing:
            is_first = not self.model.table.rows
            self.model.set_table(event)
            if is_first and event.rows:
                self.table.pick(event.rows[0].folder)
        elif isinstance(event, run_work.TrashSeen):
            self._trashed = event.places
            self.trash_button.setVisible(bool(event.places))
        elif isinstance(event, Progress) and not self.model.table.rows:
            self.empty.setText(
                tr("Reading run {done} of {total}…", done=event.done, total=event.total)
            )

    @Slot()
    def _on_read_over(self) -> None:
        self._reading = None
        self._on_reset()
        if self._must_read_again:
            self.read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._settings.runs_geometry.isEmpty():
            self.restoreGeometry(self._settings.runs_geometry)
        self.read()
        self._timer.start()
        self._night.watch(is_on=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._rest()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._rest()
        super().closeEvent(event)

    def _rest(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self.note.keep()
            self._night.watch(is_on=False)
            self._settings.runs_geometry = QByteArray(self.saveGeometry())

    # --- what is shown -----------------------------------------------------------------------

    @property
    def chosen(self) -> tuple[RunRow, ...]:
        """The runs selected."""
        return self.table.selected

    @Slot()
    def _on_reset(self) -> None:
        rows = self.model.table.rows
        count, shown = len(rows), len(self.model.rows)
        text = tr("Runs ({count})", count=count)
        if shown < count:
            text = tr("Runs ({shown} of {count})", shown=shown, count=count)
        self.tabs.setTabText(0, text)
        if not rows and self._reading is None:
            self.empty.setText(tr("No runs yet; Start training in the Train panel makes one."))
        elif rows and not shown:
            self.empty.setText(tr("No run has all of these words."))
        self.empty.setVisible(not shown)

    @Slot()
    def _on_queue_changed(self) -> None:
        count = len(self._night.now.queue.waiting)
        self.tabs.setTabText(1, tr("Queue ({count})", count=count) if count else tr("Queue"))
        if self.isVisible():
            self.read()

    @Slot()
    def _on_picked(self) -> None:
        rows = self.chosen
        enable(self.actions_by_name, rows)
        for name, one in self.buttons.items():
            one.setEnabled(self.actions_by_name[name].isEnabled())
        self.note.show_run(rows[0] if len(rows) == 1 else None)

    @Slot()
    def _on_columns(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("runs_columns_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        menu.addActions(self.table.column_actions(menu))
        menu.popup(self.columns.mapToGlobal(QPoint(0, self.columns.height())))

    @Slot(QPoint)
    def _on_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("runs_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for doing in DOINGS:
            if doing.name in ("rename", "delete"):
                menu.addSeparator()
            menu.addAction(self.actions_by_name[doing.name])
        menu.popup(self.table.viewport().mapToGlobal(place))

    # --- doing -------------------------------------------------------------------------------

    def _handlers(self) -> dict[str, Callable[[], None]]:
        return {doing.name: getattr(self, f"_do_{doing.name}") for doing in DOINGS}

    @Slot()
    def _do_rename(self) -> None:
        self.table.edit_name()

    @Slot()
    def _do_curves(self) -> None:
        if self.actions_by_name["curves"].isEnabled():  # a double click asks nobody
            self._session.curves_requested.emit(tuple(row.folder for row in self.chosen))

    @Slot()
    def _do_use(self) -> None:
        (row,) = self.chosen
        self._session.set_model(row.model_path)
        self._session.notified.emit(tr("Predict uses the model of {run} now.", run=row.title))

    @Slot()
    def _do_resume(self) -> None:
        self.resume_asked.emit(self.chosen[0].folder)

    @Slot()
    def _do_more(self) -> None:
        self.more_asked.emit(self.chosen[0].folder)

    @Slot()
    def _do_duplicate(self) -> None:
        self.duplicate_asked.emit(self.chosen[0].folder)

    @Slot()
    def _do_split(self) -> None:
        self.split_asked.emit(self.chosen[0].folder)

    @Slot()
    def _do_report(self) -> None:
        self.report_asked.emit(self.chosen[0].folder)

    @Slot()
    def _do_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.chosen[0].folder)))

    @Slot()
    def _do_queue(self) -> None:
        known = {entry.folder for entry in self._night.now.queue.waiting}
        for row in self.chosen:
            if row.dataset is not None and row.folder.name not in known:
                entry = old_entry(row.dataset, row.folder)
                self._night.add(replace(entry, name=row.given.name, forecast_s=seconds_left(row)))
        self.tabs.setCurrentWidget(self.queue)

    @Slot(object, object)
    def _on_name_asked(self, folder: Path, given: RunName) -> None:
        start = partial(run_work.rename, folder, given)
        self._jobs.run(start, self._on_renamed, self._fail, self.read)

    @Slot(object)
    def _on_renamed(self, event: object) -> None:
        """The table is read again when the job is over."""

    # --- trash -------------------------------------------------------------------------------

    @Slot()
    def _do_delete(self) -> None:
        self._in_trash = []
        folders = [row.folder for row in self.chosen]
        start = partial(trash.to_trash, folders)
        self._jobs.run(start, self._on_trashed, self._fail, self.read)

    @Slot(object)
    def _on_trashed(self, event: trash.Trashed) -> None:
        if event.place is not None:
            self._in_trash.append((event.place, event.folder))
        self.bring_back.setVisible(bool(self._in_trash))
        count = len(self._in_trash)
        self.banner.say(
            tr("{run} lies in the trash.", run=event.folder.name)
            if count <= 1
            else tr("{count} runs lie in the trash.", count=count)
        )

    @Slot()
    def _on_bring_back(self) -> None:
        self._bring_back(self._in_trash)
        self._in_trash = []
        self.banner.dismiss()

    def _bring_back(self, places: Sequence[tuple[Path, Path]]) -> None:
        start = partial(trash.bring_back, tuple(places))
        self._jobs.run(start, self._on_brought_back, self._fail, self.read)

    @Slot(object)
    def _on_brought_back(self, event: trash.BroughtBack) -> None:
        self._session.notified.emit(tr("{run} is back.", run=event.folder.name))

    @Slot()
    def _on_trash(self) -> None:
        """Offer what lies in the folder beside the runs, where the system has no trash."""
        root = self._settings.runs_root
        menu = QMenu(self)
        menu.setObjectName("runs_trash_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place in self._trashed:
            action = menu.addAction(tr("Bring back {run}", run=place.name))
            action.triggered.connect(partial(self._bring_back, [(place, root / place.name)]))
        menu.popup(self.trash_button.mapToGlobal(QPoint(0, self.trash_button.height())))

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self.bring_back.setVisible(False)
        self.banner.say(sentence)
        self._session.failed.emit(sentence)
