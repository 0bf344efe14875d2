"""What a pair of scan and mask is, and what was left over when pairs were looked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from unet_core.volume import Label

Role = Literal["image", "mask"]


@dataclass(frozen=True)
class Case:
    """One scan with its mask.

    Attributes:
        case_id: Unique in its data set: ``00`` for volume-00.
        patient: Whose scan it is, where the data set tells; None where it does not.
        image_paths: One volume file or DICOM folder; or several pictures, lowest slice first.
        mask_paths: Likewise, in the same order; or one file or folder for each organ, see
            ``mask_labels``.
        reason: Why the two belong together, as a sentence without its full stop.
        confidence: How sure that is, 0 to 1: 1.0 where names are the same or one file names the
            other, less where they are only alike.
        series_uid: Which series of a DICOM folder is the scan; None where it holds one.
        mask_labels: The label each of ``mask_paths`` draws, where every organ has its own; a voxel
            above 0 is then that label. Empty where a mask's values are labels.
        labels: What a mask's values are called, where a file of the data set says so.
        on_scan_grid: The mask is a stack of pictures that lie on the slices of the scan, the
            lowest first, and have no place in space of their own.
        notices: Sentences on how the pair was understood.
    """

    case_id: str
    patient: str | None
    image_paths: tuple[Path, ...]
    mask_paths: tuple[Path, ...]
    reason: str = ""
    confidence: float = 1.0
    series_uid: str | None = None
    mask_labels: Mapping[Path, Label] = field(default_factory=dict, hash=False)
    labels: Mapping[int, Label] = field(default_factory=dict, hash=False)
    on_scan_grid: bool = False
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class LeftOver:
    """An image or mask that no pair uses.

    Attributes:
        reason: Why, as the end of a sentence that begins with its name: "has no mask".
    """

    path: Path
    role: Role
    reason: str


@dataclass(frozen=True)
class CaseList:
    """The pairs of a data set.

    Attributes:
        cases: In natural order: 2 before 10.
        layout: Name of the layout, one in ``layouts.LAYOUTS``.
        left_over: Images and masks of no pair, each with its reason, in natural order.
        notices: Sentences the user should read.
    """

    cases: tuple[Case, ...]
    layout: str
    left_over: tuple[LeftOver, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def unmatched(self) -> tuple[Path, ...]:
        """The files that no pair uses."""
        return tuple(left.path for left in self.left_over)
