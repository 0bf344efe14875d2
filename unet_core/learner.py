"""The network while it learns: weights, their running average, the optimiser, one step."""

import dataclasses
import math
from collections.abc import Mapping

import torch
from torch import Tensor

from unet_core.augment import augment, generator_for
from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.losses import LOSSES
from unet_core.unet import UNet, choose_device

WARM_UP = 0.03
"""Share of a run in which the learning rate of the cosine schedule rises."""
_SGD_MOMENTUM = 0.99
"""With Nesterov, as nnU-Net (Isensee 2021, doi:10.1038/s41592-020-01008-z)."""


@dataclasses.dataclass(frozen=True)
class StepResult:
    """Loss and share of right pixels of one batch, before the step."""

    loss: float
    accuracy: float


class Learner:
    """Learns batch by batch; its whole state can be taken out and put back.

    Attributes:
        model: The network as the optimiser moves it.
        averaged: Exponential moving average of its weights, which is validated and saved; the
            model itself where ``config.ema`` is 0.
        steps: Batches learned from so far.
    """

    def __init__(self, config: TrainConfig) -> None:
        if config.loss not in LOSSES:
            raise InputError(
                "setting loss", f"is {config.loss!r}", f"choose one of {', '.join(LOSSES)}"
            )
        self.config = config
        self.device = choose_device()
        self.model = self._new_network()
        self.averaged = self._new_network() if config.ema else self.model
        self.steps = 0
        self._optimiser = _optimiser(self.model, config)
        self._average()

    def start_from_frequencies(self, labels: Tensor) -> None:
        """Let the head begin with the share of each class in (B, S, S) uint8 ``labels``.

        Without it a network spends its first rounds finding out that most pixels are background
        (Lin 2017, doi:10.1109/ICCV.2017.324, section 4.1).
        """
        outputs = self.config.model.out_channels
        counts = torch.bincount(labels.flatten(), minlength=max(outputs, 2)).double()
        shares = (counts / counts.sum()).clamp(1e-3, 1 - 1e-3)
        bias = shares.log() if outputs > 1 else (shares[1:] / (1 - shares[1:])).log()
        with torch.no_grad():
            for network in (self.model, self.averaged):
                network.get_parameter("head.bias").copy_(bias)

    def learn(
        self, pictures: Tensor, labels: Tensor, epoch: int, batch: int, rate: float
    ) -> StepResult:
        """One step on a batch.

        Gradients of micro-batches are added up, each weighted by its share of the batch: exact
        for losses that are means over pixels, as if the batch had been in memory whole.

        Args:
            pictures: (B, C, S, S) float32 in 0..1; may be overwritten.
            labels: (B, S, S) uint8 class indices.
            epoch: Together with ``batch`` decides the random changes.
            batch: Number within the epoch.
            rate: Learning rate.

        Raises:
            FloatingPointError: If the loss is not a number; weights are as before.
        """
        config = self.config
        generator = generator_for(config.seed, epoch, batch)
        pictures, labels = augment(pictures, labels, config, generator)
        pictures = pictures.to(self.device, memory_format=torch.channels_last)
        labels = labels.to(self.device).long()
        self.model.train()
        self._optimiser.zero_grad(set_to_none=True)
        count = len(labels)
        loss, right = 0.0, 0
        for start in range(0, count, config.micro_batch or count):
            part = slice(start, start + (config.micro_batch or count))
            logits = self.model(pictures[part])
            share = LOSSES[config.loss](logits, labels[part]) * (len(labels[part]) / count)
            share.backward()  # type: ignore[no-untyped-call]
            loss += share.item()
            right += right_pixels(logits.detach(), labels[part])
        if not math.isfinite(loss):
            self._optimiser.zero_grad(set_to_none=True)
            raise FloatingPointError(loss)
        for group in self._optimiser.param_groups:
            group["lr"] = rate
        self._optimiser.step()
        self.steps += 1
        self._average()
        return StepResult(loss, right / labels.numel())

    def tensors(self) -> dict[str, Tensor]:
        """Everything learned so far, by name; the tensors themselves, not copies."""
        found = {f"model/{key}": value for key, value in self.model.state_dict().items()}
        if self.averaged is not self.model:
            averaged = self.averaged.state_dict()
            found |= {f"averaged/{key}": value for key, value in averaged.items()}
        for number, values in self._optimiser.state_dict()["state"].items():
            for key, value in values.items():
                if value is not None:
                    found[f"optimiser/{number}/{key}"] = torch.as_tensor(value)
        return found

    def restore(self, tensors: Mapping[str, Tensor], steps: int) -> None:
        """Continue from what ``tensors`` gave."""
        self.model.load_state_dict(_under("model/", tensors))
        if self.averaged is not self.model:
            self.averaged.load_state_dict(_under("averaged/", tensors))
        moments: dict[int, dict[str, Tensor]] = {}
        for name, value in _under("optimiser/", tensors).items():
            number, key = name.split("/")
            if value.dim() == 4:  # as the weights lie in memory, else each step would reorder it
                value = value.contiguous(memory_format=torch.channels_last)
            moments.setdefault(int(number), {})[key] = value
        state = self._optimiser.state_dict()
        self._optimiser.load_state_dict({**state, "state": moments})
        self.steps = steps

    def _new_network(self) -> UNet:
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(self.config.seed)
            network = UNet(self.config.model)
        network.to(self.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        return network

    @torch.no_grad()
    def _average(self) -> None:
        """Move the average towards the model, faster in the first steps."""
        if self.averaged is self.model:
            return
        decay = min(self.config.ema, (1 + self.steps) / (10 + self.steps))
        averaged = list(self.averaged.state_dict().values())
        current = list(self.model.state_dict().values())
        pairs = list(zip(averaged, current, strict=True))
        floating = [pair for pair in pairs if pair[0].is_floating_point()]
        torch._foreach_lerp_([a for a, _ in floating], [c for _, c in floating], 1 - decay)
        for old, new in pairs:
            if not old.is_floating_point():
                old.copy_(new)


@torch.no_grad()
def right_pixels(logits: Tensor, labels: Tensor) -> int:
    """How many of (B, S, S) int64 class indices are the likeliest of (B, K, S, S) logits."""
    chosen = (logits[:, 0] > 0).long() if logits.shape[1] == 1 else logits.argmax(dim=1)
    return int((chosen == labels).sum())


def learning_rate(config: TrainConfig, progress: float) -> float:
    """The rate when a share ``progress`` (0..1) of the run is done.

    >>> from unet_core.config import PRESETS
    >>> learning_rate(PRESETS["standard"], 1.0)
    0.0
    """
    if config.schedule == "constant":
        return config.learning_rate
    progress = min(max(progress, 0.0), 1.0)
    if progress < WARM_UP:
        return config.learning_rate * max(progress / WARM_UP, 0.01)
    fall = (progress - WARM_UP) / (1 - WARM_UP)
    return config.learning_rate * 0.5 * (1 + math.cos(math.pi * fall))


def _optimiser(model: UNet, config: TrainConfig) -> torch.optim.Optimizer:
    weights, rate, decay = model.parameters(), config.learning_rate, config.weight_decay
    if config.optimiser == "sgd":
        return torch.optim.SGD(
            weights, rate, momentum=_SGD_MOMENTUM, nesterov=True, weight_decay=decay
        )
    kind = torch.optim.AdamW if config.optimiser == "adamw" else torch.optim.Adam
    return kind(weights, rate, weight_decay=decay, fused=True)  # one pass over memory


def _under(prefix: str, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {k.removeprefix(prefix): v for k, v in tensors.items() if k.startswith(prefix)}
