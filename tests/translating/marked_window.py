"""The whole window in a language that marks every text, to find those that nobody translates.

Run as a program, in a process of its own, because a language is installed before the window's
modules are imported. Prints what it found as JSON.
"""

import html
import json
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QSettings, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTextEdit,
    QTreeView,
    QWidget,
)

from app import translation

OPEN, SHUT = "⟦", "⟧"
MOST_ROWS = 12
_INNERMOST = re.compile(f"{OPEN}[^{OPEN}{SHUT}]*{SHUT}")
MNEMONIC = re.compile(r"&(?!&)(\w)")
_TAG = re.compile(r"<[^>]*>")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
DATA = {"head", "drawn", "guess", "nii", "gz"}
"""Words of the files opened here: names stay as they are in every language."""
OPENERS = (
    *("action_show_cases", "action_find_command", "action_show_shortcuts", "action_show_words"),
    *("action_show_about", "action_save_mask", "action_export_surface", "action_open_mask"),
    *("action_layout_side_by_side", "action_show_split", "action_show_steps"),
    *("action_show_runs", "action_show_curves", "action_show_network", "action_show_batch"),
)
"""Commands that open what is not there at first."""
NAMED = ("train_preset", "setting_")
"""Boxes whose choices are called as the command line, the help and every record call them."""
UNITS = {
    *("mm", "HU", "ml", "px", "MB", "GB", "min", "Dice", "DICOM", "CSV", "PDF", "IoU", "SD"),
    *("TP", "FP", "FN", "NIfTI", "NRRD", "MetaImage", "nrrd", "seg", "mha", "dcm", "pngs"),
}
"""Units, measures and file formats are called alike everywhere."""
NAMES = {
    *("Slicewise", "English", "Deutsch", "ab", "dem", "nächsten", "Start", "简体中文"),
    *("from", "the", "next", "start", "on", "下次启动后生效"),
}
"""The program, and each language in its own words."""


