"""What the network drew of a few pinned validation patients, kept for every round of a run.

Which patients, ``pins.json`` in the run folder says; it is read at each validation, so it may be
written while the run goes on. Each prediction is a small file of its own in ``pinned``, written
beside its place and renamed. Nothing here may cost the run: a disk that refuses means that a round
has no prediction, and a sentence.
"""

import contextlib
import hashlib
import json
import math
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from unet_core.errors import InputError
from unet_core.events import Event, Notice, SlicesScored
from unet_core.io import atomic
from unet_core.io.headers import open_regular
from unet_core.volume import Labels

PINS_FILE, FOLDER = "pins.json", "pinned"
MOST_PINS = 3
MOST_BYTES = 256 * 2**20
"""On disk for one run, all pinned patients together; older rounds are thinned out beyond it."""
NEWEST_KEPT = 16
"""So many of the newest rounds of a patient are thinned out last."""
_MAGIC = b"slicewise pinned 1\n"
_MOST_HEADER = 4096
_NAME = re.compile(r"epoch-(\d{6,9})\.mask")
_LENGTH, _RUN_BYTES = np.dtype("<u4"), 5  # of equal voxels in a row: how many, and their value


@dataclass(frozen=True, eq=False)
class KeptPrediction:
    """What the network drew of a case in a round.

    Attributes:
        labels: (Z, Y, X) uint8 in file order.
    """

    case_id: str
    labels: Labels


# --- which patients ------------------------------------------------------------------------------


def write_pins(run_folder: Path, case_ids: Sequence[str]) -> None:
    """Pin these validation cases, three at most, from the next validation on.

    Raises:
        InputError: If the disk refuses; the pins are then as they were.
    """
    chosen = list(dict.fromkeys(case_ids))[:MOST_PINS]
    atomic.write_json(run_folder / PINS_FILE, {"cases": chosen})


def read_pins(run_folder: Path) -> tuple[str, ...]:
    """The cases that were pinned; none where nobody did or the file is damaged."""
    with contextlib.suppress(InputError, OSError):
        values = atomic.read_json(run_folder / PINS_FILE)
        cases = values.get("cases") if isinstance(values, dict) else None
        if isinstance(cases, list):
            return tuple(case for case in cases if isinstance(case, str))[:MOST_PINS]
    return ()


# --- while the run goes on -----------------------------------------------------------------------


def kept(run_folder: Path, case_ids: Sequence[str], events: Iterator[Event]) -> Iterator[Event]:
    """Pass the scores of a round on, keeping the predictions of pinned cases.

    Args:
        run_folder: Where to.
        case_ids: Validation cases of the run; the first is kept where none of them is pinned.
        events: Of the round.
    """
    pins = set(read_pins(run_folder)) & set(case_ids) or set(case_ids[:1])
    for event in events:
        yield event
        if isinstance(event, SlicesScored) and event.case_id in pins:
            try:
                keep_prediction(run_folder, event.case_id, event.epoch, event.prediction)
            except (InputError, OSError):
                yield Notice(
                    f"The disk did not take the mask of {event.case_id} of epoch {event.epoch}: it "
                    "cannot be shown later. The training goes on."
                )


def keep_prediction(run_folder: Path, case_id: str, epoch: int, prediction: Labels) -> None:
    """Keep (Z, Y, X) uint8 in file order; of what all pinned cases hold, older rounds give way.

    Raises:
        InputError: If the disk refuses; what was kept before stays.
    """
    data = _encoded(prediction)
    if len(data) > MOST_BYTES:
        raise InputError("the prediction", "is too large to be kept", "go on without it")
    for path in surplus(run_folder, len(data)):
        path.unlink(missing_ok=True)
    folder = run_folder / FOLDER / _token(case_id)
    atomic.make_folder(folder)
    atomic.write_bytes(folder / _name(epoch), data)


def forget_after(run_folder: Path, epoch: int) -> None:
    """Remove predictions of rounds after ``epoch``: a run that goes back makes them anew."""
    with contextlib.suppress(OSError):
        for path, number in _files(run_folder):
            if number > epoch:
                path.unlink(missing_ok=True)


def surplus(run_folder: Path, coming: int) -> list[Path]:
    """What must go so that ``coming`` more bytes stay within ``MOST_BYTES``.

    First the rounds that are no multiple of 2, the oldest first, then of 4, and so on: what is
    left lies evenly over the run. The newest rounds go last of all.
    """
    files = sorted(_files(run_folder), key=lambda found: found[1])
    sizes = {path: path.stat().st_size for path, _ in files}
    room = MOST_BYTES - coming - sum(sizes.values())
    newest = max((number for _, number in files), default=0)
    order: dict[Path, None] = {}
    step = 2
    while step <= 2 * newest:
        old = (p for p, number in files if number % step and number <= newest - NEWEST_KEPT)
        order |= dict.fromkeys(old)
        step *= 2
    order |= dict.fromkeys(path for path, _ in files)
    gone = []
    for path in order:
        if room >= 0:
            break
        gone.append(path)
        room += sizes[path]
    return gone


# --- afterwards ----------------------------------------------------------------------------------


def kept_epochs(run_folder: Path, case_id: str) -> tuple[int, ...]:
    """Rounds of which a prediction of a case is kept, rising."""
    folder = run_folder / FOLDER / _token(case_id)
    names = (path.name for path in folder.iterdir()) if folder.is_dir() else ()
    return tuple(sorted(int(found[1]) for name in names if (found := _NAME.fullmatch(name))))


