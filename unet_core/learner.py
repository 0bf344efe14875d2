"""The network while it learns: weights, their running average, the optimiser, one step."""

import contextlib
import dataclasses
import math
from collections.abc import Iterator, Mapping

import torch
from torch import Tensor, nn

from unet_core import distributed
from unet_core.batch import Batch
from unet_core.config import Outputs, TrainConfig
from unet_core.errors import InputError
from unet_core.lesson_loss import LessonLoss, added, right_pixels
from unet_core.lessons import Lesson, Levels, Seen, in_step, make_lessons
from unet_core.losses import LOSSES, MEANS
from unet_core.memory_shortage import ran_out_of_memory, too_little
from unet_core.networks import (
    Network,
    build_network,
    class_count,
    parts_of,
    shape_difference,
    start_from_frequencies,
)
from unet_core.precision import DTYPES, Choice, autocast, choose_precision
from unet_core.unet import choose_device

_SGD_MOMENTUM = 0.99
"""With Nesterov, as nnU-Net (Isensee 2021, doi:10.1038/s41592-020-01008-z)."""
_SMALLEST_SCALE = 1e-3
"""A loss scaled down to this and still without finite gradients has diverged."""


@dataclasses.dataclass(frozen=True)
class StepResult:
    """What one batch gave, before the step; of all processes that learn together.

    Attributes:
        loss: What was made small; of a cascade both losses added up.
        accuracy: Share of right pixels; of a cascade those of the close look.
        seen: Pixels of each class index in the changed pictures, background first.
        notices: Sentences the user should read.
        parts: What ``loss`` is the sum of, by name; empty where it is one thing.
    """

    loss: float
    accuracy: float
    seen: tuple[int, ...] = ()
    notices: tuple[str, ...] = ()
    parts: Mapping[str, float] = dataclasses.field(default_factory=dict)


