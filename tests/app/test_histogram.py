"""How often each value occurs, and the grey window dragged on the curve of it."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.document import Window
from app.value_counts import count_values
from app.viewer.histogram import HistogramView, column_heights
from unet_core.volume import Geometry, Volume

LEFT = Qt.MouseButton.LeftButton


def _scan(dtype: str = "int16") -> Volume:
    """Values 0 to 999, each 8 times."""
    values = np.repeat(np.arange(1000), 8).reshape(10, 20, 40).astype(dtype)
    return Volume(values, Geometry((40, 20, 10)), "scan")


# --- counting values ---------------------------------------------------------------------------


@pytest.mark.parametrize("dtype", ["int16", "uint16", "float32"])
def test_values_are_counted_whatever_their_type(dtype: str) -> None:
    counts = list(count_values(_scan(dtype)))[-1]
    assert counts is not None
    assert counts.counts.sum() == 8000
    assert counts.percentile(0.5) == pytest.approx(499.5, abs=1)
    low, high = counts.span()
    assert (low, high) == (pytest.approx(0.5, abs=1), pytest.approx(998.5, abs=1))


def test_what_is_no_number_is_not_counted() -> None:
    voxels = np.full((2, 4, 4), np.nan, np.float32)
    counts = list(count_values(Volume(voxels, Geometry((4, 4, 2)), "n", intensity="grey")))[-1]
    assert counts is not None
    assert counts.counts.sum() == 0
    assert counts.span() == (0.0, 0.0)
    voxels[0, 0] = (1.0, 5.0, np.inf, -np.inf)
    counts = list(count_values(Volume(voxels, Geometry((4, 4, 2)), "n", intensity="grey")))[-1]
    assert counts is not None
    assert counts.counts.sum() == 2


def test_negative_values_keep_their_place() -> None:
    voxels = np.array([[[-1000, -1000, -1000, 50]]], np.int16)
    counts = list(count_values(Volume(voxels, Geometry((4, 1, 1)), "air")))[-1]
    assert counts is not None
    assert counts.first == -1000.5
    assert (counts.counts[0], counts.counts[-1]) == (3, 1)
    heights = column_heights(counts, (-1000.5, 50.5), 1051)
    assert heights[0] == 1.0
    assert np.count_nonzero(heights) == 2


# --- the histogram -----------------------------------------------------------------------------


@pytest.fixture
def histogram(qtbot: QtBot) -> HistogramView:
    view = HistogramView()
    qtbot.addWidget(view)
    view.resize(400, 150)
    view.show()
    view.set_counts(list(count_values(_scan()))[-1])
    view.set_window(Window(400.0, 500.0))
    return view


def _drag_to(qtbot: QtBot, view: HistogramView, start: float, end: float) -> None:
    places = [QPoint(round(view.x_of(value)), 60) for value in (start, end)]
    qtbot.mousePress(view, LEFT, pos=places[0])
    qtbot.mouseMove(view, places[1])
    qtbot.mouseRelease(view, LEFT, pos=places[1])


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(300, 200, Window(500, 450)), (700, 900, Window(600, 600)), (500, 600, Window(400, 600))],
    ids=["low edge", "high edge", "all of it"],
)
def test_edges_and_the_window_itself_are_dragged(
    qtbot: QtBot, histogram: HistogramView, start: float, end: float, expected: Window
) -> None:
    heard: list[Window] = []
    histogram.window_dragged.connect(heard.append)
    _drag_to(qtbot, histogram, start, end)
    assert heard[-1].width == pytest.approx(expected.width, abs=8)
    assert heard[-1].level == pytest.approx(expected.level, abs=8)


def test_an_edge_cannot_cross_the_other(qtbot: QtBot, histogram: HistogramView) -> None:
    heard: list[Window] = []
    histogram.window_dragged.connect(heard.append)
    _drag_to(qtbot, histogram, 300, 900)
    assert all(window.width >= 1 for window in heard)


def test_keys_move_the_window(qtbot: QtBot, histogram: HistogramView) -> None:
    heard: list[Window] = []
    histogram.window_dragged.connect(heard.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(histogram, key)
    assert [w.level for w in heard] == [508, 500, 500, 500]
    assert heard[2].width > heard[1].width > heard[3].width - 1
