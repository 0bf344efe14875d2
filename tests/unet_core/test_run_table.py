"""The table of runs: what differs, what is damaged, what is read again."""

import dataclasses
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.unet_core.test_runs import append, begin
from unet_core import cli, run_table, runs
from unet_core.config import PRESETS
from unet_core.errors import InputError
from unet_core.run_names import RunName, read_name, write_name
from unet_core.run_table import Kept, RunRow, RunTable, read_table


def _begin(folder: Path, **settings: Any) -> Path:
    config = dataclasses.replace(PRESETS["quick"], **settings)
    values = runs.opened(folder.parent, folder, config, (), resume=False)
    runs.write_values(folder, {**values, "state": "stopped"})
    return folder


def _table(root: Path, kept: dict[Path, Kept] | None = None) -> RunTable:
    *_, table = read_table(root, kept)
    assert isinstance(table, RunTable)
    return table


def _row(root: Path, name: str) -> RunRow:
    return next(row for row in _table(root).rows if row.folder.name == name)


def test_rows_tell_best_scores_and_what_differs(tmp_path: Path) -> None:
    first = _begin(tmp_path / "a", learning_rate=1e-3)
    _begin(tmp_path / "b", learning_rate=2e-3, batch_size=4)
    append(first, 1)
    append(first, 2, best=False)
    (first / runs.MODEL_FILE).touch()
    write_name(first, RunName("My run", "small\nnote"))

    table = _table(tmp_path)
    row = _row(tmp_path, "a")

    assert table.differing == ("batch_size", "learning_rate")
    assert table.labels == ("liver", "tumour")
    assert (row.title, row.given.note) == ("My run", "small\nnote")
    assert (row.epochs_done, row.epochs, row.best_epoch, row.best_score) == (2, 20, 1, 0.5)
    assert dict(row.scores) == {"liver": 0.5, "tumour": None}
    assert row.minutes == pytest.approx(2 / 60)
    assert row.model_path == first / runs.MODEL_FILE
    assert (row.can_resume, row.can_extend, row.faults) == (True, True, ())
    assert not _row(tmp_path, "b").can_extend


def test_scalars_are_those_of_the_whole_journal(tmp_path: Path) -> None:
    """Passing over slice scores must not change a single number."""
    folder = _begin(tmp_path / "a")
    for epoch in (1, 2, 3):
        append(folder, epoch)
    last = {"cases": [], "record": runs.read_curve(folder)[2], "epoch": 3}
    runs.keep_entries(folder, 3, last)  # as mended from a saved state: other order, same numbers
    found = run_table.read_scalars(folder / runs.JOURNAL_FILE)
    assert list(found.records) == runs.read_curve(folder)
    assert found.fault == ""


def test_what_cannot_be_read_is_named_and_the_rest_listed(tmp_path: Path) -> None:
    sound = _begin(tmp_path / "sound")
    append(sound, 1)
    _begin(tmp_path / "moved")
    values = runs.read_values(tmp_path / "moved")
    runs.write_values(tmp_path / "moved", {**values, "dataset": str(tmp_path / "gone")})
    (tmp_path / "foreign").mkdir()
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "run.json").write_text("{")
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "run.json").write_text('{"config": {"model": 3}, "state": "asleep"}')
    newer = _begin(tmp_path / "newer")
    (newer / "run.json").write_text(json.dumps({**runs.read_values(newer), "format": 99}))
    torn = _begin(tmp_path / "torn")
    for epoch in (1, 2, 3):
        append(torn, epoch)
    lines = (torn / runs.JOURNAL_FILE).read_bytes().splitlines(keepends=True)
    (torn / runs.JOURNAL_FILE).write_bytes(lines[0] + lines[1][:50] + b"\n" + lines[2])
    named = _begin(tmp_path / "named")
    (named / "name.json").write_text("[")
    (tmp_path / ".slices").mkdir()
    (tmp_path / run_table.TRASH_FOLDER).mkdir()

    rows = {row.folder.name: row for row in _table(tmp_path).rows}

    assert rows.keys() == {"sound", "moved", "foreign", "broken", "odd", "newer", "torn", "named"}
    assert rows["sound"].faults == ()
    assert "data set (gone) is no longer" in rows["moved"].faults[0]
    assert "holds no run" in rows["foreign"].faults[0]
    assert "no valid JSON" in rows["broken"].faults[0]
    assert "damaged run.json" in rows["odd"].faults[0]
    assert "newer Slicewise" in rows["newer"].faults[0]
    assert "damaged after epoch 1" in rows["torn"].faults[0]
    assert rows["torn"].epochs_done == 1
    assert "name.json" in rows["named"].faults[0]
    assert rows["named"].is_run
    for name in ("foreign", "broken", "odd", "newer"):
        assert not rows[name].is_run


