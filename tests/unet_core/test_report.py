"""Reports: true to the run, whole where something is missing, and without a name."""

import base64
import dataclasses
import getpass
import html
import json
import platform
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.app.made_run import made_run
from tests.unet_core.conftest import TINY, of
from tests.unet_core.dataset_trees import phantom, write_dicom
from unet_core import cli, runs
from unet_core.drawing import Drawing, Words
from unet_core.errors import InputError
from unet_core.events import Event, FinalScores, Notice, Saved
from unet_core.io import save_now
from unet_core.report import afterwards, content, looking
from unet_core.report.afterwards import report_beside
from unet_core.report.html import html_of
from unet_core.report.looking import Looked
from unet_core.report.run_facts import read_facts
from unet_core.report.slices import CaseLook
from unet_core.report.writing import run_report, write_run_report
from unet_core.train import train

NAMES = ("Mustermann", "Erika", "Sommerfeld", "Zylinder", "PHANTOM", "Aktenzeichen")
"""Planted in file names, folder names and DICOM tags."""


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run on two DICOM scans whose files, folders and tags are full of names."""
    root = tmp_path_factory.mktemp("Klinik_Sommerfeld")
    data = root / "Aktenzeichen 4711"
    for number, name in ((1, "Mustermann_Erika"), (2, "Mustermann_Max")):
        volume, label_map = phantom(number)
        write_dicom(data / f"volume-{name}", volume, f"Zylinder{number}")
        save_now(label_map, data / f"segmentation-{name}.nii.gz", overwrite=True)
    config = dataclasses.replace(TINY, epochs=2)
    folder = root / "runs" / "first of Sommerfeld"
    list(train(data, folder, config))
    return folder


@pytest.fixture(scope="module")
def seen(named: Path) -> tuple[str, list[Event], content.Report, Looked]:
    """The report with pictures: as HTML, what was told, as content, and what was looked at."""
    patch = pytest.MonkeyPatch()
    found: list[CaseLook] = []

    def beside(function: Any, *arguments: Any) -> Iterator[Event]:
        for event in function(*arguments):
            found.extend([event] if isinstance(event, CaseLook) else [])
            yield event

    patch.setattr(looking, "isolated", beside)
    target = named.parent / "report.html"
    events = list(write_run_report(named, target))
    report = _returned(run_report(read_facts(named), looks=True, patience_s=60))
    patch.undo()
    return target.read_text(), events, report, Looked(tuple(found))


def _returned(events: Iterator[Event]) -> Any:
    """What a generator returns."""
    while True:
        try:
            next(events)
        except StopIteration as stop:
            return stop.value


def _quick(folder: Path) -> content.Report:
    return _returned(run_report(read_facts(folder), looks=False, patience_s=0))


def _texts(value: Any) -> Iterator[str]:
    """Every text of a report, those of its drawings too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Drawing):
        yield from (shape.text for shape in value.shapes if isinstance(shape, Words))
    elif isinstance(value, content.SvgFigure):
        yield from (value.caption, value.alt, value.light, value.dark)
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))


# --- no name ---------------------------------------------------------------------------------


def test_no_name_of_a_patient_folder_user_or_computer_is_in_it(
    named: Path, seen: tuple[str, list[Event], content.Report, Looked]
) -> None:
    page = seen[0].partition("</style>")[2]
    hidden = [*NAMES, "4711", str(named.parent), named.name, "pytest-of", "Klinik"]
    hidden += [name for name in (getpass.getuser(), platform.node()) if len(name) > 3]
    for name in hidden:
        assert name.lower() not in page.lower(), name
    for picture in re.findall(r"data:image/png;base64,([^\"]+)", page):
        kinds = set(re.findall(rb"IHDR|IDAT|IEND|tEXt|iTXt|zTXt|eXIf", base64.b64decode(picture)))
        assert kinds == {b"IHDR", b"IDAT", b"IEND"}
    assert "Case 1" in page
    assert "Case 2" in page


