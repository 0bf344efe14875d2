"""Which prediction belongs to which reference, by names alone, and to which scan."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from unet_core.case import Case
from unet_core.case_names import Key, bare_name, entries_of, key_of, natural_key, stem
from unet_core.cases import find_cases
from unet_core.errors import InputError
from unet_core.io.headers import display_name


@dataclass(frozen=True)
class Matched:
    """What two folders have in common.

    Attributes:
        pairs: Reference and prediction of one scan, in the order of the references.
        no_prediction: References without a partner.
        no_reference: Predictions without one.
    """

    pairs: tuple[tuple[Case, Case], ...]
    no_prediction: tuple[Case, ...]
    no_reference: tuple[Case, ...]


def matched(references: Sequence[Case], predictions: Sequence[Case]) -> Matched:
    """Cases belong together if their names are the same, or the same but for words like "mask".

    Or else if they alone hold the same numbers.
    """
    partners = partners_of(references, predictions)
    used = {id(case) for case in partners.values()}
    return Matched(
        tuple((case, partners[id(case)]) for case in references if id(case) in partners),
        tuple(case for case in references if id(case) not in partners),
        tuple(case for case in predictions if id(case) not in used),
    )


def partners_of(ones: Sequence[Case], others: Sequence[Case]) -> dict[int, Case]:
    """The one of ``others`` that belongs to each of ``ones``, by its id."""
    partners: dict[int, Case] = {}
    used: set[int] = set()
    for key in (_whole_name, _bare_name, _numbers):
        left = _by_key([case for case in ones if id(case) not in partners], key)
        right = _by_key([case for case in others if id(case) not in used], key)
        for name, cases in left.items():
            rivals = right.get(name, [])
            if len(cases) == len(rivals) == 1:
                partners[id(cases[0])] = rivals[0]
                used.add(id(rivals[0]))
    return partners


def _by_key(cases: Sequence[Case], key: Callable[[Case], Key]) -> dict[Key, list[Case]]:
    found: dict[Key, list[Case]] = {}
    for case in cases:
        if name := key(case):
            found.setdefault(name, []).append(case)
    return found


def _whole_name(case: Case) -> Key:
    return key_of(stem(case.mask_paths[0])) if len(case.mask_paths) == 1 else ()


def _bare_name(case: Case) -> Key:
    return key_of(bare_name(case.mask_paths[0]) if len(case.mask_paths) == 1 else case.case_id)


def _numbers(case: Case) -> Key:
    return tuple(part for part in _bare_name(case) if isinstance(part, int))


def masks_in(folder: Path) -> list[Case]:
    """The masks of a data set, or every file of a folder that holds nothing but masks.

    Raises:
        InputError: If it cannot be listed.
    """
    try:
        cases = find_cases(folder).cases
    except InputError:
        files = [path for path in _entries(folder) if stem(path) != path.name]
        return [Case(stem(path), None, (), (path,)) for path in sorted(files, key=natural_key)]
    return list(cases)


def scans_in(folder: Path) -> list[Case]:
    """Every scan of a folder, a file or a folder of slices each, as a case without a mask.

    ``mask_paths`` holds the scan too: it is what names are read from.
    """
    found = [path for path in _entries(folder) if path.is_dir() or stem(path) != path.name]
    return [Case(stem(path), None, (path,), (path,)) for path in sorted(found, key=natural_key)]


def _entries(folder: Path) -> list[Path]:
    return [Path(entry.path) for entry in entries_of(folder)]


def shown(case: Case) -> str:
    """What to call a case in a sentence: its file, if it is one."""
    return display_name(case.mask_paths[0]) if len(case.mask_paths) == 1 else case.case_id
