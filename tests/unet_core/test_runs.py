import math
from pathlib import Path

import numpy as np
import pytest

from unet_core import runs
from unet_core.config import PRESETS
from unet_core.errors import InputError
from unet_core.events import EpochRecord
from unet_core.runs import CaseScores


def record(epoch: int, score: float = 0.5, *, best: bool = True) -> EpochRecord:
    return EpochRecord(
        epoch=epoch,
        train_loss=1.0,
        validation_loss=1.5,
        train_accuracy=0.9,
        validation_accuracy=0.8,
        dice={"liver": score, "tumour": None},
        iou={"liver": score, "tumour": None},
        score=score,
        is_best=best,
        learning_rate=1e-3,
        images_per_s=10.0,
        elapsed_s=float(epoch),
    )


def scores(epoch: int) -> CaseScores:
    dice = np.array([[math.nan, math.nan], [0.5, math.nan], [1.0, 0.0]])
    return CaseScores(epoch, "00", ("liver", "tumour"), dice, (0.75, math.nan))


def begin(folder: Path) -> Path:
    values = runs.opened(Path("data"), folder, PRESETS["quick"], (), resume=False)
    runs.write_values(folder, values)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return begin(tmp_path / "run")


def append(folder: Path, epoch: int, *, best: bool = True) -> None:
    runs.append_entry(folder, runs.journal_entry(record(epoch, best=best), [scores(epoch)]))


def test_what_is_appended_is_read(folder: Path) -> None:
    """T11: n/a is null on disk and NaN in memory, never a number."""
    append(folder, 1)
    append(folder, 2, best=False)
    assert runs.read_records(folder) == [record(1), record(2, best=False)]
    found = runs.read_slice_scores(folder, 2)
    assert [f.case_id for f in found] == ["00"]
    np.testing.assert_array_equal(found[0].dice, scores(2).dice)
    assert found[0].case_dice[0] == 0.75
    assert math.isnan(found[0].case_dice[1])
    assert len(runs.read_slice_scores(folder)) == 2
    assert "NaN" not in (folder / "events.jsonl").read_text()


def test_a_torn_tail_is_dropped(folder: Path) -> None:
    append(folder, 1)
    append(folder, 2)
    journal = folder / "events.jsonl"
    whole = journal.read_bytes()
    first = whole.index(b"\n") + 1
    for size in range(first, len(whole), 7):
        journal.write_bytes(whole[:size])
        assert runs.read_records(folder) == [record(1)]
    journal.write_bytes(b"")
    assert runs.read_records(folder) == []


def test_the_curve_is_cut_to_the_saved_round_and_mended(folder: Path) -> None:
    """T8: no gap and no repeat, whether the journal ran ahead or fell behind."""
    for epoch in (1, 2, 3):
        append(folder, epoch)
    runs.keep_entries(folder, 2, runs.journal_entry(record(2), [scores(2)]))
    assert [r.epoch for r in runs.read_records(folder)] == [1, 2]
    runs.keep_entries(folder, 3, runs.journal_entry(record(3), [scores(3)]))
    assert [r.epoch for r in runs.read_records(folder)] == [1, 2, 3]
    runs.keep_entries(folder, 0, None)
    assert runs.read_records(folder) == []


def test_a_summary_tells_best_and_state(folder: Path) -> None:
    append(folder, 1)
    append(folder, 2, best=False)
    with runs.owned(folder):
        summary = runs.read_run(folder)
    assert (summary.state, summary.epochs_done, summary.epochs) == ("running", 2, 20)
    assert (summary.best_epoch, summary.best_score, summary.preset) == (1, 0.5, "quick")
    assert summary.model_path is None
    assert not summary.can_resume


def test_running_without_an_owner_is_interrupted(folder: Path) -> None:
    """T1."""
    assert runs.read_run(folder).state == "interrupted"
    assert runs.read_run(folder).can_resume


