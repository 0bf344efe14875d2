"""The strip of bars: what it says, where a click goes, which slices are worst."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage

from app.viewer.dice_bars import dice_colour
from app.viewer.dice_strip import DiceStrip
from unet_core.volume import DEFAULT_LABELS, regions_of

REGIONS = regions_of(DEFAULT_LABELS)
NAN = float("nan")
DICE = np.array(
    [[0.95, NAN], [0.93, 0.0], [NAN, NAN], [0.40, 0.70], [0.90, 0.85], [0.0, NAN], [1.0, 1.0]]
)


@pytest.fixture
def strip(qtbot) -> DiceStrip:
    widget = DiceStrip()
    qtbot.addWidget(widget)
    widget.set_scores(REGIONS, DICE, "prediction against reference", (0.912, None))
    widget.resize(500, widget.sizeHint().height())
    widget.show()
    return widget


def _image(strip: DiceStrip) -> QImage:
    return strip.grab().toImage()


def _column(strip: DiceStrip, position: int, row: int) -> list[QColor]:
    """Colours of a bar from its top to its bottom, a little beside the marker."""
    image, rect = _image(strip), strip._row(row)
    x = int(strip.x_of(position)) + 8
    return [image.pixelColor(x, y) for y in range(rect.top(), rect.bottom() + 1)]


def _is(colour: QColor, other: QColor) -> bool:
    pairs = zip(colour.toTuple(), other.toTuple(), strict=True)
    return all(abs(a - b) <= 2 for a, b in pairs)


def test_a_bar_is_as_high_as_its_dice(strip: DiceStrip) -> None:
    for position, row in ((0, 0), (3, 0), (3, 1), (4, 1), (6, 1)):
        value = float(DICE[position, row])
        coloured = [c for c in _column(strip, position, row) if _is(c, dice_colour(value))]
        assert len(coloured) == pytest.approx(value * strip._row(row).height(), abs=1.5)


def test_only_one_mask_having_it_is_red_and_neither_is_hatched_grey(strip: DiceStrip) -> None:
    missed = _column(strip, 5, 0)
    assert all(c.red() > c.green() + 25 for c in missed)
    assert _is(missed[-2], dice_colour(0.0))
    empty = _column(strip, 5, 1)
    assert all(abs(c.red() - c.green()) < 20 for c in empty)
    assert len({c.rgb() for c in empty}) > 1, "no hatching"


def test_colour_changes_from_red_over_amber_to_green() -> None:
    bad, middling, good = (dice_colour(d) for d in (0.1, 0.7, 0.97))
    assert bad.red() > 2 * bad.green()
    assert middling.red() > 200
    assert middling.green() > 120
    assert good.green() > good.red()


def test_text_under_the_pointer_counts_slices_from_one(strip: DiceStrip) -> None:
    assert strip.text_of(1) == "slice 2: liver (with tumour) 0.93, tumour 0.00"
    assert strip.text_of(2) == "slice 3: liver (with tumour) n/a, tumour n/a"


def test_click_and_drag_go_to_slices(strip: DiceStrip, qtbot) -> None:
    heard: list[int] = []
    strip.slice_clicked.connect(heard.append)
    y = strip._row(1).center().y()
    for position in range(7):
        point = QPoint(round(strip.x_of(position)), y)
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=point)
    assert heard == list(range(7))
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(2, y))
    assert heard == list(range(7)), "the names are not slices"


def test_marker_stands_on_the_current_slice(strip: DiceStrip) -> None:
    strip.set_current(4)
    row = strip._row(0).center().y()
    assert _image(strip).pixelColor(int(strip.x_of(4)), row).lightness() > 200
    strip.set_current(0)
    assert _image(strip).pixelColor(int(strip.x_of(4)), row).lightness() < 200


def test_next_worst_walks_from_the_worst_and_back(strip: DiceStrip) -> None:
    assert strip.ranking() == [1, 5, 3, 4, 0, 6]
    assert strip.next_worst(1, current=6) == 1
    assert strip.next_worst(1, current=1) == 5
    assert strip.next_worst(1, current=5) == 3
    assert strip.next_worst(-1, current=3) == 5
    assert strip.next_worst(-1, current=5) == 1
    assert strip.next_worst(-1, current=1) == 6, "around the end"
    assert strip.next_worst(1, current=6) == 1
    assert strip.next_worst(1, current=1) == 5
    assert strip.next_worst(1, current=2) == 1, "after wandering off, from the worst again"
    strip.set_scores(REGIONS, np.full((3, 2), NAN), "")
    assert strip.next_worst() is None
    strip.clear()
    assert strip.next_worst() is None


def test_worst_slices_of_one_region(strip: DiceStrip) -> None:
    plain = _image(strip)
    strip.set_ranked("liver")
    assert strip.ranking() == [5, 3, 4, 1, 0, 6]
    assert strip.next_worst(1, current=0) == 5
    assert _image(strip) != plain, "its name stands out"
    strip.set_ranked("tumour")
    assert strip.next_worst(1, current=5) == 1
    strip.set_ranked("spleen")
    assert strip.ranking() == [1, 5, 3, 4, 0, 6], "a region that is not shown ranks nothing"


def test_ghost_is_drawn_for_the_same_slices_only(strip: DiceStrip) -> None:
    plain = _image(strip)
    strip.set_ghost(np.full_like(DICE, 0.5))
    assert _image(strip) != plain
    strip.set_ghost(None)
    assert _image(strip) == plain
    strip.set_ghost(np.full((3, 2), 0.5))
    assert _image(strip) == plain


def test_where_slices_share_a_pixel_the_worst_shows(qtbot) -> None:
    dice = np.full((4000, 1), 0.98)
    dice[1234] = 0.0
    widget = DiceStrip()
    qtbot.addWidget(widget)
    widget.set_scores(REGIONS[:1], dice, "long scan")
    widget.resize(400, widget.sizeHint().height())
    image, bottom = widget.grab().toImage(), widget._row(0).bottom() - 1
    near = range(int(widget.x_of(1234)) - 2, int(widget.x_of(1234)) + 3)
    assert any(_is(image.pixelColor(x, bottom), dice_colour(0.0)) for x in near)


def test_it_works_empty_with_one_slice_and_very_narrow(qtbot) -> None:
    widget = DiceStrip()
    qtbot.addWidget(widget)
    widget.grab()
    assert widget.slice_at(10.0) is None
    widget.set_scores(REGIONS, np.array([[0.5, NAN]]), "one", (0.5, NAN))
    for width in (1, 20, 120, 900):
        widget.resize(width, 60)
        widget.grab()
    assert widget.slice_at(widget.x_of(0)) == 0


# --- under the pointer, by keys and for screen readers -----------------------------------------

SIZES = np.zeros((7, 2, 2), np.int64)
SIZES[:, 0] = 5
SIZES[5, 0] = (5, 0)
SIZES[1, 1] = (0, 3)
SIZES[[3, 4, 6], 1] = 2


def _move(strip: DiceStrip, qtbot, position: int) -> None:
    qtbot.mouseMove(strip, QPoint(round(strip.x_of(position)), strip._row(0).center().y()))


def test_hovering_shows_the_values_at_once(strip: DiceStrip, qtbot) -> None:
    plain = _image(strip)
    _move(strip, qtbot, 2)
    _move(strip, qtbot, 3)
    hovered = _image(strip)
    caption = QRect(0, 0, strip.width(), 16)
    assert hovered.copy(caption) != plain.copy(caption)
    strip.leaveEvent(QEvent(QEvent.Type.Leave))
    assert _image(strip).copy(caption) == plain.copy(caption)


def test_it_says_which_mask_has_a_region_alone(strip: DiceStrip) -> None:
    strip.set_scores(REGIONS, DICE, "", (), SIZES)
    assert strip.text_of(5) == "slice 6: liver (with tumour) 0.00 (only in reference), tumour n/a"
    assert strip.text_of(1).endswith("tumour 0.00 (only in prediction)")
    assert strip.text_of(3) == "slice 4: liver (with tumour) 0.40, tumour 0.70"


def test_masks_that_lie_apart_in_a_slice_are_no_miss(strip: DiceStrip) -> None:
    """Both have the region there, but nowhere together: Dice 0, without the red ground."""
    apart = SIZES.copy()
    apart[5, 0] = (5, 4)
    strip.set_scores(REGIONS, DICE, "", (), SIZES)
    top = strip._row(0).top() + 2
    x = int(strip.x_of(5)) + 8
    missed = _image(strip).pixelColor(x, top)
    strip.set_scores(REGIONS, DICE, "", (), apart)
    both = _image(strip).pixelColor(x, top)
    assert missed.red() > missed.green() + 25
    assert abs(both.red() - both.green()) < 20


def test_keys_go_through_the_slices(strip: DiceStrip, qtbot) -> None:
    assert strip.focusPolicy() & Qt.FocusPolicy.TabFocus
    heard: list[int] = []
    strip.slice_clicked.connect(heard.append)
    strip.slice_clicked.connect(strip.set_current)
    strip.set_current(3)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Right):
        qtbot.keyClick(strip, key)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Home):
        qtbot.keyClick(strip, key)
    assert heard == [4, 3, 6, 6, 1, 0]


def test_focus_shows(strip: DiceStrip, qtbot) -> None:
    strip.clearFocus()
    plain = _image(strip)
    strip.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(strip.hasFocus)
    assert _image(strip) != plain


def test_a_screen_reader_hears_the_slice_on_show(strip: DiceStrip) -> None:
    assert strip.accessibleName() == "Dice of every slice"
    strip.set_current(3)
    assert strip.accessibleDescription() == "slice 4: liver (with tumour) 0.40, tumour 0.70"
    strip.set_current(2)
    assert strip.accessibleDescription() == "slice 3: liver (with tumour) n/a, tumour n/a"


def test_old_scores_are_pale_and_unread_while_new_ones_are_counted(strip: DiceStrip) -> None:
    strip.set_current(-1)
    fresh = _image(strip)
    strip.set_stale()
    assert _image(strip) != fresh
    assert strip.accessibleDescription() == "Dice per slice: counting…"
    strip.set_scores(REGIONS, DICE, "prediction against reference", (0.912, None))
    assert _image(strip) == fresh
