"""The .ts files: made by Qt's lupdate, read and checked here, turned into .qm by lrelease."""

import json
import re
import shutil
import string
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as Tree
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.core_sentences import CONTEXT
from tests.translating import core_texts

ROOT = core_texts.ROOT
FOLDER = ROOT / "resources" / "translations"
CORE_FILE = FOLDER / "core_sentences.json"
LANGUAGES = ("de", "zh_CN")
_MNEMONIC = re.compile(r"&(?!&)(\w)")


@dataclass(frozen=True)
class Entry:
    """One text and what it is in a language."""

    context: str
    source: str
    translation: str
    is_finished: bool
    where: tuple[str, ...] = ()


def path_of(language: str, ending: str = "ts") -> Path:
    """Where a language lies."""
    return FOLDER / f"slicewise_{language}.{ending}"


def say(line: str) -> None:
    """To who runs it."""
    sys.stdout.write(f"{line}\n")


# --- making --------------------------------------------------------------------------------------


def core_json() -> str:
    """What the file of the core's templates should hold."""
    return json.dumps(core_texts.templates(), ensure_ascii=False, indent=0) + "\n"


def gather() -> None:
    """Write the core's templates where the window finds them."""
    CORE_FILE.write_text(core_json(), encoding="utf-8")


def sources() -> list[Path]:
    """Modules of the window with texts."""
    return sorted((ROOT / "app").rglob("*.py"))


def update(languages: Sequence[str] = LANGUAGES, folder: Path = FOLDER) -> None:
    """Let lupdate put new texts into the .ts files and drop old ones."""
    with tempfile.TemporaryDirectory() as scratch:
        core = Path(scratch) / "core_sentences.py"
        lines = [f"    QT_TRANSLATE_NOOP({CONTEXT!r}, {_quoted(text)})," for text in _stored()]
        core.write_text("\n".join(["TEXTS = (", *lines, ")"]), encoding="utf-8")
        targets = [str(folder / path_of(language).name) for language in languages]
        for language, target in zip(languages, targets, strict=True):
            subprocess.run(
                [
                    *(_tool("lupdate"), "-silent", "-no-obsolete", "-locations", "none"),
                    *("-source-language", "en", "-target-language", language),
                    *(*map(str, sources()), str(core), "-ts", target),
                ],
                check=True,
            )


def release(languages: Sequence[str] = LANGUAGES, folder: Path = FOLDER) -> None:
    """Let lrelease make the .qm files."""
    for language in languages:
        source = folder / path_of(language).name
        target = folder / path_of(language, "qm").name
        subprocess.run([_tool("lrelease"), "-silent", str(source), "-qm", str(target)], check=True)


def _tool(name: str) -> str:
    beside = Path(sys.executable).with_name(f"pyside6-{name}")
    found = str(beside) if beside.exists() else shutil.which(f"pyside6-{name}")
    if found is None:
        raise FileNotFoundError(f"pyside6-{name} comes with PySide6-Essentials")
    return found


def _stored() -> list[str]:
    return list(json.loads(CORE_FILE.read_text(encoding="utf-8")))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


# --- reading and checking ------------------------------------------------------------------------


def read(language: str, path: Path | None = None) -> list[Entry]:
    """Every entry of a language."""
    entries = []
    for context in Tree.parse(path or path_of(language)).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            said = message.find("translation")
            entries.append(
                Entry(
                    name,
                    message.findtext("source") or "",
                    "" if said is None else said.text or "",
                    said is not None and said.get("type") is None and bool(said.text),
                )
            )
    return entries


def faults(entries: Iterable[Entry], language: str) -> Iterator[str]:
    """What is wrong with finished entries, a sentence each."""
    for entry in entries:
        if entry.is_finished:
            for fault in faults_of(entry.source, entry.translation, language):
                yield f"{entry.source!r}: {fault}"


def faults_of(source: str, said: str, language: str) -> Iterator[str]:
    """What is wrong with one translation.

    >>> list(faults_of("{n:.1f} mm", "{n} mm", "de"))
    ["places differ: ['{n:.1f}'] and ['{n}']"]
    >>> list(faults_of("&Open…", "Öffnen…", "de"))
    ['the letter to press (&) is missing']
    """
    try:
        here, there = places(source), places(said)
    except ValueError as error:
        yield f"a brace too many or too few ({error})"
        return
    if here != there:
        yield f"places differ: {here} and {there}"
    if bool(_MNEMONIC.search(source)) and not _MNEMONIC.search(said):
        yield "the letter to press (&) is missing"
    if not _MNEMONIC.search(source) and _MNEMONIC.search(said):
        yield "a letter to press (&) too many"
    if len(_MNEMONIC.findall(said)) > 1:
        yield "two letters to press (&)"
    for edge in (source[:1], source[-1:]):
        if edge.isspace() and language != "zh_CN":
            same = said[:1] if edge == source[:1] and source[:1].isspace() else said[-1:]
            if not same.isspace():
                yield "a space at its edge is missing"
    if source.count("\n") != said.count("\n"):
        yield "another number of lines"


def places(text: str) -> list[str]:
    """The ``{places}`` of a text with their formats, in the order of their names."""
    found = []
    for _, name, form, conversion in string.Formatter().parse(text):
        if name is not None:
            spec = f":{form}" if form else ""
            found.append(f"{{{name}{f'!{conversion}' if conversion else ''}{spec}}}")
    return sorted(set(found))
