"""Opens damaged files through the real door and judges what came of it.

A damaged file may be refused or asked about, load exactly as its undamaged seed, or load
differently. The last is a fault wherever the file itself shows that it is damaged:

1. It was cut, and lost more than padding (zeros, blanks, line ends).
2. What was loaded is impossible: its array and grid differ in size, a number in either is none,
   axes are not at right angles, a spacing is outside 0.01 to 50 mm, a position 100 m away.
3. It has another size, unless just as many bytes of voxels make it up (or, in a bare JPEG, whose
   size stands nowhere else).
4. A checksum in it covers what was changed and is read differently.
5. Only voxels were touched, yet place, size or number type changed.
6. Voxels were not touched, yet changed otherwise than each value into one other value, as another
   slope, sign or byte order makes it.

What is left cannot be seen in the file: other voxels where nothing guards them, and a header with
another possible value. Whoever opened the sound file before is told by its SHA-256.
"""

import multiprocessing
import os
import re
import shutil
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.mutator import Damaged, Seed, damaged, packed
from unet_core.errors import ChildDied, InputError
from unet_core.events import Loaded, Offered, SeriesFound
from unet_core.io import load
from unet_core.volume import LabelMap, Volume

Item = Volume | LabelMap
HANG_S = 5.0
_RAW_TEXT = re.compile(
    r"itk::|\.cxx|\.py\b|Errno|Traceback|Error\b|Exception|unforeseen"
    r"|0x[0-9a-f]{6}|<class|object at"
)
_SENTENCE = re.compile(r"[^\n]+ [^\n]+; [^\n]+\.")


@dataclass(frozen=True)
class Verdict:
    """What came of one damaged file.

    Attributes:
        outcome: ``refused``, ``asked``, ``identical``, ``other voxels`` or ``other header``; or
            a fault: ``crash``, ``hang``, ``bad sentence`` or ``mis-loaded``.
        fault: What is wrong; empty if nothing is.
        computed_s: Seconds of computing it took, here and in the child.
    """

    outcome: str
    fault: str = ""
    computed_s: float = 0.0


GOOD = ("refused", "asked", "identical", "other voxels", "other header")
BAD = ("mis-loaded", "bad sentence", "hang", "crash")


