"""What to confirm of a U-Net before trusting it: five points, each seen on the built network.

The points are the tutorial's: input size, depth, upsampling path, skip placement, boundary
fidelity. Each is met, or a sentence says what it costs that it is not.
"""

import itertools
from dataclasses import dataclass

from unet_core.network_shape import NetworkFacts, UNetFacts
from unet_core.plain_words import Say, plain

COARSE_MM = 2.0
"""Pixels above this leave a 5 mm lesion, the smallest that reports usually name, no 3 pixels."""
FINE_MM = 2.0
"""Two outlines this near count as the same in the surface Dice that is usual for livers."""
LOST = 0.1
LEAST_BOTTOM = 4
LEAST_SIGHT = 0.5
"""Share of the picture that a pixel of the mask should be able to draw on."""


@dataclass(frozen=True)
class Point:
    """One thing to confirm.

    Attributes:
        name: Such as "Depth".
        is_met: Whether nothing stands against it.
        sentence: What was seen, and what it means for the reader of scans.
    """

    name: str
    is_met: bool
    sentence: str


def points_of(facts: NetworkFacts, say: Say = plain) -> tuple[Point, ...]:
    """The five points, in the order in which a slice comes by them."""
    return (
        _input_size(facts, say),
        _depth(facts.last, say),
        _upsampling(facts.last, say),
        _skips(facts.last, say),
        _boundary(facts.last, say),
    )


def _input_size(facts: NetworkFacts, say: Say) -> Point:
    unet, name = facts.last, say("Input size")
    if facts.is_cascade:
        finder = facts.unets[0]
        seen = say(
            "The first network sees whole slices at {finder} × {finder} pixels, the second the "
            "organ's box at {side} × {side}.",
            finder=finder.side,
            side=unet.side,
        )
    elif unet.in_channels > 1 and unet.neighbours:
        seen = say(
            "Each slice enters at {side} × {side} pixels, together with {count} slices around it.",
            side=unet.side,
            count=unet.in_channels - 1,
        )
    else:
        seen = say("Each slice enters at {side} × {side} pixels.", side=unet.side)
    lost = facts.lost_lesions
    if lost is not None and lost > LOST:
        so = say(
            "{percent} % of the lesions shrink below three pixels and cannot be learned: choose a "
            "larger picture or the close look.",
            percent=round(100 * lost),
        )
        return Point(name, False, f"{seen} {so}")
    if unet.pixel_mm is None:
        so = say("What a pixel measures is known once the data set was planned or trained on.")
        return Point(name, True, f"{seen} {so}")
    if unet.pixel_mm > COARSE_MM:
        so = say(
            "A pixel is {mm:.1f} mm, so a 5 mm lesion is hardly {pixels:.1f} pixels wide and may "
            "be lost.",
            mm=unet.pixel_mm,
            pixels=5 / unet.pixel_mm,
        )
        return Point(name, False, f"{seen} {so}")
    so = say(
        "A pixel is {mm:.1f} mm, so a 5 mm lesion is still {pixels:.0f} pixels wide.",
        mm=unet.pixel_mm,
        pixels=5 / unet.pixel_mm,
    )
    return Point(name, True, f"{seen} {so}")


def _depth(unet: UNetFacts, say: Say) -> Point:
    name = say("Depth")
    bottom, count = unet.bottom.side, unet.halvings
    seen = (
        say("Halved once, to {bottom} × {bottom} pixels.", bottom=bottom)
        if count == 1
        else say(
            "Halved {count} times, down to {bottom} × {bottom} pixels.", count=count, bottom=bottom
        )
    )
    sight = _sight(unet, say)
    if unet.bottom.side < LEAST_BOTTOM:
        so = say(
            "So little is left of the picture at the bottom that the lowest level adds work and "
            "hardly any knowledge; one level less would do."
        )
        return Point(name, False, f"{seen} {so}")
    if unet.sees_all:
        so = say(
            "Each pixel of the mask can draw on {sight}, which is all of the picture: it can know "
            "where in the body it is.",
            sight=sight,
        )
        return Point(name, True, f"{seen} {so}")
    if unet.receptive_px >= LEAST_SIGHT * unet.side:
        so = say(
            "Each pixel of the mask can draw on {sight}, enough to know which organ it lies in.",
            sight=sight,
        )
        return Point(name, True, f"{seen} {so}")
    so = say(
        "Each pixel of the mask draws on {sight} of the {side} alone: enough to judge texture, too "
        "little to know where in the body it is, so spleen or stomach may be taken for liver. One "
        "level more would about double it.",
        sight=sight,
        side=unet.side,
    )
    return Point(name, False, f"{seen} {so}")


