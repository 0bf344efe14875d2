import itertools
import threading
from collections.abc import Iterator

import pytest

from unet_core.prefetch import ahead


def reading_threads() -> list[str]:
    return [t.name for t in threading.enumerate() if t.name.startswith("reading")]


@pytest.fixture(autouse=True)
def _no_thread_is_left() -> Iterator[None]:
    yield
    assert reading_threads() == []


def picks(count: int) -> list[list[int]]:
    return [[number, number + 1] for number in range(count)]


@pytest.mark.parametrize("count", [0, 1, 2, 3, 10])
def test_every_batch_comes_once_and_in_order(count: int) -> None:
    got = [(asked, batch) for asked, batch, _ in ahead(picks(count), sum)]
    assert got == [(asked, sum(asked)) for asked in picks(count)]


def test_all_are_read_by_one_thread_that_is_not_the_callers() -> None:
    names = {name for _, name, _ in ahead(picks(8), lambda _: threading.current_thread().name)}
    assert len(names) == 1
    assert names != {threading.current_thread().name}


def test_it_reads_two_ahead_and_no_further() -> None:
    read: list[int] = []
    third = threading.Event()

    def reader(asked: list[int]) -> int:
        read.append(asked[0])
        if asked[0] == 2:
            third.set()
        return asked[0]

    batches = ahead(picks(10), reader)
    assert next(batches)[1] == 0
    assert third.wait(10)  # read while the first is in the caller's hands
    assert read == [0, 1, 2]
    batches.close()
    assert read == [0, 1, 2]


def test_endless_batches_are_taken_as_they_are_needed() -> None:
    taken = itertools.count()
    batches = ahead(([number] for number in taken), sum)
    assert [batch for _, batch, _ in itertools.islice(batches, 5)] == [0, 1, 2, 3, 4]
    batches.close()
    assert next(taken) <= 5 + 3


def test_what_reading_raises_is_raised_when_that_batch_is_due() -> None:
    def reader(asked: list[int]) -> int:
        if asked[0] == 2:
            raise ValueError("slice 2 is gone")
        return asked[0]

    batches = ahead(picks(6), reader)
    assert [next(batches)[1], next(batches)[1]] == [0, 1]
    with pytest.raises(ValueError, match="slice 2 is gone"):
        next(batches)


def test_what_asking_raises_is_raised_too() -> None:
    def asked() -> Iterator[list[int]]:
        yield [1]
        raise ValueError("no more")

    with pytest.raises(ValueError, match="no more"):
        list(ahead(asked(), sum))


def test_closing_waits_for_the_read_under_way_and_drops_the_next() -> None:
    begun, go_on, read = threading.Event(), threading.Event(), []

    def reader(asked: list[int]) -> int:
        if asked[0] == 1:
            begun.set()
            assert go_on.wait(10)
        read.append(asked[0])
        return asked[0]

    batches = ahead(picks(10), reader)
    assert next(batches)[1] == 0
    assert begun.wait(10)
    threading.Timer(0.05, go_on.set).start()
    batches.close()
    assert read == [0, 1]
    assert reading_threads() == []


def test_an_exception_of_the_caller_leaves_nothing_behind() -> None:
    batches = ahead(picks(10), sum)
    next(batches)
    with pytest.raises(RuntimeError, match="stop"):
        batches.throw(RuntimeError("stop"))
    assert reading_threads() == []


def test_the_wait_is_told_by_the_clock_given() -> None:
    ticks = iter([10.0, 10.5, 20.0, 20.25])
    waits = [waited for *_, waited in ahead(picks(2), sum, now=lambda: next(ticks))]
    assert waits == [0.5, 0.25]
