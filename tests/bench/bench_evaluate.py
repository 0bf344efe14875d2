"""Evaluating a case of 512 x 512 x 300 voxels with two labels, beside MONAI.

Run ``python -m tests.bench.bench_evaluate [ROUNDS]`` (about a minute a round); MONAI comes with the
extra ``bench`` and is left out where it is not installed. Each contestant works in a fresh process
on the same two label maps, with as many threads as the machine has cores, two at most. Slicewise
does all of an evaluation: overlap of case and slices, HD95, ASSD, surface Dice at 1 and 2 mm both
ways, volumes, and every lesion with its diameter. MONAI does HD95, ASSD and surface Dice (of border
voxels) alone, as its functions are called; both must find the same numbers. Processor seconds do
not depend on what else the machine does; memory is what a contestant takes beyond its masks.
"""

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from unet_core.peak_memory import peak_memory_mb, start_anew
from unet_core.volume import DEFAULT_LABELS, Geometry, LabelMap, Labels, regions_of

SHAPE = (300, 512, 512)
SPACING_XYZ = (0.7, 0.7, 1.5)
TWO_THREADS = {**os.environ, "OMP_NUM_THREADS": "2", "MKL_NUM_THREADS": "2"}
MOST_S, MOST_MIB = 3.0, 1024.0
Numbers = dict[str, float]


def slicewise(reference: Labels, prediction: Labels) -> Numbers:
    from unet_core.evaluation.scoring import score_case

    geometry = Geometry((SHAPE[2], SHAPE[1], SHAPE[0]), SPACING_XYZ)
    truth, guess = (LabelMap(voxels, geometry, "case") for voxels in (reference, prediction))
    scores = score_case(truth, guess, "case").scores
    return {
        f"{score.region.name} {key}": getattr(score.surface, key)
        for score in scores
        for key in ("hd95_mm", "assd_mm", "border_dice_1mm", "border_dice_2mm")
    }


def monai(reference: Labels, prediction: Labels) -> Numbers:
    import torch
    from monai.metrics import (
        compute_average_surface_distance,
        compute_hausdorff_distance,
        compute_surface_dice,
    )

    torch.set_num_threads(2)
    spacing = SPACING_XYZ[::-1]
    found: Numbers = {}
    for region in regions_of(DEFAULT_LABELS):
        truth, guess = (
            torch.from_numpy(region.mask(voxels))[None, None] for voxels in (reference, prediction)
        )
        said = {"include_background": True, "spacing": spacing}
        far = compute_hausdorff_distance(guess, truth, percentile=95, **said)
        mean = compute_average_surface_distance(guess, truth, symmetric=True, **said)
        found |= {f"{region.name} hd95_mm": far.item(), f"{region.name} assd_mm": mean.item()}
        for mm in (1.0, 2.0):
            near = compute_surface_dice(guess, truth, [mm], **said)
            found[f"{region.name} border_dice_{mm:.0f}mm"] = near.item()
    return found


CONTESTANTS: dict[str, Callable[[Labels, Labels], Numbers]] = {
    "Slicewise": slicewise,
    "MONAI": monai,
}


def work(name: str, folder: Path) -> None:
    """In a process of its own: one line of JSON."""
    masks = [np.fromfile(folder / f, np.uint8).reshape(SHAPE) for f in ("one", "other")]
    if name == "MONAI":  # imports are not its work
        import monai.metrics  # noqa: F401
        import torch  # noqa: F401
    else:
        import unet_core.evaluation.scoring  # noqa: F401
        from unet_core.surface_elements import areas_of

        areas_of((1.0, 1.0, 1.0))
    start_anew()
    before, started, used = peak_memory_mb(), time.perf_counter(), time.process_time()
    found = CONTESTANTS[name](masks[0], masks[1])
    print(
        json.dumps(
            {
                "wall_s": time.perf_counter() - started,
                "cpu_s": time.process_time() - used,
                "mib": peak_memory_mb() - before,
                "found": found,
            }
        )
    )


def main() -> None:
    if len(sys.argv) > 2:
        work(sys.argv[1], Path(sys.argv[2]))
        return
    from tests.bench.bench_dice import make_masks

    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    names = [n for n in CONTESTANTS if n != "MONAI" or importlib.util.find_spec("monai")]
    best: dict[str, dict[str, float]] = {}
    found: dict[str, Numbers] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, mask in zip(("one", "other"), make_masks(), strict=True):
            mask.tofile(Path(folder) / name)
        for _ in range(rounds):
            for name in names:
                command = [sys.executable, "-m", "tests.bench.bench_evaluate", name, folder]
                done = subprocess.run(
                    command, check=True, capture_output=True, text=True, env=TWO_THREADS
                )
                values = json.loads(done.stdout.splitlines()[-1])
                found[name] = values.pop("found")
                old = best.get(name, values)
                best[name] = {key: min(old[key], value) for key, value in values.items()}
    for name in names:
        row = best[name]
        print(
            f"{name:10} {row['wall_s']:7.2f} s, {row['cpu_s']:7.2f} processor s, "
            f"{row['mib']:6.0f} MiB"
        )
    for name in names[1:]:
        ratios = {
            key: best[name][key] / max(best["Slicewise"][key], 1.0 if key == "mib" else 1e-9)
            for key in best[name]
        }
        print(
            f"{name} takes {ratios['wall_s']:.0f} x the time, {ratios['cpu_s']:.0f} x the "
            f"processor time and {ratios['mib']:.0f} x the memory for a part of it"
        )
        for key, value in found[name].items():  # MONAI computes in float32
            assert abs(value - found["Slicewise"][key]) < 1e-4 * max(abs(value), 1), (key, value)
        print(f"the {len(found[name])} numbers of {name} and Slicewise are the same")
    ours = best["Slicewise"]
    assert ours["cpu_s"] < 2 * MOST_S, "more than two cores can do in the time there is"
    assert ours["mib"] < MOST_MIB, f"{ours['mib']:.0f} MiB"


if __name__ == "__main__":
    main()
