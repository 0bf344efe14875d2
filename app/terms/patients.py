"""Words about patients, scans and masks."""

from collections.abc import Mapping

from app.terms.term import Term
from app.translation import tr

GROUP = tr("Patients and masks")

PATIENTS: Mapping[str, Term] = {
    "case": Term(
        tr("Case"), tr("One scan together with the mask somebody drew on it."), GROUP, "pair"
    ),
    "mask": Term(
        tr("Mask"),
        tr("The outline as a picture of its own: every voxel says what it belongs to."),
        GROUP,
        tr("segmentation reference ground truth annotation"),
    ),
    "label": Term(
        tr("Label"),
        tr("What a voxel of a mask is marked as, such as liver or tumour."),
        GROUP,
        tr("class segment"),
    ),
    "voxel": Term(
        tr("Voxel"), tr("A pixel with thickness: the smallest block of a scan."), GROUP, "pixel"
    ),
    "training_patients": Term(
        tr("Training patients"),
        tr("The patients the network learns from, like the teaching file of a resident."),
        GROUP,
        tr("train learn"),
    ),
    "validation": Term(
        tr("Validation"),
        tr(
            "Patients kept aside and scored after every round. They show how learning goes and "
            "decide which round is kept."
        ),
        GROUP,
        tr("validation patients cases"),
    ),
    "test": Term(
        tr("Test"),
        tr(
            "Patients nobody looks at until the end, scored once by the finished model: the most "
            "honest number, like an exam with unseen cases."
        ),
        GROUP,
        tr("test patients cases held out"),
    ),
    "split": Term(
        tr("Split"), tr("Who is learned from, who is validated on and who is the test."), GROUP
    ),
    "leakage": Term(
        tr("Leakage"),
        tr(
            "The same patient on both sides of the split: the network is examined on what it has "
            "already seen, and its scores are too good."
        ),
        GROUP,
        "leak",
    ),
    "fold": Term(
        tr("Fold"),
        tr("One of several turns, each of which keeps other patients aside."),
        GROUP,
        "k-fold",
    ),
    "cross_validation": Term(
        tr("Cross-validation"),
        tr(
            "Several trainings take turns, so that every patient is scored once by a network that "
            "never saw them."
        ),
        GROUP,
        tr("folds k-fold"),
    ),
    "hu": Term(
        tr("Hounsfield unit (HU)"),
        tr("The CT scale of density: air is -1000, water 0."),
        GROUP,
        tr("intensity grey value"),
    ),
    "window": Term(
        tr("Grey window"),
        tr("The range of HU spread over black to white, for you and for the network."),
        GROUP,
        tr("level width windowing"),
    ),
    "spacing": Term(
        tr("Spacing"),
        tr("Millimetres from one voxel to the next, in the slice and between slices."),
        GROUP,
        tr("voxel size resolution"),
    ),
}
