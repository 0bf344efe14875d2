"""The run doctor on the computer: what waits, what lies idle, what is about to run out.

Each rule is a pure function of a History.
"""

import itertools

from unet_core.run_history import History, known, middle
from unet_core.verdict import Verdict

WAITING_ROUNDS = 3
WAITING, MUCH_WAITING = 0.05, 0.2
MEMORY_SHARE = 0.9
FEWEST_ROUNDS = 5
VALIDATING_SHARE, VALIDATING_ROUNDS = 0.6, 3


def reading_slow(history: History) -> Verdict | None:
    """The network waits for slices."""
    shares = known([record.waiting_share for record in history.records[-WAITING_ROUNDS:]])
    if len(shares) < WAITING_ROUNDS or middle(shares) <= WAITING:
        return None
    much = middle(shares) > MUCH_WAITING
    return Verdict(
        "warning" if much else "notice",
        f"The network waited for slices during {middle(shares):.0%} of the last {len(shares)} "
        "rounds: reading and changing them is slower than learning.",
        "Keep the runs folder on a fast disk of this computer, close other programs, or lower "
        "elastic, blur and synthetic_lesions.",
    )


def card_unused(history: History) -> Verdict | None:
    """There is a graphics card, and the processor does the work."""
    machine = history.machine
    if not machine.has_nvidia_card or machine.uses_card:
        return None
    if machine.torch_has_cuda:
        return Verdict(
            "warning",
            "This computer has an NVIDIA graphics card, but PyTorch cannot use it: the processor "
            "learns, many times slower.",
            "Update the driver of the card and start again.",
        )
    return Verdict(
        "warning",
        "This computer has an NVIDIA graphics card, but PyTorch was installed without it: the "
        "processor learns, many times slower.",
        "Install the CUDA build of PyTorch (pytorch.org, Get started) and start again.",
    )


def memory_close(history: History) -> Verdict | None:
    """Little memory is left."""
    most = max(known([record.peak_memory_mb for record in history.records]), default=0.0)
    limit = history.machine.memory_mb
    if not limit or most < MEMORY_SHARE * limit:
        return None
    return Verdict(
        "warning",
        f"Training took up to {most / 1024:.1f} GB of the {limit / 1024:.1f} GB of memory there "
        "are; with a little more the system may end it.",
        f"Set micro_batch to {max(_held(history) // 2, 1)} (same result, less memory) or close "
        "other programs.",
    )


def round_length(history: History) -> Verdict | None:
    """Too few rounds fit into the time, or most of it goes into validating."""
    config, records = history.config, history.records
    if not records or history.started is None:
        return None
    if config.minutes and history.rounds and history.rounds < FEWEST_ROUNDS:
        batches = max(history.started.batches * history.rounds // 10, 1)
        rounds = "1 round" if history.rounds == 1 else f"{history.rounds} rounds"
        return Verdict(
            "notice",
            f"Only {rounds} of {history.round_s / 60:.1f} min fit into {config.minutes:g} min, so "
            "the best model is chosen among very few.",
            f"Set batches_per_epoch to {batches} or allow more time.",
        )
    lengths = _validating_shares(history)
    if len(lengths) < VALIDATING_ROUNDS or middle(lengths) <= VALIDATING_SHARE:
        return None
    return Verdict(
        "notice",
        f"{middle(lengths):.0%} of the last rounds went into validating and saving, not learning.",
        f"Set batches_per_epoch to {history.started.batches * 3}, or keep fewer patients for "
        "validation.",
    )


def _held(history: History) -> int:
    return history.config.micro_batch or history.config.batch_size


def _validating_shares(history: History) -> list[float]:
    """Of the last rounds, the share of time in which nothing was learned."""
    shares: list[float] = []
    records = history.records[-VALIDATING_ROUNDS - 1 :]
    images = history.config.batch_size * (history.started.batches if history.started else 0)
    for before, record in itertools.pairwise(records):
        length = record.elapsed_s - before.elapsed_s
        if length > 0 and record.images_per_s > 0:
            shares.append(1 - images / record.images_per_s / length)
    return known(shares)
