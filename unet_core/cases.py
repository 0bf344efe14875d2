"""Which scan belongs to which mask: the pairs of a data set, found by the table of layouts.

Names are read, and of DICOM objects a few headers; no scan is opened.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from unet_core import folder_pair, pairs_table
from unet_core.case import Case as Case
from unet_core.case import CaseList as CaseList
from unet_core.case import LeftOver as LeftOver
from unet_core.case_names import FOLDERS_ENDING, dataset_name, entries_of, natural_key, stem
from unet_core.errors import InputError
from unet_core.io.headers import display_name
from unet_core.layouts import (
    IMAGE_FOLDERS,
    LAYOUTS,
    TWO_FOLDERS,
    Found,
    Layout,
    found_in_folders,
    found_in_table,
)
from unet_core.pairing import counted
from unet_core.repair_audit import repair_notices

LAYOUT_SENTENCE = (
    "arrange it as images/ + masks/ (pictures or scans of equal names), "
    "volume-00 + segmentation-00, imagesTr/ + labelsTr/, NNN.png + NNN_mask.png, "
    "or one folder a patient with scan and mask; or name the pairs in a pairs.csv"
)
"""What to do with a folder that nobody can read, as a remedy."""


def find_cases(path: Path) -> CaseList:
    """All image/mask pairs of a data set; little is read but names, so it takes no time.

    Args:
        path: A folder in one of ``LAYOUTS``, a CSV table of pairs, or a file that stands for two
            folders (see ``folder_pair``).

    Raises:
        InputError: If it is missing or empty, or no image finds its mask.
    """
    if path.suffix.lower() == pairs_table.ENDING and not path.is_dir():
        return _listed(found_in_table(path), LAYOUTS[0].name, path)
    if path.name.endswith(FOLDERS_ENDING) and not path.is_dir():
        return _in_two_folders(path)
    _refuse_no_folder(path)
    first: Found | None = None
    for layout, found in _recognised(path):
        if found.cases:
            return _listed(found, layout.name, path)
        first = first or found
    raise _nothing_paired(path, first or Found())


def _in_two_folders(path: Path) -> CaseList:
    images, masks = folder_pair.read(path)
    found = found_in_folders(images, masks)
    if not found.cases:
        raise _nothing_paired(Path(dataset_name(path)), found)
    return _listed(found, TWO_FOLDERS, path)


def _refuse_no_folder(path: Path) -> None:
    name = display_name(path)
    if not path.is_dir():
        fault = "is a file" if path.exists() else "does not exist"
        raise InputError(name, fault, "choose the folder that holds images and masks")
    if not any(entries_of(path)):
        raise InputError(name, "is empty", "choose the folder that holds images and masks")


def _recognised(folder: Path) -> Iterator[tuple[Layout, Found]]:
    for layout in LAYOUTS:
        if found := layout.find(folder):
            yield layout, found


def _listed(found: Found, layout: str, path: Path) -> CaseList:
    said = [
        *repair_notices(path),
        *found.notices,
        *(text for case in found.cases for text in case.notices),
    ]
    return CaseList(
        _with_unique_ids(found.cases),
        layout,
        tuple(found.left_over),
        tuple(dict.fromkeys(said)),
    )


def _with_unique_ids(cases: Sequence[Case]) -> tuple[Case, ...]:
    """The cases in natural order; those of one name are called by their file, then numbered."""
    counts = Counter(case.case_id for case in cases)
    named = [
        case if counts[case.case_id] == 1 else replace(case, case_id=stem(case.image_paths[0]))
        for case in cases
    ]
    counts, seen = Counter(case.case_id for case in named), Counter[str]()
    result = []
    for case in named:
        seen[case.case_id] += 1
        is_twin = counts[case.case_id] > 1
        number = f" ({seen[case.case_id]})" if is_twin else ""
        result.append(replace(case, case_id=f"{case.case_id}{number}"))
    return tuple(sorted(result, key=lambda case: natural_key(case.case_id)))


def _nothing_paired(folder: Path, found: Found) -> InputError:
    images, masks = len(found.images), len(found.masks)
    if images and masks:
        first = f"{display_name(found.images[0])} and {display_name(found.masks[0])}"
        both = f"{counted(images, 'image')} and {counted(masks, 'mask')}"
        fault = f"holds {both}, but no two share a name ({first})"
    elif images:
        fault = f"holds {counted(images, 'image')} but no mask"
        if folder.name.lower() in (*IMAGE_FOLDERS, "imagestr"):
            return InputError(
                display_name(folder), fault, "choose the folder above it, which has both"
            )
    elif masks:
        fault = f"holds {counted(masks, 'mask')} but no image"
    else:
        fault = "holds neither scans nor pictures that are known here"
    return InputError(display_name(folder), fault, LAYOUT_SENTENCE)