def test_what_the_run_said_is_in_it_without_names(named: Path, tmp_path: Path) -> None:
    """Notices, the sentence it failed by, findings and a plan's reasons come from outside."""
    folder = tmp_path / "copy"
    folder.mkdir()
    values = runs.read_values(named)
    said = "Mustermann_Erika: volume-Mustermann_Erika/image_3 in /data/Klinik/x.dcm is odd."
    choice = {"setting": "Window", "value": "as mustermann_max", "reason": "Erika has 3 tumours."}
    values |= {
        "state": "failed",
        "sentence": said,
        "notices": [{"epoch": 1, "text": said}],
        "plan": {"choices": [choice], "advice": ["Case Mustermann_Max holds 98 % of all."]},
    }
    (folder / "run.json").write_text(json.dumps(values))
    (folder / "events.jsonl").write_bytes((named / "events.jsonl").read_bytes())
    texts = " ".join(_texts(_quick(folder)))
    assert not [name for name in NAMES if name.lower() in texts.lower()]
    assert "Case 1: " in texts
    assert "Case 2 holds 98 % of all." in texts
    assert "has 3 tumours" in texts


# --- what is said ----------------------------------------------------------------------------


def test_it_is_one_file_that_needs_nothing(
    seen: tuple[str, list[Event], content.Report, Looked],
) -> None:
    page, events, *_ = seen
    assert [type(event) for event in events if isinstance(event, Saved)] == [Saved]
    assert "<script" not in page
    assert not re.findall(r"(?:src|href)=\"(?!data:|#)", page)
    assert "default-src 'none'" in page
    assert page.count("<h1>") == 1
    assert page.count("<table") == page.count("<caption>")
    assert all(re.findall(r"<img [^>]*alt=\"([^\"]*)\"", page))
    drawn = re.findall(r"<svg [^>]*>", page)
    assert drawn
    assert all('role="img"' in one and re.search(r'aria-label="[^"]+"', one) for one in drawn)
    assert "prefers-color-scheme:dark" in page
    assert "@media print" in page


def test_its_numbers_are_those_of_the_run(
    named: Path, seen: tuple[str, list[Event], content.Report, Looked]
) -> None:
    page = seen[0]
    best = max((r for r in runs.read_records(named) if r.is_best), key=lambda r: r.epoch)
    row = re.search(r"<th scope=\"row\">Liver</th><td class=\"number\">([^<]*)<", page)
    assert row is not None
    assert row.group(1) == f"{best.dice['liver']:.3f}"
    assert "AdamW" in page
    assert f">{TINY.seed} (same seed" in page
    assert runs.versions()["torch"] in page
    digest = next(iter(runs.read_values(named)["cases"].values()))[0]
    assert digest[:12] in page


def test_slices_and_cost_are_measured_on_the_scans(
    seen: tuple[str, list[Event], content.Report, Looked],
) -> None:
    (case, *_) = seen[3].cases
    assert case.cost.seconds > 0
    assert case.cost.shape_zyx == (10, 48, 48)
    assert {one.kind for one in case.slices} <= {"worst", "best"}
    galleries = [b for b in _blocks(seen[2]) if isinstance(b, content.Gallery)]
    assert galleries
    assert "no pictures" not in seen[0]
    assert "predicted again" not in seen[0]  # the scores of the run hold


def _blocks(report: content.Report) -> list[content.Block]:
    parts = [part for section in report.sections for part in (section, *section.parts)]
    return [block for part in parts for block in part.blocks]


def test_html_holds_every_sentence_of_the_content(tmp_path: Path) -> None:
    report = _quick(made_run(tmp_path / "run"))
    shown = html.unescape(re.sub(r"<[^>]+>", "\n", html_of(report).decode()))
    for block in _blocks(report):
        if isinstance(block, content.Paragraph):
            assert block.text in shown
        if isinstance(block, content.Table):
            assert all(cell in shown for row in block.rows for cell in row)


def test_words_from_outside_are_escaped(tmp_path: Path) -> None:
    folder = made_run(tmp_path / "run")
    values = runs.read_values(folder)
    values["labels"][0]["name"] = "<b onclick=x>liver & co"
    (folder / "run.json").write_text(json.dumps(values))
    page = html_of(_quick(folder)).decode()
    assert "<b onclick" not in page
    assert "&lt;b onclick=x&gt;liver &amp; co" in page


def test_it_says_what_was_chosen_by_hand_what_was_tested_and_what_greys_mean(
    named: Path,
) -> None:
    known = read_facts(named)
    assert known.passport is not None
    tested = FinalScores(2, 1, {"liver": 0.91, "tumour": None}, {}, {}, {"02": {"liver": 0.91}})
    run = dataclasses.replace(
        known,
        final=tested,
        asked_validation=True,
        passport=dataclasses.replace(known.passport, intensity="grey"),
    )
    texts = list(_texts(_returned(run_report(run, looks=False, patience_s=0))))

    assert "Mean Dice of whole scans on 1 test case, which decided nothing: liver 0.91." in texts
    assert texts[texts.index("Kept aside for validation") + 1] == "patients chosen by hand"
    assert texts[texts.index("Black and white") + 1].startswith("grey values, not HU: 0 to 255")


