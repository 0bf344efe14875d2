import dataclasses
import math

import pytest
import torch
from scipy import ndimage

from unet_core.augment import Change, _grid, augment, generator_for
from unet_core.config import PRESETS, TrainConfig
from unet_core.synthetic_lesions import LesionClasses

STILL = dataclasses.replace(
    PRESETS["standard"],
    rotation_deg=0.0,
    scale=0.0,
    flip=False,
    brightness=0.0,
    contrast=0.0,
    noise=0.0,
)
STRONG = dataclasses.replace(
    PRESETS["standard"],
    rotation_deg=30.0,
    flip=True,
    gamma=0.4,
    blur=1.5,
    low_resolution=0.5,
    elastic=6.0,
    synthetic_lesions=0.6,
)
"""Everything at once."""
PAIR = LesionClasses(organ=1, lesion=2)
CPU = torch.device("cpu")


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
    ("change", "share"),
    [
        ({"rotation_deg": 40.0}, 0.75),
        ({"scale": 0.4}, 0.75),
        ({"flip": True}, 0.75),
        ({"elastic": 4.0}, 0.3),  # few slices are bent, and some by less than a pixel
    ],
    ids=["rotation", "scale", "flip", "elastic"],
)
def test_labels_move_with_their_picture(change: dict[str, float], share: float) -> None:
    """The tutorial's first pitfall: image and mask out of step."""
    pictures, labels = batch()
    config: TrainConfig = dataclasses.replace(STILL, **change)
    moved_away = 0
    for number in range(24):
        out, out_labels = augment(pictures.clone(), labels, config, generator_for(0, 1, number))
        # the picture says what the label is: grey / 0.5 rounds to the class
        told = (out[:, 1] * 2).round().to(torch.uint8)
        assert (told == out_labels).float().mean() > 0.93
        moved_away += int((out_labels != labels).any())
    assert moved_away >= share * 24


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


def generators(count: int, number: int) -> list[torch.Generator]:
    """One for each slice of a batch."""
    return [generator_for(0, number, place) for place in range(count)]


def test_the_grid_is_that_of_torch() -> None:
    config = dataclasses.replace(STILL, rotation_deg=30.0, scale=0.2)
    grid = _grid(torch.Size((4, 1, 16, 24)), config, generators(4, 1), CPU)
    drawn = torch.stack([torch.rand(5, generator=g) * 2 - 1 for g in generators(4, 1)], dim=1)
    angle, scale = drawn[0] * math.radians(30), 1 + drawn[1] * 0.2
    shift = drawn[3:] * 2 * 0.1  # between them the mirroring, which is off
    matrix = torch.zeros(4, 2, 3)
    matrix[:, 0, 0] = matrix[:, 1, 1] = angle.cos() / scale
    matrix[:, 1, 0] = angle.sin() / scale
    matrix[:, 0, 1] = -matrix[:, 1, 0]
    matrix[:, :, 2] = shift.T
    expected = torch.nn.functional.affine_grid(matrix, [4, 1, 16, 24], align_corners=False)
    torch.testing.assert_close(grid, expected)


def test_slices_are_shifted_by_a_tenth_at_most_and_by_less_where_scaled_by_less() -> None:
    for scale, limit in ((0.3, 0.1), (0.04, 0.04)):
        config = dataclasses.replace(STILL, scale=scale)
        grids = [
            _grid(torch.Size((6, 1, 32, 32)), config, generators(6, n), CPU) for n in range(40)
        ]
        middle = torch.cat(grids)[:, 15:17, 15:17].mean(dim=(1, 2)) / 2  # of the side
        assert middle.abs().max() <= limit + 1e-6
        assert middle.abs().max() > 0.9 * limit


def test_bending_keeps_its_limit_is_smooth_and_folds_nothing() -> None:
    still = _grid(torch.Size((8, 1, 64, 64)), STILL, generators(8, 0), CPU)
    for limit in (3.0, 30.0):
        config = dataclasses.replace(STILL, elastic=limit)
        bent = 0
        for number in range(20):
            grid = _grid(torch.Size((8, 1, 64, 64)), config, generators(8, number), CPU)
            pixels = (grid - still) * 32
            assert pixels.abs().max() <= limit + 1e-4
            bent += int((pixels.abs().amax(dim=(1, 2, 3)) > 0).sum())
            assert (grid[:, 1:, :, 1] > grid[:, :-1, :, 1]).all()
            assert (grid[:, :, 1:, 0] > grid[:, :, :-1, 0]).all()
        assert 0.1 < bent / 160 < 0.35


