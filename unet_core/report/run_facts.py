"""What a run folder tells a report: everything that can be read, and what could not, by name.

All text from the folder is scrubbed here: past this point no name of a case is left.
"""

import contextlib
import itertools
import math
import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from unet_core import doctor, runs
from unet_core.checkpoint import Passport, load_model
from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.events import EpochRecord, FinalScores, Finding, RunStarted
from unet_core.final_record import read_final_scores
from unet_core.report.privacy import Pseudonyms
from unet_core.run_findings import read_findings
from unet_core.run_history import History
from unet_core.runs import CaseScores
from unet_core.volume import Label, Region, regions_of

SIDE_WORDS = {"train": "learning", "validation": "validation", "test": "test"}
"""Sides of a split, and what a report calls them."""
_LEAST_ROUND_S = 1e-6


@dataclass(frozen=True)
class PlanFacts:
    """Why the settings are what they are.

    Attributes:
        choices: Setting, value and reason of each.
        advice: Sentences on data and task, the verdict first.
    """

    choices: tuple[tuple[str, str, str], ...] = ()
    advice: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sitting:
    """One start or resume; ``ended`` is empty where it was cut off."""

    started: str
    ended: str
    from_epoch: int
    machine: Mapping[str, Any]


@dataclass(frozen=True)
class RunFacts:
    """A run as a report needs it.

    Attributes:
        folder: Where it lies; never shown.
        dataset: Where its data lay; never shown.
        names: What each case is called.
        state: Of the run, see ``runs.RunState``.
        reason: Why it ended: "finished", "patience" or "time"; empty if unknown.
        sentence: Why it failed; empty otherwise.
        started: ISO 8601; empty if unknown.
        config: Settings; None where they cannot be read.
        labels: Learned, by value.
        split: Names of cases on each of ``SIDE_WORDS``.
        asked_validation: Whether somebody chose the validation cases.
        hashes: SHA-256 of image and mask of each case, by name.
        records: Finished epochs.
        scores: Of every validation case in the kept epoch.
        passport: Of the best weights; None where there are none.
        model_bytes: Size of that file.
        sittings: In order; none of an older run.
        versions: Of program and libraries.
        plan: None where the run did not keep one.
        findings: Of the run doctor, and the round after which each no longer held (0: holds).
        notices: Round and sentence.
        final: Scores of the test cases; None where there are none.
        gaps: Sentences on what could not be read.
    """

    folder: Path
    dataset: Path | None
    names: Pseudonyms
    state: str
    reason: str = ""
    sentence: str = ""
    started: str = ""
    config: TrainConfig | None = None
    labels: Mapping[int, Label] = field(default_factory=dict)
    split: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    asked_validation: bool = False
    hashes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    records: tuple[EpochRecord, ...] = ()
    scores: tuple[CaseScores, ...] = ()
    passport: Passport | None = None
    model_bytes: int = 0
    sittings: tuple[Sitting, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    plan: PlanFacts | None = None
    findings: tuple[tuple[Finding, int], ...] = ()
    notices: tuple[tuple[int, str], ...] = ()
    final: FinalScores | None = None
    gaps: tuple[str, ...] = ()

    @property
    def regions(self) -> tuple[Region, ...]:
        """What is scored."""
        return regions_of(self.labels)

    @property
    def best(self) -> EpochRecord | None:
        """The epoch whose weights were kept."""
        marked = [record for record in self.records if record.is_best]
        return max(marked, key=lambda record: record.epoch, default=None)

    @property
    def round_s(self) -> tuple[float, ...]:
        """Seconds of each epoch, as far as they are known."""
        ends = [record.elapsed_s for record in self.records]
        if self.records and self.records[0].epoch == 1:
            ends.insert(0, 0.0)
        lengths = (after - before for before, after in itertools.pairwise(ends))
        return tuple(s for s in lengths if math.isfinite(s) and s > _LEAST_ROUND_S)

    def is_all_of(self, names: Iterable[str]) -> bool:
        """Whether the cases of a data set as it lies there now are those of the run."""
        return set(names) == set(self.hashes)

    @property
    def model_path(self) -> Path:
        """Where the best weights lie."""
        return self.folder / runs.MODEL_FILE


def read_facts(folder: Path) -> RunFacts:
    """Everything the folder tells.

    Raises:
        InputError: If it holds no run, or one whose ``run.json`` cannot be read.
    """
    values = runs.read_values(folder)
    return _Reader(folder, values).facts()


class _Reader:
    """Reads one folder and remembers what it could not."""

    def __init__(self, folder: Path, values: Mapping[str, Any]) -> None:
        self._folder, self._values = folder, values
        self._gaps: list[str] = []
        labels = _dicts(values.get("labels"))
        self._labels = dict(filter(None, map(_label, labels)))
        dataset = values.get("dataset")
        self._dataset = Path(dataset) if isinstance(dataset, str) and dataset else None
        split = values.get("split") if isinstance(values.get("split"), dict) else {}
        assert isinstance(split, dict)
        self._split = {side: _strings(split.get(side)) for side in SIDE_WORDS}
        if not self._split["validation"]:
            self._split["validation"] = _strings(values.get("validation_cases"))
        hashes = values.get("cases") if isinstance(values.get("cases"), dict) else {}
        assert isinstance(hashes, dict)
        self._hashes = {str(k): (str(v[0]), str(v[1])) for k, v in hashes.items() if _is_pair(v)}
        self._names = Pseudonyms(
            [*self._hashes, *itertools.chain.from_iterable(self._split.values())],
            (self._dataset, folder.absolute()),
            [label.name for label in self._labels.values()],
        )

    def facts(self) -> RunFacts:
        values, config = self._values, self._config()
        records = tuple(runs.read_records(self._folder))
        best = max((r.epoch for r in records if r.is_best), default=0)
        passport, size = self._model(bool(best))
        if not self._labels and passport is not None:
            self._labels = dict(passport.labels)
        self._look_for_gaps(records)
        return RunFacts(
            folder=self._folder,
            dataset=self._dataset,
            names=self._names,
            state=self._state(),
            reason=str(values.get("reason", "")),
            sentence=self._names.scrubbed(str(values.get("sentence", ""))),
            started=str(values.get("started", "")),
            config=config,
            labels=self._labels,
            split=self._split,
            asked_validation=bool(values.get("asked_validation_cases")),
            hashes=self._hashes,
            records=records,
            scores=tuple(runs.read_slice_scores(self._folder, best)) if best else (),
            passport=passport,
            model_bytes=size,
            sittings=tuple(map(_sitting, _dicts(values.get("sittings")))),
            versions=_words(values.get("versions")),
            plan=self._plan(),
            findings=tuple(self._findings(records, config)),
            notices=tuple(self._notices()),
            final=self._final(),
            gaps=tuple(self._gaps),
        )

    # --- parts -------------------------------------------------------------------------------

    def _state(self) -> str:
        state = str(self._values.get("state", "unknown"))
        return "interrupted" if state == "running" and not runs.is_owned(self._folder) else state

    def _config(self) -> TrainConfig | None:
        try:
            return TrainConfig.from_json(self._values["config"])
        except (InputError, TypeError, KeyError):
            self._gaps.append(
                "The settings of this run are of another version of Slicewise and are left out."
            )
            return None

    def _model(self, expected: bool) -> tuple[Passport | None, int]:
        path = self._folder / runs.MODEL_FILE
        if not path.is_file():
            if expected:
                self._gaps.append("The model file of this run is gone: nothing was measured on it.")
            return None, 0
        try:
            return load_model(path)[1], path.stat().st_size
        except (InputError, OSError):
            self._gaps.append("The model file of this run is damaged and is left out.")
            return None, 0

    def _plan(self) -> PlanFacts | None:
        plan = self._values.get("plan")
        if not isinstance(plan, dict):
            return None
        scrub = self._names.scrubbed
        choices = [
            (str(one.get("setting", "")), str(one.get("value", "")), str(one.get("reason", "")))
            for one in _dicts(plan.get("choices"))
        ]
        return PlanFacts(
            choices=tuple((title, scrub(value), scrub(why)) for title, value, why in choices),
            advice=tuple(map(scrub, _strings(plan.get("advice")))),
        )

    def _final(self) -> FinalScores | None:
        try:
            return read_final_scores(self._folder)
        except (InputError, OSError):
            self._gaps.append("The scores of the test cases are damaged and are left out.")
            return None

    def _findings(
        self, records: Sequence[EpochRecord], config: TrainConfig | None
    ) -> Iterator[tuple[Finding, int]]:
        """As they were kept; of an older run as the rules find them in its curves."""
        found = [(one.finding, one.until) for one in read_findings(self._folder)]
        if not found and config is not None and records:
            found = [(finding, 0) for finding in self._examined(records, config)]
        for finding, until in found:
            sentence, remedy = map(self._names.scrubbed, (finding.sentence, finding.remedy))
            clean = Finding(finding.rule, finding.severity, sentence, remedy, finding.epoch)
            yield clean, until

    def _examined(self, records: Sequence[EpochRecord], config: TrainConfig) -> tuple[Finding, ...]:
        started = RunStarted(
            folder=self._folder,
            resumed_epoch=0,
            epochs=config.epoch_limit,
            batches=config.batches_per_epoch,
            parameters=0,
            labels=self._labels,
            train_cases=self._split["train"],
            validation_cases=self._split["validation"],
        )
        history = History(config, started=started, records=list(records))
        with contextlib.suppress(ArithmeticError, ValueError, KeyError):
            return doctor.examined(history)
        return ()

    def _notices(self) -> Iterator[tuple[int, str]]:
        for said in _dicts(self._values.get("notices")):
            epoch = said.get("epoch")
            text = self._names.scrubbed(str(said.get("text", "")))
            yield epoch if isinstance(epoch, int) else 0, text

    def _look_for_gaps(self, records: Sequence[EpochRecord]) -> None:
        if not records:
            self._gaps.append("No epoch was finished: there are no curves and no scores.")
        elif not any(math.isfinite(record.score) for record in records):
            self._gaps.append("The scores of this run cannot be read.")
        journal = self._folder / runs.JOURNAL_FILE
        with contextlib.suppress(OSError):
            lines = journal.read_bytes().count(b"\n") if journal.is_file() else 0
            if lines > len(records):
                lost = lines - len(records)
                self._gaps.append(
                    f"{lost} {'entry' if lost == 1 else 'entries'} of the run's journal cannot be "
                    "read; the curves end before."
                )
        if not self._values.get("sittings"):
            self._gaps.append(
                "This run does not say on which computer it was made, nor when it was interrupted: "
                "it is from before Slicewise kept that."
            )
        if not any(self._split.values()):
            self._gaps.append("This run does not say which cases it learned from.")


def typical(values: Sequence[float]) -> float:
    """Their median; 0 of none."""
    return statistics.median(values) if values else 0.0


# --- plain values that may be anything -----------------------------------------------------------


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _strings(value: Any) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, (list, tuple)) else ()


def _words(value: Any) -> dict[str, str]:
    return {str(k): str(v) for k, v in value.items()} if isinstance(value, dict) else {}


def _is_pair(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2


def _label(value: Mapping[str, Any]) -> tuple[int, Label] | None:
    try:
        label = Label(int(value["value"]), str(value["name"]), str(value["colour"]))
    except (KeyError, TypeError, ValueError):
        return None
    return label.value, label


def _sitting(value: Mapping[str, Any]) -> Sitting:
    machine = value.get("machine")
    epoch = value.get("from_epoch")
    return Sitting(
        started=str(value.get("started", "")),
        ended=str(value.get("ended", "")),
        from_epoch=epoch if isinstance(epoch, int) else 0,
        machine=machine if isinstance(machine, dict) else {},
    )
