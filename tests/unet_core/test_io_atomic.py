"""Small files: written whole, or the old one stays."""

import json
from pathlib import Path

import pytest

from tests.unet_core.save_samples import leftovers
from unet_core.errors import InputError
from unet_core.io import atomic


def test_json_round_trip_and_damage(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    atomic.write_json(path, {"größe": [1, 2.5, None]})
    assert atomic.read_json(path) == {"größe": [1, 2.5, None]}
    with pytest.raises(ValueError, match="nan"):
        atomic.write_json(path, float("nan"))
    assert atomic.read_json(path) == {"größe": [1, 2.5, None]}
    path.write_bytes(path.read_bytes()[:-5])
    with pytest.raises(InputError, match=r"run\.json is damaged"):
        atomic.read_json(path)
    path.write_text("[" * 100_000)
    with pytest.raises(InputError, match="damaged"):
        atomic.read_json(path)


def test_lines_are_appended(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    for number in range(3):
        atomic.append_line(path, json.dumps({"epoch": number}))
    assert [json.loads(line)["epoch"] for line in path.read_text().splitlines()] == [0, 1, 2]
    with pytest.raises(InputError, match="its folder does not exist"):
        atomic.append_line(tmp_path / "absent" / "x", "y")


def test_bytes_are_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    atomic.write_bytes(path, b"one")
    atomic.write_bytes(path, b"two")
    assert path.read_bytes() == b"two"
    with pytest.raises(InputError, match="exists already"):
        atomic.write_bytes(path, b"three", overwrite=False)
    atomic.write_bytes(tmp_path / "b.bin", b"new", overwrite=False)
    assert leftovers(tmp_path) == []
