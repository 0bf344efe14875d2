"""The one window: docks, menus and bars put together from tables. It decides nothing."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDockWidget,
    QLabel,
    QMainWindow,
    QMenu,
    QTabWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from app.actions import fill_menu_bar, fill_tool_bar, make_actions
from app.activity import ActivityBar
from app.asking import OpeningQuestions
from app.file_commands import FileCommands
from app.help_pages import Page, about_html, shortcuts_html
from app.messages import MessageBar, MessageButton, MessageList
from app.opening import Opener
from app.panels import PANELS, AnyPanel
from app.panels.data import DataPanel
from app.panels.segments import SegmentsPanel
from app.panels.train import TrainPanel
from app.questions import TITLE, StopQuestion, UnsavedQuestion
from app.session import Session
from app.settings import Settings
from app.view_commands import ViewCommands
from app.viewer.layout import ViewerArea

STATE_VERSION = 2
LEFT_WIDTH, RIGHT_WIDTH = 310, 390
MOST_STOPS = 200


class MainWindow(QMainWindow):
    """Everything a person sees.

    Attributes:
        session: What is open.
        opener: What opens files.
        viewer: The slice views.
        panels: The widget in each dock, by the dock's object name.
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
        self._may_stop = False
        self._may_drop = False
        self._is_asked_to_close = False
        self._stop_question: StopQuestion | None = None
        self.setObjectName("main_window")
        self.setWindowTitle(TITLE)
        self.setAcceptDrops(True)
        self.setMinimumSize(900, 600)
        self.resize(_first_size(self))
        self.setDockOptions(
            QMainWindow.DockOption.AnimatedDocks
            | QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
        )
        self._make_centre()
        self._make_docks()
        self._make_commands()
        self._make_status_bar()
        self._unsaved = UnsavedQuestion(session, self.settings, self)
        OpeningQuestions(session, self.opener, self)
        self._connect()
        self._first_state = self.saveState(STATE_VERSION)
        self.restoreGeometry(self.settings.geometry)
        self.restoreState(self.settings.state, STATE_VERSION)
        self._on_volume_changed()

    # --- what it is made of ------------------------------------------------------------------

    def _make_centre(self) -> None:
        self.viewer = ViewerArea(self.session)
        self.message_bar = MessageBar()
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.message_bar)
        layout.addWidget(self.viewer, 1)
        self.setCentralWidget(centre)

    def _make_docks(self) -> None:
        areas = {
            "left": Qt.DockWidgetArea.LeftDockWidgetArea,
            "right": Qt.DockWidgetArea.RightDockWidgetArea,
        }
        self.panels: dict[str, AnyPanel] = {}
        self._docks: dict[str, QDockWidget] = {}
        in_front: QDockWidget | None = None
        for row in PANELS:
            panel = row.make(self.session, self.settings)
            dock = self._add_dock(row.dock, row.title, panel, areas[row.area])
            self.panels[row.dock] = panel
            if row.area == "right" and in_front is None:
                in_front = dock
            elif row.area == "right" and in_front is not None:
                self.tabifyDockWidget(in_front, dock)
        if in_front is not None:
            in_front.raise_()
        self.messages = MessageList()
        bottom = Qt.DockWidgetArea.BottomDockWidgetArea
        self._add_dock("dock_messages", "Messages", self.messages, bottom).hide()
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        self.setTabPosition(areas["right"], QTabWidget.TabPosition.North)
        self.resizeDocks(
            [self._docks["dock_data"], self._docks["dock_train"]],
            [min(LEFT_WIDTH, self.width() // 4), min(RIGHT_WIDTH, self.width() // 3)],
            Qt.Orientation.Horizontal,
        )
        self.resizeDocks(
            [self._docks["dock_data"], self._docks["dock_segments"]],
            [self.height() * 5 // 8, self.height() * 3 // 8],
            Qt.Orientation.Vertical,
        )

    def _add_dock(
        self, name: str, title: str, content: QWidget, area: Qt.DockWidgetArea
    ) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setWidget(content)
        self.addDockWidget(area, dock)
        self._docks[name] = dock
        return dock

    def _make_commands(self) -> None:
        self._files = FileCommands(self.session, self.settings, self.opener, self)
        self._views = ViewCommands(self.session, self.viewer, self)
        self.actions_by_name = make_actions(self, (self, self._files, self._views))
        self._files.recent_menu.addAction(self.actions_by_name["action_clear_recent"])
        panels = QMenu("&Panels", self)
        panels.setObjectName("menu_panels")
        for dock in self._docks.values():
            panels.addAction(dock.toggleViewAction())
        menus = (self._files.recent_menu, self._views.window_menu, panels)
        submenus = {menu.objectName(): menu for menu in menus}
        fill_menu_bar(self.menuBar(), self.actions_by_name, submenus)
        bar = QToolBar("Tool bar", self)
        bar.setObjectName("tool_bar")
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        bar.setMovable(False)
        fill_tool_bar(bar, self.actions_by_name, submenus)
        self.addToolBar(bar)
        self._views.follow(self.actions_by_name)

    def _make_status_bar(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        self.activity = ActivityBar()
        self.readout = _status_label("status_readout", "What lies under the pointer")
        privacy = _status_label("status_privacy", "Where your data goes")
        privacy.setText("Nothing leaves this computer")
        bar.addWidget(self.activity)
        messages = MessageButton()
        messages.clicked.connect(self.show_messages)
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
        opener.drop_asked.connect(self._unsaved.ask)
        self._unsaved.answered.connect(self._on_unsaved_answered)
        self._files.dataset_picked.connect(self.show_data)
        train = self.panels["dock_train"]
        if isinstance(train, TrainPanel):
            train.begun.connect(self.show_train)
        opener.demo_ready.connect(self._on_demo_ready)
        self.activity.cancelled.connect(opener.cancel)
        self.viewer.hovered.connect(self.readout.setText)
        self.message_bar.all_asked.connect(self.show_messages)

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
        self.show_train()

    # --- panels and pages --------------------------------------------------------------------

    @Slot()
    def show_data(self) -> None:
        """Bring the Data panel to the front."""
        self._bring("dock_data")

    @Slot()
    def show_cases(self) -> None:
        """Show everything known about the cases of the data set."""
        panel = self.panels["dock_data"]
        if isinstance(panel, DataPanel):
            panel.show_cases()

    @Slot()
    def show_segments(self) -> None:
        """Bring the Segments panel to the front."""
        self._bring("dock_segments")

    @Slot()
    def show_train(self) -> None:
        """Bring the Train panel to the front."""
        self._bring("dock_train")

    @Slot()
    def show_predict(self) -> None:
        """Bring the Predict panel to the front."""
        self._bring("dock_predict")

    @Slot()
    def show_evaluate(self) -> None:
        """Bring the Evaluate panel to the front."""
        self._bring("dock_evaluate")

    @Slot()
    def show_messages(self) -> None:
        """Show every message."""
        self._bring("dock_messages")

    def _bring(self, dock: str) -> None:
        self._docks[dock].show()
        self._docks[dock].raise_()

    @Slot()
    def reset_panels(self) -> None:
        """Put every dock where it was at first."""
        self.restoreState(self._first_state, STATE_VERSION)

    @Slot()
    def show_shortcuts(self) -> None:
        """The sheet of keys and mouse."""
        Page("shortcuts_page", "Keys and mouse", shortcuts_html(), self).open()

    @Slot()
    def show_about(self) -> None:
        """What Slicewise is."""
        Page("about_page", "About Slicewise", about_html(), self).open()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab passes over panels that lie behind another: Qt counts them as visible."""
        for _ in range(MOST_STOPS):
            if not super().focusNextPrevChild(forward):
                return False
            focused = self.focusWidget()
            if not any(
                dock.isAncestorOf(focused) and dock.visibleRegion().isEmpty()
                for dock in self._docks.values()
            ):
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

    # --- closing -----------------------------------------------------------------------------

    @property
    def is_training(self) -> bool:
        """Whether a training run goes on."""
        panel = self.panels["dock_train"]
        return isinstance(panel, TrainPanel) and panel.is_training

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.asks_before_closing and not self._may_close():
            event.ignore()
            return
        self.settings.geometry = self.saveGeometry()
        self.settings.state = self.saveState(STATE_VERSION)
        self.settings.sync()
        self.viewer.close_jobs()
        for panel in self.panels.values():
            panel.shutdown()
        self._unsaved.shutdown()
        self.opener.shutdown()
        event.accept()

    def _may_close(self) -> bool:
        """Whether nothing would be lost; asks first what would, and closes after the answer."""
        if self.is_training and not self._may_stop:
            if self._stop_question is None:
                self._stop_question = StopQuestion(self)
                self._stop_question.accepted.connect(self._on_stop_agreed)
                self._stop_question.finished.connect(self._on_stop_answered)
                self._stop_question.open()
            return False
        if self.session.unsaved and not self._may_drop:
            self._is_asked_to_close = True
            self._unsaved.ask()
            return False
        return True

    @Slot()
    def _on_stop_answered(self) -> None:
        self._stop_question = None

    @Slot()
    def _on_stop_agreed(self) -> None:
        self._may_stop = True
        self.close()

    @Slot(bool)
    def _on_unsaved_answered(self, may_drop: bool) -> None:
        if not self._is_asked_to_close or not may_drop:
            self.opener.may_drop(may_drop)
        if self._is_asked_to_close:
            self._is_asked_to_close = False
            self._may_stop = self._may_stop and may_drop
            self._may_drop = may_drop
            if may_drop:
                self.close()


def _first_size(window: QWidget) -> QSize:
    screen = window.screen().availableSize()
    return QSize(max(1024, min(1500, screen.width())), max(700, min(950, screen.height())))


def _local_files(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def _status_label(name: str, what: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setAccessibleName(what)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
