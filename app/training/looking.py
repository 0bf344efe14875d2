"""Two buttons on the network of the set-up or of the run: what it is, and what it sees."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.panel_parts import button
from app.translation import tr


class LookingRow(QWidget):
    """There before a run and while it goes on.

    Signals:
        network_asked: The network shall be drawn.
        batch_asked: What it learns from shall be shown.
    """

    network_asked = Signal()
    batch_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.network = button(
            "train_network",
            tr("The network…"),
            tr("Draw the network: its levels, what it sees of the body, what it takes (F9)"),
        )
        self.batch = button(
            "train_batch",
            tr("What it sees…"),
            tr("Show the very pictures and masks it learns from (Shift+F9)"),
        )
        self.network.clicked.connect(self.network_asked)
        self.batch.clicked.connect(self.batch_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.network, 1)
        row.addWidget(self.batch, 1)
