"""A click on a voxel is that voxel, and a mask lies on its scan: read off the screen's pixels.

Nothing here asks the view where a voxel is drawn. The picture itself says which voxel a pixel
shows, since within a slice every voxel has a grey of its own.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import QImage

from app.document import Window
from app.session import Session
from app.viewer.planes import PLANES, Plane
from app.viewer.slice_view import SliceView
from tests.app.viewing import GEOMETRIES, Left, mouse
from unet_core.volume import Geometry, Index, LabelMap, Volume

GREYS = 251
DARKEST = 2
"""Grey of value 0: black is what lies beside the slice."""
TELLING = Window(255.0, 127.5 - DARKEST)
BLACK, BRIGHT = Window(1.0, 5000.0), Window(1.0, 50.0)
RATIOS = (1.0, 1.25, 1.5, 2.0, 3.0)
MakeView = Callable[..., tuple[Session, SliceView]]


@lru_cache
def telling_values(shape: Index) -> NDArray[np.int16]:
    """0 to 250, every voxel of a slice another one, in each of the three planes."""
    z, y, x = np.ogrid[tuple(slice(n) for n in shape)]
    for down, back in product(range(shape[2], GREYS), repeat=2):
        values: NDArray[np.int16] = np.asarray((z * down + y * back + x) % GREYS, np.int16)
        slices = (values[0], values[:, 0], values[:, :, 0])
        if all(np.unique(plane).size == plane.size for plane in slices):
            return values
    raise AssertionError(f"slices of {shape} have more than {GREYS} voxels")


def telling_volume(geometry: Geometry) -> Volume:
    """A scan whose picture says which voxel each pixel shows."""
    canonical = telling_values(geometry.canonical.shape_zyx)
    return Volume(np.ascontiguousarray(geometry.orientation.invert(canonical)), geometry, "v")


def somewhere(view: SliceView, rng: np.random.Generator) -> None:
    """Zoom and move the slice at random, with a part of it in sight."""
    view.reset_view()
    width, height = view.width(), view.height()
    x, y = rng.uniform(0.3, 0.7) * width, rng.uniform(0.3, 0.7) * height
    view.zoom(float(np.exp(rng.uniform(-0.7, 2.8))), QPointF(x, y))
    view.pan(*(float(share) for share in rng.uniform(-0.2, 0.2, 2)))


def screen(view: SliceView, ratio: float) -> QImage:
    """What lies beneath letters and crosshair, in the pixels of a screen with that ratio."""
    view.devicePixelRatioF = lambda: ratio
    view.grab()
    return view._picture._shown.image


def greys(image: QImage) -> NDArray[np.uint8]:
    """(rows, columns) of the green channel."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    return rows[:, : image.width(), 1].copy()


def scenes(make_view: MakeView, plane: Plane, count: int) -> Iterator[tuple[SliceView, float]]:
    """Views of every geometry in turn, zoomed and moved at random, on screens of every kind."""
    rng = np.random.default_rng(("axial", "sagittal", "coronal").index(plane))
    for number in range(count):
        geometry = list(GEOMETRIES.values())[number % len(GEOMETRIES)]
        session, view = make_view(plane, geometry, empty=True)
        view.resize(int(rng.integers(130, 420)), int(rng.integers(110, 400)))
        session.set_volume(telling_volume(geometry))
        inside = (int(rng.integers(1, n - 1)) for n in geometry.canonical.shape_zyx)
        session.set_cursor(tuple(inside))
        somewhere(view, rng)
        yield view, float(rng.choice(RATIOS))
        view.close()


@pytest.mark.parametrize("plane", list(PLANES))
def test_e5_a_click_on_a_voxel_is_that_voxel(make_view: MakeView, plane: Plane) -> None:
    """E5: 1,020 random places in all: the voxel that the pixel shows is the voxel clicked."""
    rng = np.random.default_rng(11)
    picks = beside = 0
    for view, ratio in scenes(make_view, plane, 44):
        session, axis = view._session, view.plane.axis
        view.set_smooth(False)
        session.set_window(TELLING)
        shown = greys(screen(view, ratio))
        position = session.cursor[axis]
        volume = session.volume
        values = np.moveaxis(telling_values(volume.canonical.shape), axis, 0)[position]
        rows, columns = np.nonzero(shown if shown.any() else shown + 1)
        for _ in range(9):
            near = int(rng.integers(rows.size))
            row, column = int(rows[near]), int(columns[near])
            if picks % 20 == 0:  # now and then anywhere, on the slice or beside it
                row, column = (int(rng.integers(n)) for n in shown.shape)
            here = QPointF((column + 0.5) / ratio, (row + 0.5) / ratio)
            if not shown[row, column]:
                assert view.voxel_at(here) is None
                beside += 1
                continue
            index = list(np.argwhere(values == shown[row, column] - DARKEST)[0])
            index.insert(axis, position)
            mouse(view, QEvent.Type.MouseButtonPress, here, Left, Left)
            mouse(view, QEvent.Type.MouseButtonRelease, here, Left)
            assert session.cursor == tuple(index)
            mouse(view, QEvent.Type.MouseMove, here)
            i, j, k = view.readout.voxel_ijk
            assert volume.voxels[k, j, i] == volume.canonical[tuple(index)]
            assert view.readout.value == f"{volume.canonical[tuple(index)]} HU"
            picks += 1
    assert picks >= 340


