"""What the check of a pair of scan and mask tells, and the repairs it proposes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from unet_core.volume import Point


@dataclass(frozen=True)
class Step:
    """One change of a mask: a key of ``repair.STEPS`` and what it needs, as plain values."""

    kind: str
    settings: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Repair:
    """A way to mend a pair: proposed, shown, and made only where somebody agrees.

    Attributes:
        title: What a button says.
        reason: Why it is proposed, as a sentence.
        steps: What is done to the mask, in this order; leaving the case out is one too.
    """

    title: str
    reason: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class CaseReport:
    """What the check of one image/mask pair found.

    Attributes:
        case_id: The case's name.
        size_xyz: Voxels along x, y, z.
        label_voxels: Voxels of each label value after mapping.
        slices_with: Axial slices holding each label value.
        problems: Sentences; any one keeps the case out of training.
        notices: Sentences worth reading, such as a mapping of label values.
        spacing_xyz_mm: Of the scan; None without a scale.
        evidence: What was measured, by name: see ``label_evidence``; empty where nothing could be.
        repairs: Ways to mend it, the likeliest first; empty where none is known.
        telling_slice: The canonical slice to look at; None where mask and scan cannot be laid on
            each other.
    """

    case_id: str
    size_xyz: tuple[int, int, int]
    label_voxels: Mapping[int, int]
    slices_with: Mapping[int, int]
    problems: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    spacing_xyz_mm: Point | None = None
    evidence: Mapping[str, float] = field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()
    telling_slice: int | None = None

    @classmethod
    def from_json(cls, values: Mapping[str, Any], case_id: str) -> Self:
        """A remembered report (``dataclasses.asdict``) of a case that may be called anew.

        Repairs are not remembered: a pair that needs one is checked anew.
        """
        spacing = values.get("spacing_xyz_mm")
        return cls(
            case_id=case_id,
            size_xyz=tuple(values["size_xyz"]),
            label_voxels={int(k): v for k, v in values["label_voxels"].items()},
            slices_with={int(k): v for k, v in values["slices_with"].items()},
            problems=tuple(values["problems"]),
            notices=tuple(values["notices"]),
            spacing_xyz_mm=(spacing[0], spacing[1], spacing[2]) if spacing else None,
            evidence=dict(values.get("evidence", {})),
            telling_slice=values.get("telling_slice"),
        )

    @property
    def verdict(self) -> str:
        """The outcome in one plain sentence."""
        if self.problems:
            more = len(self.problems) - 1
            also = f" ({more} more problem{'s' * (more > 1)})" if more else ""
            return f"{self.problems[0].rstrip('.')}{also}."
        if not self.label_voxels:
            return "Sound, but the mask is empty: the case only teaches what is background."
        if not self.evidence:
            return "Sound: no fault was found."
        if not self.evidence.get("sits"):
            return "No fault was found, but there is too little to tell whether mask and scan fit."
        return "Sound: the mask sits on what the scan shows."


@dataclass(frozen=True)
class CaseChecked:
    """One pair was checked.

    Attributes:
        picture: (H, W, 3) uint8 of its most telling slice with the outlines of its labels; None
            where none was asked for or nothing could be loaded.
    """

    report: CaseReport
    picture: NDArray[np.uint8] | None = None


@dataclass(frozen=True)
class RepairShown:
    """A repair was tried in memory; nothing is written.

    Attributes:
        before: The check of the pair as it is.
        after: The check of the pair as it would be; None where the case would be left out.
        picture: (H, W, 3) uint8, before and after side by side; None without a scan.
    """

    case_id: str
    repair: Repair
    before: CaseReport
    after: CaseReport | None
    picture: NDArray[np.uint8] | None = None


@dataclass(frozen=True)
class Repaired:
    """A repair was made: its files are written, re-read and recorded.

    Attributes:
        mask: The new file or folder; None where the case was left out.
    """

    case_id: str
    repair: Repair
    before: CaseReport
    after: CaseReport | None
    mask: Path | None


@dataclass(frozen=True)
class SamePerson:
    """Cases that are, or may be, of one person.

    Attributes:
        case_ids: Their names, in natural order.
        evidence: What speaks for it, as a sentence without its full stop.
        likeness: Up to 1; of the pair that is least alike.
        is_certain: Patient or pixels are the same: they are kept together without being asked.
    """

    case_ids: tuple[str, ...]
    evidence: str
    likeness: float
    is_certain: bool = False


@dataclass(frozen=True)
class PersonsProposed:
    """Persons who are in a data set more than once; nothing is joined that is not certain."""

    persons: tuple[SamePerson, ...]
