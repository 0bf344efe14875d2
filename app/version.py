"""Which Slicewise this is."""

from importlib.metadata import PackageNotFoundError, version

FROM_SOURCE = "(from source)"


def app_version() -> str:
    """The installed version; says so where it runs from source without being installed."""
    try:
        return version("slicewise")
    except PackageNotFoundError:
        return FROM_SOURCE
