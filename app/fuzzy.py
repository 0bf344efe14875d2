"""Finding words by a few of their letters."""

from bisect import bisect_left

GAP, START, MENU, PATH, REST = 1.0, 2.0, 2.0, 40.0, 0.001
"""What costs: letters apart, a letter amid a word, a word of the path begun with all its letters,
letters found only scattered in the path, and each letter of the name, so that of two that match
alike the shorter is nearer."""


def matched(letters: str, name: str, path: str = "") -> float | None:
    """How far ``letters`` are from a name, 0 the nearest; None if they are not in it.

    Each word of ``letters`` must be found with its letters in their order, in the name or else in
    the path. Letters side by side and at the beginnings of words are nearer, and the beginning of
    a word of the path is nearer than letters scattered in a name.

    >>> matched("wl", "Window/level") < matched("wl", "Show all")
    True
    >>> matched("pred", "Predict") < matched("pred", "Prediction only")
    True
    >>> matched("meas", "Angle", "Measure") < matched("meas", "Mediastinum", "View")
    True
    >>> matched("xyz", "Liver") is None
    True
    """
    total = REST * len(name) if letters.strip() else 0.0
    for word in letters.casefold().split():
        cost = _distance(word, name.casefold())
        if cost is None:
            cost = _distance_in_path(word, path.casefold())
        elif cost > MENU and _begins_a_word(word, path.casefold()):
            cost = MENU
        if cost is None:
            return None
        total += cost
    return total


def _distance_in_path(word: str, path: str) -> float | None:
    """How far a word is from the menus: whoever types one's name wants what is in it."""
    if _begins_a_word(word, path):
        return MENU
    scattered = _distance(word, path)
    return None if scattered is None else scattered + PATH


def _begins_a_word(word: str, text: str) -> bool:
    places = (i for i in range(len(text)) if text.startswith(word, i))
    return any(i == 0 or not text[i - 1].isalnum() for i in places)


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
