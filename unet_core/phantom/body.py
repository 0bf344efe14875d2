"""The phantom's frame: outline, fat, muscle, ribs, lungs, heart, spine, table."""

import numpy as np
from numpy.typing import NDArray

from unet_core.phantom.person import Person
from unet_core.phantom.shapes import Canvas, Field, ellipsoid, smooth_noise

LUNG_HU = -850.0
_RIB_STEP_MM = 25.0
_VERTEBRA_STEP_MM = 36.0


def draw_body(canvas: Canvas, person: Person, rng: np.random.Generator) -> None:
    """Outline, skin, fat, wall of muscle with ribs, fat inside, lungs; sets ``cavity_mm``."""
    coarse = smooth_noise(canvas, rng, 90.0)
    texture = smooth_noise(canvas, rng, 11.0)
    twigs = smooth_noise(canvas, rng, 6.5)
    angle = np.arctan2(np.abs(canvas.x)[None, :], canvas.y[:, None])  # 0 at the back
    side = np.where(canvas.x < 0, -1.0, 1.0).astype(np.float32)[None, :]
    radius = np.hypot(canvas.x[None, :], canvas.y[:, None]) + np.float32(1e-3)
    fat = person.fat * (0.75 + 0.45 * np.sin(angle) ** 2 + 0.1 * np.cos(angle))
    wall = person.wall * (1 + 0.25 * np.cos(2 * angle)) + 42 * person.scale * np.exp(
        -((angle / 0.42) ** 2)
    )
    canvas.lung_floor_mm = _lung_floor(canvas, person)
    bend = 1 + 0.012 * np.sin(3 * angle + side) + 0.01 * np.cos(5 * angle + 2 * side)
    radius = (radius * bend).astype(np.float32)
    for k, z in enumerate(canvas.z):
        skin_mm = _depth(canvas, person, float(z), radius, coarse[k])
        below_fat = skin_mm - fat * (1 + 0.12 * coarse[k])
        cavity = below_fat - wall
        canvas.cavity_mm[k] = cavity
        _fill(canvas.hu[k], person, skin_mm, below_fat, cavity, texture[k])
        _ribs(canvas.hu[k], person, float(z), angle + 0.02 * side, below_fat)
        lung = (cavity > 1.5) & (canvas.lung_floor_mm + 1.2 * texture[k] < z)
        vessels = np.clip(np.clip(twigs[k] - 1.35, 0, 1) * 1100, 0, 820)
        np.copyto(canvas.hu[k], LUNG_HU + 18 * coarse[k] + vessels, where=lung)


def _depth(canvas: Canvas, person: Person, z: float, radius: Field, coarse: Field) -> Field:
    """(Y, X) mm below the skin along the ray from the centre; negative in the air."""
    p = person.squareness
    swell = 1 + 0.035 * np.sin(z / 75 + 6 * person.rib_phase) - 0.02 * (z / 200) ** 2
    a, b = person.half_width * swell, person.half_depth * (2 - swell)
    terms = (np.abs(canvas.x) / a)[None, :] ** p + (np.abs(canvas.y) / b)[:, None] ** p
    rho = terms.astype(np.float32) ** np.float32(1 / p) + np.float32(1e-3)
    depth: Field = radius * (1 / rho - 1) + 1.5 * coarse
    return depth


def _fill(
    hu: Field, person: Person, skin_mm: Field, below_fat: Field, cavity: Field, texture: Field
) -> None:
    np.copyto(hu, 10.0, where=skin_mm > 0)
    np.copyto(hu, person.fat_hu + 5 * texture, where=skin_mm > 2.0)
    wall = person.muscle_hu + 5 * texture
    share = np.divide(below_fat, np.maximum(below_fat - cavity, 1.0))
    wall -= 90 * (np.exp(-(((share - 0.55) / 0.07) ** 2)) + np.clip(texture - 1.6, 0, 1))
    np.copyto(hu, wall, where=below_fat > 0)
    strands = person.fat_hu + 7 * texture + 110 * np.clip(texture - 1.5, 0, 1)
    np.copyto(hu, strands, where=cavity > 0)


def _ribs(hu: Field, person: Person, z: float, angle: Field, below_fat: Field) -> None:
    """Ribs fall from back to front, so a slice cuts several, each at another place."""
    fall = 62.0 * np.clip(angle - 0.3, 0, 2.2) / 2.2 * 1.9
    turn = (z + fall) / _RIB_STEP_MM + person.rib_phase
    across = (turn - np.round(turn)) * _RIB_STEP_MM / 7.0
    middle = person.wall * 0.5 * (1 + 0.25 * np.cos(2 * angle))
    inside = across**2 + ((below_fat - middle) / 5.4) ** 2
    margin = -250 + 45 * np.clip(angle - 1.2, 0, None) ** 2 * 4
    here = (inside < 1) & (angle > 0.36) & (angle < 2.35) & (z > margin)
    np.copyto(hu, np.where(inside > 0.5, 480.0, 110.0), where=here)


def _lung_floor(canvas: Canvas, person: Person) -> Field:
    """(Y, X) z of the diaphragm: two domes, steep towards the ribs."""
    s = person.scale
    x, y = canvas.x[None, :] / s, canvas.y[:, None] / s
    right = person.liver_top - 62 * (((x + 58) / 78) ** 2 + ((y - 2) / 80) ** 2) ** 1.35
    left = person.liver_top - 12 - 62 * (((x - 62) / 74) ** 2 + ((y - 2) / 80) ** 2) ** 1.35
    middle = person.liver_top + 6 - 70 * ((x / 62) ** 2 + ((y + 22) / 62) ** 2)
    return np.maximum(np.maximum(right, left), middle).astype(np.float32)


