"""Sound files refused, counted: ``python -m tests.endurance.valid_files FOLDER...``.

Every file and every folder with DICOM slices below the folders given is opened as a user would
open it. Without folders: the real scans beside the checkout and what nibabel and pydicom test
themselves with. Each refusal is printed with its sentence; behind it stands why that is right, or
why a sound scan is refused all the same, where the tables of expected outcomes say so.
"""

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import REAL_DATA
from tests.unet_core.test_io_dicom_outcomes import FALSE_REFUSALS, PYDICOM
from tests.unet_core.test_io_odd import NIBABEL, NIBABEL_DATA
from unet_core import isolation
from unet_core.errors import InputError
from unet_core.events import Loaded, Offered, SeriesFound
from unet_core.io import READERS, kind_of, load

_ENDINGS = tuple(ending for endings in READERS.values() for ending in endings if ending)
_DAMAGED = {
    "MR_truncated.dcm": "cut on purpose",
    "rtplan_truncated.dcm": "cut on purpose",
    "badVR.dcm": "damaged on purpose",
    "meta_missing_tsyntax.dcm": "damaged on purpose",
    "no_meta.dcm": "no file header",
    "SC_rgb_jpeg.dcm": "damaged by its writer",
}
"""Files that are not sound, as their own authors say."""


def things_in(folder: Path) -> Iterator[Path]:
    """Single files that hold a scan or mask, and folders of DICOM slices."""
    series: Counter[Path] = Counter()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        kind = _kind(path)
        if kind == "DICOM" and path.name.upper() != "DICOMDIR":
            series[path.parent] += 1
            if path.is_relative_to(PYDICOM):  # a drawer of single files, damaged ones among them
                yield path
        elif kind or path.name.endswith(_ENDINGS):
            yield path
    yield from (parent for parent in series if not parent.is_relative_to(PYDICOM))


def _kind(path: Path) -> str:
    try:
        return kind_of(path)
    except InputError:
        return ""


def outcome_of(path: Path) -> tuple[str, str]:
    """Whether it is ``loaded``, ``asked`` about or ``refused``, and the sentence."""
    result = "refused"
    sentence = ""
    try:
        for event in load(path):
            if isinstance(event, Loaded):
                result = "loaded"
            elif isinstance(event, Offered):
                result, sentence = "asked", f"{event.subject} {event.fault}"
            elif isinstance(event, SeriesFound):
                result, sentence = "asked", f"which of {len(event.series)} series"
    except InputError as refusal:
        sentence = str(refusal)
    return result, sentence


def _is_dicom_of_pydicom(path: Path) -> bool:
    return path.is_relative_to(PYDICOM) and path.is_file() and "DICOMDIR" not in path.name


def outcome_of_copy(path: Path) -> tuple[str, str]:
    """As ``outcome_of``, without the files that happen to lie beside it."""
    with tempfile.TemporaryDirectory() as folder:
        return outcome_of(Path(shutil.copy(path, folder)))


def explained(path: Path) -> tuple[str, str]:
    """Whether a refused file is sound all the same (``false``), and why it is refused."""
    if path.name in _DAMAGED:
        return "right", _DAMAGED[path.name]
    because = FALSE_REFUSALS.get(path.name, "")
    if not because and path.name in NIBABEL and path.is_relative_to(NIBABEL_DATA):
        because = getattr(NIBABEL[path.name], "because", "")
    return ("false", because) if because else ("right", "as its sentence says")


def main() -> None:
    """Open all, count, explain."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    folders = parser.parse_args().folders
    folders = folders or [f for f in (REAL_DATA, NIBABEL_DATA, PYDICOM) if f.is_dir()]
    counts: Counter[tuple[str, str]] = Counter()
    refusals: list[str] = []
    for folder in folders:
        for path in things_in(folder):
            alone = _is_dicom_of_pydicom(path)
            outcome, sentence = outcome_of_copy(path) if alone else outcome_of(path)
            shown = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            where = "/".join(shown.split("/")[:2])
            if outcome == "refused":
                verdict, why = explained(path)
                outcome = f"refused, {verdict}"
                refusals.append(f"{verdict}: {shown}: {sentence} [{why}]")
            counts[where, outcome] += 1
            print(f"{outcome}: {shown} {sentence}", file=sys.stderr, flush=True)
    isolation.shut_down()
    _print(counts, refusals)


def _print(counts: Counter[tuple[str, str]], refusals: list[str]) -> None:
    outcomes = ("loaded", "asked", "refused, right", "refused, false")
    print(f"{'folder':<32}" + "".join(f"{outcome:>16}" for outcome in outcomes))
    for where in sorted({where for where, _ in counts}):
        print(f"{where:<32}" + "".join(f"{counts[where, o]:>16}" for o in outcomes))
    sums = [sum(n for (_, o), n in counts.items() if o == outcome) for outcome in outcomes]
    print(f"{'all':<32}" + "".join(f"{total:>16}" for total in sums))
    print(*sorted(refusals), sep="\n")


if __name__ == "__main__":
    main()
