"""Whether a file stayed the same while it was read: its size, its time, and which file it is."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from unet_core.errors import InputError
from unet_core.io.headers import Header, display_name

_MOST_FILES = 4096


@dataclass(frozen=True)
class Stamps:
    """What the disk says of some files at one moment."""

    found: tuple[tuple[Path, tuple[int, ...]], ...]

    @classmethod
    def of(cls, paths: tuple[Path, ...]) -> Self:
        """Of files and folders now; of a folder only its own list of names."""
        return cls(tuple((path, _stamp(path)) for path in paths[:_MOST_FILES]))

    def with_data_of(self, header: Header | None) -> "Stamps":
        """These and the data file of a header that has one beside it."""
        if header is None or header.data_path == header.path:
            return self
        return Stamps((*self.found, (header.data_path, _stamp(header.data_path))))

    def check(self) -> None:
        """Look again.

        Raises:
            InputError: If one of them is another file by now, or gone.
        """
        for path, before in self.found:
            now = _stamp(path)
            if now != before:
                fault = "changed while it was read" if now else "vanished while it was read"
                raise InputError(display_name(path), fault, "open it again")


def _stamp(path: Path) -> tuple[int, ...]:
    """Size, time of change in ns, device and number; nothing where there is no such file."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return ()
    return (status.st_size, status.st_mtime_ns, status.st_dev, status.st_ino)
