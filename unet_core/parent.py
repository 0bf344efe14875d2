"""Fine-tuning: a new run that begins with the weights of an existing model and says so."""

import dataclasses
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from unet_core.checkpoint import Passport, load_model
from unet_core.config import PRESETS, ModelConfig, TrainConfig
from unet_core.errors import InputError
from unet_core.networks import Cascade, shape_difference
from unet_core.sampling import Split
from unet_core.unet import UNet
from unet_core.volume import Label

RATE_SHARE = 0.1
"""Of the preset's learning rate: a trained network is to be moved, not shaken."""
_SEEN_BY_THE_NETWORK = (
    *("image_size", "detail_size", "crop", "fit", "channels"),
    *("window_low_hu", "window_high_hu"),
)


@dataclass(frozen=True)
class Parent:
    """The model a run begins with.

    Attributes:
        path: Its file.
        sha256: Of all its bytes.
        network: Its weights.
        passport: What it says of itself.
    """

    path: Path
    sha256: str
    network: UNet | Cascade
    passport: Passport

    @classmethod
    def load(cls, path: Path) -> "Parent":
        """The model in ``path``.

        Raises:
            InputError: If it cannot be read or is damaged.
        """
        network, passport = load_model(path)
        try:
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise InputError(
                path.name, f"cannot be read ({error.strerror})", "check that it is there"
            ) from None
        return cls(path, digest, network, passport)

    @classmethod
    def recorded(cls, values: Mapping[str, Any]) -> "Parent | None":
        """The one a run was begun with, by its ``run.json``; None for a run begun anew.

        Raises:
            InputError: If it is no longer what it was.
        """
        record = values.get("parent")
        if not record:
            return None
        found = cls.load(Path(record["path"]))
        if found.sha256 != record["sha256"]:
            raise InputError(
                found.path.name,
                "is another model than the one this run was to begin with",
                "put that one back or start a new run",
            )
        return found

    def to_json(self) -> dict[str, str]:
        """Plain values for ``run.json``."""
        return {"path": str(self.path.absolute()), "sha256": self.sha256}

    def check_model(self, config: TrainConfig, *, ignore_outputs: bool = False) -> None:
        """Refuse a run whose network has another shape.

        Raises:
            InputError: Naming what both have.
        """
        asked, own = config.model, self.passport.model
        if ignore_outputs:
            asked = dataclasses.replace(asked, out_channels=own.out_channels)
        if difference := shape_difference(own, asked):
            there, here = difference
            raise InputError(
                self.path.name,
                f"has {there}, but this run asks for {here}",
                "choose the model's settings for the run, or start from scratch",
            )

    def check_labels(self, labels: Mapping[int, Label]) -> None:
        """Refuse a run that teaches other labels.

        Raises:
            InputError: Naming both.
        """
        own, asked = _names(self.passport.labels), _names(labels)
        if own != asked:
            raise InputError(
                self.path.name,
                f"finds {own}, but this data set teaches {asked}",
                "choose a model of these labels, or start from scratch",
            )

    def check_test(self, split: Split) -> None:
        """Refuse a test of cases that the model was made from: it has seen them.

        Raises:
            InputError: Naming one.
        """
        seen = {*self.passport.train_sha256, *self.passport.validation_sha256}
        for part in split.test:
            if part.case.image_sha256 in seen:
                raise InputError(
                    f"test case {part.case.case_id}",
                    f"was learned from or validated on when {self.path.name} was made",
                    "choose other test cases, or start from scratch",
                )

    def notices(self, config: TrainConfig) -> tuple[str, ...]:
        """What the run gives the network that it was not used to."""
        before, now = self.passport.train, config
        changed = [
            f"{name} {getattr(before, name)} (now {getattr(now, name)})"
            for name in _SEEN_BY_THE_NETWORK
            if getattr(before, name) != getattr(now, name)
        ]
        if not changed:
            return ()
        return (f"{self.path.name} was trained with {', '.join(changed)}: it has to adapt.",)


def chosen_parent(path: Path | None, resume: bool) -> Parent | None:
    """The model in ``path``, if a run is to begin with one.

    Raises:
        InputError: If it is no sound model, or a run is resumed, which has begun already.
    """
    if path is None:
        return None
    if resume:
        raise InputError(path.name, "can only begin a new run", "leave it out to continue this one")
    return Parent.load(path)


def fine_tuning(config: TrainConfig) -> TrainConfig:
    """``config`` with a tenth of its preset's learning rate, unless another one was set.

    >>> fine_tuning(PRESETS["standard"]).learning_rate
    0.0002
    """
    preset = PRESETS.get(config.preset)
    if preset is None or config.learning_rate != preset.learning_rate:
        return config
    return dataclasses.replace(config, learning_rate=preset.learning_rate * RATE_SHARE)


def settings_like(passport: Passport) -> TrainConfig:
    """Settings to go on with a model: its own, but as long as its preset and without a limit."""
    own = passport.train
    preset = PRESETS.get(own.preset, own)
    model = dataclasses.replace(passport.model, out_channels=ModelConfig().out_channels)
    return dataclasses.replace(
        own, model=model, minutes=0.0, epochs=preset.epochs, learning_rate=preset.learning_rate
    )


def _names(labels: Mapping[int, Label]) -> str:
    return ", ".join(f"{value} {label.name}" for value, label in sorted(labels.items()))
