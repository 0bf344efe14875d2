"""The alignment doctor: do image and mask belong together, before hours are spent on learning.

A mask on another grid, from another patient, mirrored, empty or with soft edges is the most
common reason why a network learns nothing. Each pair is judged by its grid, its label values and
by what the scan shows under the labels.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from unet_core.cases import Case, find_cases
from unet_core.errors import InputError
from unet_core.events import CaseChecked, CaseReport, Event, Loaded, Notice, Progress
from unet_core.io import load, load_label_map, load_volume, mask_mapping, mask_values
from unet_core.io.headers import display_name
from unet_core.volume import Label, LabelMap, Volume

LIVER_MEDIAN_HU = (-20.0, 250.0)
"""From severe fatty liver to the strongest enhancement; outside, it is no liver."""
LIVER_MEDIAN_GREY = (20.0, 235.0)
AIR_HU, AIR_GREY = -300.0, 4.0
MOST_AIR = 0.2
FAT_HU = -50.0
FAT_OF_MEDIAN = 0.5
"""Grey pictures, whose window is unknown: fat is darker than this share of the liver's median."""
MOST_FAT, MOST_FAT_OF_FEW = 0.15, 0.35
"""Of nine real livers at most 2 % of the voxels were as dark as fat; of the same masks mirrored
left to right 16 to 48 %. Single slices scatter more: of 40, the worst sound one had 22 %."""
FEW_SLICES = 8
NO_LABEL = "The mask is empty: no voxel holds a label."
_NO_LABEL_ANYWHERE = (
    "No case of this data set holds a single label, so there is nothing to learn; "
    "choose the masks that belong to these scans."
)
_STRANGERS = "image and mask may not belong together"
_SOFT = "Soft edges"
_LIVER_NAMES = ("liver", "tumour")
_MIDDLE_GREY = {127, 128}
_GREY_LEVELS = {*_MIDDLE_GREY, 255}
_FLIPS = ((2, "left to right"), (1, "front to back"), (0, "head to foot"))