def _sight(unet: UNetFacts, say: Say) -> str:
    if unet.receptive_mm is None:
        return say("{pixels} × {pixels} pixels", pixels=unet.receptive_px)
    return say(
        "{pixels} × {pixels} pixels ({mm:.0f} mm)",
        pixels=unet.receptive_px,
        mm=unet.receptive_mm,
    )


def _upsampling(unet: UNetFacts, say: Say) -> Point:
    name = say("Upsampling path")
    doublings = _doublings(unet)
    is_met = doublings == unet.halvings and unet.output_side == unet.side
    if not is_met:
        return Point(
            name,
            False,
            say(
                "Halved {down} times but doubled {up} times: the mask leaves at {output} pixels "
                "for a picture of {side}.",
                down=unet.halvings,
                up=doublings,
                output=unet.output_side,
                side=unet.side,
            ),
        )
    if unet.enlarging == "transposed":
        return Point(
            name,
            True,
            say(
                "Doubled ({count} ×) by learned 2 × 2 transposed convolutions, so the mask "
                "leaves at the size of the picture and every pixel of the slice gets its answer.",
                count=doublings,
            ),
        )
    return Point(
        name,
        True,
        say(
            "Doubled ({count} ×) by bilinear interpolation with a 1 × 1 convolution, which draws "
            "smooth outlines without checkerboards; the mask leaves at the size of the picture.",
            count=doublings,
        ),
    )


def _doublings(unet: UNetFacts) -> int:
    """How often the picture grew on its way up."""
    sides = [stage.side for stage in unet.of_kind("bottleneck", "up", "head")]
    return sum(after > before for before, after in itertools.pairwise(sides))


def _skips(unet: UNetFacts, say: Say) -> Point:
    name, levels = say("Skip placement"), unet.of_kind("encoder")
    if len(unet.skips) == len(levels):
        return Point(
            name,
            True,
            say(
                "Every level ({count}) hands its features across, to the decoder block of the "
                "same size ({sizes} pixels), so what was seen finely is not lost on the way down.",
                count=len(levels),
                sizes=", ".join(str(skip.side) for skip in unet.skips),
            ),
        )
    missing = sorted({stage.side for stage in levels} - {skip.side for skip in unet.skips})
    return Point(
        name,
        False,
        say(
            "Nothing comes across at {sizes} pixels: detail of that size is lost on the way down.",
            sizes=", ".join(map(str, missing)),
        ),
    )


def _boundary(unet: UNetFacts, say: Say) -> Point:
    name = say("Boundary fidelity")
    finest = unet.skips[0].level if unet.skips else unet.halvings
    step = 2**finest
    millimetres = None if unet.pixel_mm is None else round(step * unet.pixel_mm, 1)
    if finest == 0 and millimetres is None:
        return Point(
            name,
            True,
            say("The finest skip carries the picture's own pixels: outlines follow it to a pixel."),
        )
    if millimetres is None:
        return Point(
            name,
            False,
            say(
                "The finest skip joins at a {share} of the picture's side and the last step "
                "enlarges the mask: outlines are good to about {step} pixels. Look at the surface "
                "Dice after training.",
                share=say("half") if step == 2 else f"1/{step}",
                step=step,
            ),
        )
    if millimetres <= FINE_MM:
        return Point(
            name,
            True,
            say(
                "Outlines can follow the organ to about {mm:.1f} mm (the grid of the finest skip), "
                "within the {limit:.0f} mm that the surface Dice forgives.",
                mm=millimetres,
                limit=FINE_MM,
            ),
        )
    return Point(
        name,
        False,
        say(
            "The grid of the finest skip is {mm:.1f} mm, so outlines of small lesions come out "
            "blunt: look at the surface Dice, or choose a larger picture.",
            mm=millimetres,
        ),
    )
