"""Which validation scans a report looks at once more, and what stands in the way."""

import time
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass

from unet_core.case import Case
from unet_core.case_masks import label_mapping
from unet_core.cases import find_cases
from unet_core.errors import InputError
from unet_core.events import Event, Progress
from unet_core.isolation import isolated
from unet_core.report.run_facts import RunFacts
from unet_core.report.slices import CaseLook, looked_at
from unet_core.runs import CaseScores
from unet_core.slices import CACHE_FOLDER, remembered_mapping

_MOST_REGIONS = 2


@dataclass(frozen=True)
class Looked:
    """What was seen.

    Attributes:
        cases: Those looked at, the weakest first.
        gaps: Sentences on what was not, and why.
    """

    cases: tuple[CaseLook, ...] = ()
    gaps: tuple[str, ...] = ()


def look(run: RunFacts, *, patience_s: float) -> Generator[Event, None, Looked]:
    """Yields Progress; returns pictures and costs of up to three validation scans.

    Args:
        run: Whose model and data.
        patience_s: No further scan is begun after so long.
    """
    if run.passport is None or not run.scores:
        return Looked()
    if run.dataset is None or not run.dataset.is_dir():
        return Looked((), (MOVED,))
    yield Progress(0, 0, "Looking for the validation scans")
    try:
        found = {case.case_id: case for case in find_cases(run.dataset).cases}
    except InputError:
        return Looked((), (MOVED,))
    names = [name for name in chosen_cases(run.scores) if name in found]
    if not names:
        return Looked((), (MOVED,))
    mapping = _mapping(run, list(found.values()))
    until = time.monotonic() + patience_s
    looks: list[CaseLook] = []
    gaps: list[str] = []
    for name in names:
        if time.monotonic() > until:
            gaps.append("Only some validation scans were looked at, as each takes long here.")
            break
        try:
            looks.append((yield from _of_case(run, found[name], mapping)))
        except InputError as error:
            gaps.append(f"{run.names.title(name)} could not be looked at: {error.fault}.")
    return Looked(tuple(looks), tuple(gaps))


MOVED = (
    "The scans are not where they were when this run began: there are no pictures, and what a use "
    "of the model costs was not measured."
)


def chosen_cases(scores: Sequence[CaseScores]) -> list[str]:
    """The validation cases of lowest, middle and highest mean Dice, the lowest first."""

    def mean(case: CaseScores) -> float:
        known = [value for value in case.case_dice if value == value]
        return sum(known) / len(known) if known else 0.0

    return spread_of({case.case_id: mean(case) for case in scores})


def spread_of(means: Mapping[str, float]) -> list[str]:
    """The names of the lowest, the middle and the highest number, the lowest first.

    >>> spread_of({"a": 0.9, "b": 0.1, "c": 0.5, "d": 0.4}), spread_of({"a": 0.9})
    (['b', 'c', 'a'], ['a'])
    """
    ordered = sorted(means, key=lambda name: means[name])
    places = {0, len(ordered) // 2, len(ordered) - 1} if ordered else set()
    return [ordered[place] for place in sorted(places)]


def _mapping(run: RunFacts, cases: Sequence[Case]) -> Mapping[int, int] | None:
    cache = run.folder.absolute().parent / CACHE_FOLDER
    return remembered_mapping(cases, cache) if cache.is_dir() else label_mapping(cases)


def _of_case(
    run: RunFacts, case: Case, mapping: Mapping[int, int] | None
) -> Generator[Event, None, CaseLook]:
    threshold = run.config.threshold_masks if run.config else False
    regions = [region.name for region in run.regions][-_MOST_REGIONS:]
    sha256 = run.hashes.get(case.case_id, ("", ""))[0]
    events = isolated(
        looked_at, run.model_path, case, sha256, mapping, threshold, tuple(reversed(regions))
    )
    seen: CaseLook | None = None
    try:
        for event in events:
            if isinstance(event, CaseLook):
                seen = event
            else:
                yield event
    finally:
        events.close()
    if seen is None:
        raise InputError("the scan", "was not looked at", "try again")
    return seen
