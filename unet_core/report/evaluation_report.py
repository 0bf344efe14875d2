"""The report of an evaluation: masks held against references, or two readers against each other."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from unet_core import runs
from unet_core.evaluation import export
from unet_core.events import Evaluated, Event, Progress, Skipped
from unet_core.report.claim import claim_section
from unet_core.report.content import Block, Bullets, Facts, Paragraph, Report, Section
from unet_core.report.evaluation_facts import EvaluationFacts, facts_of, read_evaluation
from unet_core.report.evaluation_looking import (
    NO_FILES,
    NOT_WANTED,
    Pictured,
    look_at_cases,
)
from unet_core.report.evaluation_outcome import evaluation_outcome
from unet_core.report.limits import LEAST_CASES, READERS
from unet_core.report.words import capital, counted, interval, libraries, listed, score
from unet_core.report.writing import PATIENCE_S, check_target, made, write
from unet_core.scores import EvaluationSummary

_MOST_SKIPPED = 40


def write_evaluation_report(source: Path, target: Path) -> Iterator[Event]:
    """Progress, at last one Saved: the report of a saved evaluation as HTML or PDF.

    Args:
        source: The JSON file of ``unet-core evaluate --json``, which knows no files: the report
            has no pictures.
        target: Ends in ``.html`` or ``.pdf``; replaced if it is there.

    Raises:
        InputError: If the file holds no evaluation, the ending is another, or the disk refuses.
    """
    check_target(target)
    yield Progress(0, 0, "Reading the evaluation")
    found = read_evaluation(source)
    yield from write(evaluation_report(found, Pictured((), (NO_FILES,))), found.names, target)


def write_evaluated(
    cases: Sequence[Evaluated],
    summary: EvaluationSummary,
    skipped: Sequence[Skipped],
    target: Path,
    *,
    looks: bool = True,
    with_scans: bool = True,
    patience_s: float = PATIENCE_S,
) -> Iterator[Event]:
    """As ``write_evaluation_report``, of an evaluation whose files are known: with pictures.

    Args:
        cases: Those compared.
        summary: Of them.
        skipped: Those left out.
        target: Ends in ``.html`` or ``.pdf``; replaced if it is there.
        looks: Whether masks may be read again, without which there are no pictures.
        with_scans: Whether scans may; without, outlines are drawn on black.
        patience_s: No further case is begun to be read after so long.
    """
    check_target(target)
    files = [
        path
        for case in cases
        for paths in (case.sources.image_paths, case.sources.reference_paths)
        for path in (*paths, *case.sources.prediction_paths)
    ]
    folders = {path.absolute().parent for path in files}
    people = {case.person for case in cases if case.person}
    found = facts_of(export.evaluation_json(cases, summary, skipped), folders, people)
    seen = Pictured((), (NOT_WANTED,))
    if looks:
        seen = yield from look_at_cases(
            cases, found.names, patience_s=patience_s, with_scans=with_scans
        )
    yield from write(evaluation_report(found, seen), found.names, target)


def evaluation_report(found: EvaluationFacts, seen: Pictured) -> Report:
    """All that is to be said, and shown."""
    kind = "two readers" if found.is_symmetric else "predictions and references"
    return Report(
        title="Report of an evaluation",
        subtitle=f"{capital(listed(found.region_names))} · {counted(len(found.cases), 'case')}",
        sections=(
            Section("In short", tuple(_in_short(found))),
            Section("Scenario: what was compared", tuple(_scenario(found, kind))),
            Section("Concept: what the numbers mean", (Bullets(found.rules),)),
            Section("Action: what was done", tuple(_action(found))),
            Section("Outcome: what came out", (), tuple(evaluation_outcome(found, seen))),
            Section("Limits, in plain words", (Bullets(tuple(_limits(found))),)),
            claim_section(dict(_answers(found, seen)), "this evaluation"),
        ),
        made=made(),
    )


# --- before the numbers ------------------------------------------------------------------------


def _in_short(found: EvaluationFacts) -> Iterator[Block]:
    said = []
    for region in found.regions:
        dice = (region.get("estimates") or {}).get("dice") or {}
        span = interval(dice.get("low"), dice.get("high"), 2)
        sure = f" (95 % interval {span})" if dice.get("low") is not None else ""
        said.append(
            f"{capital(str(region.get('region')))}: mean Dice {score(dice.get('value'), 2)}{sure}, "
            f"over {counted(int(dice.get('cases') or 0), 'case')}."
        )
    yield Bullets((*said, *found.sentences))
    for gap in found.gaps:
        yield Paragraph(gap, "note")


def _scenario(found: EvaluationFacts, kind: str) -> Iterator[Block]:
    if found.is_symmetric:
        yield Paragraph(
            "Two readers outlined the same cases. Neither is taken for the truth: the numbers say "
            "how far they agree, which is also how far a model can be expected to agree with them."
        )
    else:
        yield Paragraph(
            "Masks were held against references of the same scans, voxel by voxel, outline by "
            "outline and lesion by lesion."
        )
    persons = f"{found.persons:,}" if found.persons else "not known"
    if 0 < found.persons < len(found.cases):
        persons += "; cases of one person are drawn together for the intervals"
    yield Facts(
        "What was compared",
        (
            ("Kind", capital(kind)),
            ("Cases", f"{len(found.cases):,}"),
            ("Persons", persons),
            ("Left out", f"{len(found.skipped):,}"),
            ("Labels", listed(found.region_names)),
        ),
    )


def _action(found: EvaluationFacts) -> Iterator[Block]:
    yield Facts("Versions, when this report was made", libraries(runs.versions()))
    if found.skipped:
        yield Paragraph("Cases that could not be compared, and why:")
        more = len(found.skipped) - _MOST_SKIPPED
        rest = (f"… and {more:,} more.",) if more > 0 else ()
        yield Bullets((*found.skipped[:_MOST_SKIPPED], *rest))
    else:
        yield Paragraph("No case was left out.")
    said = [
        f"{found.names.title(case.case_id)}: {text}"
        for case in found.cases
        for text in case.notices
    ]
    if said:
        yield Paragraph("Said on the way:")
        yield Bullets(tuple(said[:_MOST_SKIPPED]))


# --- after them --------------------------------------------------------------------------------


def _limits(found: EvaluationFacts) -> Iterator[str]:
    people = found.persons or len(found.cases)
    if people < LEAST_CASES:
        yield (
            f"{counted(people, 'person')} are few: the next may score much better or much worse."
            if people > 1
            else "One person says nothing about the next."
        )
    if found.skipped:
        yield (
            f"{counted(len(found.skipped), 'case')} could not be compared. If these are the hard "
            "ones, every mean here is too good."
        )
    if "tumour" in found.region_names and not found.is_symmetric:
        yield READERS
    yield (
        "Cases of one person count together where the names of the files, equal pixels or whoever "
        "compared them told; that others are different persons is taken for granted."
    )
    yield (
        "A reference is what somebody drew, not the truth; whether these patients are like those "
        "the masks will be made for is for you to say."
    )


def _answers(found: EvaluationFacts, seen: Pictured) -> Iterator[tuple[int, str]]:
    yield 11, "This report holds no names; whether the files do is for you to say."
    if found.is_symmetric:
        yield 18, "See Outcome: agreement of two readers on the same cases."
    yield 28, "See Concept: overlap, outlines, volumes and lesions, each with its rule."
    yield 29, "Bootstrap over persons, 95 %; see Concept."
    yield 35, f"{counted(len(found.cases), 'case')} compared, {len(found.skipped):,} left out."
    yield 37, "See Outcome."
    if any(region.get("by_size") for region in found.regions):
        yield 39, "See Outcome: lesions by size and contrast, and the slices of lowest Dice."
    elif seen.cases:
        yield 39, "See Outcome: the slices of lowest Dice."
    yield 40, "See Limits; those of your study are for you to add."
