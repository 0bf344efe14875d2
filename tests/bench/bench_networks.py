"""One training step of each contestant's network, on the same pictures, in the same run.

    python tests/bench/bench_networks.py [--steps 5] [--threads 2] [--rivals-python PYTHON]

Forward, the contestant's own loss, backward and optimiser on 256 x 256 slices with three classes,
batch 8 (the tutorial's 16), the networks as each rival's own documentation builds them. What each
costs an image is one half of "Dice per minute"; bench_dice_minutes.py has the other half. Printed
are images a second, counted GFLOP an image, what the processor made of them, parameters and the
peak of memory. Rivals need their own libraries (MONAI, segmentation_models_pytorch,
dynamic_network_architectures of nnU-Net); the interpreter that has them is --rivals-python, this
one if not given, and a rival whose library is missing is named and left out. No target: exit code
0.
"""

import argparse
import importlib.util
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

CLASSES, SIDE = 3, int(os.environ.get("BENCH_SIDE", "256"))  # smaller to try the bench itself
OURS = ("standard", "quick", "article")
RIVALS = {
    "monai-unet": ("monai", 8),
    "smp-unet-r34": ("segmentation_models_pytorch", 8),
    "nnunet-2d": ("dynamic_network_architectures", 8),
}
"""The library each needs, and its batch."""
Step = Callable[[], None]


def our_step(preset: str) -> tuple[Step, Any, int, int]:
    """A whole step of ours: augmentation, micro-batches, loss, optimiser, average."""
    import dataclasses

    import torch

    from unet_core.batch import Batch
    from unet_core.config import PRESETS
    from unet_core.learner import Learner
    from unet_core.networks import class_count
    from unet_core.unet import tune_allocator

    tune_allocator()
    config = PRESETS[preset]
    if preset != "article":
        outputs = 2 if config.model.outputs == "regions" else CLASSES
        model = dataclasses.replace(config.model, out_channels=outputs)
        config = dataclasses.replace(config, model=model)
    config = dataclasses.replace(config, image_size=min(config.image_size, SIDE))
    learner, size = Learner(config), config.image_size
    pictures = torch.rand(config.batch_size, config.model.in_channels, size, size)
    labels = torch.randint(class_count(config.model), (config.batch_size, size, size)).byte()
    close = {}
    if config.model.cascade:
        side = config.detail_size
        close = {
            "detail_pictures": torch.rand(*pictures.shape[:2], side, side),
            "detail_labels": torch.randint(CLASSES, (config.batch_size, side, side)).byte(),
        }

    def step() -> None:
        learner.learn(Batch(pictures.clone(), labels, **close), 1, 1, 1e-4)

    return step, learner.model, config.batch_size, size


def rival_step(name: str) -> tuple[Step, Any, int, int]:
    """Forward, loss, backward and optimiser of a rival's own network."""
    import torch

    network, loss = NETWORKS[name]()
    optimiser = torch.optim.Adam(network.parameters(), 1e-4)
    batch = RIVALS[name][1]
    pictures = torch.rand(batch, 1, SIDE, SIDE)
    labels = torch.randint(CLASSES, (batch, SIDE, SIDE))

    def step() -> None:
        optimiser.zero_grad()
        loss(network(pictures), labels).backward()
        optimiser.step()

    return step, network, batch, SIDE


def monai_unet() -> tuple[Any, Any]:
    """The U-Net of MONAI's 2D segmentation tutorial, Dice and cross-entropy."""
    from monai.losses import DiceCELoss
    from monai.networks.nets import UNet

    network = UNet(
        spatial_dims=2,
        in_channels=1,
        out_channels=CLASSES,
        channels=(16, 32, 64, 128, 256),
        strides=(2, 2, 2, 2),
        num_res_units=2,
    )
    loss = DiceCELoss(to_onehot_y=True, softmax=True)
    return network, lambda logits, labels: loss(logits, labels[:, None])


def smp_unet() -> tuple[Any, Any]:
    """segmentation_models_pytorch's Unet with a ResNet-34 encoder, without downloaded weights."""
    import segmentation_models_pytorch as smp

    network = smp.Unet("tu-resnet34", encoder_weights=None, in_channels=1, classes=CLASSES)
    return network, smp.losses.DiceLoss("multiclass", from_logits=True)


