"""Titles, explanations and numbers of an evaluation as the window shows them."""

from app.glossary import GLOSSARY
from app.translation import tr
from unet_core.evaluation.measures import MEASURES
from unet_core.scores import Estimate

TITLES = {
    "dice": tr("Dice"),
    "iou": tr("IoU"),
    "slice_dice": tr("Slice Dice"),
    "sensitivity": tr("Sensitivity"),
    "precision": tr("Precision"),
    "hd95_mm": tr("HD95 (mm)"),
    "assd_mm": tr("ASSD (mm)"),
    "hausdorff_mm": tr("Hausdorff (mm)"),
    "surface_dice_1mm": tr("Surface Dice, 1 mm"),
    "surface_dice_2mm": tr("Surface Dice, 2 mm"),
    "border_dice_1mm": tr("Border Dice, 1 mm"),
    "border_dice_2mm": tr("Border Dice, 2 mm"),
    "volume_error_ml": tr("Volume error (ml)"),
    "volume_error": tr("Volume error (%)"),
    "lesion_recall": tr("Lesions found"),
    "lesion_precision": tr("Lesions right"),
    "lesion_f1": tr("Lesion F1"),
}
"""By key of ``MEASURES``."""

EXPLANATIONS = {
    "dice": GLOSSARY["dice"].line,
    "iou": GLOSSARY["iou"].line,
    "slice_dice": tr(
        "Mean of the Dice of each slice that holds the label in either mask: every slice counts "
        "alike, large or small."
    ),
    "sensitivity": GLOSSARY["sensitivity"].line,
    "precision": GLOSSARY["precision"].line,
    "hd95_mm": GLOSSARY["hd95"].line,
    "assd_mm": GLOSSARY["assd"].line,
    "hausdorff_mm": tr("How far apart the outlines are at their very worst point, in mm."),
    "surface_dice_1mm": tr(
        "Share of the outline that is right to within 1 mm: what a surgeon or a radiotherapist "
        "need not redraw."
    ),
    "surface_dice_2mm": tr("Share of the outline that is right to within 2 mm."),
    "border_dice_1mm": tr("Surface Dice that counts border voxels instead of area, within 1 mm."),
    "border_dice_2mm": tr("Surface Dice that counts border voxels instead of area, within 2 mm."),
    "volume_error_ml": tr("How much too large (+) or too small (-) the drawing is, in ml."),
    "volume_error": tr("How much too large (+) or too small (-) it is, as a share of the truth."),
    "lesion_recall": GLOSSARY["lesion_recall"].line,
    "lesion_precision": tr("Share of the tumours drawn that are really there, big or small."),
    "lesion_f1": tr("Lesions found and lesions right in one number: 1 is none missed, none false."),
}
"""One line for a clinician, by key."""

GROUP_TITLES = {
    "Overlap": tr("Overlap"),
    "Outline": tr("Outline"),
    "Volume": tr("Volume"),
    "Lesions": tr("Lesions"),
}
NOTHING = tr("n/a")
MINUS = "\N{MINUS SIGN}"


def number(key: str, value: float | None) -> str:
    """A value as its measure is written.

    >>> number("dice", 0.81234), number("volume_error", -0.0312), number("hd95_mm", None)
    ('0.812', '−3.1', 'n/a')
    """
    if value is None or value != value:
        return NOTHING
    unit = MEASURES[key].unit
    if unit == "%":
        return _signed(value * 100, 1)
    if unit == "ml":
        return _signed(value, 1)
    return f"{value:.2f}" if unit == "mm" else f"{value:.3f}"


def _signed(value: float, places: int) -> str:
    text = f"{abs(value):,.{places}f}"
    if not float(text.replace(",", "")):
        return text
    return f"{MINUS if value < 0 else '+'}{text}"


def estimate(key: str, value: Estimate) -> str:
    """A mean with its interval, on one line."""
    shown = number(key, value.value)
    if value.low is None or value.high is None:
        return shown
    return tr(
        "{value} ({low} to {high})",
        value=shown,
        low=number(key, value.low),
        high=number(key, value.high),
    )


def millilitres(value: float | None) -> str:
    """A volume, with more places the smaller it is."""
    if value is None:
        return NOTHING
    return (
        f"{value:,.0f} ml"
        if value >= 100
        else f"{value:.1f} ml"
        if value >= 1
        else f"{value:.2f} ml"
    )
