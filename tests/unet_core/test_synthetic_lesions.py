from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from unet_core.synthetic_lesions import LesionClasses, draw_lesions

PAIR = LesionClasses(organ=1, lesion=2)
NEIGHBOURS = np.array([-1, 0, 1], np.float32)
LIVER_GREY, NOISE = 0.65, 0.02


def slice_with_liver(
    seed: int = 0, side: int = 256
) -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
    """One of a few (3, S, S) greys and its (S, S) classes, to be written to."""
    picture, classes = _slice_with_liver(seed % 3, side)
    return picture.copy(), classes.copy()


@cache
def _slice_with_liver(seed: int, side: int) -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
    """An ellipse of liver in black, noise everywhere."""
    rng = np.random.default_rng([seed, side])
    y, x = (np.mgrid[:side, :side] + 0.5) / side
    organ = ((y - 0.45) / 0.3) ** 2 + ((x - 0.4) / 0.25) ** 2 < 1
    picture = 0.1 + organ * (LIVER_GREY - 0.1) + rng.normal(0, NOISE, (3, side, side))
    return picture.clip(0, 1).astype(np.float32), organ.astype(np.uint8)


def drawn(
    seed: int, side: int = 256, which: LesionClasses = PAIR, kinds: NDArray[np.float32] = NEIGHBOURS
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.uint8], NDArray[np.uint8]]:
    """Picture before and after, classes before and after."""
    before, classes = slice_with_liver(seed, side)
    after, classes_after = before.copy(), classes.copy()
    assert draw_lesions(after, classes_after, which, kinds, np.random.default_rng(seed))
    return before, after, classes, classes_after


def test_the_same_generator_draws_the_same_and_another_something_else() -> None:
    once, again, other = drawn(5), drawn(5), slice_with_liver(5)
    np.testing.assert_array_equal(once[1], again[1])
    np.testing.assert_array_equal(once[3], again[3])
    draw_lesions(*other, PAIR, NEIGHBOURS, np.random.default_rng(6))
    assert (once[3] != other[1]).any()


def test_labels_are_where_the_picture_changed() -> None:
    """Every new label pixel looks different; the edge is half inside the label, half outside."""
    labelled, faint = 0, 0
    for seed in range(40):
        before, after, classes, labels = drawn(seed)
        change = np.abs(after[1] - before[1])
        new = (labels == 2) & (classes == 1)
        assert new.any()
        assert (change[new] > 0).all()
        outside = change[~new & (classes == 1)]
        assert outside.max() <= 0.75 * change[new].max()
        labelled += int(new.sum())
        faint += int((outside > 0).sum())
    assert 0.3 < faint / labelled < 0.8


def test_nothing_outside_the_organ_changes() -> None:
    for seed in range(40):
        before, after, classes, labels = drawn(seed)
        outside = classes != 1
        np.testing.assert_array_equal(before[:, outside], after[:, outside])
        np.testing.assert_array_equal(classes[outside], labels[outside])
        assert set(np.unique(labels[~outside])) <= {1, 2}


def test_lesions_that_are_there_are_kept() -> None:
    for seed in range(30):
        before, classes = slice_with_liver(seed)
        classes[100:130, 90:120] = 2
        after, labels = before.copy(), classes.copy()
        assert draw_lesions(after, labels, PAIR, NEIGHBOURS, np.random.default_rng(seed))
        assert (labels[100:130, 90:120] == 2).all()
        np.testing.assert_array_equal(after[:, 100:130, 90:120], before[:, 100:130, 90:120])


@pytest.mark.parametrize("grey", [0.0, 0.03, 0.97, 1.0])
def test_greys_stay_in_range(grey: float) -> None:
    for seed in range(20):
        picture, classes = slice_with_liver(seed)
        picture[:, classes == 1] = grey
        draw_lesions(picture, classes, PAIR, NEIGHBOURS, np.random.default_rng(seed))
        assert picture.min() >= 0
        assert picture.max() <= 1
        assert picture.dtype == np.float32


