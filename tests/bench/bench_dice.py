"""Dice of every slice of a 512 x 512 x 300 scan, and of one edited slice, beside other libraries.

Run ``python -m tests.bench.bench_dice [ROUNDS]`` (about 15 s a round); MONAI comes with the extra
``bench`` and is left out where it is not installed. Everyone starts from the same two uint8 label
maps, scores liver (with tumour) and tumour, takes turns in one process on one thread and must find
the same numbers. SimpleITK says inf or nothing where a slice is empty; those slices are not held
against it.
"""

import importlib.util
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import SimpleITK as sitk
from numpy.typing import NDArray

from unet_core.slice_dice import RegionPair, SliceOverlap
from unet_core.volume import DEFAULT_LABELS, Labels, regions_of

SHAPE = (300, 512, 512)
EDITED = 130
MOST_MS = {"whole volume": 30.0, "one edited slice": 1.0}
PAIRS = tuple(
    RegionPair(region, region.values, region.values) for region in regions_of(DEFAULT_LABELS)
)
Dice = NDArray[np.float64]
"""(slices, regions); NaN for n/a."""


@dataclass(frozen=True)
class Contestant:
    """Someone who scores slices of two label maps.

    Attributes:
        whole: Every slice.
        one: The edited slice alone, with whatever a program keeps from before.
    """

    name: str
    whole: Callable[[Labels, Labels], Dice]
    one: Callable[[Labels, Labels], Dice]


def make_masks() -> tuple[Labels, Labels]:
    """A liver that fills two thirds of the slices, three tumours, and the same moved a little."""
    z, y, x = np.ogrid[tuple(slice(0, n) for n in SHAPE)]

    def ball(centre: tuple[int, int, int], radii: tuple[int, int, int]) -> NDArray[np.bool_]:
        parts = zip((z, y, x), centre, radii, strict=True)
        return sum(((g - c) / r) ** 2 for g, c, r in parts) <= 1

    masks = ball((150, 256, 200), (100, 150, 130)).astype(np.uint8)
    for centre, radius in (((120, 240, 180), 20), ((170, 300, 240), 8), ((200, 220, 160), 30)):
        masks[ball(centre, (radius // 2, radius, radius)) & (masks > 0)] = 2
    return masks, np.roll(masks, (1, 2, 3), axis=(0, 1, 2))


def ours(reference: Labels, prediction: Labels) -> Contestant:
    before = SliceOverlap.of(reference, prediction, PAIRS)
    edited = slice(EDITED, EDITED + 1)
    return Contestant(
        "Slicewise",
        lambda a, b: SliceOverlap.of(a, b, PAIRS).dice,
        lambda a, b: before.recounted(a, b, edited).dice[edited],
    )


def plain(reference: Labels, prediction: Labels) -> Dice:
    """The tutorial's way: float32 masks, sums of products, slice by slice."""
    result = np.full((len(reference), len(PAIRS)), np.nan)
    for column, pair in enumerate(PAIRS):
        for k, (a, b) in enumerate(zip(reference, prediction, strict=True)):
            first, second = (np.isin(m, pair.reference).astype(np.float32) for m in (a, b))
            size = first.sum() + second.sum()
            if size:
                result[k, column] = 2 * (first * second).sum() / size
    return result


def monai(reference: Labels, prediction: Labels) -> Dice:
    """``monai.metrics.compute_dice``, every slice an item of a batch; 1 where both are empty."""
    import torch
    from monai.metrics import compute_dice

    torch.set_num_threads(1)
    columns = []
    for pair in PAIRS:
        first, second = (
            torch.from_numpy(pair.region.mask(m).astype(np.uint8)).unsqueeze(1)
            for m in (reference, prediction)
        )
        columns.append(compute_dice(second, first, ignore_empty=False)[:, 0].double().numpy())
    return np.stack(columns, axis=1)


def simple_itk(reference: Labels, prediction: Labels) -> Dice:
    """``LabelOverlapMeasuresImageFilter`` slice by slice."""
    sitk.ProcessObject.SetGlobalDefaultNumberOfThreads(1)
    measures = sitk.LabelOverlapMeasuresImageFilter()
    result = np.full((len(reference), len(PAIRS)), np.nan)
    for column, pair in enumerate(PAIRS):
        for k, (a, b) in enumerate(zip(reference, prediction, strict=True)):
            first, second = (
                sitk.GetImageFromArray(pair.region.mask(m).astype(np.uint8)) for m in (a, b)
            )
            measures.Execute(first, second)
            result[k, column] = measures.GetDiceCoefficient()
    return result


def alone(score: Callable[[Labels, Labels], Dice]) -> Callable[[Labels, Labels], Dice]:
    """The same for the edited slice, which is all that is handed over."""
    edited = slice(EDITED, EDITED + 1)
    return lambda a, b: score(a[edited], b[edited])


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    reference, prediction = make_masks()
    contestants = [ours(reference, prediction), Contestant("plain NumPy", plain, alone(plain))]
    if importlib.util.find_spec("monai") is not None:
        contestants.append(Contestant("MONAI", monai, alone(monai)))
    contestants.append(Contestant("SimpleITK", simple_itk, alone(simple_itk)))
    for task in MOST_MS:
        best = {one.name: float("inf") for one in contestants}
        found: dict[str, Dice] = {}
        for _ in range(rounds * (1 if task == "whole volume" else 10)):
            for one in contestants:
                score = one.whole if task == "whole volume" else one.one
                started = time.perf_counter()
                found[one.name] = score(reference, prediction)
                best[one.name] = min(best[one.name], 1e3 * (time.perf_counter() - started))
        known = ~np.isnan(found["Slicewise"])
        for name, dice in found.items():
            np.testing.assert_allclose(
                found["Slicewise"][known], dice[known], rtol=1e-5, err_msg=name
            )
        report(task, best)


def report(task: str, best: dict[str, float]) -> None:
    mine = best["Slicewise"]
    verdict = "within" if mine <= MOST_MS[task] else "OVER"
    print(f"{task}: Slicewise {mine:.2f} ms ({verdict} {MOST_MS[task]:g} ms)")
    for name, spent in best.items():
        if name != "Slicewise":
            print(f"  {name:12} {spent:9.2f} ms   {spent / mine:6.1f} times as long")


if __name__ == "__main__":
    main()
