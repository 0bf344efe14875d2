"""The scan and the mask that every viewer is timed with; needs NumPy alone, as rivals bring."""

import numpy as np

SIZE_XYZ = (512, 512, 300)
SPACING_XYZ_MM = (0.75, 0.75, 1.25)
COLOURS = {1: (63, 182, 139), 2: (242, 177, 52)}
OPACITY = 0.45
LEVELS = (-135, 215)
"""Grey values drawn black and white."""


def make_arrays(slices: int = SIZE_XYZ[2]) -> tuple[np.ndarray, np.ndarray]:
    """(Z, 512, 512) int16 and uint8: a noisy body, a liver in a fifth of it, a tumour in that."""
    rng = np.random.default_rng(0)
    y, x = np.ogrid[:512, :512]
    body = np.where((y - 256) ** 2 / 0.5 + (x - 256) ** 2 < 240**2, 40, -1000)
    noise = rng.integers(-30, 30, (16, 512, 512), dtype=np.int16)
    voxels = np.empty((slices, 512, 512), np.int16)
    labels = np.zeros((slices, 512, 512), np.uint8)
    for z in range(slices):
        voxels[z] = body + noise[z % 16]
        wave = 12 * np.sin(z / 9)
        labels[z][(y - 250) ** 2 + (x - 190 - wave) ** 2 < 110**2 + 3 * noise[z % 16]] = 1
        labels[z][(y - 230) ** 2 + (x - 170) ** 2 < 30**2] = 2
    return voxels, labels


def jumps(slices: int, frames: int) -> list[int]:
    """Which slice each frame shows; each 2 to 20 from the one before, none to be guessed."""
    rng = np.random.default_rng(1)
    steps = rng.integers(2, 21, frames)
    there_and_back = [*range(slices), *range(slices - 2, 0, -1)]
    return [there_and_back[int(place) % len(there_and_back)] for place in np.cumsum(steps)]


def positions(slices: int, frames: int, stride: int) -> list[int]:
    """Which slice each frame shows; up and down, as a hand scrolls."""
    there_and_back = [*range(slices), *range(slices - 2, 0, -1)]
    return [there_and_back[frame * stride % len(there_and_back)] for frame in range(frames)]
