"""Reading the scan and the mask of a case: one way for training, checking, scoring and the window.

A mask may be one file, a stack of pictures, a DICOM object drawn on its scan, or a file for each
organ; whoever reads it gets one label map on the scan's grid.
"""

import dataclasses
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np

from unet_core.case import Case
from unet_core.errors import InputError
from unet_core.events import Event, Loaded, Offered, Progress
from unet_core.io import load, load_volume, mask_mapping, mask_values
from unet_core.io.headers import display_name
from unet_core.volume import Label, LabelMap, Volume

_MIDDLE_GREY = {127, 128}
_GREY_LEVELS = {*_MIDDLE_GREY, 255}


def load_image(case: Case, *, isolate: bool = True) -> Volume:
    """The scan of a case.

    Raises:
        InputError: If it cannot be read.
    """
    return load_volume(case.image_paths, series_uid=case.series_uid, isolate=isolate)


def load_mask(
    case: Case,
    *,
    threshold: bool = False,
    value_map: Mapping[int, int] | None = None,
    isolate: bool = True,
    reference: Volume | None = None,
) -> LabelMap:
    """The mask of a case as one label map.

    Args:
        case: From ``find_cases``.
        threshold: Cut soft edges at half instead of refusing them.
        value_map: From ``label_mapping`` over the whole data set.
        isolate: Decode in a child process; False only where this already is one.
        reference: The case's scan, if it is open; read here where the mask cannot do without.

    Raises:
        InputError: If a file cannot be read or is no mask, or organs lie on different grids.
    """
    events = mask_events(
        case, threshold=threshold, value_map=value_map, isolate=isolate, reference=reference
    )
    return _last(events)


def mask_events(
    case: Case,
    *,
    threshold: bool = False,
    value_map: Mapping[int, int] | None = None,
    isolate: bool = True,
    reference: Volume | None = None,
) -> Iterator[Event]:
    """What ``load_mask`` does, as Progress events and one Loaded.

    Raises:
        InputError: As ``load_mask``.
    """
    if reference is None and needs_scan(case):
        reference = load_image(case, isolate=isolate)
    read = partial(_read, threshold=threshold, isolate=isolate, reference=reference)
    try:
        if case.mask_labels:
            label_map = yield from _organs(case, read)
        else:
            label_map = yield from read(case.mask_paths, value_map=value_map)
    except InputError as error:
        raise _explained(error, case, threshold) from None
    if case.on_scan_grid and reference is not None:
        label_map = _on_grid(label_map, reference)
    yield Loaded(_named(label_map, case.labels))


def needs_scan(case: Case) -> bool:
    """Whether the mask says where it lies only together with its scan."""
    return bool(case.image_paths) and (
        case.on_scan_grid or any(_may_be_drawn_on_scan(path) for path in case.mask_paths)
    )


def _may_be_drawn_on_scan(path: Path) -> bool:
    """DICOM files may hold contours, whose grid is the scan's."""
    return path.suffix.lower() in (".dcm", "") and path.is_file()


def _read(
    paths: tuple[Path, ...],
    *,
    threshold: bool,
    isolate: bool,
    reference: Volume | None,
    value_map: Mapping[int, int] | None = None,
) -> Generator[Event, None, LabelMap]:
    drawn_on = reference if any(_may_be_drawn_on_scan(path) for path in paths) else None
    events = load(
        paths,
        as_mask=True,
        threshold=threshold,
        value_map=value_map,
        isolate=isolate,
        reference=drawn_on,
    )
    return (yield from _until_loaded(events, paths[0]))


def _until_loaded(events: Iterator[Event], path: Path) -> Generator[Event, None, LabelMap]:
    for event in events:
        if isinstance(event, Loaded) and isinstance(event.item, LabelMap):
            return event.item
        if isinstance(event, Progress):
            yield event
        if isinstance(event, Offered) and any("threshold" in o.settings for o in event.options):
            raise InputError(
                event.subject,
                event.fault,
                'switch on "threshold masks", or save it with one whole number a label',
            )
    raise InputError(
        display_name(path),
        "can be opened in more than one way, and a case needs one",
        "open it by itself, choose, and save it as a mask of one label a voxel",
    )


def _last(events: Iterator[Event]) -> LabelMap:
    *_, last = events
    assert isinstance(last, Loaded)
    assert isinstance(last.item, LabelMap)
    return last.item


# --- one organ a file --------------------------------------------------------------------------


def _organs(
    case: Case, read: partial[Generator[Event, None, LabelMap]]
) -> Generator[Event, None, LabelMap]:
    """All organs in one label map; where two overlap the higher value shows, as tumour in liver."""
    merged: LabelMap | None = None
    in_order = sorted(case.mask_labels.items(), key=lambda item: item[1].value)
    for path, label in in_order:
        organ = yield from read((path,))
        if merged is None:
            merged = dataclasses.replace(organ, voxels=np.zeros_like(organ.voxels))
        elif differences := merged.geometry.differences(organ.geometry):
            raise InputError(
                display_name(path),
                f"lies on another grid than {display_name(in_order[0][0])}: "
                f"{', '.join(differences)}",
                "export the masks of one scan on one grid",
            )
        merged.voxels[organ.voxels > 0] = label.value
    assert merged is not None
    return _merged(merged, case)


def _merged(label_map: LabelMap, case: Case) -> LabelMap:
    by_label: dict[str, list[str]] = {}
    for path, label in case.mask_labels.items():
        by_label.setdefault(label.name, []).append(display_name(path))
    made = "; ".join(f"{label} from {', '.join(names)}" for label, names in by_label.items())
    return dataclasses.replace(
        label_map,
        name=case.case_id,
        labels={label.value: label for label in case.mask_labels.values()},
        path=None,
        sha256="",
        notices=(f"The mask was put together: {made}.",),
    )


