"""Who is learned from and validated on, in a line: no window needed."""

from app.translation import tr
from unet_core.split import CaseSplit

AUTOMATIC_WORDS = tr(
    "One patient in five is kept aside, found automatically; no patient is kept for a test."
)


def split_words(split: CaseSplit) -> str:
    """How many scans are on each side.

    >>> split_words(CaseSplit(("a", "b", "c"), ("d",), ()))
    'Scans: 3 to learn from, 1 to validate on, none for the test.'
    """
    if not split.test:
        return tr(
            "Scans: {train} to learn from, {validation} to validate on, none for the test.",
            train=len(split.train),
            validation=len(split.validation),
        )
    return tr(
        "Scans: {train} to learn from, {validation} to validate on, {test} for the test.",
        train=len(split.train),
        validation=len(split.validation),
        test=len(split.test),
    )
