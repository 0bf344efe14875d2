"""Which scan belongs to which mask by their names, how sure that is, and why.

Nothing is guessed: names that fit more than one partner are left over, with the reason.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from unet_core.case import LeftOver, Role
from unet_core.case_names import Key, in_order, key_of, numbers_of, stem
from unet_core.errors import InputError
from unet_core.io.headers import display_name

SAME, SPELT, WORDS, NUMBER, LETTER, SHIFTED = 1.0, 0.95, 0.6, 0.7, 0.5, 0.3
"""Confidence: the same name; the same but for case, separators and zeros; all words of one in the
other; the number alone; one letter off; numbers of one side that may be shifted against the
other's."""
SURE = 0.9
"""Pairs below this are told about."""
LISTED = 5
_RUN = 3
"""Numbers from which a series of names is looked at for a shift."""
_MOST_COMPARED = 10_000
NameOf = Callable[[Path], str]


@dataclass(frozen=True)
class Pair:
    """One image and one mask; ``reason`` has no full stop."""

    image: Path
    mask: Path
    reason: str
    confidence: float


@dataclass(frozen=True)
class Pairing:
    """Pairs in order of the images, and what is left over."""

    pairs: tuple[Pair, ...]
    left_over: tuple[LeftOver, ...]
    notices: tuple[str, ...]


def paired(
    images: Iterable[Path], masks: Iterable[Path], image_name: NameOf, mask_name: NameOf
) -> Pairing:
    """Pairs by names.

    Args:
        images: Scans or pictures.
        masks: What may belong to them.
        image_name: The name of an image without what says that it is one.
        mask_name: Likewise.

    Raises:
        InputError: If one side is numbered higher throughout, so that every pair would be wrong.
    """
    names = _Names(in_order(images), in_order(masks), image_name, mask_name)
    pairs = names.by_key()
    shifted = _shifted_runs(names.image_keys, names.mask_keys)
    pairs = [_doubted(pair, names, shifted) for pair in pairs]
    if not pairs:
        pairs = names.by_number()
    pairs += names.nearly({p.image for p in pairs}, {p.mask for p in pairs})
    left = names.left_over(pairs)
    said = [*names.said_of_twins(), *shifted.values(), *_said_of_unsure(pairs)]
    order = {image: number for number, image in enumerate(names.images)}
    ordered = sorted(pairs, key=lambda pair: order[pair.image])
    return Pairing(tuple(ordered), left, (*said, *said_of(left)))


class _Names:
    """The names of both sides, and what of them tells one from the other."""

    def __init__(
        self,
        images: Sequence[Path],
        masks: Sequence[Path],
        image_name: NameOf,
        mask_name: NameOf,
    ) -> None:
        self.images, self.masks = images, masks
        self._image_names = {path: image_name(path) for path in images}
        self._mask_names = {path: mask_name(path) for path in masks}
        self.image_keys, self._image_twins = _unique(self._image_names, key_of)
        self.mask_keys, self._mask_twins = _unique(self._mask_names, key_of)
        self._torn: dict[Path, str] = {}

    def by_key(self) -> list[Pair]:
        """Pairs whose names are the same but for case, separators, zeros and words of the role."""
        common = [key for key in self.image_keys if key in self.mask_keys]
        return [self._same(self.image_keys[key], self.mask_keys[key]) for key in common]

    def _same(self, image: Path, mask: Path) -> Pair:
        ours, theirs = self._image_names[image], self._mask_names[mask]
        if not ours and not theirs:
            return Pair(image, mask, "the only image and the only mask without a name", SAME)
        if stem(image) == stem(mask) or ours == theirs:
            noun = "number" if ours.isdecimal() else "name"
            return Pair(image, mask, f"same {noun} {_shown(ours)} {_places(image, mask)}", SAME)
        said = f"{_shown(ours)} and {_shown(theirs)} differ in case, separators or zeros alone"
        return Pair(image, mask, said, SPELT)

    def by_number(self) -> list[Pair]:
        """Pairs whose names have nothing but their numbers in common."""
        images, _ = _unique(self._image_names, numbers_of)
        masks, _ = _unique(self._mask_names, numbers_of)
        both = [number for number in images if number and number in masks]
        return [
            Pair(
                images[number],
                masks[number],
                f"only the number {'-'.join(str(n) for n in number)} is the same",
                NUMBER,
            )
            for number in both
        ]

    def nearly(self, used_images: set[Path], used_masks: set[Path]) -> list[Pair]:
        """Pairs of what is left whose names are nearly the same, and like no other's."""
        images = [path for path in self.images if path not in used_images]
        masks = [path for path in self.masks if path not in used_masks]
        fits = _fits(
            {path: key_of(self._image_names[path]) for path in images},
            {path: key_of(self._mask_names[path]) for path in masks},
        )
        pairs = []
        for image, found in fits.items():
            rivals = [other for other, theirs in fits.items() if set(theirs) & set(found)]
            if len(found) == 1 and rivals == [image]:
                ((mask, (reason, confidence)),) = found.items()
                pairs.append(Pair(image, mask, reason, confidence))
            else:
                self._tear(rivals, found)
        return pairs

    def _tear(self, images: Sequence[Path], masks: Iterable[Path]) -> None:
        """Remember why these were not paired."""
        one, other = _few(list(images)), _few(list(masks))
        for path in (*images, *masks):
            self._torn[path] = f"is not paired: {one} and {other} fit each other equally well"

    def left_over(self, pairs: Sequence[Pair]) -> tuple[LeftOver, ...]:
        """What is in no pair, with its reason."""
        used = {path for pair in pairs for path in (pair.image, pair.mask)}
        sides: tuple[tuple[Role, Sequence[Path]], ...] = (
            ("image", self.images),
            ("mask", self.masks),
        )
        return tuple(
            LeftOver(path, role, self._why(path, role))
            for role, paths in sides
            for path in paths
            if path not in used
        )

    def _why(self, path: Path, role: Role) -> str:
        twins = self._image_twins if role == "image" else self._mask_twins
        if path in twins:
            return f"has a name too like that of {_few([p for p in twins[path] if p != path])}"
        return self._torn.get(path, "has no mask" if role == "image" else "has no image")

    def said_of_twins(self) -> list[str]:
        """Sentences on names that several files share."""
        said = []
        for twins, paths in ((self._image_twins, self.images), (self._mask_twins, self.masks)):
            if twins and len(twins) < len(paths):
                said.append(f"Names too alike to tell apart were left out: {listed(list(twins))}.")
            elif twins:
                alike = listed(list(twins))
                said.append(f"{len(twins)} names are too alike to tell apart: {alike}.")
        return said


