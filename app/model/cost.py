"""What a use of a model costs on this computer, and the button that measures it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.core_sentences import core_tr
from app.glossary import explain
from app.model.table import FactTable
from app.panel_parts import GAP, button, heading, muted
from app.translation import tr
from unet_core.cost_card import CostCard, CostRow, machine_words, scan_words, size_words
from unet_core.events import Progress

COLUMNS = (
    tr("Slices at once"),
    tr("Mirrored"),
    tr("Seconds"),
    tr("Per 100 slices"),
    tr("Memory"),
    tr("Card memory"),
)
NUMBERS = (0, 2, 3, 4, 5)
CARD_COLUMN = 5


class CostView(QWidget):
    """A table, what it was measured on, and a button.

    Signals:
        asked: To measure.
        stop_asked: To give it up.
    """

    asked = Signal()
    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("model_cost")
        self._is_measuring = False
        self._reason = ""
        self.table = FactTable(
            "model_cost_table", tr("What a use of the model costs"), COLUMNS, NUMBERS, wide=1
        )
        explain(self.table, "batch", "mirroring")
        self.facts = muted("model_cost_facts")
        self.measure = button(
            "model_cost_measure",
            tr("Measure on the open scan"),
            tr("Run the model on the open scan in several ways and time each; about a minute"),
        )
        self.stop = button("model_cost_stop", tr("Stop"), tr("Stop measuring"))
        self.progress = QProgressBar()
        self.progress.setObjectName("model_cost_progress")
        self.progress.setAccessibleName(tr("How far measuring is"))
        self.status = muted("model_cost_status")
        for one in (self.measure, self.stop):
            one.setAutoDefault(False)
        self.measure.clicked.connect(self.asked)
        self.stop.clicked.connect(self.stop_asked)
        row = QHBoxLayout()
        row.addWidget(self.measure)
        row.addWidget(self.stop)
        row.addWidget(self.progress, 1)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(heading(tr("What a use costs on this computer")))
        layout.addLayout(row)
        layout.addWidget(self.status)
        layout.addWidget(self.table)
        layout.addWidget(self.facts)
        self.show_cost(None)
        self.show_phase(is_measuring=False, reason="")

    def show_cost(self, card: CostCard | None) -> None:
        """Show what was measured, or that nothing was."""
        self.table.setVisible(card is not None)
        if card is None:
            self.table.set_rows(())
            self.facts.setText(tr("Not measured yet for this model on this computer."))
            return
        has_card = any(row.card_mb for row in card.rows)
        self.table.setColumnHidden(CARD_COLUMN, not has_card)
        self.table.set_rows([_cells(row, card.shape_zyx[0]) for row in card.rows])
        self.facts.setText("\n".join(_facts(card)))

    def show_phase(self, *, is_measuring: bool, reason: str) -> None:
        """Whether it is being measured; ``reason`` says why it cannot be, if it cannot."""
        self.measure.setVisible(not is_measuring)
        self.measure.setEnabled(not reason)
        self.stop.setVisible(is_measuring)
        self.stop.setEnabled(True)
        self.progress.setVisible(is_measuring)
        if is_measuring and not self._is_measuring:
            self.progress.setRange(0, 0)
            self.say(tr("Starting…"))
        elif is_measuring:
            pass  # only the scan on screen is another one
        elif reason or self._is_measuring or self._reason:
            self.say(reason)
        self._is_measuring, self._reason = is_measuring, reason

    def show_progress(self, event: Progress) -> None:
        """How far it is."""
        self.progress.setRange(0, event.total)
        self.progress.setValue(event.done)
        self.say(core_tr(event.text))

    def say(self, sentence: str) -> None:
        """Say how measuring goes."""
        self.status.setText(sentence)
        self.status.setVisible(bool(sentence))


def _cells(row: CostRow, slices: int) -> list[str]:
    return [
        str(row.batch_size),
        tr("yes") if row.mirror else tr("no"),
        f"{row.seconds:.1f}",
        f"{100 * row.seconds / slices:.1f}",
        core_tr(size_words(row.memory_mb)),
        core_tr(size_words(row.card_mb)),
    ]


def _facts(card: CostCard) -> list[str]:
    scan = scan_words(card.shape_zyx)
    said = [
        tr(
            "From the scan in memory to its cleaned mask: {scan}, {computer}; measured {moment}.",
            scan=core_tr(scan),
            computer=core_tr(machine_words(card.machine)),
            moment=card.measured[:16].replace("T", " "),
        )
    ]
    if card.read_s is not None:
        said.append(
            tr("Reading the scan from its file took {seconds:.1f} s more.", seconds=card.read_s)
        )
    said.append(
        tr(
            "Model file {size}, {parameters:,} parameters. Memory: most of the whole process, the "
            "scan in it.",
            size=size_words(card.model_bytes / 2**20),
            parameters=card.parameters,
        )
    )
    return [*said, *map(core_tr, card.notes)]
