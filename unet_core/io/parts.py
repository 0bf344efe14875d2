"""Which of several volumes in one file: the question, and the answer that ``part`` gives."""

from unet_core.errors import InputError
from unet_core.io.headers import Part
from unet_core.io.request import LUMINANCE, MOST_OPTIONS, chosen_number, needs_part

COLOURS = ("red", "green", "blue")


def numbered_part(name: str, fault: str, noun: str, count: int, wish: str | None) -> int:
    """Which frame, component or layer is wanted, from 0.

    Raises:
        NeedsChoice: If none was chosen.
        InputError: If there is no such thing.
    """
    if wish is not None:
        return chosen_number(name, wish, count, noun)
    labels = {str(n): f"Open {noun} {n} of {count}" for n in range(1, min(count, MOST_OPTIONS) + 1)}
    raise needs_part(name, fault, labels)


def colour_part(name: str, channels: int, wish: str | None) -> Part:
    """One channel, or the brightness, of a volume in red, green, blue (and alpha).

    Raises:
        NeedsChoice: If none was chosen.
        InputError: If there is no such channel.
    """
    if wish is None:
        labels = {LUMINANCE: "Open its brightness"}
        labels |= {colour: f"Open its {colour} channel" for colour in COLOURS}
        raise needs_part(name, "is in colour (red, green and blue in every voxel)", labels)
    if wish == LUMINANCE:
        return Part(channels=channels, channel=None)
    if wish in COLOURS:
        return Part(channels=channels, channel=COLOURS.index(wish))
    listed = ", ".join((LUMINANCE, *COLOURS))
    raise InputError(name, f'has no channel "{wish[:20]}"', f"choose one of {listed}")


def channel_part(name: str, channels: int, wish: str | None) -> Part:
    """One of several values in every voxel, of which nothing says that they are colours.

    Raises:
        NeedsChoice: If none was chosen.
        InputError: If there is no such channel.
    """
    if channels in (3, 4) and wish is not None and not wish.isdigit():
        return colour_part(name, channels, wish)
    fault = f"holds {channels} values in every voxel (colours, echoes or segments that overlap)"
    return Part(channels=channels, channel=numbered_part(name, fault, "channel", channels, wish))
