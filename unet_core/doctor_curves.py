"""The run doctor on curves: does the network learn, too fast, too slowly, by heart, or no more?

Each rule is a pure function of a History. The limits were set on recorded runs on real and made-up
patients, sound ones among them, on which the rules must stay silent.
"""

import itertools
import math

from unet_core.config import TrainConfig
from unet_core.run_history import History, known, middle
from unet_core.verdict import Verdict, listed

LEAST_STEPS = 100
"""Batches before anybody can say that a network does not learn."""
EMPTY_ROUNDS, EMPTY_LABEL_ROUNDS = 3, 5
"""Rounds without any voxel found: of anything, of one label. Rare labels come late."""
EMPTY_SHARE = 0.25
EXPLODED, STILL_EXPLODED, LOST_SHARE = 1.5, 1.3, 0.25
BATCHES, WILD = 20, 5.0
SWINGS, SWING_SHARE = 8, 0.25
STUCK_ROUNDS, STUCK_FALL, STUCK_SCORE = 5, 0.03, 0.5
LATER_ROUNDS, LOSS_RISE, TRAIN_FALL = 5, 0.01, 0.15
LOSS_FLAT, NOISE_ROUNDS = 0.002, 9
PLATEAU_ROUNDS, PLATEAU_SHARE, GAIN = 10, 0.2, 0.003
RATE_END = 0.05
"""Share of the learning rate below which a run is coming to its end by itself."""


def loss_not_a_number(history: History) -> Verdict | None:
    """The loss overflowed and the run went back to its last good state."""
    if not history.setbacks:
        return None
    times = "once" if len(history.setbacks) == 1 else f"{len(history.setbacks)} times"
    return Verdict(
        "warning",
        f"The loss stopped being a number {times}, last in epoch {history.setbacks[-1]}; the run "
        "went back to its last good state.",
        _slower(history.config),
    )


def learning_rate_too_high(history: History) -> Verdict | None:
    """The loss rises far above what it was, or swings without getting anywhere."""
    seen = (_exploding_now, _exploded, _thrown_about, _swinging)
    words = next(filter(None, (look(history) for look in seen)), "")
    return Verdict("warning", words, _slower(history.config)) if words else None


def learning_rate_too_low(history: History) -> Verdict | None:
    """The loss is where it began."""
    losses = known([record.train_loss for record in history.records])
    if len(losses) < STUCK_ROUNDS or history.steps < LEAST_STEPS:
        return None
    scores = known([record.score for record in history.records])
    fall = 1 - middle(losses[-3:]) / losses[0] if losses[0] > 0 else 1.0
    if abs(fall) >= STUCK_FALL or max(scores, default=0.0) >= STUCK_SCORE:
        return None
    rate = history.config.learning_rate
    return Verdict(
        "warning",
        f"Nothing moves: the training loss was {losses[0]:.3f} in the first round and is "
        f"{losses[-1]:.3f} after {len(losses)}, with a learning rate of {rate:g}.",
        f"Look whether masks lie on their scans (check the data set); if they do, start again "
        f"with learning_rate {_rounded(min(rate * 10, 1e-2)):g}.",
    )


def all_background(history: History) -> Verdict | None:
    """A label the validation patients have is not found in any of them."""
    if history.started is None or history.steps < LEAST_STEPS:
        return None
    cases = history.started.validation_cases
    missing: dict[str, int] = {}
    for region in history.regions:
        found = [r.predicted_voxels.get(region.name, -1) for r in history.records]
        empty = sum(1 for _ in itertools.takewhile(lambda n: n == 0, reversed(found)))
        expected = history.voxels(cases, region.values)
        if empty and expected:
            missing[region.name] = empty
    names = [region.name for region in history.regions]
    rounds = min(missing.values(), default=0)
    if names and len(missing) == len(names) and rounds >= EMPTY_ROUNDS:
        return Verdict(
            "warning",
            f"The network calls everything background: in the last {rounds} rounds not one voxel "
            f"was found in {listed(cases)}.",
            f"Take a loss that counts rare pixels (dice_ce; now {history.config.loss}), keep "
            "balance on, and look whether masks lie on their scans.",
        )
    late = {name: n for name, n in missing.items() if n >= EMPTY_LABEL_ROUNDS}
    if not late or history.share_done < EMPTY_SHARE:
        return None
    expected = sum(
        history.voxels(cases, region.values) for region in history.regions if region.name in late
    )
    return Verdict(
        "warning",
        f"No {' and no '.join(late)} was found in the last {min(late.values())} rounds, though the "
        f"masks of {listed(cases)} hold {expected:,} voxels of it.",
        _for_rare_labels(history.config),
    )


