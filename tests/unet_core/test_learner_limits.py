"""What a step does when memory is short, numbers are none, or digits are few."""

import dataclasses

import pytest
import torch
from torch import nn

from tests.unet_core.conftest import TINY
from tests.unet_core.test_learner import PLAIN, as_on_disk, batch, learned
from unet_core.errors import InputError
from unet_core.learner import Learner
from unet_core.networks import parts_of

# --- parts of a batch ----------------------------------------------------------------------

MEAN = dataclasses.replace(
    PLAIN,
    model=dataclasses.replace(PLAIN.model, norm="none"),
    loss="ce",
    optimiser="sgd",
    ema=0.0,
)


@pytest.mark.parametrize("loss", ["ce", "bce", "focal"])
@pytest.mark.parametrize("norm", ["none", "instance"])
def test_micro_batches_add_up_to_the_whole_batch(loss: str, norm: str) -> None:
    """Exact for a mean over pixels without batch norm: the tutorial's 16 fit in memory."""
    config = dataclasses.replace(
        MEAN, loss=loss, model=dataclasses.replace(MEAN.model, norm=norm, deep_supervision=True)
    )
    whole = Learner(config)
    parts = Learner(dataclasses.replace(config, micro_batch=2))
    for number in range(3):
        one = whole.learn(batch(5), 1, number, 1e-2)
        two = parts.learn(batch(5), 1, number, 1e-2)
        assert one.loss == pytest.approx(two.loss, rel=1e-5)
        assert (one.accuracy, one.seen) == (two.accuracy, two.seen)
    for key, value in whole.tensors().items():
        if key != "learner/micro_batch":
            torch.testing.assert_close(value, parts.tensors()[key], rtol=1e-4, atol=1e-6)


def short_of_memory(learner: Learner, most: int, error: Exception) -> list[int]:
    """Let the network fail, deep inside, on more slices than ``most``; what it was given."""
    given: list[int] = []

    def refuse(_module: nn.Module, inputs: tuple[torch.Tensor]) -> None:
        given.append(len(inputs[0]))
        if given[-1] > most:
            raise error

    for part in parts_of(learner.model):
        part.bottleneck.register_forward_pre_hook(refuse)
    return given


@pytest.mark.parametrize(
    "error",
    [
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB"),
        RuntimeError("[enforce fail] DefaultCPUAllocator: not enough memory: you tried ..."),
        RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes"),
        MemoryError(),
    ],
)
def test_too_little_memory_halves_the_batch_and_says_so(error: Exception) -> None:
    """T3: the same step is done again, with the same random changes and the same result."""
    config = dataclasses.replace(MEAN, rotation_deg=15.0, noise=0.05)
    whole, short = Learner(config), Learner(config)
    given = short_of_memory(short, 2, error)
    one, two = whole.learn(batch(8), 1, 1, 1e-2), short.learn(batch(8), 1, 1, 1e-2)
    assert given == [8, 4, 2, 2, 2, 2]
    assert two.notices == (
        "Too little memory for 8 slices at once: 4 at once now; the result stays the same.",
        "Too little memory for 4 slices at once: 2 at once now; the result stays the same.",
    )
    assert short.micro_batch == 2
    assert one.loss == pytest.approx(two.loss, rel=1e-5)
    for key, value in whole.model.state_dict().items():
        torch.testing.assert_close(value, short.model.state_dict()[key], rtol=1e-4, atol=1e-6)
    given.clear()
    assert short.learn(batch(8), 1, 2, 1e-2).notices == ()
    assert given == [2, 2, 2, 2]
    again = Learner(config)
    again.restore(as_on_disk(short), short.steps)
    assert again.micro_batch == 2


@pytest.mark.parametrize(
    ("norm", "loss", "words"),
    [
        ("batch", "ce", "nearly the same (batch norm sees fewer slices)"),
        ("none", "dice_ce", "nearly the same (overlap is taken over fewer slices)"),
    ],
)
def test_what_halving_changes_is_said(norm: str, loss: str, words: str) -> None:
    config = dataclasses.replace(MEAN, loss=loss, model=dataclasses.replace(MEAN.model, norm=norm))
    learner = Learner(config)
    short_of_memory(learner, 2, MemoryError())
    (notice,) = learner.learn(batch(5), 1, 1, 1e-2).notices
    assert notice.endswith(f"5 slices at once: 2 at once now; the result stays {words}.")


