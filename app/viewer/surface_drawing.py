"""Keeps the picture of the 3D view up to date: one request on its way, the newest wish next."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from app.document import Layer, Window
from app.session import Session
from app.viewer.agreement import shown_layers
from app.viewer.planes import PLANES
from app.viewer.surface_camera import VIEW_ANGLE, Camera
from app.viewer.surface_link import StageLink
from app.viewer.surface_scene import (
    COARSE_PX,
    FINE_PX,
    Shapes,
    SliceMode,
    bounds_of,
    looks_of,
    sheets_of,
    slice_picture,
)
from app.viewer.surface_store import Bounds, SurfaceStore
from app.viewer.surface_words import Draw, Forget, Load, Look, Pick, Picked, Picture, Slice
from unet_core.volume import LabelMap, Point, Volume

REST_MS = 180
"""Nothing moved for so long: the picture is drawn with all care."""
IDLE_MS = 60_000
"""Nobody looked, or nothing was there, for so long: the process that draws is let go."""
SLOW_S, QUICK_S = 0.045, 0.018
"""A picture that takes longer is made smaller while something moves, and larger again."""
LEAST_SCALE = 0.5
MOST_FAILURES = 2
_Sent = tuple[Volume, int, Window, int]
"""Scan, position, grey window and longer side of a slice's picture."""


@dataclass(frozen=True)
class View:
    """From where, and how large, in pixels of the screen."""

    camera: Camera
    size_px: tuple[int, int]


