"""A table of pairs: a CSV file that says which image belongs to which mask."""

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from unet_core.case import Case, LeftOver, Role
from unet_core.case_names import is_picture, items_of, stem
from unet_core.errors import InputError
from unet_core.io.headers import display_name, open_regular
from unet_core.tables import meant

NAME = "pairs.csv"
ENDING = ".csv"
COLUMNS = ("image", "mask", "patient", "case")
_MOST_BYTES, _MOST_ROWS = 16 << 20, 100_000
_REMEDY = "give it the columns image and mask, with paths as seen from the table's own folder"


@dataclass(frozen=True)
class Table:
    """What the rows give."""

    cases: tuple[Case, ...]
    left_over: tuple[LeftOver, ...]
    notices: tuple[str, ...]


class _Bad(Exception):
    """A row that makes no pair: what of it, and why."""

    def __init__(self, path: Path, role: Role, why: str) -> None:
        super().__init__(why)
        self.path, self.role, self.why = path, role, why


def read(path: Path) -> Table:
    """The pairs of a table; bad rows are left over, each with its number.

    Columns are ``image`` and ``mask``, and if wanted ``patient`` and ``case``, in any order;
    commas, semicolons or tabs between them. A path is a file, a DICOM folder or a folder of
    pictures, below the table's own folder.

    Raises:
        InputError: If it is no such table, or no row makes a pair.
    """
    rows, cases, bad = _rows(path), list[Case](), list[tuple[int, _Bad]]()
    used: dict[Path, int] = {}
    for number, row in rows:
        try:
            case = _case(path, number, row)
            for one in (*case.image_paths[:1], *case.mask_paths[:1]):
                if one in used:
                    role: Role = "image" if one in case.image_paths else "mask"
                    raise _Bad(one, role, f"is in row {used[one]} already")
        except _Bad as problem:
            bad.append((number, problem))
            continue
        used |= dict.fromkeys((case.image_paths[0], case.mask_paths[0]), number)
        cases.append(case)
    if not cases:
        raise _no_pair(path, bad)
    left = tuple(LeftOver(b.path, b.role, f"{b.why} (row {n})") for n, b in bad)
    return Table(_named_apart(cases), left, tuple(_said(path, bad)))


def _rows(path: Path) -> list[tuple[int, Mapping[str, str]]]:
    """(line of the file, cells by column) of each row that is not empty."""
    with open_regular(path) as file:
        data = file.read(_MOST_BYTES + 1)
    name = display_name(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(name, "is not text in UTF-8", "save it as CSV in UTF-8") from None
    if len(data) > _MOST_BYTES or text.count("\n") > _MOST_ROWS:
        raise InputError(name, "is longer than any table of pairs", "choose another file")
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        header = [cell.strip().lower() for cell in next(table, [])]
        lines = [(table.line_num, cells) for cells in table if any(c.strip() for c in cells)]
    except csv.Error:
        raise InputError(
            name, "has quotes that do not close, so it is no table", "save it as CSV again"
        ) from None
    if not {"image", "mask"} <= set(header):
        raise InputError(name, "has no columns named image and mask", _REMEDY)
    return [
        (number, {key: meant(cell.strip()) for key, cell in zip(header, cells, strict=False)})
        for number, cells in lines
    ]


def _case(table: Path, number: int, row: Mapping[str, str]) -> Case:
    images = _paths(table, row.get("image", ""), "image")
    masks = _paths(table, row.get("mask", ""), "mask")
    if is_picture(images[0]) and len(images) != len(masks):
        why = f"has {len(images)} pictures, and its mask {len(masks)}"
        raise _Bad(images[0].parent, "image", why)
    whole = images[0] if len(images) == 1 else images[0].parent
    return Case(
        case_id=row.get("case") or stem(whole),
        patient=row.get("patient") or None,
        image_paths=images,
        mask_paths=masks,
        reason=f"row {number} of {display_name(table)}",
        on_scan_grid=is_picture(masks[0]) and not is_picture(images[0]),
    )


def _paths(table: Path, cell: str, role: Role) -> tuple[Path, ...]:
    plain = cell.replace("\\", "/")
    path = table.parent / plain
    if not plain or "\0" in plain:
        raise _Bad(table, role, f"names no {role}")
    if plain.startswith("/") or ":" in plain[:3] or ".." in Path(plain).parts:
        raise _Bad(path, role, f"leads out of the folder of {display_name(table)}")
    if path.is_file():
        return (path,)
    if not path.is_dir():
        raise _Bad(path, role, "does not exist")
    pictures = tuple(item for item in items_of(path) if item.is_file() and is_picture(item))
    return pictures or (path,)


def _named_apart(cases: Sequence[Case]) -> tuple[Case, ...]:
    """The cases; those of one name told apart by their row."""
    counts = Counter(case.case_id for case in cases)
    return tuple(
        case
        if counts[case.case_id] == 1
        else Case(**{**vars(case), "case_id": f"{case.case_id} ({case.reason.split(' of ')[0]})"})
        for case in cases
    )


def _said(table: Path, bad: Sequence[tuple[int, _Bad]]) -> list[str]:
    if not bad:
        return []
    shown = "; ".join(f"row {n}: {display_name(b.path)} {b.why}" for n, b in bad[:5])
    more = f"; and {len(bad) - 5} more" if len(bad) > 5 else ""
    count = "1 row" if len(bad) == 1 else f"{len(bad)} rows"
    return [f"{count} of {display_name(table)} will not be used: {shown}{more}."]


def _no_pair(table: Path, bad: Sequence[tuple[int, _Bad]]) -> InputError:
    if not bad:
        return InputError(display_name(table), "has no row below its header", _REMEDY)
    number, first = bad[0]
    return InputError(
        display_name(table),
        f"holds no usable pair (row {number}: {display_name(first.path)} {first.why})",
        _REMEDY,
    )
