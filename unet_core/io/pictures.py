"""PNG and JPEG slices: a stack of pictures as one volume, without scale or orientation."""

import hashlib
import warnings
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from unet_core.errors import InputError
from unet_core.events import Progress
from unet_core.io.headers import LARGEST_SIDE, Header, checked_size, display_name, open_regular
from unet_core.io.payload import Memory
from unet_core.volume import Geometry, Voxels

_FORMATS = ("PNG", "JPEG")
_LUMINANCE = (0.299, 0.587, 0.114)
"""ITU-R BT.601 weights of red, green and blue."""


@dataclass(frozen=True)
class Stack:
    """Pictures read: a header as other formats have it, voxels, and names."""

    header: Header
    voxels: Voxels
    sha256: str
    name: str


def memory_limit(paths: tuple[Path, ...]) -> int:
    """Bytes a child may take for these pictures: by the size of the first, for all must match."""
    width, height = _size(paths[0])
    return 16 * width * height * (len(paths) + 8)


def read_stack(
    paths: tuple[Path, ...], memory: Memory, *, as_mask: bool
) -> Generator[Progress, None, Stack]:
    """Pictures in slice order, as (Z, Y, X) uint8 (uint16 for 16-bit PNG).

    Raises:
        InputError: If one is damaged, of another size, or coloured where a mask is asked for.
    """
    width, height = _size(paths[0])
    name = display_name(paths[0])
    if len(paths) > 1:
        name = f"{name} to {display_name(paths[-1])}"
    size = checked_size(name, (width, height, len(paths)), 1)
    first, digest, _ = _plane(paths[0], as_mask=as_mask)
    voxels = memory.empty((len(paths), height, width), first.dtype)
    coloured = 0
    for index, path in enumerate(paths):
        if _size(path) != (width, height):
            other_width, other_height = _size(path)
            raise InputError(
                display_name(path),
                f"is {other_width} x {other_height} pixels, unlike the {width} x {height} of "
                f"{display_name(paths[0])}",
                "leave it out or export all slices alike",
            )
        plane, digest, is_coloured = _plane(path, as_mask=as_mask)
        if plane.dtype != first.dtype:
            raise InputError(
                display_name(path), "has another bit depth than the slices before", "export alike"
            )
        coloured += is_coloured
        voxels[index] = plane
        if index % 8 == 7:
            yield Progress(index + 1, len(paths), f"Reading {display_name(path)}")
    notices: tuple[str, ...] = ("Pictures have no voxel size: sizes in mm and ml are not shown.",)
    if coloured:
        notices += (
            f"{coloured} of {len(paths)} pictures are coloured; their brightness is shown.",
        )
    geometry = Geometry(size, has_scale=False, has_orientation=False)
    header = Header(paths[0], "pictures", geometry, first.dtype, paths[0], notices=notices)
    return Stack(header, voxels, digest, name)


def read_mask_values(path: Path) -> NDArray[Any]:
    """(Y, X) pixels of one mask picture.

    Raises:
        InputError: As ``read_stack``.
    """
    return _plane(path, as_mask=True)[0]


def _opened(path: Path) -> Image.Image:
    name = display_name(path)
    with open_regular(path) as file:
        head = file.read(24)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(path, formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_large(name) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        known = head.startswith((b"\x89PNG", b"\xff\xd8\xff"))
        kind = "a damaged picture" if known else "no picture"
        raise InputError(name, f"is {kind}", "choose PNG or JPEG slices") from None
    if max(image.size) > LARGEST_SIDE:
        image.close()
        raise _too_large(name)
    return image


def _too_large(name: str) -> InputError:
    return InputError(
        name, f"is larger than {LARGEST_SIDE} x {LARGEST_SIDE} pixels", "open a smaller picture"
    )


def _size(path: Path) -> tuple[int, int]:
    with _opened(path) as image:
        return image.size


def _plane(path: Path, *, as_mask: bool) -> tuple[NDArray[Any], str, bool]:
    """(Y, X) pixels, the file's SHA-256, and whether it was coloured."""
    name = display_name(path)
    with open_regular(path) as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    with _opened(path) as image:
        if getattr(image, "n_frames", 1) > 1:
            raise InputError(name, "is an animated picture", "export single slices")
        try:
            image.load()
        except (OSError, SyntaxError, ValueError, EOFError):
            raise InputError(
                name, "is a cut or damaged picture", "copy it again from its source"
            ) from None
        return _grey(name, image, digest, as_mask=as_mask)


def _grey(
    name: str, image: Image.Image, digest: str, *, as_mask: bool
) -> tuple[NDArray[Any], str, bool]:
    if image.mode in ("I;16", "I;16B", "I"):
        return np.asarray(image).astype("<u2"), digest, False
    if image.mode == "1":
        return np.asarray(image, dtype=np.uint8) * np.uint8(255), digest, False
    if image.mode == "P" and as_mask and _is_index_mask(image):
        return np.asarray(image), digest, False
    if image.mode == "L":
        return np.asarray(image), digest, False
    if image.mode in ("LA", "La"):
        return np.asarray(image)[..., 0], digest, False
    rgb = np.asarray(image.convert("RGB"))
    red, green, blue = rgb[..., 0], rgb[..., 1], rgb[..., 2]
    if np.array_equal(red, green) and np.array_equal(red, blue):
        return red, digest, False
    if as_mask:
        colours = len(np.unique(rgb.reshape(-1, 3)[::7], axis=0))
        raise InputError(
            name,
            f"is coloured (at least {colours} colours), which does not say what label is meant",
            "save it with grey values 1 for liver and 2 for tumour",
        )
    return np.rint(rgb @ np.asarray(_LUMINANCE)).astype(np.uint8), digest, True


def _is_index_mask(image: Image.Image) -> bool:
    """Whether a palette picture's indices are label numbers, as annotation programs write them."""
    return int(np.asarray(image).max(initial=0)) <= 32
