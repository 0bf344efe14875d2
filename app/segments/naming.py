"""Names of labels: what to suggest, and the colour that comes with one."""

from dataclasses import replace

from unet_core.anatomy import NAMES
from unet_core.volume import DEFAULT_LABELS, Label, label_for


def suggestions() -> tuple[str, ...]:
    """Anatomical names, the usual ones first.

    >>> suggestions()[:2]
    ('liver', 'tumour')
    """
    usual = tuple(label.name for label in DEFAULT_LABELS.values())
    return (*usual, *sorted(name for name in NAMES if name not in usual))


def renamed(label: Label, name: str) -> Label:
    """The label under another name; a colour that nobody chose goes with the name.

    >>> renamed(label_for(3), "spleen").colour == label_for(9, "spleen").colour
    True
    >>> renamed(Label(3, "label 3", "#123456"), "spleen").colour
    '#123456'
    """
    was_usual = label.colour == label_for(label.value, label.name).colour
    colour = label_for(label.value, name).colour if was_usual else label.colour
    return replace(label, name=name, colour=colour)
