"""Arrays that reach the other process while they are filled, through a few blocks of memory.

Fresh pages of shared memory cost each process more than any decoder does, so the sender fills the
same blocks again and again, and the receiver copies them into ordinary memory of its own. The
blocks stay in the processor's cache, and no more than one copy of the array ever exists.
"""

import contextlib
import mmap
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple, Protocol, cast

import numpy as np
from numpy.typing import NDArray

from unet_core.shared_memory import SHARED_BYTES, reserved_file, unlinked

BLOCK_BYTES = 1 << 21
BLOCKS = 8
"""With 4 MB in all, each side waited for the other whenever the computer had other things to do."""


class _Begin(NamedTuple):
    """An array follows; ``blocks`` is the file with the blocks."""

    blocks: Path
    shape: tuple[int, ...]
    dtype: str


class _Block(NamedTuple):
    """The array's next bytes lie in a block."""

    number: int
    length: int


@dataclass(frozen=True)
class _Sent:
    """Stands for the array that was sent last."""

    shape: tuple[int, ...]
    dtype: np.dtype[Any]


class Filling(Protocol):
    """An array written from its first byte to its last."""

    def write(self, data: bytes | memoryview) -> None:
        """Add bytes."""

    def room(self, count: int) -> NDArray[np.uint8] | None:
        """Where the next bytes may be put instead, all of them; None where they must be written."""

    def array(self) -> NDArray[Any]:
        """What was written."""

    def discard(self) -> None:
        """Give the memory back if no array was taken."""


class ArrayFilling:
    """Fills an array that is there already.

    Args:
        array: Contiguous.
    """

    def __init__(self, array: NDArray[Any]) -> None:
        self._array = array
        self._target, self._done = array.reshape(-1).view(np.uint8), 0

    def write(self, data: bytes | memoryview) -> None:
        """Add bytes."""
        given = np.frombuffer(data, np.uint8)
        self._target[self._done : self._done + len(given)] = given
        self._done += len(given)

    def room(self, count: int) -> NDArray[np.uint8] | None:
        """The next bytes, counted as written."""
        self._done += count
        return self._target[self._done - count : self._done]

    def array(self) -> NDArray[Any]:
        """What was written."""
        return self._array

    def discard(self) -> None:
        """Nothing to do."""


def own_filling(shape: tuple[int, ...], dtype: np.dtype[Any]) -> Filling:
    """An array in this process's own memory."""
    return ArrayFilling(np.empty(shape, dtype))


# --- the sender ----------------------------------------------------------------------------------


class Sender:
    """Sends arrays to the process that started this one.

    Args:
        send: Puts a message on its way; may be called from any thread.
        emptied: Brings a word for each block that may be filled again.
    """

    def __init__(self, send: Callable[[object], None], emptied: Connection) -> None:
        self._send, self._emptied = send, emptied
        self._free = BLOCKS
        self._memory: NDArray[np.uint8] | None = None
        self._path = Path()
        self._number, self._holds = 0, False

    def begin(self, shape: tuple[int, ...], dtype: np.dtype[Any]) -> "_SentFilling":
        """Start an array; the one before it is whole, or forgotten."""
        if self._memory is None:
            name = reserved_file(BLOCKS * BLOCK_BYTES)
            self._path = Path(name)
            self._memory = np.memmap(name, np.uint8, "r+").reshape(BLOCKS, BLOCK_BYTES)
        self._send(_Begin(self._path, shape, dtype.str))
        return _SentFilling(self, shape, dtype)

    def block(self) -> NDArray[np.uint8]:
        """The block to fill next, once it is free; the same one until it is sent."""
        assert self._memory is not None
        if not self._holds:
            if self._free:
                self._free -= 1
            else:
                self._emptied.recv_bytes()
            self._holds = True
        return cast("NDArray[np.uint8]", self._memory[self._number])

    def send_block(self, length: int) -> None:
        """Send the block's first bytes."""
        self._send(_Block(self._number, length))
        self._number, self._holds = (self._number + 1) % BLOCKS, False