def _unique(
    names: Mapping[Path, str], key: Callable[[str], Key]
) -> tuple[dict[Key, Path], dict[Path, list[Path]]]:
    """Key to path; and paths that share one, which are left out: which is meant is not guessed."""
    groups: dict[Key, list[Path]] = defaultdict(list)
    for path, name in names.items():
        groups[key(name)].append(path)
    alone = {key: paths[0] for key, paths in groups.items() if len(paths) == 1}
    twins = {path: paths for paths in groups.values() if len(paths) > 1 for path in paths}
    return alone, twins


# --- numbers that are shifted ------------------------------------------------------------------


def _shifted_runs(
    images: Mapping[Key, Path], masks: Mapping[Key, Path]
) -> dict[tuple[str | int, ...], str]:
    """What comes before the numbers of runs that may be shifted, with a sentence on each.

    Raises:
        InputError: If a run is shifted throughout.
    """
    image_runs, mask_runs = _runs(images), _runs(masks)
    said = {}
    for prefix, numbers in image_runs.items():
        others = mask_runs.get(prefix, [])
        if min(len(numbers), len(others)) < _RUN or not set(numbers) & set(others):
            continue
        first, last = others[0] - numbers[0], others[-1] - numbers[-1]
        if first * last <= 0:
            continue  # a gap, or masks of some slices alone
        image, mask = images[(*prefix, numbers[0])], masks[(*prefix, others[0])]
        steps = {b - a for a, b in zip(numbers, others, strict=False)}
        if len(numbers) == len(others) and len(steps) == 1:
            raise InputError(
                display_name(mask),
                f"is the first mask but {display_name(image)} the first image: one side is "
                f"numbered {abs(first)} higher throughout, so every pair would be wrong",
                "number images and masks alike",
            )
        said[prefix] = (
            f"Images run from {numbers[0]} to {numbers[-1]} and masks from {others[0]} to "
            f"{others[-1]} ({display_name(image)}, {display_name(mask)}): one side may be numbered "
            "from another start, and then every pair is wrong. Check this."
        )
    return said


def _runs(paths: Mapping[Key, Path]) -> dict[Key, list[int]]:
    """The last numbers of all keys that agree in what comes before, sorted."""
    runs: dict[Key, list[int]] = defaultdict(list)
    for key in paths:
        if key and isinstance(key[-1], int):
            runs[key[:-1]].append(key[-1])
    return {prefix: sorted(numbers) for prefix, numbers in runs.items()}


def _doubted(pair: Pair, names: _Names, shifted: Mapping[Key, str]) -> Pair:
    """The pair, hardly believed if the numbers around it may be shifted."""
    if not shifted:
        return pair
    key = next(key for key, path in names.image_keys.items() if path == pair.image)
    if key[:-1] not in shifted:
        return pair
    doubt = f"{pair.reason}, but one side may be numbered from another start"
    return replace(pair, reason=doubt, confidence=SHIFTED)


