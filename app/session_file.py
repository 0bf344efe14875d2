"""A working state as one small JSON file: which files, and how they were looked at.

It holds no voxels. Files are named by paths relative to its own folder, so that a folder moves as
a whole, and by SHA-256, so that another file under an old name is noticed.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar, cast, get_args

from app.document import (
    COMPARE_MODES,
    STATUSES,
    CompareMode,
    LabelLook,
    Measurement,
    MeasurementKind,
    Window,
)
from app.translation import tr
from unet_core.errors import InputError
from unet_core.io import atomic
from unet_core.io.headers import display_name
from unet_core.volume import Index, Label, Point, Role

FORMAT = 1
MOST_BYTES = 4_000_000
"""A session of a hundred masks with a hundred labels each is far below."""
_ROLES = get_args(Role)
_KINDS = get_args(MeasurementKind)
_POINTS = {"distance": 2, "angle": 3, "ellipse": 3, "note": 1}
T = TypeVar("T")
Setting = str | bool | Mapping[int, int]
"""What ``load`` can be told: a word, on or off, or what each value of a mask means."""


@dataclass(frozen=True)
class SavedFile:
    """A scan or mask, and what has to be said to open it again.

    Attributes:
        files: Relative to the session's folder where there is a way, with forward slashes.
        sha256: Of the file, or of the voxels where there are many files.
        settings: What ``load`` was told: which series, and ways to open it that were agreed to.
        dataset: Folder of the data set whose other masks say what its values mean; empty for none.
    """

    files: tuple[str, ...]
    sha256: str
    settings: Mapping[str, Setting] = field(default_factory=dict)
    dataset: str = ""


@dataclass(frozen=True)
class SavedMask:
    """A mask and how it is drawn; see ``Layer``."""

    file: SavedFile
    role: Role
    visible: bool
    opacity: float
    outline: bool
    labels: Mapping[int, Label]
    looks: Mapping[int, LabelLook]


@dataclass(frozen=True)
class SavedSession:
    """All that is kept.

    Attributes:
        masks: Lowest first.
        compared: Places of reference and prediction among ``masks``, where there are both.
        compared_region: As the Session's.
        current: The label chosen: place of its mask among ``masks``, and its value.
        views: What the viewer says of itself; it alone knows what it means.
        dataset: Folder of the training data, relative as files are; empty for none.
    """

    scan: SavedFile
    second: SavedFile | None
    masks: tuple[SavedMask, ...]
    window: Window
    cursor: Index
    compare_mode: CompareMode
    compared: tuple[int, int] | None
    measurements: tuple[Measurement, ...]
    views: Mapping[str, Any]
    dataset: str = ""
    compared_region: str = ""
    current: tuple[int, int] | None = None


def write(path: Path, saved: SavedSession) -> None:
    """Put it in place of whatever lies there, whole or not at all.

    Raises:
        InputError: If the disk refuses.
    """
    atomic.write_json(path, {"slicewise_session": FORMAT, **asdict(saved)})


def read(path: Path) -> SavedSession:
    """Read it back; everything is checked, for the file may come from anywhere.

    Raises:
        InputError: If it is no session, of a newer Slicewise, or damaged.
    """
    name = display_name(path)
    if path.is_file() and path.stat().st_size > MOST_BYTES:
        raise InputError(name, tr("is too large for a session"), tr("choose another file"))
    values = atomic.read_json(path)
    if not isinstance(values, dict) or "slicewise_session" not in values:
        raise InputError(name, tr("is no session of Slicewise"), tr("choose another file"))
    if values["slicewise_session"] != FORMAT:
        raise InputError(
            name, tr("was saved by another version of Slicewise"), tr("open it with that one")
        )
    try:
        return _session(values)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        raise InputError(
            name, tr("is damaged"), tr("open the scan and its masks one by one")
        ) from None


def relative(path: Path, folder: Path) -> str:
    """A path as the session names it: relative to its folder where there is a way.

    >>> relative(Path("/data/ct/volume.nii"), Path("/data/sessions"))
    '../ct/volume.nii'
    """
    try:
        return Path(os.path.relpath(path.absolute(), folder.absolute())).as_posix()
    except ValueError:  # another drive
        return path.absolute().as_posix()


def resolved(text: str, folder: Path) -> Path:
    """The inverse of ``relative``."""
    return Path(os.path.normpath(folder.absolute() / PurePosixPath(text)))


# --- reading back ------------------------------------------------------------------------------


def _session(values: Mapping[str, Any]) -> SavedSession:
    masks = tuple(_mask(one) for one in _list(values["masks"]))
    second, compared = values["second"], values["compared"]
    measurements = tuple(_measurement(one) for one in _list(values["measurements"]))
    current = values.get("current")
    return SavedSession(
        scan=_file(values["scan"]),
        second=None if second is None else _file(second),
        masks=masks,
        window=Window(_number(values["window"]["width"]), _number(values["window"]["level"])),
        cursor=cast("Index", _several(values["cursor"], 3, _whole)),
        compare_mode=_one_of(values["compare_mode"], COMPARE_MODES),
        compared=None if compared is None else _pair(compared, len(masks)),
        measurements=measurements,
        views=_mapping(values["views"]),
        dataset=_text(values["dataset"]),
        compared_region=_text(values.get("compared_region", "")),
        current=None if current is None else _current(current, masks),
    )


def _file(values: Mapping[str, Any]) -> SavedFile:
    files = tuple(_text(text) for text in _list(values["files"]))
    if not files or not all(files):
        raise ValueError("names no file")
    settings = {key: _setting(value) for key, value in _mapping(values["settings"]).items()}
    return SavedFile(files, _text(values["sha256"]), settings, _text(values["dataset"]))


def _setting(value: Any) -> Setting:
    if isinstance(value, dict):
        return {int(key): _whole(one) for key, one in value.items()}
    if not isinstance(value, str | bool):
        raise TypeError("settings are words, on and off, or what values mean")
    return value


def _mask(values: Mapping[str, Any]) -> SavedMask:
    labels = {}
    for key, label in _mapping(values["labels"]).items():
        value = _label_value(key)
        labels[value] = Label(value, _text(label["name"]), _colour(label["colour"]))
    looks = {_label_value(key): _look(look) for key, look in _mapping(values["looks"]).items()}
    return SavedMask(
        file=_file(values["file"]),
        role=_one_of(values["role"], _ROLES),
        visible=_flag(values["visible"]),
        opacity=min(max(_number(values["opacity"]), 0.0), 1.0),
        outline=_flag(values["outline"]),
        labels=labels,
        looks=looks,
    )


def _look(values: Mapping[str, Any]) -> LabelLook:
    opacity, outline = values["opacity"], values["outline"]
    return LabelLook(
        visible=_flag(values["visible"]),
        opacity=None if opacity is None else min(max(_number(opacity), 0.0), 1.0),
        outline=None if outline is None else _flag(outline),
        locked=_flag(values["locked"]),
        status=_one_of(values["status"], STATUSES),
    )


def _measurement(values: Mapping[str, Any]) -> Measurement:
    kind = _one_of(values["kind"], cast("tuple[MeasurementKind, ...]", _KINDS))
    points = tuple(
        cast("Point", _several(point, 3, _number)) for point in _list(values["points_xyz_mm"])
    )
    if len(points) != _POINTS[kind]:
        raise ValueError("has the wrong number of points")
    plane = _one_of(values["plane"], ("axial", "sagittal", "coronal"))
    return Measurement(kind, points, plane, int(values["number"]), _text(values["text"]))


def _pair(values: Any, count: int) -> tuple[int, int]:
    first, second = _several(values, 2, _whole)
    if first == second or not {first, second} <= set(range(count)):
        raise ValueError("compares masks that are not there")
    return (first, second)


def _current(values: Any, masks: Sequence[SavedMask]) -> tuple[int, int]:
    place, value = _several(values, 2, _whole)
    if not 0 <= place < len(masks) or value not in masks[place].labels:
        raise ValueError("chooses a label that is not there")
    return (place, value)


def _several(values: Any, count: int, read_one: Callable[[Any], T]) -> tuple[T, ...]:
    if len(_list(values)) != count:
        raise ValueError("has the wrong length")
    return tuple(read_one(value) for value in values)


def _list(value: Any) -> Sequence[Any]:
    if not isinstance(value, list):
        raise TypeError("is no list")
    return value


def _mapping(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError("is no mapping")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or "\0" in value:
        raise TypeError("is no text")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("is not on or off")
    return value


def _number(value: Any) -> float:
    number = float(value)
    if isinstance(value, str | bool) or not abs(number) < 1e12:
        raise ValueError("is no number")
    return number


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("is no whole number")
    return value


def _label_value(key: str) -> int:
    value = int(key)
    if not 0 < value < 256:
        raise ValueError("is no label")
    return value


def _colour(value: Any) -> str:
    text = _text(value)
    if len(text) != 7 or text[0] != "#":
        raise ValueError("is no colour")
    int(text[1:], 16)
    return text


def _one_of(value: Any, known: Sequence[T]) -> T:
    if value not in known:
        raise ValueError("is not known")
    return cast("T", value)
