"""Starting: light for child processes, honest on the command line, calm when something breaks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from app import start
from app.__main__ import main
from app.main_window import MainWindow
from app.unforeseen import UnforeseenErrors, place_of

WAIT_MS = 20_000


def _run(code: str, tmp_path: Path) -> "subprocess.CompletedProcess[str]":
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=environment,
        timeout=60,
        check=False,
    )


def test_a_child_that_imports_the_start_module_loads_no_window(tmp_path: Path) -> None:
    done = _run(
        "import sys, app.__main__, app.work\n"
        "heavy = {'PySide6', 'torch', 'SimpleITK', 'pyqtgraph', 'numpy.random'}\n"
        "print(sorted(heavy & set(sys.modules) - {'numpy.random'}))",
        tmp_path,
    )
    assert done.stdout.strip() == "[]", done.stderr


def test_version_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("Slicewise ")


def test_unknown_option_ends_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--no-such"])
    assert ended.value.code == 2
    assert "--no-such" in capsys.readouterr().err


class Visitor(QObject):
    """Waits until the scan is open, looks around, and closes the window."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.masks = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(20)

    @Slot()
    def _look(self) -> None:
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        if windows and windows[0].session.layers:
            self._timer.stop()
            self.title = windows[0].windowTitle()
            self.masks = len(windows[0].session.layers)
            windows[0].close()


def test_starts_with_files_and_ends_with_the_window(
    qapp: QApplication, case_files: tuple[Path, Path]
) -> None:
    visitor = Visitor()
    hook = sys.excepthook
    before = (qapp.styleSheet(), qapp.palette(), qapp.font())
    try:
        assert main([str(path) for path in case_files]) == 0
    finally:
        qapp.setStyleSheet(before[0])
        qapp.setPalette(before[1])
        qapp.setFont(before[2])
    assert visitor.title == "volume-03.nii.gz – Slicewise"
    assert visitor.masks == 1
    assert sys.excepthook is hook


def test_start_has_a_console_script() -> None:
    assert callable(start.run)
    text = (Path(__file__).resolve().parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    assert 'slicewise = "app.__main__:main"' in text


class Breaker(QObject):
    """A slot that fails, as a defect would."""

    @Slot()
    def fail(self) -> None:
        raise KeyError("/home/meier/Patient Müller.nii.gz")


def test_u2_p1_an_exception_in_a_slot_is_one_sentence_without_names(
    qtbot: QtBot,
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    errors = UnforeseenErrors(window)
    monkeypatch.setattr(sys, "excepthook", errors.hook)
    breaker = Breaker()
    with qtbot.captureExceptions():  # pytest-qt's own hook must not see it as a failure
        monkeypatch.setattr(sys, "excepthook", errors.hook)
        QTimer.singleShot(0, breaker.fail)
        QTimer.singleShot(0, breaker.fail)
        qtbot.waitUntil(
            lambda: window.findChild(QDialog, "unforeseen_dialog") is not None, timeout=WAIT_MS
        )
        qtbot.wait(20)
    dialogs = window.findChildren(QMessageBox, "unforeseen_dialog")
    assert len(dialogs) == 1, "one dialog at a time"
    assert "KeyError" in dialogs[0].text()
    written = capsys.readouterr().err
    assert "test_app_start.py" in written
    for text in (dialogs[0].text(), written):
        assert "Müller" not in text
        assert "/home" not in text
    dialogs[0].accept()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "unforeseen_dialog") is None)


def test_place_of_an_error_names_file_line_and_function() -> None:
    try:
        Breaker().fail()
    except KeyError as error:
        text = place_of(type(error), error.__traceback__)
    assert text.startswith("Unforeseen KeyError:\n")
    assert " in fail\n" in text
    assert "Müller" not in text


def test_a_signal_that_comes_before_the_event_loop_still_ends_it(
    qapp: QApplication, window: MainWindow
) -> None:
    too_late = 9
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(lambda: qapp.exit(too_late))
    timer.start(5_000)
    start._closing(window)()
    assert qapp.exec() != too_late
    assert not window.isVisible()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to another process there")
@pytest.mark.parametrize(("is_early", "code"), [(True, 130), (False, 0)])
def test_control_c_in_the_terminal_closes_the_window(
    tmp_path: Path, is_early: bool, code: int
) -> None:
    done = _run(
        "import os, signal, sys, threading, time\n"
        "from app.__main__ import leave, main\n"
        "early = (signal.getsignal(signal.SIGINT), leave)\n"
        "def press():\n"
        f"    while {not is_early} and signal.getsignal(signal.SIGINT) in early:\n"
        "        time.sleep(0.05)  # until the window answers Ctrl+C itself\n"
        f"    while {is_early} and 'PySide6' not in sys.modules:\n"
        "        time.sleep(0.001)  # until Qt is being imported, a moment that soon passes\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "if __name__ == '__main__':\n"
        "    threading.Thread(target=press, daemon=True).start()\n"
        "    sys.exit(main([]))\n",
        tmp_path,
    )
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
