"""Where somebody stands on the path from data to a model: no window needed.

``path`` turns what is known into the seven steps; exactly one of them is next, unless all are done
or something is under way.
"""

from dataclasses import dataclass
from typing import Literal

from app.translation import tr

Key = Literal["data", "check", "plan", "rehearse", "train", "evaluate", "use"]
State = Literal["done", "next", "running", "blocked", "skipped"]
PlanState = Literal["", "making", "ready", "used"]


@dataclass(frozen=True)
class Facts:
    """What the rest of the window knows.

    Attributes:
        dataset: Name of the data set; empty without one.
        listing: Whether its pairs are being looked for.
        patients: In words: "6 patients".
        cases: Pairs of scan and mask.
        checked: Pairs checked so far.
        checking: Whether the check goes on.
        faulty: Pairs that cannot be used.
        alike: How often it is asked whether two scans are of one person, without an answer yet.
        minutes: Time limit of the training; 0 for none.
        plan: How far a plan is.
        rehearsing: Whether a rehearsal goes on.
        rehearsed: None before one; then whether it went well.
        rehearsal_words: What it said.
        training: Whether a run goes on.
        training_words: How far it is.
        model_words: What the newest model reached; empty without one.
        is_weak: Whether that is little.
        case_to_score: Name of the patient the model would be looked at with.
        scoring: What is being done of the evaluation; empty if nothing is.
        scored_words: What it found; empty before.
        scan: Name of the open scan that is none of the data set; empty without one.
        predicting: Whether a mask is being drawn on it.
        predicted: Whether the model has drawn one.
        skipped: Steps the user passed over.
    """

    dataset: str = ""
    listing: bool = False
    patients: str = ""
    cases: int = 0
    checked: int = 0
    checking: bool = False
    faulty: int = 0
    alike: int = 0
    minutes: float = 0.0
    plan: PlanState = ""
    rehearsing: bool = False
    rehearsed: bool | None = None
    rehearsal_words: str = ""
    training: bool = False
    training_words: str = ""
    model_words: str = ""
    is_weak: bool = False
    case_to_score: str = ""
    scoring: str = ""
    scored_words: str = ""
    scan: str = ""
    predicting: bool = False
    predicted: bool = False
    skipped: frozenset[Key] = frozenset()


@dataclass(frozen=True)
class Step:
    """One step as it is shown.

    Attributes:
        state: What it looks like; one is "next" at most.
        words: Its result, what it is for, or why it cannot be done yet.
        button: What its button says; empty for none.
        may_skip: Whether it can be passed over.
        is_bad: Whether the words tell of something wrong.
        show: What the button says that leads to where it is done.
    """

    key: Key
    title: str
    state: State
    words: str
    button: str = ""
    may_skip: bool = False
    is_bad: bool = False
    show: str = tr("Show")


TITLES: dict[Key, str] = {
    "data": tr("Choose patients"),
    "check": tr("Check the pairs"),
    "plan": tr("Plan the training"),
    "rehearse": tr("Rehearse"),
    "train": tr("Train"),
    "evaluate": tr("Evaluate"),
    "use": tr("Use the model"),
}


def path(facts: Facts) -> tuple[Step, ...]:
    """The seven steps in order."""
    steps = (
        _data(facts),
        _check(facts),
        _plan(facts),
        _rehearse(facts),
        _train(facts),
        _evaluate(facts),
        _use(facts),
    )
    return _with_one_next(steps)


