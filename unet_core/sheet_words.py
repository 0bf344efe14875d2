"""What one can see on a contact sheet, in sentences: how often the rare label is there, and faults.

Counted on the very pictures that are shown.
"""

from collections.abc import Iterator

import numpy as np

from unet_core.batch_sheet import Pixels, SheetLook
from unet_core.plain_words import Say, plain

BLACK = 0
BESIDE_BODY = 0.05
"""Share of a label's pixels on pure black above which it lies beside the body: soft tissue is grey
in every window that shows it."""
FLAT = 4.0
"""Standard deviation of the grey, of 255, below which a picture shows nothing."""
TOO_MUCH = 0.6
"""Share of a picture that no organ fills unless label and background are exchanged."""
MOSTLY_WHITE = 0.6


def rare_words(look: SheetLook, say: Say = plain) -> str:
    """On how many pictures the rarest label is, and how much of them it fills."""
    count = len(look.slices)
    if not count:
        return ""
    held = {value: _holding(look, value) for value in range(1, len(look.labels) + 1)}
    rarest = min(held, key=lambda value: (held[value], _share(look.after_labels, value)))
    name, pictures = look.labels[rarest - 1].name, held[rarest]
    share = 100 * _share(look.after_labels, rarest)
    values: dict[str, object] = {
        "name": name,
        "pictures": pictures,
        "count": count,
        "percent": f"{share:.2g}",
    }
    if len(look.labels) == 1:
        return say(
            "The label, {name}, is on {pictures} of {count} pictures and fills {percent} % of "
            "their area.",
            **values,
        )
    return say(
        "The rarest label here, {name}, is on {pictures} of {count} pictures and fills {percent} "
        "% of their area.",
        **values,
    )


def warnings_of(look: SheetLook, say: Say = plain) -> tuple[str, ...]:
    """Faults that show on these pictures, the gravest first."""
    return tuple(_warnings(look, say))


def _warnings(look: SheetLook, say: Say) -> Iterator[str]:
    middle = look.before.shape[1] // 2
    beside = [
        name
        for name, picture, labels in zip(
            _names(look), look.before[:, middle], look.before_labels, strict=True
        )
        if _beside_body(picture, labels)
    ]
    if beside:
        yield say(
            "On {names} the mask lies on black, outside the body: scan and mask may be shifted or "
            "mirrored against each other. Check the pairs of the data set.",
            names=_listed(beside),
        )
    full = _named(look, [float((labels > 0).mean()) > TOO_MUCH for labels in look.before_labels])
    if full and look.role != "close":
        yield say(
            "On {names} the mask fills most of the picture: background may be marked as a label.",
            names=_listed(full),
        )
    greys = look.before[:, middle]
    flat = _named(look, [float(picture.std()) < FLAT for picture in greys])
    if flat:
        yield say(
            "{names} hardly differ from one even grey: the grey window does not fit these scans.",
            names=_listed(flat),
        )
    white = _named(look, [float((picture == 255).mean()) > MOSTLY_WHITE for picture in greys])
    if white:
        yield say(
            "{names} are mostly pure white: the upper end of the grey window is too low.",
            names=_listed(white),
        )
    yield from _missing(look, say)


def _missing(look: SheetLook, say: Say) -> Iterator[str]:
    for value, label in enumerate(look.labels, start=1):
        if not _holding(look, value):
            yield say(
                "No picture of this batch shows {name}: the network learns nothing of it here. "
                "If that is so in most batches, switch on balancing or artificial tumours.",
                name=label.name,
            )
    gone = _named(
        look,
        [
            bool(before.any()) and not after.any()
            for before, after in zip(look.before_labels, look.after_labels, strict=True)
        ],
    )
    if gone:
        yield say(
            "Augmentation moved the whole mask out of {names}: turn or scale less.",
            names=_listed(gone),
        )


def change_words(changes: tuple[tuple[str, float], ...], say: Say = plain) -> str:
    """What augmentation did to a picture, in a line; a few words for nothing."""
    said = [words for name, amount in changes if (words := _change(name, amount, say))]
    return ", ".join(said) if said else say("as it is")


def _change(name: str, amount: float, say: Say) -> str:
    percent = round(100 * amount)
    match name:
        case "turned":
            return say("turned by {degrees}°", degrees=abs(round(amount))) if round(amount) else ""
        case "sized" if round(100 * (amount - 1)) > 0:
            return say("{percent} % larger", percent=round(100 * (amount - 1)))
        case "sized" if round(100 * (1 - amount)) > 0:
            return say("{percent} % smaller", percent=round(100 * (1 - amount)))
        case "mirrored":
            return say("mirrored")
        case "shifted":
            return say("shifted by {percent} %", percent=percent) if percent else ""
        case "elastic":
            return say("bent by {pixels} px", pixels=round(amount)) if round(amount) else ""
        case "lesions":
            return say("artificial tumours")
        case "brightness" if percent > 0:
            return say("brighter")
        case "brightness" if percent < 0:
            return say("darker")
        case "contrast" if percent > 0:
            return say("more contrast")
        case "contrast" if percent < 0:
            return say("less contrast")
        case "noise":
            return say("noise") if amount > 0.01 else ""
        case "blur":
            return say("blurred")
        case "low_resolution":
            return say("coarser")
        case "gamma":
            return say("greys bent")
        case _:
            return ""


# --- counting ----------------------------------------------------------------------------------


def _holding(look: SheetLook, value: int) -> int:
    """On how many pictures a class is."""
    return int((look.after_labels == value).any(axis=(1, 2)).sum())


def _share(labels: Pixels, value: int) -> float:
    return float((labels == value).mean())


def _beside_body(picture: Pixels, labels: Pixels) -> bool:
    marked = labels > 0
    return bool(marked.any()) and float((picture[marked] == BLACK).mean()) > BESIDE_BODY


def _names(look: SheetLook) -> list[str]:
    return [f"{one.case_id} / {one.number}" for one in look.slices]


def _named(look: SheetLook, at_fault: list[bool]) -> list[str]:
    return [name for name, fault in zip(_names(look), at_fault, strict=True) if fault]


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:3])
    return shown if len(names) <= 3 else f"{shown} (+{len(names) - 3})"


def picture_shares(look: SheetLook) -> list[dict[str, float]]:
    """For each picture, the share of it that each label fills, by name."""
    return [
        {
            label.name: float(np.mean(labels == value))
            for value, label in enumerate(look.labels, start=1)
        }
        for labels in look.after_labels
    ]
