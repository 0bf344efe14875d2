"""The label-value editor makes a new mask; the one it starts from stays as it is."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableView,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from app.panels.segments import SegmentsPanel
from app.segments.model import SegmentsModel
from app.segments.value_dialog import ValueDialog, result_text
from app.segments.value_model import ValueColumn
from app.segments.value_plan import ValuePlan
from app.session import Session
from app.settings import Settings
from unet_core.volume import Geometry, Label, LabelMap, Volume, label_for

WAIT_MS = 20_000
SHAPE = (3, 4, 5)
GEOMETRY = Geometry((5, 4, 3))


def mask(labels: dict[int, Label] | None = None) -> LabelMap:
    voxels = np.zeros(SHAPE, np.uint8)
    voxels[0, 0, :4], voxels[1, 1, :2], voxels[2, 3, 3] = 1, 2, 255
    named = {1: label_for(1), 2: label_for(2), 255: label_for(255)}
    return LabelMap(voxels, GEOMETRY, "mask", named if labels is None else labels)


def plan() -> ValuePlan:
    return ValuePlan.of(mask(), {1: 4, 2: 2, 255: 1})


def test_a_plan_counts_before_and_after() -> None:
    changed = plan().with_value(255, 2)
    assert changed.changes == {255: 2}
    assert {v: (label.name, changed.voxels_then(v)) for v, label in changed.new_labels.items()} == {
        1: ("liver", 4),
        2: ("tumour", 3),
    }


def test_values_are_swapped_merged_and_dropped() -> None:
    swapped = plan().swapped(1, 2)
    assert swapped.changes == {1: 2, 2: 1}
    assert [swapped.voxels_then(v) for v in (1, 2)] == [2, 4]
    assert [label.name for label in swapped.new_labels.values()][:2] == ["liver", "tumour"]
    merged = plan().merged((1, 2, 255))
    assert merged.voxels_then(1) == 7
    assert list(merged.new_labels) == [1]
    dropped = plan().dropped((1, 2, 255))
    assert dropped.new_labels == {}
    assert "empty" in result_text(dropped)


def test_a_new_number_gets_its_usual_name_and_a_name_its_colour() -> None:
    plain = ValuePlan.of(mask({255: label_for(255)}), {255: 1})
    assert plain.with_value(255, 1).new_labels[1] == label_for(1)
    named = plain.with_value(255, 5).with_name(5, " portal  vein ")
    assert named.new_labels[5] == label_for(5, "portal vein")
    assert plain.with_name(255, "   ") == plain


def test_values_that_nothing_names_can_be_changed_too() -> None:
    unnamed = ValuePlan.of(mask({1: label_for(1)}), {1: 4, 2: 2, 255: 1})
    assert unnamed.values == (1, 2, 255)
    assert not unnamed.changes
    assert set(unnamed.new_labels) == {1, 2, 255}


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> Iterator[SegmentsPanel]:
    session.set_volume(Volume(np.zeros(SHAPE, np.int16), GEOMETRY, "scan"))
    made = SegmentsPanel(session, Settings())
    qtbot.addWidget(made)
    made.show()
    session.add_label_map(mask())
    model = made.findChild(SegmentsModel)
    qtbot.waitUntil(lambda: model.counted(session.label_maps[0]) is not None, timeout=WAIT_MS)
    yield made
    made.shutdown()


@pytest.fixture
def dialog(panel: SegmentsPanel) -> ValueDialog:
    panel.findChild(QToolButton, "segments_more").click()
    from app.segments.menu import SegmentsMenu

    menu = panel.findChildren(SegmentsMenu)[-1]
    menu.close()
    menu.asked.emit("values")
    found = panel.findChild(ValueDialog, "values_dialog")
    assert found is not None
    return found


def choose(dialog: ValueDialog, *rows: int) -> None:
    table = dialog.findChild(QTableView, "values_table")
    flags = QItemSelectionModel.SelectionFlag
    table.clearSelection()
    for row in rows:
        table.selectionModel().select(table.model().index(row, 0), flags.Select | flags.Rows)


def cell(dialog: ValueDialog, row: int, column: ValueColumn) -> QModelIndex:
    return dialog.findChild(QTableView, "values_table").model().index(row, column)


def row_texts(dialog: ValueDialog, row: int) -> list[str]:
    return [cell(dialog, row, column).data() for column in ValueColumn]


def press(qtbot: QtBot, dialog: ValueDialog, name: str) -> None:
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_shows_names_numbers_and_voxels(dialog: ValueDialog) -> None:
    assert row_texts(dialog, 0) == ["1", "liver", "4", "1", "liver", "4"]
    assert row_texts(dialog, 2) == ["255", "label 255", "1", "255", "label 255", "1"]
    assert not dialog.findChild(QPushButton, "values_make").isEnabled(), "nothing changes yet"


def test_swapped_labels_make_a_new_unsaved_mask_that_can_be_taken_back(
    qtbot: QtBot, session: Session, dialog: ValueDialog
) -> None:
    source = session.label_maps[0]
    before = source.voxels.copy()
    choose(dialog, 0, 1)
    press(qtbot, dialog, "values_swap")
    assert row_texts(dialog, 0) == ["1", "liver", "4", "2", "tumour", "4"]
    said = dialog.findChild(QLabel, "values_result").text()
    assert "1 liver (2 voxels), 2 tumour (4 voxels)" in said
    press(qtbot, dialog, "values_make")
    qtbot.waitUntil(lambda: len(session.layers) == 2, timeout=WAIT_MS)
    made = session.label_maps[1]
    assert made.name == "mask, relabelled"
    np.testing.assert_array_equal(made.voxels == 1, before == 2)
    np.testing.assert_array_equal(made.voxels == 2, before == 1)
    np.testing.assert_array_equal(source.voxels, before)
    assert session.unsaved == (made,)
    assert session.current_label == (made, 1)
    assert [layer.visible for layer in session.layers] == [False, True]
    session.undo_stack.undo()
    assert session.label_maps == (source,)
    assert session.layers[0].visible
    session.undo_stack.redo()
    assert session.label_maps == (source, made)


def test_a_number_and_a_name_are_typed_into_the_table(
    qtbot: QtBot, session: Session, dialog: ValueDialog
) -> None:
    table = dialog.findChild(QTableView, "values_table")
    table.edit(cell(dialog, 2, ValueColumn.BECOMES))
    spin = table.findChild(QSpinBox, "values_becomes")
    spin.setValue(3)
    table.commitData(spin)
    table.closeEditor(spin, table.itemDelegate().EndEditHint.NoHint)
    assert row_texts(dialog, 2)[3:] == ["3", "label 3", "1"]
    table.edit(cell(dialog, 2, ValueColumn.CALLED))
    names = table.findChild(QComboBox, "values_called")
    assert names.findText("cyst") >= 0, "anatomical names are suggested"
    names.setEditText("cyst")
    table.commitData(names)
    table.closeEditor(names, table.itemDelegate().EndEditHint.NoHint)
    dialog.findChild(QLineEdit, "values_name").setText("with cyst")
    press(qtbot, dialog, "values_make")
    qtbot.waitUntil(lambda: len(session.layers) == 2, timeout=WAIT_MS)
    assert session.label_maps[1].labels[3] == label_for(3, "cyst")
    assert session.label_maps[1].name == "with cyst"
    assert set(np.unique(session.label_maps[1].voxels)) == {0, 1, 2, 3}


def test_buttons_wait_for_a_choice_and_start_again_undoes(
    qtbot: QtBot, dialog: ValueDialog
) -> None:
    names = ("values_swap", "values_merge", "values_drop", "values_reset")
    buttons = {name: dialog.findChild(QPushButton, name) for name in names}
    assert not any(button.isEnabled() for button in buttons.values())
    choose(dialog, 0, 1, 2)
    assert [b.isEnabled() for b in buttons.values()] == [False, True, True, False]
    press(qtbot, dialog, "values_merge")
    assert row_texts(dialog, 2) == ["255", "label 255", "1", "1", "liver", "7"]
    press(qtbot, dialog, "values_reset")
    assert row_texts(dialog, 2)[3] == "255"
    press(qtbot, dialog, "values_drop")
    assert row_texts(dialog, 0)[3:] == ["0 background", "", ""]


def test_a_mask_without_a_name_is_not_made(dialog: ValueDialog, qtbot: QtBot) -> None:
    choose(dialog, 0, 1)
    press(qtbot, dialog, "values_swap")
    dialog.findChild(QLineEdit, "values_name").setText("  ")
    assert not dialog.findChild(QPushButton, "values_make").isEnabled()


def test_what_was_made_for_a_scan_that_is_gone_is_dropped(
    qtbot: QtBot, session: Session, panel: SegmentsPanel, dialog: ValueDialog
) -> None:
    choose(dialog, 0, 1)
    press(qtbot, dialog, "values_swap")
    press(qtbot, dialog, "values_make")
    session.set_volume(Volume(np.zeros(SHAPE, np.int16), GEOMETRY, "another"))
    panel.shutdown()
    assert session.layers == ()
    assert session.undo_stack.count() == 0
