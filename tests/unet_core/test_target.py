import dataclasses

import pytest

from tests.unet_core.conftest import TINY
from tests.unet_core.test_sampling import BOTH, case
from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.synthetic_lesions import LesionClasses
from unet_core.target import labels_in, make_target
from unet_core.volume import LIVER, TUMOUR, Label

SPLEEN = Label(7, "spleen", "#ffffff")
DRAWING = dataclasses.replace(TINY, synthetic_lesions=0.5)
REGIONS = dataclasses.replace(TINY, model=dataclasses.replace(TINY.model, outputs="regions"))


def test_all_gives_every_label_its_class() -> None:
    target = make_target("all", {2: TUMOUR, 1: LIVER, 7: SPLEEN})
    assert target.out_channels == 4
    assert list(target.labels) == [1, 2, 7]
    assert target.table[[0, 1, 2, 7, 9]].tolist() == [0, 1, 2, 3, 0]
    assert target.regions[0].values == (1, 2)


def test_one_label_is_binary_and_liver_counts_its_tumour_in() -> None:
    liver, tumour = make_target("liver", BOTH), make_target("tumour", BOTH)
    assert liver.out_channels == tumour.out_channels == 1
    assert liver.table[[0, 1, 2]].tolist() == [0, 1, 1]
    assert tumour.table[[0, 1, 2]].tolist() == [0, 0, 1]
    assert (list(liver.labels), list(tumour.labels)) == ([1], [2])
    assert liver.notices == ()


def test_a_label_the_data_set_lacks_is_replaced_with_a_notice() -> None:
    target = make_target("tumour", {1: LIVER})
    assert list(target.labels) == [1]
    assert "hold only liver: liver is learned instead" in target.notices[0]
    with pytest.raises(InputError, match="no label at all"):
        make_target("all", {})


def test_one_value_with_two_meanings_is_refused() -> None:
    """M7."""
    other = case("b", labels={1: Label(1, "kidney", "#ffffff")})
    with pytest.raises(InputError, match=r"case b calls value 1 kidney, but a calls it liver"):
        labels_in([case("a"), other])
    assert labels_in([case("a"), case("b", tumour=())]) == BOTH


def test_artificial_tumours_go_into_liver() -> None:
    target = make_target("all", BOTH, DRAWING)
    assert target.lesions == LesionClasses(organ=1, lesion=2)
    assert target.notices == ()
    swapped = {3: Label(3, "tumour", "#000000"), 5: Label(5, "liver", "#ffffff"), 7: SPLEEN}
    assert make_target("all", swapped, DRAWING).lesions == LesionClasses(organ=2, lesion=1)


@pytest.mark.parametrize(
    ("name", "labels"),
    [("tumour", BOTH), ("liver", BOTH), ("all", {1: LIVER}), ("all", {2: TUMOUR, 7: SPLEEN})],
)
def test_without_both_classes_none_are_drawn_and_it_is_said(
    name: str, labels: dict[int, Label]
) -> None:
    target = make_target(name, labels, DRAWING)
    assert target.lesions is None
    assert "No artificial tumours are drawn" in target.notices[-1]


def test_who_does_not_want_them_is_told_nothing() -> None:
    for config in (None, TINY):
        target = make_target("tumour", BOTH, config)
        assert target.lesions is None
        assert target.notices == ()
        assert make_target("all", BOTH, config).lesions is None


def test_regions_have_one_output_each() -> None:
    target = make_target("all", BOTH, REGIONS)
    assert (target.outputs, target.out_channels, target.notices) == ("regions", 2, ())
    assert target.table[[0, 1, 2]].tolist() == [0, 1, 2]
    assert make_target("all", BOTH, TINY).outputs == "classes"


@pytest.mark.parametrize("labels", [{1: LIVER, 2: TUMOUR, 7: SPLEEN}, {1: LIVER}])
def test_labels_that_are_no_liver_with_tumours_stay_classes(labels: dict[int, Label]) -> None:
    target = make_target("all", labels, REGIONS)
    assert (target.outputs, target.out_channels) == ("classes", len(labels) + 1)
    assert "learned as classes instead" in target.notices[-1]


@pytest.mark.parametrize(
    ("config", "name", "expected"),
    [
        (REGIONS, "all", ("regions", 2)),
        (REGIONS, "liver", ("classes", 1)),
        (TINY, "all", ("classes", 3)),
        (TINY, "tumour", ("classes", 1)),
    ],
)
def test_the_network_gets_the_outputs_the_target_needs(
    config: TrainConfig, name: str, expected: tuple[str, int]
) -> None:
    model = make_target(name, BOTH, config).applied(config).model
    assert (model.outputs, model.out_channels) == expected
    assert model.depth == config.model.depth
