"""PNG, JPEG and TIFF slices: a stack of pictures as one volume, without scale or orientation."""

import hashlib
import warnings
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from unet_core.errors import InputError
from unet_core.events import Progress
from unet_core.io import png, tiff
from unet_core.io.colours import (
    Picture,
    count_colours,
    has_colour,
    mask_plane,
    offered_colours,
    scan_plane,
)
from unet_core.io.headers import (
    LARGEST_SIDE,
    Header,
    checked_size,
    display_name,
    open_regular,
)
from unet_core.io.payload import Memory
from unet_core.io.request import Request
from unet_core.volume import Geometry, Voxels

_FORMATS = ("PNG", "JPEG", "TIFF")
_TIFF = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_KNOWN = (b"\x89PNG", b"\xff\xd8\xff", *_TIFF)
_REPORT_EVERY = 8
_DECODING = (
    UnidentifiedImageError,
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    KeyError,
    IndexError,
    TypeError,
    OverflowError,
)
"""What Pillow raises on damaged pictures."""


@dataclass(frozen=True)
class Stack:
    """Pictures read: a header as other formats have it, voxels, and names."""

    header: Header
    voxels: Voxels
    sha256: str
    name: str


@dataclass(frozen=True)
class _Page:
    """One picture: a file, and which page of it."""

    path: Path
    index: int = 0
    layout: tiff.Page | None = None

    @property
    def dtype(self) -> str:
        """Numbers of a TIFF page; empty for other pictures."""
        return self.layout.dtype if self.layout else ""


def memory_limit(paths: tuple[Path, ...]) -> int:
    """Bytes a child may take for these pictures: by the size of the first, for all must match."""
    width, height = _size(paths[0])
    count = len(paths) if len(paths) > 1 else len(_pages(paths))
    return 16 * width * height * (count + 8)


def read_stack(request: Request, memory: Memory) -> Generator[Progress, None, Stack]:
    """Pictures in slice order, as (Z, Y, X) uint8 (uint16, int16 or float32 where they are that).

    A mask in colours is (Z, Y, X) int32 of 0xRRGGBB.

    Raises:
        InputError: If one is damaged, of another size, or an impossible mask.
        NeedsChoice: If a mask is in colours, or transparent, and nothing says what is meant.
    """
    paths = request.paths
    pages = _pages(paths)
    width, height = _size(paths[0])
    name = display_name(paths[0])
    if len(paths) > 1:
        name = f"{name} to {display_name(paths[-1])}"
    size = checked_size(name, (width, height, len(pages)), 1)
    sha256 = _sha256(paths[0])
    coloured = 0
    if request.as_mask is True:
        coloured = yield from _colours_in(pages, request, (width, height), name)
    voxels: NDArray[Any] | None = None
    for index, page in enumerate(pages):
        with _decoded(page, (width, height), display_name(paths[0])) as picture:
            if request.as_mask is True:
                plane = mask_plane(picture, request.part, in_colour=coloured > 0)
            else:
                coloured += has_colour(picture)
                plane = scan_plane(picture, request.part)
        if voxels is None:
            voxels = memory.empty((len(pages), height, width), plane.dtype)
        if plane.dtype != voxels.dtype:
            raise InputError(
                display_name(page.path),
                "has another bit depth than the slices before",
                "export alike",
            )
        voxels[index] = plane
        if index % _REPORT_EVERY == _REPORT_EVERY - 1:
            yield Progress(index + 1, len(pages), f"Reading {display_name(page.path)}")
    assert voxels is not None
    _refuse_holes(name, voxels)
    header = Header(
        paths[0],
        "pictures",
        Geometry(size, has_scale=False, has_orientation=False),
        voxels.dtype,
        paths[0],
        notices=_notices(request, coloured, len(pages)),
    )
    return Stack(header, voxels, sha256, name)


def _notices(request: Request, coloured: int, count: int) -> tuple[str, ...]:
    notices: tuple[str, ...] = ("Pictures have no voxel size: sizes in mm and ml are not shown.",)
    if coloured and request.as_mask is not True:
        shown = request.part or "brightness"
        notices += (f"{coloured} of {count} pictures are coloured; their {shown} is shown.",)
    return notices


