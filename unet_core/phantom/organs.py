"""The phantom's abdomen but for the liver: spleen, kidneys, vessels, stomach, bowel."""

from collections.abc import Sequence

import numpy as np

from unet_core.phantom.person import Person
from unet_core.phantom.shapes import (
    Box,
    Canvas,
    Field,
    Inside,
    Place,
    ellipsoid,
    smooth_noise,
    tube,
)

GAS_HU = -940.0


def draw_organs(canvas: Canvas, person: Person, rng: np.random.Generator) -> None:
    """Everything the liver will lie against, in order from hidden to seen."""
    _draw_pancreas(canvas, person, rng)
    _draw_bowel(canvas, person, rng)
    _draw_colon(canvas, person, rng)
    _draw_spleen(canvas, person, rng)
    _draw_stomach(canvas, person, rng)


def _free(canvas: Canvas, box: Box, margin_mm: float) -> Inside:
    """Where an organ may lie: inside the cavity and below the diaphragm."""
    z = canvas.mesh(box)[2]
    floor = canvas.lung_floor_mm[box[1], box[2]][None]
    return (canvas.cavity_mm[box] > margin_mm) & (floor - 3.0 > z)


def _draw_spleen(canvas: Canvas, person: Person, rng: np.random.Generator) -> None:
    s = person.scale
    size = rng.uniform(0.85, 1.2)
    centre = (92 * s, 34 * s, person.liver_top - 82 * s)
    radii = (34 * s * size, 46 * s * size, 50 * s * size)
    box, q = ellipsoid(canvas, centre, radii, 18, 8)
    q = q * (1 + 0.12 * smooth_noise(canvas, rng, 35.0, box))
    x, y, z = canvas.mesh(box)
    hollow = ((x - 44 * s) / (38 * s)) ** 2 + ((y - 8 * s) / (48 * s)) ** 2
    hollow = hollow + ((z - centre[2]) / (90 * s)) ** 2
    inside = (q < 1) & (hollow > 1) & _free(canvas, box, 3.0)
    hu = person.spleen_hu + 3 * smooth_noise(canvas, rng, 14.0, box)
    canvas.paint(box, inside, hu)


def draw_kidneys(canvas: Canvas, person: Person, rng: np.random.Generator) -> None:
    """Cortex, darker pyramids, fat and urine in the sinus; the right one lies lower."""
    s = person.scale
    for side, drop in ((-1, 148.0), (1, 132.0)):
        size = s * rng.uniform(0.9, 1.1)
        centre = (side * 60 * s, person.spine_y - 4 * s, -drop * s + 0.4 * person.liver_top)
        radii = (27 * size, 25 * size, 52 * size)
        box, q = ellipsoid(canvas, centre, radii, side * 28.0, side * 12.0)
        capsule = (q < 1.28) & (canvas.cavity_mm[box] > 0)
        canvas.paint(box, capsule, person.fat_hu)
        pattern = smooth_noise(canvas, rng, 13.0, box)
        pyramids = (q < 0.66) & (pattern < 0.35)
        hu = np.where(pyramids, person.cortex_hu - 42, person.cortex_hu).astype(np.float32)
        canvas.paint(box, (q < 1) & capsule, hu)
        hilum = (centre[0] - side * 11 * size, centre[1] - 6 * size, centre[2])
        sinus, inner = ellipsoid(
            canvas, hilum, (15 * size, 9 * size, 25 * size), side * 28.0, side * 12.0
        )
        urine = smooth_noise(canvas, rng, 10.0, sinus) > 0.7
        canvas.paint(sinus, inner < 1, np.where(urine, 12.0, -70.0).astype(np.float32))


def draw_great_vessels(canvas: Canvas, person: Person, rng: np.random.Generator) -> None:
    """Aorta with its branches to kidneys and gut, vena cava into the heart, splenic vein."""
    s, front = person.scale, person.spine_y - 27 * person.scale
    bottom = -person.height_mm - 20
    blood = person.vessel_hu + 4
    aorta_x = rng.uniform(6, 16) * s
    aorta = [(aorta_x, front, 20.0), (aorta_x, front - 2, -110 * s), (aorta_x - 5, front, bottom)]
    cava: list[Place] = [
        (-12 * s, front - 34 * s, person.liver_top + 30),
        (-20 * s, front - 16 * s, person.liver_top - 34),
        (-25 * s, front - 5 * s, -120 * s),
        (-20 * s, front + 2, bottom),
    ]
    for side in (-1.0, 1.0):
        renal = (side * 46 * s, person.spine_y - 14 * s, -138 * s)
        points = [
            (aorta_x + side * 6, front - 4, -128 * s),
            (side * 28 * s, front, -132 * s),
            renal,
        ]
        _pour(canvas, points, (4.5, 4.5, 4.0), blood)
    mesenteric = [(aorta_x, front, -98 * s), (aorta_x - 2, front - 20 * s, -112 * s)]
    _pour(canvas, [*mesenteric, (aorta_x - 4, front - 26 * s, bottom)], (4.5, 4.0, 4.0), blood)
    _pour(canvas, cava, (13 * s, 12.5 * s, 12 * s, 11 * s), blood - 6, flatten=1.2)
    _pour(canvas, aorta, (11.5 * s, 10.5 * s, 9.5 * s), blood)
    if rng.random() < 0.5:
        _calcify(canvas, aorta, 10.5 * s, rng)
    splenic = [(-8 * s, -6 * s, -108 * s), (30 * s, 0.0, -100 * s), (74 * s, 28 * s, -92 * s)]
    _pour(canvas, splenic, (6.0, 5.0, 4.0), blood)


