"""The window that draws a network: real networks, through its real widgets."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import network_commands
from app.network.export import export
from app.network.window import NetworkWindow, Source
from app.network.work import Measured, NetworkDescribed, of_run, of_settings
from app.settings import Settings
from unet_core import runs
from unet_core.checkpoint import Passport, save_model
from unet_core.config import PRESETS, ModelConfig, TrainConfig
from unet_core.errors import InputError
from unet_core.io import atomic
from unet_core.network_drawing import draw_network
from unet_core.network_facts import facts_of
from unet_core.network_shape import NetworkFacts
from unet_core.networks import build_network
from unet_core.volume import DEFAULT_LABELS

SMALL = TrainConfig(model=ModelConfig(depth=2, base_channels=4), image_size=64)


@pytest.fixture(scope="module")
def facts() -> NetworkFacts:
    return facts_of(PRESETS["article"], (0.8,))


@pytest.fixture(scope="module")
def others() -> NetworkFacts:
    return facts_of(SMALL)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[NetworkWindow]:
    parent = QWidget()
    parent.resize(1400, 900)
    qtbot.addWidget(parent)
    made = NetworkWindow(Settings(), parent)
    yield made
    made.shutdown()


def _source(title: str, *events: object, measured: Measured | None = None) -> Source:
    return Source(title, lambda: iter(events), measured)


def _shown(qtbot: QtBot, window: NetworkWindow, *sources: Source) -> None:
    window.show_sources(list(sources))
    qtbot.waitUntil(lambda: window.described is not None, timeout=5000)


def _text(window: NetworkWindow, name: str) -> str:
    label = window.findChild(QLabel, name)
    assert label is not None, name
    return label.text()


def test_the_drawing_comes_with_its_points_and_cost(
    qtbot: QtBot, window: NetworkWindow, facts: NetworkFacts
) -> None:
    measured = Measured(10.0, 900.0, is_run=False)
    _shown(qtbot, window, _source("now", NetworkDescribed(facts), measured=measured))
    assert window.canvas.drawing is not None
    assert "100 × 100 pixels (80 mm)" in _text(window, "network_point_1")
    assert "One level more" in _text(window, "network_point_1")
    assert "3.53 trillion" in _text(window, "network_cost")
    assert "2.20 trillion operations a second" in _text(window, "network_measured")
    assert "900 MB" in _text(window, "network_measured")
    assert "Encoder, level 2" in window.canvas.accessibleDescription()


def test_pointing_at_a_block_and_the_arrows_tell_of_it(
    qtbot: QtBot, window: NetworkWindow, facts: NetworkFacts
) -> None:
    _shown(qtbot, window, _source("now", NetworkDescribed(facts)))
    canvas, drawing = window.canvas, window.canvas.drawing
    assert drawing is not None
    scale = canvas.width() / drawing.width
    left, top, width, height = drawing.spots[3].box
    middle = QPointF((left + width / 2) * scale, (top + height / 2) * scale)
    qtbot.mouseMove(canvas, middle.toPoint())
    assert canvas.spot_at(middle) == 3
    qtbot.waitUntil(lambda: _text(window, "network_spot") == drawing.spots[3].text, timeout=2000)
    assert canvas.spot_at(QPointF(1, 1)) == -1
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert _text(window, "network_spot") == drawing.spots[4].text
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert _text(window, "network_spot") == drawing.spots[2].text


def test_it_grows_with_the_window_and_by_its_keys(
    qtbot: QtBot, window: NetworkWindow, facts: NetworkFacts
) -> None:
    _shown(qtbot, window, _source("now", NetworkDescribed(facts)))
    canvas = window.canvas
    drawing = canvas.drawing
    assert drawing is not None
    before = canvas.width()
    assert canvas.height() == pytest.approx(before * drawing.height / drawing.width, abs=1)
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.width() == pytest.approx(1.2 * before, abs=2)
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.width() == pytest.approx(before, abs=1)


def test_the_window_is_found_where_it_was_left(
    qtbot: QtBot, window: NetworkWindow, others: NetworkFacts
) -> None:
    _shown(qtbot, window, _source("now", NetworkDescribed(others)))
    window.resize(700, 500)
    window.close()
    again = NetworkWindow(Settings(), window.parentWidget())
    assert (again.width(), again.height()) == (700, 500)


def test_another_network_is_chosen_and_a_late_answer_is_dropped(
    qtbot: QtBot, window: NetworkWindow, facts: NetworkFacts, others: NetworkFacts
) -> None:
    measured = NetworkDescribed(others, Measured(5.0, 0.0, is_run=True))
    _shown(qtbot, window, _source("now", NetworkDescribed(facts)), _source("run", measured))
    which = window.findChild(QComboBox, "network_which")
    assert [which.itemText(i) for i in range(which.count())] == ["now", "run"]
    which.setCurrentIndex(1)
    which.activated.emit(1)
    qtbot.waitUntil(lambda: window.described == measured, timeout=5000)
    assert "Measured in this run: 5 slices" in _text(window, "network_measured")
    assert "memory" not in _text(window, "network_measured")


def test_a_fault_is_said_in_one_sentence(qtbot: QtBot, window: NetworkWindow) -> None:
    def fails() -> Iterator[object]:
        raise InputError("model.safetensors", "is damaged", "take another")
        yield

    window.show_sources([Source("broken", fails)])
    qtbot.waitUntil(lambda: "is damaged" in _text(window, "network_status"), timeout=5000)
    assert not window.findChild(QPushButton, "network_export").isEnabled()


def test_the_text_goes_to_the_clipboard(
    qtbot: QtBot, window: NetworkWindow, facts: NetworkFacts
) -> None:
    _shown(qtbot, window, _source("now", NetworkDescribed(facts)))
    qtbot.mouseClick(window.findChild(QPushButton, "network_copy"), Qt.MouseButton.LeftButton)
    assert "Bottom of the U, level 3: 512 maps" in QGuiApplication.clipboard().text()


def test_the_drawing_is_saved(
    qtbot: QtBot, window: NetworkWindow, others: NetworkFacts, tmp_path: Path
) -> None:
    """By a child process, as the button has it."""
    _shown(qtbot, window, _source("now", NetworkDescribed(others)))
    qtbot.mouseClick(window.findChild(QPushButton, "network_export"), Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog, "network_export_dialog")
    path = tmp_path / "network.png"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: _text(window, "network_status") != "", timeout=60_000)
    assert "saved" in _text(window, "network_status")
    image = QImage(str(path))
    assert image.width() == 3 * draw_network(others).width
    assert len({image.pixel(x, image.height() // 2) for x in range(0, image.width(), 3)}) > 2


@pytest.mark.parametrize("ending", ["svg", "pdf"])
def test_other_files_of_the_drawing(others: NetworkFacts, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"network.{ending}"
    list(export(draw_network(others), path))
    data = path.read_bytes()
    assert QSvgRenderer(QByteArray(data)).isValid() or data.startswith(b"%PDF")


def test_no_other_ending_is_taken(others: NetworkFacts, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.svg, \.pdf or \.png"):
        list(export(draw_network(others), tmp_path / "network.doc"))


# --- what children are asked -----------------------------------------------------------------


def test_the_network_of_a_run_is_that_of_its_model_file(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    folder.mkdir()
    made = Passport(SMALL.model, SMALL, dict(DEFAULT_LABELS), pixel_mm=(1.25,))
    save_model(folder / runs.MODEL_FILE, build_network(SMALL.model), made)
    atomic.write_json(folder / "run.json", {})
    (event,) = of_run(folder)
    assert event.facts == facts_of(SMALL, (1.25,))
    assert event.measured is None


def test_the_buttons_of_the_training_panel(
    qtbot: QtBot, main_window: QWidget, others: NetworkFacts, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def answers(function: object, *order: object, **_: object) -> Iterator[object]:
        asked.append((function, order))
        return iter([NetworkDescribed(others)])

    monkeypatch.setattr(network_commands, "isolated", answers)
    button = main_window.findChild(QPushButton, "train_network")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    made = main_window.findChild(NetworkWindow, "network_window")
    qtbot.waitUntil(lambda: made.described is not None, timeout=5000)
    ((function, order),) = asked
    assert function is of_settings
    assert order[0] == PRESETS["standard"]
    failed: list[str] = []
    main_window.session.failed.connect(failed.append)
    batch = main_window.findChild(QPushButton, "train_batch")
    qtbot.mouseClick(batch, Qt.MouseButton.LeftButton)
    assert "data set" in failed[0]


@pytest.fixture
def main_window(qtbot: QtBot, session: object) -> Iterator[QWidget]:
    from app.main_window import MainWindow

    made = MainWindow(session)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.docks.show_train()
    yield made
    made.close()
