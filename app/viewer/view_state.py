"""How the views stood, as plain values for a saved session, and standing so again."""

import math
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from app.document import Window
from app.viewer.layout import LAYOUTS, PAIR, SECOND, SPARE, ViewerArea
from app.viewer.placement import ZOOM_RANGE
from app.viewer.planes import PLANES
from app.viewer.slice_view import SliceView
from app.viewer.surface_camera import Camera
from app.viewer.surface_scene import SLICE_MODES

FURTHEST_MM = 1e6
_NONSENSE = (KeyError, TypeError, ValueError, OverflowError)


def views_state(viewer: ViewerArea) -> dict[str, Any]:
    """Layout, zoom and place of each view, and what is drawn."""
    canvas = viewer.spare.view_3d.canvas
    return {
        "layout": viewer.layout_name,
        "maximised": viewer.maximised,
        "side": viewer.side,
        "smooth": viewer.smooth,
        "crosshair": viewer.crosshair_visible,
        "places": {plane: _place(view) for plane, view in viewer.views.items()},
        "3d": {
            "camera": asdict(canvas.camera) | {"focus": list(canvas.camera.focus)},
            "fitted": canvas.is_fitted,
            "slices": canvas.drawing.slice_mode,
            "in_front": viewer.spare.shows_3d,
        },
        "second": _second(viewer),
    }


def restore_views(viewer: ViewerArea, values: Mapping[str, Any]) -> None:
    """Let the views stand as ``views_state`` said; what makes no sense is left out."""
    if values.get("side") in PLANES:
        viewer.show_side(values["side"])
    if values.get("layout") in LAYOUTS:
        viewer.layout_name = values["layout"]
    alone = values.get("maximised")
    if alone in (*PLANES, SPARE, PAIR) or (alone == SECOND and viewer.second.volume is not None):
        viewer.maximise(alone)
    if isinstance(values.get("smooth"), bool):
        viewer.set_smooth(values["smooth"])
    if isinstance(values.get("crosshair"), bool):
        viewer.set_crosshair_visible(values["crosshair"])
    _restore_second(viewer, _mapping(values.get("second")))
    places = _mapping(values.get("places"))
    for plane, view in viewer.views.items():
        _restore_place(view, _mapping(places.get(plane)))
    _restore_3d(viewer, _mapping(values.get("3d")))


# --- slices ------------------------------------------------------------------------------------


def _place(view: SliceView) -> dict[str, Any]:
    if view.placement is None:
        return {}
    return {"zoom": view.placement.zoom, "centre": list(view.placement.centre)}


def _restore_place(view: SliceView, place: Mapping[str, Any]) -> None:
    if view.placement is None:
        return
    try:
        zoom = float(place["zoom"])
        row, column = (float(part) for part in place["centre"])
    except _NONSENSE:
        return
    low, high = ZOOM_RANGE
    rows, columns = view.placement.shape
    if low <= zoom <= high and 0 <= row <= rows and 0 <= column <= columns:
        view.set_placement(replace(view.placement, zoom=zoom, centre=(row, column)))


# --- the scan beside -----------------------------------------------------------------------------


def _second(viewer: ViewerArea) -> dict[str, Any]:
    second = viewer.second
    if second.volume is None:
        return {}
    return {
        "window": asdict(second.session.window),
        "cursor": list(second.session.cursor),
        "linked": second.is_linked,
        "share": viewer.second_bar.share,
        "places": {plane: _place(view) for plane, view in viewer.second_panel.views.items()},
    }


def _restore_second(viewer: ViewerArea, values: Mapping[str, Any]) -> None:
    """The link comes after both crosshairs: linked by hand, it rests on where they stand."""
    second = viewer.second
    if second.volume is None or not values:
        return
    window = _mapping(values.get("window"))
    try:
        width, level = float(window["width"]), float(window["level"])
        z, y, x = (int(index) for index in values["cursor"])
        share = float(values["share"])
    except _NONSENSE:
        return
    if math.isfinite(width) and math.isfinite(level):
        second.session.set_window(Window(width, level))
    second.set_linked(False)
    second.session.set_cursor((z, y, x))
    second.set_linked(values.get("linked") is True)
    places = _mapping(values.get("places"))
    for plane, view in viewer.second_panel.views.items():
        _restore_place(view, _mapping(places.get(plane)))
    if math.isfinite(share):
        viewer.second_bar.set_share(share)


# --- 3D ----------------------------------------------------------------------------------------


def _restore_3d(viewer: ViewerArea, values: Mapping[str, Any]) -> None:
    canvas = viewer.spare.view_3d.canvas
    if values.get("slices") in SLICE_MODES:
        canvas.set_slice_mode(values["slices"])
    if isinstance(values.get("in_front"), bool):
        viewer.spare.show_3d(values["in_front"])
    camera = _mapping(values.get("camera"))
    try:
        x, y, z = (float(mm) for mm in camera["focus"])
        distance, azimuth, elevation = (
            float(camera[name]) for name in ("distance_mm", "azimuth", "elevation")
        )
    except _NONSENSE:
        return
    is_sound = all(math.isfinite(v) and abs(v) < FURTHEST_MM for v in (x, y, z, distance))
    if is_sound and distance > 0 and abs(azimuth) <= 360 and abs(elevation) <= 90:
        found = Camera((x, y, z), distance, azimuth, elevation)
        canvas.set_camera(found, is_fitted=values.get("fitted") is not False)


def _mapping(values: Any) -> Mapping[str, Any]:
    return values if isinstance(values, Mapping) else {}
