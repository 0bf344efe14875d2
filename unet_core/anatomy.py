"""What labels are called and what colour they take: liver, "Leber", "hepar" and "liver_seg" alike.

The one table of anatomical words. Names come in English, German and Latin; codes are SNOMED CT's as
DICOM PS3.16 CID 7150, 7151 and 7166 use them.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

Group = (
    Literal[
        "", "tumour", "liver", "spleen", "kidney", "pancreas", "muscle", "heart", "vessel", "brain"
    ]
    | Literal["bone", "lung", "fat"]
)
"""Structures that are equally dense on CT; "" for those nothing is known of."""
SHORT = 5
"""Letters; shorter words must stand alone ("rib" is not in "fibrin"), longer ones may be part of a
compound ("Leberrand")."""


@dataclass(frozen=True)
class Term:
    """One row of ``TERMS``.

    Attributes:
        name: In English, as the program writes it.
        colour: ``#rrggbb``.
        names: Other full names, in small letters without accents.
        stems: Further words that tell it, which are not its name.
        group: Which row of ``organ_values.ORGANS`` says how dense it is.
        code: SNOMED CT identifier; "" where none is agreed.
        is_altered: A disease or injury, not a part of the body.
    """

    name: str
    colour: str
    names: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    group: Group = ""
    code: str = ""
    is_altered: bool = False
    pattern: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        words = "|".join(_as_pattern(word) for word in (self.name, *self.names, *self.stems))
        object.__setattr__(self, "pattern", re.compile(words))


def _as_pattern(word: str) -> str:
    return word if len(word) >= SHORT else rf"\b{word}(?:s|es|e|n|en)?\b"


def _altered(name: str, colour: str, names: str, stems: str = "", code: str = "") -> Term:
    """Something that should not be there; as dense as a tumour may be."""
    return Term(name, colour, _listed(names), _listed(stems), "tumour", code, is_altered=True)


def _part(
    name: str, colour: str, names: str = "", stems: str = "", group: Group = "", code: str = ""
) -> Term:
    """A part of the body."""
    return Term(name, colour, _listed(names), _listed(stems), group, code)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


TERMS = (
    # what is altered, before the organ it lies in: a liver cyst is a cyst
    _altered("necrosis", "#c9a3d8", "nekrose", "necroti, nekroti", "6574001"),
    _altered("cyst", "#7fd4f5", "zyste, cystis", "cyst, zyste", "367643001"),
    Term("oedema", "#8ce0e4", ("edema", "odem", "oedem"), code="79654002", is_altered=True),
    Term("haemorrhage", "#a3333d", ("hemorrhage", "bleeding", "blutung"), ("hamatom", "hematom")),
    Term("ablation zone", "#ff7fd0", ("ablationszone",), ("ablation",)),
    Term("ascites", "#8fe3f0", ("aszites",), ("pleural effusion", "pleuraerguss")),
    _altered(
        "tumour",
        "#f2b134",
        "tumor, neoplasm, neoplasma, gtv, hcc",
        "metasta, mets, nodule, karzinom, carcinom, cancer, krebs, raumforderung",
        "108369006",
    ),
    _altered("lesion", "#f2b134", "lasion, laesion, laesio", code="52988006"),
    _altered("mass", "#f2b134", "masse, massa", code="4147007"),
    # vessels and ducts, before the organ they belong to: a hepatic vein is a vein
    _part("aorta", "#e0614c", "hauptschlagader", "aort", "vessel", "15825003"),
    _part(
        "vena cava",
        "#2f6fe0",
        "inferior vena cava, ivc, vena cava inferior, untere hohlvene",
        "hohlvene, postcava, cava",
        "vessel",
        "64131007",
    ),
    _part(
        "portal vein",
        "#5a7dff",
        "pfortader, vena portae",
        "portal, splenic vein",
        "vessel",
        "32764006",
    ),
    _part(
        "hepatic vein",
        "#2f9bff",
        "lebervene, vena hepatica, hepatic veins, lebervenen",
        "",
        "vessel",
        "8993003",
    ),
    _part("vein", "#0097ce", "vene, vena", "vein, venous, venen, nierenvene", "vessel", "29092000"),
    _part("artery", "#e4483d", "arterie, arteria", "arteri, schlagader", "vessel", "51114001"),
    _part(
        "vessel",
        "#6a86ff",
        "blood vessel, gefass, gefaess",
        "vascul, subclavia, brachiocephalic, carotid",
        "vessel",
        "59820001",
    ),
    _part(
        "bile duct", "#4c7a12", "gallengang, ductus choledochus", "biliary, choledoch, cystic duct"
    ),
    _part(
        "gallbladder",
        "#5f8f1f",
        "gallenblase, vesica fellea, vesica biliaris",
        "gall bladder",
        code="28231008",
    ),
    # organs
    _part("liver", "#3fb68b", "leber, hepar, jecur", "hepat", "liver", "10200004"),
    _part("spleen", "#b06fc9", "milz, lien, splen", "splenic", "spleen", "78961009"),
    _part(
        "adrenal gland",
        "#f9ba96",
        "nebenniere, glandula suprarenalis",
        "adrenal, suprarenal",
        code="23451007",
    ),
    _part("kidney", "#c1563f", "niere, ren", "renal, renis, nephr", "kidney", "64033007"),
    _part("pancreas", "#ffb3d9", "bauchspeicheldruse, pankreas", "pancrea", "pancreas", "15776009"),
    _part("oesophagus", "#d3ab8f", "esophagus, speiserohre, oesophagus", code="32849002"),
    _part("stomach", "#ffc9b0", "magen, gaster, ventriculus", "gastri", code="69695003"),
    _part("duodenum", "#e8d3a8", "zwolffingerdarm", code="38848004"),
    _part(
        "small bowel",
        "#cda78e",
        "small intestine, dunndarm, intestinum tenue",
        "jejun, ileum",
        code="30315005",
    ),
    _part(
        "colon",
        "#b5763f",
        "large bowel, large intestine, dickdarm, kolon",
        "sigmoid, caecum, cecum",
        code="71854001",
    ),
    _part("rectum", "#b87a4b", "mastdarm, rektum", code="34402009"),
    _part("bowel", "#cda78e", "darm, intestine, intestinum", "intestin"),
    _part("bladder", "#ffd6a5", "urinary bladder, harnblase, vesica urinaria", code="89837001"),
    _part("prostate", "#e69e8c", "prostata", code="41216001"),
    _part("uterus", "#ffb59e", "gebarmutter", code="35039007"),
    _part("ovary", "#d58d71", "eierstock, ovarium", "ovarian", code="15497006"),
    _part(
        "thyroid",
        "#2ec4b6",
        "schilddruse, glandula thyreoidea, thyroid gland",
        "thyreoid",
        code="69748006",
    ),
    _part("lymph node", "#dcf7a6", "lymphknoten, nodus lymphaticus", "lymph", code="59441001"),
    _part("trachea", "#b6e4ff", "luftrohre", "bronch", code="44567001"),
    _part("lung", "#a9c7e8", "lunge, pulmo", "pulmonary, lungen", "lung", "39607008"),
    _part("brain", "#fafae1", "gehirn, hirn, cerebrum, encephalon", "brain", "brain", "12738006"),
    _part("spinal cord", "#f4d631", "ruckenmark, medulla spinalis, myelon", code="2748008"),
    _part(
        "heart",
        "#ce6e54",
        "herz, cor",
        "atrium, ventricle, myocard, myokard, cardiac",
        "heart",
        "80891009",
    ),
    # tissues
    _part(
        "muscle",
        "#c06858",
        "muskel, musculus",
        "psoas, glute, autochthon, muscul",
        "muscle",
        "91727004",
    ),
    _part("vertebra", "#e2ca86", "wirbel, wirbelkorper", "spine, wirbel", "bone", "51282000"),
    _part("rib", "#fde89e", "rippe, costa", group="bone", code="113197003"),
    _part(
        "bone",
        "#f1d691",
        "knochen, os",
        "femur, pelvi, sacrum, skelet, skull, becken, hip, clavic, scapula, humerus, sternum",
        "bone",
        "272673000",
    ),
    _part("fat", "#e6dc46", "fett, adipose tissue, fettgewebe", "adipos", "fat", "55603005"),
    _part("skin", "#b17a65", "haut, cutis", code="39937001"),
    _part("body", "#8f99a8", "korper, torso, abdomen, corpus"),
)
"""The first row that fits is taken. Hues follow 3D Slicer's GenericAnatomyColors.txt where they are
telling (arteries red, veins blue, bone ivory, spleen violet), made stronger to be seen through on
grey, and moved where two neighbours would look alike, also to the colour-blind: 3D Slicer's liver
(#dd8265) is too near its kidney and its arteries, its tumour (#90ee90) near our liver."""
NAMES = tuple(term.name for term in TERMS)
"""What to suggest, the likeliest of this program's users first."""


@cache
def term_of(name: str) -> Term | None:
    """The row that a label's name speaks of; None for names that tell nothing.

    >>> [term_of(n).name for n in ("liver", "Leber", "Left Kidney", "liver_tumor", "V. portae")]
    ['liver', 'liver', 'kidney', 'tumour', 'portal vein']
    >>> term_of("label 7") is None
    True
    """
    words = plain(name)
    return next((term for term in TERMS if term.pattern.search(words)), None)


def term_called(name: str) -> Term | None:
    """The row whose full name this is, in any of the three languages: sure enough to write a code.

    A number behind it only counts them.

    >>> term_called("Leber").code, term_called("GTV-1").name, term_called("not liver") is None
    ('10200004', 'tumour', True)
    """
    words = plain(name).rstrip(" 0123456789")
    return next((term for term in TERMS if words in (term.name, *term.names)), None)


def colour_of(name: str) -> str:
    """The usual colour of what a name speaks of; empty where it tells nothing."""
    term = term_of(name)
    return term.colour if term else ""


def plain(name: str) -> str:
    """A name in small letters without accents, its words apart.

    >>> plain("Gefäße_LeberRand")
    'gefasse leber rand'
    """
    apart = re.sub(r"(?<=[a-zäöü])(?=[A-ZÄÖÜ])", " ", name)
    folded = unicodedata.normalize("NFKD", apart.casefold())
    letters = "".join(c if c.isalnum() else " " for c in folded if not unicodedata.combining(c))
    return " ".join(re.sub(r"\bv\b", "vena", letters).split())
