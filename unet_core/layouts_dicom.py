"""Layouts of data sets whose scans are folders of DICOM files.

3D-IRCADb (https://www.ircad.fr/research/data-sets/liver-segmentation-3d-ircadb-01), CHAOS (Kavur
2021, doi:10.1016/j.media.2020.101950), and scans with DICOM SEG or RTSTRUCT objects, as TCIA has
them. Headers are read only in the last, and of a few files a folder.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from unet_core.case import Case, LeftOver, Role
from unet_core.case_names import (
    entries_of,
    in_order,
    is_dicom_folder,
    is_picture,
    items_of,
    subfolders_of,
)
from unet_core.dicom_glance import Glance, glance_of
from unet_core.errors import InputError
from unet_core.io.headers import display_name
from unet_core.pairing import SAME, counted, listed
from unet_core.volume import LIVER, TUMOUR, Label

_PATIENT, _MASKS = "patient_dicom", "masks_dicom"
_TUMOUR = re.compile(r"(liver[-_ ]?)?tumou?rs?[-_ ]?\d*")
_SCAN, _TRUTH = "dicom_anon", "ground"
_MR = ("mr", "t1dual", "t2spir")
_DEEPEST, _MOST_FOLDERS = 4, 5_000
_BESIDE = 0.6
"""Confidence where a drawing names no series and lies beside the only scan."""


@dataclass
class FoundInDicom:
    """Cases, what no case uses, and sentences on the data set."""

    cases: list[Case] = field(default_factory=list)
    left_over: list[LeftOver] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


# --- 3D-IRCADb ---------------------------------------------------------------------------------


def find_ircad(folder: Path) -> FoundInDicom | None:
    """Patients of 3D-IRCADb: liver and tumours of each merged, other organs left out.

    Raises:
        InputError: If the folders are still packed.
    """
    patients = list(_ircad_patients(folder))
    if not patients:
        return None
    found = FoundInDicom()
    others: set[str] = set()
    for patient in patients:
        inside = {name: _unwrapped(path) for name, path in subfolders_of(patient).items()}
        scan, masks = inside.get(_PATIENT), inside.get(_MASKS)
        if scan is None or masks is None:
            found.left_over.append(_half(patient, scan, masks))
            continue
        organs = subfolders_of(masks)
        labels = {path: label for name, path in organs.items() if (label := _organ(name))}
        if LIVER not in labels.values():
            found.left_over.append(LeftOver(scan, "image", "has no mask called liver"))
            continue
        others |= {name for name, path in organs.items() if path not in labels}
        found.cases.append(_ircad_case(patient, scan, labels))
    if not found.cases:
        raise _packed(folder, found.left_over)
    if others:
        shown = ", ".join(sorted(display_name(Path(name)) for name in others))
        found.notices.append(f"Masks of other organs are left out: {shown}.")
    found.notices += _said_of_left(found.left_over)
    return found


def _ircad_patients(folder: Path) -> Iterator[Path]:
    """Folders of one patient each: this one, those in it, or those in its only 3Dircadb folder."""
    if _is_ircad_patient(folder):
        yield folder
        return
    for name, path in subfolders_of(folder).items():
        if _is_ircad_patient(path):
            yield path
        elif name.startswith("3dircadb"):
            yield from (p for p in subfolders_of(path).values() if _is_ircad_patient(p))


def _is_ircad_patient(folder: Path) -> bool:
    names = {entry.name.lower().removesuffix(".zip") for entry in entries_of(folder)}
    return {_PATIENT, _MASKS} <= names


def _unwrapped(folder: Path) -> Path:
    """The folder, or the one of the same name that unpacking put into it."""
    return subfolders_of(folder).get(folder.name.lower(), folder)


def _organ(name: str) -> Label | None:
    if name == LIVER.name:
        return LIVER
    return TUMOUR if _TUMOUR.fullmatch(name) else None


def _ircad_case(patient: Path, scan: Path, labels: Mapping[Path, Label]) -> Case:
    masks = in_order(labels)
    names = ", ".join(display_name(path) for path in masks)
    return Case(
        patient.name,
        patient.name,
        (scan,),
        tuple(masks),
        f"{display_name(scan)} and {names} in one folder, {display_name(patient)}",
        SAME,
        mask_labels={path: labels[path] for path in masks},
    )


def _half(patient: Path, scan: Path | None, masks: Path | None) -> LeftOver:
    """Why a patient's folder makes no case; one of the two is there as a ZIP file alone."""
    missing = _PATIENT if scan is None else _MASKS
    packed = patient / f"{missing.upper()}.zip"
    role: Role = "image" if scan is None or masks is None else "mask"
    return LeftOver(scan or masks or packed, role, f"is of no use while {packed.name} is packed")


