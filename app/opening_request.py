"""What the window is asked to open: files of one scan or mask, and how they should be read."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.translation import tr
from unet_core.case_names import has_mask_word, in_order, stem
from unet_core.events import Option, Series
from unet_core.volume import LabelMap

Paths = tuple[Path, ...]
MASK_KINDS = ("SEG", "RTSTRUCT")
"""Modalities of series that are laid over a scan; what they count as slices are labels."""
_PREDICTION = re.compile(r"(?<![a-z])pred(s|icted|iction|ictions)?(?![a-z])")


@dataclass(frozen=True)
class Request:
    """One thing to open.

    Attributes:
        paths: One file or folder, or the pictures of one stack.
        as_mask: True: must be a mask; None: see what it is.
        settings: Further arguments of ``load``: which series, and ways to open it that somebody
            agreed to.
        dataset: Where the mask of a case lies with others, which say what its values mean.
        mask_paths: The mask of a case whose scan this is: of a folder with several series it tells
            which.
        is_beside: Lay the scan beside the open one.
        is_pair: The two paths may be folders of images and masks: a data set.
        is_demo: Make the demo patients in the folder ``paths[0]`` instead.
        keep_recent: Remember it among the recent files.
    """

    paths: Paths
    as_mask: bool | None = None
    settings: Mapping[str, object] = field(default_factory=dict)
    dataset: Path | None = None
    mask_paths: Paths = ()
    is_beside: bool = False
    is_pair: bool = False
    is_demo: bool = False
    keep_recent: bool = True

    @property
    def name(self) -> str:
        """What to call it on screen."""
        first = self.paths[0].name or str(self.paths[0])
        return (
            first
            if len(self.paths) == 1
            else tr("{first} and {more} more", first=first, more=len(self.paths) - 1)
        )

    def with_option(self, option: Option) -> "Request":
        """The same, opened in a way that was offered and agreed to."""
        return replace(self, settings={**self.settings, **option.settings})

    def for_series(self, series: Series) -> "Request":
        """One series of what was asked for."""
        as_mask = True if series.modality in MASK_KINDS else self.as_mask
        return replace(self, as_mask=as_mask, settings={**self.settings, "series_uid": series.uid})


def stacks_of(pictures: Iterable[Path]) -> list[Paths]:
    """Pictures by folder, and images apart from masks, each in the order people count."""
    groups: dict[tuple[Path, bool], list[Path]] = {}
    for path in pictures:
        groups.setdefault((path.parent, has_mask_word(path)), []).append(path)
    return [tuple(in_order(group)) for group in groups.values()]


def may_be_folders(paths: Sequence[Path]) -> bool:
    """Whether two paths may be folders of images and masks; told by names alone, as below."""
    return len(paths) == 2 and all(stem(p) == p.name and p.suffix != ".csv" for p in paths)


def single_slices_last(paths: Iterable[Path]) -> list[Path]:
    """Contours and DICOM masks are read on the grid of their scan, so that comes first.

    Told by the name alone: asking a share that does not answer would hold up the window.
    """
    return sorted(paths, key=lambda path: path.suffix.lower() == ".dcm")


def as_named(label_map: LabelMap) -> LabelMap:
    """The mask as a prediction if its file's name says so, else as it is.

    Without this a model's mask opened beside the reference would be a second reference, and
    nothing would be compared.
    """
    name = label_map.path.name.lower() if label_map.path is not None else ""
    if label_map.role != "reference" or not _PREDICTION.search(name):
        return label_map
    return replace(label_map, role="prediction")
