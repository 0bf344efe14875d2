"""Every command of the window in one table: its name, words, icon, keys and who answers it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton, QWidget

from app import theme


@dataclass(frozen=True)
class Action:
    """One command.

    Attributes:
        name: Object name, ``action_<verb>[_<noun>]``.
        text: In the menu, with its mnemonic.
        tip: What it does, for the tool tip; the keys are added to it.
        handler: Method that answers it; takes the checked state if ``checkable``.
        icon: File in resources/icons.
        keys: Shortcuts, the first one shown.
        short: Words on the tool bar.
        is_checkable: On or off.
        is_on: On at the start.
        group: Only one of a group is on.
        needs: "scan", "mask" or "scores": greyed without one.
    """

    name: str
    text: str
    tip: str
    handler: str
    icon: str
    keys: tuple[str, ...] = ()
    short: str = ""
    is_checkable: bool = False
    is_on: bool = False
    group: str = ""
    needs: str = ""


ACTIONS = (
    Action(
        "action_open", "&Open…", "Open a scan, mask or zip", "ask_open", "open", ("Ctrl+O",), "Open"
    ),
    Action(
        "action_open_folder",
        "Open DICOM &folder…",
        "Open a folder of DICOM slices",
        "ask_open_folder",
        "open_folder",
        ("Ctrl+Shift+O",),
        "DICOM",
    ),
    Action(
        "action_open_mask",
        "Open &mask…",
        "Lay a mask over the open scan",
        "ask_open_mask",
        "open_mask",
        ("Ctrl+M",),
        "Mask",
    ),
    Action(
        "action_save_mask",
        "&Save mask as…",
        "Save the chosen mask to a file",
        "save_mask",
        "save_mask",
        ("Ctrl+S",),
        "Save",
        needs="mask",
    ),
    Action(
        "action_open_dataset",
        "Open &data set folder…",
        "Choose a folder of scans with their masks, to train on",
        "ask_open_dataset",
        "dataset",
        ("Ctrl+D",),
        "Data set",
    ),
    Action(
        "action_show_cases",
        "&Case table…",
        "Everything about the cases of the data set: pairs, verdicts, repairs, persons",
        "show_cases",
        "check",
        ("Ctrl+Shift+D",),
        "Cases",
    ),
    Action(
        "action_open_demo",
        "Open d&emo patients",
        "Make six artificial patients and open the first, ready to train on",
        "open_demo",
        "demo",
        short="Demo",
    ),
    Action("action_quit", "&Quit", "Close Slicewise", "close", "quit", ("Ctrl+Q",)),
    Action(
        "action_undo", "&Undo", "Take back the last change", "undo", "undo", ("Ctrl+Z", "Z"), "Undo"
    ),
    Action(
        "action_redo",
        "&Redo",
        "Make the change again",
        "redo",
        "redo",
        ("Ctrl+Y", "Ctrl+Shift+Z", "Y"),
        "Redo",
    ),
    Action(
        "action_layout_four_up",
        "&Four-up",
        "Show all three planes",
        "show_four_up",
        "four_up",
        ("Ctrl+1",),
        "Four-up",
        is_checkable=True,
        is_on=True,
        group="layout",
    ),
    Action(
        "action_layout_axial_large",
        "Axial &large",
        "Show the axial plane large beside the others",
        "show_axial_large",
        "axial_large",
        ("Ctrl+2",),
        "Axial",
        is_checkable=True,
        group="layout",
    ),
    Action(
        "action_layout_one_up",
        "&One-up",
        "Show the axial plane alone",
        "show_one_up",
        "one_up",
        ("Ctrl+3",),
        "One-up",
        is_checkable=True,
        group="layout",
    ),
    Action(
        "action_reset_views",
        "&Reset views",
        "Fit every slice into its view",
        "reset_views",
        "reset_views",
        ("R",),
        "Reset",
    ),
    Action(
        "action_mode_crosshair",
        "&Crosshair",
        "Dragging moves the crosshair through all views",
        "use_crosshair",
        "crosshair",
        ("C",),
        "Crosshair",
        is_checkable=True,
        is_on=True,
        group="mouse",
    ),
    Action(
        "action_mode_window",
        "&Window/level",
        "Dragging changes brightness and contrast",
        "use_window_level",
        "window_level",
        ("L",),
        "W/L",
        is_checkable=True,
        group="mouse",
    ),
    Action(
        "action_toggle_masks",
        "&Masks",
        "Show or hide every mask",
        "toggle_masks",
        "masks",
        ("G",),
        "Masks",
        is_checkable=True,
        is_on=True,
        needs="mask",
    ),
    Action(
        "action_toggle_smooth",
        "&Smooth image",
        "Blend between pixels, or show each as a square",
        "set_smooth",
        "smooth",
        ("Ctrl+I",),
        "Smooth",
        is_checkable=True,
        is_on=True,
    ),
    Action(
        "action_next_worst",
        "&Next worst slice",
        "Go to the slice with the next lowest Dice",
        "go_next_worst",
        "worst_next",
        ("N",),
        "Next worst",
        needs="scores",
    ),
    Action(
        "action_previous_worst",
        "&Previous worst slice",
        "Go back to the slice with the lower Dice",
        "go_previous_worst",
        "worst_previous",
        ("P",),
        "Prev worst",
        needs="scores",
    ),
    Action("action_show_data", "&Data", "Show the Data panel", "show_data", "data", ("Alt+D",)),
    Action(
        "action_show_segments",
        "&Segments",
        "Show the Segments panel",
        "show_segments",
        "masks",
        ("Alt+S",),
    ),
    Action(
        "action_show_train",
        "&Train",
        "Show the Train panel",
        "show_train",
        "train",
        ("Ctrl+T",),
        "Train",
    ),
    Action(
        "action_show_predict",
        "&Predict",
        "Show the Predict panel",
        "show_predict",
        "predict",
        ("Ctrl+P",),
        "Predict",
    ),
    Action(
        "action_show_evaluate",
        "&Evaluate",
        "Show the Evaluate panel",
        "show_evaluate",
        "evaluate",
        ("Ctrl+E",),
        "Evaluate",
    ),
    Action(
        "action_show_messages",
        "&Messages",
        "Show everything Slicewise has said",
        "show_messages",
        "messages",
        ("F4",),
    ),
    Action(
        "action_reset_panels",
        "&Arrange panels as at first",
        "Put every panel back where it was at first",
        "reset_panels",
        "axial_large",
    ),
    Action(
        "action_clear_recent",
        "&Clear this list",
        "Forget the recent files",
        "clear_recent",
        "remove",
    ),
    Action(
        "action_show_shortcuts",
        "&Keys and mouse",
        "Every key and what the mouse does",
        "show_shortcuts",
        "shortcuts",
        ("F1",),
    ),
    Action("action_show_about", "&About Slicewise", "Version and purpose", "show_about", "about"),
)

SEPARATOR = ""
MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "&File",
        (
            *("action_open", "action_open_folder", "action_open_mask", "action_save_mask"),
            *(SEPARATOR, "action_open_dataset", "action_open_demo"),
            *(SEPARATOR, "menu_recent", SEPARATOR, "action_quit"),
        ),
    ),
    ("&Edit", ("action_undo", "action_redo")),
    (
        "&View",
        (
            *("action_layout_four_up", "action_layout_axial_large", "action_layout_one_up"),
            *("action_reset_views", SEPARATOR, "menu_window"),
            *("action_mode_crosshair", "action_mode_window", SEPARATOR),
            *("action_toggle_masks", "action_toggle_smooth", SEPARATOR),
            *("menu_panels", "action_reset_panels"),
        ),
    ),
    ("&Go", ("action_next_worst", "action_previous_worst")),
    (
        "&Learn",
        (
            *("action_show_cases", SEPARATOR),
            *("action_show_train", "action_show_predict", "action_show_evaluate"),
        ),
    ),
    ("&Help", ("action_show_shortcuts", "action_show_messages", "action_show_about")),
)
"""Menus of the menu bar; ``menu_*`` are menus made elsewhere."""
TOOL_BAR = (
    *("action_open", "action_open_folder", "action_open_mask", "action_save_mask", SEPARATOR),
    *("action_layout_four_up", "action_layout_axial_large", "action_layout_one_up", SEPARATOR),
    *("action_mode_crosshair", "action_mode_window", "menu_window", "action_toggle_masks"),
    *(SEPARATOR, "action_previous_worst", "action_next_worst"),
    *(SEPARATOR, "action_show_train", "action_show_predict"),
)


def make_actions(window: QWidget, answerers: Sequence[QObject]) -> dict[str, QAction]:
    """A QAction for each row, owned by ``window``, answered by whoever has the row's handler."""
    groups: dict[str, QActionGroup] = {}
    made: dict[str, QAction] = {}
    for row in ACTIONS:
        action = QAction(theme.icon(row.icon), row.text, window)
        action.setObjectName(row.name)
        action.setIconText(row.short or row.text.replace("&", "").rstrip("…"))
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        action.setToolTip(tool_tip(row))
        action.setCheckable(row.is_checkable)
        action.setChecked(row.is_on)
        if row.group:
            groups.setdefault(row.group, QActionGroup(window)).addAction(action)
        answerer = next(one for one in answerers if hasattr(one, row.handler))
        action.triggered.connect(getattr(answerer, row.handler))
        window.addAction(action)
        made[row.name] = action
    return made


