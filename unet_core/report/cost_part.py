"""What a use of a run's model costs, as somebody measured it and left it beside the model."""

from collections.abc import Iterator

from unet_core.cost_card import CostCard, machine_words, read_cards, scan_words
from unet_core.ensemble import file_sha256
from unet_core.errors import InputError
from unet_core.report.content import Block, Paragraph, Table
from unet_core.report.run_facts import RunFacts
from unet_core.report.words import memory, moment, number

_MOST_COMPUTERS = 3


def measured_costs(run: RunFacts) -> Iterator[Block]:
    """A table for each computer this very model was measured on, the newest first."""
    cards = read_cards(run.model_path)
    if not cards or run.passport is None:
        return
    try:
        sha256 = file_sha256(run.model_path)
    except InputError:
        return
    own = [card for card in cards if card.model_sha256 == sha256]
    for card in own[:_MOST_COMPUTERS]:
        yield _table(card)
        notes = list(card.notes)
        if card.read_s is not None:
            notes.insert(0, f"Reading the scan from its file took {number(card.read_s)} s more.")
        if notes:
            yield Paragraph(" ".join(notes), "note")


def _table(card: CostCard) -> Table:
    has_card = any(row.card_mb for row in card.rows)
    columns = ["Slices at once", "Mirrored", "Seconds", "Seconds per 100 slices", "Memory at most"]
    return Table(
        f"Measured {moment(card.measured)} on {machine_words(card.machine) or 'some computer'}, "
        f"with a scan of {scan_words(card.shape_zyx)}: the usual ways to use the model.",
        (*columns, *(["Graphics card"] if has_card else [])),
        tuple(
            (
                str(row.batch_size),
                "yes" if row.mirror else "no",
                number(row.seconds),
                number(100 * row.seconds / card.shape_zyx[0]),
                memory(row.memory_mb),
                *([memory(row.card_mb)] if has_card else []),
            )
            for row in card.rows
        ),
        numbers=(0, 2, 3, 4, *([5] if has_card else [])),
    )
