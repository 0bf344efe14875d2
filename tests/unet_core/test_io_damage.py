"""Seeded damage to every format: a sound scan or a sentence, never anything else."""

import errno
import os
import random
import re
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.unet_core.io_samples import label_map, volume, voxels_zyx, write_series
from unet_core.errors import InputError
from unet_core.io import load_now, load_volume, save_now

KINDS = (".nii.gz", ".nii", ".seg.nrrd", ".nrrd", ".mha", ".dcm", ".png", ".jpg", ".tif")
FILES = 150
EXTREMES = (0, 1, -1, 32767, -32768, 2**31 - 1, 0x7FC00000, 0x7149F2CA)
WORDS = (b"-1", b"0", b"nan", b"99999999999", b"1e308", b"inf", b"%s%n")
Damage = Callable[[bytearray, random.Random], bytearray]


def cut(data: bytearray, rng: random.Random) -> bytearray:
    return data[: rng.randrange(len(data))]


def flip(data: bytearray, rng: random.Random) -> bytearray:
    for _ in range(rng.choice((1, 4, 16))):
        data[rng.randrange(min(len(data), 900))] ^= 1 << rng.randrange(8)
    return data


def extreme(data: bytearray, rng: random.Random) -> bytearray:
    at = rng.randrange(min(len(data), 900) - 4)
    value = rng.choice(EXTREMES) & 0xFFFFFFFF
    data[at : at + 4] = value.to_bytes(4, rng.choice(("little", "big")))
    return data


def shift(data: bytearray, rng: random.Random) -> bytearray:
    at, length = rng.randrange(min(len(data), 900)), rng.randrange(1, 60)
    if rng.random() < 0.5:
        del data[at : at + length]
    else:
        data[at:at] = data[at : at + length]
    return data


def reword(data: bytearray, rng: random.Random) -> bytearray:
    numbers = list(re.finditer(rb"[-+]?\d+(\.\d+)?", bytes(data[:900])))
    if numbers:
        number = rng.choice(numbers)
        data[number.start() : number.end()] = rng.choice(WORDS)
    return data


def seed_file(folder: Path, kind: str) -> Path:
    small = (4, 6, 8)
    if kind == ".dcm":
        return write_series(folder / "seed", voxels_zyx(small))[0]
    if kind in (".png", ".jpg", ".tif"):
        Image.fromarray((np.arange(600) % 256).astype(np.uint8).reshape(20, 30)).save(
            folder / f"seed{kind}"
        )
        return folder / f"seed{kind}"
    return save_now(label_map() if "seg" in kind else volume(small), folder / f"seed{kind}")


@pytest.mark.hazard("L1", "L6", "L23")
@pytest.mark.parametrize("kind", KINDS)
def test_damaged_files_load_soundly_or_are_refused(tmp_path: Path, kind: str) -> None:
    rng = random.Random(kind)
    whole = seed_file(tmp_path, kind).read_bytes()
    (tmp_path / "w").mkdir()
    path = tmp_path / "w" / f"x{kind}"
    refused, slowest = 0, 0.0
    for _ in range(FILES):
        damage: Damage = rng.choice((cut, flip, extreme, shift, reword))
        path.write_bytes(damage(bytearray(whole), rng))
        began = time.perf_counter()
        try:
            item = load_now(path, as_mask=rng.choice((None, True, False)), isolate=False)
        except InputError:
            refused += 1
        else:
            columns = np.reshape(item.geometry.direction, (3, 3))
            assert np.allclose(columns.T @ columns, np.eye(3), atol=1e-6)
            assert item.voxels.shape == item.geometry.shape_zyx
            assert np.isfinite(item.voxels).all()
        slowest = max(slowest, time.perf_counter() - began)
    assert refused > FILES // 5
    assert slowest < 5


def test_a_folder_that_cannot_be_read_is_not_called_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(path: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(os, "scandir", closed)
    with pytest.raises(InputError, match=r"cannot be read \(Permission denied\)") as refusal:
        load_volume(tmp_path, isolate=False)
    assert refusal.value.subject == tmp_path.name
