"""Agreement of two masks: each voxel's class, what the views draw, colours anyone can tell."""

import gc
import itertools
import weakref
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from app.comparing import region_shown
from app.document import COMPARE_MODES
from app.session import Session
from app.viewer import render
from app.viewer.agreement import (
    AGREEMENT,
    BOTH,
    EXTRA,
    MISSED,
    AgreementMap,
    agreement_slice,
    shown_layers,
)
from app.viewer.slice_view import SliceView
from tests.app.fake_run import scan
from unet_core.slice_dice import RegionPair, count_slices
from unet_core.volume import DEFAULT_LABELS, Geometry, LabelMap, Labels, regions_of

PAIRS = tuple(RegionPair(r, r.values, r.values) for r in regions_of(DEFAULT_LABELS))
SHAPE = (4, 12, 16)
SLICES = hnp.array_shapes(min_dims=2, max_dims=2, max_side=8).flatmap(
    lambda shape: st.tuples(*[hnp.arrays(np.uint8, shape, elements=st.integers(0, 3))] * 2)
)
DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
PROTANOPIA = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
TRITANOPIA = (
    (1.255528, -0.076749, -0.178779),
    (-0.078411, 0.930809, 0.147602),
    (0.004733, 0.691367, 0.303900),
)
"""Machado, Oliveira and Fernandes 2009, doi:10.1109/TVCG.2009.113, severity 1, linear RGB."""


def label_map(voxels: Labels, role: str, name: str = "") -> LabelMap:
    z, y, x = voxels.shape
    return LabelMap(voxels, Geometry((x, y, z)), name or role, role=role)


@pytest.fixture
def masks() -> tuple[LabelMap, LabelMap]:
    """A square in slices 1 and 2, and the same moved two columns to the right, in slice 1 only."""
    truth, guess = np.zeros(SHAPE, np.uint8), np.zeros(SHAPE, np.uint8)
    truth[1:3, 3:9, 4:10] = 1
    truth[1, 5:7, 5:7] = 2
    guess[1, 3:9, 6:12] = 1
    return label_map(truth, "reference"), label_map(guess, "prediction")


@pytest.fixture
def compared(session: Session, masks: tuple[LabelMap, LabelMap]) -> Session:
    session.set_volume(scan(None, SHAPE))
    for mask in masks:
        session.add_label_map(mask)
    return session


@given(SLICES)
@settings(deadline=None)
def test_every_voxel_is_in_its_class(pair: tuple[Labels, Labels]) -> None:
    reference, prediction = pair
    for region in PAIRS:
        found = agreement_slice(reference, prediction, region)
        for truth, guess, code in zip(reference.flat, prediction.flat, found.flat, strict=True):
            held = (truth in region.reference, guess in region.prediction)
            expected = {(True, True): BOTH, (False, True): EXTRA, (True, False): MISSED}
            assert code == expected.get(held, 0)


@given(SLICES)
@settings(deadline=None)
def test_classes_count_as_the_dice_does(pair: tuple[Labels, Labels]) -> None:
    reference, prediction = pair
    for region in PAIRS:
        found = agreement_slice(reference, prediction, region)
        both, truth, guess = count_slices(reference[None], prediction[None], (region,))[0, 0]
        counted = np.bincount(found.ravel(), minlength=4)
        assert (counted[BOTH], counted[MISSED], counted[EXTRA]) == (
            both,
            truth - both,
            guess - both,
        )


def test_a_slice_cut_across_memory_gives_the_same() -> None:
    rng = np.random.default_rng(0)
    reference, prediction = (rng.integers(0, 3, (9, 8, 7), dtype=np.uint8) for _ in range(2))
    crooked = [a[::-1, :, 3] for a in (reference, prediction)]
    straight = [np.ascontiguousarray(a) for a in crooked]
    found = agreement_slice(crooked[0], crooked[1], PAIRS[0])
    assert found.flags.c_contiguous
    np.testing.assert_array_equal(found, agreement_slice(straight[0], straight[1], PAIRS[0]))


