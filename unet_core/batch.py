"""What one step of learning eats: some slices and their labels, and for a cascade the close look.

Apart from networks and data, as both sides speak of it.
"""

from dataclasses import dataclass

from torch import Tensor

from unet_core.synthetic_lesions import LesionClasses


@dataclass(frozen=True)
class Batch:
    """Slices learned from at once.

    Attributes:
        pictures: (B, C, S, S) float32 in 0..1.
        labels: (B, S, S) uint8 class indices: place in ``Target.groups`` + 1, 0 for background.
        detail_pictures: (B, C, T, T) float32 in 0..1 of the box around the organ, for cascades.
        detail_labels: (B, T, T) uint8 class indices of that box.
        places: Of each slice in the batch that several processes share; 0, 1, ... if empty.
        names: Of each slice, as "case 03 slice 17"; for messages only.
        lesions: Where ``augment`` may draw artificial ones; None where the labels do not allow it.
    """

    pictures: Tensor
    labels: Tensor
    detail_pictures: Tensor | None = None
    detail_labels: Tensor | None = None
    places: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    lesions: LesionClasses | None = None
