"""Which scan belongs to which mask: pairs found in a folder by the names of its files alone."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from unet_core.case_names import (
    Key,
    bare_name,
    channel_of,
    entries_of,
    has_mask_word,
    in_order,
    is_picture,
    items_of,
    key_of,
    natural_key,
    numbers_of,
    patient_prefix,
    person_of,
    stem,
    subfolders_of,
    without_channel,
)
from unet_core.errors import InputError
from unet_core.io.headers import display_name

LAYOUT_SENTENCE = (
    "arrange it as images/ + masks/ (pictures or scans of equal names), "
    "volume-00 + segmentation-00, imagesTr/ + labelsTr/, NNN.png + NNN_mask.png, "
    "or one folder a patient with scan and mask"
)
"""What to do with a folder that nobody can read, as a remedy."""
_IMAGE_FOLDERS = ("images", "image", "imgs", "img", "volumes", "volume", "scans", "ct", "cts")
_MASK_FOLDERS = (
    *("masks", "mask", "labels", "label", "segmentations", "segmentation", "segs", "seg"),
    *("gt", "groundtruth", "annotations"),
)
_LISTED = 5


@dataclass(frozen=True)
class Case:
    """One scan with its mask.

    Attributes:
        case_id: Unique in its data set: ``00`` for volume-00.
        patient: Whose scan it is, where the names tell; None where they do not.
        image_paths: One volume file or DICOM folder; or several pictures, lowest slice first.
        mask_paths: Likewise, in the same order.
    """

    case_id: str
    patient: str | None
    image_paths: tuple[Path, ...]
    mask_paths: tuple[Path, ...]


@dataclass(frozen=True)
class CaseList:
    """The pairs of a data set.

    Attributes:
        cases: In natural order: 2 before 10.
        layout: Name of the layout, a key of ``LAYOUTS``.
        unmatched: Images and masks without a partner, in natural order.
        notices: Sentences the user should read.
    """

    cases: tuple[Case, ...]
    layout: str
    unmatched: tuple[Path, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass
class _Found:
    """Images and masks a layout recognises, before they are paired."""

    images: list[Path] = field(default_factory=list)
    masks: list[Path] = field(default_factory=list)
    channels: bool = False
    notices: list[str] = field(default_factory=list)


def find_cases(folder: Path) -> CaseList:
    """All image/mask pairs of a data set; only names are read, so it takes no time.

    Raises:
        InputError: If the folder is missing or empty, or no image finds its mask.
    """
    name = display_name(folder)
    if not folder.is_dir():
        fault = "is a file" if folder.exists() else "does not exist"
        raise InputError(name, fault, "choose the folder that holds images and masks")
    if not any(entries_of(folder)):
        raise InputError(name, "is empty", "choose the folder that holds images and masks")
    first: tuple[str, _Found] | None = None
    for layout, finder in LAYOUTS:
        found = finder(folder)
        if found is None:
            continue
        first = first or (layout, found)
        if found.images and found.masks:
            result = _paired(found, layout)
            if result.cases:
                return result
    raise _nothing_paired(folder, first[1] if first else _Found())


# --- layouts ---------------------------------------------------------------------------------


def _find_nnunet(folder: Path) -> _Found | None:
    subfolders = subfolders_of(folder)
    if not {"imagestr", "labelstr"} <= set(subfolders):
        return None
    images, masks = items_of(subfolders["imagestr"]), items_of(subfolders["labelstr"])
    names = {stem(mask) for mask in masks}
    channels = not any(stem(image) in names for image in images)
    used = [p for p in images if not channels or channel_of(p) in (None, 0)]
    notices = []
    if len(used) < len(images):
        more = [p for p in images if p not in set(used)]
        notices.append(f"Only channel 0000 is used, not {_listed(more)}.")
    return _Found(used, masks, channels, notices)


def _find_two_folders(folder: Path) -> _Found | None:
    subfolders = subfolders_of(folder)
    images = [subfolders[name] for name in _IMAGE_FOLDERS if name in subfolders]
    masks = [subfolders[name] for name in _MASK_FOLDERS if name in subfolders]
    if not images and not masks:
        return None
    return _Found(
        [item for f in images for item in items_of(f)],
        [item for f in masks for item in items_of(f)],
    )


def _find_volumes(folder: Path) -> _Found | None:
    return _by_words([p for p in items_of(folder) if not is_picture(p)])


def _find_pictures(folder: Path) -> _Found | None:
    return _by_words([p for p in items_of(folder) if is_picture(p)])


def _find_patient_folders(folder: Path) -> _Found | None:
    """One image and one mask in each subfolder; the subfolder's name is the case's."""
    found = _Found()
    for subfolder in subfolders_of(folder).values():
        inside = _by_words([p for p in items_of(subfolder) if not is_picture(p)])
        if inside and len(inside.images) == len(inside.masks) == 1:
            found.images += inside.images
            found.masks += inside.masks
        elif inside:
            found.images += [p for p in inside.images if p.is_file()]
            found.masks += inside.masks
    return found if found.images and found.masks else None


def _by_words(items: Sequence[Path]) -> _Found | None:
    masks = [p for p in items if has_mask_word(p)]
    images = [p for p in items if p not in set(masks)]
    return _Found(images, masks) if items else None


LAYOUTS: tuple[tuple[str, Callable[[Path], _Found | None]], ...] = (
    ("imagesTr + labelsTr", _find_nnunet),
    ("images + masks", _find_two_folders),
    ("volume-N + segmentation-N", _find_volumes),
    ("N.png + N_mask.png", _find_pictures),
    ("one folder a patient", _find_patient_folders),
)
"""Ways people lay out data sets: name and what recognises it, the strictest first."""


# --- pairing ---------------------------------------------------------------------------------


def _folder_name(path: Path) -> str:
    return path.parent.name


def _paired(found: _Found, layout: str) -> CaseList:
    images, masks = in_order(found.images), in_order(found.masks)
    name_of = _folder_name if layout == "one folder a patient" else bare_name
    pairs, notices = _partners(images, masks, name_of, channels=found.channels)
    taken = {path for pair in pairs for path in pair}
    unmatched = tuple(p for p in (*images, *masks) if p not in taken)
    pictures = [pair for pair in pairs if is_picture(pair[0])]
    volumes = [pair for pair in pairs if not is_picture(pair[0])]
    stacks, more = _picture_cases(pictures, name_of)
    cases = _with_unique_ids([*_volume_cases(volumes, name_of, channels=found.channels), *stacks])
    said = (*found.notices, *notices, *more, *_said_of(unmatched, set(images)))
    return CaseList(cases, layout, unmatched, said)


def _partners(
    images: Sequence[Path],
    masks: Sequence[Path],
    name_of: Callable[[Path], str],
    *,
    channels: bool,
) -> tuple[list[tuple[Path, Path]], list[str]]:
    """Pairs by equal names; by their one number where no name is equal."""
    image_names = {p: without_channel(name_of(p)) if channels else name_of(p) for p in images}
    mask_names = {p: name_of(p) for p in masks}
    notices: list[str] = []
    image_keys = _unique({p: key_of(name) for p, name in image_names.items()}, notices)
    mask_keys = _unique({p: key_of(name) for p, name in mask_names.items()}, notices)
    _refuse_shifted(image_keys, mask_keys)
    pairs = [(image_keys[key], mask_keys[key]) for key in image_keys if key in mask_keys]
    if not pairs:
        image_numbers = _unique({p: numbers_of(name) for p, name in image_names.items()}, [])
        mask_numbers = _unique({p: numbers_of(name) for p, name in mask_names.items()}, [])
        both = [n for n in image_numbers if n and n in mask_numbers]
        pairs = [(image_numbers[n], mask_numbers[n]) for n in both]
        if pairs:
            notices.append(
                f"Names differ, so pairs were made by number: {display_name(pairs[0][0])} with "
                f"{display_name(pairs[0][1])}. Check this."
            )
    return pairs, notices


def _unique(keys: Mapping[Path, Key], notices: list[str]) -> dict[Key, Path]:
    """Key to path, without keys that several paths share: which is meant is not guessed."""
    counts = Counter(keys.values())
    twice = [p for p, key in keys.items() if counts[key] > 1]
    if twice and len(twice) < len(keys):
        notices.append(f"Names too alike to tell apart were left out: {_listed(twice)}.")
    elif twice:
        notices.append(f"{len(twice)} names are too alike to tell apart: {_listed(twice)}.")
    return {key: p for p, key in keys.items() if counts[key] == 1}


def _refuse_shifted(images: Mapping[Key, Path], masks: Mapping[Key, Path]) -> None:
    """One side counted from 0 and the other from 1: every pair would be a slice off."""
    image_runs, mask_runs = _runs(images), _runs(masks)
    for prefix, numbers in image_runs.items():
        others = mask_runs.get(prefix, [])
        if len(numbers) < 3 or len(numbers) != len(others) or numbers == others:
            continue
        steps = {b - a for a, b in zip(numbers, others, strict=True)}
        if len(steps) == 1 and len(set(numbers) & set(others)) > 0:
            image, mask = images[(*prefix, numbers[0])], masks[(*prefix, others[0])]
            raise InputError(
                display_name(mask),
                f"is the first mask but {display_name(image)} the first image: one side is "
                f"numbered {abs(steps.pop())} higher throughout, so every pair would be wrong",
                "number images and masks alike",
            )


def _runs(paths: Mapping[Key, Path]) -> dict[Key, list[int]]:
    """The last numbers of all keys that agree in what comes before, sorted."""
    runs: dict[Key, list[int]] = defaultdict(list)
    for key in paths:
        if key and isinstance(key[-1], int):
            runs[key[:-1]].append(key[-1])
    return {prefix: sorted(numbers) for prefix, numbers in runs.items()}


# --- cases from pairs ------------------------------------------------------------------------


def _volume_cases(
    pairs: Iterable[tuple[Path, Path]], name_of: Callable[[Path], str], *, channels: bool
) -> list[Case]:
    cases = []
    for image, mask in pairs:
        name = without_channel(name_of(image)) if channels else name_of(image)
        name = name or name_of(mask) or stem(image)
        cases.append(Case(name, name, (image,), (mask,)))
    return cases


def _picture_cases(
    pairs: Sequence[tuple[Path, Path]], name_of: Callable[[Path], str]
) -> tuple[list[Case], list[str]]:
    """One case for each patient, slices in order; one for each picture that names no patient."""
    stacks: dict[Key, list[tuple[str, Path, Path]]] = defaultdict(list)
    alone: list[Case] = []
    for image, mask in pairs:
        prefix = patient_prefix(name_of(image))
        if prefix:
            stacks[key_of(prefix)].append((prefix, image, mask))
        else:
            alone.append(Case(name_of(image) or stem(image), None, (image,), (mask,)))
    if len(stacks) == 1 and not any(isinstance(part, int) for part in next(iter(stacks))):
        only = stacks.popitem()[1]  # "liver_1, liver_2": one word for all is nobody's name
        alone += [Case(name_of(image), None, (image,), (mask,)) for _, image, mask in only]
    cases = [
        Case(
            members[0][0],
            person_of(members[0][0]),
            tuple(image for _, image, _ in members),
            tuple(mask for _, _, mask in members),
        )
        for members in stacks.values()
    ]
    notices = []
    if alone:
        notices.append(
            f"No patient in the names of {_counted(len(alone), 'picture')} (<patient>_<slice>), "
            "so slices of one person cannot be kept together."
        )
    return [*cases, *alone], notices


def _with_unique_ids(cases: Sequence[Case]) -> tuple[Case, ...]:
    counts = Counter(case.case_id for case in cases)
    result = [
        case
        if counts[case.case_id] == 1
        else Case(stem(case.image_paths[0]), case.patient, case.image_paths, case.mask_paths)
        for case in cases
    ]
    return tuple(sorted(result, key=lambda case: natural_key(case.case_id)))


# --- sentences -------------------------------------------------------------------------------


def _listed(paths: Sequence[Path]) -> str:
    names = ", ".join(display_name(p) for p in paths[:_LISTED])
    return f"{names} and {len(paths) - _LISTED} more" if len(paths) > _LISTED else names


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _said_of(unmatched: Sequence[Path], images: set[Path]) -> list[str]:
    said = []
    for what, other, paths in (
        ("image", "mask", [p for p in unmatched if p in images]),
        ("mask", "image", [p for p in unmatched if p not in images]),
    ):
        if paths:
            verb = "has" if len(paths) == 1 else "have"
            said.append(
                f"{_counted(len(paths), what)} {verb} no {other} and will not be used: "
                f"{_listed(paths)}."
            )
    return said


def _nothing_paired(folder: Path, found: _Found) -> InputError:
    images, masks = len(found.images), len(found.masks)
    if images and masks:
        first = f"{display_name(found.images[0])} and {display_name(found.masks[0])}"
        both = f"{_counted(images, 'image')} and {_counted(masks, 'mask')}"
        fault = f"holds {both}, but no two share a name ({first})"
    elif images:
        fault = f"holds {_counted(images, 'image')} but no mask"
        if folder.name.lower() in (*_IMAGE_FOLDERS, "imagestr"):
            return InputError(
                display_name(folder), fault, "choose the folder above it, which has both"
            )
    elif masks:
        fault = f"holds {_counted(masks, 'mask')} but no image"
    else:
        fault = "holds neither scans nor pictures that are known here"
    return InputError(display_name(folder), fault, LAYOUT_SENTENCE)
