"""What was said stays in a list, can be copied and cleared, and names no folder."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDockWidget,
    QLabel,
    QListWidget,
    QPushButton,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from app.messages import KEPT, MessageList
from app.viewer.slice_view import SliceView
from unet_core.volume import Geometry, Volume


@pytest.fixture
def messages(qtbot: QtBot) -> MessageList:
    made = MessageList()
    qtbot.addWidget(made)
    made.show()
    made.add("notice", "One case was found.")
    made.add("error", "a.nii is empty (0 bytes); copy it again.")
    made.add("error", "b.nii is cut short; copy it again.")
    return made


def _list(messages: MessageList) -> QListWidget:
    found = messages.findChild(QListWidget, "messages_list")
    assert found is not None
    return found


def _press(qtbot: QtBot, messages: MessageList, name: str) -> None:
    qtbot.mouseClick(messages.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_chosen_messages_are_copied_with_their_time(qtbot: QtBot, messages: MessageList) -> None:
    assert not messages.findChild(QPushButton, "messages_copy").isEnabled()
    _list(messages).item(2).setSelected(True)
    _press(qtbot, messages, "messages_copy")
    time, _, sentence = QApplication.clipboard().text().partition("  ")
    assert sentence == "Error: b.nii is cut short; copy it again."
    assert len(time.split(":")) == 3
    _list(messages).setFocus()
    _list(messages).selectAll()
    qtbot.keyClick(_list(messages), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QApplication.clipboard().text().splitlines()) == 3


def test_errors_alone_can_be_listed_and_copied(qtbot: QtBot, messages: MessageList) -> None:
    messages.findChild(QCheckBox, "messages_errors_only").click()
    assert _list(messages).item(0).isHidden()
    _press(qtbot, messages, "messages_copy_all")
    assert "One case" not in QApplication.clipboard().text()
    messages.add("notice", "Something pleasant.")
    assert _list(messages).item(3).isHidden()


@pytest.mark.hazard("U10")
def test_what_was_cleared_can_be_brought_back(qtbot: QtBot, messages: MessageList) -> None:
    before = messages.text.splitlines()
    _press(qtbot, messages, "messages_clear")
    assert messages.messages == ()
    messages.add("notice", "Later.")
    _press(qtbot, messages, "messages_back")
    assert messages.text.splitlines()[:3] == before
    assert messages.text.endswith("Later.")
    assert not messages.findChild(QPushButton, "messages_back").isVisible()


def test_the_oldest_is_forgotten_beyond_a_thousand(messages: MessageList) -> None:
    for number in range(KEPT):
        messages.add("notice", str(number))
    assert len(messages.messages) == KEPT
    assert messages.messages[0].sentence == "0"


def test_a_screen_reader_hears_what_kind_it_is(messages: MessageList) -> None:
    item = _list(messages).item(1)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Error: a.nii")
    assert _list(messages).accessibleName()


def test_status_bar_bar_and_key_lead_to_the_list(qtbot: QtBot, window: MainWindow) -> None:
    dock = window.findChild(QDockWidget, "dock_messages")
    window.session.failed.emit("a.nii is empty; copy it again.")
    counter = window.findChild(QToolButton, "status_messages")
    assert counter.text() == "1 error"
    for name in ("status_messages", "message_all"):
        dock.hide()
        button = window.findChild(QToolButton, name)
        button.show()  # that of the bar is there for a sentence too long for it
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert dock.isVisible()
    dock.hide()
    window.findChild(QAction, "action_show_messages").trigger()
    assert dock.isVisible()


def _top_of_texts(view: SliceView) -> int:
    """The first row from the top in which something is written at the left."""
    picture = view.grab(QRect(0, 0, 60, view.height())).toImage()
    rows = (
        y
        for y in range(picture.height())
        if any(picture.pixelColor(x, y).lightness() > 180 for x in range(picture.width()))
    )
    return next(rows)


def test_no_picture_moves_for_a_message_and_no_text_is_covered(
    qtbot: QtBot, window: MainWindow
) -> None:
    size = (6, 60, 60)
    window.session.set_volume(Volume(np.zeros(size, np.int16), Geometry(size[::-1]), "scan"))
    window.resize(1024, 700)
    window.viewer.layout_name = "four_up"
    qtbot.wait(20)
    views, bar = window.viewer.views, window.message_bar

    def places() -> list[object]:
        return [
            (view.mapTo(window, QPoint()), view.size(), view.placement) for view in views.values()
        ]

    before, top = places(), _top_of_texts(views["axial"])
    window.session.failed.emit("a.nii is empty.")
    qtbot.wait(20)
    assert bar.isVisible()
    assert places() == before
    header = views["axial"].mapTo(window.viewer, QPoint()).y()
    assert bar.height() <= header, "one line lies over the titles alone"
    assert _top_of_texts(views["axial"]) == top

    window.session.failed.emit("Word after word goes on and on. " * 40)
    qtbot.wait(20)
    assert places() == before
    covered = bar.height() - header
    assert covered > 0
    assert [views[plane].covered_px for plane in ("axial", "sagittal")] == [covered] * 2
    assert views["coronal"].covered_px == 0, "it lies below"
    assert _top_of_texts(views["axial"]) == top + covered
    qtbot.mouseClick(bar.findChild(QToolButton, "message_dismiss"), Qt.MouseButton.LeftButton)
    assert places() == before
    assert _top_of_texts(views["axial"]) == top


def test_long_sentence_is_cut_at_a_word_and_the_rest_is_a_press_away(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1024, 700)
    more, text = (
        window.findChild(QToolButton, "message_all"),
        window.findChild(QLabel, "message_text"),
    )
    window.session.failed.emit("a.nii is empty; copy it again.")
    QApplication.processEvents()
    assert not more.isVisible()
    sentence = "Word after word goes on. " * 40
    window.session.failed.emit(sentence)
    QApplication.processEvents()
    assert more.isVisible()
    assert text.text().endswith("…")
    assert sentence.startswith(text.text()[:-1])
    assert window.message_bar.text == sentence
    needed = text.fontMetrics().boundingRect(text.rect(), Qt.TextFlag.TextWordWrap, text.text())
    assert needed.height() <= text.height(), "no line is cut through"
    more.click()
    assert window.messages.isVisible()


@pytest.mark.hazard("L23")
def test_no_folder_is_ever_named(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    folder = tmp_path / "DOE JOHN"
    folder.mkdir()
    for name, data in (("a.nii", b""), ("b.dcm", b"DICM" * 50), ("c.png", b"\x89PNG\r\n\x1a\nx")):
        (folder / name).write_bytes(data)
    window.open_paths([*folder.iterdir(), folder / "gone.mha"])
    qtbot.waitUntil(lambda: len(window.messages.messages) >= 4, timeout=30_000)
    qtbot.waitUntil(lambda: not window.opener.is_busy, timeout=30_000)
    assert "DOE" not in window.messages.text
    assert str(tmp_path) not in window.messages.text
