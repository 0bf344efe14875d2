"""What is said while files are being opened."""

from typing import TYPE_CHECKING

from unet_core.events import Progress

if TYPE_CHECKING:
    from unet_core.cases import Case

COUNTED = ("Listing ", "Looking through ")
"""How the looking through a folder or archive begins its progress, which counts files itself."""

ALONE = "{name} is a saved session and opens alone; the other files were not opened."


def with_counts(doing: str, progress: Progress) -> str:
    """How many files or slices, where that is told; else what is being opened."""
    if progress.text.startswith(COUNTED):
        return progress.text
    return f"{doing}{count_words(progress)}"


def count_words(progress: Progress) -> str:
    """What is counted, behind what is done; nothing where bytes are.

    >>> count_words(Progress(12345, 100_000, "Looking through big", "files"))
    ': 12,345 of 100,000 files'
    >>> count_words(Progress(12345, 0, "Looking through big", "files"))
    ': 12,345 files'
    """
    if not progress.unit:
        return ""
    of = f" of {progress.total:,}" if progress.total else ""
    return f": {progress.done:,}{of} {progress.unit}"


def counted(cases: "tuple[Case, ...]") -> str:
    """How many patients a data set has, in words."""
    patients = {case.patient or case.case_id for case in cases}
    return "1 patient" if len(patients) == 1 else f"{len(patients)} patients"
