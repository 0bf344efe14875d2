"""The contact sheet of a batch: made-up sheets through the real widgets, and a real small run."""

import dataclasses
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.network import work
from app.network.sheet_window import PlannedRun, SheetWindow
from app.network.tiles import tile
from app.network.zoom import TileZoom
from app.settings import Settings
from tests.unet_core.conftest import TINY, write_case
from unet_core import batch_sheet
from unet_core.batch_sheet import Sheet, SheetLook, SheetMade, SheetSlice
from unet_core.errors import InputError
from unet_core.events import Progress
from unet_core.run_lock import owned
from unet_core.volume import LIVER, TUMOUR


def _look(
    count: int = 6, role: str = "whole", *, channels: int = 3, tumour: bool = True
) -> SheetLook:
    rng = np.random.default_rng(1)
    before = rng.integers(40, 200, (count, channels, 48, 48), dtype=np.uint8)
    labels = np.zeros((count, 48, 48), np.uint8)
    labels[:, 10:38, 10:38] = 1
    if tumour:
        labels[::2, 20:26, 20:26] = 2
    slices = tuple(
        SheetSlice(f"{n:02d}", 10 + n, (("turned", 5.0), ("mirrored", 1.0))) for n in range(count)
    )
    after, moved = before[..., ::-1].copy(), labels[..., ::-1].copy()
    return SheetLook(role, slices, (LIVER, TUMOUR), before, labels, after, moved)


@dataclasses.dataclass(frozen=True)
class Planned(PlannedRun):
    """A set-up whose batches are made up."""

    sheets: tuple[Sheet, ...] = ()
    asked: list[int] = dataclasses.field(default_factory=list)

    def batches(self, first: int) -> Callable[[], Iterator[object]]:
        self.asked.append(first)
        events = (Progress(1, 2, "Reading 00"), *map(SheetMade, self.sheets))
        return partial(iter, events)


def _planned(*sheets: Sheet) -> Planned:
    return Planned(Path("data"), Path("runs"), TINY, (), (), sheets)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[SheetWindow]:
    parent = QWidget()
    parent.resize(1300, 860)
    qtbot.addWidget(parent)
    made = SheetWindow(Settings(), parent)
    yield made
    made.shutdown()


def _label(window: QWidget, name: str) -> str:
    label = window.findChild(QLabel, name)
    assert label is not None, name
    return label.text()


def _shown(qtbot: QtBot, window: SheetWindow, planned: Planned) -> None:
    window.show_planned(planned)
    qtbot.waitUntil(lambda: window.sheet is not None and window._job is None, timeout=5000)


def test_every_picture_has_its_case_and_slice(qtbot: QtBot, window: SheetWindow) -> None:
    _shown(qtbot, window, _planned(Sheet(1, 1, 6, (_look(),))))
    model = window.grid.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [
        f"{n:02d}, slice {10 + n}" for n in range(6)
    ]
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "turned by 5°, mirrored"
    assert "tumour, is on 3 of 6 pictures" in _label(window, "sheet_rare")
    assert "Batch 1 of the first round" in _label(window, "sheet_title")
    assert window.faults.isHidden()


def test_another_batch_comes_from_those_at_hand_then_from_a_new_child(
    qtbot: QtBot, window: SheetWindow
) -> None:
    planned = _planned(*(Sheet(1, n, 6, (_look(),)) for n in (1, 2)))
    _shown(qtbot, window, planned)
    another = window.findChild(QPushButton, "sheet_another")
    qtbot.mouseClick(another, Qt.MouseButton.LeftButton)
    assert "Batch 2" in _label(window, "sheet_title")
    assert planned.asked == [1]
    qtbot.mouseClick(another, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window._job is None, timeout=5000)
    assert planned.asked == [1, 3]


def test_faults_that_can_be_seen_are_named(qtbot: QtBot, window: SheetWindow) -> None:
    _shown(qtbot, window, _planned(Sheet(1, 1, 6, (_look(tumour=False),))))
    assert "No picture of this batch shows tumour" in window.faults.text


def test_channel_mask_and_pair_change_what_is_drawn(qtbot: QtBot, window: SheetWindow) -> None:
    _shown(qtbot, window, _planned(Sheet(1, 1, 6, (_look(),))))
    channel = window.findChild(QComboBox, "sheet_channel")
    assert [channel.itemText(i) for i in range(3)] == ["1 below", "The slice itself", "1 above"]
    assert channel.currentIndex() == 1
    drawn = {_picture(window)}
    channel.setCurrentIndex(2)
    drawn.add(_picture(window))
    style = window.findChild(QComboBox, "sheet_style")
    for place in (1, 2):
        style.setCurrentIndex(place)
        drawn.add(_picture(window))
    assert len(drawn) == 4
    narrow = window.grid.sizeHintForIndex(window.model.index(0, 0)).width()
    window.findChild(QCheckBox, "sheet_pair").setChecked(True)
    wide = window.grid.sizeHintForIndex(window.model.index(0, 0)).width()
    assert wide > 1.5 * narrow
    assert window.grid.grab().toImage() is not None


