"""What is learned, from whom, and in which order: target, split and batches of slices.

All of it follows from the settings and the data alone, so a continued run goes on as it would have.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.preprocess import network_input
from unet_core.slices import SliceCase
from unet_core.volume import Label, Region, regions_of

Pick = tuple[int, int]
"""(number of a part, canonical slice)."""


@dataclass(frozen=True)
class Target:
    """What the network is taught.

    Attributes:
        labels: What predictions hold, by label value, rising.
        regions: What is scored.
        groups: For each class above background, the label values that count as it.
        out_channels: Outputs of the network: 1 (sigmoid) for one region by name, else softmax.
        notices: Sentences on how ``config.target`` was understood.
    """

    labels: dict[int, Label]
    regions: tuple[Region, ...]
    groups: tuple[tuple[int, ...], ...]
    out_channels: int = 1
    notices: tuple[str, ...] = ()

    @cached_property
    def table(self) -> NDArray[np.uint8]:
        """(256,) class index of each label value."""
        table = np.zeros(256, np.uint8)
        for index, values in enumerate(self.groups, start=1):
            table[list(values)] = index
        return table


def make_target(name: str, labels: Mapping[int, Label]) -> Target:
    """The target called ``name`` in a data set that holds ``labels``.

    Raises:
        InputError: If the data set holds no label at all.
    """
    if not labels:
        raise InputError(
            "the data set", "holds no label at all: every mask is empty", "add masks with labels"
        )
    ordered = dict(sorted(labels.items()))
    regions = regions_of(ordered)
    if name == "all":
        groups = tuple((value,) for value in ordered)
        return Target(ordered, regions, groups, out_channels=len(groups) + 1)
    notices: tuple[str, ...] = ()
    region = next((r for r in regions if r.name == name), None)
    if region is None:
        region = regions[0]
        names = ", ".join(r.name for r in regions)
        notices = (
            f"{name.capitalize()} was to be learned, but the masks of this data set hold only "
            f"{names}: {region.name} is learned instead.",
        )
    value = region.values[0]
    return Target({value: ordered[value]}, (region,), (region.values,), notices=notices)


def labels_in(cases: Sequence[SliceCase]) -> dict[int, Label]:
    """Every label that occurs.

    Raises:
        InputError: If one value means different things in two cases.
    """
    found: dict[int, tuple[Label, str]] = {}
    for case in cases:
        for value, label in case.labels.items():
            first, first_case = found.setdefault(value, (label, case.case_id))
            if first.name != label.name:
                raise InputError(
                    f"case {case.case_id}",
                    f"calls value {value} {label.name}, but {first_case} calls it {first.name}",
                    "give the labels the same values in every mask",
                )
    return {value: label for value, (label, _) in sorted(found.items())}


# --- split -----------------------------------------------------------------------------------


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


@dataclass(frozen=True)
class Split:
    """Who is learned from and who is scored."""

    train: tuple[Part, ...]
    validation: tuple[Part, ...]
    notices: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Case names of both sides."""
        return {
            "train": [part.case.case_id for part in self.train],
            "validation": [part.case.case_id for part in self.validation],
            "validation_slices": {
                part.case.case_id: list(part.z) for part in self.validation if not part.is_whole
            },
        }


def make_split(
    cases: Sequence[SliceCase], target: Target, config: TrainConfig, asked: Sequence[str] = ()
) -> Split:
    """Keep some patients (or slices) aside for validation.

    Args:
        cases: All of the data set.
        target: Labels that should occur on both sides.
        config: ``split``, ``seed`` and ``validation_fraction``.
        asked: Names of the validation cases, if the user chose them.

    Raises:
        InputError: If nothing is left for one side, a name is unknown, or the same patient or
            the same pixels would be on both.
    """
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
    return split


def _patient_split(
    cases: Sequence[SliceCase], target: Target, config: TrainConfig, asked: Sequence[str]
) -> Split:
    names = [case.case_id for case in cases]
    if unknown := [name for name in asked if name not in names]:
        raise InputError(
            f"validation case {unknown[0]}",
            "is not in the data set",
            f"choose from {', '.join(names)}",
        )
    groups: dict[str, list[SliceCase]] = {}
    for case in cases:
        groups.setdefault(_patient(case), []).append(case)
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


def _patient(case: SliceCase) -> str:
    return f"patient {case.patient}" if case.patient is not None else f"case {case.case_id}"


