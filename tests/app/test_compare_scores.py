"""The Dice of every slice is there as soon as two masks can be compared, and never an old one."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.comparing import SliceScorer, few_regions, regions_compared, score_slices
from app.document import SliceScores
from app.panels.evaluate import HINT, MORE, EvaluatePanel
from app.session import Session
from app.settings import Settings
from app.viewer.dice_plot import DiceSlicePlot
from app.viewer.layout import ViewerArea
from tests.app.fake_run import mask, scan
from unet_core.evaluation.scoring import score_case
from unet_core.events import Evaluated
from unet_core.volume import Geometry, Label, LabelMap, Region, Volume


@pytest.fixture
def scored(session: Session) -> Iterator[Session]:
    """A session whose slices are scored."""
    scorer = SliceScorer(session)
    session.set_volume(scan(None))
    yield session
    scorer.end()


def _moved(label_map: LabelMap, name: str = "moved", role: str = "prediction") -> LabelMap:
    voxels = np.roll(label_map.voxels, 1, axis=2)
    return replace(label_map, voxels=voxels, name=name, role=role)


def _wait(qtbot: QtBot, session: Session, *pair: LabelMap) -> SliceScores:
    qtbot.waitUntil(
        lambda: (
            session.slice_scores is not None
            and all(a is b for a, b in zip(session.slice_scores.compared, pair, strict=True))
        )
    )
    assert session.slice_scores is not None
    return session.slice_scores


def test_scores_come_by_themselves_and_are_those_of_the_metrics(
    qtbot: QtBot, scored: Session
) -> None:
    reference = mask("reference")
    prediction = _moved(reference)
    scored.add_label_map(prediction)
    assert scored.slice_scores is None
    scored.add_label_map(reference)

    scores = _wait(qtbot, scored, reference, prediction)

    expected = score_case(reference, prediction, "case").scores
    assert scores.regions == tuple(score.region for score in expected)
    for column, score in enumerate(expected):
        np.testing.assert_array_equal(scores.dice[:, column], score.dice_per_slice)
    assert scores.case_dice == tuple(score.case_dice for score in expected)
    assert scores.title == "moved against reference"
    assert scores.sizes is not None
    assert scores.sizes[:, 0].sum(axis=0).tolist() == [27, 27]


def test_another_prediction_is_scored_in_its_place(qtbot: QtBot, scored: Session) -> None:
    reference = mask("reference")
    first, second = _moved(reference, "first"), mask("second", "prediction")
    scored.add_label_map(reference)
    scored.add_label_map(first)
    _wait(qtbot, scored, reference, first)

    scored.add_label_map(second)

    assert scored.slice_scores is None, "the old scores are of another mask"
    assert np.nanmin(_wait(qtbot, scored, reference, second).dice) == 1.0


def test_a_mask_replaced_is_scored_anew(qtbot: QtBot, scored: Session) -> None:
    reference = mask("reference")
    prediction = _moved(reference)
    scored.add_label_map(reference)
    scored.add_label_map(prediction)
    before = _wait(qtbot, scored, reference, prediction)
    edited = replace(prediction, voxels=reference.voxels.copy())

    scored.replace_label_map(prediction, edited)

    after = _wait(qtbot, scored, reference, edited)
    assert np.nanmin(after.dice) == 1.0
    assert np.nanmin(before.dice) < 1.0


def test_masks_turned_round_are_scored_anew(qtbot: QtBot, scored: Session) -> None:
    first, second = mask("first"), mask("second")
    scored.add_label_map(first)
    scored.add_label_map(second)
    qtbot.wait(20)
    assert scored.slice_scores is None, "two references are no pair until they are chosen"

    scored.set_compared((first, second))
    _wait(qtbot, scored, first, second)
    scored.set_compared((second, first))
    _wait(qtbot, scored, second, first)


def test_another_scan_gets_no_scores_of_the_one_before(qtbot: QtBot, scored: Session) -> None:
    scored.add_label_map(mask("reference"))
    scored.add_label_map(mask("prediction", "prediction"))
    scored.set_volume(scan(None))
    qtbot.wait(60)
    assert scored.slice_scores is None


def test_masks_without_a_common_label_have_no_regions(qtbot: QtBot, scored: Session) -> None:
    reference = replace(mask("reference"), labels={})
    prediction = mask("prediction", "prediction")
    scored.add_label_map(reference)
    scored.add_label_map(prediction)
    assert _wait(qtbot, scored, reference, prediction).regions == ()
    assert regions_compared(scored) == ()


def test_the_window_goes_on_while_a_large_case_is_counted(qtbot: QtBot, session: Session) -> None:
    shape = (160, 512, 512)
    z, y, x = shape
    voxels = np.ones(shape, np.uint8)
    geometry = Geometry((x, y, z))
    scorer = SliceScorer(session)
    session.set_volume(Volume(np.zeros((1, 1, 1), np.int16), geometry, "large"))
    timer, clock, late = QTimer(), QElapsedTimer(), []
    timer.timeout.connect(lambda: late.append(clock.restart()))
    clock.start()
    timer.start(1)
    for role in ("reference", "prediction"):
        session.add_label_map(LabelMap(voxels, geometry, role, role=role))
    qtbot.waitUntil(lambda: session.slice_scores is not None, timeout=10_000)
    timer.stop()
    scorer.end()
    assert len(late) > 10, "the window did nothing else meanwhile"


def test_counting_can_be_left_at_any_step() -> None:
    reference = mask("reference")
    steps = score_slices((reference, _moved(reference)))
    assert next(steps) is None
    steps.close()


def test_of_many_regions_the_chosen_and_the_worst_are_shown() -> None:
    """A mask of every organ would fill the window with bars."""
    regions = tuple(Region(f"organ {n}", (n,), "#808080") for n in range(1, 10))
    dice = np.linspace(0.1, 0.9, 9)
    case_dice = (None, *dice[1:].tolist())
    scores = SliceScores(regions, dice[None], case_dice, "a against b", (), np.ones((1, 9, 2), int))

    shown = few_regions(scores, "organ 9")

    assert [region.name for region in shown.regions] == [f"organ {n}" for n in (2, 3, 4, 9)]
    assert shown.dice.tolist() == [dice[[1, 2, 3, 8]].tolist()]
    assert shown.case_dice == tuple(dice[[1, 2, 3, 8]].tolist())
    assert shown.sizes is not None
    assert shown.sizes.shape == (1, 4, 2)
    assert shown.title == "a against b (4 of 9 regions)"
    assert few_regions(shown, "") is shown


def test_the_strip_stays_low_and_shows_the_region_compared(qtbot: QtBot, session: Session) -> None:
    labels = {n: Label(n, f"organ {n}", "#808080") for n in range(1, 10)}
    session.set_volume(scan(None))
    reference = replace(mask("reference"), labels=labels)
    session.add_label_map(reference)
    session.add_label_map(replace(mask("prediction", "prediction"), labels=labels))
    area = ViewerArea(session)
    plot = DiceSlicePlot(session)
    qtbot.addWidget(area)
    qtbot.addWidget(plot)
    assert session.compared is not None
    (scores,) = [found for found in score_slices(session.compared) if found]
    session.set_slice_scores(scores)
    assert area.strip.sizeHint().height() < 130

    session.set_compared_region("organ 9")

    assert "organ 9" in area.strip.text_of(0)
    assert "organ 9" in plot.accessibleDescription()
    area.close_jobs()


def test_the_strip_stays_in_its_place_while_an_edited_mask_is_counted(
    qtbot: QtBot, scored: Session
) -> None:
    area = ViewerArea(scored)
    qtbot.addWidget(area)
    area.show()
    reference = mask("reference")
    prediction = _moved(reference)
    scored.add_label_map(reference)
    scored.add_label_map(prediction)
    _wait(qtbot, scored, reference, prediction)
    assert area.strip.isVisible()
    height = area.views["axial"].height()

    edited = replace(prediction, voxels=reference.voxels.copy())
    scored.replace_label_map(prediction, edited)

    assert scored.slice_scores is None
    assert area.strip.isVisible()
    assert area.strip.accessibleDescription() == "Dice per slice: counting…"
    _wait(qtbot, scored, reference, edited)
    assert "1.00" in area.strip.text_of(3)
    assert area.views["axial"].height() == height

    scored.remove_label_map(edited)
    assert not area.strip.isVisible()
    area.close_jobs()


# --- the panel ---------------------------------------------------------------------------------


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> Iterator[EvaluatePanel]:
    session.set_volume(scan(None))
    made = EvaluatePanel(session, Settings())
    qtbot.addWidget(made)
    made.resize(400, 700)
    made.show()
    yield made
    made.shutdown()


def _combo(panel: EvaluatePanel, name: str) -> QComboBox:
    return panel.findChild(QComboBox, name)


def test_choosing_masks_in_the_panel_compares_them(
    qtbot: QtBot, panel: EvaluatePanel, session: Session
) -> None:
    first, second = mask("first"), mask("second")
    session.add_label_map(first)
    session.add_label_map(second)
    assert session.compared is None

    _combo(panel, "evaluate_reference").setCurrentIndex(0)
    _combo(panel, "evaluate_prediction").setCurrentIndex(1)

    assert session.compared == (first, second)
    _wait(qtbot, session, first, second)


def test_a_mask_chosen_twice_changes_places_with_the_other(
    panel: EvaluatePanel, session: Session
) -> None:
    reference, prediction = mask("reference"), mask("prediction", "prediction")
    session.add_label_map(reference)
    session.add_label_map(prediction)

    _combo(panel, "evaluate_prediction").setCurrentIndex(0)

    assert session.compared == (prediction, reference)
    assert panel.reference.currentData() is prediction


def test_a_mask_replaced_while_another_is_chosen_does_not_take_over(
    panel: EvaluatePanel, session: Session
) -> None:
    """A network's live prediction is replaced after every epoch."""
    reference = mask("reference")
    mine, live = mask("mine", "prediction"), mask("live", "prediction")
    for one in (reference, mine, live):
        session.add_label_map(one)
    _combo(panel, "evaluate_prediction").setCurrentIndex(1)
    assert session.compared == (reference, mine)

    session.replace_label_map(live, replace(live, voxels=live.voxels.copy()))

    assert session.compared == (reference, mine)


