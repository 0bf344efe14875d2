"""Every hazard that must have a test has one, and the page that says so is up to date."""

import pytest

from tests import hazards


def test_every_hazard_named_by_a_test_is_in_the_table() -> None:
    assert hazards.unknown_ids() == {}


def test_every_hazard_that_must_have_a_test_has_one() -> None:
    assert hazards.uncovered() == []


def test_the_page_is_up_to_date() -> None:
    assert hazards.TABLE.read_text("utf-8") == hazards.as_text(), "run python -m tests.hazards"


@pytest.mark.parametrize(
    ("source", "ids"),
    [
        ("def test_l1_g13_cut(): ...", {"L1", "G13"}),
        ("@pytest.mark.hazard('L2')\ndef test_header_only(): ...", {"L2"}),
        (
            "@pytest.mark.parametrize('a', [pytest.param(1, marks=pytest.mark.hazard('M1'))])\n"
            "def test_colours(): ...",
            {"M1"},
        ),
        ("pytestmark = pytest.mark.hazard('X1')\ndef test_full(): ...", {"X1"}),
        ("class TestAll:\n    def test_k2_flips(self): ...", {"K2"}),
        ('def test_resume():\n    """T1, T7: as before; K6 too."""', {"T1", "T7", "K6"}),
        ('def test_resume():\n    """As T1 has it."""', None),
        ("def test_t99_no_such_hazard(): ...", None),
    ],
)
def test_hazards_are_read_from_marks_and_names(source: str, ids: set[str] | None) -> None:
    found = [set(test.ids) for test in hazards._tests_of("test_x.py", source)]
    assert found == ([ids] if ids else [])
