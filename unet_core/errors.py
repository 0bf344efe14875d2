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
