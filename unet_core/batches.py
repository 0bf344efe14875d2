"""Which slices are learned from in which order, and what the network is shown of them.

All of it follows from the settings and the data alone, so a continued run goes on as it would have.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from unet_core.batch import Batch
from unet_core.config import TrainConfig
from unet_core.person_groups import person_names
from unet_core.preprocess import network_input
from unet_core.sampling import Part
from unet_core.slices import SliceCase
from unet_core.target import Target

Pick = tuple[int, int]
"""(number of a part, canonical slice)."""
_PATTERN = ("rare", "labelled", "rare", "any", "rare", "labelled")
"""What the places of balanced batches are filled with, over and over.

The rarest label has every other place, so that no batch of two slices or more is without it.
"""


class Batches:
    """Which slices make up each batch of each round."""

    def __init__(self, parts: Sequence[Part], target: Target, config: TrainConfig) -> None:
        self._config = config
        self.everything: list[Pick] = [(i, z) for i, part in enumerate(parts) for z in part.z]
        by_group = [
            [(i, z) for i, part in enumerate(parts) for z in part.slices_with(values)]
            for values in target.groups
        ]
        persons = person_names([part.case for part in parts])
        patients = [persons[part.case.case_id] for part in parts]
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


_BEYOND = 2
"""Slices above and below the organ that the close look is also shown, as when predicting."""


def read_batch(
    parts: Sequence[Part], picks: Sequence[Pick], target: Target, config: TrainConfig
) -> Batch:
    """Some slices, their class indices, and for a cascade a close look at the organ for each."""
    lesions = target.lesions
    batch = Batch(
        pictures=_pictures([(parts[i].case.images(), z) for i, z in picks], config),
        labels=_class_indices([parts[i].case.small_labels()[z] for i, z in picks], target),
        names=tuple(f"case {parts[i].case.case_id} slice {z + 1}" for i, z in picks),
        lesions=lesions,
    )
    if not config.model.cascade:
        return batch
    near = [(parts[i].case, near_organ(parts[i], z, target)) for i, z in picks]
    return replace(
        batch,
        detail_pictures=_pictures([(case.detail_images(), z) for case, z in near], config),
        detail_labels=_class_indices([case.detail_labels()[z] for case, z in near], target),
        lesions=replace(
            lesions, zoom=_zoom([case for case, _ in near]), contrast=1 / config.detail_window
        )
        if lesions
        else None,
    )


def _zoom(cases: Sequence[SliceCase]) -> float:
    """How many times larger the close look shows things, on average."""
    sides = [(case.crop.height, (case.detail_crop or case.crop).height) for case in cases]
    return sum(whole / detail for whole, detail in sides) / len(sides)


def _pictures(slices: Sequence[tuple[NDArray[np.uint8], int]], config: TrainConfig) -> Tensor:
    return torch.cat([network_input(grey, [z], config) for grey, z in slices])


def _class_indices(labels: Sequence[NDArray[np.uint8]], target: Target) -> Tensor:
    return torch.from_numpy(target.table[np.stack(labels)])


def near_organ(part: Part, z: int, target: Target) -> int:
    """``z`` if it shows the organ or lies next to it, else another slice of the part that does.

    The close look is never used elsewhere. Which other slice follows from ``z`` alone, and all
    come equally often.
    """
    held = part.slices_with([value for group in target.groups for value in group])
    if not held or held[0] - _BEYOND <= z <= held[-1] + _BEYOND:
        return z
    near = [k for k in part.z if held[0] - _BEYOND <= k <= held[-1] + _BEYOND]
    return near[z % len(near)]
