"""The network of a run in a report: drawn as the U it is, in numbers, and what to confirm of it."""

from collections.abc import Iterator

from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.network_drawing import DARK_PAPER, LIGHT_PAPER, draw_network
from unet_core.network_facts import facts_of, facts_of_model
from unet_core.network_points import points_of
from unet_core.network_shape import NetworkFacts, UNetFacts
from unet_core.network_words import text_of
from unet_core.report.content import Block, Facts, Paragraph, SvgFigure, Table
from unet_core.report.run_facts import RunFacts

_NORMS = {"none": "none", "batch": "per batch", "instance": "per slice"}
_ROLES = {"whole": "", "finder": "First network (finds the organ)", "close": "Second network"}


def network_blocks(run: RunFacts, config: TrainConfig) -> Iterator[Block]:
    """Drawing, numbers, points."""
    facts = _facts(run, config)
    if facts is None:
        yield Paragraph("The network of these settings cannot be built any more.", "note")
        return
    light, dark = draw_network(facts, LIGHT_PAPER), draw_network(facts, DARK_PAPER)
    yield SvgFigure(
        "The network: down the left side the picture is halved again and again, up the right side "
        "it is doubled back; skips carry fine detail across.",
        text_of(facts),
        light.svg,
        dark.svg,
        light.width,
        light.height,
    )
    for unet in facts.unets:
        yield Facts(_ROLES[unet.role] or "The network in numbers", tuple(_numbers(unet)))
    points = tuple(
        ("confirmed" if point.is_met else "note", point.name, point.sentence)
        for point in points_of(facts)
    )
    if points:
        yield Table(
            "What to confirm of a U-Net before trusting it.",
            ("", "Point", "What was found"),
            points,
            widths=(0.13, 0.2, 0.67),
        )


def _facts(run: RunFacts, config: TrainConfig) -> NetworkFacts | None:
    if run.passport is not None:
        try:
            return facts_of_model(run.model_path)
        except (InputError, OSError):
            pass
    try:
        return facts_of(config)
    except (InputError, RuntimeError, ValueError):
        return None


def _numbers(unet: UNetFacts) -> Iterator[tuple[str, str]]:
    yield "Input", f"{unet.in_channels} x {unet.side} x {unet.side} pixels"
    yield "Output", f"{unet.out_channels} maps of {unet.side} x {unet.side} pixels"
    yield "Levels", f"halved {unet.halvings} times, down to {unet.bottom.side} pixels a side"
    yield "Maps at the bottom", f"{unet.bottom.channels:,}"
    yield "Normalisation", _NORMS.get(unet.norm, unet.norm)
    enlarging = "learned (transposed convolution)" if unet.enlarging == "transposed" else "bilinear"
    yield "Enlarging", enlarging
    field = f"{unet.receptive_px:,} pixels"
    if unet.pixel_mm:
        field += f", about {unet.receptive_px * unet.pixel_mm:,.0f} mm in the patient"
    yield "Sees around each pixel", field
    yield "Numbers it learns", f"{unet.parameters:,}"
    yield "Work for one slice", f"{unet.multiply_adds / 1e9:.2f} billion multiplications"
