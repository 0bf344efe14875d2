"""Dice of every slice of a 300 x 512 x 512 scan: ours against MONAI, or against plain NumPy.

Run ``python tests/bench/bench_metrics.py [ROUNDS]``; MONAI comes with the extra ``bench``.
Every contestant starts from the same two uint8 label maps and must give the same numbers.
"""

import importlib.util
import os
import sys
import time
from collections.abc import Callable
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray

from unet_core.metrics import dice_per_slice
from unet_core.volume import DEFAULT_LABELS, Labels, Region, regions_of

SHAPE = (300, 512, 512)
Contestant = Callable[[Labels, Labels, Region], NDArray[np.float64]]


def make_masks() -> tuple[Labels, Labels]:
    """A liver that fills two thirds of the slices, three tumours, and the same moved a little."""
    z, y, x = np.ogrid[tuple(slice(0, n) for n in SHAPE)]

    def ball(centre: tuple[int, int, int], radii: tuple[int, int, int]) -> NDArray[np.bool_]:
        parts = zip((z, y, x), centre, radii, strict=True)
        return sum(((g - c) / r) ** 2 for g, c, r in parts) <= 1  # type: ignore[return-value]

    masks = ball((150, 256, 200), (100, 150, 130)).astype(np.uint8)
    for centre, radius in (((120, 240, 180), 20), ((170, 300, 240), 8), ((200, 220, 160), 30)):
        masks[ball(centre, (radius // 2, radius, radius)) & (masks > 0)] = 2
    return masks, np.roll(masks, (1, 2, 3), axis=(0, 1, 2))


def plain(reference: Labels, prediction: Labels, region: Region) -> NDArray[np.float64]:
    """The tutorial's way: float32 masks, sums of products, slice by slice."""
    result = np.full(len(reference), np.nan)
    for k, (a, b) in enumerate(zip(reference, prediction, strict=True)):
        first, second = (np.isin(m, region.values).astype(np.float32) for m in (a, b))
        size = first.sum() + second.sum()
        if size:
            result[k] = 2 * (first * second).sum() / size
    return result


def monai(reference: Labels, prediction: Labels, region: Region) -> NDArray[np.float64]:
    """``monai.metrics.compute_dice``, every slice an item of a batch; 1 where both are empty."""
    import torch
    from monai.metrics import compute_dice

    torch.set_num_threads(1)
    first, second = (
        torch.from_numpy(region.mask(m).astype(np.uint8)).unsqueeze(1)
        for m in (reference, prediction)
    )
    return compute_dice(second, first, ignore_empty=False)[:, 0].double().numpy()  # type: ignore[no-any-return]


def measure(contestant: Contestant, *arguments: Any, rounds: int) -> tuple[float, Any]:
    """Best milliseconds of some rounds, and the result."""
    best, result = float("inf"), None
    for _ in range(rounds):
        started = time.perf_counter()
        result = contestant(*arguments)
        best = min(best, time.perf_counter() - started)
    return 1e3 * best, result


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    reference, prediction = make_masks()
    with_monai = importlib.util.find_spec("monai") is not None
    name, rival = ("MONAI", monai) if with_monai else ("plain NumPy", plain)
    for region in regions_of(DEFAULT_LABELS):
        ours_ms, ours = measure(dice_per_slice, reference, prediction, region, rounds=rounds)
        rival_ms, theirs = measure(rival, reference, prediction, region, rounds=rounds)
        known = ~np.isnan(ours)
        np.testing.assert_allclose(ours[known], theirs[known], rtol=1e-5)  # theirs is float32
        print(
            f"{region.title:22} ours {ours_ms:6.1f} ms   {name} {rival_ms:7.1f} ms   "
            f"{rival_ms / ours_ms:5.1f} times as fast"
        )


if __name__ == "__main__":
    main()
