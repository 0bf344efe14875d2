"""Measures what a use of a model costs here: seconds and memory, never guessed.

To be run in a child process: the memory it takes at most is then that of a use. Every number is of
a whole scan from memory to its cleaned mask; nothing is scaled up from a part.
"""

import contextlib
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from unet_core import runs
from unet_core.checkpoint import load_model
from unet_core.config import PredictConfig
from unet_core.cost_card import BUDGET_S, CostCard, CostRow, keep_card, read_cards
from unet_core.ensemble import ENSEMBLE_FILE, Opened, file_sha256, opened
from unet_core.ensemble_prediction import predict
from unet_core.errors import InputError
from unet_core.events import Event, Notice, Predicted, Progress
from unet_core.io import load_volume
from unet_core.peak_memory import card_memory_mb, peak_memory_mb, start_anew
from unet_core.sittings import machine_facts
from unet_core.unet import count_parameters
from unet_core.volume import Volume

USUAL = PredictConfig().batch_size
WAYS = (
    *((1, False), (USUAL, False), (USUAL, True), (8, False), (16, False)),
    *((8, True), (16, True), (1, True)),
)
"""Slices at once and mirroring, in the order they are tried: few slices first, for memory that was
taken once is not all given back, and what tells most first, for the time may not suffice."""
_BUSY = 0.5
"""Processes waiting for each core, above which other work is in the way."""
_WARM_UP = 1 / 3
"""Of a scan: the first pass is slow, for memory is new and threads are starting."""
_STEPS = 100


def measure_cost(
    source: Path, scan: Volume | Path, budget_s: float = BUDGET_S
) -> Iterator[Event | CostCard]:
    """Progress, then one CostCard.

    Closing the generator stops it after the batch under way; nothing is written.

    Args:
        source: A model file, a run folder or an ensemble.
        scan: What to run it on, or the file to read it from, which is then timed, too.
        budget_s: Seconds for all ways together; the usual one is measured in any case.

    Raises:
        InputError: If the model or the scan cannot be used.
    """
    yield Progress(0, 0, "Reading the model")
    found = opened(source)
    notes = list(_busy())
    parameters = sum(count_parameters(load_model(path)[0]) for path in found.models)
    yield Progress(0, 0, "Reading the scan")
    volume, read_s = _read(scan)
    total = (len(WAYS) + 1) * _STEPS
    began = time.monotonic()
    for share in _warmed_up(found, volume):
        yield Progress(round(share * _STEPS), total, "Warming up")
    first_s = (time.monotonic() - began) / _WARM_UP
    rows: list[CostRow] = []
    left_out: list[tuple[int, bool]] = []
    began = time.monotonic()
    for number, way in enumerate(WAYS, start=1):
        ends_s = time.monotonic() - began + _expected_s(rows, way[1], first_s)
        if ends_s > budget_s and way != (USUAL, False):
            left_out.append(way)
            continue
        title = f"Measuring {_ways([way])}"
        try:
            for event in _measured(found, volume, *way):
                if isinstance(event, CostRow):
                    rows.append(event)
                else:
                    yield Progress(round((number + event) * _STEPS), total, title)
        except InputError as error:  # too much at once for a graphics card
            if not rows:
                raise
            notes.append(f"With {_ways([way])}, {error.subject} {error.fault}.")
    if left_out:
        notes.append(
            f"Not measured, as it would have taken longer than {budget_s:.0f} s in all: "
            f"{_ways(left_out)}."
        )
    z, y, x = volume.canonical.shape
    yield CostCard(
        model_sha256=file_sha256(model_of(source)),
        model_bytes=sum(path.stat().st_size for path in found.models),
        parameters=parameters,
        networks=len(found.models),
        machine=machine_facts(),
        shape_zyx=(z, y, x),
        rows=tuple(sorted(rows, key=lambda row: (row.mirror, row.batch_size))),
        read_s=read_s,
        notes=tuple(notes),
        measured=datetime.now().astimezone().isoformat(timespec="seconds"),
        versions=runs.versions(),
    )


