"""What becomes of an evaluation in the window: reports, names behind numbers, persons, columns."""

import json
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from app import report_commands
from app.evaluation import evaluation, output
from app.evaluation.case_model import CASE, COLUMNS, IN_REPORTS
from app.evaluation.window import EvaluationWindow
from app.evaluation_work import Asked, Made
from app.report_commands import ReportCommands
from app.report_dialog import FILTERS, ReportDialog, ReportFileDialog
from app.session import Session
from app.settings import Settings
from tests.app.test_evaluation_window import evaluated, lesion
from unet_core.errors import InputError
from unet_core.evaluation.folders import Options, evaluate_paths
from unet_core.evaluation.summary import summarise
from unet_core.events import Evaluated, Event, Progress, Saved, Skipped, Summarised
from unet_core.io import save_now
from unet_core.report.privacy import case_titles
from unet_core.volume import Geometry, LabelMap, Volume

Horizontal = Qt.Orientation.Horizontal
DICE = COLUMNS.index("dice")
Select = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
ASKED = Asked("folders", Path("/truths"), Path("/guesses"))
CASES = (
    evaluated("Erika 10", 0.97, None, lesion("false", 6)),
    evaluated("Erika 2", 0.90, 0.20, lesion("missed", 8, z=3), lesion("found", 22, 0.4)),
    evaluated("Otto", 0.95, 0.70, lesion("found", 30, 0.9)),
)
LEFT_OUT = Skipped("Max is not scored: Max.nii is empty.", "Max")


def _window(session: Session, settings: Settings, parent: QWidget) -> EvaluationWindow:
    made = EvaluationWindow(session, settings, parent)
    made.show_evaluation()
    return made


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """A main window's stand-in."""
    widget = QWidget()
    widget.resize(1300, 860)
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def window(parent: QWidget) -> Iterator[EvaluationWindow]:
    """The window alone."""
    made = _window(Session(), Settings(), parent)
    yield made
    made.shutdown()


def _run(qtbot: QtBot, window: EvaluationWindow, events: list[Event], asked: Asked = ASKED) -> None:
    with qtbot.waitSignals([window.evaluation.running_changed] * 2, timeout=10_000):
        window.evaluation.begin(lambda: iter(events), asked)
    qtbot.waitUntil(lambda: window.atlas._job is None or not window.atlas._job.is_running)


def _compare(qtbot: QtBot, window: EvaluationWindow, *cases: Evaluated) -> None:
    _run(qtbot, window, [LEFT_OUT, *cases, Summarised(summarise(cases, skipped=1))])


def _press(qtbot: QtBot, widget: QWidget, name: str) -> None:
    button = widget.findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _column(window: EvaluationWindow, column: int) -> list[str]:
    model = window.cases
    return [model.index(row, column).data() for row in range(model.rowCount())]


# --- the report, by its button -----------------------------------------------------------------


def _masks(shift: int = 0) -> np.ndarray[Any, np.dtype[np.uint8]]:
    labels = np.zeros((8, 32, 32), np.uint8)
    labels[1:7, 6:26, 6 + shift : 26 + shift] = 1
    labels[2:6, 10:16, 10 + shift : 16 + shift] = 2
    return labels


def _files(root: Path) -> list[Event]:
    """Two patients under their names, compared."""
    grid = Geometry((32, 32, 8), (1.0, 1.0, 3.0))
    for name, shift in (("Erika", 1), ("Otto", 3)):
        for folder, given in (("ref", 0), ("pred", shift)):
            (root / folder).mkdir(exist_ok=True)
            save_now(LabelMap(_masks(given), grid, name), root / folder / f"{name}.nii.gz")
        (root / "img").mkdir(exist_ok=True)
        voxels = np.array([-50, 110, 50], np.int16)[_masks()]
        save_now(Volume(voxels, grid, name), root / "img" / f"{name}.nii.gz")
    return list(evaluate_paths(root / "ref", root / "pred", Options(root / "img")))


