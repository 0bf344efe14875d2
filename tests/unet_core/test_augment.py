import dataclasses
import math

import pytest
import torch

from unet_core.augment import _grid, augment, generator_for
from unet_core.config import PRESETS, TrainConfig

STILL = dataclasses.replace(
    PRESETS["standard"],
    rotation_deg=0.0,
    scale=0.0,
    flip=False,
    brightness=0.0,
    contrast=0.0,
    noise=0.0,
)


def batch() -> tuple[torch.Tensor, torch.Tensor]:
    generator = torch.Generator().manual_seed(0)
    labels = torch.zeros(6, 32, 32, dtype=torch.uint8)
    labels[:, 8:20, 10:26] = 1
    labels[:, 10:14, 12:18] = 2
    pictures = labels.unsqueeze(1).float().repeat(1, 3, 1, 1) / 2
    pictures += 0.01 * torch.rand(pictures.shape, generator=generator)
    return pictures.clamp(0, 1), labels


def test_all_limits_zero_changes_nothing() -> None:
    pictures, labels = batch()
    out, out_labels = augment(pictures.clone(), labels, STILL, generator_for(1, 1, 1))
    assert torch.equal(out, pictures)
    assert torch.equal(out_labels, labels)


def test_same_seed_epoch_and_batch_give_the_same_whatever_came_before() -> None:
    """T7: nothing is remembered between batches."""
    config = PRESETS["standard"]
    pictures, labels = batch()
    once = augment(pictures.clone(), labels, config, generator_for(3, 2, 5))
    augment(pictures.clone(), labels, config, generator_for(3, 2, 4))
    again = augment(pictures.clone(), labels, config, generator_for(3, 2, 5))
    other = augment(pictures.clone(), labels, config, generator_for(3, 2, 6))
    assert torch.equal(once[0], again[0])
    assert torch.equal(once[1], again[1])
    assert not torch.equal(once[0], other[0])


@pytest.mark.parametrize("preset", PRESETS)
def test_range_shape_and_label_values_survive(preset: str) -> None:
    pictures, labels = batch()
    out, out_labels = augment(pictures, labels, PRESETS[preset], generator_for(0, 1, 1))
    assert out.shape == (6, 3, 32, 32)
    assert out.dtype == torch.float32
    assert out.min() >= 0
    assert out.max() <= 1
    assert out_labels.dtype == torch.uint8
    assert set(out_labels.unique().tolist()) <= {0, 1, 2}


@pytest.mark.parametrize(
    "change", [{"rotation_deg": 40.0}, {"scale": 0.4}, {"flip": True}], ids=lambda c: next(iter(c))
)
def test_labels_move_with_their_picture(change: dict[str, float]) -> None:
    """The tutorial's first pitfall: image and mask out of step."""
    pictures, labels = batch()
    config: TrainConfig = dataclasses.replace(STILL, **change)  # type: ignore[arg-type]
    moved_away = 0
    for number in range(8):
        out, out_labels = augment(pictures.clone(), labels, config, generator_for(0, 1, number))
        # the picture says what the label is: grey / 0.5 rounds to the class
        told = (out[:, 1] * 2).round().to(torch.uint8)
        assert (told == out_labels).float().mean() > 0.93
        moved_away += int((out_labels != labels).any())
    assert moved_away >= 6


def test_flip_alone_is_an_exact_mirror_image() -> None:
    pictures, labels = batch()
    config = dataclasses.replace(STILL, flip=True)
    _, out_labels = augment(pictures, labels, config, generator_for(0, 1, 1))
    mirrored = [torch.equal(o, a.flip(-1)) for o, a in zip(out_labels, labels, strict=True)]
    same = [torch.equal(o, a) for o, a in zip(out_labels, labels, strict=True)]
    assert all(m or s for m, s in zip(mirrored, same, strict=True))
    assert any(mirrored)
    assert any(same)


def test_brightness_stays_within_its_limit_and_leaves_labels_alone() -> None:
    pictures, labels = batch()
    pictures = pictures * 0.5 + 0.25
    config = dataclasses.replace(STILL, brightness=0.2)
    out, out_labels = augment(pictures.clone(), labels, config, generator_for(0, 1, 1))
    shift = (out - pictures).mean(dim=(1, 2, 3))
    assert torch.equal(out_labels, labels)
    assert shift.abs().max() <= 0.2 + 1e-6
    assert shift.std() > 0.02
    assert math.isclose((out - pictures)[0].std().item(), 0.0, abs_tol=1e-6)


def test_noise_differs_between_slices_and_channels_and_keeps_its_limit() -> None:
    pictures = torch.full((6, 3, 64, 64), 0.5)
    labels = torch.zeros(6, 64, 64, dtype=torch.uint8)
    config = dataclasses.replace(STILL, noise=0.05)
    out, _ = augment(pictures.clone(), labels, config, generator_for(0, 1, 1))
    noise = (out - 0.5).flatten(2)
    assert noise.std(dim=2).max() < 0.055
    assert noise.mean().abs() < 0.002
    flat = noise.flatten(0, 1)
    alike = torch.corrcoef(flat) - torch.eye(len(flat))
    assert alike.abs().max() < 0.1


def test_the_grid_is_that_of_torch() -> None:
    config = dataclasses.replace(STILL, rotation_deg=30.0, scale=0.2)
    grid = _grid(torch.Size((4, 1, 16, 24)), config, generator_for(0, 1, 1))
    generator = generator_for(0, 1, 1)
    angle = (torch.rand(4, generator=generator) * 2 - 1) * math.radians(30)
    scale = 1 + (torch.rand(4, generator=generator) * 2 - 1) * 0.2
    matrix = torch.zeros(4, 2, 3)
    matrix[:, 0, 0] = matrix[:, 1, 1] = angle.cos() / scale
    matrix[:, 1, 0] = angle.sin() / scale
    matrix[:, 0, 1] = -matrix[:, 1, 0]
    expected = torch.nn.functional.affine_grid(matrix, [4, 1, 16, 24], align_corners=False)
    torch.testing.assert_close(grid, expected)
