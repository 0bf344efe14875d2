"""Colour pictures of DICOM files: one of their channels, or their brightness.

How colours lie in a file is DICOM PS3.3 C.7.6.3.1.2 and C.7.6.3.1.3.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from unet_core.io.dicom_header import SliceHeader, refused
from unet_core.io.headers import WHOLE, Part
from unet_core.io.parts import COLOURS, colour_part
from unet_core.io.request import LUMINANCE
from unet_core.io.sieve import luminance

_LAID_OUT = ("RGB", "YBR_FULL", "YBR_FULL_422")
_SPACES = (*_LAID_OUT, "YBR_RCT", "YBR_ICT")
_HALVED = "YBR_FULL_422"
"""Two pixels share their colour: four bytes hold both."""
_TO_RGB = np.array([[1.0, 1.0, 1.0], [0.0, -0.344136, 1.772], [1.402, -0.714136, 0.0]])
"""From brightness and the two colour differences, less 128 (the same section)."""


def is_coloured(header: SliceHeader) -> bool:
    """Whether a picture holds red, green and blue, in whatever way."""
    return header.samples == 3 and header.photometric in _SPACES


def check(header: SliceHeader, *, packed: bool) -> None:
    """Refuse colours of more than eight bits, and kinds that nothing here takes apart.

    Raises:
        InputError: If it is one of them.
    """
    bits, remedy = header.bits_allocated, "export it in grey values"
    if bits != 8 or header.bits_stored != 8:
        raise refused(header, f"holds colours of {header.bits_stored} of {bits} bits", remedy)
    odd = header.photometric == _HALVED and header.columns % 2
    if not packed and (header.photometric not in _LAID_OUT or odd):
        raise refused(header, f"holds colours as {header.photometric}, unpacked", remedy)


def wished(part: str | None) -> tuple[str | None, str | None]:
    """The colour and the picture that a ``part`` names.

    >>> wished("red,3"), wished("luminance"), wished("stack"), wished(None)
    (('red', '3'), ('luminance', None), (None, 'stack'), (None, None))
    """
    if part is None:
        return None, None
    colour, _, rest = part.partition(",")
    return (colour, rest or None) if colour in (LUMINANCE, *COLOURS) else (None, part)


def chosen(name: str, header: SliceHeader, colour: str | None) -> Part:
    """What to take of each pixel; all of it where it is not coloured.

    Raises:
        NeedsChoice: If it is, and no channel was chosen.
    """
    return colour_part(name, header.samples, colour) if is_coloured(header) else WHOLE


def values_in(header: SliceHeader) -> int:
    """Numbers of one picture as it lies in the file, unpacked."""
    each = 2 if header.photometric == _HALVED and header.samples == 3 else header.samples
    return header.rows * header.columns * each


def red_green_blue(header: SliceHeader, stored: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(Y, X, 3) of the numbers of an unpacked picture."""
    shape = (header.rows, header.columns, 3)
    if header.photometric == _HALVED:
        pairs = stored.reshape(-1, 4)
        colours = np.empty((len(pairs), 2, 3), np.uint8)
        colours[:, :, 0], colours[:, :, 1:] = pairs[:, :2], pairs[:, None, 2:]
        picture = colours.reshape(shape)
    elif header.planar:
        picture = np.moveaxis(stored.reshape(3, *shape[:2]), 0, 2)
    else:
        picture = stored.reshape(shape)
    if header.photometric == "RGB":
        return picture
    exact = (picture - np.array([0.0, 128.0, 128.0])) @ _TO_RGB
    whole: NDArray[np.uint8] = np.clip(np.rint(exact), 0, 255).astype(np.uint8)
    return whole


def picked(picture: NDArray[Any], part: Part) -> NDArray[np.uint8]:
    """(Y, X) of one channel, or the brightness, of (Y, X, 3) red, green and blue."""
    if part.channel is not None:
        return np.ascontiguousarray(picture[..., part.channel], np.uint8)
    return luminance(picture).astype(np.uint8)
