"""How it is learned: from whom, how long, with which loss and which changes."""

from unet_core.case_measures import ORGAN, CaseMeasures
from unet_core.config import TrainConfig
from unet_core.fingerprint import Fingerprint
from unet_core.planning.choices import Choice, counted, percent, seconds_words
from unet_core.sampling import held_patients

MANY_LESIONS = 300
DRAWN_FEW, DRAWN_MANY = 0.6, 0.3
"""Share of slices with artificial tumours. One trial on four patients of LiTS, after the same 3,200
slices: with 0.6 tumour Dice of two other patients was 0.51 and 0.22, without 0.12 and 0.00."""
ROUNDS_LEAST, ROUNDS_MOST, ROUND_MINUTES = 8, 40, 1.5
SCORING_SHARE = 0.2
"""Of the time at most, while there are more than ``ROUNDS_LEAST`` rounds."""
ROUNDS_UNTIMED, IMAGES_UNTIMED, SLICES_UNTIMED = 60, 57_600, 1000
USUAL_BATCHES, BATCHES_A_MINUTE, FEWEST_BATCHES = 120, 8, 10
"""In a round, where the time of a batch is not known: at most, and for each minute there is."""
PATIENCE = 15
ENOUGH_IMAGES = 3_000
"""Slices learned from before tumours are found: on LiTS a cascade had then reached nine tenths of
the tumour Dice it came to after 7,000."""


def drawn_lesions(found: Fingerprint) -> Choice:
    """Whether artificial tumours are drawn into healthy liver."""
    count, patients = len(found.lesions), found.lesion_patients
    if not count or ORGAN not in found.labels:
        missing = "no tumours" if not count else "no liver label to draw them into"
        return Choice(
            "Artificial tumours", "none", f"There are {missing}.", {"synthetic_lesions": 0.0}
        )
    share = DRAWN_FEW if count < MANY_LESIONS else DRAWN_MANY
    few = f"only {count}" if count < MANY_LESIONS else f"{count:,}"
    reason = f"There are {few} tumours in {counted(patients, 'patient')}"
    if share == DRAWN_FEW:
        reason += (
            ": the network would learn these by heart. Made-up ones in healthy liver teach what "
            "all have in common."
        )
    else:
        reason += ": enough to learn from, with some made-up ones for variety."
    words = f"in {percent(share)} of the slices"
    return Choice("Artificial tumours", words, reason, {"synthetic_lesions": share})


def loss(found: Fingerprint) -> Choice:
    """What is made small."""
    rarest = found.labels[-1]
    share, _ = found.shares(rarest)
    return Choice(
        "Loss",
        "soft Dice + cross-entropy",
        f"{rarest.capitalize()} is {percent(share)} of all voxels: Dice does not drown in "
        "background, cross-entropy guides it where Dice is flat. Batches are filled so that the "
        "label is in every one.",
        {"loss": "dice_ce", "balance": True},
    )


def greys(found: Fingerprint, config: TrainConfig) -> Choice:
    """How much brightness and contrast are changed at random."""
    name = ORGAN if ORGAN in found.labels else found.labels[0]
    is_hu = all(case.intensity == "HU" for case in found.cases)
    width = config.window_high_hu - config.window_low_hu if is_hu else 255.0
    spread = found.spread(name)
    change = min(max(round(2 * spread / width, 2), 0.1), 0.3)
    unit = "HU" if is_hu else "grey levels"
    reason = (
        f"The middle grey of the {name} scatters by {spread:.0f} {unit} between patients, "
        f"{percent(spread / width)} of the window: with changes of twice that, a new patient is "
        "nothing new."
        if len(found.cases) > 1
        else "There is one scan only; others will be brighter or darker."
    )
    return Choice("Random brightness", f"±{percent(change)}", reason, {"brightness": change})


