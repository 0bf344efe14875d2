"""Bring the translations in step with the sources: ``python -m tests.translating [--release]``."""

import argparse

from tests.translating import catalogues


def main() -> None:
    """Gather, update, and make what Qt loads."""
    parser = argparse.ArgumentParser(prog="python -m tests.translating", description=__doc__)
    parser.add_argument("--release", action="store_true", help="only make the .qm files anew")
    if not parser.parse_args().release:
        catalogues.gather()
        catalogues.update()
    catalogues.release()
    for language in catalogues.LANGUAGES:
        entries = catalogues.read(language)
        open_ones = sum(not one.is_finished for one in entries)
        catalogues.say(f"{language}: {len(entries)} texts, {open_ones} to be translated")
        for fault in catalogues.faults(entries, language):
            catalogues.say(f"  {fault}")


if __name__ == "__main__":
    main()
