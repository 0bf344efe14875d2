"""One word of the trade."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """A word and what it means.

    Attributes:
        word: As it is written on screen.
        line: One sentence, or two short ones, for a clinician.
        group: Heading it stands under in Help.
        also: Other ways to say it, for searching; spaces between.
    """

    word: str
    line: str
    group: str
    also: str = ""
