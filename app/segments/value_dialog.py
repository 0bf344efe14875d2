"""The label-value editor: from one mask a new one, with other numbers and names."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.panel_parts import Words, button
from app.segments.value_model import ValueColumn, ValueDelegate, ValueModel
from app.segments.value_plan import ValuePlan
from app.translation import tr

SIZE = (660, 430)


class ValueDialog(QDialog):
    """Asks what each value becomes; the mask it starts from is not touched.

    Signals:
        made: (ValuePlan, name): please make this mask.
    """

    made = Signal(object, str)

    def __init__(self, plan: ValuePlan, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._at_first = plan
        self.setObjectName("values_dialog")
        self.setWindowTitle(tr("Change label values"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._model = ValueModel(plan, self)
        self._make_table()
        self._make_buttons()
        self._name = QLineEdit(f"{name}, relabelled")
        self._name.setObjectName("values_name")
        self._name.setAccessibleName(tr("Name of the new mask"))
        self._name.textChanged.connect(self._refresh)
        self._lay_out(name)
        self._model.plan_changed.connect(self._refresh)
        self._refresh()
        self.resize(*SIZE)

    @property
    def plan(self) -> ValuePlan:
        """What was chosen so far."""
        return self._model.plan

    def _make_table(self) -> None:
        self._table = QTableView()
        self._table.setObjectName("values_table")
        self._table.setAccessibleName(tr("Label values and what they become"))
        self._table.setModel(self._model)
        self._table.setItemDelegate(ValueDelegate(self._table))
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self._table.setShowGrid(False)
        self._table.verticalHeader().hide()
        self._table.setTabKeyNavigation(False)
        header = self._table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (ValueColumn.NAME, ValueColumn.CALLED):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._table.selectionModel().selectionChanged.connect(self._refresh)

    def _make_buttons(self) -> None:
        self._swap = _tool("values_swap", tr("S&wap"), tr("Exchange the two chosen values"))
        self._swap.clicked.connect(self._on_swap)
        self._merge = _tool("values_merge", tr("&Merge"), tr("Give the chosen values one number"))
        self._merge.clicked.connect(self._on_merge)
        self._drop = _tool("values_drop", tr("To &background"), tr("Clear the chosen values"))
        self._drop.clicked.connect(self._on_drop)
        self._again = _tool("values_reset", tr("Start &again"), tr("Let every value be as it is"))
        self._again.clicked.connect(self._on_again)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._make = QPushButton(tr("Make new mask"))
        self._make.setObjectName("values_make")
        self._make.setProperty("primary", True)
        self._make.setDefault(True)
        self._buttons.addButton(self._make, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self, name: str) -> None:
        tools = QHBoxLayout()
        for tool in (self._swap, self._merge, self._drop):
            tools.addWidget(tool)
        tools.addStretch(1)
        tools.addWidget(self._again)
        naming = QHBoxLayout()
        caption = QLabel(tr("&Name of the new mask"))
        caption.setBuddy(self._name)
        naming.addWidget(caption)
        naming.addWidget(self._name, 1)
        self._result = Words()
        self._result.setObjectName("values_result")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        intro = Words(
            tr(
                "A new mask is made; {name} stays as it is. Double-click what a value becomes, or "
                "choose rows and swap or merge them.",
                name=name,
            )
        )
        intro.setTextFormat(Qt.TextFormat.PlainText)
        layout.addWidget(intro)
        layout.addWidget(self._table, 1)
        layout.addLayout(tools)
        layout.addWidget(self._result)
        layout.addLayout(naming)
        layout.addWidget(self._buttons)

    # --- hands -------------------------------------------------------------------------------

    @property
    def _chosen(self) -> list[int]:
        rows = self._table.selectionModel().selectedRows()
        return [self.plan.values[index.row()] for index in sorted(rows, key=lambda i: i.row())]

    @Slot()
    def _on_swap(self) -> None:
        first, second = self._chosen
        self._model.set_plan(self.plan.swapped(first, second))

    @Slot()
    def _on_merge(self) -> None:
        self._model.set_plan(self.plan.merged(self._chosen))

    @Slot()
    def _on_drop(self) -> None:
        self._model.set_plan(self.plan.dropped(self._chosen))

    @Slot()
    def _on_again(self) -> None:
        self._model.set_plan(self._at_first)

    @Slot()
    def _on_accepted(self) -> None:
        if self._make.isEnabled():
            self.made.emit(self.plan, self._name.text().strip())
            self.accept()

    @Slot()
    def _refresh(self) -> None:
        plan, chosen = self.plan, len(self._chosen)
        self._swap.setEnabled(chosen == 2)
        self._merge.setEnabled(chosen >= 2)
        self._drop.setEnabled(chosen >= 1)
        self._again.setEnabled(plan != self._at_first)
        self._make.setEnabled(plan.is_change and bool(self._name.text().strip()))
        self._result.setText(result_text(plan))


def result_text(plan: ValuePlan) -> str:
    """What the new mask will hold, in one sentence."""
    if not plan.is_change:
        return tr("Nothing changes yet.")
    if not plan.new_labels:
        return tr("The new mask will be empty: every value becomes background.")
    held = [
        tr(
            "{number} {label} ({voxels:,} voxels)",
            number=value,
            label=label.name,
            voxels=plan.voxels_then(value),
        )
        for value, label in plan.new_labels.items()
    ]
    return tr("The new mask will hold {labels}.", labels=", ".join(held))


def _tool(name: str, text: str, tip: str) -> QPushButton:
    made = button(name, text, tip)
    made.setAutoDefault(False)
    return made