def _refuse_holes(name: str, voxels: Voxels) -> None:
    if voxels.dtype.kind == "f" and not all(bool(np.isfinite(plane).all()) for plane in voxels):
        raise InputError(name, "holds pixels that are no numbers", "replace them before opening it")


def read_mask_values(path: Path) -> NDArray[Any]:
    """(Z, Y, X) pixels of one mask picture, or of all pages of one file.

    Raises:
        InputError: As ``read_stack``.
        NeedsChoice: As ``read_stack``.
    """
    request = Request((path,), as_mask=True)
    size = _size(path)
    planes = []
    for page in _pages((path,)):
        with _decoded(page, size, "") as picture:
            if has_colour(picture) and request.part is None:
                found: Counter[int] = Counter()
                count_colours(found, picture)
                raise offered_colours(display_name(path), found)
            planes.append(mask_plane(picture, None, in_colour=False))
    return np.stack(planes)


def _colours_in(
    pages: list[_Page], request: Request, size: tuple[int, int], name: str
) -> Generator[Progress, None, int]:
    """How many pictures of a mask are in colour; asks what the colours mean where nobody said."""
    if request.part is not None:
        return 0
    found: Counter[int] = Counter()
    for index, page in enumerate(pages):
        with _decoded(page, size, display_name(request.paths[0])) as picture:
            if has_colour(picture):
                count_colours(found, picture)
        if index % _REPORT_EVERY == _REPORT_EVERY - 1:
            yield Progress(index + 1, 2 * len(pages), f"Looking at {display_name(page.path)}")
        if found and request.value_map is not None:
            return 1
    if found:
        raise offered_colours(name, found)
    return 0


def _pages(paths: tuple[Path, ...]) -> list[_Page]:
    """The pages of one file, or one page of each of several."""
    pages: list[_Page] = []
    for path in paths:
        found = tiff.pages_of(path) if _is_tiff(path) else ()
        if len(paths) > 1 and len(found) > 1:
            fault = f"holds {len(found)} pages where one slice belongs"
            raise InputError(display_name(path), fault, "open it alone")
        pages += [_Page(path, i, page) for i, page in enumerate(found)] or [_Page(path)]
    return pages


def _is_tiff(path: Path) -> bool:
    with open_regular(path) as file:
        return file.read(4) in _TIFF


def _sha256(path: Path) -> str:
    with open_regular(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    name = display_name(path)
    with open_regular(path) as file:
        head = file.read(4)
        file.seek(0)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                warnings.simplefilter("error", Image.DecompressionBombWarning)
                image = Image.open(file, formats=_FORMATS)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise _too_large(name) from None
        except _DECODING:
            known = head.startswith(_KNOWN)
            kind = "a damaged picture" if known else "no picture"
            raise InputError(name, f"is {kind}", "choose PNG, JPEG or TIFF slices") from None
        with image:
            if max(image.size) > LARGEST_SIDE:
                raise _too_large(name)
            yield image


def _too_large(name: str) -> InputError:
    return InputError(
        name, f"is larger than {LARGEST_SIDE} x {LARGEST_SIDE} pixels", "open a smaller picture"
    )


def _size(path: Path) -> tuple[int, int]:
    if _is_tiff(path):
        page = tiff.pages_of(path)[0]
        return page.width, page.height
    with _opened(path) as image:
        return image.size


@contextmanager
def _decoded(page: _Page, size: tuple[int, int], like: str) -> Iterator[Picture]:
    """One picture, unpacked, of the size expected."""
    name = display_name(page.path)
    with _opened(page.path) as image:
        if image.format == "PNG":
            with open_regular(page.path) as file:
                png.check(name, file)
        elif page.layout is not None:
            tiff.check_unpacked(page.path, page.layout)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                if page.dtype:
                    image.seek(page.index)
                elif getattr(image, "n_frames", 1) > 1:
                    raise InputError(name, "is an animated picture", "export single slices")
                if image.size == size:
                    image.load()
        except _DECODING:
            raise InputError(
                name, "is a cut or damaged picture", "copy it again from its source"
            ) from None
        if image.size != size:
            raise InputError(
                name,
                f"is {image.size[0]} x {image.size[1]} pixels, unlike the "
                f"{size[0]} x {size[1]} of {like}",
                "leave it out or export all slices alike",
            )
        yield Picture(name, image, page.dtype)
