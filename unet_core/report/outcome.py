"""The last part of a run's report: what came out, what it costs to use, and what to doubt."""

import math
from collections.abc import Iterator, Sequence

import numpy as np

from unet_core.evaluation.bootstrap import INTERVAL_RULE
from unet_core.evaluation.summary import mean_of
from unet_core.metrics import EMPTY_RULE
from unet_core.report.charts import Curve, curves, strips
from unet_core.report.content import (
    Block,
    Bullets,
    Facts,
    Figure,
    Paragraph,
    Section,
    Table,
    Tone,
)
from unet_core.report.cost_part import measured_costs
from unet_core.report.galleries import galleries
from unet_core.report.looking import Looked
from unet_core.report.run_facts import RunFacts
from unet_core.report.slices import CaseLook
from unet_core.report.words import (
    capital,
    duration,
    interval,
    listed,
    memory,
    number,
    score,
)
from unet_core.runs import CaseScores

_STRIP_CASES = 8
_SAME = 0.005
"""Dice by which a score measured again may differ from the one of the run without a word."""


def outcome(run: RunFacts, looked: Looked) -> Section:
    """What came out."""
    parts = (
        Section("Curves", tuple(_curves(run))),
        Section("Scores of the kept epoch", tuple(_scores(run))),
        Section("Dice of every slice", tuple(_strips(run))),
        Section("Best and worst slices", tuple(_pictures(run, looked))),
        Section("What the run doctor found", tuple(_findings(run))),
        Section("What a use of the model costs", (*_cost(run, looked), *measured_costs(run))),
    )
    return Section("Outcome: what came out", (), tuple(part for part in parts if part.blocks))


# --- curves ----------------------------------------------------------------------------------


def _curves(run: RunFacts) -> Iterator[Block]:
    records = run.records
    if not records:
        yield Paragraph("No epoch was finished, so there are no curves.", "note")
        return
    kept = run.best.epoch if run.best else 0
    if len(records) == 1:
        yield Paragraph("Only one epoch was finished: each curve is a single point.", "note")
    loss = (
        Curve("learning", [r.train_loss for r in records]),
        Curve("validation", [r.validation_loss for r in records]),
    )
    yield Figure(
        "Loss of each epoch: what learning makes small. A validation loss that rises while the "
        "other falls means that pictures are being learned by heart.",
        _ends("Loss", loss),
        curves(loss, title="Loss", marked=kept),
    )
    dice = [
        Curve(region.name, [_or_nan(r.dice.get(region.name)) for r in records])
        for region in run.regions
    ]
    dice = [curve for curve in dice if any(map(math.isfinite, curve.values))]
    if dice:
        yield Figure(
            "Dice of whole validation scans after each epoch (mean over cases): 1 is perfect "
            "overlap, 0 is none.",
            _ends("Dice", dice),
            curves(dice, title="Dice", limits=(0.0, 1.0), marked=kept),
        )
    accuracy = (
        Curve("learning", [r.train_accuracy for r in records]),
        Curve("validation", [r.validation_accuracy for r in records]),
    )
    low = min((v for c in accuracy for v in c.values if math.isfinite(v)), default=0.0)
    yield Figure(
        "Share of pixels labelled right. Most pixels are background, so this is high even where "
        "a tumour is missed; Dice tells more.",
        _ends("Share of right pixels", accuracy),
        curves(accuracy, title="Right pixels", limits=(math.floor(low * 10) / 10, 1.0), height=150),
    )


def _or_nan(value: float | None) -> float:
    return math.nan if value is None else value


def _ends(what: str, lines: Sequence[Curve]) -> str:
    said = []
    for curve in lines:
        known = [value for value in curve.values if math.isfinite(value)]
        if known:
            said.append(f"{curve.name} from {known[0]:.3g} to {known[-1]:.3g}")
    return f"{what} over {len(lines[0].values)} epochs: {listed(said)}."


# --- scores ----------------------------------------------------------------------------------


