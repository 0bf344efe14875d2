"""Compare predictions with references: masks in memory, two files, or two folders of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from unet_core.case import Case
from unet_core.case_masks import label_mapping, load_image, load_mask
from unet_core.case_names import stem
from unet_core.errors import InputError
from unet_core.evaluation.pairs import masks_in, matched, partners_of, scans_in, shown
from unet_core.evaluation.scoring import NO_CONTRAST, score_case
from unet_core.evaluation.summary import summarise
from unet_core.events import Evaluated, Event, Progress, Skipped, Summarised
from unet_core.io import load_label_map, load_volume
from unet_core.io.headers import display_name
from unet_core.person_groups import with_agreed_persons
from unet_core.scores import Reading, ValueMap, sources_of
from unet_core.volume import LabelMap, Volume

REMEDY = "give masks of the same scans the same name or number"


def evaluate(
    reference: LabelMap, prediction: LabelMap, volume: Volume | None = None
) -> Iterator[Event]:
    """Progress, then Evaluated, for two masks of one scan.

    Args:
        reference: Of a person.
        prediction: On the same grid.
        volume: The scan, for the contrast of lesions.

    Raises:
        InputError: If they do not lie on the same grid.
    """
    yield Progress(0, 1, f"Comparing {prediction.name} with {reference.name}")
    yield score_case(reference, prediction, reference.name, volume)


@dataclass(frozen=True)
class Options:
    """How folders are compared.

    Attributes:
        images: Folder of the scans, for contrasts and to open cases; not needed where the
            references lie in a data set with its scans.
        same_person: Cases that are of one person, as in ``TrainConfig``: "00,01; 05,06".
        with_scans: Whether scans are read, which is needed for contrasts only.
        threshold: Cut soft edges of references at half instead of refusing them.
        is_symmetric: Both folders are readers: none is the reference.
    """

    images: Path | None = None
    same_person: str = ""
    with_scans: bool = True
    threshold: bool = False
    is_symmetric: bool = False


USUAL = Options()


def evaluate_paths(reference: Path, prediction: Path, options: Options = USUAL) -> Iterator[Event]:
    """Progress and Evaluated for two files, or for each pair of two folders, then Summarised.

    Files of two folders belong together if their names are the same, or the same but for words
    like "mask", or else if they alone hold the same numbers. What has no partner, or cannot be
    compared, is named in a Skipped, and the rest goes on.

    Raises:
        InputError: If a file is unsound or lies on another grid, or no pair could be compared.
    """
    for path in (reference, prediction):
        if not path.exists():
            raise InputError(display_name(path), "is not there", "check where it lies")
    if reference.is_dir() != prediction.is_dir():
        folder = display_name(reference if reference.is_dir() else prediction)
        raise InputError(folder, "is a folder and the other is none", "give two files or folders")
    if not reference.is_dir():
        yield from _evaluate_files(reference, prediction, options)
        return
    yield from _evaluate_folders(reference, prediction, options)


def _evaluate_files(reference: Path, prediction: Path, options: Options) -> Iterator[Event]:
    yield Progress(0, 1, f"Comparing {display_name(prediction)} with {display_name(reference)}")
    image = options.images
    volume = load_volume((image,)) if image is not None and options.with_scans else None
    name = stem(reference)
    truth = Case(name, None, (image,) if image else (), (reference,))
    reading = Reading(truth, Case(name, None, (), (prediction,)))
    yield score_case(
        load_label_map(reference),
        load_label_map(prediction),
        name,
        volume,
        sources=sources_of(reading),
    )


def _evaluate_folders(reference: Path, prediction: Path, options: Options) -> Iterator[Event]:
    truths, guesses = masks_in(reference), masks_in(prediction)
    if options.images is not None:
        truths = _with_scans(truths, scans_in(options.images))
    truths = list(with_agreed_persons(truths, options.same_person))
    found = matched(truths, guesses)
    one, other = ("first", "second") if options.is_symmetric else ("reference", "prediction")
    left_out = [
        Skipped(_lonely(case, one, other, options.is_symmetric), case.case_id)
        for case in found.no_prediction
    ]
    left_out += [
        Skipped(_lonely(case, other, one, options.is_symmetric), case.case_id)
        for case in found.no_reference
    ]
    yield from left_out
    if not found.pairs:
        raise _nothing(reference, prediction)
    yield Progress(0, len(found.pairs), "Reading label values")
    values = (
        label_mapping([truth for truth, _ in found.pairs]),
        label_mapping([guess for _, guess in found.pairs]),
    )
    yield from evaluate_pairs(found.pairs, values, options, skipped=len(left_out))


def _lonely(case: Case, kind: str, other: str, is_symmetric: bool) -> str:
    if is_symmetric:
        return (
            f"{shown(case)} of the {kind} reader has no mask of the {other} reader and is left out."
        )
    return f"The {kind} {shown(case)} has no {other} and is not scored."


def _nothing(reference: Path, prediction: Path) -> InputError:
    return InputError(
        display_name(prediction),
        f"holds nothing that could be compared with {display_name(reference)}",
        REMEDY,
    )


def _with_scans(cases: Sequence[Case], scans: Sequence[Case]) -> list[Case]:
    partners = partners_of(cases, scans)
    return [
        replace(case, image_paths=partners[id(case)].image_paths) if id(case) in partners else case
        for case in cases
    ]


Values = tuple[ValueMap, ValueMap]
"""What label values mean in references and in predictions."""


Prepare = Callable[[Case, Case], Iterator[Event]]
"""What is to be done before reference and prediction can be read."""


def evaluate_pairs(
    pairs: Sequence[tuple[Case, Case]],
    values: Values,
    options: Options = USUAL,
    *,
    skipped: int = 0,
    prepare: Prepare | None = None,
) -> Iterator[Event]:
    """Progress and Evaluated, or Skipped, for each pair; then Summarised.

    Args:
        pairs: Reference and prediction.
        values: What their label values mean.
        options: How they are compared.
        skipped: Cases left out before.
        prepare: Called before a pair is read.

    Raises:
        InputError: If no pair could be compared.
    """
    done: list[Evaluated] = []
    persons: dict[str, str] = {}
    for number, (truth, guess) in enumerate(pairs):
        yield Progress(number, len(pairs), f"Comparing {shown(guess)} with {shown(truth)}", "cases")
        try:
            if prepare is not None:
                yield from prepare(truth, guess)
            scored = _scored(truth, guess, values, options, persons)
        except InputError as error:
            skipped += 1
            yield Skipped(f"{truth.case_id} is not scored: {error}", truth.case_id)
            continue
        done.append(_without_arrays(scored))
        yield scored
    if not done:
        raise InputError(
            f"none of {len(pairs)} cases" if len(pairs) > 1 else "the only case",
            "could be compared",
            "mend what is named above",
        )
    yield Progress(len(pairs), len(pairs), "Drawing confidence intervals", "cases")
    yield Summarised(summarise(done, skipped=skipped, is_symmetric=options.is_symmetric))


def _without_arrays(evaluated: Evaluated) -> Evaluated:
    """Ten thousand cases are summed up at the end; their slices are not needed for it."""
    return replace(
        evaluated,
        scores=tuple(replace(s, dice_per_slice=s.dice_per_slice[:0]) for s in evaluated.scores),
    )


def _scored(
    truth: Case, guess: Case, values: Values, options: Options, persons: dict[str, str]
) -> Evaluated:
    reference = load_mask(truth, threshold=options.threshold, value_map=values[0])
    prediction = load_mask(guess, value_map=values[1])
    volume, doubt = _scan_of(truth, reference, options)
    person = truth.patient or guess.patient
    mark = volume.sha256 if volume is not None and volume.sha256 else reference.sha256
    if mark:  # the same pixels under two names are one person
        person = persons.setdefault(mark, person or truth.case_id)
    scored = score_case(
        reference,
        prediction,
        truth.case_id,
        volume,
        person=person,
        sources=sources_of(Reading(_with_scan(truth, guess), guess, values, options.threshold)),
    )
    return replace(scored, notices=(*scored.notices, *doubt))


def _with_scan(truth: Case, guess: Case) -> Case:
    """The reference with the scan, even if that lies beside the prediction alone."""
    scan = truth if truth.image_paths else guess
    return replace(truth, image_paths=scan.image_paths, series_uid=scan.series_uid)


def _scan_of(
    case: Case, reference: LabelMap, options: Options
) -> tuple[Volume | None, tuple[str, ...]]:
    """The scan, if contrasts can be had from it; what is wrong with a scan spoils no mask."""
    has_tumour = any(label.name == "tumour" for label in reference.labels.values())
    if not options.with_scans or not case.image_paths or not has_tumour:
        return None, ()
    try:
        return load_image(case), ()
    except InputError as error:
        return None, (f"{NO_CONTRAST}{error}",)
