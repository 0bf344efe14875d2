"""The whole program in a process of its own, for a test to kill.

    python -m tests.window_process FOLDER DATASET CONFIG.json

Starts Slicewise as ``python -m app`` does, with its settings and runs under FOLDER, chooses
DATASET, fills in the settings and presses Start. Nothing of Qt is imported at the top: the
program's children import this module again.
"""

import json
import sys
from pathlib import Path


def keep_settings_in(folder: Path) -> Path:
    """Send this process's QSettings and the runs to ``folder``; gives the folder of runs."""
    from PySide6.QtCore import QSettings

    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(folder / "settings"))
    from app.settings import Settings

    settings = Settings()
    settings.runs_root = folder / "runs"
    settings.demo_root = folder / "demo"
    settings.sync()
    return folder / "runs"


def _main(folder: Path, dataset: Path, config_file: Path) -> int:
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QPushButton

    from app import start
    from app.main_window import MainWindow
    from app.panels.train import TrainPanel
    from unet_core.config import TrainConfig

    config = TrainConfig.from_json(json.loads(config_file.read_text()))

    def press_start() -> None:
        (window,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        window.session.set_dataset(dataset)
        panel = window.panels["dock_train"]
        assert isinstance(panel, TrainPanel)
        panel.setup.form.set_value(config)
        button = panel.findChild(QPushButton, "train_start")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    keep_settings_in(folder)
    QApplication(sys.argv[:1])
    QTimer.singleShot(0, press_start)
    return start.run()


if __name__ == "__main__":
    sys.exit(_main(*map(Path, sys.argv[1:])))
