"""Every setting a run has, with its range, unit and meaning; forms and command line follow it."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, Self, get_args, get_origin, get_type_hints

from unet_core.errors import InputError


@dataclass(frozen=True)
class Setting:
    """How a field of a config is shown and checked.

    Attributes:
        help: One line a clinician understands.
        low: Smallest value allowed, for numbers.
        high: Largest value allowed, for numbers.
        unit: Unit shown behind the number.
        advanced: Shown only on request.
    """

    help: str
    low: float | None = None
    high: float | None = None
    unit: str = ""
    advanced: bool = False


Norm = Literal["none", "batch", "instance"]
Upsampling = Literal["transposed", "bilinear"]
Block = Literal["plain", "residual"]
Outputs = Literal["classes", "regions"]
Optimiser = Literal["adam", "adamw", "sgd"]
Schedule = Literal["constant", "cosine", "polynomial", "one_cycle"]
Precision = Literal["auto", "float32", "bfloat16", "float16"]


@dataclass(frozen=True)
class ModelConfig:
    """Shape of a U-Net (Ronneberger 2015, doi:10.1007/978-3-319-24574-4_28)."""

    in_channels: Annotated[int, Setting("Pictures given to the network for each slice", 1, 15)] = 3
    out_channels: Annotated[
        int, Setting("1 for one label (sigmoid), else background and each label (softmax)", 1, 16)
    ] = 3
    depth: Annotated[int, Setting("How often the picture is halved on the way down", 1, 7)] = 5
    base_channels: Annotated[int, Setting("Feature maps at full resolution", 4, 128)] = 16
    max_channels: Annotated[int, Setting("Feature maps are never more than this", 16, 1024)] = 256
    norm: Annotated[Norm, Setting("Keeps features in range: none, per batch, per picture")] = (
        "batch"
    )
    upsampling: Annotated[
        Upsampling, Setting("How the decoder enlarges: learned or interpolated")
    ] = "transposed"
    stem_stride: Annotated[
        int, Setting("2: the picture is halved at once and the mask doubled at the end", 1, 2)
    ] = 1
    block: Annotated[
        Block, Setting("plain: two convolutions a level; residual: with a shortcut around them")
    ] = "plain"
    outputs: Annotated[
        Outputs,
        Setting("classes: each pixel is one label; regions: liver (tumour counted in) and tumour"),
    ] = "classes"
    deep_supervision: Annotated[bool, Setting("Coarser levels are taught too, while training")] = (
        False
    )
    cascade: Annotated[
        bool, Setting("Two networks: one finds the organ, the other looks closely inside its box")
    ] = False


@dataclass(frozen=True)
class TrainConfig:
    """One training run; ``PRESETS`` holds the ones to start from."""

    preset: Annotated[str, Setting("Preset this run started from")] = "standard"
    model: ModelConfig = field(default_factory=ModelConfig)
    target: Annotated[
        str, Setting("all: every label its own class; or the name of the one label to learn")
    ] = "all"
    image_size: Annotated[
        int, Setting("Side of the slices the network sees", 32, 1024, "pixels")
    ] = 256
    fit: Annotated[
        Literal["pad", "stretch"],
        Setting("pad keeps proportions; stretch ignores them", advanced=True),
    ] = "pad"
    crop: Annotated[
        Literal["none", "body"], Setting("body: the air around the patient is cut off first")
    ] = "none"
    detail_size: Annotated[
        int,
        Setting("Side of the close look at the organ, for a cascade", 32, 1024, "pixels"),
    ] = 256
    detail_window: Annotated[
        float,
        Setting(
            "Grey scale of the close look, centred on the organ's own grey, as a share of the "
            "whole window; 1: as it is",
            0.05,
            1,
            advanced=True,
        ),
    ] = 0.47
    channels: Annotated[
        Literal["neighbours", "repeat"],
        Setting("neighbours: slices above and below too; repeat: the same slice", advanced=True),
    ] = "neighbours"
    window_low_hu: Annotated[
        float, Setting("Darker than this is black", -1100, 2000, "HU")
    ] = -160.0
    window_high_hu: Annotated[float, Setting("Brighter than this is white", -1000, 3100, "HU")] = (
        240.0
    )
    epochs: Annotated[int, Setting("Rounds at most, without a time limit", 1, 100_000)] = 60
    batches_per_epoch: Annotated[
        int, Setting("Batches in a round; 0: every slice once", 0, 100_000, advanced=True)
    ] = 120
    batch_size: Annotated[int, Setting("Slices learned from at once", 1, 256)] = 8
    micro_batch: Annotated[
        int, Setting("Slices in memory at once; 0: the whole batch", 0, 256, advanced=True)
    ] = 0
    minutes: Annotated[
        float, Setting("Ends on time, instead of after rounds; 0: no limit", 0, 100_000, "min")
    ] = 0.0
    optimiser: Annotated[Optimiser, Setting("How weights are moved")] = "adamw"
    learning_rate: Annotated[float, Setting("How far weights move each step", 1e-7, 1.0)] = 2e-3
    weight_decay: Annotated[float, Setting("Pull of weights towards zero", 0, 1, advanced=True)] = (
        1e-2
    )
    schedule: Annotated[
        Schedule,
        Setting("Learning rate: constant, or warm-up and a fall to zero that ends on time"),
    ] = "cosine"
    gradient_clip: Annotated[
        float, Setting("Longest step a batch may ask for; 0: any", 0, 1000, advanced=True)
    ] = 0.0
    precision: Annotated[
        Precision,
        Setting("Digits of numbers while learning; auto: what is fastest here", advanced=True),
    ] = "auto"
    loss: Annotated[str, Setting("What is made small: a name in LOSSES")] = "dice_ce"
    ema: Annotated[
        float, Setting("Averaging of weights over steps; 0: none", 0, 0.9999, advanced=True)
    ] = 0.99
    patience: Annotated[
        int, Setting("Stop after so many rounds without gain; 0: never", 0, 1000)
    ] = 0
    balance: Annotated[
        bool, Setting("Fill every batch so that rare labels and small patients are seen")
    ] = True
    rotation_deg: Annotated[float, Setting("Random turn, at most", 0, 180, "°")] = 15.0
    scale: Annotated[float, Setting("Random size change, at most", 0, 0.9)] = 0.15
    flip: Annotated[bool, Setting("Random mirroring (puts the liver on the wrong side)")] = False
    brightness: Annotated[float, Setting("Random brightness change, at most", 0, 1)] = 0.1
    contrast: Annotated[float, Setting("Random contrast change, at most", 0, 1)] = 0.15
    noise: Annotated[float, Setting("Random noise, standard deviation at most", 0, 0.5)] = 0.04
    gamma: Annotated[float, Setting("Random bend of the grey scale, at most", 0, 1)] = 0.0
    blur: Annotated[float, Setting("Random blur, sigma at most", 0, 5, "pixels")] = 0.0
    low_resolution: Annotated[
        float, Setting("Random loss of detail: shrunk by at most this and enlarged again", 0, 0.9)
    ] = 0.0
    elastic: Annotated[float, Setting("Random bending, at most", 0, 30, "pixels")] = 0.0
    synthetic_lesions: Annotated[
        float, Setting("Share of slices with artificial tumours drawn into the liver", 0, 1)
    ] = 0.0
    split: Annotated[
        Literal["patient", "slice"],
        Setting("patient: nobody is in both sets; slice: mixes patients, scores are too good"),
    ] = "patient"
    validation_fraction: Annotated[float, Setting("Share kept aside for validation", 0.05, 0.5)] = (
        0.2
    )
    same_person: Annotated[
        str,
        Setting("Cases that are one person and stay together: 00,01; 05,06,07", advanced=True),
    ] = ""
    save_minutes: Annotated[
        float, Setting("A long round is saved this often", 0.05, 10, "min", advanced=True)
    ] = 10.0
    seed: Annotated[int, Setting("Same seed, same run", 0, 2**31 - 1)] = 42
    threshold_masks: Annotated[
        bool, Setting("Masks with soft or JPEG edges: count above half as label")
    ] = False

    @property
    def epoch_limit(self) -> int:
        """Rounds at most; 0 where the time limit decides instead."""
        return 0 if self.minutes else self.epochs

    def to_json(self) -> dict[str, Any]:
        """Plain numbers, strings and one nested dict for ``model``."""
        return dataclasses.asdict(self)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """The config written by ``to_json``.

        Raises:
            InputError: If a key is unknown (written by a newer version) or a value out of range.
        """
        known = {f.name for f in dataclasses.fields(cls)}
        if unknown := sorted(set(values) - known):
            raise InputError(
                "the run's settings", f"hold {unknown[0]!r}, unknown here", "update Slicewise"
            )
        model = ModelConfig(**values.get("model", {}))
        config = cls(**{**values, "model": model})
        check_settings(config)
        return config


@dataclass(frozen=True)
class PredictConfig:
    """How a trained model is run on a scan."""

    batch_size: Annotated[int, Setting("Slices predicted at once", 1, 64)] = 4
    largest_liver: Annotated[bool, Setting("Keep only the largest connected liver")] = True
    tumour_inside_liver: Annotated[bool, Setting("Drop tumour that does not touch the liver")] = (
        True
    )
    smallest_lesion: Annotated[
        int, Setting("Drop tumours of fewer voxels than this", 0, 1_000_000, "voxels")
    ] = 0
    mirror: Annotated[
        bool, Setting("Look at each slice mirrored as well and average (twice the time)")
    ] = False


PRESETS: Mapping[str, TrainConfig] = {
    "standard": TrainConfig(
        model=ModelConfig(depth=4, stem_stride=2, cascade=True),
        image_size=128,
        synthetic_lesions=0.6,
    ),
    "quick": TrainConfig(
        preset="quick",
        model=ModelConfig(depth=4),
        image_size=128,
        synthetic_lesions=0.6,
        epochs=20,
        batches_per_epoch=40,
    ),
    "article": TrainConfig(
        preset="article",
        model=ModelConfig(3, 1, depth=3, base_channels=64, max_channels=512, norm="none"),
        target="tumour",
        fit="stretch",
        channels="repeat",
        epochs=50,
        batches_per_epoch=0,
        batch_size=16,
        micro_batch=1,
        optimiser="adam",
        learning_rate=1e-3,
        weight_decay=0.0,
        schedule="constant",
        precision="float32",
        loss="bce",
        ema=0.0,
        patience=5,
        balance=False,
        scale=0.0,
        flip=True,
        brightness=0.1,
        contrast=0.0,
        noise=0.0,
    ),
}


def settings_of(config_class: type) -> dict[str, tuple[type, Setting]]:
    """Name to (bare type, ``Setting``) of each annotated field, in order."""
    hints = get_type_hints(config_class, include_extras=True)
    return {
        name: (get_args(hint)[0], get_args(hint)[1])
        for name, hint in hints.items()
        if get_origin(hint) is Annotated
    }


def check_settings(config: ModelConfig | TrainConfig | PredictConfig) -> None:
    """Raise InputError naming the first setting whose value is of the wrong kind or range."""
    for name, (kind, setting) in settings_of(type(config)).items():
        value = getattr(config, name)
        if get_origin(kind) is Literal:
            if value not in get_args(kind):
                choices = ", ".join(get_args(kind))
                raise InputError(f"setting {name}", f"is {value!r}", f"choose one of {choices}")
        elif kind in (int, float):
            number_given = isinstance(value, (int, float)) and not isinstance(value, bool)
            if not number_given or (kind is int and not isinstance(value, int)):
                raise InputError(f"setting {name}", f"is {value!r}", "give a number")
            low, high = setting.low, setting.high
            if (low is not None and value < low) or (high is not None and not value <= high):
                raise InputError(f"setting {name}", f"is {value}", f"choose from {low} to {high}")
        elif not isinstance(value, kind):
            raise InputError(f"setting {name}", f"is {value!r}", f"give a {kind.__name__}")
    if isinstance(config, TrainConfig):
        check_settings(config.model)
        step = config.model.stem_stride * 2**config.model.depth
        sizes = {"image_size": config.image_size}
        if config.model.cascade:
            sizes["detail_size"] = config.detail_size
        for name, size in sizes.items():
            if size % step:
                raise InputError(
                    f"setting {name}",
                    f"is {size}, which the network cannot halve often enough",
                    f"choose a multiple of {step}",
                )
        if config.window_high_hu <= config.window_low_hu:
            raise InputError(
                "setting window_high_hu", "is not above window_low_hu", "choose a higher one"
            )


def with_setting(config: TrainConfig, key: str, text: str) -> TrainConfig:
    """A copy with one setting changed from text, as ``--set key=value`` gives it.

    Raises:
        InputError: If the key is unknown or the value out of range.

    >>> with_setting(PRESETS["quick"], "model.depth", "3").model.depth
    3
    """
    if key.startswith("model."):
        inner = _parsed(ModelConfig, key.removeprefix("model."), text)
        changed = dataclasses.replace(config, model=dataclasses.replace(config.model, **inner))
    else:
        changed = dataclasses.replace(config, **_parsed(TrainConfig, key, text))
    check_settings(changed)
    return changed


def _parsed(config_class: type, key: str, text: str) -> dict[str, Any]:
    settings = settings_of(config_class)
    if key not in settings:
        raise InputError(f"setting {key}", "is unknown", f"choose from {', '.join(settings)}")
    kind = settings[key][0]
    if kind is bool:
        if text.lower() not in ("true", "false", "yes", "no", "1", "0"):
            raise InputError(f"setting {key}", f"is {text!r}", "give true or false")
        return {key: text.lower() in ("true", "yes", "1")}
    if kind in (int, float):
        try:
            return {key: kind(text)}
        except ValueError:
            raise InputError(f"setting {key}", f"is {text!r}", "give a number") from None
    return {key: text}
