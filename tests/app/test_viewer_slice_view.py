"""What a view shows: words, masks and an empty room; and what it draws anew."""

import sys

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from app import theme
from app.document import LabelLook, Window
from app.viewer.annotations import ruler_mm
from tests.app.viewing import (
    GEOMETRIES,
    Ctrl,
    Left,
    Middle,
    Right,
    drag,
    make_mask,
    make_volume,
    picture,
    wheel,
)
from unet_core.volume import Geometry, Volume


def test_an_empty_view_says_what_to_do_and_takes_every_event(make_view, qtbot) -> None:
    session, view = make_view(empty=True)
    assert picture(view).pixelColor(2, 2) == QColor("#000000")
    wheel(view, 120)
    wheel(view, 120, modifiers=Ctrl)
    for button in (Left, Middle, Right):
        drag(view, button, [QPoint(10, 10), QPoint(60, 60)])
    for key in "rgadxfb":
        qtbot.keyClick(view, key)
    view.reset_view()
    assert view.voxel_at(QPointF(5, 5)) is None
    assert session.cursor == (0, 0, 0)


def test_open_and_close_scans_again_and_again(make_view) -> None:
    """U6: nothing of a scan before is used, whatever the order of sizes."""
    session, view = make_view(empty=True)
    for size in ((3, 4, 5), (40, 30, 20), (1, 1, 1), (7, 1, 2)):
        geometry = Geometry(size)
        session.set_volume(Volume(np.zeros(geometry.shape_zyx, np.int16), geometry, "v"))
        picture(view)
        session.set_volume(None)
        picture(view)


