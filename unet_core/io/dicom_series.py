"""Series of a folder: which slices belong together, and the table to choose from."""

import contextlib
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from unet_core.errors import InputError
from unet_core.events import Series
from unet_core.io.dicom_bytes import Damage
from unet_core.io.dicom_elements import items_of, walk
from unet_core.io.dicom_frames import frames_of
from unet_core.io.dicom_header import PHASES, SECONDARY_CAPTURES, SliceHeader
from unet_core.io.dicom_scan import DamagedFile, Scan, mask_kind
from unet_core.io.dicom_volume import Plan, assemble
from unet_core.io.headers import display_name, open_regular
from unet_core.io.request import NeedsChoice
from unet_core.volume import DicomSource

_MOST_PHASES = 64
_LABELS = (0x00620002, 0x30060020)
"""Segment Sequence, Structure Set ROI Sequence."""


@dataclass(frozen=True)
class Group:
    """Slices that make, or should make, one volume; or one SEG or RTSTRUCT.

    Attributes:
        uid: What chooses it.
        slices: In the order in which they were found.
        what: What sets it apart from others of its series, such as "temporal position 2".
        damaged: Files that may be slices of it.
        notices: Sentences about how it was put together.
    """

    uid: str
    slices: tuple[SliceHeader, ...]
    what: str = ""
    damaged: tuple[DamagedFile, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def is_mask(self) -> bool:
        """Whether it is a SEG or RTSTRUCT."""
        return bool(mask_kind(self.slices[0]))


def groups_of(scan: Scan) -> list[Group]:
    """The volumes in what was found, as their files number and date them.

    Raises:
        InputError: If a multi-frame file describes its frames impossibly.
    """
    by_series: dict[str, list[SliceHeader]] = {}
    nameless: dict[tuple[object, ...], str] = {}
    for header in scan.slices:
        uid = header.series_uid
        if not uid:
            key = (header.study_uid, header.frame_uid, header.orientation, header.rows,
                   header.columns, header.description)  # fmt: skip
            uid = nameless.setdefault(key, f"without-uid-{len(nameless) + 1}")
        if header.frames != 1 and any(h.frames != 1 for h in by_series.get(uid, ())):
            uid = f"{uid}|{header.sop_uid or len(by_series)}"
        by_series.setdefault(uid, []).append(header)
    groups: list[Group] = []
    for uid, slices in by_series.items():
        groups += _split(uid, slices)
    groups = _without_captures(groups, scan)
    is_only = len(groups) == 1
    known = (scan.series | {h.series_uid for g in groups for h in g.slices}) - {""}
    return [replace(g, damaged=_damaged(g, scan, known, is_only=is_only)) for g in groups]


def mask_groups(scan: Scan) -> list[Group]:
    """One group for each SEG or RTSTRUCT file."""
    counts = Counter(header.series_uid for header in scan.masks)
    return [
        Group(
            h.series_uid if h.series_uid and counts[h.series_uid] == 1 else f"mask|{h.sop_uid}",
            (h,),
        )
        for h in scan.masks
    ]


def _without_captures(groups: list[Group], scan: Scan) -> list[Group]:
    """Screen captures without a place are listed apart where there is a scan."""
    placed = [g for g in groups if any(h.position for h in g.slices)]
    if not placed:
        return groups
    kept = []
    for group in groups:
        capture = all(
            h.storage.startswith(SECONDARY_CAPTURES) and not h.position for h in group.slices
        )
        if capture:
            scan.apart["screen capture"] += len({h.path for h in group.slices})
        else:
            kept.append(group)
    return kept


def _damaged(
    group: Group, scan: Scan, known: set[str], *, is_only: bool
) -> tuple[DamagedFile, ...]:
    """Damaged files that name this series, or none that is here, and lie beside its slices.

    The damage may be in the very number that says whose slice it was. A picture alone is no
    series that could miss one, unless there is nothing else.
    """
    folders = {h.path.parent for h in group.slices}
    uids = {h.series_uid for h in group.slices}
    may_miss = is_only or len(group.slices) > 1
    return tuple(
        bad
        for bad in scan.damaged
        if (
            bad.series_uid in uids
            if bad.series_uid in known
            else may_miss and bad.path.parent in folders
        )
    )


# --- splitting -----------------------------------------------------------------------------------


def _split(uid: str, slices: list[SliceHeader]) -> list[Group]:
    slices, notices = _without_copies(slices)
    if any(header.frames != 1 or not header.position for header in slices):
        slices = [
            frame
            for header in slices
            for frame in (
                frames_of(header) if header.frames != 1 or not header.position else [header]
            )
        ]
    kinds = {_is_derived(header) for header in slices}
    parts: Iterable[tuple[str, list[SliceHeader]]] = [("", slices)]
    if len(kinds) == 2:
        parts = [
            (what, [h for h in slices if _is_derived(h) == derived])
            for what, derived in (("original", False), ("derived", True))
        ]
    groups = []
    for what, part in parts:
        phases = _phases(part)
        for phase, members in phases.items():
            label = ", ".join(text for text in (what, phase) if text)
            groups.append(Group(f"{uid}|{label}" if label else uid, tuple(members), label, (),
                                notices))  # fmt: skip
    return groups


def _is_derived(header: SliceHeader) -> bool:
    return header.image_type[0] == "DERIVED"


def _without_copies(slices: list[SliceHeader]) -> tuple[list[SliceHeader], tuple[str, ...]]:
    """Leave aside files that are byte for byte copies of another one under the same instance."""
    counts = Counter(h.sop_uid for h in slices if h.sop_uid)
    if not counts or max(counts.values()) == 1:
        return slices, ()
    kept: list[SliceHeader] = []
    seen: set[str] = set()
    for header in slices:
        if counts[header.sop_uid] > 1:
            digest = f"{header.sop_uid} {sha256_of(header.path)}"
            if digest in seen:
                continue
            seen.add(digest)
        kept.append(header)
    left = len(slices) - len(kept)
    if not left:
        return slices, ()
    return kept, (f"Left aside {left} exact {'copy' if left == 1 else 'copies'} of other files.",)


def sha256_of(path: Path) -> str:
    """SHA-256 of a file, hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _phases(slices: list[SliceHeader]) -> dict[str, list[SliceHeader]]:
    """Slices of each pass over the body, where several were made of the same places."""
    places = Counter((h.position, h.orientation) for h in slices)
    most = max(places.values())
    if most == 1 or len(places) == 1 or not all(h.position for h in slices):
        return {"": slices}
    for number, what in enumerate(PHASES[:-1]):
        passes: dict[str, list[SliceHeader]] = {}
        for header in slices:
            passes.setdefault(header.phase[number], []).append(header)
        if most <= len(passes) <= _MOST_PHASES and _are_whole(passes.values()):
            if what.endswith("time"):
                return {f"phase {i + 1}": passes[key] for i, key in enumerate(sorted(passes))}
            return {f"{what} {key}".strip(): members for key, members in passes.items()}
    passes = _in_turn(slices)
    if len(passes) == most and all(len(members) == len(places) for members in passes.values()):
        return passes
    return {"": slices}


def _are_whole(passes: Iterable[Sequence[SliceHeader]]) -> bool:
    """Whether no pass shows a place twice, or is a leftover of one slice."""
    return all(
        len(members) > 1 and len({h.position for h in members}) == len(members)
        for members in passes
    )


def _in_turn(slices: list[SliceHeader]) -> dict[str, list[SliceHeader]]:
    """Passes by instance number: a new one begins where a place comes again."""
    if not all(h.instance.isascii() and h.instance.isdecimal() for h in slices):
        return {}
    passes: dict[str, list[SliceHeader]] = {}
    seen: set[str] = set()
    count = 0
    for header in sorted(slices, key=lambda h: int(h.instance)):
        if not count or header.position in seen:
            count, seen = count + 1, set()
        seen.add(header.position)
        passes.setdefault(f"pass {count}", []).append(header)
    return passes


# --- the table -----------------------------------------------------------------------------------


def planned(path: Path, group: Group, *, part: str | None = None, straighten: bool = False) -> Plan:
    """The volume of a group.

    Raises:
        InputError: If its slices make none, or some are damaged; see ``assemble``.
    """
    if group.damaged:
        bad = group.damaged
        raise InputError(
            display_name(path),
            f"has {len(bad)} of {len({h.path for h in group.slices}) + len(bad)} DICOM files that "
            f"are empty or damaged ({_listed(bad)}), so slices may be missing",
            "copy it again from its source, or remove the damaged files",
        )
    return assemble(path, group.slices, part=part, straighten=straighten)


def _listed(bad: Sequence[DamagedFile]) -> str:
    shown = ", ".join(f"{display_name(b.path)} {b.fault}" for b in bad[:3])
    return f"{shown}, ..." if len(bad) > 3 else shown


def row_of(path: Path, group: Group) -> Series:
    """The group's row in the table of series."""
    first = group.slices[0]
    spacing, warnings = "", list(group.notices)
    if not group.is_mask:
        try:
            header = planned(path, group).header
            warnings += header.notices
            if header.geometry.has_scale:
                spacing = " x ".join(f"{mm:.4g}" for mm in header.geometry.spacing_xyz_mm) + " mm"
        except NeedsChoice as choice:
            warnings.append(f"It {choice.fault}; it opens once you agree how.")
        except InputError as refusal:
            warnings.append(f"{refusal.subject} {refusal.fault}.")
    text = first.description
    return Series(
        uid=group.uid,
        description=f"{text} ({group.what})" if group.what else text,
        modality=mask_kind(first) or first.modality,
        slices=_labels_in(first.path) if group.is_mask else len(group.slices),
        patient=first.shown[0],
        study=first.shown[1],
        spacing=spacing,
        warnings=tuple(warnings),
    )


def _labels_in(path: Path) -> int:
    """Segments or regions that a SEG or RTSTRUCT describes; 0 where it cannot be read."""
    count = 0
    with contextlib.suppress(InputError, OSError, Damage), open_regular(path) as file:
        found = walk(file, (), _LABELS)
        if found is not None:
            count = sum(len(items_of(data, found, ())) for data in found.sequences.values())
    return count


def source_of(plan: Plan, *, keeps_files: bool = True) -> DicomSource:
    """The objects a volume was made of."""
    first = plan.slices[0]
    one_file = len({h.path for h in plan.slices}) == 1
    shown = plan.slices[:1] if one_file else plan.slices
    if plan.row is not None:
        shown = ()
    return DicomSource(
        series_uid=first.series_uid,
        study_uid=first.study_uid,
        frame_of_reference_uid=first.frame_uid,
        instance_uids=tuple(h.sop_uid for h in shown),
        files=tuple(h.path for h in shown) if keeps_files else (),
        patient_key=patient_key(*first.patient),
    )


def patient_key(patient_id: str, name: str) -> str:
    """A key that is the same for the same person in two folders, and names nobody.

    >>> patient_key("", "")
    ''
    >>> patient_key("17", "Doe^Jane ") == patient_key("17", "DOE^JANE")
    True
    """
    if not patient_id and not name:
        return ""
    plain = "^".join(part.strip() for part in name.casefold().split("^")).strip("^")
    return hashlib.sha256(f"{patient_id.strip()}\0{plain}".encode()).hexdigest()[:16]
