"""How phantom patients differ from each other: size, build, fat, position, tissue brightness."""

from dataclasses import dataclass
from typing import Self

import numpy as np


@dataclass(frozen=True)
class Person:
    """One made-up patient; lengths in mm, brightness in HU."""

    field_of_view_mm: float
    height_mm: float
    half_width: float
    half_depth: float
    squareness: float
    fat: float
    wall: float
    scale: float
    liver_top: float
    left_lobe: float
    right_lobe_down: float
    heart_down: float
    rib_phase: float
    spine_phase: float
    fat_hu: float
    muscle_hu: float
    liver_hu: float
    vessel_hu: float
    spleen_hu: float
    cortex_hu: float
    noise_hu: float
    table_gap: float

    @classmethod
    def random(cls, rng: np.random.Generator) -> Self:
        """Anyone."""
        scale = rng.uniform(0.9, 1.1)
        fat = float(np.clip(rng.gamma(4.0, 4.5), 6, 36))
        half_width = scale * rng.uniform(132, 142) + 0.8 * fat
        liver_hu = rng.uniform(92, 122)
        return cls(
            field_of_view_mm=2 * half_width + rng.uniform(25, 70),
            height_mm=scale * rng.uniform(195, 225),
            half_width=half_width,
            half_depth=scale * rng.uniform(94, 106) + 0.7 * fat,
            squareness=rng.uniform(2.15, 2.5),
            fat=fat,
            wall=rng.uniform(10, 15),
            scale=scale,
            liver_top=rng.uniform(-22, 0),
            left_lobe=rng.uniform(0.75, 1.2),
            right_lobe_down=rng.uniform(-25, 15),
            heart_down=rng.uniform(-12, 4),
            rib_phase=rng.uniform(0, 1),
            spine_phase=rng.uniform(0, 1),
            fat_hu=rng.uniform(-112, -98),
            muscle_hu=rng.uniform(50, 63),
            liver_hu=liver_hu,
            vessel_hu=liver_hu + rng.uniform(25, 50),
            spleen_hu=liver_hu + rng.uniform(3, 18),
            cortex_hu=rng.uniform(165, 205),
            noise_hu=rng.uniform(10, 14),
            table_gap=rng.uniform(4, 14),
        )

    @property
    def spine_y(self) -> float:
        """Y of the vertebral bodies' centres."""
        return self.half_depth - 0.7 * self.fat - 47 * self.scale
