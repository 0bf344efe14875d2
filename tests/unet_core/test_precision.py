"""What a network learns in is asked for or measured, and the reason is said."""

import re

import pytest
import torch
from torch import nn

from unet_core.precision import CLEARLY_FASTER, DTYPES, autocast, choose_precision

CPU = torch.device("cpu")


@pytest.mark.parametrize("name", ["float32", "bfloat16", "float16"])
def test_what_is_asked_for_is_taken(name: str) -> None:
    assert choose_precision(name, CPU).name == name
    assert choose_precision(name, CPU).reason == f"{name} was chosen in the settings."


def test_auto_takes_what_its_own_numbers_show_to_be_fastest() -> None:
    """The choice follows from the times in the reason, which differ between machines."""
    choice = choose_precision("auto", CPU)
    found = re.findall(r"([\d.e+]+) ms in (\w+)", choice.reason)
    times = {kind: float(ms) for ms, kind in found}
    assert set(times) == {"float32", "bfloat16"}
    ratio = times["float32"] / times["bfloat16"]
    if choice.name == "bfloat16":
        assert ratio > CLEARLY_FASTER * 0.9  # two digits are shown
        assert choice.reason.startswith("bfloat16 is fastest here")
    else:
        assert choice.name == "float32"
        assert ratio < CLEARLY_FASTER * 1.1
        assert choice.reason.startswith("Nothing is clearly faster here")


def test_auto_is_measured_once_per_process_and_draws_no_random_numbers() -> None:
    torch.manual_seed(3)
    expected = torch.rand(2)
    torch.manual_seed(3)
    assert choose_precision("auto", CPU) == choose_precision("auto", CPU)
    assert torch.equal(torch.rand(2), expected)


@pytest.mark.parametrize("kind", list(DTYPES))
def test_layers_compute_in_what_was_chosen(kind: str) -> None:
    with autocast(CPU, kind):
        features = nn.Conv2d(1, 1, 3)(torch.rand(1, 1, 8, 8))
    assert features.dtype == DTYPES[kind]
