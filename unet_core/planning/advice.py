"""The tutorial's questions, answered from the data: does the task suit a U-Net, is there enough.

Sentences only; nothing here changes a setting.
"""

import numpy as np

from unet_core.case_measures import LESION, ORGAN, LabelMeasures
from unet_core.fingerprint import SMALLEST_LESION, Fingerprint, lost_by_size
from unet_core.forecast import Forecast
from unet_core.planning.choices import counted, percent, seconds_words
from unet_core.planning.learning import ENOUGH_IMAGES

CLEAR, FAINT = 2.0, 1.0
"""Difference from the organ in units of its own scatter. Rose's criterion asks for 3 to 5 to see
a single small object for certain (Rose 1948, doi:10.1364/JOSA.38.000196); a lesion has many pixels,
so less does."""
SHARP = 0.6
"""Share of the difference that is there within two pixels of a boundary."""
FEW_SLICES = 5
"""Of a patient: fewer are samples, not scans."""
RARE = 0.01
FEW_PATIENTS, SOME_PATIENTS = 5, 20
MOST_OF_ONE = 0.7
WIDE_SPREAD = 1.5
"""Times the scatter inside the organ by which patients differ."""


def advice(found: Fingerprint, lost: float, planned: Forecast, minutes: float) -> tuple[str, ...]:
    """Everything worth saying, the verdict first.

    Args:
        found: The data set in numbers.
        lost: Share of lesions too small for the planned pictures.
        planned: What the run will take.
        minutes: Allowed for learning; 0 for no limit.
    """
    return (
        *suitability(found, lost),
        *enough(found),
        *oddities(found),
        *in_time(planned, minutes),
        *deployment(planned),
    )


def suitability(found: Fingerprint, lost: float) -> tuple[str, ...]:
    """Whether a U-Net can solve it, and why."""
    doubts: list[str] = []
    said = [_targets(found)]
    lesions = found.of_label(LESION)
    if found.lesions:
        said += [_sizes(found, lost, doubts), _lost(found)]
    if lesions and ORGAN in found.labels:
        said.append(_contrast(found, lesions, doubts))
        said.append(_sharpness(lesions, doubts))
    elif ORGAN in found.labels:
        said.append(_organ_edge(found, doubts))
    verdict = "The task suits a U-Net: what is to be found can be seen in single slices."
    if doubts:
        verdict = f"The task suits a U-Net with reservations: {_listed(doubts)}."
    return verdict, *filter(None, said)