def test_crosshair_has_the_colours_of_the_other_planes_and_a_gap(make_view, qtbot) -> None:
    session, view = make_view()
    session.set_cursor((5, 6, 7))
    middle = view.point_of((5, 6, 7)).toPoint()

    def near(image: QImage, x: int, y: int) -> set[str]:
        area = [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        return {image.pixelColor(*at).name() for at in area}

    image = picture(view)
    assert theme.SAGITTAL in near(image, middle.x(), middle.y() - 60)
    assert theme.CORONAL in near(image, middle.x() - 60, middle.y())
    assert not {theme.SAGITTAL, theme.CORONAL} & near(image, middle.x(), middle.y())
    qtbot.keyClick(view, "x")
    assert theme.SAGITTAL not in near(picture(view), middle.x(), middle.y() - 60)


def test_a_crosshair_moved_elsewhere_comes_into_sight_when_zoomed(make_view) -> None:
    session, view = make_view()
    wheel(view, 1800, modifiers=Ctrl)
    session.set_cursor((5, 0, 0))
    assert view.rect().contains(view.point_of((5, 0, 0)).toPoint())


def test_zoom_survives_another_size_and_a_new_scan_fits(make_view) -> None:
    session, view = make_view()
    wheel(view, 480, modifiers=Ctrl)
    zoom = view.placement.zoom
    view.resize(500, 380)
    picture(view)
    assert view.placement.size_px == (500, 380)
    assert view.placement.zoom == zoom
    session.set_volume(make_volume(GEOMETRIES["RAS"]))
    assert view.placement.zoom == 1.0


def test_the_window_changes_the_grey(make_view) -> None:
    session, view = make_view()
    before = picture(view)
    session.set_window(Window(100.0, -300.0))
    assert picture(view) != before


def test_outline_leaves_the_inside_as_it_is_and_rings_the_label(make_view) -> None:
    session, view = make_view()
    view.set_crosshair_visible(False)
    session.set_window(Window(1.0, 5000.0))
    mask = make_mask()
    session.add_label_map(mask)
    session.restyle(mask, outline=True)
    session.set_cursor((2, 6, 7))  # liver without tumour
    image = picture(view)
    assert image.pixelColor(view.point_of((2, 6, 7)).toPoint()).name() == "#000000"
    edge = (view.point_of((2, 6, 3)) + view.point_of((2, 6, 4))) / 2
    row = [image.pixelColor(int(edge.x()) + dx, int(edge.y())) for dx in range(-3, 4)]
    light = [c for c in row if c.lightness() > 120]
    assert 1 <= len(light) <= 2, "thin on screen at any zoom"
    assert light[0].green() > light[0].red()
    wheel(view, 600, edge.toPoint(), Ctrl)
    image = picture(view)
    edge = (view.point_of((2, 6, 3)) + view.point_of((2, 6, 4))) / 2
    row = [image.pixelColor(int(edge.x()) + dx, int(edge.y())) for dx in range(-6, 7)]
    assert 1 <= len([c for c in row if c.lightness() > 120]) <= 2


def test_hidden_values_are_not_drawn(make_view) -> None:
    session, view = make_view()
    view.set_crosshair_visible(False)
    session.set_window(Window(1.0, 5000.0))
    mask = make_mask()
    session.add_label_map(mask)
    session.set_look(mask, 2, LabelLook(visible=False))
    session.restyle(mask, opacity=1.0)
    session.set_cursor((5, 6, 7))
    assert picture(view).pixelColor(view.point_of((5, 6, 7)).toPoint()).name() == "#000000"
    assert picture(view).pixelColor(view.point_of((5, 4, 5)).toPoint()).name() == "#3fb68b"


def test_hover_reads_out_and_leaving_clears(make_view, qtbot) -> None:
    session, view = make_view()
    session.add_label_map(make_mask())
    heard: list[str] = []
    view.hovered.connect(heard.append)
    qtbot.mouseMove(view, view.point_of((5, 6, 7)).toPoint())
    voxels = session.volume.voxels
    assert heard[-1] == f"{voxels[5, 6, 7]} HU   voxel 7, 6, 5   L 0.6  P 11.8  S 112.5 mm   tumour"
    view.step(1)
    assert f"{voxels[6, 6, 7]} HU" in heard[-1], "the wheel turns under a resting pointer"
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert heard[-1] == ""


def test_letters_only_where_the_file_says_which_way_the_patient_lies(make_view) -> None:
    """G8: no letters without an orientation."""

    def is_lettered(geometry: Geometry) -> bool:
        _, view = make_view("axial", geometry)
        view.set_crosshair_visible(False)
        image = picture(view)
        return any(
            image.pixelColor(x, y).lightness() > 150
            for x in range(8, 22)
            for y in range(view.height() // 2 - 10, view.height() // 2 + 10)
        )

    voxels = Geometry((4, 40, 10))
    assert is_lettered(voxels)
    assert not is_lettered(Geometry((4, 40, 10), has_orientation=False))


def test_ruler_only_with_a_scale(make_view) -> None:
    """G1: no lengths without a scale."""

    def corner(geometry: Geometry) -> bool:
        _, view = make_view("axial", geometry)
        view.set_crosshair_visible(False)
        image = picture(view)
        return image.pixelColor(view.width() - 20, view.height() - 12).lightness() > 150

    assert corner(Geometry((4, 40, 10)))
    assert not corner(Geometry((4, 40, 10), has_scale=False))


@pytest.mark.parametrize("plane", ["axial", "sagittal", "coronal"])
@pytest.mark.parametrize("size", [(231, 242), (519, 383), (1639, 963)], ids=str)
def test_the_ruler_is_as_long_as_it_says(make_view, plane, size) -> None:
    """Measured on the screen, against two voxels whose distance in mm is known."""
    session, view = make_view(plane, Geometry((128, 128, 40), (0.7265625, 0.7265625, 2.0)))
    view.set_crosshair_visible(False)
    view.resize(*size)
    session.set_window(Window(1.0, 5000.0))  # a black scan
    for zoom in (1.0, 2.3):
        view.zoom(zoom)
        image = picture(view)
        y = view.height() - 12
        right = view.width() - 12  # the bar's right end; letters may be lit further left
        left = next(x for x in range(right, 0, -1) if image.pixelColor(x, y).red() < 150)
        said_mm = ruler_mm(view.placement.px_per_mm, view.width())
        first = session.volume.geometry.canonical.point((0, 0, 0))
        step = (2.0, 0.7265625, 0.7265625)[view.plane.column_axis]
        index = [0, 0, 0]
        index[view.plane.column_axis] = 10
        a, b = view.place_of(first), view.point_of(tuple(index))
        px_per_mm = (b.x() - a.x()) / (10 * step)
        assert right - left == pytest.approx(said_mm * px_per_mm, abs=2.5)


def test_only_what_changed_is_drawn_anew(make_view) -> None:
    session, view = make_view()
    picture(view)
    made, drawn = view._picture.slices_made, view._picture.images_drawn
    session.set_cursor((session.cursor[0], 1, 1))
    picture(view)
    assert (view._picture.slices_made, view._picture.images_drawn) == (made, drawn)
    wheel(view, 120, modifiers=Ctrl)
    picture(view)
    assert (view._picture.slices_made, view._picture.images_drawn) == (made, drawn + 1)
    wheel(view, 120)
    picture(view)
    assert (view._picture.slices_made, view._picture.images_drawn) == (made + 1, drawn + 2)


def test_smooth_and_blocks_differ(make_view) -> None:
    _, view = make_view()
    smooth = picture(view)
    view.set_smooth(False)
    assert picture(view) != smooth


def test_none_keeps_its_references_over_qt_calls(qtbot) -> None:
    """PySide6 6.12.0 on Python 3.11 dropped one reference of None for each such call."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(1000):
        widget.setEnabled(True)
    assert sys.getrefcount(None) > before - 500


@pytest.mark.parametrize("smooth", [True, False])
def test_nothing_is_left_of_the_picture_before(make_view, smooth: bool) -> None:
    rng = np.random.default_rng(2)
    session, view = make_view("coronal")
    view.set_smooth(smooth)
    session.add_label_map(make_mask())
    for _ in range(25):
        session.set_cursor(tuple(int(rng.integers(n)) for n in session.volume.canonical.shape))
        at = QPointF(*(float(v) for v in rng.uniform(0, 300, 2)))
        view.zoom(float(rng.choice([0.3, 0.7, 1.4, 4.0])), at)
        view.pan(*(float(v) for v in rng.uniform(-0.6, 0.6, 2)))
        shown = picture(view)
        view._picture.forget()
        view._picture._shown.image.fill(QColor("#ff00ff"))
        assert picture(view) == shown


def test_every_pixel_of_a_screen_of_fractional_ratio_is_drawn(make_view) -> None:
    _, view = make_view()
    view.resize(150, 130)
    view.devicePixelRatioF = lambda: 1.25
    picture(view)
    shown = view._picture._shown.image
    assert (shown.width(), shown.height()) == (188, 163), "of 187.5 and 162.5"
