"""Every text is translated: none is forgotten, none is stale, none loses what it is filled with."""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction

from app import core_sentences, translation
from app.core_sentences import core_tr
from app.main_window import MainWindow
from app.translation import tr
from tests.translating import catalogues, core_texts, marked_window
from tests.translating.catalogues import LANGUAGES, places

ROOT = core_texts.ROOT
AGAIN = "run: python -m tests.translating"
SHOWN_BY = {
    *("setText", "setToolTip", "setWindowTitle", "setAccessibleName", "setPlaceholderText"),
    *("setAccessibleDescription", "setInformativeText", "setStatusTip", "setTitle", "addRow"),
    *("setNameFilter", "setSpecialValueText", "setIconText", "addAction", "addMenu", "addTab"),
    *("setTabText", "addItem", "addButton", "QLabel", "QPushButton", "QCheckBox", "QGroupBox"),
    *("QAction", "QMenu", "QRadioButton", "heading", "Words", "say", "InputError", "Notice"),
}
"""Calls that put a text before people."""
SPOKEN_BY = {"failed", "notified", "progressed", "declined"}
"""Signals that do."""
NOT_TRANSLATED = {"Slicewise", "Alt+{}", "HU"}
PLAIN = set(core_texts.plain_modules())


# --- sources -------------------------------------------------------------------------------------


