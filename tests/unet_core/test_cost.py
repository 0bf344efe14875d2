"""What a use of a model costs is measured, kept beside it, and told again for it alone."""

import dataclasses
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from unet_core import cost_measure
from unet_core.checkpoint import Passport, save_model
from unet_core.cli import run
from unet_core.commands import cost
from unet_core.config import ModelConfig, TrainConfig
from unet_core.cost_card import CostCard, CostRow, card_lines, keep_card, place_of, read_cards
from unet_core.cost_measure import WAYS, measure_and_keep, measure_cost, remembered
from unet_core.ensemble import file_sha256
from unet_core.errors import InputError
from unet_core.events import Notice, Progress
from unet_core.io import save_now
from unet_core.report.content import Paragraph, Table
from unet_core.report.cost_part import measured_costs
from unet_core.report.run_facts import RunFacts
from unet_core.unet import UNet, count_parameters
from unet_core.volume import DEFAULT_LABELS, Geometry, Volume

CONFIG = TrainConfig(model=ModelConfig(depth=1, base_channels=4), image_size=32)
SCAN = Volume(
    np.random.default_rng(0).integers(-100, 200, (20, 40, 40)).astype(np.int16),
    Geometry((40, 40, 20), (0.8, 0.8, 3.0)),
    "scan.nii.gz",
)
MACHINE = {"processor": "A", "cores": 2, "threads": 2, "card": "", "system": "Linux"}
CARD = CostCard(
    model_sha256="m" * 64,
    model_bytes=3 << 20,
    parameters=1234567,
    networks=1,
    machine=MACHINE,
    shape_zyx=(130, 512, 512),
    rows=(CostRow(1, False, 13.0, 512.0), CostRow(4, True, 26.0, 1536.0)),
    read_s=2.04,
    notes=("The computer was busy.",),
    measured="2026-11-23T10:00:00+00:00",
    versions={"slicewise": "0.1.0"},
)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "run" / "model.safetensors"
    path.parent.mkdir()
    save_model(path, UNet(CONFIG.model), Passport(CONFIG.model, CONFIG, dict(DEFAULT_LABELS)))
    return path


def _card(model: Path, budget_s: float = 600.0) -> CostCard:
    *_, card = measure_cost(model, SCAN, budget_s)
    assert isinstance(card, CostCard)
    return card


def test_every_way_is_measured_on_the_whole_scan(model: Path) -> None:
    events = list(measure_cost(model, SCAN, 600.0))
    card = events[-1]
    assert isinstance(card, CostCard)
    assert [(row.batch_size, row.mirror) for row in card.rows] == [
        (size, mirror) for mirror in (False, True) for size in (1, 4, 8, 16)
    ]
    assert all(row.seconds > 0 for row in card.rows)
    if sys.platform == "linux":
        assert all(100 < row.memory_mb < 5000 for row in card.rows)
    assert card.model_bytes == model.stat().st_size
    assert card.parameters == count_parameters(UNet(CONFIG.model))
    assert card.model_sha256 == file_sha256(model)
    assert card.shape_zyx == (20, 40, 40)
    assert card.read_s is None
    assert not [note for note in card.notes if note.startswith("Not measured")]
    told = [e for e in events if isinstance(e, Progress) and e.total]
    assert [e.done for e in told] == sorted(e.done for e in told)
    assert {e.text for e in told} == {
        "Warming up",
        *(f"Measuring {cost_measure._ways([way])}" for way in WAYS),
    }


def test_without_time_the_usual_way_alone_is_measured_and_the_rest_named(model: Path) -> None:
    card = _card(model, budget_s=0.0)
    assert [(row.batch_size, row.mirror) for row in card.rows] == [(4, False)]
    assert card.notes[-1] == (
        "Not measured, as it would have taken longer than 0 s in all: 1, 8 or 16 slices at once; "
        "1, 4, 8 or 16 slices at once mirrored as well."
    )


