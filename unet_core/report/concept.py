"""The second part of a run's report: what was planned, and why."""

from collections.abc import Iterator

from unet_core.config import TrainConfig, settings_of
from unet_core.report.content import Block, Facts, Paragraph, Section, Table
from unet_core.report.network_part import network_blocks
from unet_core.report.run_facts import RunFacts
from unet_core.report.words import percent

_LOSSES = {
    "bce": "binary cross-entropy: every pixel counts alike",
    "ce": "cross-entropy: every pixel counts alike",
    "dice": "soft Dice: the overlap of masks, whatever their size",
    "dice_ce": "soft Dice plus cross-entropy: overlap and every pixel together",
    "focal": "focal cross-entropy: pixels that are hard count more",
    "tversky": "Tversky: overlap, with a missed pixel dearer than a false one",
}
_OPTIMISERS = {"adam": "Adam", "adamw": "AdamW", "sgd": "stochastic gradient descent (SGD)"}
_SCHEDULES = {
    "constant": "constant",
    "cosine": "warm-up, then a cosine fall to zero at the end of the run",
    "polynomial": "warm-up, then a polynomial fall to zero at the end of the run",
    "one_cycle": "one rise and one fall over the run",
}
_PRESETS = {
    "plan": "a plan that Slicewise made for these data",
    "article": "the preset 'article', which follows the tutorial Slicewise began with",
}
_AUGMENTATIONS = (
    "rotation_deg",
    "scale",
    "flip",
    "brightness",
    "contrast",
    "noise",
    "gamma",
    "blur",
    "low_resolution",
    "elastic",
    "synthetic_lesions",
)


def concept(run: RunFacts) -> Section:
    """What was planned."""
    config = run.config
    if config is None:
        blocks: tuple[Block, ...] = (
            Paragraph("The settings of this run cannot be read, so its concept is left out."),
        )
        return Section("Concept: how it was to be learned", blocks)
    return Section(
        "Concept: how it was to be learned",
        tuple(_origin(run, config)),
        (
            Section("The network", tuple(network_blocks(run, config))),
            Section("What the network is given", (_preprocessing(run, config),)),
            Section("How it learns", (_learning(run, config), *_augmentation(config))),
            *_reasons(run),
        ),
    )


def _origin(run: RunFacts, config: TrainConfig) -> Iterator[Block]:
    name = _PRESETS.get(config.preset, f"the preset '{run.names.scrubbed(config.preset)}'")
    yield Paragraph(
        f"The settings come from {name}. The lists below hold every setting that shapes the "
        "result; the section on reasons says why, where the run kept that."
    )


def _reasons(run: RunFacts) -> Iterator[Section]:
    if run.plan is None or not run.plan.choices:
        text = (
            "This run keeps no plan: its settings were chosen by a preset or by hand, not "
            "measured from the data, and the run does not say why."
        )
        yield Section("Why these settings", (Paragraph(text, "note"),))
        return
    table = Table(
        "The decisions of the plan, each with its reason.",
        ("Decision", "Chosen", "Reason"),
        run.plan.choices,
        widths=(0.16, 0.24, 0.6),
    )
    note = "Settings that were changed by hand after the plan are those of the lists above."
    yield Section("Why these settings", (table, Paragraph(note, "note")))


def _preprocessing(run: RunFacts, config: TrainConfig) -> Facts:
    side = f"{config.image_size} x {config.image_size} pixels"
    fit = "proportions kept" if config.fit == "pad" else "stretched to a square"
    crop = "the air around the patient is cut off" if config.crop == "body" else "the whole slice"
    neighbours = config.channels == "neighbours" and config.model.in_channels > 1
    beside = (config.model.in_channels - 1) // 2
    seen = (
        f"each slice together with {beside} above and {beside} below it"
        if neighbours
        else "each slice by itself"
    )
    rows = [
        ("Pictures", seen),
        ("What they show", f"{crop}, {fit}"),
        ("Size", side),
        ("Black and white", _grey_words(config, run.passport.intensity if run.passport else "")),
    ]
    if config.model.cascade:
        close = f"{config.detail_size} x {config.detail_size} pixels"
        rows.append(
            ("Close look", f"a second network sees the organ's box at {close}, on a narrower grey")
        )
    if config.threshold_masks:
        rows.append(("Masks", "soft edges were cut at half"))
    return Facts("From the scan to the network", tuple(rows))


def _grey_words(config: TrainConfig, intensity: str) -> str:
    """What is black and what is white, for scans of that kind; of an unknown one as if in HU."""
    as_they_are = "grey values, not HU: 0 to 255 as they are, others by percentiles of each scan"
    window = f"{config.window_low_hu:g} HU is black, {config.window_high_hu:g} HU is white"
    if intensity == "grey":
        return as_they_are
    return f"{window}; of scans that hold {as_they_are}" if intensity == "mixed" else window


def _learning(run: RunFacts, config: TrainConfig) -> Facts:
    batch = f"{config.batch_size} slices at once"
    if config.micro_batch:
        batch += f", {config.micro_batch} in memory at a time"
    rate = f"{config.learning_rate:g}, {_SCHEDULES.get(config.schedule, config.schedule)}"
    length = (
        f"{config.minutes:g} minutes of learning"
        if config.minutes
        else f"at most {config.epochs:,} epochs"
    )
    kind = "patients" if config.split == "patient" else "slices"
    aside = f"{percent(config.validation_fraction)} of the {kind}"
    if run.asked_validation:
        aside = f"{kind} chosen by hand"
    stop = f"after {config.patience} epochs without gain" if config.patience else "not used"
    rows = (
        ("Loss", _LOSSES.get(config.loss, config.loss)),
        ("Optimiser", _OPTIMISERS.get(config.optimiser, config.optimiser)),
        ("Learning rate", rate),
        ("Pull of weights to zero", f"{config.weight_decay:g}"),
        ("Batch", batch),
        ("Length", length),
        ("Early stopping", stop),
        ("Which weights are kept", "those of the epoch with the best mean validation Dice"),
        (
            "Averaging of weights",
            f"exponential, {config.ema:g} of the old at each step" if config.ema else "none",
        ),
        (
            "Rare labels",
            "every batch is filled so that they are seen" if config.balance else "as they come",
        ),
        ("Kept aside for validation", aside),
        ("Seed", str(config.seed)),
    )
    return Facts("Learning", rows)


def _augmentation(config: TrainConfig) -> Iterator[Block]:
    """The random changes that are made, with their limits; a sentence if there are none."""
    known = settings_of(TrainConfig)
    rows: list[tuple[str, str]] = []
    for name in _AUGMENTATIONS:
        value = getattr(config, name)
        if value:
            setting = known[name][1]
            limit = "yes" if value is True else f"{value:g} {setting.unit}".strip()
            rows.append((setting.help, limit))
    if rows:
        yield Table(
            "Random changes of the slices while learning, so that pictures are not learned by "
            "heart.",
            ("Change", "Limit"),
            tuple(rows),
            numbers=(1,),
            widths=(0.78, 0.22),
        )
    else:
        yield Paragraph("No random changes were made to the slices while learning.")
