"""The Segments dock shows the masks and their labels, changes how they are drawn, saves them."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QSlider,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.document import LabelLook
from app.panels.segments import SegmentsPanel
from app.segments.model import Column
from app.segments.tree import SegmentsTree
from app.segments.words import COUNTING, STATUS_ICONS
from app.session import Session
from app.settings import Settings
from unet_core.io import load_label_map
from unet_core.volume import Geometry, Label, LabelMap, Volume

WAIT_MS = 20_000
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot, session: Session, case: tuple[Volume, LabelMap]) -> Iterator[SegmentsPanel]:
    session.set_volume(case[0])
    made = SegmentsPanel(session, Settings())
    qtbot.addWidget(made)
    made.resize(310, 420)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shutdown()


@pytest.fixture
def tree(panel: SegmentsPanel) -> QTreeView:
    found = panel.findChild(QTreeView, "segments_table")
    assert found is not None
    return found


@pytest.fixture
def prediction(case: tuple[Volume, LabelMap]) -> LabelMap:
    voxels = case[1].voxels.copy()
    voxels[0] = 1
    return LabelMap(voxels, case[1].geometry, "prediction of scan", role="prediction")


def mask_index(tree: QTreeView, row: int, column: Column = Column.NAME) -> QModelIndex:
    return tree.model().index(row, column)


def label_index(tree: QTreeView, mask: int, row: int, column: Column = Column.NAME) -> QModelIndex:
    return tree.model().index(row, column, tree.model().index(mask, 0))


def click(qtbot: QtBot, tree: QTreeView, index: QModelIndex) -> None:
    tree.scrollTo(index)
    qtbot.mouseClick(tree.viewport(), LEFT, pos=tree.visualRect(index).center())


def press(qtbot: QtBot, panel: QWidget, name: str) -> None:
    qtbot.mouseClick(panel.findChild(QPushButton, name), LEFT)


def entry(panel: SegmentsPanel, name: str) -> QAction:
    """A command of the menu of the chosen row."""
    panel.findChild(QToolButton, "segments_more").click()
    menu = panel.findChildren(QMenu, "segments_menu")[-1]  # those closed go with the next event
    found = menu.findChild(QAction, name)
    assert found is not None, [action.objectName() for action in menu.actions()]
    menu.close()
    return found


def test_says_what_to_do_while_there_is_nothing(
    qtbot: QtBot, session: Session, panel: SegmentsPanel, tree: QTreeView
) -> None:
    assert not tree.isVisible()
    assert not panel.findChild(QPushButton, "segments_save").isVisible()
    assert "model predict" in panel.findChild(QWidget, "segments_hint").text()
    with qtbot.waitSignal(panel.open_asked):
        press(qtbot, panel, "segments_open")
    with qtbot.waitSignal(panel.predict_asked):
        press(qtbot, panel, "segments_predict")
    session.set_volume(None)
    assert not panel.findChild(QPushButton, "segments_open").isVisible()
    assert panel.findChild(QWidget, "segments_hint").text().startswith("Open a scan first")


def test_shows_each_mask_with_its_labels_and_their_size(
    qtbot: QtBot, session: Session, tree: QTreeView, case: tuple[Volume, LabelMap]
) -> None:
    session.add_label_map(case[1])
    assert tree.isVisible()
    assert tree.isExpanded(mask_index(tree, 0))
    assert mask_index(tree, 0).data(Qt.ItemDataRole.ToolTipRole) == f"Reference: {case[1].name}"
    rows = range(tree.model().rowCount(mask_index(tree, 0)))
    assert [label_index(tree, 0, row).data() for row in rows] == ["liver", "tumour"]
    ml = label_index(tree, 0, 0, Column.ML)
    assert ml.data() == "…"
    qtbot.waitUntil(lambda: ml.data() != "…", timeout=WAIT_MS)
    voxels = np.count_nonzero(case[1].voxels == 1)
    expected = voxels * case[1].geometry.voxel_ml
    assert float(ml.data().replace(",", "")) == pytest.approx(expected, rel=0.01)
    assert label_index(tree, 0, 0, Column.VOXELS).data() == f"{voxels:,}"


def test_without_a_voxel_size_ml_are_not_known(
    qtbot: QtBot, session: Session, panel: SegmentsPanel, tree: QTreeView
) -> None:
    geometry = Geometry((8, 6, 4), has_scale=False)
    session.set_volume(Volume(np.zeros((4, 6, 8), np.int16), geometry, "scan"))
    session.add_label_map(LabelMap(np.ones((4, 6, 8), np.uint8), geometry, "mask"))
    ml = label_index(tree, 0, 0, Column.ML)
    qtbot.waitUntil(lambda: ml.data() == "n/a", timeout=WAIT_MS)
    assert "no voxel size" in ml.data(Qt.ItemDataRole.ToolTipRole)
    assert label_index(tree, 0, 1, Column.ML).data() == "empty"


def test_the_topmost_mask_comes_first(
    session: Session, tree: QTreeView, case: tuple[Volume, LabelMap], prediction: LabelMap
) -> None:
    session.add_label_map(case[1])
    session.add_label_map(prediction)
    assert mask_index(tree, 0).data() == "prediction of scan"
    assert session.layers[-1].label_map is prediction


@pytest.mark.parametrize(("column", "value"), [(Column.EYE, "visible"), (Column.LOCK, "locked")])
def test_a_click_opens_and_shuts_eye_and_lock(
    qtbot: QtBot,
    session: Session,
    tree: QTreeView,
    case: tuple[Volume, LabelMap],
    column: Column,
    value: str,
) -> None:
    session.add_label_map(case[1])
    before = getattr(session.layers[0].look(2), value)
    click(qtbot, tree, label_index(tree, 0, 1, column))
    assert getattr(session.layers[0].look(2), value) is not before
    assert getattr(session.layers[0].look(1), value) is before
    click(qtbot, tree, label_index(tree, 0, 1, column))
    assert getattr(session.layers[0].look(2), value) is before


def test_eye_of_a_mask_and_a_label_shown_in_a_hidden_mask(
    qtbot: QtBot, session: Session, tree: QTreeView, case: tuple[Volume, LabelMap]
) -> None:
    session.add_label_map(case[1])
    click(qtbot, tree, mask_index(tree, 0, Column.EYE))
    assert not session.layers[0].visible
    click(qtbot, tree, label_index(tree, 0, 0, Column.EYE))
    assert session.layers[0].hidden_values == {1}
    click(qtbot, tree, label_index(tree, 0, 0, Column.EYE))
    assert session.layers[0].visible, "who opens a label's eye wants to see it"


def test_a_click_on_the_status_takes_the_next_and_each_has_a_shape_of_its_own(
    qtbot: QtBot, session: Session, tree: QTreeView, case: tuple[Volume, LabelMap]
) -> None:
    session.add_label_map(case[1])
    cell = label_index(tree, 0, 0, Column.STATUS)
    said = []
    for _ in range(4):
        said.append(session.layers[0].look(1).status)
        assert said[-1] in cell.data(Qt.ItemDataRole.AccessibleTextRole)
        click(qtbot, tree, cell)
    assert said == ["not started", "in progress", "done", "flagged"]
    assert session.layers[0].look(1).status == "not started"
    assert len({icon for icon, _ in STATUS_ICONS.values()}) == 4


def test_everything_has_words_for_screen_readers(
    qtbot: QtBot, session: Session, tree: QTreeView, case: tuple[Volume, LabelMap]
) -> None:
    session.add_label_map(case[1], is_unsaved=True)
    role = Qt.ItemDataRole.AccessibleTextRole
    for column in (Column.EYE, Column.LOCK, Column.STATUS):
        assert "liver" in label_index(tree, 0, 0, column).data(role)
        assert tree.model().headerData(column, Qt.Orientation.Horizontal, role)
    assert "not saved" in mask_index(tree, 0).data(role)
    assert label_index(tree, 0, 0, Column.EYE).data(Qt.ItemDataRole.CheckStateRole) == CHECKED


def test_f2_renames_and_the_colour_goes_with_the_name(
    qtbot: QtBot, session: Session, tree: QTreeView, case: tuple[Volume, LabelMap]
) -> None:
    session.add_label_map(case[1])
    tree.setCurrentIndex(label_index(tree, 0, 1))
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_F2)
    editor = tree.findChild(QLineEdit, "segments_name_editor")
    assert editor.text() == "tumour"
    editor.setText("  Milz ")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.undo_stack.count() == 1, timeout=WAIT_MS)
    label = session.label_maps[0].labels[2]
    assert (label.name, label.colour) == ("Milz", "#b06fc9")
    assert session.layers[0].is_unsaved, "the name is in no file yet"
    assert session.undo_stack.undoText() == "rename tumour to Milz"
    session.undo_stack.undo()
    assert session.label_maps[0] is case[1]
    assert not session.layers[0].is_unsaved
    assert session.current_label == (case[1], 2), "the same label stays chosen"


def test_colour_picker_changes_the_colour(
    qtbot: QtBot,
    session: Session,
    panel: SegmentsPanel,
    tree: QTreeView,
    case: tuple[Volume, LabelMap],
) -> None:
    session.add_label_map(case[1])
    tree.setCurrentIndex(label_index(tree, 0, 0))
    entry(panel, "segments_menu_recolour").trigger()
    dialog = panel.findChild(QColorDialog, "segments_colour_dialog")
    assert dialog.currentColor().name() == case[1].labels[1].colour
    dialog.setCurrentColor(QColor("#123456"))
    dialog.accept()
    assert session.label_maps[0].labels[1].colour == "#123456"
    assert session.label_maps[0].voxels is case[1].voxels
    session.undo_stack.undo()
    assert session.label_maps[0].labels[1].colour == case[1].labels[1].colour


def test_slider_draws_the_chosen_mask_and_a_label_can_leave_it(
    qtbot: QtBot,
    session: Session,
    panel: SegmentsPanel,
    tree: QTreeView,
    case: tuple[Volume, LabelMap],
    prediction: LabelMap,
) -> None:
    session.add_label_map(case[1])
    session.add_label_map(prediction)
    slider = panel.findChild(QSlider, "segments_opacity")
    link = panel.findChild(QToolButton, "segments_as_mask")
    assert panel.selected is session.layers[1], "the newest mask is chosen"
    assert not link.isVisible()
    slider.setValue(70)
    assert [layer.opacity for layer in session.layers] == [0.45, 0.7]
    tree.setCurrentIndex(label_index(tree, 1, 0))
    assert (slider.value(), link.isChecked()) == (45, True)
    slider.setValue(20)
    assert session.layers[0].look(1).opacity == 0.2
    assert session.layers[0].look(2).opacity == 0.45
    assert not link.isChecked()
    qtbot.mouseClick(link, LEFT)
    assert session.layers[0].look(1).opacity == 0.45
    assert slider.value() == 45


def test_drawn_and_status_are_chosen_in_lists(
    session: Session, panel: SegmentsPanel, tree: QTreeView, case: tuple[Volume, LabelMap]
) -> None:
    session.add_label_map(case[1])
    drawn = panel.findChild(QComboBox, "segments_drawn")
    status = panel.findChild(QComboBox, "segments_status")
    assert [drawn.itemText(i) for i in range(drawn.count())] == ["Filled", "Outline"]
    drawn.setCurrentIndex(1)
    drawn.activated.emit(1)
    assert session.layers[0].outline
    tree.setCurrentIndex(label_index(tree, 0, 0))
    assert (drawn.currentText(), status.isVisible()) == ("As its mask", True)
    drawn.setCurrentIndex(drawn.findText("Filled"))
    drawn.activated.emit(drawn.currentIndex())
    assert not session.layers[0].look(1).outline
    assert session.layers[0].look(2).outline
    status.setCurrentIndex(status.findText("Flagged"))
    status.activated.emit(status.currentIndex())
    assert session.layers[0].look(1).status == "flagged"


def test_follows_the_session(
    session: Session, panel: SegmentsPanel, tree: QTreeView, case: tuple[Volume, LabelMap]
) -> None:
    session.add_label_map(case[1])
    session.restyle(case[1], visible=False, opacity=0.8, outline=True)
    state = mask_index(tree, 0, Column.EYE).data(Qt.ItemDataRole.CheckStateRole)
    assert state == UNCHECKED
    assert panel.findChild(QSlider, "segments_opacity").value() == 80
    assert panel.findChild(QComboBox, "segments_drawn").currentText() == "Outline"
    session.remove_label_map(case[1])
    assert not tree.isVisible()


def test_keyboard_alone_moves_hides_and_goes(
    qtbot: QtBot,
    session: Session,
    panel: SegmentsPanel,
    tree: QTreeView,
    case: tuple[Volume, LabelMap],
    prediction: LabelMap,
) -> None:
    session.add_label_map(case[1])
    session.add_label_map(prediction)
    tree.setFocus()
    tree.setCurrentIndex(mask_index(tree, 0))
    qtbot.keyClick(tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert session.label_maps == (prediction, case[1])
    assert panel.selected.label_map is prediction, "the mask that was moved stays chosen"
    qtbot.keyClick(tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert session.undo_stack.count() == 1, "the lowest goes no lower"
    qtbot.keyClick(tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert session.label_maps == (case[1], prediction)
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert not session.layers[1].visible
    qtbot.keyClick(tree, Qt.Key.Key_Delete)
    assert session.label_maps == (case[1],)
    session.undo_stack.undo()
    assert session.label_maps == (case[1], prediction)
    assert not session.layers[1].visible


def test_dragging_a_mask_changes_the_order(
    session: Session, tree: QTreeView, case: tuple[Volume, LabelMap], prediction: LabelMap
) -> None:
    session.add_label_map(case[1])
    session.add_label_map(prediction)
    model = tree.model()
    data = model.mimeData([mask_index(tree, 1)])
    assert model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert session.label_maps == (prediction, case[1])
    assert not model.flags(label_index(tree, 0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    session.undo_stack.undo()
    assert session.label_maps == (case[1], prediction)


def test_double_click_and_enter_go_to_the_largest_slice(
    qtbot: QtBot, session: Session, tree: QTreeView, case: tuple[Volume, LabelMap]
) -> None:
    session.add_label_map(case[1])
    canonical = case[1].canonical
    session.set_cursor((0, 0, 0))
    tree.setCurrentIndex(label_index(tree, 0, 1))
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Return)  # while it is counted: it goes there when it knows
    largest = int(np.argmax((canonical == 2).sum(axis=(1, 2))))
    qtbot.waitUntil(lambda: session.cursor != (0, 0, 0), timeout=WAIT_MS)
    assert session.cursor[0] == largest
    assert canonical[session.cursor] == 2
    place = tree.visualRect(label_index(tree, 0, 0)).center()
    qtbot.mouseClick(tree.viewport(), LEFT, pos=place)
    qtbot.mouseDClick(tree.viewport(), LEFT, pos=place)
    assert canonical[session.cursor] == 1


def test_u10_remove_can_be_taken_back(
    qtbot: QtBot,
    session: Session,
    panel: SegmentsPanel,
    tree: QTreeView,
    case: tuple[Volume, LabelMap],
    prediction: LabelMap,
) -> None:
    session.add_label_map(case[1])
    session.add_label_map(prediction)
    session.restyle(case[1], opacity=0.9, outline=True)
    session.set_look(case[1], 2, LabelLook(visible=False, locked=True))
    before = session.layers
    tree.setCurrentIndex(mask_index(tree, 1))
    press(qtbot, panel, "segments_remove")
    assert session.label_maps == (prediction,)
    session.undo_stack.undo()
    assert all(a.drawn_as(b) for a, b in zip(session.layers, before, strict=True))
    session.undo_stack.redo()
    assert session.label_maps == (prediction,)


def test_the_menu_of_a_mask_says_what_it_is(
    session: Session, panel: SegmentsPanel, tree: QTreeView, case: tuple[Volume, LabelMap]
) -> None:
    session.add_label_map(case[1])
    tree.setCurrentIndex(mask_index(tree, 0))
    entry(panel, "segments_menu_role_own").trigger()
    assert session.label_maps[0].role == "own"
    assert mask_index(tree, 0).data().startswith("Mine: ")
    session.undo_stack.undo()
    assert session.label_maps[0].role == "reference"


def test_the_menu_of_a_label_draws_locks_and_shows(
    session: Session, panel: SegmentsPanel, tree: QTreeView, case: tuple[Volume, LabelMap]
) -> None:
    session.add_label_map(case[1])
    tree.setCurrentIndex(label_index(tree, 0, 1))
    entry(panel, "segments_menu_only").trigger()
    assert session.layers[0].hidden_values == {1}
    entry(panel, "segments_menu_drawn_outline").trigger()
    entry(panel, "segments_menu_lock").trigger()
    entry(panel, "segments_menu_status_done").trigger()
    assert session.layers[0].looks[2] == LabelLook(outline=True, locked=True, status="done")
    tree.setCurrentIndex(mask_index(tree, 0))
    entry(panel, "segments_menu_alike").trigger()
    assert session.layers[0].looks[2] == LabelLook(locked=True, status="done")
    assert session.undo_stack.count() == 0, "looks are set back where they were set"


def test_columns_are_ticked_in_the_menu_of_the_heading(
    panel: SegmentsPanel, tree: QTreeView, session: Session, case: tuple[Volume, LabelMap]
) -> None:
    session.add_label_map(case[1])
    assert tree.isColumnHidden(Column.VOXELS)
    menu = tree.columns_menu()
    next(a for a in menu.actions() if a.text() == "Voxels").trigger()
    assert not tree.isColumnHidden(Column.VOXELS)
    again = SegmentsTree(session, Settings(), tree.model())
    hidden = [column for column in Column if again.isColumnHidden(column)]
    again.deleteLater()
    assert hidden == [Column.OPACITY, Column.DRAWN, Column.VALUE], "they are kept between starts"


def test_nothing_is_cut_off_in_a_dock_of_310_pixels(
    qtbot: QtBot, session: Session, panel: SegmentsPanel, tree: QTreeView
) -> None:
    geometry = Geometry((8, 6, 4), spacing_xyz_mm=(100.0, 100.0, 100.0))
    session.set_volume(Volume(np.zeros((4, 6, 8), np.int16), geometry, "scan"))
    labels = {1: Label(1, "portal vein", "#5a7dff")}
    session.add_label_map(LabelMap(np.ones((4, 6, 8), np.uint8), geometry, "mask", labels))
    cell = label_index(tree, 0, 0, Column.ML)
    qtbot.waitUntil(lambda: cell.data() == "192,000", timeout=WAIT_MS)
    tree.scheduleDelayedItemsLayout()
    qtbot.waitUntil(lambda: tree.columnWidth(Column.ML) >= tree.sizeHintForColumn(Column.ML))
    assert not tree.horizontalScrollBar().isVisible()
    shown = [c for c in Column if not tree.isColumnHidden(c)]
    assert sum(tree.columnWidth(c) for c in shown) <= tree.viewport().width()
    name = label_index(tree, 0, 0)
    assert tree.visualRect(name).width() >= tree.sizeHintForIndex(name).width()


def test_save_asks_where_and_writes_the_whole_mask_with_locks_and_status(
    qtbot: QtBot,
    session: Session,
    panel: SegmentsPanel,
    case: tuple[Volume, LabelMap],
    prediction: LabelMap,
    tmp_path: Path,
) -> None:
    session.add_label_map(case[1])
    session.add_label_map(prediction)
    session.set_look(prediction, 1, LabelLook(locked=True, status="flagged", visible=False))
    press(qtbot, panel, "segments_save")
    dialog = panel.findChild(QFileDialog, "save_mask_dialog")
    assert Path(dialog.selectedFiles()[0]).name == "prediction of scan.nii.gz"
    target = tmp_path / "mine.seg.nrrd"
    with qtbot.waitSignal(session.notified, timeout=WAIT_MS) as said:
        dialog.fileSelected.emit(str(target))
        dialog.reject()
    assert said.args[0] == "mine.seg.nrrd was saved and read back whole."
    again = load_label_map(target)
    np.testing.assert_array_equal(again.voxels, prediction.voxels)
    session.add_label_map(again)
    assert session.layers[-1].looks == {1: LabelLook(locked=True, status="flagged")}


def test_mask_is_never_written_over_its_scan(
    qtbot: QtBot,
    session: Session,
    panel: SegmentsPanel,
    case: tuple[Volume, LabelMap],
    tmp_path: Path,
) -> None:
    scan = tmp_path / "scan.nii.gz"
    scan.write_bytes(b"the original")
    session.set_volume(Volume(case[0].voxels, case[0].geometry, "scan.nii.gz", scan))
    session.add_label_map(case[1])
    panel.save_mask()
    dialog = panel.findChild(QFileDialog, "save_mask_dialog")
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as failed:
        dialog.fileSelected.emit(str(scan))
        dialog.reject()
    assert failed.args[0].startswith("scan.nii.gz is the open scan itself")
    assert scan.read_bytes() == b"the original"


def test_a_right_click_shows_the_menu_of_its_row(
    qtbot: QtBot,
    session: Session,
    panel: SegmentsPanel,
    tree: QTreeView,
    case: tuple[Volume, LabelMap],
) -> None:
    session.add_label_map(case[1])
    tree.setCurrentIndex(label_index(tree, 0, 1))
    with qtbot.waitSignal(tree.menu_asked) as asked:
        tree.menu_asked.emit(tree.spot, tree.mapToGlobal(QPoint(5, 5)))
    assert asked.args[0].value == 2
    menu = panel.findChild(QMenu, "segments_menu")
    assert menu.isVisible()
    menu.close()


def test_a_view_hears_once_of_many_changes_and_then_of_the_rows_that_changed(
    qtbot: QtBot,
    session: Session,
    tree: QTreeView,
    case: tuple[Volume, LabelMap],
    prediction: LabelMap,
) -> None:
    for mask in (case[1], prediction):
        session.add_label_map(mask)
    lowest = [label_index(tree, mask, 0, Column.ML) for mask in range(2)]
    qtbot.waitUntil(lambda: all(index.data() != COUNTING for index in lowest))
    qtbot.wait(1)
    told: list[tuple[str, int]] = []

    def remember(first: QModelIndex, last: QModelIndex) -> None:
        parent = first.parent()
        told.append((str(parent.data() or first.data()), last.row()))

    model = tree.model()
    model.dataChanged.connect(remember)
    for opacity in (0.2, 0.4, 0.6):
        session.restyle(prediction, opacity=opacity)
    assert told == []
    assert mask_index(tree, 0, Column.OPACITY).data() == "60 %", "asked for, it is right at once"
    qtbot.waitUntil(lambda: bool(told))
    name = str(mask_index(tree, 0).data())
    assert told == [(name, 0), (name, 1)], "the mask and its two labels, of one mask of two"
