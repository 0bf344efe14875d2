"""Whether two scans may be of one person: bones stay as they are from one scan to the next.

Names and numbers do not tell: public data sets hold several scans of one person under different
numbers, and a split by number then scores a network on people it has learned from. What is
compared are bones and fat in the cached slices, white and dark in a window for soft tissue: where
in the body they lie, averaged over all slices, then the bones of slice against slice.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from unet_core.volume import Volume

WHITE = 230
"""Grey of bone, 200 HU in the usual window; few organs reach it even with contrast agent."""
FAT = (20, 80)
"""Grey of fat: between air, which is black, and muscle."""
SIDE = 64
"""Pixels of the pictures of bones that are compared."""
SHIFT = 8
"""Pixels one picture may lie beside the other: a patient never lies at the same place twice."""
ALIKE = 0.86
"""Mean of the three correlations from which two scans are called alike.

Found on six patients of LiTS and on phantoms, at 128 and at 256 pixels: 0.75 at most between two
real persons; 0.75 to 0.96, in the middle 0.88, between a scan and itself turned by up to 4 degrees,
scaled by up to 3 %, moved, brightened, shortened and in noise. 10 of 12 such pairs are found, no
other one; what is missed is missed on purpose.

Among all pairs of nine patients of LiTS, CHAOS and TCIA (0.75 at most) with one such second scan
each, three times over: 23 of 27 found, none of 486 other pairs; of the scan of 20 slices none.
"""
APART = 0.12
"""How far the places of bones must stand out from those of other pairs of the data set: patients
made by one phantom are all of one build."""
USUAL = 0.82
"""The likest places of bones of two real persons, for data sets too small to tell."""
CERTAIN = 0.96
"""Alike whatever the rest of the data set looks like."""
_LEAST_PAIRS = 4
_MANY, _FEW = 32, 6
_LOOKED_AT = 96
_LOW_HU, _HIGH_HU = -160.0, 240.0
_MOST_PAIRS = 40
_BLUR = np.array([0.19, 0.62, 0.19])
_PADDED = SIDE + 4 * SHIFT
Spectra = NDArray[np.complex64]
Pictures = NDArray[np.uint8]


@dataclass(frozen=True)
class Bones:
    """Small pictures of bones; some 0.3 MB a scan, for they are kept of a whole data set.

    Attributes:
        mean: Spectrum of the mean over all slices, (SIDE, SIDE) of mean 0 and length 1, padded.
        fat: The same of fat.
        outline: The same of the body.
        many: (N, SIDE, SIDE) uint8 share of bone, of slices all over the scan.
        few: Of a few from its middle, to look for in ``many`` of another scan.
    """

    mean: Spectra
    fat: Spectra
    outline: Spectra
    many: Pictures
    few: Pictures


@dataclass(frozen=True)
class Pair:
    """A training and a validation case that may be of one person.

    Attributes:
        likeness: Of bones and fat, up to 1.
        outline: Correlation of the body's outline, up to 1. Told as evidence, not decided on: the
            36 pairs of nine patients of LiTS, CHAOS and TCIA reach from 0.47 to 0.92.
    """

    train: str
    validation: str
    likeness: float
    outline: float


def bones_of(grey: NDArray[np.uint8]) -> Bones | None:
    """What is compared of (Z, S, S) uint8 slices; None without any bone or smaller than SIDE."""
    if grey.shape[1] < SIDE or not len(grey):
        return None
    slices = grey[_spread(len(grey), _MANY, 0.0, 1.0)]
    fat = _small((slices >= FAT[0]) & (slices < FAT[1])).mean(axis=0)
    many = _small(slices >= WHITE)
    few = _small(grey[_spread(len(grey), _FEW, 0.15, 0.85)] >= WHITE)
    if not fat.any() or not few.any(axis=(1, 2)).all():
        return None
    body = _small(slices >= FAT[0]).mean(axis=0)
    means = _spectra(many.mean(axis=0)), _spectra(fat), _spectra(body)
    return Bones(*means, _as_bytes(many), _as_bytes(few))


def bones_in(volume: Volume) -> Bones | None:
    """What is compared of a scan, windowed as for learning; None where that shows no bones."""
    slices = volume.canonical[_spread(len(volume.canonical), _LOOKED_AT, 0.0, 1.0)]
    side = SIDE * max(round(max(slices.shape[1:]) / SIDE), 1)
    grey = slices.astype(np.float32)
    if volume.intensity == "HU":
        grey = (grey - _LOW_HU) * (255 / (_HIGH_HU - _LOW_HU))
    return bones_of(_centred(np.clip(grey, 0, 255).astype(np.uint8), side))


def _centred(grey: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """(Z, side, side) with the pictures in the middle, their pixels as they are."""
    framed = np.zeros((len(grey), side, side), np.uint8)
    kept = tuple(min(length, side) for length in grey.shape[1:])
    theirs = tuple(
        slice((length - n) // 2, (length - n) // 2 + n)
        for length, n in zip(grey.shape[1:], kept, strict=True)
    )
    ours = tuple(slice((side - n) // 2, (side - n) // 2 + n) for n in kept)
    framed[:, *ours] = grey[:, *theirs]
    return framed


def likeness_of(one: Bones, other: Bones) -> float:
    """Mean correlation of the places of bones, the places of fat, and bones slice by slice."""
    slices = min(_slicewise(one.few, other.many), _slicewise(other.few, one.many))
    places = [float(_nearness(a, b)) for a, b in ((one.mean, other.mean), (one.fat, other.fat))]
    return (sum(places) + slices) / 3


def alike(train: Mapping[str, Bones], validation: Mapping[str, Bones]) -> tuple[Pair, ...]:
    """Pairs across the two sides that may be of one person, likest first."""
    return _alike({**train, **validation}, [(one, other) for one in train for other in validation])


def alike_among(bones: Mapping[str, Bones], known: Collection[frozenset[str]]) -> tuple[Pair, ...]:
    """The same for any two cases but the pairs ``known`` to be of one person, likest first."""
    pairs = [pair for pair in combinations(bones, 2) if frozenset(pair) not in known]
    return _alike(bones, pairs)


def _alike(bones: Mapping[str, Bones], pairs: Sequence[tuple[str, str]]) -> tuple[Pair, ...]:
    places = {
        (one, other): float(_nearness(bones[one].mean, bones[other].mean)) for one, other in pairs
    }
    if not places:
        return ()
    few = len(places) < _LEAST_PAIRS
    usual = USUAL if few else float(np.percentile(list(places.values()), 25))
    found = []
    for names in sorted(places, key=lambda n: -places[n])[: max(_MOST_PAIRS, 4 * len(bones))]:
        if (places[names] + 2) / 3 < ALIKE:
            break
        likeness = likeness_of(bones[names[0]], bones[names[1]])
        stands_out = places[names] - usual >= APART
        if likeness >= CERTAIN or (likeness >= ALIKE and stands_out):
            outline = _nearness(bones[names[0]].outline, bones[names[1]].outline)
            found.append(Pair(*names, likeness, float(outline)))
    return tuple(sorted(found, key=lambda pair: -pair.likeness))


def alike_in_run(
    run_folder: Path, cache: Path, train: Sequence[str], validation: Sequence[str]
) -> tuple[Pair, ...]:
    """The same for the cases of a run, from their cached slices; what is missing is left out.

    Raises:
        OSError: If the record of the run is there but cannot be read.
    """
    try:
        record = (run_folder / "run.json").read_bytes()
    except FileNotFoundError:
        return ()  # no run is there
    try:
        hashes = json.loads(record)["cases"]
        by_hash = {str(hashes[name][0]): name for name in (*train, *validation)}
    except (ValueError, KeyError, TypeError, IndexError):
        return ()
    bones = {name: found for name, found in _cached(cache, by_hash) if found is not None}
    return alike(
        {name: bones[name] for name in train if name in bones},
        {name: bones[name] for name in validation if name in bones},
    )


def _cached(cache: Path, by_hash: Mapping[str, str]) -> Iterator[tuple[str, Bones | None]]:
    for index in sorted(cache.glob("*/index.json")):
        try:
            values = json.loads(index.read_bytes())
            shape = (int(values["count"]), int(values["size"]), int(values["size"]))
            name = by_hash[values["image_sha256"]]
            grey = np.memmap(index.with_name("images.u8"), np.uint8, "r", shape=shape)
        except (OSError, ValueError, KeyError, TypeError):
            continue
        yield name, bones_of(grey)


def _spread(count: int, most: int, first: float, last: float) -> NDArray[np.intp]:
    """Up to ``most`` of ``count`` slices, evenly from a share ``first`` to a share ``last``."""
    places = np.linspace(first * (count - 1), last * (count - 1), min(most, count))
    return np.unique(places.round().astype(np.intp))


def _small(bone: NDArray[np.bool_]) -> NDArray[np.float32]:
    """(N, SIDE, SIDE) share of bone in each block of pixels; a rest at the edges is left out."""
    step = bone.shape[1] // SIDE
    kept = bone[:, : SIDE * step, : SIDE * step]
    blocks = kept.reshape(len(bone), SIDE, step, SIDE, step)
    shares: NDArray[np.float32] = blocks.mean(axis=(2, 4), dtype=np.float32)
    return shares


def _blurred(pictures: NDArray[np.float32]) -> NDArray[np.float32]:
    for axis in (1, 2):
        before, after = (np.roll(pictures, step, axis) for step in (1, -1))
        pictures = _BLUR[0] * before + _BLUR[1] * pictures + _BLUR[2] * after
    return pictures


def _spectra(pictures: NDArray[np.float32]) -> Spectra:
    centred = pictures - pictures.mean(axis=(-2, -1), keepdims=True)
    lengths = np.sqrt((centred**2).sum(axis=(-2, -1), keepdims=True))
    unit = centred / np.maximum(lengths, 1e-6)
    return np.fft.rfft2(unit, (_PADDED, _PADDED)).astype(np.complex64)


def _nearness(one: Spectra, others: Spectra) -> NDArray[np.float64]:
    """Highest correlation of ``one`` with each of ``others`` over small shifts."""
    found = np.fft.irfft2(others * one.conj(), (_PADDED, _PADDED))
    shifts = np.r_[-SHIFT : SHIFT + 1]
    near: NDArray[np.float64] = found[..., shifts, :][..., shifts].max(axis=(-2, -1))
    return near


def _slicewise(few: Pictures, many: Pictures) -> float:
    """How well slices of one scan are found again in another, in the middle."""
    there = _spectra(_blurred(_as_shares(many)))
    sought = _spectra(_blurred(_as_shares(few)))
    return float(np.median([_nearness(slice_, there).max() for slice_ in sought]))


def _as_bytes(shares: NDArray[np.float32]) -> Pictures:
    return (shares * np.float32(255) + np.float32(0.5)).astype(np.uint8)


def _as_shares(pictures: Pictures) -> NDArray[np.float32]:
    return pictures.astype(np.float32) / np.float32(255)
