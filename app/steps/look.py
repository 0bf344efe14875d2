"""What the steps are told: gathered from the session, the check and what the user did."""

import weakref
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.dataset.check import DatasetCheck
from app.opening_words import counted
from app.session import Session
from app.steps.states import Facts, Key, PlanState
from app.training.rehearsal import forecast_words
from app.training.state import case_words
from app.translation import tr
from unet_core.case_names import dataset_name
from unet_core.events import Evaluated, FinalScores, Rehearsed, RunStarted
from unet_core.runs import RunSummary
from unet_core.volume import LabelMap

if TYPE_CHECKING:
    from unet_core.case import Case

CHAIN_WORDS: Mapping[str, str] = {
    "opening": tr("Opening the patient…"),
    "predicting": tr("The model draws its outline…"),
    "comparing": tr("Comparing it with yours…"),
}


WEAK = 0.5
"""Mean Dice below which a model draws more wrong than right."""


class Looker:
    """Remembers what cannot be looked up, and puts all of it together.

    Attributes:
        skipped: Steps passed over.
        chain: What is being done of "evaluate on one patient"; empty if nothing is.
        plan_is_used: Whether a plan's settings were taken.
        plan_is_ready: Whether one waits to be read.
    """

    def __init__(self, session: Session, check: DatasetCheck) -> None:
        self._session, self._check = session, check
        self.skipped: set[Key] = set()
        self.chain = ""
        self.plan_is_used = self.plan_is_ready = False
        self._scored = ""
        self._drawn: list[tuple[weakref.ref[Any], Path]] = []

    def forget(self) -> None:
        """Another data set: nothing done before counts."""
        self.skipped.clear()
        self.plan_is_used = self.plan_is_ready = False
        self._scored = self.chain = ""

    def scan_changed(self) -> None:
        """Another scan was opened by hand."""
        self.chain = ""

    # --- what there is -----------------------------------------------------------------------

    @property
    def has_faulty(self) -> bool:
        """Whether any pair cannot be used."""
        return any(report.problems for report in self._check.reports.values())

    def case_to_score(self, newest: RunSummary | None) -> "Case | None":
        """A patient the newest model has not learned from: of the test, else of validation."""
        if newest is None or newest.dataset != self._session.dataset:
            return None
        names = (*newest.test_cases, *newest.validation_cases)
        found = (self._check.case_of(name) for name in names)
        return next((case for case in found if case is not None), None)

    def foreign_scan(self) -> str:
        """Name of the open scan, if it is none of the data set; else empty."""
        volume = self._session.volume
        if volume is None:
            return ""
        own = {path for case in self._check.cases for path in case.image_paths}
        is_own = volume.path is not None and bool({volume.path, volume.path.parent} & own)
        return "" if is_own else volume.name

    # --- what came of it ---------------------------------------------------------------------

    def take_drawn(self, label_map: LabelMap, model: Path) -> None:
        """A model has drawn a mask; it is known by its voxels, for saving it makes another value.

        Voxels that were edited since, or read from a file, are nobody's proof that this model works
        on this scan.
        """
        self._drawn = [one for one in self._drawn if one[0]() is not None]
        self._drawn.append((weakref.ref(label_map.voxels), model))

    def is_drawn_by(self, model: Path | None) -> bool:
        """Whether a mask over the open scan was drawn by this model."""
        drawn = {id(one()) for one, by in self._drawn if by == model}
        return any(id(mask.voxels) in drawn for mask in self._session.label_maps)

    def take_scores(self, scores: object) -> None:
        """A run has ended: what its test scored, if it had one; else nothing is scored yet.

        One that begins, or learns on, will have another model in place of the one it has.
        """
        self._scored = ""
        if isinstance(scores, RunStarted):
            self._drawn = [one for one in self._drawn if one[1].parent != scores.folder]
        if isinstance(scores, FinalScores):
            words = case_words(list(scores.dice), list(scores.dice.values()))
            self._scored = (
                tr("Dice of 1 test patient: {scores}", scores=words)
                if len(scores.cases) == 1
                else tr(
                    "Dice of {scans} test scans, on average: {scores}",
                    scans=len(scores.cases),
                    scores=words,
                )
            )

    def take_compared(self, evaluated: object) -> None:
        """One patient was compared."""
        volume = self._session.volume
        if isinstance(evaluated, Evaluated) and volume is not None:
            titles = [score.region.title for score in evaluated.scores]
            words = case_words(titles, [score.case_dice for score in evaluated.scores])
            self._scored = tr("Dice on {patient}: {scores}", patient=volume.name, scores=words)

    # --- all of it ---------------------------------------------------------------------------

    def facts(
        self,
        *,
        making_plan: bool,
        rehearsing: bool,
        rehearsal: Rehearsed | None,
        is_training: bool,
        training_words: str,
        newest: RunSummary | None,
        predicting: bool,
        minutes: float,
    ) -> Facts:
        """How everything stands."""
        check, session = self._check, self._session
        reports = check.reports
        to_score, scan = self.case_to_score(newest), self.foreign_scan()
        model = session.model or (newest.model_path if newest is not None else None)
        return Facts(
            dataset=dataset_name(session.dataset) if session.dataset else "",
            listing=check.is_listing,
            patients=counted(check.cases) if check.cases else "",
            cases=len(check.cases),
            checked=len(reports),
            checking=check.is_running,
            faulty=sum(bool(report.problems) for report in reports.values()),
            alike=self._alike(),
            minutes=minutes,
            plan=self._plan(making_plan),
            rehearsing=rehearsing,
            rehearsed=None if rehearsal is None else rehearsal.is_ready,
            rehearsal_words=_rehearsal_words(rehearsal),
            training=is_training,
            training_words=training_words or tr("Starting…"),
            model_words=self._model_words(newest),
            is_weak=self._is_weak(newest),
            case_to_score=to_score.case_id if to_score is not None else "",
            scoring=CHAIN_WORDS.get(self.chain, ""),
            scored_words=self._scored,
            scan=scan,
            predicting=predicting and bool(scan),
            predicted=bool(scan) and self.is_drawn_by(model),
            skipped=frozenset(self.skipped),
        )

    def _alike(self) -> int:
        """Questions on persons that nobody has answered."""
        asked = [frozenset(one.case_ids) for one in self._check.persons if not one.is_certain]
        return sum(ids not in self._session.person_answers for ids in asked)

    def _plan(self, making: bool) -> PlanState:
        if making:
            return "making"
        if self.plan_is_used:
            return "used"
        return "ready" if self.plan_is_ready else ""

    def _is_weak(self, newest: RunSummary | None) -> bool:
        best = newest.best_score if newest is not None else None
        return best is not None and best < WEAK

    def _model_words(self, newest: RunSummary | None) -> str:
        """What the newest model of this data set reached, or that one was chosen by hand."""
        is_own = newest is not None and newest.dataset == self._session.dataset
        if newest is not None and is_own and newest.model_path is not None:
            if newest.best_score is None:
                return tr("There is a model.")
            best, dice = newest.best_epoch, f"{newest.best_score:.2f}"
            if self._is_weak(newest):
                return tr(
                    "Best model after epoch {epoch}: mean Dice {dice} on the validation patients. "
                    "That is little: give it more time (Train more) or more patients.",
                    epoch=best,
                    dice=dice,
                )
            return tr(
                "Best model after epoch {epoch}: mean Dice {dice} on the validation patients.",
                epoch=best,
                dice=dice,
            )
        model = self._session.model
        return "" if model is None else tr("The model {model} is chosen.", model=model.parent.name)


def _rehearsal_words(result: Rehearsed | None) -> str:
    """What a rehearsal said, in a line or two."""
    if result is None:
        return ""
    if result.is_ready and result.forecast is not None:
        return tr("Everything worked. {forecast}", forecast=forecast_words(result.forecast))
    failed = next((check for check in result.checks if not check.passed), None)
    return (
        tr("It could not be finished.") if failed is None else f"{failed.sentence} {failed.remedy}"
    )
