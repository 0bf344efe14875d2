"""The Steps dock: the whole path on one page, with one button that does what is next.

It decides nothing: ``app.steps_commands`` knows what is done and presses what there is.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.forms import WheelGuard
from app.glossary import explained
from app.panel_parts import Words, combo_box, heading, muted, row_of, scrolled
from app.session import Session
from app.settings import Settings
from app.steps.states import TITLES, Facts, Key, Step, path
from app.translation import tr

MARKS = {"done": "✓", "skipped": "–", "blocked": "", "next": "", "running": "…"}
STATE_WORDS = {
    "done": tr("done"),
    "skipped": tr("passed over"),
    "blocked": tr("not yet"),
    "next": tr("next"),
    "running": tr("under way"),
}
MARK_PX = 24
TIMES = (
    (tr("as long as it takes"), 0.0),
    (tr("a quarter of an hour"), 15.0),
    (tr("an hour"), 60.0),
    (tr("a night (8 hours)"), 480.0),
)
TERMS: Mapping[Key, tuple[str, ...]] = {
    "data": ("case", "mask"),
    "check": ("case",),
    "plan": ("plan",),
    "rehearse": ("rehearsal",),
    "train": ("epoch", "validation"),
    "evaluate": ("dice",),
    "use": ("model", "prediction"),
}


class StepRow(QFrame):
    """One step: a mark, its title, words, and what can be pressed.

    Signals:
        pressed: The key of the step whose button was pressed.
        skipped: Likewise.
        shown: Its title was pressed: show where this is done.
    """

    pressed = Signal(str)
    skipped = Signal(str)
    shown = Signal(str)

    def __init__(self, number: int, key: Key, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self._number = key, number
        self.setObjectName(f"step_{key}")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._mark = QLabel(str(number))
        self._mark.setObjectName(f"step_{key}_mark")
        self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._mark.setFixedSize(MARK_PX, MARK_PX)
        self._title = heading(TITLES[key])
        self._title.setToolTip("\n".join(explained(term) for term in TERMS[key]))
        self._words = Words()
        self._words.setObjectName(f"step_{key}_words")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton()
        self.button.setObjectName(f"step_{key}_button")
        self.button.setProperty("primary", True)
        self.button.setAccessibleName(TITLES[key])
        self.button.clicked.connect(self._on_pressed)
        self.skip = QPushButton(tr("Skip"))
        self.skip.setObjectName(f"step_{key}_skip")
        self.skip.setToolTip(tr("Go on without it"))
        self.skip.setAccessibleName(tr("Skip: {step}", step=TITLES[key]))
        self.skip.clicked.connect(self._on_skipped)
        self.show_me = QPushButton(tr("Show"))
        self.show_me.setObjectName(f"step_{key}_show")
        self.show_me.setToolTip(tr("Show where this is done"))
        self.show_me.setAccessibleName(tr("Show where this is done: {step}", step=TITLES[key]))
        self.show_me.clicked.connect(self._on_shown)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.show_me)
        buttons = QHBoxLayout()
        buttons.addWidget(self.button, 1)
        buttons.addWidget(self.skip)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addLayout(head)
        right.addWidget(self._words)
        right.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 7, 8, 7)
        layout.setSpacing(9)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(right, 1)

    def show_step(self, step: Step) -> None:
        """Show how the step stands."""
        self._words.setText(step.words)
        self._mark.setText(MARKS[step.state] or str(self._number))
        self._mark.setAccessibleName(STATE_WORDS[step.state])
        self.button.setText(step.button)
        self.button.setAccessibleName(step.button or TITLES[self.key])
        self.button.setVisible(step.state == "next" and bool(step.button))
        self.skip.setVisible(step.state == "next" and step.may_skip)
        self.show_me.setVisible(step.state in ("done", "running"))
        self.show_me.setText(step.show)
        is_now = step.state in ("next", "running")
        self._dress(self, kind="notice" if is_now else "")
        self._dress(self._mark, step=step.state)
        self._dress(self._words, muted=not is_now and not step.is_bad, warning=step.is_bad)
        self._dress(self._title, muted=step.state in ("blocked", "skipped"))

    def _dress(self, widget: QWidget, **properties: object) -> None:
        """Change what the style sheet looks at, and let it look."""
        if any(widget.property(name) != value for name, value in properties.items()):
            for name, value in properties.items():
                widget.setProperty(name, value)
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    @Slot()
    def _on_pressed(self) -> None:
        self.pressed.emit(self.key)

    @Slot()
    def _on_skipped(self) -> None:
        self.skipped.emit(self.key)

    @Slot()
    def _on_shown(self) -> None:
        self.shown.emit(self.key)


class StepsPanel(QWidget):
    """The list of steps.

    Signals:
        pressed: The key of the step to do.
        skipped: The key of the step to pass over.
        shown: The key of the step whose place is wanted.
        demo_asked: There are no patients; made-up ones will do.
        split_asked: Who is learned from is to be chosen.
        time_chosen: Minutes the training may take; 0 for no limit.
    """

    pressed = Signal(str)
    skipped = Signal(str)
    shown = Signal(str)
    demo_asked = Signal()
    split_asked = Signal()
    time_chosen = Signal(float)

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps_panel")
        self._steps: tuple[Step, ...] = ()
        self.rows: dict[Key, StepRow] = {}
        layout = scrolled(self)
        layout.setSpacing(6)
        layout.addWidget(heading(tr("From your scans to a model that draws")))
        layout.addWidget(muted("steps_hint", tr("Seven steps; the one with a button is next.")))
        for number, key in enumerate(TITLES, start=1):
            row = self.rows[key] = StepRow(number, key)
            row.pressed.connect(self.pressed)
            row.skipped.connect(self.skipped)
            row.shown.connect(self.shown)
            layout.addWidget(row)
        self.demo = QPushButton(tr("Try made-up patients"))
        self.demo.setObjectName("steps_demo")
        self.demo.setToolTip(tr("Makes six patients, for whoever has no scans at hand"))
        self.demo.clicked.connect(self.demo_asked)
        self.split = QPushButton(tr("Split of patients…"))
        self.split.setObjectName("steps_split")
        self.split.setToolTip(explained("split"))
        self.split.clicked.connect(self.split_asked)
        layout.addWidget(self.demo)
        layout.addWidget(self._time_row())
        layout.addWidget(self.split)
        layout.addStretch(1)
        self.show_facts(Facts())

    def _time_row(self) -> QWidget:
        self.time = combo_box("steps_time")
        self.time.setAccessibleName(tr("Time for the training"))
        self.time.setToolTip(tr("The training ends on time and keeps its best model"))
        for words, minutes in TIMES:
            self.time.addItem(words, minutes)
        self.time.activated.connect(self._on_time)
        self._wheel = WheelGuard(self)
        self._wheel.guard(self.time)
        label = QLabel(tr("Time for the training"))
        label.setBuddy(self.time)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.time, 1)
        self._time = row_of(row)
        return self._time

    @Slot(int)
    def _on_time(self, row: int) -> None:
        self.time_chosen.emit(float(self.time.itemData(row)))

    def _show_time(self, minutes: float) -> None:
        """Show the time limit, one that was set elsewhere too."""
        row = self.time.findData(minutes)
        if row < 0:
            self.time.addItem(tr("{minutes} min", minutes=f"{minutes:g}"), minutes)
            row = self.time.count() - 1
        self.time.setCurrentIndex(row)

    def shutdown(self) -> None:
        """It does no work of its own."""

    @property
    def steps(self) -> Sequence[Step]:
        """As shown."""
        return self._steps

    def show_facts(self, facts: Facts) -> None:
        """Show where somebody stands who knows this."""
        steps = path(facts)
        self.demo.setVisible(not facts.dataset)
        self.split.setVisible(bool(facts.cases))
        self._time.setVisible(bool(facts.cases))
        self._time.setEnabled(not facts.training)
        self._show_time(facts.minutes)
        if steps == self._steps:
            return
        self._steps = steps
        for step in steps:
            self.rows[step.key].show_step(step)
