"""Two scans of one person are told by their bones, and two persons are not taken for one."""

import json
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from unet_core.config import PRESETS
from unet_core.io import load_volume
from unet_core.persons import ALIKE, Bones, alike, alike_in_run, bones_of, likeness_of
from unet_core.preprocess import to_grey

Grey = NDArray[np.uint8]


def _scan(person: int, *, slices: int = 20, size: int = 128) -> Grey:
    """A body of fat and muscle with a spine and ribs; each person's are elsewhere."""
    rng = np.random.default_rng(person)
    y, x = np.mgrid[:size, :size] / size - 0.5
    wide, deep = rng.uniform(0.3, 0.45, 2)
    body = (x / wide) ** 2 + (y / deep) ** 2
    grey = np.zeros((slices, size, size), np.float32)
    grey[:, body < 1] = 50
    grey[:, body < rng.uniform(0.6, 0.9)] = 140
    for _ in range(9):
        centre = rng.uniform(-0.25, 0.25, 2)
        across, up, drift = rng.uniform(0.01, 0.05, 3)
        for z in range(slices):
            at = (x - centre[0] - drift * z / slices) / across, (y - centre[1]) / up
            grey[z][at[0] ** 2 + at[1] ** 2 < 1] = 255
    return np.clip(grey + rng.normal(0, 3, grey.shape), 0, 255).astype(np.uint8)


def _again(grey: Grey, seed: int = 1) -> Grey:
    """The same person on another day: moved, shortened, in noise."""
    rng = np.random.default_rng(seed)
    moved = np.roll(grey[2:], (5, -6), axis=(1, 2)).astype(np.float32)
    return np.clip(moved * 1.02 + rng.normal(0, 6, moved.shape), 0, 255).astype(np.uint8)


def _bones(grey: Grey) -> Bones:
    found = bones_of(grey)
    assert found is not None
    return found


@pytest.mark.parametrize("person", range(3))
def test_a_person_is_like_himself(person: int) -> None:
    grey = _scan(person)

    assert likeness_of(_bones(grey), _bones(grey)) == pytest.approx(1.0, abs=1e-4)
    assert likeness_of(_bones(grey), _bones(_again(grey))) > ALIKE


def test_persons_are_told_apart() -> None:
    bones = [_bones(_scan(person)) for person in range(6)]

    for i, one in enumerate(bones):
        for other in bones[i + 1 :]:
            assert likeness_of(one, other) < ALIKE - 0.05


def test_the_pair_across_the_split_is_named() -> None:
    train = {f"{n:02d}": _bones(_scan(n)) for n in range(5)}
    validation = {"07": _bones(_scan(7)), "08": _bones(_again(_scan(3)))}

    (pair,) = alike(train, validation)

    assert (pair.train, pair.validation) == ("03", "08")
    assert alike(train, {"07": validation["07"]}) == ()
    assert alike({}, validation) == ()


def test_patients_of_one_build_are_not_taken_for_one_person() -> None:
    """Where all scans are equally like each other, likeness says nothing."""
    train = {f"{n:02d}": _bones(_again(_scan(0), seed=n)) for n in range(5)}
    validation = {"07": _bones(_again(_scan(0), seed=7))}

    pairs = alike(train, validation)

    assert all(pair.likeness >= 0.96 for pair in pairs)


@pytest.mark.parametrize(
    "grey",
    [np.zeros((5, 128, 128), np.uint8), np.full((5, 32, 32), 255, np.uint8), np.zeros((0, 64, 64))],
)
def test_pictures_without_bones_say_nothing(grey: Grey) -> None:
    assert bones_of(grey) is None


def test_a_run_is_looked_at_through_its_cache(tmp_path: Path) -> None:
    run, cache = tmp_path / "run", tmp_path / ".slices"
    scans = {f"{n:02d}": _scan(n) for n in range(4)} | {"09": _again(_scan(2))}
    for name, grey in scans.items():
        folder = cache / f"key-{name}"
        folder.mkdir(parents=True)
        grey.tofile(folder / "images.u8")
        index = {"count": len(grey), "size": 128, "image_sha256": f"hash {name}"}
        (folder / "index.json").write_text(json.dumps(index))
    run.mkdir()
    hashes = {name: [f"hash {name}", "mask"] for name in scans}
    (run / "run.json").write_text(json.dumps({"cases": hashes}))
    (cache / "other").mkdir()
    (cache / "other" / "index.json").write_text("{")

    (pair,) = alike_in_run(run, cache, ("00", "01", "02", "03"), ("09",))
    assert (pair.train, pair.validation) == ("02", "09")
    (cache / "key-02" / "images.u8").unlink()
    assert alike_in_run(run, cache, ("00", "01", "02", "03"), ("09",)) == ()
    assert alike_in_run(tmp_path / "none", cache, ("00",), ("09",)) == ()


@pytest.mark.real_data
def test_real_patients_are_told_apart(real_data: Path) -> None:
    grey = {
        name: to_grey(
            load_volume((real_data / "lits" / f"volume-{name}.nii.gz",)), PRESETS["standard"]
        )
        for name in ("00", "01")
    }
    half = {name: slices[:, ::2, ::2] for name, slices in grey.items()}
    one, other = _bones(half["00"]), _bones(half["01"])

    assert likeness_of(one, other) < ALIKE - 0.05
    assert likeness_of(one, _bones(_again(half["00"]))) > ALIKE
