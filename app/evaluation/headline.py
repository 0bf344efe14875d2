"""The result of an evaluation in a sentence, and the band of two readers."""

from collections.abc import Sequence

from app.core_sentences import core_tr
from app.curves.human_band import HumanBand
from app.evaluation.summary_model import estimate_of
from app.score_words import estimate
from app.translation import tr
from unet_core.evaluation.human_band import band_words, human_bands
from unet_core.events import Evaluated
from unet_core.scores import EvaluationSummary, RegionSummary

BAND_OF = "tumour"
"""What the Dice axis is about, if the readers marked it."""


def headline(summary: EvaluationSummary) -> str:
    """How many cases, and the mean Dice of each label with its interval."""
    first = count_words(summary.cases, summary.persons)
    return " ".join([first, *(_region_words(region) for region in summary.regions)])


def count_words(cases: int, persons: int) -> str:
    """How many cases of how many persons."""
    if cases == 1:
        return tr("1 case.")
    if cases == persons:
        return tr("{cases} cases, a person each.", cases=cases)
    if persons == 1:
        return tr("{cases} cases of one person.", cases=cases)
    return tr("{cases} cases of {persons} persons.", cases=cases, persons=persons)


def _region_words(region: RegionSummary) -> str:
    dice = region.estimates["dice"]
    words = tr(
        "Dice of {region}: {dice}.",
        region=core_tr(region.region.title),
        dice=estimate("dice", dice),
    )
    recall = estimate_of(region, "lesion_recall")
    if recall is None or recall.value is None:
        return words
    found = tr("Lesions found: {share}.", share=estimate("lesion_recall", recall))
    return f"{words} {found}"


def reader_sentences(summary: EvaluationSummary, cases: Sequence[Evaluated]) -> list[str]:
    """How far two readers agree on each label."""
    dice = {region.region.name: region.estimates["dice"] for region in summary.regions}
    return [band_words(band, dice[band.region]) for band in human_bands(cases)]


def own_band(cases: Sequence[Evaluated]) -> HumanBand | None:
    """The band of the user's own readers: of tumours, or of the first label there is."""
    bands = human_bands(cases)
    if not bands:
        return None
    band = next((one for one in bands if one.region == BAND_OF), bands[0])
    source = tr("Your readers, {count} cases", count=band.cases)
    return HumanBand(band.low, band.median, band.high, band.region, source)
