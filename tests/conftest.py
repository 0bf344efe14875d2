"""What every test has: an offscreen window system, its own settings, no leftovers."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")  # tiny networks gain nothing from more

REAL_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def pytest_collection_finish() -> None:
    """What the tests have imported stays: the garbage collector need not walk it after each one."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def real_data() -> Path:
    """Folder of the real scans; skips where it is absent."""
    if not REAL_DATA.is_dir():
        pytest.skip(f"the real scans are not here ({REAL_DATA.name} folder beside the checkout)")
    return REAL_DATA


@pytest.fixture(scope="session", autouse=True)
def _end_kept_children() -> Iterator[None]:
    yield
    from unet_core import isolation

    isolation.shut_down()