def tool_tip(row: Action) -> str:
    """What the command does and its keys: ``Open a scan or a mask (Ctrl+O)``."""
    keys = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in row.keys]
    return f"{row.tip} ({', '.join(keys)})" if keys else row.tip


def fill_menu_bar(
    bar: QMenuBar, actions: Mapping[str, QAction], submenus: Mapping[str, QMenu]
) -> None:
    """Build MENUS."""
    for title, names in MENUS:
        menu = bar.addMenu(title)
        menu.setToolTipsVisible(True)
        for name in names:
            if name == SEPARATOR:
                menu.addSeparator()
            elif name in submenus:
                menu.addMenu(submenus[name])
            else:
                menu.addAction(actions[name])


def fill_tool_bar(
    bar: QToolBar, actions: Mapping[str, QAction], submenus: Mapping[str, QMenu]
) -> None:
    """Build TOOL_BAR."""
    for name in TOOL_BAR:
        if name == SEPARATOR:
            bar.addSeparator()
        elif name in submenus:
            bar.addAction(submenus[name].menuAction())
            button = bar.widgetForAction(submenus[name].menuAction())
            if isinstance(button, QToolButton):
                button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        else:
            bar.addAction(actions[name])


def enable(actions: Mapping[str, QAction], present: frozenset[str]) -> None:
    """Grey every command whose need is not in ``present``."""
    for row in ACTIONS:
        if row.needs:
            actions[row.name].setEnabled(row.needs in present)
