"""What file names say: which role, which patient, which slice; and what a folder shows."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from unet_core.errors import InputError
from unet_core.io.headers import display_name

VOLUME_SUFFIXES = (
    ".seg.nrrd",
    ".nii.gz",
    ".nii",
    ".hdr",
    ".nrrd",
    ".nhdr",
    ".mha",
    ".mhd",
    ".dcm",
    ".ima",
)
FOLDERS_ENDING = ".folders.json"
"""Of a file that stands for two folders, images in one and masks in the other."""
PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
_IMAGE_WORDS = ["volume", "vol", "image", "images", "img", "ct", "scan", "orig", "original"]
_MASK_WORDS = [
    *("segmentation", "segmentations", "segment", "seg", "mask", "masks", "label", "labels"),
    *("labelmap", "gt", "groundtruth", "truth", "annotation", "annotations", "roi"),
]
_SLICE_WORDS = ["slice", "slc", "frame", "ground"]
_COPY_WORDS = ["flipped", "mirrored", "rotated", "augmented", "aug", "copy"]
"""Words of changed copies: two such pictures of one number show one person."""
_RUN_MARKS = ("run.json", "events.jsonl")
Key = tuple[str | int, ...]
"""Words and numbers of a name, lower case, without separators."""


def dataset_name(dataset: Path) -> str:
    """What to call a data set: its folder's name, or those of the two folders it is made of.

    >>> dataset_name(Path("CTs + outlines.folders.json"))
    'CTs + outlines'
    """
    return dataset.name.removesuffix(FOLDERS_ENDING)


def natural_key(path: Path | str) -> tuple[tuple[int, int, str], ...]:
    """Sorts text as people count.

    >>> sorted(["10.png", "9.png", "a2", "a10"], key=natural_key)
    ['9.png', '10.png', 'a2', 'a10']
    """
    parts = re.findall(r"\d+|\D+", str(path).lower())
    return tuple((0, int(p), "") if p.isdecimal() else (1, 0, p) for p in parts)


def stem(path: Path) -> str:
    """The name without a known ending."""
    lower = path.name.lower()
    for suffix in (*VOLUME_SUFFIXES, *PICTURE_SUFFIXES):
        if lower.endswith(suffix) and len(lower) > len(suffix):
            return path.name[: -len(suffix)]
    return path.name


def _word_pattern(words: Iterable[str]) -> re.Pattern[str]:
    chosen = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![a-z])(?:{chosen})(?![a-z])", re.IGNORECASE)


_ROLE_PATTERN = _word_pattern((*_IMAGE_WORDS, *_MASK_WORDS, *_SLICE_WORDS))
_MASK_PATTERN = _word_pattern(_MASK_WORDS)
_COPY_PATTERN = _word_pattern(_COPY_WORDS)


def has_mask_word(path: Path) -> bool:
    """Whether the name says that this is a mask."""
    return path.name.lower().endswith(".seg.nrrd") or bool(_MASK_PATTERN.search(stem(path)))


def bare_name(path: Path) -> str:
    """The name without what says image or mask: ``volume-00.nii.gz`` is ``00``."""
    return _tidied(_ROLE_PATTERN.sub("", stem(path)))


def _tidied(name: str) -> str:
    return re.sub(r"([-_. ])[-_. ]+", r"\1", name).strip("-_. ")


def key_of(name: str) -> Key:
    """Names that differ in case, separators or leading zeros only have equal keys."""
    parts = re.findall(r"\d+|[^\W\d_]+", name.lower())
    return tuple(int(p) if p.isdecimal() else p for p in parts)


def numbers_of(name: str) -> Key:
    """The numbers of a name alone."""
    return tuple(part for part in key_of(name) if isinstance(part, int))


def patient_prefix(name: str) -> str:
    """``17`` of ``17_042``; empty where the name holds a slice number only."""
    match = re.fullmatch(r"(.*?)[-_. ]*\d+", name)
    prefix = match.group(1) if match else ""
    separated = len(prefix) < len(name.rstrip("0123456789"))
    return _tidied(prefix) if separated or any(c.isdigit() for c in prefix) else ""


def person_of(prefix: str) -> str:
    """The prefix without words of changed copies: flipped_7 and mirrored_7 are one person."""
    return _tidied(_COPY_PATTERN.sub("", prefix)) or prefix


def channel_of(path: Path) -> int | None:
    """The channel in a name that ends as nnU-Net's do: 0 for ``liver_7_0000``."""
    match = re.search(r"_(\d{4})$", stem(path))
    return int(match.group(1)) if match else None


def without_channel(name: str) -> str:
    """``liver_7`` of ``liver_7_0000``."""
    return re.sub(r"_\d{4}$", "", name)


def entries_of(folder: Path) -> Iterable[os.DirEntry[str]]:
    """What a person would see; not hidden files, nor those that systems leave behind."""
    try:
        with os.scandir(folder) as entries:
            listed = list(entries)
    except OSError as error:
        raise InputError(
            display_name(folder), f"cannot be read ({error.strerror})", "choose another folder"
        ) from error
    ignored = ("thumbs.db", "desktop.ini", "__macosx")
    return [e for e in listed if not e.name.startswith(".") and e.name.lower() not in ignored]


def subfolders_of(folder: Path) -> dict[str, Path]:
    """Lower-case name to path, without run folders."""
    found = {}
    for entry in sorted(entries_of(folder), key=lambda e: natural_key(e.name)):
        path = Path(entry.path)
        if entry.is_dir() and not any((path / mark).exists() for mark in _RUN_MARKS):
            found[entry.name.lower()] = path
    return found


def items_of(folder: Path) -> list[Path]:
    """Scans, masks and pictures of a folder, DICOM folders among them."""
    items = []
    for entry in entries_of(folder):
        path, lower = Path(entry.path), entry.name.lower()
        known = lower.endswith((*VOLUME_SUFFIXES, *PICTURE_SUFFIXES))
        if (entry.is_file() and known) or (entry.is_dir() and is_dicom_folder(path)):
            items.append(path)
    return in_order(items)


def is_dicom_folder(folder: Path) -> bool:
    """Whether its files are called as DICOM files are."""
    if any((folder / mark).exists() for mark in _RUN_MARKS):
        return False
    files = [e.name.lower() for e in entries_of(folder) if e.is_file()]
    suffixes = [os.path.splitext(name)[1] for name in files]  # noqa: PTH122
    return any(s in (".dcm", ".ima") for s in suffixes) or (
        len(files) > 2 and all(s == "" or s[1:].isdecimal() for s in suffixes)
    )


def is_picture(path: Path) -> bool:
    """Whether a path is a PNG or JPEG by its name."""
    return path.name.lower().endswith(PICTURE_SUFFIXES)


def in_order(paths: Iterable[Path]) -> list[Path]:
    """Sorted by name as people count."""
    return sorted(paths, key=lambda p: natural_key(p.name))
