"""Two folders, images in one and masks in the other, as one data set without copying anything.

Where they lie beside each other under the usual names, the folder above is the data set already.
Else a small file that names both stands for it: it is kept with the runs, never in folders that
belong to somebody, and names places on this computer alone.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from unet_core.case_names import FOLDERS_ENDING, has_mask_word, items_of
from unet_core.errors import InputError
from unet_core.events import Loaded
from unet_core.io import atomic, load
from unet_core.io.headers import display_name
from unet_core.layouts import IMAGE_FOLDERS, MASK_FOLDERS
from unet_core.volume import LabelMap

KIND = "slicewise folders"
FORMAT = 1
_SURE = 0.5
"""Share of file names with a word for masks that makes a folder one of masks."""


def roles(one: Path, other: Path) -> tuple[Path, Path]:
    """Which of two folders holds the images and which the masks: by names, else by a look inside.

    Raises:
        InputError: If both hold the same, or one holds nothing that is known here.
    """
    for folder in (one, other):
        if not items_of(folder):
            raise InputError(
                display_name(folder), "holds no scans, masks or pictures", "choose another folder"
            )
    for tell in (_by_folder_name, _by_file_names, _by_a_look):
        first, second = tell(one), tell(other)
        if first is not second and (True in (first, second) or None not in (first, second)):
            return (other, one) if first else (one, other)
    raise InputError(
        f"{display_name(one)} and {display_name(other)}",
        "cannot be told apart: both look like " + ("masks" if _by_a_look(one) else "images"),
        "name one of the folders images and the other masks",
    )


def _by_folder_name(folder: Path) -> bool | None:
    """True for masks, False for images, None where it does not say."""
    name = folder.name.lower()
    if name in MASK_FOLDERS or name == "labelstr":
        return True
    return False if name in IMAGE_FOLDERS or name == "imagestr" else has_mask_word(folder) or None


def _by_file_names(folder: Path) -> bool | None:
    items = items_of(folder)
    return sum(map(has_mask_word, items)) > _SURE * len(items)


def _by_a_look(folder: Path) -> bool | None:
    """What the smallest file is when it is opened; None where that fails."""
    smallest = min(items_of(folder), key=lambda path: path.stat().st_size)
    try:
        found = [event.item for event in load(smallest, isolate=False) if isinstance(event, Loaded)]
    except InputError:
        return None
    return isinstance(found[0], LabelMap) if found else None


def write(folder: Path, images: Path, masks: Path) -> Path:
    """Write the file that stands for two folders, below ``folder``, which is made if need be.

    Raises:
        InputError: If the disk refuses.
    """
    places = {"images": str(images.absolute()), "masks": str(masks.absolute())}
    digest = hashlib.sha256("\0".join(places.values()).encode()).hexdigest()[:12]
    path = folder / digest / f"{images.name} + {masks.name}{FOLDERS_ENDING}"
    atomic.make_folder(path.parent)
    atomic.write_json(path, {"kind": KIND, "format": FORMAT, **places})
    return path


def read(path: Path) -> tuple[Path, Path]:
    """Images and masks that the file names.

    Raises:
        InputError: If it is no such file, of a newer version, names another computer's folders, or
            they are gone.
    """
    values = atomic.read_json(path)
    name = display_name(path)
    if not isinstance(values, dict) or values.get("kind") != KIND:
        raise InputError(name, "names no two folders", "choose the folder of a data set")
    try:
        is_newer = values["format"] > FORMAT
        images, masks = Path(str(values["images"])), Path(str(values["masks"]))
    except (KeyError, TypeError):
        raise InputError(name, "is damaged", "drop the two folders again") from None
    if is_newer:
        raise InputError(name, "was made by a newer Slicewise", "update Slicewise")
    _refuse_elsewhere(name, (images, masks))
    return images, masks


def _refuse_elsewhere(name: str, folders: Sequence[Path]) -> None:
    for folder in folders:
        if not folder.is_absolute() or str(folder).startswith(("\\\\", "//")):
            raise InputError(
                name, "names a folder that is not on this computer", "drop the two folders again"
            )
        if not folder.is_dir():
            raise InputError(
                display_name(folder), "is no longer where it was", "drop the two folders again"
            )