_sender: Sender | None = None


def send_through(sender: Sender) -> None:
    """From now on ``sent_filling`` sends with this."""
    global _sender
    _sender = sender


def sent_filling(shape: tuple[int, ...], dtype: np.dtype[Any]) -> Filling:
    """An array that the process which started this one gets; here it can not be looked at.

    Small ones, and those of a process that nobody listens to, are ordinary arrays.
    """
    size = int(np.prod(shape, dtype=np.int64)) * dtype.itemsize
    if _sender is None or size < SHARED_BYTES:
        return own_filling(shape, dtype)
    return _sender.begin(shape, dtype)


class _SentFilling:
    def __init__(self, sender: Sender, shape: tuple[int, ...], dtype: np.dtype[Any]) -> None:
        self._sender, self._sent = sender, _Sent(shape, dtype)
        self._filled = 0

    def write(self, data: bytes | memoryview) -> None:
        given = np.frombuffer(data, np.uint8)
        while len(given):
            if self._filled == BLOCK_BYTES:
                self._flush()
            room = self._sender.block()[self._filled :]
            length = min(len(given), len(room))
            room[:length] = given[:length]
            self._filled += length
            given = given[length:]

    def room(self, count: int) -> NDArray[np.uint8] | None:
        if count > BLOCK_BYTES - self._filled:
            self._flush()
        if count > BLOCK_BYTES:
            return None
        self._filled += count
        return self._sender.block()[self._filled - count : self._filled]

    def array(self) -> NDArray[Any]:
        self._flush()
        return cast("NDArray[Any]", self._sent)  # has shape and dtype, and no values to misread

    def discard(self) -> None:
        self._filled = 0

    def _flush(self) -> None:
        if self._filled:
            self._sender.send_block(self._filled)
        self._filled = 0


# --- the receiver --------------------------------------------------------------------------------


class Receiver:
    """Puts together the arrays that one other process sends.

    Args:
        emptied: Where the sender waits for blocks.
    """

    def __init__(self, emptied: Connection) -> None:
        self._emptied = emptied
        self._blocks: NDArray[np.uint8] | None = None
        self._array: NDArray[Any] | None = None
        self._target, self._done = np.empty(0, np.uint8), 0

    def take(self, message: object, *, keep: bool = True) -> bool:
        """Whether a message was part of an array, and not for anybody else.

        Args:
            message: What arrived.
            keep: Whether anybody still wants the array.
        """
        if isinstance(message, _Begin):
            self.forget()
            self._open(message.blocks)
            if keep:
                self._array = np.empty(message.shape, message.dtype)
                self._target = self._array.reshape(-1).view(np.uint8)
            return True
        if not isinstance(message, _Block):
            return False
        if keep and self._blocks is not None:
            end = self._done + message.length
            self._target[self._done : end] = self._blocks[message.number, : message.length]
            self._done = end
        with contextlib.suppress(OSError):  # it died meanwhile, which others notice
            self._emptied.send_bytes(b"\0")
        return True

    def completed(self, value: Any) -> Any:
        """The array where the value stands for it; else the value."""
        if not isinstance(value, _Sent):
            return value
        array = self._array
        if array is None or self._done != array.nbytes or array.shape != value.shape:
            raise EOFError  # a sender that breaks off
        return array

    def forget(self) -> None:
        """Let go of the array under way, or the last one."""
        self._array = None
        self._target, self._done = np.empty(0, np.uint8), 0

    def _open(self, blocks: Path) -> None:
        if self._blocks is not None:
            return
        with blocks.open("r+b") as file:
            memory = mmap.mmap(file.fileno(), BLOCKS * BLOCK_BYTES, access=mmap.ACCESS_READ)
        self._blocks = np.frombuffer(memory, np.uint8).reshape(BLOCKS, BLOCK_BYTES)
        unlinked(blocks)
