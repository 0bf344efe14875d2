"""Finding words by a few of their letters."""

from bisect import bisect_left

GAP, START, PATH, REST = 1.0, 2.0, 40.0, 0.001
"""What costs: letters apart, a letter amid a word, a word found only in the path, and each letter
of the name, so that of two that match alike the shorter is nearer."""


def matched(letters: str, name: str, path: str = "") -> float | None:
    """How far ``letters`` are from a name, 0 the nearest; None if they are not in it.

    Each word of ``letters`` must be found with its letters in their order, in the name or else in
    the path. Letters side by side and at the beginnings of words are nearer.

    >>> matched("wl", "Window/level") < matched("wl", "Show all")
    True
    >>> matched("pred", "Predict") < matched("pred", "Prediction only")
    True
    >>> matched("xyz", "Liver") is None
    True
    """
    total = REST * len(name) if letters.strip() else 0.0
    for word in letters.casefold().split():
        cost = _distance(word, name.casefold())
        if cost is None:
            in_path = _distance(word, path.casefold())
            if in_path is None:
                return None
            cost = in_path + PATH
        total += cost
    return total


def _distance(word: str, text: str) -> float | None:
    """The cheapest way to find the letters of ``word`` in their order in ``text``."""
    places = [[i for i, c in enumerate(text) if c == letter] for letter in word]
    if not all(places):
        return None
    starts = {i for i in range(len(text)) if i == 0 or not text[i - 1].isalnum()}
    costs = {i: (0.0 if i in starts else START) + 0.01 * i for i in places[0]}
    for here in places[1:]:
        before = sorted(costs)
        then: dict[int, float] = {}
        for i in here:
            ways = [
                costs[j] + (0.0 if j == i - 1 else GAP * 0.5 if i in starts else START + GAP)
                for j in before[: bisect_left(before, i)]
            ]
            if ways:
                then[i] = min(ways)
        if not then:
            return None
        costs = then
    return min(costs.values())