def kept_aside(found: Fingerprint, config: TrainConfig) -> tuple[Choice, tuple[CaseMeasures, ...]]:
    """Who is scored and never learned from; those cases, none where slices are kept aside."""
    patients = found.patients
    if len(patients) < 2:
        return (
            Choice(
                "Kept aside",
                f"{percent(config.validation_fraction)} of the slices",
                "There is one patient only, so slices of the same person are scored: all scores "
                "will be too good.",
                {"split": "slice"},
            ),
            (),
        )
    kinds = {
        name: {label for case in cases for label in case.labels} for name, cases in patients.items()
    }
    names = held_patients(kinds, config)
    held = tuple(case for name in names for case in patients[name])
    listed = ", ".join(case.case_id for case in held[:4])
    more = f" and {len(held) - 4} more" if len(held) > 4 else ""
    sure = "" if found.persons_known else " The names do not tell persons apart."
    return (
        Choice(
            "Kept aside",
            f"{listed}{more}",
            f"{len(names)} of {len(patients)} patients {'is' if len(names) == 1 else 'are'} never "
            f"learned from and scored after each round; every label stays among the others.{sure}",
            {"split": "patient"},
        ),
        held,
    )


def length(
    minutes: float,
    train_slices: int,
    batch_size: int,
    step_s: float,
    validation_s: float,
    *,
    is_disturbed: bool = False,
) -> Choice:
    """How long, and in how many rounds.

    Args:
        minutes: Allowed; 0 for no limit.
        train_slices: To learn from.
        batch_size: Slices in a batch.
        step_s: A batch takes.
        validation_s: Scoring takes, once.
        is_disturbed: The times were measured beside other programs and say little.
    """
    limit = "1 minute" if minutes == 1 else f"{minutes:g} minutes"
    if minutes and is_disturbed:
        batches = min(max(round(BATCHES_A_MINUTE * minutes), FEWEST_BATCHES), USUAL_BATCHES)
        return Choice(
            "Length",
            f"{limit}, rounds of {batches} batches",
            "Other programs were busy while a batch was timed, so rounds are as long as usual. "
            "The learning rate falls to zero as the time ends.",
            {"minutes": minutes, "batches_per_epoch": batches, "patience": 0},
        )
    if minutes:
        rounds = rounds_in(minutes, validation_s)
        round_s = minutes * 60 / rounds
        batches = max(1, int((round_s - validation_s) / step_s))
        return Choice(
            "Length",
            f"{limit}, about {rounds} rounds of {batches} batches",
            f"A batch takes {seconds_words(step_s)}, scoring the patients kept aside "
            f"{seconds_words(validation_s)}: {rounds} rounds show the curve and leave "
            f"{percent(1 - rounds * validation_s / (minutes * 60))} of the time to learning. The "
            "learning rate falls to zero as the time ends.",
            {"minutes": minutes, "batches_per_epoch": batches, "patience": 0},
        )
    images = IMAGES_UNTIMED * max(1.0, train_slices / SLICES_UNTIMED) ** 0.5
    batches = max(10, round(images / ROUNDS_UNTIMED / batch_size))
    times = ROUNDS_UNTIMED * batches * batch_size / max(train_slices, 1)
    return Choice(
        "Length",
        f"{ROUNDS_UNTIMED} rounds of {batches} batches at most",
        f"No time limit was given. Each of {train_slices:,} slices is drawn about {times:.0f} "
        f"times, each time changed at random; {PATIENCE} rounds without gain end it earlier.",
        {
            "minutes": 0.0,
            "epochs": ROUNDS_UNTIMED,
            "batches_per_epoch": batches,
            "patience": PATIENCE,
        },
    )


def rounds_in(minutes: float, validation_s: float) -> int:
    """Rounds in a time: at least eight, unless scoring took more than half of it."""
    total_s = minutes * 60
    wanted = min(max(round(minutes / ROUND_MINUTES), ROUNDS_LEAST), ROUNDS_MOST)
    if validation_s <= 0:
        return wanted
    cheap = max(int(SCORING_SHARE * total_s / validation_s), ROUNDS_LEAST)
    possible = max(int(0.5 * total_s / validation_s), 1)
    return min(wanted, cheap, possible)
