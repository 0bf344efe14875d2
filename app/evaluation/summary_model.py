"""All cases together as tables: means below the cases, and every number with its groups."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from app import theme
from app.core_sentences import core_tr
from app.evaluation.case_model import CASE, FIRST, KEYS, LABEL, LEFT, RIGHT
from app.icons import swatch
from app.score_words import EXPLANATIONS, GROUP_TITLES, NOTHING, TITLES, estimate, number
from app.translation import tr
from unet_core.evaluation.measures import GROUPS, LESIONS, MEASURES
from unet_core.scores import Estimate, EvaluationSummary, LesionGroup, RegionSummary

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
INTERVAL = tr("In brackets: 95 % confidence interval, found by drawing persons anew.")


def estimate_of(region: RegionSummary, key: str) -> Estimate | None:
    """The mean of a measure; of lesions the share pooled over all cases."""
    if MEASURES[key].group == LESIONS:
        return region.lesions.get(key.removeprefix("lesion_"))
    return region.estimates.get(key)


class MeanModel(QAbstractTableModel):
    """One row a label under the table of cases, in the same columns: mean and interval."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._summary: EvaluationSummary | None = None

    def set_summary(self, summary: EvaluationSummary | None) -> None:
        """Show another summary, or none."""
        self.beginResetModel()
        self._summary = summary
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() or self._summary is None else len(self._summary.regions)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else FIRST + len(KEYS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._summary is None:
            return None
        region, column = self._summary.regions[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(region, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column >= FIRST:
            return RIGHT
        if role == Qt.ItemDataRole.DecorationRole and column == LABEL:
            return swatch(region.region.colour)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(region, column)
        return None

    def _text(self, region: RegionSummary, column: int) -> str:
        assert self._summary is not None
        if column == CASE:
            count = self._summary.cases
            return tr("1 case") if count == 1 else tr("All {count} cases", count=count)
        if column == LABEL:
            return core_tr(region.region.title)
        if column < FIRST:
            return ""
        key = KEYS[column - FIRST]
        found = estimate_of(region, key)
        if found is None or found.value is None:
            return NOTHING
        if found.low is None or found.high is None:
            return number(key, found.value)
        # two lines: the columns are no wider than a number of one case
        return f"{number(key, found.value)}\n{number(key, found.low)} – {number(key, found.high)}"

    def _tip(self, region: RegionSummary, column: int) -> str | None:
        if column < FIRST:
            return INTERVAL
        key = KEYS[column - FIRST]
        found = estimate_of(region, key)
        lines = [EXPLANATIONS[key]]
        if found is not None:
            lines.append(_count_words(found))
            if found.median is not None:
                lines.append(tr("Median {value}", value=number(key, found.median)))
        return "\n".join(lines)


def _count_words(found: Estimate) -> str:
    if found.cases == 1 and not found.not_counted:
        return tr("Of 1 case")
    if not found.not_counted:
        return tr("Of {cases} cases of {persons} persons", cases=found.cases, persons=found.persons)
    return tr(
        "Of {cases} cases of {persons} persons; n/a in {left}",
        cases=found.cases,
        persons=found.persons,
        left=found.not_counted,
    )


@dataclass(frozen=True)
class Line:
    """A row of the table of all numbers: a heading, or a measure with a cell for each label."""

    title: str
    cells: tuple[str, ...] = ()
    tip: str = ""


class SummaryModel(QAbstractTableModel):
    """One row a measure, one column a label; then lesions by size and by contrast."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._regions: tuple[RegionSummary, ...] = ()
        self._lines: tuple[Line, ...] = ()

    def set_summary(self, summary: EvaluationSummary | None) -> None:
        """Show another summary, or none."""
        self.beginResetModel()
        self._regions = summary.regions if summary is not None else ()
        self._lines = tuple(_lines(self._regions))
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() or not self._lines else 1 + len(self._regions)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            if column == 0:
                return line.title
            return line.cells[column - 1] if line.cells else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.tip or None
        if role == Qt.ItemDataRole.TextAlignmentRole and column > 0:
            return RIGHT
        if role == Qt.ItemDataRole.FontRole and not line.cells:
            font = QFont()
            font.setBold(True)
            return font
        is_nothing = column > 0 and line.cells[column - 1 : column] == (NOTHING,)
        if role == Qt.ItemDataRole.ForegroundRole and is_nothing:
            return theme.colour("MUTED")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                tr("Number") if section == 0 else core_tr(self._regions[section - 1].region.title)
            )
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section else LEFT
        return None

    def as_text(self) -> str:
        """The table with tabs."""
        head = ["", *(core_tr(region.region.title) for region in self._regions)]
        rows = [[line.title, *line.cells] for line in self._lines]
        return "\n".join("\t".join(row) for row in [head, *rows])


def _lines(regions: tuple[RegionSummary, ...]) -> list[Line]:
    lines: list[Line] = []
    for group in GROUPS:
        rows = [_line(key, regions) for key, one in MEASURES.items() if one.group == group]
        rows = [row for row in rows if any(cell != NOTHING for cell in row.cells)]
        if rows:
            lines += [Line(GROUP_TITLES[group]), *rows]
    sizes = _group_lines(regions, tr("Lesions by diameter"), "by_size")
    return (
        lines + sizes + _group_lines(regions, tr("Lesions by contrast to the liver"), "by_contrast")
    )


def _line(key: str, regions: tuple[RegionSummary, ...]) -> Line:
    found = [estimate_of(region, key) for region in regions]
    cells = tuple(NOTHING if one is None else estimate(key, one) for one in found)
    return Line(TITLES[key], cells, f"{EXPLANATIONS[key]}\n{INTERVAL}")


def _group_lines(regions: tuple[RegionSummary, ...], title: str, name: str) -> list[Line]:
    groups: dict[str, dict[int, LesionGroup]] = {}
    for place, region in enumerate(regions):
        for group in getattr(region, name):
            groups.setdefault(group.title, {})[place] = group
    if not groups:
        return []
    tip = tr("Lesions found of those there are, false alarms of that size, and mean lesion Dice.")
    rows = [
        Line(_bounds_words(key), _group_cells(found, len(regions)), tip)
        for key, found in groups.items()
    ]
    return [Line(title), *rows]


def _group_cells(found: dict[int, LesionGroup], count: int) -> tuple[str, ...]:
    return tuple(_group_words(found[n]) if n in found else NOTHING for n in range(count))


def _group_words(group: LesionGroup) -> str:
    total = group.found + group.missed
    if not total and not group.false:
        return NOTHING
    return tr(
        "{found} of {total} found, {false} false, Dice {dice}",
        found=group.found,
        total=total,
        false=group.false,
        dice=number("dice", group.dice.value),
    )


def _bounds_words(title: str) -> str:
    """A group's title in the reader's language."""
    unit = title.split()[-1] if not title.endswith("more") else title.split()[1]
    numbers = [word for word in title.split() if word.replace(".", "").isdigit()]
    if title.startswith("under"):
        return tr("under {high} {unit}", high=numbers[0], unit=unit)
    if title.endswith("more"):
        return tr("{low} {unit} and more", low=numbers[0], unit=unit)
    return tr("{low} to {high} {unit}", low=numbers[0], high=numbers[1], unit=unit)
