"""The one ``load`` door and the one ``save`` door to files of scans and masks."""

from unet_core.io.door import (
    READERS,
    kind_of,
    load,
    load_label_map,
    load_now,
    load_volume,
    mask_values,
)
from unet_core.io.masks import mask_mapping
from unet_core.io.saving import WRITERS, save, save_now

__all__ = [
    "READERS",
    "WRITERS",
    "kind_of",
    "load",
    "load_label_map",
    "load_now",
    "load_volume",
    "mask_mapping",
    "mask_values",
    "save",
    "save_now",
]
