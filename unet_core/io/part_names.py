"""Names, codes and colours of DICOM segments and regions, and the labels they become.

A segment that is a liver becomes label 1 and all that are tumours label 2, by coded type or by
name; others are numbered from 3, so that no label means one thing in one project and another in
the next.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from unet_core.errors import InputError
from unet_core.io.masks import HIGHEST_LABEL
from unet_core.volume import LIVER, TUMOUR, Label, label_for

_LIVER_CODES = frozenset((("SCT", "10200004"), ("SRT", "T-62000"), ("FMA", "7197")))
_TUMOUR_CODES = frozenset(
    (
        ("SCT", "108369006"),  # Neoplasm
        ("SCT", "372087000"),  # Neoplasm, Primary
        ("SCT", "86049000"),  # Neoplasm, Primary, until 2020
        ("SCT", "14799000"),  # Neoplasm, Secondary
        ("SCT", "128462008"),  # Metastasis
        ("SCT", "4147007"),  # Mass
        ("SCT", "52988006"),  # Lesion
        ("SRT", "M-8FFFF"),
        ("SRT", "M-80003"),
        ("SRT", "M-80006"),
        ("SRT", "M-03000"),
        ("SRT", "M-01100"),
        ("RT", "GTV"),  # gross tumour volume, RT ROI Interpreted Type (3006,00A4)
    )
)
"""DICOM PS3.16 CID 7151 and its forerunners in SNOMED-RT."""
_SCHEMES = {"99SDM": "SRT", "SNM3": "SRT"}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TUMOUR_WORDS = _words(
    "tumor tumors tumour tumours lesion lesions gtv gtvp gtvn metastasis metastases mets hcc "
    "cancer carcinoma neoplasm neoplasms"
)
_PLAIN_WORDS = _words(
    "the whole total organ parenchyma segmentation segment seg mask label roi contour auto"
)
_UNSURE_WORDS = _words("minus without non not no sub subtracted excluding peri")


@dataclass(frozen=True)
class Part:
    """One segment or region of a file.

    Attributes:
        number: By which the file refers to it.
        name: As its makers call it; may be empty.
        colour: ``#rrggbb``; empty where none is recommended.
        codes: (scheme, value) of its coded type.
        value: Label value, where this program wrote the file; else 0.
        size: How much it covers, in any unit: the smaller lies on top.
    """

    number: int
    name: str
    colour: str = ""
    codes: frozenset[tuple[str, str]] = frozenset()
    value: int = 0
    size: float = 0.0

    @property
    def shown(self) -> str:
        """What sentences and buttons call it."""
        return self.name or f"label {self.number}"


def code_of(scheme: str, value: str) -> tuple[str, str]:
    """A code with the older names of its scheme made one."""
    return _SCHEMES.get(scheme, scheme), value


def labels_of(name: str, parts: Sequence[Part]) -> tuple[dict[int, Label], tuple[str, ...]]:
    """The label of each part by its number, and sentences about names that were understood.

    Args:
        name: The file's, for sentences.
        parts: All of the file, also those not wanted: a label's value does not depend on choices.

    Raises:
        InputError: If there are more parts than label values.

    >>> labels, said = labels_of("a.dcm", [Part(1, "Spleen"), Part(2, "Liver"), Part(3, "GTV-1")])
    >>> [(label.value, label.name) for label in labels.values()]
    [(3, 'Spleen'), (1, 'liver'), (2, 'tumour')]
    >>> said
    ('"GTV-1" was read as label 2 tumour.',)
    """
    if parts and all(part.value for part in parts):
        return {part.number: _label(part.value, part.shown, part) for part in parts}, ()
    livers = _one_liver([part for part in parts if _meaning(part) == "liver"])
    tumours = [part for part in parts if _meaning(part) == "tumour"]
    labels = {part.number: _label(1, LIVER.name, part) for part in livers}
    labels |= {part.number: _label(2, TUMOUR.name, part) for part in tumours}
    others = [part for part in parts if part.number not in labels]
    if len(others) + TUMOUR.value > HIGHEST_LABEL:
        fault = f"holds {len(parts)} labels, more than the {HIGHEST_LABEL} that fit into one mask"
        raise InputError(name, fault, "export fewer labels at a time")
    for value, part in enumerate(others, start=TUMOUR.value + 1):
        labels[part.number] = _label(value, part.name or f"label {value}", part)
    said = (*_understood(livers, LIVER), *_understood(tumours, TUMOUR))
    return {part.number: labels[part.number] for part in parts}, said


def _label(value: int, name: str, part: Part) -> Label:
    return Label(value, name, part.colour or label_for(value, name).colour)


def _meaning(part: Part) -> Literal["liver", "tumour", ""]:
    words = re.findall(r"[a-z]+", part.name.lower())
    if _UNSURE_WORDS & set(words):
        return ""
    if part.codes & _TUMOUR_CODES or _TUMOUR_WORDS & set(words):
        return "tumour"
    return "liver" if part.codes & _LIVER_CODES or _is_liver(words) else ""


def _is_liver(words: Iterable[str]) -> bool:
    return set(words) - _PLAIN_WORDS == {"liver"}


def _one_liver(candidates: list[Part]) -> list[Part]:
    """The only liver; where vessels or a remnant are coded as liver too, the one named so."""
    if len(candidates) <= 1:
        return candidates
    named = [p for p in candidates if _is_liver(re.findall(r"[a-z]+", p.name.lower()))]
    return named if len(named) == 1 else []


def _understood(parts: Sequence[Part], label: Label) -> tuple[str, ...]:
    strange = [part.shown for part in parts if part.shown.lower() != label.name]
    if not strange:
        return ()
    listed = ", ".join(f'"{name}"' for name in strange[:5]) + (", ..." if strange[5:] else "")
    verb = "was" if len(strange) == 1 else "were"
    return (f"{listed} {verb} read as label {label.value} {label.name}.",)


def colour_from_cielab(values: Sequence[int]) -> str:
    """``#rrggbb`` of a Recommended Display CIELab Value (0062,000D); empty where there is none.

    Scaled to 16 bits as DICOM PS3.3 C.10.7.1.1 says; L*a*b* and sRGB are both taken with the white
    point D65, as PixelMed, dcmqi and highdicom write them.

    >>> colour_from_cielab((41661, 41167, 40792))
    '#dd8265'
    """
    if len(values) != 3:
        return ""
    lightness = values[0] * 100 / 65535
    a, b = (v * 255 / 65535 - 128 for v in values[1:])
    fy = (lightness + 16) / 116
    x, y, z = (
        white * (f**3 if f > 6 / 29 else 3 * (6 / 29) ** 2 * (f - 4 / 29))
        for white, f in zip((0.95047, 1.0, 1.08883), (fy + a / 500, fy, fy - b / 200), strict=True)
    )
    linear = (
        3.2406 * x - 1.5372 * y - 0.4986 * z,
        -0.9689 * x + 1.8758 * y + 0.0415 * z,
        0.0557 * x - 0.2040 * y + 1.0570 * z,
    )
    return "#" + "".join(f"{_srgb(c):02x}" for c in linear)


def _srgb(linear: float) -> int:
    """0 to 255 of a linear 0 to 1 (IEC 61966-2-1)."""
    value = 1.055 * linear ** (1 / 2.4) - 0.055 if linear > 0.0031308 else 12.92 * linear
    return round(255 * min(max(value, 0.0), 1.0))
