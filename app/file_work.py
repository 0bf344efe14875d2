"""What opening and checking ask child processes and threads to do, each a generator of events.

No Qt here and no heavy import at the top: a child imports this file and then only what its task
needs, and the window starts without waiting for libraries.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from unet_core.errors import InputError
from unet_core.events import Event

if TYPE_CHECKING:
    from unet_core.cases import CaseList

DEMO_CASES = 6
Size = tuple[int, int, int]


@dataclass(frozen=True)
class DatasetFound:
    """A folder is a data set of image and mask pairs."""

    folder: Path
    cases: "CaseList"


def list_cases(folder: Path) -> Iterator[DatasetFound]:
    """Yields the pairs in a folder; reads names only."""
    from unet_core.cases import find_cases

    yield DatasetFound(folder, find_cases(folder))


def check_pairs(folder: Path, threshold: bool) -> Iterator[Event]:
    """Read every scan with its mask and say what does not fit."""
    from unet_core.alignment import check

    yield from check(folder, threshold_masks=threshold)


def make_demo(folder: Path, size_xyz: Size | None) -> Iterator[Event]:
    """Write the demo patients that are not there yet."""
    from unet_core.phantom import write_cohort

    if size_xyz is None:
        yield from write_cohort(folder, DEMO_CASES)
    else:
        yield from write_cohort(folder, DEMO_CASES, size_xyz=size_xyz)


def read(
    paths: tuple[Path, ...], as_mask: bool | None, series_uid: str | None, threshold: bool
) -> Iterator[Event | DatasetFound]:
    """A data set if the one path is the folder of one, else a scan or a mask."""
    from unet_core.io import load

    if len(paths) == 1 and paths[0].is_dir() and series_uid is None and as_mask is None:
        try:
            yield from list_cases(paths[0])
        except InputError:
            pass  # not a data set: reading it as DICOM says what it is
        else:
            return
    source = paths[0] if len(paths) == 1 else paths
    yield from load(source, as_mask=as_mask, series_uid=series_uid, threshold=threshold)
