"""What the table of labels says in words, for eyes and for screen readers."""

from app.document import Layer
from app.translation import tr
from unet_core.volume import STATUSES, LabelMap, Role, Status

EMPTY = tr("empty")
_ENDINGS = (".seg.nrrd", ".nii.gz", ".nii", ".nrrd", ".mha", ".mhd", ".dcm")
COUNTING = "\N{HORIZONTAL ELLIPSIS}"
NOT_KNOWN = tr("n/a")
ROLE_TITLES: dict[Role, str] = {
    "reference": tr("Reference"),
    "prediction": tr("Prediction"),
    "own": tr("Mine"),
}
ROLE_CHANGES: dict[Role, str] = {
    "reference": tr("{mask} is reference"),
    "prediction": tr("{mask} is prediction"),
    "own": tr("{mask} is mine"),
}
"""What undo calls it when a mask is said to be one of these."""
ROLE_ICONS: dict[Role, str] = {"reference": "reference", "prediction": "prediction", "own": "own"}
STATUS_TITLES: dict[Status, str] = {
    "not started": tr("Not started"),
    "in progress": tr("In progress"),
    "done": tr("Done"),
    "flagged": tr("Flagged"),
}
STATUS_CLICKS: dict[Status, str] = {
    "not started": tr("{label}: not started; click for the next step"),
    "in progress": tr("{label}: in progress; click for the next step"),
    "done": tr("{label}: done; click for the next step"),
    "flagged": tr("{label}: flagged; click for the next step"),
}
STATUS_ICONS: dict[Status, tuple[str, str]] = {
    "not started": ("status_none", "DISABLED"),
    "in progress": ("status_progress", "ACCENT"),
    "done": ("status_done", "GOOD"),
    "flagged": ("flag", "WARNING"),
}
"""Drawing and colour of the theme: each has a shape of its own, for those who tell no colours."""


def title_of(label_map: LabelMap) -> str:
    """Role and name, the role said once.

    >>> import numpy as np
    >>> from unet_core.volume import Geometry
    >>> empty = np.zeros((1, 1, 1), np.uint8)
    >>> title_of(LabelMap(empty, Geometry((1, 1, 1)), "segmentation-00"))
    'Reference: segmentation-00'
    """
    if label_map.role in label_map.name.lower():
        return label_map.name
    return f"{ROLE_TITLES[label_map.role]}: {label_map.name}"


def short_title(label_map: LabelMap) -> str:
    """The same without the endings of files, for narrow places."""
    title = title_of(label_map)
    for ending in _ENDINGS:
        title = title.replace(ending, "")
    return title


def volume_text(voxels: int | None, voxel_ml: float | None) -> str:
    """A label's size in ml, as many digits as it deserves.

    >>> [volume_text(n, 0.001) for n in (2000, 1_512_345, 50, 0, None)], volume_text(5, None)
    (['2.0', '1,512', '0.05', 'empty', '…'], 'n/a')
    """
    if voxels is None:
        return COUNTING
    if not voxels:
        return EMPTY
    if voxel_ml is None:
        return NOT_KNOWN
    ml = voxels * voxel_ml
    return f"{ml:,.0f}" if ml >= 100 else f"{ml:.1f}" if ml >= 1 else f"{ml:.2f}"


def count_text(voxels: int | None) -> str:
    """A number of voxels.

    >>> count_text(1234567), count_text(None)
    ('1,234,567', '…')
    """
    return COUNTING if voxels is None else f"{voxels:,}"


def size_sentence(name: str, voxels: int | None, voxel_ml: float | None) -> str:
    """What a tool tip says of a label's size.

    >>> size_sentence("liver", 2000, 0.001)
    'liver: 2,000 voxels, 2.0 ml'
    >>> size_sentence("liver", 0, 0.001)
    'liver: no voxel holds this label'
    """
    if voxels is None:
        return tr("{name}: being counted", name=name)
    if not voxels:
        return tr("{name}: no voxel holds this label", name=name)
    if voxel_ml is None:
        return tr(
            "{name}: {voxels:,} voxels; the file gives no voxel size, so ml are not known",
            name=name,
            voxels=voxels,
        )
    return tr(
        "{name}: {voxels:,} voxels, {ml} ml",
        name=name,
        voxels=voxels,
        ml=volume_text(voxels, voxel_ml),
    )


def drawn_text(layer: Layer, value: int | None) -> str:
    """How a mask, or one of its labels, is drawn."""
    if value is None:
        return tr("Outline") if layer.outline else tr("Filled")
    own = layer.looks.get(value)
    if own is None or own.outline is None:
        return tr("As mask")
    return tr("Outline") if own.outline else tr("Filled")


def opacity_text(layer: Layer, value: int | None) -> str:
    """How strongly it covers the scan."""
    own = None if value is None else layer.looks.get(value)
    if value is not None and (own is None or own.opacity is None):
        return tr("As mask")
    opacity = layer.opacity if own is None or own.opacity is None else own.opacity
    return f"{round(opacity * 100)} %"


def next_status(status: Status) -> Status:
    """The one that a click turns to.

    >>> next_status("not started"), next_status("flagged")
    ('in progress', 'not started')
    """
    return STATUSES[(STATUSES.index(status) + 1) % len(STATUSES)]
