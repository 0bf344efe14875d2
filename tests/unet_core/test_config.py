"""Settings survive JSON, and a wrong one is refused in a sentence."""

import json

import pytest

from unet_core.config import (
    PRESETS,
    ModelConfig,
    TrainConfig,
    check_settings,
    settings_of,
    with_setting,
)
from unet_core.errors import InputError


@pytest.mark.parametrize("name", PRESETS)
def test_presets_are_sound_and_survive_json(name: str) -> None:
    config = PRESETS[name]
    check_settings(config)
    assert TrainConfig.from_json(json.loads(json.dumps(config.to_json()))) == config
    assert config.preset == name


def test_every_setting_says_what_it_is() -> None:
    for config_class in (TrainConfig, ModelConfig):
        for name, (_, setting) in settings_of(config_class).items():
            assert len(setting.help) > 10, name


def test_settings_from_text_keep_their_kind() -> None:
    config = with_setting(PRESETS["standard"], "balance", "no")
    assert config.balance is False
    assert with_setting(config, "learning_rate", "1e-4").learning_rate == 1e-4
    assert with_setting(config, "model.norm", "instance").model.norm == "instance"


@pytest.mark.parametrize(
    ("key", "text", "word"),
    [
        ("epoch", "3", "unknown"),
        ("model.dept", "3", "unknown"),
        ("epochs", "many", "give a number"),
        ("epochs", "0", "choose from"),
        ("learning_rate", "nan", "choose from"),
        ("optimiser", "adamax", "choose one of"),
        ("balance", "perhaps", "true or false"),
        ("image_size", "250", "halve"),
        ("window_high_hu", "-500", "window_low_hu"),
    ],
)
def test_a_wrong_setting_is_refused(key: str, text: str, word: str) -> None:
    with pytest.raises(InputError, match=word):
        with_setting(PRESETS["standard"], key, text)


def test_settings_of_a_newer_version_are_refused() -> None:
    with pytest.raises(InputError, match="update Slicewise"):
        TrainConfig.from_json({**PRESETS["quick"].to_json(), "from_the_future": 1})
