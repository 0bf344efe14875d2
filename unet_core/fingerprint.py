"""A data set in numbers: what a plan is made from, measured once and remembered.

Cases are read one at a time, checked as before a training, and forgotten again: memory holds one
case, however many there are.
"""

import contextlib
import hashlib
import json
import time
from collections.abc import Collection, Generator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Self

import numpy as np

from unet_core.alignment import check_case
from unet_core.case import Case
from unet_core.case_masks import label_mapping
from unet_core.case_measures import LESION, ORGAN, CaseMeasures, LabelMeasures, measure
from unet_core.case_names import dataset_name
from unet_core.cases import find_cases
from unet_core.errors import InputError
from unet_core.events import CaseChecked, CaseReport, Event, Notice, Progress
from unet_core.io import atomic
from unet_core.io.headers import display_name
from unet_core.person_groups import with_agreed_persons
from unet_core.slices import identity_of, mapping_at_hand, remembered_mapping

FORMAT = 1
IMAGE_SIZES = (128, 192, 256, 320, 384, 512)
"""Sides the network may see; every one can be halved often enough."""
SMALLEST_LESION = 3.0
"""Pixels. A lesion that shrinks below this is one or two pixels of a mask: noise cannot be told
from it."""


@dataclass(frozen=True)
class Fingerprint:
    """A data set in numbers.

    Attributes:
        name: Of its folder.
        cases: Those that can be learned from, in order.
        faulty: Name and problem of each case that cannot.
        threshold_masks: Whether soft mask edges were cut at half.
        notices: Sentences about the data set.
    """

    name: str
    cases: tuple[CaseMeasures, ...]
    faulty: tuple[tuple[str, str], ...] = ()
    threshold_masks: bool = False
    notices: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Plain numbers, strings, lists and dicts."""
        return {"format": FORMAT, **asdict(self)}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """The fingerprint written by ``to_json``.

        Raises:
            InputError: If it is none of this version.
        """
        try:
            if values["format"] != FORMAT:
                raise ValueError
            return cls(
                name=str(values["name"]),
                cases=tuple(CaseMeasures.from_json(case) for case in values["cases"]),
                faulty=tuple((str(name), str(fault)) for name, fault in values["faulty"]),
                threshold_masks=bool(values["threshold_masks"]),
                notices=tuple(values["notices"]),
            )
        except (KeyError, TypeError, ValueError):
            raise InputError(
                "the fingerprint", "is damaged or of another version", "measure the data again"
            ) from None

    # --- over the set ----------------------------------------------------------------------

    @property
    def slices(self) -> int:
        """Of all cases."""
        return sum(case.slices for case in self.cases)

    @property
    def patients(self) -> dict[str, list[CaseMeasures]]:
        """Cases of each person; a case of unknown person counts as one of its own."""
        groups: dict[str, list[CaseMeasures]] = {}
        for case in self.cases:
            known = case.patient is not None
            name = f"patient {case.patient}" if known else f"case {case.case_id}"
            groups.setdefault(name, []).append(case)
        return groups

    @property
    def persons_known(self) -> bool:
        """Whether names tell every case's person apart."""
        return all(case.patient is not None for case in self.cases)

    @property
    def labels(self) -> tuple[str, ...]:
        """Names of all labels, the commonest first."""
        voxels: dict[str, int] = {}
        for case in self.cases:
            for name, label in case.labels.items():
                voxels[name] = voxels.get(name, 0) + label.voxels
        return tuple(sorted(voxels, key=lambda name: -voxels[name]))

    @property
    def lesions(self) -> tuple[tuple[float, CaseMeasures], ...]:
        """Diameter and case of every lesion."""
        return tuple((pixels, case) for case in self.cases for pixels in case.lesions)

    @property
    def lesion_patients(self) -> int:
        """Persons with at least one lesion."""
        return sum(any(c.lesions for c in cases) for cases in self.patients.values())

    def of_label(self, name: str) -> list[LabelMeasures]:
        """What each case that holds the label says of it."""
        return [case.labels[name] for case in self.cases if name in case.labels]

    def shares(self, name: str) -> tuple[float, float]:
        """Share of all voxels and of all slices that hold the label."""
        found = self.of_label(name)
        voxels = sum(case.slices * case.shape_yx[0] * case.shape_yx[1] for case in self.cases)
        return sum(f.voxels for f in found) / voxels, sum(f.slices for f in found) / self.slices

    def share_lost(self, size: int, view: str = "whole") -> float | None:
        """Share of lesions smaller than ``SMALLEST_LESION`` pixels when slices are ``size`` wide.

        Args:
            size: Side of the resized picture; 0 for the scan's own pixels.
            view: What is resized: the "whole" slice, the "body" or the "organ" box.
        """
        lesions = self.lesions
        if not lesions:
            return None
        lost = [pixels * shrink(case, size, view) < SMALLEST_LESION for pixels, case in lesions]
        return sum(lost) / len(lost)

    def spread(self, name: str) -> float:
        """Standard deviation between patients of the median inside a label."""
        medians = [label.percentiles[2] for label in self.of_label(name)]
        return float(np.std(medians)) if len(medians) > 1 else 0.0


