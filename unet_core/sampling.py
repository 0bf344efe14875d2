"""From whom is learned, on whom it is scored, and who is kept for the end: the split.

All of it follows from the settings and the data alone, so a continued run goes on as it would have.
"""

from collections.abc import Hashable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.person_groups import person_names
from unet_core.slices import SliceCase
from unet_core.target import Target


@dataclass(frozen=True)
class Part:
    """The slices of one case that belong to one side of the split."""

    case: SliceCase
    z: tuple[int, ...]

    @classmethod
    def whole(cls, case: SliceCase) -> "Part":
        """All of it."""
        return cls(case, tuple(range(case.count)))

    @property
    def is_whole(self) -> bool:
        """Whether no slice of the case is on the other side."""
        return len(self.z) == self.case.count

    def slices_with(self, values: Sequence[int]) -> list[int]:
        """Slices that hold any of some label values, rising."""
        return sorted({z for v in values for z in self.case.slices_with.get(v, ())} & set(self.z))


@dataclass(frozen=True)
class Split:
    """Who is learned from, who is scored after every round, and who once at the end."""

    train: tuple[Part, ...]
    validation: tuple[Part, ...]
    notices: tuple[str, ...] = ()
    test: tuple[Part, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Case names of all sides; the test only where there is one."""
        return {
            "train": [part.case.case_id for part in self.train],
            "validation": [part.case.case_id for part in self.validation],
            "validation_slices": {
                part.case.case_id: list(part.z) for part in self.validation if not part.is_whole
            },
            **({"test": [part.case.case_id for part in self.test]} if self.test else {}),
        }


def chosen_cases(
    cases: Sequence[SliceCase], learned: Sequence[str], scored: Sequence[str]
) -> tuple[SliceCase, ...]:
    """The cases to learn from and those to score; all of them if none to learn from is named.

    Raises:
        InputError: If a name is unknown.
    """
    if not learned:
        return tuple(cases)
    names = [case.case_id for case in cases]
    _refuse_unknown(names, learned, "training")
    return tuple(case for case in cases if case.case_id in {*learned, *scored})


def _refuse_unknown(names: Sequence[str], asked: Sequence[str], side: str) -> None:
    if unknown := [name for name in asked if name not in names]:
        raise InputError(
            f"{side} case {unknown[0]}", "is not in the data set", f"choose from {', '.join(names)}"
        )


def make_split(
    cases: Sequence[SliceCase],
    target: Target,
    config: TrainConfig,
    asked: Sequence[str] = (),
    test: Sequence[str] = (),
) -> Split:
    """Keep some patients (or slices) aside for validation, and the test cases for the end.

    Args:
        cases: All of the data set.
        target: Labels that should occur on both sides.
        config: ``split``, ``seed`` and ``validation_fraction``.
        asked: Names of the validation cases, if the user chose them.
        test: Names of cases neither learned from nor validated on.

    Raises:
        InputError: If nothing is left for one side, a name is unknown, or the same patient or
            the same pixels would be on two sides.
    """
    cases, tested = kept_for_test(cases, target, asked, test)
    split = _split_of_rest(cases, target, config, asked)
    return replace(split, test=tuple(map(Part.whole, tested)))


def outside_test(cases: Sequence[SliceCase], test: Sequence[str]) -> tuple[SliceCase, ...]:
    """The cases anything may be learned or chosen from: which labels there are, for one."""
    return tuple(case for case in cases if case.case_id not in test)


def kept_for_test(
    cases: Sequence[SliceCase], target: Target, asked: Sequence[str], test: Sequence[str]
) -> tuple[Sequence[SliceCase], Sequence[SliceCase]]:
    """The cases without those of the test, and those of the test.

    Raises:
        InputError: If a name is unknown, a person would be on two sides, or nothing is left.
    """
    if not test:
        return cases, ()
    _refuse_unknown([case.case_id for case in cases], test, "test")
    if twice := [name for name in test if name in asked]:
        raise InputError(
            f"case {twice[0]}",
            "is named for validation and for the test",
            "choose one of them: validation decides which round is kept, the test decides nothing",
        )
    tested = [case for case in cases if case.case_id in test]
    rest = outside_test(cases, test)
    if not rest:
        raise InputError("the split", "leaves no case to learn from", "choose fewer test cases")
    _refuse_shared(tested, rest, "in the test", "outside it", "the test")
    if not any(_has(case, values) for case in tested for values in target.groups):
        raise InputError(
            f"test case {', '.join(case.case_id for case in tested)}",
            f"holds no {' or '.join(r.name for r in target.regions)}, so nothing can be scored",
            "choose other test cases",
        )
    return rest, tested


def _split_of_rest(
    cases: Sequence[SliceCase], target: Target, config: TrainConfig, asked: Sequence[str]
) -> Split:
    only = cases[0] if len(cases) == 1 else None
    nameless_stack = only is not None and only.patient is None and len(only.image_paths) > 1
    if not asked and (config.split == "slice" or nameless_stack):
        split = _slice_split(cases, target, config)
    else:
        split = _patient_split(cases, target, config, asked)
    if not any(_holds(part, values) for part in split.validation for values in target.groups):
        names = ", ".join(part.case.case_id for part in split.validation)
        raise InputError(
            f"validation case {names}",
            f"holds no {' or '.join(r.name for r in target.regions)}, so nothing can be scored",
            "choose other validation cases",
        )
    return replace(split, notices=(*split.notices, *_unlearnable(split.train, target, config)))


def _unlearnable(train: Sequence[Part], target: Target, config: TrainConfig) -> tuple[str, ...]:
    """Sentences on labels that no slice shows to the network.

    Raises:
        InputError: If that is so for all of them.
    """
    missing = [k for k, values in enumerate(target.groups) if not _shown(train, values)]
    names = [target.labels[target.groups[k][0]].name for k in missing]
    if len(missing) == len(target.groups):
        small = any(_holds(part, values) for part in train for values in target.groups)
        raise InputError(
            "the training cases",
            f"hold no {' and no '.join(names)}" + " that is left at this image_size" * small,
            "choose a larger image_size" if small else "choose other validation cases",
        )
    drawn = target.lesions.lesion if target.lesions else 0
    return tuple(
        f"No training case holds {name}: it is learned from artificial ones alone."
        if k + 1 == drawn
        else f"No training case holds {name} at {config.image_size} pixels: it cannot be learned."
        for k, name in zip(missing, names, strict=True)
    )


def _shown(parts: Sequence[Part], values: Sequence[int]) -> bool:
    return any(part.slices_with(values) for part in parts)


def _patient_split(
    cases: Sequence[SliceCase], target: Target, config: TrainConfig, asked: Sequence[str]
) -> Split:
    names = [case.case_id for case in cases]
    _refuse_unknown(names, asked, "validation")
    groups: dict[str, list[SliceCase]] = {}
    persons = person_names(cases)
    for case in cases:
        groups.setdefault(persons[case.case_id], []).append(case)
    if len(groups) < 2:
        raise InputError(
            "the data set",
            f"holds only one patient ({names[0]})",
            "add a second patient, or set split to slice, which scores slices of the same person "
            "and is too good",
        )
    held = set(asked) or {
        case.case_id for name in _held_patients(groups, target, config) for case in groups[name]
    }
    train = [case for case in cases if case.case_id not in held]
    validation = [case for case in cases if case.case_id in held]
    _refuse_leaks(train, validation)
    notices: tuple[str, ...] = ()
    if all(case.patient is None for case in cases):
        notices = (
            "The data set does not tell patients apart: every case counts as a patient of its own. "
            "If some are of one person, the scores are too good.",
        )
    return Split(tuple(map(Part.whole, train)), tuple(map(Part.whole, validation)), notices)


def _held_patients(
    groups: Mapping[str, Sequence[SliceCase]], target: Target, config: TrainConfig
) -> list[str]:
    return held_patients(
        {
            name: {i for i, values in enumerate(target.groups) for c in group if _has(c, values)}
            for name, group in groups.items()
        },
        config,
    )


def held_patients(kinds: Mapping[str, Set[Hashable]], config: TrainConfig) -> list[str]:
    """Patients to validate with: at random, those with every label first.

    None is taken that is the last source of a label.

    Args:
        kinds: What each patient holds of the labels that are learned.
        config: ``seed`` and ``validation_fraction``.
    """
    rng = np.random.default_rng([config.seed, 0])
    shuffled = [sorted(kinds)[int(i)] for i in rng.permutation(len(kinds))]
    wanted = min(max(round(config.validation_fraction * len(kinds)), 1), len(kinds) - 1)
    held: list[str] = []
    for name in sorted(shuffled, key=lambda n: -len(kinds[n])):
        left = [kinds[other] for other in kinds if other not in (*held, name)]
        if len(held) < wanted and kinds[name] <= set[Hashable]().union(*left):
            held.append(name)
    return held or shuffled[:1]


def _refuse_leaks(train: Sequence[SliceCase], validation: Sequence[SliceCase]) -> None:
    if not train or not validation:
        raise InputError(
            "the split", "leaves no case to learn from", "choose fewer validation cases"
        )
    _refuse_shared(validation, train, "scored", "learned from", "validation")


def _refuse_shared(
    held: Sequence[SliceCase], others: Sequence[SliceCase], here: str, there: str, side: str
) -> None:
    """No person on two sides; ``here`` and ``there`` say what the two sides are."""
    for one in held:
        for other in others:
            if one.patient is not None and one.patient == other.patient:
                raise InputError(
                    f"patient {one.patient}",
                    f"would be {there} ({other.case_id}) and {here} ({one.case_id})",
                    f"choose all cases of this patient for {side}, or none",
                )
            if one.image_sha256 == other.image_sha256:
                raise InputError(
                    f"case {one.case_id}",
                    f"holds exactly the pixels of case {other.case_id}, and one would be {there} "
                    f"while the other is {here}",
                    "take one of the two out of the data set",
                )
            if set(one.person_marks) & set(other.person_marks):
                raise InputError(
                    f"case {one.case_id}",
                    f"shares slices or the patient of its DICOM files with case {other.case_id}, "
                    f"and one would be {there} while the other is {here}",
                    f"choose both for {side}, or none",
                )


def _slice_split(cases: Sequence[SliceCase], target: Target, config: TrainConfig) -> Split:
    """Hold out the same share of slices with and without labels, at random over all cases."""
    rng = np.random.default_rng([config.seed, 0])
    values = [value for group in target.groups for value in group]
    with_label = [
        {z for value in values for z in case.slices_with.get(value, ())} for case in cases
    ]
    everything = [(i, z) for i, case in enumerate(cases) for z in range(case.count)]
    held: set[tuple[int, int]] = set()
    for pool in (
        [pick for pick in everything if pick[1] in with_label[pick[0]]],
        [pick for pick in everything if pick[1] not in with_label[pick[0]]],
    ):
        count = min(max(round(config.validation_fraction * len(pool)), 1), len(pool) - 1)
        held.update(pool[int(i)] for i in rng.permutation(len(pool))[: max(count, 0)])
    if not held or len(held) == len(everything):
        raise InputError("the data set", "holds too few slices to split", "add slices")
    sides = [
        [
            Part(case, tuple(z for z in range(case.count) if ((i, z) in held) is scored))
            for i, case in enumerate(cases)
        ]
        for scored in (False, True)
    ]
    train, validation = (tuple(part for part in side if part.z) for side in sides)
    notice = (
        f"{len(held)} slices were kept aside at random. Their neighbours in the same scans are "
        "learned from, so all scores are too good; judge the model on other patients."
    )
    return Split(train, validation, (notice,))


def _has(case: SliceCase, values: Sequence[int]) -> bool:
    return any(case.report.label_voxels.get(value) for value in values)


def _holds(part: Part, values: Sequence[int]) -> bool:
    if part.is_whole:
        return _has(part.case, values)
    return bool(part.slices_with(values))