def _asked_for(qtbot: QtBot, window: EvaluationWindow, ending: str, target: Path) -> ReportDialog:
    """The button pressed, the ending chosen, a name typed."""
    _press(qtbot, window, "evaluation_save_report")
    asked = window.findChild(ReportFileDialog, "save_report_dialog")
    assert asked is not None
    line = asked.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    assert line.text() == "evaluation report.html"
    asked.selectNameFilter(FILTERS[ending])
    asked.filterSelected.emit(FILTERS[ending])
    assert line.text() == f"evaluation report{ending}"
    line.setText(str(target))
    asked.accept()
    dialog = window.findChild(ReportDialog, "report_dialog")
    assert dialog is not None
    return dialog


def test_a_report_is_saved_by_its_button_with_pictures_and_without_names(
    qtbot: QtBot, window: EvaluationWindow, tmp_path: Path
) -> None:
    _run(qtbot, window, _files(tmp_path))
    dialog = _asked_for(qtbot, window, ".html", tmp_path / "out.html")
    qtbot.waitUntil(lambda: dialog.open_button.isVisible(), timeout=60_000)
    assert dialog.text.text() == "out.html was saved."
    page = (tmp_path / "out.html").read_text()
    assert page.count("data:image/png") == 4
    assert "Case 2 (weakest), tumour: slices of lowest Dice." in page
    assert not [name for name in ("Erika", "Otto", tmp_path.name) if name in page]
    table = dialog.findChild(QTableWidget, "report_names_table")
    assert table is not None
    assert not table.isVisible()
    _press(qtbot, dialog, "report_names")
    assert table.isVisible()
    shown = [[table.item(row, column).text() for column in range(2)] for row in range(2)]
    assert shown == [["Case 1", "Erika"], ["Case 2", "Otto"]]


