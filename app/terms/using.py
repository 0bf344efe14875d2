"""Words about using a model."""

from collections.abc import Mapping

from app.terms.term import Term
from app.translation import tr

GROUP = tr("Using a model")

USING: Mapping[str, Term] = {
    "model": Term(
        tr("Model"), tr("The file that holds what a run has learned; it opens on any scan."), GROUP
    ),
    "prediction": Term(
        tr("Prediction"),
        tr("The outline a model draws on a scan it is shown. A proposal, to be checked by you."),
        GROUP,
        tr("inference predict"),
    ),
    "threshold": Term(
        tr("Threshold"),
        tr("The value above which a soft edge counts as inside."),
        GROUP,
        tr("cut-off probability"),
    ),
    "postprocessing": Term(
        tr("Post-processing"),
        tr("Tidying a drawing by rule, such as keeping only the largest liver."),
        GROUP,
        tr("largest component"),
    ),
    "passport": Term(
        tr("Passport of a model"),
        tr("What a model file says of itself: what it learned from, what it scores, how it draws."),
        GROUP,
        tr("model card provenance fingerprint"),
    ),
    "mirroring": Term(
        tr("Mirroring"),
        tr("Each slice is looked at mirrored as well, and both answers are averaged."),
        GROUP,
        tr("test-time augmentation tta"),
    ),
    "ensemble": Term(
        tr("Ensemble"),
        tr("Several networks vote, as several readers would; steadier than one."),
        GROUP,
        tr("mean of networks"),
    ),
}