def nnunet_2d() -> tuple[Any, Any]:
    """nnU-Net's PlainConvUNet as its planner shapes it for 256 x 256, deep supervision included."""
    import torch
    from dynamic_network_architectures.architectures.unet import PlainConvUNet
    from torch.nn import functional

    network = PlainConvUNet(
        input_channels=1,
        n_stages=7,
        features_per_stage=(32, 64, 128, 256, 512, 512, 512),
        conv_op=torch.nn.Conv2d,
        kernel_sizes=3,
        strides=(1, 2, 2, 2, 2, 2, 2),
        n_conv_per_stage=2,
        num_classes=CLASSES,
        n_conv_per_stage_decoder=2,
        conv_bias=True,
        norm_op=torch.nn.InstanceNorm2d,
        norm_op_kwargs={"eps": 1e-5, "affine": True},
        nonlin=torch.nn.LeakyReLU,
        nonlin_kwargs={"inplace": True},
        deep_supervision=True,
    )

    def loss(levels: Any, labels: Any) -> Any:
        total = 0.0
        for number, logits in enumerate(levels):
            step = labels.shape[-1] // logits.shape[-1]
            total += functional.cross_entropy(logits, labels[:, ::step, ::step]) / 2**number
        return total

    return network, loss


NETWORKS: dict[str, Callable[[], tuple[Any, Any]]] = {
    "monai-unet": monai_unet,
    "smp-unet-r34": smp_unet,
    "nnunet-2d": nnunet_2d,
}


def measure(name: str, steps: int) -> dict[str, float]:
    """Seconds, GFLOP and memory of one contestant, in this process."""
    from torch.utils.flop_counter import FlopCounterMode

    step, network, batch, size = rival_step(name) if name in RIVALS else our_step(name)
    step()  # memory is found, kernels are chosen
    wall, cpu = [], []
    for _ in range(steps):
        start = time.perf_counter(), time.process_time()
        step()
        wall.append(time.perf_counter() - start[0])
        cpu.append(time.process_time() - start[1])
    peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with FlopCounterMode(display=False) as counter:
        step()
    return {
        "wall_s": min(wall) / batch,
        "cpu_s": min(cpu) / batch,
        "gflop": counter.get_total_flops() / 1e9 / batch,
        "parameters": sum(p.numel() for p in network.parameters()),
        "batch": batch,
        "side": size,
        "peak_mib": peak_mib,
    }


def in_child(name: str, options: argparse.Namespace) -> dict[str, float] | None:
    """Measure one contestant in a fresh process; None where its library is missing."""
    environment = {**os.environ, "OMP_NUM_THREADS": str(options.threads)}
    python = options.rivals_python if name in RIVALS else sys.executable
    command = [str(python), __file__, "--contestant", name, "--steps", str(options.steps)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    found: dict[str, float] | None = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=5)
    parser.add_argument("--repeats", type=int, default=2)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rivals-python", type=Path, default=Path(sys.executable))
    parser.add_argument("--only", nargs="+", choices=(*OURS, *RIVALS), default=(*OURS, *RIVALS))
    parser.add_argument("--contestant", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.contestant:
        library = RIVALS.get(options.contestant, ("torch", 0))[0]
        is_here = importlib.util.find_spec(library) is not None
        print(json.dumps(measure(options.contestant, options.steps) if is_here else None))
        return 0
    best: dict[str, dict[str, float]] = {}
    for _ in range(options.repeats):
        for name in options.only:
            found = in_child(name, options)
            if found and (name not in best or found["cpu_s"] < best[name]["cpu_s"]):
                best[name] = found
    print(
        f"{'':14} {'images/s':>9} {'time':>8} {'GFLOP/image':>12} {'GFLOP/s':>8} "
        f"{'parameters':>11} {'batch':>6} {'side':>5} {'peak MiB':>9}"
    )
    base = best.get("standard") or next(iter(best.values()))
    for name, found in best.items():
        print(
            f"{name:14} {1 / found['wall_s']:9.2f} {found['wall_s'] / base['wall_s']:7.2f}x "
            f"{found['gflop']:12.1f} {found['gflop'] / found['wall_s']:8.0f} "
            f"{found['parameters']:11,.0f} {found['batch']:6.0f} {found['side']:5.0f} "
            f"{found['peak_mib']:9.0f}"
        )
    for name in options.only:
        if name not in best:
            print(f"{name} is left out: {options.rivals_python} has no {RIVALS[name][0]}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
