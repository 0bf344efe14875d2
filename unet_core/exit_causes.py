"""Why a process ended, in words."""

import signal

_USUAL_CAUSES = {
    "SIGKILL": ", as when memory runs out",
    "SIGXCPU": ", as when work finds no end",
}


def cause_of(exit_code: int | None) -> str:
    """The exit code of a process in words.

    >>> cause_of(-9), cause_of(3)
    ('signal SIGKILL, as when memory runs out', 'exit code 3')
    """
    if exit_code is None:
        return "no exit code"
    if exit_code >= 0:
        return f"exit code {exit_code}"
    try:
        name = signal.Signals(-exit_code).name
    except ValueError:
        name = str(-exit_code)
    return f"signal {name}{_USUAL_CAUSES.get(name, '')}"