def test_what_a_graphics_card_is_too_small_for_is_named(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = cost_measure._measured

    def small(found: object, volume: Volume, size: int, mirror: bool) -> Iterator[object]:
        if size == 16:
            raise InputError("the graphics card", "has too little memory", "choose less")
        yield from whole(found, volume, size, mirror)  # type: ignore[arg-type]

    monkeypatch.setattr(cost_measure, "_measured", small)
    monkeypatch.setattr(cost_measure, "WAYS", ((4, False), (16, False)))
    card = _card(model)
    assert {row.batch_size for row in card.rows} == {4}
    assert "With 16 slices at once, the graphics card has too little memory." in card.notes


def test_a_peak_of_before_is_no_peak_of_now(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system cannot begin anew, only a peak that grew is told."""
    peaks = iter((500.0, 500.0, 500.0, 620.0, 620.0, 620.0))
    monkeypatch.setattr(cost_measure, "start_anew", lambda: False)
    monkeypatch.setattr(cost_measure, "peak_memory_mb", lambda: next(peaks))
    monkeypatch.setattr(cost_measure, "WAYS", WAYS[:3])
    assert [row.memory_mb for row in _card(model).rows] == [0.0, 620.0, 0.0]


# --- kept ----------------------------------------------------------------------------------------


def test_a_card_comes_back_for_its_model_and_computer_alone(model: Path) -> None:
    *_, card = measure_and_keep(model.parent, SCAN, 0.0)
    assert remembered(model) == remembered(model.parent) == card
    assert sorted(path.name for path in model.parent.iterdir()) == [
        "model.cost.json",
        "model.safetensors",
    ]
    assert isinstance(card, CostCard)
    elsewhere = dataclasses.replace(card, machine={**card.machine, "processor": "another"})
    keep_card(model, elsewhere)
    assert elsewhere in read_cards(model)
    again = dataclasses.replace(card, measured="2099-01-01T00:00:00+00:00")
    keep_card(model, again)
    assert remembered(model) == again
    assert len(read_cards(model)) == 2
    save_model(
        model, UNet(CONFIG.model), Passport(CONFIG.model, CONFIG, dict(DEFAULT_LABELS), epoch=9)
    )
    assert remembered(model) is None


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"format": 2, "cards": []}', '{"format": 1, "cards": [3, {}]}', "null"]
)
def test_a_damaged_card_is_as_good_as_none(model: Path, text: str) -> None:
    place_of(model).write_text(text)
    assert read_cards(model) == ()
    keep_card(model, CARD)
    assert read_cards(model) == (CARD,)


def test_a_folder_that_takes_nothing_costs_the_memory_alone(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_model: Path, _card: CostCard) -> None:
        raise InputError("model.cost.json", "cannot be written", "make space")

    monkeypatch.setattr(cost_measure, "keep_card", refuse)
    events = list(measure_and_keep(model, SCAN, 0.0))
    assert isinstance(events[-1], CostCard)
    said = [event.text for event in events if isinstance(event, Notice)]
    assert said == [
        "What was measured is not remembered: model.cost.json cannot be written; make space."
    ]


# --- told ----------------------------------------------------------------------------------------


def test_a_card_in_lines() -> None:
    assert card_lines(CARD) == [
        "Model: 1 network, 1,234,567 parameters, 3.0 MiB",
        "Scan: 512 x 512 x 130 voxels, read in 2.0 s",
        "Computer: A, 2 cores, 2 threads, Linux",
        "Slices at once  mirrored   seconds  per 100 slices  memory at most",
        "             1        no     13.00           10.00         512 MiB",
        "             4       yes     26.00           20.00         1.5 GiB",
        "The computer was busy.",
    ]
    on_card = dataclasses.replace(CARD, rows=(CostRow(4, False, 1.0, 900.0, 250.0),))
    assert card_lines(on_card)[3].endswith("graphics card")
    assert card_lines(on_card)[4].endswith("250 MiB")


def test_a_report_of_the_run_tells_what_was_measured_of_its_model(model: Path) -> None:
    facts = cast("RunFacts", SimpleNamespace(model_path=model, passport=object()))
    keep_card(model, CARD)
    assert list(measured_costs(facts)) == []  # of another model
    keep_card(model, dataclasses.replace(CARD, model_sha256=file_sha256(model)))
    table, note = measured_costs(facts)
    assert isinstance(table, Table)
    assert table.caption.startswith("Measured 23 November 2026, 10:00 on A, 2 cores, 2 threads")
    assert table.rows == (
        ("1", "no", "13.0", "10.0", "512 MiB"),
        ("4", "yes", "26.0", "20.0", "1.5 GiB"),
    )
    assert isinstance(note, Paragraph)
    assert note.text == "Reading the scan from its file took 2.0 s more. The computer was busy."
    place_of(model).write_text("{")
    assert list(measured_costs(facts)) == []


def test_on_the_command_line_the_scan_is_read_and_timed(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cost, "isolated", lambda work, *given: work(*given))
    path = tmp_path / "volume-02.nii.gz"
    save_now(SCAN, path)
    out, err = io.StringIO(), io.StringIO()
    arguments = ["cost", str(model), str(path), "--seconds", "0", "--json"]
    assert run(arguments, out, err) == 0, err.getvalue()
    card = CostCard.from_json(json.loads(out.getvalue()))
    assert card.read_s is not None
    assert len(card.rows) == 1
    assert card == remembered(model)

    code = run(["cost", str(model), str(path), "--seconds", "-1"], out, err)
    assert (code, "--seconds is -1" in err.getvalue()) == (2, True)
