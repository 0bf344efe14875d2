"""The phantom's liver: lobes, vessels, gallbladder and tumours, with exact masks."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

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
from unet_core.volume import LIVER, TUMOUR

SMALLEST_MM, LARGEST_MM = 5.0, 60.0
"""Range of tumour diameters."""


def draw_liver(canvas: Canvas, person: Person, rng: np.random.Generator) -> None:
    """Both lobes: a sum of blobs, bulged by smooth noise, under the diaphragm."""
    s, top = person.scale, person.liver_top
    low, left = person.right_lobe_down, person.left_lobe
    blobs: list[tuple[Place, Place]] = [
        ((-66 * s, 2 * s, top - 64 * s), (57 * s, 66 * s, 56 * s)),
        ((-76 * s, 14 * s, top - 112 * s + low), (40 * s, 52 * s, 44 * s)),
        ((8 * s, -40 * s, top - 48 * s), (54 * s * left, 31 * s, 36 * s * left)),
        ((-24 * s, -42 * s, top - 68 * s), (32 * s, 34 * s, 38 * s)),
    ]
    box = canvas.box((-160 * s, -130 * s, -1e4), (110 * s, 110 * s, 1e4))
    x, y, z = canvas.mesh(box)
    total = np.zeros((z.size, y.size, x.size), np.float32)
    for (cx, cy, cz), (rx, ry, rz) in blobs:
        # a Gaussian blob falls apart into one factor for each axis
        part = np.exp(2 - 2 * ((z - cz) / rz) ** 2)
        part = part * np.exp(-2 * ((y - cy) / ry) ** 2)
        total += (part * np.exp(-2 * ((x - cx) / rx) ** 2)).astype(np.float32)
    bulge = 0.30 * smooth_noise(canvas, rng, 55.0, box)
    bulge += 0.10 * smooth_noise(canvas, rng, 20.0, box)
    floor = canvas.lung_floor_mm[box[1], box[2]][None]
    inside = (total * np.exp(bulge) > 1) & (canvas.cavity_mm[box] > 3.0) & (floor - 2.0 > z)
    spine = np.hypot(x / 34, (y - person.spine_y) / 30) < s
    inside &= ~spine
    texture = 2.5 * smooth_noise(canvas, rng, 12.0, box) + 2 * smooth_noise(canvas, rng, 60.0, box)
    inside = _largest(inside)
    canvas.paint(box, inside, person.liver_hu + texture, LIVER.value)
    _cut_fissure(canvas, person, rng)


def _largest(inside: Inside) -> Inside:
    parts, count = ndimage.label(inside)
    if count < 2:
        return inside
    sizes = np.bincount(parts.ravel())
    sizes[0] = 0
    return np.asarray(parts == sizes.argmax())


def _cut_fissure(canvas: Canvas, person: Person, rng: np.random.Generator) -> None:
    """The fatty cleft of the round ligament, between the lobes."""
    s = person.scale
    centre = (-12 * s, -62 * s, person.liver_top - rng.uniform(88, 100) * s)
    box, q = ellipsoid(canvas, centre, (5 * s, 26 * s, 30 * s), 24)
    canvas.paint(box, q < 1, person.fat_hu)


def draw_gallbladder(canvas: Canvas, person: Person, rng: np.random.Generator) -> None:
    """A pear of bile under the liver; now and then it was removed."""
    s, size = person.scale, rng.uniform(0.7, 1.2)
    centre = (-44 * s, -40 * s, person.liver_top - 126 * s)
    box, q = ellipsoid(canvas, centre, (15 * s * size, 16 * s * size, 29 * s * size), 20, -20)
    if rng.random() < 0.15:
        return
    free = canvas.cavity_mm[box] > 3
    canvas.paint(box, (q < 1.22) & free, 62.0)
    canvas.paint(box, (q < 1) & free, rng.uniform(4, 16))


def draw_liver_vessels(canvas: Canvas, person: Person, rng: np.random.Generator) -> None:
    """Portal vein from below, three hepatic veins from above; part of the liver's label."""
    s, top = person.scale, person.liver_top
    front = person.spine_y - 27 * s
    hilum: Place = (-30 * s, front - 26 * s, top - 88 * s)
    trunk: list[Place] = [(-8 * s, -6 * s, -108 * s), hilum]
    box, q = tube(canvas, trunk, (7.5, 7.0))
    canvas.paint(box, (q < 1) & (canvas.labels[box] == 0), person.vessel_hu)
    cava: Place = (-18 * s, front - 18 * s, top - 26 * s)
    for start, aims, radius in (
        (hilum, ((-70, 14, -92), (-66, -18, -74), (0, -44, -62), (-70, 10, -118)), 6.0),
        (cava, ((-84, 22, -62), (-52, -42, -52), (16, -42, -46)), 5.5),
    ):
        for aim in aims:
            end: Place = (aim[0] * s, aim[1] * s, aim[2] * s + top)
            _branch(canvas, person, rng, start, end, radius * s, 3)


