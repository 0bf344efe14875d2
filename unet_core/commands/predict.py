"""``unet-core predict``: a model on scans."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from unet_core.commands.parsing import Commands
from unet_core.config import PredictConfig
from unet_core.console import Console, tell, tell_predicted
from unet_core.errors import InputError
from unet_core.events import Predicted

_VOLUME = re.compile(r"(?<![a-z])volume(?![a-z])", re.IGNORECASE)
FORMATS = ("nii.gz", "nii", "nrrd", "seg.nrrd", "mha")


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser("predict", help="run a model on scans")
    parser.add_argument("model", type=Path, metavar="MODEL")
    parser.add_argument("images", type=Path, nargs="+", metavar="IMAGE")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--format", choices=FORMATS, default="nii.gz")
    parser.add_argument("--overwrite", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(command=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Do it; the exit code."""
    from unet_core.io import atomic, load_volume, save_now
    from unet_core.predict import predict

    targets = _target_paths(options.images, options.out, options.format)
    for target in targets:
        if target.exists() and not options.overwrite:
            raise InputError(target.name, "exists already", "choose another --out or --overwrite")
    atomic.make_folder(options.out)
    for image, target in zip(options.images, targets, strict=True):
        volume = load_volume(image)
        for event in predict(options.model, volume, PredictConfig()):
            if isinstance(event, Predicted):
                save_now(event.label_map, target, overwrite=options.overwrite)
                tell_predicted(event, target, options.json, console)
            else:
                tell(event, console)
    return 0


def _target_paths(images: Sequence[Path], out: Path, suffix: str) -> list[Path]:
    """One file for each image: ``volume-02.nii.gz`` gives ``segmentation-02``."""
    from unet_core.case_names import stem

    stems = [stem(image) for image in images]
    names = [
        _VOLUME.sub("segmentation", name) if _VOLUME.search(name) else f"{name}-mask"
        for name in stems
    ]
    if len(set(names)) < len(names):
        raise InputError("the images", "include two of the same name", "predict them one by one")
    return [out / f"{name}.{suffix}" for name in names]
