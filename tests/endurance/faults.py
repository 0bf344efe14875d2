"""Every operation on the disk fails once, with every errno: ``python -m tests.endurance.faults``.

``--every 3`` takes each third one only. Takes minutes.
"""

import argparse
import collections
import errno
import shutil
import tempfile
from pathlib import Path

from tests.disk_faults import CODES, check_refusal, make_dataset, undisturbed


def main() -> None:
    """Go through them; an AssertionError names the first that lost something."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--first", type=int, default=1)
    options = parser.parse_args()
    root = Path(tempfile.mkdtemp())
    dataset = make_dataset(root / "data")
    whole, operations = undisturbed(dataset, root / "whole" / "run")
    counts: collections.Counter[str] = collections.Counter()
    for number in range(options.first, len(operations) + 1, options.every):
        for code in CODES:
            home = root / f"{number}-{code}"
            kind = check_refusal(dataset, home / "run", whole, number, code)
            counts[f"{kind or 'none'} {errno.errorcode[code]}"] += 1
            shutil.rmtree(home, ignore_errors=True)
        print(f"{number} of {len(operations)}", flush=True)
    shutil.rmtree(root, ignore_errors=True)
    for name, count in sorted(counts.items()):
        print(f"{name:<20}{count:>6}")
    print(f"{sum(counts.values())} failures, nothing lost or silent")


if __name__ == "__main__":
    main()
