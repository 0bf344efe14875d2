"""Pictures of lesions, drawn in a child process when they are first looked at."""

from collections import OrderedDict
from collections.abc import Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from app import evaluation_work
from app.atlas.words import PREDICTION_COLOUR, REFERENCE_COLOUR
from app.evaluation_work import Thumbnail, Wanted
from app.jobs import Job, JobGroup
from unet_core.evaluation.lesion_errors import LesionError
from unet_core.isolation import isolated

MOST_KEPT = 600
"""Some 40 MB; those not looked at for longest are drawn anew when they are wanted again."""
MOST_AT_ONCE = 24
WAIT_MS = 60
"""A view asks for what it shows one by one; they are drawn together, case by case."""
DRAWN_WITH = {"reference": REFERENCE_COLOUR, "prediction": PREDICTION_COLOUR}


class Pictures(QObject):
    """Keeps the pictures of the lesions of one evaluation.

    Signals:
        ready: Number of a lesion whose picture is there.
    """

    ready = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = JobGroup(self)
        self._job: Job | None = None
        self._errors: Sequence[LesionError] = ()
        self._kept: OrderedDict[int, QPixmap] = OrderedDict()
        self._asked: OrderedDict[int, None] = OrderedDict()
        self._faults: dict[int, str] = {}
        self._drawing = self._generation = 0
        self._under_way: set[int] = set()
        self._is_over = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._draw)

    def set_errors(self, errors: Sequence[LesionError]) -> None:
        """Draw these from now on; a number is a place among them."""
        if self._job is not None:
            self._job.stop()
        self._generation += 1
        self._errors = tuple(errors)
        self._kept.clear()
        self._asked.clear()
        self._faults.clear()

    def picture(self, number: int) -> QPixmap | None:
        """The picture of a lesion; None until ``ready``."""
        found = self._kept.get(number)
        if found is not None:
            self._kept.move_to_end(number)
        elif number not in self._faults:
            self._asked[number] = None
            self._asked.move_to_end(number)  # what was asked for last is what is looked at
            if self._job is None and not self._timer.isActive() and not self._is_over:
                self._timer.start()
        return found

    def fault(self, number: int) -> str:
        """Why there is no picture."""
        return self._faults.get(number, "")

    def shutdown(self) -> None:
        """Stop drawing, for good; for closing."""
        self._is_over = True
        self._timer.stop()
        self._jobs.end()

    @Slot()
    def _draw(self) -> None:
        if self._job is not None or not self._asked or self._is_over:
            return
        newest = list(reversed(self._asked))[:MOST_AT_ONCE]
        for number in newest:
            del self._asked[number]
        by_case = sorted(newest, key=lambda number: (self._errors[number].case_id, number))
        wanted = [Wanted(number, self._errors[number]) for number in by_case]
        self._drawing = self._generation
        start = partial(isolated, evaluation_work.thumbnails, wanted, DRAWN_WITH, keep=True)
        self._job = self._jobs.run(start, self._on_drawn, self._on_failed, self._on_finished)
        self._under_way = set(newest)

    @Slot(object)
    def _on_drawn(self, event: object) -> None:
        if not isinstance(event, Thumbnail) or self._drawing != self._generation:
            return
        self._under_way.discard(event.number)
        if event.picture is None:
            self._faults[event.number] = event.fault
        else:
            self._kept[event.number] = _pixmap(event.picture)
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        self.ready.emit(event.number)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        """What was under way cannot be drawn; the rest may."""
        if self._drawing == self._generation:
            for number in self._under_way:
                self._faults[number] = sentence
                self.ready.emit(number)

    @Slot()
    def _on_finished(self) -> None:
        self._job = None
        if self._asked and not self._is_over:
            self._timer.start()


def _pixmap(picture: NDArray[np.uint8]) -> QPixmap:
    height, width, _ = picture.shape
    data = np.ascontiguousarray(picture)
    image = QImage(data.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(image)
