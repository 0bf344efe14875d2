"""A file that opens only by consent is asked about, and never opened without an answer."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from app.offers import OfferQuestion
from app.opening import Opener
from app.opening_request import Request
from unet_core.events import Loaded, Offered, Option
from unet_core.volume import LabelMap, Volume

WAIT_MS = 20_000
REQUEST = Request((Path("ct"),))
TILTED = Offered("ct", "is tilted by 18.5 degrees", (Option("Open straightened", {"a": True}),))
TWO = Offered(
    "a.nii",
    "gives two places in space",
    (Option("By its sform", {"o": "sform"}), Option("By its qform", {"o": "qform"})),
)
FRAMES = Offered(
    "b.nii", "holds 9 frames", tuple(Option(f"Frame {n}", {"part": str(n)}) for n in range(1, 10))
)


def _ask(qtbot: QtBot, offered: Offered) -> OfferQuestion:
    made = OfferQuestion(REQUEST, offered)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # qtbot closes it once more
    qtbot.addWidget(made)
    made.show()
    return made


def test_one_way_has_its_button_which_enter_presses(qtbot: QtBot) -> None:
    question = _ask(qtbot, TILTED)
    assert question.findChild(QLabel, "offer_text").text() == "ct is tilted by 18.5 degrees."
    assert question.findChild(QPushButton, "offer_option_0").text() == "Open straightened"
    with qtbot.waitSignal(question.agreed) as agreed:
        qtbot.keyClick(question, Qt.Key.Key_Return)
    assert agreed.args == [REQUEST, TILTED.options[0]]


@pytest.mark.hazard("G7")
def test_of_several_ways_none_is_taken_by_accident(qtbot: QtBot) -> None:
    question = _ask(qtbot, TWO)
    with qtbot.waitSignal(question.declined) as declined:
        qtbot.keyClick(question, Qt.Key.Key_Return)
    assert declined.args == ["a.nii gives two places in space; it was left closed."]
    again = _ask(qtbot, TWO)
    with qtbot.waitSignal(again.agreed) as agreed:
        qtbot.mouseClick(again.findChild(QPushButton, "offer_option_1"), Qt.MouseButton.LeftButton)
    assert agreed.args[1] is TWO.options[1]


def test_many_ways_are_listed(qtbot: QtBot) -> None:
    question = _ask(qtbot, FRAMES)
    assert question.findChild(QPushButton, "offer_option_0") is None
    listed = question.findChild(QListWidget, "offer_list")
    assert listed.count() == 9
    listed.setCurrentRow(6)
    with qtbot.waitSignal(question.agreed) as agreed:
        qtbot.mouseClick(question.findChild(QPushButton, "offer_open"), Qt.MouseButton.LeftButton)
    assert agreed.args[1].settings == {"part": "7"}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, case: tuple[Volume, LabelMap]) -> list[Request]:
    """The opener's work in place of files: a scan that is tilted until somebody agrees."""
    requests: list[Request] = []

    def work(_opener: Opener, request: Request) -> Callable[[], Iterator[object]]:
        requests.append(request)
        opens = bool(request.settings) or request.paths[0].name != "ct"
        return lambda: iter([Loaded(case[0]) if opens else TILTED])

    monkeypatch.setattr(Opener, "_work", work)
    return requests


def _question(qtbot: QtBot, window: MainWindow) -> OfferQuestion:
    qtbot.waitUntil(lambda: window.findChild(OfferQuestion) is not None, timeout=WAIT_MS)
    found = window.findChild(OfferQuestion)
    assert found is not None
    return found


def test_what_was_asked_after_it_waits_for_the_answer(
    qtbot: QtBot, window: MainWindow, asked: list[Request], case: tuple[Volume, LabelMap]
) -> None:
    window.opener.open_paths([Path("ct")])
    window.opener.open_paths([Path("other.nii")])
    question = _question(qtbot, window)
    qtbot.wait(50)
    assert [request.paths[0].name for request in asked] == ["ct"]
    assert window.session.volume is None
    qtbot.mouseClick(question.findChild(QPushButton, "offer_cancel"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.volume is case[0], timeout=WAIT_MS)
    assert [request.paths[0].name for request in asked] == ["ct", "other.nii"]
    assert "ct is tilted by 18.5 degrees; it was left closed." in window.messages.text


def test_an_agreed_way_opens_the_file(
    qtbot: QtBot, window: MainWindow, asked: list[Request], case: tuple[Volume, LabelMap]
) -> None:
    window.opener.open_paths([Path("ct")])
    question = _question(qtbot, window)
    qtbot.mouseClick(question.findChild(QPushButton, "offer_option_0"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.volume is case[0], timeout=WAIT_MS)
    assert asked[-1].settings == {"a": True}
