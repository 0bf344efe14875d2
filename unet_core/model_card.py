"""The passport of a model in words: where it is from, what it learned from, what it scores.

Everything is read from the model file and, where it lies in the folder of its run, from there.
"""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from unet_core import runs
from unet_core.checkpoint import Passport, load_model
from unet_core.cost_card import size_words
from unet_core.cost_measure import model_of, remembered
from unet_core.ensemble import Ensemble, file_sha256, opened
from unet_core.errors import InputError
from unet_core.evaluation.summary import mean_of
from unet_core.final_record import read_final_scores
from unet_core.model_facts import Line, ModelCard, ScoreLine
from unet_core.postprocess_choice import options_in_words
from unet_core.scores import Estimate
from unet_core.training_range import Range
from unet_core.unet import count_parameters
from unet_core.volume import Label

LEAST_CASES, FEW_SCANS = 5, 20
_HARDLY = 0.1
_DIGITS = 16
"""Of a hash inside a sentence."""


def model_card(source: Path) -> ModelCard:
    """The card of a model file, a run folder or an ensemble.

    Raises:
        InputError: If it is damaged or not one of ours.
    """
    path, found = model_of(source), opened(source)
    loaded = [load_model(model) for model in found.models]
    passports = [passport for _, passport in loaded]
    parameters = sum(count_parameters(network) for network, _ in loaded)
    size = sum(model.stat().st_size for model in found.models)
    run = _run_of(path)
    sha256 = file_sha256(path)
    if found.ensemble is None:
        scores = tuple(_run_scores(path.parent, passports[0], run))
    else:
        scores = tuple(_cross_validated(found.ensemble))
    origin = (
        ("File", f"{path.name} in {path.parent.name}"),
        ("SHA-256", sha256),
        ("Size", f"{size_words(size / 2**20)}, {parameters:,} parameters"),
        *_made(passports[0], found.ensemble, run),
    )
    return ModelCard(
        path=source,
        sha256=sha256,
        groups=(
            ("Where it is from", origin),
            ("What it learned from", tuple(_learned(passports, found.ensemble, run))),
            ("How it draws", tuple(_draws(passports[0], found.config, len(passports)))),
        ),
        scores=scores,
        limits=tuple(_limits(passports, found.ensemble, scores)),
        cost=remembered(source),
    )


def _run_of(path: Path) -> Mapping[str, Any]:
    """``run.json`` beside the model; empty where it lies somewhere else."""
    if path.name == runs.MODEL_FILE:
        with contextlib.suppress(InputError, OSError):
            return runs.read_values(path.parent)
    return {}


# --- where from ------------------------------------------------------------------------------


def _made(passport: Passport, made: Ensemble | None, run: Mapping[str, Any]) -> Iterator[Line]:
    created, versions = passport.created, passport.versions
    if made is not None:
        created, versions = made.created, made.versions
        yield "Networks", f"{len(made.models)}, one for each fold; the mean of all decides"
    by = f", by Slicewise {versions['slicewise']}" if versions.get("slicewise") else ""
    yield "Made", f"{created[:16].replace('T', ' ') or 'unknown'}{by}"
    others = [
        f"{name} {versions[name]}" for name in ("python", "torch", "numpy") if name in versions
    ]
    if others:
        yield "Made with", ", ".join(others)
    if made is None:
        yield "Epoch", f"{passport.epoch} (preset {passport.train.preset})"
        yield "Began with", _parent(passport, run)


def _parent(passport: Passport, run: Mapping[str, Any]) -> str:
    if not passport.parent_sha256:
        return "random weights"
    parent = run.get("parent")
    path = parent.get("path") if isinstance(parent, dict) else None
    name = f"{Path(str(path)).parent.name}/{Path(str(path)).name}, " if path else ""
    digits = passport.parent_sha256[:_DIGITS]
    return f"the weights of another model ({name}SHA-256 {digits}…)"


# --- what from -------------------------------------------------------------------------------


def _learned(
    passports: Sequence[Passport], made: Ensemble | None, run: Mapping[str, Any]
) -> Iterator[Line]:
    first = passports[0]
    if made is None:
        learned, chose = len(first.train_sha256), len(first.validation_sha256)
        test = len(run.get("asked_test_cases", ()))
        kept = f"{chose} more chose the epoch (validation)"
        yield "Scans", f"{learned}; {kept}" + (f"; {test} kept for a test" if test else "")
        yield "Split", _split(first)
    else:
        scans = {sha for one in passports for sha in (*one.train_sha256, *one.validation_sha256)}
        yield "Scans", f"{len(scans)}; each was kept aside by one of the networks"
    yield "Values", _values(first)
    if first.spacing_xyz_mm is None:
        yield "Voxel size", "unknown: no scan has a scale"
    else:
        median = " x ".join(f"{mm:.3g}" for mm in first.spacing_xyz_mm)
        yield "Voxel size", f"{median} mm (median){_spread_mm(first)}"
    yield from _ranges(first)


def _split(passport: Passport) -> str:
    if passport.train.split == "slice":
        return "by slice: the same patients were learned from and scored"
    return "by patient: nobody is on two sides"


def _values(passport: Passport) -> str:
    low, high = passport.window_hu
    if passport.intensity == "HU":
        return f"HU, {low:g} shown black and {high:g} white"
    if passport.intensity == "grey":
        return "grey pictures, not HU"
    return f"HU ({low:g} black, {high:g} white) and grey pictures"


