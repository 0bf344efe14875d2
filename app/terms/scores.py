"""Words about scores."""

from collections.abc import Mapping

from app.terms.term import Term
from app.translation import tr

GROUP = tr("Scores")

SCORES: Mapping[str, Term] = {
    "dice": Term(
        tr("Dice"),
        tr(
            "How well two outlines overlap: 1 is the same outline, 0 none in common. A fresh "
            "radiologist reaches about 0.70 on liver tumours."
        ),
        GROUP,
        tr("dsc f1 overlap sørensen"),
    ),
    "iou": Term(
        tr("IoU"),
        tr("Overlap divided by all that either marks; always a little lower than Dice."),
        GROUP,
        tr("intersection over union jaccard"),
    ),
    "accuracy": Term(
        tr("Accuracy"),
        tr("Share of pixels named right. Nearly all are background, so it is always high."),
        GROUP,
        tr("pixel accuracy"),
    ),
    "sensitivity": Term(
        tr("Sensitivity"),
        tr("Share of what is really there that was marked."),
        GROUP,
        tr("recall true positive"),
    ),
    "precision": Term(
        tr("Precision"),
        tr("Share of what was marked that is really there."),
        GROUP,
        tr("positive predictive value ppv"),
    ),
    "lesion_recall": Term(
        tr("Lesions found"),
        tr("Share of tumours that the drawing meets at all, big or small."),
        GROUP,
        tr("lesion recall detection"),
    ),
    "hd95": Term(
        tr("HD95"),
        tr("How far apart the outlines are at their worst, the most extreme 5 % left out, in mm."),
        GROUP,
        tr("hausdorff distance"),
    ),
    "assd": Term(
        tr("ASSD"),
        tr("How far apart the outlines are on average, in mm."),
        GROUP,
        tr("average symmetric surface distance"),
    ),
    "surface_dice": Term(
        tr("Surface Dice"),
        tr("Share of the outline that is right to within 1 or 2 mm."),
        GROUP,
        tr("nsd normalised boundary fidelity"),
    ),
    "confidence_interval": Term(
        tr("Confidence interval"),
        tr("Where the score would probably lie with other patients; few patients, wide interval."),
        GROUP,
        tr("bootstrap ci"),
    ),
    "human_band": Term(
        tr("Human band"),
        tr("The Dice a fresh radiologist reaches against an expert, for comparison."),
        GROUP,
        tr("inter-rater reader"),
    ),
}
