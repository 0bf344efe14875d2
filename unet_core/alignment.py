"""The alignment doctor: do image and mask belong together, before hours are spent on learning.

A mask on another grid, from another patient, mirrored, empty or with soft edges is the most
common reason why a network learns nothing. Each pair is judged by its grid, its label values and
by what the scan shows under the labels; where a repair is known it is proposed, never made.
"""

import dataclasses
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from unet_core import repair_steps
from unet_core.case import Case
from unet_core.case_masks import label_mapping, load_image, load_mask
from unet_core.cases import find_cases
from unet_core.errors import InputError
from unet_core.events import CaseChecked, CaseReport, Event, Notice, Progress, Repair
from unet_core.io import mask_values
from unet_core.io.headers import display_name
from unet_core.label_evidence import AIR_GREY as AIR_GREY
from unet_core.label_evidence import AIR_HU as AIR_HU
from unet_core.label_evidence import Evidence, measure
from unet_core.label_judgement import judge, sits
from unet_core.overlay_picture import Picture, slice_picture
from unet_core.person_search import PersonTraits, persons_in, proposals, traits_of
from unet_core.volume import LabelMap, Volume

NO_LABEL = "The mask is empty: no voxel holds a label."
_NO_LABEL_ANYWHERE = (
    "No case of this data set holds a single label, so there is nothing to learn; "
    "choose the masks that belong to these scans."
)
_SOFT = "Soft edges"
_MOST_READ_VALUES = 2
"""Odd values whose order tells what they mean: the lower one the organ, the higher the lesion."""


def check_pair(volume: Volume, label_map: LabelMap, case_id: str) -> CaseReport:
    """What a loaded scan and its mask tell about each other."""
    label_map = repair_steps.in_scan_order(volume.geometry, label_map) or label_map
    counts, slices = _label_counts(label_map)
    problems: list[str] = []
    notices: list[str] = [*volume.notices, *label_map.notices]
    if unknown := sorted(set(counts) - set(label_map.labels)):
        values = ", ".join(str(v) for v in unknown)
        problems.append(f"The mask holds {values}, which stands for no label; give it a meaning.")
    if not counts:
        notices.append(NO_LABEL)
    elif sum(counts.values()) == label_map.voxels.size:
        notices.append("Every voxel of the mask holds a label: nothing is background.")
    grids = _Grids(volume, label_map, bool(counts))
    problems += grids.problems
    repairs = grids.repairs
    if counts and grids.laid is not None:
        judged = judge(volume, grids.laid, counts, grids.evidence)
        problems += judged.problems
        notices += judged.notices
        repairs = grids.followed_by(judged.repairs)
    return CaseReport(
        case_id,
        volume.geometry.size_xyz,
        counts,
        slices,
        tuple(problems),
        tuple(dict.fromkeys(notices)),
        spacing_xyz_mm=volume.geometry.spacing_xyz_mm if volume.geometry.has_scale else None,
        evidence=_numbers(grids.evidence, label_map),
        repairs=tuple(repairs),
        telling_slice=grids.evidence.telling_slice if grids.laid is not None else None,
    )


def check_case(
    case: Case,
    *,
    threshold_masks: bool = False,
    value_map: Mapping[int, int] | None = None,
    isolate: bool = True,
) -> tuple[CaseReport, Volume | None, LabelMap | None]:
    """Load a case and check it; what cannot be loaded is a problem in the report, never raised.

    Args:
        case: From ``find_cases``.
        threshold_masks: Cut soft mask edges at half instead of refusing them.
        value_map: From ``label_mapping`` over the whole data set.
        isolate: Decode in a child process; False only where this already is one.

    Returns:
        The report with the scan and mask it is about; None for what could not be loaded. The mask
        is stored in the order of the scan's voxels wherever both lie at the same places.
    """
    problems: list[str] = []
    repairs: list[Repair] = []
    volume: Volume | None = None
    label_map: LabelMap | None = None
    try:
        volume = load_image(case, isolate=isolate)
    except InputError as error:
        problems.append(str(error))
        repairs.append(repair_steps.leave_out("Its scan cannot be read."))
    try:
        label_map = load_mask(
            case,
            threshold=threshold_masks,
            value_map=value_map,
            isolate=isolate,
            reference=volume,
        )
    except InputError as error:
        problems.append(str(error))
        repairs = repairs or _ways_to_read(case, value_map, isolate)
    if volume is not None and label_map is not None:
        label_map = repair_steps.in_scan_order(volume.geometry, label_map) or label_map
        return check_pair(volume, label_map, case.case_id), volume, label_map
    size = volume.geometry.size_xyz if volume else (0, 0, 0)
    report = CaseReport(case.case_id, size, {}, {}, tuple(problems), repairs=tuple(repairs))
    return report, volume, label_map


