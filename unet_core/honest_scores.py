"""Scoring the masks of cross-validation, and choosing the post-processing that pays."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from unet_core.evaluation.scoring import score_case
from unet_core.events import Evaluated, Event, Progress
from unet_core.held_out import CaseScores, HeldOutCase
from unet_core.io import load_label_map
from unet_core.postprocess import clean
from unet_core.postprocess_choice import NOTHING, Choice, Evidence, choose
from unet_core.slice_case import SliceCase
from unet_core.volume import Label, LabelMap

_AS_IT_IS = {value: value for value in range(256)}


@dataclass(frozen=True)
class HeldOutMask:
    """What the network of a fold drew on a case it never saw."""

    fold: int
    case: SliceCase
    path: Path


@dataclass(frozen=True)
class Scored:
    """What cross-validation found.

    Attributes:
        choice: The post-processing that pays.
        cases: Scores of each case without and with it.
        evaluated: Every score of each case with it, by the case's name.
    """

    choice: Choice
    cases: tuple[HeldOutCase, ...]
    evaluated: tuple[Evaluated, ...]


def score_masks(
    masks: Sequence[HeldOutMask],
    labels: Mapping[int, Label],
    reference_labels: Mapping[int, Label],
) -> Generator[Event, None, Scored]:
    """Yields Progress; one mask is in memory at a time.

    Args:
        masks: Untouched predictions of all cases.
        labels: What the networks predict.
        reference_labels: What the references hold.
    """
    evidence: list[Evidence] = []
    before: list[Evaluated] = []
    for number, mask in enumerate(masks):
        yield Progress(number, len(masks), f"Scoring {mask.case.case_id}")
        truth, guess = _pair(mask, labels, reference_labels)
        evidence.append(Evidence.of(truth.voxels, guess.voxels, labels, reference_labels))
        before.append(score_case(truth, guess, mask.case.case_id))
    choice = choose(evidence, labels)
    after = list(before)
    if choice.config != NOTHING:
        for number, mask in enumerate(masks):
            yield Progress(number, len(masks), f"Post-processing {mask.case.case_id}")
            truth, guess = _pair(mask, labels, reference_labels)
            cleaned = clean(guess.voxels, labels, choice.config)
            again = LabelMap(cleaned, guess.geometry, guess.name, labels, "prediction")
            after[number] = score_case(truth, again, mask.case.case_id)
    cases = tuple(
        HeldOutCase(
            fold=mask.fold,
            image_sha256=mask.case.image_sha256,
            before=CaseScores.of(one, found.result(NOTHING).true),
            after=CaseScores.of(other, found.result(choice.config).true),
        )
        for mask, found, one, other in zip(masks, evidence, before, after, strict=True)
    )
    return Scored(choice, cases, tuple(after))


def _pair(
    mask: HeldOutMask, labels: Mapping[int, Label], reference_labels: Mapping[int, Label]
) -> tuple[LabelMap, LabelMap]:
    """Reference and prediction in the canonical frame."""
    drawn = load_label_map(mask.path, value_map=_AS_IT_IS)
    geometry = drawn.geometry.canonical
    truth = LabelMap(mask.case.full_labels(), geometry, mask.case.case_id, reference_labels)
    guess = LabelMap(drawn.canonical, geometry, drawn.name, labels, "prediction")
    return truth, guess