def test_a_failed_try_leaves_no_trace_in_batch_norm() -> None:
    config = dataclasses.replace(MEAN, model=PLAIN.model, micro_batch=2)
    plain, short = Learner(config), Learner(dataclasses.replace(config, micro_batch=4))

    def refuse(_module: nn.Module, inputs: tuple[torch.Tensor]) -> None:
        if len(inputs[0]) > 2:
            raise MemoryError

    short.model.head.register_forward_pre_hook(refuse)  # all norms have run by then
    plain.learn(batch(), 1, 1, 1e-2)
    short.learn(batch(), 1, 1, 1e-2)
    for key, value in plain.model.state_dict().items():
        assert torch.equal(value, short.model.state_dict()[key]), key


def test_too_little_memory_for_one_slice_is_one_sentence() -> None:
    learner = Learner(MEAN)
    before = as_on_disk(learner)
    given = short_of_memory(learner, 0, MemoryError())
    with pytest.raises(InputError) as error:
        learner.learn(batch(3), 1, 1, 1e-2)
    assert given == [3, 1]
    assert "has too little memory for a single slice; choose a smaller image_size" in str(
        error.value
    )
    for key, value in before.items():
        if key != "learner/micro_batch":
            assert torch.equal(value, learner.tensors()[key]), key


def test_other_errors_are_not_taken_for_a_lack_of_memory() -> None:
    learner = Learner(MEAN)
    short_of_memory(learner, 0, RuntimeError("shapes differ"))
    with pytest.raises(RuntimeError, match="shapes differ"):
        learner.learn(batch(), 1, 1, 1e-2)


# --- numbers that are none -----------------------------------------------------------------


@pytest.mark.parametrize("norm", ["batch", "none"])
@pytest.mark.parametrize("optimiser", ["adamw", "sgd"])
def test_a_loss_that_is_no_number_changes_nothing_and_names_the_slice(
    norm: str, optimiser: str
) -> None:
    """T2."""
    model = dataclasses.replace(PLAIN.model, norm=norm)
    learner = learned(dataclasses.replace(PLAIN, model=model, optimiser=optimiser), 2)
    before, steps = as_on_disk(learner), learner.steps
    broken = batch()
    broken.pictures[2, 0, 5, 5] = float("nan")
    with pytest.raises(FloatingPointError) as error:
        learner.learn(broken, 1, 3, 1e-2)
    assert error.value.args == ("case 00 slice 2",)
    assert learner.steps == steps
    assert before.keys() == learner.tensors().keys()
    for key, value in before.items():
        assert torch.equal(value, learner.tensors()[key]), key
    learner.learn(batch(), 1, 4, 1e-2)
    assert learner.steps == steps + 1


@pytest.mark.parametrize("value", [float("inf"), float("nan")])
def test_a_gradient_that_is_no_number_changes_nothing(value: float) -> None:
    """T2: the loss may still look well."""
    learner = learned(PLAIN, 2)
    before = as_on_disk(learner)
    weight = learner.model.get_parameter("head.weight")
    hook = weight.register_hook(lambda gradient: gradient * value)
    with pytest.raises(FloatingPointError) as error:
        learner.learn(batch(), 1, 3, 1e-2)
    assert error.value.args == batch().names  # no single slice is at fault
    for key, kept in before.items():
        assert torch.equal(kept, learner.tensors()[key]), key
    hook.remove()
    assert learner.learn(batch(), 1, 3, 1e-2).loss > 0


