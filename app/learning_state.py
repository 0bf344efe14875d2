"""What training and prediction are about: data set, persons in it, soft masks, model."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from unet_core.person_groups import text_of
from unet_core.split import CaseSplit


class LearningState(QObject):
    """The part of the Session that does not change with the scan on show."""

    dataset_changed = Signal()
    threshold_changed = Signal()
    persons_changed = Signal()
    models_changed = Signal()
    curves_requested = Signal(object)
    """(run folders): please show the curves of these; of the running or newest run if empty."""
    human_band_changed = Signal()
    """What people reach, as the settings keep it, is something else now."""
    split_changed = Signal()
    """Other patients are chosen for validation and test, or none, or a run holds its own split."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dataset: Path | None = None
        self._threshold_masks = False
        self._person_answers: dict[frozenset[str], bool] = {}
        self._model: Path | None = None
        self._split: CaseSplit | None = None
        self._run_split: CaseSplit | None = None

    @property
    def dataset(self) -> Path | None:
        """Folder of image and mask pairs to train on."""
        return self._dataset

    def set_dataset(self, folder: Path | None) -> None:
        """Choose the training data."""
        if folder != self._dataset:
            self._dataset = folder
            had_answers, self._person_answers = bool(self._person_answers), {}
            had_split, self._split = self._split is not None, None
            self.dataset_changed.emit()
            if had_split:
                self.split_changed.emit()
            if had_answers:
                self.persons_changed.emit()

    @property
    def person_answers(self) -> Mapping[frozenset[str], bool]:
        """What the user says of cases of the data set that may be of one person: True, they are."""
        return MappingProxyType(self._person_answers)

    @property
    def same_person(self) -> str:
        """Cases that the user says are one person, as the setting of training words it."""
        agreed = (sorted(ids) for ids, is_one in self._person_answers.items() if is_one)
        return text_of(sorted(agreed))

    def answer_person(self, case_ids: frozenset[str], *, is_one: bool) -> None:
        """Hold cases to be of one person, or of different ones."""
        if self._person_answers.get(case_ids) is not is_one:
            self._person_answers[case_ids] = is_one
            self.persons_changed.emit()

    @property
    def split(self) -> CaseSplit | None:
        """Who learns, who is validated on and who is the test, in the next run; None: automatic."""
        return self._split

    def set_split(self, split: CaseSplit | None) -> None:
        """Choose it; forgotten with the data set."""
        if split != self._split:
            self._split = split
            self.split_changed.emit()

    @property
    def run_split(self) -> CaseSplit | None:
        """That of the run going on; None without one. Nothing changes it."""
        return self._run_split

    def set_run_split(self, split: CaseSplit | None) -> None:
        """A run has begun with this split, or is over."""
        if split != self._run_split:
            self._run_split = split
            self.split_changed.emit()

    @property
    def threshold_masks(self) -> bool:
        """Whether soft mask edges are cut at half instead of refused."""
        return self._threshold_masks

    def set_threshold_masks(self, is_on: bool) -> None:
        """Choose what happens to masks with soft or JPEG edges opened from now on."""
        if is_on != self._threshold_masks:
            self._threshold_masks = is_on
            self.threshold_changed.emit()

    @property
    def model(self) -> Path | None:
        """The model file that prediction uses."""
        return self._model

    def set_model(self, path: Path | None) -> None:
        """Choose the model; announced even if the path is the same, for its weights may be new."""
        self._model = path
        self.models_changed.emit()