def shrink(case: CaseMeasures, size: int, view: str) -> float:
    """New pixels per old one where a view of the case becomes ``size`` pixels wide."""
    return size / side_of(case, view) if size else 1.0


def side_of(case: CaseMeasures, view: str) -> int:
    """Side in the scan's pixels of the square that is resized."""
    if view == "whole" or (view == "organ" and case.organ is None):
        return max(case.shape_yx)
    shown = case.body if view == "body" or case.organ is None else case.organ
    return max(shown.height, shown.width)


# --- measuring -------------------------------------------------------------------------------


def fingerprint(
    dataset: Path,
    cache: Path | None = None,
    *,
    threshold_masks: bool = False,
    same_person: str = "",
    left_out: Collection[str] = (),
    isolate: bool = True,
) -> Generator[Event, None, Fingerprint]:
    """Measure every case of a data set; yields Progress and CaseChecked, returns the numbers.

    Args:
        dataset: Folder of image and mask pairs.
        cache: Folder in which what was measured is remembered; files that did not change are not
            read again. None remembers nothing.
        threshold_masks: Cut soft mask edges at half.
        same_person: Cases that somebody agreed are of one person, as in ``TrainConfig``.
        left_out: Names of cases that are not looked at: nothing may follow from test cases.
        isolate: Decode in a child process; False only where this already is one.

    Raises:
        InputError: If there is no pair, no sound pair, no label in any of them, or ``same_person``
            names a case that is not there.
    """
    found = find_cases(dataset)
    found = replace(found, cases=with_agreed_persons(found.cases, same_person))
    for text in found.notices:
        yield Notice(text)
    if cache is not None:
        atomic.make_folder(cache)
    taken = [case for case in found.cases if case.case_id not in left_out]
    total = len(taken)
    yield Progress(0, total, "Reading label values")
    mapping = (
        remembered_mapping(found.cases, cache)
        if cache
        else label_mapping(found.cases, isolate=isolate)
    )
    measured: list[CaseMeasures] = []
    faulty: list[tuple[str, str]] = []
    for number, case in enumerate(taken):
        yield Progress(number, total, f"Measuring {case.case_id}")
        memory = _Memory(cache, case, mapping, threshold_masks)
        report, numbers = memory.recall() or _measured(case, mapping, threshold_masks, isolate)
        memory.keep(report, numbers)
        yield CaseChecked(report)
        if numbers is None:
            faulty.append((case.case_id, (report.problems or ("It cannot be used.",))[0]))
        else:
            measured.append(numbers)
    yield Progress(total, total, "All cases are measured")
    name = display_name(Path(dataset_name(dataset)))
    result = Fingerprint(name, tuple(measured), tuple(faulty), threshold_masks, found.notices)
    _refuse_useless(result)
    return result


