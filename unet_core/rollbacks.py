"""What is said and decided when the loss ceases to be a number."""

from collections.abc import Sequence

from unet_core.errors import InputError
from unet_core.standing import Standing

ROLLBACKS = 3
"""How often a loss that is not a number sends a run back before it ends."""
_NAMED = 4
"""Slices named in a sentence at most."""


def refuse_more(standing: Standing, names: Sequence[str], learning_rate: float) -> None:
    """End a run that has gone back often enough.

    Raises:
        InputError: Naming the slices ``names``.
    """
    if standing.rollbacks < ROLLBACKS:
        return
    factor = standing.rate_factor
    raise InputError(
        f"epoch {standing.epoch + 1}",
        f"gave a loss that is not a number{_on(names)}, also after going back {ROLLBACKS} times "
        f"and at {factor:g} of the learning rate",
        "look at these slices, or start again with a learning_rate below "
        f"{learning_rate * factor:g}; the last good state is kept",
    )


def sent_back(standing: Standing, epoch: int, names: Sequence[str], learning_rate: float) -> str:
    """That the loss of ``epoch`` was no number and where the run, ``standing``, goes on."""
    return (
        f"The loss of epoch {epoch} was not a number{_on(names)}. The run went back to "
        f"{standing.place} and goes on with half the learning rate "
        f"({learning_rate * standing.rate_factor:g})."
    )


def _on(names: Sequence[str]) -> str:
    """The slices at fault as part of a sentence."""
    if not names:
        return ""
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f" on {', '.join(names[:_NAMED])}{more}"
