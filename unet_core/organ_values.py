"""How dense each organ can be on CT, whatever the contrast phase: what a label's voxels must show.

The ranges hold the median over a whole organ, from disease that makes it dark to the strongest
enhancement, with room to spare: outside them it is another organ, another patient, or no HU.
"""

from dataclasses import dataclass

from unet_core.anatomy import term_of


@dataclass(frozen=True)
class Organ:
    """One row of ``ORGANS``.

    Attributes:
        name: As a sentence says it; a ``group`` of ``unet_core.anatomy``.
        low_hu: Lowest median.
        high_hu: Highest median.
        is_solid: No air in it: a label that lies on air does not lie on this organ.
        is_lean: No fat in it either, so that fat under the label tells as much.
    """

    name: str
    low_hu: float
    high_hu: float
    is_solid: bool = True
    is_lean: bool = False


ORGANS = (
    Organ("tumour", -150, 300),
    Organ("liver", -20, 250, is_lean=True),
    Organ("spleen", 10, 300, is_lean=True),
    Organ("kidney", -10, 400),
    Organ("pancreas", -90, 250),
    Organ("muscle", -60, 200),
    Organ("heart", -20, 600),
    Organ("vessel", -20, 700),
    Organ("brain", 0, 120),
    Organ("bone", -20, 1800),
    Organ("lung", -1000, -300, is_solid=False),
    Organ("fat", -200, -20),
)
"""Unenhanced: liver 45-65, spleen 35-55, kidney 20-40, muscle 10-40, fat -50 to -150, lung -910 to
-550, bone from 50 (spongy) up (Prokop, Spiral and Multislice CT of the Body, Thieme 2003). Liver
with severe steatosis 32 +- 14 HU (doi:10.1007/s00414-019-02016-1); the same tissue differs between
scanners (doi:10.2214/AJR.12.10037, PMC5015439). Upper ends are of arterial and nephrographic
phases, iron and amiodarone; cysts, necrosis and fat make lesions dark."""


def organ_of(label_name: str) -> Organ | None:
    """The organ a label's name speaks of; None for names that tell nothing.

    >>> organ_of("liver").name, organ_of("Left Kidney").name, organ_of("liver_tumor").name
    ('liver', 'kidney', 'tumour')
    >>> organ_of("label 7") is None
    True
    """
    term = term_of(label_name)
    return next((organ for organ in ORGANS if term and organ.name == term.group), None)