def test_a_last_line_being_written_is_no_damage(tmp_path: Path) -> None:
    folder = _begin(tmp_path / "a")
    append(folder, 1)
    with (folder / runs.JOURNAL_FILE).open("ab") as file:
        file.write(b'{"epoch": 2, "rec')
    row = _row(tmp_path, "a")
    assert (row.epochs_done, row.faults) == (1, ())


def test_folds_are_listed_under_their_cross_validation(tmp_path: Path) -> None:
    for number in range(2):
        _begin(tmp_path / "cross" / f"fold-{number}", seed=number)
    assert sorted(row.title for row in _table(tmp_path).rows) == [
        "cross / fold-0",
        "cross / fold-1",
    ]


def test_a_run_in_nobodys_hands_was_interrupted(tmp_path: Path) -> None:
    folder = begin(tmp_path / "a")
    assert _row(tmp_path, "a").state == "interrupted"
    with runs.owned(folder):
        assert _row(tmp_path, "a").state == "running"


def test_only_what_changed_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "abc":
        append(_begin(tmp_path / name), 1)
    read: list[str] = []
    original = run_table.read_row

    def counted(folder: Path, group: str = "") -> RunRow:
        read.append(folder.name)
        return original(folder, group)

    monkeypatch.setattr(run_table, "read_row", counted)
    kept: dict[Path, Kept] = {}
    first = _table(tmp_path, kept)
    assert sorted(read) == ["a", "b", "c"]
    append(tmp_path / "b", 2)
    write_name(tmp_path / "c", RunName("C"))
    read.clear()
    second = _table(tmp_path, kept)
    assert sorted(read) == ["b", "c"]
    assert {row.title for row in second.rows} == {"a", "b", "C"}
    assert first != second
    (tmp_path / "a" / "run.json").unlink()
    assert not next(r for r in _table(tmp_path, kept).rows if r.folder.name == "a").is_run
    assert _table(tmp_path / "absent", kept).rows == ()
    assert kept == {}


def test_a_name_is_tidied_and_can_be_taken_back(tmp_path: Path) -> None:
    assert read_name(tmp_path) == RunName()
    given = write_name(tmp_path, RunName(" a\tb\x00\u202e ", "one\r\ntwo" + "x" * 5000))
    assert given.name == "a b"
    assert given.note.startswith("one\ntwo")
    assert len(given.note) == 2000
    assert read_name(tmp_path) == given
    assert write_name(tmp_path, RunName()) == RunName()
    (tmp_path / "name.json").write_text("3")
    with pytest.raises(InputError, match="damaged"):
        read_name(tmp_path)


def _run(*arguments: str | Path) -> tuple[int, str]:
    out = io.StringIO()
    return cli.run([*map(str, arguments)], out, io.StringIO()), out.getvalue()


def test_the_command_lists_them(tmp_path: Path) -> None:
    append(_begin(tmp_path / "a", batch_size=4), 1)
    _begin(tmp_path / "b")
    code, said = _run("runs", tmp_path)
    assert code == 0
    assert "batch_size" in said.splitlines()[0]
    assert "0.500" in said
    (tmp_path / "broken").mkdir()
    code, said = _run("runs", tmp_path, "--json")
    assert code == 1
    found = {row["run"]: row for row in map(json.loads, said.splitlines())}
    assert found["a"]["scores"] == {"liver": 0.5, "tumour": None}
    assert found["broken"]["state"] == "none"
    assert str(tmp_path) not in said
    assert _run("runs", tmp_path / "absent") == (0, "No runs there.\n")
