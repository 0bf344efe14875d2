"""Prediction from the panel: the mask is a new layer, or the user is told why there is none."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import work
from app.model import fit
from app.panels.predict import PredictPanel
from app.session import Session
from app.settings import Settings
from tests.app.fake_run import HeldRun, mask, scan
from unet_core.config import PredictConfig
from unet_core.errors import InputError
from unet_core.events import Predicted, Progress
from unet_core.model_facts import ScanCompared
from unet_core.volume import LabelMap, Volume

IMAGE = Path("data/volume-02.nii").absolute()


@pytest.fixture
def panel(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PredictPanel]:
    """The panel; scan and model are compared as in ``test_model_window``."""
    same = ScanCompared(IMAGE, ())
    monkeypatch.setattr(fit, "isolated", lambda *_, **__: iter([same]))
    panel = PredictPanel(session, Settings())
    qtbot.addWidget(panel)
    panel.show()
    yield panel
    panel.shutdown()


@pytest.fixture(scope="session")
def model_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An untrained network with its passport."""
    from unet_core.checkpoint import Passport, save_model
    from unet_core.config import PRESETS, ModelConfig
    from unet_core.unet import UNet
    from unet_core.volume import DEFAULT_LABELS

    shape = ModelConfig(depth=2, base_channels=4)
    train = replace(PRESETS["quick"], model=shape, image_size=32)
    passport = Passport(
        shape,
        train,
        DEFAULT_LABELS,
        spacing_xyz_mm=(0.8, 0.8, 2.5),
        train_sha256=("a", "b"),
        validation_sha256=("c",),
        epoch=7,
        scores={"liver": 0.934, "tumour": None},
        created="2026-05-03T14:02:11",
    )
    path = tmp_path_factory.mktemp("run") / "model.safetensors"
    save_model(path, UNet(shape), passport)
    return path


