"""Slices played like a film: the right one next, at the pace chosen, until told to stop."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from app.session import Session
from app.viewer.cine import PACES, Cine, position_after
from app.viewer.layout import ViewerArea
from tests.app.viewing import make_volume
from unet_core.volume import Geometry


@pytest.fixture
def session() -> Session:
    session = Session()
    session.set_volume(make_volume())
    session.set_cursor((7, 5, 5))
    return session


def _positions(mode: str, count: int, start: int, steps: int, stride: int = 1) -> list[int]:
    position, is_forward, seen = start, True, []
    for _ in range(steps):
        position, is_forward = position_after(position, is_forward, stride, count, mode)
        seen.append(position)
    return seen


def test_a_loop_begins_again_and_a_bounce_turns_round() -> None:
    assert _positions("loop", 4, 2, 6) == [3, 0, 1, 2, 3, 0]
    assert _positions("bounce", 4, 2, 8) == [3, 2, 1, 0, 1, 2, 3, 2]
    assert _positions("bounce", 4, 0, 4, stride=5) == [1, 2, 3, 2]
    assert _positions("bounce", 2, 0, 4) == [1, 0, 1, 0]
    assert _positions("loop", 1, 0, 3) == [0, 0, 0]


def test_it_plays_one_plane_and_leaves_the_others(session: Session) -> None:
    cine = Cine(session)
    cine.play("axial")
    cine.advance(2)
    assert session.cursor == (9, 5, 5)
    cine.advance(1)
    assert session.cursor == (0, 5, 5)
    cine.set_mode("bounce")
    session.set_cursor((8, 5, 5))
    cine.advance(3)
    assert session.cursor == (7, 5, 5)
    cine.stop()
    cine.advance(1)
    assert session.cursor == (7, 5, 5)


def test_it_runs_by_itself_and_ends_with_its_scan(session: Session, qtbot: QtBot) -> None:
    cine = Cine(session)
    cine.set_pace(30)
    cine.play("coronal")
    with qtbot.waitSignal(session.cursor_changed, timeout=3000):
        pass
    assert session.cursor[0] == 7
    assert session.cursor[1] != 5
    session.set_volume(make_volume(Geometry((9, 9, 9))))
    assert cine.plane is None
    assert not cine._timer.isActive()


def test_a_single_slice_is_not_played(session: Session) -> None:
    session.set_volume(make_volume(Geometry((12, 10, 1))))
    cine = Cine(session)
    cine.play("axial")
    assert cine.plane is None
    session.set_volume(None)
    cine.toggle("axial")
    assert cine.plane is None


def test_a_pace_stays_within_what_is_offered(session: Session) -> None:
    cine, heard = Cine(session), []
    cine.changed.connect(lambda: heard.append(cine.pace))
    for pace in (20, 20, 1000, -3):
        cine.set_pace(pace)
    assert heard == [20, PACES[-1], PACES[0]]


def test_the_button_of_a_view_plays_it_and_closing_stops(qtbot: QtBot, session: Session) -> None:
    area = ViewerArea(session)
    qtbot.addWidget(area)
    area.resize(900, 700)
    area.show()
    button = area.findChild(QToolButton, "play_coronal")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert area.cine.plane == "coronal"
    assert button.toolTip().startswith("Stop")
    other = area.findChild(QToolButton, "play_axial")
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    assert area.cine.plane == "axial", "one at a time, and the one pressed last"
    area.close()
    assert area.cine.plane is None


def test_the_key_plays_the_view_that_has_the_keyboard(qtbot: QtBot, session: Session) -> None:
    area = ViewerArea(session)
    qtbot.addWidget(area, before_close_func=ViewerArea.close_jobs)
    with qtbot.waitExposed(area):
        area.show()
    area.activateWindow()
    area.views["sagittal"].setFocus()
    qtbot.waitUntil(lambda: area.focused == "sagittal", timeout=2000)
    area.toggle_cine()
    assert area.cine.plane == "sagittal"
    area.toggle_cine()
    assert area.cine.plane is None
