"""``unet-core predict``: a model, or several as one, on scans."""

import argparse
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from unet_core.commands.parsing import Commands
from unet_core.config import PredictConfig, check_settings
from unet_core.console import Console, tell, tell_predicted
from unet_core.errors import InputError
from unet_core.events import Predicted

_VOLUME = re.compile(r"(?<![a-z])volume(?![a-z])", re.IGNORECASE)
FORMATS = ("nii.gz", "nii", "nrrd", "seg.nrrd", "mha")


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser("predict", help="run a model, or several as one, on scans")
    parser.add_argument(
        "model",
        type=Path,
        metavar="MODEL",
        help="model.safetensors, a run folder or what cross-validate made; more may follow",
    )
    parser.add_argument("images", type=Path, nargs="+", metavar="IMAGE")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--format", choices=FORMATS, default="nii.gz")
    parser.add_argument("--overwrite", action="store_true")
    parser.add_argument("--mirror", action="store_true", help="look at each slice mirrored as well")
    parser.add_argument(
        "--smallest-lesion", type=int, metavar="N", help="drop tumours of fewer voxels"
    )
    parser.add_argument("--keep-all", action="store_true", help="no post-processing")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(command=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Do it; the exit code."""
    from unet_core import distributed, ensemble
    from unet_core.ensemble_prediction import predict
    from unet_core.io import atomic, load_volume, save_now

    if options.keep_all and options.smallest_lesion:
        raise InputError("--smallest-lesion", "is given with --keep-all", "choose one of them")
    models, images = _told_apart(options.model, options.images)
    targets = _target_paths(images, options.out, options.format)
    own = distributed.share_of(list(zip(images, targets, strict=True)))
    for _, target in own:
        if target.exists() and not options.overwrite:
            raise InputError(target.name, "exists already", "choose another --out or --overwrite")
    config = _config(ensemble.opened(models).config, options)
    atomic.make_folder(options.out)
    for image, target in own:
        for event in predict(models, load_volume(image), config):
            if isinstance(event, Predicted):
                save_now(event.label_map, target, overwrite=options.overwrite)
                tell_predicted(event, target, options.json, console)
            else:
                tell(event, console)
    return 0


def _told_apart(first: Path, others: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Models, then images: what follows the first model is a model while it looks like one."""
    from unet_core.ensemble import is_source

    models, images = [first], list(others)
    while images and is_source(images[0]):
        models.append(images.pop(0))
    if not images:
        raise InputError("the command", "names no image", "add the scans after the models")
    return models, images


def _config(usual: PredictConfig, options: argparse.Namespace) -> PredictConfig:
    """The options a model is used with, changed as the user asked."""
    if options.keep_all:
        usual = replace(usual, largest_liver=False, tumour_inside_liver=False, smallest_lesion=0)
    if options.smallest_lesion is not None:
        usual = replace(usual, smallest_lesion=options.smallest_lesion)
    config = replace(usual, mirror=options.mirror)
    check_settings(config)
    return config


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
