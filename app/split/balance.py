"""How much of everything is on each side, and whether that is fair; no window needed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.translation import tr
from unet_core.split import SIDES, CaseSplit, Person, Side

SIDE_TITLES: Mapping[Side, str] = {
    "train": tr("Training"),
    "validation": tr("Validation"),
    "test": tr("Test"),
}
_ASKED: tuple[Side, ...] = ("validation", "test", "train")
"""A small side that is uneven tells more than the large one it was taken from."""
FAR_OFF, FEWEST = 1.8, 4
"""A side whose share of tumour is so many times its share of patients, or as much less, is told
about, where it has so many patients that chance alone does not explain it."""


@dataclass(frozen=True)
class Load:
    """What some persons weigh together; None where anybody's part is not known.

    Attributes:
        people: How many.
        scans: Of all of them.
        slices: Axial slices.
        lesion_slices: Those with tumour.
        lesion_ml: Volume of tumour.
    """

    people: int
    scans: int
    slices: int | None
    lesion_slices: int | None
    lesion_ml: float | None

    @classmethod
    def of(cls, people: Sequence[Person]) -> "Load":
        """Of these."""
        slices = [p.slices for p in people]
        lesion_slices = [p.lesion_slices for p in people]
        volumes = [p.lesion_ml for p in people]
        return cls(
            len(people),
            sum(len(p.case_ids) for p in people),
            None if None in slices else sum(n for n in slices if n is not None),
            None if None in lesion_slices else sum(n for n in lesion_slices if n is not None),
            None if None in volumes else sum(ml for ml in volumes if ml is not None),
        )


@dataclass(frozen=True)
class Row:
    """One line of a side's balance.

    Attributes:
        title: What is counted.
        value: In words; a dash where it is not known.
        share: Of the whole data set, 0 to 1; None where it is not known.
    """

    title: str
    value: str
    share: float | None


def sides_of(people: Sequence[Person], split: CaseSplit | None) -> dict[Side, tuple[Person, ...]]:
    """Persons on each side, in the order of the data set; without a split everybody learns."""
    place: dict[str, Side] = (
        {} if split is None else {name: side for side in SIDES for name in split.on(side)}
    )
    dealt: dict[Side, list[Person]] = {side: [] for side in SIDES}
    for person in people:
        dealt[place.get(person.case_ids[0], "train")].append(person)
    return {side: tuple(found) for side, found in dealt.items()}


def rows_of(here: Load, everybody: Load) -> tuple[Row, ...]:
    """The balance of one side."""
    return (
        _row(tr("Patients"), here.people, everybody.people),
        _row(tr("Slices"), here.slices, everybody.slices),
        _row(tr("with tumour"), here.lesion_slices, everybody.lesion_slices),
        _row(tr("Tumour, ml"), here.lesion_ml, everybody.lesion_ml),
    )


def _row(title: str, value: float | None, whole: float | None) -> Row:
    if value is None or whole is None:
        return Row(title, "–", None)
    text = f"{value:,.0f}" if value >= 10 or float(value).is_integer() else f"{value:.1f}"
    return Row(title, text, value / whole if whole else None)


def verdict(sides: Mapping[Side, Sequence[Person]]) -> tuple[bool, str]:
    """Whether the split is fair, and a sentence on it."""
    loads = {side: Load.of(people) for side, people in sides.items()}
    whole = Load.of([person for people in sides.values() for person in people])
    if not loads["train"].people:
        return False, tr("Nobody is left to learn from. Move patients to Training.")
    if not loads["validation"].people:
        return False, tr(
            "Nobody is kept for validation yet. Move patients there, or press Propose split."
        )
    if whole.lesion_slices is None:
        return True, tr(
            "Press Check pairs to see slices and tumour on every card; until then a proposal "
            "counts patients alone."
        )
    return next(
        ((False, text) for side in _ASKED if (text := _unfair(side, loads[side], whole))),
        (True, _fair(loads, whole)),
    )


def _fair(loads: Mapping[Side, Load], whole: Load) -> str:
    few = [side for side in _ASKED if loads[side].people and _is_off(loads[side], whole)]
    if few and loads[few[0]].people == 1:
        return tr(
            "As even as it can be: {side} is one patient, who cannot stand for all.",
            side=SIDE_TITLES[few[0]],
        )
    if few:
        return tr(
            "As even as it can be: {side} is {people} patients, who cannot stand for all.",
            side=SIDE_TITLES[few[0]],
            people=loads[few[0]].people,
        )
    if loads["test"].people:
        return tr("Balanced: every side has its share of patients and of tumour.")
    return tr(
        "Balanced. Nobody is kept for the test, so there will be no score that nothing was "
        "chosen by."
    )


def _unfair(side: Side, here: Load, whole: Load) -> str:
    """What is wrong with one side; empty where nothing is."""
    if not here.people or not whole.lesion_slices:
        return ""
    title = SIDE_TITLES[side]
    if not here.lesion_slices:
        return tr("{side} holds no tumour: nothing can be said about tumours there.", side=title)
    if here.people < FEWEST or not _is_off(here, whole):
        return ""
    of_people, of_tumour = _shares(here, whole)
    return tr(
        "{side} holds {people} % of the patients but {tumour} % of the tumour: its scores will "
        "not be like those of the others.",
        side=title,
        people=round(100 * of_people),
        tumour=round(100 * of_tumour),
    )


def _shares(here: Load, whole: Load) -> tuple[float, float]:
    """Of the patients and of the tumour: its volume where that is known, else its slices."""
    tumour, all_tumour = here.lesion_ml, whole.lesion_ml
    if tumour is None or not all_tumour:
        tumour, all_tumour = here.lesion_slices or 0.0, whole.lesion_slices or 1.0
    return here.people / whole.people, tumour / all_tumour


def _is_off(here: Load, whole: Load) -> bool:
    """Whether a side has far more or far less tumour than patients."""
    if not whole.lesion_slices:
        return False
    of_people, of_tumour = _shares(here, whole)
    return not of_people / FAR_OFF <= of_tumour <= of_people * FAR_OFF


def card_lines(person: Person) -> tuple[str, str]:
    """Name, and what the person weighs, as a card says it."""
    if len(person.case_ids) > 1:
        name = tr("{patient} ({scans} scans)", patient=person.name, scans=len(person.case_ids))
    else:
        name = person.name
    if person.slices is None:
        return name, tr("not checked yet")
    if not person.lesion_slices:
        return name, tr("{slices:,} slices, no tumour", slices=person.slices)
    if person.lesion_ml is None:
        return name, tr(
            "{slices:,} slices, {tumour:,} with tumour",
            slices=person.slices,
            tumour=person.lesion_slices,
        )
    return name, tr(
        "{slices:,} slices, {tumour:,} with tumour, {ml} ml",
        slices=person.slices,
        tumour=person.lesion_slices,
        ml=f"{person.lesion_ml:,.0f}" if person.lesion_ml >= 10 else f"{person.lesion_ml:.1f}",
    )
