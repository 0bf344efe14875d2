"""How well a model does, and what to doubt of it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core_sentences import core_tr
from app.glossary import explain
from app.model.table import FactTable
from app.panel_parts import GAP, heading, muted
from app.translation import tr
from unet_core.model_facts import ModelCard, ScoreLine

KINDS = {
    "validation": tr("Validation"),
    "test": tr("Test"),
    "cross-validation": tr("Cross-validation"),
}
COLUMNS = (
    tr("Scored on"),
    tr("Label"),
    tr("Mean Dice"),
    tr("95 % interval"),
    tr("Median"),
    tr("Cases"),
)
NUMBERS = (2, 3, 4, 5)


class QualityView(QWidget):
    """A table of scores and a list of sentences."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("model_quality")
        self.scores = FactTable("model_scores", tr("Scores of the model"), COLUMNS, NUMBERS, 1)
        explain(self.scores, "dice", "confidence_interval", "validation")
        self.scored = muted("model_scored")
        self.limits = muted("model_limits")
        self.limits.setProperty("muted", False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(heading(tr("How well it does")))
        layout.addWidget(self.scores)
        layout.addWidget(self.scored)
        layout.addWidget(heading(tr("What to doubt")))
        layout.addWidget(self.limits)

    def show_card(self, card: ModelCard | None) -> None:
        """Show a model, or nothing while one is read."""
        scores = card.scores if card is not None else ()
        self.scores.setVisible(bool(scores))
        self.scores.set_rows([_row(line) for line in scores])
        self.scored.setText(_said_of(scores) if card is not None else "")
        limits = card.limits if card is not None else ()
        self.limits.setText("\n".join(f"• {core_tr(sentence)}" for sentence in limits))


def _row(line: ScoreLine) -> list[str]:
    dice, nothing = line.dice, tr("n/a")
    interval = nothing
    if dice.low is not None and dice.high is not None:
        interval = tr("{low:.3f} to {high:.3f}", low=dice.low, high=dice.high)
    return [
        KINDS[line.kind],
        core_tr(line.region),
        nothing if dice.value is None else f"{dice.value:.3f}",
        interval,
        nothing if dice.median is None else f"{dice.median:.3f}",
        str(dice.cases) if dice.cases else nothing,
    ]


def _said_of(scores: tuple[ScoreLine, ...]) -> str:
    if not scores:
        return tr("Nobody has scored this model.")
    if not any(line.dice.cases for line in scores):
        return tr(
            "Scores of single cases stayed in the folder of the run, so that there is no interval."
        )
    return tr(
        "Dice of whole cases; intervals by drawing persons anew (n/a of one person, too narrow of "
        "fewer than about ten)."
    )