@dataclass
class Tally:
    """Outcomes by seed, and every fault with the way to meet it again."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    slowest_s: float = 0.0

    def add(self, seed: Seed, index: int, number: int, kind: str, verdict: Verdict) -> None:
        """Count one verdict."""
        counts = self.counts.setdefault(seed.name, Counter())
        counts[verdict.outcome] += 1
        counts["cut"] += kind == "cut"
        self.slowest_s = max(self.slowest_s, verdict.computed_s)
        if verdict.outcome in BAD:
            self.faults.append(
                f"{seed.name} {index} (series {number}, {kind}): {verdict.outcome}, {verdict.fault}"
            )

    def table(self) -> str:
        """Lines of a table, one for each seed, and the sums."""
        columns = (*GOOD, *BAD)
        rows = [["format", "files", "cut", *columns]]
        total: Counter[str] = Counter()
        for name, counts in (*sorted(self.counts.items()), ("all", total)):
            files = sum(counts[c] for c in columns)
            rows.append([name, str(files), *(str(counts[c]) for c in ("cut", *columns))])
            if counts is not total:
                total.update(counts)
        widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
        return "\n".join(
            "  ".join(
                text.rjust(width) if i else text.ljust(width)
                for i, (text, width) in enumerate(zip(row, widths, strict=True))
            )
            for row in rows
        )


class Trials:
    """Damaged files of one seed, one after the other, in a folder of their own."""

    def __init__(self, seed: Seed, folder: Path) -> None:
        self._seed, self._folder = seed, folder / "doe_jane" / "scan"
        sound = Damaged(seed, "", "", (), seed.files)
        item = self._opened(sound)
        assert isinstance(item, Volume | LabelMap), f"{seed.name} is no sound seed: {item}"
        self._sound = item

    def verdict(self, index: int, number: int = 1) -> tuple[str, Verdict]:
        """The kind of damage of one file, and what came of it."""
        damage = damaged(self._seed, index, number)
        began = _computed_s()
        try:
            opened = self._opened(damage)
        except ChildDied as died:
            return damage.kind, Verdict("crash", str(died), _computed_s() - began)
        except InputError as refusal:
            fault = self._bad_sentence(refusal)
            verdict = Verdict("bad sentence" if fault else "refused", fault)
        except Exception as error:  # noqa: BLE001  (whatever it is, it is a fault)
            verdict = Verdict("crash", repr(error))
        else:
            verdict = judged(opened, self._sound, damage)
        seconds = _computed_s() - began
        if seconds > HANG_S:
            verdict = Verdict("hang", f"{seconds:.1f} s of computing, then {verdict.outcome}")
        return damage.kind, Verdict(verdict.outcome, verdict.fault, seconds)

    def _opened(self, damage: Damaged) -> Item | Offered | SeriesFound:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        for name, data in packed(damage).items():
            (self._folder / name).write_bytes(data)
        result: Item | Offered | SeriesFound | None = None
        for event in load(self._folder / self._seed.opens, **self._seed.options):
            if isinstance(event, Loaded):
                result = event.item
            elif isinstance(event, Offered | SeriesFound):
                result = event
        assert result is not None, "neither loaded nor refused"
        return result

    def _bad_sentence(self, refusal: InputError) -> str:
        return bad_sentence(refusal, {*self._seed.files, self._folder.name}, self._folder)


def bad_sentence(refusal: InputError, names: Iterable[str], folder: Path) -> str:
    """What is wrong with the words of a refusal: "" if it names file, fault and remedy."""
    text = str(refusal)
    if not (refusal.subject and refusal.fault and refusal.remedy and _SENTENCE.fullmatch(text)):
        return f"no sentence: {text}"
    if not any(name in refusal.subject for name in names):
        return f"does not name the file: {text}"
    if str(folder.parent) in text or folder.parent.name in text:
        return f"holds a path: {text}"
    if raw := _RAW_TEXT.search(text):
        return f"holds a library's words ({raw[0]}): {text}"
    return ""


def _computed_s() -> float:
    """Seconds of processor time of this process and its living children."""
    ticks = 0
    for child in multiprocessing.active_children():
        try:
            fields = Path(f"/proc/{child.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        ticks += int(fields[11]) + int(fields[12])
    return time.process_time() + ticks / (os.sysconf("SC_CLK_TCK") if ticks else 1)


# --- judging -----------------------------------------------------------------------------------


def judged(opened: Item | Offered | SeriesFound, sound: Item, damage: Damaged) -> Verdict:
    """What became of a damaged file that was not refused; the rules stand at the top."""
    if isinstance(opened, Offered | SeriesFound):
        return Verdict("asked")
    changed = differences(opened, sound)
    fault = (
        unsound(opened)
        or _cut_unseen(damage)
        or (changed and _seen_in_the_file(changed, opened, sound, damage))
    )
    if fault:
        return Verdict("mis-loaded", fault)
    if not changed:
        return Verdict("identical")
    return Verdict("other voxels" if changed == {"voxels"} else "other header")


def differences(opened: Item, sound: Item) -> set[str]:
    """In what two items differ: size, type, voxels, place or words."""
    found = set()
    ours, theirs = opened.geometry, sound.geometry
    if ours.size_xyz != theirs.size_xyz:
        found.add("size")
    elif opened.voxels.dtype != sound.voxels.dtype or type(opened) is not type(sound):
        found.add("type")
    if "size" not in found and not np.array_equal(opened.voxels, sound.voxels):
        found.add("voxels")
    if _place(opened) != _place(sound):
        found.add("place")
    if _words(opened) != _words(sound):
        found.add("words")
    return found


def _place(item: Item) -> tuple[object, ...]:
    grid = item.geometry
    flags = (grid.has_scale, grid.has_orientation)
    return grid.spacing_xyz_mm, grid.origin_xyz_mm, grid.direction, flags


def _words(item: Item) -> object:
    if isinstance(item, LabelMap):
        return {value: (label.name, label.colour) for value, label in item.labels.items()}
    return item.intensity


def unsound(item: Item) -> str:
    """What is impossible in an item; "" if nothing is."""
    grid = item.geometry
    if item.voxels.shape != grid.shape_zyx:
        return f"array of {item.voxels.shape} on a grid of {grid.shape_zyx}"
    if not np.isfinite(item.voxels).all():
        return "voxels that are no numbers"
    if not all(0.01 <= mm <= 50 for mm in grid.spacing_xyz_mm):
        return f"spacing {grid.spacing_xyz_mm}"
    if not all(abs(mm) < 1e5 for mm in grid.origin_xyz_mm):
        return f"origin {grid.origin_xyz_mm}"
    axes = np.reshape(grid.direction, (3, 3))
    if not np.allclose(axes.T @ axes, np.eye(3), rtol=0, atol=1e-6):
        return f"direction {grid.direction}"
    return ""


def _cut_unseen(damage: Damaged) -> str:
    lost = damage.lost.strip(b"\0 \r\n")
    return f"accepted without its last {len(damage.lost)} bytes" if lost else ""


def _seen_in_the_file(changed: set[str], opened: Item, sound: Item, damage: Damaged) -> str:
    seed = damage.seed
    if seed.guard == "all":
        return f"its checksum fails, yet it loads with other {', '.join(sorted(changed))}"
    if "size" in changed and not seed.sizes_itself and _stored(opened) != _stored(sound):
        return f"size {opened.geometry.size_xyz} instead of {sound.geometry.size_xyz}"
    if not damage.hits_header and changed - {"voxels", "type", "words"}:
        return f"only voxels were touched, yet {', '.join(sorted(changed))} changed"
    if "voxels" not in changed:
        return ""
    if seed.guard == "payload" and not damage.hits_header:
        return "voxels changed against their checksum"
    if not damage.hits_payload and not _value_by_value(sound.voxels, opened.voxels):
        return "voxels moved or turned to noise, though only the header was touched"
    return ""


def _stored(item: Item) -> int:
    return item.voxels.size


def _value_by_value(before: NDArray[Any], after: NDArray[Any]) -> bool:
    """Whether each value became one other value everywhere."""
    pairs = np.stack([before.ravel().astype(np.float64), after.ravel().astype(np.float64)])
    return len(np.unique(pairs, axis=1).T) == len(np.unique(before))


# --- many at once ------------------------------------------------------------------------------


def run_trials(
    seeds: Iterable[Seed], counts: Mapping[str, int], folder: Path, number: int = 1
) -> Tally:
    """So many damaged files of each seed, in the series that ``number`` stands for."""
    tally = Tally()
    for seed in seeds:
        trials = Trials(seed, folder)
        for index in range(counts[seed.name]):
            kind, verdict = trials.verdict(index, number)
            tally.add(seed, index, number, kind, verdict)
    return tally