def check(
    folder: Path, *, threshold_masks: bool = False, isolate: bool = True, pictures: bool = False
) -> Iterator[Event]:
    """Check every pair of a data set; one bad case never keeps the others from being checked.

    Yields Progress, a CaseChecked for each case, and Notices on the data set.

    Args:
        folder: The data set.
        threshold_masks: As ``check_case``.
        isolate: As ``check_case``.
        pictures: Whether each CaseChecked brings its picture.

    Raises:
        InputError: If the folder holds no pair at all.
    """
    found = find_cases(folder)
    total = len(found.cases)
    for text in found.notices:
        yield Notice(text)
    yield Progress(0, total, "Reading label values", "cases")
    mapping = label_mapping(found.cases, isolate=isolate)
    held_back: list[CaseChecked] = []
    any_label = False
    soft = 0
    twins = _Twins()
    traits: list[PersonTraits] = []
    for number, case in enumerate(found.cases):
        yield Progress(number, total, f"Checking {case.case_id}", "cases")
        report, volume, label_map = check_case(
            case, threshold_masks=threshold_masks, value_map=mapping, isolate=isolate
        )
        twins.add(case.case_id, volume, label_map)
        if volume is not None:
            traits.append(traits_of(case, volume))
        soft += label_map is not None and any(n.startswith(_SOFT) for n in label_map.notices)
        picture = picture_of(report, volume, label_map) if pictures else None
        del volume, label_map
        held_back.append(CaseChecked(report, picture))
        any_label = any_label or bool(report.label_voxels)
        if any_label:
            yield from held_back
            held_back.clear()
    reports = without_labels([checked.report for checked in held_back])
    for checked, report in zip(held_back, reports, strict=True):
        yield dataclasses.replace(checked, report=report)
    if total == 1:
        yield Notice(
            f"{display_name(folder)} holds one case only; training needs a second patient to be "
            "scored on."
        )
    if soft:
        yield Notice(f"{soft} of {total} masks had soft edges, which were cut at half.")
    yield from map(Notice, twins.sentences())
    yield from proposals(persons_in(traits))
    yield Progress(total, total, "All cases are checked")


def without_labels(reports: Sequence[CaseReport]) -> tuple[CaseReport, ...]:
    """The reports, with a problem added to each sound one if no case holds any label."""
    if any(report.label_voxels for report in reports):
        return tuple(reports)
    return tuple(
        report if report.problems else dataclasses.replace(report, problems=(_NO_LABEL_ANYWHERE,))
        for report in reports
    )


def picture_of(
    report: CaseReport, volume: Volume | None, label_map: LabelMap | None
) -> Picture | None:
    """The slice that tells most about a case, its labels outlined; None without its scan."""
    if volume is None:
        return None
    index = report.telling_slice
    middle = len(volume.canonical) // 2
    return slice_picture(volume, label_map, middle if index is None else index)


# --- the grid --------------------------------------------------------------------------------


class _Grids:
    """How the mask's voxels lie on the scan's: as they should, or with what has to be done first.

    Attributes:
        problems: What is wrong with the grid.
        repairs: What would mend it, the likeliest first.
        laid: The mask on the scan's voxels as the likeliest repair lays it; None if nothing does.
        evidence: Measured of ``laid``; empty where there is none.
    """

    def __init__(self, volume: Volume, label_map: LabelMap, has_labels: bool) -> None:
        self.problems: list[str] = []
        self.repairs: list[Repair] = []
        self.laid: LabelMap | None = None
        self.evidence = Evidence()
        differences = volume.geometry.differences(label_map.geometry)
        same_size = volume.voxels.shape == label_map.voxels.shape
        if not differences:
            self.laid = label_map
            self.evidence = measure(volume, label_map) if has_labels else Evidence()
            return
        self.problems.append(
            f"The mask lies on another grid than the scan: {', '.join(differences)}; "
            "export it again on the scan's own grid."
        )
        if not has_labels:
            return
        ways: list[tuple[Repair, LabelMap, Evidence]] = []
        if same_size:
            repair = repair_steps.copy_header("Scan and mask have as many voxels.")
            ways.append((repair, label_map, measure(volume, label_map)))
        if repair_steps.can_resample(volume.geometry, label_map.geometry):
            repair = repair_steps.resample("Both say where in the same space they lie.")
            moved = repair_steps.repaired(volume, label_map, repair)
            if moved.voxels.any():
                ways.append((repair, moved, measure(volume, moved)))
        ways.sort(key=lambda way: -_best_fit(way[2]))
        self.repairs = [_with_fit(repair, evidence) for repair, _, evidence in ways]
        if ways:
            _, self.laid, self.evidence = ways[0]
        else:
            self.repairs = [repair_steps.leave_out("The two grids have nothing in common.")]

    def followed_by(self, repairs: Sequence[Repair]) -> list[Repair]:
        """Repairs of what lies wrong on the grid, each after the repair of the grid itself."""
        if not self.problems:
            return list(repairs)
        first, *others = self.repairs
        kept = [repair for repair in repairs if not repair_steps.leaves_out(repair)]
        return [*(repair_steps.chained(first, repair) for repair in kept), first, *others]


