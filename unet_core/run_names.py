"""What somebody calls a run and notes on it: a small file of its own beside ``run.json``.

Nobody but the reader writes it, so a trainer at work is not disturbed.
"""

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from unet_core.errors import InputError
from unet_core.io import atomic

NAME_FILE = "name.json"
LONGEST_NAME, LONGEST_NOTE = 80, 2000


@dataclass(frozen=True)
class RunName:
    """What a run is called, and a note; both may be empty."""

    name: str = ""
    note: str = ""


def read_name(folder: Path) -> RunName:
    """Of the run in ``folder``; nothing where nobody said anything.

    Raises:
        InputError: If the file is damaged.
    """
    if not (folder / NAME_FILE).is_file():
        return RunName()
    values = atomic.read_json(folder / NAME_FILE)
    if not isinstance(values, dict):
        raise InputError(NAME_FILE, "is damaged", "name the run again")
    return RunName(
        clean(str(values.get("name", "")), LONGEST_NAME),
        clean(str(values.get("note", "")), LONGEST_NOTE, keep_lines=True),
    )


def write_name(folder: Path, given: RunName) -> RunName:
    """Keep name and note; what is kept, tidied.

    Raises:
        InputError: If the disk refuses.
    """
    kept = RunName(
        clean(given.name, LONGEST_NAME), clean(given.note, LONGEST_NOTE, keep_lines=True)
    )
    atomic.write_json(folder / NAME_FILE, {"name": kept.name, "note": kept.note})
    return kept


def clean(text: str, longest: int, *, keep_lines: bool = False) -> str:
    r"""Without control and direction marks, blanks around it, and beyond ``longest``.

    >>> clean(" a\tb\u202e ", 80), clean("one\ntwo", 80, keep_lines=True)
    ('a b', 'one\ntwo')
    """
    kept = []
    for letter in text.replace("\r\n", "\n"):
        if letter == "\n" and keep_lines:
            kept.append(letter)
        elif letter.isspace():
            kept.append(" ")
        elif unicodedata.category(letter)[0] != "C":
            kept.append(letter)
    return "".join(kept).strip()[:longest].rstrip()
