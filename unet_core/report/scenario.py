"""The first part of a run's report: the task, the data, and whether the two fit a U-Net."""

from collections.abc import Iterator, Sequence

from unet_core.fingerprint import Fingerprint
from unet_core.learning_curves import curves_of
from unet_core.planner import shown
from unet_core.planning import advice
from unet_core.report.content import Block, Bullets, Facts, Paragraph, Section, Table, Tone
from unet_core.report.data_facts import CaseFacts, DataFacts
from unet_core.report.run_facts import SIDE_WORDS, RunFacts
from unet_core.report.words import (
    UNKNOWN,
    capital,
    counted,
    listed,
    number,
    percent,
    span,
)

_GREYS = {
    frozenset({"HU"}): "Hounsfield units (HU)",
    frozenset({"grey"}): "grey pictures, not Hounsfield units",
}
MOST_CASES = 150
"""Rows of the table of cases; a longer one is nobody's reading."""


def scenario(run: RunFacts, data: DataFacts) -> Section:
    """What was to be done, with what."""
    return Section(
        "Scenario: the task and the data",
        tuple(_task(run)),
        (
            Section("The data", tuple(_data(run, data))),
            Section("Does the task suit a U-Net?", (*_fit(run, data), *_curve(run))),
        ),
    )


def _task(run: RunFacts) -> Iterator[Block]:
    names = [label.name for label in run.labels.values()]
    what = listed(names) or "the labels of the data set"
    yield Paragraph(
        f"A U-Net was to learn to outline {what} in the axial slices of scans, from scans whose "
        "outlines people had drawn (the reference). It gives every pixel of a slice a label; the "
        "slices together make a mask of the whole scan."
    )
    if "liver" in names and "tumour" in names:
        yield Paragraph(
            "Wherever this report speaks of the liver, tumours inside it are counted as part of "
            "it.",
            "note",
        )


# --- data ------------------------------------------------------------------------------------


def _data(run: RunFacts, data: DataFacts) -> Iterator[Block]:
    known = list(data.cases.values())
    yield Facts("The data in numbers", tuple(_numbers(run, data, known)))
    sides = {name: side for side, names in run.split.items() for name in names}
    if sides:
        rows = [_row(run, name, sides[name], data) for name in sorted(sides, key=run.names.number)]
        yield Table(
            "The cases. Names are replaced by numbers; which is which is not in this report.",
            _columns(run),
            tuple(rows[:MOST_CASES]),
            numbers=tuple(range(2, 4 + 2 * len(run.regions))),
        )
        if len(rows) > MOST_CASES:
            yield Paragraph(f"{len(rows) - MOST_CASES:,} more cases are not listed.", "note")
    for gap in data.gaps:
        yield Paragraph(gap, "note")


def _numbers(
    run: RunFacts, data: DataFacts, known: Sequence[CaseFacts]
) -> Iterator[tuple[str, str]]:
    counts = {side: len(run.split.get(side, ())) for side in SIDE_WORDS}
    total = sum(counts.values()) or len(run.hashes)
    yield "Cases", f"{total:,}" if total else UNKNOWN
    measured = data.measured
    same = measured is not None and run.is_all_of(case.case_id for case in measured.cases)
    if measured is not None and same and measured.persons_known:
        yield "Patients", f"{len(measured.patients):,}"
    else:
        yield (
            "Patients",
            "each case counts as one: names do not tell persons apart",
        )
    if not known:
        return
    part = "" if len(known) == total else f" (of the {len(known):,} cases that are still known)"
    yield "Slices", f"{sum(case.slices for case in known):,}{part}"
    spacings = [case.spacing_xyz_mm for case in known if case.spacing_xyz_mm]
    if spacings:
        some = f" ({len(spacings)} of {len(known)} cases; the others have no true scale)"
        part = some if len(spacings) < len(known) else ""
        yield "Size of a pixel", span([s[0] for s in spacings], 2, "mm") + part
        yield "Distance of slices", span([s[2] for s in spacings], 2, "mm")
    sides = sorted({case.shape_yx for case in known})
    yield "Pixels of a slice", ", ".join(f"{x} x {y}" for y, x in sides[:4])
    kinds = {case.intensity for case in known}
    yield "Grey values", _GREYS.get(frozenset(kinds), "some cases in HU, some as grey pictures")
    for region in run.regions:
        with_it = [case for case in known if any(case.voxels.get(v) for v in region.values)]
        yield capital(region.name), f"in {len(with_it):,} of {len(known):,} cases"
    if measured is not None and measured.lesions:
        mm = [d * c.spacing_xyz_mm[0] for d, c in measured.lesions if c.spacing_xyz_mm]
        pixels = [d for d, _ in measured.lesions]
        all_mm = len(mm) == len(pixels)
        size = f", {span(mm, 0, 'mm') if all_mm else span(pixels, 0, 'pixels')} across"
        yield "Tumours", f"{counted(len(measured.lesions), 'separate tumour')}{size}"


