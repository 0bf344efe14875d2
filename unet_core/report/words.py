"""How a report says numbers, dates and computers."""

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from unet_core.planning.choices import counted as counted
from unet_core.planning.choices import percent as percent
from unet_core.planning.choices import seconds_words

NOT_COUNTED = "n/a"
UNKNOWN = "not recorded"
_LIBRARIES = {"slicewise": "Slicewise", "python": "Python", "torch": "PyTorch", "numpy": "NumPy"}


def score(value: float | None, digits: int = 3) -> str:
    """A Dice or another share.

    >>> score(0.94318), score(None), score(float("nan"))
    ('0.943', 'n/a', 'n/a')
    """
    return NOT_COUNTED if value is None or math.isnan(value) else f"{value:.{digits}f}"


def interval(low: float | None, high: float | None, digits: int = 3) -> str:
    """A confidence interval.

    >>> interval(0.81, 0.93), interval(None, None)
    ('0.810 to 0.930', 'n/a')
    """
    if low is None or high is None:
        return NOT_COUNTED
    return f"{low:.{digits}f} to {high:.{digits}f}"


def number(value: float | None, digits: int = 1, unit: str = "") -> str:
    """A measure with its unit.

    >>> number(1234.56, 1, "ml"), number(None)
    ('1,234.6 ml', 'n/a')
    """
    if value is None or not math.isfinite(value):
        return NOT_COUNTED
    return f"{value:,.{digits}f}{f' {unit}' if unit else ''}"


def duration(seconds: float) -> str:
    """A duration as people say it; nothing is said of none.

    >>> duration(75.0), duration(0)
    ('75 s', 'not recorded')
    """
    return seconds_words(seconds) if math.isfinite(seconds) and seconds > 0 else UNKNOWN


def memory(mebibytes: float) -> str:
    """Memory or a file's size.

    >>> memory(2048), memory(7.44), memory(0)
    ('2.0 GiB', '7.4 MiB', 'not recorded')
    """
    if not mebibytes or not math.isfinite(mebibytes):
        return UNKNOWN
    if mebibytes >= 1000:
        return f"{mebibytes / 1024:.1f} GiB"
    return f"{mebibytes:.0f} MiB" if mebibytes >= 10 else f"{mebibytes:.1f} MiB"


def moment(iso: str) -> str:
    """A time as people write it; what is none is unknown.

    >>> moment("2026-11-23T08:32:15+00:00"), moment("")
    ('23 November 2026, 08:32', 'not recorded')
    """
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return UNKNOWN
    return f"{at.day} {at:%B %Y, %H:%M}"


def listed(words: Sequence[str]) -> str:
    """Words with commas and an "and".

    >>> listed(["a", "b", "c"]), listed(["a"]), listed([])
    ('a, b and c', 'a', '')
    """
    *first, last = words or [""]
    return f"{', '.join(first)} and {last}" if first else last


def span(values: Sequence[float], digits: int, unit: str = "") -> str:
    """From the smallest to the largest of some numbers.

    >>> span([0.7, 0.9], 2, "mm"), span([1.0], 1)
    ('0.70 to 0.90 mm', '1.0')
    """
    if not values:
        return UNKNOWN
    low, high = f"{min(values):,.{digits}f}", f"{max(values):,.{digits}f}"
    text = low if low == high else f"{low} to {high}"
    return f"{text} {unit}".strip()


def machine(facts: Mapping[str, Any]) -> str:
    """A computer in words, without its name.

    >>> machine({"processor": "Xeon", "cores": 2, "memory_mb": 4096, "system": "Linux x86_64"})
    'Xeon, 2 cores, 4.0 GiB of memory, Linux x86_64, computed on the processor'
    """
    if not facts:
        return UNKNOWN
    cores = facts.get("cores")
    parts = [
        str(facts.get("processor") or "processor of unknown make"),
        counted(cores, "core") if isinstance(cores, int) else "",
        f"{memory(float(facts.get('memory_mb') or 0))} of memory" if facts.get("memory_mb") else "",
        str(facts.get("system") or ""),
    ]
    card = str(facts.get("card") or "")
    parts.append(f"computed on the graphics card {card}" if card else "computed on the processor")
    return ", ".join(filter(None, parts))


def libraries(versions: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Programs by their own names, each with its version.

    >>> libraries({"torch": "2.13.0"})
    (('PyTorch', '2.13.0'),)
    """
    return tuple((_LIBRARIES.get(name, name), version) for name, version in versions.items())


def capital(text: str) -> str:
    """With a capital first letter.

    >>> capital("liver")
    'Liver'
    """
    return text[:1].upper() + text[1:]
