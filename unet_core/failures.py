"""What ends a run from outside, in one sentence: memory, the disk or the graphics card gave out."""

import torch

from unet_core import distributed
from unet_core.errors import InputError, explained
from unet_core.memory_shortage import ran_out_of_memory

_GO_ON = "continue the run with --resume: what was saved is kept"


def sentence_for(error: Exception) -> InputError | None:
    """What ``error`` means to the user; None where it is a fault of this program.

    >>> str(sentence_for(MemoryError()))[:39]
    'this computer ran out of memory; close '
    """
    if isinstance(error, InputError):
        return error
    if loss := distributed.lost(error):
        return loss
    if lost_the_card(error):
        return InputError("the graphics card", "was lost", _GO_ON)
    if ran_out_of_memory(error):
        what = "the graphics card" if isinstance(error, torch.OutOfMemoryError) else "this computer"
        return InputError(what, "ran out of memory", f"close other programs and {_GO_ON}")
    if isinstance(error, OSError) and error.strerror:
        return InputError("the disk", f"said: {error.strerror}", f"check it and {_GO_ON}")
    return explained(error)


def lost_the_card(error: Exception) -> bool:
    """Whether a CUDA card can no longer be used: unplugged, reset, or its driver failed.

    >>> lost_the_card(RuntimeError("CUDA error: unspecified launch failure"))
    True
    """
    if isinstance(error, torch.OutOfMemoryError):
        return False
    text = str(error)
    return isinstance(error, torch.AcceleratorError) or (
        isinstance(error, RuntimeError) and ("CUDA error" in text or "CUDA driver error" in text)
    )
