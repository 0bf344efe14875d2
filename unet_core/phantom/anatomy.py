"""One phantom patient, scanned: draw the parts in order, blur, add noise."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from unet_core.phantom.body import draw_body, draw_heart, draw_spine, draw_table
from unet_core.phantom.liver import (
    draw_gallbladder,
    draw_liver,
    draw_liver_vessels,
    draw_tumours,
    random_diameters,
)
from unet_core.phantom.organs import draw_great_vessels, draw_kidneys, draw_organs
from unet_core.phantom.person import Person
from unet_core.phantom.shapes import Canvas
from unet_core.volume import Geometry, LabelMap, Volume

MOST_TUMOURS = 6


def make_case(
    seed: int,
    *,
    size_xyz: tuple[int, int, int] = (192, 192, 48),
    tumours: int | None = None,
    diameters_mm: Sequence[float] | None = None,
) -> tuple[Volume, LabelMap]:
    """A portal-venous abdominal CT and its mask: 1 liver, 2 tumour.

    Every seed is another patient; the same seed gives the same voxels. The patient lies on the
    back, arrays run to the patient's left, back and head. The mask holds exactly the voxels that
    were painted; the scan is slightly blurred and noisy, as scans are.

    Args:
        seed: Which patient.
        size_xyz: Voxels; the field of view stays the same, so fewer voxels are larger ones.
        tumours: How many; None for 0 to 6 by chance.
        diameters_mm: One tumour for each, overriding ``tumours``.

    Returns:
        Volume with (Z, Y, X) int16 HU, and LabelMap on the same grid.
    """
    rng = np.random.default_rng([seed, 1])
    person = Person.random(rng)
    if diameters_mm is None:
        count = int(rng.integers(0, MOST_TUMOURS + 1)) if tumours is None else tumours
        diameters_mm = random_diameters(rng, count)
    nx, ny, nz = size_xyz
    field = person.field_of_view_mm
    spacing = (round(field / nx, 3), round(field / ny, 3), round(person.height_mm / nz, 2))
    canvas = Canvas(size_xyz, spacing)
    _draw(canvas, person, rng, diameters_mm)
    geometry = Geometry(
        size_xyz,
        spacing,
        (
            round(float(canvas.x[0]) + rng.uniform(-9, 9), 1),
            round(float(canvas.y[0]) - rng.uniform(120, 180), 1),
            round(float(canvas.z[0]) - rng.uniform(300, 700), 1),
        ),
    )
    name = f"phantom {seed}"
    return (
        Volume(_scanned(canvas, person, rng), geometry, name),
        LabelMap(canvas.labels, geometry, f"{name} mask"),
    )


def _draw(
    canvas: Canvas, person: Person, rng: np.random.Generator, diameters_mm: Sequence[float]
) -> None:
    draw_body(canvas, person, rng)
    draw_heart(canvas, person)
    draw_spine(canvas, person, rng)
    draw_organs(canvas, person, rng)
    draw_liver(canvas, person, rng)
    draw_kidneys(canvas, person, rng)
    draw_great_vessels(canvas, person, rng)
    draw_gallbladder(canvas, person, rng)
    draw_liver_vessels(canvas, person, rng)
    draw_tumours(canvas, person, rng, diameters_mm)
    draw_table(canvas, person)


def _scanned(canvas: Canvas, person: Person, rng: np.random.Generator) -> NDArray[np.int16]:
    """(Z, Y, X) int16 HU: edges softened by half a voxel, then noise with a soft kernel's grain."""
    dx = canvas.spacing_xyz_mm[0]
    edge = (0.25, max(0.45, 0.8 / dx), max(0.45, 0.8 / dx))
    hu = ndimage.gaussian_filter(canvas.hu, edge, truncate=3)
    grain = max(0.55, 0.9 / dx)
    noise = rng.standard_normal(hu.shape, np.float32)
    noise = ndimage.gaussian_filter(noise, (0, grain, grain), truncate=3)
    noise *= person.noise_hu / max(float(noise.std()), 1e-6)
    hu += noise
    return np.clip(np.rint(hu), -1024, 3071).astype(np.int16)
