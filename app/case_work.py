"""What the window asks child processes about files and data sets, each a generator of events.

No Qt here and no heavy import at the top, as in ``app.work``. Looking through a folder happens in
a child too: a hundred thousand names in a thread of the window would make it stutter.
"""

import contextlib
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import ChildDied, InputError
from unet_core.events import Event, Loaded, Repair
from unet_core.isolation import isolated
from unet_core.volume import LabelMap, Volume

if TYPE_CHECKING:
    from unet_core.case import Case, CaseList

DEMO_CASES = 6
TABLE_ENDINGS = (".csv", ".folders.json")
"""Of files that are a data set: a table of pairs, or what stands for two folders."""
Size = tuple[int, int, int]


@dataclass(frozen=True)
class CasesFound:
    """A folder, or a table of pairs, is a data set of image and mask pairs."""

    folder: Path
    cases: "CaseList"


class Reading:
    """A data set if the one path is the folder or table of one, else a scan or a mask.

    Iterate over it for the events. Looking for pairs reports nothing before it is done, so that
    whoever has no more patience may end the child that does it.

    Args:
        paths: One file or folder, or the pictures of one stack.
        as_mask: As ``load``.
        settings: Further arguments of ``load``.
        reference: The open scan.
    """

    def __init__(
        self,
        paths: tuple[Path, ...],
        as_mask: bool | None,
        settings: Mapping[str, Any],
        reference: Volume | None,
    ) -> None:
        self._paths = paths
        self._is_any = as_mask is None and len(paths) == 1 and "series_uid" not in settings
        self._settings = {"as_mask": as_mask, "reference": reference, **settings}
        self._looking = isolated(find_cases, paths[0], keep=True)
        self._events = self._read()

    def __iter__(self) -> "Reading":
        return self

    def __next__(self) -> Event | CasesFound:
        return next(self._events)

    @property
    def pid(self) -> int | None:
        """The child that looks for pairs, while it does."""
        return self._looking.pid

    def close(self) -> None:
        """Leave it, wherever it is."""
        self._events.close()

    def _read(self) -> Generator[Event | CasesFound, None, None]:
        from unet_core.io import load

        if self._is_any and self._paths[0].name.lower().endswith(TABLE_ENDINGS):
            yield from self._found()
            return
        if self._is_any and self._paths[0].is_dir():
            found = None
            try:
                (found,) = self._found()
            except ChildDied:
                raise
            except InputError:
                pass  # not a data set: reading it as DICOM says what it is
            if found is not None and not _is_one_patient(found.cases):
                yield found
                return
        yield from load(self._paths[0] if len(self._paths) == 1 else self._paths, **self._settings)

    def _found(self) -> Iterator[CasesFound]:
        with contextlib.closing(self._looking) as events:
            yield from events


class Pairing:
    """Two folders given at once: a data set of images and masks, or each for itself.

    Iterate over it for one CasesFound, or for one NotPaired that says what to do instead.
    """

    def __init__(self, folders: tuple[Path, ...], keep: Path) -> None:
        self._looking = isolated(pair_folders, folders[0], folders[1], keep)
        self._events: Iterator[object] = self._looking

    def __iter__(self) -> "Pairing":
        return self

    def __next__(self) -> object:
        return next(self._events)

    @property
    def pid(self) -> int | None:
        """The child that looks into them."""
        return self._looking.pid

    def close(self) -> None:
        """Leave it, wherever it is."""
        self._looking.close()


@dataclass(frozen=True)
class NotPaired:
    """Two things given at once that are no folders of images and masks."""

    paths: tuple[Path, Path]


def pair_folders(one: Path, other: Path, keep: Path) -> "Iterator[CasesFound | NotPaired]":
    """Make a data set of two folders: of the folder above them, or of a small file in ``keep``."""
    from unet_core import cases, folder_pair

    if not (one.is_dir() and other.is_dir()) or _is_series(one) or _is_series(other):
        yield NotPaired((one, other))
        return
    images, masks = folder_pair.roles(one, other)
    if images.parent == masks.parent:
        with contextlib.suppress(InputError):
            found = cases.find_cases(images.parent)
            if _lies_in(found, (images, masks)):
                yield CasesFound(images.parent, found)
                return
    path = folder_pair.write(keep, images, masks)
    try:
        yield CasesFound(path, cases.find_cases(path))
    except InputError:
        path.unlink(missing_ok=True)  # it would stand for no data set
        raise


def _is_series(folder: Path) -> bool:
    """Whether it is one DICOM object, not a folder of several scans or masks."""
    from unet_core.case_names import is_dicom_folder

    return is_dicom_folder(folder)


def _lies_in(found: "CaseList", folders: tuple[Path, Path]) -> bool:
    """Whether every pair is of these two folders, so that the folder above means the same."""
    return all(
        path.parent in folders for case in found.cases for path in case.image_paths[:1]
    ) and all(path.parent in folders for case in found.cases for path in case.mask_paths[:1])


def _is_one_patient(found: "CaseList") -> bool:
    """Whether it is what a hospital hands out on one patient: series to choose from."""
    from unet_core.layouts import DICOM_DRAWN

    return found.layout == DICOM_DRAWN and len(found.cases) == 1


def look_for_cases(folder: Path) -> Iterator[CasesFound]:
    """``find_cases`` in a child process."""
    events = isolated(find_cases, folder, keep=True)
    with contextlib.closing(events):
        yield from events


