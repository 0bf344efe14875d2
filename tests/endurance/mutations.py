"""Damaged files by the thousand: ``python -m tests.endurance.mutations --count 20000 --seed 1``.

The first 2,000 of series 1 are those of every test run. One file is met again with
``--only "mha, zlib" --first 314 --count 1``.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.mutation_trials import Tally, Trials
from tests.mutator import Seed
from tests.seed_files import seeds
from unet_core import isolation


def main() -> None:
    """Damage, open, judge, count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000, help="damaged files in all")
    parser.add_argument("--seed", type=int, default=1, help="which series of them")
    parser.add_argument("--first", type=int, default=0, help="number of the first of each format")
    parser.add_argument("--only", default="", help="formats, separated by semicolons")
    arguments = parser.parse_args()
    wanted = {name.strip() for name in arguments.only.split(";")} - {""}
    chosen = [seed for seed in seeds() if not wanted or seed.name in wanted]
    each = -(-arguments.count // len(chosen))
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        for seed in chosen:
            _try_all(
                seed, range(arguments.first, arguments.first + each), arguments.seed, folder, tally
            )
    isolation.shut_down()
    print(tally.table())
    print(f"slowest: {tally.slowest_s:.2f} s of computing")
    for fault in tally.faults:
        print(fault)
    raise SystemExit(1 if tally.faults else 0)


def _try_all(seed: Seed, indices: range, number: int, folder: str, tally: Tally) -> None:
    trials = Trials(seed, Path(folder))
    for index in indices:
        kind, verdict = trials.verdict(index, number)
        tally.add(seed, index, number, kind, verdict)
    print(f"{seed.name}: {len(indices)} files", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
