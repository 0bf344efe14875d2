"""How long napari takes from "show another slice" to a painted frame; in its own interpreter.

Run by bench_viewer: ``python -m tests.bench.napari_frames FRAMES SIZE``; prints a line of JSON for
each plane, with the times in ms.
"""

import json
import sys
import time

import napari
from napari.utils.colormaps import DirectLabelColormap
from qtpy.QtWidgets import QApplication
from vispy.gloo import gl

from tests.bench.viewer_case import COLOURS, LEVELS, OPACITY, make_arrays, positions

ORDERS = {"axial": (0, 1, 2), "coronal": (1, 0, 2), "sagittal": (2, 0, 1)}


def main() -> None:
    frames, size = int(sys.argv[1]), int(sys.argv[2])
    voxels, labels = make_arrays()
    viewer = napari.Viewer(show=True)
    viewer.add_image(voxels, contrast_limits=LEVELS)
    colours = {value: [*(c / 255 for c in rgb), 1.0] for value, rgb in COLOURS.items()}
    colormap = DirectLabelColormap(color_dict={None: [0.0] * 4, 0: [0.0] * 4, **colours})
    viewer.add_labels(labels, colormap=colormap, opacity=OPACITY)
    native = viewer.window._qt_viewer.canvas.native
    native.setFixedSize(size, size)
    for plane, order in ORDERS.items():
        viewer.dims.order = order
        viewer.reset_view()
        for _ in range(20):
            QApplication.processEvents()
        spent = []
        for position in positions(voxels.shape[order[0]], frames + 5, 1):
            start = time.perf_counter()
            viewer.dims.set_current_step(order[0], position)
            native.repaint()
            gl.glFinish()
            spent.append((time.perf_counter() - start) * 1e3)
            QApplication.processEvents()
        print(json.dumps({"plane": plane, "version": napari.__version__, "ms": spent[5:]}))
    viewer.close()


if __name__ == "__main__":
    main()
