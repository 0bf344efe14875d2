"""The CLAIM checklist: what a report can answer by itself, and what only its authors can.

Numbers are those of the 2024 update (Tejani 2024, doi:10.1148/ryai.240300) of the checklist by
Mongan, Moy and Kahn (2020, doi:10.1148/ryai.2020200029); what an item asks for is said in words of
our own, shortened.
"""

from collections.abc import Iterator, Mapping

from unet_core.report.content import Block, Paragraph, Section, Table
from unet_core.report.looking import Looked
from unet_core.report.run_facts import SIDE_WORDS, RunFacts
from unet_core.report.words import counted, libraries, listed

ITEMS: Mapping[int, str] = {
    1: "Title says that AI is studied, and of what kind",
    2: "Abstract with design, methods, results, conclusions",
    3: "Clinical background; what the AI is meant for",
    4: "Aims and hypotheses",
    5: "Looking forward or back in time",
    6: "Goal of the study",
    7: "Where the data come from",
    8: "Who was taken in, who was left out",
    9: "Preparing the data",
    10: "Choosing parts of the data",
    11: "How names were removed",
    12: "Dealing with missing data",
    13: "How the images were acquired",
    14: "How the reference was made",
    15: "Why this reference",
    16: "Who drew the reference",
    17: "How the test cases were annotated",
    18: "Agreement between and within readers",
    19: "How cases were shared out",
    20: "At what level the shares are apart",
    21: "Planned number of cases",
    22: "The model in detail",
    23: "Software used",
    24: "How the weights began",
    25: "How it was trained",
    26: "How the final model was chosen",
    27: "Ensembles",
    28: "Measures of performance",
    29: "Statistics of uncertainty",
    30: "Robustness",
    31: "Explaining single results",
    32: "Evaluation on data of the same origin",
    33: "Test on data of another origin",
    34: "Registration of a trial",
    35: "Numbers taken in and left out",
    36: "Characteristics of the cases in each share",
    37: "Performance with its uncertainty",
    38: "Diagnostic performance with its precision",
    39: "Analysis of failures",
    40: "Limits of the study",
    41: "What it means for practice",
    42: "Where the full protocol is",
    43: "Whether software, model and data can be had",
    44: "Funding",
}
TO_BE_FILLED = "to be filled in by you"


def claim(run: RunFacts, looked: Looked) -> Section:
    """The whole checklist with the answers there are."""
    return claim_section(dict(_answers(run, looked)), "this run")


def claim_section(answers: Mapping[int, str], what: str) -> Section:
    """The checklist with some answers; ``what`` gave them, as "this run"."""
    rows = tuple((str(item), text, answers.get(item, TO_BE_FILLED)) for item, text in ITEMS.items())
    blocks: tuple[Block, ...] = (
        Paragraph(
            "CLAIM is a checklist for papers on AI in medical imaging (Mongan, Moy and Kahn 2020, "
            "doi:10.1148/ryai.2020200029; 2024 update, doi:10.1148/ryai.240300). The numbers are "
            "those of the update, the words are shortened. "
            f"{len(answers)} of its {len(ITEMS)} items can be answered from {what}."
        ),
        Table(
            f"CLAIM items, and what {what} answers.",
            ("Item", "Asks for", "Answer"),
            rows,
            widths=(0.07, 0.33, 0.6),
        ),
    )
    return Section("CLAIM checklist", blocks)


def _answers(run: RunFacts, looked: Looked) -> Iterator[tuple[int, str]]:
    config, best = run.config, run.best
    if run.labels:
        names = listed([label.name for label in run.labels.values()])
        yield 1, f"Deep learning: a U-Net that outlines {names}."
    if config is not None:
        yield 9, "See What the network is given."
        if config.threshold_masks:
            yield 12, "Soft mask edges were cut at half; cases without image or mask do not run."
    yield 11, "This report holds no names; whether the files do is for you to say."
    if any(run.split.values()):
        how = "chosen by hand" if run.asked_validation else "drawn at random with a fixed seed"
        yield 19, f"Validation cases were {how}; see Who was learned from."
        slices = config is not None and config.split == "slice"
        level = (
            "Slice: patients are on both sides, so scores are too good."
            if slices
            else "Patient, as far as names and pixels tell persons apart."
        )
        yield 20, level
        counts = [
            f"{counted(len(run.split.get(side, ())), 'case')} for {word}"
            for side, word in SIDE_WORDS.items()
            if run.split.get(side)
        ]
        yield 35, f"{listed(counts)}; who was left out before is for you to say.".capitalize()
    if config is not None:
        yield 22, "See The network: drawing, levels, sizes, numbers."
        yield 24, _beginning(run)
        yield 25, "See How it learns: loss, optimiser, learning rate, batch, length, changes."
        yield 26, "The epoch of the best mean validation Dice was kept."
        yield 27, "None: one model."
    if run.versions:
        yield 23, listed([" ".join(pair) for pair in libraries(run.versions)]) + "."
    if best is not None:
        yield 28, "Dice and IoU of whole cases, Dice per slice, share of lesions found."
        few = "" if len(run.scores) > 1 else " One case allows no interval."
        yield 29, f"Bootstrap over cases, 95 %.{few}"
        yield 32, "See Scores of the kept epoch (validation cases of the same data set)."
        yield 37, "See Scores of the kept epoch."
    if looked.cases:
        yield 39, "See Best and worst slices, and Dice of every slice."
    if best is not None:
        yield 40, "See Limits; those of your study are for you to add."


def _beginning(run: RunFacts) -> str:
    if run.passport is not None and run.passport.parent_sha256:
        return f"Weights of another model (SHA-256 {run.passport.parent_sha256[:12]}…)."
    seed = run.config.seed if run.config else "unknown"
    return f"Random, from seed {seed}."
