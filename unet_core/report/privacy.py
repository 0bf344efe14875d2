"""Who a report is about stays out of it: cases become Case 1 to n, names and folders vanish.

Sentences of the program itself hold no such thing. Everything that comes from files (notices,
findings, reasons of a plan) goes through ``Pseudonyms.scrubbed`` where it is gathered, and the
finished report through ``Pseudonyms.guarded`` once more.
"""

import contextlib
import getpass
import platform
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from unet_core.case_names import natural_key
from unet_core.config import TrainConfig, settings_of

FOLDER, FILE, NUMBER, NAME = "[folder]", "[file]", "[number]", "[name]"
_SHORT = 3
"""A case name of so few digits and no letter is taken for one only where a word says so."""
_PLAIN_WORDS = frozenset(
    """
    abdomen all and article background bilder case cases clinic core ct current data dataset
    datasets desktop dicom documents dokumente downloads for from home hospital image images
    kidney label labels lesion lesions lits liver local mask masks media mnt model models mr
    mri new nifti not old one opt organ patient patients plan private project projects
    public quick report research root run runs scan scans segmentation segmentations share
    shared slicewise spleen srv standard studies study temp test that the this three tmp
    train training tumor tumour two unet user users validation var volume volumes was with
    work
    are but can did file files had has have into its may more most none only other out over
    per prediction predictions reader reference references scored than their them then there
    these they under were what when where which while who why will you your
    """.split()  # noqa: SIM905  (read as words)
)
"""Of folders, that name nobody, and words that sentences are made of."""
_PATH = re.compile(r"(?<![\w.])(?:[A-Za-z]:[\\/]|~?/|\\\\)[^\s\"'<>|;,)]+[\\/][^\s\"'<>|;,)]*")
_FILE = re.compile(
    r"[^\s\"'<>|;,()/\\]+\.(?:nii(?:\.gz)?|nrrd|mha|mhd|raw|zraw|dcm|ima|png|jpe?g|tiff?|bmp|zip"
    r"|csv|xml|pkl|npy|npz)\b",
    re.IGNORECASE,
)
_UID = re.compile(r"\b\d+(?:\.\d+){5,}\b")


def case_titles(cases: Iterable[str]) -> dict[str, str]:
    """What each case is called in a report, in the order people count in.

    >>> case_titles(["b10", "b9"])
    {'b9': 'Case 1', 'b10': 'Case 2'}
    """
    names = sorted({name for name in cases if name}, key=natural_key)
    return {name: f"Case {number}" for number, name in enumerate(names, start=1)}


class Pseudonyms:
    """What each case is called in a report.

    Args:
        cases: Names of all cases there may be a word about.
        folders: Folders whose names, and those above them, say too much.
        keep: Words that are no name, such as labels.
        people: Names of persons.
    """

    def __init__(
        self,
        cases: Iterable[str],
        folders: Iterable[Path | None] = (),
        keep: Iterable[str] = (),
        people: Iterable[str] = (),
    ) -> None:
        self._titles = case_titles(cases)
        names = list(self._titles)
        kept = _PLAIN_WORDS | _own_words() | {word.lower() for word in keep}
        hidden = {*_own_names(), *_parts(folders), *_words([*names, *people])}
        self._hidden = _either(word for word in hidden if word.lower() not in kept)
        plain = [name for name in names if not _is_short(name)]
        self._plain = _either(name for name in plain if name.lower() not in kept)
        self._short = _either(name for name in names if _is_short(name))
        self._in_files = _parts_of_files(name for name in names if name.lower() not in kept)

    @property
    def titles(self) -> dict[str, str]:
        """What each case is called, by its name; for the screen alone, never for a file."""
        return dict(self._titles)

    def title(self, name: str) -> str:
        """What a case is called in the report."""
        return self._titles.get(name, "a case")

    def number(self, name: str) -> int:
        """Its number; 0 if it is not known."""
        return int(self._titles.get(name, "Case 0").removeprefix("Case "))

    def scrubbed(self, text: str) -> str:
        """A sentence from outside, without names, paths and file names."""
        text = _FILE.sub(self._file, _PATH.sub(FOLDER, text))
        if self._short is not None:
            text = self._after_a_word(text)
        if self._plain is not None:
            text = self._plain.sub(self._titled, text)
        text = _UID.sub(NUMBER, text)
        return self._without_hidden(_once(text))

    def guarded(self, text: str) -> str:
        """A sentence of the finished report; a case name or path that slipped in is taken out."""
        text = _PATH.sub(FOLDER, text)
        return self._plain.sub(self._titled, text) if self._plain is not None else text

    def _file(self, match: re.Match[str]) -> str:
        """Whose file it is, where its name tells."""
        found = self._in_files.findall(match.group(0)) if self._in_files is not None else []
        titles = {self._titles.get(name) for name in found}
        return f"[file of {titles.pop()}]" if len(titles) == 1 and None not in titles else FILE

    def _titled(self, match: re.Match[str]) -> str:
        found = match.group(0)
        exact = self._titles.get(found)
        return exact or next(t for n, t in self._titles.items() if n.lower() == found.lower())

    def _after_a_word(self, text: str) -> str:
        """Names like ``03``, in "case 03" and in lists such as "cases 01, 02 and 05"."""
        assert self._short is not None
        name = f"(?:{self._short.pattern})"
        listed = rf"{name}(?:(?:, | and | or |; | \(|\), ){name})*"
        pattern = re.compile(rf"\b(?:cases?|patients?|persons?|scans?)\s+({listed})", re.IGNORECASE)
        short = self._short
        text = pattern.sub(lambda m: short.sub(self._titled, m.group(1)), text)
        start = re.match(rf"({name})(?=: )", text)
        if start:  # "03: The mask is turned."
            text = self._titles[start.group(1)] + text[start.end() :]
        padded = [name for name in self._titles if _is_short(name) and name.startswith("0")]
        if found := _either([name for name in padded if len(name) > 1]):
            text = found.sub(self._titled, text)
        return text

    def _without_hidden(self, text: str) -> str:
        return self._hidden.sub(NAME, text) if self._hidden is not None else text


