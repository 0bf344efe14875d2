"""The pieces of a report: names, drawings, curves, pages, saved evaluations."""

import html
import json
import math
import re
from pathlib import Path

import numpy as np
import pytest

from tests.unet_core.conftest import TINY
from unet_core import sittings
from unet_core.drawing import Box, Drawing, Words, svg_of
from unet_core.drawing import Path as Line
from unet_core.errors import InputError
from unet_core.evaluation.export import evaluation_json
from unet_core.evaluation.summary import summarise
from unet_core.events import Skipped
from unet_core.network_drawing import draw_network
from unet_core.network_facts import facts_of
from unet_core.report import content
from unet_core.report.charts import Curve, curves, strips, thinned
from unet_core.report.claim import ITEMS
from unet_core.report.evaluation_facts import read_evaluation
from unet_core.report.evaluation_looking import Pictured
from unet_core.report.evaluation_report import evaluation_report, write_evaluation_report
from unet_core.report.pdf import pdf_of
from unet_core.report.privacy import Pseudonyms
from unet_core.report.svg_shapes import drawing_of
from unet_core.scores import Evaluated, LesionScore, RegionScore, SurfaceScore
from unet_core.volume import DEFAULT_LABELS, regions_of

CASES = ("Mustermann^Max", "02", "03", "4711007", "liver")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("case 02 is turned", "Case 1 is turned"),
        ("02: is turned", "Case 1: is turned"),
        ("cases 02, 03 and 4711007 differ", "Case 1, Case 2 and Case 3 differ"),
        ("MUSTERMANN^MAX is new", "Case 5 is new"),
        ("Max has 3 tumours of 02 mm", "[name] has 3 tumours of Case 1 mm"),
        ("2 of 3 cases, Dice 0.02", "2 of 3 cases, Dice 0.02"),
        ("read /home/anna/x/volume-02.nii.gz now", "read [folder] now"),
        (r"read C:\Klinik\x now", "read [folder] now"),
        ("volume-Nord.nii.gz is cut", "[file] is cut"),
        ("series 1.2.840.113619.2.55.3 differs", "series [number] differs"),
        ("in Klinikum of Anna", "in [name] of [name]"),
        ("the liver is large", "the liver is large"),
    ],
)
def test_sentences_lose_their_names(said: str, shown: str) -> None:
    names = Pseudonyms(CASES, (Path("/home/anna/Klinikum Nord/data"),), ("liver",))
    assert names.scrubbed(said) == shown


def test_the_key_to_the_cases_is_for_the_screen_alone() -> None:
    names = Pseudonyms(("b", "a10", "a9"))
    assert names.titles == {"a9": "Case 1", "a10": "Case 2", "b": "Case 3"}
    assert names.title("unheard of") == "a case"


# --- drawings --------------------------------------------------------------------------------


def test_ten_thousand_epochs_keep_their_highest_and_lowest() -> None:
    values = np.random.default_rng(0).normal(0, 1, 10_000)
    values[[1234, 7777]] = (50.0, -50.0)
    points = thinned(values.tolist())
    assert len(points) <= 400
    assert {1235, 7778} <= {epoch for epoch, _ in points}
    assert [e for e, _ in points] == sorted(e for e, _ in points)


def test_a_gap_in_a_curve_stays_one() -> None:
    drawing = curves([Curve("a", [1.0, 2.0, math.nan, 3.0, 2.0])], title="x")
    lines = [s for s in drawing.shapes if isinstance(s, Line) and s.width == 1.6]
    assert [len(one.points) for one in lines] == [2, 2]


def test_every_slice_has_its_place_in_the_strip() -> None:
    drawing = strips({"Liver": [0.0, 0.0, math.nan, 1.0]})
    bars = [s for s in drawing.shapes if isinstance(s, Box)][:3]
    assert [bar.fill for bar in bars] == ["#a50026", "grid", "#313695"]
    widths = [round(bar.width) for bar in bars]
    assert widths[0] == 2 * widths[1]


def test_words_in_a_drawing_are_escaped() -> None:
    assert "<script" not in svg_of(Drawing(9, 9, (Words(0, 0, "<script>"),)), "<script>")


def test_the_network_is_drawn_in_pdf_as_in_html() -> None:
    svg = draw_network(facts_of(TINY)).svg
    shapes = drawing_of(svg).shapes
    words = {shape.text.strip() for shape in shapes if isinstance(shape, Words)}
    for text in re.findall(r"<text[^>]*>([^<]+)</text>", svg):
        assert text.replace("&amp;", "&").replace("&#x27;", "'").strip() in words
    assert sum(isinstance(shape, Box) for shape in shapes) >= svg.count("<rect") - 2
    assert all(0 <= x <= 1200 for s in shapes if isinstance(s, Line) for x, _ in s.points)


# --- pages -----------------------------------------------------------------------------------


def _report(*blocks: content.Block) -> content.Report:
    return content.Report("Title", "of what", (content.Section("One", blocks),), "made today")


