"""All that lies over a slice, in the order it is drawn."""

from PySide6.QtGui import QPainter

from app.translation import tr
from app.viewer import annotations
from app.viewer.picture import Scene
from app.viewer.planes import PlaneCut
from app.viewer.readout import Readout, tilt_degrees
from unet_core.volume import Index

TILT_SHOWN_DEGREES = 0.5


def annotate(
    painter: QPainter,
    plane: PlaneCut,
    scene: Scene,
    cursor_zyx: Index | None,
    readout: Readout | None,
    covered_px: int = 0,
) -> None:
    """Crosshair, letters, ruler and texts; each only where the file says what it would claim.

    Args:
        cursor_zyx: Canonical voxel under the crosshair; None draws none.
        readout: What lies under the pointer; None writes nothing.
        covered_px: How far down something else lies over the view.
    """
    geometry, size = scene.volume.geometry, scene.placement.size_px
    if cursor_zyx is not None:
        place = plane.row_column(cursor_zyx, geometry.canonical.shape_zyx)
        colours = (plane.vertical_colour, plane.horizontal_colour)
        annotations.draw_crosshair(painter, scene.placement, place, colours)
    lines = corner_lines(plane, scene)
    texts = annotations.draw_lines(painter, size, lines, bottom=False, covered_px=covered_px)
    if geometry.has_orientation:
        annotations.draw_letters(painter, size, plane.letters, texts, covered_px)
    if geometry.has_scale:
        annotations.draw_ruler(painter, scene.placement)
    if readout is not None:
        annotations.draw_lines(painter, size, readout.lines, bottom=True)


def corner_lines(plane: PlaneCut, scene: Scene) -> tuple[str, ...]:
    """Slice number from 1, grey window, and what is unusual about the orientation."""
    geometry, window = scene.volume.geometry, scene.window
    slices = geometry.canonical.shape_zyx[plane.axis]
    lines = [
        f"{scene.position + 1} / {slices}",
        f"W {window.width:.4g}  L {window.level:.4g}",
    ]
    tilt = tilt_degrees(geometry)
    if tilt > TILT_SHOWN_DEGREES:
        lines.append(tr("tilted {tilt:.0f}°", tilt=tilt))
    if not geometry.has_orientation:
        lines.append(tr("orientation unknown"))
    return tuple(lines)