def test_another_report_can_be_asked_for_while_the_process_of_the_first_ends(
    qtbot: QtBot, window: EvaluationWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def write(_work: object, made: Made, path: Path) -> Iterator[Event]:
        yield Progress(0, 3, "Drawing the best and the worst slices")
        assert [case.case_id for case in made.cases] == [case.case_id for case in CASES]
        yield Saved(path)
        go_on.wait(20)

    monkeypatch.setattr(output, "isolated", write)
    _compare(qtbot, window, *CASES)
    for ending in (".html", ".pdf"):
        dialog = _asked_for(qtbot, window, ending, tmp_path / "out")
        qtbot.waitUntil(dialog.open_button.isVisible, timeout=20_000)
        assert dialog.path == tmp_path / f"out{ending}"
        dialog.reject()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    go_on.set()


def test_a_report_that_fails_says_so_and_one_under_way_is_cancelled(
    qtbot: QtBot, window: EvaluationWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(_work: object, _made: Made, path: Path) -> Iterator[Event]:
        if path.suffix == ".pdf":
            raise InputError("the disk", "is full", "make room")
        while True:
            time.sleep(0.01)
            yield Progress(0, 0, "Drawing the best and the worst slices")

    monkeypatch.setattr(output, "isolated", write)
    _compare(qtbot, window, *CASES)
    with qtbot.waitSignal(window._session.failed, timeout=10_000):
        window.output.save_report_to(tmp_path / "out.pdf")
    dialog = window.findChild(ReportDialog, "report_dialog")
    assert dialog is not None
    assert dialog.text.text() == "the disk is full; make room."
    assert not dialog.open_button.isVisible()
    qtbot.waitUntil(lambda: window.output._report is None)
    window.output.save_report_to(tmp_path / "out.html")
    job = window.output._report
    assert job is not None
    with qtbot.waitSignal(window.output.failed):
        window.output.save_report_to(tmp_path / "other.html")  # one at a time
    with qtbot.waitSignal(job.finished, timeout=20_000):
        dialog.reject()
    assert window.output._report is None


def test_a_run_report_tells_which_case_is_which(
    qtbot: QtBot, parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The core, which reads models, stands aside: what it is asked for is all that counts."""
    folder, target = tmp_path / "run", tmp_path / "out.html"
    titles = case_titles(["Otto_K", "Erika_M"])
    run = SimpleNamespace(names=SimpleNamespace(titles=titles))
    facts = SimpleNamespace(read_facts={folder: run}.__getitem__)
    writing = SimpleNamespace(
        check_target=lambda _target: None, write_facts=lambda _run, path: iter([Saved(path)])
    )
    monkeypatch.setitem(sys.modules, "unet_core.report.run_facts", facts)
    monkeypatch.setitem(sys.modules, "unet_core.report.writing", writing)
    monkeypatch.setattr(report_commands, "isolated", lambda work, *given: work(*given))
    parent.show()
    commands = ReportCommands(Session(), Settings(), parent)
    commands.save_run_report(folder)
    commands.save(target)
    dialog = parent.findChild(ReportDialog, "report_dialog")
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.open_button.isVisible(), timeout=30_000)
    _press(qtbot, dialog, "report_names")
    rows = range(dialog.names.rowCount())
    shown = {dialog.names.item(r, 1).text(): dialog.names.item(r, 0).text() for r in rows}
    assert shown == {"Erika_M": "Case 1", "Otto_K": "Case 2"}
    commands.shutdown()


# --- names behind numbers ----------------------------------------------------------------------


def test_what_reports_call_a_case_stands_beside_its_name(
    qtbot: QtBot, window: EvaluationWindow
) -> None:
    tester = QAbstractItemModelTester(window.cases)
    _compare(qtbot, window, *CASES)
    assert window.cases.headerData(IN_REPORTS, Horizontal) == "In reports"
    # Max was left out and is Case 3 all the same: his fault is told in the report
    assert _column(window, CASE)[::2] == ["Erika 10", "Erika 2", "Otto"]
    assert _column(window, IN_REPORTS)[::2] == ["Case 2", "Case 1", "Case 4"]
    window.cases_page.table.sortByColumn(IN_REPORTS, Qt.SortOrder.AscendingOrder)
    assert _column(window, IN_REPORTS)[::2] == ["Case 1", "Case 2", "Case 4"]
    assert "Case 4" in window.cases.as_text()
    assert tester is not None


def test_before_all_are_compared_nobody_has_a_number(
    qtbot: QtBot, window: EvaluationWindow
) -> None:
    window.cases.add(CASES[0])
    assert set(_column(window, IN_REPORTS)) == {"–"}


# --- persons -----------------------------------------------------------------------------------


def _choose(window: EvaluationWindow, *rows: int) -> None:
    table = window.persons_page.table
    table.clearSelection()
    for row in rows:
        table.selectionModel().select(window.persons_page.model.index(row, 0), Select)


def _persons(window: EvaluationWindow) -> list[tuple[str, str]]:
    model = window.persons_page.model
    return [
        (model.index(row, 1).data(), model.index(row, 2).data()) for row in range(model.rowCount())
    ]


def test_cases_said_to_be_of_one_person_are_drawn_together(
    qtbot: QtBot, window: EvaluationWindow, tmp_path: Path
) -> None:
    known = tuple(replace(case, person=who) for case, who in zip(CASES, "PPQ", strict=True))
    cases = (*known, evaluated("Zoe", 0.93, 0.5))
    tester = QAbstractItemModelTester(window.persons_page.model)
    _compare(qtbot, window, *cases)
    summary = window.evaluation.summary
    assert summary is not None
    assert summary.persons == 3
    before = summary.regions[0].estimates["dice"]
    lone = "No other case is known to be of this person."
    told = "The data set calls the person P."
    assert _persons(window) == [("1", told), ("1", told), ("2", lone), ("3", lone)]
    window.tabs.setCurrentWidget(window.persons_page)
    page = window.persons_page
    _choose(window, 0, 1)
    assert not page.together.isEnabled()  # these are known to be one
    _choose(window, 1, 2)
    with qtbot.waitSignal(window.evaluation.summarised, timeout=10_000):
        _press(qtbot, window, "evaluation_together")
    summary = window.evaluation.summary
    assert summary.persons == 2
    estimate = summary.regions[0].estimates["dice"]
    assert (estimate.value, estimate.persons) == (before.value, 2)
    assert (estimate.low, estimate.high) != (before.low, before.high)
    assert [number for number, _ in _persons(window)] == ["1", "1", "1", "2"]
    assert _persons(window)[2][1] == "You say so."
    assert "4 cases of 2 persons." in window.headline.text()
    with qtbot.waitSignal(window._session.notified, timeout=10_000):
        window.output.save_to(tmp_path / "all.json")
    saved = json.loads((tmp_path / "all.json").read_text())
    assert [case["person"] for case in saved["cases"]] == [1, 1, 1, 2]
    _compare(qtbot, window, *cases)  # what was said of these folders holds when asked again
    assert window.evaluation.summary is not None
    assert window.evaluation.summary.persons == 2
    _choose(window, 2)
    with qtbot.waitSignal(window.evaluation.summarised, timeout=10_000):
        _press(qtbot, window, "evaluation_apart")
    assert window.evaluation.summary.persons == 3
    assert not page.apart.isEnabled()
    assert tester is not None


def test_answers_of_the_case_table_hold_for_its_own_data_set_alone(
    qtbot: QtBot, window: EvaluationWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = [*CASES, Summarised(summarise(CASES))]
    monkeypatch.setattr(evaluation, "isolated", lambda *_: iter(given))
    session = window._session
    session.set_dataset(Path("/truths"))
    session.answer_person(frozenset({"Erika 2", "Erika 10"}), is_one=True)
    for reference, persons in (("/others", 3), ("/truths", 2)):
        window.sources.set_asked(replace(ASKED, reference=Path(reference)))
        with qtbot.waitSignals([window.evaluation.running_changed] * 2, timeout=10_000):
            qtbot.mouseClick(window.start, Qt.MouseButton.LeftButton)
        assert window.evaluation.summary is not None
        assert window.evaluation.summary.persons == persons, reference


# --- how the window was left -------------------------------------------------------------------


def test_place_columns_and_order_are_found_again(
    qtbot: QtBot, parent: QWidget, window: EvaluationWindow
) -> None:
    _compare(qtbot, window, *CASES)
    page, table = window.cases_page, window.cases_page.table
    window.resize(760, 790)
    table.setColumnWidth(CASE, 222)
    table.sortByColumn(DICE, Qt.SortOrder.DescendingOrder)
    header = table.horizontalHeader()
    header.customContextMenuRequested.emit(QPoint(5, 5))
    menu = table.findChild(QMenu, "evaluation_cases_columns")
    assert menu is not None
    assert menu.findChild(QAction, "evaluation_cases_column_dice") is None  # always there
    action = menu.findChild(QAction, "evaluation_cases_column_assd_mm")
    assert action is not None
    action.trigger()
    menu.close()
    away = COLUMNS.index("assd_mm")
    assert table.isColumnHidden(away)
    assert page.means.isColumnHidden(away)
    window.close()
    again = _window(Session(), Settings(), parent)
    assert again.width() == 760
    found = again.cases_page.table
    assert found.columnWidth(CASE) == 222
    assert again.cases_page.means.columnWidth(CASE) == 222
    assert found.isColumnHidden(away)
    _compare(qtbot, again, *CASES)
    assert found.columnWidth(CASE) == 222
    assert _column(again, DICE) == ["0.970", "0.950", "0.900", "0.700", "0.200", "n/a"]
    again.shutdown()


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"widths": 3, "away": {}, "order": "x"}'])
def test_what_is_no_memory_of_columns_is_forgotten(
    qtbot: QtBot, parent: QWidget, text: str
) -> None:
    Settings().keep_columns("evaluation_cases", text)
    made = _window(Session(), Settings(), parent)
    assert not made.cases_page.table.isColumnHidden(DICE)
    made.shutdown()


def test_long_names_are_shown_whole(qtbot: QtBot, window: EvaluationWindow) -> None:
    table = window.cases_page.table
    before = table.columnWidth(CASE)
    _compare(qtbot, window, *(replace(case, case_id=f"long {case.case_id}") for case in CASES))
    text = "long Erika 10"
    room = window.cases_page.fontMetrics().horizontalAdvance(text)
    assert max(before, room) <= table.columnWidth(CASE)
