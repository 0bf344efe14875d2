"""What is said while files are being opened."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.translation import tr
from unet_core.case_names import dataset_name
from unet_core.events import Progress

if TYPE_CHECKING:
    from unet_core.cases import Case

COUNTED = ("Listing ", "Looking through ")
"""How the core begins to tell of a folder or archive looked through, counting files itself."""


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
    if not progress.total:
        return f": {progress.done:,} {progress.unit}"
    return tr(
        ": {done:,} of {total:,} {unit}",
        done=progress.done,
        total=progress.total,
        unit=progress.unit,
    )


def counted(cases: "tuple[Case, ...]") -> str:
    """How many patients a data set has, in words."""
    patients = {case.patient or case.case_id for case in cases}
    return (
        tr("1 patient") if len(patients) == 1 else tr("{patients} patients", patients=len(patients))
    )


def found_words(dataset: Path, cases: "tuple[Case, ...]") -> str:
    """That a data set was found, and where to go on."""
    return tr(
        "{patients} found in {folder}; the Steps panel leads on from here.",
        patients=counted(cases),
        folder=dataset_name(dataset),
    )


def demo_words(cases: "tuple[Case, ...]") -> str:
    """The same of the demo patients."""
    return tr("{patients}, all made up, are ready; press Start training.", patients=counted(cases))


def no_demo_words(folder: Path) -> str:
    """That there is no room for them."""
    return tr(
        "The folder {folder} for the demo patients cannot be made; free some space or check your "
        "rights in your home folder.",
        folder=folder.name,
    )


def alone_words(path: Path) -> str:
    """That a saved session opens nothing but itself."""
    return tr(
        "{file} is a saved session and opens alone; the other files were not opened.",
        file=path.name,
    )


def many_words(pictures: int, patients: int) -> str:
    """That pictures of several patients are no stack."""
    return tr(
        "{pictures} pictures of {patients} patients were given at once; open one patient's "
        "pictures, or the folder of the whole data set.",
        pictures=pictures,
        patients=patients,
    )


def preparing_words(number: int, total: int) -> str:
    """Which of the demo patients is being made."""
    return tr("Preparing demo patients {done} of {total}", done=min(number, total), total=total)