def _best_fit(evidence: Evidence) -> float:
    """Of the mask as it lies or mirrored, which another repair could put right."""
    return max((evidence.fit or 0.0, *(evidence.mirrored.values())))


def _with_fit(repair: Repair, evidence: Evidence) -> Repair:
    if evidence.fit is None:
        return repair
    said = f"{repair.reason} After it the outline fits the scan by {evidence.fit:.2f} of 1."
    return dataclasses.replace(repair, reason=said)


# --- the mask by itself ----------------------------------------------------------------------


def _label_counts(label_map: LabelMap) -> tuple[dict[int, int], dict[int, int]]:
    """Voxels and canonical slices of each value above 0."""
    voxels: dict[int, int] = defaultdict(int)
    slices: dict[int, int] = defaultdict(int)
    for plane in label_map.canonical:
        counts = np.bincount(np.ascontiguousarray(plane).ravel())
        for value in np.flatnonzero(counts[1:]) + 1:
            voxels[int(value)] += int(counts[value])
            slices[int(value)] += 1
    return dict(sorted(voxels.items())), dict(sorted(slices.items()))


def _ways_to_read(case: Case, value_map: Mapping[int, int] | None, isolate: bool) -> list[Repair]:
    """Repairs of a mask that was refused for its values."""
    leave_out = repair_steps.leave_out("Its mask cannot be read.")
    if case.mask_labels or not all(path.is_file() for path in case.mask_paths):
        return [leave_out]
    try:
        values = sorted(mask_values(case.mask_paths, isolate=isolate) - {0})
    except InputError as error:
        is_soft = "fractions" in error.fault
        return [*_if(is_soft, repair_steps.threshold("The mask holds fractions.")), leave_out]
    if 0 < len(values) <= _MOST_READ_VALUES and values[0] > 0 and values[-1] <= 255:
        meant = {old: new for new, old in enumerate(values, 1)}
        text = ", ".join(str(value) for value in values)
        return [repair_steps.read_values(meant, f"The mask holds 0 and {text}."), leave_out]
    is_soft = len(values) > _MOST_READ_VALUES and values[0] >= 0
    said = f"The mask holds {len(values) + 1} different values, as blurred edges do."
    return [*_if(is_soft, repair_steps.threshold(said)), leave_out]


def _if(is_so: bool, repair: Repair) -> list[Repair]:
    return [repair] if is_so else []


def _numbers(evidence: Evidence, label_map: LabelMap) -> dict[str, float]:
    """The evidence as plain numbers under plain names."""
    found: dict[str, float] = {}
    if evidence.fit is not None:
        found["fit"] = evidence.fit
        found["sits"] = float(sits(evidence))
        found["fit aside"] = evidence.aside
        found |= {f"fit mirrored {axes}": fit for axes, fit in evidence.mirrored.items()}
        if evidence.moved:
            slices, (there, _) = max(evidence.moved.items(), key=lambda item: item[1][0])
            found |= {"fit moved": there, "moved slices": float(slices)}
    if evidence.tissue:
        found["outside body"] = evidence.outside_body
    for value, tissue in evidence.tissue.items():
        name = label_map.labels[value].name if value in label_map.labels else str(value)
        found |= {
            f"{name} median": tissue.median,
            f"{name} on air": tissue.air,
            f"{name} on fat": tissue.dark,
        }
    return {name: round(number, 4) for name, number in found.items()}


# --- cases that are the same -----------------------------------------------------------------


class _Twins:
    """Scans and masks that occur more than once, whatever they are called or packed in."""

    def __init__(self) -> None:
        self._scans: dict[str, list[str]] = defaultdict(list)
        self._masks: dict[str, list[str]] = defaultdict(list)

    def add(self, case_id: str, volume: Volume | None, label_map: LabelMap | None) -> None:
        if volume is not None:
            self._scans[_fingerprint(volume)].append(case_id)
        if label_map is not None and label_map.voxels.any():
            self._masks[_fingerprint(label_map)].append(case_id)

    def sentences(self) -> Iterator[str]:
        scans = [tuple(names) for names in self._scans.values() if len(names) > 1]
        for names in scans:
            yield (
                f"{' and '.join(names)} hold the very same scan: keep one, or it is learned from "
                "and scored at once."
            )
        for names in map(tuple, self._masks.values()):
            if len(names) > 1 and names not in scans:
                yield (
                    f"{' and '.join(names)} have the very same mask but not the same scan: one of "
                    "them has another's mask."
                )


def _fingerprint(item: Volume | LabelMap) -> str:
    """Of the voxels alone, so that a renamed or re-packed copy is known again."""
    digest = hashlib.sha256(repr(item.voxels.shape).encode())
    digest.update(np.ascontiguousarray(item.voxels).view(np.uint8).data)
    return digest.hexdigest()