def measure_and_keep(
    source: Path, scan: Volume | Path, budget_s: float = BUDGET_S
) -> Iterator[Event | CostCard]:
    """The same, and the card is kept beside the model; a Notice where that cannot be."""
    for event in measure_cost(source, scan, budget_s):
        if isinstance(event, CostCard):
            try:
                keep_card(model_of(source), event)
            except InputError as error:
                yield Notice(f"What was measured is not remembered: {error}")
        yield event


def remembered(source: Path) -> CostCard | None:
    """What was measured of this very model on this very computer; None if nothing was."""
    model = model_of(source)
    cards = read_cards(model)
    if not cards:
        return None
    sha256, machine = file_sha256(model), machine_facts()
    return next((card for card in cards if card.is_of(sha256, machine)), None)


def model_of(source: Path) -> Path:
    """The file a model is known by: its own, or the one that names the networks of an ensemble."""
    if not source.is_dir():
        return source
    ensemble = source / ENSEMBLE_FILE
    return ensemble if ensemble.is_file() else source / runs.MODEL_FILE


# --- parts ---------------------------------------------------------------------------------------


def _busy() -> Iterator[str]:
    """A sentence where other work makes everything slower."""
    with contextlib.suppress(AttributeError, OSError):
        load, cores = os.getloadavg()[0], os.cpu_count() or 1
        if load > _BUSY * cores:
            yield (
                f"The computer was busy with other work ({load:.1f} programs at once for {cores} "
                "cores): without it, less time is needed."
            )


def _read(scan: Volume | Path) -> tuple[Volume, float | None]:
    """The scan, and how long reading it took; None where it has no file of its own."""
    if isinstance(scan, Path):
        began = time.monotonic()
        volume = load_volume(scan)
        return volume, time.monotonic() - began
    if scan.path is not None and scan.path.is_file():
        began = time.monotonic()
        with contextlib.suppress(InputError, OSError):  # it was opened in a way somebody chose
            load_volume(scan.path)
            return scan, time.monotonic() - began
    return scan, None


def _warmed_up(found: Opened, volume: Volume) -> Iterator[float]:
    """Begin a prediction and give it up."""
    config = replace(found.config, batch_size=USUAL, mirror=False)
    for event in predict(found.models, volume, config):
        if isinstance(event, Progress) and event.total:
            share = event.done / event.total / _WARM_UP
            yield min(share, 1.0)
            if share >= 1:
                return


def _measured(found: Opened, volume: Volume, size: int, mirror: bool) -> Iterator[float | CostRow]:
    """How far it is, 0..1, then the row."""
    config = replace(found.config, batch_size=size, mirror=mirror)
    before_mb = 0.0 if start_anew() else peak_memory_mb()
    began = time.monotonic()
    for event in predict(found.models, volume, config):
        if isinstance(event, Progress) and event.total:
            yield event.done / event.total
        elif isinstance(event, Predicted):
            seconds, peak_mb = time.monotonic() - began, peak_memory_mb()
            # where a peak cannot be begun anew, one that did not grow is of an earlier row
            memory_mb = peak_mb if peak_mb > before_mb else 0.0
            yield CostRow(size, mirror, seconds, memory_mb, card_memory_mb())


def _expected_s(rows: Sequence[CostRow], mirror: bool, first_s: float) -> float:
    """As long as the slowest of its kind; twice the slowest so far where none is of its kind."""
    alike = [row.seconds for row in rows if row.mirror == mirror]
    slowest = max((row.seconds for row in rows), default=first_s)
    return max(alike) if alike else (2 if mirror else 1) * slowest


def _ways(ways: Sequence[tuple[int, bool]]) -> str:
    """In words.

    >>> _ways([(1, False)]), _ways([(8, False), (1, True), (8, True)])
    ('1 slice at once', '8 slices at once; 1 or 8 slices at once mirrored as well')
    """
    parts = []
    for mirror, ending in ((False, "at once"), (True, "at once mirrored as well")):
        sizes = sorted(size for size, mirrored in ways if mirrored == mirror)
        if sizes:
            numbers = " or ".join(filter(None, (", ".join(map(str, sizes[:-1])), str(sizes[-1]))))
            parts.append(f"{numbers} {'slice' if sizes == [1] else 'slices'} {ending}")
    return "; ".join(parts)
