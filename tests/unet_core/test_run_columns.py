"""A run as columns, what the run doctor said of it, and how its slices went."""

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from tests.app.fake_run import record, started
from unet_core import run_journal
from unet_core.events import Diagnosed, EpochDone, Event, Finding
from unet_core.run_columns import columns_of, keys_of
from unet_core.run_findings import FINDINGS_FILE, read_findings, remembered
from unet_core.run_journal import CaseScores
from unet_core.slice_history import read_histories


def test_columns_hold_every_round_and_gaps_are_nan() -> None:
    columns = columns_of([record(1, tumour=None), record(2, tumour=0.4, is_best=True)])

    assert columns["epoch"].tolist() == [1, 2]
    assert columns["is_best"].tolist() == [0, 1]
    assert keys_of(columns, "dice") == ["liver", "tumour"]
    np.testing.assert_array_equal(columns["dice/tumour"], [math.nan, 0.4])
    assert np.isnan(columns["peak_memory_mb"]).all(), "0 is unknown"
    assert keys_of(columns, "train_part") == []


def _said(folder: Path, resumed: int, *said: object) -> None:
    def events() -> Iterator[Event]:
        yield started(folder, resumed_epoch=resumed)
        for one in said:
            yield EpochDone(record(one)) if isinstance(one, int) else one

    assert len(list(remembered(events()))) == len(said) + 1


def test_what_the_run_doctor_said_is_kept_with_its_epochs(tmp_path: Path) -> None:
    high = Finding("learning_rate_too_high", "notice", "It swings.", "Slower.", 2)
    worse = Finding("learning_rate_too_high", "warning", "It explodes.", "Slower.", 3)
    flat = Finding("plateau", "notice", "Nothing gained.", "Stop.", 5)
    _said(
        tmp_path,
        0,
        *(1, 2, Diagnosed((high,), appeared=(high,))),
        *(3, Diagnosed((worse,), appeared=(worse,))),
        *(4, Diagnosed((), resolved=(worse,))),
        *(5, Diagnosed((flat,), appeared=(flat,))),
    )
    found = read_findings(tmp_path)
    assert [(one.finding, one.until) for one in found] == [(high, 3), (worse, 4), (flat, 0)]

    _said(tmp_path, 4)  # nothing new: the file is as it was
    assert len(read_findings(tmp_path)) == 3
    _said(tmp_path, 4, 5, Diagnosed((high,), appeared=(high,)))
    assert [one.finding.rule for one in read_findings(tmp_path)] == [
        high.rule,
        high.rule,
        high.rule,
    ]


def test_findings_that_somebody_spoilt_are_none(tmp_path: Path) -> None:
    for text in ("", "[]", '{"findings": [{"rule": 1}]}', '{"findings": [7]}'):
        (tmp_path / FINDINGS_FILE).write_text(text)
        assert read_findings(tmp_path) == ()


def test_the_slices_of_a_case_are_read_in_one_go(tmp_path: Path) -> None:
    for epoch in (1, 2, 3):
        dice = np.full((4, 2), epoch / 10)
        dice[0, 1] = np.nan
        scores = [
            CaseScores(epoch, case, ("liver", "tumour"), dice, (epoch / 10, math.nan))
            for case in ("01", "02")
        ]
        run_journal.append_entry(tmp_path, run_journal.journal_entry(record(epoch), scores))
    with (tmp_path / run_journal.JOURNAL_FILE).open("a") as file:
        file.write('{"epoch": 4, "rec')  # torn by a kill

    (history,) = read_histories(tmp_path, ("02", "nobody"))

    assert history.case_id == "02"
    assert history.epochs.tolist() == [1, 2, 3]
    assert history.dice.shape == (3, 4, 2)
    assert np.isnan(history.dice[:, 0, 1]).all()
    np.testing.assert_allclose(history.dice[:, 1, 0], [0.1, 0.2, 0.3], rtol=1e-6)
    assert [e["epoch"] for e in run_journal.entries(tmp_path)] == [1, 2, 3]