def one_voxel(geometry: Geometry, index: Index) -> tuple[Volume, LabelMap]:
    """A black scan with a single bright voxel, and a mask of just that voxel."""
    voxels = np.zeros(geometry.shape_zyx, np.int16)
    voxels[geometry.orientation.file_index(index, geometry.shape_zyx)] = 100
    labels = (voxels > 0).astype(np.uint8)
    return Volume(voxels, geometry, "v"), LabelMap(labels, geometry, "m")


def box(lit: NDArray[np.bool_]) -> tuple[int, int, int, int]:
    """First and last row, first and last column that are lit."""
    rows, columns = np.flatnonzero(lit.any(axis=1)), np.flatnonzero(lit.any(axis=0))
    return (int(rows[0]), int(rows[-1]), int(columns[0]), int(columns[-1]))


@pytest.mark.hazard("E5")
@pytest.mark.parametrize("plane", list(PLANES))
def test_a_mask_of_one_voxel_covers_that_voxel_to_the_pixel(
    make_view: MakeView, plane: Plane
) -> None:
    """At any zoom, place and pixel ratio; smoothing moves neither."""
    compared = 0
    for view, ratio in scenes(make_view, plane, 40):
        session = view._session
        geometry, index = session.volume.geometry, session.cursor
        volume, mask = one_voxel(geometry, index)
        session.set_volume(volume)
        session.set_cursor(index)
        where = view.point_of(index)
        down, across = (length * ratio for length in view.placement.scale)
        room = 12 + 2 * max(*view.placement.scale)  # smoothing spreads it over its neighbours
        inner = QRectF(view.rect()).adjusted(room, room, -room, -room)
        if not inner.contains(where) or across < 4:
            continue
        session.add_label_map(mask)
        session.restyle(mask, opacity=1.0)
        session.set_window(BLACK)
        covered = greys(screen(view, ratio)) > 127
        session.restyle(mask, visible=False)
        session.set_window(BRIGHT)
        view.set_smooth(False)
        bright = greys(screen(view, ratio)) > 127
        assert np.array_equal(covered, bright), f"{box(covered)} over {box(bright)}"
        view.set_smooth(True)
        session.set_window(Window(100.0, 50.0))
        soft = greys(screen(view, ratio)).astype(float)
        spread = np.indices(soft.shape).reshape(2, -1) @ soft.ravel() / soft.sum()
        first_row, last_row, first_column, last_column = box(covered)
        middle = ((first_row + last_row) / 2, (first_column + last_column) / 2)
        assert np.abs(spread - middle).max() <= 1, "Qt counts in 65,536ths of a voxel"
        half = box(soft >= 127)
        assert np.abs(np.subtract(half, box(covered))).max() <= 1 + 0.05 * max(down, across)
        compared += 1
    assert compared >= 8


@pytest.mark.parametrize("plane", list(PLANES))
def test_outlines_run_along_the_edge_of_their_voxel(make_view: MakeView, plane: Plane) -> None:
    compared = 0
    for view, ratio in scenes(make_view, plane, 24):
        session = view._session
        geometry, index = session.volume.geometry, session.cursor
        volume, mask = one_voxel(geometry, index)
        session.set_volume(volume)
        session.set_cursor(index)
        where = view.point_of(index)
        if not view.rect().adjusted(60, 60, -60, -60).contains(where.toPoint()):
            continue
        session.add_label_map(mask)
        session.restyle(mask, opacity=1.0)
        session.set_window(BLACK)
        filled = greys(screen(view, ratio)) > 127
        session.restyle(mask, outline=True)
        lines = greys(screen(view, ratio)) > 127
        if not filled.any():
            continue
        off = np.abs(np.subtract(box(lines), box(filled)))
        assert off.max() <= 2 * ratio, f"{box(lines)} around {box(filled)}"
        compared += 1
    assert compared >= 5
