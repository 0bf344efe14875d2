"""The one exception a user may meet: what, what is wrong, what to do, in one sentence."""


class InputError(Exception):
    """Something the user gave cannot be used; nothing was loaded, written or changed.

    Attributes:
        subject: The file (name only, never its folder) or thing at fault.
        fault: What is wrong with it, as a predicate: ``"is cut short: 5,759 of 5,760 voxels"``.
        remedy: What to do now, as an instruction without a full stop.

    >>> str(InputError("a.nii.gz", "is empty (0 bytes)", "copy it again from its source"))
    'a.nii.gz is empty (0 bytes); copy it again from its source.'
    """

    def __init__(self, subject: str, fault: str, remedy: str) -> None:
        super().__init__(subject, fault, remedy)
        self.subject = subject
        self.fault = fault
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.subject} {self.fault}; {self.remedy}."


class ChildDied(InputError):
    """A worker process ended without a word: killed, out of memory or crashed in native code."""


_MEMORY, _DISK = "this computer", "the disk"
NO_FILE = (_MEMORY, _DISK)
"""Subjects of refusals of which nobody knows yet what file they concern."""


def explained(error: Exception) -> InputError | None:
    """What an error means to a user; None where it is a fault of this program.

    >>> str(explained(OSError(28, "No space left on device")))
    'the disk said: No space left on device; check it and try again.'
    """
    if isinstance(error, InputError):
        return error
    if isinstance(error, MemoryError):
        return InputError(_MEMORY, "has too little memory for it", "close other programs")
    if isinstance(error, OSError) and error.strerror:
        return InputError(_DISK, f"said: {error.strerror}", "check it and try again")
    return None


def place_in_core(error: BaseException) -> str:
    """Module and line of our own code nearest the error: no text of it, which may hold a path."""
    place = ""
    trace = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_globals.get("__name__", "")
        if name.startswith("unet_core"):
            place = f" in {name} line {trace.tb_lineno}"
        trace = trace.tb_next
    return place
