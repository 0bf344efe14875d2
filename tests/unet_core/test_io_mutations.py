"""Two thousand damaged files, always the same: each is refused, sound, or damaged beyond sight.

Twenty thousand and more: ``python -m tests.endurance.mutations --count 20000``.
"""

from pathlib import Path

import numpy as np
import pytest

from tests.mutation_trials import Verdict, judged, run_trials
from tests.mutator import Damaged, Seed, damaged
from tests.seed_files import seeds
from tests.unet_core.io_samples import voxels_zyx
from unet_core.volume import Geometry, Volume

FILES = 2000
GROWTH_MB = 50
_SEEDS = seeds()
_EACH = -(-FILES // len(_SEEDS))
pytestmark = pytest.mark.hazard("L1", "L2", "L3", "L4", "L6", "L16", "L23", "G1", "G4", "G5")


def _resident_mb() -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


@pytest.mark.parametrize("seed", _SEEDS, ids=lambda seed: seed.name)
def test_damaged_files_are_refused_or_sound(tmp_path: Path, seed: Seed) -> None:
    run_trials([seed], {seed.name: 1}, tmp_path)  # what a first file costs once
    before = _resident_mb()
    tally = run_trials([seed], {seed.name: _EACH}, tmp_path)
    assert tally.faults == []
    assert tally.counts[seed.name]["refused"] > 0, "none was damaged enough to be seen"
    assert _resident_mb() - before < GROWTH_MB


def test_one_number_names_one_damaged_file() -> None:
    for seed in _SEEDS:
        assert damaged(seed, 7).files == damaged(seed, 7).files
        assert len({str(damaged(seed, i).files) for i in range(20)}) > 10


# --- the judge itself --------------------------------------------------------------------------


def _volume(**changes: object) -> Volume:
    values = voxels_zyx((2, 3, 4))
    values[0, 0, :2] = -990  # were every voxel another, a flip would pass for another scale
    geometry = Geometry((4, 3, 2), (0.7, 0.8, 2.5), (1.0, 2.0, 3.0))
    return Volume(**({"voxels": values, "geometry": geometry, "name": "x"} | changes))


def _touching(*touched: range, kind: str = "1 bit", guard: str = "none") -> Damaged:
    seed = Seed("x", {"x": bytes(range(1, 101))}, "x", {}, {"x": range(52, 100)}, guard)
    return Damaged(seed, kind, "x", touched, seed.files)


SOUND = _volume()
HEADER, PAYLOAD = range(10, 11), range(60, 61)
_OTHER_VOXEL = _volume(voxels=np.where(SOUND.voxels == -990, 5, SOUND.voxels))


@pytest.mark.parametrize(
    ("opened", "damage", "outcome"),
    [
        (SOUND, _touching(HEADER), "identical"),
        (SOUND, _touching(range(90, 100), kind="cut"), "mis-loaded"),
        (_OTHER_VOXEL, _touching(PAYLOAD), "other voxels"),
        (_OTHER_VOXEL, _touching(PAYLOAD, guard="payload"), "mis-loaded"),
        (_OTHER_VOXEL, _touching(PAYLOAD, guard="all"), "mis-loaded"),
        (_volume(voxels=SOUND.voxels[::-1]), _touching(HEADER), "mis-loaded"),
        (_volume(voxels=SOUND.voxels * 2), _touching(HEADER), "other voxels"),
        (_volume(geometry=Geometry((4, 3, 2), (0.7, 0.9, 2.5))), _touching(HEADER), "other header"),
        (_volume(geometry=Geometry((4, 3, 2), (0.7, 0.9, 2.5))), _touching(PAYLOAD), "mis-loaded"),
        (_volume(geometry=Geometry((4, 3, 2), (0.7, 0.0, 2.5))), _touching(HEADER), "mis-loaded"),
        (_volume(geometry=Geometry((4, 3, 3))), _touching(HEADER), "mis-loaded"),
        (
            _volume(voxels=SOUND.voxels[:1], geometry=Geometry((4, 3, 1))),
            _touching(HEADER),
            "mis-loaded",
        ),
    ],
)
def test_the_judge_sees_what_a_file_shows(opened: Volume, damage: Damaged, outcome: str) -> None:
    verdict = judged(opened, SOUND, damage)
    assert verdict.outcome == outcome, verdict
    assert isinstance(verdict, Verdict)
