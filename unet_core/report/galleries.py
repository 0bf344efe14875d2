"""Slices with two outlines as they stand in a report, those of runs and of evaluations alike."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from unet_core.report.content import Gallery, Picture
from unet_core.report.slice_pictures import PREDICTION_WORD, REFERENCE_WORD, SliceLook
from unet_core.report.words import capital


@dataclass(frozen=True)
class Sides:
    """What the two masks are called.

    Attributes:
        one: The first, outlined in ``REFERENCE_WORD``.
        other: The second.
        by_one: Where pixels of the first are.
        by_other: Where those of the second are.
        only_other: Of a slice in which the first is empty; ``{region}`` stands for its name.
        only_one: Of a slice in which the second is empty.
    """

    one: str
    other: str
    by_one: str
    by_other: str
    only_other: str
    only_one: str


MODEL = Sides(
    "reference",
    "prediction",
    "in the reference",
    "in the prediction",
    "there is no {region} in the reference",
    "missed altogether",
)
READERS = Sides(
    "first reader",
    "second reader",
    "by the first reader",
    "by the second reader",
    "the first reader marked no {region}",
    "the second reader marked no {region}",
)


def galleries(title: str, slices: Sequence[SliceLook], sides: Sides = MODEL) -> Iterator[Gallery]:
    """One for each region of a case, in the order in which they come."""
    for name in dict.fromkeys(one.region for one in slices):
        shown = tuple(one for one in slices if one.region == name)
        right = "; the patient's right is on the left" if shown[0].is_placed else ""
        best = " and highest" if any(one.kind == "best" for one in shown) else ""
        yield Gallery(
            f"{title}, {name}: slices of lowest{best} Dice. {capital(sides.one)} "
            f"{REFERENCE_WORD}, {sides.other} {PREDICTION_WORD}{right}.",
            tuple(_picture(title, one, sides) for one in shown),
        )


def _picture(title: str, one: SliceLook, sides: Sides) -> Picture:
    where = f"slice {one.index + 1:,} of {one.slices:,}"
    caption = f"{capital(one.kind)}: Dice {one.dice:.2f}, {where}{_why(one, sides)}"
    alt = (
        f"{title}, {where}: {one.reference_pixels:,} pixels of {one.region} {sides.by_one}, "
        f"{one.predicted_pixels:,} {sides.by_other}, Dice {one.dice:.2f}."
    )
    return Picture(caption, alt, one.png, one.width, one.height)


def _why(one: SliceLook, sides: Sides) -> str:
    """What a Dice of 0 means."""
    if not one.reference_pixels:
        return f"; {sides.only_other.format(region=one.region)}"
    return "" if one.predicted_pixels else f"; {sides.only_one.format(region=one.region)}"
