"""Pixels of a planned DICOM volume: each slice rescaled by its own header, in file order."""

from collections.abc import Generator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from unet_core.events import Progress
from unet_core.io.dicom_header import SliceHeader, named, refused
from unet_core.io.dicom_packed import BY_GDCM, stream_is_signed
from unet_core.io.dicom_stored import StoredPictures
from unet_core.io.dicom_straight import Straightener
from unet_core.io.dicom_volume import Plan, decimals
from unet_core.io.headers import Part, display_name
from unet_core.io.payload import Memory
from unet_core.volume import Voxels

_INT16 = (-32768, 32767)
_CT_AIR = -1024


class _TooWide(Exception):
    """A value does not fit 16 bits."""


def read_pixels(
    plan: Plan, memory: Memory, *, as_mask: bool = False
) -> Generator[Progress, None, tuple[Voxels, tuple[str, ...]]]:
    """(Z, Y, X) rescaled voxels, int16 where all are whole and fit, and sentences about them.

    Args:
        plan: The volume.
        memory: Makes the result's array.
        as_mask: Take the nearest value instead of a mixture where slices are resampled.

    Raises:
        InputError: If a slice is cut, packed in an unknown way, or scaled impossibly.
    """
    unlike = {(h.pixel_tag, h.slope, h.intercept, h.by_table): h for h in plan.slices}
    if all(_is_whole(header) for header in unlike.values()):
        try:
            return (yield from _read(plan, memory, np.dtype("<i2"), as_mask=as_mask))
        except _TooWide:
            pass
    return (yield from _read(plan, memory, np.dtype("<f4"), as_mask=as_mask))


def _read(
    plan: Plan, memory: Memory, dtype: np.dtype[Any], *, as_mask: bool
) -> Generator[Progress, None, tuple[Voxels, tuple[str, ...]]]:
    filling = memory.filling(plan.header.geometry.shape_zyx, dtype)
    rescaler = _Rescaler(dtype, plan.colour)
    edge = _edge(plan) if not as_mask else 0.0
    straight = Straightener(plan, dtype, edge, nearest=as_mask) if plan.row else None
    size = plan.slices[0].rows * plan.slices[0].columns * dtype.itemsize
    try:
        for index, header in enumerate(plan.slices):
            room = filling.room(size) if straight is None else None
            plane = rescaler.plane(header, room)
            pieces = straight.add(index, plane) if straight else (plane,)
            for piece in pieces if room is None else ():
                filling.write(piece.reshape(-1).view(np.uint8).data)
            if index % 8 == 7:
                name = display_name(plan.header.path)
                yield Progress(index + 1, len(plan.slices), f"Reading {name}")
        voxels = filling.array()
    finally:
        filling.discard()
    said = rescaler.notices(plan.slices)
    if straight:
        said += (f"Places no slice covers hold {edge:g}.",)
    return voxels, said


def _edge(plan: Plan) -> float:
    """What fills the corners that a straight grid adds."""
    first = plan.slices[0]
    if first.modality != "CT":
        return 0.0
    slope, intercept = _scaling(first)
    padded = _CT_AIR if first.padding is None else first.padding * slope + intercept
    return float(np.clip(padded, *_INT16))


