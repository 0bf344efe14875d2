"""The session holds state once, speaks only when it changes, and refuses masks of other scans."""

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.document import SliceScores, Window
from app.session import Session
from unet_core.errors import InputError
from unet_core.volume import Geometry, LabelMap, Volume

GEOMETRY = Geometry((6, 5, 4), (1.0, 1.0, 3.0))
VOLUME = Volume(np.zeros((4, 5, 6), np.int16), GEOMETRY, "scan")
MASK = LabelMap(np.ones((4, 5, 6), np.uint8), GEOMETRY, "mask")


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    session = Session()
    session.set_volume(VOLUME)
    return session


def test_a_setter_given_what_it_has_is_silent(session: Session, qtbot: QtBot) -> None:
    for signal, setter, value in (
        (session.cursor_changed, session.set_cursor, session.cursor),
        (session.window_changed, session.set_window, session.window),
        (session.volume_changed, session.set_volume, session.volume),
        (session.dataset_changed, session.set_dataset, None),
    ):
        with qtbot.assertNotEmitted(signal):
            setter(value)


def test_cursor_stays_inside_the_scan(session: Session) -> None:
    session.set_cursor((99, -5, 2))
    assert session.cursor == (3, 0, 2)


def test_window_is_never_empty(session: Session) -> None:
    session.set_window(Window(-20.0, 5.0))
    assert session.window == Window(1.0, 5.0)


def test_a_mask_of_another_grid_is_refused_and_the_state_stays(session: Session) -> None:
    session.add_label_map(MASK)
    shifted = replace(GEOMETRY, origin_xyz_mm=(0.0, 0.0, 30.0))
    with pytest.raises(InputError, match="origin"):
        session.add_label_map(replace(MASK, geometry=shifted))
    assert session.label_maps == (MASK,)


def test_a_mask_without_a_scan_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(InputError, match="open its CT first"):
        Session().add_label_map(MASK)


def test_a_prediction_is_a_new_layer_and_the_reference_becomes_an_outline(session: Session) -> None:
    session.add_label_map(MASK)
    first = replace(MASK, role="prediction", name="p1")
    second = replace(MASK, role="prediction", name="p2")
    session.add_label_map(first)
    session.add_label_map(second)
    assert session.label_maps == (MASK, first, second)
    assert [layer.outline for layer in session.layers] == [True, False, False]
    assert [layer.visible for layer in session.layers] == [True, False, True]


def test_replacing_keeps_the_look(session: Session) -> None:
    live = replace(MASK, role="prediction", name="epoch 1")
    session.add_label_map(live)
    session.restyle(live, opacity=0.9)
    later = replace(live, name="epoch 2")
    session.replace_label_map(live, later)
    assert session.label_maps == (later,)
    assert session.layers[0].opacity == 0.9


def test_scores_go_with_the_mask_they_are_of(session: Session, qtbot: QtBot) -> None:
    session.add_label_map(MASK)
    found = replace(MASK, role="prediction", name="p")
    session.add_label_map(found)
    scores = SliceScores((), np.zeros((4, 0)), (), "p against mask", compared=(MASK, found))
    session.set_slice_scores(scores)
    session.restyle(found, opacity=0.1)
    assert session.slice_scores is scores
    with qtbot.waitSignal(session.slice_scores_changed):
        session.remove_label_map(found)
    assert session.slice_scores is None
    session.set_slice_scores(scores)  # a comparison that ended too late
    assert session.slice_scores is None


def test_another_scan_puts_masks_and_scores_away(session: Session, qtbot: QtBot) -> None:
    session.add_label_map(MASK)
    with qtbot.waitSignals([session.volume_changed, session.layers_changed]):
        session.set_volume(replace(VOLUME, name="other"))
    assert session.layers == ()
    assert session.slice_scores is None
