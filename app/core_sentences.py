"""The core's sentences in the reader's language.

The core speaks plain English, for what it says crosses process boundaries, logs and run folders.
Where the window shows such a sentence, the template it was made from is looked for, translated,
and given the sentence's own values again. What is not found stays English; nothing is ever lost.
"""

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from PySide6.QtCore import QCoreApplication

from app import translation
from app.translation import tr

CONTEXT = "core"
"""Of these texts in the files of translations."""
MOST_SENTENCES = 8
"""In one text that are taken apart."""
SURE = 0.4
"""Share of a sentence that a template's own words make, for it to be believed at once."""
SUBJECT_SHARE = 0.3
"""The same of a subject: ``setting image_size``."""
_PLACE = re.compile(r"\{(\w+)\}")
_WORD = re.compile(r"[A-Za-z]{2,}")
_NEXT_SENTENCE = re.compile(r"(?<=[.!?]) (?=\S)")
_BULLET = re.compile(r"[•✗✓–-]  ?")
_LISTED = re.compile(r"(, | and | or |; | · | \+ |\n)")
_DEEPEST = 4
"""A value may hold a sentence with values that hold words."""


@dataclass(frozen=True)
class _Template:
    """One text of the core: ``literals[0] {places[0]} literals[1] ...``."""

    text: str
    literals: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def weight(self) -> int:
        """How much of it is certain: the more, the sooner it is believed."""
        return sum(map(len, self.literals))


def core_tr(sentence: str) -> str:
    """A sentence of the core in the reader's language; as it is where it is unknown."""
    if translation.language() == "en" or not sentence:
        return sentence
    return "\n".join(_translated(line) for line in sentence.split("\n"))


@lru_cache(maxsize=2000)
def _translated(line: str) -> str:
    if bullet := _BULLET.match(line):
        return f"{bullet[0]}{_translated(line[bullet.end() :])}"
    return (
        _known(line, 0, share=SURE)
        or _refusal(line)
        or _apart(line)
        or _known(line, 0)
        or _list(line)
        or line
    )


def _known(
    sentence: str, depth: int, *, share: float = 0.0, is_predicate: bool = False
) -> str | None:
    """What the template says that made a sentence.

    Args:
        sentence: Of the core, or a part of one.
        depth: Of values within values.
        share: Of the sentence that must be the template's own words.
        is_predicate: Only templates that begin with words of their own.
    """
    book = _book()
    if sentence in book.whole:
        return _of_qt(sentence)
    for template in book.candidates(sentence):
        if template.weight < share * len(sentence) or (is_predicate and not template.literals[0]):
            continue
        values = _values(template, sentence)
        if values is not None:
            said = _of_qt(template.text)
            if said is not None:
                return _filled(said, values, depth)
    return None


def _filled(said: str, values: dict[str, str], depth: int) -> str:
    return _PLACE.sub(lambda place: _value(values.get(place[1], place[0]), depth + 1), said)


def _value(text: str, depth: int) -> str:
    """A value in the reader's language, if its words are the core's; names stay as they are."""
    bare = text.strip()
    if depth > _DEEPEST or not _WORD.search(bare):
        return text
    known = _known(bare, depth) or _refusal(bare)
    if known is None:
        known = _list(bare, depth)
    return text if known is None else text.replace(bare, known)


def _list(text: str, depth: int = 0) -> str | None:
    """Several things of which some are words of the core; None where none is."""
    pieces = _LISTED.split(text)
    known = [_known(piece, depth + 1) for piece in pieces[::2]]
    if len(pieces) < 3 or not any(known):
        return None
    said = [one or piece for one, piece in zip(known, pieces[::2], strict=True)]
    joints = [*map(_joint, pieces[1::2]), ""]
    return "".join(one + joint for one, joint in zip(said, joints, strict=True))


def _joint(piece: str) -> str:
    match piece:
        case " and ":
            return tr(" and ")
        case " or ":
            return tr(" or ")
        case ", ":
            return tr(", ")
    return piece


def _refusal(sentence: str) -> str | None:
    """``subject fault; remedy.``, as every InputError says it."""
    if not sentence.endswith("."):
        return None
    cut = len(sentence)
    while (cut := sentence.rfind("; ", 0, cut)) > 0:
        remedy = _known(sentence[cut + 2 : -1], 1)
        head = _predicate(sentence[:cut])
        if remedy is not None and head is not None:
            return tr("{fault}; {remedy}.", fault=head, remedy=remedy)
    return None


