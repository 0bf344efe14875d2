"""Labels are known by their names in three languages, and their colours can be told apart."""

import numpy as np
import pytest
from numpy.typing import NDArray

from unet_core.anatomy import NAMES, TERMS, colour_of, term_called, term_of
from unet_core.organ_values import ORGANS, organ_of
from unet_core.volume import label_for


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("liver", "liver"),
        ("Leber Segment IV", "liver"),
        ("hepar", "liver"),
        ("future_liver_remnant", "liver"),
        ("Left Kidney", "kidney"),
        ("kidney_left", "kidney"),
        ("ren dexter", "kidney"),
        ("Nebenniere rechts", "adrenal gland"),
        ("liver_tumor", "tumour"),
        ("Lebermetastase", "tumour"),
        ("GTV-1", "tumour"),
        ("HCC 2", "tumour"),
        ("liver cyst", "cyst"),
        ("Leberzyste", "cyst"),
        ("Gefäße", "vessel"),
        ("Lebervene", "hepatic vein"),
        ("V. portae", "portal vein"),
        ("portal_vein_and_splenic_vein", "portal vein"),
        ("inferior_vena_cava", "vena cava"),
        ("pulmonary artery", "artery"),
        ("Gallenblase", "gallbladder"),
        ("Harnblase", "bladder"),
        ("subcutaneous fat", "fat"),
        ("vertebrae_L1", "vertebra"),
        ("rib_left_4", "rib"),
        ("Milz", "spleen"),
        ("lien", "spleen"),
        ("brain ventricle", "brain"),
    ],
)
def test_names_in_three_languages_are_understood(name: str, expected: str) -> None:
    term = term_of(name)
    assert term is not None
    assert term.name == expected


@pytest.mark.parametrize("name", ["label 3", "background", "", "fibrin", "1", "Kontrolle"])
def test_names_that_tell_nothing_are_left_alone(name: str) -> None:
    assert term_of(name) is None
    assert colour_of(name) == ""


@pytest.mark.hazard("M7")
@pytest.mark.parametrize("name", ["not liver", "liver minus tumour", "perihepatic", "left kidney"])
def test_a_code_is_written_only_for_a_whole_name(name: str) -> None:
    assert term_called(name) is None


def test_every_row_is_found_by_its_own_names_and_named_once() -> None:
    for term in TERMS:
        for name in (term.name, *term.names):
            assert term_of(name) is term, name
    assert len(set(NAMES)) == len(NAMES)
    assert len({term.code for term in TERMS if term.code}) == sum(bool(t.code) for t in TERMS)


def test_every_dense_organ_has_a_name() -> None:
    assert {term.group for term in TERMS} - {""} == {organ.name for organ in ORGANS}
    assert organ_of("Leber") is organ_of("liver")


def test_codes_are_those_of_snomed() -> None:
    concepts = pytest.importorskip("pydicom.sr._concepts_dict").concepts["SCT"]
    known = {code for values in concepts.values() for code in values}
    assert {term.code for term in TERMS if term.code} <= known


def test_a_label_takes_the_colour_of_its_name_not_of_its_number() -> None:
    assert label_for(1, "spleen").colour == label_for(9, "Milz").colour
    assert label_for(7, "tumor").colour == label_for(2).colour
    assert label_for(7).colour != label_for(8).colour


# --- colours that the colour-blind tell apart --------------------------------------------------

MATRICES = {
    "usual": np.eye(3),
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
"""Linear RGB as it is seen: Machado 2009, doi:10.1109/TVCG.2009.113, severity 1."""
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def lab(colour: str, eyes: str) -> NDArray[np.float64]:
    """CIE L*a*b* (D65) of ``#rrggbb`` as such eyes see it."""
    srgb = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.asarray(MATRICES[eyes]) @ linear, 0, 1)
    xyz = TO_XYZ @ seen / np.array([0.95047, 1.0, 1.08883])
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("eyes", MATRICES)
def test_liver_and_what_lies_in_and_beside_it_differ_for_all_eyes(eyes: str) -> None:
    def apart(a: str, b: str) -> float:
        return float(np.linalg.norm(lab(colour_of(a), eyes) - lab(colour_of(b), eyes)))

    assert apart("liver", "tumour") > 50
    others = (
        *("cyst", "necrosis", "vessel", "portal vein", "hepatic vein", "vena cava", "aorta"),
        *("gallbladder", "spleen", "kidney", "pancreas", "stomach", "duodenum", "colon"),
    )
    for other in others:
        assert apart("liver", other) > 12, other
        assert apart("tumour", other) > 12, other