# --- what the file itself does not say ---------------------------------------------------------


def _on_grid(label_map: LabelMap, scan: Volume) -> LabelMap:
    """Pictures as slices of the scan: they have no place in space of their own."""
    if label_map.voxels.shape != scan.voxels.shape:
        z, y, x = label_map.voxels.shape
        slices, height, width = scan.voxels.shape
        raise InputError(
            label_map.name,
            f"are {z} pictures of {x} x {y} pixels, but the scan has {slices} slices of "
            f"{width} x {height}",
            "give one picture for each slice",
        )
    said = (
        "The pictures of the mask were laid on the slices of the scan in the order of their "
        "names, the first on the lowest slice."
    )
    frame = scan.geometry.orientation
    is_head_first = frame.axes[0] == 0 and frame.flips[0]
    return dataclasses.replace(
        label_map,
        voxels=label_map.voxels[::-1] if is_head_first else label_map.voxels,
        geometry=scan.geometry,
        notices=(*_about_values(label_map), said),
    )


def _about_values(label_map: LabelMap) -> Iterator[str]:
    """Its notices but for the one on voxel size, which the scan gives."""
    return (text for text in label_map.notices if "no voxel size" not in text)


def _named(label_map: LabelMap, names: Mapping[int, Label]) -> LabelMap:
    """The label map with the names that its data set gives to values."""
    if not names:
        return label_map
    return dataclasses.replace(label_map, labels={**label_map.labels, **names})


def _explained(error: InputError, case: Case, threshold: bool) -> InputError:
    """The error; where JPEG is to blame for odd values, saying so."""
    blurred = case.mask_paths[0].suffix.lower() in (".jpg", ".jpeg")
    if threshold or not (blurred and "mask" not in error.remedy):
        return error
    return InputError(
        error.subject,
        f"{error.fault}: JPEG blurs the edges of masks",
        'switch on "threshold masks", or export masks as PNG',
    )


# --- values over a data set --------------------------------------------------------------------


def label_mapping(
    cases: Iterable[Case], *, isolate: bool = True, at_once: int = 1
) -> Mapping[int, int] | None:
    """One meaning for each value in all masks of a data set; None where values are labels already.

    A mask of 0 and 255 alone could mean liver or tumour; with 127 elsewhere in the data set, 255
    is tumour in every mask. Masks that cannot be read or are no masks are left out here: checking
    their case names them.
    """
    with ThreadPoolExecutor(at_once, "mask") as pool:
        union = set[int]().union(*pool.map(partial(sound_values, isolate=isolate), cases))
    grey = union & _GREY_LEVELS
    mapping = {value: value for value in union - grey}
    if grey:
        mapping |= mask_mapping(grey)
    return mapping if any(old != new for old, new in mapping.items()) else None


def sound_values(case: Case, isolate: bool = True) -> set[int]:
    """The values of a case's mask; none where it cannot be read or is no mask.

    Masks of one organ a file, and DICOM objects drawn on their scan, name their labels
    themselves: they are not looked at.
    """
    if case.mask_labels or any(_may_be_drawn_on_scan(path) for path in case.mask_paths):
        return {label.value for label in case.mask_labels.values()}
    try:
        values = mask_values(case.mask_paths, isolate=isolate)
        mask_mapping(values)
    except InputError:
        return set()
    return values


def siblings_mask_events(
    case: Case,
    siblings: Sequence[Case],
    *,
    threshold: bool = False,
    isolate: bool = True,
    reference: Volume | None = None,
) -> Iterator[Event]:
    """Progress, then one Loaded: a case's mask, its values read as ``label_mapping`` would.

    Only a mask of 0 and 255 alone needs the others of its data set, and only they are then read.

    Args:
        case: Whose mask.
        siblings: All cases of its data set.
        threshold: As ``load_mask``.
        isolate: As ``load_mask``.
        reference: As ``load_mask``.

    Raises:
        InputError: If the mask cannot be read.
    """
    read = partial(mask_events, case, threshold=threshold, isolate=isolate, reference=reference)
    for event in read():
        if not isinstance(event, Loaded):
            yield event
        elif isinstance(event.item, LabelMap) and _is_white_alone(event.item, case, isolate):
            value_map = yield from _meaning_of_white(siblings, isolate)
            yield from (event,) if value_map is None else read(value_map=value_map)
        else:
            yield event


def _is_white_alone(label_map: LabelMap, case: Case, isolate: bool) -> bool:
    """Whether 255 was read as label 1 for want of anything else to go by."""
    if case.mask_labels or not label_map.notices or int(label_map.voxels.max()) != 1:
        return False
    return 255 in (values := sound_values(case, isolate)) and values <= {0, 255}


def _meaning_of_white(
    siblings: Sequence[Case], isolate: bool
) -> Generator[Event, None, Mapping[int, int] | None]:
    for number, sibling in enumerate(siblings):
        yield Progress(number, len(siblings), "Reading label values")
        if sound_values(sibling, isolate) & _MIDDLE_GREY:
            return {0: 0, 255: 2}
    return None


def load_case_mask(
    mask_paths: tuple[Path, ...],
    cases: Sequence[Case],
    *,
    threshold_masks: bool = False,
    isolate: bool = True,
    reference: Volume | None = None,
) -> Iterator[Event]:
    """``siblings_mask_events`` for the case of some ``mask_paths``, or for masks of no case.

    Raises:
        InputError: If the mask cannot be read.
    """
    own = [case for case in cases if case.mask_paths == mask_paths]
    case = own[0] if own else Case("", None, (), mask_paths)
    yield from siblings_mask_events(
        case, cases, threshold=threshold_masks, isolate=isolate, reference=reference
    )
