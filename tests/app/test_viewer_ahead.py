"""Slices drawn before they are asked for: the same pixels, and never those of another look."""

import gc
import weakref
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QImage

from app.document import LabelLook, Window
from app.session import Session
from app.viewer import picture
from app.viewer.planes import Plane
from app.viewer.slice_view import SliceView
from tests.app.test_viewer_picking import TELLING, greys, screen, telling_volume
from tests.app.viewing import GEOMETRIES, Left, make_mask, make_volume, mouse
from unet_core.volume import LabelMap

PLANE_NAMES: tuple[Plane, ...] = ("axial", "sagittal", "coronal")
MakeView = Callable[..., tuple[Session, SliceView]]


def shown(view: SliceView) -> QImage:
    """What the view shows beneath letters and crosshair, once it has had time to look ahead."""
    view.grab()
    image = view._picture._shown.image.copy()
    view._picture.look_ahead()
    return image


def afresh(view: SliceView) -> QImage:
    """The same scene drawn by a picture that has seen nothing before."""
    fresh = picture.SlicePicture(view.plane)
    scene = view._picture._shown.scene
    assert scene is not None
    return fresh.image(scene, view.devicePixelRatioF()).copy()


def drawn_ahead(view: SliceView) -> int:
    """How many pictures had been drawn before they were asked for."""
    return view._picture.images_ahead


def start(make_view: MakeView, plane: Plane = "axial") -> tuple[Session, SliceView, LabelMap]:
    """A view of a scan with a mask, two slices before its middle, at rest."""
    session, view = make_view(plane)
    mask = make_mask()
    session.add_label_map(mask)
    view.step(-2)
    shown(view)
    return session, view, mask


@pytest.mark.parametrize("look", ["smooth", "blocks", "outline", "zoomed", "ratio"])
@pytest.mark.parametrize("plane", PLANE_NAMES)
def test_what_is_drawn_ahead_is_what_would_be_drawn_now(
    make_view: MakeView, plane: Plane, look: str
) -> None:
    session, view, mask = start(make_view, plane)
    view.set_smooth(look != "blocks")
    session.restyle(mask, outline=look == "outline")
    if look == "zoomed":
        view.zoom(2.7, QPointF(120, 90))
        view.pan(0.11, -0.07)
    if look == "ratio":
        view.devicePixelRatioF = lambda: 1.5
    shown(view)
    before = drawn_ahead(view)
    for step in (1, 1, 1, -1, -1):
        view.step(step)
        assert shown(view) == afresh(view)
    assert drawn_ahead(view) == before + 3, "all but the first, and the one after turning back"


CHANGES: dict[str, Callable[[Session, SliceView, LabelMap], object]] = {
    "opacity": lambda session, _, mask: session.restyle(mask, opacity=0.9),
    "outline": lambda session, _, mask: session.restyle(mask, outline=True),
    "hidden": lambda session, _, mask: session.restyle(mask, visible=False),
    "one label": lambda session, _, mask: session.set_look(mask, 2, LabelLook(visible=False)),
    "removed": lambda session, _, mask: session.remove_label_map(mask),
    "window": lambda session, _view, _mask: session.set_window(Window(80.0, 12.0)),
    "smooth": lambda _session, view, _mask: view.set_smooth(False),
    "zoom": lambda _session, view, _mask: view.zoom(1.5),
    "size": lambda _session, view, _mask: view.resize(280, 260),
    "scan": lambda session, _view, _mask: session.set_volume(
        make_volume(GEOMETRIES["anisotropic"])
    ),
}


@pytest.mark.parametrize("change", list(CHANGES))
def test_a_change_of_looks_is_seen_on_the_next_slice(make_view: MakeView, change: str) -> None:
    """Between the picture drawn ahead and the step that would have shown it."""
    session, view, mask = start(make_view)
    view.step(1)
    old = shown(view)
    CHANGES[change](session, view, mask)
    before = drawn_ahead(view)
    view.step(1)
    assert shown(view) == afresh(view)
    assert drawn_ahead(view) == before, "it had been drawn for another look"
    assert view._picture._shown.image != old