def _with_one_next(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Of the steps that could be done, the first is next; those behind it wait."""
    taken = any(step.state == "running" for step in steps)
    result = []
    for step in steps:
        if step.state == "next" and taken:
            step = Step(step.key, step.title, "blocked", step.words, "", False, step.is_bad)
        taken = taken or step.state == "next"
        result.append(step)
    return tuple(result)


def _data(facts: Facts) -> Step:
    title = TITLES["data"]
    if facts.listing:
        return Step("data", title, "running", tr("Looking for scans and their masks…"))
    if facts.cases:
        words = tr("{patients} in {folder}", patients=facts.patients, folder=facts.dataset)
        return Step("data", title, "done", words)
    words = (
        tr(
            "No scan in {folder} finds its mask. Give a scan and its mask the same name or number.",
            folder=facts.dataset,
        )
        if facts.dataset
        else tr(
            "Drop a folder with scans and masks anywhere on this window, or two folders at once: "
            "one with the scans, one with the masks."
        )
    )
    return Step("data", title, "next", words, tr("Choose folder…"), is_bad=bool(facts.dataset))


def _check(facts: Facts) -> Step:
    title = TITLES["check"]
    if facts.checking:
        words = tr("Checked {done} of {total} pairs.", done=facts.checked, total=facts.cases)
        return Step("check", title, "running", words)
    if not facts.cases:
        return Step("check", title, "blocked", tr("Needs patients first."))
    if facts.checked < facts.cases and facts.model_words:
        return Step("check", title, "skipped", tr("Not checked again: there is a model."))
    if facts.checked < facts.cases:
        words = tr("Reads every scan with its mask and says which do not fit each other.")
        return Step("check", title, "next", words, tr("Check pairs"))
    if facts.faulty:
        words = tr(
            "{faulty} of {total} pairs cannot be used. The case table says why, and how to mend "
            "or leave them out.",
            faulty=facts.faulty,
            total=facts.cases,
        )
        return Step("check", title, "next", words, tr("Open case table"), is_bad=True)
    words = (
        tr("The pair is sound.")
        if facts.cases == 1
        else tr("All {total} pairs are sound.", total=facts.cases)
    )
    if facts.alike:
        words = tr(
            "{verdict} Two scans may be of one person: the case table asks you under Persons.",
            verdict=words,
        )
    return Step("check", title, "done", words, is_bad=bool(facts.alike))


def _is_checked(facts: Facts) -> bool:
    return bool(facts.cases) and facts.checked >= facts.cases and not facts.faulty


def _plan(facts: Facts) -> Step:
    title = TITLES["plan"]
    if facts.plan == "making":
        return Step("plan", title, "running", tr("Measuring your scans…"))
    if facts.plan == "used":
        return Step("plan", title, "done", tr("The settings are those of the plan."))
    if facts.model_words:
        return Step("plan", title, "skipped", tr("Behind you: there is a model."))
    if facts.training:
        return Step("plan", title, "skipped", tr("Passed over: the usual settings were taken."))
    if not _is_checked(facts):
        return Step("plan", title, "blocked", tr("Needs pairs that are checked and sound."))
    if "plan" in facts.skipped:
        return Step("plan", title, "skipped", tr("Passed over: the usual settings are taken."))
    words = (
        tr("The plan is ready: press Use this plan on its page.")
        if facts.plan == "ready"
        else tr("Looks at your scans and proposes settings, each with its reason.")
    )
    return Step("plan", title, "next", words, tr("Plan settings…"), may_skip=True)


def _rehearse(facts: Facts) -> Step:
    title = TITLES["rehearse"]
    if facts.rehearsing:
        return Step("rehearse", title, "running", tr("Trying everything on a few slices…"))
    if facts.rehearsed:
        return Step("rehearse", title, "done", facts.rehearsal_words)
    if facts.model_words:
        return Step("rehearse", title, "skipped", tr("Behind you: there is a model."))
    if facts.training:
        return Step("rehearse", title, "skipped", tr("Passed over."))
    if not _is_checked(facts):
        return Step("rehearse", title, "blocked", tr("Needs pairs that are checked and sound."))
    if "rehearse" in facts.skipped:
        return Step("rehearse", title, "skipped", tr("Passed over."))
    if facts.rehearsed is False:
        return Step(
            *("rehearse", title, "next", facts.rehearsal_words, tr("Rehearse again")),
            may_skip=True,
            is_bad=True,
        )
    words = tr("A minute or two that show whether the long training will go well.")
    return Step("rehearse", title, "next", words, tr("Rehearse"), may_skip=True)


def _train(facts: Facts) -> Step:
    title = TITLES["train"]
    if facts.training:
        return Step("train", title, "running", facts.training_words)
    if facts.model_words:
        return Step("train", title, "done", facts.model_words, is_bad=facts.is_weak)
    if facts.cases and facts.faulty:
        words = tr("Pairs that cannot be used must be mended or left out first.")
        return Step("train", title, "blocked", words)
    if not _is_checked(facts):
        return Step("train", title, "blocked", tr("Needs pairs that are checked and sound."))
    words = tr("The network learns from your outlines. You can keep reading meanwhile.")
    return Step("train", title, "next", words, tr("Start training"))


def _evaluate(facts: Facts) -> Step:
    title = TITLES["evaluate"]
    if facts.scoring:
        return Step("evaluate", title, "running", facts.scoring)
    if facts.scored_words:
        show = tr("See one patient") if facts.case_to_score else tr("Show")
        return Step("evaluate", title, "done", facts.scored_words, show=show)
    if not facts.model_words:
        return Step("evaluate", title, "blocked", tr("Needs a trained model."))
    if not facts.case_to_score:
        words = tr("Needs the data set the model was trained on: choose it above.")
        return Step("evaluate", title, "blocked", words)
    words = tr(
        "Lets the model draw on {patient}, whom it has not learned from, and compares it with "
        "your outline.",
        patient=facts.case_to_score,
    )
    return Step("evaluate", title, "next", words, tr("Evaluate on one patient"))


def _use(facts: Facts) -> Step:
    title = TITLES["use"]
    if facts.predicting:
        return Step("use", title, "running", tr("Drawing on {scan}…", scan=facts.scan))
    if facts.scan and facts.predicted:
        words = tr(
            "The model has drawn its mask on {scan}. It is a proposal: look at every slice before "
            "you rely on it.",
            scan=facts.scan,
        )
        return Step("use", title, "done", words)
    if not facts.model_words:
        return Step("use", title, "blocked", tr("Needs a trained model."))
    if facts.scan:
        words = tr("Lets the model draw its mask on {scan}, which is open.", scan=facts.scan)
        return Step("use", title, "next", words, tr("Predict mask"))
    words = tr("Open a scan that the model has never seen; it draws its mask there.")
    return Step("use", title, "next", words, tr("Open scan…"))