def test_what_is_changed_in_a_slice_depends_on_its_place_alone() -> None:
    """So that processes that share a batch make of it what one would have made."""
    config = dataclasses.replace(
        PRESETS["standard"], elastic=3.0, blur=1.0, low_resolution=0.5, gamma=0.3, flip=True
    )
    random = torch.Generator().manual_seed(0)
    pictures = torch.rand(6, 3, 32, 32, generator=random)
    labels = torch.randint(3, (6, 32, 32), generator=random).byte()
    whole = augment(pictures.clone(), labels, config, generator_for(0, 1, 1))
    for own in ((0, 2, 4), (1, 3, 5)):
        mine = [pictures[list(own)].clone(), labels[list(own)]]
        found = augment(*mine, config, generator_for(0, 1, 1), places=own)
        for here, there in zip(found, whole, strict=True):
            torch.testing.assert_close(here, there[list(own)])


def test_labels_hold_no_new_values_whatever_moves_them() -> None:
    """Nearest neighbour: between 1 and 5 lies nothing."""
    labels = torch.zeros(8, 48, 48, dtype=torch.uint8)
    labels[:, 10:40, 10:40] = 1
    labels[:, 20:30, 20:30] = 5
    config = dataclasses.replace(STRONG, synthetic_lesions=0.0)
    for number in range(20):
        pictures = torch.rand(8, 3, 48, 48)
        _, moved = augment(pictures, labels, config, generator_for(0, 1, number))
        assert set(moved.unique().tolist()) <= {0, 1, 5}


GREYS = {
    "noise": 0.05,
    "blur": 2.0,
    "brightness": 0.2,
    "contrast": 0.3,
    "low_resolution": 0.6,
    "gamma": 0.5,
}


@pytest.mark.parametrize("name", GREYS)
def test_a_change_of_greys_leaves_labels_alone_and_changes_some_pictures(name: str) -> None:
    config: TrainConfig = dataclasses.replace(STILL, **{name: GREYS[name]})
    changed = 0
    for number in range(10):
        pictures, labels = textured()
        out, out_labels = augment(pictures.clone(), labels, config, generator_for(0, 1, number))
        assert torch.equal(out_labels, labels)
        assert out.min() >= 0
        assert out.max() <= 1
        changed += int((out != pictures).flatten(1).any(dim=1).sum())
    assert 6 <= changed <= 80


def textured() -> tuple[torch.Tensor, torch.Tensor]:
    """Eight pictures with detail in them."""
    generator = torch.Generator().manual_seed(1)
    pictures = torch.rand(8, 3, 32, 32, generator=generator) * 0.6 + 0.2
    return pictures, (pictures[:, 1] > 0.5).to(torch.uint8)


@pytest.mark.parametrize("name", ["blur", "low_resolution"])
def test_blur_and_low_resolution_take_detail_and_keep_the_mean(name: str) -> None:
    config: TrainConfig = dataclasses.replace(STILL, **{name: GREYS[name]})
    seen = 0
    for number in range(10):
        pictures, labels = textured()
        out, _ = augment(pictures.clone(), labels, config, generator_for(0, 1, number))
        for before, after in zip(pictures, out, strict=True):
            if not torch.equal(before, after):
                seen += 1
                assert after.std() < before.std() + 1e-3
                assert abs(after.mean() - before.mean()) < 0.02
    assert seen >= 6


def test_blur_is_a_gaussian() -> None:
    """Against scipy, on one bright pixel."""
    config = dataclasses.replace(STILL, blur=2.0)
    for number in range(30):
        pictures = torch.zeros(1, 1, 33, 33)
        pictures[0, 0, 16, 16] = 1
        labels = torch.zeros(1, 33, 33, dtype=torch.uint8)
        out = augment(pictures.clone(), labels, config, generator_for(0, 1, number))[0][0, 0]
        if out.max() > 0.5:  # not at all, or too little to measure sigma on whole pixels
            continue
        line = out.sum(dim=0).double()
        sigma = (line * (torch.arange(33) - 16.0) ** 2).sum().sqrt().item()
        expected = ndimage.gaussian_filter(pictures[0, 0].numpy(), sigma)
        assert abs(out.numpy() - expected).max() < 0.05 * expected.max()
        return
    pytest.fail("none was blurred")


def test_gamma_keeps_black_and_white_and_the_order_of_greys() -> None:
    config = dataclasses.replace(STILL, gamma=0.8)
    ramp = torch.linspace(0, 1, 64).view(1, 1, 8, 8).repeat(8, 1, 1, 1)
    labels = torch.zeros(8, 8, 8, dtype=torch.uint8)
    above, below = 0, 0
    for number in range(10):
        out, _ = augment(ramp.clone(), labels, config, generator_for(0, 1, number))
        lines = out.flatten(1)
        torch.testing.assert_close(lines[:, 0], torch.zeros(8))
        torch.testing.assert_close(lines[:, -1], torch.ones(8))
        assert (lines.diff(dim=1) >= 0).all()
        above += int((lines[:, 32] > ramp[0].flatten()[32] + 1e-4).sum())
        below += int((lines[:, 32] < ramp[0].flatten()[32] - 1e-4).sum())
    assert above >= 3
    assert below >= 3


