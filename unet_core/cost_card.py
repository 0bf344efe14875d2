"""What a use of a model costs on one computer, as it was measured and as it is kept.

The card lies beside the model, in ``<model>.cost.json``: one entry for each computer it was
measured on. It holds no name of a patient, of the computer or of its user.
"""

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self

from unet_core.errors import InputError
from unet_core.io import atomic

FORMAT = 1
ENDING = ".cost.json"
BUDGET_S = 60.0
"""No further way to run the model is begun that would end after so long."""
_MOST_CARDS = 16
_SAME_MACHINE = ("processor", "cores", "threads", "card", "system")
_LARGEST_FILE = 1 << 20


@dataclass(frozen=True)
class CostRow:
    """One way to run the model on the scan.

    Attributes:
        batch_size: Slices computed at once.
        mirror: Whether each was looked at mirrored as well.
        seconds: From the scan in memory to its cleaned mask, loading the model included.
        memory_mb: Most memory of the process, the scan and PyTorch in it, MiB; 0 if unknown.
        card_mb: Most memory of the graphics card, MiB; 0 without one.
    """

    batch_size: int
    mirror: bool
    seconds: float
    memory_mb: float = 0.0
    card_mb: float = 0.0


@dataclass(frozen=True)
class CostCard:
    """One model on one scan on one computer.

    Attributes:
        model_sha256: Of the model file, or of the file that names the networks of an ensemble.
        model_bytes: Size of all model files.
        parameters: Of all networks.
        networks: How many speak as one.
        machine: The computer, see ``sittings.machine_facts``.
        shape_zyx: Of the scan.
        rows: By batch size, those without mirroring first.
        read_s: To read the scan from its file; None where that was not measured.
        notes: Sentences on what was not measured, and on what disturbed.
        measured: ISO 8601 local time.
        versions: Of this program and the libraries that matter.
    """

    model_sha256: str
    model_bytes: int
    parameters: int
    networks: int
    machine: Mapping[str, Any]
    shape_zyx: tuple[int, int, int]
    rows: tuple[CostRow, ...]
    read_s: float | None = None
    notes: tuple[str, ...] = ()
    measured: str = ""
    versions: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """What ``to_json`` wrote; KeyError, TypeError or ValueError if it is not."""
        z, y, x = values["shape_zyx"]
        read_s = values["read_s"]
        return cls(
            model_sha256=str(values["model_sha256"]),
            model_bytes=int(values["model_bytes"]),
            parameters=int(values["parameters"]),
            networks=int(values["networks"]),
            machine=dict(values["machine"]),
            shape_zyx=(int(z), int(y), int(x)),
            rows=tuple(CostRow(**row) for row in values["rows"]),
            read_s=None if read_s is None else float(read_s),
            notes=tuple(map(str, values["notes"])),
            measured=str(values["measured"]),
            versions=dict(values["versions"]),
        )

    def is_of(self, model_sha256: str, machine: Mapping[str, Any]) -> bool:
        """Whether it is of that model on that computer."""
        return self.model_sha256 == model_sha256 and _key(self.machine) == _key(machine)


def _key(machine: Mapping[str, Any]) -> list[Any]:
    return [machine.get(name) for name in _SAME_MACHINE]


# --- beside the model --------------------------------------------------------------------------


def place_of(model: Path) -> Path:
    """Where the cards of a model file or an ``ensemble.json`` are kept.

    >>> place_of(Path("run/model.safetensors")).as_posix()
    'run/model.cost.json'
    """
    return model.with_name(f"{model.stem}{ENDING}")


def read_cards(model: Path) -> tuple[CostCard, ...]:
    """All that are kept beside a model, newest first; what cannot be read is as good as none."""
    place = place_of(model)
    try:
        if not place.is_file() or place.stat().st_size > _LARGEST_FILE:
            return ()
        values = atomic.read_json(place)
        entries = values["cards"] if values["format"] <= FORMAT else ()
    except (InputError, OSError, KeyError, TypeError):
        return ()
    cards = []
    for entry in entries if isinstance(entries, list) else ():
        with contextlib.suppress(KeyError, TypeError, ValueError, AttributeError):
            cards.append(CostCard.from_json(entry))
    return tuple(sorted(cards, key=lambda card: card.measured, reverse=True))


def keep_card(model: Path, card: CostCard) -> None:
    """Write a card beside its model, in place of an older one of the same computer.

    Raises:
        InputError: If the disk does not take it.
    """
    others = [one for one in read_cards(model) if not one.is_of(card.model_sha256, card.machine)]
    cards = [card, *others][:_MOST_CARDS]
    values = {"format": FORMAT, "cards": [one.to_json() for one in cards]}
    atomic.write_json(place_of(model), values)


# --- in words ----------------------------------------------------------------------------------


def machine_words(machine: Mapping[str, Any]) -> str:
    """The computer in a line.

    >>> machine_words({"processor": "A", "cores": 2, "threads": 1, "card": "", "system": "Linux"})
    'A, 2 cores, 1 thread, Linux'
    """
    said = [str(machine[name]) for name in ("card", "processor") if machine.get(name)]
    for name in ("core", "thread"):
        if count := machine.get(f"{name}s"):
            said.append(f"{count} {name}" if count == 1 else f"{count} {name}s")
    return ", ".join([*said, *([str(machine["system"])] if machine.get("system") else [])])


def size_words(mebibytes: float) -> str:
    """Memory or the size of a file; n/a for none.

    >>> size_words(1536), size_words(7.44), size_words(0)
    ('1.5 GiB', '7.4 MiB', 'n/a')
    """
    if not mebibytes:
        return "n/a"
    if mebibytes >= 1000:
        return f"{mebibytes / 1024:.1f} GiB"
    return f"{mebibytes:.0f} MiB" if mebibytes >= 10 else f"{mebibytes:.1f} MiB"


def scan_words(shape_zyx: Sequence[int]) -> str:
    """The size of a scan.

    >>> scan_words((130, 512, 512))
    '512 x 512 x 130 voxels'
    """
    return f"{' x '.join(str(n) for n in reversed(shape_zyx))} voxels"


def card_lines(card: CostCard) -> list[str]:
    """All of it, for a terminal."""
    networks = "1 network" if card.networks == 1 else f"{card.networks} networks"
    size = size_words(card.model_bytes / 2**20)
    read = "" if card.read_s is None else f", read in {card.read_s:.1f} s"
    has_card = any(row.card_mb for row in card.rows)
    lines = [
        f"Model: {networks}, {card.parameters:,} parameters, {size}",
        f"Scan: {scan_words(card.shape_zyx)}{read}",
        f"Computer: {machine_words(card.machine)}",
        f"{'Slices at once':>14}  {'mirrored':>8}  {'seconds':>8}  {'per 100 slices':>14}  "
        f"{'memory at most':>14}" + (f"  {'graphics card':>13}" if has_card else ""),
    ]
    for row in card.rows:
        per_100 = 100 * row.seconds / card.shape_zyx[0]
        lines.append(
            f"{row.batch_size:>14}  {'yes' if row.mirror else 'no':>8}  {row.seconds:>8.2f}  "
            f"{per_100:>14.2f}  {size_words(row.memory_mb):>14}"
            + (f"  {size_words(row.card_mb):>13}" if has_card else "")
        )
    return [*lines, *card.notes]
