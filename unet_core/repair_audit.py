"""What was done to a mask, kept beside it for good: a repaired data set says that it is one."""

import hashlib
import platform
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

import unet_core
from unet_core.errors import InputError
from unet_core.events import CaseReport, Repair
from unet_core.io import atomic
from unet_core.io.headers import display_name, open_regular

FOLDER = "repairs"
"""Inside a data set: one record a case that was changed or left out."""
_FORMAT = 1
_LISTED = 5
_MOST_RECORDS = 100_000


def write_record(
    path: Path,
    repair: Repair,
    *,
    sources: Sequence[Path],
    results: Sequence[Path],
    before: CaseReport,
    after: CaseReport | None,
) -> None:
    """Write what was done, why, when, by what, from what and with what effect.

    Files are told by name and SHA-256 alone, never by their folders.

    Args:
        path: Where the record goes.
        repair: What somebody agreed to.
        sources: Files of the mask as it was.
        results: Files of the mask as it is now; none if the case was left out.
        before: The check of the pair as it was.
        after: The check of the repaired pair; None if the case was left out.

    Raises:
        InputError: If it cannot be written.
    """
    record = {
        "format": _FORMAT,
        "case": before.case_id,
        "what": repair.title,
        "why": repair.reason,
        "steps": [{"kind": s.kind, **s.settings} for s in repair.steps],
        "when": datetime.now().astimezone().isoformat(timespec="seconds"),
        "versions": {
            "slicewise": unet_core.__version__,
            "python": platform.python_version(),
            "numpy": np.__version__,
        },
        "sources": _hashes(sources),
        "results": _hashes(results),
        "before": _state(before),
        "after": _state(after) if after else None,
    }
    atomic.write_json(path, record)


def repair_notices(dataset: Path) -> tuple[str, ...]:
    """What whoever uses a data set should know: how many of its masks were repaired, and how.

    Args:
        dataset: Its folder, or its table of pairs.
    """
    folder = (dataset if dataset.is_dir() else dataset.parent) / FOLDER
    if not folder.is_dir():
        return ()
    titles: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.json"))[:_MOST_RECORDS]:
        try:
            record = atomic.read_json(path)
            titles.setdefault(str(record["what"]), []).append(str(record["case"]))
        except (InputError, KeyError, TypeError):
            titles.setdefault("repaired, but the record is damaged", []).append(path.stem)
    if not titles:
        return ()
    made = "; ".join(f"{title} ({_listed(cases)})" for title, cases in titles.items())
    return (
        f"{_counted(titles)} repaired by Slicewise: {made}. Scores are against the repaired masks; "
        f"see the folder {FOLDER}.",
    )


def hash_of(path: Path) -> str:
    """SHA-256 of a file, hex.

    Raises:
        InputError: If it cannot be read.
    """
    with open_regular(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _hashes(paths: Iterable[Path]) -> list[dict[str, str]]:
    return [{"name": display_name(path), "sha256": hash_of(path)} for path in paths]


def _state(report: CaseReport) -> dict[str, Any]:
    return {
        "verdict": report.verdict,
        "problems": list(report.problems),
        "label_voxels": {str(value): count for value, count in report.label_voxels.items()},
        "evidence": dict(report.evidence),
    }


def _counted(titles: Mapping[str, Sequence[str]]) -> str:
    count = sum(map(len, titles.values()))
    return "1 case of this data set was" if count == 1 else f"{count} cases of this data set were"


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_LISTED])
    return f"{shown} and {len(names) - _LISTED} more" if len(names) > _LISTED else shown
