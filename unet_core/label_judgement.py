"""From evidence to sentences: what keeps a pair out of training, what should be looked at.

The limits stand between what sound real pairs show and what the same pairs show after each mistake
that people make; the numbers are beside each limit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from unet_core.events import Repair
from unet_core.label_evidence import Evidence, Tissue
from unet_core.organ_values import Organ, organ_of
from unet_core.repair_steps import leave_out, mirror, mirror_words, remap
from unet_core.volume import Label, LabelMap, Volume

MEDIAN_GREY = (20.0, 235.0)
"""Of a solid organ in a picture windowed for it."""
MOST_AIR = 0.2
MOST_FAT, MOST_FAT_OF_FEW = 0.15, 0.35
"""Of nine real livers at most 2 % of the voxels were as dark as fat; of the same masks mirrored
left to right 16 to 48 %. Single slices scatter more: of 40, the worst sound one had 22 %."""
FEW_SLICES = 8
MOST_OUTSIDE, SOME_OUTSIDE = 0.10, 0.02
SITS = 0.15
"""Of 49 sound real pairs, 40 of them single slices with masks of 69 pixels up, the outline of none
fits less; whole scans 0.36 and more. Air or fat under a label is then no other patient's."""
STANDS_OUT_ASIDE, STANDS_OUT_MIRRORED = 2.0, 1.5
"""An outline that fits little, as a tumour's in a lung, still belongs where it lies if it fits so
much better there than moved or mirrored: of 420 masks mirrored or of other patients, none does."""
LOST = 0.06
"""Less than any of the 49; masks of other patients on whole scans reach 0.03."""
MIRROR_GAIN, MIRROR_FACTOR, MIRROR_LEAST = 0.06, 1.5, 0.12
"""A mirror image of a sound mask never fits better; mirrored back, the least of 120 wrong single
slices gained 0.076, whole scans 0.25 and more."""
MOVE_GAIN, MOVE_FACTOR = 0.02, 1.2
"""Of nine sound scans one, LiTS 04, fits better by 12 % a slice lower, the others by 2 %."""
_STRANGERS = "image and mask may not belong together"
_LISTED = 5


@dataclass
class Judgement:
    """What the evidence amounts to."""

    problems: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)


def judge(
    volume: Volume, label_map: LabelMap, counts: Mapping[int, int], evidence: Evidence
) -> Judgement:
    """Problems, notices and repairs of a mask that has as many voxels as its scan.

    Args:
        volume: The scan.
        label_map: Its mask.
        counts: Voxels of each label value.
        evidence: Measured of the two.
    """
    found = Judgement()
    _judge_scan(volume, found)
    named = {value: label_map.labels[value] for value in counts if value in label_map.labels}
    if not (_judge_mirrored(evidence, found) or _judge_moved(evidence, found)):
        _judge_tissue(volume, named, evidence, found)
        _judge_body(volume, evidence, found)
        if not found.problems:
            _judge_outline(named, evidence, found)
    _judge_order(named, counts, evidence, found)
    _judge_holes(evidence, len(volume.canonical), found)
    if found.problems and not found.repairs:
        found.repairs.append(leave_out("Nothing that is known here would mend it."))
    return found


# --- the scan --------------------------------------------------------------------------------