def kept_cases(run_folder: Path, case_ids: Sequence[str], epoch: int) -> tuple[str, ...]:
    """Those of some cases whose prediction of a round is kept; none where the disk does not say."""
    tokens: set[str] = set()
    with contextlib.suppress(OSError):
        tokens = {path.parent.name for path in (run_folder / FOLDER).glob(f"*/{_name(epoch)}")}
    return tuple(case for case in case_ids if _token(case) in tokens)


def predictions(run_folder: Path, case_ids: Sequence[str], epoch: int) -> Iterator[KeptPrediction]:
    """Yields those of some cases in a round, for a child process; none that cannot be read."""
    for case_id in case_ids:
        with contextlib.suppress(InputError):
            yield KeptPrediction(case_id, read_prediction(run_folder, case_id, epoch))


def read_prediction(
    run_folder: Path, case_id: str, epoch: int, shape_zyx: Sequence[int] | None = None
) -> Labels:
    """The prediction of a case in a round: (Z, Y, X) uint8 in file order.

    Args:
        run_folder: Of the run.
        case_id: One that was pinned then.
        epoch: The round.
        shape_zyx: That it must have; nothing larger is made in memory.

    Raises:
        InputError: If it was not kept, is damaged or has another shape.
    """
    path = run_folder / FOLDER / _token(case_id) / _name(epoch)
    subject = f"The mask of {case_id} of epoch {epoch}"
    if not path.is_file():
        raise InputError(
            subject, "was not kept", "choose another epoch, or pin this patient for the next ones"
        )
    try:
        with open_regular(path) as file:
            return _decoded(file.read(MOST_BYTES + 1), shape_zyx)
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError, zlib.error):
        raise InputError(subject, "is damaged", "choose another epoch") from None


# --- one file ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Header:
    """Of a file.

    Attributes:
        shape: (Z, Y, X) of the prediction.
        box: First and last index beyond along each axis of what is above 0.
        runs: How many runs of equal voxels fill the box.
        sha256: Of what follows the header.
    """

    shape: tuple[int, int, int]
    box: tuple[int, int, int, int, int, int]
    runs: int
    sha256: str


def _encoded(prediction: Labels) -> bytes:
    """Runs of equal voxels of the box that holds all labels, deflated."""
    box = _box(prediction)
    flat = prediction[box[0] : box[1], box[2] : box[3], box[4] : box[5]].ravel()
    starts = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    starts = np.concatenate([[0], starts]) if flat.size else starts[:0]
    lengths = np.diff(starts, append=flat.size).astype(_LENGTH)
    body = zlib.compress(lengths.tobytes() + flat[starts].tobytes(), 6)
    z, y, x = prediction.shape
    header = _Header((z, y, x), box, len(lengths), hashlib.sha256(body).hexdigest())
    text = json.dumps(asdict(header)).encode()
    return _MAGIC + len(text).to_bytes(4, "little") + text + body


def _decoded(data: bytes, shape_zyx: Sequence[int] | None) -> Labels:
    """The inverse; ValueError and its like for what ``_encoded`` never made."""
    start = len(_MAGIC) + 4
    size = int.from_bytes(data[len(_MAGIC) : start], "little")
    if not data.startswith(_MAGIC) or size > _MOST_HEADER:
        raise ValueError
    values = json.loads(data[start : start + size])
    shape = tuple(int(n) for n in values["shape"])
    z0, z1, y0, y1, x0, x1 = (int(n) for n in values["box"])
    inside = ((z0, z1), (y0, y1), (x0, x1))
    runs, body = int(values["runs"]), data[start + size :]
    if shape_zyx is not None and shape != tuple(shape_zyx):
        raise ValueError
    fits = all(0 <= low <= high <= n for (low, high), n in zip(inside, shape, strict=True))
    voxels = math.prod(high - low for low, high in inside)
    if not fits or not 0 <= runs <= voxels or math.prod(shape) >= 2**31:
        raise ValueError
    if hashlib.sha256(body).hexdigest() != values["sha256"]:
        raise ValueError
    raw = zlib.decompressobj().decompress(body, runs * _RUN_BYTES + 1)
    if len(raw) != runs * _RUN_BYTES:
        raise ValueError
    lengths = np.frombuffer(raw, _LENGTH, runs)
    if int(lengths.sum(dtype=np.int64)) != voxels:
        raise ValueError
    labels = np.zeros(shape, np.uint8)
    found = np.repeat(np.frombuffer(raw, np.uint8, runs, runs * 4), lengths)
    labels[z0:z1, y0:y1, x0:x1] = found.reshape(z1 - z0, y1 - y0, x1 - x0)
    return labels


def _box(labels: Labels) -> tuple[int, int, int, int, int, int]:
    slices = np.flatnonzero(np.any(labels.reshape(len(labels), -1), axis=1))
    if not slices.size:
        return (0, 0, 0, 0, 0, 0)
    z0, z1 = int(slices[0]), int(slices[-1]) + 1
    plane = np.any(labels[z0:z1], axis=0)
    rows = np.flatnonzero(np.any(plane, axis=1))
    columns = np.flatnonzero(np.any(plane, axis=0))
    return (z0, z1, int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1)


def _token(case_id: str) -> str:
    """A folder's name for a case, whatever its own name is."""
    return hashlib.sha256(case_id.encode()).hexdigest()[:16]


def _name(epoch: int) -> str:
    return f"epoch-{epoch:06d}.mask"


def _files(run_folder: Path) -> list[tuple[Path, int]]:
    """Every prediction with its round."""
    return [
        (path, int(found[1]))
        for path in (run_folder / FOLDER).glob("*/*.mask")
        if (found := _NAME.fullmatch(path.name))
    ]