class Marks(QTranslator):
    """Puts marks around every text, of Qt and of ours."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        del context, disambiguation, n
        return f"{OPEN}{source}{SHUT}"

    def isEmpty(self) -> bool:
        return False


def unmarked(text: str) -> str:
    """What of a text no translator saw.

    >>> unmarked("⟦Open ⟦liver⟧⟧: a"), unmarked("⟦Open⟧ liver")
    ('', 'liver')
    """
    text = html.unescape(_TAG.sub(" ", text))
    before = ""
    while text != before:
        before, text = text, _INNERMOST.sub(" ", text)
    words = [word for word in _LETTERS.findall(text) if word not in DATA | UNITS | NAMES]
    return " ".join(words)


def texts_of(one: QObject) -> Iterator[tuple[str, str]]:
    """Every text that a widget or an action shows or speaks, with what it is."""
    if isinstance(one, QAction):
        yield "text", one.text()
        yield "tool tip", one.toolTip()
        return
    if not isinstance(one, QWidget):
        return
    yield "tool tip", one.toolTip()
    yield "accessible name", one.accessibleName()
    yield "accessible description", one.accessibleDescription()
    yield "title", one.windowTitle()
    match one:
        case QAbstractButton() | QLabel():
            yield "text", one.text()
        case QGroupBox():
            yield "title", one.title()
        case QMenu():
            yield "title", one.title()
        case QComboBox() if one.objectName().startswith(NAMED):
            pass
        case QComboBox():
            for number in range(one.count()):
                yield "entry", one.itemText(number)
        case QLineEdit():
            yield "placeholder", one.placeholderText()
        case QPlainTextEdit():
            yield "placeholder", one.placeholderText()
            yield "text", one.toPlainText()
        case QTextEdit():
            yield "text", one.toPlainText()
        case QTabBar():
            for number in range(one.count()):
                yield "tab", one.tabText(number)
        case QAbstractSpinBox():
            yield "special value", one.specialValueText()
        case QAbstractItemView() if one.model() is not None and not _is_of_combo(one):
            yield from _cells(one)


def _is_of_combo(view: QAbstractItemView) -> bool:
    """Whether it is the list that a combo box drops down, whose entries are read from the box."""
    above = view.parentWidget()
    return above is not None and isinstance(above.parentWidget(), QComboBox)


def _cells(view: QAbstractItemView) -> Iterator[tuple[str, str]]:
    model = view.model()
    shows_headings = isinstance(view, QTableView | QTreeView)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for column in range(columns):
        if shows_headings:
            heading = model.headerData(column, Qt.Orientation.Horizontal)
            tip = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
            yield "heading", str(heading or "")
            yield "tip of heading", str(tip or "")
        for row in range(min(model.rowCount(QModelIndex()), MOST_ROWS)):
            index = model.index(row, column)
            yield "cell", str(index.data() or "")
            yield "tip of cell", str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
            for inner in range(model.rowCount(index)):
                yield "cell", str(model.index(inner, column, index).data() or "")


def found_in(window: QWidget) -> Iterator[dict[str, str]]:
    """Each unmarked text, with where it is."""
    tops = dict.fromkeys((window, *QApplication.topLevelWidgets()))
    everything = dict.fromkeys(child for top in tops for child in (top, *top.findChildren(QObject)))
    # the folders of this computer, as Qt shows them, are nobody's to translate
    dialogs = [top for top in tops if isinstance(top, QFileDialog)]
    of_files = {child for dialog in dialogs for child in dialog.findChildren(QObject)}
    of_files -= {child for child in of_files if child.objectName() == "fileTypeCombo"}
    for one in everything:
        if one in of_files:
            continue
        for kind, text in texts_of(one):
            if left := unmarked(text):
                name = one.objectName() or f"in {one.parent().objectName()}"
                yield {
                    "where": f"{type(one).__name__} {name}",
                    "what": kind,
                    "text": text,
                    "left": left,
                }


def clashes_in(window: QWidget) -> list[str]:
    """Letters underlined twice in one menu."""
    found = []
    menus = [menu for menu in window.findChildren(QMenu) if menu.objectName()]
    bar = window.findChildren(QMenuBar)
    for menu in (*bar, *menus):
        texts = [action.text().partition("\t")[0] for action in menu.actions()]
        letters = [letter.lower() for text in texts for letter in MNEMONIC.findall(text)]
        twice = sorted({letter for letter in letters if letters.count(letter) > 1})
        found += [f"{menu.objectName() or 'menu bar'}: {letter} in {texts}" for letter in twice]
    return found


def main() -> None:
    """Open a scan and two masks in the window; say what is not marked, or which letters clash."""
    language = sys.argv[1] if len(sys.argv) > 1 else "marked"
    scratch = Path(tempfile.mkdtemp())
    QSettings.setPath(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(scratch / "settings")
    )
    app = QApplication([])
    if language == "marked":
        marks = Marks(app)
        app.installTranslator(marks)
        translation.wear(language)
    else:
        translation.install(app, language)
    window = opened(scratch)
    app.processEvents()
    found = [] if language != "marked" else list(found_in(window))
    unique = {json.dumps(one, ensure_ascii=False, sort_keys=True): one for one in found}
    said = {"unmarked": list(unique.values()), "clashes": clashes_in(window)}
    sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=1))
    sys.stdout.flush()
    window.asks_before_closing = False
    window.close()


def opened(scratch: Path) -> QWidget:
    """The main window with everything in it that needs no training."""
    import numpy as np

    from app.main_window import MainWindow
    from app.session import Session
    from app.settings import Settings
    from unet_core.volume import Geometry, LabelMap, Volume

    settings = Settings()
    settings._store.setValue("folders/runs", str(scratch / "runs"))
    settings._store.setValue("folders/demo", str(scratch / "demo"))
    session = Session()
    window = MainWindow(session, settings)
    window.show()
    geometry = Geometry((24, 20, 8), (0.8, 0.8, 2.5))
    voxels = np.zeros((8, 20, 24), np.int16)
    voxels[2:6, 4:16, 4:20] = 100
    session.set_volume(Volume(voxels, geometry, "head.nii.gz", intensity="HU"))
    mask = (voxels > 0).astype(np.uint8)
    mask[3:5, 6:9, 6:10] = 2
    session.add_label_map(LabelMap(mask, geometry, "drawn.nii.gz", role="reference"))
    guess = np.roll(mask, 1, axis=2)
    session.add_label_map(LabelMap(guess, geometry, "guess.nii.gz", role="prediction"))
    session.set_compare_mode("agreement")
    for name in OPENERS if translation.language() == "marked" else ():
        action = window.findChild(QAction, name)
        assert action is not None, name
        action.trigger()
    session.notified.emit("head.nii.gz: The mask is empty: no voxel holds a label.")
    session.failed.emit("head.nii.gz is empty (0 bytes); copy it again from its source.")
    return window


if __name__ == "__main__":
    main()