def find_cases(folder: Path) -> Iterator[CasesFound]:
    """Yields the pairs in a folder; reads names only."""
    from unet_core import cases

    yield CasesFound(folder, cases.find_cases(folder))


def read_case_mask(
    paths: tuple[Path, ...],
    dataset: Path,
    settings: Mapping[str, Any],
    reference: Volume | None,
) -> Iterator[Event]:
    """The mask of one case, its values read as training on its data set reads them."""
    from unet_core.case_masks import load_case_mask

    siblings = _cases_of(dataset)
    if all(case.mask_paths != paths for case in siblings):
        siblings = ()  # of another data set
    threshold = bool(settings.get("threshold"))
    yield from load_case_mask(paths, siblings, threshold_masks=threshold, reference=reference)


def read_case_scan(
    paths: tuple[Path, ...],
    mask_paths: tuple[Path, ...],
    dataset: Path,
    settings: Mapping[str, Any],
) -> Iterator[Event]:
    """The scan of one case: of a folder with several series, the one its mask was drawn on."""
    from unet_core.io import load

    siblings = _cases_of(dataset) if paths[0].is_dir() else ()
    own = [case for case in siblings if (case.image_paths, case.mask_paths) == (paths, mask_paths)]
    wanted = next((case.series_uid for case in own), None)
    series = {"series_uid": wanted} if wanted else {}
    source = paths[0] if len(paths) == 1 else paths
    yield from load(source, as_mask=False, **{**series, **settings})


def _cases_of(dataset: Path) -> "tuple[Case, ...]":
    """Those of a data set that is still there."""
    with contextlib.suppress(InputError):
        for found in look_for_cases(dataset):
            return found.cases.cases
    return ()


def check_pairs(folder: Path, threshold: bool) -> Iterator[Event]:
    """Read every scan with its mask and say what does not fit."""
    from unet_core.alignment import check

    yield from check(folder, threshold_masks=threshold)


def write_repaired(
    dataset: Path, target: Path, chosen: Mapping[str, Repair], threshold: bool
) -> Iterator[Event]:
    """Write a data set anew with repairs that were agreed to."""
    from unet_core import repair

    yield from repair.write_repaired(dataset, target, chosen, threshold_masks=threshold)


def demo(folder: Path, size_xyz: Size | None) -> Iterator[object]:
    """Make the demo patients that are not there yet, then find them."""
    with contextlib.closing(isolated(make_demo, folder, size_xyz)) as events:
        yield from events
    yield from look_for_cases(folder)


def make_demo(folder: Path, size_xyz: Size | None) -> Iterator[Event]:
    """Write the demo patients that are not there yet."""
    from unet_core.phantom import write_cohort

    if size_xyz is None:
        yield from write_cohort(folder, DEMO_CASES)
    else:
        yield from write_cohort(folder, DEMO_CASES, size_xyz=size_xyz)


def save_mask(
    label_map: LabelMap, path: Path, reference: Volume | None, identify: bool
) -> Iterator[Event]:
    """Write a mask over whatever has that name, which was agreed to."""
    from unet_core.io import save

    yield from save(label_map, path, overwrite=True, reference=reference, identify=identify)


@dataclass(frozen=True)
class CasePictures:
    """A telling slice of a case with its mask, as it is and as a repair would make it.

    Attributes:
        repair: None where only the case as it is was asked for.
        before: (H, W, 3) uint8; the scan alone where the mask cannot be drawn on it.
        after: The same slice with the repaired mask.
        words: Which slice, and what keeps a mask from being drawn.
    """

    case_id: str
    repair: Repair | None
    before: NDArray[np.uint8]
    after: NDArray[np.uint8] | None
    words: str


def case_pictures(
    case: "Case", siblings: "tuple[Case, ...]", threshold: bool, repair: Repair | None
) -> Iterator[CasePictures]:
    """Draw one case; for a child process, which reads it itself."""
    from unet_core.case_masks import load_image, load_mask, siblings_mask_events
    from unet_core.overlay_picture import fullest_slice, slice_picture
    from unet_core.repair_steps import leaves_out, reading_of, repaired

    volume = load_image(case, isolate=False)
    mask: LabelMap | None = None
    after: LabelMap | None = None
    words = ""
    try:
        for event in siblings_mask_events(
            case, siblings, threshold=threshold, isolate=False, reference=volume
        ):
            if isinstance(event, Loaded) and isinstance(event.item, LabelMap):
                mask = event.item
    except InputError as error:
        words = f" The mask is not drawn: it {error.fault}."
    if repair is not None and not leaves_out(repair):
        reading = reading_of(repair)
        settled = {"threshold": threshold, **reading}
        read = mask if not reading else load_mask(case, isolate=False, reference=volume, **settled)
        after = None if read is None else repaired(volume, read, repair)
    shown = [m for m in (after, mask) if m is not None and m.voxels.shape == volume.voxels.shape]
    if mask is not None and mask.voxels.shape != volume.voxels.shape:
        words = " The mask is not drawn: it has another number of voxels."
    frame = volume.geometry.orientation
    index = fullest_slice(frame.apply(shown[0].voxels)) if shown else len(volume.canonical) // 2
    yield CasePictures(
        case.case_id,
        repair,
        slice_picture(volume, mask, index),
        None if after is None else slice_picture(volume, after, index),
        f"Slice {index + 1} of {len(volume.canonical)}.{words}",
    )
