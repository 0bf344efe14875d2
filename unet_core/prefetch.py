"""The next batches are read while the network learns from this one, so that it never waits."""

import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

PickT = TypeVar("PickT")
BatchT = TypeVar("BatchT")

_AHEAD = 2
"""Batches read and waiting: one would do, two bear a slow read."""


def ahead(
    batches: Iterable[list[PickT]],
    read: Callable[[list[PickT]], BatchT],
    *,
    now: Callable[[], float] = time.perf_counter,
) -> Generator[tuple[list[PickT], BatchT, float], None, None]:
    """Every batch in order, read by one thread that is up to two batches ahead.

    What is read does not depend on when: the same batches come in the same order as without it.
    Closing it waits for the read under way and leaves no thread behind.

    Args:
        batches: What each batch is made of.
        read: Makes a batch; called in the thread, for one batch at a time. What it raises is
            raised here when its batch is due.
        now: Seconds, to tell how long was waited.

    Yields:
        What the batch is made of, the batch, and the seconds the caller waited for it.
    """
    left = iter(batches)
    waiting: deque[tuple[list[PickT], Future[BatchT]]] = deque()
    with ThreadPoolExecutor(1, thread_name_prefix="reading") as thread:
        try:
            for picks in islice(left, _AHEAD):
                waiting.append((picks, thread.submit(read, picks)))
            while waiting:
                picks, reading = waiting.popleft()
                started = now()
                batch = reading.result()
                waited = now() - started
                for following in islice(left, 1):
                    waiting.append((following, thread.submit(read, following)))
                yield picks, batch, waited
        finally:
            for _, reading in waiting:
                reading.cancel()
