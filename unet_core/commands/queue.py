"""``unet-core queue``: runs for the night, one after another."""

import argparse
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

from unet_core.commands.parsing import Commands, add_settings, add_split, chosen_settings, split_of
from unet_core.console import Console, tell, tell_json
from unet_core.errors import InputError

STATES = {"waiting": "waits", "running": "goes on", "finished": "done", "stopped": "stopped"}


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser("queue", help="runs that wait for their turn: list, add, work")
    parser.add_argument("root", type=Path, metavar="ROOT", help="folder of runs")
    parser.set_defaults(command=_list, json=False)
    doings = parser.add_subparsers(metavar="DO")
    listing = doings.add_parser("list", help="what waits, goes on and is over")
    listing.add_argument("--json", action="store_true", help="one JSON object an entry")
    listing.set_defaults(command=_list)
    new = doings.add_parser("add", help="let a new run wait")
    new.add_argument("dataset", type=Path, metavar="DATASET")
    add_settings(new)
    add_split(new)
    new.add_argument("--minutes", type=float, help="end on time")
    new.add_argument("--start-from", type=Path, metavar="MODEL", help="begin with a model")
    _add_common(new)
    new.set_defaults(command=_add_new)
    old = doings.add_parser("resume", help="let a run that was stopped wait to go on")
    old.add_argument("run", metavar="RUN", help="its folder's name under ROOT")
    old.add_argument("--more-epochs", type=int, default=0, metavar="N", help="beyond its end")
    old.add_argument("--more-minutes", type=float, default=0.0, metavar="M", help="beyond its end")
    _add_common(old)
    old.set_defaults(command=_add_old)
    for name, words, command in (
        ("remove", "take one out, by its key", _remove),
        ("move", "give one that waits another place, from 1", _move),
    ):
        one = doings.add_parser(name, help=words)
        one.add_argument("key", metavar="KEY")
        if name == "move":
            one.add_argument("place", type=int, metavar="PLACE")
        one.set_defaults(command=command)
    simple: tuple[tuple[str, str, Callable[[argparse.Namespace, Console], int]], ...] = (
        ("clear", "forget those that are over", _clear),
        ("start", "begin, in a process of its own that needs no terminal", _start),
        ("stop", "begin no further run; the one that goes on does so", _stop),
    )
    for name, words, do in simple:
        doings.add_parser(name, help=words).set_defaults(command=do)
    work = doings.add_parser("work", help="work through it here, until nothing is left")
    work.add_argument("--json", action="store_true", help="one JSON object a line")
    work.add_argument("--detached", action="store_true", help=argparse.SUPPRESS)
    work.set_defaults(command=_work)


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", default="", help="what to call the run")
    parser.add_argument(
        "--limit", type=float, default=0.0, metavar="M", help="stop it after M minutes at most"
    )


def _list(options: argparse.Namespace, console: Console) -> int:
    from unet_core.run_queue import is_worked, read_queue

    queue = read_queue(options.root)
    for entry in queue.entries:
        if options.json:
            values = {**entry.to_json(), "dataset": entry.dataset.name}
            console.json({key: values[key] for key in values if key not in ("options", "config")})
            continue
        state = STATES.get(entry.state, f"failed: {entry.sentence}")
        console.line(f"{entry.key}  {state:<8}  {entry.title}{_length(entry.expected_s)}")
    if not options.json:
        going = "goes on" if is_worked(options.root) else "is on" if queue.is_on else "is stopped"
        console.line(f"The queue {going}; {len(queue.waiting)} wait.")
    return 0


def _length(seconds: float | None) -> str:
    return "" if seconds is None else f", about {seconds / 60:.0f} min"


def _add_new(options: argparse.Namespace, console: Console) -> int:
    from unet_core.run_queue import Entry, options_to_json

    validation, test = split_of(options)
    given = {
        "validation_cases": validation,
        "test_cases": test,
        "start_from": options.start_from,
    }
    entry = Entry(
        dataset=options.dataset.absolute(),
        config=chosen_settings(options, minutes=options.minutes),
        options=options_to_json(given),
        name=options.name,
        limit_minutes=options.limit,
    )
    return _added(options, entry, console)


