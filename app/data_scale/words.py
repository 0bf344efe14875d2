"""What the window says of a learning curve: before, during and after it is measured."""

from collections.abc import Sequence

from app.core_sentences import core_tr
from app.data_scale_work import ShareProgress
from app.training.state import duration
from app.translation import tr
from unet_core.case_names import dataset_name
from unet_core.learning_curves import CurveOrder, KeptCurve

MOST_SHARES = 4
WHAT = tr(
    "Trains the same network on a quarter, on half, on three quarters and on all of the patients "
    "there are to learn from, scores each training on the same validation patients, and says from "
    "that what twice as many patients would bring."
)

MEANWHILE = tr(
    "Goes on while this window is closed. Closing Slicewise stops it; it goes on later from there."
)


def order_words(order: CurveOrder) -> str:
    """What is to be measured, as the training panel has it."""
    settings = tr(
        "Data set {dataset}, with the settings of the Train panel ({preset}).",
        dataset=dataset_name(order.dataset),
        preset=order.config.preset,
    )
    said = [settings, _validation_words(order.validation_cases)]
    if order.test_cases:
        said.append(tr("Patients of the test take no part."))
    if order.start_from is not None:
        said.append(tr("Each training begins with {model}.", model=order.start_from.parent.name))
    return " ".join(said)


def _validation_words(names: Sequence[str]) -> str:
    if not names:
        return tr("Who is validated on is chosen automatically.")
    if len(names) == 1:
        return tr("Validated on the case on the split board.")
    return tr("Validated on the {count} cases on the split board.", count=len(names))


def time_words(minutes: float, kept: KeptCurve | None) -> str:
    """How long it will take; ``kept`` is what is measured of this very curve."""
    if kept is not None and kept.is_whole:
        return tr("This curve is whole: nothing is trained again unless the data have changed.")
    left = MOST_SHARES if kept is None else len(kept.shares) - len(kept.points)
    whole = duration(60 * minutes * left)
    if kept is None:
        return tr(
            "Up to {count} trainings of {minutes:g} min: about {whole}, after the scans are read.",
            count=left,
            minutes=minutes,
            whole=whole,
        )
    if left == 1:
        return tr("1 training of {minutes:g} min is left, the last one.", minutes=minutes)
    return tr(
        "{count} trainings of {minutes:g} min are left: {whole} at most.",
        count=left,
        minutes=minutes,
        whole=whole,
    )


def remaining_s(now: ShareProgress, minutes: float) -> float:
    """Of all trainings together, at most."""
    this = 60 * minutes if now.remaining_s is None else min(now.remaining_s, 60 * minutes)
    return this + 60 * minutes * (len(now.shares) - now.number)


def progress_words(now: ShareProgress, minutes: float) -> str:
    """Which training it is, and how long all will take."""
    what = (
        tr("Training {number} of {count}, with 1 patient", number=now.number, count=_count(now))
        if now.patients == 1
        else tr(
            "Training {number} of {count}, with {patients} patients",
            number=now.number,
            count=_count(now),
            patients=now.patients,
        )
    )
    if not now.epoch:
        return tr("{training}: beginning…", training=what)
    return tr(
        "{training}: epoch {epoch}. About {time} left in all.",
        training=what,
        epoch=now.epoch,
        time=duration(remaining_s(now, minutes)),
    )


def _count(now: ShareProgress) -> int:
    return len(now.shares)


def share_done(now: ShareProgress, minutes: float) -> float:
    """How much of all trainings is done, 0..1."""
    whole = 60 * minutes * len(now.shares)
    return 1 - remaining_s(now, minutes) / whole if whole else 0.0


def verdict_words(kept: KeptCurve | None) -> str:
    """What the curve says, a line for each region."""
    if kept is None:
        return ""
    if kept.is_whole:
        return "\n".join(core_tr(outlook.sentence) for outlook in kept.outlooks.values())
    if not kept.points:
        return tr("Begun, but no training has ended yet.")
    return tr(
        "{done} of {count} trainings have ended; what they say together follows when all have.",
        done=len(kept.points),
        count=len(kept.shares),
    )


def origin_words(kept: KeptCurve, *, is_this: bool, names: frozenset[str]) -> str:
    """When a curve was measured, and what is different now.

    Args:
        kept: The curve on show.
        is_this: Whether it was measured with the settings of now.
        names: The cases of the data set now; empty where not known yet.
    """
    said = [_measured_words(kept)] if kept.points else []
    if not is_this:
        said.append(
            tr("Settings, split or minutes were others than those of now; Start measures anew.")
        )
    if names and names != {*kept.case_ids, *kept.order.test_cases}:
        said.append(
            tr(
                "The data set held other cases then ({then}; now {now}): measure again.",
                then=len(kept.case_ids) + len(kept.order.test_cases),
                now=len(names),
            )
        )
    if kept.is_whole:
        said.append(
            tr("Short trainings: with more time each, all of it lies higher and may bend later.")
        )
    return " ".join(said)


def _measured_words(kept: KeptCurve) -> str:
    when = kept.changed[:16].replace("T", " ")
    minutes, cases = kept.order.minutes, len(kept.validation_cases)
    if cases == 1:
        return tr(
            "Last measured {when}, {minutes:g} min each, scored on 1 case.",
            when=when,
            minutes=minutes,
        )
    return tr(
        "Last measured {when}, {minutes:g} min each, scored on {cases} cases.",
        when=when,
        minutes=minutes,
        cases=cases,
    )
