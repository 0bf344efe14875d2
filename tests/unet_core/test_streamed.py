"""Arrays that reach the parent while the child fills them."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from unet_core import isolation, shared_memory
from unet_core.errors import ChildDied, InputError
from unet_core.events import Progress
from unet_core.isolation import isolated
from unet_core.streamed import BLOCK_BYTES, BLOCKS, sent_filling

COUNT = (BLOCKS + 2) * BLOCK_BYTES // 4 + 12_345
"""float32 numbers that go round the blocks more than once and end inside one."""


@dataclass(frozen=True)
class Block:
    values: NDArray[Any]
    inner: "Block | None" = None


def written(count: int, step: int) -> Iterator[Progress | Block]:
    """Numbers from 0, written in pieces of an odd size, with events between them."""
    filling = sent_filling((count,), np.dtype("<f4"))
    data = np.arange(count, dtype="<f4").tobytes()
    for start in range(0, len(data), step):
        filling.write(data[start : start + step])
        yield Progress(start, len(data), str(os.getpid()))
    yield Block(np.zeros(3), Block(filling.array()))


def put_in_place(count: int, each: int) -> Iterator[Block]:
    """The same, where there is room for it in place."""
    filling = sent_filling((count, each), np.dtype("<f4"))
    for number in range(count):
        plane = np.arange(number * each, (number + 1) * each, dtype="<f4")
        room = filling.room(plane.nbytes)
        if room is None:
            filling.write(plane.tobytes())
        else:
            room[:] = plane.view(np.uint8)
    yield Block(filling.array())


def given_up() -> Iterator[Block]:
    """Half an array, then another one instead."""
    first = sent_filling((COUNT,), np.dtype("<f4"))
    first.write(bytes(2 * COUNT))
    first.discard()
    second = sent_filling((COUNT,), np.dtype("|u1"))
    second.write(bytes([7]) * COUNT)
    yield Block(second.array())


def too_little() -> Iterator[Block]:
    filling = sent_filling((COUNT,), np.dtype("<f4"))
    filling.write(bytes(4 * COUNT - 4))
    yield Block(filling.array())


def refusing_halfway() -> Iterator[Block]:
    filling = sent_filling((COUNT,), np.dtype("<f4"))
    filling.write(bytes(2 * COUNT))
    filling.discard()
    raise InputError("a.nii", "is cut short", "copy it again")


def dying_halfway() -> Iterator[Progress]:
    filling = sent_filling((COUNT,), np.dtype("<f4"))
    filling.write(bytes(2 * COUNT))
    os._exit(7)
    yield Progress(0, 0, "")


def endless() -> Iterator[Progress]:
    filling = sent_filling((1 << 32,), np.dtype("|u1"))
    while True:
        filling.write(bytes(BLOCK_BYTES))
        yield Progress(0, 0, "")


@pytest.fixture(autouse=True, scope="module")
def _ended() -> Iterator[None]:
    yield
    isolation.shut_down()


def files() -> set[str]:
    return {p.name for f in shared_memory._shared_folders() for p in f.glob("slicewise-*")}


@pytest.mark.parametrize("step", [BLOCK_BYTES * 2 + 4, 300_001])
def test_an_array_arrives_whole_with_the_events_between(step: int) -> None:
    *progress, block = isolated(written, COUNT, step, keep=True)
    assert isinstance(block, Block)
    assert block.inner is not None
    np.testing.assert_array_equal(block.inner.values, np.arange(COUNT, dtype=np.float32))
    assert [event.done for event in progress] == list(range(0, 4 * COUNT, step))
    block.inner.values[0] = 5  # ours alone


@pytest.mark.parametrize("each", [BLOCK_BYTES // 8, BLOCK_BYTES // 16 * 3, BLOCK_BYTES])
def test_planes_are_put_in_place_or_written(each: int) -> None:
    (block,) = isolated(put_in_place, 5, each, keep=True)
    np.testing.assert_array_equal(block.values.ravel(), np.arange(5 * each, dtype=np.float32))


def test_an_array_given_up_leaves_nothing_behind() -> None:
    (block,) = isolated(given_up, keep=True)
    assert block.values.shape == (COUNT,)
    assert (block.values == 7).all()


def test_l2_an_array_that_is_not_whole_is_no_array() -> None:
    with pytest.raises(ChildDied, match="sent less than it announced"):
        list(isolated(too_little, keep=True))


def test_a_refusal_or_death_halfway_is_told_and_the_next_array_is_right() -> None:
    with pytest.raises(InputError, match="cut short"):
        list(isolated(refusing_halfway, keep=True))
    with pytest.raises(ChildDied, match="exit code 7"):
        list(isolated(dying_halfway, keep=True))
    (block,) = isolated(given_up, keep=True)
    assert (block.values == 7).all()


def test_closing_ends_a_child_that_waits_for_room() -> None:
    events = isolated(endless)
    next(events)
    pid = events.pid
    events.close()
    assert not Path(f"/proc/{pid}").exists()
    assert list(events) == []


def test_small_arrays_and_those_nobody_waits_for_are_ordinary() -> None:
    (block,) = isolated(put_in_place, 2, 10, keep=True)
    assert block.values.ravel().tolist() == list(range(20))
    here = list(put_in_place(2, BLOCK_BYTES))
    assert here[0].values[1, -1] == 2 * BLOCK_BYTES - 1


def test_p4_nothing_stays_in_the_memory_folder() -> None:
    before = files()
    with contextlib.closing(isolated(written, COUNT, BLOCK_BYTES)) as events:
        for event in events:
            if isinstance(event, Progress) and event.done:
                assert files() <= before, "the blocks have no name any more"
    assert files() <= before
