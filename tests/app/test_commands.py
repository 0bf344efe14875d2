"""Edits of masks and labels are taken back and made again, whatever happened in between."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.commands import AddMask, RemoveMask
from app.document import Layer, SliceScores
from app.label_commands import LabelCommands
from app.main_window import MainWindow
from app.segments import edits
from app.segments.edits import Spot
from app.session import Session
from unet_core.volume import Geometry, Label, LabelMap, Mark, Role, Volume, label_for, regions_of

GEOMETRY = Geometry((5, 4, 3))


def mask(name: str = "mask", role: Role = "reference", **fields: object) -> LabelMap:
    voxels = np.zeros((3, 4, 5), np.uint8)
    voxels[1, 1, 1:3], voxels[1, 2, 2] = 1, 2
    return LabelMap(voxels, GEOMETRY, name, role=role, **fields)


@pytest.fixture
def opened(session: Session) -> Session:
    session.set_volume(Volume(np.zeros((3, 4, 5), np.int16), GEOMETRY, "scan"))
    return session


def spot(session: Session, layer: int = 0, value: int | None = None) -> Spot:
    return Spot(session.layers[layer], value)


def names(session: Session, layer: int = 0) -> list[str]:
    return [label.name for label in session.label_maps[layer].labels.values()]


def test_a_chain_of_edits_is_taken_back_in_turn(opened: Session) -> None:
    first = mask()
    opened.add_label_map(first)
    edits.rename(opened, spot(opened, value=1), "spleen")
    edits.recolour(opened, spot(opened, value=2), "#010203")
    edits.set_role(opened, spot(opened), "own")
    edits.rename(opened, spot(opened), "my mask")
    opened.undo_stack.push(RemoveMask(opened, opened.layers[0]))
    assert opened.layers == ()
    for _ in range(3):
        opened.undo_stack.undo()
    assert opened.label_maps[0].name == "mask"
    assert opened.label_maps[0].labels[2].colour == "#010203"
    for _ in range(2):
        opened.undo_stack.undo()
    assert opened.label_maps == (first,)
    while opened.undo_stack.canRedo():
        opened.undo_stack.redo()
    assert opened.layers == ()
    opened.undo_stack.undo()
    assert opened.label_maps[0].name == "my mask"
    assert names(opened) == ["spleen", "tumour"]


def test_each_undo_says_what_it_takes_back(opened: Session) -> None:
    opened.add_label_map(mask())
    edits.rename(opened, spot(opened, value=1), "spleen")
    assert opened.undo_stack.undoText() == "rename liver to spleen"
    edits.recolour(opened, spot(opened, value=1), "#010203")
    assert opened.undo_stack.undoText() == "colour of spleen"
    opened.undo_stack.push(RemoveMask(opened, opened.layers[0]))
    assert opened.undo_stack.undoText() == "remove mask"


def test_what_changes_nothing_is_no_edit(opened: Session) -> None:
    opened.add_label_map(mask())
    assert not edits.rename(opened, spot(opened, value=1), " liver ")
    assert not edits.rename(opened, spot(opened, value=1), "\n\t")
    edits.recolour(opened, spot(opened, value=1), label_for(1).colour)
    edits.set_role(opened, spot(opened), "reference")
    assert not edits.move(opened, opened.label_maps[0], 0)
    assert opened.undo_stack.count() == 0


def test_names_hold_no_control_signs(opened: Session) -> None:
    opened.add_label_map(mask())
    edits.rename(opened, spot(opened, value=1), "a\nb\x00\u202e  c")
    assert names(opened)[0] == "a b c"


def test_a_new_mask_hides_what_it_was_made_from(opened: Session) -> None:
    source, other = mask("source"), mask("other")
    opened.add_label_map(source)
    opened.add_label_map(other)
    made = mask("made")
    opened.undo_stack.push(AddMask(opened, Layer(made, is_unsaved=True), source, "change values"))
    assert opened.label_maps == (source, made, other)
    assert [layer.visible for layer in opened.layers] == [False, True, True]
    assert opened.unsaved == (made,)
    opened.undo_stack.undo()
    assert opened.label_maps == (source, other)
    assert all(layer.visible for layer in opened.layers)
    opened.undo_stack.redo()
    assert opened.label_maps == (source, made, other)


def test_a_renamed_mask_that_learns_on_keeps_its_names(opened: Session) -> None:
    """The mask of a running training is exchanged after each round by the one that it knows."""
    first, second = mask("live", "prediction"), mask("live", "prediction")
    opened.add_label_map(first)
    edits.rename(opened, spot(opened, value=1), "Leber")
    opened.replace_label_map(first, second)
    assert len(opened.layers) == 1
    assert opened.label_maps[0].voxels is second.voxels
    assert names(opened) == ["Leber", "tumour"]
    opened.undo_stack.undo()  # of a rename whose mask is gone: nothing happens
    assert names(opened) == ["Leber", "tumour"]


def test_names_and_colours_leave_comparing_and_scores_in_place(opened: Session) -> None:
    reference, prediction = mask("r"), mask("p", "prediction")
    opened.add_label_map(reference)
    opened.add_label_map(prediction)
    opened.set_compared((reference, prediction))
    regions = regions_of(reference.labels)
    opened.set_slice_scores(
        SliceScores(regions, np.ones((3, 2)), (1.0, 1.0), "p to r", (reference, prediction))
    )
    heard: list[str] = []
    opened.slice_scores_changed.connect(lambda: heard.append("scores"))
    opened.compare_changed.connect(lambda: heard.append("compare"))
    edits.rename(opened, spot(opened, 0, 1), "Leber")
    assert heard == ["compare", "scores"]
    renamed = opened.label_maps[0]
    assert opened.compared == (renamed, prediction)
    assert opened.slice_scores is not None
    assert opened.slice_scores.compared == (renamed, prediction)
    assert [region.name for region in opened.slice_scores.regions] == ["Leber", "tumour"]
    opened.replace_label_map(renamed, mask("other"))
    assert opened.slice_scores is None, "other voxels have other scores"


def test_the_order_is_taken_back_after_a_rename(opened: Session) -> None:
    low, high = mask("low"), mask("high")
    opened.add_label_map(low)
    opened.add_label_map(high)
    edits.move(opened, low, 0)
    edits.rename(opened, spot(opened, 0), "renamed")
    assert [m.name for m in opened.label_maps] == ["renamed", "low"]
    opened.undo_stack.undo()
    opened.undo_stack.undo()
    assert opened.label_maps == (low, high)


def test_marks_of_a_file_become_looks(opened: Session) -> None:
    opened.add_label_map(mask(marks={2: Mark("flagged", is_locked=True), 1: Mark()}))
    assert opened.layers[0].look(2).status == "flagged"
    assert opened.layers[0].look(2).locked
    assert list(opened.layers[0].looks) == [2]


def test_the_newest_mask_has_the_current_label(opened: Session) -> None:
    assert opened.current_label is None
    first, second = mask("first"), mask("second", labels={7: Label(7, "cyst", "#112233")})
    opened.add_label_map(first)
    assert opened.current_label == (first, 1)
    opened.set_current_label(first, 2)
    opened.add_label_map(second)
    assert opened.current_label == (second, 7)
    opened.remove_label_map(second)
    assert opened.current_label == (first, 1)
    with pytest.raises(ValueError, match="names label 9"):
        opened.set_current_label(first, 9)
    with pytest.raises(ValueError, match="names label 7"):
        opened.set_current_label(second, 7)


def test_the_current_label_is_told_once_and_goes_with_the_scan(opened: Session) -> None:
    first = mask()
    opened.add_label_map(first)
    heard: list[object] = []
    opened.current_label_changed.connect(lambda: heard.append(opened.current_label))
    opened.set_current_label(first, 1)
    opened.set_current_label(first, 2)
    opened.set_current_label(first, 2)
    opened.restyle(first, opacity=0.2)
    assert heard == [(first, 2)]
    opened.set_volume(None)
    assert heard == [(first, 2), None]


def test_q_and_w_walk_through_the_labels_of_all_masks(opened: Session) -> None:
    low, high = mask("low"), mask("high")
    opened.add_label_map(low)
    opened.add_label_map(high)
    commands = LabelCommands(opened)
    walked = [opened.current_label]
    for _ in range(4):
        commands.choose_next_label()
        walked.append(opened.current_label)
    assert walked == [(high, 1), (high, 2), (low, 1), (low, 2), (low, 2)]
    commands.choose_previous_label()
    assert opened.current_label == (low, 1)


def test_walking_without_masks_does_nothing(session: Session) -> None:
    LabelCommands(session).choose_next_label()
    assert session.current_label is None


def test_a_colour_that_was_chosen_stays_with_a_new_name(opened: Session) -> None:
    labels = {1: Label(1, "liver", "#111111")}
    opened.add_label_map(replace(mask(), labels=labels))
    edits.rename(opened, spot(opened, value=1), "spleen")
    assert opened.label_maps[0].labels[1].colour == "#111111"


def test_the_window_has_keys_for_labels_and_answers_the_empty_panel(
    qtbot: QtBot, window: MainWindow
) -> None:
    session = window.session
    session.set_volume(Volume(np.zeros((3, 4, 5), np.int16), GEOMETRY, "scan"))
    with qtbot.waitSignal(window.actions_by_name["action_show_predict"].triggered):
        window.findChild(QPushButton, "segments_predict").click()
    first = mask()
    session.add_label_map(first)
    forth, back = (window.actions_by_name[f"action_{name}_label"] for name in ("next", "previous"))
    assert [key.toString() for key in (*forth.shortcuts(), *back.shortcuts())] == ["W", "Q"]
    forth.trigger()
    assert session.current_label == (first, 2)
    back.trigger()
    assert session.current_label == (first, 1)
