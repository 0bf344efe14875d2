"""Evaluate a run: its model draws the validation patients, who are then compared one by one.

What it draws is kept in the run folder, so that cases can be opened and the next evaluation of the
same model takes no time.
"""

import contextlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from unet_core import runs
from unet_core.case import Case
from unet_core.case_masks import label_mapping, load_image
from unet_core.cases import find_cases
from unet_core.checkpoint import load_model
from unet_core.ensemble import file_sha256
from unet_core.errors import InputError
from unet_core.evaluation.folders import Options, evaluate_pairs
from unet_core.events import Event, Notice, Predicted, Progress, Skipped
from unet_core.io import atomic, save
from unet_core.person_groups import with_agreed_persons
from unet_core.predict import predict
from unet_core.volume import Label

FOLDER, INDEX = "evaluation", "masks.json"
_UNSAFE = re.compile(r"[^\w.+-]")
_AS_IT_IS = {value: value for value in range(256)}
Which = Literal["validation", "test"]


def evaluate_run(folder: Path, which: Which = "validation") -> Iterator[Event]:
    """Predict and score the cases a run kept aside: events of ``evaluate_paths``.

    A case that is gone, cannot be read or does not fit is named in a Skipped; the rest goes on.
    The model is used as the Predict panel uses it, tidying up included.

    Args:
        folder: Of a run; one that is still going on is judged by its best model so far.
        which: The cases scored after each round, or those kept for the end.

    Raises:
        InputError: If this is no run, it has no model yet, or its data are gone.
    """
    run = runs.read_run(folder)
    config = runs.read_config(folder)
    names = run.validation_cases if which == "validation" else run.test_cases
    if not names:
        raise InputError(folder.name, f"has no {which} cases", "evaluate two folders instead")
    if run.model_path is None:
        raise InputError(folder.name, "has no model yet", "wait for its first round to end")
    if run.dataset is None or not run.dataset.exists():
        raise InputError(
            folder.name,
            "learned from a data set that is no longer where it was",
            "put the data back, or evaluate two folders instead",
        )
    known = with_agreed_persons(find_cases(run.dataset).cases, config.same_person)
    by_name = {case.case_id: case for case in known}
    gone = [name for name in names if name not in by_name]
    for name in gone:
        yield Skipped(f"{name} is not in the data set any more and is not scored.", name)
    cases = [by_name[name] for name in names if name in by_name]
    if not cases:
        raise InputError(
            folder.name, f"finds none of its {which} cases", "put back the data it learned from"
        )
    yield Progress(0, len(cases), "Reading label values")
    drawn = _Drawn(folder / FOLDER, run.model_path)
    values = (label_mapping(known), _AS_IT_IS)
    pairs = [(case, drawn.case_of(case)) for case in cases]
    yield from evaluate_pairs(
        pairs,
        values,
        Options(threshold=config.threshold_masks),
        skipped=len(gone),
        prepare=partial(_drawn_if_missing, drawn),
    )


def _drawn_if_missing(drawn: "_Drawn", truth: Case, guess: Case) -> Iterator[Event]:
    if drawn.is_there(truth.case_id):
        return
    for event in predict(drawn.model_path, load_image(truth)):
        if isinstance(event, Predicted):
            yield from (
                made
                for made in save(event.label_map, guess.mask_paths[0], overwrite=True)
                if isinstance(made, Notice)
            )
            drawn.keep(truth.case_id)
        elif isinstance(event, Progress):
            yield Progress(0, 0, f"Predicting {truth.case_id}: {_share(event)}")


def _share(event: Progress) -> str:
    return f"{event.done / event.total:.0%}" if event.total else "reading"


@dataclass
class _Drawn:
    """What a model drew before, in a folder with a list of it; that of another model is redone."""

    folder: Path
    model_path: Path

    def __post_init__(self) -> None:
        self._model = file_sha256(self.model_path)
        self._labels: Mapping[int, Label] = load_model(self.model_path)[1].labels
        self._names = self._read()

    def case_of(self, case: Case) -> Case:
        """Where the prediction of a case is or will be."""
        file = self._names.get(case.case_id) or self._free_name(case.case_id)
        self._names[case.case_id] = file
        path = self.folder / file
        return Case(case.case_id, case.patient, (), (path,), labels=dict(self._labels))

    def is_there(self, case_id: str) -> bool:
        """Whether this model has drawn it."""
        return case_id in self._done and (self.folder / self._names[case_id]).is_file()

    def keep(self, case_id: str) -> None:
        """The mask of a case lies in its file now."""
        self._done.add(case_id)
        values = {
            "model_sha256": self._model,
            "masks": {name: self._names[name] for name in sorted(self._done)},
        }
        atomic.write_json(self.folder / INDEX, values)

    def _read(self) -> dict[str, str]:
        self._done: set[str] = set()
        atomic.make_folder(self.folder)
        with contextlib.suppress(InputError, OSError, KeyError, TypeError, AttributeError):
            values = atomic.read_json(self.folder / INDEX)
            masks = {str(name): Path(str(file)).name for name, file in values["masks"].items()}
            if values["model_sha256"] == self._model:
                self._done = set(masks)
            return masks
        return {}

    def _free_name(self, case_id: str) -> str:
        name, taken = _UNSAFE.sub("_", case_id), set(self._names.values())
        number, file = 1, f"{name}.nii.gz"
        while file in taken:
            number += 1
            file = f"{name}-{number}.nii.gz"
        return file
