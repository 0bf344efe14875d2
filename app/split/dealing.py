"""How a split is proposed: shares, a seed, and the buttons that deal or leave it to the program."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QWidget

from app.forms import WheelGuard
from app.glossary import explain
from app.panel_parts import button
from app.translation import tr


class DealRow(QWidget):
    """Validation and test in percent, the seed, Propose and Automatic.

    Signals:
        proposed: Shares of validation and test, 0 to 1, and the seed.
        dropped: The program shall choose by itself.
    """

    proposed = Signal(float, float, int)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wheel = WheelGuard(self)
        self._validation = self._share("split_validation_share", "validation", 5)
        self._test = self._share("split_test_share", "test", 0)
        self._seed = QSpinBox()
        self._seed.setObjectName("split_seed")
        self._seed.setRange(0, 9999)
        self._seed.setValue(42)
        explain(self._seed, "seed")
        self._wheel.guard(self._seed)
        self._propose = button(
            "split_propose",
            tr("Propose split"),
            tr("Deal all patients anew, so that every side has its share of tumour"),
        )
        self._propose.setProperty("primary", True)
        self._propose.clicked.connect(self._on_propose)
        self._drop = button(
            "split_automatic",
            tr("Automatic"),
            tr("Leave it to the program: one patient in five is validated on, there is no test"),
        )
        self._drop.clicked.connect(self.dropped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for title, box in (
            (tr("Validation"), self._validation),
            (tr("Test"), self._test),
            (tr("Seed"), self._seed),
        ):
            label = QLabel(title)
            label.setBuddy(box)
            label.setToolTip(box.toolTip())
            row.addWidget(label)
            row.addWidget(box)
        for one in (self._propose, self._drop):
            one.setAutoDefault(False)
            row.addWidget(one)

    def allow(self, *, deal: bool, drop: bool) -> None:
        """Which of it can be pressed."""
        for one in (self._propose, self._validation, self._test, self._seed):
            one.setEnabled(deal)
        self._drop.setEnabled(drop)

    def _share(self, name: str, term: str, least: int) -> QSpinBox:
        box = QSpinBox()
        box.setObjectName(name)
        box.setRange(least, 50)
        box.setSingleStep(5)
        box.setValue(20)
        box.setSuffix(" %")
        explain(box, term)
        self._wheel.guard(box)
        return box

    @Slot()
    def _on_propose(self) -> None:
        shares = (self._validation.value() / 100, self._test.value() / 100)
        self.proposed.emit(*shares, self._seed.value())
