"""Where two masks agree: in both, only in the prediction, only in the reference, slice by slice.

Nothing is computed but the slice on show. Errors are orange and blue, which colour-blind eyes tell
apart, with a quiet green where both agree and nothing needs looking at.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from weakref import WeakValueDictionary

import numpy as np
from numpy.typing import NDArray

from app.comparing import region_shown
from app.document import CompareMode, LabelLook, Layer
from app.session import Session
from app.translation import tr
from unet_core.slice_dice import RegionPair, on_one_grid
from unet_core.volume import Label, LabelMap, Labels

MISSED, EXTRA, BOTH = 1, 2, 3
"""False negative, false positive and true positive voxels: a bit for the reference, a bit for the
prediction. What differs between the bits of two neighbours says whose edge runs between them."""
AGREEMENT: Mapping[int, Label] = MappingProxyType(
    {
        BOTH: Label(BOTH, "both", "#3fbf3f"),
        EXTRA: Label(EXTRA, tr("prediction only"), "#ff9a1f"),
        MISSED: Label(MISSED, tr("reference only"), "#4aa3ff"),
    }
)
BOTH_SHARE, ERROR_SHARE = 0.4, 1.6
"""Opacity of agreement and of error, as shares of the masks' own: errors must catch the eye."""


class AgreementMap(LabelMap):
    """Stands for the agreement of two masks on one region, of which slices are made when drawn.

    Attributes:
        pair: The region and its values in both.
        truth: Canonical labels of the reference.
        guess: Canonical labels of the prediction.
    """

    pair: RegionPair
    truth: Labels
    guess: Labels

    @classmethod
    def of(cls, reference: LabelMap, prediction: LabelMap, pair: RegionPair) -> "AgreementMap":
        """The agreement of two masks of one scan."""
        made = cls(
            prediction.voxels, prediction.geometry, pair.region.title, AGREEMENT, "prediction"
        )
        truth, guess = on_one_grid(reference, prediction)
        for name, value in (("pair", pair), ("truth", truth), ("guess", guess)):
            object.__setattr__(made, name, value)  # frozen, as every mask
        return made


def agreement_slice(reference: Labels, prediction: Labels, pair: RegionPair) -> Labels:
    """(rows, columns) uint8: MISSED, EXTRA, BOTH or 0 for the voxels of one slice.

    >>> from unet_core.volume import TUMOUR, Region
    >>> tumour = RegionPair(Region("tumour", (2,), TUMOUR.colour), (2,), (1,))
    >>> agreement_slice(np.array([[2, 2, 0, 1]]), np.array([[1, 0, 1, 0]]), tumour).tolist()
    [[3, 1, 2, 0]]
    """
    truth = _held(reference, pair.reference).view(np.uint8)
    guess = _held(prediction, pair.prediction).view(np.uint8)
    return np.ascontiguousarray(truth | guess << np.uint8(1))


def _held(labels: Labels, values: tuple[int, ...]) -> NDArray[np.bool_]:
    if not values:
        return np.zeros(labels.shape, np.bool_)
    first, *rest = values
    held: NDArray[np.bool_] = labels == first
    for value in rest:
        held |= labels == value
    return held


def shown_layers(session: Session, mode: CompareMode | None = None) -> tuple[Layer, ...]:
    """What a view draws over the scan just now.

    Args:
        mode: A way of comparing that holds for this view alone; None takes the session's.
    """
    mode = session.compare_mode if mode is None else mode
    if mode == "masks":
        return session.layers
    return drawn(session.layers, mode, session.compared, region_shown(session))


def drawn(
    layers: tuple[Layer, ...],
    mode: CompareMode,
    compared: tuple[LabelMap, LabelMap] | None,
    pair: RegionPair | None,
) -> tuple[Layer, ...]:
    """The masks as a way of comparing shows them; ``layers`` themselves without a pair.

    Reference and prediction alone are drawn alike, so that only their voxels differ. Masks that
    are all hidden stay hidden.
    """
    if mode == "masks" or compared is None or pair is None:
        return layers
    if not any(layer.visible for layer in layers):
        return ()
    reference, prediction = (_layer_of(layers, label_map) for label_map in compared)
    if mode in ("reference", "prediction"):
        shown = reference if mode == "reference" else prediction
        return (
            replace(shown, visible=True, outline=prediction.outline, opacity=prediction.opacity),
        )
    is_outline = mode == "difference"
    return (
        Layer(
            _agreement(reference.label_map, prediction.label_map, pair),
            opacity=prediction.opacity,
            outline=is_outline,
            looks=_looks(prediction.opacity),
        ),
    )


def _layer_of(layers: tuple[Layer, ...], label_map: LabelMap) -> Layer:
    return next(layer for layer in layers if layer.label_map is label_map)


def _looks(opacity: float) -> Mapping[int, LabelLook]:
    error = LabelLook(opacity=min(opacity * ERROR_SHARE, 1.0))
    return MappingProxyType(
        {BOTH: LabelLook(opacity=opacity * BOTH_SHARE), EXTRA: error, MISSED: error}
    )


_Key = tuple[int, int, tuple[int, ...], tuple[int, ...]]
_made: WeakValueDictionary[_Key, AgreementMap] = WeakValueDictionary()
"""One map a pair for as long as a view shows it: what is drawn is known by its identity. A map
keeps its masks alive, so that their ids stay theirs."""


def _agreement(reference: LabelMap, prediction: LabelMap, pair: RegionPair) -> AgreementMap:
    key = (id(reference.voxels), id(prediction.voxels), pair.reference, pair.prediction)
    made = _made.get(key)
    if made is None:
        made = _made[key] = AgreementMap.of(reference, prediction, pair)
    return made