def _add_old(options: argparse.Namespace, console: Console) -> int:
    from unet_core import runs
    from unet_core.run_queue import Entry

    summary = runs.read_run(options.root / options.run)
    more = bool(options.more_epochs or options.more_minutes)
    if not (summary.can_extend if more else summary.can_resume):
        raise InputError(options.run, f"is {summary.state}", "add --more-epochs, or another run")
    if summary.dataset is None:
        raise InputError(options.run, "does not say where its data are", "use unet-core train")
    entry = Entry(
        dataset=summary.dataset,
        folder=summary.folder.name,
        more_epochs=options.more_epochs,
        more_minutes=options.more_minutes,
        name=options.name,
        limit_minutes=options.limit,
    )
    return _added(options, entry, console)


def _added(options: argparse.Namespace, entry: Any, console: Console) -> int:
    from unet_core.run_queue import change

    change(options.root, lambda queue: queue.added(entry))
    console.line(f"{entry.key}  {entry.title}")
    return 0


def _remove(options: argparse.Namespace, _console: Console) -> int:
    from unet_core.run_queue import change

    _known(options)
    change(options.root, lambda queue: queue.without(options.key))
    return 0


def _move(options: argparse.Namespace, _console: Console) -> int:
    from unet_core.run_queue import change

    _known(options)
    change(options.root, lambda queue: queue.moved(options.key, options.place - 1))
    return 0


def _known(options: argparse.Namespace) -> None:
    from unet_core.run_queue import read_queue

    if all(entry.key != options.key for entry in read_queue(options.root).entries):
        raise InputError(options.key, "is no key in the queue", "see unet-core queue ROOT list")


def _clear(options: argparse.Namespace, _console: Console) -> int:
    from unet_core.run_queue import change

    change(options.root, lambda queue: queue.cleared())
    return 0


def _start(options: argparse.Namespace, console: Console) -> int:
    from unet_core.queue_work import start_worker
    from unet_core.run_queue import change, switched

    queue = change(options.root, lambda queue: switched(queue, is_on=True))
    if queue.next is None:
        console.line("Nothing waits.")
        return 0
    if not start_worker(options.root):
        raise InputError("The queue", "did not begin", "try unet-core queue ROOT work")
    console.line(f"{len(queue.waiting)} wait; the first begins.")
    return 0


def _stop(options: argparse.Namespace, console: Console) -> int:
    from unet_core.run_queue import change, switched

    queue = change(options.root, lambda queue: switched(queue, is_on=False))
    if queue.running is not None:
        console.line(f"{queue.running.title} goes on to its end; no other run begins.")
    return 0


def _work(options: argparse.Namespace, console: Console) -> int:
    from unet_core.queue_work import Stop, TurnCame, TurnOver, worked
    from unet_core.run_queue import change, read_queue, switched

    if not options.detached:  # else only what was let go goes on, unless the queue was started
        change(options.root, lambda queue: switched(queue, is_on=True))
    stop = Stop()
    before = {number: signal.signal(number, _ending(stop)) for number in _ENDING}
    say = tell_json if options.json else tell
    try:
        for event in worked(options.root, stop):
            match event:
                case TurnCame(entry=entry):
                    console.line(f"Next: {entry.title}")
                case TurnOver(entry=entry):
                    console.line(f"{entry.title}: {entry.sentence or entry.state}")
                case _:
                    say(event, console)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if stop.is_asked:
        return 130
    failed = [entry for entry in read_queue(options.root).entries if entry.state == "failed"]
    return 1 if failed else 0


_ENDING = (signal.SIGINT, signal.SIGTERM)


def _ending(stop: Any) -> Callable[..., None]:
    def handler(*_: object) -> None:
        stop.ask()

    return handler