def _calls() -> list[tuple[Path, ast.Call]]:
    return [
        (path, node)
        for path in sorted((ROOT / "app").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    ]


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _where(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


def test_what_is_translated_is_a_literal_with_a_value_for_each_place() -> None:
    wrong = []
    for path, call in _calls():
        if isinstance(call.func, ast.Name) and call.func.id == "tr":
            text = call.args[0] if call.args else None
            if not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
                wrong.append(f"{_where(path, call)}: no literal")
            elif call.keywords:
                named = {re.split(r"[:!}]", place[1:])[0] for place in places(text.value)}
                given = {one.arg for one in call.keywords}
                if named != given and None not in given:  # None stands for ``**values``
                    wrong.append(f"{_where(path, call)}: {named}")
    assert wrong == []


def _bare_texts(node: ast.expr) -> list[str]:
    """Words of an argument that no ``tr`` holds."""
    match node:
        case ast.Constant(value=str() as text):
            return [text]
        case ast.JoinedStr(values=values):
            return ["".join(one.value if isinstance(one, ast.Constant) else "{}" for one in values)]
        case ast.IfExp(body=body, orelse=orelse):
            return _bare_texts(body) + _bare_texts(orelse)
        case ast.BinOp(left=left, right=right):
            return _bare_texts(left) + _bare_texts(right)
    return []


def test_nothing_is_put_before_people_untranslated() -> None:
    bare = [
        f"{_where(path, call)}: {text!r}"
        for path, call in _calls()
        if path not in PLAIN and (_name(call) in SHOWN_BY or _speaks(call))
        for argument in call.args
        for text in _bare_texts(argument)
        if re.search(r"[^\W\d_]{3,}", re.sub(r"<[^>]*>|\{\}|&nbsp;", "", text))
        and text not in NOT_TRANSLATED
        and not re.fullmatch(r"[a-z_0-9{}]+", text)  # names of objects
    ]
    assert bare == []


def _speaks(call: ast.Call) -> bool:
    match call.func:
        case ast.Attribute(attr="emit", value=ast.Attribute(attr=signal)):
            return signal in SPOKEN_BY
    return False


def test_every_sentence_of_the_core_is_gathered() -> None:
    assert core_sentences.texts() == core_texts.templates(), AGAIN


# --- files ---------------------------------------------------------------------------------------


def test_translations_hold_the_texts_of_today(tmp_path: Path) -> None:
    catalogues.update(("de",), tmp_path)
    fresh = catalogues.read("de", tmp_path / catalogues.path_of("de").name)
    wanted = {(entry.context, entry.source) for entry in fresh}
    for language in LANGUAGES:
        stored = {(entry.context, entry.source) for entry in catalogues.read(language)}
        assert stored == wanted, AGAIN


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_is_whole_and_keeps_places_and_letters(language: str) -> None:
    entries = catalogues.read(language)
    assert [entry.source for entry in entries if not entry.is_finished] == []
    assert list(catalogues.faults(entries, language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_qt_loads_is_made_of_what_people_read(language: str, tmp_path: Path) -> None:
    made = tmp_path / catalogues.path_of(language, "qm").name
    (tmp_path / catalogues.path_of(language).name).write_bytes(
        catalogues.path_of(language).read_bytes()
    )
    catalogues.release((language,), tmp_path)
    assert catalogues.path_of(language, "qm").read_bytes() == made.read_bytes(), AGAIN


# --- the window ----------------------------------------------------------------------------------


def _window_in(language: str, tmp_path: Path) -> dict[str, list[object]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.translating.marked_window", language],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    said: dict[str, list[object]] = json.loads(done.stdout)
    return said


def test_every_text_of_the_window_goes_through_the_translator(tmp_path: Path) -> None:
    assert _window_in("marked", tmp_path)["unmarked"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_is_underlined_twice_in_a_menu_of_a_language(
    language: str, tmp_path: Path
) -> None:
    assert _window_in(language, tmp_path)["clashes"] == []


def test_the_language_is_kept_for_the_next_start(window: MainWindow) -> None:
    said: list[str] = []
    window.session.notified.connect(said.append)
    action = window.findChild(QAction, "action_language_de")
    assert action is not None
    action.trigger()
    assert window.settings.language == "de"
    assert action.isChecked()
    assert said == ["The language changes when Slicewise is started the next time."]


def test_each_language_names_itself(window: MainWindow) -> None:
    shown = [
        window.findChild(QAction, f"action_language_{language}").text().replace("&", "")
        for language in translation.LANGUAGES
    ]
    for text, name in zip(shown, translation.LANGUAGES.values(), strict=True):
        assert text.startswith(name)


# --- sentences of the core -----------------------------------------------------------------------


@pytest.fixture
def _marked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A language that marks what it translates, without a translator for the whole process."""
    monkeypatch.setattr(translation, "_worn", ["marked"])
    monkeypatch.setattr(core_sentences, "_of_qt", lambda text: f"⟦{text}⟧")
    core_sentences._translated.cache_clear()
    yield
    core_sentences._translated.cache_clear()


@pytest.mark.usefixtures("_marked")
def test_every_template_of_the_core_is_found_again_in_what_it_says() -> None:
    lost = []
    for text in core_sentences.texts():
        said = re.sub(r"\{\w+\}", "7", text)
        if marked_window.unmarked(core_tr(said)):
            lost.append(text)
    assert lost == []


@pytest.mark.usefixtures("_marked")
@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            "a b.nii.gz is empty (0 bytes); copy it again from its source.",
            "a b.nii.gz ⟦is empty (0 bytes)⟧; ⟦copy it again from its source⟧.",
        ),
        (
            "03: Left aside 3 exact copies of other files.",
            "03: ⟦Left aside 3 exact copies of other files.⟧",
        ),
        ("liver, spleen.nii", "⟦liver⟧, spleen.nii"),
        ("liver (with tumour)", "⟦⟦liver⟧ (with tumour)⟧"),
        ("Checking 05", "⟦Checking 05⟧"),
        ("Anna is glad.", "Anna is glad."),
        (
            "• The mask is empty: no voxel holds a label.\nThe mask holds fractions.",
            "• ⟦The mask is empty: no voxel holds a label.⟧\n⟦The mask holds fractions.⟧",
        ),
    ],
)
def test_a_sentence_of_the_core_is_translated_around_its_values(said: str, shown: str) -> None:
    assert core_tr(said) == shown


def test_in_english_a_sentence_of_the_core_stays_what_it_is() -> None:
    said = "a.nii.gz is empty (0 bytes); copy it again from its source."
    assert core_tr(said) is said


def test_without_a_translator_a_text_is_its_source_filled_in() -> None:
    assert tr("{n:.1f} {unit}", n=1.25, unit="mm") == "1.2 mm"
