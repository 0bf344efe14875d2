"""The window opens, scrolls and predicts without ever doing the work itself."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from tests.app.lateness import Lateness
from unet_core.io import save_now
from unet_core.volume import Geometry, LabelMap, Volume

WAIT_MS = 20_000
SHAPE_ZYX = (60, 512, 512)
HEAVY = ("SimpleITK", "pydicom", "torch", "scipy", "cc3d")
VISIT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

app = QApplication([])
from app.main_window import MainWindow
from app.session import Session
from unet_core import isolation
from unet_core.events import Predicted
from unet_core.volume import LabelMap

window = MainWindow(Session())
window.show()
session = window.session
window.open_paths([Path(p) for p in sys.argv[1:]])

def look():
    if session.layers and not window.opener.is_busy:
        timer.stop()
        reference = session.label_maps[0]
        mask = LabelMap(reference.voxels, reference.geometry, "drawn", role="prediction")
        panel = window.panels["dock_predict"]
        panel.begin(lambda: iter([Predicted(mask, 1.0)]), session.volume)
        panel.start.setText("asked")
        again.start(20)

def leave():
    if session.slice_scores is not None:
        again.stop()
        for z in range(len(session.volume.canonical)):
            session.set_cursor((z, 0, 0))
            app.processEvents()
        window.close()

timer, again = QTimer(), QTimer()
timer.timeout.connect(look)
again.timeout.connect(leave)
timer.start(20)
QTimer.singleShot(60_000, app.quit)
app.exec()
isolation.shut_down()
print("scores" if session.slice_scores is not None else "nothing")
print(" ".join(sys.modules))
"""


@pytest.fixture(scope="module")
def large_files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A scan as large as a clinic's slices are, and its mask."""
    folder = tmp_path_factory.mktemp("large")
    z, y, x = np.ogrid[: SHAPE_ZYX[0], : SHAPE_ZYX[1], : SHAPE_ZYX[2]]
    voxels = ((x * y + 40 * z) % 2000 - 1000).astype(np.int16)
    labels = (((x - 200) ** 2 + (y - 250) ** 2) < 90**2).astype(np.uint8) + np.uint8(0) * z
    geometry = Geometry(SHAPE_ZYX[::-1], (0.8, 0.8, 2.5))
    return (
        save_now(Volume(voxels, geometry, "volume-09.nii"), folder / "volume-09.nii"),
        save_now(
            LabelMap(labels.astype(np.uint8), geometry, "segmentation-09.nii"),
            folder / "segmentation-09.nii",
        ),
    )


def test_u1_the_event_loop_goes_on_while_a_large_scan_opens_and_scrolls(
    qtbot: QtBot, window: MainWindow, large_files: tuple[Path, Path]
) -> None:
    """U1; ``pytest -s`` shows how late it was."""
    beat = Lateness(window)
    window.open_paths(large_files)
    qtbot.waitUntil(lambda: bool(window.session.layers), timeout=WAIT_MS)
    opened, beats = beat.worst_ms, beat.beats
    for z in range(SHAPE_ZYX[0]):
        window.session.set_cursor((z, 256, 256))
        qtbot.wait(1)
    sys.stdout.write(f"opening {opened:.1f} ms late at worst, all {beat.worst_ms:.1f} ms\n")
    assert beats > 10, "the loop went on while the child read"
    assert beat.beats > beats


def test_u1_no_library_that_parses_or_learns_is_loaded_in_the_window(
    case_files: tuple[Path, Path], tmp_path: Path
) -> None:
    """U1: reading, scoring and learning happen in children only."""
    done = subprocess.run(
        [sys.executable, "-c", VISIT, *map(str, case_files)],
        capture_output=True,
        text=True,
        env=os.environ
        | {
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(tmp_path),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
        },
        timeout=100,
        check=False,
    )
    lines = done.stdout.splitlines()
    assert lines[:1] == ["scores"], done.stderr
    assert set(HEAVY) & set(lines[1].split()) == set()
