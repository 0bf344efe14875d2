"""The split board: real drops, keys and buttons; persons move whole; a run's split is locked."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.dataset.check import DatasetCheck
from app.session import Session
from app.settings import Settings
from app.split.balance import sides_of, verdict
from app.split.board import SplitBoard
from app.split.book import FOLDER, SplitBook
from app.split.cards import MIME, PERSON, CardList
from app.split.people import people_of
from app.split_commands import SplitCommands
from app.training.setup import AUTOMATIC, CHOSEN, RunSetup
from unet_core.case import Case
from unet_core.errors import InputError
from unet_core.events import CaseReport
from unet_core.runs import RunSummary
from unet_core.split import SIDES, CaseSplit, Person, write_split

WAIT_MS = 10_000


def _case(name: str, patient: str | None = None) -> Case:
    return Case(name, patient, (Path(f"volume-{name}.nii"),), (Path(f"segmentation-{name}.nii"),))


def _report(name: str, tumour_voxels: int) -> CaseReport:
    voxels = {1: 50_000, **({2: tumour_voxels} if tumour_voxels else {})}
    slices = {1: 40, **({2: 7} if tumour_voxels else {})}
    return CaseReport(name, (64, 64, 60), voxels, slices, spacing_xyz_mm=(1.0, 1.0, 5.0))


class Stage:
    """A window with a board over a data set that was made up, checked or not."""

    def __init__(self, qtbot: QtBot, session: Session, folder: Path) -> None:
        self.session, self.qtbot = session, qtbot
        self.window = QWidget()
        self.window.resize(1300, 800)
        qtbot.addWidget(self.window)
        session.set_dataset(folder)
        self.check = DatasetCheck(Session(), self.window)  # it lists nothing by itself
        self.commands = SplitCommands(session, Settings(), self.check, self.window)
        self.book = self.commands.book

    def fill(self, cases: list[Case], reports: dict[str, CaseReport]) -> None:
        self.check._cases, self.check._reports = tuple(cases), reports
        self.check.cases_changed.emit()

    def open(self) -> SplitBoard:
        self.commands.show_split()
        board = self.window.findChild(SplitBoard)
        assert board is not None
        return board

    def names(self, side: str) -> list[str]:
        cards = self.window.findChild(CardList, f"split_{side}").cards
        return [name for person in cards.people for name in person.case_ids]


@pytest.fixture
def stage(qtbot: QtBot, session: Session, tmp_path: Path) -> Iterator[Stage]:
    """Six patients; "4a" and "4b" are of one, "5" has no tumour."""
    made = Stage(qtbot, session, tmp_path / "patients")
    cases = [*map(_case, "0123"), _case("4a", "P4"), _case("4b", "P4"), _case("5")]
    reports = {c.case_id: _report(c.case_id, 1000 * n) for n, c in enumerate(cases, 1)}
    made.fill(cases, reports | {"5": _report("5", 0)})
    yield made
    made.commands.shutdown()


def _list(board: SplitBoard, side: str) -> CardList:
    found = board.findChild(CardList, f"split_{side}")
    assert found is not None
    return found


def _choose(board: SplitBoard, side: str, name: str) -> CardList:
    cards = _list(board, side)
    cards.choose({name}, show=True)
    cards.setFocus()
    return cards


def _text(board: SplitBoard, name: str) -> str:
    return board.findChild(QLabel, name).text()


def _press(qtbot: QtBot, board: QWidget, name: str) -> None:
    found = board.findChild(QPushButton, name)
    assert found.isEnabled(), name
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def _drop(source: CardList, name: str, target: CardList) -> None:
    """What Qt sends when cards dragged from ``source`` are let go over ``target``."""
    row = next(r for r, p in enumerate(source.cards.people) if name in p.case_ids)
    data = source.cards.mimeData([source.cards.index(row)])
    where, buttons = QPointF(20, 20), Qt.MouseButton.LeftButton
    event = QDropEvent(where, Qt.DropAction.MoveAction, data, buttons, Qt.KeyboardModifier(0))
    target.dropEvent(event)


# --- moving ----------------------------------------------------------------------------------


def test_a_dropped_card_takes_all_scans_of_its_person_along(stage: Stage) -> None:
    board = stage.open()
    _drop(_list(board, "train"), "4b", _list(board, "test"))
    assert stage.session.split == CaseSplit(("0", "1", "2", "3", "5"), (), ("4a", "4b"))
    assert stage.names("test") == ["4a", "4b"]
    assert [i.data(PERSON).case_ids for i in _list(board, "test").selectedIndexes()] == [
        ("4a", "4b")
    ]


def test_keys_buttons_and_the_menu_move_the_chosen_patient(stage: Stage, qtbot: QtBot) -> None:
    board = stage.open()
    qtbot.keyClick(_choose(board, "train", "1"), Qt.Key.Key_Right)
    assert stage.names("validation") == ["1"]
    qtbot.keyClick(_list(board, "validation"), Qt.Key.Key_Right)  # it is still chosen
    assert stage.names("test") == ["1"]
    qtbot.keyClick(_list(board, "test"), Qt.Key.Key_Right)  # there is no side further on
    assert stage.names("test") == ["1"]
    _press(qtbot, board, "split_move_train")
    assert stage.names("train") == ["0", "1", "2", "3", "4a", "4b", "5"]
    cards = _choose(board, "train", "3")
    cards.clearSelection()
    _choose(board, "train", "3")
    cards.contextMenuEvent(_ContextMenu(cards))
    menu = cards.findChild(QMenu, "split_menu")
    menu.findChild(QAction, "split_menu_validation").trigger()
    menu.close()
    assert stage.names("validation") == ["3"]


class _ContextMenu:
    """A right click, as far as it is looked at."""

    def __init__(self, cards: CardList) -> None:
        self._cards = cards

    def globalPos(self) -> QPoint:
        return self._cards.mapToGlobal(self._cards.rect().center())


def test_cards_are_chosen_on_one_side_at_a_time(stage: Stage) -> None:
    board = stage.open()
    stage.book.move({"1"}, "validation")
    _choose(board, "train", "2")
    _choose(board, "validation", "1")
    assert _list(board, "train").chosen == ()
    assert board.findChild(QPushButton, "split_move_test").isEnabled()
    assert not board.findChild(QPushButton, "split_move_validation").isEnabled()


def test_a_drop_of_something_else_changes_nothing(stage: Stage) -> None:
    board = stage.open()
    data = QMimeData()
    data.setText("hello")
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier(0),
    )
    _list(board, "test").dropEvent(event)
    assert stage.session.split is None
    data.setData(MIME, json.dumps(["nobody"]).encode())
    _list(board, "test").dropEvent(event)
    split = stage.session.split
    assert split is None or not (split.validation or split.test)


# --- leakage ---------------------------------------------------------------------------------


@pytest.mark.hazard("T6")
def test_persons_agreed_later_are_brought_to_one_side(stage: Stage) -> None:
    stage.session.set_split(CaseSplit(("0", "2", "4a", "4b", "5"), ("1",), ("3",)))
    said: list[str] = []
    stage.session.notified.connect(said.append)
    stage.session.answer_person(frozenset({"1", "3"}), is_one=True)
    assert stage.session.split == CaseSplit(("0", "2", "4a", "4b", "5"), ("1", "3"), ())
    assert len(said) == 1
    assert "one person" in said[0]
    board = stage.open()
    _drop(_list(board, "validation"), "3", _list(board, "test"))
    assert stage.names("test") == ["1", "3"]


@pytest.mark.hazard("T6")
def test_a_split_file_that_tears_a_person_apart_is_mended(stage: Stage, tmp_path: Path) -> None:
    write_split(tmp_path / "s.json", CaseSplit(("0", "4a"), ("1", "4b"), ("3",)))
    stage.book.open_file(tmp_path / "s.json")
    stage.qtbot.waitUntil(lambda: stage.session.split is not None, timeout=WAIT_MS)
    split = stage.session.split
    assert split is not None
    assert {split.side_of("4a"), split.side_of("4b")} == {"train"}
    assert set(split.case_ids) == {"0", "1", "2", "3", "4a", "4b", "5"}


# --- proposals and balance -------------------------------------------------------------------


def test_a_proposal_is_shown_with_its_balance(stage: Stage, qtbot: QtBot) -> None:
    board = stage.open()
    assert _text(board, "split_banner_text").startswith("Automatic")
    _press(qtbot, board, "split_propose")
    split = stage.session.split
    assert split is not None
    assert all(split.on(side) for side in SIDES)
    assert [len(sides) for sides in sides_of(stage.book.people, split).values()] == [4, 1, 1]
    assert _text(board, "split_validation_0") == "1"
    first = split
    _press(qtbot, board, "split_automatic")
    assert stage.session.split is None
    _press(qtbot, board, "split_propose")
    assert stage.session.split == first


def test_what_is_unfair_is_said(stage: Stage) -> None:
    people = stage.book.people
    assert people[-1].lesion_ml == 0.0
    assert people[0].lesion_ml == pytest.approx(5.0)
    fair, words = verdict(sides_of(people, CaseSplit(("0", "1"), ("2",), ("5",))))
    assert (fair, words.split(":")[0]) == (False, "Test holds no tumour")
    fair, words = verdict(sides_of(people, CaseSplit(("0", "1", "2", "3", "4a", "4b", "5"))))
    assert not fair
    assert words.startswith("Nobody is kept for validation")
    many = [Person((f"{n}",), "", 10, 2, 10.0 if n < 4 else 1.0) for n in range(12)]
    few = {"train": many[2:], "validation": many[:2], "test": []}
    assert verdict(few) == (
        True,
        "As even as it can be: Validation is 2 patients, who cannot stand for all.",
    )
    uneven = {"train": many[4:], "validation": many[:4], "test": []}
    assert verdict(uneven)[1].startswith("Validation holds 33 % of the patients but 83 %")


def test_without_a_check_the_board_says_what_to_do(stage: Stage, qtbot: QtBot) -> None:
    stage.fill(list(stage.check.cases), {})
    board = stage.open()
    assert "Check pairs" in _text(board, "split_banner_text")
    assert board.findChild(QPushButton, "split_check").isVisible()
    _press(qtbot, board, "split_propose")
    assert stage.session.split is not None
    stage.fill([], {})
    assert "Drop a folder" in _text(board, "split_banner_text")
    assert not board.findChild(QPushButton, "split_propose").isEnabled()


def test_tumour_is_what_is_called_so_whatever_its_value() -> None:
    cases = [_case("0")]
    report = CaseReport("0", (4, 4, 9), {1: 9, 3: 500}, {1: 3, 3: 2}, spacing_xyz_mm=(1, 1, 2))
    (person,) = people_of(cases, {"0": report}, ())
    assert (person.slices, person.lesion_slices, person.lesion_ml) == (9, 2, 1.0)


# --- locked ----------------------------------------------------------------------------------


def test_the_split_of_a_run_going_on_cannot_be_changed(stage: Stage, qtbot: QtBot) -> None:
    board = stage.open()
    stage.session.set_split(CaseSplit(("0", "2", "4a", "4b", "5"), ("1",), ("3",)))
    of_run = CaseSplit(("0", "1", "2", "4a", "4b"), ("3",), ("5",))
    stage.session.set_run_split(of_run)
    assert [stage.names(side) for side in ("validation", "test")] == [["3"], ["5"]]
    assert "cannot be changed" in _text(board, "split_banner_text")
    for name in ("split_propose", "split_automatic", "split_move_test", "split_open"):
        assert not board.findChild(QPushButton, name).isEnabled(), name
    before = stage.session.split
    qtbot.keyClick(_choose(board, "train", "0"), Qt.Key.Key_Right)
    _drop(_list(board, "train"), "0", _list(board, "test"))
    assert stage.session.split == before
    assert not _list(board, "train").model().flags(_list(board, "train").cards.index(0)) & (
        Qt.ItemFlag.ItemIsDragEnabled
    )
    stage.session.set_run_split(None)
    assert stage.names("test") == ["3"]


def test_an_old_run_shows_its_own_split(stage: Stage) -> None:
    old = RunSummary(
        Path("runs/x"), "finished", "quick", "2026-01-02T03:04:05", 3, 3, 2, 0.5, None,
        stage.session.dataset, ("1", "gone"), "", ("0",), ("2",),
    )  # fmt: skip
    stage.commands.show_run(old)
    board = stage.window.findChild(SplitBoard)
    assert [stage.names(side) for side in SIDES] == [["0"], ["1", "gone"], ["2"]]
    assert not board.findChild(QPushButton, "split_propose").isEnabled()
    which = board.findChild(QComboBox, "split_which")
    which.setCurrentIndex(0)
    which.activated.emit(0)
    assert len(stage.names("train")) == 7


# --- from day to day -------------------------------------------------------------------------


def test_the_split_comes_back_with_its_data_set(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    split = CaseSplit(("0", "2", "4a", "4b", "5"), ("1",), ("3",))
    stage.session.set_split(split)
    stage.book.shutdown()
    kept = list((Settings().runs_root / FOLDER).glob("*.json"))
    assert len(kept) == 1
    other = Session()
    book = SplitBook(other, Settings(), DatasetCheck(Session(), stage.window), stage.window)
    other.set_dataset(tmp_path / "other")
    other.set_dataset(stage.session.dataset)
    qtbot.waitUntil(lambda: other.split == split, timeout=WAIT_MS)
    book.drop()
    book.shutdown()
    assert not kept[0].exists()


def test_a_split_of_other_patients_is_refused(stage: Stage, tmp_path: Path) -> None:
    write_split(tmp_path / "s.json", CaseSplit(("x",), ("y",), ("z",)))
    failed: list[str] = []
    stage.session.failed.connect(failed.append)
    stage.book.open_file(tmp_path / "s.json")
    stage.qtbot.waitUntil(lambda: bool(failed), timeout=WAIT_MS)
    assert "another data set" in failed[0]
    assert stage.session.split is None


def test_the_split_goes_into_the_order_for_a_run(qtbot: QtBot, tmp_path: Path) -> None:
    setup = RunSetup(Settings())
    qtbot.addWidget(setup)
    setup.show_dataset(tmp_path)
    setup.show_cases(("0", "1", "2"), ())
    assert setup.request().validation_cases == ()
    setup.show_split(CaseSplit(("0",), ("1",), ("2",)))
    assert (setup.request().validation_cases, setup.request().test_cases) == (("1",), ("2",))
    assert setup.validation.currentIndex() == CHOSEN
    setup.show_split(CaseSplit(("0", "1", "2"), (), ()))
    with pytest.raises(InputError, match="nobody to validate"):
        setup.request()
    with qtbot.waitSignal(setup.split_dropped):
        setup.validation.activated.emit(AUTOMATIC)
    setup.show_split(None)
    with qtbot.waitSignal(setup.split_asked):
        setup.validation.activated.emit(CHOSEN)
    assert setup.validation.currentIndex() == AUTOMATIC


# --- many ------------------------------------------------------------------------------------


def test_three_hundred_patients_stay_fluid(stage: Stage, qtbot: QtBot) -> None:
    """The watchdog of every window test holds this one to 50 ms."""
    cases = [_case(f"{n:03d}") for n in range(300)]
    reports = {c.case_id: _report(c.case_id, 10 * n) for n, c in enumerate(cases)}
    board = stage.open()
    stage.fill(cases, reports)
    for seed in range(5):
        stage.book.propose(0.2, 0.2, seed)
        qtbot.wait(1)
    train = _list(board, "train")
    train.selectAll()
    qtbot.keyClick(train, Qt.Key.Key_Right)
    assert stage.names("train") == []
    assert len(stage.names("validation")) == 240
    qtbot.wait(1)
    for name, report in reports.items():
        stage.check._reports = {**stage.check._reports, name: report}
        stage.check.reported.emit(name)
    qtbot.wait(1)
    board.close()
