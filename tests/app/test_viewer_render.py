"""From voxels to pixels: greys, colours, outlines, and where a slice lies in its widget."""

import numpy as np
import pytest
from PySide6.QtGui import QImage

from app.document import LabelLook, Layer, Window
from app.viewer import render
from app.viewer.placement import Placement
from app.viewer.planes import PLANES
from app.viewer.presets import window_presets
from app.viewer.readout import read, slice_position_text, tilt_degrees
from unet_core.volume import Geometry, Label, LabelMap, Volume

HIDDEN = LabelLook(visible=False)


def _layer(labels: np.ndarray, **style: object) -> Layer:
    z, y, x = labels.shape
    return Layer(LabelMap(labels, Geometry((x, y, z)), "mask"), **style)


@pytest.mark.parametrize("dtype", ["int16", "uint16", "uint8", "float32", "int32"])
def test_grey_is_the_window_for_every_voxel_type(dtype: str) -> None:
    low, high = (0, 255) if dtype == "uint8" else (0, 4000)
    if dtype in ("int16", "float32", "int32"):
        low = -1500
    voxels = np.linspace(low, high, 60).reshape(6, 10).astype(dtype)
    window = Window(150.0, 100.0)
    picture = render.Picture(QImage.Format.Format_RGB32)
    image = picture.grey(voxels, window)
    expected = np.clip((voxels.astype(float) - 25.0) / 150.0 * 255, 0, 255)
    shown = np.array([[image.pixelColor(c, r).red() for c in range(10)] for r in range(6)])
    assert np.abs(shown - expected).max() <= 0.51
    assert image.pixelColor(3, 3).green() == shown[3, 3]


@pytest.mark.parametrize("window", [Window(400.0, 40.0), Window(1.0, 3.0), Window(65000.0, -7.5)])
def test_grey_of_every_int16_value(window: Window) -> None:
    """Rounded as arithmetic has it, and black and white beyond."""
    voxels = np.arange(-32768, 32768).astype(np.int16).reshape(256, 256)
    image = render.Picture(QImage.Format.Format_RGB32).grey(voxels, window)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(256, 256)
    exact = (voxels.astype(float) - window.level + window.width / 2) / window.width * 255
    assert np.abs((pixels & 255) - np.clip(exact, 0, 255)).max() <= 0.51
    assert np.array_equal(pixels, (pixels & 255) * 0x010101 | 0xFF000000)


def test_grey_of_numbers_that_are_none() -> None:
    voxels = np.array([[np.nan, np.inf, -np.inf, 40.0]], np.float32)
    image = render.Picture(QImage.Format.Format_RGB32).grey(voxels, Window(400.0, 40.0))
    assert [image.pixelColor(c, 0).red() for c in range(4)] == [0, 255, 0, 128]


def test_a_slice_is_a_view_of_the_volume() -> None:
    canonical = np.zeros((4, 5, 6), np.int16)
    for plane in PLANES.values():
        assert np.shares_memory(plane.cut(canonical, 2), canonical)


@pytest.mark.parametrize("plane", PLANES.values(), ids=list(PLANES))
def test_index_and_row_column_are_inverse(plane) -> None:
    shape = (4, 5, 6)
    canonical = np.arange(120).reshape(shape)
    for index in np.ndindex(shape):
        row, column = plane.row_column(index, shape)
        assert plane.index(row, column, index[plane.axis], shape) == index
        assert plane.cut(canonical, index[plane.axis])[row, column] == canonical[index]


def test_radiologists_see_the_patient_as_they_are_used_to() -> None:
    """Canonical z grows to the head, y to the back, x to the patient's left."""
    marks = {"head": (9, 4, 4), "nose": (4, 0, 4), "left hand": (4, 4, 9)}
    shape = (10, 10, 10)
    assert PLANES["axial"].row_column(marks["nose"], shape)[0] == 0
    assert PLANES["axial"].row_column(marks["left hand"], shape)[1] == 9
    assert PLANES["coronal"].row_column(marks["head"], shape)[0] == 0
    assert PLANES["coronal"].row_column(marks["left hand"], shape)[1] == 9
    assert PLANES["sagittal"].row_column(marks["head"], shape)[0] == 0
    assert PLANES["sagittal"].row_column(marks["nose"], shape)[1] == 0
    assert PLANES["axial"].letters == ("R", "L", "A", "P")
    assert PLANES["coronal"].letters == ("R", "L", "S", "I")
    assert PLANES["sagittal"].letters == ("A", "P", "S", "I")