def _scores(run: RunFacts) -> Iterator[Block]:
    best = run.best
    if best is None:
        yield Paragraph("No epoch was scored.", "note")
        return
    yield Paragraph(
        f"Epoch {best.epoch:,} had the best mean Dice and was kept. Scores are of whole "
        "validation scans at their own resolution, without any post-processing."
    )
    yield Table(
        "Dice of whole cases, by label.",
        ("Label", "Mean Dice", "95 % interval", "Median", "Lowest", "Highest", "IoU", "Cases"),
        tuple(_label_row(run, column) for column in range(len(run.regions))),
        numbers=tuple(range(1, 8)),
    )
    recalls = {name: value for name, value in best.lesion_recall.items() if value is not None}
    if recalls:
        said = listed([f"{100 * value:.0f} % of all {name}s" for name, value in recalls.items()])
        yield Paragraph(
            f"Found at all (at least one pixel of it): {said} of the validation cases. Large "
            "lesions rule a Dice; this number counts small ones as much."
        )
    yield Table(
        "Each validation case: Dice of the whole scan, and mean Dice of its slices.",
        ("Case", *(t for r in run.regions for t in (f"{capital(r.name)}", "per slice", "slices"))),
        tuple(_case_row(run, case) for case in _in_order(run)),
        numbers=tuple(range(1, 1 + 3 * len(run.regions))),
    )
    yield Paragraph(f"{EMPTY_RULE} {INTERVAL_RULE}", "note")
    yield from _test(run)


def _test(run: RunFacts) -> Iterator[Block]:
    """Scores of cases that decided nothing."""
    if run.final is None:
        return
    final = run.final
    yield Table(
        "Test: cases that decided nothing, scored by the finished model. Dice of whole cases.",
        ("Case", *(capital(region.name) for region in run.regions)),
        (
            *(
                (run.names.title(name), *(score(dice.get(r.name)) for r in run.regions))
                for name, dice in sorted(
                    final.cases.items(), key=lambda pair: run.names.number(pair[0])
                )
            ),
            ("Mean", *(score(final.dice.get(region.name)) for region in run.regions)),
        ),
        numbers=tuple(range(1, 1 + len(run.regions))),
    )
    if final.times > 1:
        yield Paragraph(
            f"The test cases have been scored {final.times} times. The more often they are looked "
            "at, the less they are a test.",
            "warning",
        )


def _in_order(run: RunFacts) -> list[CaseScores]:
    return sorted(run.scores, key=lambda case: run.names.number(case.case_id))


def _label_row(run: RunFacts, column: int) -> tuple[str, ...]:
    region, best = run.regions[column], run.best
    values = [(case, _of(case, region.name)) for case in run.scores]
    cases = [(case, value) for case, value in values if math.isfinite(value)]
    known = [value for _, value in cases]
    mean = best.dice.get(region.name) if best else None
    iou = best.iou.get(region.name) if best else None
    estimate = mean_of([(case.case_id, value) for case, value in cases], not_counted=0)
    return (
        capital(region.name),
        score(mean),
        interval(estimate.low, estimate.high),
        score(float(np.median(known)) if known else None),
        score(min(known, default=None)),
        score(max(known, default=None)),
        score(iou),
        f"{len(known)} of {len(values)}",
    )


def _of(case: CaseScores, region: str) -> float:
    places = [place for place, name in enumerate(case.regions) if name == region]
    return case.case_dice[places[0]] if places and places[0] < len(case.case_dice) else math.nan


def _case_row(run: RunFacts, case: CaseScores) -> tuple[str, ...]:
    cells = [run.names.title(case.case_id)]
    for region in run.regions:
        dice = _of_slices(case, region.name)
        known = [value for value in dice if math.isfinite(value)]
        cells.append(score(_of(case, region.name)))
        cells.append(score(sum(known) / len(known) if known else None))
        cells.append(f"{len(known):,}")
    return tuple(cells)


def _of_slices(case: CaseScores, region: str) -> list[float]:
    places = [place for place, name in enumerate(case.regions) if name == region]
    return [float(value) for value in case.dice[:, places[0]]] if places else []


# --- slices ----------------------------------------------------------------------------------


