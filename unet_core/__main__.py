"""``python -m unet_core`` and the ``unet-core`` script; light, for children import it.

Started by ``torchrun``, each process runs the same command; see ``distributed``.
"""

import sys

SHARED = ("train", "cross-validate", "predict")
"""Commands that processes share; any other is the first one's alone."""


def main() -> int:
    """Run the command line; returns the exit code."""
    from functools import partial

    from unet_core import distributed
    from unet_core.cli import run

    arguments = sys.argv[1:]
    return distributed.as_one(
        partial(run, arguments), is_shared=bool(arguments) and arguments[0] in SHARED
    )


if __name__ == "__main__":
    sys.exit(main())
