"""What people reach on the same task: a line on every Dice axis, or a band once it was measured."""

import json
from dataclasses import asdict, dataclass

from app.charts.line import Band
from app.settings import Settings
from app.translation import tr


@dataclass(frozen=True)
class HumanBand:
    """Dice between people.

    Attributes:
        low: Lower quartile; None draws the median alone.
        median: Over cases.
        high: Upper quartile.
        region: Which region it is of.
        source: Who was measured, in a few words.
    """

    low: float | None
    median: float
    high: float | None
    region: str
    source: str

    @property
    def text(self) -> str:
        """What stands on the line."""
        return tr(
            "{source}: {region} {dice}",
            source=self.source,
            region=self.region,
            dice=f"{self.median:.2f}",
        )

    def band(self) -> Band:
        """As a chart draws it."""
        return Band(self.low, self.median, self.high, self.text)


LITS = HumanBand(None, 0.70, None, tr("tumour"), tr("Fresh radiologist, LiTS"))
"""Median Dice of a new reader on LiTS tumours (Bilic et al. 2023, Med Image Anal 84:102680,
doi:10.1016/j.media.2022.102680)."""


def kept(settings: Settings) -> HumanBand:
    """The user's own, once two people marked the same cases here; else the published one."""
    try:
        values = json.loads(settings.human_band)
        edges = [None if values[key] is None else float(values[key]) for key in ("low", "high")]
        median = float(values["median"])
        known = [edges[0], median, edges[1]] if None not in edges else [median]
        if not all(0 <= value <= 1 for value in known if value is not None):
            return LITS
        return HumanBand(edges[0], median, edges[1], str(values["region"]), str(values["source"]))
    except (ValueError, TypeError, KeyError, RecursionError):
        return LITS


def keep(settings: Settings, band: HumanBand | None) -> None:
    """Put the user's own in place of the published one; None puts that back.

    Whoever does so emits ``session.human_band_changed``.
    """
    settings.human_band = "" if band is None else json.dumps(asdict(band))
