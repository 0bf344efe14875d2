"""What opening a large CT adds to the memory of the whole program; prints MiB.

Run by bench_viewer: ``python -m tests.bench.viewer_memory FILE SMALL``. The small scan is opened
first, so that what every opening needs once is there; then the large one is opened in its place
and looked through in all three planes.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.main_window import MainWindow
from app.session import Session

PATIENCE_S = 120.0


def family(pid: int | str) -> Iterator[str]:
    """A process and all that descend from it."""
    yield str(pid)
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            yield from family(child)


def held_mib() -> float:
    """What the program and its children have resident; a page that two share counts once."""
    total = 0
    for pid in family("self"):
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
        total += int(text.partition("\nPss:")[2].split()[0])
    return total / 1024


def look_at(window: MainWindow, path: Path) -> float:
    """Open a scan, look through it, and say what is held then."""
    window.open_paths([path])
    session, until = window.session, time.monotonic() + PATIENCE_S
    while window.opener.is_busy or session.volume is None or session.volume.path != path:
        QApplication.processEvents()
        time.sleep(0.01)
        if time.monotonic() > until:
            sys.exit(f"{path.name} was not open after {PATIENCE_S:.0f} s")
    z, y, x = session.volume.canonical.shape
    for step in range(0, max(z, y, x), 3):
        session.set_cursor((min(step, z - 1), min(step, y - 1), min(step, x - 1)))
        QApplication.processEvents()
    return held_mib()


def main() -> None:
    large, small = Path(sys.argv[1]), Path(sys.argv[2])
    app = QApplication(sys.argv[:1])
    window = MainWindow(Session())
    window.resize(1600, 1000)
    window.show()
    before = look_at(window, small)
    print(look_at(window, large) - before)
    window.close()
    app.quit()


if __name__ == "__main__":
    main()
