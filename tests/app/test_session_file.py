"""A working state saved as one small file, and everything found again as it was."""

import dataclasses
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from app import session_file
from app.commands import DescribeMask
from app.document import LabelLook, Measurement, Window
from app.main_window import MainWindow
from app.session import Session
from app.viewer.surface_camera import Camera
from unet_core.errors import InputError
from unet_core.volume import Label, LabelMap, Volume

Files = tuple[Path, Path]


@pytest.fixture
def folder(tmp_path: Path, case_files: Files) -> Path:
    """A folder with a scan and its mask, and one for sessions beside it."""
    (tmp_path / "data").mkdir()
    for path in case_files:
        shutil.copy(path, tmp_path / "data")
    (tmp_path / "sessions").mkdir()
    return tmp_path


def _open(qtbot: QtBot, window: MainWindow, *paths: Path) -> None:
    with qtbot.waitSignal(window.opener.settled, timeout=20_000):
        window.open_paths(paths)


def _save(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.actions_by_name["action_save_session"].trigger()
    dialog = window.findChild(QFileDialog, "save_session_dialog")
    assert dialog is not None
    said: list[str] = []
    window.session.failed.connect(said.append)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: window.store._saving is None, timeout=20_000)
    assert said == []
    assert path.exists()


def _save_again(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    said: list[str] = []
    window.session.failed.connect(said.append)
    window.store.save_to(path)
    qtbot.waitUntil(lambda: window.store._saving is None, timeout=20_000)
    assert said == []


def _question(window: MainWindow) -> QMessageBox | None:
    found = window.findChildren(QMessageBox, "unsaved_question")
    return next((box for box in found if box.isVisible()), None)


def _zoom(window: MainWindow) -> float:
    placement = window.viewer.views["axial"].placement
    assert placement is not None
    return placement.zoom


def _worked_on(session: Session) -> None:
    """Everything that a session keeps is unlike its beginning."""
    volume, mask = session.volume, session.label_maps[0]
    assert volume is not None
    prediction = dataclasses.replace(
        mask, voxels=np.roll(mask.voxels, 1, axis=2), name="mine", role="prediction", path=None
    )
    session.add_label_map(prediction)
    labels = {**mask.labels, 1: Label(1, "liver, left lobe", "#123456")}
    renamed = dataclasses.replace(mask, labels=labels)
    session.replace_label_map(mask, renamed)
    session.restyle(renamed, visible=False, opacity=0.2)
    session.set_look(renamed, 1, LabelLook(opacity=0.9, locked=True, status="flagged"))
    session.set_window(Window(1400.0, -500.0))
    session.set_cursor((3, 17, 21))
    session.set_compare_mode("agreement")
    points = ((0.0, 1.0, 2.0), (10.0, 1.0, 2.0))
    session.set_measurements((Measurement("distance", points, "axial", 1, "Lesion, größter"),))


def _state(session: Session) -> tuple[object, ...]:
    layers = [
        (
            layer.label_map.role,
            dict(layer.label_map.labels),
            layer.visible,
            layer.opacity,
            layer.outline,
            dict(layer.looks),
            layer.label_map.voxels.tobytes(),
        )
        for layer in session.layers
    ]
    where = (session.window, session.cursor, session.compare_mode, session.measurements)
    return (*layers, *where)


def test_everything_is_found_again_in_a_folder_that_moved(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    session = window.session
    _open(qtbot, window, *sorted((folder / "data").iterdir(), reverse=True))
    _worked_on(session)
    window.actions_by_name["action_layout_one_up"].trigger()
    window.viewer.views["axial"].zoom(2.5)
    zoom = _zoom(window)
    before = _state(session)
    _save(qtbot, window, folder / "sessions" / "monday.slicewise")
    assert session.unsaved == (), "the prediction lies beside the session"
    assert (folder / "sessions" / "monday prediction.seg.nrrd").is_file()
    saved = json.loads((folder / "sessions" / "monday.slicewise").read_text("utf-8"))
    assert saved["scan"]["files"] == ["../data/volume-03.nii.gz"]
    assert str(folder) not in json.dumps(saved)

    moved = folder / "elsewhere"
    moved.mkdir()
    for name in ("data", "sessions"):
        shutil.move(folder / name, moved / name)
    session.set_volume(None)
    window.actions_by_name["action_layout_four_up"].trigger()
    _open(qtbot, window, moved / "sessions" / "monday.slicewise")
    assert _state(session) == before
    assert window.viewer.layout_name == "one_up"
    assert _zoom(window) == pytest.approx(zoom)
    assert session.compared is not None
    assert session.unsaved == ()
    qtbot.waitUntil(lambda: session.slice_scores is not None, timeout=20_000)


def _saved_masks(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.seg.nrrd"))


def test_names_and_colours_lie_in_the_session_and_voxels_beside_it_once(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    session, path = window.session, folder / "sessions" / "monday.slicewise"
    _open(qtbot, window, *sorted((folder / "data").iterdir(), reverse=True))
    mask = session.label_maps[0]
    named = dataclasses.replace(mask, labels={1: Label(1, "left lobe", "#123456")})
    session.undo_stack.push(DescribeMask(session, mask, named, "rename"))
    assert session.unsaved
    _save(qtbot, window, path)
    assert _saved_masks(path.parent) == []
    assert session.unsaved == (), "its names lie in the session"

    changed = dataclasses.replace(session.label_maps[0], voxels=np.roll(mask.voxels, 1, axis=1))
    session.replace_label_map(session.label_maps[0], changed, is_unsaved=True)
    _save_again(qtbot, window, path)
    assert _saved_masks(path.parent) == ["monday reference.seg.nrrd"]
    assert session.unsaved == ()
    for _ in range(2):
        _save_again(qtbot, window, path)
    assert _saved_masks(path.parent) == ["monday reference.seg.nrrd"]

    said: list[str] = []
    session.failed.connect(said.append)
    _open(qtbot, window, path)
    qtbot.waitUntil(lambda: not window.store._jobs._jobs, timeout=20_000)
    assert said == []
    (here,) = session.label_maps
    assert np.array_equal(here.voxels, changed.voxels)
    assert dict(here.labels) == dict(named.labels)


def test_the_second_scan_and_the_views_stand_as_they_stood(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    session, viewer = window.session, window.viewer
    scan, mask = sorted((folder / "data").iterdir(), reverse=True)
    earlier = folder / "data" / "earlier.nii.gz"
    shutil.copy(scan, earlier)
    _open(qtbot, window, scan, mask)
    with qtbot.waitSignal(window.opener.settled, timeout=20_000):
        window.opener.open_second([earlier])
    second = viewer.second
    second.set_linked(False)
    second.session.set_window(Window(77.0, 11.0))
    second.session.set_cursor((1, 2, 3))
    session.set_cursor((4, 9, 9))
    viewer.second_bar.set_share(0.25)
    viewer.show_side("coronal")
    viewer.maximise("second")
    viewer.spare.view_3d.canvas.set_camera(
        Camera((1.0, 2.0, 3.0), 444.0, 30.0, 20.0), is_fitted=False
    )
    session.set_compared_region("liver")
    session.set_current_label(session.label_maps[0], 2)
    path = folder / "sessions" / "monday.slicewise"
    _save(qtbot, window, path)

    session.set_volume(None)
    viewer.layout_name = "four_up"
    viewer.show_side("axial")
    session.set_compared_region("")
    _open(qtbot, window, path)
    assert session.second is not None
    assert session.second.name == "earlier.nii.gz"
    assert (second.session.window, second.session.cursor) == (Window(77.0, 11.0), (1, 2, 3))
    assert not second.is_linked
    assert viewer.second_bar.share == 0.25
    assert (viewer.side, viewer.layout_name, viewer.maximised) == (
        "coronal",
        "side_by_side",
        "second",
    )
    assert viewer.spare.view_3d.canvas.camera == Camera((1.0, 2.0, 3.0), 444.0, 30.0, 20.0)
    assert session.compared_region == "liver"
    assert session.current_label is not None
    assert session.current_label[1] == 2


def test_the_pair_and_one_view_alone_come_back(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    _open(qtbot, window, *sorted((folder / "data").iterdir(), reverse=True))
    window.viewer.layout_name = "pair"
    path = folder / "sessions" / "monday.slicewise"
    _save(qtbot, window, path)
    window.viewer.layout_name = "four_up"
    window.viewer.maximise("sagittal")
    _save(qtbot, window, path.with_name("alone.slicewise"))
    _open(qtbot, window, path)
    assert (window.viewer.layout_name, window.viewer.maximised) == ("pair", None)
    _open(qtbot, window, path.with_name("alone.slicewise"))
    assert (window.viewer.layout_name, window.viewer.maximised) == ("four_up", "sagittal")


def test_opening_a_session_asks_about_unsaved_masks_once(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    session, path = window.session, folder / "sessions" / "monday.slicewise"
    _open(qtbot, window, *sorted((folder / "data").iterdir(), reverse=True))
    _save(qtbot, window, path)
    window.opener.asks_before_dropping = True
    mask = session.label_maps[0]
    session.add_label_map(dataclasses.replace(mask, role="prediction", path=None, name="mine"))
    asked: list[int] = []
    window.opener.drop_asked.connect(lambda: asked.append(1))
    for button in ("unsaved_cancel", "unsaved_discard"):
        window.open_paths([path])
        qtbot.waitUntil(lambda: _question(window) is not None, timeout=20_000)
        question = _question(window)
        assert question is not None
        with qtbot.waitSignal(
            window.opener.abandoned if button == "unsaved_cancel" else window.opener.settled,
            timeout=20_000,
        ):
            pressed = question.findChild(QPushButton, button)
            assert pressed is not None
            pressed.click()
        assert len(session.unsaved) == (1 if button == "unsaved_cancel" else 0)
    assert len(asked) == 2
    assert [layer.label_map.name for layer in session.layers] == [mask.name]


def test_a_dropped_session_opens_alone_and_is_recent(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    session, path = window.session, folder / "sessions" / "monday.slicewise"
    scan, mask = sorted((folder / "data").iterdir(), reverse=True)
    _open(qtbot, window, scan, mask)
    _save(qtbot, window, path)
    session.set_volume(None)
    said: list[str] = []
    session.notified.connect(said.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in (scan, path)])
    drop = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(window.opener.settled, timeout=20_000):
        window.dropEvent(drop)
    assert len(session.label_maps) == 1
    assert any("opens alone" in sentence for sentence in said)
    assert window.settings.recent_files[0] == path.absolute()

    window.actions_by_name["action_save_session"].trigger()
    dialog = window.findChild(QFileDialog, "save_session_dialog")
    assert dialog is not None
    assert dialog.selectedFiles() == [str(path)], "its own name is offered"
    dialog.close()


def test_a_file_that_changed_is_named(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    session = window.session
    _open(qtbot, window, *sorted((folder / "data").iterdir(), reverse=True))
    path = folder / "sessions" / "monday.slicewise"
    _save(qtbot, window, path)
    from unet_core.io import save_now

    mask = session.label_maps[0]
    other = dataclasses.replace(mask, voxels=np.roll(mask.voxels, 3, axis=1))
    save_now(other, folder / "data" / "segmentation-03.nii.gz", overwrite=True)
    said: list[str] = []
    session.failed.connect(said.append)
    _open(qtbot, window, path)
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    (sentence,) = said
    assert sentence.startswith("segmentation-03.nii.gz has changed since the session was saved")


def test_without_its_scan_nothing_changes(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    session = window.session
    _open(qtbot, window, *sorted((folder / "data").iterdir(), reverse=True))
    path = folder / "sessions" / "monday.slicewise"
    _save(qtbot, window, path)
    before = _state(session)
    (folder / "data" / "volume-03.nii.gz").unlink()
    said: list[str] = []
    session.failed.connect(said.append)
    _open(qtbot, window, path)
    assert "volume-03.nii.gz" in said[0]
    assert _state(session)[-4:] == before[-4:]


@pytest.fixture
def saved() -> session_file.SavedSession:
    file = session_file.SavedFile(
        ("../data/ct.nii.gz",), "file:00", {"series_uid": "1.2", "value_map": {255: 1}}
    )
    look = LabelLook(outline=True, status="done")
    labels = {1: Label(1, "liver", "#3fb68b")}
    mask = session_file.SavedMask(file, "own", True, 0.5, False, labels, {1: look})
    note = Measurement("note", ((1.0, 2.0, 3.0),), "coronal", 2, "?")
    return session_file.SavedSession(
        file,
        file,
        (mask, mask),
        Window(350.0, 40.0),
        (1, 2, 3),
        "difference",
        (1, 0),
        (note,),
        {},
        "",
        "liver",
        (1, 1),
    )


def test_what_is_written_is_read_back(tmp_path: Path, saved: session_file.SavedSession) -> None:
    session_file.write(tmp_path / "a.slicewise", saved)
    assert session_file.read(tmp_path / "a.slicewise") == saved


DAMAGE = [
    ("scan", None),
    ("scan", {"files": [], "sha256": "", "settings": {}, "dataset": ""}),
    ("scan", {"files": [3], "sha256": "", "settings": {}, "dataset": ""}),
    ("scan", {"files": ["a"], "sha256": "", "settings": {"a": [1]}, "dataset": ""}),
    ("window", {"width": "wide", "level": 0}),
    ("window", {"width": 1e400, "level": 0}),
    ("cursor", [1, 2]),
    ("compare_mode", "upside down"),
    ("compared", [0, 9]),
    ("compared", [1, 1]),
    ("measurements", [{"kind": "angle", "points_xyz_mm": [[0, 0, 0]], "plane": "axial"}]),
    ("masks", [{"role": "reference"}]),
    ("views", []),
    ("current", [0, 9]),
    ("current", [2, 1]),
    ("compared_region", 3),
]


@pytest.mark.parametrize(("key", "value"), DAMAGE)
def test_a_damaged_session_is_one_sentence(
    tmp_path: Path, saved: session_file.SavedSession, key: str, value: object
) -> None:
    path = tmp_path / "a.slicewise"
    session_file.write(path, saved)
    values = json.loads(path.read_bytes())
    path.write_text(json.dumps({**values, key: value}), "utf-8")
    with pytest.raises(InputError, match=r"^a\.slicewise is damaged; "):
        session_file.read(path)


def test_other_files_are_no_sessions(tmp_path: Path, saved: session_file.SavedSession) -> None:
    path = tmp_path / "a.slicewise"
    path.write_text("{}", "utf-8")
    with pytest.raises(InputError, match="is no session of Slicewise"):
        session_file.read(path)
    path.write_bytes(b"\x00" * 100)
    with pytest.raises(InputError, match="is damaged"):
        session_file.read(path)
    session_file.write(path, saved)
    path.write_text(json.dumps({**json.loads(path.read_bytes()), "slicewise_session": 2}), "utf-8")
    with pytest.raises(InputError, match="another version"):
        session_file.read(path)
    path.write_bytes(b" " * (session_file.MOST_BYTES + 1))
    with pytest.raises(InputError, match="too large"):
        session_file.read(path)


def test_a_scan_in_no_file_cannot_be_found_again(
    qtbot: QtBot, window: MainWindow, case: tuple[Volume, LabelMap], tmp_path: Path
) -> None:
    window.session.set_volume(case[0])
    with qtbot.waitSignal(window.session.failed) as said:
        window.store.save_to(tmp_path / "a.slicewise")
    assert "lies in no file" in said.args[0]
    assert not list(tmp_path.glob("*.slicewise"))
