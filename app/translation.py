"""The language of the window: every text a person reads goes through ``tr``.

Sources are English. ``app.start`` installs the reader's language before any other module of the
window is imported, so tables of texts are translated where they stand; a change of language shows
at the next start. Qt's own lupdate finds the texts, because they are literals in calls of ``tr``:
docs/translating.md says how.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from importlib.resources import files

from PySide6.QtCore import QCoreApplication, QDateTime, QLibraryInfo, QLocale, QTranslator

LANGUAGES = {"en": "English", "de": "Deutsch", "zh_CN": "简体中文"}
"""What there is, each named as those who read it name it; English needs no file."""
_CONTEXT = ""
"""What lupdate gives to a call outside every Qt class; one text means one thing in this window."""
_APPENDED_MNEMONIC = re.compile(r"\s*\(&.\)")
"""Where letters have no keys of their own, the key stands in brackets behind the text."""
_NUMBERS = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
"""Numbers have a point in every language: what is read in one place is typed in another."""
_worn = ["en"]


def tr(text: str, /, **values: object) -> str:
    """``text`` in the reader's language, with ``values`` put into its ``{places}``.

    Whole sentences only: what is glued from halves cannot be translated. A number that changes
    the words takes two texts, one for 1 and one for every other count.

    >>> tr("Epoch {epoch} of {epochs}", epoch=3, epochs=50)
    'Epoch 3 of 50'
    """
    translated = QCoreApplication.translate(_CONTEXT, text)
    return translated.format(**values) if values else translated


def without_mnemonic(text: str) -> str:
    """A menu text as it reads elsewhere: no underlined letter, no dots of a dialog to come.

    >>> without_mnemonic("&Open…"), without_mnemonic("打开(&O)…"), without_mnemonic("Fish && chips")
    ('Open', '打开', 'Fish & chips')
    """
    bare = _APPENDED_MNEMONIC.sub("", text).replace("&&", "\0").replace("&", "")
    return " ".join(bare.replace("\0", "&").rstrip("…").split())


def enumerated(words: Sequence[str]) -> str:
    """Names one after another, the last one with "and".

    >>> enumerated(["a"]), enumerated(["a", "b"]), enumerated(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    if len(words) < 2:
        return "".join(words)
    return tr("{most} and {last}", most=tr(", ").join(words[:-1]), last=words[-1])


def date_words(then: datetime) -> str:
    """A day and its hour as the reader's language writes them.

    >>> date_words(datetime(2026, 5, 3, 14, 2))
    '3 May 2026, 14:02'
    """
    moment = QDateTime(then.year, then.month, then.day, then.hour, then.minute, 0)
    return QLocale(_worn[-1]).toString(moment, tr("d MMMM yyyy, HH:mm"))


def language() -> str:
    """The one installed."""
    return _worn[-1]


def wear(taken: str) -> None:
    """Say which language the translators speak that were installed."""
    _worn[:] = [taken]


def install(app: QCoreApplication, choice: str = "") -> str:
    """Let the window speak a language; to be called before a module with texts is imported.

    Args:
        app: Holds the translators.
        choice: One of ``LANGUAGES``; any other is the system's, or English where that is unknown.

    Returns:
        The language taken.
    """
    taken = choice if choice in LANGUAGES else _of_system(QLocale.system().uiLanguages())
    QLocale.setDefault(_NUMBERS)
    wear(taken)
    own = str(files("resources").joinpath("translations"))
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qt), ("slicewise", own)):
        translator = QTranslator(app)
        if taken != "en" and translator.load(f"{name}_{taken}", folder):
            app.installTranslator(translator)
    return taken


def _of_system(wished: Sequence[str]) -> str:
    """The first of the system's languages that there is.

    >>> _of_system(["fr-FR", "de-AT"]), _of_system(["zh-Hans-CN"]), _of_system(["zh-TW", "en-GB"])
    ('de', 'zh_CN', 'en')
    """
    for wish in wished:
        main, *parts = wish.replace("_", "-").split("-")
        if main == "zh" and not {"TW", "HK", "MO", "Hant"} & set(parts):
            return "zh_CN"
        if main in LANGUAGES:
            return main
    return "en"
