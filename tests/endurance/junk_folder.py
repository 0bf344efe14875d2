"""Open a folder of 100,000 files in the window: ``python -m tests.endurance.junk_folder``.

Says how late the window's event loop was at worst and how long leaving took, and fails where
either is more than people accept.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

MOST_LATE_MS = 50.0
MOST_TO_LEAVE_S = 1.0
A_FOLDER = 1000


def main() -> None:
    """Make the folder, open it, then open it again and leave."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=99_000)
    parser.add_argument("--patience", type=float, default=600.0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "junk"
        for number in range(options.files):
            inner = folder / str(number // A_FOLDER)
            if number % A_FOLDER == 0:
                inner.mkdir(parents=True)
            (inner / f"{number:06d}").touch()
        late_ms, leave_s, said = visit(folder, options.patience)
    print(f"{options.files:,} files: {late_ms:.1f} ms late at worst, left in {leave_s:.2f} s")
    print(said)
    assert said, "nothing was said"
    assert late_ms <= MOST_LATE_MS
    assert leave_s <= MOST_TO_LEAVE_S


def visit(folder: Path, patience_s: float) -> tuple[float, float, str]:
    """Worst lateness, seconds until a cancelled visit had ended, and all that was said."""
    from PySide6.QtWidgets import QApplication

    from app.main_window import MainWindow
    from app.session import Session
    from tests.app.lateness import Lateness
    from unet_core import isolation

    app = QApplication.instance() or QApplication(sys.argv[:1])
    window = MainWindow(Session())
    window.show()
    _pump(app, 1.0)
    beat = Lateness(window)
    window.open_paths([folder])
    end = time.monotonic() + patience_s
    while window.opener.is_busy and time.monotonic() < end:
        _pump(app, 0.02)
    late_ms, said = beat.worst_ms, window.messages.text
    window.open_paths([folder])
    _pump(app, 0.5)
    job = window.opener._job
    began = time.monotonic()
    window.opener.cancel()
    while job is not None and job.is_running:
        _pump(app, 0.01)
    leave_s = time.monotonic() - began
    window.close()
    isolation.shut_down()
    return late_ms, leave_s, said


def _pump(app: object, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.001)


if __name__ == "__main__":
    main()
