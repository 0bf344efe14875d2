"""What is known about livers, applied to a prediction: one liver, tumours inside it, no specks.

A prediction falls into pieces that stay or go as a whole. They are labelled once; any number of
settings can then be tried on them (``postprocess_choice`` does), each a look-up by piece.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unet_core.components import Box, components
from unet_core.config import PredictConfig
from unet_core.volume import Label, Labels, Region


def clean(voxels: Labels, labels: Mapping[int, Label], config: PredictConfig) -> Labels:
    """A copy without what cannot be: second livers, tumours that touch no liver, specks.

    Liver and tumour together are one object (26-connected), so a tumour at the rim or one that
    cuts the liver in two stays. Where ``labels`` has no liver, or no liver voxel was predicted,
    there is nothing to hold a tumour against, and only its size counts.

    Args:
        voxels: (Z, Y, X) uint8, in any axis order.
        labels: Meaning of the values; looked up by the names "liver" and "tumour".
        config: ``largest_liver`` keeps the object with most voxels; ``tumour_inside_liver`` drops
            tumours that are objects of their own; ``smallest_lesion`` turns tumours of fewer
            voxels into the liver they lie in, or into nothing outside of it.
    """
    result = voxels.copy()
    if (taken := take_apart(voxels, labels)) is not None:
        values = taken.pieces.values_after(config)
        result[taken.box][taken.inside] = values[taken.numbers]
    return result


@dataclass(frozen=True)
class Pieces:
    """A prediction of liver and tumour in pieces that post-processing keeps or drops whole.

    Piece 0 is everything else. Each tumour (26-connected) is a piece, and so are all liver voxels
    of one object of liver and tumour.

    Attributes:
        values: (P,) uint8 label value of each piece.
        voxels: (P,) voxels of each piece.
        objects: (P,) the object of liver and tumour that each piece belongs to.
        liver: Value of liver; 0 without.
        tumour: Value of tumour; 0 without.
    """

    values: NDArray[np.uint8]
    voxels: NDArray[np.int64]
    objects: NDArray[np.int64]
    liver: int
    tumour: int

    @property
    def are_tumours(self) -> NDArray[np.bool_]:
        """(P,) whether a piece is a tumour."""
        found: NDArray[np.bool_] = (self.values == self.tumour) & (self.voxels > 0)
        return found

    def values_after(self, config: PredictConfig) -> NDArray[np.uint8]:
        """(P,) uint8 label value of each piece once ``config`` is applied."""
        is_liver = (self.values == self.liver) & (self.voxels > 0)
        in_liver = np.isin(self.objects, self.objects[is_liver])
        values = self.values.copy()
        small = self.are_tumours & (self.voxels < config.smallest_lesion)
        values[small] = np.where(in_liver[small], self.liver, 0)
        if is_liver.any():
            values[self._unwanted(in_liver, config)] = 0
        values[0] = 0
        return values

    def _unwanted(self, in_liver: NDArray[np.bool_], config: PredictConfig) -> NDArray[np.bool_]:
        drop = np.zeros(len(self.values), np.bool_)
        if config.largest_liver:
            sizes = np.bincount(self.objects, weights=self.voxels * in_liver)
            drop |= in_liver & (self.objects != np.argmax(sizes))
        if config.tumour_inside_liver:
            drop |= ~in_liver
        return drop


@dataclass(frozen=True)
class TakenApart:
    """Pieces and where they lie.

    Attributes:
        pieces: What is known of each piece.
        box: Where all of them lie.
        inside: (z, y, x) bool of the box: voxels that belong to a piece.
        numbers: (N,) piece of each of these voxels.
    """

    pieces: Pieces
    box: Box
    inside: NDArray[np.bool_]
    numbers: NDArray[np.int32]


def take_apart(voxels: Labels, labels: Mapping[int, Label]) -> TakenApart | None:
    """A (Z, Y, X) prediction in pieces; None where it holds neither liver nor tumour."""
    by_name = {label.name: value for value, label in labels.items()}
    liver, tumour = by_name.get("liver", 0), by_name.get("tumour", 0)
    wanted = tuple(value for value in (liver, tumour) if value)
    found = components(Region("", wanted, "").mask(voxels)) if wanted else None
    if found is None:
        return None
    numbers, box = found
    inside = numbers > 0
    objects = numbers[inside].astype(np.int32)
    del found, numbers
    of_voxels, tumours = _numbered(voxels[box], inside, objects, tumour)
    count = int(of_voxels.max()) + 1
    of_pieces = np.zeros(count, np.int64)
    of_pieces[of_voxels] = objects
    values = np.where(np.arange(count) <= tumours, tumour, liver).astype(np.uint8)
    values[0] = 0
    sizes = np.bincount(of_voxels, minlength=count)
    pieces = Pieces(values, sizes, of_pieces, liver, tumour)
    return TakenApart(pieces, box, inside, of_voxels)


def _numbered(
    part: Labels, inside: NDArray[np.bool_], objects: NDArray[np.int32], tumour: int
) -> tuple[NDArray[np.int32], int]:
    """(N,) piece of each voxel inside, tumours first; and how many tumours there are."""
    is_tumour = part == tumour
    tumours = components(is_tumour) if tumour else None
    if tumours is None:
        return objects, 0
    lesions, box = tumours
    count = int(lesions.max())
    numbers = objects + np.int32(count)
    # voxels of the smaller box come in the same order as in the larger one
    numbers[is_tumour[inside]] = lesions[is_tumour[box]]
    return numbers, count
