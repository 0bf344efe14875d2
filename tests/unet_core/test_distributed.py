"""Two real processes: the same weights as one, one writer, and an end in one sentence."""

import contextlib
import dataclasses
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
import safetensors.torch
import torch
from torch import Tensor

from tests.same_run import curve, weights
from tests.unet_core.conftest import TINY
from unet_core import distributed, runs
from unet_core.config import ModelConfig, TrainConfig
from unet_core.errors import InputError
from unet_core.launch import as_one
from unet_core.losses import LOSSES
from unet_core.train import train
from unet_core.unet import UNet

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork server")

ROOT = Path(__file__).parents[2]
KEPT = "the last finished epoch is kept; continue with --resume."


# --- two processes, as torchrun starts them, without two more interpreters that import torch ----


def _two_processes(work: Callable[[], None], errors: Path) -> list[int | None]:
    """Exit codes of two processes that do ``work`` together; what they say goes to ``errors``."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.unet_core.test_distributed"])
    both = [context.Process(target=_process, args=(n, port, work, errors)) for n in range(2)]
    for process in both:
        process.start()
    for process in both:
        process.join(60)
    return [process.exitcode for process in both]


def _process(number: int, port: int, work: Callable[[], None], errors: Path) -> None:
    os.environ |= {
        "RANK": str(number),
        "WORLD_SIZE": "2",
        "MASTER_ADDR": "127.0.0.1",
        "MASTER_PORT": str(port),
    }
    torch.set_num_threads(1)
    sys.stderr = (errors / f"said-{number}").open("w", buffering=1)
    os._exit(as_one(partial(_command, work), is_shared=True))


def _command(work: Callable[[], None], out: object = None, err: Any = None) -> int:
    """What ``cli.run`` does of an InputError."""
    try:
        work()
    except InputError as error:
        (err or sys.stderr).write(f"{error}\n")
        return 2
    return 0


def _said(folder: Path) -> list[str]:
    return [(folder / f"said-{number}").read_text() for number in range(2)]


# --- gradients ---------------------------------------------------------------------------------

SIZE, BATCH, STEPS = 16, 4, 3
CASES = [
    *(("none", loss) for loss in ("ce", "dice", "dice_ce", "bce", "tversky", "focal")),
    ("instance", "dice_ce"),
    ("batch", "dice_ce"),
]


def _batches() -> list[tuple[Tensor, Tensor]]:
    random = torch.Generator().manual_seed(1)
    return [
        (
            torch.rand(BATCH, 3, SIZE, SIZE, generator=random),
            torch.randint(3, (BATCH, SIZE, SIZE), generator=random),
        )
        for _ in range(STEPS)
    ]


def _taught(norm: Any, loss: str) -> dict[str, Tensor]:
    """Weights and statistics after some steps of plain gradient descent on this process's share."""
    torch.manual_seed(0)
    network = UNet(ModelConfig(depth=2, base_channels=4, norm=norm)).double()
    together = distributed.wrapped(network)
    optimiser = torch.optim.SGD(network.parameters(), 1.0, momentum=0.9)
    network.train()
    for pictures, labels in _batches():
        mine = distributed.share_of_batch(range(BATCH))
        optimiser.zero_grad()
        LOSSES[loss](together(pictures[mine].double()), labels[mine]).backward()
        optimiser.step()
    return dict(network.state_dict())


def _teach_all(folder: Path) -> None:
    for norm, loss in CASES:
        tensors = _taught(norm, loss)
        safetensors.torch.save_file(tensors, folder / f"{norm}-{loss}-{distributed.rank()}")


