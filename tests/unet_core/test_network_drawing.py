"""The drawing of a network: sound SVG, nothing outside of it, nothing on top of another."""

import dataclasses
import itertools
from xml.etree import ElementTree

import pytest

from unet_core.config import PRESETS, ModelConfig, TrainConfig
from unet_core.network_drawing import DARK_PAPER, LIGHT_PAPER, WIDTH, draw_network
from unet_core.network_facts import facts_of
from unet_core.network_layout import placed
from unet_core.network_points import points_of
from unet_core.network_shape import NetworkFacts
from unet_core.network_words import text_of

SVG = "{http://www.w3.org/2000/svg}"


def _config(**model: object) -> TrainConfig:
    return TrainConfig(model=ModelConfig(**model), image_size=512, batch_size=4)


CONFIGS = {
    **PRESETS,
    "deepest": _config(in_channels=15, depth=7, deep_supervision=True, max_channels=1024),
    "flattest": _config(in_channels=1, depth=1, norm="none"),
}


@pytest.fixture(scope="module")
def networks() -> dict[str, NetworkFacts]:
    return {name: facts_of(config, (0.8, 0.8)) for name, config in CONFIGS.items()}


@pytest.mark.parametrize("name", CONFIGS)
def test_the_drawing_is_sound_and_inside_its_paper(
    name: str, networks: dict[str, NetworkFacts]
) -> None:
    drawing = draw_network(networks[name], DARK_PAPER)
    root = ElementTree.fromstring(drawing.svg)
    width, height = (float(n) for n in root.attrib["viewBox"].split()[2:])
    assert (width, height) == (drawing.width, drawing.height)
    for box in root.iter(f"{SVG}rect"):
        left, top, wide, high = (float(box.attrib[k]) for k in ("x", "y", "width", "height"))
        assert left >= 0
        assert top >= 0
        assert left + wide <= width
        assert top + high <= height
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        *("svg", "title", "rect", "text", "line", "polygon", "circle")  # what Qt draws too
    }
    assert len(drawing.spots) == sum(
        len(unet.of_kind("stem", "encoder", "bottleneck", "decoder", "head", "auxiliary"))
        for unet in networks[name].unets
    )


@pytest.mark.parametrize("name", CONFIGS)
def test_nothing_lies_on_top_of_another(name: str, networks: dict[str, NetworkFacts]) -> None:
    for unet in networks[name].unets:
        layout = placed(unet, 150, WIDTH - 150, 60)
        for skip in layout.skips:
            assert skip[1][0] - skip[0][0] > 15, "a skip has no room"
        by_row: dict[float, list[tuple[float, float]]] = {}
        for column in layout.columns:
            frame = column.frame
            by_row.setdefault(frame.top, []).append((frame.left, frame.right))
        for spans in by_row.values():
            spans.sort()
            assert all(one[1] < two[0] for one, two in itertools.pairwise(spans))


def test_themes_differ_in_colours_alone(networks: dict[str, NetworkFacts]) -> None:
    light, dark = (draw_network(networks["quick"], p).svg for p in (LIGHT_PAPER, DARK_PAPER))
    for field in dataclasses.fields(LIGHT_PAPER):
        dark = dark.replace(getattr(DARK_PAPER, field.name), getattr(LIGHT_PAPER, field.name))
    assert light == dark


def test_words_of_another_language_come_in_escaped(networks: dict[str, NetworkFacts]) -> None:
    drawing = draw_network(networks["quick"], say=lambda text, **values: f"<&{text}>")
    assert ElementTree.fromstring(drawing.svg) is not None
    assert "<&" not in drawing.svg


def test_the_text_tells_sizes_sight_and_cost(networks: dict[str, NetworkFacts]) -> None:
    text = text_of(networks["article"])
    for part in ("256", "32 × 32", "100 × 100 pixels", "512 maps", "come across"):
        assert part in text
    assert "7.70 million parameters" in text


def test_the_points_see_what_is_wrong(networks: dict[str, NetworkFacts]) -> None:
    met = {name: [p.is_met for p in points_of(facts)] for name, facts in networks.items()}
    assert met["quick"] == [True] * 5
    assert met["article"] == [True, False, True, True, True]  # sees 100 of 256 pixels
    coarse = facts_of(PRESETS["quick"], (3.0,))
    assert [p.name for p in points_of(coarse) if not p.is_met] == [
        "Input size",
        "Boundary fidelity",
    ]
    lossy = dataclasses.replace(networks["quick"], lost_lesions=0.4)
    assert "40 %" in points_of(lossy)[0].sentence
    torn = networks["quick"].last
    torn = dataclasses.replace(torn, skips=torn.skips[1:])
    found = points_of(NetworkFacts((torn,)))
    assert [p.name for p in found if not p.is_met] == ["Skip placement"]
    assert "128" in found[3].sentence
