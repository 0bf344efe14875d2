"""What came out of an evaluation: means, lesions, cases, slices and pictures."""

from collections.abc import Iterator, Mapping
from typing import Any

from unet_core.evaluation.measures import MEASURES, Measure
from unet_core.report.charts import strips
from unet_core.report.content import Block, Figure, Paragraph, Section, Table
from unet_core.report.evaluation_facts import CaseFacts, EvaluationFacts
from unet_core.report.evaluation_looking import Pictured
from unet_core.report.galleries import MODEL, READERS, galleries
from unet_core.report.words import NOT_COUNTED, capital, interval, listed, number, score

_OF_A_CASE = ("dice", "slice_dice", "hd95_mm", "assd_mm", "surface_dice_2mm", "volume_error_ml")
_STRIP_CASES = 12
_MOST_CASES = 200


def evaluation_outcome(found: EvaluationFacts, seen: Pictured) -> Iterator[Section]:
    """Its parts."""
    for region in found.regions:
        yield Section(capital(str(region["region"])), tuple(_of_region(region)))
    for name in found.region_names:
        yield Section(f"{capital(name)}, case by case", tuple(_by_case(found, name)))
    drawn = tuple(_strips(found))
    if drawn:
        yield Section("Dice of every slice", drawn)
    yield Section("Best and worst slices", tuple(_pictures(found, seen)))


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


# --- pictures ----------------------------------------------------------------------------------


def _pictures(found: EvaluationFacts, seen: Pictured) -> Iterator[Block]:
    sides = READERS if found.is_symmetric else MODEL
    if len(seen.cases) > 1:
        chosen = [f"{found.names.title(one.case_id)} ({one.place})" for one in seen.cases]
        yield Paragraph(
            f"Shown are {listed(chosen)}, by the mean Dice of their labels. Best slices are looked "
            "for among those that show at least half of the label's usual size: specks are easy."
        )
    for case in seen.cases:
        title = found.names.title(case.case_id)
        yield from galleries(f"{title} ({case.place})" if case.place else title, case.slices, sides)
        if not case.slices:
            yield Paragraph(f"{title} has no slice with a Dice to show.", "note")
    for gap in seen.gaps:
        yield Paragraph(gap, "note")