@pytest.fixture(scope="session")
def ensemble_file(model_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same network twice, as cross-validation would leave it."""
    from unet_core import ensemble
    from unet_core.held_out import CaseScores, HeldOutCase
    from unet_core.volume import DEFAULT_LABELS

    folder = tmp_path_factory.mktemp("runs") / "cv"
    members = []
    for name in ("fold-0", "fold-1"):
        (folder / name).mkdir(parents=True)
        copy = folder / name / "model.safetensors"
        copy.write_bytes(model_file.read_bytes())
        members.append(ensemble.Member(f"{name}/{copy.name}", ensemble.file_sha256(copy)))
    scores = [
        CaseScores({"liver": liver, "tumour": tumour}, {})
        for liver, tumour in ((0.90, 0.25), (0.94, 0.25), (0.96, 0.45), (0.98, 0.45))
    ]
    made = ensemble.Ensemble(
        models=tuple(members),
        labels=DEFAULT_LABELS,
        postprocess=PredictConfig(largest_liver=False, tumour_inside_liver=True, smallest_lesion=7),
        cases=tuple(
            HeldOutCase(number // 2, "ab", scores[number], scores[number + 2]) for number in (0, 1)
        ),
        created="2026-05-03T14:02:11",
    )
    return ensemble.write(folder, made)


def _press(qtbot: QtBot, panel: PredictPanel, name: str) -> None:
    button = panel.findChild(QPushButton, name)
    assert button.isEnabled(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _text(panel: PredictPanel, name: str) -> str:
    return panel.findChild(QLabel, name).text()


def _wait_idle(qtbot: QtBot, panel: PredictPanel, timeout: int = 5000) -> None:
    qtbot.waitUntil(lambda: panel.start.isEnabled(), timeout=timeout)


def _answer(name: str = "prediction", notices: tuple[str, ...] = ()) -> Predicted:
    return Predicted(mask(name, "prediction"), 1.5, notices)


def test_every_widget_has_its_name(panel: PredictPanel) -> None:
    for name in (
        *("predict_model", "predict_browse", "predict_start", "predict_cancel"),
        *("predict_progress", "predict_status", "predict_passport", "predict_save"),
        *("predict_details", "predict_fit"),
    ):
        assert panel.findChild(QWidget, name) is not None, name


def test_all_that_is_known_of_the_model_can_be_asked_for(
    qtbot: QtBot, session: Session, panel: PredictPanel, tmp_path: Path
) -> None:
    with qtbot.waitSignal(panel.model_asked):
        _press(qtbot, panel, "predict_details")
    session.set_volume(scan(IMAGE))
    session.set_model(tmp_path / "model.safetensors")
    qtbot.waitUntil(lambda: "like those the model learned from" in _text(panel, "predict_fit"))


def test_without_scan_or_model_it_says_what_to_do(
    qtbot: QtBot, session: Session, panel: PredictPanel
) -> None:
    _press(qtbot, panel, "predict_start")
    assert _text(panel, "predict_error_text").startswith("There is no scan")

    session.set_volume(scan(IMAGE))
    _press(qtbot, panel, "predict_start")
    assert _text(panel, "predict_error_text").startswith("There is no model")


def test_each_notice_is_a_sentence_of_its_own(
    qtbot: QtBot, session: Session, panel: PredictPanel
) -> None:
    volume = scan(IMAGE)
    session.set_volume(volume)
    answer = _answer(notices=("the spacing is unknown", "5 voxels were removed"))
    panel.begin(lambda: iter([answer]), volume)
    _wait_idle(qtbot, panel)

    lines = _text(panel, "predict_status").splitlines()
    assert lines == ["Done in 1.5 s.", "• The spacing is unknown.", "• 5 voxels were removed."]


def test_what_was_said_before_is_not_said_again(
    qtbot: QtBot,
    session: Session,
    panel: PredictPanel,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = ScanCompared(IMAGE, ("The spacing is unknown.",))
    monkeypatch.setattr(fit, "isolated", lambda *_, **__: iter([known]))
    volume = scan(IMAGE)
    session.set_volume(volume)
    session.set_model(tmp_path / "model.safetensors")
    qtbot.waitUntil(lambda: panel.fit.said == known.notices)
    answer = _answer(notices=("The spacing is unknown.", "The model found no tumour."))
    panel.begin(lambda: iter([answer]), volume)
    _wait_idle(qtbot, panel)
    lines = _text(panel, "predict_status").splitlines()
    assert lines == ["Done in 1.5 s.", "• The model found no tumour."]


def test_i3_a_second_mask_is_a_second_layer(
    qtbot: QtBot, session: Session, panel: PredictPanel
) -> None:
    """I3."""
    volume = scan(IMAGE)
    session.set_volume(volume)
    for name in ("first", "second"):
        answer = _answer(name)
        panel.begin(lambda answer=answer: iter([Progress(1, 2, "Slice 1"), answer]), volume)
        _wait_idle(qtbot, panel)

    assert [m.name for m in session.label_maps] == ["first", "second"]
    assert panel.save.isVisible()


def test_i6_an_empty_answer_is_the_models_not_the_patients(
    qtbot: QtBot, session: Session, panel: PredictPanel
) -> None:
    """I6."""
    volume = scan(IMAGE)
    session.set_volume(volume)
    answer = _answer(notices=("No tumour found by the model.",))

    panel.begin(lambda: iter([answer]), volume)
    _wait_idle(qtbot, panel)

    assert "No tumour found by the model." in _text(panel, "predict_status")


def test_a_mask_for_a_scan_no_longer_open_is_dropped(
    qtbot: QtBot, session: Session, panel: PredictPanel
) -> None:
    volume = scan(IMAGE)
    session.set_volume(volume)
    run = HeldRun([Progress(1, 2, "Slice 1")])
    panel.begin(run.start, volume)
    qtbot.waitUntil(lambda: _text(panel, "predict_status") == "Slice 1")

    with qtbot.waitSignal(session.notified) as said:
        session.set_volume(scan(IMAGE.with_name("other.nii")))
    _wait_idle(qtbot, panel)

    assert said.args[0].endswith("the mask of volume-02.nii was dropped.")
    assert run.words == ["stop"]
    assert session.label_maps == ()


def test_an_answer_that_comes_too_late_is_dropped(
    qtbot: QtBot, session: Session, panel: PredictPanel
) -> None:
    session.set_volume(scan(IMAGE.with_name("other.nii")))

    panel.begin(lambda: iter([_answer()]), scan(IMAGE))
    _wait_idle(qtbot, panel)

    assert session.label_maps == ()
    assert "was dropped" in _text(panel, "predict_status")


def test_i4_cancelling_changes_nothing(qtbot: QtBot, session: Session, panel: PredictPanel) -> None:
    """I4."""
    volume = scan(IMAGE)
    session.set_volume(volume)
    panel.begin(HeldRun([Progress(1, 9, "Slice 1")]).start, volume)

    _press(qtbot, panel, "predict_cancel")
    _wait_idle(qtbot, panel)

    assert session.label_maps == ()
    assert _text(panel, "predict_status") == "Cancelled; nothing was changed."


def test_a_failure_is_shown_here_and_told_to_the_session(
    qtbot: QtBot, session: Session, panel: PredictPanel
) -> None:
    def failing() -> Iterator[object]:
        yield Progress(0, 2, "Reading the model")
        raise InputError("model.safetensors", "is damaged", "take it again")

    volume = scan(IMAGE)
    session.set_volume(volume)
    with qtbot.waitSignal(session.failed):
        panel.begin(failing, volume)
    _wait_idle(qtbot, panel)

    assert _text(panel, "predict_error_text") == "model.safetensors is damaged; take it again."


def test_a_real_prediction_is_scored_and_saved(
    qtbot: QtBot,
    session: Session,
    panel: PredictPanel,
    case: tuple[Volume, LabelMap],
    model_file: Path,
    tmp_path: Path,
) -> None:
    volume, reference = case
    session.set_volume(volume)
    session.add_label_map(reference)
    session.set_model(model_file)
    assert panel.findChild(QComboBox, "predict_model").currentData() == model_file

    _press(qtbot, panel, "predict_start")
    qtbot.waitUntil(
        lambda: "Dice of the whole case" in _text(panel, "predict_status"), timeout=60_000
    )

    assert [m.role for m in session.label_maps] == ["reference", "prediction"]
    qtbot.waitUntil(lambda: panel.passport.isVisible(), timeout=30_000)
    for words in ("2026-05-03 14:02", "2 scans; 1 more", "liver, tumour", "0.93", "-160 to 240"):
        assert words in _text(panel, "predict_passport")
    panel.save_to(tmp_path / "mask.nii.gz")
    qtbot.waitUntil(lambda: "Saved as mask.nii.gz." in _text(panel, "predict_status"))
    assert (tmp_path / "mask.nii.gz").stat().st_size > 0


def test_a_foreign_model_is_refused_by_name(
    qtbot: QtBot, session: Session, panel: PredictPanel, tmp_path: Path
) -> None:
    """K3."""
    foreign = tmp_path / "net.pt"
    foreign.write_bytes(b"PK\x03\x04 rest of a zip")

    with qtbot.waitSignal(session.failed, timeout=20_000) as said:
        session.set_model(foreign)

    assert "net.pt" in said.args[0]
    assert not panel.passport.isVisible()


def test_runs_offer_their_models(qtbot: QtBot, panel: PredictPanel, tmp_path: Path) -> None:
    from tests.app.test_training_state import SUMMARY

    path = tmp_path / "model.safetensors"
    run = replace(SUMMARY, model_path=path)

    panel._on_runs_found(work.RunsFound(tmp_path, (run, SUMMARY)))

    box = panel.findChild(QComboBox, "predict_model")
    assert box.count() == 1
    assert box.itemText(0) == "standard, 3 May 2026, 14:02, mean Dice 0.81"
    assert box.currentIndex() == -1
    box.activated.emit(0)
    assert panel._session.model == path


# --- several networks as one -------------------------------------------------------------------


def test_ensembles_among_the_runs_are_offered_with_their_honest_dice(
    qtbot: QtBot, panel: PredictPanel, ensemble_file: Path
) -> None:
    (found,) = work.find_runs(ensemble_file.parent.parent)
    assert [one.path for one in found.ensembles] == [ensemble_file]
    panel._on_runs_found(found)

    box = panel.findChild(QComboBox, "predict_model")
    assert box.itemText(0) == "2 networks as one, 3 May 2026, 14:02, cross-validated Dice 0.71"
    box.activated.emit(0)
    assert panel._session.model == ensemble_file


def test_an_unreadable_ensemble_hides_no_other(tmp_path: Path, ensemble_file: Path) -> None:
    for name, text in (("a", "{"), ("b", ensemble_file.read_text()), ("c", "[]")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "ensemble.json").write_text(text)
    (found,) = work.find_runs(tmp_path)
    assert [one.path.parent.name for one in found.ensembles] == ["b"]


def test_an_ensemble_says_what_it_is_and_predicts(
    qtbot: QtBot,
    session: Session,
    panel: PredictPanel,
    case: tuple[Volume, LabelMap],
    ensemble_file: Path,
    model_file: Path,
) -> None:
    session.set_volume(case[0])
    panel._on_file_chosen(str(ensemble_file))
    assert panel.findChild(QComboBox, "predict_model").currentData() == ensemble_file
    qtbot.waitUntil(lambda: panel.passport.isVisible(), timeout=60_000)
    for words in (
        *("2, one for each fold", "liver 0.97 ± 0.01, tumour 0.45 ± 0.00", "never saw it"),
        *("no tumours of fewer than 7 voxels", "liver +0.050, tumour +0.200", "2026-05-03 14:02"),
    ):
        assert words in _text(panel, "predict_passport")
    shown = panel.form.value()
    assert (shown.largest_liver, shown.tumour_inside_liver, shown.smallest_lesion) == (
        False,
        True,
        7,
    )

    _press(qtbot, panel, "predict_start")
    qtbot.waitUntil(lambda: bool(session.label_maps), timeout=60_000)
    assert session.label_maps[0].name == "prediction (quick, 2 models)"
    _wait_idle(qtbot, panel)

    session.set_model(model_file)
    qtbot.waitUntil(lambda: "epoch 7" in _text(panel, "predict_passport"), timeout=60_000)
    assert panel.form.value() == PredictConfig()


def test_what_the_user_set_stays_when_models_are_used_alike(
    panel: PredictPanel, session: Session, tmp_path: Path
) -> None:
    mine = PredictConfig(batch_size=2, largest_liver=False)
    panel.form.set_value(mine)
    for name in ("one", "two"):
        session.set_model(tmp_path / name)
        panel._on_described(work.ModelDescribed(tmp_path / name, ()))
        assert panel.form.value() == mine
    usual = PredictConfig(smallest_lesion=30)
    panel._on_described(work.ModelDescribed(tmp_path / "two", (), usual))
    assert panel.form.value() == PredictConfig(batch_size=2, smallest_lesion=30)


def test_before_it_is_known_how_a_model_is_used_it_decides_itself(
    qtbot: QtBot,
    panel: PredictPanel,
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[PredictConfig | None] = []

    def begin(start: Callable[[], Iterator[object]], _volume: Volume) -> None:
        asked.append(start.args[-1])

    monkeypatch.setattr(panel, "begin", begin)
    session.set_volume(scan(IMAGE))
    session.set_model(tmp_path / "ensemble.json")
    panel._described = None
    _press(qtbot, panel, "predict_start")
    panel.form.set_value(PredictConfig(mirror=True))
    _press(qtbot, panel, "predict_start")
    assert asked == [None, PredictConfig(mirror=True)]
