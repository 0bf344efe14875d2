"""What is learned: which labels become which classes of the network's output."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from unet_core.config import Outputs, TrainConfig
from unet_core.errors import InputError
from unet_core.slices import SliceCase
from unet_core.synthetic_lesions import LesionClasses
from unet_core.volume import LIVER, TUMOUR, Label, Region, regions_of


@dataclass(frozen=True)
class Target:
    """What the network is taught.

    Attributes:
        labels: What predictions hold, by label value, rising.
        regions: What is scored.
        groups: For each class above background, the label values that count as it.
        out_channels: Outputs of the network: 1 (sigmoid) for one region by name; one for each
            region where ``outputs`` is "regions"; else background and each class (softmax).
        notices: Sentences on how ``config.target`` was understood.
        outputs: What ``config.model.outputs`` came to with these labels.
        lesions: Classes artificial lesions are drawn into; None where they are not wanted or not
            possible.
    """

    labels: dict[int, Label]
    regions: tuple[Region, ...]
    groups: tuple[tuple[int, ...], ...]
    out_channels: int = 1
    notices: tuple[str, ...] = ()
    outputs: Outputs = "classes"
    lesions: LesionClasses | None = None

    @cached_property
    def table(self) -> NDArray[np.uint8]:
        """(256,) class index of each label value."""
        table = np.zeros(256, np.uint8)
        for index, values in enumerate(self.groups, start=1):
            table[list(values)] = index
        return table

    def applied(self, config: TrainConfig) -> TrainConfig:
        """``config`` with the network's outputs as this target needs them."""
        model = dataclasses.replace(
            config.model, out_channels=self.out_channels, outputs=self.outputs
        )
        return dataclasses.replace(config, model=model)


def make_target(
    name: str, labels: Mapping[int, Label], config: TrainConfig | None = None
) -> Target:
    """The target called ``name`` in a data set that holds ``labels``.

    Args:
        name: "all", or the name of a label.
        labels: By value, as ``labels_in`` gives them.
        config: Whether region outputs and artificial lesions are wanted; neither if None.

    Raises:
        InputError: If the data set holds no label at all.
    """
    if not labels:
        raise InputError(
            "the data set", "holds no label at all: every mask is empty", "add masks with labels"
        )
    ordered = dict(sorted(labels.items()))
    target = _every_label(ordered) if name == "all" else _one_label(name, ordered)
    if config is None:
        return target
    if config.model.outputs == "regions":
        target = _with_regions(target)
    return _with_lesions(target) if config.synthetic_lesions else target


def _every_label(ordered: dict[int, Label]) -> Target:
    groups = tuple((value,) for value in ordered)
    return Target(ordered, regions_of(ordered), groups, out_channels=len(groups) + 1)


def _one_label(name: str, ordered: dict[int, Label]) -> Target:
    regions = regions_of(ordered)
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


def _with_regions(target: Target) -> Target:
    """One output for liver (tumour counted in) and one for tumour, where the labels are these."""
    if target.out_channels == 1:
        return target  # one region already
    if [label.name for label in target.labels.values()] == [LIVER.name, TUMOUR.name]:
        return dataclasses.replace(target, outputs="regions", out_channels=len(target.groups))
    names = ", ".join(label.name for label in target.labels.values())
    return _with_notice(
        target, f"Region outputs need liver and tumour; {names} are learned as classes instead."
    )


def _with_lesions(target: Target) -> Target:
    """Artificial tumours go into healthy liver, so both must be classes of their own."""
    classes = {
        target.labels[values[0]].name: index
        for index, values in enumerate(target.groups, start=1)
        if len(values) == 1
    }
    if LIVER.name in classes and TUMOUR.name in classes:
        pair = LesionClasses(classes[LIVER.name], classes[TUMOUR.name])
        return dataclasses.replace(target, lesions=pair)
    return _with_notice(
        target,
        "No artificial tumours are drawn: that needs both liver and tumour among what is learned.",
    )


def _with_notice(target: Target, text: str) -> Target:
    return dataclasses.replace(target, notices=(*target.notices, text))


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