# --- what is drawn -----------------------------------------------------------------------------


def test_masks_are_drawn_as_set_until_asked(compared: Session) -> None:
    assert shown_layers(compared) is compared.layers


def test_each_mask_alone_is_drawn_alike_and_seen_even_if_hidden(compared: Session) -> None:
    reference, prediction = compared.label_maps
    compared.restyle(reference, visible=False)
    shown = []
    for mode, mask in (("reference", reference), ("prediction", prediction)):
        compared.set_compare_mode(mode)
        (layer,) = shown_layers(compared)
        assert layer.label_map is mask
        assert layer.visible
        shown.append(layer)
    assert (shown[0].outline, shown[0].opacity) == (shown[1].outline, shown[1].opacity)


def test_a_view_may_have_a_way_of_its_own(compared: Session) -> None:
    compared.set_compare_mode("agreement")
    (layer,) = shown_layers(compared, "reference")
    assert layer.label_map is compared.label_maps[0]


def test_hidden_masks_stay_hidden_in_every_mode(compared: Session) -> None:
    for mask in compared.label_maps:
        compared.restyle(mask, visible=False)
    for mode in COMPARE_MODES[1:]:
        compared.set_compare_mode(mode)
        assert shown_layers(compared) == ()


def test_without_a_pair_masks_are_drawn_as_set(
    session: Session, masks: tuple[LabelMap, LabelMap]
) -> None:
    session.set_volume(scan(None, SHAPE))
    session.add_label_map(masks[0])
    session.set_compare_mode("agreement")
    assert shown_layers(session) is session.layers


def test_the_same_agreement_is_one_object_and_goes_when_nobody_shows_it(compared: Session) -> None:
    """What is drawn is known by identity; a scan put away must not stay in memory."""
    compared.set_compare_mode("agreement")
    first, again = (shown_layers(compared)[0].label_map for _ in range(2))
    assert first is again
    assert shown_layers(compared)[0].drawn_as(shown_layers(compared)[0])
    compared.set_compared_region("tumour")
    assert shown_layers(compared)[0].label_map is not first
    kept = weakref.ref(first)
    del first, again
    gc.collect()
    assert kept() is None


def test_the_region_shown_is_the_first_until_another_is_chosen(compared: Session) -> None:
    shown = region_shown(compared)
    assert shown is not None
    assert shown.region.title == "liver (with tumour)"
    compared.set_compared_region("tumour")
    shown = region_shown(compared)
    assert shown is not None
    assert shown.region.name == "tumour"
    compared.set_compared_region("spleen")
    shown = region_shown(compared)
    assert shown is not None
    assert shown.region.name == "liver"


def _pixels(view: SliceView, row: int, column: int) -> QColor:
    image = view.grab().toImage()  # which places the slice, too
    assert view.placement is not None
    x, y = view.placement.to_widget(row + 0.5, column + 0.5)
    return image.pixelColor(int(x), int(y))


def _most(colour: QColor) -> str:
    parts = dict(zip("rgb", colour.getRgb()[:3], strict=True))
    return max(parts, key=lambda part: parts[part])


def test_a_view_shows_missed_blue_extra_orange_and_both_green(
    qtbot: QtBot, compared: Session
) -> None:
    view = SliceView(compared, "axial")
    qtbot.addWidget(view)
    view.resize(400, 320)
    view.set_crosshair_visible(False)
    compared.set_cursor((1, 0, 0))
    compared.set_compare_mode("agreement")
    assert _most(_pixels(view, 4, 4)) == "b"
    assert _most(_pixels(view, 4, 11)) == "r"
    assert _most(_pixels(view, 4, 8)) == "g"
    grey = _pixels(view, 10, 14)
    assert len(set(grey.getRgb()[:3])) == 1
    compared.set_cursor((2, 0, 0))
    assert _most(_pixels(view, 4, 8)) == "b", "the prediction has nothing in this slice"


