"""Masks of validation patients come on screen when asked for and follow the training."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.session import Session
from app.training import live_prediction
from app.training.live_prediction import EpochMask, LivePrediction
from tests.app.fake_run import SHAPE_ZYX, mask, scan, scored
from unet_core.events import SlicesScored
from unet_core.following import NO_PREDICTION
from unet_core.volume import DEFAULT_LABELS

IMAGE = Path("data/volume-02.nii").absolute()


@pytest.fixture
def live(session: Session) -> LivePrediction:
    live = LivePrediction(session)
    live.begin(DEFAULT_LABELS)
    return live


def test_a_click_on_the_open_patient_lays_the_mask_and_goes_there(
    session: Session, live: LivePrediction
) -> None:
    session.set_volume(scan(IMAGE))
    session.add_label_map(mask("reference"))
    live.receive(scored(1, "02", IMAGE))

    live.show_slice("02", 4)

    assert [m.name for m in session.label_maps] == ["reference", "epoch 1 prediction"]
    assert session.layers[0].outline
    assert session.cursor[0] == 4
    assert session.slice_scores is not None
    assert session.slice_scores.case_dice == (0.9, None)


def test_another_patient_is_asked_for_and_shown_once_open(
    qtbot: QtBot, session: Session, live: LivePrediction
) -> None:
    session.set_volume(scan(Path("data/other.nii").absolute()))
    live.receive(scored(1, "02", IMAGE))

    with qtbot.waitSignal(session.case_requested) as asked:
        live.show_slice("02", 3)
    assert asked.args == [(IMAGE,), (IMAGE.with_name("segmentation.nii"),)]
    assert session.label_maps == ()

    session.set_volume(scan(IMAGE))
    session.add_label_map(mask("reference"))
    qtbot.waitUntil(lambda: len(session.label_maps) == 2)

    assert session.cursor[0] == 3
    assert session.label_maps[1].role == "prediction"
    assert session.layers[0].outline


def test_opening_something_else_meanwhile_drops_the_wish(
    qtbot: QtBot, session: Session, live: LivePrediction
) -> None:
    live.receive(scored(1, "02", IMAGE))
    live.show_slice("02", 3)
    session.set_volume(scan(Path("data/other.nii").absolute()))
    qtbot.wait(20)

    session.set_volume(scan(IMAGE))
    qtbot.wait(20)

    assert session.label_maps == ()


def test_each_epoch_replaces_the_mask_on_screen(session: Session, live: LivePrediction) -> None:
    session.set_volume(scan(IMAGE))
    live.receive(scored(1, "02", IMAGE, liver=0.5))
    live.show_slice("02", 3)
    session.restyle(session.label_maps[0], opacity=0.2)

    live.receive(scored(2, "02", IMAGE, liver=0.8))

    assert [m.name for m in session.label_maps] == ["epoch 2 prediction"]
    assert session.layers[0].opacity == 0.2
    assert session.slice_scores is not None
    assert session.slice_scores.dice[3, 0] == 0.8
    progress = live.progress_of("02")
    assert progress is not None
    assert progress.dice_before is not None
    assert progress.dice_before[3, 0] == 0.5


def test_a_mask_the_user_took_away_stays_away(session: Session, live: LivePrediction) -> None:
    session.set_volume(scan(IMAGE))
    live.receive(scored(1, "02", IMAGE))
    live.show_slice("02", 3)
    session.remove_label_map(session.label_maps[0])

    live.receive(scored(2, "02", IMAGE))

    assert session.label_maps == ()


def test_other_patients_do_not_touch_the_mask_on_screen(
    session: Session, live: LivePrediction
) -> None:
    session.set_volume(scan(IMAGE))
    live.receive(scored(1, "02", IMAGE))
    live.show_slice("02", 3)
    shown = session.label_maps[0]

    live.receive(scored(2, "03", IMAGE.with_name("volume-03.nii")))

    assert session.label_maps == (shown,)


def test_a_scan_of_another_size_is_refused_by_name(
    qtbot: QtBot, session: Session, live: LivePrediction
) -> None:
    session.set_volume(scan(IMAGE, (4, 8, 8)))
    live.receive(scored(1, "02", IMAGE))

    with qtbot.waitSignal(session.failed) as said:
        live.show_slice("02", 1)

    assert "volume-02.nii has another size" in said.args[0]
    assert session.label_maps == ()


def test_masks_of_many_patients_stay_within_bounds(
    monkeypatch: pytest.MonkeyPatch, live: LivePrediction
) -> None:
    monkeypatch.setattr(live_prediction, "MOST_BYTES", 3 * int(np.prod(SHAPE_ZYX)))
    live.watch("00")
    for number in range(8):
        live.receive(scored(1, f"{number:02}", IMAGE.with_name(f"{number}.nii")))

    kept = [c for c in live.case_ids if live.progress_of(c).newest.prediction.size]

    assert kept == ["00", "05", "06", "07"]
    assert live.case_ids == tuple(f"{number:02}" for number in range(8))
    assert all(live.progress_of(c).newest.dice.size for c in live.case_ids)


def test_a_stack_of_pictures_is_known_by_any_of_its_files() -> None:
    paths = tuple(IMAGE.with_name(f"{n}.png") for n in range(3))

    assert live_prediction.is_scan_of(scan(paths[0]), paths)
    assert not live_prediction.is_scan_of(replace(scan(paths[0]), path=None), paths)


# --- a run in other hands: masks come later than scores, and not of everybody --------------------


def _without_mask(epoch: int, case_id: str = "02", *, liver: float = 0.9) -> SlicesScored:
    return replace(scored(epoch, case_id, IMAGE, liver=liver), prediction=NO_PREDICTION)


def test_a_mask_that_comes_after_its_scores_takes_the_place_of_the_one_before(
    session: Session, live: LivePrediction
) -> None:
    session.set_volume(scan(IMAGE))
    live.receive(scored(1, "02", IMAGE, liver=0.5))
    live.show_slice("02", 3)
    live.receive(_without_mask(2, liver=0.8))
    assert [m.name for m in session.label_maps] == ["epoch 1 prediction"], "there is no other yet"

    live.show_slice("02", 4)
    assert [m.name for m in session.label_maps] == ["epoch 1 prediction"]
    assert session.cursor[0] == 4

    live.receive(scored(2, "02", IMAGE, liver=0.8))
    assert [m.name for m in session.label_maps] == ["epoch 2 prediction"]
    progress = live.progress_of("02")
    assert progress is not None
    assert progress.dice_before is not None
    assert progress.dice_before[3, 0] == 0.5, "the round before is not this one told twice"


def test_of_a_patient_without_a_mask_the_slice_is_shown_and_it_is_said_why(
    qtbot: QtBot, session: Session, live: LivePrediction
) -> None:
    session.set_volume(scan(IMAGE))
    live.receive(_without_mask(1))

    with qtbot.waitSignal(session.notified) as said:
        live.show_slice("02", 4)

    assert "No mask of 02 is at hand" in said.args[0]
    assert "pinned" in said.args[0]
    assert session.cursor[0] == 4
    assert session.label_maps == ()


def test_a_scan_that_nobody_finds_any_more_is_named(
    qtbot: QtBot, session: Session, live: LivePrediction
) -> None:
    live.receive(replace(scored(1, "02", IMAGE), image_paths=(), mask_paths=()))

    with (
        qtbot.waitSignal(session.failed) as said,
        qtbot.assertNotEmitted(session.case_requested),
    ):
        live.show_slice("02", 4)

    assert "scan of 02 is no longer in the data set" in said.args[0]


def test_the_newest_mask_is_seen_after_two_were_compared(
    session: Session, live: LivePrediction
) -> None:
    session.set_volume(scan(IMAGE))
    masks = [EpochMask(scored(epoch, "02", IMAGE), DEFAULT_LABELS) for epoch in (1, 2)]
    live.receive(scored(3, "02", IMAGE))
    live.show_epochs(masks)
    assert session.compare_mode == "agreement"

    live.show_newest("02")

    (layer,) = session.layers
    assert (layer.label_map.name, layer.visible) == ("epoch 3 prediction", True)
    assert session.compare_mode == "masks"
