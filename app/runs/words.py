"""Words for runs in a table."""

from collections.abc import Mapping

from app.translation import tr
from unet_core.config import ModelConfig, Setting, TrainConfig, settings_of
from unet_core.run_queue import Entry
from unet_core.run_table import NO_RUN, RunRow

STATES: Mapping[str, str] = {
    "running": tr("running"),
    "interrupted": tr("interrupted"),
    "stopped": tr("stopped"),
    "finished": tr("finished"),
    "failed": tr("failed"),
    NO_RUN: tr("no run"),
}
MARKS: Mapping[str, tuple[str, str]] = {
    "running": ("train", "ACCENT"),
    "interrupted": ("warning", "WARNING"),
    "stopped": ("warning", "MUTED"),
    "finished": ("check", "GOOD"),
    "failed": ("error", "BAD"),
    NO_RUN: ("error", "MUTED"),
}
"""Icon and name of its colour by state."""
TURNS: Mapping[str, str] = {
    "waiting": tr("waits"),
    "running": tr("running"),
    "finished": tr("finished"),
    "stopped": tr("stopped"),
    "failed": tr("failed"),
}


def rounds_words(row: RunRow) -> str:
    """``12 of 60``, or what is known."""
    if not row.is_run:
        return ""
    if row.epochs and row.epochs_done < row.epochs:
        return tr("{done} of {epochs}", done=row.epochs_done, epochs=row.epochs)
    return str(row.epochs_done)


def minutes_words(minutes: float) -> str:
    """Minutes of work; a decimal where they are few.

    >>> minutes_words(0.0), minutes_words(2.84), minutes_words(131.2)
    ('', '2.8', '131')
    """
    if not minutes:
        return ""
    return f"{minutes:.1f}" if minutes < 10 else f"{minutes:.0f}"


def started_words(row: RunRow) -> str:
    """Day and minute, in the same few letters for all."""
    return row.started[:16].replace("T", " ")


def seconds_left(row: RunRow) -> float | None:
    """How long a run will go on, by how long it took so far; None where nobody knows."""
    limit = row.settings.get("minutes")
    if limit and not row.epochs:
        return max(float(limit) - row.minutes, 0.0) * 60
    if not row.epochs_done or row.epochs <= row.epochs_done:
        return None
    return (row.epochs - row.epochs_done) * row.minutes * 60 / row.epochs_done


def score_words(value: float | None) -> str:
    """Dice with two digits."""
    return "" if value is None else f"{value:.2f}"


def setting_words(key: str) -> str:
    """A setting's name as people read it.

    >>> setting_words("model.base_channels")
    'base channels'
    """
    if key == "minutes":
        return tr("time limit")
    return key.removeprefix("model.").replace("_", " ")


def setting_help(key: str) -> str:
    """What a setting means, with its unit."""
    config = ModelConfig if key.startswith("model.") else TrainConfig
    known = settings_of(config).get(key.removeprefix("model."))
    setting = known[1] if known else Setting("")
    return f"{setting.help} ({setting.unit})" if setting.unit else setting.help


def value_words(value: object) -> str:
    """A setting's value, short."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    return f"{value:g}" if isinstance(value, float) else str(value)


def tip_of(row: RunRow) -> str:
    """More than fits into a row."""
    lines = [row.title]
    if row.given.name:
        lines.append(row.folder.name)
    if row.sentence:
        lines.append(row.sentence)
    lines += row.faults
    if row.given.note:
        lines.append(row.given.note)
    return "\n".join(lines)


def turn_words(entry: Entry) -> str:
    """How an entry of the queue stands."""
    words = TURNS[entry.state]
    return f"{words}: {entry.sentence}" if entry.sentence else words