class Learner:
    """Learns batch by batch; its whole state can be taken out and put back.

    Attributes:
        model: The network as the optimiser moves it.
        averaged: Exponential moving average of its weights, which is validated and saved; the
            model itself where ``config.ema`` is 0.
        steps: Batches learned from so far.
        micro_batch: Slices in memory at once, 0 for the whole batch; smaller than in ``config``
            once memory ran out.
        precision: Numbers the network computes in while it learns.
        precision_reason: Why those, in one sentence.
        loss: What is made small, and its parts.
    """

    def __init__(self, config: TrainConfig) -> None:
        if config.loss not in LOSSES:
            raise InputError(
                "setting loss", f"is {config.loss!r}", f"choose one of {', '.join(LOSSES)}"
            )
        self.config = config
        self.loss = LessonLoss(config)
        self.device = choose_device()
        self._compute_in(choose_precision(config.precision, self.device))
        self.micro_batch = config.micro_batch
        self.model = self._new_network()
        self.averaged = self._new_network() if config.ema else self.model
        self.steps = 0
        self._optimiser = _optimiser(self.model, config)
        self._taught = [distributed.wrapped(Levels(part)) for part in parts_of(self.model)]
        self._average()

    # --- before the first step -------------------------------------------------------------

    def start_from_frequencies(self, labels: Tensor, detail_labels: Tensor | None = None) -> None:
        """Let the heads begin with the share of each class in (B, S, S) uint8 class indices.

        Args:
            labels: Of whole slices.
            detail_labels: Of the box around the organ, for a cascade; as ``labels`` if None.
        """
        if detail_labels is None:
            detail_labels = labels
        for network in (self.model, self.averaged):
            *coarse, last = parts_of(network)
            start_from_frequencies(last, detail_labels if coarse else labels)
            for part in coarse:
                start_from_frequencies(part, labels)

    def start_from(self, model: Network) -> None:
        """Begin with the weights of ``model`` instead of random ones.

        Raises:
            InputError: If it has another shape; heads that only teach may differ.
        """
        if difference := shape_difference(model.config, self.config.model):
            there, here = difference
            raise InputError(
                "the model to start from",
                f"has {there}, but this run asks for {here}",
                "choose the model's settings for the run, or start from scratch",
            )
        for network in (self.model, self.averaged):
            known = network.state_dict()
            weights = {k: v for k, v in model.state_dict().items() if k in known}
            network.load_state_dict({**known, **weights})

    # --- one step --------------------------------------------------------------------------

    def loss_of(self, logits: Tensor, labels: Tensor, outputs: Outputs | None = None) -> Tensor:
        """The loss asked for: a scalar of (B, K, H, W) logits and (B, H, W) class indices."""
        return added(self.loss.parts(logits, labels, outputs))

    def learn(
        self, batch: Batch, epoch: int, number: int, rate: float, seen: Seen | None = None
    ) -> StepResult:
        """One step on a batch.

        Gradients of micro-batches are added up, each weighted by its share of the batch: exact
        for losses that are means over pixels, where no batch norm mixes slices, as if the batch
        had been in memory whole. Overlap losses are then the mean over micro-batches instead of
        pooled over the batch. Memory that runs out halves the micro-batch for good, and the step
        is done again with the same random changes.

        Args:
            batch: What to learn from; its pictures may be overwritten.
            epoch: Together with ``number`` decides the random changes.
            number: Of the batch within the epoch.
            rate: Learning rate.
            seen: Shown what each network is about to learn from.

        Raises:
            FloatingPointError: If the loss or its gradient is not a number; everything is as
                before. The arguments are the names of the slices at fault, if it was some.
            InputError: If memory does not suffice for a single slice.
        """
        try:
            lessons = make_lessons(batch, self._taught, self.config, self.device, (epoch, number))
        except (RuntimeError, MemoryError) as error:
            if not ran_out_of_memory(error):
                raise
            raise too_little(self.device, f"{len(batch.labels)} slices", "batch_size") from None
        if seen is not None:
            seen(lessons)
        self.model.train()
        buffers = [buffer.clone() for buffer in self.model.buffers()]
        notices: list[str] = []
        while (sums := self._tried(lessons)) is None:
            self._forget(buffers)
            notices.append(self._halve(max(lesson.count for lesson in lessons)))
        result = self._result(sums, tuple(notices))
        if not self._move(rate, math.isfinite(result.loss)):
            self._forget(buffers)
            raise FloatingPointError(*self._guilty(lessons, batch.names))
        return result

    def _tried(self, lessons: list[Lesson]) -> list[float] | None:
        """Gradients of a batch are in place, and its sums; None if memory ran out."""
        try:
            return self._gradients(lessons)
        except (RuntimeError, MemoryError) as error:
            if not ran_out_of_memory(error):
                raise
        return None  # outside of the handler, whose traceback keeps tensors alive

    def _gradients(self, lessons: list[Lesson]) -> list[float]:
        """Right pixels, loss and its parts, then pixels of each class of a batch."""
        self._optimiser.zero_grad(set_to_none=True)
        loss, right, parts = 0.0, 0, list[float]()
        for lesson in lessons:
            right = 0  # of the last one, which gives the classes
            sums = [0.0] * (1 + len(self.loss.parts_each))
            size = self.micro_batch or lesson.count
            for start in range(0, lesson.count, size):
                part = slice(start, start + size)
                is_last = start + size >= lesson.count
                with in_step(lesson.network, is_last):
                    share, hits, numbers = self._share(lesson, part)
                    self._scaler.scale(share).backward()  # type: ignore[no-untyped-call]
                sums = [a + b for a, b in zip(sums, numbers.tolist(), strict=True)]
                right += hits
            loss += sums[0]
            parts += sums[1:]
        classes = class_count(self.config.model)
        indices = lessons[-1].labels.flatten().clamp(max=classes - 1)
        seen = torch.bincount(indices, minlength=classes)
        shares = [value / distributed.world_size() for value in (loss, *parts)]
        return distributed.totals([right, *shares, *seen.tolist()])

    def _share(self, lesson: Lesson, part: slice) -> tuple[Tensor, int, Tensor]:
        """What some slices add to the loss of the batch, and how many of their pixels are right.

        Last the loss again and its parts as numbers, see ``LessonLoss.of_levels``.
        """
        pictures = lesson.pictures[part].to(self.device, memory_format=torch.channels_last)
        labels = lesson.labels[part].to(self.device).long()
        with autocast(self.device, self.precision):
            levels = lesson.network(pictures)
        share = len(labels) / lesson.count
        loss, numbers = self.loss.of_levels(levels, labels, lesson.outputs, share)
        return loss, right_pixels(levels[0].detach(), labels, lesson.outputs), numbers

    def _result(self, sums: list[float], notices: tuple[str, ...]) -> StepResult:
        right, loss, *rest = sums
        count = len(rest) - class_count(self.config.model)
        seen = tuple(map(int, rest[count:]))
        return StepResult(loss, right / sum(seen), seen, notices, self.loss.named(rest[:count]))

    def _move(self, rate: float, is_finite: bool) -> bool:
        """Take the step; False if loss or gradients are no numbers, and nothing has moved.

        In float16 gradients too large for it are usual at first: the scaler skips such a step.
        """
        if not is_finite:
            return False
        parameters = [p for p in self.model.parameters() if p.grad is not None]
        self._scaler.unscale_(self._optimiser)
        norm = torch.nn.utils.get_total_norm([p.grad for p in parameters if p.grad is not None])
        if not torch.isfinite(norm):
            self._scaler.update()
            return self._scaler.is_enabled() and self._scaler.get_scale() > _SMALLEST_SCALE
        if self.config.gradient_clip:
            torch.nn.utils.clip_grads_with_norm_(parameters, self.config.gradient_clip, norm)
        for group in self._optimiser.param_groups:
            group["lr"] = rate
        self._scaler.step(self._optimiser)
        self._scaler.update()
        self.steps += 1
        self._average()
        return True

    def _halve(self, count: int) -> str:
        """Fewer slices at once from now on; a sentence that says so."""
        size = min(self.micro_batch or count, count)
        if size == 1:
            raise too_little(self.device, "a single slice", "image_size or base_channels")
        if distributed.world_size() > 1:  # the others go on with as many parts as before
            raise too_little(self.device, f"{size} slices at once", "micro_batch")
        self.micro_batch = size // 2
        same = "the same"
        if self.config.model.norm == "batch":
            same = "nearly the same (batch norm sees fewer slices)"
        elif self.config.loss not in MEANS:
            same = "nearly the same (overlap is taken over fewer slices)"
        return (
            f"Too little memory for {size} slices at once: {size // 2} at once now; "
            f"the result stays {same}."
        )

    def _forget(self, buffers: list[Tensor]) -> None:
        """Undo what a step that is not taken has left behind."""
        self._optimiser.zero_grad(set_to_none=True)
        with torch.no_grad():
            for buffer, before in zip(self.model.buffers(), buffers, strict=True):
                buffer.copy_(before)
        if self.device.type == "cuda":
            torch.cuda.empty_cache()

    @torch.no_grad()
    def _guilty(self, lessons: list[Lesson], names: tuple[str, ...]) -> list[str]:
        """Names of slices whose own loss is not a number; all where it is no single one's."""
        found = set()
        self.model.eval()
        for lesson, network in zip(lessons, parts_of(self.model), strict=True):
            for number, name in enumerate(names):
                part = slice(number, number + 1)
                logits = network(lesson.pictures[part].to(self.device))
                labels = lesson.labels[part].to(self.device)
                if not torch.isfinite(self.loss_of(logits, labels, lesson.outputs)):
                    found.add(name)
        self.model.train()
        return [name for name in names if name in found] or list(names)

    @contextlib.contextmanager
    def lent(self) -> Iterator[None]:
        """Inside, memory of the graphics card is free for others; nothing may be learned."""
        self._optimiser.zero_grad(set_to_none=True)
        states = (value for state in self._optimiser.state.values() for value in state.values())
        held = [*self.model.parameters(), *self.model.buffers()]
        held += [*self.averaged.parameters(), *self.averaged.buffers()]
        held += [value for value in states if isinstance(value, Tensor)]
        moved = [tensor for tensor in {id(t): t for t in held}.values() if tensor.is_cuda]
        for tensor in moved:
            tensor.data = tensor.data.cpu()
        if moved:
            torch.cuda.empty_cache()
        try:
            yield
        finally:
            for tensor in moved:
                tensor.data = tensor.data.to(self.device)

    # --- all that was learned --------------------------------------------------------------

    def tensors(self) -> dict[str, Tensor]:
        """Everything that decides what comes next, by name; the tensors themselves, not copies."""
        found = {f"model/{key}": value for key, value in self.model.state_dict().items()}
        if self.averaged is not self.model:
            averaged = self.averaged.state_dict()
            found |= {f"averaged/{key}": value for key, value in averaged.items()}
        for number, values in self._optimiser.state_dict()["state"].items():
            for key, value in values.items():
                if value is not None:
                    found[f"optimiser/{number}/{key}"] = torch.as_tensor(value)
        found["learner/micro_batch"] = torch.tensor(self.micro_batch)
        on_cuda = self.device.type == "cuda"
        found["learner/precision"] = torch.tensor([list(DTYPES).index(self.precision), on_cuda])
        if self._scaler.is_enabled():
            scaler = self._scaler.state_dict()
            values = [scaler["scale"], scaler["_growth_tracker"]]
            found["learner/scaler"] = torch.tensor(values, dtype=torch.float64)
        return found

    def restore(self, tensors: Mapping[str, Tensor], steps: int) -> None:
        """Continue from what ``tensors`` gave, also from states that knew less."""
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
        if "learner/micro_batch" in tensors:
            self.micro_batch = int(tensors["learner/micro_batch"])
        self._restore_precision(tensors)

    def _restore_precision(self, tensors: Mapping[str, Tensor]) -> None:
        """As before, if on the same kind of device: a new measurement could choose another."""
        if self.config.precision == "auto" and "learner/precision" in tensors:
            number, on_cuda = tensors["learner/precision"].tolist()
            name = list(DTYPES)[number]
            if bool(on_cuda) == (self.device.type == "cuda") and name != self.precision:
                self._compute_in(Choice(name, f"{name} is what this run began with."))
        if "learner/scaler" in tensors and self._scaler.is_enabled():
            scale, tracker = tensors["learner/scaler"].tolist()
            state = self._scaler.state_dict()
            values = {"scale": scale, "_growth_tracker": int(tracker)}
            self._scaler.load_state_dict({**state, **values})

    def _compute_in(self, choice: Choice) -> None:
        self.precision, self.precision_reason = choice.name, choice.reason
        self._scaler = torch.amp.GradScaler(self.device.type, enabled=choice.name == "float16")

    def _new_network(self) -> Network:
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(self.config.seed)
            network = build_network(self.config.model)
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


def _optimiser(model: nn.Module, config: TrainConfig) -> torch.optim.Optimizer:
    weights, rate, decay = model.parameters(), config.learning_rate, config.weight_decay
    if config.optimiser == "sgd":
        return torch.optim.SGD(
            weights, rate, momentum=_SGD_MOMENTUM, nesterov=True, weight_decay=decay
        )
    kind = torch.optim.AdamW if config.optimiser == "adamw" else torch.optim.Adam
    return kind(weights, rate, weight_decay=decay, fused=True)  # one pass over memory


def _under(prefix: str, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {k.removeprefix(prefix): v for k, v in tensors.items() if k.startswith(prefix)}
