"""The grey windows that a DICOM series suggests for looking at it."""

import math
from collections.abc import Sequence

from unet_core.io.dicom_header import SliceHeader

_MOST = 6
_LARGEST = 1e6


def windows_of(slices: Sequence[SliceHeader]) -> tuple[tuple[float, float], ...]:
    """(width, level) in rescaled values, the first being the one meant; of the middle slice.

    By Window Center and Window Width of DICOM PS3.3 C.11.2.1.2, each of which may hold several
    values. What is damaged suggests nothing: a scan opens without them as well.
    """
    header = slices[len(slices) // 2]
    levels, widths = _numbers(header.window_level), _numbers(header.window_width)
    if len(levels) != len(widths):
        return ()
    sound = (
        (width, level)
        for width, level in zip(widths, levels, strict=True)
        if 1 <= width <= _LARGEST and abs(level) <= _LARGEST
    )
    return tuple(dict.fromkeys(sound))[:_MOST]


def _numbers(text: str) -> list[float]:
    r"""Decimals parted by backslashes; none at all if one is no number.

    >>> _numbers("40\\ 80 "), _numbers(""), _numbers("40\\wide")
    ([40.0, 80.0], [], [])
    """
    try:
        numbers = [float(part) for part in text.split("\\")] if text.strip() else []
    except ValueError:
        return []
    return numbers if all(math.isfinite(number) for number in numbers) else []
