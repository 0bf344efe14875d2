"""Readers that find no end or fail: alone here, because a child imports all of their module."""

import time
from collections.abc import Iterator

from unet_core.events import Progress


def endless(*_: object) -> Iterator[Progress]:
    yield Progress(0, 0, "")
    until = time.process_time() + 30
    while time.process_time() < until:
        pass


def hungry(*_: object) -> Iterator[Progress]:
    yield Progress(0, 0, "")
    raise MemoryError


def unread(*_: object) -> Iterator[Progress]:
    yield Progress(0, 0, "")
    raise OSError(5, "Input/output error", "/patients/doe_jane/scan.nii")