def _predicate(text: str) -> str | None:
    """``a.nii.gz is empty``: some words of which a fault makes the end."""
    for space in re.finditer(" ", text):
        fault = _known(text[space.end() :], 1, is_predicate=True)
        if fault is not None:
            subject = _subject(text[: space.start()])
            return tr("{subject} {fault}", subject=subject, fault=fault)
    return None


def _subject(text: str) -> str:
    """What a fault is told of: the name of a file mostly, which stays as it is."""
    return _known(text, 1, share=SUBJECT_SHARE) or text


def _apart(text: str) -> str | None:
    """Several sentences, or one behind the name of what it tells of."""
    pieces = _NEXT_SENTENCE.split(text)
    if 1 < len(pieces) <= MOST_SENTENCES:
        said, rest = [], pieces
        while rest:
            for count in range(len(rest), 0, -1):
                first = " ".join(rest[:count])
                known = _known(first, 0, share=SURE) or _refusal(first)
                if known is None and count == 1:
                    known = _behind_name(first) or _known(first, 0) or first
                if known is not None:
                    said.append(known)
                    rest = rest[count:]
                    break
        return " ".join(said)
    return _behind_name(text)


def _behind_name(text: str) -> str | None:
    name, mark, rest = text.partition(": ")
    if not mark:
        return None
    known = _known(rest, 0) or _refusal(rest)
    return None if known is None else f"{name}{mark}{known}"


# --- templates -----------------------------------------------------------------------------------


class _Book:
    """All templates, found by a word that few of them have."""

    def __init__(self, texts: list[str]) -> None:
        self.whole = {text for text in texts if not _PLACE.search(text)}
        with_places = [_template(text) for text in texts if text not in self.whole]
        words = {one.text: set(_WORD.findall(" ".join(one.literals))) for one in with_places}
        counts = Counter(word for found in words.values() for word in found)
        self._by_word: dict[str, list[_Template]] = {}
        for one in sorted(with_places, key=lambda each: -each.weight):
            if found := words[one.text]:
                rarest = min(found, key=lambda word: (counts[word], word))
                self._by_word.setdefault(rarest, []).append(one)

    def candidates(self, sentence: str) -> list[_Template]:
        """Templates that may have made a sentence, the surest first."""
        found: list[_Template] = []
        for word in set(_WORD.findall(sentence)):
            found += self._by_word.get(word, ())
        return sorted(found, key=lambda one: -one.weight)


@cache
def _book() -> _Book:
    return _Book(texts())


def texts() -> list[str]:
    """Every template of the core, in English."""
    stored = files("resources").joinpath("translations", "core_sentences.json")
    return list(json.loads(stored.read_text(encoding="utf-8")))


def _template(text: str) -> _Template:
    pieces = _PLACE.split(text)
    return _Template(text, tuple(pieces[::2]), tuple(pieces[1::2]))


def _values(template: _Template, sentence: str) -> dict[str, str] | None:
    """What stands in the places of a template; None where the sentence is none of its."""
    first, *inner, last = template.literals
    if not (sentence.startswith(first) and sentence.endswith(last)):
        return None
    at = len(first)
    for literal in inner:  # cheap, and rules out nearly all
        at = sentence.find(literal, at)
        if at < 0:
            return None
        at += len(literal)
    found = _pattern(template).fullmatch(sentence)
    if found is None:
        return None
    return dict(zip(template.places, found.groups(), strict=True))


@lru_cache(maxsize=4000)
def _pattern(template: _Template) -> re.Pattern[str]:
    pieces = [re.escape(template.literals[0])]
    seen: dict[str, int] = {}
    for place, literal in zip(template.places, template.literals[1:], strict=True):
        if place in seen:
            pieces.append(rf"(\{seen[place]})")
        else:
            pieces.append("(.*?)")
        seen.setdefault(place, len(seen) + 1)
        pieces.append(re.escape(literal))
    return re.compile("".join(pieces), re.DOTALL)


def _of_qt(text: str) -> str | None:
    said = QCoreApplication.translate(CONTEXT, text)
    return said or None
