"""The table of the label-value editor: what each value is now, and what it shall become."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QComboBox,
    QSpinBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app import theme
from app.segments.naming import suggestions
from app.segments.value_plan import ValuePlan
from app.translation import tr
from unet_core.io.masks import HIGHEST_LABEL

AnyIndex = QModelIndex | QPersistentModelIndex
BACKGROUND = "0 background"


class ValueColumn(IntEnum):
    """What each column shows; those that can be edited are BECOMES and CALLED."""

    VALUE = 0
    NAME = 1
    VOXELS = 2
    BECOMES = 3
    CALLED = 4
    THEN = 5


HEADINGS = {
    ValueColumn.VALUE: (tr("Value"), tr("The number in the mask as it is")),
    ValueColumn.NAME: (tr("Label now"), tr("What it is called now")),
    ValueColumn.VOXELS: (tr("Voxels now"), tr("How many voxels hold the value now")),
    ValueColumn.BECOMES: (tr("Becomes"), tr("The number in the new mask; 0 is background")),
    ValueColumn.CALLED: (tr("Called"), tr("What that number is called in the new mask")),
    ValueColumn.THEN: (tr("Voxels then"), tr("How many voxels of the new mask hold that number")),
}
_NUMBERS = (ValueColumn.VALUE, ValueColumn.VOXELS, ValueColumn.THEN)


class ValueModel(QAbstractTableModel):
    """Shows and changes a ValuePlan.

    Signals:
        plan_changed: Something becomes something else.
    """

    plan_changed = Signal()

    def __init__(self, plan: ValuePlan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan = plan

    @property
    def plan(self) -> ValuePlan:
        """As it stands."""
        return self._plan

    def set_plan(self, plan: ValuePlan) -> None:
        """Show another plan for the same values."""
        self._plan = plan
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.plan_changed.emit()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._plan.values)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(ValueColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        text, spoken = HEADINGS[ValueColumn(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(ValueColumn(section))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken
        return text if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        column = index.column()
        is_label = self._becomes(index) > 0
        if column == ValueColumn.BECOMES or (column == ValueColumn.CALLED and is_label):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = ValueColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(index)
            case Qt.ItemDataRole.EditRole:
                return self._becomes(index) if column == ValueColumn.BECOMES else self._text(index)
            case Qt.ItemDataRole.DecorationRole:
                return self._swatch(index)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{HEADINGS[column][0]}: {self._text(index)}"
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        before = self._plan
        if index.column() == ValueColumn.BECOMES:
            after = before.with_value(self._value(index), int(value))
        else:
            after = before.with_name(self._becomes(index), str(value))
        if after != before:
            self.set_plan(after)
        return True

    def _value(self, index: AnyIndex) -> int:
        return self._plan.values[index.row()]

    def _becomes(self, index: AnyIndex) -> int:
        return self._plan.becomes[self._value(index)]

    def _text(self, index: AnyIndex) -> str:
        plan, value, becomes = self._plan, self._value(index), self._becomes(index)
        match ValueColumn(index.column()):
            case ValueColumn.VALUE:
                return str(value)
            case ValueColumn.NAME:
                return plan.label_now(value).name
            case ValueColumn.VOXELS:
                return f"{plan.voxels.get(value, 0):,}"
            case ValueColumn.BECOMES:
                return str(becomes) if becomes else BACKGROUND
            case ValueColumn.CALLED:
                return plan.label_then(becomes).name if becomes else ""
            case _:
                return f"{plan.voxels_then(becomes):,}" if becomes else ""

    def _swatch(self, index: AnyIndex) -> Any:
        plan, value, becomes = self._plan, self._value(index), self._becomes(index)
        if index.column() == ValueColumn.NAME:
            return theme.swatch(plan.label_now(value).colour)
        if index.column() == ValueColumn.CALLED and becomes:
            return theme.swatch(plan.label_then(becomes).colour)
        return None


class ValueDelegate(QStyledItemDelegate):
    """Edits a number in a spin box, a name in a list of anatomical ones."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        if index.column() == ValueColumn.BECOMES:
            spin = QSpinBox(parent)
            spin.setObjectName("values_becomes")
            spin.setAccessibleName(tr("Becomes"))
            spin.setRange(0, max(HIGHEST_LABEL, int(index.data(Qt.ItemDataRole.EditRole))))
            spin.setSpecialValueText(BACKGROUND)
            return spin
        names = QComboBox(parent)
        names.setObjectName("values_called")
        names.setAccessibleName(tr("Called"))
        names.setEditable(True)
        names.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        names.addItems(list(suggestions()))
        return names

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        if isinstance(editor, QComboBox):
            editor.setEditText(str(index.data(Qt.ItemDataRole.EditRole)))
            line = editor.lineEdit()
            if line is not None:
                line.selectAll()
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: Any, index: AnyIndex) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        elif isinstance(editor, QSpinBox):
            editor.interpretText()
            model.setData(index, editor.value())


def _alignment(column: ValueColumn) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
