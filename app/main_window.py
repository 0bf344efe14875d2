"""The one window: docks, menus and bars put together from tables. It decides nothing."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QMainWindow

from app import theme
from app.actions import fill_menu_bar, fill_tool_bar, make_actions, make_submenus
from app.activity import ActivityBar
from app.asking import OpeningQuestions
from app.centre import Centre
from app.closing import Closing
from app.compare_commands import CompareCommands
from app.curves_commands import CurvesCommands
from app.data_scale_commands import DataScaleCommands
from app.docks import Docks
from app.evaluation_commands import EvaluationCommands
from app.file_commands import FileCommands
from app.help_pages import HelpCommands
from app.label_commands import LabelCommands
from app.look_commands import LookCommands
from app.messages import MessageBar, MessageButton
from app.model_commands import ModelCommands
from app.network_commands import NetworkCommands
from app.opening import Opener
from app.palette import Finder
from app.panels.data import DataPanel
from app.panels.evaluate import EvaluatePanel
from app.panels.measure import MeasurePanel
from app.panels.predict import PredictPanel
from app.panels.segments import SegmentsPanel
from app.panels.train import TrainPanel
from app.questions import TITLE
from app.report_commands import ReportCommands
from app.runs_commands import RunsCommands
from app.session import Session
from app.session_store import SessionStore
from app.settings import Settings
from app.split_commands import SplitCommands
from app.steps_commands import StepsCommands
from app.surface_commands import SurfaceCommands
from app.tool_bar import ToolBar
from app.tool_commands import ToolCommands
from app.translation import tr
from app.view_commands import ViewCommands
from app.viewer.layout import ViewerArea
from app.window_state import LEAST, WindowState, first_size

MOST_STOPS = 200


class MainWindow(QMainWindow):
    """Everything a person sees.

    Attributes:
        session: What is open.
        opener: What opens files.
        viewer: The slice views.
        docks: What lies around them.
        panels: The widget in each dock, by the dock's object name.
        messages: Everything Slicewise has said.
        actions_by_name: Every command by its object name.
        asks_before_closing: Whether closing asks while a training run goes on or a prediction is
            unsaved. ``opener.asks_before_dropping`` does the same for opening another scan.
    """

    def __init__(self, session: Session, settings: Settings | None = None) -> None:
        super().__init__()
        self.session = session
        self.settings = settings or Settings()
        self.opener = Opener(session, self.settings, self)
        self.asks_before_closing = False
        self.setObjectName("main_window")
        self.setWindowTitle(TITLE)
        self.setAcceptDrops(True)
        self.setMinimumSize(LEAST)
        self.resize(first_size(self))
        self._make_centre()
        self.docks = Docks(self, session, self.settings)
        self.panels, self.messages = self.docks.panels, self.docks.messages
        self._make_commands()
        self._make_status_bar()
        self._closing = Closing(session, self.settings, self.opener, self)
        OpeningQuestions(session, self.opener, self)
        self._connect()
        self._state = WindowState(self, self.settings)
        self.docks.remember_first()
        self.docks.follow_window(is_restored=self._state.restore())
        self._on_volume_changed()

    # --- what it is made of ------------------------------------------------------------------

    def _make_centre(self) -> None:
        self.viewer = ViewerArea(self.session)
        theme.keep_dark(self.viewer)
        self.message_bar = MessageBar()
        self.setCentralWidget(Centre(self.viewer, self.message_bar))

    def _make_commands(self) -> None:
        files = FileCommands(self.session, self.settings, self.opener, self)
        views = ViewCommands(self.session, self.viewer, self.settings, self)
        comparing = CompareCommands(self.session, self.viewer, self)
        looks = LookCommands(self.settings, self.session, self)
        measure = self.panels["dock_measure"]
        assert isinstance(measure, MeasurePanel)
        tools = ToolCommands(self.session, self.viewer, measure, self)
        self.store = SessionStore(self.session, self.opener, self.viewer, self.settings, self)
        self._surfaces = SurfaceCommands(self.session, self.settings, self)
        self.help = HelpCommands(self.session, self.settings, self)
        data = self.panels["dock_data"]
        assert isinstance(data, DataPanel)
        self.split = SplitCommands(self.session, self.settings, data.check, self)
        self._walk = StepsCommands(self.session, self.opener, self.docks)
        train = self.panels["dock_train"]
        assert isinstance(train, TrainPanel)
        self.runs = RunsCommands(self.session, self.settings, self.docks, train, self)
        self.network = NetworkCommands(self.session, self.settings, train, self)
        self.models = ModelCommands(self.session, self.settings, train, self)
        self.curves = CurvesCommands(self.session, self.settings, train, self)
        self.data_scale = DataScaleCommands(self.session, self.settings, train, self)
        self.reports = ReportCommands(self.session, self.settings, self)
        self.evaluations = EvaluationCommands(self.session, self.settings, train, self)
        answerers = (
            self,
            files,
            self.runs,
            self.evaluations,
            self.store,
            self._surfaces,
            views,
            comparing,
            tools,
            looks,
            LabelCommands(self.session, self),
            self.docks,
            self.curves,
            self.network,
            self.models,
            self.data_scale,
            self.reports,
            self.help,
            self.split,
        )
        finder = Finder(self.menuBar(), self)
        actions = self.actions_by_name = make_actions(self, (*answerers, finder))
        files.recent_menu.addAction(actions["action_clear_recent"])
        submenus = make_submenus(self, actions)
        submenus["menu_panels"].addSeparator()
        submenus["menu_panels"].addActions(self.docks.toggles)
        made = (files.recent_menu, views.window_menu, self.viewer.cine_menu)
        submenus |= {menu.objectName(): menu for menu in made}
        fill_menu_bar(self.menuBar(), actions, submenus)
        bar = ToolBar()
        fill_tool_bar(bar, actions, submenus)
        self.addToolBar(bar)
        views.follow(actions)
        comparing.follow(actions)
        tools.follow(actions)
        looks.follow(actions)
        files.dataset_picked.connect(self.docks.show_data)
        self._walk.folder_asked.connect(actions["action_open_dataset"].trigger)
        self._walk.cases_asked.connect(actions["action_show_cases"].trigger)
        self._walk.demo_asked.connect(actions["action_open_demo"].trigger)
        self._walk.open_scan_asked.connect(actions["action_open"].trigger)
        segments = self.panels["dock_segments"]
        if isinstance(segments, SegmentsPanel):
            segments.open_asked.connect(actions["action_open_mask"].trigger)
            segments.predict_asked.connect(actions["action_show_predict"].trigger)
        predict = self.panels["dock_predict"]
        if isinstance(predict, PredictPanel):
            predict.model_asked.connect(self.models.show_model)
        evaluate = self.panels["dock_evaluate"]
        if isinstance(evaluate, EvaluatePanel):
            evaluate.folders_asked.connect(actions["action_evaluate_folders"].trigger)

    def _make_status_bar(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        self.activity = ActivityBar()
        self.readout = _status_label("status_readout", tr("What lies under the pointer"))
        privacy = _status_label("status_privacy", tr("Where your data goes"))
        privacy.setText(tr("Nothing leaves this computer"))
        bar.addWidget(self.activity)
        messages = MessageButton()
        messages.clicked.connect(self.docks.show_messages)
        self.messages.changed.connect(messages.show_counts)
        bar.addPermanentWidget(self.readout)
        bar.addPermanentWidget(messages)
        bar.addPermanentWidget(privacy)

    def _connect(self) -> None:
        session, opener = self.session, self.opener
        session.volume_changed.connect(self._on_volume_changed)
        session.notified.connect(self._on_notified)
        session.failed.connect(self._on_failed)
        opener.busy_changed.connect(self.activity.set_busy)
        opener.progressed.connect(self.activity.show_progress)
        opener.demo_ready.connect(self._on_demo_ready)
        self.activity.cancelled.connect(opener.cancel)
        train = self.panels["dock_train"]
        if isinstance(train, TrainPanel):
            train.begun.connect(self.docks.show_train)
            train.offered.connect(self.docks.show_train)
            train.looking.network_asked.connect(self.network.show_network)
            train.looking.batch_asked.connect(self.network.show_batch)
            train.let_go_over.connect(self._closing.let_go)
            self._closing.go_on_asked.connect(train.let_go)
            self._closing.stop_asked.connect(train.stop_run)
            train.setup.split_asked.connect(self.split.show_split)
            train.setup.plan.curve_asked.connect(self.data_scale.show_data_scale)
            train.run_ended.connect(self.reports.write_into_run)
        self.runs.report_asked.connect(self.reports.save_run_report)
        self.runs.split_asked.connect(self.split.show_run)
        self.viewer.hovered.connect(self.readout.setText)
        self.message_bar.all_asked.connect(self.docks.show_messages)

    # --- opening and saving ------------------------------------------------------------------

    def open_paths(self, paths: Sequence[Path | str]) -> None:
        """Open files and folders; dropping, the command line and recent files all come here."""
        self.opener.open_paths([Path(path) for path in paths])

    @Slot()
    def save_mask(self) -> None:
        """Save the mask chosen in the Segments panel."""
        panel = self.panels["dock_segments"]
        if isinstance(panel, SegmentsPanel):
            panel.save_mask()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _local_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if files := _local_files(event):
            event.acceptProposedAction()
            self.open_paths(files)

    @Slot()
    def _on_demo_ready(self) -> None:
        preset = self.panels["dock_train"].findChild(QComboBox, "train_preset")
        if preset is not None:
            preset.setCurrentText("quick")
        self.docks.show_train()

    @Slot()
    def show_cases(self) -> None:
        """Show everything known about the cases of the data set."""
        panel = self.panels["dock_data"]
        if isinstance(panel, DataPanel):
            panel.show_cases()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab passes over panels that lie behind another: Qt counts them as visible."""
        for _ in range(MOST_STOPS):
            if not super().focusNextPrevChild(forward):
                return False
            if not self.docks.is_behind(self.focusWidget()):
                break
        return True

    # --- the session changed -----------------------------------------------------------------

    @Slot()
    def _on_volume_changed(self) -> None:
        volume = self.session.volume
        self.setWindowTitle(TITLE if volume is None else f"{volume.name} – {TITLE}")

    @Slot(str)
    def _on_notified(self, sentence: str) -> None:
        self.messages.add("notice", sentence)
        self.message_bar.say("notice", sentence)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.messages.add("error", sentence)
        self.message_bar.say("error", sentence)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        panel = self.panels["dock_train"]
        if isinstance(panel, TrainPanel):
            panel.look_around()

    # --- closing -----------------------------------------------------------------------------

    @property
    def is_training(self) -> bool:
        """Whether a training run goes on."""
        panel = self.panels["dock_train"]
        return isinstance(panel, TrainPanel) and panel.is_training

    @property
    def is_following(self) -> bool:
        """Whether that run is trained by a process that needs no window."""
        panel = self.panels["dock_train"]
        return isinstance(panel, TrainPanel) and panel.is_following

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.asks_before_closing and not self._closing.may_close(
            is_training=self.is_training, is_elsewhere=self.is_following
        ):
            event.ignore()
            return
        self._state.keep()
        self.viewer.close_jobs()
        self.runs.shutdown()
        self.evaluations.shutdown()
        for panel in self.panels.values():
            panel.shutdown()
        self._closing.shutdown()
        self._surfaces.shutdown()
        self.store.shutdown()
        self._walk.shutdown()
        self.split.shutdown()
        self.network.shutdown()
        self.models.shutdown()
        self.curves.shutdown()
        self.data_scale.shutdown()
        self.reports.shutdown()
        self.help.shutdown()
        self.opener.shutdown()
        event.accept()


def _local_files(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def _status_label(name: str, what: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setAccessibleName(what)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
