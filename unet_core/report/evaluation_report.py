"""The report of an evaluation: masks held against references, or two readers against each other."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from unet_core import runs
from unet_core.evaluation.measures import MEASURES, Measure
from unet_core.events import Event, Progress
from unet_core.report.charts import strips
from unet_core.report.claim import claim_section
from unet_core.report.content import (
    Block,
    Bullets,
    Facts,
    Figure,
    Paragraph,
    Report,
    Section,
    Table,
)
from unet_core.report.evaluation_facts import (
    CaseFacts,
    EvaluationFacts,
    facts_of,
    read_evaluation,
)
from unet_core.report.limits import LEAST_CASES, READERS
from unet_core.report.words import (
    NOT_COUNTED,
    capital,
    counted,
    interval,
    libraries,
    listed,
    number,
    score,
)
from unet_core.report.writing import check_target, made, write

_OF_A_CASE = ("dice", "slice_dice", "hd95_mm", "assd_mm", "surface_dice_2mm", "volume_error_ml")
_STRIP_CASES = 12
_MOST_CASES = 200
_MOST_SKIPPED = 40


def write_evaluation_report(source: Path, target: Path) -> Iterator[Event]:
    """Progress, at last one Saved: the report of a saved evaluation as HTML or PDF.

    Args:
        source: The JSON file of ``unet-core evaluate --json``.
        target: Ends in ``.html`` or ``.pdf``; replaced if it is there.

    Raises:
        InputError: If the file holds no evaluation, the ending is another, or the disk refuses.
    """
    check_target(target)
    yield Progress(0, 0, "Reading the evaluation")
    found = read_evaluation(source)
    yield from write(evaluation_report(found), found.names, target)


def write_evaluated(values: Mapping[str, Any], target: Path) -> Iterator[Event]:
    """As ``write_evaluation_report``, of what ``evaluation.export.evaluation_json`` gives."""
    check_target(target)
    found = facts_of(values)
    yield from write(evaluation_report(found), found.names, target)


def evaluation_report(found: EvaluationFacts) -> Report:
    """All that is to be said."""
    kind = "two readers" if found.is_symmetric else "predictions and references"
    return Report(
        title="Report of an evaluation",
        subtitle=f"{capital(listed(found.region_names))} · {counted(len(found.cases), 'case')}",
        sections=(
            Section("In short", tuple(_in_short(found))),
            Section("Scenario: what was compared", tuple(_scenario(found, kind))),
            Section("Concept: what the numbers mean", (Bullets(found.rules),)),
            Section("Action: what was done", tuple(_action(found))),
            Section("Outcome: what came out", (), tuple(_outcome(found))),
            Section("Limits, in plain words", (Bullets(tuple(_limits(found))),)),
            claim_section(dict(_answers(found)), "this evaluation"),
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
        yield Bullets(found.skipped[:_MOST_SKIPPED])
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


# --- the numbers -------------------------------------------------------------------------------


def _outcome(found: EvaluationFacts) -> Iterator[Section]:
    for region in found.regions:
        yield Section(capital(str(region["region"])), tuple(_of_region(region)))
    for name in found.region_names:
        yield Section(f"{capital(name)}, case by case", tuple(_by_case(found, name)))
    drawn = tuple(_strips(found))
    if drawn:
        yield Section("Dice of every slice", drawn)


def _of_region(region: Mapping[str, Any]) -> Iterator[Block]:
    rows = [
        _estimate_row(MEASURES[key].title, estimate, MEASURES[key])
        for key, estimate in (region.get("estimates") or {}).items()
        if key in MEASURES
    ]
    columns = ("Measure", "Mean", "95 % interval", "Median", "Cases", "n/a")
    yield Table(
        "Over all cases, each case counting once.",
        columns,
        tuple(rows),
        numbers=(1, 2, 3, 4, 5),
        widths=(0.3, 0.14, 0.22, 0.14, 0.1, 0.1),
    )
    lesions = region.get("lesions") or {}
    if lesions:
        yield Table(
            "Over all lesions of all cases together.",
            ("Of lesions", "Share", "95 % interval"),
            tuple(
                (capital(key), score(e.get("value")), interval(e.get("low"), e.get("high")))
                for key, e in lesions.items()
            ),
            numbers=(1, 2),
        )
    for key, title in (("by_size", "By longest diameter"), ("by_contrast", "By contrast to liver")):
        groups = region.get(key) or ()
        if groups:
            yield _group_table(title, groups)


def _estimate_row(title: str, estimate: Mapping[str, Any], measure: Measure) -> tuple[str, ...]:
    low, high = estimate.get("low"), estimate.get("high")
    none = low is None or high is None
    span = NOT_COUNTED if none else f"{shown(measure, low)} to {shown(measure, high)}"
    unit = f", {measure.unit}" if measure.unit else ""
    return (
        f"{title}{unit}",
        shown(measure, estimate.get("value")),
        span,
        shown(measure, estimate.get("median")),
        f"{int(estimate.get('cases') or 0):,}",
        f"{int(estimate.get('not_counted') or 0):,}",
    )


def shown(measure: Measure, value: float | None) -> str:
    """A number of a measure as a table has it: shares with three digits, others with one.

    >>> shown(MEASURES["dice"], 0.5), shown(MEASURES["hd95_mm"], 2.3), shown(MEASURES["iou"], None)
    ('0.500', '2.3', 'n/a')
    """
    if measure.unit == "%":
        return number(None if value is None else 100 * value)
    return number(value) if measure.unit else score(value)


def _group_table(title: str, groups: Any) -> Table:
    return Table(
        f"{title}: lesions found and missed, and how well they are outlined.",
        ("Lesions", "Found", "Missed", "False", "Share found", "95 % interval", "Mean Dice"),
        tuple(map(_group_row, groups)),
        numbers=(1, 2, 3, 4, 5, 6),
    )


def _group_row(group: Mapping[str, Any]) -> tuple[str, ...]:
    recall, dice = group.get("recall") or {}, group.get("dice") or {}
    return (
        str(group.get("title")),
        *(f"{int(group.get(key) or 0):,}" for key in ("found", "missed", "false")),
        score(recall.get("value")),
        interval(recall.get("low"), recall.get("high")),
        score(dice.get("value")),
    )


def _by_case(found: EvaluationFacts, name: str) -> Iterator[Block]:
    measures = [MEASURES[key] for key in _OF_A_CASE]
    rows = []
    counts = any(r.lesions for case in found.cases for r in case.regions if r.name == name)
    for case in _in_order(found):
        region = next((one for one in case.regions if one.name == name), None)
        if region is None:
            continue
        cells = [found.names.title(case.case_id)]
        cells += [shown(measure, region.numbers.get(measure.key)) for measure in measures]
        if counts:
            cells += [str(region.lesions.get(key, 0)) for key in ("found", "missed", "false")]
        rows.append(tuple(cells))
    titles = [f"{m.title}{f', {m.unit}' if m.unit else ''}" for m in measures]
    more = ("Found", "Missed", "False") if counts else ()
    yield Table(
        f"{capital(name)} of each case"
        + (", and how many lesions were found, missed and made up." if counts else "."),
        ("Case", *titles, *more),
        tuple(rows[:_MOST_CASES]),
        numbers=tuple(range(1, 1 + len(titles) + len(more))),
    )
    if len(rows) > _MOST_CASES:
        yield Paragraph(f"{len(rows) - _MOST_CASES:,} more cases are not listed.", "note")


def _in_order(found: EvaluationFacts) -> list[CaseFacts]:
    return sorted(found.cases, key=lambda case: found.names.number(case.case_id))


def _strips(found: EvaluationFacts) -> Iterator[Block]:
    ordered = _in_order(found)
    for case in ordered[:_STRIP_CASES]:
        rows = {capital(region.name): region.dice for region in case.regions if region.dice}
        if rows:
            title = found.names.title(case.case_id)
            slices = max(map(len, rows.values()))
            low = listed(
                [f"{sum(v < 0.5 for v in dice):,} of {name}" for name, dice in rows.items()]
            )
            yield Figure(
                f"{title}: Dice of each of its {slices:,} slices. Tall and blue is good, low and "
                "red is bad.",
                f"{title}: slices with a Dice below 0.5: {low}.",
                strips(rows),
            )
    if len(ordered) > _STRIP_CASES:
        yield Paragraph(f"{len(ordered) - _STRIP_CASES:,} more cases are not drawn.", "note")


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
        "Cases of one person count together only where the names of the files tell whose they are."
    )
    yield (
        "A reference is what somebody drew, not the truth; whether these patients are like those "
        "the masks will be made for is for you to say."
    )


def _answers(found: EvaluationFacts) -> Iterator[tuple[int, str]]:
    yield 11, "This report holds no names; whether the files do is for you to say."
    if found.is_symmetric:
        yield 18, "See Outcome: agreement of two readers on the same cases."
    yield 28, "See Concept: overlap, outlines, volumes and lesions, each with its rule."
    yield 29, "Bootstrap over persons, 95 %; see Concept."
    yield 35, f"{counted(len(found.cases), 'case')} compared, {len(found.skipped):,} left out."
    yield 37, "See Outcome."
    if any(region.get("by_size") for region in found.regions):
        yield 39, "See Outcome: lesions by size and contrast, and the slices of lowest Dice."
    yield 40, "See Limits; those of your study are for you to add."
