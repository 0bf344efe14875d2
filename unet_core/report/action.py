"""The third part of a run's report: what was done, when, on what, from which data."""

import hashlib
import statistics
from collections.abc import Iterator
from datetime import datetime

from unet_core.report.content import Block, Bullets, Facts, Paragraph, Section, Table
from unet_core.report.run_facts import RunFacts, Sitting, typical
from unet_core.report.words import (
    UNKNOWN,
    counted,
    duration,
    libraries,
    machine,
    memory,
    moment,
    number,
    percent,
)

_HASH_DIGITS = 12
_STATES = {
    "running": "still running when this report was made",
    "interrupted": "cut off; it can be resumed",
    "stopped": "stopped by its user; it can be resumed",
    "finished": "finished",
    "failed": "failed",
}
_REASONS = {
    "finished": "all epochs were done",
    "patience": "no further gain was seen",
    "time": "its time was up",
}
MOST_NOTICES = 40


def action(run: RunFacts) -> Section:
    """What was done."""
    return Section(
        "Action: what was run",
        (Facts("The run", tuple(_run(run))), *_sittings(run)),
        (
            Section("Who was learned from, and who was scored", tuple(_split(run))),
            Section("Programs and data, exactly", tuple(_exact(run))),
            *_notices(run),
        ),
    )


def _run(run: RunFacts) -> Iterator[tuple[str, str]]:
    state = _STATES.get(run.state, run.state)
    reason = f": {_REASONS[run.reason]}" if run.reason in _REASONS else ""
    yield "State", f"{state}{reason}"
    if run.sentence:
        yield "Why it ended", run.sentence
    yield "Begun", moment(run.started)
    if run.sittings and run.sittings[-1].ended:
        yield "Ended", moment(run.sittings[-1].ended)
    yield "Epochs done", f"{len(run.records):,}"
    if run.records:
        yield "Time at work", duration(run.records[-1].elapsed_s)
        yield "Time per epoch", _epoch_words(run)
        rates = [r.images_per_s for r in run.records if r.images_per_s > 0]
        if rates:
            yield "Speed of learning", f"{statistics.median(rates):.1f} slices a second (median)"
        waits = [r.waiting_share for r in run.records]
        yield "Waiting for data", percent(typical(waits))
        yield "Memory at most", memory(max(r.peak_memory_mb for r in run.records))
    if run.config is not None:
        yield "Seed", f"{run.config.seed} (same seed, data and settings: same split, same order)"
    yield "Computer", machine(run.sittings[-1].machine) if run.sittings else UNKNOWN
    if run.passport is not None and run.passport.parent_sha256:
        digest = run.passport.parent_sha256[:_HASH_DIGITS]
        yield "Began with", f"the weights of another model (SHA-256 {digest}…)"


def _epoch_words(run: RunFacts) -> str:
    lengths = run.round_s
    if not lengths:
        return UNKNOWN
    if len(lengths) == 1:
        return f"{duration(lengths[0])}, with validation"
    low, high = duration(min(lengths)), duration(max(lengths))
    return f"{duration(typical(lengths))} (median; {low} to {high}), with validation"


def _sittings(run: RunFacts) -> Iterator[Block]:
    """Starts and resumes; only worth a table where there was more than one, or a cut."""
    if not run.sittings:
        yield Paragraph("The run does not record interruptions and resumes.", "note")
        return
    cut = sum(not sitting.ended for sitting in run.sittings[:-1])
    if len(run.sittings) == 1:
        cut_off = not run.sittings[0].ended and run.state != "running"
        yield Paragraph(
            "It was cut off and has not been resumed."
            if cut_off
            else "It ran in one go: it was neither interrupted nor resumed."
        )
        return
    resumes = counted(len(run.sittings) - 1, "time")
    cuts = f", {counted(cut, 'time')} after it had been cut off" if cut else ""
    yield Paragraph(
        f"It was resumed {resumes}{cuts}. A resumed run goes on from the last saved state and, on "
        "a processor, ends with the same weights as one that was never interrupted, unless a time "
        "limit ends it."
    )
    yield Table(
        "Starts and resumes.",
        ("Started", "Ended", "Lasted", "After epoch", "Computer"),
        tuple(
            (
                moment(one.started),
                _end(run, one),
                _lasted(one),
                f"{one.from_epoch:,}",
                machine(one.machine),
            )
            for one in run.sittings
        ),
        numbers=(3,),
        widths=(0.21, 0.21, 0.1, 0.1, 0.38),
    )


