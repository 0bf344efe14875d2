"""What one rule of the run doctor says, before it is known since when."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

_MOST_NAMES = 4


@dataclass(frozen=True)
class Verdict:
    """Evidence in one sentence, and what to do; see ``events.Finding``."""

    severity: Literal["notice", "warning"]
    sentence: str
    remedy: str


def listed(names: Sequence[str]) -> str:
    """Names as a sentence has them, not all of many.

    >>> listed(("00",)), listed(("00", "01", "02")), listed([str(n) for n in range(9)])
    ('00', '00, 01 and 02', '0, 1, 2, 3 and 5 more')
    """
    if len(names) > _MOST_NAMES + 1:
        return f"{', '.join(names[:_MOST_NAMES])} and {len(names) - _MOST_NAMES} more"
    return " and ".join([*([", ".join(names[:-1])] if len(names) > 1 else []), *names[-1:]])