def overfitting(history: History) -> Verdict | None:
    """The validation loss has been rising for rounds while the training loss falls."""
    records = [r for r in history.records if math.isfinite(r.validation_loss)]
    if len(records) < LATER_ROUNDS + 3:
        return None
    losses = [r.validation_loss for r in records]
    smooth = [middle(losses[max(i - 1, 0) : i + 2]) for i in range(len(losses))]
    turn = next(i for i, loss in enumerate(smooth) if loss <= min(smooth) + LOSS_FLAT * abs(loss))
    later = records[turn + 1 :]
    best = max((r for r in records if r.is_best), key=lambda r: r.epoch, default=None)
    if len(later) < LATER_ROUNDS or best is None or records[-1].epoch - best.epoch < LATER_ROUNDS:
        return None
    noise = middle([abs(b - a) for a, b in itertools.pairwise(losses[-NOISE_ROUNDS:])])
    now, lowest = middle(losses[-3:]), smooth[turn]
    if now - lowest < max(LOSS_RISE * abs(lowest), 1.5 * noise):
        return None
    before, after = records[turn].train_loss, middle([r.train_loss for r in records[-3:]])
    if not after < (1 - TRAIN_FALL) * before:
        return None
    return Verdict(
        "warning",
        f"Learning by heart since epoch {records[turn].epoch}: the validation loss rose from "
        f"{lowest:.3f} to {now:.3f} while the training loss fell from {before:.3f} to "
        f"{after:.3f}.",
        f"The model of epoch {best.epoch} (mean Dice {best.score:.2f}) is kept, nothing is lost"
        f"{_towards_the_end(history)}. More patients help most; else stronger random changes "
        "(rotation, scale, contrast, gamma) or fewer rounds.",
    )


def plateau(history: History) -> Verdict | None:
    """No gain any more, though the learning rate would still allow one."""
    rounds = max(PLATEAU_ROUNDS, math.ceil(PLATEAU_SHARE * history.rounds))
    scores = [record.score for record in history.records]
    if len(known(scores)) < rounds + 1 or _at_the_end(history) or overfitting(history):
        return None
    before, lately = max(known(scores[:-rounds]), default=0.0), known(scores[-rounds:])
    if not lately or max(lately) > before + GAIN or history.steps < LEAST_STEPS:
        return None
    return Verdict(
        "notice",
        f"No gain for {rounds} rounds: mean Dice was {before:.3f} at best before and "
        f"{max(lately):.3f} at best since.",
        "Stop if time is short: the best model is kept. More patients, or the other presets, may "
        "bring more" + ("; a falling learning rate often still does." if _falls(history) else "."),
    )


# --- how a learning rate is too high ---------------------------------------------------------


def _exploding_now(history: History) -> str:
    lately = known(history.losses[-BATCHES:])
    before, first = known(history.losses_before), known([r.train_loss for r in history.records[:1]])
    if len(lately) < BATCHES or not before or not first:
        return ""
    if middle(lately) < max(2 * EXPLODED * middle(before), 1.2 * first[0]):
        return ""
    return (
        f"The loss explodes: {middle(lately):.3f} over the last {BATCHES} batches, "
        f"{middle(before):.3f} in the round before."
    )


def _exploded(history: History) -> str:
    losses = known([record.train_loss for record in history.records])
    if len(losses) < 3:
        return ""
    lowest, first = min(losses[:-2]), losses[0]
    risen = losses[-1] - lowest
    if not (losses[-1] > EXPLODED * lowest and losses[-2] > STILL_EXPLODED * lowest > 0):
        return ""
    if risen < LOST_SHARE * max(first - lowest, lowest):
        return ""
    return (
        f"The training loss rose from {lowest:.3f} to {losses[-1]:.3f} and did not come back for "
        "2 rounds."
    )


def _thrown_about(history: History) -> str:
    first = known([record.train_loss for record in history.records[:1]])
    lately = known([record.validation_loss for record in history.records[-2:]])
    if len(history.records) < 3 or len(lately) < 2 or not first or min(lately) < WILD * first[0]:
        return ""
    return (
        f"The weights are thrown about: the validation loss is {lately[-1]:.3g}, while the "
        f"training loss began with {first[0]:.3g}."
    )


def _swinging(history: History) -> str:
    losses = known([record.train_loss for record in history.records])[-SWINGS:]
    if len(losses) < SWINGS:
        return ""
    steps = [after - before for before, after in itertools.pairwise(losses)]
    turns = sum(a * b < 0 for a, b in itertools.pairwise(steps))
    mean, size = sum(losses) / len(losses), middle([abs(step) for step in steps])
    half = SWINGS // 2
    if turns < SWINGS - 3 or size < SWING_SHARE * mean:
        return ""
    if sum(losses[half:]) < 0.97 * sum(losses[:half]):
        return ""
    return (
        f"The training loss swings by {size:.2f} about {mean:.2f} from round to round and does "
        f"not fall: {losses[0]:.3f} became {losses[-1]:.3f} in {SWINGS} rounds."
    )


# --- words -----------------------------------------------------------------------------------


def _slower(config: TrainConfig) -> str:
    slower = f"Start again with learning_rate {_rounded(config.learning_rate / 4):g} (now "
    slower += f"{config.learning_rate:g})"
    return slower + (", or set gradient_clip to 1." if not config.gradient_clip else ".")


def _rounded(rate: float) -> float:
    return float(f"{rate:.1g}")


def _for_rare_labels(config: TrainConfig) -> str:
    helps = []
    if not config.balance:
        helps.append("set balance on")
    if config.loss in ("bce", "ce", "focal"):
        helps.append("take the loss dice_ce")
    if config.image_size < 512:
        helps.append(f"raise image_size (now {config.image_size}), as small things vanish")
    helps.append("give it more rounds, or more patients that have it")
    text = ", ".join(helps)
    return f"{text[0].upper()}{text[1:]}."


def _falls(history: History) -> bool:
    return history.config.schedule != "constant" and not _at_the_end(history)


def _at_the_end(history: History) -> bool:
    rates = known([record.learning_rate for record in history.records])
    return bool(rates) and rates[-1] < RATE_END * max(rates)


def _towards_the_end(history: History) -> str:
    if _falls(history):
        return "; with a falling learning rate some of it often comes back towards the end"
    return ""