def test_crosshair_lines_have_the_colours_of_the_planes_they_stand_for() -> None:
    axial, sagittal, coronal = (PLANES[p].colour for p in ("axial", "sagittal", "coronal"))
    assert PLANES["axial"].vertical_colour == sagittal
    assert PLANES["axial"].horizontal_colour == coronal
    assert PLANES["sagittal"].vertical_colour == coronal
    assert PLANES["coronal"].horizontal_colour == axial


def test_fill_table_is_premultiplied_and_hides_what_is_hidden() -> None:
    layer = _layer(np.zeros((1, 1, 1), np.uint8), opacity=0.5, looks={2: HIDDEN})
    table = render.fill_table(render.looks_of(layer).fills)
    red, green, blue = render.rgb(layer.label_map.labels[1].colour)
    alpha = int(table[1]) >> 24
    assert alpha == 128
    assert int(table[1]) >> 16 & 255 == pytest.approx(red * alpha / 255, abs=0.51)
    assert int(table[1]) >> 8 & 255 == pytest.approx(green * alpha / 255, abs=0.51)
    assert int(table[1]) & 255 == pytest.approx(blue * alpha / 255, abs=0.51)
    assert table[2] == 0
    assert table[0] == 0
    hidden = _layer(np.zeros((1, 1, 1), np.uint8), visible=False)
    assert render.looks_of(hidden) == render.Looks({}, {})


def test_each_label_has_its_own_opacity_and_is_filled_or_outlined() -> None:
    labels = np.zeros((1, 1, 1), np.uint8)
    looks = {1: LabelLook(opacity=0.2), 2: LabelLook(outline=True, opacity=0.9)}
    found = render.looks_of(_layer(labels, looks=looks))
    assert found.fills == {1: ("#3fb68b", 0.2)}
    assert found.lines == {2: ("#f2b134", 0.9)}
    outlined = render.looks_of(_layer(labels, outline=True, looks={1: LabelLook(outline=False)}))
    assert (set(outlined.fills), set(outlined.lines)) == ({1}, {2})
    assert render.looks_of(_layer(labels, opacity=0.0)) == render.Looks({}, {})


def test_lines_fade_below_the_usual_opacity() -> None:
    alphas = [render.line_colour("#3fb68b", opacity).alpha() for opacity in (1.0, 0.45, 0.15)]
    assert alphas == [255, 255, 85]


def _edges_of(corners: np.ndarray) -> set[tuple[int, int, int, int]]:
    """Unit edges of joined lines."""
    found = set()
    for (x0, y0), (x1, y1) in corners.reshape(-1, 2, 2).astype(int).tolist():
        assert x0 == x1 or y0 == y1
        for x in range(x0, x1):
            found.add((x, y0, x + 1, y0))
        for y in range(y0, y1):
            found.add((x0, y, x0, y + 1))
    return found


def test_outlines_are_the_edges_between_differing_voxels() -> None:
    rng = np.random.default_rng(3)
    for _ in range(20):
        labels = rng.choice(np.array([0, 1, 1, 1, 2, 3], np.uint8), size=(9, 11))
        framed = np.pad(np.where(labels == 3, 0, labels), 1)  # 3 is hidden
        expected: dict[int, set[tuple[int, int, int, int]]] = {1: set(), 2: set()}
        for r in range(10):
            for c in range(12):
                here, right, below = framed[r, c], framed[r, min(c + 1, 12)], framed[r + 1, c]
                if here != right:
                    expected[max(here, right)].add((c, r - 1, c, r))
                if here != below:
                    expected[max(here, below)].add((c - 1, r, c, r))
        found = render.outlines(labels, {1: "", 2: ""})
        assert {v: _edges_of(corners) for v, corners in found.items()} == expected


def test_outlines_join_edges_and_skip_hidden_values() -> None:
    labels = np.zeros((20, 20), np.uint8)
    labels[5:15, 3:9] = 1
    labels[7, 7] = 2
    assert len(render.outlines(labels, {1: ""})[1]) == 2 * 8  # 4 sides, and 4 of the hole
    assert set(render.outlines(labels, {2: ""})) == {2}
    assert render.outlines(np.zeros((4, 4), np.uint8), {1: ""}) == {}
    paths = render.line_paths(render.outlines(labels, {1: ""})[1])
    assert paths[0].boundingRect().getRect() == (3.0, 5.0, 6.0, 10.0)


def test_box_of_labels() -> None:
    labels = np.zeros((6, 8), np.uint8)
    assert render.box(labels) is None
    labels[2, 3] = labels[4, 6] = 1
    assert render.box(labels) == (slice(2, 5), slice(3, 7))


