"""Tables for spreadsheets: nothing in a cell runs, and numbers have dots."""

import csv
import io
import re
from pathlib import Path

import pytest

import unet_core
from unet_core.tables import csv_text

HARMFUL = ("=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1")


@pytest.mark.hazard("X6")
@pytest.mark.parametrize("text", HARMFUL)
def test_text_that_a_spreadsheet_would_run_is_text(text: str) -> None:
    table = csv_text(("case", text), [{"case": text, text: 0.5}])
    rows = list(csv.reader(io.StringIO(table, newline="")))
    assert rows == [["case", f"'{text}"], [f"'{text}", "0.5"]]


@pytest.mark.hazard("X6")
def test_numbers_have_dots_and_stay_numbers() -> None:
    table = csv_text(("a", "b", "c", "d"), [{"a": -0.25, "b": 1234567.5, "c": None}])
    assert table == '"a","b","c","d"\r\n"-0.25","1234567.5","n/a",""\r\n'


@pytest.mark.hazard("X6")
def test_quotes_commas_and_lines_stay_in_their_cell() -> None:
    odd = 'a "b", c\nd;e'
    (row,) = list(csv.reader(io.StringIO(csv_text((odd,), []), newline="")))
    assert row == [odd]


@pytest.mark.hazard("X6")
def test_no_other_module_writes_tables() -> None:
    root = Path(unet_core.__file__).parents[1]
    writing = re.compile(r"csv\.(writer|DictWriter)|to_csv\(.*sep=|QUOTE_")
    found = {
        path.name
        for folder in ("unet_core", "app")
        for path in (root / folder).rglob("*.py")
        if writing.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"tables.py"}
