"""Bits flip in a model file and in a saved state: ``python -m tests.endurance.flips``."""

import argparse
import tempfile
from pathlib import Path

import numpy as np

from unet_core.checkpoint import Passport, load_model, save_model
from unet_core.config import PRESETS, ModelConfig
from unet_core.errors import InputError
from unet_core.networks import build_network
from unet_core.saved_states import State, load_latest, save_state
from unet_core.volume import LIVER, TUMOUR

MODEL = ModelConfig(depth=2, base_channels=4)


def undetected(folder: Path, flips: int) -> int:
    """How many of ``flips`` single flipped bits, half in each file, go unnoticed."""
    network = build_network(MODEL)
    model = folder / "model.safetensors"
    save_model(model, network, Passport(MODEL, PRESETS["quick"], {1: LIVER, 2: TUMOUR}))
    tensors = {f"model/{name}": tensor for name, tensor in network.state_dict().items()}
    states = folder / "checkpoints"
    states.mkdir()
    save_state(states, State(1, 10, 1.0, 1, 0.5, 0.25, {"epoch": 1}, tensors))
    newest = save_state(states, State(2, 20, 2.0, 2, 0.6, 0.2, {"epoch": 2}, tensors))
    rng = np.random.default_rng(0)
    missed = 0
    for path, is_noticed in ((model, _model_refused), (newest, _fell_back)):
        data = path.read_bytes()
        for _ in range(flips // 2):
            damaged = bytearray(data)
            damaged[int(rng.integers(len(data)))] ^= 1 << int(rng.integers(8))
            path.write_bytes(damaged)
            missed += not is_noticed(path)
        path.write_bytes(data)
    return missed


def _model_refused(path: Path) -> bool:
    try:
        load_model(path)
    except InputError:
        return True
    return False


def _fell_back(path: Path) -> bool:
    state, notices = load_latest(path.parent)
    return state is not None and state.epoch == 1 and path.name in notices[0]


def main() -> None:
    """Flip them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--flips", type=int, default=10_000)
    flips = parser.parse_args().flips
    with tempfile.TemporaryDirectory() as folder:
        missed = undetected(Path(folder), flips)
    print(f"{flips} bits flipped, {missed} unnoticed")
    raise SystemExit(1 if missed else 0)


if __name__ == "__main__":
    main()
