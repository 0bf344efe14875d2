"""Scores of one comparison as Qt tables, and as text for the clipboard."""

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from app import theme
from app.core_sentences import core_tr
from app.score_words import EXPLANATIONS, TITLES, number
from app.translation import tr
from unet_core.evaluation.measures import MEASURES as TABLE
from unet_core.events import LesionScore, RegionScore
from unet_core.volume import Index

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def share(value: float | None) -> str:
    """A score between 0 and 1, or n/a where it is 0/0.

    >>> share(0.8149), share(None)
    ('0.815', 'n/a')
    """
    return tr("n/a") if value is None or math.isnan(value) else f"{value:.3f}"


def millilitres(value: float | None) -> str:
    """A volume, or n/a for pictures without a scale."""
    if value is None:
        return tr("n/a")
    return tr("{ml:,.0f} ml", ml=value) if value >= 100 else tr("{ml:.2f} ml", ml=value)


def _slices_counted(score: RegionScore) -> str:
    return tr(
        "{counted}/{slices}",
        counted=int(np.isfinite(score.dice_per_slice).sum()),
        slices=len(score.dice_per_slice),
    )


Measure = tuple[str, str, Callable[[RegionScore], str] | None]


def _of(key: str) -> Measure:
    """A row of ``unet_core.evaluation.measures`` as the window writes and explains it."""
    measure = TABLE[key]
    return TITLES[key], EXPLANATIONS[key], lambda score: number(key, measure.of(score))


def _lesions(score: RegionScore) -> str:
    if not score.lesions:
        return tr("n/a")
    found, missed, false = (score.count(kind) for kind in ("found", "missed", "false"))
    return f"{found}/{missed}/{false}"


MEASURES: tuple[Measure, ...] = (
    (tr("Overlap"), "", None),
    (
        tr("Dice, whole case"),
        tr("Overlap of all voxels of all slices together"),
        lambda s: share(s.case_dice),
    ),
    (
        tr("IoU, whole case"),
        tr("Intersection over union of all slices together"),
        lambda s: share(s.case_iou),
    ),
    (
        tr("Mean slice Dice"),
        tr("Mean of the Dice of each slice counted"),
        lambda s: share(s.slice_dice_mean),
    ),
    (tr("Slices counted"), tr("Slices with the region in either mask"), _slices_counted),
    (
        tr("Sensitivity"),
        tr("Share of the reference that was found"),
        lambda s: share(s.sensitivity),
    ),
    (tr("Precision"), tr("Share of the prediction that is right"), lambda s: share(s.precision)),
    (tr("Outline"), "", None),
    *(_of(key) for key in ("hd95_mm", "assd_mm", "surface_dice_1mm", "surface_dice_2mm")),
    (tr("Volume"), "", None),
    (tr("Reference volume"), "", lambda s: millilitres(s.reference_ml)),
    (tr("Predicted volume"), "", lambda s: millilitres(s.prediction_ml)),
    *(_of(key) for key in ("volume_error_ml", "volume_error")),
    (tr("Lesions"), "", None),
    (
        tr("Found/missed/false"),
        tr("Lesions found, lesions missed, and false alarms"),
        _lesions,
    ),
    *(_of(key) for key in ("lesion_recall", "lesion_precision", "lesion_f1")),
)
"""Heading, explanation and text of each row of the score table; without a text a row is the
heading of those below it."""

_KINDS = {
    "found": ("found", "GOOD"),
    "missed": ("missed", "BAD"),
    "false": (tr("false alarm"), "WARNING"),
}


