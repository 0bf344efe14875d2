"""A child's peak is its own, however large its parent is."""

import subprocess
import sys

import numpy as np
import pytest

from unet_core.peak_memory import peak_memory_mb


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux hands the peak down")
def test_a_small_child_of_a_large_process_says_what_it_took_itself() -> None:
    large = np.ones(400 << 20, np.uint8)
    here = peak_memory_mb()
    code = "from unet_core.peak_memory import peak_memory_mb; print(peak_memory_mb())"
    child = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert large[0] == 1
    assert here > 400
    assert 0 < float(child.stdout) < 200
