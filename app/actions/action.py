"""One command as a row of a table."""

from dataclasses import dataclass

from app.translation import tr

NEEDS = {
    "scan": tr("Open a scan first."),
    "second": tr("Open a second scan first."),
    "mask": tr("Open or predict a mask first."),
    "scores": tr("Compare a prediction with its reference first."),
    "pair": tr("Open a reference mask and a prediction over one scan first."),
}
"""What a command may need, and what to tell someone who has not got it."""

FULL_NAME = "full_name"
"""Property of a QAction whose text says too little outside its menu."""


@dataclass(frozen=True)
class Action:
    """One command.

    Attributes:
        name: Object name, ``action_<verb>[_<noun>]``.
        text: In the menu, with its mnemonic.
        tip: What it does, for the tool tip; the keys are added to it.
        handler: Method that answers it; takes the checked state if ``is_checkable``.
        icon: File in resources/icons.
        keys: Shortcuts, the first one shown.
        short: Words on the tool bar.
        is_checkable: On or off.
        is_on: On at the start.
        group: Only one of a group is on.
        needs: A key of NEEDS: greyed without it.
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
