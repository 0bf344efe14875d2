"""The Segments dock shows the masks, changes how they are drawn, saves and removes them."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton, QSlider, QTreeWidget
from pytestqt.qtbot import QtBot

from app.panels.segments import SegmentsPanel
from app.document import LabelLook
from app.session import Session
from app.settings import Settings
from unet_core.io import load_label_map
from unet_core.volume import LabelMap, Volume

WAIT_MS = 20_000


@pytest.fixture
def panel(qtbot: QtBot, session: Session, case: tuple[Volume, LabelMap]) -> Iterator[SegmentsPanel]:
    session.set_volume(case[0])
    made = SegmentsPanel(session, Settings())
    qtbot.addWidget(made)
    made.resize(320, 400)
    made.show()
    yield made
    made.shutdown()


@pytest.fixture
def tree(panel: SegmentsPanel) -> QTreeWidget:
    found = panel.findChild(QTreeWidget, "segments_table")
    assert found is not None
    return found


@pytest.fixture
def prediction(case: tuple[Volume, LabelMap]) -> LabelMap:
    voxels = case[1].voxels.copy()
    voxels[0] = 1
    return LabelMap(voxels, case[1].geometry, "prediction of scan", role="prediction")


def test_empty_at_first(panel: SegmentsPanel, tree: QTreeWidget) -> None:
    assert not tree.isVisible()
    assert not panel.findChild(QPushButton, "segments_save").isVisible()


def test_shows_each_mask_with_its_labels_and_their_size(
    qtbot: QtBot, session: Session, tree: QTreeWidget, case: tuple[Volume, LabelMap]
) -> None:
    session.add_label_map(case[1])
    top = tree.topLevelItem(0)
    assert tree.isVisible()
    assert top.text(0) == f"Reference: {case[1].name}"
    assert [top.child(i).text(0) for i in range(top.childCount())] == ["liver", "tumour"]
    qtbot.waitUntil(lambda: top.child(0).text(1).endswith(" ml"), timeout=WAIT_MS)
    ml = np.count_nonzero(case[1].voxels == 1) * case[1].geometry.voxel_ml
    assert float(top.child(0).text(1).split()[0].replace(",", "")) == pytest.approx(ml, rel=0.01)


def test_eye_hides_a_mask_and_a_label(
    session: Session, tree: QTreeWidget, case: tuple[Volume, LabelMap]
) -> None:
    session.add_label_map(case[1])
    tree.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert not session.layers[0].visible
    tree.topLevelItem(0).child(1).setCheckState(0, Qt.CheckState.Unchecked)
    assert session.layers[0].hidden_values == {2}
    tree.topLevelItem(0).child(1).setCheckState(0, Qt.CheckState.Checked)
    assert session.layers[0].hidden_values == frozenset()


def test_follows_the_session(
    session: Session, panel: SegmentsPanel, tree: QTreeWidget, case: tuple[Volume, LabelMap]
) -> None:
    session.add_label_map(case[1])
    session.restyle(case[1], visible=False, opacity=0.8, outline=True)
    assert tree.topLevelItem(0).checkState(0) == Qt.CheckState.Unchecked
    assert panel.findChild(QSlider, "segments_opacity").value() == 80
    assert panel.findChild(QCheckBox, "segments_outline").isChecked()
    session.remove_label_map(case[1])
    assert not tree.isVisible()


def test_slider_and_box_draw_the_chosen_mask_only(
    qtbot: QtBot,
    session: Session,
    panel: SegmentsPanel,
    tree: QTreeWidget,
    case: tuple[Volume, LabelMap],
    prediction: LabelMap,
) -> None:
    session.add_label_map(case[1])
    session.add_label_map(prediction)
    assert panel.selected is session.layers[1], "the newest mask is chosen"
    panel.findChild(QSlider, "segments_opacity").setValue(70)
    assert [layer.opacity for layer in session.layers] == [0.45, 0.7]
    tree.setCurrentItem(tree.topLevelItem(0).child(0))
    assert panel.findChild(QSlider, "segments_opacity").value() == 45
    assert panel.findChild(QCheckBox, "segments_outline").isChecked()
    qtbot.mouseClick(
        panel.findChild(QCheckBox, "segments_outline"),
        Qt.MouseButton.LeftButton,
        pos=panel.findChild(QCheckBox, "segments_outline").rect().center() / 4,
    )
    assert not session.layers[0].outline


def test_u10_remove_can_be_taken_back(
    qtbot: QtBot, session: Session, panel: SegmentsPanel, case: tuple[Volume, LabelMap]
) -> None:
    session.add_label_map(case[1])
    session.restyle(case[1], opacity=0.9, outline=True)
    session.set_look(case[1], 2, LabelLook(visible=False))
    before = session.layers
    qtbot.mouseClick(panel.findChild(QPushButton, "segments_remove"), Qt.MouseButton.LeftButton)
    assert session.layers == ()
    session.undo_stack.undo()
    assert len(session.layers) == 1
    assert session.layers[0].label_map is case[1]
    assert (session.layers[0].opacity, session.layers[0].outline) == (0.9, True)
    assert session.layers[0].hidden_values == before[0].hidden_values
    session.undo_stack.redo()
    assert session.layers == ()


def test_save_asks_where_and_writes_the_whole_mask(
    qtbot: QtBot,
    session: Session,
    panel: SegmentsPanel,
    case: tuple[Volume, LabelMap],
    prediction: LabelMap,
    tmp_path: Path,
) -> None:
    session.add_label_map(case[1])
    session.add_label_map(prediction)
    qtbot.mouseClick(panel.findChild(QPushButton, "segments_save"), Qt.MouseButton.LeftButton)
    dialog = panel.findChild(QFileDialog, "save_mask_dialog")
    assert Path(dialog.selectedFiles()[0]).name == "prediction of scan.nii.gz"
    target = tmp_path / "mine.nii.gz"
    with qtbot.waitSignal(session.notified, timeout=WAIT_MS) as said:
        dialog.fileSelected.emit(str(target))
        dialog.reject()
    assert said.args[0] == "mine.nii.gz was saved and read back whole."
    np.testing.assert_array_equal(load_label_map(target).voxels, prediction.voxels)


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
