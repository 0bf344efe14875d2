"""Open a case of an evaluation in the viewer: its scan, both masks, and the place to look at."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from app import evaluation_work
from app.document import CompareMode
from app.evaluation_work import Paths, Place
from app.jobs import JobGroup
from app.session import Session
from app.translation import tr
from unet_core.errors import InputError
from unet_core.events import Loaded
from unet_core.isolation import isolated
from unet_core.scores import Sources
from unet_core.volume import LabelMap, Volume

AGREEMENT: CompareMode = "agreement"


@dataclass(frozen=True)
class Wanted:
    """What shall come on screen.

    Attributes:
        place: A canonical voxel or slice to go to.
        region: Name of the label whose agreement is shown.
    """

    case_id: str
    sources: Sources
    place: Place
    region: str


class CaseOpening(QObject):
    """Asks for the scan with its reference, then lays the prediction over it."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = JobGroup(self)
        self._wanted: Wanted | None = None
        self._reading: Paths | None = None
        session.volume_changed.connect(self._on_volume_changed)
        session.layers_changed.connect(self._on_layers_changed)

    def open(self, case_id: str, sources: Sources, place: Place, region: str) -> None:
        """Bring a case on screen; what is open of it already is not read again."""
        if not sources.image_paths:
            self._session.failed.emit(
                tr(
                    "The scan of case {case} is not known; choose the folder of scans and "
                    "evaluate again.",
                    case=case_id,
                )
            )
            return
        self._wanted = Wanted(case_id, sources, place, region)
        volume = self._session.volume
        if volume is not None and _is_scan(volume, sources):
            self._go()
        else:
            self._session.case_requested.emit(sources.image_paths, sources.reference_paths)

    def shutdown(self) -> None:
        """Stop reading, for good."""
        self._wanted = None
        self._jobs.end()

    @Slot()
    def _on_volume_changed(self) -> None:
        volume = self._session.volume
        if (
            self._wanted is not None
            and volume is not None
            and _is_scan(volume, self._wanted.sources)
        ):
            self._go()

    def _go(self) -> None:
        """To the place, and read the prediction if it is not there."""
        wanted, volume = self._wanted, self._session.volume
        if wanted is None or volume is None:
            return
        self._move(wanted.place)
        if self._layer(wanted.sources.prediction_paths) is not None:
            self._compare()
            return
        paths = wanted.sources.prediction_paths
        if self._reading is not None or not paths:
            return  # another one is being read: this one comes after it
        self._reading = paths
        needs_scan = any(path.suffix.lower() in (".dcm", "") for path in paths)
        start = partial(
            isolated, evaluation_work.read_prediction, paths, volume if needs_scan else None
        )
        self._jobs.run(start, self._on_read, self._on_failed, self._on_finished)

    def _move(self, place: Place) -> None:
        _, y, x = self._session.cursor
        if isinstance(place, int):
            self._session.set_cursor((place, y, x))
        elif place is not None:
            self._session.set_cursor(place)

    @Slot(object)
    def _on_read(self, event: object) -> None:
        wanted, volume = self._wanted, self._session.volume
        if not isinstance(event, Loaded) or not isinstance(event.item, LabelMap):
            return
        if wanted is None or volume is None or not _is_scan(volume, wanted.sources):
            return  # another scan was opened meanwhile
        mask = event.item
        if mask.path is None or mask.path not in wanted.sources.prediction_paths:
            return
        try:
            self._session.add_label_map(mask)
        except InputError as error:
            self._session.failed.emit(str(error))
            return
        self._compare()

    @Slot()
    def _on_layers_changed(self) -> None:
        if self._wanted is not None:
            self._compare()

    def _compare(self) -> None:
        """Once both masks lie there: show where they differ; then all is done."""
        wanted, volume = self._wanted, self._session.volume
        if wanted is None or volume is None or not _is_scan(volume, wanted.sources):
            return
        reference = self._layer(wanted.sources.reference_paths)
        prediction = self._layer(wanted.sources.prediction_paths)
        if reference is None or prediction is None or reference is prediction:
            return
        self._wanted = None
        self._session.set_compared((reference, prediction))
        if self._session.compare_mode == "masks":
            self._session.set_compare_mode(AGREEMENT)
        self._session.set_compared_region(wanted.region)
        self._move(wanted.place)

    def _layer(self, paths: tuple[Path, ...]) -> LabelMap | None:
        """The mask over the scan that was read from these files."""
        wanted = {path.absolute() for path in paths}
        maps = reversed(self._session.label_maps)
        return next((m for m in maps if m.path is not None and m.path.absolute() in wanted), None)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        if self._wanted is not None and self._wanted.sources.prediction_paths == self._reading:
            self._wanted = None
        self._session.failed.emit(sentence)

    @Slot()
    def _on_finished(self) -> None:
        done, self._reading = self._reading, None
        wanted, volume = self._wanted, self._session.volume
        if wanted is None or volume is None or wanted.sources.prediction_paths == done:
            return
        if _is_scan(volume, wanted.sources):
            self._go()


def _is_scan(volume: Volume, sources: Sources) -> bool:
    """Whether an open scan was read from a case's files."""
    if volume.path is None:
        return False
    opened = volume.path.absolute()
    return any(path.absolute() == opened for path in sources.image_paths)
