"""What the atlas calls its lesions, and in which colours."""

from app.translation import tr
from unet_core.evaluation.lesion_errors import ErrorKind, LesionError

KINDS: dict[ErrorKind, str] = {
    "missed": tr("missed"),
    "false": tr("false alarm"),
    "outline": tr("badly outlined"),
    "good": tr("well outlined"),
}
COLOURS: dict[ErrorKind, str] = {
    "missed": "BAD",
    "false": "WARNING",
    "outline": "ACCENT",
    "good": "GOOD",
}
"""Names of colours of the theme."""
REFERENCE_COLOUR, PREDICTION_COLOUR = "#4cd07d", "#ff5fa2"
"""Of the outlines, on the dark of a CT."""
HARM = tr(
    "Harm is tumour drawn wrong, in ml: all of a missed or false lesion; of a badly outlined one "
    "(Dice below 0.70) what was left out and what was drawn too much. Of equal harm the longer "
    "diameter comes first."
)


def size_words(error: LesionError) -> str:
    """How large a lesion is, as well as it is known."""
    if error.diameter_mm is None:
        return tr("{count} voxels", count=f"{error.voxels:,}")
    return tr("{mm} mm across", mm=f"{error.diameter_mm:.0f}")


def harm_words(error: LesionError) -> str:
    """How much of it is wrong."""
    if error.harm_ml is None:
        return ""
    return tr(
        "{ml} ml wrong", ml=f"{error.harm_ml:.1f}" if error.harm_ml >= 1 else f"{error.harm_ml:.2f}"
    )


def contrast_words(error: LesionError) -> str:
    """How much it differs from the liver."""
    if error.contrast_hu is not None:
        return tr("{hu} HU against the liver", hu=f"{error.contrast_hu:+.0f}")
    if error.contrast_grey is not None:
        return tr("{levels} grey levels against the liver", levels=f"{error.contrast_grey:+.0f}")
    return ""


def caption(error: LesionError) -> str:
    """Three short lines under a picture."""
    first = KINDS[error.kind]
    if error.kind == "outline":
        first = tr("badly outlined, {dice}", dice=f"{error.dice:.2f}")
    size = size_words(error)
    if error.diameter_mm is not None:
        size = tr("{mm} mm", mm=f"{error.diameter_mm:.0f}")
    second = " · ".join(text for text in (size, harm_words(error)) if text)
    return "\n".join([first, second, tr("case {case}", case=error.case_id)])


def tool_tip(error: LesionError) -> str:
    """All that is known of a lesion."""
    first, last = (z + 1 for z in error.slices)
    lines = [
        tr("Case {case}: {kind}", case=error.case_id, kind=KINDS[error.kind]),
        size_words(error),
        harm_words(error),
        contrast_words(error),
        tr("Dice {dice}", dice=f"{error.dice:.3f}"),
        tr("Slices {first} to {last}", first=first, last=last),
        tr("Double-click opens the case there."),
    ]
    return "\n".join(line for line in lines if line)