def test_steps_alike_are_looked_ahead_of_and_no_others(make_view: MakeView) -> None:
    _, view, _ = start(make_view, "coronal")
    before = drawn_ahead(view)
    for step in (2, 3, -2, 4):
        view.step(step)
        shown(view)
    assert drawn_ahead(view) == before
    assert view._picture._ahead.scene is None, "nothing is drawn for naught"
    view.step(-2)
    shown(view)
    for step in (-2, -2):
        view.step(step)
        shown(view)
    assert drawn_ahead(view) == before + 1


def test_nothing_is_looked_for_beyond_the_last_slice(make_view: MakeView) -> None:
    session, view, _ = start(make_view)
    view.step(view.slices)
    view.step(-1)
    shown(view)
    view.step(1)
    assert shown(view) == afresh(view)
    assert session.cursor[0] == view.slices - 1
    assert view._picture._ahead.scene is None or view._picture._ahead.scene.position < view.slices


def test_large_pictures_are_not_drawn_ahead(
    make_view: MakeView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept besides the picture on show is bounded, and so is the time it takes."""
    _, view, _ = start(make_view)
    monkeypatch.setattr(picture, "MOST_PIXELS_AHEAD", view.width() * view.height() - 1)
    view.step(1)
    shown(view)
    assert view._picture._ahead.image.isNull()
    monkeypatch.setattr(picture, "MOST_PIXELS_AHEAD", view.width() * view.height())
    view.step(1)
    shown(view)
    assert view._picture._ahead.image.size() == view._picture._shown.image.size()


def test_a_mask_taken_away_is_not_kept_for_a_picture_drawn_ahead(make_view: MakeView) -> None:
    session, view, mask = start(make_view)
    view.step(1)
    shown(view)
    gone = weakref.ref(mask)
    session.remove_label_map(mask)
    del mask
    shown(view)
    gc.collect()
    assert gone() is None


def test_the_idle_window_looks_ahead_by_itself(make_view: MakeView, qtbot) -> None:
    _, view, _ = start(make_view)
    view.step(1)
    view.repaint()
    qtbot.waitUntil(lambda: view._picture._ahead.scene is not None)
    before = drawn_ahead(view)
    view.step(1)
    view.repaint()
    assert drawn_ahead(view) == before + 1


@pytest.mark.parametrize("plane", PLANE_NAMES)
def test_a_click_on_a_slice_drawn_ahead_is_the_voxel_it_shows(
    make_view: MakeView, plane: Plane
) -> None:
    rng = np.random.default_rng(5)
    for ratio in (1.0, 1.25, 2.0):
        session, view = make_view(plane, empty=True)
        volume = telling_volume(GEOMETRIES["upright"])
        session.set_volume(volume)
        session.set_window(TELLING)
        view.set_smooth(False)
        view.set_crosshair_visible(False)
        view.zoom(float(rng.uniform(0.8, 4.0)), QPointF(150, 140))
        view.step(-3)
        screen(view, ratio)
        axis = view.plane.axis
        for _ in range(4):
            view.step(1)
            pixels = greys(screen(view, ratio))
            view._picture.look_ahead()
            rows, columns = np.nonzero(pixels)
            for near in rng.integers(rows.size, size=8):
                here = QPointF((columns[near] + 0.5) / ratio, (rows[near] + 0.5) / ratio)
                index = view.voxel_at(here)
                assert index is not None
                assert index[axis] == view.position
                assert pixels[rows[near], columns[near]] == volume.canonical[index] + 2
        assert view._picture.images_ahead == 3
        mouse(view, QEvent.Type.MouseButtonPress, here, Left, Left)
        mouse(view, QEvent.Type.MouseButtonRelease, here, Left)
        assert session.cursor == index
        view.close()