def test_outlines_tell_whose_edge_runs_where(masks: tuple[LabelMap, LabelMap]) -> None:
    made = AgreementMap.of(*masks, PAIRS[0])
    codes = agreement_slice(made.truth[1], made.guess[1], made.pair)
    lines = render.outlines(codes, dict.fromkeys(AGREEMENT), np.bitwise_xor)
    upright = {
        value: {float(x) for x, _ in corners if np.count_nonzero(corners[:, 0] == x) > 2}
        for value, corners in lines.items()
    }
    assert 4.0 in upright[MISSED], "left edge of the reference"
    assert 12.0 in upright[EXTRA], "right edge of the prediction"
    lengths = {v: np.abs(np.diff(c.reshape(-1, 2, 2), axis=1)).sum() for v, c in lines.items()}
    around = 2 * (6 + 6)
    assert lengths[MISSED] + lengths[BOTH] == around, "all of the reference's outline"
    assert lengths[EXTRA] + lengths[BOTH] == around, "all of the prediction's outline"
    assert lengths[BOTH] == 2 * 4, "top and bottom where they overlap"


@pytest.mark.parametrize("plane", ["axial", "coronal", "sagittal"])
def test_every_plane_draws_what_lies_in_its_slice(
    qtbot: QtBot, compared: Session, plane: str
) -> None:
    view = SliceView(compared, plane)
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.set_crosshair_visible(False)
    compared.set_compare_mode("agreement")
    index = (1, 4, 4)
    compared.set_cursor(index)
    colour = view.grab().toImage().pixelColor(view.point_of(index).toPoint())
    assert _most(colour) == "b"


# --- colours -----------------------------------------------------------------------------------


def _seen(colour: QColor, matrix: tuple[tuple[float, ...], ...]) -> NDArray[np.float64]:
    """CIELAB of a colour as colour-blind eyes see it."""
    rgb = np.array(colour.getRgbF()[:3])
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    linear = np.clip(np.array(matrix) @ linear, 0, 1)
    to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    xyz = np.array(to_xyz) @ linear / (0.9505, 1.0, 1.089)
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("eyes", ["usual", "deuteranopia", "protanopia", "tritanopia"])
@pytest.mark.parametrize("grey", [40, 128, 200])
def test_any_eyes_tell_the_classes_apart_on_any_grey(
    eyes: str, grey: int, compared: Session
) -> None:
    """Differences in CIELAB, where 2.3 is just noticeable; agreement is meant to be quiet."""
    matrices = {
        "usual": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
        "deuteranopia": DEUTERANOPIA,
        "protanopia": PROTANOPIA,
        "tritanopia": TRITANOPIA,
    }
    compared.set_compare_mode("agreement")
    (layer,) = shown_layers(compared)
    seen = {0: _seen(QColor(grey, grey, grey), matrices[eyes])}
    for value, label in AGREEMENT.items():
        opacity = layer.look(value).opacity
        assert opacity is not None
        mixed = [round(grey + (c - grey) * opacity) for c in render.rgb(label.colour)]
        seen[value] = _seen(QColor(*mixed), matrices[eyes])
    for (a, one), (b, other) in itertools.combinations(seen.items(), 2):
        least = 7 if {a, b} == {0, BOTH} else 25
        assert np.linalg.norm(one - other) > least, (a, b)


def test_opacity_of_the_masks_holds_for_the_agreement(compared: Session) -> None:
    compared.set_compare_mode("agreement")
    before = shown_layers(compared)[0].look(MISSED).opacity
    compared.restyle(compared.label_maps[1], opacity=0.2)
    after = shown_layers(compared)[0].look(MISSED).opacity
    assert before is not None
    assert after is not None
    assert after < before


def test_a_mask_replaced_is_compared_anew(compared: Session) -> None:
    compared.set_compare_mode("agreement")
    before = shown_layers(compared)[0].label_map
    old = compared.label_maps[1]
    compared.replace_label_map(old, replace(old, voxels=old.voxels.copy()))
    assert shown_layers(compared)[0].label_map is not before
