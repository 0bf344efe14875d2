"""What PyTorch and Python mean when they say that memory is short, and what a user reads then."""

import torch

from unet_core.errors import InputError

_SIGNS = ("not enough memory", "can't allocate memory", "alloc_failed")
"""Words of PyTorch's allocator for processors and of CUDA's libraries."""


def ran_out_of_memory(error: BaseException) -> bool:
    """Whether ``error`` says that memory is short, on a processor or a graphics card.

    >>> ran_out_of_memory(MemoryError()), ran_out_of_memory(RuntimeError("shapes differ"))
    (True, False)
    """
    if isinstance(error, (MemoryError, torch.OutOfMemoryError)):
        return True
    text = str(error).lower()
    return isinstance(error, RuntimeError) and any(sign in text for sign in _SIGNS)


def too_little(device: torch.device, wanted: str, setting: str) -> InputError:
    """Memory of ``device`` does not suffice for ``wanted``; ``setting`` would make it less."""
    return InputError(
        "the graphics card" if device.type == "cuda" else "this computer",
        f"has too little memory for {wanted}",
        f"choose a smaller {setting}, or close other programs and continue",
    )