def _held_patients(
    groups: Mapping[str, Sequence[SliceCase]], target: Target, config: TrainConfig
) -> list[str]:
    """Patients to validate with: at random, those with every label first.

    None is taken that is the last source of a label.
    """
    rng = np.random.default_rng([config.seed, 0])
    shuffled = [sorted(groups)[int(i)] for i in rng.permutation(len(groups))]
    kinds = {
        name: {i for i, values in enumerate(target.groups) for c in group if _has(c, values)}
        for name, group in groups.items()
    }
    wanted = min(max(round(config.validation_fraction * len(groups)), 1), len(groups) - 1)
    held: list[str] = []
    for name in sorted(shuffled, key=lambda n: -len(kinds[n])):
        left = [kinds[other] for other in groups if other not in (*held, name)]
        if len(held) < wanted and kinds[name] <= set().union(*left):
            held.append(name)
    return held or shuffled[:1]


def _refuse_leaks(train: Sequence[SliceCase], validation: Sequence[SliceCase]) -> None:
    if not train or not validation:
        raise InputError(
            "the split", "leaves no case to learn from", "choose fewer validation cases"
        )
    for one in validation:
        for other in train:
            if one.patient is not None and one.patient == other.patient:
                raise InputError(
                    f"patient {one.patient}",
                    f"would be learned from ({other.case_id}) and scored ({one.case_id})",
                    "choose all cases of this patient for validation, or none",
                )
            if one.image_sha256 == other.image_sha256:
                raise InputError(
                    f"case {one.case_id}",
                    f"holds exactly the pixels of case {other.case_id}, and one would be learned "
                    "from while the other is scored",
                    "take one of the two out of the data set",
                )


def _slice_split(cases: Sequence[SliceCase], target: Target, config: TrainConfig) -> Split:
    """Hold out the same share of slices with and without labels, at random over all cases."""
    rng = np.random.default_rng([config.seed, 0])
    values = [value for group in target.groups for value in group]
    with_label = [
        {z for value in values for z in case.slices_with.get(value, ())} for case in cases
    ]
    everything = [(i, z) for i, case in enumerate(cases) for z in range(case.count)]
    held: set[Pick] = set()
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
    return bool(_slices_with(part, values))


def _slices_with(part: Part, values: Sequence[int]) -> list[int]:
    """Slices of the part that hold any of some label values, rising."""
    return sorted({z for v in values for z in part.case.slices_with.get(v, ())} & set(part.z))


# --- batches ---------------------------------------------------------------------------------

_PATTERN = ("rare", "labelled", "rare", "any", "rare", "labelled")
"""What the places of a balanced batch are filled with, over and over."""


class Batches:
    """Which slices make up each batch of each round."""

    def __init__(self, parts: Sequence[Part], target: Target, config: TrainConfig) -> None:
        self._config = config
        self.everything: list[Pick] = [(i, z) for i, part in enumerate(parts) for z in part.z]
        by_group = [
            [(i, z) for i, part in enumerate(parts) for z in _slices_with(part, values)]
            for values in target.groups
        ]
        patients = [_patient(part.case) for part in parts]
        filled = [pool for pool in by_group if pool]
        labelled = sorted({pick for pool in filled for pick in pool})
        rarest = min(filled, key=len, default=self.everything)
        self._pools = {
            "rare": _by_patient(rarest, patients),
            "labelled": _by_patient(labelled or self.everything, patients),
            "any": _by_patient(self.everything, patients),
        }

    @property
    def count(self) -> int:
        """Batches in a round."""
        return self._config.batches_per_epoch or -(-len(self.everything) // self._config.batch_size)

    def of_epoch(self, epoch: int) -> list[list[Pick]]:
        """The slices of every batch of one round, from 1."""
        rng = np.random.default_rng([self._config.seed, epoch])
        size = self._config.batch_size
        wanted = self.count * size
        if self._config.balance:
            picks = [self._drawn(_PATTERN[k % len(_PATTERN)], rng) for k in range(wanted)]
        else:
            picks = []
            while len(picks) < wanted:
                order = rng.permutation(len(self.everything))
                picks += [self.everything[int(i)] for i in order]
                if not self._config.batches_per_epoch:
                    break
        return [picks[k * size : (k + 1) * size] for k in range(self.count)]

    def _drawn(self, kind: str, rng: np.random.Generator) -> Pick:
        pools = self._pools[kind]
        pool = pools[int(rng.integers(len(pools)))]
        return pool[int(rng.integers(len(pool)))]


def _by_patient(picks: Sequence[Pick], patients: Sequence[str]) -> list[list[Pick]]:
    pools: dict[str, list[Pick]] = {}
    for pick in picks:
        pools.setdefault(patients[pick[0]], []).append(pick)
    return list(pools.values())


def read_batch(
    parts: Sequence[Part], picks: Sequence[Pick], target: Target, config: TrainConfig
) -> tuple[Tensor, Tensor]:
    """(B, C, S, S) float32 pictures in 0..1 and (B, S, S) uint8 class indices of some slices."""
    pictures = [network_input(parts[i].case.images(), [z], config) for i, z in picks]
    labels = [target.table[parts[i].case.small_labels()[z]] for i, z in picks]
    return torch.cat(pictures), torch.from_numpy(np.stack(labels))
