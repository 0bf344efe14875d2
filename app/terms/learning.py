"""Words about learning."""

from collections.abc import Mapping

from app.terms.term import Term
from app.translation import tr

GROUP = tr("Learning")

LEARNING: Mapping[str, Term] = {
    "network": Term(
        tr("Network"),
        tr("The program that learns to draw outlines from examples you give it."),
        GROUP,
        tr("neural model"),
    ),
    "run": Term(tr("Run"), tr("One training from start to end, with all it left behind."), GROUP),
    "preset": Term(tr("Preset"), tr("All settings at once, tried out and named."), GROUP),
    "plan": Term(
        tr("Plan"),
        tr("Settings chosen for your data and your time, with the reason for each."),
        GROUP,
    ),
    "learning_curve": Term(
        tr("Learning curve"),
        tr("How good masks get as the network learns from more and more patients."),
        GROUP,
        tr("data scale how many patients"),
    ),
    "rehearsal": Term(
        tr("Rehearsal"),
        tr("A minute's trial on a few slices that shows whether the long run will work."),
        GROUP,
        tr("trial dry run"),
    ),
    "epoch": Term(
        tr("Epoch"),
        tr("One round of learning; after each, the validation patients are scored."),
        GROUP,
        "round",
    ),
    "batch": Term(
        tr("Batch"),
        tr("The few slices the network looks at together before it corrects itself."),
        GROUP,
        tr("batch size step iteration"),
    ),
    "loss": Term(
        tr("Loss"),
        tr("How wrong the drawing is, as the one number learning makes smaller; 0 is perfect."),
        GROUP,
        tr("cost error"),
    ),
    "cross_entropy": Term(
        tr("Cross-entropy"),
        tr("A loss that judges every pixel by itself: wrong and sure of it costs most."),
        GROUP,
        tr("ce bce binary focal"),
    ),
    "dice_loss": Term(
        tr("Dice loss"),
        tr("A loss that judges the overlap of the whole outline, so small tumours count."),
        GROUP,
        tr("tversky dice_ce"),
    ),
    "learning_rate": Term(
        tr("Learning rate"),
        tr("How big each correction is: too big never settles, too small never arrives."),
        GROUP,
        tr("step size schedule"),
    ),
    "schedule": Term(
        tr("Schedule"),
        tr("How the corrections grow smaller towards the end, for the fine work."),
        GROUP,
        tr("cosine polynomial one_cycle constant"),
    ),
    "optimiser": Term(
        tr("Optimiser"),
        tr("The recipe by which an error becomes a correction of the network."),
        GROUP,
        tr("adam adamw sgd optimizer"),
    ),
    "weight_decay": Term(
        tr("Weight decay"),
        tr("A steady pull towards simple rules, against learning by heart."),
        GROUP,
        "regularisation",
    ),
    "augmentation": Term(
        tr("Augmentation"),
        tr(
            "Slices are turned, scaled and made noisier at random, so that the network learns "
            "anatomy and not your pictures by heart."
        ),
        GROUP,
        tr("rotation scale flip noise elastic"),
    ),
    "overfitting": Term(
        tr("Overfitting"),
        tr(
            "Learning the training patients by heart: their scores rise while those of the "
            "validation patients fall."
        ),
        GROUP,
        tr("overfit learning by heart memorising"),
    ),
    "early_stopping": Term(
        tr("Early stopping"),
        tr("Ending when the validation patients have not got better for a while."),
        GROUP,
        "patience",
    ),
    "best_epoch": Term(
        tr("Best epoch"),
        tr("The round with the best validation score; its network is the model that is kept."),
        GROUP,
        tr("best model checkpoint"),
    ),
    "seed": Term(
        tr("Seed"),
        tr("The number that fixes every throw of the dice, so that a run can be repeated."),
        GROUP,
        "random",
    ),
    "fine_tuning": Term(
        tr("Fine-tuning"),
        tr("Learning on from a model that knows something, instead of from nothing."),
        GROUP,
        tr("start from transfer"),
    ),
    "run_doctor": Term(
        tr("Run doctor"),
        tr("Watches the curves and says in words when something looks ill."),
        GROUP,
        tr("findings diagnosis"),
    ),
}
