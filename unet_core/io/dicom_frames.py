"""Frames of a multi-frame DICOM file as slices: what its functional groups say of each.

Of DICOM PS3.3 C.7.6.16; values shared by all frames are overruled by those of a frame.
"""

from collections.abc import Mapping
from dataclasses import replace

from unet_core.io.dicom_bytes import Damage
from unet_core.io.dicom_elements import Elements, items_of, walk
from unet_core.io.dicom_header import SliceHeader, refused
from unet_core.io.headers import open_regular

_SHARED, _PER_FRAME = 0x52009229, 0x52009230
_GROUPS: Mapping[int, Mapping[str, int]] = {
    0x00209113: {"position": 0x00200032},
    0x00209116: {"orientation": 0x00200037},
    0x00289110: {
        "pixel_spacing": 0x00280030,
        "thickness": 0x00180050,
        "slice_step": 0x00180088,
    },
    0x00289145: {
        "intercept": 0x00281052,
        "slope": 0x00281053,
        "rescale_type": 0x00281054,
    },
    0x00289132: {"window_level": 0x00281050, "window_width": 0x00281051},
    0x00209111: {
        "stack": 0x00209056,
        "in_stack": 0x00209057,
        "temporal": 0x00209128,
        "acquisition": 0x00209156,
    },
}
"""Sequences with what is taken from them: plane position, orientation, pixel measures, value
transformation, grey window, frame content."""
_UNSIGNED = ("in_stack", "temporal", "acquisition")
_FIELDS = frozenset(tag for fields in _GROUPS.values() for tag in fields.values())
_MOST_FRAMES = 50_000


def frames_of(header: SliceHeader) -> list[SliceHeader]:
    """One header for each frame.

    Raises:
        InputError: If the number of frames is impossible, or is not that of its groups.
    """
    if not 1 <= header.frames <= _MOST_FRAMES:
        raise refused(header, f"says it has {header.frames:,} frames", "export the series again")
    try:
        shared, own = _groups(header)
    except Damage as damage:
        raise refused(header, f"is damaged: it {damage}", "copy it again from its source") from None
    if own and len(own) != header.frames:
        raise refused(
            header,
            f"describes {len(own)} frames where it says it has {header.frames}",
            "export the series again",
        )
    if not own:
        own = [{}] * header.frames
    return [_frame(header, index, {**shared, **said}) for index, said in enumerate(own)]


def _groups(header: SliceHeader) -> tuple[dict[str, str], list[dict[str, str]]]:
    with open_regular(header.path) as file:
        found = walk(file, (), (_SHARED, _PER_FRAME))
    if found is None or found.damage:
        raise Damage("changed while it was read")
    both = [
        [_said(item) for item in items_of(found.sequences[tag], found, (), tuple(_GROUPS))]
        if tag in found.sequences
        else []
        for tag in (_SHARED, _PER_FRAME)
    ]
    return (both[0][0] if both[0] else {}), both[1]


def _said(frame: Elements) -> dict[str, str]:
    said: dict[str, str] = {}
    for tag, fields in _GROUPS.items():
        for item in items_of(frame.sequences.get(tag, b""), frame, _FIELDS)[:1]:
            for key, place in fields.items():
                if place not in item.values:
                    continue
                value = item.values[place]
                order = "little" if item.order == "<" else "big"
                said[key] = (
                    str(int.from_bytes(value, order))  # type: ignore[arg-type]
                    if key in _UNSIGNED
                    else item.text(place)
                )
    return said


def _frame(header: SliceHeader, index: int, said: Mapping[str, str]) -> SliceHeader:
    acquisition, temporal, _, contrast, *times = header.phase
    placed = "position" in said
    return replace(
        header,
        frame=index,
        instance=str(index + 1) if not placed else said.get("in_stack", ""),
        position=said.get("position", header.position if header.frames == 1 else ""),
        orientation=said.get("orientation", header.orientation),
        pixel_spacing=said.get("pixel_spacing", header.pixel_spacing),
        thickness=said.get("thickness", header.thickness),
        slice_step=said.get("slice_step", header.slice_step),
        slope=said.get("slope", header.slope),
        intercept=said.get("intercept", header.intercept),
        rescale_type=said.get("rescale_type", header.rescale_type),
        window_level=said.get("window_level", header.window_level),
        window_width=said.get("window_width", header.window_width),
        phase=(
            said.get("acquisition", acquisition),
            said.get("temporal", temporal),
            said.get("stack", ""),
            contrast,
            *times,
        ),
    )