# --- names that are nearly the same ------------------------------------------------------------

_Fit = tuple[str, float]


def _fits(images: Mapping[Path, Key], masks: Mapping[Path, Key]) -> dict[Path, dict[Path, _Fit]]:
    """For each image the masks whose names are nearly its own; none for most."""
    by_number: dict[Key, list[Path]] = defaultdict(list)
    for mask, key in masks.items():
        by_number[_numbers(key)].append(mask)
    fits = {}
    for image, key in images.items():
        rivals = by_number.get(_numbers(key), [])
        if len(rivals) * len(images) > _MOST_COMPARED:
            continue
        near = {mask: fit for mask in rivals if (fit := _fit(key, masks[mask]))}
        if near:
            fits[image] = near
    return fits


def _numbers(key: Key) -> Key:
    return tuple(part for part in key if isinstance(part, int))


def _fit(one: Key, other: Key) -> _Fit | None:
    """How near two names of equal numbers are, in words; None if they are not."""
    ours, theirs = ([part for part in key if isinstance(part, str)] for key in (one, other))
    more = (Counter(ours) - Counter(theirs)) + (Counter(theirs) - Counter(ours))
    is_part = not (Counter(ours) - Counter(theirs)) or not (Counter(theirs) - Counter(ours))
    if is_part and (_numbers(one) or (ours and theirs)):
        words = ", ".join(sorted(more)) or "the order of words"
        return f"names are the same but for {_shown(words)}", WORDS
    ours_joined, theirs_joined = " ".join(ours), " ".join(theirs)
    if min(len(ours_joined), len(theirs_joined)) >= 4 and _one_off(ours_joined, theirs_joined):
        return f"{_shown(ours_joined)} and {_shown(theirs_joined)} differ in one letter", LETTER
    return None


def _one_off(one: str, other: str) -> bool:
    """Whether one letter more, less, other, or two changed round, makes one text the other.

    >>> _one_off("patient", "patint"), _one_off("anna", "nana"), _one_off("liver", "spleen")
    (True, True, False)
    """
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return one != other
    ours, theirs = one[start:], other[start:]
    is_turned = ours[:2] == theirs[1::-1] and len(theirs) > 1
    return (
        ours[1:] == theirs[1:]
        or ours[1:] == theirs
        or ours == theirs[1:]
        or (is_turned and ours[2:] == theirs[2:])
    )


# --- sentences ---------------------------------------------------------------------------------


def _shown(name: str) -> str:
    return display_name(Path(name)) if name else "(none)"


def _places(image: Path, mask: Path) -> str:
    if image.parent == mask.parent or image.parent.name == mask.parent.name:
        return f"in {display_name(image)} and {display_name(mask)}"
    return f"in {display_name(image.parent)}/ and {display_name(mask.parent)}/"


def _few(paths: Sequence[Path]) -> str:
    return " and ".join(display_name(path) for path in paths[:2]) + (
        f" and {len(paths) - 2} more" if len(paths) > 2 else ""
    )


def listed(paths: Sequence[Path]) -> str:
    """The names of a few files, and how many more there are."""
    names = ", ".join(display_name(p) for p in paths[:LISTED])
    return f"{names} and {len(paths) - LISTED} more" if len(paths) > LISTED else names


def counted(count: int, noun: str) -> str:
    """A number with its noun: 1 image, 2 images."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _said_of_unsure(pairs: Sequence[Pair]) -> list[str]:
    """One sentence for each kind of doubt, with an example."""
    by_number = [pair for pair in pairs if pair.confidence == NUMBER]
    nearly = [pair for pair in pairs if pair.confidence in (WORDS, LETTER)]
    said = []
    if by_number:
        said.append(f"Names differ, so pairs were made by number: {_example(by_number)}")
    if nearly:
        said.append(
            f"{counted(len(nearly), 'pair')} of names that are not quite the same: "
            f"{_example(nearly)}"
        )
    return said


def _example(pairs: Sequence[Pair]) -> str:
    image, mask = display_name(pairs[0].image), display_name(pairs[0].mask)
    return f"{image} with {mask}. Check this."


def said_of(left_over: Sequence[LeftOver]) -> list[str]:
    """A sentence on images, and one on masks, that are left over."""
    said = []
    for what, other in (("image", "mask"), ("mask", "image")):
        paths = [left.path for left in left_over if left.role == what]
        if paths:
            verb = "has" if len(paths) == 1 else "have"
            said.append(
                f"{counted(len(paths), what)} {verb} no {other} and will not be used: "
                f"{listed(paths)}."
            )
    return said
