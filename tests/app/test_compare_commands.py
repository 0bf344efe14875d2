"""Comparing from the menu, the keys and side by side, in the real window."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from app.viewer.agreement import AGREEMENT, BOTH, BOTH_SHARE, ERROR_SHARE, EXTRA
from app.viewer.compare_legend import CompareLegend, over_grey
from unet_core.volume import LabelMap, Volume

MODES = ("reference", "prediction", "agreement", "difference", "masks")


@pytest.fixture
def compared(qtbot: QtBot, window: MainWindow, case: tuple[Volume, LabelMap]) -> MainWindow:
    """The window with a scan, its reference and the same mask moved a little."""
    volume, reference = case
    session = window.session
    session.set_volume(volume)
    session.add_label_map(reference)
    moved = replace(reference, voxels=np.roll(reference.voxels, 2, axis=2), name="moved")
    session.add_label_map(replace(moved, role="prediction"), is_unsaved=False)
    qtbot.waitUntil(lambda: session.slice_scores is not None)
    return window


def _action(window: MainWindow, name: str) -> QAction:
    return window.actions_by_name[name]


def _legend(window: MainWindow, plane: str = "axial") -> list[str]:
    legend = CompareLegend(window.session)
    views = {**window.viewer.views, "pair": window.viewer.pair.view}
    return [line.text(0) for line in legend.lines(views[plane])]


def test_o_goes_through_the_ways_of_comparing(qtbot: QtBot, compared: MainWindow) -> None:
    compared.viewer.views["axial"].setFocus()
    for mode in MODES:
        qtbot.keyClick(compared.viewer.views["axial"], Qt.Key.Key_O)
        assert compared.session.compare_mode == mode
        assert _action(compared, f"action_compare_{mode}").isChecked()


def test_every_way_has_its_command(compared: MainWindow) -> None:
    for mode in MODES:
        _action(compared, f"action_compare_{mode}").trigger()
        assert compared.session.compare_mode == mode


def test_without_a_pair_there_is_nothing_to_compare(window: MainWindow) -> None:
    names = [name for name in window.actions_by_name if "compare" in name]
    names.append("action_layout_pair")
    assert len(names) > 7
    assert not any(_action(window, name).isEnabled() for name in names)
    assert "reference" in _action(window, "action_cycle_compare").toolTip()


def test_the_next_region_is_compared_and_then_the_first_again(compared: MainWindow) -> None:
    action = _action(compared, "action_cycle_compare_region")
    action.trigger()
    assert compared.session.compared_region == "tumour"
    action.trigger()
    assert compared.session.compared_region == "liver"


def test_worst_slices_are_those_of_the_region_whose_agreement_is_shown(
    compared: MainWindow,
) -> None:
    session = compared.session
    scores = session.slice_scores
    assert scores is not None
    session.set_compare_mode("agreement")
    for column, name in enumerate(("liver", "tumour")):
        session.set_compared_region(name)
        session.set_cursor((0, 0, 0))
        _action(compared, "action_next_worst").trigger()
        dice = scores.dice[:, column]
        assert dice[session.cursor[0]] == np.nanmin(dice)


def test_flicker_swaps_reference_and_prediction_until_something_else_is_asked_for(
    qtbot: QtBot, compared: MainWindow
) -> None:
    seen = []
    compared.session.compare_changed.connect(lambda: seen.append(compared.session.compare_mode))
    flicker = _action(compared, "action_flicker_compare")
    flicker.trigger()
    qtbot.waitUntil(lambda: len(seen) >= 3, timeout=3000)
    assert seen[:3] == ["reference", "prediction", "reference"]
    assert flicker.isChecked()

    _action(compared, "action_compare_agreement").trigger()

    assert not flicker.isChecked()
    count = len(seen)
    qtbot.wait(600)
    assert len(seen) == count


def test_flicker_ends_with_the_pair(compared: MainWindow) -> None:
    flicker = _action(compared, "action_flicker_compare")
    flicker.trigger()
    compared.session.remove_label_map(compared.session.label_maps[1])
    assert not flicker.isChecked()
    assert not flicker.isEnabled()


# --- what is written over the slices -----------------------------------------------------------


def test_the_legend_says_what_is_shown_and_what_each_dice_is_of(compared: MainWindow) -> None:
    session = compared.session
    assert _legend(compared) == []
    session.set_compare_mode("reference")
    assert _legend(compared) == ["Reference", session.label_maps[0].name]
    session.set_compare_mode("prediction")
    assert _legend(compared) == ["Prediction", "moved"]
    session.set_compare_mode("agreement")
    scores = session.slice_scores
    assert scores is not None
    z = int(np.flatnonzero(np.isfinite(scores.dice[:, 0]))[0])
    session.set_cursor((z, 0, 0))
    whole = scores.case_dice[0]
    assert _legend(compared) == [
        "Agreement: liver (with tumour)",
        "in both (TP)",
        "only in prediction (FP)",
        "only in reference (FN)",
        f"Dice, this slice: {scores.dice[z, 0]:.2f}",
        f"Dice, whole case: {whole:.3f}",
    ]
    assert [t for t in _legend(compared, "coronal") if "Dice" in t] == [
        f"Dice, whole case: {whole:.3f}"
    ]


def test_a_slice_with_the_region_in_neither_mask_says_na(compared: MainWindow) -> None:
    session = compared.session
    session.set_compare_mode("agreement")
    session.set_compared_region("tumour")
    scores = session.slice_scores
    assert scores is not None
    session.set_cursor((int(np.flatnonzero(np.isnan(scores.dice[:, 1]))[0]), 0, 0))
    assert "Dice, this slice: n/a" in _legend(compared)


def test_the_legend_says_so_when_masks_are_hidden(compared: MainWindow) -> None:
    compared.session.set_compare_mode("agreement")
    _action(compared, "action_toggle_masks").trigger()
    assert _legend(compared) == ["Masks are hidden (G)"]


def test_the_legend_is_painted_and_fits_a_narrow_view(compared: MainWindow) -> None:
    view = compared.viewer.views["axial"]
    for width in (120, 240, 900):
        view.resize(width, 300)
        compared.session.set_compare_mode("masks")
        plain = view.grab().toImage()
        compared.session.set_compare_mode("agreement")
        image = view.grab().toImage()
        changed = [
            x
            for x in range(width)
            for y in range(8, 90, 4)
            if image.pixelColor(x, y) != plain.pixelColor(x, y)
        ]
        assert changed, "no legend"
        assert width == 120 or min(changed) > width * 0.4, "it covers the picture"


# --- side by side ------------------------------------------------------------------------------


def test_reference_beside_prediction_at_one_place(qtbot: QtBot, compared: MainWindow) -> None:
    compared.show()
    _action(compared, "action_layout_pair").trigger()
    first, second = compared.viewer.views["axial"], compared.viewer.pair.view
    qtbot.waitUntil(second.isVisible)
    assert _legend(compared)[0] == "Reference"
    assert _legend(compared, "pair")[0] == "Prediction"

    first.zoom(2.0)
    first.pan(0.1, -0.2)
    qtbot.waitUntil(lambda: _placed(second) == _placed(first))
    second.zoom(1.5)
    qtbot.waitUntil(lambda: _placed(second) == _placed(first))
    qtbot.waitUntil(lambda: first.height() == second.height())


def _placed(view: object) -> object:
    placement = view.placement
    return (round(placement.px_per_mm, 6), np.round(placement.centre, 6).tolist())


def test_the_right_view_goes_on_to_agreement_while_the_left_keeps_the_reference(
    qtbot: QtBot, compared: MainWindow
) -> None:
    _action(compared, "action_layout_pair").trigger()
    qtbot.waitUntil(compared.viewer.pair.isVisible)
    compared.session.set_compare_mode("agreement")
    assert _legend(compared)[0] == "Reference"
    assert _legend(compared, "pair")[0].startswith("Agreement")
    _action(compared, "action_layout_four_up").trigger()
    assert _legend(compared)[0].startswith("Agreement")


def test_side_by_side_ends_with_the_pair(compared: MainWindow) -> None:
    _action(compared, "action_layout_one_up").trigger()
    _action(compared, "action_layout_pair").trigger()
    compared.session.remove_label_map(compared.session.label_maps[1])
    assert compared.viewer.layout_name == "one_up"


def test_the_legend_has_the_colours_of_the_picture(compared: MainWindow) -> None:
    session, view = compared.session, compared.viewer.views["axial"]
    prediction = session.label_maps[1]
    session.set_compare_mode("agreement")
    for opacity in (0.3, 0.45):
        session.restyle(prediction, opacity=opacity)
        both, extra, _ = [line.colour for line in CompareLegend(session).lines(view) if line.colour]
        assert both == over_grey(AGREEMENT[BOTH].colour, opacity * BOTH_SHARE)
        assert extra == over_grey(AGREEMENT[EXTRA].colour, opacity * ERROR_SHARE)
    session.set_compare_mode("difference")
    lines = [line.colour for line in CompareLegend(session).lines(view) if line.colour]
    assert lines[0] == AGREEMENT[BOTH].colour, "a line covers what lies under it"
