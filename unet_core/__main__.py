"""``python -m unet_core`` and the ``unet-core`` script; light, for children import it.

Started by ``torchrun``, each process runs the same command; see ``launch``.
"""

import sys

SHARED = ("train", "cross-validate", "predict")
"""Commands that processes share; any other is the first one's alone."""


def main() -> int:
    """Run the command line; returns the exit code."""
    from functools import partial

    from unet_core.cli import run
    from unet_core.launch import as_one

    arguments = sys.argv[1:]
    is_shared = bool(arguments) and arguments[0] in SHARED
    return as_one(partial(run, arguments), is_shared=is_shared)


if __name__ == "__main__":
    sys.exit(main())