def test_most_are_darker_than_the_liver_and_all_stand_out_from_its_noise() -> None:
    darker, contrasts = 0, []
    for seed in range(120):
        _, after, classes, labels = drawn(seed)
        contrast = after[1][labels == 2].mean() - after[1][(labels == 1) & (classes == 1)].mean()
        darker += contrast < 0
        contrasts.append(abs(contrast))
    assert 0.8 < darker / 120 < 0.97
    assert np.median(contrasts) > 2 * NOISE
    assert np.percentile(contrasts, 95) < 0.25
    assert min(contrasts) > 0.3 * NOISE


def test_sizes_run_from_a_few_pixels_to_many_and_grow_with_the_picture() -> None:
    areas = np.array([(drawn(seed)[3] == 2).sum() for seed in range(100)])
    assert areas.min() < 60
    assert areas.max() > 1000
    doubled = np.array([(drawn(seed, 512)[3] == 2).sum() for seed in range(40)])
    assert 2.5 < np.median(doubled) / np.median(areas) < 6.5
    closer = LesionClasses(1, 2, zoom=2.0)
    zoomed = np.array([(drawn(seed, 256, closer)[3] == 2).sum() for seed in range(40)])
    assert np.median(zoomed) > 1.5 * np.median(areas)


def test_neighbours_show_the_same_lesion_cut_elsewhere() -> None:
    """The slices above and below show it there too, but neither larger as a rule nor always."""
    sizes = []
    for seed in range(60):
        before, after, *_ = drawn(seed)
        sizes.append((np.abs(after - before) > 0.02).sum(axis=(1, 2)))
    below, middle, above = np.array(sizes).T
    assert below.mean() < middle.mean()
    assert above.mean() < middle.mean()
    assert (below > middle).any()
    assert ((below == 0) & (middle > 0)).any()


def test_repeated_channels_stay_the_same_picture() -> None:
    for seed in range(10):
        before, classes = slice_with_liver(seed)
        before[:, :, :90] = 0.05  # fat within the label: a reason to leave other slices alone
        picture = np.repeat(before[:1], 3, axis=0)
        draw_lesions(picture, classes, PAIR, np.zeros(3, np.float32), np.random.default_rng(seed))
        np.testing.assert_allclose(picture[0], picture[1], atol=1e-6)
        np.testing.assert_allclose(picture[0], picture[2], atol=1e-6)


def test_vessels_fade_inside() -> None:
    """A tumour displaces vessels: a bright line through the liver is fainter within it."""
    kept = []
    vessels = np.broadcast_to(np.arange(256) % 18 < 6, (256, 256))
    for seed in range(60):
        picture, classes = slice_with_liver(seed)
        picture[:, vessels & (classes == 1)] += 0.12
        labels = classes.copy()
        draw_lesions(picture, labels, PAIR, NEIGHBOURS, np.random.default_rng(seed))
        ill = labels == 2
        if ill.sum() > 300:
            kept.append(picture[1][ill & vessels].mean() - picture[1][ill & ~vessels].mean())
    assert len(kept) > 10
    assert np.mean(kept) < 0.6 * 0.12


def test_a_slice_without_the_organ_stays_as_it_is() -> None:
    picture, classes = slice_with_liver()
    for labels in (np.zeros_like(classes), classes * 2):
        before, after = labels.copy(), picture.copy()
        assert not draw_lesions(after, labels, PAIR, NEIGHBOURS, np.random.default_rng(0))
        np.testing.assert_array_equal(after, picture)
        np.testing.assert_array_equal(labels, before)


def test_the_very_end_of_an_organ_is_left_alone() -> None:
    picture, _ = slice_with_liver()
    classes = np.zeros((256, 256), np.uint8)
    classes[10:20, 10:20] = 1
    assert not draw_lesions(picture, classes, PAIR, NEIGHBOURS, np.random.default_rng(0))
    classes[10:30, 10:30] = 1
    assert draw_lesions(picture, classes, PAIR, NEIGHBOURS, np.random.default_rng(0))


def test_an_organ_at_the_corner_and_one_channel_do_no_harm() -> None:
    for seed in range(40):
        picture = np.full((1, 64, 64), 0.6, np.float32)
        classes = np.zeros((64, 64), np.uint8)
        classes[:20, :20] = 3
        which = LesionClasses(organ=3, lesion=1)
        assert draw_lesions(
            picture, classes, which, np.zeros(1, np.float32), np.random.default_rng(seed)
        )
        assert set(np.unique(classes)) <= {0, 1, 3}
        assert (classes == 1).any()
