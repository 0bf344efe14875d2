"""What can be done with runs: one table for buttons, keys and the context menu."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.translation import tr
from unet_core.run_table import RunRow

MOST_CURVES = 8
Rows = Sequence[RunRow]


@dataclass(frozen=True)
class Doing:
    """One command for the runs chosen.

    Attributes:
        name: Of its action, ``runs_<name>``; its handler is ``_do_<name>``.
        text: On its button.
        tip: What it does.
        suits: Whether it can be done with these runs.
        keys: That do it in the table.
        is_right: On the right, with what is rarer.
    """

    name: str
    text: str
    tip: str
    suits: Callable[[Rows], bool]
    keys: tuple[str, ...] = ()
    is_right: bool = False


def _one(suits: Callable[[RunRow], bool]) -> Callable[[Rows], bool]:
    return lambda rows: len(rows) == 1 and suits(rows[0])


DOINGS = (
    Doing(
        "curves",
        tr("Show curves"),
        tr("Lay the curves of the runs chosen over each other"),
        lambda rows: 0 < len(rows) <= MOST_CURVES and all(row.epochs_done for row in rows),
        ("Return", "Enter"),
    ),
    Doing(
        "use",
        tr("Use model"),
        tr("Predict with the best model of this run"),
        _one(lambda row: row.model_path is not None),
    ),
    Doing(
        "resume",
        tr("Resume"),
        tr("Go on with this run where it was left"),
        _one(lambda row: row.can_resume and not row.group),
    ),
    Doing(
        "more",
        tr("Train more…"),
        tr("Let this run learn for some rounds or minutes more"),
        _one(lambda row: row.can_extend and not row.group),
    ),
    Doing(
        "duplicate",
        tr("Set up alike"),
        tr("Fill the Train panel with the settings of this run, to start another like it"),
        _one(lambda row: bool(row.settings)),
    ),
    Doing(
        "split",
        tr("Split…"),
        tr("Show whom this run learns from, and whom it is validated and tested on"),
        _one(lambda row: row.is_run),
    ),
    Doing(
        "queue",
        tr("Add to queue"),
        tr("Let these runs wait for their turn to go on"),
        lambda rows: bool(rows) and all(row.can_resume and not row.group for row in rows),
    ),
    Doing(
        "rename",
        tr("Rename"),
        tr("Give this run a name; its folder keeps its own"),
        _one(lambda row: row.is_run),
        ("F2",),
        is_right=True,
    ),
    Doing(
        "report",
        tr("Report…"),
        tr("Write a report on this run, to read or print"),
        _one(lambda row: row.epochs_done > 0),
        is_right=True,
    ),
    Doing(
        "folder",
        tr("Open folder"),
        tr("Show the files of this run"),
        _one(lambda row: True),
        is_right=True,
    ),
    Doing(
        "delete",
        tr("Delete"),
        tr("Move these runs to the trash, from where they can be brought back"),
        lambda rows: bool(rows) and all(row.state != "running" and not row.group for row in rows),
        ("Del",),
        is_right=True,
    ),
)


def make_doings(parent: QWidget, handlers: Mapping[str, Callable[[], None]]) -> dict[str, QAction]:
    """An action for each row of the table, its keys heard while ``parent`` has the keyboard."""
    made = {}
    for row in DOINGS:
        action = QAction(row.text, parent)
        action.setObjectName(f"runs_{row.name}")
        keys = [QKeySequence(key) for key in row.keys]
        action.setShortcuts(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        shown = f" ({keys[0].toString(QKeySequence.SequenceFormat.NativeText)})" if keys else ""
        action.setToolTip(f"{row.tip}{shown}")
        action.triggered.connect(handlers[row.name])
        parent.addAction(action)
        made[row.name] = action
    return made


def enable(actions: Mapping[str, QAction], rows: Rows) -> None:
    """Grey what cannot be done with these runs."""
    for row in DOINGS:
        actions[row.name].setEnabled(row.suits(rows))
