"""Predictions of pinned patients are kept for every round, come back exactly, and cost no run."""

import contextlib
import errno
from pathlib import Path

import numpy as np
import pytest

from unet_core import pinned
from unet_core.errors import InputError
from unet_core.events import Notice, SlicesScored
from unet_core.io import atomic
from unet_core.volume import DEFAULT_LABELS, Labels, regions_of

REGIONS = regions_of(DEFAULT_LABELS)


def _mask(seed: int = 0, shape: tuple[int, int, int] = (7, 20, 24)) -> Labels:
    rng = np.random.default_rng(seed)
    voxels = np.zeros(shape, np.uint8)
    voxels[2:5, 4:15, 6:20] = rng.integers(0, 3, (3, 11, 14))
    return voxels


def _scored(epoch: int, case_id: str, prediction: Labels) -> SlicesScored:
    return SlicesScored(
        epoch=epoch,
        case_id=case_id,
        image_paths=(),
        mask_paths=(),
        regions=REGIONS,
        dice=np.zeros((len(prediction), 2)),
        case_dice=(0.0, 0.0),
        prediction=prediction,
    )


@pytest.mark.parametrize(
    "mask",
    [
        _mask(),
        np.zeros((3, 4, 5), np.uint8),
        np.full((2, 3, 4), 2, np.uint8),
        _mask(3, (7, 16, 21)),
    ],
    ids=["noise", "empty", "full", "cut by the edge"],
)
def test_what_is_kept_comes_back(tmp_path: Path, mask: Labels) -> None:
    pinned.keep_prediction(tmp_path, "Jürgen ../é", 12, mask)

    assert pinned.kept_epochs(tmp_path, "Jürgen ../é") == (12,)
    np.testing.assert_array_equal(pinned.read_prediction(tmp_path, "Jürgen ../é", 12), mask)
    assert not [p for p in tmp_path.rglob("*") if "rgen" in p.name], "no patient in a file's name"


def test_a_round_that_was_not_kept_is_named(tmp_path: Path) -> None:
    pinned.keep_prediction(tmp_path, "02", 1, _mask())
    with pytest.raises(InputError, match="mask of 02 of epoch 2 was not kept"):
        pinned.read_prediction(tmp_path, "02", 2)
    with pytest.raises(InputError, match="damaged"):
        pinned.read_prediction(tmp_path, "02", 1, (7, 20, 25))


@pytest.mark.hazard("K2")
def test_a_flipped_bit_is_found(tmp_path: Path) -> None:
    pinned.keep_prediction(tmp_path, "02", 1, _mask())
    (path,) = tmp_path.rglob("*.mask")
    sound = path.read_bytes()
    rng, unnoticed = np.random.default_rng(1), 0
    for place in rng.integers(0, len(sound), 60).tolist():
        data = bytearray(sound)
        data[place] ^= 1 << int(rng.integers(8))
        path.write_bytes(data)
        with contextlib.suppress(InputError):
            np.testing.assert_array_equal(pinned.read_prediction(tmp_path, "02", 1), _mask())
            unnoticed += 1
    assert unnoticed < 10, "only in what the reader has no use for"


@pytest.mark.hazard("L1", "L5", "L11")
def test_hostile_files_are_refused_before_memory_is_taken(tmp_path: Path) -> None:
    pinned.keep_prediction(tmp_path, "02", 1, _mask())
    (path,) = tmp_path.rglob("*.mask")
    sound = path.read_bytes()
    for data in (
        b"",
        sound[:30],
        sound[:-1],
        sound.replace(b"[7, 20, 24]", b"[9999, 9999, 9999]"),
        sound.replace(b"[7, 20, 24]", b"[-7, 20, 24]"),
        sound.replace(b'"runs": ', b'"runs": 9'),
        b"slicewise pinned 1\n\xff\xff\xff\xff{}",
        b"slicewise pinned 1\n\x02\x00\x00\x00{}",
    ):
        path.write_bytes(data)
        with pytest.raises(InputError, match=r"damaged|empty"):
            pinned.read_prediction(tmp_path, "02", 1)


