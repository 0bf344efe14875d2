"""What tests of the views share: scans whose every voxel is told apart, and a hand on the mouse."""

from typing import Literal

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.viewer.slice_view import SliceView
from unet_core.volume import Geometry, LabelMap, Volume

Shift, Ctrl = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
Alt, Bare = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
Left, Middle, Right = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.MiddleButton,
    Qt.MouseButton.RightButton,
)
NoButton = Qt.MouseButton.NoButton


def _rotation(degrees: float) -> tuple[float, ...]:
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return (c, -s, 0.0, s, c, 0.0, 0.0, 0.0, 1.0)


GEOMETRIES = {
    "upright": Geometry((14, 12, 10), (0.8, 0.8, 2.5), (-5.0, 7.0, 100.0)),
    "RAS": Geometry((14, 12, 10), (0.8, 0.7, 2.5), direction=(-1.0, 0, 0, 0, -1.0, 0, 0, 0, 1.0)),
    "feet last": Geometry((14, 12, 10), direction=(1.0, 0, 0, 0, 1.0, 0, 0, 0, -1.0)),
    "sagittal file": Geometry(
        (14, 12, 10), (1.0, 0.9, 3.0), direction=(0, 0, 1.0, 1.0, 0, 0, 0, -1.0, 0)
    ),
    "oblique": Geometry((14, 12, 10), (0.9, 0.9, 3.0), direction=_rotation(24)),
    "anisotropic": Geometry((14, 12, 10), (0.1, 0.1, 10.0)),
    "no scale": Geometry((14, 12, 10), has_scale=False),
    "no orientation": Geometry((14, 12, 10), has_orientation=False),
}


def make_volume(geometry: Geometry = GEOMETRIES["upright"]) -> Volume:
    """Every voxel its own value, so that a wrong one is noticed."""
    count = int(np.prod(geometry.size_xyz))
    values = np.random.default_rng(5).permutation(count).reshape(geometry.shape_zyx)
    return Volume((values % 2000 - 1000).astype(np.int16), geometry, "volume.nii.gz")


def make_mask(
    geometry: Geometry = GEOMETRIES["upright"],
    role: Literal["reference", "prediction"] = "reference",
) -> LabelMap:
    """A liver with a tumour in its middle."""
    voxels = np.zeros(geometry.shape_zyx, np.uint8)
    voxels[2:8, 3:9, 4:11] = 1
    voxels[4:6, 5:7, 6:8] = 2
    return LabelMap(voxels, geometry, f"{role}.nii.gz", role=role)


def picture(view: SliceView) -> QImage:
    """The view as it is on the screen."""
    return view.grab().toImage()


def wheel(
    view: QWidget, turned: int, at: QPoint | None = None, modifiers: Qt.KeyboardModifier = Bare
) -> None:
    """Turn the wheel, 120 a notch."""
    here = QPointF(at if at is not None else view.rect().center())
    event = QWheelEvent(
        here,
        QPointF(view.mapToGlobal(here)),
        QPoint(),
        QPoint(0, turned),
        NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def drag(
    view: QWidget,
    button: Qt.MouseButton,
    points: list[QPoint],
    modifiers: Qt.KeyboardModifier = Bare,
) -> None:
    """Press at the first point, move over the others, release at the last."""
    mouse(view, QEvent.Type.MouseButtonPress, points[0], button, button, modifiers)
    for point in points[1:]:
        mouse(view, QEvent.Type.MouseMove, point, NoButton, button, modifiers)
    mouse(view, QEvent.Type.MouseButtonRelease, points[-1], button, NoButton, modifiers)


def mouse(
    view: QWidget,
    kind: QEvent.Type,
    point: QPoint | QPointF,
    button: Qt.MouseButton = NoButton,
    buttons: Qt.MouseButton = NoButton,
    modifiers: Qt.KeyboardModifier = Bare,
) -> None:
    """One event of the mouse; ``buttons`` are those down after it."""
    here = QPointF(point)
    place = QPointF(view.mapToGlobal(here))
    QApplication.sendEvent(view, QMouseEvent(kind, here, place, button, buttons, modifiers))


def hover(view: QWidget, point: QPoint, modifiers: Qt.KeyboardModifier = Bare) -> None:
    """Move the pointer without a button."""
    mouse(view, QEvent.Type.MouseMove, point, modifiers=modifiers)