def _spread_mm(passport: Passport) -> str:
    found = passport.ranges.spacing_xyz_mm if passport.ranges else None
    if found is None or all(low == high for low, high in found):
        return ""
    return f"; {' x '.join(_ends(one, '.3g') for one in found)}"


def _ranges(passport: Passport) -> Iterator[Line]:
    found = passport.ranges
    if found is None:
        yield "Grey values", "not noted: the file is from before Slicewise kept them"
        return
    yield "Slices", f"{_ends(found.slices, '.0f')} in each scan"
    dark, middle, bright = (_grey(one, passport) for one in found.percentiles)
    unit = "HU" if passport.intensity == "HU" else "of 255"
    yield "Tissue", f"darkest {dark}, middle {middle}, brightest {bright} {unit}"
    for name, one in found.labels.items():
        yield f"Median of {name}", f"{_grey(one, passport)} {unit}"


def _grey(found: Range, passport: Passport) -> str:
    if passport.intensity != "HU":
        return _ends(found, ".0f")
    low, high = passport.window_hu
    hu = (low + found[0] * (high - low) / 255, low + found[1] * (high - low) / 255)
    return _ends(hu, ".0f")


def _ends(found: tuple[float, float], form: str) -> str:
    low, high = (format(end, form) for end in found)
    return low if low == high else f"{low} to {high}"


# --- how -------------------------------------------------------------------------------------


def _draws(passport: Passport, usual: Any, networks: int) -> Iterator[Line]:
    yield "Finds", _names(passport.labels)
    shape, train = passport.model, passport.train
    kind = "a U-Net" if not shape.cascade else "a U-Net on whole slices, another on the organ"
    yield (
        "Network",
        f"{kind}, {shape.depth} levels deep" + (f", {networks} times" if networks > 1 else ""),
    )
    sizes = [train.image_size, train.detail_size][: 2 if shape.cascade else 1]
    for size, mm in zip(sizes, (*passport.pixel_mm, None, None), strict=False):
        pixel = f" of {mm:.2g} mm" if mm else ""
        yield "Sees", f"{size} x {size} pixels{pixel}, {shape.in_channels} slices at once"
    yield "Post-processing", options_in_words(usual)


def _names(labels: Mapping[int, Label]) -> str:
    return ", ".join(f"{label.name} ({value})" for value, label in sorted(labels.items()))


# --- how well --------------------------------------------------------------------------------


def _run_scores(folder: Path, passport: Passport, run: Mapping[str, Any]) -> Iterator[ScoreLine]:
    estimates = passport.estimates or (_of_journal(folder, passport) if run else {})
    for region, mean in passport.scores.items():
        known = estimates.get(region) or Estimate(mean, None, None, 0, 0)
        yield ScoreLine("validation", region, known)
    if not run:
        return
    with contextlib.suppress(InputError, OSError):
        final = read_final_scores(folder)
        if final is not None and final.epoch == passport.epoch:
            for region in final.dice:
                dice = {name: found.get(region) for name, found in final.cases.items()}
                yield ScoreLine("test", region, _mean(dice))


def _of_journal(folder: Path, passport: Passport) -> dict[str, Estimate]:
    """Of a model from before its file held intervals; every case counts as a person."""
    dice: dict[str, dict[str, float | None]] = {region: {} for region in passport.scores}
    for case in runs.read_slice_scores(folder, passport.epoch):
        for region, value in zip(case.regions, case.case_dice, strict=False):
            dice.setdefault(region, {})[case.case_id] = value
    return {region: _mean(found) for region, found in dice.items() if found}


def _cross_validated(made: Ensemble) -> Iterator[ScoreLine]:
    for region in made.summary.dice:
        dice = {case.image_sha256: case.after.dice.get(region) for case in made.cases}
        yield ScoreLine("cross-validation", region, _mean(dice))


def _mean(dice: Mapping[str, float | None]) -> Estimate:
    known = [(name, value) for name, value in dice.items() if value is not None and value == value]
    return mean_of(known, not_counted=len(dice) - len(known))


# --- what to doubt ---------------------------------------------------------------------------


def _limits(
    passports: Sequence[Passport], made: Ensemble | None, scores: Sequence[ScoreLine]
) -> Iterator[str]:
    first = passports[0]
    cases = max((line.dice.cases for line in scores), default=0)
    if 0 < cases < LEAST_CASES:
        few = "1 case" if cases == 1 else f"{cases} cases"
        yield f"Scores rest on {few}: the next patient may score much better or much worse."
    if made is None and scores and all(line.kind == "validation" for line in scores):
        yield (
            "The validation cases chose this epoch. A test on patients who chose nothing is still "
            "to be done."
        )
    learned = len({sha256 for one in passports for sha256 in one.train_sha256})
    if 0 < learned < FEW_SCANS:
        scans = "1 scan is" if learned == 1 else f"{learned} scans are"
        yield (
            f"{scans} few to learn from: expect it to work on scans like these (same scanner, "
            "contrast phase, kind of patient) and to fail on others."
        )
    if first.train.split == "slice":
        yield "Slices of the same patients were learned from and scored: scores are too good."
    for line in scores:
        if line.dice.value is not None and line.dice.value < _HARDLY:
            yield (
                f"{line.region[:1].upper()}{line.region[1:]} is hardly outlined yet (Dice below "
                f"{_HARDLY:g}): do not use this model to look for it."
            )
    if first.ranges is None:
        yield (
            "Whether the grey values of a scan are like those it learned from cannot be told: the "
            "model file does not hold them. Models trained from now on do."
        )
    yield (
        "This is no medical device: a mask needs a look by somebody who can read the scan before "
        "anything is decided by it."
    )
