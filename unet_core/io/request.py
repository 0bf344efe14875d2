"""What was asked of the ``load`` door, and how a reader asks back."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from unet_core.errors import InputError
from unet_core.events import Offered, Option
from unet_core.volume import DicomSource, Geometry, Volume

Orientation = Literal["sform", "qform"]
LUMINANCE = "luminance"
ALPHA = "alpha"
MOST_OPTIONS = 64
_SWITCHES = {"threshold": 'switch on "threshold masks"'}
"""Settings that whole data sets are read with, by the name of their switch."""


@dataclass(frozen=True)
class Reference:
    """The open scan, without its voxels: where a mask must lie and what it was drawn on.

    Attributes:
        geometry: Grid of the scan.
        source: Its DICOM objects; None for other formats.
        name: What it is called on screen.
    """

    geometry: Geometry
    source: DicomSource | None = None
    name: str = ""

    @classmethod
    def of(cls, volume: Volume | None) -> "Reference | None":
        """Of an open scan; None where none is open."""
        return cls(volume.geometry, volume.source, volume.name) if volume is not None else None


@dataclass(frozen=True)
class Request:
    """The arguments of ``load``, as readers see them.

    Attributes:
        paths: One file or folder, or a stack of pictures in slice order.
        as_mask: True: it must be a mask. False: it is a scan. None: not known.
        series_uid: Which series of a DICOM folder.
        threshold: Cut a mask's soft edges at half.
        value_map: What each value of a mask means; for coloured pictures a value is 0xRRGGBB.
        part: Which of several volumes in one file: "7" is the seventh frame, layer or channel.
            Of colours: "red", "green", "blue", "luminance" or, for masks, "alpha".
        straighten: Resample what lies on no straight grid.
        orientation: Which of two places in space a NIfTI gives.
        reference: The open scan.
    """

    paths: tuple[Path, ...]
    as_mask: bool | None = None
    series_uid: str | None = None
    threshold: bool = False
    value_map: Mapping[int, int] | None = None
    part: str | None = None
    straighten: bool = False
    orientation: Orientation | None = None
    reference: Reference | None = None


class NeedsChoice(InputError):
    """A file that opens only in a way somebody must choose or agree to.

    Attributes:
        options: Ways to open it.
    """

    def __init__(self, subject: str, fault: str, options: tuple[Option, ...]) -> None:
        super().__init__(subject, fault, _remedy(options))
        self.options = options

    def __reduce__(self) -> tuple[Any, ...]:
        """Give all three arguments again on the way out of a child process."""
        return type(self), (self.subject, self.fault, self.options)

    @property
    def offered(self) -> Offered:
        """The event that asks."""
        return Offered(self.subject, self.fault, self.options)

    def with_part(self, before: str) -> "NeedsChoice":
        """The same question once something was chosen: every answer repeats that first."""
        options = tuple(
            Option(option.label, {**option.settings, "part": f"{before},{option.settings['part']}"})
            if "part" in option.settings
            else Option(option.label, {**option.settings, "part": before})
            for option in self.options
        )
        return NeedsChoice(self.subject, self.fault, options)

    @classmethod
    def of(cls, offered: Offered) -> "NeedsChoice":
        """The refusal where nobody can be asked."""
        return cls(offered.subject, offered.fault, offered.options)


def _remedy(options: tuple[Option, ...]) -> str:
    shown = [f'"{option.label}"' for option in options[:3]]
    if len(options) > 3:
        shown[2:] = [f'... or "{options[-1].label}"']
    listed = ", ".join(shown) if len(options) > 3 else " or ".join(shown)
    switches = {_SWITCHES[key] for option in options for key in option.settings if key in _SWITCHES}
    return " or ".join([f"open it with {listed}", *sorted(switches)])


def needs_part(name: str, fault: str, labels: Mapping[str, str]) -> NeedsChoice:
    """The question which of several volumes in one file to open.

    Args:
        name: The file's name.
        fault: What it holds, as a predicate.
        labels: What a button says, by ``part``; no more than 64 are offered.
    """
    options = [Option(label, {"part": part}) for part, label in labels.items()]
    return NeedsChoice(name, fault, tuple(options[:MOST_OPTIONS]))


def chosen_number(name: str, part: str, count: int, noun: str) -> int:
    """Which of ``count`` things a ``part`` names, from 0.

    Raises:
        InputError: If there is no such thing.

    >>> chosen_number("a.nii", "3", 5, "frame")
    2
    """
    number = int(part) if part.isascii() and part.isdigit() and len(part) < 10 else 0
    if not 1 <= number <= count:
        raise InputError(name, f'has no {noun} "{part[:20]}"', f"choose one of 1 to {count}")
    return number - 1