def _columns(run: RunFacts) -> tuple[str, ...]:
    regions = [
        title for region in run.regions for title in (f"{capital(region.name)}, ml", "on slices")
    ]
    return ("Case", "Used for", "Slices", "Voxel, mm", *regions)


def _row(run: RunFacts, name: str, side: str, data: DataFacts) -> tuple[str, ...]:
    title, use = run.names.title(name), SIDE_WORDS[side]
    case = data.cases.get(name)
    if case is None:
        return (title, use, *["?"] * (2 + 2 * len(run.regions)))
    spacing = case.spacing_xyz_mm
    cells = [title, use, f"{case.slices:,}"]
    cells.append(" x ".join(f"{mm:.2g}" for mm in spacing) if spacing else "unknown")
    for region in run.regions:
        cells.append(number(case.ml(region.values)))
        cells.append(f"{max((case.slices_with.get(v, 0) for v in region.values), default=0):,}")
    return tuple(cells)


# --- fit -------------------------------------------------------------------------------------


def _fit(run: RunFacts, data: DataFacts) -> Iterator[Block]:
    sentences = run.plan.advice if run.plan else ()
    if not sentences and data.measured is not None:
        sentences = tuple(map(run.names.scrubbed, _advice(run, data.measured)))
    if not sentences:
        yield Paragraph(
            "The data were not measured for this report. unet-core plan, or Make a plan in the "
            "training panel, says what size, contrast and number of patients mean for the task.",
            "note",
        )
        return
    verdict, *rest = sentences
    tone: Tone = "warning" if "reservations" in verdict else "good"
    yield Paragraph(verdict, tone)
    yield Bullets(tuple(rest))
    config = run.config
    if data.measured is not None and config is not None and data.measured.lesions:
        lost = data.measured.share_lost(*shown(config))
        if lost is not None:
            yield Paragraph(
                f"As this run saw the slices, {percent(lost)} of the tumours were smaller than 3 "
                "pixels across: such tumours can hardly be learned or found."
                if lost
                else "As this run saw the slices, every tumour was 3 pixels across or more."
            )


def _curve(run: RunFacts) -> Iterator[Block]:
    """What a learning curve of these very cases says, where one was measured beside the run."""
    if run.dataset is None:
        return
    names = {name for side in run.split.values() for name in side}
    for kept in curves_of(run.dataset, run.folder.absolute().parent):
        if kept.is_whole and names == {*kept.case_ids, *kept.order.test_cases}:
            said = " ".join(outlook.sentence for outlook in kept.outlooks.values())
            yield Paragraph(
                f"Would more patients help? {run.names.scrubbed(said)} (A learning curve of "
                f"{counted(len(kept.points), 'training')} of {kept.order.minutes:g} min, measured "
                f"{kept.changed[:10]}.)"
            )
            return


def _advice(run: RunFacts, found: Fingerprint) -> tuple[str, ...]:
    lost = (found.share_lost(*shown(run.config)) if run.config else None) or 0.0
    return (
        *advice.suitability(found, lost),
        *advice.enough(found),
        *advice.oddities(found),
    )
