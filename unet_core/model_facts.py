"""What is told of a model to those who must not wait for PyTorch: plain facts."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from unet_core.cost_card import CostCard
from unet_core.scores import Estimate

Line = tuple[str, str]
"""A heading and what is to be said."""
Kind = Literal["validation", "test", "cross-validation"]


@dataclass(frozen=True)
class ScoreLine:
    """Mean Dice of whole cases of one label.

    Attributes:
        kind: Of which cases.
        region: Name of the label.
        dice: Its interval and number of cases are None and 0 where nobody noted them.
    """

    kind: Kind
    region: str
    dice: Estimate


@dataclass(frozen=True)
class ModelCard:
    """What is known of a model.

    Attributes:
        path: What was chosen: a model file or an ``ensemble.json``.
        sha256: Of that file.
        groups: Title and lines of each.
        scores: Of its labels.
        limits: Sentences on what to doubt.
        cost: What it costs on this computer, if that was measured.
    """

    path: Path
    sha256: str
    groups: tuple[tuple[str, tuple[Line, ...]], ...]
    scores: tuple[ScoreLine, ...]
    limits: tuple[str, ...]
    cost: CostCard | None = None


@dataclass(frozen=True)
class ScanCompared:
    """What is known of a scan and a model before the one is shown to the other.

    Attributes:
        model: What was chosen.
        notices: In what the scan differs, in sentences; that it was learned from comes first.
        was_learned_from: Whether its very voxels were among those of the training.
        is_known: Whether the model file tells the grey values it learned from.
    """

    model: Path
    notices: tuple[str, ...]
    was_learned_from: bool = False
    is_known: bool = True
