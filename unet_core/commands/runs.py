"""``unet-core runs``: the table of all runs under a folder."""

import argparse
from pathlib import Path
from typing import Any

from unet_core.commands.parsing import Commands
from unet_core.console import Console


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser("runs", help="list runs: settings that differ, scores, state")
    parser.add_argument("root", type=Path, metavar="ROOT", help="folder of runs")
    parser.add_argument("--json", action="store_true", help="one JSON object a run")
    parser.set_defaults(command=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Do it; the exit code: 1 if a folder could not be read."""
    from unet_core.events import Progress
    from unet_core.run_table import RunTable, read_table

    has_faults = False
    for event in read_table(options.root):
        if isinstance(event, Progress):
            console.progress(f"{event.text} ({event.done}/{event.total})")
        elif isinstance(event, RunTable):
            has_faults = any(not row.is_run for row in event.rows)
            if options.json:
                for row in event.rows:
                    console.json(row_json(row))
            else:
                _tell(event, console)
    return 1 if has_faults else 0


def row_json(row: Any) -> dict[str, Any]:
    """A run as plain values."""
    return {
        "run": row.folder.name,
        "group": row.group,
        "name": row.given.name,
        "note": row.given.note,
        "state": row.state,
        "preset": row.preset,
        "started": row.started,
        "dataset": None if row.dataset is None else row.dataset.name,
        "epochs_done": row.epochs_done,
        "epochs": row.epochs,
        "minutes": round(row.minutes, 2),
        "best_epoch": row.best_epoch,
        "best_score": row.best_score,
        "scores": dict(row.scores),
        "settings": dict(row.settings),
        "sentence": row.sentence,
        "faults": list(row.faults),
    }


def _tell(table: Any, console: Console) -> None:
    if not table.rows:
        console.line("No runs there.")
        return
    heads = ("run", "state", "epochs", "minutes", *table.labels, *table.differing)
    lines = [heads, *(_cells(row, table) for row in table.rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(heads))]
    for line in lines:
        texts = (text.ljust(width) for text, width in zip(line, widths, strict=True))
        console.line("  ".join(texts).rstrip())
    for row in table.rows:
        for fault in (*row.faults, *((row.sentence,) if row.sentence else ())):
            console.line(f"{row.title}: {fault}")


def _cells(row: Any, table: Any) -> tuple[str, ...]:
    of_total = f"/{row.epochs}" if row.epochs else ""
    return (
        row.title,
        "no run" if not row.is_run else row.state,
        f"{row.epochs_done}{of_total}" if row.is_run else "",
        f"{row.minutes:.1f}" if row.epochs_done else "",
        *(_score(row.scores.get(name)) for name in table.labels),
        *(str(row.settings.get(key, "")) for key in table.differing),
    )


def _score(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