# --- what is missing -------------------------------------------------------------------------


def test_an_old_run_without_data_model_and_newer_fields_is_still_reported(tmp_path: Path) -> None:
    texts = " ".join(_texts(_quick(made_run(tmp_path / "run"))))
    assert "does not say on which computer it was made" in texts
    assert "The data set is not where it was" in texts
    assert "The model file of this run is gone" in texts
    assert "This run keeps no plan" in texts
    assert "The validation loss rises since epoch 3." in texts
    assert "Dice of every slice" in texts


def test_a_run_that_finished_no_epoch_is_still_reported(tmp_path: Path) -> None:
    folder = made_run(tmp_path / "run")
    (folder / "events.jsonl").write_bytes(b"")
    texts = " ".join(_texts(_quick(folder)))
    assert "No epoch was finished" in texts
    assert "CLAIM" in texts


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        ({"config": {"preset": "x", "from_the_future": 1}}, "of another version of Slicewise"),
        ({"labels": 5, "split": [], "notices": "no", "cases": 3, "plan": []}, "keeps no plan"),
        ({"sittings": [{"started": "yesterday"}], "versions": None}, "has not been resumed"),
        (
            {"sittings": [{"started": "a"}, {"ended": 4, "from_epoch": "x"}]},
            "after it had been cut off",
        ),
    ],
)
def test_damaged_fields_are_named_or_left_out(
    tmp_path: Path, spoil: dict[str, Any], said: str
) -> None:
    folder = made_run(tmp_path / "run")
    values = runs.read_values(folder) | spoil
    (folder / "run.json").write_text(json.dumps(values))
    texts = " ".join(_texts(_quick(folder)))
    assert said in texts


def test_a_torn_journal_is_named(tmp_path: Path) -> None:
    folder = made_run(tmp_path / "run")
    journal = folder / "events.jsonl"
    lines = journal.read_bytes().splitlines(keepends=True)
    lines[3] = b"{torn\n"
    journal.write_bytes(b"".join(lines))
    assert "3 entries of the run's journal cannot be read" in " ".join(_texts(_quick(folder)))


def test_a_foreign_folder_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no run"):
        list(write_run_report(tmp_path, tmp_path / "r.html"))
    with pytest.raises(InputError, match="no ending of a report"):
        list(write_run_report(tmp_path, tmp_path / "r.docx"))


# --- where it is written ---------------------------------------------------------------------


def test_the_command_writes_it_and_says_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, target = made_run(tmp_path / "run"), tmp_path / "out.html"
    assert cli.run(["report", str(folder), "--out", str(target), "--no-scans"]) == 0
    assert target.read_text().startswith("<!DOCTYPE html>")
    capsys.readouterr()
    assert cli.run(["report", str(tmp_path), "--out", str(target)]) == 2
    assert "holds no run" in capsys.readouterr().err
    assert cli.run(["report", "--out", str(target)]) == 2
    assert "reports on one thing" in capsys.readouterr().err


def test_a_run_leaves_a_report_in_its_folder(tmp_path: Path) -> None:
    folder = made_run(tmp_path / "run")
    assert not of(Notice, report_beside(folder))
    assert (folder / "report.html").is_file()


@pytest.mark.parametrize("error", [InputError("the disk", "is full", "make room"), KeyError("x")])
def test_a_report_that_fails_endangers_no_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: Any, **__: Any) -> Iterator[Event]:
        raise error
        yield

    monkeypatch.setattr(afterwards, "write_run_report", fail)
    (notice,) = report_beside(made_run(tmp_path / "run"))
    assert isinstance(notice, Notice)
    assert notice.text.startswith("The report of the run was not written")


def test_the_worst_slices_are_those_with_most_wrong_pixels() -> None:
    from unet_core.report.slice_pictures import chosen

    dice = np.array([np.nan, 0.0, 0.9, 0.0, 0.5, 0.95, 0.2, *[0.8] * 20])
    counts = np.full((27, 3), 100, np.int64)
    counts[1], counts[3] = (0, 4, 0), (0, 90, 5)
    picked = chosen(dice, counts, worst=2, best=1)
    assert picked[0] == ("worst", 3)
    assert ("worst", 0) not in picked
    assert picked[-1] == ("best", 5)