def _branch(
    canvas: Canvas,
    person: Person,
    rng: np.random.Generator,
    start: Place,
    end: Place,
    radius: float,
    generations: int,
) -> None:
    """A vessel from ``start`` to ``end`` that forks there, thinner each time."""
    first, last = np.asarray(start), np.asarray(end)
    way = last - first
    length = float(np.linalg.norm(way))
    middle = (first + last) / 2 + rng.normal(size=3) * 0.08 * length
    points: list[Place] = [start, (middle[0], middle[1], middle[2]), end]
    box, q = tube(canvas, points, (radius, 0.88 * radius, 0.76 * radius))
    canvas.paint(box, (q < 1) & (canvas.labels[box] > 0), person.vessel_hu, LIVER.value)
    if generations == 0:
        return
    for _ in range(2):
        turned = way / length + rng.normal(size=3) * 0.62
        target = last + turned / np.linalg.norm(turned) * length * rng.uniform(0.5, 0.8)
        goal: Place = (target[0], target[1], target[2])
        _branch(canvas, person, rng, end, goal, 0.68 * radius, generations - 1)


@dataclass(frozen=True)
class Tumour:
    """One painted tumour.

    Attributes:
        centre_xyz_mm: On the canvas.
        diameter_mm: Of a ball of the same volume.
        contrast_hu: Against the liver, rim and core apart.
        voxels: How many carry its label.
    """

    centre_xyz_mm: Place
    diameter_mm: float
    contrast_hu: float
    voxels: int


def random_diameters(rng: np.random.Generator, count: int) -> tuple[float, ...]:
    """Diameters in mm; small ones are more common than large ones."""
    sizes = np.exp(rng.uniform(np.log(SMALLEST_MM), np.log(LARGEST_MM), count))
    return tuple(sizes.tolist())


def draw_tumours(
    canvas: Canvas, person: Person, rng: np.random.Generator, diameters_mm: Sequence[float]
) -> tuple[Tumour, ...]:
    """Tumours in the liver, largest first, apart from each other while there is room."""
    places, depth_mm = _liver_depth(canvas)
    tumours: list[Tumour] = []
    for diameter in sorted(diameters_mm, reverse=True):
        if not len(places):
            break
        wanted = min(0.45 * diameter, float(np.quantile(depth_mm, 0.98)))
        fits = depth_mm >= wanted
        for other in tumours:
            apart = np.linalg.norm(places - other.centre_xyz_mm, axis=1)
            fits &= apart > 0.62 * (diameter + other.diameter_mm)
        choices = np.flatnonzero(fits) if fits.any() else np.flatnonzero(depth_mm >= wanted)
        x, y, z = places[rng.choice(choices)].tolist()
        tumours.append(_tumour(canvas, person, rng, (x, y, z), diameter))
    return tuple(tumours)


def _liver_depth(canvas: Canvas) -> tuple[Field, Field]:
    """Positions in the liver, (N, 3) x, y, z mm, and (N,) mm to its surface, on a coarse grid."""
    found = ndimage.find_objects((canvas.labels > 0).view(np.uint8))
    if not found:
        return np.zeros((0, 3), np.float32), np.zeros(0, np.float32)
    box: Box = (found[0][0], found[0][1], found[0][2])
    dx, dy, dz = canvas.spacing_xyz_mm
    step = [max(1, round(3.0 / d)) for d in (dz, dy, dx)]
    coarse = canvas.labels[box][:: step[0], :: step[1], :: step[2]] > 0
    spacing = (dz * step[0], dy * step[1], dx * step[2])
    depth = ndimage.distance_transform_edt(np.pad(coarse, 1), sampling=spacing)
    inner = np.asarray(depth, np.float32)[1:-1, 1:-1, 1:-1]
    index = np.nonzero(coarse)
    axes = (canvas.z[box[0]], canvas.y[box[1]], canvas.x[box[2]])
    zyx = [axis[i * s] for axis, i, s in zip(axes, index, step, strict=True)]
    return np.stack(zyx[::-1], axis=1), inner[index].astype(np.float32)


def _tumour(
    canvas: Canvas, person: Person, rng: np.random.Generator, centre: Place, diameter: float
) -> Tumour:
    shape = np.exp(rng.normal(0, 0.12, 3))
    shape *= 0.5 * diameter / np.cbrt(shape.prod())
    radii = (float(shape[0]), float(shape[1]), float(shape[2]))
    box, q = ellipsoid(canvas, centre, radii, rng.uniform(0, 180), rng.uniform(0, 60), 1.4)
    q = q * np.exp(0.22 * smooth_noise(canvas, rng, max(0.45 * diameter, 6.0), box))
    inside = _ball_sized(canvas, box, q, diameter)
    dark = rng.random() < 0.88
    contrast = -rng.uniform(22, 58) if dark else rng.uniform(22, 48)
    grain = smooth_noise(canvas, rng, 7.0, box)
    hu = np.full(q.shape, person.liver_hu + contrast, np.float32) + 2 * grain
    if dark and diameter > 12 and rng.random() < 0.45:
        hu += np.where(q > 0.68, 18.0, -6.0).astype(np.float32)  # a rim that takes up contrast
    if dark and diameter > 25 and rng.random() < 0.5:
        hu -= np.clip((0.35 - q) * 60, 0, 14).astype(np.float32)  # a core without blood
    canvas.paint(box, inside, hu, TUMOUR.value)
    return Tumour(centre, diameter, contrast, int(inside.sum()))


def _ball_sized(canvas: Canvas, box: Box, q: Field, diameter: float) -> Inside:
    """The liver's voxels innermost in ``q``, as many as a ball of that diameter holds."""
    free = canvas.labels[box] == LIVER.value
    voxel_mm3 = float(np.prod(canvas.spacing_xyz_mm))
    wanted = max(1, round(np.pi / 6 * diameter**3 / voxel_mm3))
    innermost = np.sort(q[free])[:wanted]
    limit = min(float(innermost[-1]), 1.6) if innermost.size else 0.0
    inside: Inside = free & (q <= limit)
    return inside
