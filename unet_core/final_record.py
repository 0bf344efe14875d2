"""What a run scored on its test cases, as its folder keeps it."""

from datetime import datetime
from pathlib import Path

from unet_core.errors import InputError
from unet_core.events import FinalScores
from unet_core.io import atomic

FINAL_FILE = "test.json"
FORMAT = 1


def write_final_scores(folder: Path, made: FinalScores) -> None:
    """Keep them beside the run.

    Raises:
        InputError: If the disk refuses.
    """
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    atomic.write_json(folder / FINAL_FILE, {"format": FORMAT, "scored": now, **vars(made)})


def read_final_scores(folder: Path) -> FinalScores | None:
    """What the run in ``folder`` scored on its test cases; None where it has not.

    Raises:
        InputError: If the record is damaged or of a newer version.
    """
    path = folder / FINAL_FILE
    if not path.is_file():
        return None
    values = atomic.read_json(path)
    try:
        if values["format"] > FORMAT:
            raise InputError(FINAL_FILE, "was written by a newer Slicewise", "update Slicewise")
        return FinalScores(
            epoch=int(values["epoch"]),
            times=int(values["times"]),
            dice=dict(values["dice"]),
            iou=dict(values["iou"]),
            lesion_recall=dict(values["lesion_recall"]),
            cases={str(name): dict(dice) for name, dice in values["cases"].items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        raise InputError(FINAL_FILE, "is damaged", "take it away; the run stays whole") from None
