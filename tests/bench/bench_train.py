"""Images per second of training: ours against the same network in plain eager PyTorch.

    python tests/bench/bench_train.py [--repeats 2] [--threads 2]

Each contestant runs in its own process, turn and turn about. Seconds of processor time are the
figure to trust on a busy machine; the wall clock is printed beside them. The rival is run twice:
with the recipe's own batch of 16, and with batches of 4, which suit its memory better. Exit code 1
if the lead over the recipe as it is written falls below 1.3.
"""

import argparse
import dataclasses
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

TARGET_RATIO = 1.3
STEPS = {"ours": 2, "eager-16": 2, "eager-4": 6, "standard": 12, "quick": 20}
CASES, SLICES = 3, 16


def make_data(root: Path) -> None:
    """A few cases of 512 x 512 with discs for livers, as a data set on disk."""
    from unet_core.io import save_now
    from unet_core.volume import Geometry, LabelMap, Volume

    root.mkdir()
    y, x = np.mgrid[:512, :512]
    for number in range(CASES):
        rng = np.random.default_rng(number)
        labels = np.zeros((SLICES, 512, 512), np.uint8)
        labels[2:-2] = (y - 256) ** 2 + (x - 200) ** 2 < 90**2
        labels[5:9][np.broadcast_to((y - 250) ** 2 + (x - 190) ** 2 < 15**2, (4, 512, 512))] = 2
        voxels = rng.normal(40, 60, labels.shape).astype(np.int16) + labels * 40
        geometry = Geometry((512, 512, SLICES), (0.7, 0.7, 5.0))
        save_now(Volume(voxels, geometry, f"volume-{number}"), root / f"volume-{number}.nii.gz")
        mask = LabelMap(labels, geometry, f"{number}")
        save_now(mask, root / f"segmentation-{number}.nii.gz")


def ours(root: Path, preset: str, steps: int) -> dict[str, float]:
    """The path training takes: cache, sampler, augmentation, micro-batches, step."""
    from unet_core.config import PRESETS
    from unet_core.learner import Learner
    from unet_core.sampling import Batches, labels_in, make_split, make_target, read_batch
    from unet_core.slices import cached_cases
    from unet_core.unet import tune_allocator

    tune_allocator()
    config = PRESETS[preset]
    events = cached_cases(root / "data", config, root / ".slices")
    while True:
        try:
            next(events)
        except StopIteration as end:
            cases = end.value
            break
    target = make_target(config.target, labels_in(cases))
    model = dataclasses.replace(config.model, out_channels=target.out_channels)
    config = dataclasses.replace(config, model=model)
    parts = make_split(cases, target, config).train
    # as many batches as are timed, whatever the size of this little data set
    config = dataclasses.replace(config, batches_per_epoch=steps + 1)
    picked = Batches(parts, target, config).of_epoch(1)
    learner, taken = Learner(config), []
    for number, picks in enumerate(picked):
        start = time.perf_counter(), time.process_time()
        pictures, labels = read_batch(parts, picks, target, config)
        waited = time.perf_counter() - start[0]
        learner.learn(pictures, labels, 1, number, 1e-3)
        taken.append((*since(start), waited))
    return summary(taken, config.batch_size)


def since(start: tuple[float, float]) -> tuple[float, float]:
    """Seconds of wall clock and of the processor."""
    return time.perf_counter() - start[0], time.process_time() - start[1]


def summary(taken: list[tuple[float, float, float]], images: int) -> dict[str, float]:
    """Of the steps after the first, which warms up: the least disturbed, and the mean wait."""
    wall, cpu, waited = (list(column) for column in zip(*taken[1:], strict=True))
    return {
        "cpu_s": min(cpu) / images,
        "wall_s": min(wall) / images,
        "waiting": sum(waited) / sum(wall),
    }


def eager(steps: int, count: int) -> dict[str, float]:
    """The same network, loss and optimiser as a tutorial would write them, ``count`` at once."""
    import torch

    from unet_core.config import PRESETS
    from unet_core.unet import UNet

    network = UNet(PRESETS["article"].model)
    optimiser = torch.optim.Adam(network.parameters(), 1e-3)
    pictures = torch.rand(count, 3, 256, 256)
    labels = (torch.rand(count, 1, 256, 256) > 0.9).float()
    taken = []
    for _ in range(steps + 1):
        start = time.perf_counter(), time.process_time()
        optimiser.zero_grad()
        logits = network(pictures)
        loss = torch.nn.functional.binary_cross_entropy_with_logits(logits, labels)
        loss.backward()
        optimiser.step()
        taken.append((*since(start), 0.0))
    return summary(taken, count)


def in_child(name: str, root: Path, threads: int) -> dict[str, float]:
    """Measure one contestant in a fresh process."""
    environment = {**os.environ, "OMP_NUM_THREADS": str(threads)}
    command = [sys.executable, __file__, "--contestant", name, "--root", str(root)]
    text = subprocess.run(command, env=environment, capture_output=True, check=True, text=True)
    found: dict[str, float] = json.loads(text.stdout.splitlines()[-1])
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=2)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--contestant", choices=tuple(STEPS))
    parser.add_argument("--root", type=Path)
    options = parser.parse_args()
    if options.contestant:
        name = options.contestant
        preset = "article" if name == "ours" else name
        if name.startswith("eager-"):
            result = eager(STEPS[name], int(name.removeprefix("eager-")))
        else:
            result = ours(options.root, preset, STEPS[name])
        result["peak_mib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(result))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make_data(root / "data")
        best: dict[str, dict[str, float]] = {}
        for _ in range(options.repeats):
            for name in STEPS:
                found = in_child(name, root, options.threads)
                if name not in best or found["cpu_s"] < best[name]["cpu_s"]:
                    best[name] = found
    print(f"{'':10} {'CPU-s/image':>12} {'images/s':>9} {'reading data':>13} {'peak MiB':>9}")
    for name, found in best.items():
        print(
            f"{name:10} {found['cpu_s']:12.3f} {1 / found['wall_s']:9.2f} "
            f"{found['waiting']:12.1%} {found['peak_mib']:9.0f}"
        )
    ratios = {}
    for rival in ("eager-16", "eager-4"):
        ratios[rival] = best[rival]["cpu_s"] / best["ours"]["cpu_s"]
        wall = best[rival]["wall_s"] / best["ours"]["wall_s"]
        print(f"article, ours against {rival}: {ratios[rival]:.2f} x (CPU), {wall:.2f} x (wall)")
    return 0 if ratios["eager-16"] >= TARGET_RATIO else 1


if __name__ == "__main__":
    raise SystemExit(main())