def draw_heart(canvas: Canvas, person: Person) -> None:
    """Its lower wall rests on the diaphragm, left of the middle."""
    s = person.scale
    centre = (22 * s, -34 * s, person.liver_top + 26 + person.heart_down)
    box, q = ellipsoid(canvas, centre, (52 * s, 42 * s, 36 * s), 25)
    canvas.paint(box, (q < 1.3) & (canvas.cavity_mm[box] > 0), person.fat_hu)
    inside = (q < 1) & (canvas.cavity_mm[box] > 2)
    canvas.paint(box, inside, np.where(q < 0.62, 150.0, 100.0).astype(np.float32))


def draw_spine(canvas: Canvas, person: Person, rng: np.random.Generator) -> None:
    """Muscles of the back, then vertebrae and discs in turn, with canal, arch and spine."""
    s, ys = person.scale, person.spine_y
    _back_muscles(canvas, person, rng)
    box = canvas.box((-60 * s, ys - 30 * s, -1e4), (60 * s, ys + 62 * s, 1e4))
    x, y, z = canvas.mesh(box)
    grain = smooth_noise(canvas, rng, 6.0, box)
    phase = z / (_VERTEBRA_STEP_MM * s) + person.spine_phase
    phase = phase - np.floor(phase)  # 0 to 0.76 the vertebra, the rest the disc
    in_bone = phase < 0.76
    waist = 1 - 0.1 * np.sin(np.pi * np.clip(phase / 0.76, 0, 1))
    q = (x / (22 * s * waist)) ** 2 + ((y - ys) / (16.5 * s * waist)) ** 2
    body = q < 1
    plate = (phase < 0.07) | ((phase > 0.69) & in_bone)
    bone = np.where((q > 0.80) | plate, 430 + 30 * grain, 175 + 28 * grain).astype(np.float32)
    disc = (85 + 4 * grain).astype(np.float32)
    canvas.paint(box, body & in_bone, bone)
    canvas.paint(box, body & ~in_bone, disc)
    _arch(canvas, person, box, phase, grain)


def _arch(
    canvas: Canvas, person: Person, box: tuple[slice, slice, slice], phase: Field, grain: Field
) -> None:
    s, ys = person.scale, person.spine_y
    x, y, z = canvas.mesh(box)
    y_canal = ys + 24 * s
    ring = np.hypot(x / (1.15 * s), (y - y_canal) / s) + 0 * z
    spine = (np.abs(x) < 3.6 * s) & (y > y_canal + 8 * s) & (y < ys + (49 + 7 * phase) * s)
    sideways = (y - y_canal + 2 * s + 0.16 * np.abs(x)) / s
    wing = (np.abs(sideways) < 4.2) & (np.abs(x) < 37 * s) & (np.abs(x) > 9 * s)
    arch = (ring < 14) & ((phase > 0.25) & (phase < 0.95))
    pedicle = (np.abs(np.abs(x) - 12 * s) < 4.5 * s) & (np.abs(y - ys - 15 * s) < 9 * s)
    whole = (spine & (phase > 0.2) & (phase < 0.85)) | arch
    whole = (
        whole | (wing & (phase > 0.3) & (phase < 0.6)) | (pedicle & (np.abs(phase - 0.45) < 0.2))
    )
    canvas.paint(box, whole & (y > ys), (360 + 90 * grain).astype(np.float32))
    canvas.paint(box, (ring < 8.5) & (y > ys), 32.0)
    canvas.paint(box, np.hypot(x / s, (y - y_canal) / s) + 0 * z < 4.5, 45.0)


def _back_muscles(canvas: Canvas, person: Person, rng: np.random.Generator) -> None:
    s, ys = person.scale, person.spine_y
    texture = smooth_noise(canvas, np.random.default_rng(rng.integers(2**32)), 9.0)
    for side in (-1, 1):
        for centre_x, centre_y, radii in (
            (30.0, ys + 35 * s, (27.0, 17.0)),
            (34.0, ys + 4 * s, (14.0, 16.0)),
        ):
            box = canvas.box(
                (side * centre_x * s - 40, centre_y - 30, -1e4),
                (side * centre_x * s + 40, centre_y + 30, 1e4),
            )
            x, y, z = canvas.mesh(box)
            psoas = radii[0] < 20
            grow = np.clip(-z / 110 - 0.6, 0, 1.0) if psoas else np.ones_like(z)
            size = np.maximum(grow, 0.02)
            q = ((x - side * centre_x * s) / (radii[0] * s * size)) ** 2
            q = q + ((y - centre_y) / (radii[1] * s * size)) ** 2
            streaks = np.clip(texture[box] - 1.3, 0, 1) * 80
            hu = (person.muscle_hu + 4 * texture[box] - streaks).astype(np.float32)
            canvas.paint(box, q < 1, hu)


def draw_table(canvas: Canvas, person: Person) -> None:
    """The scanner's couch: two thin shells below the back, where the field of view reaches."""
    x, y = canvas.x[None, :], canvas.y[:, None]
    top = person.half_depth + person.table_gap - 26 * (x / 200) ** 2
    inside: NDArray[np.bool_] = (np.abs(x) < 205) & (y > top) & (y < top + 22)
    shell = inside & ((y < top + 2.5) | (y > top + 19.5))
    for hu in canvas.hu:
        air = hu < -900
        np.copyto(hu, -960.0, where=inside & air)
        np.copyto(hu, -70.0, where=shell & air)
