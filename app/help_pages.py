"""The sheet of keys and mouse, made from the tables of commands and gestures, and what this is."""

from collections.abc import Iterable, Iterator
from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.actions import TOPICS
from app.colours import THEMES, Colours
from app.jobs import JobGroup
from app.panel_parts import file_dialog
from app.session import Session
from app.settings import Settings
from app.translation import tr, without_mnemonic
from app.version import FROM_SOURCE, app_version
from app.viewer.gestures import KEYS, MOUSE, SURFACE, TOOL_KEYS, Gesture, shown
from app.words_page import WordsPage
from unet_core.events import Saved
from unet_core.io import atomic

Row = tuple[str, str, str]
"""Keys, what they do, and other words by which it is found."""
PDF_DPI = 96


class HelpCommands(QObject):
    """Opens the pages over a window."""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window
        self._jobs = JobGroup(self)
        self._words: WordsPage | None = None

    def shutdown(self) -> None:
        """Wait until what was to be printed is written."""
        if self._words is not None:
            self._words.close()
        self._jobs.end()

    @Slot()
    def show_shortcuts(self) -> None:
        """The sheet of keys and mouse."""
        sheet = CheatSheet(self._settings, self._window)
        sheet.save_picked.connect(self._on_save_picked)
        sheet.show()

    @Slot()
    def show_words(self) -> None:
        """Every technical word in one line."""
        if self._words is None:
            self._words = WordsPage(self._window)
        self._words.show()
        self._words.raise_()

    @Slot()
    def show_about(self) -> None:
        """What Slicewise is."""
        Page("about_page", tr("About Slicewise"), about_html(), self._window).open()

    @Slot(str)
    def _on_save_picked(self, text: str) -> None:
        self._jobs.run(partial(_written, Path(text), sheet_pdf()), self._on_saved, self._on_failed)

    @Slot(object)
    def _on_saved(self, event: object) -> None:
        if isinstance(event, Saved):
            self._session.notified.emit(tr("The sheet of keys is in {file}.", file=event.path.name))

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._session.failed.emit(sentence)


class Page(QDialog):
    """A page of text that does not hold up the window."""

    def __init__(self, name: str, title: str, html: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(480, 320)
        self.text = QTextBrowser()
        self.text.setObjectName(f"{name}_text")
        self.text.setAccessibleName(title)
        self.text.setOpenLinks(False)
        self.text.setHtml(html)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.text)
        self.column.addWidget(self.buttons)


class CheatSheet(Page):
    """Every key and what the mouse does: to be searched, left open beside the window, printed.

    Signals:
        save_picked: The file to write it to.
    """

    save_picked = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__("shortcuts_page", tr("Keys and mouse"), sheet_html(""), parent)
        self._settings = settings
        self.resize(600, 720)
        self._line = QLineEdit()
        self._line.setObjectName("shortcuts_search")
        self._line.setAccessibleName(tr("Search keys and what they do"))
        self._line.setPlaceholderText(tr("Search: a key such as Ctrl, or a word such as window"))
        self._line.setClearButtonEnabled(True)
        self._line.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._line.textChanged.connect(self._write)
        self.column.insertWidget(0, self._line)
        save = self.buttons.addButton(tr("Save to print…"), QDialogButtonBox.ButtonRole.ActionRole)
        save.setObjectName("shortcuts_save")
        save.setIcon(theme.icon("print"))
        save.setToolTip(tr("Write the whole sheet into a PDF file, dark on white"))
        save.clicked.connect(self._ask_where)
        theme.wearing.changed.connect(self._write)
        self._line.setFocus()

    @Slot()
    def _write(self) -> None:
        self.text.setHtml(sheet_html(self._line.text()))

    @Slot()
    def _ask_where(self) -> None:
        dialog = file_dialog(
            self, "shortcuts_dialog", tr("Save the sheet of keys"), self._settings.last_folder
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr("PDF (*.pdf)")])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(tr("Slicewise keys.pdf"))
        dialog.fileSelected.connect(self.save_picked)
        dialog.open()


def _written(path: Path, data: bytes) -> Iterator[Saved]:
    atomic.write_bytes(path, data)
    yield Saved(path)


def sheet_pdf() -> bytes:
    """The sheet as a PDF file, dark on white."""
    data = QBuffer()
    data.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(data)
    writer.setTitle(tr("Slicewise: keys and mouse"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setResolution(PDF_DPI)
    document = QTextDocument()
    document.setHtml(sheet_html("", THEMES["light"]))
    document.print_(writer)
    return bytes(data.data().data())


def sheet_html(letters: str, colours: Colours | None = None) -> str:
    """Mouse and keys over a view, then every command that has a key; only rows with all words.

    Args:
        letters: Words to be found in the keys, what they do or their heading; all rows if empty.
        colours: To write it in; those of the theme worn if None.
    """
    sections = [
        (tr("Mouse over a view"), _told(MOUSE)),
        (tr("Keys in a view that has the keyboard"), _told((*KEYS, *TOOL_KEYS))),
        (tr("Mouse and keys in the 3D view"), _told(SURFACE)),
    ]
    native = QKeySequence.SequenceFormat.NativeText
    for title, rows in TOPICS:
        told = [
            (", ".join(QKeySequence(key).toString(native) for key in row.keys), row.tip, row.text)
            for row in rows
            if row.keys
        ]
        sections.append((title, told))
    words = letters.casefold().split()
    tables = [
        _table(title, kept, colours or theme.wearing.colours)
        for title, rows in sections
        if (
            kept := [
                row for row in rows if _holds(without_mnemonic(" ".join((title, *row))), words)
            ]
        )
    ]
    return "".join(tables) or _nothing_found(letters)


def about_html() -> str:
    """What it is, which version, and what it is not."""
    version = app_version()
    if version == FROM_SOURCE:
        version = tr("(from source)")
    return (
        f"<h2>Slicewise {escape(version)}</h2>"
        + _paragraph(
            tr(
                "Open a CT, lay a tumour mask over it, press Train. A U-Net learns on this "
                "computer while you keep reading, and every slice shows its Dice."
            )
        )
        + _paragraph(
            tr(
                "Nothing leaves this computer: no scan, no mask, no model and no count of "
                "anything is sent anywhere."
            )
        )
        + _paragraph(
            tr(
                "For research and teaching. Slicewise is not a medical device, and what a model "
                "draws is no diagnosis."
            )
        )
    )


def _nothing_found(letters: str) -> str:
    return _paragraph(tr("No key and no command has “{letters}”.", letters=letters.strip()))


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _told(gestures: Iterable[Gesture]) -> list[Row]:
    return [
        (", ".join(shown(how) for how in one.how), f"{one.what[0].upper()}{one.what[1:]}", "")
        for one in gestures
    ]


def _holds(text: str, words: list[str]) -> bool:
    return all(word in text.casefold() for word in words)


def _table(title: str, rows: Iterable[Row], colours: Colours) -> str:
    cells = "".join(
        f'<tr><td width="36%" style="padding:3px 14px 3px 0; color:{colours.ACCENT}">'
        f"<b>{escape(keys)}</b></td>"
        f'<td width="64%" style="padding:3px 0; color:{colours.TEXT}">{escape(what)}</td></tr>'
        for keys, what, _ in rows
    )
    heading = f'<h3 style="color:{colours.TEXT}">{escape(title)}</h3>'
    return f'{heading}<table width="100%">{cells}</table>'
