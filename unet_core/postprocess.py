"""What is known about livers, applied to a prediction: one liver, and tumours only inside it."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from unet_core.components import components
from unet_core.config import PredictConfig
from unet_core.volume import Label, Labels, Region


def clean(voxels: Labels, labels: Mapping[int, Label], config: PredictConfig) -> Labels:
    """A copy without what cannot be: second livers, and tumours that touch no liver.

    Liver and tumour together are one object (26-connected), so a tumour at the rim or one that
    cuts the liver in two stays. Nothing changes where ``labels`` has no liver, or where no liver
    voxel was predicted: there is then nothing to hold a tumour against.

    Args:
        voxels: (Z, Y, X) uint8, in any axis order.
        labels: Meaning of the values; looked up by the names "liver" and "tumour".
        config: ``largest_liver`` keeps the object with most voxels; ``tumour_inside_liver`` drops
            tumours that are objects of their own.
    """
    result = voxels.copy()
    by_name = {label.name: value for value, label in labels.items()}
    liver, tumour = by_name.get("liver"), by_name.get("tumour")
    if liver is None:
        return result
    organ = Region("liver", (liver,) if tumour is None else (liver, tumour), "")
    objects = components(organ.mask(voxels))
    if objects is None:
        return result
    numbers, box = objects
    part = result[box]
    sizes = np.bincount(numbers.ravel())
    has_liver = np.bincount(numbers[part == liver], minlength=len(sizes)) > 0
    has_liver[0] = False
    if has_liver.any():
        part[_unwanted(sizes, has_liver, config)[numbers]] = 0
    return result


def _unwanted(
    sizes: NDArray[np.intp], has_liver: NDArray[np.bool_], config: PredictConfig
) -> NDArray[np.bool_]:
    """For each object's number, whether it goes; number 0 is everything else and stays."""
    drop = np.zeros(len(sizes), np.bool_)
    if config.largest_liver:
        drop |= has_liver
        drop[np.argmax(np.where(has_liver, sizes, 0))] = False
    if config.tumour_inside_liver:
        drop |= ~has_liver
    drop[0] = False
    return drop
