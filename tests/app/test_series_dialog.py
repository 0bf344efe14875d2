"""Series of a folder are a table: sorted, searched, chosen by mouse and keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from app.opening_request import Request
from app.series_dialog import SeriesDialog
from app.series_table import COLUMNS, SeriesModel, likeliest
from unet_core.events import Series

SCOUT = Series("1.1", "localizer", "CT", 2, "Doe", "Abdomen, 2024", "", ("has 2 slices only.",))
PORTAL = Series("1.2", "portal venous", "CT", 41, "Doe", "Abdomen, 2024", "0.8 × 0.8 × 5 mm")
LATE = Series("1.3", "late", "CT", 9, "Doe", "Abdomen, 2024", "0.8 × 0.8 × 5 mm")
LIVER = Series("1.4", "liver", "SEG", 1, "Doe", "Abdomen, 2024")
ALL = (SCOUT, LIVER, PORTAL, LATE)
REQUEST = Request((Path("/scans/patient"),))


def _dialog(
    qtbot: QtBot, series: tuple[Series, ...] = ALL, *, has_scan: bool = False
) -> SeriesDialog:
    made = SeriesDialog(REQUEST, series, has_scan=has_scan)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # qtbot closes it once more
    qtbot.addWidget(made)
    made.show()
    return made


def _table(dialog: SeriesDialog) -> QTableView:
    table = dialog.findChild(QTableView, "series_table")
    assert table is not None
    return table


def _column(dialog: SeriesDialog, name: str) -> list[str]:
    model = _table(dialog).model()
    return [str(model.index(row, COLUMNS.index(name)).data()) for row in range(model.rowCount())]


def _select(dialog: SeriesDialog, *series: Series) -> None:
    table, names = _table(dialog), _column(dialog, "Description")
    flags = QItemSelectionModel.SelectionFlag
    table.clearSelection()
    for one in series:
        index = table.model().index(names.index(one.description), 0)
        table.selectionModel().select(index, flags.Select | flags.Rows)


def _is_ready(dialog: SeriesDialog) -> bool:
    return dialog.findChild(QPushButton, "series_open").isEnabled()


def test_the_likeliest_is_chosen_and_enter_opens_it(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    assert dialog.selected == (PORTAL,)
    assert dialog.findChild(QLabel, "series_hint").text() == "Opens portal venous, 41 slices."
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(_table(dialog), Qt.Key.Key_Return)
    assert chosen.args == [REQUEST, (PORTAL,)]


def test_a_series_with_a_warning_is_not_the_likeliest() -> None:
    many = Series("2", "uneven", "CT", 90, warnings=("Slices are missing.",))
    assert likeliest((many, LATE)) == 1


def test_slices_sort_as_numbers(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    _table(dialog).sortByColumn(COLUMNS.index("Slices"), Qt.SortOrder.DescendingOrder)
    assert _column(dialog, "Slices") == ["41", "9", "2", "1 label"]
    assert dialog.selected == (PORTAL,), "sorting keeps what was chosen"


def test_many_series_can_be_searched(qtbot: QtBot) -> None:
    few = _dialog(qtbot)
    assert not few.findChild(QLineEdit, "series_filter").isVisible()
    many = tuple(Series(str(n), f"phase {n}", "CT", n) for n in range(1, 30))
    dialog = _dialog(qtbot, many)
    line = dialog.findChild(QLineEdit, "series_filter")
    assert line.isVisible()
    line.setText("PHASE 17")
    assert _column(dialog, "Description") == ["phase 17"]
    assert [one.uid for one in dialog.selected] == ["17"]


def test_warnings_are_told_in_table_and_tool_tip(qtbot: QtBot) -> None:
    model = SeriesModel(ALL)
    index = model.index(0, COLUMNS.index("To know"))
    assert index.data() == "has 2 slices only."
    assert index.data(Qt.ItemDataRole.DecorationRole) is not None
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "has 2 slices only."


@pytest.mark.parametrize(
    ("chosen", "has_scan", "is_ready"),
    [
        ((PORTAL, LIVER), False, True),
        ((LIVER,), True, True),
        ((LIVER,), False, False),
        ((PORTAL, LATE), False, False),
        ((), False, False),
    ],
    ids=["scan with mask", "mask over open scan", "mask alone", "two scans", "nothing"],
)
def test_a_scan_opens_with_its_masks_and_no_second_scan(
    qtbot: QtBot, chosen: tuple[Series, ...], has_scan: bool, is_ready: bool
) -> None:
    dialog = _dialog(qtbot, has_scan=has_scan)
    _select(dialog, *chosen)
    assert _is_ready(dialog) is is_ready
    assert dialog.findChild(QLabel, "series_hint").text()
    if is_ready:
        with qtbot.waitSignal(dialog.chosen) as signal:
            dialog.accept()
        assert signal.args == [REQUEST, chosen], "the scan comes first"


def test_the_window_asks_and_goes_on_either_way(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[Series, ...]] = []
    monkeypatch.setattr(window.opener, "_start_next", lambda: opened.append(()))
    window.opener.series_asked.emit(REQUEST, ALL)
    dialog = window.findChild(SeriesDialog, "series_dialog")
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert opened == [()], "what was to be opened next goes on"
