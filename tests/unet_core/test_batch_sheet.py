"""Pictures of batches: the very ones that are learned from, asked for by whoever wants to look."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.unet_core.conftest import TINY, of
from unet_core import batch_sheet, learner
from unet_core.batch_pictures import Onlooker, sheets_before
from unet_core.batch_sheet import Sheet, SheetLook, SheetMade, SheetSlice, from_bytes, to_bytes
from unet_core.config import ModelConfig
from unet_core.events import BatchDone, EpochDone
from unet_core.lessons import Lesson
from unet_core.sheet_words import change_words, rare_words, warnings_of
from unet_core.train import train
from unet_core.volume import LIVER, TUMOUR

SHORT = dataclasses.replace(TINY, epochs=1, batches_per_epoch=2)
CASCADE = dataclasses.replace(
    TINY,
    model=ModelConfig(depth=2, base_channels=4, cascade=True),
    detail_size=64,
    synthetic_lesions=1.0,
    epochs=1,
    batches_per_epoch=2,
)


def _asking(
    cohort: Path, folder: Path, config: Any, monkeypatch: pytest.MonkeyPatch
) -> tuple[Sheet, list[list[Lesson]], list[Any]]:
    """A run that was asked for its first batch; what its networks were given; its events."""
    given: list[list[Lesson]] = []
    make_lessons = learner.make_lessons

    def noted(*order: Any) -> list[Lesson]:
        lessons = make_lessons(*order)
        given.append([dataclasses.replace(one, pictures=one.pictures.clone()) for one in lessons])
        return lessons

    monkeypatch.setattr(learner, "make_lessons", noted)
    events = []
    for event in train(cohort, folder, config):
        if not events:
            folder.mkdir(exist_ok=True)
            batch_sheet.ask(folder, "mine")
        events.append(event)
    sheet = batch_sheet.answered(folder, "mine")
    assert sheet is not None
    return sheet, given, events


def _grey(lesson: Lesson) -> np.ndarray:
    return (lesson.pictures.clamp(0, 1) * 255).round().byte().numpy()


def test_a_run_shows_what_it_learns_from(
    cohort: Path, run_folder: Path, runs_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet, given, events = _asking(cohort, run_folder, CASCADE, monkeypatch)
    assert (sheet.epoch, sheet.batch, sheet.size, sheet.run) == (1, 1, 4, run_folder.name)
    for look, lesson in zip(sheet.looks, given[0], strict=True):
        assert np.array_equal(look.after, _grey(lesson))
        assert np.array_equal(look.after_labels, lesson.labels.numpy())
        assert not np.array_equal(look.before, look.after)
    assert [look.role for look in sheet.looks] == ["finder", "close"]
    assert sheet.looks[0].after_labels.max() == 1
    assert any(name == "lesions" for one in sheet.looks[1].slices for name, _ in one.changes)
    assert not (run_folder / batch_sheet.REQUEST_FILE).exists()
    # the set-up of the same run shows the same batch before it begins
    made = of(SheetMade, sheets_before(cohort, runs_root, CASCADE, count=2))
    assert [one.sheet.batch for one in made] == [1, 2]
    before = dataclasses.replace(made[0].sheet, run=run_folder.name)
    assert to_bytes(before) == to_bytes(sheet)
    assert of(BatchDone, events)


def test_being_looked_at_changes_nothing(
    cohort: Path, runs_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, _, events = _asking(cohort, runs_root / "looked-at", SHORT, monkeypatch)
    alone = list(train(cohort, runs_root / "alone", SHORT))
    losses = [[e.loss for e in of(BatchDone, run)] for run in (events, alone)]
    assert losses[0] == losses[1]
    (one,), (other,) = of(EpochDone, events), of(EpochDone, alone)
    assert one.record.validation_loss == other.record.validation_loss


def test_a_full_disk_ends_no_run(
    cohort: Path, run_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from unet_core.errors import InputError

    def full(*_: object) -> None:
        raise InputError("the disk", "is full", "make room")

    monkeypatch.setattr(batch_sheet, "answer", full)
    events = []
    for event in train(cohort, run_folder, SHORT):
        if not events:
            run_folder.mkdir(exist_ok=True)
            batch_sheet.ask(run_folder, "mine")
        events.append(event)
    assert of(EpochDone, events)
    assert batch_sheet.answered(run_folder, "mine") is None


def test_asking_all_the_time_is_answered_once_a_second(tmp_path: Path) -> None:
    seconds = iter([0.0, 5.0, 5.5, 6.1])
    onlooker = Onlooker(tmp_path, (), None, TINY, now=lambda: next(seconds))
    answers = []
    for _ in range(2):
        batch_sheet.ask(tmp_path, "again")
        answers.append(_answered(onlooker))
    assert answers == [True, False]


def _answered(onlooker: Onlooker) -> bool:
    import torch

    from unet_core.batch import Batch

    batch = Batch(torch.zeros(1, 1, 4, 4), torch.zeros(1, 4, 4, dtype=torch.uint8))
    seen = onlooker.asked([], batch, 1, 1)
    if seen is None:
        return False
    onlooker._answered_at = onlooker._now()
    return True


# --- as bytes ------------------------------------------------------------------------------


def _look(labels: np.ndarray, grey: int = 120, *, role: str = "whole") -> SheetLook:
    count, side = len(labels), labels.shape[-1]
    rng = np.random.default_rng(0)
    pictures = np.clip(rng.normal(grey, 12, (count, 3, side, side)), 1, 255).astype(np.uint8)
    slices = tuple(SheetSlice(f"{n:02d}", n + 1, (("turned", 3.2),)) for n in range(count))
    return SheetLook(role, slices, (LIVER, TUMOUR), pictures, labels, pictures, labels)


def _labels(count: int = 4, *, with_tumour: Sequence[int] = (0, 2)) -> np.ndarray:
    labels = np.zeros((count, 32, 32), np.uint8)
    labels[:, 8:24, 8:24] = 1
    labels[list(with_tumour), 12:16, 12:16] = 2
    return labels


def test_a_sheet_comes_back_from_its_bytes() -> None:
    sheet = Sheet(3, 7, 4, (_look(_labels()),), "run")
    found = from_bytes(to_bytes(sheet, "token"))
    assert found is not None
    back, token = found
    assert token == "token"
    assert to_bytes(back, "token") == to_bytes(sheet, "token")
    assert back.looks[0].slices == sheet.looks[0].slices


@pytest.mark.parametrize("cut", [0, 4, 60, 300, -1])
def test_damaged_bytes_are_no_sheet(cut: int) -> None:
    data = to_bytes(Sheet(1, 1, 4, (_look(_labels()),)), "token")
    assert from_bytes(data[:cut]) is None


def test_arrays_that_do_not_fit_are_no_sheet() -> None:
    look = _look(_labels())
    torn = dataclasses.replace(look, after_labels=look.after_labels[:, :8])
    assert from_bytes(to_bytes(Sheet(1, 1, 4, (torn,)))) is None


def test_only_the_one_who_asked_takes_an_answer(tmp_path: Path) -> None:
    batch_sheet.answer(tmp_path, "yours", Sheet(1, 1, 4, (_look(_labels()),)))
    assert batch_sheet.answered(tmp_path, "mine") is None
    assert batch_sheet.answered(tmp_path, "yours") is not None
    assert batch_sheet.asked(tmp_path) is None
    (tmp_path / batch_sheet.REQUEST_FILE).write_text("{")
    assert batch_sheet.asked(tmp_path) is None  # and it is gone
    assert not (tmp_path / batch_sheet.REQUEST_FILE).exists()


# --- what one can see on it -----------------------------------------------------------------


def test_how_often_the_rare_label_is_there() -> None:
    assert rare_words(_look(_labels())) == (
        "The rarest label here, tumour, is on 2 of 4 pictures and fills 0.78 % of their area."
    )
    assert not warnings_of(_look(_labels()))


def test_a_mask_beside_the_body_is_named() -> None:
    look = _look(_labels())
    look.before[1, 1, 4:12, :] = 0
    (sentence,) = warnings_of(look)
    assert "01 / 2" in sentence
    assert "outside the body" in sentence


def test_other_faults_are_named() -> None:
    (none,) = warnings_of(_look(_labels(with_tumour=())))
    assert "shows tumour" in none
    full = _labels()
    full[3] = np.where(full[3] == 0, 1, 0)
    assert "00" not in warnings_of(_look(full))[0]
    assert "background may be marked" in warnings_of(_look(full))[0]
    flat = _look(_labels())
    flat.before[2] = 90
    assert "one even grey" in warnings_of(flat)[0]
    white = _look(_labels())
    white.before[:] = 255
    assert any("pure white" in sentence for sentence in warnings_of(white))
    gone = _look(_labels())
    moved = gone.after_labels.copy()
    moved[0] = 0
    assert (
        "moved the whole mask out of 00 / 1"
        in warnings_of(dataclasses.replace(gone, after_labels=moved))[-1]
    )


def test_changes_in_words() -> None:
    changes = (("lesions", 1.0), ("turned", -12.4), ("sized", 0.9), ("mirrored", 1.0))
    assert change_words(changes) == "artificial tumours, turned by 12°, 10 % smaller, mirrored"
    assert change_words((("turned", 0.2), ("noise", 0.001))) == "as it is"
