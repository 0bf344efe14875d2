"""Scans that are odd: shown as they are, or refused in a sentence; nothing wrong in silence."""

import tracemalloc

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.document import Window
from app.main_window import MainWindow
from app.reading_state import usual_window
from app.session import Session
from app.viewer.planes import PLANES, Plane
from app.viewer.slice_view import SliceView
from tests.app.viewing import Ctrl, Left, drag, hover, picture, wheel
from unet_core.errors import InputError
from unet_core.volume import Geometry, LabelMap, Volume

MIB = 2**20
WAIT_MS = 20_000


def volume_of(voxels: np.ndarray, *spacing_xyz_mm: float, **options: object) -> Volume:
    z, y, x = voxels.shape
    spacing = spacing_xyz_mm or (1.0, 1.0, 1.0)
    return Volume(voxels, Geometry((x, y, z), spacing), "odd", **options)


def beneath(view: SliceView) -> QImage:
    """The slice without letters and crosshair."""
    picture(view)
    return view._picture._shown.image


def use_everything(view: SliceView, qtbot) -> None:
    """Wheel, zoom, drags and keys, at once."""
    wheel(view, 120)
    wheel(view, 480, modifiers=Ctrl)
    drag(view, Left, [QPoint(60, 60), QPoint(90, 95), QPoint(-50, 400)])
    hover(view, QPoint(80, 80))
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_B, Qt.Key.Key_R):
        qtbot.keyClick(view, key)
    picture(view)


@pytest.mark.parametrize("plane", list(PLANES))
@pytest.mark.parametrize(
    "shape", [(1, 40, 30), (1, 1, 1), (7, 1, 9), (9, 7, 1), (1, 1, 50)], ids=str
)
def test_a_scan_of_one_slice_or_one_line_is_shown(make_view, qtbot, plane: Plane, shape) -> None:
    session, view = make_view(plane, empty=True)
    voxels = np.arange(np.prod(shape), dtype=np.int16).reshape(shape)
    session.set_volume(volume_of(voxels))
    mask = LabelMap(np.ones(shape, np.uint8), session.volume.geometry, "m")
    session.add_label_map(mask)
    use_everything(view, qtbot)
    session.restyle(mask, outline=True)
    use_everything(view, qtbot)
    middle = view.point_of(session.cursor)
    assert view.voxel_at(middle) == session.cursor
    assert beneath(view).pixelColor(middle.toPoint()).lightness() > 0


def test_a_picture_file_is_a_scan_of_one_slice_without_lengths(
    window: MainWindow, qtbot, tmp_path
) -> None:
    """2-D images: one axial slice, grey as in the file, no ruler, letters or millimetres."""
    image = QImage(60, 50, QImage.Format.Format_Grayscale8)
    image.fill(90)
    image.save(str(tmp_path / "slice_1.png"))
    window.open_paths([tmp_path / "slice_1.png"])
    qtbot.waitUntil(lambda: window.session.volume is not None, timeout=WAIT_MS)
    volume, view = window.session.volume, window.viewer.views["axial"]
    assert volume.canonical.shape == (1, 50, 60)
    hover(view, view.point_of(window.session.cursor).toPoint())
    assert view.readout.text == "grey 90   voxel 30, 25, 0"
    assert beneath(view).pixelColor(view.point_of((0, 3, 3)).toPoint()).red() == 90


def test_a_huge_scan_is_drawn_without_a_copy_of_it(make_view, qtbot) -> None:
    """1024 x 1024 x 1000, 2 GB of CT and 1 GB of mask, of which a slice is all there is."""
    base = np.random.default_rng(0).integers(-1000, 1000, (1, 1024, 1024)).astype(np.int16)
    voxels = np.broadcast_to(base, (1000, 1024, 1024))
    labels = np.broadcast_to((base > 900).astype(np.uint8), voxels.shape)
    volume = volume_of(voxels)
    session = Session()
    views = [SliceView(session, plane) for plane in PLANES]
    for view in views:
        qtbot.addWidget(view)
        view.resize(300, 300)
        view.show()
    tracemalloc.start()
    session.set_volume(volume)
    session.add_label_map(LabelMap(labels, volume.geometry, "m"))
    for position in (0, 500, 501, 999):
        session.set_cursor((position, position, position))
        for view in views:
            view.repaint()
            view._picture.look_ahead()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 150 * MIB, f"{peak / MIB:.0f} MiB"
    sagittal = views[list(PLANES).index("sagittal")]
    middle = sagittal.point_of(session.cursor)
    session.set_window(Window(2000.0, 0.0))
    session.restyle(session.label_maps[0], visible=False)
    sagittal.set_smooth(False)
    grey = beneath(sagittal).pixelColor(middle.toPoint()).red()
    z, y, x = sagittal.voxel_at(middle)
    voxels_a_pixel = 1 / min(sagittal.placement.scale)
    assert np.abs(np.subtract((z, y, x), session.cursor)).max() <= voxels_a_pixel
    assert abs(grey - (base[0, y, x] + 1000) / 2000 * 255) <= 0.51