def _strips(run: RunFacts) -> Iterator[Block]:
    if not run.scores:
        yield Paragraph("No slice was scored.", "note")
        return
    shown = _in_order(run)[:_STRIP_CASES]
    for case in shown:
        title = run.names.title(case.case_id)
        rows = {capital(r.name): _of_slices(case, r.name) for r in run.regions}
        rows = {name: dice for name, dice in rows.items() if dice}
        if not rows:
            continue
        alt = "; ".join(
            f"{name}: {sum(math.isfinite(v) for v in dice)} of {len(dice)} slices counted, "
            f"{sum(v < 0.5 for v in dice)} of them below 0.5"
            for name, dice in rows.items()
        )
        yield Figure(
            f"{title}, epoch {case.epoch:,}: Dice of each of its {len(case.dice):,} slices. Tall "
            "and blue is good, low and red is bad.",
            f"{title}. {alt}.",
            strips(rows),
        )
    if len(run.scores) > len(shown):
        yield Paragraph(f"{len(run.scores) - len(shown)} more cases are not drawn.", "note")


def _pictures(run: RunFacts, looked: Looked) -> Iterator[Block]:
    for case in looked.cases:
        title = run.names.title(case.case_id)
        yield from galleries(title, case.slices)
        if changed := _changed(run, case):
            yield Paragraph(changed, "warning")
    for gap in looked.gaps:
        yield Paragraph(gap, "note")
    if not looked.cases and not looked.gaps and run.scores:
        yield Paragraph("No scan was read for this report, so it has no pictures.", "note")


def _changed(run: RunFacts, case: CaseLook) -> str:
    """A sentence if the model now scores otherwise than when it was kept."""
    then = next((one for one in run.scores if one.case_id == case.case_id), None)
    if then is None:
        return ""
    for region in run.regions:
        now, before = case.dice.get(region.name), _of(then, region.name)
        if now is not None and math.isfinite(before) and abs(now - before) > _SAME:
            return (
                f"{run.names.title(case.case_id)} scores a Dice of {now:.3f} ({region.name}) when "
                f"predicted again, {before:.3f} in the run: the reference or the model file has "
                "changed, or only some of its slices were scored."
            )
    return ""


# --- doctor, cost ----------------------------------------------------------------------------


def _findings(run: RunFacts) -> Iterator[Block]:
    holding = [finding for finding, until in run.findings if not until]
    over = [(finding, until) for finding, until in run.findings if until]
    if not run.records:
        return
    if not holding:
        yield Paragraph(
            "At the end of the run nothing stood out to the run doctor. That speaks for how it "
            "learned, not for how good the result is."
        )
    for finding in holding:
        since = f"Since epoch {finding.epoch:,}: " if finding.epoch else ""
        tone: Tone = "warning" if finding.severity == "warning" else "plain"
        yield Paragraph(f"{since}{finding.sentence} {finding.remedy}", tone)
    if over:
        yield Paragraph("Seen on the way, and over before the end:")
        yield Bullets(
            tuple(f"Epoch {f.epoch:,} to {until:,}: {f.sentence}" for f, until in over[-10:])
        )


def _cost(run: RunFacts, looked: Looked) -> Iterator[Block]:
    if not looked.cases:
        text = looked.gaps[0] if looked.gaps else "It was not measured for this report."
        yield Paragraph(text, "note")
        return
    costs = [(run.names.title(case.case_id), case.cost) for case in looked.cases]
    yield Table(
        "Measured for this report, on the computer that made it: from a scan in memory to its "
        "cleaned mask.",
        ("Scan", "Slices", "Pixels", "Seconds", "Seconds per 100 slices", "Memory at most"),
        tuple(
            (
                title,
                f"{cost.shape_zyx[0]:,}",
                f"{cost.shape_zyx[2]} x {cost.shape_zyx[1]}",
                number(cost.seconds),
                number(100 * cost.seconds / cost.shape_zyx[0]),
                memory(cost.peak_mb),
            )
            for title, cost in costs
        ),
        numbers=(1, 2, 3, 4, 5),
    )
    first = looked.cases[0].cost
    yield Facts(
        "Where, and what else",
        (
            ("Computed on", f"the {first.device} of the computer that made this report"),
            ("Reading and checking", f"{duration(first.read_s)} for the first scan and its mask"),
            ("Model file", memory(run.model_bytes / 2**20)),
            ("Memory", "of the whole process, the scan and PyTorch itself among it"),
        ),
    )
