"""How the core says sentences that a window may show in another language.

Whoever shows them gives a function that translates; the core itself speaks English.
"""

from typing import Protocol


class Say(Protocol):
    """Puts values into the ``{places}`` of a sentence, in somebody's language."""

    def __call__(self, text: str, /, **values: object) -> str:
        """``text`` with its ``values``."""


def plain(text: str, /, **values: object) -> str:
    """English as it stands.

    >>> plain("{count} slices", count=3)
    '3 slices'
    """
    return text.format(**values) if values else text