def check_pair(volume: Volume, label_map: LabelMap, case_id: str) -> CaseReport:
    """What a loaded scan and its mask tell about each other."""
    counts, slices = _label_counts(label_map)
    problems: list[str] = []
    notices: list[str] = [*volume.notices, *label_map.notices]
    if differences := volume.geometry.differences(label_map.geometry):
        problems.append(
            f"The mask lies on another grid than the scan: {', '.join(differences)}; "
            "export it again on the scan's own grid."
        )
    if unknown := sorted(set(counts) - set(label_map.labels)):
        values = ", ".join(str(v) for v in unknown)
        problems.append(f"The mask holds {values}, which stands for no label; give it a meaning.")
    if not counts:
        notices.append(NO_LABEL)
    elif sum(counts.values()) == label_map.voxels.size:
        notices.append("Every voxel of the mask holds a label: nothing is background.")
    if counts and volume.voxels.shape == label_map.voxels.shape:
        _judge_intensities(volume, label_map, counts, problems, notices)
    return CaseReport(
        case_id,
        volume.geometry.size_xyz,
        counts,
        slices,
        tuple(problems),
        tuple(dict.fromkeys(notices)),
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
        The report with the scan and mask it is about; None for what could not be loaded.
    """
    problems: list[str] = []
    volume: Volume | None = None
    label_map: LabelMap | None = None
    try:
        volume = load_volume(case.image_paths, isolate=isolate)
    except InputError as error:
        problems.append(str(error))
    try:
        label_map = _load_mask(case, threshold_masks, value_map, isolate)
    except InputError as error:
        problems.append(str(error))
    if volume is not None and label_map is not None:
        return check_pair(volume, label_map, case.case_id), volume, label_map
    size = volume.geometry.size_xyz if volume else (0, 0, 0)
    return CaseReport(case.case_id, size, {}, {}, tuple(problems)), volume, label_map


def label_mapping(
    cases: Iterable[Case], *, isolate: bool = True, at_once: int = 1
) -> Mapping[int, int] | None:
    """One meaning for each value in all masks of a data set; None where values are labels already.

    A mask of 0 and 255 alone could mean liver or tumour; with 127 elsewhere in the data set, 255
    is tumour in every mask. Masks that cannot be read or are no masks are left out here: checking
    their case names them.
    """
    with ThreadPoolExecutor(at_once, "mask") as pool:
        union = set[int]().union(*pool.map(partial(_sound_values, isolate=isolate), cases))
    grey = union & _GREY_LEVELS
    mapping = {value: value for value in union - grey}
    if grey:
        mapping |= mask_mapping(grey)
    return mapping if any(old != new for old, new in mapping.items()) else None


def load_case_mask(
    mask_paths: tuple[Path, ...],
    cases: Sequence[Case],
    *,
    threshold_masks: bool = False,
    isolate: bool = True,
) -> Iterator[Event]:
    """Progress, then one Loaded: a case's mask, its values read as ``label_mapping`` would.

    Only a mask of 0 and 255 alone needs the others of its data set, and only they are then read.

    Raises:
        InputError: If the mask cannot be read.
    """
    for event in load(mask_paths, as_mask=True, threshold=threshold_masks, isolate=isolate):
        if not isinstance(event, Loaded):
            yield event
            continue
        label_map = event.item
        was_mapped = bool(label_map.notices) and int(label_map.voxels.max()) == 1
        if was_mapped and mask_values(mask_paths, isolate=isolate) <= {0, 255}:
            for number, case in enumerate(cases):
                yield Progress(number, len(cases), "Reading label values")
                if _sound_values(case, isolate) & _MIDDLE_GREY:
                    value_map = {0: 0, 255: 2}
                    yield from load(mask_paths, as_mask=True, value_map=value_map, isolate=isolate)
                    return
        yield event


def check(folder: Path, *, threshold_masks: bool = False, isolate: bool = True) -> Iterator[Event]:
    """Check every pair of a data set; one bad case never keeps the others from being checked.

    Yields Progress, a CaseChecked for each case, and Notices on the data set.

    Raises:
        InputError: If the folder holds no pair at all.
    """
    found = find_cases(folder)
    total = len(found.cases)
    for text in found.notices:
        yield Notice(text)
    yield Progress(0, total, "Reading label values")
    mapping = label_mapping(found.cases, isolate=isolate)
    held_back: list[CaseReport] = []
    any_label = False
    soft = 0
    same: dict[str, list[str]] = defaultdict(list)
    for number, case in enumerate(found.cases):
        yield Progress(number, total, f"Checking {case.case_id}")
        report, volume, label_map = check_case(
            case, threshold_masks=threshold_masks, value_map=mapping, isolate=isolate
        )
        if volume is not None:
            same[_fingerprint(volume)].append(case.case_id)
        soft += label_map is not None and any(n.startswith(_SOFT) for n in label_map.notices)
        del volume, label_map
        held_back.append(report)
        any_label = any_label or bool(report.label_voxels)
        if any_label:
            yield from map(CaseChecked, held_back)
            held_back.clear()
    yield from map(CaseChecked, without_labels(held_back))
    if total == 1:
        yield Notice(
            f"{display_name(folder)} holds one case only; training needs a second patient to be "
            "scored on."
        )
    if soft:
        yield Notice(f"{soft} of {total} masks had soft edges, which were cut at half.")
    for twins in same.values():
        if len(twins) > 1:
            yield Notice(
                f"{' and '.join(twins)} hold the very same scan: keep one, or it is learned from "
                "and scored at once."
            )
    yield Progress(total, total, "All cases are checked")


def without_labels(reports: Sequence[CaseReport]) -> tuple[CaseReport, ...]:
    """The reports, with a problem added to each sound one if no case holds any label."""
    if any(report.label_voxels for report in reports):
        return tuple(reports)
    return tuple(
        report
        if report.problems
        else CaseReport(
            report.case_id,
            report.size_xyz,
            report.label_voxels,
            report.slices_with,
            (_NO_LABEL_ANYWHERE,),
            report.notices,
        )
        for report in reports
    )


# --- loading ---------------------------------------------------------------------------------


def _sound_values(case: Case, isolate: bool) -> set[int]:
    """The values of a case's mask; none where it cannot be read or is no mask."""
    try:
        values = mask_values(case.mask_paths, isolate=isolate)
        mask_mapping(values)
    except InputError:
        return set()
    return values


def _load_mask(
    case: Case, threshold_masks: bool, value_map: Mapping[int, int] | None, isolate: bool
) -> LabelMap:
    try:
        return load_label_map(
            case.mask_paths, threshold=threshold_masks, value_map=value_map, isolate=isolate
        )
    except InputError as error:
        blurred = case.mask_paths[0].suffix.lower() in (".jpg", ".jpeg")
        if threshold_masks or not (blurred and "mask" not in error.remedy):
            raise
        raise InputError(
            error.subject,
            f"{error.fault}: JPEG blurs the edges of masks",
            'switch on "threshold masks", or export masks as PNG',
        ) from error


def _fingerprint(volume: Volume) -> str:
    """Of the voxels alone, so that a renamed or re-packed copy is known again."""
    digest = hashlib.sha256(repr(volume.voxels.shape).encode())
    digest.update(np.ascontiguousarray(volume.voxels).view(np.uint8).data)
    return digest.hexdigest()


# --- judging ---------------------------------------------------------------------------------


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


def _judge_intensities(
    volume: Volume,
    label_map: LabelMap,
    counts: Mapping[int, int],
    problems: list[str],
    notices: list[str],
) -> None:
    for value in counts:
        label = label_map.labels.get(value)
        if label is None or label.name not in _LIVER_NAMES:
            continue
        inside = _under(volume, label_map.voxels == value)
        problem, notice = _verdict(label, inside, volume)
        if problem:
            problems.append(problem + _proposal(volume, label_map, label))
            return  # one sentence tells it; the tumour lies where the liver lies
        if notice:
            notices.append(notice)


def _verdict(label: Label, inside: NDArray[np.float32], volume: Volume) -> tuple[str, str]:
    """Problem and notice, or empty, about the voxels under one label."""
    is_hu = volume.intensity == "HU"
    share = float((inside < (AIR_HU if is_hu else AIR_GREY)).mean())
    if share > MOST_AIR:
        return f"{share:.0%} of the {label.name} label lies on air or lung: {_STRANGERS}", ""
    if label.name != "liver":
        return "", ""
    median = float(np.median(inside))
    low, high = LIVER_MEDIAN_HU if is_hu else LIVER_MEDIAN_GREY
    if not low <= median <= high:
        value = f"{median:.0f} HU" if is_hu else f"{median:.0f} of 255"
        return f"The liver's median is {value}, which is no liver: {_STRANGERS}", ""
    share = float((inside < (FAT_HU if is_hu else FAT_OF_MEDIAN * median)).mean())
    limit = MOST_FAT if len(volume.canonical) >= FEW_SLICES else MOST_FAT_OF_FEW
    if share > limit:
        return f"{share:.0%} of the liver label lies on fat or air: {_STRANGERS}", ""
    if share > limit / 3:
        return "", f"{share:.0%} of the liver label lies on fat or air: look at this case."
    return "", ""


def _proposal(volume: Volume, label_map: LabelMap, label: Label) -> str:
    """What to do: the mirroring that would make the mask fit, if one does; nothing is changed."""
    frame = label_map.geometry.orientation
    canonical = label_map.canonical == label.value
    for axis, words in _FLIPS:
        inside = _under(volume, frame.invert(np.flip(canonical, axis)))
        problem, notice = _verdict(label, inside, volume)
        if not problem and not notice:
            return f"; the mask would fit if it were mirrored {words}."
    return "; look whether both are of one patient."


def _under(volume: Volume, mask: NDArray[np.bool_]) -> NDArray[np.float32]:
    return volume.voxels[mask].astype(np.float32)
