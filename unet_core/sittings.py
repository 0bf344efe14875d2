"""When and on what a run was computed: one entry of ``run.json`` for each start and each resume.

An entry without an end is of a sitting that was cut off: a kill, a crash, a power cut.
"""

import contextlib
import os
import platform
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import torch

from unet_core.machine import this_machine

_CPU_FILE = Path("/proc/cpuinfo")


def begun(values: Mapping[str, Any], from_epoch: int) -> list[dict[str, Any]]:
    """The sittings of a run whose next one begins now after ``from_epoch`` finished rounds."""
    entry = {"started": _now(), "from_epoch": from_epoch, "machine": machine_facts()}
    return [*values.get("sittings", ()), entry]


def ended(values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The sittings of a run that ends now; none where none was noted."""
    *before, last = values.get("sittings") or [{}]
    return [*before, {**last, "ended": _now()}] if last else []


def machine_facts() -> dict[str, Any]:
    """The computer in plain values, without its name or that of its user."""
    machine = this_machine()
    card = torch.cuda.get_device_name() if machine.uses_card else ""
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else _cores(),
        "threads": torch.get_num_threads(),
        "memory_mb": round(machine.memory_mb),
        "card": card,
        "system": f"{platform.system()} {platform.machine()}".strip(),
    }


def _cores() -> int:
    return os.cpu_count() or 1


def _processor() -> str:
    """The processor's name as its maker calls it; empty where nobody tells."""
    with contextlib.suppress(OSError):
        for row in _CPU_FILE.read_text(errors="replace").splitlines():
            name, _, value = row.partition(":")
            if name.strip() == "model name":
                return value.strip()
    return platform.processor()


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
