"""What the window asks child processes about evaluations. No Qt here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.events import Evaluated, Event, Loaded, Saved, Skipped
from unet_core.volume import Index, LabelMap, Volume

if TYPE_CHECKING:
    from unet_core.evaluation.lesion_errors import LesionError
    from unet_core.scores import EvaluationSummary

Kind = Literal["folders", "run", "readers"]
Paths = tuple[Path, ...]


@dataclass(frozen=True)
class Asked:
    """What somebody wants compared.

    Attributes:
        kind: Two folders, a run with its validation cases, or two readers.
        reference: Folder or file of references, or of the first reader; the folder of a run.
        prediction: Folder or file of predictions, or of the second reader; not needed of a run.
        images: Folder of scans, where the references do not lie beside them.
    """

    kind: Kind
    reference: Path
    prediction: Path | None = None
    images: Path | None = None


def evaluate(asked: Asked) -> Iterator[Event]:
    """Events of the comparison."""
    if asked.kind == "run":
        from unet_core.run_evaluation import evaluate_run

        yield from evaluate_run(asked.reference)
        return
    from unet_core.evaluation.folders import Options, evaluate_paths

    if asked.prediction is None:
        raise InputError("the evaluation", "needs a second folder", "choose one")
    options = Options(images=asked.images, is_symmetric=asked.kind == "readers")
    yield from evaluate_paths(asked.reference, asked.prediction, options)


def sum_up(cases: Sequence[Evaluated], skipped: int, kind: Kind) -> Iterator[Event]:
    """Yields the summary of an evaluation that was left before its end."""
    from unet_core.evaluation.summary import summarise
    from unet_core.events import Summarised

    yield Summarised(summarise(cases, skipped=skipped, is_symmetric=kind == "readers"))


@dataclass(frozen=True)
class Made:
    """An evaluation as it is saved.

    Attributes:
        cases: Those compared.
        summary: Of them; made here if it is not there yet.
        skipped: Those left out.
        kind: What was compared.
    """

    cases: tuple[Evaluated, ...]
    summary: "EvaluationSummary | None"
    skipped: tuple[Skipped, ...]
    kind: Kind

    def summed_up(self) -> "EvaluationSummary":
        """The summary."""
        from unet_core.evaluation.summary import summarise

        return self.summary or summarise(
            self.cases, skipped=len(self.skipped), is_symmetric=self.kind == "readers"
        )


def save(made: Made, path: Path) -> Iterator[Event]:
    """Write an evaluation: JSON holds all of it, CSV the cases with their slices and lesions."""
    from unet_core.evaluation import export
    from unet_core.io import atomic

    if path.suffix.lower() == ".csv":
        atomic.write_bytes(path, export.to_csv(made.cases).encode())
    else:
        values = export.evaluation_json(made.cases, made.summed_up(), made.skipped)
        atomic.write_json(path, values)
    yield Saved(path)


def save_report(made: Made, path: Path) -> Iterator[Event]:
    """Write the report of an evaluation, with pictures and without names; for a child process."""
    from unet_core.report.evaluation_report import write_evaluated

    yield from write_evaluated(made.cases, made.summed_up(), made.skipped, path)


def read_prediction(paths: Paths, reference: Volume | None) -> Iterator[Event]:
    """The mask of a prediction, said to be one."""
    from unet_core.io import load

    source = paths[0] if len(paths) == 1 else paths
    for event in load(source, as_mask=True, reference=reference):
        if isinstance(event, Loaded) and isinstance(event.item, LabelMap):
            yield Loaded(replace(event.item, role="prediction"))


@dataclass(frozen=True)
class Judged:
    """Every lesion of an evaluation by falling harm, and what stands out."""

    errors: "tuple[LesionError, ...]"
    sentences: tuple[str, ...]


def judge(cases: Sequence[Evaluated]) -> Iterator[Judged]:
    """Yields what the atlas shows; of many cases this takes longer than a window may wait."""
    from unet_core.evaluation.lesion_errors import lesion_errors, sentences_on

    errors = lesion_errors(cases)
    yield Judged(errors, sentences_on(errors))


# --- thumbnails of the atlas ------------------------------------------------------------------


@dataclass(frozen=True)
class Thumbnail:
    """A piece of one slice around a lesion.

    Attributes:
        number: Of the lesion, as it was asked for.
        picture: (H, W, 3) uint8; None where it could not be drawn.
        fault: Why not.
    """

    number: int
    picture: NDArray[np.uint8] | None
    fault: str = ""


@dataclass(frozen=True)
class Wanted:
    """A lesion to draw: a number to know it by and the lesion."""

    number: int
    error: "LesionError"


def thumbnails(wanted: Sequence[Wanted], colours: Mapping[str, str]) -> Iterator[Thumbnail]:
    """Yields a picture of each lesion; a case is read once for all of its lesions in a row."""
    from unet_core.evaluation.lesion_pictures import CasePictures

    pictures: CasePictures | None = None
    for one in wanted:
        if pictures is None or not pictures.is_of(one.error):
            pictures = CasePictures(one.error, colours)
        try:
            yield Thumbnail(one.number, pictures.draw(one.error))
        except InputError as fault:
            yield Thumbnail(one.number, None, str(fault))


Place = Index | int | None
"""A canonical voxel, a slice, or nowhere in particular."""