def test_auto_window_leaves_air_out() -> None:
    voxels = np.full((64, 64), -1000, np.int16)
    voxels[16:48, 16:48] = np.linspace(0, 100, 1024).reshape(32, 32)
    window = render.auto_window(voxels)
    assert window.level == pytest.approx(50, abs=5)
    assert window.width == pytest.approx(100, abs=10)
    assert render.auto_window(np.full((4, 4), 7, np.int16)) == Window(1.0, 7.0)
    assert render.auto_window(np.full((4, 4), np.nan, np.float32)).width == 1.0


def test_presets_are_those_radiologists_know() -> None:
    known = {p.name: (p.window.width, p.window.level) for p in window_presets()}
    assert known == {
        "Abdomen": (350, 40),
        "Liver": (150, 30),
        "Lung": (1400, -500),
        "Bone": (1000, 400),
        "Brain": (100, 50),
        "Stroke": (40, 40),
        "Mediastinum": (350, 50),
    }


def test_placement_keeps_physical_proportions() -> None:
    placement = Placement.fitted((78, 512), (2.0, 0.727), (600, 400))
    down, across = placement.scale
    assert down / across == pytest.approx(2.0 / 0.727)
    x0, y0 = placement.to_widget(0, 0)
    x1, y1 = placement.to_widget(78, 512)
    assert min(x0, y0) >= 0
    assert x1 <= 600
    assert y1 <= 400
    assert x0 + x1 == pytest.approx(600)
    assert y0 + y1 == pytest.approx(400)


def test_placement_zooms_around_the_pointer_and_comes_back() -> None:
    placement = Placement.fitted((100, 80), (1.0, 1.5), (400, 300))
    before = placement.to_slice(317.0, 42.0)
    zoomed = placement.zoomed(3.0, 317.0, 42.0)
    assert zoomed.to_slice(317.0, 42.0) == pytest.approx(before)
    assert zoomed.px_per_mm == pytest.approx(3 * placement.px_per_mm)
    back = zoomed.zoomed(1 / 3, 317.0, 42.0)
    assert back.centre == pytest.approx(placement.centre)
    far = placement.zoomed(1e9, 0, 0)
    assert far.zoom == 60.0


def test_placement_pans_but_not_out_of_sight() -> None:
    placement = Placement.fitted((100, 100), (1.0, 1.0), (412, 412))
    row, column = placement.to_slice(100, 100)
    assert placement.panned(40, 20).to_slice(140, 120) == pytest.approx((row, column))
    assert placement.panned(1e6, 1e6).centre == (0.0, 0.0)


def test_placement_follows_a_crosshair_that_left() -> None:
    placement = Placement.fitted((100, 100), (1.0, 1.0), (412, 412)).zoomed(4, 206, 206)
    assert placement.showing(50, 50) is placement
    moved = placement.showing(95, 50)
    x, y = moved.to_widget(95, 50)
    assert 0 <= x < 412
    assert 0 <= y < 412
    assert moved.centre[1] == placement.centre[1]


def test_readout_names_value_voxel_position_and_labels() -> None:
    geometry = Geometry((4, 3, 2), (0.5, 0.5, 2.0), (-10.0, -20.0, 30.0))
    voxels = np.arange(24, dtype=np.int16).reshape(2, 3, 4)
    labels = np.zeros((2, 3, 4), np.uint8)
    labels[1, 2, 3] = 2
    layer = Layer(LabelMap(labels, geometry, "m"))
    readout = read(Volume(voxels, geometry, "v"), (layer,), (1, 2, 3))
    assert readout.text == "23 HU   voxel 3, 2, 1   R 8.5  A 19.0  S 32.0 mm   tumour"
    hidden = Layer(layer.label_map, looks={2: HIDDEN})
    assert read(Volume(voxels, geometry, "v"), (hidden,), (1, 2, 3)).labels == ()
    odd = Layer(LabelMap(labels, geometry, "m", labels={9: Label(9, "x", "#ffffff")}))
    assert read(Volume(voxels, geometry, "v"), (odd,), (1, 2, 3)).labels == ("label 2",)


def test_no_position_without_scale_or_orientation() -> None:
    for geometry in (
        Geometry((2, 2, 2), has_scale=False),
        Geometry((2, 2, 2), has_orientation=False),
    ):
        volume = Volume(np.zeros((2, 2, 2), np.uint8), geometry, "v", intensity="grey")
        assert read(volume, (), (0, 0, 0)).text == "grey 0   voxel 0, 0, 0"
        assert slice_position_text(geometry, (0, 0, 0), 0) == ""


def test_tilt_is_named() -> None:
    assert tilt_degrees(Geometry((2, 2, 2))) == 0.0
    c, s = np.cos(np.radians(18.5)), np.sin(np.radians(18.5))
    tilted = Geometry((2, 2, 2), direction=(1.0, 0.0, 0.0, 0.0, c, -s, 0.0, s, c))
    assert tilt_degrees(tilted) == pytest.approx(18.5)