# --- artificial tumours ----------------------------------------------------------------------


def livers(count: int = 20, side: int = 64) -> tuple[torch.Tensor, torch.Tensor]:
    """Slices with a liver and nothing in it."""
    labels = torch.zeros(count, side, side, dtype=torch.uint8)
    labels[:, 10:50, 10:40] = 1
    pictures = 0.1 + 0.5 * labels.unsqueeze(1).float().repeat(1, 3, 1, 1)
    return pictures, labels


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_the_share_of_slices_with_artificial_tumours_is_kept(share: float) -> None:
    config = dataclasses.replace(STILL, synthetic_lesions=share)
    ill = 0
    for number in range(10):
        pictures, labels = livers()
        out, found = augment(
            pictures.clone(), labels, config, generator_for(0, 1, number), lesions=PAIR
        )
        has_label = (found == 2).flatten(1).any(dim=1)
        has_change = (out != pictures).flatten(1).any(dim=1)
        assert torch.equal(has_label, has_change)
        ill += int(has_label.sum())
    assert abs(ill / 200 - share) <= (0.1 if 0 < share < 1 else 0)


def test_artificial_tumours_follow_from_seed_epoch_and_batch_alone() -> None:
    config = dataclasses.replace(STRONG, synthetic_lesions=1.0)
    pictures, labels = livers(4)
    once, again, other = (
        augment(pictures.clone(), labels, config, generator_for(7, 1, n), lesions=PAIR)
        for n in (1, 1, 2)
    )
    assert torch.equal(once[0], again[0])
    assert torch.equal(once[1], again[1])
    assert not torch.equal(once[1], other[1])
    assert set(labels.unique().tolist()) == {0, 1}  # what came in is not written to


def test_without_classes_to_draw_into_nothing_is_drawn() -> None:
    config = dataclasses.replace(STILL, synthetic_lesions=1.0)
    pictures, labels = livers(2)
    out, found = augment(pictures.clone(), labels, config, generator_for(0, 1, 1))
    assert torch.equal(out, pictures)
    assert torch.equal(found, labels)


def test_a_batch_of_repeated_slices_gets_the_same_tumour_in_every_channel() -> None:
    config = dataclasses.replace(STILL, synthetic_lesions=1.0, channels="repeat")
    pictures, labels = livers(4)
    out, _ = augment(pictures, labels, config, generator_for(0, 1, 1), lesions=PAIR)
    torch.testing.assert_close(out[:, 0], out[:, 1])
    torch.testing.assert_close(out[:, 0], out[:, 2])


def test_tumours_are_moved_with_the_rest() -> None:
    config = dataclasses.replace(STILL, rotation_deg=40.0, scale=0.2, synthetic_lesions=1.0)
    pictures, labels = livers(8)
    out, found = augment(pictures, labels, config, generator_for(0, 1, 1), lesions=PAIR)
    ill, well = out[:, 1][found == 2], out[:, 1][found == 1]
    assert (ill - 0.6).abs().mean() > 0.02
    assert well.median() == pytest.approx(0.6, abs=0.01)


def test_what_was_done_is_told_and_telling_changes_nothing() -> None:
    config = dataclasses.replace(
        PRESETS["standard"], flip=True, gamma=0.5, blur=2.0, low_resolution=0.5, elastic=6.0
    )
    pictures, labels = torch.rand(12, 3, 32, 32), torch.randint(0, 3, (12, 32, 32)).to(torch.uint8)
    told: list[list[Change]] = [[] for _ in labels]
    quiet = augment(pictures.clone(), labels, config, generator_for(5, 1, 1))
    loud = augment(pictures.clone(), labels, config, generator_for(5, 1, 1), told=told)
    assert all(torch.equal(one, other) for one, other in zip(quiet, loud, strict=True))
    names = {name for changes in told for name, _ in changes}
    assert names >= {"turned", "sized", "shifted", "mirrored", "elastic", "noise", "blur", "gamma"}
    assert all(abs(dict(changes)["turned"]) <= config.rotation_deg for changes in told)
    assert all(abs(dict(changes)["sized"] - 1) <= config.scale for changes in told)


def test_exactly_the_mirrored_slices_are_told_to_be() -> None:
    config = dataclasses.replace(STILL, flip=True)
    labels = torch.zeros(16, 8, 8, dtype=torch.uint8)
    labels[:, :, 0] = 1
    told: list[list[Change]] = [[] for _ in labels]
    _, moved = augment(torch.rand(16, 1, 8, 8), labels, config, generator_for(1, 1, 1), told=told)
    mirrored = [bool(one[:, -1].all()) for one in moved]
    assert [("mirrored", 1.0) in changes for changes in told] == mirrored
    assert {True, False} == set(mirrored)
