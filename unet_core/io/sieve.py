"""The bytes of one frame or channel out of a file that holds several, piece by piece."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from unet_core.io.headers import WHOLE, Header

Write = Callable[[bytes | memoryview], None]
LUMINANCE_WEIGHTS = (0.299, 0.587, 0.114)
"""Of red, green and blue (ITU-R BT.601)."""


def sieve(header: Header, write: Write) -> Write:
    """What to call with all bytes of a file's voxels, so that ``write`` gets those of the part."""
    part = header.part
    if part == WHOLE:
        return write
    if part.channels > 1:
        write = _Channel(header, write)
    if part.frames == 1:
        return write
    return _Frame(part.frame, header.data_bytes * part.channels, write)


class _Frame:
    """Lets one of several equal blocks through."""

    def __init__(self, frame: int, frame_bytes: int, write: Write) -> None:
        self._start, self._stop = frame * frame_bytes, (frame + 1) * frame_bytes
        self._seen, self._write = 0, write

    def __call__(self, piece: bytes | memoryview) -> None:
        first = max(self._start - self._seen, 0)
        last = min(self._stop - self._seen, len(piece))
        self._seen += len(piece)
        if first < last:
            self._write(memoryview(piece)[first:last])


class _Channel:
    """Lets one of several values a voxel through, or their luminance."""

    def __init__(self, header: Header, write: Write) -> None:
        self._dtype, self._part = header.dtype, header.part
        self._voxel_bytes = header.dtype.itemsize * header.part.channels
        self._rest, self._write = b"", write

    def __call__(self, piece: bytes | memoryview) -> None:
        if self._rest:
            piece = self._rest + bytes(piece)
        whole = len(piece) - len(piece) % self._voxel_bytes
        self._rest = bytes(piece[whole:])
        if whole:
            values = np.frombuffer(piece[:whole], self._dtype).reshape(-1, self._part.channels)
            self._write(self._picked(values).tobytes())

    def _picked(self, values: NDArray[Any]) -> NDArray[Any]:
        if self._part.channel is not None:
            return np.ascontiguousarray(values[:, self._part.channel])
        return luminance(values).astype(self._dtype)


def luminance(values: NDArray[Any]) -> NDArray[np.float64]:
    """Brightness of (..., 3 or 4) red, green, blue (and alpha, left out), whole for integers."""
    grey: NDArray[np.float64] = values[..., :3] @ np.asarray(LUMINANCE_WEIGHTS)
    return np.rint(grey) if values.dtype.kind in "iu" else grey
