"""How people lay out data sets: a table of layouts, each with what finds its pairs."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from unet_core import dataset_json, layouts_dicom, pairs_table
from unet_core.case import Case, LeftOver
from unet_core.case_names import (
    Key,
    bare_name,
    channel_of,
    has_mask_word,
    is_picture,
    items_of,
    key_of,
    patient_prefix,
    person_of,
    stem,
    subfolders_of,
    without_channel,
)
from unet_core.dicom_glance import holds_drawings_alone
from unet_core.errors import InputError
from unet_core.pairing import NameOf, Pair, counted, listed, paired
from unet_core.volume import Label

IMAGE_FOLDERS = ("images", "image", "imgs", "img", "volumes", "volume", "scans", "ct", "cts")
MASK_FOLDERS = (
    *("masks", "mask", "labels", "label", "segmentations", "segmentation", "segs", "seg"),
    *("gt", "groundtruth", "annotations"),
)
_IMAGES_TR, _LABELS_TR = "imagestr", "labelstr"


@dataclass
class Found:
    """What a layout makes of a folder.

    Attributes:
        cases: Its pairs; names may not be unique yet.
        left_over: Images and masks of no pair.
        notices: Sentences the user should read.
        images: All images seen, paired or not.
        masks: Likewise.
    """

    cases: list[Case] = field(default_factory=list)
    left_over: list[LeftOver] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    images: list[Path] = field(default_factory=list)
    masks: list[Path] = field(default_factory=list)


@dataclass(frozen=True)
class Layout:
    """One way to lay out a data set.

    Attributes:
        name: What it is called on screen.
        looks_like: An example of it.
        find: Gives its pairs; None for a folder that is laid out in another way.
    """

    name: str
    looks_like: str
    find: Callable[[Path], Found | None]


# --- pairs by name -----------------------------------------------------------------------------


def _by_name(
    images: Sequence[Path],
    masks: Sequence[Path],
    name_of: NameOf = bare_name,
    *,
    channels: bool = False,
    labels: Mapping[int, Label] | None = None,
) -> Found:
    """Cases of images and masks with equal or nearly equal names."""

    def image_name(path: Path) -> str:
        return without_channel(name_of(path)) if channels else name_of(path)

    found = paired(images, masks, image_name, name_of)
    pictures = [pair for pair in found.pairs if is_picture(pair.image)]
    volumes = [pair for pair in found.pairs if not is_picture(pair.image)]
    stacks, said = _picture_cases(pictures, name_of)
    cases = [*_volume_cases(volumes, image_name, name_of), *stacks]
    return Found(
        [replace(case, labels=labels) for case in cases] if labels else cases,
        list(found.left_over),
        [*found.notices, *said],
        list(images),
        list(masks),
    )


def _volume_cases(pairs: Iterable[Pair], image_name: NameOf, mask_name: NameOf) -> list[Case]:
    cases = []
    for pair in pairs:
        name = image_name(pair.image) or mask_name(pair.mask) or stem(pair.image)
        is_stack = is_picture(pair.mask)
        cases.append(
            Case(
                name,
                name,
                (pair.image,),
                (pair.mask,),
                pair.reason,
                pair.confidence,
                on_scan_grid=is_stack,
            )
        )
    return cases


def _picture_cases(pairs: Sequence[Pair], name_of: NameOf) -> tuple[list[Case], list[str]]:
    """One case for each patient, slices in order; one for each picture that names no patient."""
    stacks: dict[Key, list[Pair]] = defaultdict(list)
    alone: list[Pair] = []
    for pair in pairs:
        prefix = patient_prefix(name_of(pair.image))
        if prefix:
            stacks[key_of(prefix)].append(pair)
        else:
            alone.append(pair)
    if len(stacks) == 1 and not any(isinstance(part, int) for part in next(iter(stacks))):
        alone += stacks.popitem()[1]  # "liver_1, liver_2": one word for all is nobody's name
    cases = [_stack(members, name_of) for members in stacks.values()]
    cases += [_one_picture(pair, name_of) for pair in alone]
    notices = []
    if alone:
        notices.append(
            f"No patient in the names of {counted(len(alone), 'picture')} (<patient>_<slice>), "
            "so slices of one person cannot be kept together."
        )
    return cases, notices


def _stack(pairs: Sequence[Pair], name_of: NameOf) -> Case:
    prefix = patient_prefix(name_of(pairs[0].image))
    doubted = min(pairs, key=lambda pair: pair.confidence)
    of_all = f"{counted(len(pairs), 'picture')}, {doubted.reason}"
    return Case(
        prefix,
        person_of(prefix),
        tuple(pair.image for pair in pairs),
        tuple(pair.mask for pair in pairs),
        of_all if len(pairs) == 1 else f"{of_all} and so on",
        doubted.confidence,
    )


def _one_picture(pair: Pair, name_of: NameOf) -> Case:
    name = name_of(pair.image) or stem(pair.image)
    return Case(name, None, (pair.image,), (pair.mask,), pair.reason, pair.confidence)


# --- layouts -----------------------------------------------------------------------------------


def _find_table(folder: Path) -> Found | None:
    table = folder / pairs_table.NAME
    return found_in_table(table) if table.is_file() else None


def found_in_table(path: Path) -> Found:
    """The pairs of a CSV file.

    Raises:
        InputError: If it is no table of pairs.
    """
    table = pairs_table.read(path)
    return Found(list(table.cases), list(table.left_over), list(table.notices))


def _find_nnunet(folder: Path) -> Found | None:
    subfolders = subfolders_of(folder)
    if not {_IMAGES_TR, _LABELS_TR} <= set(subfolders):
        return None
    images, masks = items_of(subfolders[_IMAGES_TR]), items_of(subfolders[_LABELS_TR])
    names = {stem(mask) for mask in masks}
    channels = not any(stem(image) in names for image in images)
    used = [p for p in images if not channels or channel_of(p) in (None, 0)]
    told, notices = _told(folder)
    if len(used) < len(images):
        more = [p for p in images if p not in set(used)]
        called = f" ({told.channels[0]})" if told.channels.get(0) else ""
        notices = [f"Only channel 0000{called} is used, not {listed(more)}.", *notices]
    found = _by_name(used, masks, channels=channels, labels=told.labels)
    found.notices = [*notices, *found.notices]
    return found


def _told(folder: Path) -> tuple[dataset_json.Dataset, list[str]]:
    """What ``dataset.json`` says; a damaged one is told about and costs the names of labels."""
    path = folder / dataset_json.NAME
    if not path.is_file():
        return dataset_json.Dataset(), []
    try:
        told = dataset_json.read(path)
    except InputError as error:
        return dataset_json.Dataset(), [f"{error} Labels keep their usual names."]
    return told, list(told.notices)


def _items(folder: Path) -> list[Path]:
    """Scans, masks and pictures; folders of a SEG or RTSTRUCT are known by what it names."""
    return [p for p in items_of(folder) if not (p.is_dir() and holds_drawings_alone(p))]


def _find_two_folders(folder: Path) -> Found | None:
    subfolders = subfolders_of(folder)
    images = [subfolders[name] for name in IMAGE_FOLDERS if name in subfolders]
    masks = [subfolders[name] for name in MASK_FOLDERS if name in subfolders]
    if not images and not masks:
        return None
    own_images = [item for f in images for item in _items(f)]
    own_masks = [item for f in masks for item in _items(f)]
    if all(path.suffix.lower() == ".dcm" for path in (*own_images, *own_masks)):
        return None  # slices of a series and what was drawn on it; their names mean nothing
    return _by_name(own_images, own_masks)


def found_in_folders(images: Path, masks: Path) -> Found:
    """The pairs of two folders, wherever they lie."""
    return _by_name(_items(images), _items(masks))


def _find_volumes(folder: Path) -> Found | None:
    return _by_words([p for p in _items(folder) if not is_picture(p)])


def _find_pictures(folder: Path) -> Found | None:
    return _by_words([p for p in _items(folder) if is_picture(p)])


def _by_words(items: Sequence[Path]) -> Found | None:
    masks = [p for p in items if has_mask_word(p)]
    images = [p for p in items if p not in set(masks)]
    return _by_name(images, masks) if items else None


def _find_patient_folders(folder: Path) -> Found | None:
    """One image and one mask in each subfolder; the subfolder's name is the case's."""
    images: list[Path] = []
    masks: list[Path] = []
    for subfolder in subfolders_of(folder).values():
        items = [p for p in _items(subfolder) if not is_picture(p)]
        own_masks = [p for p in items if has_mask_word(p)]
        own_images = [p for p in items if p not in set(own_masks)]
        if not len(own_images) == len(own_masks) == 1:
            own_images = [p for p in own_images if p.is_file()]
        images += own_images
        masks += own_masks
    return _by_name(images, masks, _folder_name) if images and masks else None


def _folder_name(path: Path) -> str:
    return path.parent.name


def _find_ircad(folder: Path) -> Found | None:
    return _as_found(layouts_dicom.find_ircad(folder))


def _find_chaos(folder: Path) -> Found | None:
    return _as_found(layouts_dicom.find_chaos(folder))


def _find_drawn(folder: Path) -> Found | None:
    return _as_found(layouts_dicom.find_drawn(folder))


def _as_found(found: layouts_dicom.FoundInDicom | None) -> Found | None:
    if found is None:
        return None
    images = [left.path for left in found.left_over if left.role == "image"]
    masks = [left.path for left in found.left_over if left.role == "mask"]
    return Found(
        list(found.cases),
        list(found.left_over),
        list(found.notices),
        [*images, *(case.image_paths[0] for case in found.cases)],
        [*masks, *(case.mask_paths[0] for case in found.cases)],
    )


TWO_FOLDERS = "images + masks"
DICOM_DRAWN = "DICOM + SEG or RTSTRUCT"
LAYOUTS: tuple[Layout, ...] = (
    Layout("table of pairs", "pairs.csv with the columns image and mask", _find_table),
    Layout("imagesTr + labelsTr", "imagesTr/liver_0_0000.nii.gz, dataset.json", _find_nnunet),
    Layout("3D-IRCADb", "3Dircadb1.1/PATIENT_DICOM + MASKS_DICOM/liver", _find_ircad),
    Layout("CHAOS", "CT/1/DICOM_anon + CT/1/Ground", _find_chaos),
    Layout(TWO_FOLDERS, "images/07.png + masks/07.png", _find_two_folders),
    Layout("volume-N + segmentation-N", "volume-0.nii + segmentation-0.nii", _find_volumes),
    Layout("N.png + N_mask.png", "7.png + 7_mask.png", _find_pictures),
    Layout(DICOM_DRAWN, "patient 1/ct/*.dcm + patient 1/seg.dcm", _find_drawn),
    Layout("one folder a patient", "P1/ct.nii.gz + P1/liver_mask.nii.gz", _find_patient_folders),
)
"""Every layout that is recognised, the strictest first."""
