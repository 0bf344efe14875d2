"""Who is in a data set twice is proposed with its evidence, and joined only where certain."""

from pathlib import Path

import numpy as np
import pytest

from tests.unet_core.test_persons import Grey, _again, _scan
from unet_core.alignment import check
from unet_core.case import Case
from unet_core.events import Event, Notice, PersonsProposed
from unet_core.io import save_now
from unet_core.person_search import PersonTraits, persons_in, sentence_of, traits_of
from unet_core.volume import Geometry, LabelMap, Volume


def _volume(grey: Grey, *, hu: bool = True) -> Volume:
    voxels = (grey.astype(np.float32) * 400 / 255 - 160).round().astype(np.int16) if hu else grey
    z, y, x = voxels.shape
    return Volume(voxels, Geometry((x, y, z)), "scan", intensity="HU" if hu else "grey")


def _traits(name: str, grey: Grey, patient: str | None = None, *, hu: bool = True) -> PersonTraits:
    return traits_of(Case(name, patient, (), ()), _volume(grey, hu=hu))


@pytest.mark.hazard("T6")
def test_a_person_scanned_again_is_proposed_with_numbers() -> None:
    traits = [_traits(f"{n:02d}", _scan(n)) for n in range(5)]
    traits.append(_traits("05", _again(_scan(4))))
    (person,) = persons_in(traits)
    assert person.case_ids == ("04", "05")
    assert not person.is_certain
    assert 0.86 < person.likeness < 1
    assert "bones and fat lie alike" in person.evidence
    assert "numbers follow each other" in person.evidence
    assert sentence_of(person).endswith("with --same-person 04,05.")


@pytest.mark.hazard("T6")
def test_five_scans_of_one_person_are_one_proposal() -> None:
    traits = [_traits(f"a{n}", _scan(n)) for n in range(6)]
    traits += [_traits(f"b{n}", _again(_scan(2), seed=n)) for n in range(2)]
    (person,) = persons_in(traits)
    assert person.case_ids == ("a2", "b0", "b1")
    assert "follow each other" not in person.evidence


@pytest.mark.hazard("T6")
def test_the_same_pixels_are_certain_whatever_they_are_stored_as() -> None:
    traits = [_traits(f"{n:02d}", _scan(n)) for n in range(4)]
    traits.append(_traits("copy", _scan(3)[4:15]))
    (person,) = persons_in(traits)
    assert (person.case_ids, person.is_certain) == (("03", "copy"), True)
    assert "they share slices" in person.evidence
    assert "stay together in every split" in sentence_of(person)


@pytest.mark.hazard("T6")
def test_a_windowed_moved_and_cut_copy_is_proposed() -> None:
    traits = [_traits(f"{n:02d}", _scan(n)) for n in range(5)]
    copy = np.roll(_scan(1)[3:-2], (4, -3), axis=(1, 2))[:, 2:-6, 5:]
    traits.append(_traits("copy", copy, hu=False))
    (person,) = persons_in(traits)
    assert (person.case_ids, person.is_certain) == (("01", "copy"), False)
    assert person.likeness > 0.9


@pytest.mark.hazard("T6")
def test_one_patient_of_two_scans_is_certain() -> None:
    traits = [_traits("a", _scan(1), "P"), _traits("b", _scan(2), "P"), _traits("c", _scan(3))]
    (person,) = persons_in(traits)
    assert person.evidence == "they name the same patient"
    assert person.case_ids == ("a", "b")


def test_other_people_are_left_alone() -> None:
    assert persons_in([_traits(f"{n:02d}", _scan(n)) for n in range(8)]) == ()


@pytest.mark.hazard("T6")
def test_the_check_of_a_data_set_tells(tmp_path: Path) -> None:
    for name, grey in {**{str(n): _scan(n) for n in range(4)}, "4": _again(_scan(3))}.items():
        scan = _volume(grey)
        save_now(scan, tmp_path / f"volume-{name}.nii")
        labels = np.zeros(scan.voxels.shape, np.uint8)
        labels[:, 60:68, 60:68] = 1
        save_now(LabelMap(labels, scan.geometry, name), tmp_path / f"segmentation-{name}.nii")
    events: list[Event] = list(check(tmp_path, isolate=False))
    (proposed,) = (event for event in events if isinstance(event, PersonsProposed))
    assert [person.case_ids for person in proposed.persons] == [("3", "4")]
    assert any(isinstance(e, Notice) and "--same-person 3,4" in e.text for e in events)
