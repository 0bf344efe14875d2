"""A network in words: what the drawing shows, for those who hear it and for tool tips."""

from collections.abc import Iterator
from dataclasses import dataclass

from unet_core.network_shape import (
    NetworkFacts,
    StageFacts,
    UNetFacts,
    bytes_words,
    count_words,
)
from unet_core.plain_words import Say, plain

_COPIES = 5
"""Of every weight while it learns: itself, its average, its gradient and two of the optimiser."""


def text_of(facts: NetworkFacts, say: Say = plain) -> str:
    """The whole drawing as paragraphs."""
    parts = [paragraph for unet in facts.unets for paragraph in _paragraphs(unet, say)]
    return "\n".join([*parts, cost_words(facts, say)])


def _paragraphs(unet: UNetFacts, say: Say) -> Iterator[str]:
    yield title_of(unet, say)
    yield say(
        "Input: {channels} × {side} × {side}. Output: {maps} × {out} × {out}.",
        channels=unet.in_channels,
        side=unet.side,
        maps=unet.out_channels,
        out=unet.output_side,
    )
    for stage in unet.stages:
        yield f"{stage_title(stage, say)}: {stage_words(unet, stage, say)}"
    yield numbers_words(unet, say)


def title_of(unet: UNetFacts, say: Say = plain) -> str:
    """What a network is there for."""
    if unet.role == "finder":
        return say("First network: finds the organ in the whole slice")
    if unet.role == "close":
        return say("Second network: looks closely inside the organ's box")
    return say("One network looks at the whole slice")


def stage_title(stage: StageFacts, say: Say = plain) -> str:
    """A name of a block that a reader of the drawing finds again."""
    level = stage.level
    match stage.kind:
        case "stem":
            return say("Stem: halves the picture at once")
        case "encoder":
            return say("Encoder, level {level}", level=level)
        case "bottleneck":
            return say("Bottom of the U, level {level}", level=level)
        case "up":
            return say("Enlarging to level {level}", level=level)
        case "decoder":
            return say("Decoder, level {level}", level=level)
        case "auxiliary":
            return say("Extra lesson at level {level} (training only)", level=level)
        case _:
            return say("Head: draws the mask")


def stage_words(unet: UNetFacts, stage: StageFacts, say: Say = plain) -> str:
    """Size, channels, sight and cost of a block."""
    size = say(
        "{channels} maps of {side} × {side} pixels", channels=stage.channels, side=stage.side
    )
    pixel = unet.mm(2**stage.level)
    if pixel is not None:
        size += say(" of {mm:.1f} mm", mm=pixel)
    sight = say("each value draws on {pixels} × {pixels} pixels", pixels=stage.receptive_px)
    millimetres = unet.mm(stage.receptive_px)
    if millimetres is not None:
        sight += say(" ({mm:.0f} mm)", mm=millimetres)
    cost = say(
        "{parameters} parameters, {adds} multiply-adds, {memory} for a slice",
        parameters=f"{stage.parameters:,}",
        adds=count_words(stage.multiply_adds),
        memory=bytes_words(stage.activation_bytes),
    )
    return "; ".join((size, sight, *_joined(unet, stage, say), cost)) + "."


def _joined(unet: UNetFacts, stage: StageFacts, say: Say) -> Iterator[str]:
    for skip in unet.skips:
        if skip.target == stage.name:
            yield say(
                "{across} maps come across from the encoder, {risen} from below",
                across=skip.channels,
                risen=skip.risen,
            )


def numbers_words(unet: UNetFacts, say: Say = plain) -> str:
    """A network in one line."""
    if unet.sees_all:
        sight = say("Sees the whole picture ({pixels} px)", pixels=unet.receptive_px)
    elif unet.receptive_mm is None:
        sight = say("Sees {pixels} × {pixels} pixels", pixels=unet.receptive_px)
    else:
        sight = say(
            "Sees {pixels} × {pixels} pixels ({mm:.0f} mm)",
            pixels=unet.receptive_px,
            mm=unet.receptive_mm,
        )
    return " · ".join(
        (
            sight,
            say("{count} parameters", count=count_words(unet.parameters)),
            say("{count} multiply-adds a slice", count=count_words(unet.multiply_adds)),
            say(
                "{forward} to predict a slice, {training} to learn from it",
                forward=bytes_words(unet.forward_bytes),
                training=bytes_words(unet.training_bytes),
            ),
        )
    )


