"""The keys in a view: all that the mouse can do there."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.document import LabelLook
from app.viewer.planes import PLANES, Plane
from tests.app.viewing import Alt, Ctrl, Shift, make_mask, picture


@pytest.mark.parametrize(
    ("key", "step"),
    [
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_F, 1),
        (Qt.Key.Key_Down, -1),
        (Qt.Key.Key_Left, -1),
        (Qt.Key.Key_PageDown, -1),
        (Qt.Key.Key_B, -1),
    ],
)
@pytest.mark.parametrize("plane", list(PLANES))
def test_keys_change_the_slice(make_view, qtbot, plane: Plane, key, step: int) -> None:
    session, view = make_view(plane)
    before = list(session.cursor)
    qtbot.keyClick(view, key)
    before[view.plane.axis] += step
    assert session.cursor == tuple(before)


def test_home_and_end(make_view, qtbot) -> None:
    session, view = make_view()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert session.cursor[0] == 9
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert session.cursor[0] == 0


def test_g_hides_masks_and_a_and_d_change_opacity(make_view, qtbot) -> None:
    session, view = make_view()
    plain = picture(view)
    session.add_label_map(make_mask())
    session.add_label_map(make_mask(role="prediction"))
    masked = picture(view)
    assert masked != plain
    qtbot.keyClick(view, "g")
    assert [layer.visible for layer in session.layers] == [False, False]
    assert picture(view) == plain
    qtbot.keyClick(view, "g")
    assert picture(view) == masked
    opacity = session.layers[1].opacity
    qtbot.keyClick(view, "d")
    assert session.layers[1].opacity == pytest.approx(opacity + 0.1)
    assert picture(view) != masked
    qtbot.keyClick(view, "a")
    assert picture(view) == masked
    for _ in range(12):
        qtbot.keyClick(view, "a")
    assert session.layers[1].opacity == 0.0


def test_a_and_d_move_labels_with_an_opacity_of_their_own_too(make_view, qtbot) -> None:
    session, view = make_view()
    mask = make_mask()
    session.add_label_map(mask)
    session.set_look(mask, 2, LabelLook(opacity=0.8, status="done"))
    qtbot.keyClick(view, "a")
    assert session.layers[0].look(1).opacity == pytest.approx(0.35)
    assert session.layers[0].look(2) == LabelLook(
        opacity=pytest.approx(0.7), outline=False, status="done"
    )


def test_arrows_with_ctrl_move_the_crosshair_within_the_slice(make_view, qtbot) -> None:
    for plane in PLANES:
        session, view = make_view(plane)
        session.set_cursor((5, 6, 7))
        start = view.point_of(session.cursor)
        for key, dx, dy in (
            (Qt.Key.Key_Right, 1, 0),
            (Qt.Key.Key_Down, 1, 1),
            (Qt.Key.Key_Left, 0, 1),
            (Qt.Key.Key_Up, 0, 0),
        ):
            qtbot.keyClick(view, key, Ctrl)
            down, across = view.placement.scale
            moved = view.point_of(session.cursor) - start
            assert (moved.x(), moved.y()) == pytest.approx((dx * across, dy * down))
        assert session.cursor == (5, 6, 7)
        for _ in range(4):
            qtbot.keyClick(view, Qt.Key.Key_Right, Ctrl | Shift)
        shape = session.volume.canonical.shape
        assert session.cursor[view.plane.column_axis] == shape[view.plane.column_axis] - 1


def test_zoom_pan_and_fit_by_keys(make_view, qtbot) -> None:
    session, view = make_view()
    fitted, cross = view.placement, view.point_of(session.cursor)
    qtbot.keyClick(view, Qt.Key.Key_Plus, Ctrl | Shift)
    qtbot.keyClick(view, Qt.Key.Key_Equal, Ctrl)
    assert view.placement.zoom == pytest.approx(1.15**2)
    off = view.point_of(session.cursor) - cross
    assert off.manhattanLength() < 1e-6, "the crosshair stays"
    qtbot.keyClick(view, Qt.Key.Key_Minus, Ctrl)
    assert view.placement.zoom == pytest.approx(1.15)
    before = view.point_of((5, 5, 5))
    qtbot.keyClick(view, Qt.Key.Key_Right, Alt)
    qtbot.keyClick(view, Qt.Key.Key_Up, Alt)
    assert view.point_of((5, 5, 5)) - before == QPointF(32, -30)
    qtbot.keyClick(view, Qt.Key.Key_0, Ctrl)
    assert view.placement == fitted


def test_enter_asks_to_be_maximised(make_view, qtbot) -> None:
    _, view = make_view()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(view.maximise_requested, timeout=1000):
            qtbot.keyClick(view, key)


def test_keys_of_others_are_left_to_them(make_view, qtbot) -> None:
    session, view = make_view()
    before = session.cursor, view.placement
    for key, modifiers in (
        (Qt.Key.Key_R, Ctrl),
        (Qt.Key.Key_F, Ctrl),
        (Qt.Key.Key_A, Alt),
        (Qt.Key.Key_Up, Ctrl | Alt),
        (Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier),
    ):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, modifiers)
        QApplication.sendEvent(view, event)
        assert not event.isAccepted()
    assert (session.cursor, view.placement) == before
