"""From an empty process to a window on the screen, and back.

What holds texts is imported only once the reader's language is installed: tables of texts are
translated while their modules are imported.
"""

import gc
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app import translation
from app.settings import Settings
from unet_core import isolation

if TYPE_CHECKING:
    from app.main_window import MainWindow

INTERRUPT_CHECK_MS = 200
"""Python sees Ctrl+C only when Qt lets it run."""
ENDING = (signal.SIGINT, signal.SIGTERM)


def run(files: Sequence[Path] = (), *, demo: bool = False) -> int:
    """Show the window, open ``files``, and return the exit code when it is closed."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Slicewise")
    app.setDesktopFileName("slicewise")
    settings = Settings()
    translation.install(app, settings.language)
    return _shown(app, settings, files, demo=demo)


def _shown(app: QApplication, settings: Settings, files: Sequence[Path], *, demo: bool) -> int:
    from app import theme
    from app.main_window import MainWindow
    from app.session import Session
    from app.unforeseen import UnforeseenErrors

    gc.freeze()  # modules stay: walking them all, now and then, would hold the window up for 80 ms
    theme.apply(app, theme.choice_of(settings.theme))
    isolation.sweep()
    window = MainWindow(Session(), settings)
    window.asks_before_closing = window.opener.asks_before_dropping = True
    errors = UnforeseenErrors(window)
    hook_before, sys.excepthook = sys.excepthook, errors.hook
    handlers_before = {number: signal.signal(number, _closing(window)) for number in ENDING}
    timer = QTimer(window)
    timer.timeout.connect(_let_python_run)
    timer.start(INTERRUPT_CHECK_MS)
    window.show()
    QTimer.singleShot(0, isolation.warm_up)
    if files:
        window.open_paths(list(files))
    elif demo:
        window.opener.open_demo()
    try:
        return app.exec()
    finally:
        window.asks_before_closing = False
        window.close()
        isolation.shut_down()
        sys.excepthook = hook_before
        for number, handler in handlers_before.items():
            signal.signal(number, handler)


def _closing(window: "MainWindow") -> Callable[..., None]:
    """A signal handler that closes the window without asking."""

    def close(*_: object) -> None:
        window.asks_before_closing = False
        window.close()
        QTimer.singleShot(0, QApplication.quit)  # counts even before the event loop has begun

    return close


def _let_python_run() -> None:
    """Nothing: being called is enough."""