class ScoreModel(QAbstractTableModel):
    """One row a measure, one column a region: a narrow dock shows all of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scores: tuple[RegionScore, ...] = ()

    def set_scores(self, scores: Sequence[RegionScore]) -> None:
        """Show other scores."""
        self.beginResetModel()
        self._scores = tuple(scores)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() or not self._scores else len(MEASURES)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._scores)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        _, tip, text = MEASURES[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if text is None else text(self._scores[index.column()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip or None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            if across:  # two short lines fit a narrow dock
                return _narrow(core_tr(self._scores[section].region.title))
            return MEASURES[section][0]
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                core_tr(self._scores[section].region.title)
                if across
                else MEASURES[section][1] or None
            )
        if role == Qt.ItemDataRole.FontRole and not across:
            font = QFont()
            font.setBold(MEASURES[section][2] is None)
            return font
        if role == Qt.ItemDataRole.DecorationRole and across:
            return theme.swatch(self._scores[section].region.colour)
        return None

    def as_text(self) -> str:
        """The table with tabs, as spreadsheets take it from the clipboard."""
        lines = ["\t".join(["", *(core_tr(score.region.title) for score in self._scores)])]
        lines += [
            "\t".join([title, *("" if text is None else text(score) for score in self._scores)])
            for title, _, text in MEASURES
        ]
        return "\n".join(lines)


class LesionModel(QAbstractTableModel):
    """One row a lesion: found, missed or false, its volume and slices."""

    HEADINGS = (tr("Lesion"), tr("Volume"), tr("Slices"))

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lesions: tuple[LesionScore, ...] = ()

    def set_scores(self, scores: Sequence[RegionScore]) -> None:
        """Show the lesions of other scores: missed, found, false, the largest of each first."""
        order = ["missed", "found", "false"]
        lesions = [lesion for score in scores for lesion in score.lesions]
        lesions.sort(key=lambda lesion: (order.index(lesion.kind), -lesion.voxels))
        self.beginResetModel()
        self._lesions = tuple(lesions)
        self.endResetModel()

    def index_of(self, row: int) -> Index:
        """A canonical (z, y, x) voxel inside the lesion of a row."""
        return self._lesions[row].index_zyx

    def summary(self) -> str:
        """``2 found, 1 missed, 3 false alarms``; empty without lesions."""
        counts = [sum(le.kind == kind for le in self._lesions) for kind in _KINDS]
        if not self._lesions:
            return ""
        found, missed, false = counts
        if false == 1:
            return tr("{found} found, {missed} missed, 1 false alarm", found=found, missed=missed)
        return tr(
            "{found} found, {missed} missed, {false} false alarms",
            found=found,
            missed=missed,
            false=false,
        )

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lesions)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.HEADINGS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        lesion = self._lesions[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(lesion)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 0:
            return theme.colour(_KINDS[lesion.kind][1])
        if role == Qt.ItemDataRole.ToolTipRole:
            return _more(lesion)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() > 0:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.HEADINGS[section] if orientation is Qt.Orientation.Horizontal else section + 1

    def as_text(self) -> str:
        """The table with tabs."""
        rows = (self.HEADINGS, *map(self._texts, self._lesions))
        return "\n".join("\t".join(row) for row in rows)

    @staticmethod
    def _texts(lesion: LesionScore) -> tuple[str, str, str]:
        first, last = (z + 1 for z in lesion.slices)
        volume = tr("{voxels:,} voxels", voxels=lesion.voxels)
        if lesion.volume_ml is not None:
            volume = millilitres(lesion.volume_ml)
        return (
            _KINDS[lesion.kind][0],
            volume,
            str(first) if first == last else f"{first}–{last}",
        )


def _more(lesion: LesionScore) -> str:
    """What a narrow dock has no room for."""
    lines = []
    if lesion.diameter_mm is not None:
        lines.append(tr("{mm} mm across", mm=f"{lesion.diameter_mm:.0f}"))
    if lesion.contrast_hu is not None:
        lines.append(tr("{hu} HU against the liver", hu=f"{lesion.contrast_hu:+.0f}"))
    if lesion.kind == "found" and lesion.dice is not None:
        lines.append(tr("Dice {dice}", dice=share(lesion.dice)))
    return "\n".join([*lines, tr("Double-click a lesion to see it.")])


def _narrow(title: str) -> str:
    """``liver (with tumour)`` on two short lines."""
    return title.replace(tr(" (with "), "\n+ ").rstrip(")）")