class _Rescaler:
    """Turns stored numbers into values, and remembers what is odd about them."""

    def __init__(self, dtype: np.dtype[Any], colour: Part) -> None:
        self._stored = StoredPictures(colour)
        self._result = np.empty((0, 0), dtype)
        self._scales: dict[tuple[str, str], tuple[float, float]] = {}
        self._padded: SliceHeader | None = None
        self._outside: list[SliceHeader] = []
        self._wrapped: list[SliceHeader] = []

    def plane(self, header: SliceHeader, room: NDArray[np.uint8] | None = None) -> NDArray[Any]:
        """(Y, X) values, good until the next call.

        Args:
            header: The slice.
            room: Where to put them; None for memory of its own.

        Raises:
            _TooWide: If one does not fit the type asked for.
        """
        stored = self._stored.read(header)
        if room is not None:
            self._result = room.view(self._result.dtype).reshape(stored.shape)
        elif self._result.shape != stored.shape:
            self._result = np.empty(stored.shape, self._result.dtype)
        texts = (header.slope, header.intercept)
        if texts not in self._scales or header.by_table:
            self._scales[texts] = _scaling(header)
        slope, intercept = self._scales[texts]
        low, high = stored.min(), stored.max()
        if not (np.isfinite(low) and np.isfinite(high)):
            raise refused(header, "holds pixels that are no numbers", "export the series again")
        self._note(header, stored, float(low), float(high))
        if self._result.dtype.kind == "f":
            exact = stored.astype(np.float64)
            exact *= slope
            exact += intercept
            self._result[...] = exact
            return self._result
        ends = (int(low) * int(slope) + int(intercept), int(high) * int(slope) + int(intercept))
        if ends[0] < _INT16[0] or ends[1] > _INT16[1]:
            raise _TooWide
        if stored.dtype.itemsize == 2:
            # modulo 2^16 nothing is lost, because the results were found to fit
            values, factor, offset = stored.view(np.int16), _low_bits(slope), _low_bits(intercept)
            if factor != 1:
                values = np.multiply(values, factor, out=self._result)
            np.add(values, offset, out=self._result)
        else:
            wide = stored.astype(np.int64) * int(slope) + int(intercept)
            np.copyto(self._result, wide, casting="unsafe")
        return self._result

    def _note(self, header: SliceHeader, stored: NDArray[Any], low: float, high: float) -> None:
        padding = header.padding
        if self._padded is None and padding is not None and low <= padding <= high:
            self._padded = header if bool((stored == padding).any()) else None
        if stored.dtype.kind == "f" or header.bits_stored >= header.bits_allocated:
            full = stored.dtype.kind == "u" and stored.dtype.itemsize == 2
            if full and high >= 1 << 15 and header.modality == "CT":
                self._wrapped.append(header)
            return
        least = -(1 << (header.bits_stored - 1)) if header.signed else 0
        most = (1 << (header.bits_stored - header.signed)) - 1
        if low >= least and high <= most:
            return
        values = stored[stored != padding] if padding is not None else stored
        if values.size and (int(values.min()) < least or int(values.max()) > most):
            self._outside.append(header)

    def notices(self, slices: tuple[SliceHeader, ...]) -> tuple[str, ...]:
        """Sentences about what was met."""
        notices: list[str] = []
        if self._padded is not None and self._padded.padding is not None:
            slope, intercept = _scaling(self._padded)
            value = self._padded.padding * slope + intercept
            notices.append(f"Places outside the scan hold {value:g}, the file's padding value.")
        if self._outside:
            count = len(self._outside)
            notices.append(
                f"{count} {'slice holds' if count == 1 else 'slices hold'} numbers beyond the "
                f"{self._outside[0].bits_stored} bits they announce ({named(self._outside)})."
            )
        if self._wrapped:
            notices.append(
                f"{named(self._wrapped)} hold numbers above 32,767 though HU are far smaller: "
                "perhaps they are negative ones marked as unsigned."
            )
        if slices[0].syntax in BY_GDCM and stream_is_signed(slices[0]) != slices[0].signed:
            notices.append(
                "Packed pictures and their headers disagree about negative numbers: the headers "
                "were believed."
            )
        if any(h.modality == "CT" and not h.slope for h in slices):
            notices.append("The files do not say how values become HU; they are shown as stored.")
        return tuple(notices)


def _low_bits(number: float) -> np.int16:
    """The last 16 bits of a whole number."""
    return np.uint16(int(number) & 0xFFFF).view(np.int16)


def _is_whole(header: SliceHeader) -> bool:
    if header.pixel_tag != 0x7FE00010:
        return False
    slope, intercept = _scaling(header)
    return slope == int(slope) and intercept == int(intercept)


def _scaling(header: SliceHeader) -> tuple[float, float]:
    if header.by_table:
        raise refused(
            header,
            "scales its values by a table",
            "export the series with a rescale slope and intercept",
        )
    if not header.slope and not header.intercept:
        return 1.0, 0.0
    (slope,) = decimals(header, "slope", 1)
    (intercept,) = decimals(header, "intercept", 1)
    if not 1e-6 <= slope <= 1e6 or not abs(intercept) <= 1e6:
        raise refused(
            header, f"scales its values by {slope:g} and {intercept:g}", "export the series again"
        )
    return slope, intercept
