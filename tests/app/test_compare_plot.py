"""Dice over the slices as curves: gaps for n/a, a line on the slice on show, clicks and keys."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from app.document import SliceScores
from app.session import Session
from app.viewer.dice_plot import DiceSlicePlot
from tests.app.test_viewer_dice_strip import DICE, REGIONS
from unet_core.volume import LabelMap, Volume


@pytest.fixture
def plot(qtbot: QtBot, session: Session, case: tuple[Volume, LabelMap]) -> DiceSlicePlot:
    session.set_volume(case[0])
    made = DiceSlicePlot(session)
    qtbot.addWidget(made)
    made.resize(400, 260)
    made.show()
    session.set_slice_scores(SliceScores(REGIONS, DICE, (0.9, None), "a against b"))
    qtbot.waitExposed(made)
    return made


def _words(plot: DiceSlicePlot) -> str:
    return plot.accessibleDescription()


def _slices(plot: DiceSlicePlot, kind: str) -> dict[int, list[int]]:
    """Numbers of the slices drawn as a kind, by column."""
    return {
        column: curve.getData()[0].tolist()
        for (column, found), curve in plot.curves.items()
        if found == kind and curve.isVisible()
    }


def test_na_is_a_gap_and_no_zero(plot: DiceSlicePlot) -> None:
    for column in range(2):
        curve = plot.curves[column, "line"]
        x, y = curve.getData()
        np.testing.assert_array_equal(y, DICE[:, column])
        assert x.tolist() == list(range(1, 8))
        assert curve.opts["connect"] == "finite"
    assert _slices(plot, "cross") == {0: [6], 1: [2]}, "only one mask has it there"


def test_a_value_without_neighbours_is_seen(plot: DiceSlicePlot) -> None:
    assert _slices(plot, "dot") == {1: [7]}


def test_other_scores_take_the_place_of_those_before(plot: DiceSlicePlot, session: Session) -> None:
    dice = np.array([[0.5], [np.nan], [0.7]])
    session.set_slice_scores(SliceScores(REGIONS[:1], dice, (0.6,), "c against b"))
    assert _slices(plot, "line") == {0: [1, 2, 3]}
    assert _slices(plot, "dot") == {0: [1, 3]}
    assert _slices(plot, "cross") == {}


def test_the_line_goes_with_the_slice_and_the_words_say_its_values(
    plot: DiceSlicePlot, session: Session
) -> None:
    session.set_cursor((3, 0, 0))
    assert plot._here.value() == 4
    assert _words(plot) == "slice 4: liver (with tumour) 0.40, tumour 0.70"
    assert "<b>Slice 4</b>" in plot.words.text()
    session.set_cursor((2, 0, 0))
    assert _words(plot) == "slice 3: liver (with tumour) n/a, tumour n/a"


def test_the_pointer_reads_a_slice_and_a_click_goes_there(
    qtbot: QtBot, plot: DiceSlicePlot, session: Session
) -> None:
    session.set_cursor((0, 5, 6))
    box = plot.plot.getViewBox()
    place = plot.plot.mapFromScene(box.mapViewToScene(QPointF(4.1, 0.5)))
    plot._on_mouse_moved(plot.plot.mapToScene(place))
    assert plot.hovered == 3
    assert _words(plot).startswith("slice 4:")
    assert session.cursor == (0, 5, 6)

    qtbot.mouseClick(plot.plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.cursor == (3, 5, 6)
    plot._on_mouse_moved(plot.plot.mapToScene(QPoint(1, 1)))
    assert plot.hovered is None


def test_arrow_keys_go_through_the_slices(
    qtbot: QtBot, plot: DiceSlicePlot, session: Session
) -> None:
    session.set_cursor((2, 0, 0))
    assert plot.focusPolicy() & Qt.FocusPolicy.TabFocus
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert session.cursor[0] == 3
    qtbot.keyClick(plot, Qt.Key.Key_PageDown)
    assert session.cursor[0] == 0


def test_it_hides_without_scores(plot: DiceSlicePlot, session: Session) -> None:
    session.set_volume(None)
    assert plot.isHidden()
    assert _slices(plot, "line") == {}


def test_behind_another_page_nothing_is_drawn_until_it_is_seen(
    qtbot: QtBot, session: Session, case: tuple[Volume, LabelMap]
) -> None:
    session.set_volume(case[0])
    pages = QStackedWidget()
    qtbot.addWidget(pages)
    pages.addWidget(QWidget())
    page = QWidget()
    behind = DiceSlicePlot(session, page)
    pages.addWidget(page)
    pages.show()
    session.set_slice_scores(SliceScores(REGIONS, DICE, (0.9, None), "a against b"))
    assert not behind.curves
    session.set_cursor((3, 0, 0))

    pages.setCurrentWidget(page)
    qtbot.waitUntil(lambda: bool(_slices(behind, "line")))
    assert behind._here.value() == 4
    assert _words(behind).startswith("slice 4:")
    pages.setCurrentIndex(0)
    session.set_cursor((5, 0, 0))
    pages.setCurrentWidget(page)
    qtbot.waitUntil(lambda: _words(behind).startswith("slice 6:"))