class SurfaceDrawing(QObject):
    """Between the session and the process that draws.

    Signals:
        drawn: ``image`` is another.
        bounded: The surfaces take up another room than before.
        told: ``trouble`` or ``progress`` is another.
        picked: LPS mm of a place that was asked for.
    """

    drawn = Signal()
    bounded = Signal()
    told = Signal()
    picked = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._store = SurfaceStore(self)
        self._link = StageLink(self)
        self._view: View | None = None
        self._slice_mode: SliceMode = "frames"
        self._is_active = False
        self._is_stale = False
        self._is_moving = False
        self._sent_number, self._drawn_number = 0, 0
        self._scale = 1.0
        self._failures = 0
        self._loaded: set[int] = set()
        self._slices: dict[str, _Sent] = {}
        self.image = QImage()
        self.trouble = ""
        self._rest = _timer(self, REST_MS, self._on_rest)
        self._idle = _timer(self, IDLE_MS, self._on_idle)
        self._connect()

    def _connect(self) -> None:
        session, store, link = self._session, self._store, self._link
        session.volume_changed.connect(self._on_volume_changed)
        session.layers_changed.connect(self._on_layers_changed)
        session.compare_changed.connect(self._on_layers_changed)
        session.cursor_changed.connect(self._on_slices_changed)
        session.window_changed.connect(self._on_window_changed)
        store.changed.connect(self._on_shapes_changed)
        store.progressed.connect(self.told)
        store.failed.connect(session.failed)
        link.ready.connect(self._pump)
        link.drawn.connect(self._on_drawn)
        link.picked.connect(self._on_picked)
        link.failed.connect(self._on_failed)
        link.ended.connect(self._pump)

    # --- what is wanted --------------------------------------------------------------------

    @property
    def progress(self) -> tuple[int, int] | None:
        """(labels done, labels in all) while surfaces are built."""
        return self._store.progress

    @property
    def is_busy(self) -> bool:
        """Whether a picture or a surface is on its way."""
        return self._store.is_building or self._is_stale or self._in_flight or self._rest.isActive()

    @property
    def has_masks(self) -> bool:
        """Whether there is anything to make surfaces of."""
        return self._session.volume is not None and bool(self._session.layers)

    @property
    def is_empty(self) -> bool:
        """Whether all masks are built and hold nothing to show, hidden or not."""
        return self._is_active and self._store.is_empty

    @property
    def slice_mode(self) -> SliceMode:
        """Which slices are shown, and how."""
        return self._slice_mode

    def set_slice_mode(self, mode: SliceMode) -> None:
        """Show other slices, or show them in another way."""
        if mode != self._slice_mode:
            self._slice_mode = mode
            self._refresh()

    def bounds(self) -> Bounds | None:
        """LPS mm around what is shown; None without a scan."""
        volume = self._session.volume
        return None if volume is None else bounds_of(self._shown(), volume.geometry)

    def look(self, view: View, *, is_moving: bool) -> None:
        """Draw from there; quickly, if more of it is to come."""
        if view != self._view:
            self._view = view
            self._refresh(is_moving=is_moving)

    def set_active(self, is_active: bool) -> None:
        """Somebody looks, or nobody."""
        self._is_active = is_active
        if not is_active:
            self._rest.stop()
        self._on_layers_changed()

    def pick(self, across: float, down: float) -> None:
        """Ask what is seen at a place, from 0 to 1 of the picture from its upper left."""
        if self._link.is_ready:
            self._link.send(Pick(self._sent_number, across, down))

    def try_again(self) -> None:
        """Set the stage up once more after trouble."""
        self.trouble = ""
        self._failures = 0
        self.told.emit()
        self._refresh()

    def close(self) -> None:
        """End both child processes and wait until they are gone."""
        self._is_active = False
        self._rest.stop()
        self._idle.stop()
        self._store.close()
        self._link.close()

    # --- the session changed ---------------------------------------------------------------

    @Slot()
    def _on_volume_changed(self) -> None:
        self._slices.clear()
        self._on_layers_changed()

    @Slot()
    def _on_layers_changed(self) -> None:
        if self._is_active:
            self._store.follow(self._wanted())
        if self.has_masks and self._is_active:
            self._idle.stop()
        elif not self._idle.isActive():
            self._idle.start()
        if not self.has_masks:
            self.image = QImage()
        self.told.emit()
        self._refresh()

    def _wanted(self) -> tuple[LabelMap, ...]:
        """The masks that are seen, and those that were: they will be again."""
        store = self._store
        seen = [layer.label_map for layer in shown_layers(self._session) if layer.visible]
        others = [
            label_map
            for label_map in self._session.label_maps
            if store.knows(label_map) and all(label_map is not one for one in seen)
        ]
        return (*others, *seen)

    @Slot()
    def _on_slices_changed(self) -> None:
        if self._slice_mode != "off":
            self._refresh(is_moving=True)

    @Slot()
    def _on_window_changed(self) -> None:
        if self._slice_mode in ("axial", "all"):
            self._refresh(is_moving=True)

    @Slot()
    def _on_shapes_changed(self) -> None:
        self.bounded.emit()
        self._refresh()

    def _shown(self) -> list[tuple[Layer, Shapes]]:
        layers = shown_layers(self._session)
        return [(layer, self._store.shapes_of(layer.label_map)) for layer in layers]

    # --- the stage -------------------------------------------------------------------------

    @property
    def _in_flight(self) -> bool:
        return self._sent_number != self._drawn_number

    def _refresh(self, *, is_moving: bool = False) -> None:
        self._is_stale = True
        self._is_moving = is_moving
        self._rest.stop()
        self._pump()

    @Slot()
    def _on_rest(self) -> None:
        self._refresh()

    @Slot()
    def _pump(self) -> None:
        """Send the newest wish, unless one is on its way."""
        volume, view = self._session.volume, self._view
        if not (self._is_active and self._is_stale and self.has_masks) or self.trouble:
            return
        if not self._link.is_ready:
            self._loaded.clear()
            self._slices.clear()
            self._drawn_number = self._sent_number
            self._link.start()
            return
        if self._in_flight or view is None or volume is None:
            return
        shown = self._shown()
        looks = looks_of(shown)
        self._send_shapes(shown, looks)
        self._send_slices(volume)
        self._is_stale = False
        self._send_view(view, looks, volume)

    def _send_shapes(self, shown: list[tuple[Layer, Shapes]], looks: tuple[Look, ...]) -> None:
        shapes = {shape.key: shape for _, values in shown for shape in values.values()}
        for key in {look.key for look in looks} - self._loaded:
            surface = shapes[key].surface
            self._link.send(Load(key, surface.points, surface.triangles, surface.normals))
            self._loaded.add(key)
        gone = self._loaded - set(shapes)
        if gone:
            self._link.send(Forget(tuple(gone)))
            self._loaded -= gone

    def _send_slices(self, volume: Volume) -> None:
        side_px = COARSE_PX if self._is_moving else FINE_PX
        for name in ("axial", "sagittal", "coronal"):
            if self._slice_mode not in ("all", name):
                continue
            plane = PLANES[name]
            position = self._session.cursor[plane.axis]
            wanted = (volume, position, self._session.window, side_px)
            if not _has(self._slices.get(name), wanted):
                pixels = slice_picture(volume, plane, position, self._session.window, side_px)
                self._link.send(Slice(name, pixels))
                self._slices[name] = wanted

    def _send_view(self, view: View, looks: tuple[Look, ...], volume: Volume) -> None:
        scale = self._scale if self._is_moving else 1.0
        width, height = (max(round(side * scale), 16) for side in view.size_px)
        camera = view.camera
        self._sent_number += 1
        self._link.send(
            Draw(
                self._sent_number,
                (width, height),
                camera.eye,
                camera.focus,
                _point(camera.upwards.tolist()),
                VIEW_ANGLE,
                looks,
                sheets_of(volume, self._session.cursor, self._slice_mode),
                not self._is_moving,
            )
        )

    @Slot(object)
    def _on_drawn(self, picture: Picture) -> None:
        self._drawn_number = picture.number
        if self.has_masks:
            height, width = picture.pixels.shape[:2]
            self.image = QImage(
                picture.pixels.data, width, height, 4 * width, QImage.Format.Format_RGBX8888
            )
            self._pixels = picture.pixels  # the image lies in this memory
            if not picture.is_fine:
                self._adapt(picture.elapsed_s)
                self._rest.start()
            self.drawn.emit()
        self._pump()

    def _adapt(self, elapsed_s: float) -> None:
        if elapsed_s > SLOW_S:
            self._scale = max(self._scale * 0.8, LEAST_SCALE)
        elif elapsed_s < QUICK_S:
            self._scale = min(self._scale * 1.25, 1.0)

    @Slot(object)
    def _on_picked(self, picked: Picked) -> None:
        if picked.point is not None:
            self.picked.emit(picked.point)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        """A driver may stumble; one that keeps falling is left alone."""
        self._failures += 1
        self._drawn_number = self._sent_number
        self._is_stale = True
        if self._failures > MOST_FAILURES or not self._link.has_stood:
            self.trouble = sentence
            self.told.emit()

    @Slot()
    def _on_idle(self) -> None:
        self._link.hang_up()


def _timer(parent: QObject, ms: int, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(ms)
    timer.timeout.connect(slot)
    return timer


def _has(sent: _Sent | None, wanted: _Sent) -> bool:
    """Whether the stage has a slice, as fine as it is wanted or finer."""
    if sent is None or sent[0] is not wanted[0]:
        return False
    return sent[1:3] == wanted[1:3] and sent[3] >= wanted[3]


def _point(vector: list[float]) -> Point:
    x, y, z = vector
    return (x, y, z)
