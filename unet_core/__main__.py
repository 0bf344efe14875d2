"""``python -m unet_core`` and the ``unet-core`` script; light, for children import it."""

import sys


def main() -> int:
    """Run the command line; returns the exit code."""
    from unet_core.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
