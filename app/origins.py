"""How each scan and mask that is open was asked for, so that a session can ask for it again."""

import weakref
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.opening_request import Request
from unet_core.volume import LabelMap, Volume


class Origins:
    """By the voxels that came: one file or folder may hold several scans, and names change."""

    def __init__(self) -> None:
        self._noted: dict[int, tuple[weakref.ref[NDArray[np.generic]], Path, Request]] = {}

    def note(self, item: Volume | LabelMap, request: Request) -> None:
        """Remember what was asked for when an item was read."""
        self._noted = {key: one for key, one in self._noted.items() if one[0]() is not None}
        if item.path is not None:
            self._noted[id(item.voxels)] = (weakref.ref(item.voxels), item.path, request)

    def of(self, item: Volume | LabelMap) -> Request | None:
        """What was asked for; None for what was made here, changed, or is in another file now."""
        voxels, path, request = self._noted.get(id(item.voxels), (None, None, None))
        if voxels is None or voxels() is not item.voxels or path != item.path:
            return None
        return request


def is_same_file(old: LabelMap, new: LabelMap) -> bool:
    """Whether a mask comes from the file of one that lies there already."""
    return old.path is not None and old.path == new.path and old.role == new.role
