"""What pixels of a picture mean: grey values, labels by palette, colours to be mapped, or alpha."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from unet_core.errors import InputError
from unet_core.events import Option
from unet_core.io.parts import COLOURS
from unet_core.io.request import ALPHA, LUMINANCE, NeedsChoice
from unet_core.io.sieve import luminance

_MOST_COLOURS = 32
_MOST_SHOWN = 4
_HIGHEST_INDEX = 32
"""Palettes of annotation programs number their labels from 0; no data set has more labels."""


@dataclass(frozen=True)
class Picture:
    """A decoded picture.

    Attributes:
        name: Of its file, for sentences.
        image: Unpacked.
        dtype: Of its numbers, where its file says so (TIFF); "" for the usual of its mode.
    """

    name: str
    image: Image.Image
    dtype: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether it has one grey value a pixel."""
        return self.image.mode in ("L", "1", "I", "F") or self.image.mode.startswith("I;16")

    @cached_property
    def rgb(self) -> NDArray[np.uint8]:
        """(Y, X, 3)."""
        return np.asarray(self.image.convert("RGB"))

    @cached_property
    def codes(self) -> NDArray[np.int32]:
        """(Y, X) of 0xRRGGBB."""
        wide = self.rgb.astype(np.int32)
        codes: NDArray[np.int32] = (wide[..., 0] << 16) | (wide[..., 1] << 8) | wide[..., 2]
        return codes

    @cached_property
    def alpha(self) -> NDArray[np.uint8] | None:
        """(Y, X) transparency where any pixel is transparent, else None."""
        if self.image.mode not in ("LA", "La", "RGBA", "RGBa", "PA") and (
            "transparency" not in self.image.info
        ):
            return None
        plane = np.asarray(self.image.convert("RGBA"))[..., 3]
        return None if int(plane.min()) == 255 else plane

    @cached_property
    def indices(self) -> NDArray[np.uint8] | None:
        """(Y, X) palette indices where they number labels: few, coloured, the first one black."""
        if self.image.mode != "P":
            return None
        indices = np.asarray(self.image)
        palette = self.image.getpalette("RGB") or []
        numbered = int(indices.max(initial=0)) <= _HIGHEST_INDEX and palette[:3] == [0, 0, 0]
        return indices if numbered and not _is_grey(self.rgb) else None


def _is_grey(rgb: NDArray[np.uint8]) -> bool:
    red = rgb[..., 0]
    return np.array_equal(red, rgb[..., 1]) and np.array_equal(red, rgb[..., 2])


def has_colour(picture: Picture) -> bool:
    """Whether its pixels are neither grey values nor numbers of labels."""
    return not picture.is_plain and picture.indices is None and not _is_grey(picture.rgb)


def scan_plane(picture: Picture, part: str | None) -> NDArray[Any]:
    """(Y, X) of a scan: its grey values, or a channel or the brightness of colours."""
    if picture.is_plain:
        return _plain(picture)
    if part in COLOURS:
        return np.ascontiguousarray(picture.rgb[..., COLOURS.index(part)])
    if _is_grey(picture.rgb):
        return np.ascontiguousarray(picture.rgb[..., 0])
    return luminance(picture.rgb).astype(np.uint8)


def mask_plane(picture: Picture, part: str | None, *, in_colour: bool) -> NDArray[Any]:
    """(Y, X) of a mask: grey values, numbers of a palette, 0xRRGGBB or transparency.

    Raises:
        NeedsChoice: If some pixels are transparent and nothing says whether that is the mask.
    """
    if in_colour:
        return picture.codes
    if picture.is_plain and picture.alpha is None:
        return _plain(picture)
    if picture.alpha is not None and part is None and picture.indices is None:
        options = (
            Option("Read its transparency as the mask", {"part": ALPHA}),
            Option("Read its grey values, whether transparent or not", {"part": LUMINANCE}),
        )
        raise NeedsChoice(picture.name, "has transparent pixels", options)
    if part == ALPHA:
        return (
            picture.alpha if picture.alpha is not None else np.full_like(picture.rgb[..., 0], 255)
        )
    if picture.indices is not None:
        return picture.indices
    return scan_plane(picture, part)


def _plain(picture: Picture) -> NDArray[Any]:
    values = np.asarray(picture.image)
    if picture.image.mode == "1":
        return values.astype(np.uint8) * np.uint8(255)
    if picture.image.mode == "L":
        return values
    dtype = np.dtype(picture.dtype or ("<f4" if picture.image.mode == "F" else "<u2"))
    return values.astype(dtype)


def count_colours(counts: Counter[int], picture: Picture) -> None:
    """Add a picture's 0xRRGGBB, a few more than can be labels at most."""
    codes, numbers = np.unique(picture.codes, return_counts=True)
    some = slice(_MOST_COLOURS + 1)
    counts.update(dict(zip(codes[some].tolist(), numbers[some].tolist(), strict=True)))


def offered_colours(name: str, counts: Counter[int]) -> InputError:
    """What to say of a mask in colours: a mapping to agree to, or why there is none."""
    if len(counts) > _MOST_COLOURS:
        fault = f"is coloured with more than {_MOST_COLOURS} colours, as a photograph is"
        return InputError(name, fault, "save the mask with one whole number a label, as PNG")
    background = 0 if 0 in counts else counts.most_common(1)[0][0]
    found = [code for code, _ in counts.most_common() if code != background]
    options = [_option(background, found)]
    if len(found) == 2:
        options.append(_option(background, found[::-1]))
    fault = f"looks like colours, {len(counts)} found, which does not say what label is meant"
    return NeedsChoice(name, fault, tuple(options))


def _option(background: int, codes: list[int]) -> Option:
    listed = ", ".join(f"{hexadecimal(code)} as {n}" for n, code in enumerate(codes, 1))
    if len(codes) > _MOST_SHOWN:
        listed = f"{len(codes)} colours as labels 1 to {len(codes)}, the largest first"
    mapping = {background: 0} | {code: number for number, code in enumerate(codes, 1)}
    return Option(f"Read {listed}", {"value_map": mapping})


def hexadecimal(code: int) -> str:
    """A colour as people write it.

    >>> hexadecimal(0xFF0080)
    '#ff0080'
    """
    return f"#{code:06x}"
