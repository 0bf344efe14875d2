"""The `article` preset is the tutorial it began with, and runs on the tutorial's own layout."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from tests.unet_core.conftest import write_case
from unet_core import runs
from unet_core.checkpoint import load_model
from unet_core.config import PRESETS
from unet_core.errors import InputError
from unet_core.events import CaseChecked, Event, RunEnded, RunStarted
from unet_core.learner import Learner
from unet_core.schedules import learning_rate
from unet_core.train import train
from unet_core.unet import UNet, count_parameters

ARTICLE = PRESETS["article"]
SMALL = dataclasses.replace(
    ARTICLE,
    image_size=64,
    epochs=1,
    batch_size=8,
    model=dataclasses.replace(ARTICLE.model, base_channels=8, max_channels=64),
)


def trained(dataset: Path, folder: Path, **changes: Any) -> dict[type, list[Any]]:
    """The events of a small run, by kind."""
    config = dataclasses.replace(SMALL, **changes)
    found: dict[type, list[Any]] = {}
    events: list[Event] = list(train(dataset, folder, config))
    for event in events:
        found.setdefault(type(event), []).append(event)
    return found


def test_the_network_is_the_tutorials() -> None:
    network = UNet(ARTICLE.model)
    assert count_parameters(network) == 7_697_345
    assert (ARTICLE.image_size, ARTICLE.model.in_channels, ARTICLE.model.out_channels) == (
        256,
        3,
        1,
    )
    assert [type(up) for up in network.up] == [nn.ConvTranspose2d] * 3
    assert not [m for m in network.modules() if isinstance(m, nn.BatchNorm2d)]
    assert network(torch.zeros(1, 3, 256, 256)).shape == (1, 1, 256, 256)


def test_the_settings_are_the_tutorials() -> None:
    config = ARTICLE
    assert (config.loss, config.optimiser, config.learning_rate) == ("bce", "adam", 1e-3)
    assert (config.batch_size, config.epochs, config.patience) == (16, 50, 5)
    assert (config.validation_fraction, config.seed) == (0.2, 42)
    assert (config.rotation_deg > 0, config.flip, config.brightness > 0) == (True, True, True)
    assert (config.scale, config.contrast, config.noise, config.ema) == (0.0, 0.0, 0.0, 0.0)
    assert (config.precision, config.gradient_clip) == ("float32", 0.0)
    assert (config.fit, config.channels, config.balance) == ("stretch", "repeat", False)
    assert [learning_rate(config, share) for share in (0.0, 0.5, 1.0)] == [1e-3] * 3
    (group,) = Learner(config)._optimiser.param_groups
    assert (group["betas"], group["weight_decay"]) == ((0.9, 0.999), 0.0)


def test_what_is_learned_where_there_is_no_tumour_is_said(tmp_path: Path) -> None:
    for number in range(2):
        write_case(tmp_path / "data", f"{number:02d}", number, tumour=False)
    (started,) = trained(tmp_path / "data", tmp_path / "run")[RunStarted]
    assert [label.name for label in started.labels.values()] == ["liver"]
    assert started.notices[0] == (
        "Tumour was to be learned, but the masks of this data set hold only liver: "
        "liver is learned instead."
    )


@pytest.mark.real_data
def test_the_tutorials_pictures_are_split_by_patient(real_data: Path, tmp_path: Path) -> None:
    """M2, T6: masks of 0, 127 and 255; the mapping is said for each patient."""
    events = trained(real_data / "png", tmp_path / "run")
    for checked in events[CaseChecked]:
        notices = " ".join(checked.report.notices)
        assert "Values 127 and 255 were read as 1 liver and 2 tumour." in notices
    (started,) = events[RunStarted]
    assert (started.train_cases, started.validation_cases) == (("0",), ("1",))
    assert [label.name for label in started.labels.values()] == ["tumour"]
    (ended,) = events[RunEnded]
    model, passport = load_model(ended.model_path)
    assert (model.config.out_channels, passport.intensity) == (1, "grey")


@pytest.mark.real_data
def test_a_split_by_slice_as_in_the_tutorial_says_that_it_leaks(
    real_data: Path, tmp_path: Path
) -> None:
    """T6."""
    (started,) = trained(real_data / "png", tmp_path / "run", split="slice")[RunStarted]
    assert started.train_cases == started.validation_cases == ("0", "1")
    assert "11 slices were kept aside at random." in started.notices[0]
    assert "too good" in started.notices[0]
    held = runs.read_values(tmp_path / "run")["split"]["validation_slices"]
    assert sum(len(z) for z in held.values()) == 11


@pytest.mark.real_data
def test_jpeg_masks_are_refused_until_the_user_chooses_to_cut_them(
    real_data: Path, tmp_path: Path
) -> None:
    """M2: never silently."""
    with pytest.raises(InputError, match="soft edges") as refused:
        trained(real_data / "jpg", tmp_path / "run")
    assert '"threshold masks"' in str(refused.value)
    events = trained(real_data / "jpg", tmp_path / "cut", threshold_masks=True)
    for checked in events[CaseChecked]:
        assert any("cut at half" in notice for notice in checked.report.notices)
    assert [label.name for label in events[RunStarted][0].labels.values()] == ["liver"]
    assert events[RunEnded][0].reason == "finished"