def _end(run: RunFacts, sitting: Sitting) -> str:
    if sitting.ended:
        return moment(sitting.ended)
    is_now = run.state == "running" and sitting is run.sittings[-1]
    return "still running" if is_now else "cut off"


def _lasted(sitting: Sitting) -> str:
    try:
        began, ended = map(datetime.fromisoformat, (sitting.started, sitting.ended))
        return duration((ended - began).total_seconds())
    except (ValueError, TypeError):
        return UNKNOWN


# --- data ------------------------------------------------------------------------------------


def _split(run: RunFacts) -> Iterator[Block]:
    train, validation = run.split.get("train", ()), run.split.get("validation", ())
    test = run.split.get("test", ())
    if not train and not validation:
        yield Paragraph("The run does not say.", "note")
        return
    slices = run.config is not None and run.config.split == "slice"
    both = set(train) & set(validation)
    if slices or both:
        yield Paragraph(
            "Slices of the same patient were learned from and scored. Neighbouring slices are "
            "nearly alike, so every score of this report is too good to be expected of a new "
            "patient.",
            "warning",
        )
    chosen = "chosen by hand" if run.asked_validation else f"drawn with seed {_seed(run)}"
    rows = [
        ("Learning", _side(run, train)),
        ("Validation", f"{_side(run, validation)}, {chosen}"),
    ]
    if test:
        rows.append(("Test", f"{_side(run, test)}, scored once by the finished model"))
    yield Facts("The split, by cases", tuple(rows))
    if not slices and not both:
        yield Paragraph(
            "Cases of one patient are on one side only, as far as names and pixels tell. The "
            "validation cases chose which epoch was kept, so their scores lean to the good side; "
            + (
                "the test cases decided nothing."
                if test
                else "cases that decide nothing (a test set) were not kept aside."
            )
        )


def _seed(run: RunFacts) -> str:
    return str(run.config.seed) if run.config else "unknown"


def _side(run: RunFacts, names: tuple[str, ...]) -> str:
    shown = [run.names.title(name) for name in sorted(names, key=run.names.number)]
    numbers = ", ".join(title.removeprefix("Case ") for title in shown)
    return f"{counted(len(names), 'case')} ({'Case' if len(names) == 1 else 'Cases'} {numbers})"


def _exact(run: RunFacts) -> Iterator[Block]:
    yield Facts("Versions", libraries(run.versions) or (("Versions", UNKNOWN),))
    if not run.hashes:
        yield Paragraph("The run keeps no hashes of its data.", "note")
        return
    yield Paragraph(
        f"SHA-256 of all voxels together: {data_hash(run)}. It is of the voxels, whatever file "
        "format they came in: the same number means the very same scans and masks."
    )
    ordered = sorted(run.hashes, key=run.names.number)
    yield Table(
        f"The first {_HASH_DIGITS} digits of the SHA-256 of the voxels of each case.",
        ("Case", "Scan", "Mask"),
        tuple(
            (run.names.title(name), *(digest[:_HASH_DIGITS] for digest in run.hashes[name]))
            for name in ordered
        ),
    )


def data_hash(run: RunFacts) -> str:
    """SHA-256 over those of all scans and masks, in rising order."""
    digests = sorted(digest for pair in run.hashes.values() for digest in pair)
    return hashlib.sha256("".join(digests).encode()).hexdigest()


def _notices(run: RunFacts) -> Iterator[Section]:
    if run.notices:
        said = [f"Epoch {epoch:,}: {text}" if epoch else text for epoch, text in run.notices]
        left = len(said) - MOST_NOTICES
        blocks: list[Block] = [Bullets(tuple(said[:MOST_NOTICES]))]
        if left > 0:
            blocks.append(Paragraph(f"{number(left, 0)} more are not listed.", "note"))
        yield Section("What the program said on the way", tuple(blocks))
