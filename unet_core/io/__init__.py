"""The one ``load`` door and the one ``save`` door to files of scans and masks."""

from unet_core.io.door import load, load_label_map, load_now, load_volume, mask_values
from unet_core.io.kinds import READERS, kind_of
from unet_core.io.masks import mask_mapping
from unet_core.io.request import NeedsChoice
from unet_core.io.saving import MASK_ENDINGS, SCAN_ENDINGS, save, save_now
from unet_core.io.writers import WRITERS

__all__ = [
    "MASK_ENDINGS",
    "READERS",
    "SCAN_ENDINGS",
    "WRITERS",
    "NeedsChoice",
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