def test_clipping_shortens_the_step_to_the_length_allowed() -> None:
    config = dataclasses.replace(PLAIN, optimiser="sgd", ema=0.0)
    free, held = Learner(config), Learner(dataclasses.replace(config, gradient_clip=0.01))
    start = [p.detach().clone() for p in free.model.parameters()]
    for learner in (free, held):
        learner.learn(batch(), 1, 1, 1.0)
    moved = [
        torch.cat(
            [
                (now - before).detach().flatten()
                for now, before in zip(learner.model.parameters(), start, strict=True)
            ]
        )
        for learner in (free, held)
    ]
    # SGD's first step with Nesterov momentum is (1 + momentum) times the gradient
    assert moved[1].norm().item() == pytest.approx(0.01 * 1.99, rel=1e-3)
    assert moved[0].norm() > 5 * moved[1].norm()
    cosine = torch.nn.functional.cosine_similarity(moved[0], moved[1], dim=0)
    assert cosine.item() == pytest.approx(1, abs=1e-4)


# --- fewer digits --------------------------------------------------------------------------


@pytest.mark.parametrize("precision", ["bfloat16", "float16"])
def test_fewer_digits_learn_too_and_weights_keep_theirs(precision: str) -> None:
    config = dataclasses.replace(PLAIN, precision=precision, loss="ce")
    learner, plain = Learner(config), Learner(dataclasses.replace(config, precision="float32"))
    kinds: set[torch.dtype] = set()
    learner.model.bottleneck.register_forward_hook(lambda _m, _i, out: kinds.add(out.dtype))
    losses = []
    for number in range(8):
        losses.append(learner.learn(batch(), 1, number, 1e-2).loss)
        assert losses[-1] == pytest.approx(plain.learn(batch(), 1, number, 1e-2).loss, rel=0.03)
    assert kinds == {getattr(torch, precision)}
    assert {p.dtype for p in learner.model.parameters()} == {torch.float32}
    assert losses[-1] < 0.7 * losses[0]
    assert learner.precision == precision


def test_float16_skips_steps_whose_gradients_it_cannot_hold_and_remembers_its_scale() -> None:
    config = dataclasses.replace(PLAIN, precision="float16")
    learner = Learner(config)
    before = as_on_disk(learner)
    learner._scaler.load_state_dict({**learner._scaler.state_dict(), "scale": 2.0**40})
    learner.learn(batch(), 1, 1, 1e-2)
    assert learner.steps == 0
    assert torch.equal(before["model/head.weight"], learner.tensors()["model/head.weight"])
    assert learner._scaler.get_scale() == 2.0**39
    again = Learner(config)
    again.restore(as_on_disk(learner), learner.steps)
    assert again._scaler.get_scale() == 2.0**39
    learner._scaler.load_state_dict({**learner._scaler.state_dict(), "scale": 2.0**-10})
    learner.model.get_parameter("head.weight").register_hook(lambda g: g * float("nan"))
    with pytest.raises(FloatingPointError):
        learner.learn(batch(), 1, 2, 1e-2)


def test_what_auto_chose_stays_through_a_run() -> None:
    """T7: another measurement could choose another, and the result would be another."""
    auto = dataclasses.replace(TINY, precision="auto")
    learner = Learner(auto)
    state = as_on_disk(learner)
    for number, name in enumerate(("float32", "bfloat16")):
        state["learner/precision"] = torch.tensor([number, learner.device.type == "cuda"])
        learner.restore(state, 1)
        assert learner.precision == name
    state["learner/precision"] = torch.tensor([0, learner.device.type != "cuda"])
    learner.restore(state, 1)
    assert learner.precision == "bfloat16"  # another kind of device says nothing about this one
    fixed = Learner(dataclasses.replace(auto, precision="float32"))
    fixed.restore({**state, "learner/precision": torch.tensor([1, 0])}, 1)
    assert fixed.precision == "float32"


def test_states_that_knew_less_are_continued_too() -> None:
    learner = learned(TINY, 2)
    old = {k: v for k, v in as_on_disk(learner).items() if not k.startswith("learner/")}
    after = Learner(dataclasses.replace(TINY, micro_batch=2))
    after.restore(old, 2)
    assert (after.steps, after.micro_batch, after.precision) == (2, 2, "float32")