def _listed(words: list[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _targets(found: Fingerprint) -> str:
    parts = []
    for name in found.labels:
        voxels, slices = found.shares(name)
        parts.append(
            f"{name} is on {percent(slices)} of {found.slices:,} slices and is "
            f"{percent(voxels)} of all voxels"
        )
    text = "; ".join(parts)
    voxels, _ = found.shares(found.labels[-1])
    rare = " That is rare: without batches filled with it a network answers background." * (
        voxels < RARE
    )
    return f"{text[0].upper()}{text[1:]}.{rare}"


def _sizes(found: Fingerprint, lost: float, doubts: list[str]) -> str:
    pixels = sorted(diameter for diameter, _ in found.lesions)
    if lost > 0.1:
        doubts.append(f"{percent(lost)} of the tumours are too small for the pictures")
    scales = [case.spacing_xyz_mm for _, case in found.lesions]
    millimetres = ""
    if all(scales):
        mm = sorted(d * case.spacing_xyz_mm[0] for d, case in found.lesions if case.spacing_xyz_mm)
        millimetres = f" ({mm[0]:.0f} to {mm[-1]:.0f} mm)"
    if len(pixels) == 1:
        return f"The one tumour measures {pixels[0]:.0f} pixels across{millimetres}."
    return (
        f"{len(pixels):,} tumours measure {pixels[0]:.0f} to {pixels[-1]:.0f} pixels "
        f"across{millimetres}, half of them less than {np.median(pixels):.0f}."
    )


def _lost(found: Fingerprint) -> str:
    """Which picture sizes lose how many lesions."""
    limit = f"{SMALLEST_LESION:.0f} pixels"
    views = {"whole": "in whole slices", "organ": "in the liver's box"}
    if ORGAN not in found.labels:
        views.pop("organ")
    parts = []
    for view, words in views.items():
        lost = lost_by_size(found, view)
        some = [f"{percent(share)} at {size}" for size, share in lost.items() if share]
        kept = [str(size) for size, share in lost.items() if not share]
        none = f"none from {kept[0]}" if kept and some else "none at any size"
        parts.append(f"{words} {', '.join([*some, none] if kept else some)}")
    return f"Shrunk below {limit} are {'; '.join(parts)}."


def _contrast(found: Fingerprint, lesions: list[LabelMeasures], doubts: list[str]) -> str:
    """How far lesions stand out of the organ and its noise."""
    organs = found.of_label(ORGAN)
    noise = float(np.median([organ.scatter for organ in organs]))
    differences = [lesion.contrast for lesion in lesions]
    middle = float(np.median(differences))
    unit = "HU" if found.cases[0].intensity == "HU" else "grey levels"
    low, high = sorted((round(min(differences)), round(max(differences))), key=abs)
    span = f"{abs(low)} to {abs(high)}" if abs(low) != abs(high) else f"{abs(low)}"
    side = "darker" if middle < 0 else "brighter"
    if min(differences) < 0 < max(differences):
        side, span = "darker in some patients and brighter in others", f"up to {abs(high)}"
    ratio = abs(middle) / noise if noise else 0.0
    if ratio < FAINT:
        verdict = "they are hardly seen, and some will be missed"
        doubts.append("the tumours hardly stand out of the liver")
    elif ratio < CLEAR:
        verdict = "they are faint, and small ones will be missed"
        doubts.append("the tumours are faint")
    else:
        verdict = "they are clearly seen"
    return (
        f"Tumours are {span} {unit} {side} than the liver around them, whose own values scatter "
        f"by {noise:.0f}: {ratio:.1f} times the noise, {verdict}."
    )


def _sharpness(lesions: list[LabelMeasures], doubts: list[str]) -> str:
    shares = [min(abs(m.edge / m.contrast), 1.0) for m in lesions if m.contrast and m.edge]
    if not shares:
        return ""
    share = float(np.median(shares))
    if share >= SHARP:
        return f"Their edges are sharp: {percent(share)} of the difference within two pixels."
    doubts.append("their edges are blurred")
    return (
        f"Their edges are blurred: only {percent(share)} of the difference is there within two "
        "pixels, so people draw them differently too, and no network will agree better than they."
    )


def _organ_edge(found: Fingerprint, doubts: list[str]) -> str:
    """How the organ stands out from what lies around it."""
    organs = found.of_label(ORGAN)
    edge = float(np.median([abs(organ.edge) for organ in organs]))
    noise = float(np.median([organ.scatter for organ in organs]))
    unit = "HU" if found.cases[0].intensity == "HU" else "grey levels"
    if not noise or not edge:
        return ""
    if edge < FAINT * noise:
        doubts.append("the liver hardly stands out from what lies around it")
    return (
        f"Across its edge the liver changes by {edge:.0f} {unit}, {edge / noise:.1f} times the "
        f"{noise:.0f} its own values scatter by."
    )


def enough(found: Fingerprint) -> tuple[str, ...]:
    """Whether there are enough patients, by their number alone."""
    patients = len(found.patients)
    name = LESION if found.lesions else found.labels[0]
    holding = sum(any(name in case.labels for case in cases) for cases in found.patients.values())
    count = f"{counted(holding, 'patient')} with {name}"
    if holding < FEW_PATIENTS:
        verdict = f"{count} are few" if holding != 1 else f"{count} is little"
        verdict += ": expect a model that works on scans like these and fails on others"
    elif holding < SOME_PATIENTS:
        verdict = (
            f"{count} are enough for a first model; each further one, best from another "
            "hospital, will still help"
        )
    else:
        verdict = f"{count} are a good start"
    a_patient = found.slices / len(found.patients)
    if holding >= FEW_PATIENTS and a_patient < FEW_SLICES:
        verdict = (
            f"{count} would be a good start, but with {a_patient:.1f} slices of each there are "
            f"only {counted(found.slices, 'slice')}"
        )
    curve = "A learning curve (unet-core plan --learning-curve) tells what more would bring."
    said = [f"{verdict}. {curve}"]
    if not found.persons_known:
        said.append(
            f"Names do not tell persons apart: each of {patients} cases counts as a patient of "
            "its own, and scores are too good if some are of one person."
        )
    if found.lesions:
        said += _concentration(found)
    return tuple(said)


def _concentration(found: Fingerprint) -> list[str]:
    """Whether one patient holds nearly all of the lesions."""
    voxels = {
        name: sum(case.labels[LESION].voxels for case in cases if LESION in case.labels)
        for name, cases in found.patients.items()
    }
    name = max(voxels, key=lambda n: voxels[n])
    share = voxels[name] / sum(voxels.values())
    if share < MOST_OF_ONE or len(voxels) < 2:
        return []
    return [
        f"{name.capitalize()} holds {percent(share)} of all tumour voxels; batches draw from "
        "every patient alike, so that the others are seen as often."
    ]


def oddities(found: Fingerprint) -> tuple[str, ...]:
    """What is wrong with single cases or differs between them."""
    said = []
    for name, problem in found.faulty[:3]:
        said.append(f"Case {name} keeps training from starting: {problem.rstrip('.')}.")
    if len(found.faulty) > 3:
        said.append(f"{len(found.faulty) - 3} more cases have problems; see unet-core check.")
    kinds = {case.intensity for case in found.cases}
    if len(kinds) == 2:
        said.append("Some scans are in HU and some hold grey values: the model will mix them up.")
    organ = found.of_label(ORGAN)
    if len(organ) > 1 and len(kinds) == 1:
        spread, scatter = found.spread(ORGAN), float(np.median([o.scatter for o in organ]))
        if scatter and spread > WIDE_SPREAD * scatter:
            said.append(
                f"The liver's middle value differs by {spread:.0f} between patients, "
                f"{spread / scatter:.1f} times its scatter inside one: other contrast phases or "
                "machines, which need more patients of each."
            )
    spacings = [case.spacing_xyz_mm for case in found.cases if case.spacing_xyz_mm]
    gaps = [spacing[2] for spacing in spacings]
    if gaps and max(gaps) > 2 * min(gaps):
        said.append(f"Slices lie {min(gaps):.1f} to {max(gaps):.1f} mm apart between scans.")
    if spacings and len(spacings) < len(found.cases):
        missing = len(found.cases) - len(spacings)
        said.append(
            f"{missing} of {len(found.cases)} scans have no true spacing: sizes in mm are unknown "
            "there."
        )
    return tuple(said)


def in_time(planned: Forecast, minutes: float) -> tuple[str, ...]:
    """Whether the time suffices to learn anything."""
    if planned.is_disturbed:
        return (
            "Other programs kept the processor busy while the network was tried out: times are too "
            "long. Plan again when the computer is quiet.",
        )
    if not minutes or planned.images >= ENOUGH_IMAGES:
        return ()
    needed = minutes * ENOUGH_IMAGES / max(planned.images, 1)
    return (
        f"In {minutes:g} minutes this computer learns from {planned.images:,} slices; tumours are "
        f"found after about {ENOUGH_IMAGES:,}. Allow {needed:.0f} minutes or more.",
    )


def deployment(planned: Forecast) -> tuple[str, ...]:
    """What using the model will cost."""
    where = "graphics card" if planned.device == "cuda" else "processor"
    return (
        f"A scan of the usual size will take about {seconds_words(planned.predict_s)} and "
        f"{planned.predict_mb / 1024:.1f} GB of memory with the finished model, on this {where}.",
    )