def test_runs_are_listed_newest_first_and_junk_is_left_out(tmp_path: Path) -> None:
    for name, started in (("a", "2026-01-01T00:00:00"), ("b", "2026-02-01T00:00:00")):
        begin(tmp_path / name)
        values = runs.read_values(tmp_path / name)
        runs.write_values(tmp_path / name, {**values, "started": started})
    (tmp_path / ".slices").mkdir()
    (tmp_path / "junk").mkdir()
    (tmp_path / "junk" / "run.json").write_text("{")
    (tmp_path / "file").touch()
    assert [run.folder.name for run in runs.list_runs(tmp_path)] == ["b", "a"]
    assert runs.list_runs(tmp_path / "absent") == []


def test_new_folders_never_collide(tmp_path: Path) -> None:
    folders = {runs.new_run_folder(tmp_path / "runs", "quick") for _ in range(3)}
    assert len(folders) == 3
    assert all(f.is_dir() and f.stat().st_mode & 0o077 == 0 for f in folders)  # P7


def test_an_old_run_is_not_overwritten(folder: Path) -> None:
    with pytest.raises(InputError, match="holds a run already"):
        runs.opened(Path("data"), folder, PRESETS["quick"], (), resume=False)
    with pytest.raises(InputError, match="holds no run"):
        runs.opened(Path("data"), folder.parent / "absent", PRESETS["quick"], (), resume=True)
    values = runs.read_values(folder)
    runs.write_values(folder, {**values, "state": "finished"})
    with pytest.raises(InputError, match="finished already"):
        runs.opened(Path("data"), folder, PRESETS["quick"], (), resume=True)


def test_a_finished_run_may_be_extended(folder: Path) -> None:
    append(folder, 1)
    values = runs.read_values(folder)
    runs.write_values(folder, {**values, "state": "finished"})
    summary = runs.read_run(folder)
    assert (summary.can_resume, summary.can_extend, summary.epochs) == (False, True, 20)
    again = runs.opened(Path("data"), folder, PRESETS["quick"], (), resume=True, extend=True)
    extension = {"epochs": 5, "minutes": 0.0, "from_epoch": 20, "from_s": 3.0}
    runs.write_values(folder, {**again, "extensions": [extension]})
    assert runs.read_run(folder).epochs == 25
    runs.write_values(folder, {**again, "extensions": [{**extension, "epochs": 0, "minutes": 2}]})
    assert runs.read_run(folder).epochs == 0


def test_a_lost_journal_is_made_again_from_the_curve(folder: Path) -> None:
    """Of the rounds before the last only the slice scores are gone."""
    for epoch in (1, 2, 3):
        append(folder, epoch)
    curve = runs.read_curve(folder)
    last = runs.journal_entry(record(3), [scores(3)])
    (folder / "events.jsonl").write_bytes(b"damaged\n")
    runs.keep_entries(folder, 3, last, curve)
    assert runs.read_records(folder) == [record(1), record(2), record(3)]
    assert [found.epoch for found in runs.read_slice_scores(folder)] == [3]


def test_a_damaged_line_costs_only_itself(folder: Path) -> None:
    for epoch in (1, 2, 3):
        append(folder, epoch)
    curve = runs.read_curve(folder)
    lines = (folder / "events.jsonl").read_bytes().splitlines(keepends=True)
    (folder / "events.jsonl").write_bytes(lines[0] + b"[1]\n" + lines[2])
    runs.keep_entries(folder, 3, None, curve)
    assert runs.read_records(folder) == [record(1), record(2), record(3)]
    assert [found.epoch for found in runs.read_slice_scores(folder)] == [1, 3]


def test_a_journal_that_cannot_be_read_is_not_thrown_away(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(folder, 1)
    before = (folder / "events.jsonl").read_bytes()

    def broken(_: Path) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", broken)
    with pytest.raises(InputError, match="cannot be written to"):
        runs.keep_entries(folder, 1, None, [{}])
    monkeypatch.undo()
    assert (folder / "events.jsonl").read_bytes() == before


def test_settings_come_back(folder: Path) -> None:
    assert runs.read_config(folder) == PRESETS["quick"]


def test_a_curve_that_the_disk_does_not_give_is_not_taken_for_empty(tmp_path: Path) -> None:
    assert runs.read_curve(tmp_path) == []
    (tmp_path / runs.JOURNAL_FILE).mkdir()
    with pytest.raises(InputError, match="cannot be read"):
        runs.read_curve(tmp_path)
    assert runs.read_records(tmp_path) == []  # what only shows it goes on
