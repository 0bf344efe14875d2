"""Every window test has its own settings and folders, leaves nothing and warns of nothing."""

import gc
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.jobs import Job
from app.session import Session
from tests.app.watchdog import Watchdog
from unet_core.volume import Geometry, LabelMap, Volume

if TYPE_CHECKING:
    from app.main_window import MainWindow
    from app.viewer.planes import Plane
    from app.viewer.slice_view import SliceView

HERE = Path(__file__).parent
OFFSCREEN_LACKS = ("This plugin does not support ",)
"""What a window system without a screen says of raising windows and grabbing keys."""
SIZE_XYZ = (48, 40, 12)
_modules_frozen = [0]
"""How many there were."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A Qt warning in a test of the window is an error."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore(*OFFSCREEN_LACKS))


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path) -> None:
    """QSettings of a test live in its own folder, and so do the folders they name."""
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(tmp_path / "settings"))
    store = QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Slicewise", "Slicewise"
    )
    store.setValue("folders/runs", str(tmp_path / "runs"))
    store.setValue("folders/demo", str(tmp_path / "demo"))
    store.setValue("folders/last", str(tmp_path))
    store.setValue("window/language", "en")  # whatever the computer's own is
    store.sync()


@pytest.fixture(scope="session")
def _watchdog(qapp: QApplication) -> Watchdog:
    """Watches the window's thread from the first window test to the end of the run."""
    watchdog = Watchdog()
    watchdog.install()
    return watchdog


@pytest.fixture(autouse=True)
def never_late(_watchdog: Watchdog) -> Iterator[Watchdog]:
    """A test fails whose window keeps its user waiting for more than 50 ms."""
    _watchdog.begin()
    yield _watchdog
    assert not _watchdog.found, "\n".join(_watchdog.found)


@pytest.fixture(autouse=True)
def _nothing_left(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A window, running job or thread that outlives its test fails it."""
    jobs: weakref.WeakSet[Job] = weakref.WeakSet()
    start = Job.start

    def remember(job: Job) -> None:
        jobs.add(job)
        start(job)

    monkeypatch.setattr(Job, "start", remember)
    windows_before = set(QApplication.topLevelWidgets())
    threads_before = set(threading.enumerate())
    yield
    running = [job for job in jobs if _is_running(job)]
    for job in running:
        job.stop()
        job.wait()
    QApplication.processEvents()  # the last words of those jobs are queued, and may close windows
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if set(QApplication.topLevelWidgets()) - windows_before:
        _collect()
    left = [
        _named(widget)
        for widget in set(QApplication.topLevelWidgets()) - windows_before
        if widget.isVisible()
    ]
    threads = [
        thread.name
        for thread in set(threading.enumerate()) - threads_before
        if thread.is_alive() and not thread.daemon
    ]
    assert not running, f"{len(running)} jobs still run"
    assert not left, f"windows left open: {', '.join(left)}"
    assert not threads, f"threads left: {', '.join(threads)}"


def _collect() -> None:
    """Collect garbage; modules that came meanwhile are not walked again the next time."""
    gc.collect()
    if len(sys.modules) != _modules_frozen[0]:
        _modules_frozen[0] = len(sys.modules)
        gc.freeze()


def _is_running(job: Job) -> bool:
    thread = job._thread
    return shiboken6.isValid(thread) and thread.isRunning()


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r}"


@pytest.fixture(scope="session")
def case() -> tuple[Volume, LabelMap]:
    """A small phantom with its exact mask."""
    from unet_core.phantom import make_case

    return make_case(3, size_xyz=SIZE_XYZ, tumours=1)


@pytest.fixture(scope="session")
def case_files(
    case: tuple[Volume, LabelMap], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """The same phantom as files; not to be written to."""
    from unet_core.io import save_now

    folder = tmp_path_factory.mktemp("case")
    volume, label_map = case
    return (
        save_now(volume, folder / "volume-03.nii.gz"),
        save_now(label_map, folder / "segmentation-03.nii.gz"),
    )


@pytest.fixture
def session() -> Session:
    """An empty document."""
    return Session()


@pytest.fixture
def make_view(qtbot: QtBot) -> "Callable[..., tuple[Session, SliceView]]":
    """A view of its own document, with the scan whose every voxel is told apart."""
    from app.viewer.slice_view import SliceView
    from tests.app.viewing import GEOMETRIES, make_volume

    def make(
        plane: "Plane" = "axial", geometry: Geometry = GEOMETRIES["upright"], *, empty: bool = False
    ) -> tuple[Session, SliceView]:
        session = Session()
        view = SliceView(session, plane)
        qtbot.addWidget(view)
        view.resize(320, 300)
        view.show()
        if not empty:
            session.set_volume(make_volume(geometry))
        return session, view

    return make


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> "Iterator[MainWindow]":
    """The real window, shown and closed."""
    from app.main_window import MainWindow

    made = MainWindow(session)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()
