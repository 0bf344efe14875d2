"""A stage as it is where OpenGL is missing: the driver takes its process along."""

import os
from collections.abc import Iterator
from multiprocessing.connection import Connection


def perform(commands: Connection) -> Iterator[object]:
    """Ends its process before the first event."""
    os._exit(139 if commands else 1)
    yield None