def test_fields_follow_the_session_and_change_it(panel: EvaluatePanel, session: Session) -> None:
    mode, region = _combo(panel, "evaluate_mode"), _combo(panel, "evaluate_region")
    assert not mode.isEnabled()
    session.add_label_map(mask("reference"))
    session.add_label_map(mask("prediction", "prediction"))
    assert mode.isEnabled()

    session.set_compare_mode("difference")
    session.set_compared_region("tumour")
    assert (mode.currentData(), region.currentData()) == ("difference", "tumour")
    mode.setCurrentIndex(mode.findData("agreement"))
    region.setCurrentIndex(0)
    assert (session.compare_mode, session.compared_region) == ("agreement", "liver")


def test_scores_of_a_pair_go_when_another_is_compared(
    qtbot: QtBot, panel: EvaluatePanel, session: Session
) -> None:
    reference, first = mask("reference"), mask("first", "prediction")
    session.add_label_map(reference)
    session.add_label_map(first)
    assert panel.status.text() == MORE
    result = score_case(reference, first, "case")
    panel.begin(lambda: iter([result]), reference, first)
    qtbot.waitUntil(lambda: panel.table.isVisible())

    session.add_label_map(mask("second", "prediction"))

    assert not panel.table.isVisible()
    assert panel.status.text() == MORE
    session.set_volume(scan(None))
    assert panel.status.text() == HINT


def test_scores_that_come_after_another_pair_was_chosen_are_dropped(
    qtbot: QtBot, panel: EvaluatePanel, session: Session
) -> None:
    reference, first = mask("reference"), mask("first", "prediction")
    session.add_label_map(reference)
    session.add_label_map(first)
    result: Evaluated = score_case(reference, first, "case")
    panel.begin(lambda: iter([result]), reference, first)

    session.add_label_map(mask("second", "prediction"))
    qtbot.waitUntil(lambda: panel._job is None)

    assert not panel.table.isVisible()