def test_pins_are_read_at_each_validation_and_the_first_case_is_one_by_itself(
    tmp_path: Path,
) -> None:
    cases = ("01", "02", "03", "04")

    def validate(epoch: int) -> None:
        events = (_scored(epoch, case, _mask(epoch)) for case in cases)
        passed = list(pinned.kept(tmp_path, cases, events))
        assert [event.case_id for event in passed if isinstance(event, SlicesScored)] == list(cases)

    validate(1)
    pinned.write_pins(tmp_path, ("03", "04", "03", "02", "01"))
    assert pinned.read_pins(tmp_path) == ("03", "04", "02")
    validate(2)
    (tmp_path / pinned.PINS_FILE).write_text('{"cases": 7')
    assert pinned.read_pins(tmp_path) == ()
    validate(3)

    kept = {case: pinned.kept_epochs(tmp_path, case) for case in cases}
    assert kept == {"01": (1, 3), "02": (2,), "03": (2,), "04": (2,)}


@pytest.mark.hazard("K10", "T1")
def test_a_full_disk_costs_a_mask_and_never_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pinned.keep_prediction(tmp_path, "02", 1, _mask(1))

    def full(*_: object, **__: object) -> None:
        raise InputError("the disk", "is full", "make space")

    monkeypatch.setattr(atomic, "write_bytes", full)
    events = list(pinned.kept(tmp_path, ("02",), iter([_scored(2, "02", _mask(2))])))

    assert isinstance(events[0], SlicesScored)
    assert isinstance(events[1], Notice)
    assert "epoch 2" in events[1].text
    assert "training goes on" in events[1].text
    np.testing.assert_array_equal(pinned.read_prediction(tmp_path, "02", 1), _mask(1))


@pytest.mark.hazard("K10")
def test_a_folder_that_cannot_be_listed_costs_nothing_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: object) -> None:
        raise OSError(errno.EIO, "no")

    monkeypatch.setattr(pinned, "_files", refuses)
    events = list(pinned.kept(tmp_path, ("02",), iter([_scored(2, "02", _mask(2))])))
    assert isinstance(events[1], Notice)
    pinned.forget_after(tmp_path, 0)


def test_the_space_is_bounded_and_old_rounds_thin_out_evenly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pinned.keep_prediction(tmp_path, "02", 1, _mask(1))
    (path,) = tmp_path.rglob("*.mask")
    monkeypatch.setattr(pinned, "MOST_BYTES", 24 * path.stat().st_size)

    for epoch in range(2, 65):
        pinned.keep_prediction(tmp_path, "02", epoch, _mask(epoch))
        assert sum(p.stat().st_size for p in tmp_path.rglob("*.mask")) <= pinned.MOST_BYTES

    kept = pinned.kept_epochs(tmp_path, "02")
    newest = tuple(range(64 - pinned.NEWEST_KEPT + 1, 65))
    assert kept[-len(newest) :] == newest
    old = kept[: -len(newest)]
    assert len(old) >= 6
    assert all(epoch % 4 == 0 for epoch in old), old


def test_a_mask_larger_than_all_the_space_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pinned, "MOST_BYTES", 100)
    with pytest.raises(InputError, match="too large"):
        pinned.keep_prediction(tmp_path, "02", 1, _mask())


@pytest.mark.hazard("T8")
def test_a_run_that_goes_back_forgets_what_is_made_anew(tmp_path: Path) -> None:
    for epoch in (1, 2, 3):
        pinned.keep_prediction(tmp_path, "02", epoch, _mask(epoch))
    pinned.forget_after(tmp_path, 1)
    assert pinned.kept_epochs(tmp_path, "02") == (1,)


def test_kept_cases_of_a_round_are_listed_and_read_at_once(tmp_path: Path) -> None:
    assert pinned.kept_cases(tmp_path, ("02",), 1) == ()
    for case, epoch in (("02", 1), ("05", 1), ("05", 2)):
        pinned.keep_prediction(tmp_path, case, epoch, _mask(epoch))
    assert pinned.kept_cases(tmp_path, ("05", "03", "02"), 1) == ("05", "02")
    assert pinned.kept_cases(tmp_path, ("05", "03", "02"), 2) == ("05",)
    (found,) = pinned.predictions(tmp_path, ("02", "05"), 2)
    assert found.case_id == "05"
    np.testing.assert_array_equal(found.labels, _mask(2))
