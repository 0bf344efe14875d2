"""Help, "Words used here": the glossary on a page that can be searched and left open."""

from html import escape

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.glossary import GLOSSARY
from app.terms.term import Term
from app.translation import tr

SIZE = (600, 720)


class WordsPage(QDialog):
    """Every word with its line, by topic."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("words_page")
        self.setWindowTitle(tr("Words used here"))
        self.resize(*SIZE)
        self._line = QLineEdit()
        self._line.setObjectName("words_search")
        self._line.setAccessibleName(tr("Search words and what they mean"))
        self._line.setPlaceholderText(tr("Search: a word such as epoch, or what you look for"))
        self._line.setClearButtonEnabled(True)
        self._line.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._line.textChanged.connect(self._write)
        self.text = QTextBrowser()
        self.text.setObjectName("words_text")
        self.text.setAccessibleName(tr("Words used here"))
        self.text.setOpenLinks(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._line)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)
        theme.wearing.changed.connect(self._write)
        self._write()
        self._line.setFocus()

    @Slot()
    def _write(self) -> None:
        self.text.setHtml(words_html(self._line.text()))


def words_html(letters: str) -> str:
    """The words that hold all of some letters, by topic; all if there are none."""
    sought = letters.casefold().split()
    groups: dict[str, list[Term]] = {}
    for key, term in GLOSSARY.items():
        text = " ".join((key, term.word, term.line, term.also, term.group)).casefold()
        if all(word in text for word in sought):
            groups.setdefault(term.group, []).append(term)
    if not groups:
        said = tr("No word here has “{letters}”.", letters=letters.strip())
        return f"<p>{escape(said)}</p>"
    return "".join(_group(title, terms) for title, terms in groups.items())


def _group(title: str, terms: list[Term]) -> str:
    cells = "".join(
        f'<tr><td width="30%" style="padding:4px 14px 4px 0; color:{theme.ACCENT}">'
        f"<b>{escape(term.word)}</b></td>"
        f'<td width="70%" style="padding:4px 0; color:{theme.TEXT}">{escape(term.line)}</td></tr>'
        for term in sorted(terms, key=lambda term: term.word.casefold())
    )
    heading = f'<h3 style="color:{theme.TEXT}">{escape(title)}</h3>'
    return f'{heading}<table width="100%">{cells}</table>'