def _picture(window: SheetWindow) -> bytes:
    return bytes(window.model.image(0, 96).constBits())


def test_a_cascade_shows_its_close_looks_first(qtbot: QtBot, window: SheetWindow) -> None:
    finder = dataclasses.replace(_look(role="finder"), labels=(LIVER,))
    _shown(qtbot, window, _planned(Sheet(1, 1, 6, (finder, _look(4, "close")))))
    look = window.findChild(QComboBox, "sheet_look")
    assert not look.isHidden()
    assert window.model.rowCount() == 4
    look.setCurrentIndex(0)
    assert window.model.rowCount() == 6


def test_a_picture_is_enlarged_beside_itself(qtbot: QtBot, window: SheetWindow) -> None:
    _shown(qtbot, window, _planned(Sheet(1, 1, 6, (_look(),))))
    window.grid.setCurrentIndex(window.model.index(1, 0))
    window.grid.setFocus()
    window.grid.activated.emit(window.grid.currentIndex())
    zoom = window.findChild(TileZoom, "sheet_zoom")
    assert zoom.isVisible()
    assert "01, slice 11" in zoom.windowTitle()
    assert "turned by 5°, mirrored" in _label(zoom, "zoom_words")
    qtbot.keyClick(zoom, Qt.Key.Key_Right)
    assert "02, slice 12" in zoom.windowTitle()
    qtbot.keyClick(zoom, Qt.Key.Key_Left)
    qtbot.keyClick(zoom, Qt.Key.Key_Left)
    assert "00, slice 10" in zoom.windowTitle()
    zoom.close()


def test_an_outline_runs_around_the_mask_and_not_through_it() -> None:
    labels = np.zeros((8, 8), np.uint8)
    labels[2:6, 2:6] = 1
    image = tile(np.full((8, 8), 100, np.uint8), labels, (LIVER,), "outline", 80)
    at = [image.pixelColor(x, 40).getRgb()[:3] for x in (5, 20, 40)]
    assert at[0] == at[2] == (100, 100, 100)
    assert at[1] != (100, 100, 100)
    filled = tile(np.full((8, 8), 100, np.uint8), labels, (LIVER,), "fill", 80)
    assert filled.pixelColor(40, 40).getRgb()[:3] != (100, 100, 100)


# --- from a run ------------------------------------------------------------------------------


def test_a_run_that_goes_on_is_asked_through_its_folder(
    qtbot: QtBot, window: SheetWindow, tmp_path: Path
) -> None:
    sheet = Sheet(4, 9, 6, (_look(),), "night")
    asked = threading.Event()

    def trains() -> None:
        with owned(tmp_path):
            while not asked.is_set():
                token = batch_sheet.asked(tmp_path)
                if token is not None:
                    batch_sheet.answer(tmp_path, token, sheet)
                    asked.wait(20)

    thread = threading.Thread(target=trains)
    thread.start()
    try:
        qtbot.waitUntil(lambda: (tmp_path / "lock").exists(), timeout=5000)
        window.show_run(tmp_path)
        qtbot.waitUntil(lambda: window.sheet is not None, timeout=10_000)
    finally:
        asked.set()
        thread.join()
    assert "Batch 9 of round 4 of night" in _label(window, "sheet_title")


def test_a_run_that_is_over_says_so(qtbot: QtBot, window: SheetWindow, tmp_path: Path) -> None:
    window.show_run(tmp_path)
    qtbot.waitUntil(lambda: "is over" in window.faults.text, timeout=5000)
    assert not (tmp_path / batch_sheet.REQUEST_FILE).exists()
    assert window.another.isEnabled()


def test_the_set_up_gives_real_batches(tmp_path: Path) -> None:
    for number in range(2):
        write_case(tmp_path / "data", f"{number:02d}", number)
    events = list(work.batches_before(tmp_path / "data", tmp_path / "runs", TINY, (), (), 3))
    made = [event.sheet for event in events if isinstance(event, SheetMade)]
    assert [sheet.batch for sheet in made] == [3, 1, 2, 3]  # a round has three
    with pytest.raises(InputError):
        list(work.batches_before(tmp_path / "none", tmp_path / "runs", TINY, (), (), 1))