def _judge_scan(volume: Volume, found: Judgement) -> None:
    middle = volume.voxels[len(volume.voxels) // 2]
    low, high = float(middle.min()), float(middle.max())
    if volume.intensity == "HU" and low >= 0 and high <= 255:
        found.notices.append(
            "The scan says HU but holds 0 to 255 only, as pictures do: windows in HU do not apply."
        )
    elif volume.intensity == "HU" and low > -300 and float((middle == low).mean()) > 0.1:
        found.notices.append(
            f"The scan is cut off at {low:.0f} HU, as by a window: air, lung and fat below it "
            "cannot be told apart."
        )
    elif volume.intensity == "grey" and high > 600:
        found.notices.append(
            f"The scan's values reach {high:.0f} and none is below 0: they seem to be stored "
            "values whose rescale to HU was lost; export it again from DICOM."
        )


def sits(evidence: Evidence) -> bool:
    """Whether the outline of the mask sits on something that shows in the scan."""
    fit = evidence.fit
    if fit is None:
        return False
    stands_out = (
        fit >= STANDS_OUT_ASIDE * evidence.aside
        and fit >= STANDS_OUT_MIRRORED * max(evidence.mirrored.values(), default=0.0)
        and all(there <= here for there, here in evidence.moved.values())
    )
    return fit >= SITS or stands_out


# --- where it lies ---------------------------------------------------------------------------


def _judge_mirrored(evidence: Evidence, found: Judgement) -> bool:
    fit = evidence.fit
    if fit is None or not evidence.mirrored:
        return False
    axes, best = max(evidence.mirrored.items(), key=lambda item: item[1] - 0.02 * len(item[0]))
    if best < max(fit + MIRROR_GAIN, fit * MIRROR_FACTOR, MIRROR_LEAST):
        return False
    words = mirror_words(axes)
    also = ": its slices may be in reverse order" if axes == "z" else ""
    found.problems.append(
        f"Image and mask may not belong together: the mask would fit if it were mirrored "
        f"{words}{also}."
    )
    found.repairs.append(
        mirror(axes, f"Mirrored {words}, its outline fits the scan: {best:.2f} against {fit:.2f}.")
    )
    return True


def _judge_moved(evidence: Evidence, found: Judgement) -> bool:
    if evidence.fit is None or not evidence.moved:
        return False
    slices, (there, here) = max(evidence.moved.items(), key=lambda item: item[1][0] - item[1][1])
    if there < max(here + MOVE_GAIN, here * MOVE_FACTOR, SITS):
        return False
    way = "towards the head" if slices > 0 else "towards the feet"
    count = f"{abs(slices)} slice{'s' * (abs(slices) > 1)}"
    found.problems.append(
        f"The mask would fit better {count} further {way} ({there:.2f} against {here:.2f}): "
        "slices of image and mask are paired wrongly; match them again."
    )
    return True


def _judge_outline(named: Mapping[int, Label], evidence: Evidence, found: Judgement) -> None:
    """An organ shows against its surroundings; a lesion alone need not."""
    fit = evidence.fit
    if fit is None or sits(evidence) or (fit > LOST and fit >= evidence.aside):
        return
    said = f"The outline of the mask lies on nothing that shows in the scan (fit {fit:.2f} of 1)"
    organs = [organ_of(label.name) for label in named.values()]
    if any(organ is not None and organ.name != "tumour" for organ in organs):
        found.problems.append(f"{said}: {_STRANGERS}; look whether both are of one patient.")
    else:
        found.notices.append(f"{said}: look at this case.")


# --- what lies under it ----------------------------------------------------------------------


def _judge_tissue(
    volume: Volume, named: Mapping[int, Label], evidence: Evidence, found: Judgement
) -> None:
    is_few = len(volume.canonical) < FEW_SLICES
    for value, label in named.items():
        organ = organ_of(label.name)
        if organ is None or value not in evidence.tissue:
            continue
        tissue = evidence.tissue[value]
        problem = _wrong_tissue(label, organ, tissue, volume.intensity == "HU", is_few)
        if problem and sits(evidence) and "lies on" in problem:
            found.notices.append(f"{problem}, though its outline fits: look at this case.")
        elif problem:
            found.problems.append(f"{problem}: {_STRANGERS}; look whether both are of one patient.")
            return  # one sentence tells it; the tumour lies where the liver lies
        if problem:
            continue
        limit = MOST_FAT_OF_FEW if is_few else MOST_FAT
        if organ.is_lean and tissue.dark > limit / 3:
            found.notices.append(
                f"{tissue.dark:.0%} of the {label.name} label lies on fat or air: look at this "
                "case."
            )


def _wrong_tissue(label: Label, organ: Organ, tissue: Tissue, is_hu: bool, is_few: bool) -> str:
    """What is wrong, as the beginning of a sentence; empty where nothing is."""
    if organ.is_solid and tissue.air > MOST_AIR:
        return f"{tissue.air:.0%} of the {label.name} label lies on air or lung"
    if is_hu and not organ.low_hu <= tissue.median <= organ.high_hu:
        return f"The {label.name}'s median is {tissue.median:.0f} HU, which is no {organ.name}"
    if not organ.is_lean:
        return ""
    if not is_hu and not MEDIAN_GREY[0] <= tissue.median <= MEDIAN_GREY[1]:
        return f"The {label.name}'s median is {tissue.median:.0f} of 255, which is no {organ.name}"
    if tissue.dark > (MOST_FAT_OF_FEW if is_few else MOST_FAT):
        return f"{tissue.dark:.0%} of the {label.name} label lies on fat or air"
    return ""


def _judge_body(volume: Volume, evidence: Evidence, found: Judgement) -> None:
    share = evidence.outside_body
    if sits(evidence):
        return  # the outline sits: where the body seems to end is then the lesser witness
    if share > MOST_OUTSIDE and volume.intensity == "HU" and not found.problems:
        found.problems.append(
            f"{share:.0%} of the mask lies outside the body: {_STRANGERS}; look whether both are "
            "of one patient."
        )
    elif share > SOME_OUTSIDE:
        found.notices.append(f"{share:.0%} of the mask lies outside the body: look at this case.")


# --- the labels among themselves -------------------------------------------------------------


def _judge_order(
    named: Mapping[int, Label],
    counts: Mapping[int, int],
    evidence: Evidence,
    found: Judgement,
) -> None:
    """A tumour lies in its liver; where the liver lies in the tumour, the numbers are exchanged."""
    values = {label.name: value for value, label in named.items()}
    liver, tumour = values.get("liver"), values.get("tumour")
    if liver is None or tumour is None:
        return
    of_tumour = enclosed(evidence.faces, tumour, liver)
    of_liver = enclosed(evidence.faces, liver, tumour)
    if counts[liver] < counts[tumour] and of_liver > 0.5 and of_liver > 2 * of_tumour:
        found.problems.append(
            f"The liver label lies inside the tumour label and is smaller ({counts[liver]:,} "
            f"against {counts[tumour]:,} voxels): the two numbers seem to be exchanged."
        )
        found.repairs.append(
            remap(
                {liver: tumour, tumour: liver},
                f"{of_liver:.0%} of the liver's border lies in the tumour, {of_tumour:.0%} of the "
                "tumour's in the liver.",
            )
        )
    elif of_tumour == 0.0:
        found.notices.append("The tumour label nowhere touches the liver label: look at this case.")


def enclosed(faces: Mapping[tuple[int, int], int], inner: int, outer: int) -> float:
    """Share of the border of ``inner`` that it has with ``outer``.

    >>> enclosed({(0, 1): 90, (1, 2): 10}, 2, 1)
    1.0
    """
    border = sum(count for pair, count in faces.items() if inner in pair)
    shared = faces.get((min(inner, outer), max(inner, outer)), 0)
    return shared / border if border else 0.0


def _judge_holes(evidence: Evidence, slices: int, found: Judgement) -> None:
    holes: Sequence[int] = evidence.holes
    if not holes:
        return
    listed = ", ".join(str(index + 1) for index in holes[:_LISTED])
    more = f" and {len(holes) - _LISTED} more" if len(holes) > _LISTED else ""
    which, verb = ("Slice", "holds") if len(holes) == 1 else ("Slices", "hold")
    found.notices.append(
        f"{which} {listed}{more} of {slices} {verb} no label though those beside do: the mask may "
        "lack a slice."
    )