@pytest.mark.parametrize("intensity", ["HU", "grey"])
def test_voxels_that_are_no_numbers_are_black_and_said_to_be_none(make_view, intensity) -> None:
    session, view = make_view(empty=True)
    voxels = np.full((4, 20, 20), 200.0, np.float32)
    voxels[:, :10] = np.nan
    voxels[:, 19] = np.inf
    session.set_volume(volume_of(voxels, intensity=intensity))
    assert np.isfinite([session.window.width, session.window.level]).all()
    view.set_smooth(False)
    image = beneath(view)
    assert image.pixelColor(view.point_of((2, 4, 10)).toPoint()).red() == 0
    assert image.pixelColor(view.point_of((2, 19, 10)).toPoint()).red() == 255
    hover(view, view.point_of((2, 4, 10)).toPoint())
    assert view.readout.value == "no value"
    window = view.auto_window()
    assert np.isfinite([window.width, window.level]).all()
    session.set_volume(volume_of(np.full((2, 3, 4), np.nan, np.float32), intensity="grey"))
    assert session.window == Window(1.0, 0.0)
    assert view.auto_window() == Window(1.0, 0.0)
    picture(view)


@pytest.mark.parametrize(
    ("dtype", "value"), [("int16", -1024), ("float32", 0.0), ("uint8", 255), ("uint16", 65535)]
)
def test_a_constant_image_has_a_window_and_one_grey(make_view, qtbot, dtype, value) -> None:
    session, view = make_view(empty=True)
    session.set_volume(volume_of(np.full((5, 9, 9), value, dtype), intensity="grey"))
    assert session.window.width >= 1
    session.set_window(view.auto_window())
    assert session.window == Window(1.0, float(value))
    image = beneath(view)
    greys = {image.pixelColor(view.point_of((2, y, 4)).toPoint()).red() for y in range(9)}
    assert greys == {128}
    use_everything(view, qtbot)


def test_the_usual_window_is_that_of_a_sample_of_a_large_scan() -> None:
    voxels = np.zeros((40, 300, 300), np.float32)
    voxels[:, 100:200, 100:200] = np.linspace(0, 1000, 40)[:, None, None]
    window = usual_window(volume_of(voxels, intensity="grey"))
    assert 800 < window.width <= 1000
    assert 400 < window.level <= 500


@pytest.mark.parametrize("plane", list(PLANES))
def test_flat_voxels_keep_their_proportions(make_view, qtbot, plane: Plane) -> None:
    """0.1 x 0.1 x 10 mm: what is as high as wide in the patient is so on the screen."""
    session, view = make_view(plane, empty=True)
    voxels = np.zeros((8, 90, 80), np.int16)
    voxels[3:5, 20:60, 10:50] = 1000
    session.set_volume(volume_of(voxels, 0.1, 0.1, 10.0))
    session.set_cursor((3, 40, 30))
    view.set_smooth(False)
    rows = np.frombuffer(beneath(view).constBits(), np.uint8).reshape(view.height(), -1, 4)
    lit = rows[:, :, 1] > 200
    high, wide = (int(lit.any(axis=1 - axis).sum()) for axis in (0, 1))
    expected = 1.0 if plane == "axial" else 20.0 / 4.0
    assert high / wide == pytest.approx(expected, rel=0.15)
    use_everything(view, qtbot)


def test_an_oblique_scan_is_said_to_be_tilted(make_view) -> None:
    from app.viewer.annotated import corner_lines
    from app.viewer.picture import Scene

    c, s = np.cos(np.radians(20)), np.sin(np.radians(20))
    tilted = Geometry((9, 9, 9), direction=(1.0, 0.0, 0.0, 0.0, c, -s, 0.0, s, c))
    session, view = make_view("axial", tilted)
    scene = Scene(session.volume, 4, session.window, (), view.placement, True)
    assert "tilted 20\N{DEGREE SIGN}" in corner_lines(view.plane, scene)
    point = view.point_at(view.point_of((4, 2, 6)))
    assert point == pytest.approx(tilted.canonical.point((4, 2, 6)))


def test_label_values_above_255_are_refused_in_a_sentence(
    window: MainWindow, qtbot, tmp_path, case_files
) -> None:
    import SimpleITK as sitk

    reference = sitk.ReadImage(str(case_files[1]))  # noqa: TID251  (no door of ours writes such)
    values = sitk.GetArrayFromImage(reference).astype(np.uint16) * 300
    odd = sitk.GetImageFromArray(values)
    odd.CopyInformation(reference)
    path = tmp_path / "segmentation-03.nii.gz"
    sitk.WriteImage(odd, str(path))  # noqa: TID251
    heard: list[str] = []
    window.session.failed.connect(heard.append)
    window.open_paths([case_files[0], path])
    qtbot.waitUntil(lambda: bool(heard) and not window.opener.is_busy, timeout=WAIT_MS)
    assert "300" in heard[0]
    assert not window.session.layers
    assert window.session.volume is not None


def test_a_mask_of_another_geometry_is_refused_and_a_second_scan_of_one_is_shown(make_view) -> None:
    session, view = make_view()
    other = Geometry((7, 6, 5), (2.0, 2.0, 2.0), (3.0, 4.0, 5.0))
    labels = LabelMap(np.ones(other.shape_zyx, np.uint8), other, "other")
    before = picture(view)
    with pytest.raises(InputError, match=r"not lie on the grid of volume\.nii\.gz: size"):
        session.add_label_map(labels)
    assert picture(view) == before
    session.set_second(Volume(np.zeros(other.shape_zyx, np.int16), other, "second"))
    assert picture(view) == before, "the first stays as it was"
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view.voxel_at(QPointF(view.rect().center())) is not None
