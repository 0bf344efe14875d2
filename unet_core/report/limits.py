"""What stands first and last in a report: it in short, and what to doubt of it."""

from collections.abc import Iterator, Mapping

from unet_core.report.content import Block, Bullets, Paragraph, Section
from unet_core.report.data_facts import DataFacts
from unet_core.report.looking import Looked
from unet_core.report.run_facts import RunFacts
from unet_core.report.words import capital, counted, duration, listed, memory, percent, score

LEAST_CASES, _FEW_PATIENTS = 5, 20
_HARDLY = 0.1
READERS = (
    "People do not agree fully either: a fresh radiologist reached a median Dice of about 0.70 on "
    "the tumours of LiTS (Bilic 2023, doi:10.1016/j.media.2022.102680)."
)


def in_short(run: RunFacts, looked: Looked) -> Section:
    """The report in a few sentences."""
    said: list[str] = []
    best = run.best
    if run.final is not None:
        cases = counted(len(run.final.cases), "test case")
        said.append(
            f"Mean Dice of whole scans on {cases}, which decided nothing: "
            f"{_dice_words(run.final.dice)}."
        )
    if best is not None:
        cases = counted(len(run.scores), "validation case")
        said.append(
            f"Mean Dice of whole scans on {cases}: {_dice_words(best.dice)} (epoch "
            f"{best.epoch:,} of {len(run.records):,})."
        )
    else:
        said.append("No epoch was finished: there is nothing to score yet.")
    learned = len(run.split.get("train", ()))
    if learned:
        elapsed = run.records[-1].elapsed_s if run.records else 0.0
        time = f" in {duration(elapsed)}" if elapsed else ""
        said.append(f"Learned from {counted(learned, 'case')}{time}.")
    if looked.cases:
        cost = max((case.cost for case in looked.cases), key=lambda c: c.seconds)
        said.append(
            f"A scan of {cost.shape_zyx[0]:,} slices took {duration(cost.seconds)} and "
            f"{memory(cost.peak_mb)} of memory on the {cost.device} of the computer that made this "
            "report."
        )
    if run.state not in ("finished",):
        said.append(f"The run is not finished ({run.state}): what follows may change.")
    warnings = [f for f, until in run.findings if not until and f.severity == "warning"]
    blocks: list[Block] = [Bullets(tuple(said))]
    blocks += [Paragraph(finding.sentence, "warning") for finding in warnings[:2]]
    blocks += [Paragraph(gap, "note") for gap in run.gaps]
    return Section("In short", tuple(blocks))


def _dice_words(dice: Mapping[str, float | None]) -> str:
    parts = [f"{name} {score(value, 2)}" for name, value in dice.items() if value is not None]
    return listed(parts) or "n/a"


def limits(run: RunFacts, data: DataFacts) -> Section:
    """What the numbers do not say."""
    return Section("Limits, in plain words", (Bullets(tuple(_limits(run, data))),))


def _limits(run: RunFacts, data: DataFacts) -> Iterator[str]:
    validated = len(run.scores)
    if 0 < validated < LEAST_CASES:
        yield (
            f"Scores rest on {counted(validated, 'validation case')}. The next patient may score "
            "much better or much worse."
        )
    if run.scores and not run.split.get("test"):
        yield (
            "The validation cases chose the epoch that was kept. A test on patients who chose "
            "nothing, best from another hospital, is still to be done."
        )
    learned = len(run.split.get("train", ()))
    if 0 < learned < _FEW_PATIENTS:
        yield (
            f"{counted(learned, 'case')} to learn from are few: expect a model that works on scans "
            "like these (same scanner, contrast phase, kind of patient) and fails on others."
        )
    if run.config is not None and run.config.split == "slice":
        yield "Slices of the same patients were learned from and scored: all scores are too good."
    if data.measured is not None and not data.measured.persons_known:
        yield (
            "Names do not tell persons apart. If two cases are of one person, on two sides of the "
            "split, scores are too good."
        )
    best = run.best
    hardly = [r.name for r in run.regions if best and (best.dice.get(r.name) or 0.0) < _HARDLY]
    for name in hardly:
        yield (
            f"{capital(name)} is hardly outlined yet (Dice below {_HARDLY:g}): this model must not "
            "be used to look for it."
        )
    slow = [r.waiting_share for r in run.records]
    if slow and sum(slow) / len(slow) > 0.5:
        yield f"The network waited for data {percent(sum(slow) / len(slow))} of the time."
    if any(label.name == "tumour" for label in run.labels.values()):
        yield READERS
    yield (
        "A reference is what somebody drew, not the truth. Where it is wrong, the model learned "
        "the mistake and is praised for it."
    )
    yield (
        "This is no medical device. A mask needs a look by somebody who can read the scan before "
        "anything is decided by it."
    )