def cost_words(facts: NetworkFacts, say: Say = plain) -> str:
    """What a batch takes, in a sentence."""
    values: dict[str, object] = {
        "batch": facts.batch_size,
        "operations": count_words(facts.batch_size * facts.training_operations),
        "memory": bytes_words(facts.batch_bytes),
        "held": facts.micro_batch,
        "weights": bytes_words(_COPIES * 4 * facts.parameters),
    }
    if facts.micro_batch == 1:
        return say(
            "Learning from a batch of {batch} slices, one after the other, takes {operations} "
            "operations and keeps {memory} of intermediate results (in 32-bit numbers); weights, "
            "their average and the optimiser's memory come on top: {weights}.",
            **values,
        )
    return say(
        "Learning from a batch of {batch} slices takes {operations} operations and keeps {memory} "
        "of intermediate results for {held} slices at once (in 32-bit numbers); weights, their "
        "average and the optimiser's memory come on top: {weights}.",
        **values,
    )


@dataclass(frozen=True)
class DrawnWords:
    """What stands in a drawing besides numbers.

    Attributes:
        picture: Over the sizes of levels.
        sees: Over what a value of a level draws on.
        given: Over the pictures that come in.
        mask: Over what comes out.
        step: A slab.
        down: The arrow down.
        up: The arrow up.
        across: The arrow to the side.
        head: The mask's own slab.
        lesson: A ring beside a block.
        stem: The first arrow down, where that is no pooling.
        bridge: Between two networks.
    """

    picture: str
    sees: str
    given: str
    mask: str
    step: str
    down: str
    up: str
    across: str
    head: str
    lesson: str
    stem: str
    bridge: str


def drawn_words(unet: UNetFacts, say: Say = plain) -> DrawnWords:
    """Those of one network."""
    count = unet.in_channels
    enlarges = unet.of_kind("head")[0].level < unet.of_kind("decoder")[-1].level
    return DrawnWords(
        picture=say("Picture"),
        sees=say("A value sees"),
        given=say("1 picture") if count == 1 else say("{count} pictures", count=count),
        mask=say("mask"),
        step=makings_of(unet, say),
        down=say("halved by taking the largest of 2 × 2"),
        up=say("enlarged by a learned 2 × 2 transposed convolution")
        if unet.enlarging == "transposed"
        else say("enlarged between pixels (bilinear), after a 1 × 1 convolution"),
        across=say("skip: copied across and laid beside"),
        head=say("the mask, by a 2 × 2 transposed convolution")
        if enlarges
        else say("the mask, by a 1 × 1 convolution"),
        lesson=say("taught here too, in training"),
        stem=say("halved at once, by a convolution that takes every second pixel"),
        bridge=say("the box around what it found, cut out of the scan"),
    )


def level_words(pixel_mm: float, say: Say = plain) -> str:
    """What a pixel of a level measures."""
    return say("{mm:.1f} mm a pixel", mm=pixel_mm)


def length_words(millimetres: float, say: Say = plain) -> str:
    """A length in the patient."""
    return say("{mm:.0f} mm", mm=millimetres)


def makings_of(unet: UNetFacts, say: Say = plain) -> str:
    """What a convolution step consists of."""
    norm = {
        "batch": say("batch normalisation"),
        "instance": say("instance normalisation"),
    }.get(unet.norm)
    step = say("3 × 3 convolution")
    made = f"{step}, {norm}, ReLU" if norm else f"{step}, ReLU"
    return say("{step}; a shortcut around each pair", step=made) if unet.is_residual else made
