"""Tables for spreadsheets (CSV) that say what was meant and run nothing."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

NOT_APPLICABLE = "n/a"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""A spreadsheet runs text that starts so (OWASP, CSV injection); the last four are = + - @ as wide
as a Chinese character, which some programs take for the same."""


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    r"""A table with a line of column names; a row's missing columns are empty.

    Decimal dots, commas between, every cell quoted (RFC 4180); n/a for None; text that a
    spreadsheet would run as a formula has an apostrophe in front.

    >>> csv_text(("name", "dice"), [{"name": "=1+1", "dice": 0.5}]).splitlines()
    ['"name","dice"', '"\'=1+1","0.5"']
    """
    text = io.StringIO()
    table = csv.DictWriter(text, columns, restval="", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow({column: _cell(column) for column in columns})
    for row in rows:
        table.writerow({key: _cell(value) for key, value in row.items()})
    return text.getvalue()


def meant(cell: str) -> str:
    """What a cell of a table stands for: without the apostrophe that ``csv_text`` put there.

    >>> meant("'=1+1"), meant("'tis"), meant("plain")
    ('=1+1', "'tis", 'plain')
    """
    return cell[1:] if cell.startswith("'") and _would_run(cell[1:]) else cell


def _would_run(text: str) -> bool:
    return text.lstrip(" ").startswith(_FORMULA)


def _cell(value: object) -> str:
    if value is None:
        return NOT_APPLICABLE
    if isinstance(value, str):
        return f"'{value}" if _would_run(value) else value
    return repr(value)
