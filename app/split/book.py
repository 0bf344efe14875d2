"""The split of the data set: keeps it, keeps persons whole, remembers it from day to day."""

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.dataset.check import DatasetCheck
from app.jobs import JobGroup
from app.session import Session
from app.settings import Settings
from app.split.people import people_of
from app.translation import tr
from unet_core.errors import InputError
from unet_core.events import Saved
from unet_core.split import CaseSplit, Person, Side, fitted, proposed, read_split, write_split

FOLDER = ".splits"
"""Beside the runs: the split of each data set as it was left."""
LOOK_MS, KEEP_MS = 150, 400


@dataclass(frozen=True)
class SplitRead:
    """A split that was kept."""

    dataset: Path
    split: CaseSplit


class SplitBook(QObject):
    """Between the session, which holds the split, and the check, which knows the patients.

    Signals:
        people_changed: Other patients, or more is known of them.
    """

    people_changed = Signal()

    def __init__(
        self,
        session: Session,
        settings: Settings,
        check: DatasetCheck,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self.check = session, settings, check
        self._jobs = JobGroup(self)
        self._people: tuple[Person, ...] = ()
        self._kept: tuple[Path, CaseSplit | None] | None = None
        self._look, self._keep = QTimer(self), QTimer(self)
        for timer, ms, slot in (
            (self._look, LOOK_MS, self._look_again),
            (self._keep, KEEP_MS, self._write),
        ):
            timer.setSingleShot(True)
            timer.setInterval(ms)
            timer.timeout.connect(slot)
        check.reported.connect(self._on_reported)
        check.cases_changed.connect(self._look_again)
        check.persons_changed.connect(self._look_again)
        session.persons_changed.connect(self._look_again)
        session.split_changed.connect(self._on_split_changed)
        session.dataset_changed.connect(self._on_dataset_changed)
        self._on_dataset_changed()
        self._look_again()

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody in the data set."""
        return self._people

    @property
    def is_locked(self) -> bool:
        """Whether a run goes on, which holds its own split."""
        return self._session.run_split is not None

    def shutdown(self) -> None:
        """Write what is not written yet, and wait."""
        self._look.stop()
        if self._keep.isActive():
            self._keep.stop()
            self._write()
        self._jobs.end()

    # --- what can be asked -------------------------------------------------------------------

    def move(self, case_ids: Collection[str], side: Side) -> None:
        """Bring persons to a side: all cases of whoever has one of these."""
        if self.is_locked:
            return
        whole = {n for p in self._people if set(p.case_ids) & set(case_ids) for n in p.case_ids}
        base = self._session.split or CaseSplit(train=self._everybody())
        self._session.set_split(base.moved(whole, side))

    @Slot(float, float, int)
    def propose(self, validation: float, test: float, seed: int) -> None:
        """Deal everybody anew, each side its share of tumour."""
        if self.is_locked:
            return
        try:
            self._session.set_split(proposed(self._people, validation, test, seed))
        except InputError as error:
            self._session.failed.emit(str(error))

    @Slot()
    def drop(self) -> None:
        """Leave it to the program who is validated on."""
        if not self.is_locked:
            self._session.set_split(None)

    def open_file(self, path: Path) -> None:
        """Take a split that was saved."""
        dataset = self._session.dataset
        if dataset is not None and not self.is_locked:
            self._jobs.run(partial(_read, dataset, path), self._on_opened, self._fail)

    def save_file(self, path: Path) -> None:
        """Save the split for another day, or for the command line."""
        split = self._session.split
        if split is not None:
            self._jobs.run(partial(_written, path, split), self._on_saved, self._fail)

    # --- who there is ------------------------------------------------------------------------

    def _everybody(self) -> tuple[str, ...]:
        return tuple(name for person in self._people for name in person.case_ids)

    @Slot(str)
    def _on_reported(self, case_id: str) -> None:
        if not self._look.isActive():
            self._look.start()  # reports come faster than anybody reads

    @Slot()
    def _look_again(self) -> None:
        self._look.stop()
        check = self.check
        certain = [person.case_ids for person in check.persons if person.is_certain]
        agreed = [sorted(ids) for ids, is_one in self._session.person_answers.items() if is_one]
        people = people_of(check.cases, check.reports, (*certain, *agreed))
        if people != self._people:
            self._people = people
            self._fit()
            self.people_changed.emit()

    def _fit(self) -> None:
        """Keep persons whole when it turns out who is one, and take up who is new."""
        split = self._session.split
        if split is None or not self._people:
            return
        groups = [person.case_ids for person in self._people]
        right = fitted(split, groups)
        if {side: set(right.on(side)) for side in ("train", "validation", "test")} == {
            side: set(split.on(side)) for side in ("train", "validation", "test")
        }:
            return
        self._session.set_split(right)
        self._session.notified.emit(
            tr("The split was changed so that all scans of one person are on one side.")
        )

    # --- from day to day ---------------------------------------------------------------------

    def _place(self) -> Path | None:
        dataset = self._session.dataset
        if dataset is None:
            return None
        digest = hashlib.sha256(str(dataset.absolute()).encode()).hexdigest()[:24]
        return self._settings.runs_root / FOLDER / f"{digest}.json"

    @Slot()
    def _on_dataset_changed(self) -> None:
        self._keep.stop()
        self._kept = None
        place, dataset = self._place(), self._session.dataset
        if place is not None and dataset is not None:
            self._jobs.run(partial(_read_if_there, dataset, place), self._on_remembered)

    @Slot(object)
    def _on_remembered(self, event: object) -> None:
        if not isinstance(event, SplitRead) or event.dataset != self._session.dataset:
            return
        place = self._place()
        if place is not None and self._session.split is None:
            self._kept = (place, event.split)
            self._session.set_split(event.split)
            self._fit()

    @Slot()
    def _on_split_changed(self) -> None:
        place = self._place()
        wanted = None if place is None else (place, self._session.split)
        if wanted is not None and wanted != (self._kept or (place, None)):
            self._keep.start()

    @Slot()
    def _write(self) -> None:
        place, split = self._place(), self._session.split
        if place is not None:
            self._kept = (place, split)
            self._jobs.run(partial(_kept, place, split), self._ignore, self._fail)

    @Slot(object)
    def _ignore(self, _event: object) -> None:
        """Keeping it is nothing to talk about."""

    @Slot(object)
    def _on_opened(self, event: object) -> None:
        if not isinstance(event, SplitRead) or event.dataset != self._session.dataset:
            return
        if not set(event.split.case_ids) & set(self._everybody()):
            self._fail(tr("The split is of another data set: it names none of these patients."))
            return
        self._session.set_split(event.split)
        self._fit()

    @Slot(object)
    def _on_saved(self, event: object) -> None:
        if isinstance(event, Saved):
            self._session.notified.emit(tr("The split is in {file}.", file=event.path.name))

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self._session.failed.emit(sentence)


def _read(dataset: Path, path: Path) -> Iterator[SplitRead]:
    yield SplitRead(dataset, read_split(path))


def _read_if_there(dataset: Path, path: Path) -> Iterator[SplitRead]:
    """A split kept earlier; one that cannot be read is as good as none."""
    try:
        found = read_split(path)
    except InputError:
        return
    yield SplitRead(dataset, found)


def _written(path: Path, split: CaseSplit) -> Iterator[Saved]:
    write_split(path, split)
    yield Saved(path)


def _kept(path: Path, split: CaseSplit | None) -> Iterator[object]:
    """Write or forget it; a generator, as every job is."""
    if split is None:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_split(path, split)
    yield path