def _packed(folder: Path, left: Sequence[LeftOver]) -> InputError:
    packed = [one for one in left if "packed" in one.reason]
    if packed:
        return InputError(
            display_name(folder),
            f"holds its scans and masks as ZIP files in {counted(len(packed), 'folder')}",
            "unpack PATIENT_DICOM.zip and MASKS_DICOM.zip of every patient where they lie",
        )
    return InputError(
        display_name(folder),
        "holds scans of 3D-IRCADb but no mask called liver",
        "download MASKS_DICOM again",
    )


# --- CHAOS -------------------------------------------------------------------------------------


def find_chaos(folder: Path) -> FoundInDicom | None:
    """CT scans of CHAOS with their pictures of masks, in the order of their names.

    In the published data these run the other way than the slices; nothing is turned here: the
    check of the pair sees it and proposes to.
    """
    found, skipped = FoundInDicom(), list[Path]()
    for patient in _folders(folder, _DEEPEST):
        inside = subfolders_of(patient)
        scan, truth = inside.get(_SCAN), inside.get(_TRUTH)
        if scan is None:
            continue
        if any(part.lower() in _MR for part in patient.relative_to(folder.parent).parts):
            skipped.append(patient)
        elif truth is None:
            found.left_over.append(LeftOver(scan, "image", "has no Ground folder beside it"))
        else:
            _add_chaos(found, patient, scan, truth)
    if not found.cases:
        return found if found.left_over else None
    if skipped:
        found.notices.append(f"{counted(len(skipped), 'MR scan')} left aside: only CT is read.")
    found.notices += _said_of_left(found.left_over)
    return found


def _add_chaos(found: FoundInDicom, patient: Path, scan: Path, truth: Path) -> None:
    pictures = tuple(path for path in items_of(truth) if is_picture(path))
    slices = sum(entry.is_file() for entry in entries_of(scan))
    if len(pictures) != slices:
        why = f"has {slices} files, but {display_name(truth)} {counted(len(pictures), 'picture')}"
        found.left_over.append(LeftOver(scan, "image", why))
        return
    found.cases.append(
        Case(
            patient.name,
            patient.name,
            (scan,),
            pictures,
            f"{display_name(scan)} and {display_name(truth)} in one folder, "
            f"{display_name(patient)}, and {slices} files in each",
            SAME,
            on_scan_grid=True,
            notices=(
                "CHAOS: the pictures in Ground are taken from the feet up, in the order of their "
                "names. In the published data they run from the head down: check the pairs.",
            ),
        )
    )


def _folders(folder: Path, deep: int) -> Iterator[Path]:
    """The folder and those below it, a few levels deep, and never more than a few thousand."""
    level, seen = [folder], 0
    for depth in range(deep + 1):
        below: list[Path] = []
        for one in level:
            seen += 1
            if seen > _MOST_FOLDERS:
                return
            yield one
            if depth < deep:
                below += _quiet_subfolders(one)
        level = below


def _quiet_subfolders(folder: Path) -> list[Path]:
    """Its subfolders; none where they may not be read."""
    try:
        return list(subfolders_of(folder).values())
    except InputError:
        return []


# --- DICOM SEG and RTSTRUCT --------------------------------------------------------------------


@dataclass
class _Scan:
    """One image series of a folder."""

    folder: Path
    uid: str
    drawings: list[Path] = field(default_factory=list)


