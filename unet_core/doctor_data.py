"""The run doctor on data: labels nobody sees, validation that says little, one person twice.

Each rule is a pure function of a History.
"""

from unet_core.run_history import History, known, middle
from unet_core.verdict import Verdict, listed

UNSEEN_ROUNDS = 2
FEW_SLICES = 8
"""Fewer slices of a label than this in all of validation make its Dice a matter of luck."""
TOO_GOOD, TOO_GOOD_ROUNDS, TOO_GOOD_FROM = 0.7, 3, 5


def label_never_sampled(history: History) -> Verdict | None:
    """A label was in none of the batches."""
    rounds = [r.seen_pixels for r in history.records if r.seen_pixels]
    if history.started is None or len(rounds) < UNSEEN_ROUNDS:
        return None
    unseen = [
        label.name
        for label in history.started.labels.values()
        if label.name in rounds[-1] and not any(seen.get(label.name) for seen in rounds)
    ]
    if not unseen:
        return None
    remedy = "Look whether its masks survive image_size: small things vanish when slices shrink."
    if not history.config.balance:
        remedy = "Set balance on: every batch is then filled so that rare labels are in it."
    return Verdict(
        "warning",
        f"The network has not seen one pixel of {' or '.join(unseen)} in {len(rounds)} rounds: "
        "what is never shown is never learned.",
        remedy,
    )


def label_missing(history: History) -> Verdict | None:
    """A label is in no training case, or in no validation case."""
    start = history.started
    if start is None or history.splits_slices:
        return None
    if not history.knows((*start.train_cases, *start.validation_cases)):
        return None
    for cases, side in ((start.train_cases, "learned from"), (start.validation_cases, "scored")):
        others = {*start.train_cases, *start.validation_cases} - {*cases}
        for value, label in start.labels.items():
            holders = sorted(name for name in others if history.voxels((name,), (value,)))
            if history.voxels(cases, (value,)) or not holders:
                continue
            if side == "scored":
                return Verdict(
                    "notice",
                    f"None of the patients that are scored ({listed(cases)}) has any {label.name}: "
                    f"its Dice stays n/a, or counts only what is wrongly found.",
                    f"Choose one that has it for validation: {listed(holders)}.",
                )
            return Verdict(
                "warning",
                f"None of the patients learned from ({listed(cases)}) has any {label.name}: the "
                "network cannot learn it.",
                f"Take {listed(holders)} out of validation, or add patients that have it.",
            )
    return None


def validation_small(history: History) -> Verdict | None:
    """So little is scored that the numbers jump by themselves."""
    start = history.started
    if start is None or history.splits_slices or not history.knows(start.validation_cases):
        return None
    reports = [history.reports[name] for name in start.validation_cases]
    for region in history.regions:
        slices = sum(max(r.slices_with.get(v, 0) for v in region.values) for r in reports)
        if 0 < slices < FEW_SLICES:
            count = "1 slice" if slices == 1 else f"{slices} slices"
            return Verdict(
                "notice",
                f"The Dice of {region.name} rests on {count} of {listed(start.validation_cases)}: "
                "small changes of it mean nothing.",
                "Keep more patients for validation (validation_fraction), or choose others.",
            )
    return None


def same_person(history: History) -> Verdict | None:
    """Two scans across the split may be of one person, and scores may look too good for it."""
    if not history.pairs:
        return None
    pair, more = history.pairs[0], len(history.pairs) - 1
    others = f" ({more} more such {'pair' if more == 1 else 'pairs'})" if more else ""
    words = (
        f"{pair.train}, which is learned from, and {pair.validation}, which is scored, may be of "
        f"one person: bones and fat lie alike ({pair.likeness:.2f} of 1){others}"
    )
    too_good = _too_good(history)
    return Verdict(
        "warning" if too_good else "notice",
        words + (f", and {too_good}." if too_good else "."),
        "Look at both. If it is one person, choose both for validation or neither; otherwise "
        "scores are too good.",
    )


def _too_good(history: History) -> str:
    lately = history.records[-TOO_GOOD_ROUNDS:]
    if history.epoch < TOO_GOOD_FROM or len(lately) < TOO_GOOD_ROUNDS:
        return ""
    if any(not r.validation_loss < TOO_GOOD * r.train_loss for r in lately):
        return ""
    here = middle(known([r.validation_loss for r in lately]))
    there = middle(known([r.train_loss for r in lately]))
    return f"the validation loss ({here:.3f}) is far below the training loss ({there:.3f})"
