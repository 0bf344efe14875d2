"""Scores of one comparison as Qt tables, and as text for the clipboard."""

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app import theme
from unet_core.events import LesionScore, RegionScore
from unet_core.volume import Index

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def share(value: float | None) -> str:
    """A score between 0 and 1, or n/a where it is 0/0.

    >>> share(0.8149), share(None)
    ('0.815', 'n/a')
    """
    return "n/a" if value is None or math.isnan(value) else f"{value:.3f}"


def millilitres(value: float | None) -> str:
    """A volume, or n/a for pictures without a scale."""
    if value is None:
        return "n/a"
    return f"{value:,.0f} ml" if value >= 100 else f"{value:.2f} ml"


def _slices_counted(score: RegionScore) -> str:
    return f"{int(np.isfinite(score.dice_per_slice).sum())} of {len(score.dice_per_slice)}"


MEASURES: tuple[tuple[str, str, Callable[[RegionScore], str]], ...] = (
    (
        "Dice, whole case",
        "Overlap of all voxels of all slices together",
        lambda s: share(s.case_dice),
    ),
    (
        "IoU, whole case",
        "Intersection over union of all slices together",
        lambda s: share(s.case_iou),
    ),
    (
        "Dice, mean of slices",
        "Mean of the Dice of each slice counted",
        lambda s: share(s.slice_dice_mean),
    ),
    ("Slices counted", "Slices with the region in either mask", _slices_counted),
    ("Sensitivity", "Share of the reference that was found", lambda s: share(s.sensitivity)),
    ("Precision", "Share of the prediction that is right", lambda s: share(s.precision)),
    ("Reference volume", "", lambda s: millilitres(s.reference_ml)),
    ("Predicted volume", "", lambda s: millilitres(s.prediction_ml)),
)
"""Heading, explanation and text of each row of the score table."""

_KINDS = {
    "found": ("found", "GOOD"),
    "missed": ("missed", "BAD"),
    "false": ("false alarm", "WARNING"),
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
        if role == Qt.ItemDataRole.DisplayRole:
            return MEASURES[index.row()][2](self._scores[index.column()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return MEASURES[index.row()][1] or None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            if across:  # two short lines fit a narrow dock
                return _narrow(self._scores[section].region.title)
            return MEASURES[section][0]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._scores[section].region.title if across else MEASURES[section][1] or None
        if role == Qt.ItemDataRole.DecorationRole and across:
            return theme.swatch(self._scores[section].region.colour)
        return None

    def as_text(self) -> str:
        """The table with tabs, as spreadsheets take it from the clipboard."""
        lines = ["\t".join(["", *(score.region.title for score in self._scores)])]
        lines += [
            "\t".join([title, *(text(score) for score in self._scores)])
            for title, _, text in MEASURES
        ]
        return "\n".join(lines)


class LesionModel(QAbstractTableModel):
    """One row a lesion: found, missed or false, its volume and slices."""

    HEADINGS = ("Lesion", "Volume", "Slices")

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
        alarms = "false alarm" if counts[2] == 1 else "false alarms"
        return f"{counts[0]} found, {counts[1]} missed, {counts[2]} {alarms}"

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
        volume = f"{lesion.voxels:,} voxels"
        if lesion.volume_ml is not None:
            volume = millilitres(lesion.volume_ml)
        return (
            _KINDS[lesion.kind][0],
            volume,
            str(first) if first == last else f"{first}–{last}",
        )


def _narrow(title: str) -> str:
    """``liver (with tumour)`` on two short lines."""
    return title.replace(" (with ", "\n+ ").rstrip(")")