@pytest.fixture(scope="module")
def taught_by_two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Weights of every case, learned by two processes."""
    folder = tmp_path_factory.mktemp("taught")
    assert _two_processes(partial(_teach_all, folder), folder) == [0, 0]
    return folder


@pytest.mark.parametrize(("norm", "loss"), CASES)
def test_two_processes_learn_what_one_learns(taught_by_two: Path, norm: str, loss: str) -> None:
    """Equal global batch, equal weights: losses that are means, that are quotients, and norms."""
    torch.manual_seed(0)
    start = UNet(ModelConfig(depth=2, base_channels=4, norm=norm)).state_dict()
    first, second = (
        safetensors.torch.load_file(taught_by_two / f"{norm}-{loss}-{number}") for number in (0, 1)
    )
    for name, expected in _taught(norm, loss).items():
        torch.testing.assert_close(first[name], expected, rtol=1e-6, atol=1e-6, msg=name)
        assert torch.equal(first[name], second[name]), name
    moved = (first["head.weight"] - start["head.weight"]).abs().max()
    assert moved > 1e-3  # or nothing would be shown


# --- what the processes tell each other ---------------------------------------------------------


def _talk() -> None:
    first = distributed.is_leader()
    assert distributed.totals([1.0, float(distributed.rank())]) == [2.0, 1.0]
    assert distributed.agreed(["stop", None, 0.5] if first else "else") == ["stop", None, 0.5]
    long = "x" * 5000
    assert distributed.agreed(long if first else None) == long
    sent = {"a": torch.arange(3.0), "b": torch.tensor(7), "c": torch.tensor([True])}
    got = distributed.agreed_tensors(sent if first else {})
    assert {name: tensor.tolist() for name, tensor in got.items()} == {
        "a": [0.0, 1.0, 2.0],
        "b": 7,
        "c": [True],
    }
    assert distributed.share_of("abc") == (["a", "c"] if first else ["b"])
    assert distributed.share_of_batch("abc") == ["a", "b", "c"]
    with distributed.alone():
        assert distributed.is_leader()
        assert distributed.world_size() == 1
        assert distributed.agreed(distributed.launched_rank()) == (0 if first else 1)
        assert distributed.summed(torch.ones(1)).item() == 1.0
    with pytest.raises(InputError, match="is 5, which 2 processes cannot share evenly"):
        distributed.check_batch(5)


def test_what_the_leader_says_is_heard_by_all(tmp_path: Path) -> None:
    assert _two_processes(_talk, tmp_path) == [0, 0]


def _kill_one(number: int) -> None:
    distributed.barrier()
    if distributed.rank() == number:
        os.kill(os.getpid(), signal.SIGKILL)
    for _ in range(100_000):
        distributed.barrier()


def test_without_a_leader_another_one_says_so(tmp_path: Path) -> None:
    """The leader also held what the others find each other by."""
    assert _two_processes(partial(_kill_one, 0), tmp_path) == [-signal.SIGKILL, 2]
    assert _said(tmp_path)[1] == f"Process 0 of 2 was lost; {KEPT}\n"


def _refuse_one() -> None:
    distributed.barrier()
    if distributed.rank() == 1:
        raise InputError("case 07", "is not on this computer", "copy it there")
    distributed.barrier()


def test_the_leader_tells_what_stopped_another_one(tmp_path: Path) -> None:
    assert _two_processes(_refuse_one, tmp_path) == [2, 2]
    reason = "case 07 is not on this computer; copy it there"
    assert _said(tmp_path) == [f"process 1 of 2 ended the run ({reason}); {KEPT}\n", ""]


def test_a_variable_that_is_no_number_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORLD_SIZE", "two")
    with pytest.raises(InputError, match="the variable WORLD_SIZE is 'two'; start with torchrun"):
        distributed.world_size()


# --- a whole run ---------------------------------------------------------------------------------

EPOCHS = 14
CONFIG = dataclasses.replace(
    TINY, epochs=EPOCHS, batches_per_epoch=2, optimiser="sgd", learning_rate=1e-3
)


def _train(dataset: Path, folder: Path, config: TrainConfig, resume: bool) -> None:
    written: list[str] = []
    if not distributed.is_leader():
        sys.addaudithook(partial(_note_writing, folder.parent, written))
    list(train(dataset, folder, config, resume=resume))
    assert not written, written


def _note_writing(root: Path, written: list[str], event: str, arguments: tuple[Any, ...]) -> None:
    """Remember whatever changes the disk below ``root``."""
    if event == "open":
        path, mode, flags = arguments
        is_changing = (
            flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) if mode is None else mode[0] != "r"
        )
    else:
        path = arguments[0] if arguments else None
        is_changing = event in ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate")
        is_changing &= event != "os.mkdir" or not Path(path).exists()
    with contextlib.suppress(TypeError, ValueError):
        if is_changing and Path(os.fsdecode(path)).is_relative_to(root):
            written.append(f"{event} {Path(os.fsdecode(path)).name}")


@pytest.fixture(scope="module")
def by_one(cohort: Path, runs_root: Path) -> Path:
    """The run of one process."""
    folder = runs_root / "by-one"
    list(train(cohort, folder, CONFIG))
    return folder


def _assert_alike(folder: Path, expected: Path) -> None:
    """Both runs are finished and learned the same, but for the order of sums."""
    assert runs.read_run(folder).state == "finished"
    for one, two in zip(curve(folder), curve(expected), strict=True):
        assert one.train_loss == pytest.approx(two.train_loss, rel=1e-4)
        assert one.validation_loss == pytest.approx(two.validation_loss, rel=1e-4)
        assert one.seen_pixels == two.seen_pixels
        assert (one.epoch, one.learning_rate) == (two.epoch, two.learning_rate)
    found = weights(folder)
    for name, tensor in weights(expected).items():
        if name.startswith(("model/", "averaged/")):
            torch.testing.assert_close(found[name], tensor, rtol=1e-3, atol=1e-4, msg=name)


def test_a_run_of_two_is_a_run_of_one_and_the_leader_alone_writes(
    cohort: Path, by_one: Path, tmp_path: Path
) -> None:
    folder = by_one.parent / "by-two"
    work = partial(_train, cohort, folder, CONFIG, resume=False)
    assert _two_processes(work, tmp_path) == [0, 0], _said(tmp_path)
    assert sorted(p.name for p in folder.rglob("*")) == sorted(p.name for p in by_one.rglob("*"))
    _assert_alike(folder, by_one)


def _wait_for(condition: Callable[[], Any], timeout_s: float = 60) -> Any:
    end = time.monotonic() + timeout_s
    while not (found := condition()):
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)
    return found


def _started_as(rank: int, launcher: int) -> int | None:
    """The process that a launcher started under a number (Linux)."""
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parent = int(status.read_text().rpartition(")")[2].split()[1])
            if parent == launcher and f"RANK={rank}".encode() in (
                status.with_name("environ").read_bytes().split(b"\0")
            ):
                return int(status.parent.name)
    return None


@pytest.mark.skipif(sys.platform != "linux", reason="finds a process in /proc")
def test_a_lost_process_ends_the_run_in_a_sentence_and_it_goes_on(
    cohort: Path, by_one: Path, tmp_path: Path
) -> None:
    """T1, item by item: torchrun, kill -9 of one, what is said, alone and by two from there."""
    folder = by_one.parent / "lost"
    settings = {
        key: value
        for key, value in dataclasses.asdict(CONFIG).items()
        if key not in ("model", "preset")
    }
    words = [f"--set={key}={value}" for key, value in settings.items()]
    words += [f"--set=model.{k}={v}" for k, v in dataclasses.asdict(CONFIG.model).items()]
    launcher = subprocess.Popen(
        [
            *(sys.executable, "-m", "torch.distributed.run", "--standalone"),
            *("--nproc-per-node", "2", "-m", "unet_core"),
            *("train", str(cohort), "--out", str(folder), *words),
        ],
        cwd=ROOT,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        _wait_for(lambda: len(runs.read_records(folder)) >= 2)
        os.kill(_wait_for(lambda: _started_as(1, launcher.pid)), signal.SIGKILL)
        out, err = launcher.communicate(timeout=60)
    finally:
        launcher.kill()
        launcher.wait()
    assert f"Process 1 of 2 was lost; {KEPT}" in err.splitlines()
    assert out.count("Training on") == 1  # one process speaks
    done = runs.read_records(folder)
    assert runs.read_run(folder).can_resume
    assert 2 <= len(done) < EPOCHS
    copied = shutil.copytree(folder, folder.with_name("lost-and-resumed-by-two"))
    list(train(cohort, folder, CONFIG, resume=True))
    resume = partial(_train, cohort, copied, CONFIG, resume=True)
    assert _two_processes(resume, tmp_path) == [0, 0], _said(tmp_path)
    for resumed in (folder, copied):
        assert runs.read_records(resumed)[: len(done)] == done
        _assert_alike(resumed, by_one)
