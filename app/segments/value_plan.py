"""What each value of a mask shall become: values exchanged, merged, dropped or renamed, as data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from unet_core.volume import Label, LabelMap, label_for


@dataclass(frozen=True)
class ValuePlan:
    """A change of label values that has not been made yet.

    Attributes:
        labels: Of the mask as it is, by value.
        voxels: How many voxels hold each value now.
        becomes: What every value becomes; 0 is background.
        called: Labels of the new mask that were given a name here, by their new value.
    """

    labels: Mapping[int, Label]
    voxels: Mapping[int, int]
    becomes: Mapping[int, int]
    called: Mapping[int, Label] = field(default_factory=dict)

    @classmethod
    def of(cls, label_map: LabelMap, voxels: Mapping[int, int]) -> "ValuePlan":
        """The plan that changes nothing."""
        values = sorted({*label_map.labels, *voxels} - {0})
        return cls(dict(label_map.labels), dict(voxels), {value: value for value in values})

    @property
    def values(self) -> tuple[int, ...]:
        """The values of the mask as it is."""
        return tuple(self.becomes)

    @property
    def changes(self) -> dict[int, int]:
        """What becomes of the values that change."""
        return {old: new for old, new in self.becomes.items() if old != new}

    @property
    def new_labels(self) -> dict[int, Label]:
        """Meaning of each value of the new mask."""
        return {new: self.label_then(new) for new in sorted(set(self.becomes.values()) - {0})}

    @property
    def is_change(self) -> bool:
        """Whether the new mask would differ in anything."""
        return bool(self.changes) or any(
            label != self.labels.get(value) for value, label in self.new_labels.items()
        )

    def label_now(self, value: int) -> Label:
        """What a value is called in the mask as it is."""
        return self.labels.get(value) or label_for(value)

    def label_then(self, value: int) -> Label:
        """What a value is called in the new mask: names stay with values until given anew."""
        return self.called.get(value) or self.label_now(value)

    def voxels_then(self, value: int) -> int:
        """How many voxels of the new mask hold a value."""
        return sum(self.voxels.get(old, 0) for old, new in self.becomes.items() if new == value)

    def with_value(self, value: int, becomes: int) -> "ValuePlan":
        """Let a value become another.

        >>> plan = ValuePlan({255: Label(255, "label 255", "#fff")}, {255: 9}, {255: 255})
        >>> plan.with_value(255, 1).new_labels[1].name, plan.with_value(255, 1).voxels_then(1)
        ('liver', 9)
        """
        return replace(self, becomes={**self.becomes, value: becomes})

    def with_name(self, value: int, name: str) -> "ValuePlan":
        """Call a value of the new mask otherwise; its colour goes with the name."""
        name = " ".join(name.split())
        if not name or name == self.label_then(value).name:
            return self
        return replace(self, called={**self.called, value: label_for(value, name)})

    def swapped(self, first: int, second: int) -> "ValuePlan":
        """Exchange what two values become."""
        pair = {first: self.becomes[second], second: self.becomes[first]}
        return replace(self, becomes={**self.becomes, **pair})

    def merged(self, values: Iterable[int]) -> "ValuePlan":
        """Let several values become what the first of them becomes."""
        first, *others = values
        return replace(self, becomes={**self.becomes, **dict.fromkeys(others, self.becomes[first])})

    def dropped(self, values: Iterable[int]) -> "ValuePlan":
        """Let values become background."""
        return replace(self, becomes={**self.becomes, **dict.fromkeys(values, 0)})
