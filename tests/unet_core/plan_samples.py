"""Fingerprints made by hand, for rules with known answers."""

from dataclasses import replace

from unet_core.boxes import Crop
from unet_core.case_measures import CaseMeasures, LabelMeasures
from unet_core.config import TrainConfig
from unet_core.fingerprint import Fingerprint
from unet_core.forecast import Cost
from unet_core.planner import shown

SIDE = 512


def label(
    voxels: int = 1000,
    slices: int = 20,
    middle: float = 110.0,
    scatter: float = 20.0,
    edge: float = 60.0,
    contrast: float = 0.0,
) -> LabelMeasures:
    percentiles = (middle - 90, middle - 50, middle, middle + 50, middle + 90)
    return LabelMeasures(voxels, slices, percentiles, scatter, edge, contrast)


TUMOUR = label(voxels=200, slices=8, middle=60.0, edge=-45.0, contrast=-50.0)


def case(
    name: str,
    *,
    lesions: tuple[float, ...] = (),
    intensity: str = "HU",
    slices: int = 40,
    spacing: tuple[float, float, float] | None = (0.75, 0.75, 3.0),
    body: int = 480,
    patient: str | None = "",
    labels: dict[str, LabelMeasures] | None = None,
) -> CaseMeasures:
    """512 pixels wide, liver, and a tumour where there are lesions."""
    found = {"liver": label()} | ({"tumour": TUMOUR} if lesions else {})
    return CaseMeasures(
        case_id=name,
        patient=name if patient == "" else patient,
        slices=slices,
        shape_yx=(SIDE, SIDE),
        spacing_xyz_mm=spacing,
        intensity="HU" if intensity == "HU" else "grey",
        body=Crop(0, 0, body, body),
        body_percentiles=(-200.0, -100.0, 40.0, 200.0, 600.0),
        cut_by_body=0,
        organ=Crop(100, 100, 256, 256),
        target_slices=20,
        labels=found if labels is None else labels,
        lesions=lesions,
        seconds=0.5,
        source_bytes=10_000_000,
    )


def data(*cases: CaseMeasures) -> Fingerprint:
    return Fingerprint("patients", cases)


def with_tumours(count: int = 6, diameter: float = 12.0) -> Fingerprint:
    return data(*(case(f"{i:02d}", lesions=(diameter,) * 4) for i in range(count)))


def without_tumours(count: int = 4) -> Fingerprint:
    return data(*(case(f"{i:02d}") for i in range(count)))


COST = Cost(
    step_s=0.5, slice_s=0.02, memory_mb=800.0, base_mb=300.0, parameters=1_945_091, device="cpu"
)


class Machine:
    """A computer whose costs follow from the settings; remembers what was tried."""

    def __init__(self, step_s: float = 0.5, slice_mb: float = 60.0, base_mb: float = 300.0) -> None:
        self.step_s, self.slice_mb, self.base_mb = step_s, slice_mb, base_mb
        self.tried: list[TrainConfig] = []

    def __call__(self, config: TrainConfig, shape_yx: tuple[int, int]) -> Cost:
        self.tried.append(config)
        area = (shown(config)[0] / 256) ** 2
        at_once = config.micro_batch or config.batch_size
        return replace(
            COST,
            step_s=self.step_s * area * config.batch_size / 8,
            slice_s=0.02 * area,
            base_mb=self.base_mb,
            memory_mb=self.base_mb + self.slice_mb * at_once * area,
        )