def test_a_long_table_breaks_across_pages_of_a_pdf() -> None:
    rows = tuple((str(n), "words " * 12) for n in range(120))
    table = content.Table("A caption.", ("Number", "Words"), rows, numbers=(0,))
    data = pdf_of(_report(content.Paragraph("Zürich <b> & co ≥ 3 µm"), table))
    assert data.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", data)) > 2
    assert b"FontFile2" in data  # embedded
    assert b"Slicewise" in data


def test_every_kind_of_block_goes_into_a_pdf() -> None:
    from unet_core.report.slice_pictures import png_of

    png = png_of(np.zeros((4, 6, 3), np.uint8))
    picture = content.Picture("Below", "alt", png, 6, 4)
    drawing = Drawing(520, 60, (Box(0, 0, 9, 9, "first"), Words(3, 3, "w", turned=True)))
    blocks = (
        content.Paragraph("a", "warning"),
        content.Paragraph("b", "good"),
        content.Bullets(("c", "d")),
        content.Facts("e", (("f", "g"),)),
        content.Figure("h", "i", drawing),
        content.SvgFigure("j", "k", svg_of(drawing, "x", roles_as_classes=False), "", 520, 60),
        content.Gallery("l", (picture,) * 5),
    )
    assert len(re.findall(rb"/Type /Page\b", pdf_of(_report(*blocks)))) == 1


# --- the checklist and the sittings ------------------------------------------------------------


def test_the_checklist_is_whole() -> None:
    assert list(ITEMS) == list(range(1, 45))
    assert len(set(ITEMS.values())) == 44


def test_a_sitting_that_was_cut_off_has_no_end() -> None:
    values = {"sittings": sittings.begun({}, 0)}  # killed
    values["sittings"] = sittings.begun(values, 4)
    values["sittings"] = sittings.ended(values)
    first, second = values["sittings"]
    assert "ended" not in first
    assert (first["from_epoch"], second["from_epoch"]) == (0, 4)
    assert second["ended"] >= second["started"]
    assert sittings.ended({}) == []
    assert second["machine"]["cores"] >= 1
    assert "node" not in second["machine"]


# --- saved evaluations -----------------------------------------------------------------------


def _evaluated(name: str, dice: float) -> Evaluated:
    lesion = LesionScore("missed", 30, 0.5, (2, 3), (2, 1, 1), diameter_mm=8.0, wrong_ml=0.5)
    common = (dice, dice / 2, 0.9, 0.8, dice, np.array([math.nan, dice, 0.0]), 100, 90, 3.0, 2.0)
    liver, tumour = regions_of(DEFAULT_LABELS)
    surface = SurfaceScore(9.0, 4.25, 1.0, 0.7, 0.8, 0.7, 0.8)
    return Evaluated(
        name,
        (
            RegionScore(liver, *common, surface=surface),
            RegionScore(tumour, *common, lesions=(lesion,)),
        ),
        (f"{name}: the mask of /data/Klinik/{name}.nii.gz has 3 values.",),
    )


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """An evaluation of three cases with names, one more left out."""
    cases = [_evaluated(n, d) for n, d in (("Erika", 0.9), ("Max_M", 0.5), ("03", 0.7))]
    left_out = [Skipped("Otto_X is not scored: Otto_X.nii.gz is empty.", "Otto_X")]
    values = evaluation_json(cases, summarise(cases, skipped=1), left_out)
    path = tmp_path / "Sommerfeld.json"
    path.write_text(json.dumps(values))
    return path


def test_an_evaluation_is_reported_without_names(saved: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.html"
    list(write_evaluation_report(saved, target))
    page = target.read_text()
    for name in ("Erika", "Max_M", "Otto", "Sommerfeld", "Klinik", tmp_path.name):
        assert name not in page
    assert "0.700" in page  # the mean of the three
    assert "4.2" in page
    assert "Case 3" in page
    said = json.loads(saved.read_text())["summary"]["sentences"]
    assert said
    assert all(sentence in page for sentence in map(html.escape, said))
    assert "confidence intervals" in page


def test_an_evaluation_becomes_pages(saved: Path, tmp_path: Path) -> None:
    list(write_evaluation_report(saved, tmp_path / "out.pdf"))
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


def test_an_older_file_without_summary_is_still_reported(saved: Path) -> None:
    values = json.loads(saved.read_text())
    saved.write_text(json.dumps(values["cases"]))
    report = evaluation_report(read_evaluation(saved), Pictured())
    first = report.sections[0].blocks
    assert any("has no summary" in getattr(block, "text", "") for block in first)


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"cases": [1]}', '[{"case": "a"}]', "null"])
def test_what_is_no_evaluation_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(text)
    with pytest.raises(InputError):
        read_evaluation(path)


def test_numbers_of_cases_follow_the_order_people_count_in() -> None:
    names = [f"case{n}" for n in (10, 9, 1)]
    numbers = [Pseudonyms(names).number(name) for name in names]
    assert numbers == [3, 2, 1]