def find_drawn(folder: Path) -> FoundInDicom | None:
    """Scans with the DICOM object that was drawn on them, each known by its series."""
    scans, drawings = _scans_and_drawings(folder)
    if not scans or not drawings:
        return None
    found = FoundInDicom()
    for path, glance in drawings.items():
        scan, why = _drawn_on(path, glance, scans)
        if scan is None:
            found.left_over.append(LeftOver(path, "mask", why))
        else:
            scan.drawings.append(path)
    several = {scan.folder for scan in scans if sum(s.folder == scan.folder for s in scans) > 1}
    for scan in scans:
        if len(scan.drawings) == 1:
            is_named = scan.uid in drawings[scan.drawings[0]].drawn_on
            uid = scan.uid if scan.folder in several else None
            found.cases.append(_drawn_case(folder, scan, uid, is_named))
        elif scan.drawings:
            found.left_over += _rivals(scan)
        else:
            found.left_over.append(LeftOver(scan.folder, "image", "has no SEG or RTSTRUCT"))
    found.notices += _said_of_left(found.left_over)
    return found


def _scans_and_drawings(folder: Path) -> tuple[list[_Scan], dict[Path, Glance]]:
    scans: dict[tuple[Path, str], _Scan] = {}
    drawings: dict[Path, Glance] = {}
    for one in _folders(folder, _DEEPEST):
        if one == folder and not _quiet_subfolders(folder):
            break  # one scan with what belongs to it: opening it lists its series
        if not is_dicom_folder(one):
            continue
        for path, glance in glance_of(one):
            if glance.is_drawing:
                drawings[path] = glance
            else:
                scans.setdefault((one, glance.series_uid), _Scan(one, glance.series_uid))
    return list(scans.values()), drawings


def _drawn_on(path: Path, glance: Glance, scans: Sequence[_Scan]) -> tuple[_Scan | None, str]:
    """The scan a drawing belongs to, or why there is none."""
    if glance.drawn_on:
        own = [scan for scan in scans if scan.uid in glance.drawn_on]
        if len(own) == 1:
            return own[0], ""
        missing = "was drawn on a series that is not here"
        return None, missing if not own else f"fits {counted(len(own), 'folder')} equally well"
    near = [scan for scan in scans if scan.folder == path.parent]
    near = near or [scan for scan in scans if scan.folder.parent == path.parent.parent]
    if len(near) == 1:
        return near[0], ""
    return None, "does not say which series it was drawn on"


def _drawn_case(folder: Path, scan: _Scan, uid: str | None, is_named: bool) -> Case:
    (drawing,) = scan.drawings
    name = display_name(drawing)
    inside = scan.folder.relative_to(folder).parts
    patient = inside[0] if inside and drawing.is_relative_to(folder / inside[0]) else None
    return Case(
        patient or scan.folder.name,
        patient,
        (scan.folder,),
        (drawing,),
        f"{name} says that it was drawn on this series"
        if is_named
        else f"{name} lies beside the only scan, and names no series",
        SAME if is_named else _BESIDE,
        series_uid=uid,
    )


def _rivals(scan: _Scan) -> list[LeftOver]:
    names = listed(scan.drawings)
    why = f"has {len(scan.drawings)} masks, {names}: name the one to use in pairs.csv"
    return [LeftOver(scan.folder, "image", why)] + [
        LeftOver(path, "mask", f"is one of {len(scan.drawings)} masks of one scan")
        for path in scan.drawings
    ]


def _said_of_left(left_over: Sequence[LeftOver]) -> list[str]:
    """A sentence for each reason, with the names it holds for."""
    by_reason: dict[str, list[Path]] = defaultdict(list)
    for left in left_over:
        by_reason[left.reason].append(left.path)
    return [
        f"Not used: {', '.join(map(_with_folder, paths[:5]))}"
        f"{f' and {len(paths) - 5} more' if len(paths) > 5 else ''}, which {reason}."
        for reason, paths in by_reason.items()
    ]


def _with_folder(path: Path) -> str:
    return f"{display_name(path.parent)}/{display_name(path)}"
