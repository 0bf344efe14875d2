"""How long from "show another slice" to a painted frame, beside pyqtgraph, idle and under load.

Run ``python -m tests.bench.bench_viewer`` (some 40 s). Both viewers show the same 512x512x300
int16 scan with a mask of two labels over it, in one process, frame by frame in turns. "blocks" is
like for like: neither interpolates. "smooth" and "outline" are what we show in daily use, against
the same pyqtgraph, which has neither; ours draws crosshair, letters, ruler and texts in all three.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QApplication, QWidget

from app.session import Session
from app.viewer.planes import PLANES, Plane
from app.viewer.slice_view import SliceView
from unet_core.volume import Geometry, LabelMap, Volume

SIZE_XYZ = (512, 512, 300)
TRAINING = """
import os, torch
os.nice(5)
torch.set_num_threads(2)
net = torch.nn.Sequential(*[torch.nn.Conv2d(16, 16, 3, padding=1) for _ in range(6)])
x = torch.randn(2, 16, 256, 256)
while True:
    net.zero_grad()
    net(x).square().mean().backward()
"""


def make_case() -> tuple[Volume, LabelMap]:
    """A noisy body with a liver that fills a fifth of each slice and a tumour in it."""
    rng = np.random.default_rng(0)
    y, x = np.ogrid[:512, :512]
    body = np.where((y - 256) ** 2 / 0.5 + (x - 256) ** 2 < 240**2, 40, -1000)
    noise = rng.integers(-30, 30, (16, 512, 512), dtype=np.int16)
    voxels = np.empty(SIZE_XYZ[::-1], np.int16)
    labels = np.zeros(SIZE_XYZ[::-1], np.uint8)
    for z in range(SIZE_XYZ[2]):
        voxels[z] = body + noise[z % 16]
        wave = 12 * np.sin(z / 9)
        labels[z][(y - 250) ** 2 + (x - 190 - wave) ** 2 < 110**2 + 3 * noise[z % 16]] = 1
        labels[z][(y - 230) ** 2 + (x - 170) ** 2 < 30**2] = 2
    geometry = Geometry(SIZE_XYZ, spacing_xyz_mm=(0.75, 0.75, 1.25))
    return Volume(voxels, geometry, "bench"), LabelMap(labels, geometry, "bench mask")


def ours(
    session: Session, plane: Plane, size: int, *, smooth: bool
) -> tuple[QWidget, Callable[[int], None]]:
    view = SliceView(session, plane)
    view.set_smooth(smooth)
    view.resize(size, size)
    view.show()

    def show(position: int) -> None:
        view.step(position - view.position)
        view.repaint()

    return view, show


def rival(
    volume: Volume, label_map: LabelMap, plane: Plane, size: int
) -> tuple[QWidget, Callable[[int], None]]:
    """Two ImageItems in a ViewBox, set up as its documentation advises for speed."""
    pg.setConfigOptions(imageAxisOrder="row-major", antialias=False)
    widget = pg.GraphicsView()
    box = pg.ViewBox(lockAspect=True, invertY=True, enableMenu=False)
    widget.setCentralItem(box)
    grey, mask = pg.ImageItem(), pg.ImageItem()
    table = np.zeros((256, 4), np.uint8)
    table[1], table[2] = (63, 182, 139, 115), (242, 177, 52, 115)
    mask.setLookupTable(table)
    box.addItem(grey)
    box.addItem(mask)
    widget.resize(size, size)
    widget.show()
    cut = PLANES[plane].cut

    def show(position: int) -> None:
        grey.setImage(cut(volume.canonical, position), levels=(-135, 215), autoLevels=False)
        mask.setImage(cut(label_map.canonical, position), levels=(0, 255), autoLevels=False)
        widget.viewport().repaint()

    show(0)
    box.autoRange()
    return widget, show


def frames_ms(
    shows: list[Callable[[int], None]], slices: int, frames: int
) -> list[tuple[float, float]]:
    """Median and 99th percentile of each viewer; they take turns, so that they share any load."""
    times: list[list[float]] = [[] for _ in shows]
    for frame in range(frames + 5):
        position = (frame * 7) % slices
        for show, spent in zip(shows, times, strict=True):
            start = time.perf_counter()
            show(position)
            spent.append((time.perf_counter() - start) * 1e3)
        QApplication.processEvents()
    return [
        (float(np.percentile(spent[5:], 50)), float(np.percentile(spent[5:], 99)))
        for spent in times
    ]


def compare(volume: Volume, label_map: LabelMap, frames: int, size: int) -> None:
    print(f"{'':22}{'ours p50/p99 ms':>18}{'pyqtgraph p50/p99':>20}{'ratio p50':>11}")
    for kind in ("blocks", "smooth", "outline"):
        session = Session()
        session.set_volume(volume)
        session.add_label_map(label_map)
        session.restyle(label_map, outline=kind == "outline")
        for plane, cut in PLANES.items():
            slices = volume.canonical.shape[cut.axis]
            mine, show_mine = ours(session, plane, size, smooth=kind != "blocks")
            theirs, show_theirs = rival(volume, label_map, plane, size)
            QApplication.processEvents()
            a, b = frames_ms([show_mine, show_theirs], slices, frames)
            print(
                f"  {plane:9}{kind:11}{a[0]:10.2f} /{a[1]:6.2f}{b[0]:12.2f} /{b[1]:6.2f}"
                f"{b[0] / a[0]:10.1f}x"
            )
            mine.close()
            theirs.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=200)
    parser.add_argument("--size", type=int, default=768, help="side of the view in pixels")
    arguments = parser.parse_args()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    volume, label_map = make_case()
    print(f"512x512x300 int16 and mask, {arguments.size} px view, {arguments.frames} frames")
    print("idle")
    compare(volume, label_map, arguments.frames, arguments.size)
    child = subprocess.Popen([sys.executable, "-c", TRAINING])
    try:
        time.sleep(4)
        print("beside a child that trains on 2 threads")
        compare(volume, label_map, arguments.frames, arguments.size)
    finally:
        child.kill()
        child.wait()
    app.quit()


if __name__ == "__main__":
    main()
