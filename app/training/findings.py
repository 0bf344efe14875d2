"""What the run doctor has to say: a card for each finding, nothing at all while there is none."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app import theme
from app.core_sentences import core_tr
from app.panel_parts import Words, heading, muted
from app.translation import tr
from unet_core.events import Finding

_KINDS = {"warning": "question", "notice": "notice"}
_ICONS = {"warning": "warning", "notice": "about"}
_SPOKEN = {"warning": tr("Warning"), "notice": tr("Notice")}


class FindingCard(QFrame):
    """One finding: what is seen, and what to do about it."""

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"train_finding_{finding.rule}")
        self.setProperty("kind", _KINDS[finding.severity])
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(f"{_SPOKEN[finding.severity]}: {core_tr(finding.sentence)}")
        icon = theme.Mark(16)
        icon.show_icon(theme.icon(_ICONS[finding.severity]))
        self.sentence = Words(finding.sentence)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.remedy = muted("", finding.remedy)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self.sentence)
        words.addWidget(self.remedy)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 7, 8, 7)
        layout.setSpacing(8)
        layout.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)


class FindingsList(QWidget):
    """All that the run doctor finds now; hidden while that is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train_findings")
        self.cards: tuple[FindingCard, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._layout.addWidget(heading(tr("What stands out")))
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these in place of those before."""
        for card in self.cards:
            self._layout.removeWidget(card)
            card.deleteLater()
        self.cards = tuple(FindingCard(finding) for finding in findings)
        for card in self.cards:
            self._layout.addWidget(card)
        self.setVisible(bool(self.cards))