def recalled(
    dataset: Path, cache: Path, *, threshold_masks: bool = False, same_person: str = ""
) -> Fingerprint | None:
    """What ``fingerprint`` remembers, without reading a scan; None unless it is every case.

    Raises:
        InputError: If there is no pair, or ``same_person`` names a case that is not there.
    """
    cases = with_agreed_persons(find_cases(dataset).cases, same_person)
    mapping = mapping_at_hand(cases, cache)
    if mapping is None:
        return None
    measured: list[CaseMeasures] = []
    for case in cases:
        found = _Memory(cache, case, mapping or None, threshold_masks).recall()
        if found is None:
            return None
        measured.append(found[1])
    return Fingerprint(display_name(dataset), tuple(measured), (), threshold_masks)


def _measured(
    case: Case, mapping: Mapping[int, int] | None, threshold_masks: bool, isolate: bool
) -> tuple[CaseReport, CaseMeasures | None]:
    began = time.monotonic()
    report, volume, label_map = check_case(
        case, threshold_masks=threshold_masks, value_map=mapping, isolate=isolate
    )
    if volume is None or label_map is None or report.problems:
        return report, None
    seconds = time.monotonic() - began
    numbers = measure(case.patient, report, volume, label_map)
    size = sum(p.stat().st_size for p in _files(case.image_paths + case.mask_paths))
    timed = {"seconds": round(seconds, 3), "source_bytes": size}
    return report, CaseMeasures(**{**vars(numbers), **timed})


def _files(paths: Sequence[Path]) -> list[Path]:
    return [p for path in paths for p in (path.iterdir() if path.is_dir() else (path,))]


def _refuse_useless(found: Fingerprint) -> None:
    if not found.cases:
        name, problem = found.faulty[0]
        count = len(found.faulty)
        others = f"all {count} have problems, the first" if count > 1 else "the only one,"
        raise InputError(
            found.name,
            f"has no pair left after the checks ({others} {name}: {problem.rstrip('.')})",
            "repair the pairs or choose another folder",
        )
    if not found.labels:
        raise InputError(
            found.name,
            f"holds no label in any of its {len(found.cases)} masks, so there is nothing to learn",
            "choose the masks that belong to these scans",
        )


class _Memory:
    """What was measured of one case, kept under a name that changes with its files."""

    def __init__(
        self,
        cache: Path | None,
        case: Case,
        mapping: Mapping[int, int] | None,
        threshold_masks: bool,
    ) -> None:
        self._path: Path | None = None
        self._is_there = False
        if cache is not None:
            values = sorted(mapping.items()) if mapping else None
            key = json.dumps([FORMAT, identity_of(case), case.patient, values, threshold_masks])
            self._path = cache / f"measured-{hashlib.sha256(key.encode()).hexdigest()[:32]}.json"

    def recall(self) -> tuple[CaseReport, CaseMeasures] | None:
        """What is remembered; None if nothing sound is."""
        if self._path is None or not self._path.is_file():
            return None
        with contextlib.suppress(InputError, KeyError, TypeError, ValueError):
            values = atomic.read_json(self._path)
            result = (
                CaseReport.from_json(values["report"], values["report"]["case_id"]),
                CaseMeasures.from_json(values["numbers"]),
            )
            self._is_there = True
            return result
        return None

    def keep(self, report: CaseReport, numbers: CaseMeasures | None) -> None:
        """Remember a sound case; what kept another from being read may be gone the next time.

        A disk that takes nothing only costs that time.
        """
        if self._path is not None and numbers is not None and not self._is_there:
            values = {"report": asdict(report), "numbers": asdict(numbers)}
            with contextlib.suppress(InputError):
                atomic.write_json(self._path, values)


def lost_by_size(found: Fingerprint, view: str) -> dict[int, float]:
    """Share of lesions lost at each of ``IMAGE_SIZES``; see ``Fingerprint.share_lost``."""
    return {size: found.share_lost(size, view) or 0.0 for size in IMAGE_SIZES}


__all__ = ["IMAGE_SIZES", "LESION", "ORGAN", "Fingerprint", "fingerprint", "lost_by_size"]
