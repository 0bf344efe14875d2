"""What published networks reach on the same task: quiet lines behind a learning curve."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app import theme
from app.charts.axis import Axis
from app.charts.line import readable
from app.core_sentences import core_tr
from app.translation import tr

ALPHA = 150
SIZE_PX = 4.0


@dataclass(frozen=True)
class Anchor:
    """A published result.

    Attributes:
        region: What is outlined.
        dice: Mean over cases.
        scans: Learned from.
        text: Whose it is, in a few words.
    """

    region: str
    dice: float
    scans: int
    text: str
    is_below: bool = False
    """Whether its words stand below its line, where another one is near above."""

    @property
    def words(self) -> str:
        """What stands on the line."""
        return tr(
            "{who}, {scans} scans: {region} {dice}",
            who=self.text,
            scans=self.scans,
            region=core_tr(self.region),
            dice=f"{self.dice:.2f}",
        )

    def drawn(self, colour: str) -> "AnchorLine":
        """As a chart draws it."""
        return AnchorLine(self.dice, self.scans, self.words, colour, self.is_below)


ANCHORS = (
    Anchor("liver", 0.963, 131, tr("Best of LiTS 2017")),
    Anchor("tumour", 0.674, 131, tr("2.5D U-Net, LiTS 2017"), is_below=True),
    Anchor("tumour", 0.739, 131, tr("nnU-Net, LiTS 2018")),
)
"""On the 70 test scans of LiTS, mean Dice per case (Bilic et al. 2023, Med Image Anal 84:102680,
doi:10.1016/j.media.2022.102680). Only those: numbers of other splits, of Dice averaged over
lesions, or of pictures in place of patients say something else."""
LAW = tr("Dashed: the law that fits the trainings best.")
BAND = tr("Shaded: where nine of ten more trainings would lie.")
SOURCE = tr(
    "Dotted: published networks that learned from the 131 scans of LiTS, scored on its test scans "
    "(Bilic et al. 2023, doi:10.1016/j.media.2022.102680)."
)


def anchors_of(regions: Collection[str]) -> tuple[Anchor, ...]:
    """Those of the regions that are outlined here."""
    return tuple(anchor for anchor in ANCHORS if anchor.region in regions)


@dataclass(frozen=True)
class AnchorLine:
    """A dotted line at a published Dice; a diamond where its number of scans is on the chart."""

    dice: float
    scans: int
    text: str
    colour: str
    is_below: bool = False

    def draw(self, painter: QPainter, x: Axis, y: Axis) -> None:
        """Across the whole chart, its words at the right end."""
        if not y.low <= self.dice <= y.high:
            return
        colour = readable(self.colour)
        colour.setAlpha(ALPHA)
        place = y.place(self.dice)
        painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x.start, place), QPointF(x.end, place))
        if x.low <= self.scans <= x.high:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour, 1.2))
            painter.setBrush(QColor(theme.SURFACE))
            painter.drawPolygon(_diamond(x.place(self.scans), place))
        painter.setPen(QColor(theme.MUTED))
        height = painter.fontMetrics().height()
        top = place + 1 if self.is_below else place - height - 1
        area = QRectF(x.start + 4, top, x.end - x.start - 8, height)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self.text)


def _diamond(x: float, y: float) -> QPolygonF:
    far = SIZE_PX + 1
    return QPolygonF(
        [QPointF(x - far, y), QPointF(x, y - far), QPointF(x + far, y), QPointF(x, y + far)]
    )
