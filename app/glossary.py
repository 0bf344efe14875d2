"""Words of the trade, each in one line for somebody who reads CTs and knows no computing.

A widget that says a word is handed to ``explain``; all words stand together in Help, "Words used
here". A new word is one row of a table in ``app.terms``.
"""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.terms.learning import LEARNING
from app.terms.network import NETWORK
from app.terms.patients import PATIENTS
from app.terms.scores import SCORES
from app.terms.term import Term
from app.terms.using import USING
from app.translation import tr

GLOSSARY: Mapping[str, Term] = {**PATIENTS, **LEARNING, **NETWORK, **SCORES, **USING}


SETTING_TERMS: Mapping[str, tuple[str, ...]] = {
    "epochs": ("epoch",),
    "batches_per_epoch": ("batch", "epoch"),
    "batch_size": ("batch",),
    "micro_batch": ("batch",),
    "loss": ("loss", "cross_entropy", "dice_loss"),
    "learning_rate": ("learning_rate",),
    "schedule": ("schedule",),
    "optimiser": ("optimiser",),
    "weight_decay": ("weight_decay",),
    "ema": ("ema",),
    "patience": ("early_stopping",),
    "rotation_deg": ("augmentation",),
    "scale": ("augmentation",),
    "flip": ("augmentation",),
    "noise": ("augmentation",),
    "elastic": ("augmentation",),
    "split": ("leakage",),
    "validation_fraction": ("validation",),
    "same_person": ("leakage",),
    "seed": ("seed",),
    "threshold_masks": ("threshold",),
    "window_low_hu": ("hu", "window"),
    "window_high_hu": ("hu", "window"),
    "depth": ("depth",),
    "norm": ("normalisation",),
    "upsampling": ("decoder",),
    "cascade": ("cascade",),
    "deep_supervision": ("deep_supervision",),
    "largest_liver": ("postprocessing",),
    "smallest_lesion": ("postprocessing",),
    "mirror": ("mirroring",),
}
"""Words that the name of a setting says."""


def explained(key: str) -> str:
    """A word with what it means, as a tool tip says it."""
    term = GLOSSARY[key]
    return tr("{word}: {line}", word=term.word, line=term.line)


def explain(widget: QWidget, *keys: str) -> None:
    """Let a widget's tool tip explain the words it says, below what it says already."""
    lines = [widget.toolTip(), *(explained(key) for key in keys)]
    widget.setToolTip("\n".join(line for line in lines if line and line.strip()))