def _is_short(name: str) -> bool:
    return name.isdigit() and len(name) <= _SHORT


def _either(names: Iterable[str]) -> re.Pattern[str] | None:
    """Any of some names, the longest first; inside of other names too, but not of words."""
    ordered = sorted(set(names), key=lambda name: (-len(name), name))
    return re.compile("|".join(map(_bounded, ordered)), re.IGNORECASE) if ordered else None


def _parts_of_files(names: Iterable[str]) -> re.Pattern[str] | None:
    """Names as they occur in those of files, the longest first: ``03`` in ``volume-03.nii``."""
    ordered = sorted(set(names), key=lambda name: (-len(name), name))
    either = "|".join(map(re.escape, ordered))
    return re.compile(rf"(?<![^\W_])(?:{either})(?![^\W_])") if ordered else None


def _bounded(name: str) -> str:
    """Digits alone may be a part of a decimal number, which is no name."""
    if name.isdigit():
        return rf"(?<![\w.,-]){name}(?![\w]|[.,]\d)"
    return rf"(?<![^\W_]){re.escape(name)}(?![^\W_])"


def _parts(folders: Iterable[Path | None]) -> set[str]:
    """Names of folders and of all above them, and the words these are made of."""
    parts = {part for folder in folders if folder is not None for part in folder.parts}
    names = {part.strip("/\\") for part in parts}
    return {name for name in names if len(name) > _SHORT} | _words(names)


def _words(names: Iterable[str]) -> set[str]:
    """What names are made of: ``Muster^Max_1950`` is ``Muster`` and ``1950`` too."""
    words = {word for name in names for word in re.split(r"[\s_^,;.+-]+", name)}
    return {
        word for word in words if len(word) > _SHORT or (len(word) == _SHORT and word.isalpha())
    }


@cache
def _own_words() -> frozenset[str]:
    """Words that sentences of this program are made of, as its settings are explained in them."""
    helps = [setting.help for _, setting in settings_of(TrainConfig).values()]
    return frozenset(re.findall(r"[a-z]+", " ".join(helps).lower()))


def _own_names() -> set[str]:
    """Of this computer and whoever uses it."""
    names = {platform.node(), platform.node().partition(".")[0]}
    with contextlib.suppress(OSError, KeyError, ImportError):
        names.add(getpass.getuser())
    with contextlib.suppress(RuntimeError):
        names.add(Path.home().name)
    return {name for name in names if len(name) > _SHORT}


def _once(text: str) -> str:
    """Without the word that says it twice, as in "case Case 1"."""
    return re.sub(r"\b[Cc]ases? (?=Case \d)", "", text)