def _pour(
    canvas: Canvas, points: Sequence[Place], radii: Sequence[float], hu: float, flatten: float = 1.0
) -> None:
    box, q = tube(canvas, points, radii, flatten)
    canvas.paint(box, (q < 1) & (canvas.cavity_mm[box] > -45), hu)


def _calcify(
    canvas: Canvas, points: Sequence[Place], radius: float, rng: np.random.Generator
) -> None:
    box, q = tube(canvas, points, [radius] * len(points))
    spots = smooth_noise(canvas, rng, 9.0, box) > 1.9
    canvas.paint(box, (q < 1) & (q > 0.78) & spots, 480.0)


def _draw_pancreas(canvas: Canvas, person: Person, rng: np.random.Generator) -> None:
    s = person.scale
    points = [
        (-26 * s, -10 * s, -138 * s),
        (-14 * s, -14 * s, -118 * s),
        (16 * s, -16 * s, -106 * s),
        (46 * s, 0.0, -98 * s),
        (72 * s, 20 * s, -92 * s),
    ]
    box, q = tube(canvas, points, [15 * s, 13 * s, 9 * s, 10 * s, 8 * s])
    lobules = smooth_noise(canvas, rng, 8.0, box)
    canvas.paint(box, (q + 0.22 * lobules < 1) & (lobules < 1.3), person.liver_hu - 14)


def _draw_stomach(canvas: Canvas, person: Person, rng: np.random.Generator) -> None:
    """A bag of fluid, contrast or food under a level of gas, since the patient lies on the back."""
    s = person.scale
    top = person.liver_top - 30
    points = [
        (64 * s, 4 * s, top - 10),
        (66 * s, -22 * s, top - 40 * s),
        (46 * s, -46 * s, top - 72 * s),
        (4 * s, -52 * s, top - 92 * s),
        (-22 * s, -38 * s, top - 92 * s),
    ]
    size = rng.uniform(0.75, 1.1) * s
    box, q = tube(canvas, points, [30 * size, 34 * size, 26 * size, 17 * size, 11 * size])
    q = q * (1 + 0.07 * smooth_noise(canvas, rng, 24.0, box))
    free = _free(canvas, box, 2.0)
    folds = 0.80 + 0.05 * smooth_noise(canvas, rng, 9.0, box)
    canvas.paint(box, (q < 1) & free, 72.0)
    level = rng.uniform(-52, -26) * s
    content = rng.choice([14.0, 30.0, 190.0, 45.0])
    texture = smooth_noise(canvas, rng, 7.0, box)
    lumen = (q < folds) & free
    food = (content + (25 if content > 40 else 4) * texture).astype(np.float32)
    canvas.paint(box, lumen, food)
    y = canvas.mesh(box)[1]
    canvas.paint(box, lumen & (y < level), GAS_HU)


def _draw_bowel(canvas: Canvas, person: Person, rng: np.random.Generator) -> None:
    """Small bowel: some twenty short loops lying over each other in front of the spine."""
    s = person.scale
    for _ in range(26):
        point = np.array(
            [rng.uniform(-62, 78), rng.uniform(-66, 2), rng.uniform(-230, -122)], np.float64
        )
        heading = rng.normal(size=3)
        points: list[Place] = []
        for _ in range(rng.integers(4, 8)):
            points.append((point[0] * s, point[1] * s, point[2] * s))
            heading = heading + 0.9 * rng.normal(size=3)
            point = point + 17 * heading / np.linalg.norm(heading)
        radius = rng.uniform(8, 13)
        box, q = tube(canvas, points, [radius] * len(points))
        if q.size == 0:
            continue
        free = _free(canvas, box, 3.0)
        canvas.paint(box, (q < 1.18) & free, person.fat_hu)
        canvas.paint(box, (q < 1) & free, rng.uniform(70, 105))
        content = rng.choice([20.0, 32.0, 210.0, GAS_HU], p=[0.4, 0.35, 0.15, 0.1])
        canvas.paint(box, (q < 0.68) & free, content)


def _draw_colon(canvas: Canvas, person: Person, rng: np.random.Generator) -> None:
    s, low = person.scale, -person.height_mm - 20
    flexure = -rng.uniform(165, 190) * s
    left = rng.uniform(-140, -115) * s
    ascending = [(-88 * s, 24 * s, low), (-90 * s, 10 * s, flexure)]
    across = [
        ascending[-1],
        (-50 * s, -56 * s, flexure - 14),
        (10 * s, -72 * s, flexure - 8),
        (62 * s, -50 * s, flexure + 30),
        (98 * s, 6 * s, left),
    ]
    descending = [across[-1], (106 * s, 32 * s, left - 40), (104 * s, 36 * s, low)]
    for points, radius in ((ascending, 23.0), (across, 17.0), (descending, 14.0)):
        _colon_part(canvas, person, rng, points, radius * s)


def _colon_part(
    canvas: Canvas, person: Person, rng: np.random.Generator, points: Sequence[Place], radius: float
) -> None:
    box, q = tube(canvas, points, [radius] * len(points))
    if q.size == 0:
        return
    q = q * (1 + 0.14 * smooth_noise(canvas, rng, 18.0, box))  # its pouches
    stool = smooth_noise(canvas, rng, 6.0, box)
    free = _free(canvas, box, 2.0)
    canvas.paint(box, (q < 1) & free, 65.0)
    lumen = (q < 0.82) & free
    content: Field = np.where(stool > 0.75, -480.0, 28 + 45 * stool).astype(np.float32)
    canvas.paint(box, lumen, content)
    gas = lumen & (canvas.mesh(box)[1] < min(p[1] for p in points) - 0.25 * radius)
    canvas.paint(box, gas | (lumen & (stool < -1.2)), GAS_HU)
