"""What the window on a model, and the Predict panel, ask child processes to do.

No torch at the top: a child imports this file and then only what its task needs.
"""

from collections.abc import Iterator
from pathlib import Path

from unet_core.cost_card import BUDGET_S, CostCard
from unet_core.events import Event
from unet_core.model_facts import ModelCard, ScanCompared
from unet_core.volume import Volume


def describe(source: Path) -> Iterator[ModelCard]:
    """Yields all that is known of a model."""
    from unet_core.model_card import model_card

    yield model_card(source)


def compare(source: Path, volume: Volume) -> Iterator[ScanCompared]:
    """Yields in what a scan differs from those a model learned from; no network is run."""
    from unet_core.scan_fit import compare as run

    yield from run(source, volume)


def measure(source: Path, volume: Volume, budget_s: float = BUDGET_S) -> Iterator[Event | CostCard]:
    """Runs a model on a scan in several ways and keeps what it took beside the model."""
    from unet_core.cost_measure import measure_and_keep

    yield from measure_and_keep(source, volume, budget_s)
