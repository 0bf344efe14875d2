"""``dataset.json`` of the Medical Segmentation Decathlon and of nnU-Net: what labels are called.

Formats: Antonelli 2022, doi:10.1038/s41467-022-30695-9; nnU-Net's documentation/dataset_format.md.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from unet_core.errors import InputError
from unet_core.io.headers import display_name, open_regular
from unet_core.volume import LIVER, TUMOUR, Label, label_for

NAME = "dataset.json"
_MOST_BYTES = 16 << 20
_HIGHEST = 255
_BACKGROUND = ("background", "ignore")
_TUMOUR_WORDS = ("tumor", "tumors", "tumour", "tumours", "cancer", "lesion", "lesions")


@dataclass(frozen=True)
class Dataset:
    """What the file says.

    Attributes:
        labels: By value, background left out.
        channels: Name of each channel, by number.
        notices: Sentences on what was not understood as it stands.
    """

    labels: Mapping[int, Label] = field(default_factory=dict)
    channels: Mapping[int, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()


def read(path: Path) -> Dataset:
    """The names in a ``dataset.json``.

    Raises:
        InputError: If it is damaged.
    """
    with open_regular(path) as file:
        text = file.read(_MOST_BYTES + 1)
    if len(text) > _MOST_BYTES:
        raise InputError(display_name(path), "is larger than any of its kind", "put it elsewhere")
    try:
        values = json.loads(text)
        labels, notices = _labels(values.get("labels", {}))
        channels = _channels(values.get("channel_names", values.get("modality", {})))
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise InputError(
            display_name(path),
            "does not read as a dataset.json",
            "download it again, or take it away: pairs are then found by their names alone",
        ) from None
    return Dataset(labels, channels, notices)


def _labels(values: Mapping[str, Any]) -> tuple[dict[int, Label], tuple[str, ...]]:
    """Value to label: MSD writes {"1": "liver"}, nnU-Net version 2 {"liver": 1}."""
    names: dict[int, str] = {}
    regions, ignored = [], []
    for key, value in values.items():
        if isinstance(value, (list, tuple)):
            regions.append(key)
            continue
        number, name = (key, value) if str(key).strip().isdecimal() else (value, key)
        if not 0 <= int(number) <= _HIGHEST:
            raise ValueError(number)
        if str(name).lower() == "ignore":
            ignored.append(int(number))
        elif int(number):
            names[int(number)] = _tidy(str(name))
    renamed, notices = _as_known(names)
    if regions:
        notices.append(
            f"{NAME} names regions of several values ({', '.join(_tidy(r) for r in regions)}): "
            "values are shown by their numbers."
        )
    if ignored:
        notices.append(
            f"{NAME} sets value {ignored[0]} aside to be ignored, but here it would be learned as "
            "a label; take it out of the masks."
        )
    return {value: label_for(value, name) for value, name in renamed.items()}, tuple(notices)


def _tidy(name: str) -> str:
    text = "".join(c for c in name if c.isprintable()).strip()[:40]
    return "liver" if text.lower() == LIVER.name else text or "label"


def _as_known(names: Mapping[int, str]) -> tuple[dict[int, str], list[str]]:
    """A liver's one tumour gets the name that scoring knows: tumour counts as liver there."""
    tumours = [v for v, name in names.items() if name.lower().split()[-1] in _TUMOUR_WORDS]
    if LIVER.name not in names.values() or len(tumours) != 1:
        return dict(names), []
    (value,) = tumours
    if names[value] == TUMOUR.name:
        return dict(names), []
    said = f'The label {value}, "{names[value]}" in {NAME}, is called {TUMOUR.name} here.'
    return {**names, value: TUMOUR.name}, [said]


def _channels(values: Mapping[str, Any]) -> dict[int, str]:
    return {int(key): _tidy(str(name)) for key, name in values.items()}
