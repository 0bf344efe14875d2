import dataclasses
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from tests.unet_core.conftest import TINY
from unet_core.batches import Batches, read_batch
from unet_core.boxes import Crop, whole
from unet_core.errors import InputError
from unet_core.events import CaseReport
from unet_core.sampling import Part, make_split
from unet_core.slices import SliceCase
from unet_core.synthetic_lesions import LesionClasses
from unet_core.target import make_target
from unet_core.volume import LIVER, TUMOUR, Orientation

BOTH = {1: LIVER, 2: TUMOUR}


def case(
    name: str,
    patient: str | None = None,
    *,
    count: int = 10,
    liver: tuple[int, ...] = (2, 3, 4, 5, 6),
    tumour: tuple[int, ...] = (3, 4),
    **changes: Any,
) -> SliceCase:
    held = {value: z for value, z in ((1, liver), (2, tumour)) if z}
    voxels = {value: 10 * len(z) for value, z in held.items()}
    given: dict[str, Any] = {
        "case_id": name,
        "patient": patient,
        "image_paths": (Path(f"volume-{name}.nii"),),
        "mask_paths": (Path(f"segmentation-{name}.nii"),),
        "folder": Path("cache") / name,
        "count": count,
        "size": 32,
        "shape_yx": (40, 40),
        "orientation": Orientation(),
        "slices_with": held,
        "labels": {value: BOTH[value] for value in held},
        "image_sha256": f"pixels of {name}",
        "mask_sha256": f"mask of {name}",
        "intensity": "HU",
        "spacing_xyz_mm": None,
        "report": CaseReport(name, (40, 40, count), voxels, {v: len(z) for v, z in held.items()}),
        "files": name,
        "crop": whole((40, 40)),
    }
    return SliceCase(**(given | changes))


TARGET = make_target("all", BOTH)
TEN = [case(f"{n:02d}", f"p{n}") for n in range(10)]


def names(parts: tuple[Part, ...]) -> list[str]:
    return [part.case.case_id for part in parts]


# --- split ---------------------------------------------------------------------------------


def test_no_patient_is_on_both_sides() -> None:
    """T6: two scans of one patient stay together, whatever the seed."""
    cases = [case(f"{n:02d}", f"p{n // 2}") for n in range(10)]
    seen = set()
    for seed in range(20):
        split = make_split(cases, TARGET, dataclasses.replace(TINY, seed=seed))
        sides = [{p.case.patient for p in side} for side in (split.train, split.validation)]
        assert not sides[0] & sides[1]
        assert len(split.train) + len(split.validation) == 10
        assert len(split.validation) == 2
        seen.add(tuple(names(split.validation)))
        assert split == make_split(cases, TARGET, dataclasses.replace(TINY, seed=seed))
    assert len(seen) > 2


def test_the_fraction_is_kept_and_one_patient_at_least() -> None:
    for fraction, expected in ((0.05, 1), (0.2, 2), (0.5, 5)):
        config = dataclasses.replace(TINY, validation_fraction=fraction)
        assert len(make_split(TEN, TARGET, config).validation) == expected
    assert len(make_split(TEN[:2], TARGET, TINY).train) == 1


def test_patients_with_every_label_are_scored_unless_they_are_the_last_to_learn_from() -> None:
    healthy = [case(f"h{n}", f"h{n}", tumour=()) for n in range(8)]
    for seed in range(10):
        config = dataclasses.replace(TINY, seed=seed)
        two_ill = [*healthy, TEN[0], TEN[1]]
        assert names(make_split(two_ill, TARGET, config).validation)[0][0] in "0h"
        assert {"00", "01"} & set(names(make_split(two_ill, TARGET, config).validation))
        assert "00" in names(make_split([*healthy, TEN[0]], TARGET, config).train)


def test_chosen_cases_are_scored() -> None:
    split = make_split(TEN, TARGET, TINY, ["03", "05"])
    assert names(split.validation) == ["03", "05"]
    with pytest.raises(InputError, match=r"validation case 99 is not in .* choose from 00, 01"):
        make_split(TEN, TARGET, TINY, ["99"])
    with pytest.raises(InputError, match="no case to learn from"):
        make_split(TEN[:2], TARGET, TINY, ["00", "01"])
    with pytest.raises(InputError, match="nothing can be scored"):
        make_split([*TEN, case("h", "h", liver=(), tumour=())], TARGET, TINY, ["h"])


def test_labels_that_no_training_case_holds_are_an_error_or_said() -> None:
    """All of them: nothing can be learned. Some: the rest can."""
    healthy = [case(f"h{n}", f"h{n}", tumour=()) for n in range(3)]
    ill = case("ill", "ill")
    only_tumour = make_target("tumour", BOTH)
    with pytest.raises(InputError, match="training cases hold no tumour; choose other validation"):
        make_split([*healthy, ill], only_tumour, TINY, ["ill"])
    split = make_split([*healthy, ill], TARGET, TINY, ["ill"])
    assert "No training case holds tumour at 32 pixels: it cannot be learned." in split.notices
    config = dataclasses.replace(TINY, synthetic_lesions=0.5)
    drawn = make_target("all", BOTH, config)
    split = make_split([*healthy, ill], drawn, config, ["ill"])
    assert "it is learned from artificial ones alone" in split.notices[-1]
    assert make_split([*healthy, ill, TEN[0]], TARGET, TINY, ["ill"]).notices == ()


def test_labels_that_vanish_when_slices_shrink_ask_for_larger_ones() -> None:
    tiny_tumour = [
        case(f"t{n}", f"t{n}", slices_with={1: (2, 3), 2: ()}, labels=BOTH) for n in range(3)
    ]
    with pytest.raises(InputError, match=r"no tumour that is left at this image_size; .* larger"):
        make_split(tiny_tumour, make_target("tumour", BOTH), TINY, ["t0"])


def test_leaks_are_refused() -> None:
    """T6: by patient, and by pixels under two names."""
    with pytest.raises(InputError, match="patient p3 would be learned from"):
        make_split([*TEN, case("03b", "p3")], TARGET, TINY, ["03"])
    twin = case("copy", "somebody", image_sha256="pixels of 03")
    with pytest.raises(InputError, match="exactly the pixels of case"):
        make_split([*TEN, twin], TARGET, TINY, ["03"])


def test_one_patient_is_refused_with_both_remedies() -> None:
    with pytest.raises(InputError, match=r"only one patient .* second patient, or set split to s"):
        make_split(TEN[:1], TARGET, TINY)


def test_unknown_patients_are_said() -> None:
    split = make_split([case("a"), case("b")], TARGET, TINY)
    assert "does not tell patients apart" in split.notices[0]
    assert make_split(TEN, TARGET, TINY).notices == ()


def test_a_slice_split_holds_out_slices_with_and_without_labels_and_says_it_leaks() -> None:
    config = dataclasses.replace(TINY, split="slice")
    split = make_split(TEN[:2], TARGET, config)
    held = [(p.case.case_id, z) for p in split.validation for z in p.z]
    kept = [(p.case.case_id, z) for p in split.train for z in p.z]
    assert not set(held) & set(kept)
    assert len(held) + len(kept) == 20
    assert len(held) == 4
    assert sum(z in (2, 3, 4, 5, 6) for _, z in held) == 2
    assert "too good" in split.notices[0]
    assert split == make_split(TEN[:2], TARGET, config)


def test_one_stack_of_pictures_of_nobody_is_split_by_slice() -> None:
    paths = tuple(Path(f"{n}.png") for n in range(10))
    stack = case("stack", image_paths=paths, mask_paths=paths)
    assert "too good" in make_split([stack], TARGET, TINY).notices[0]


# --- batches -------------------------------------------------------------------------------


def parts(cases: list[SliceCase]) -> list[Part]:
    return [Part.whole(c) for c in cases]


def test_without_balance_every_slice_comes_once_a_round() -> None:
    config = dataclasses.replace(TINY, balance=False, batches_per_epoch=0, batch_size=8)
    batches = Batches(parts(TEN), TARGET, config)
    assert batches.count == 13
    rounds = [batches.of_epoch(epoch) for epoch in (1, 2)]
    for picked in rounds:
        flat = [pick for batch in picked for pick in batch]
        assert len(flat) == len(set(flat)) == 100
        assert [len(b) for b in picked] == [8] * 12 + [4]
    assert rounds[0] != rounds[1]
    assert rounds[0] == Batches(parts(TEN), TARGET, config).of_epoch(1)


def test_a_fixed_number_of_batches_goes_round_again() -> None:
    config = dataclasses.replace(TINY, balance=False, batches_per_epoch=30, batch_size=8)
    flat = [p for batch in Batches(parts(TEN), TARGET, config).of_epoch(1) for p in batch]
    assert len(flat) == 240
    assert set(Counter(flat).values()) == {2, 3}


def test_balance_fills_half_of_every_batch_with_the_rarest_label() -> None:
    """A patient with one tumour slice is seen as often as one with fifty."""
    cases = [
        case("few", "a", tumour=(3,)),
        case("many", "b", count=60, liver=tuple(range(55)), tumour=tuple(range(50))),
    ]
    config = dataclasses.replace(TINY, balance=True, batches_per_epoch=100, batch_size=6)
    batches = Batches(parts(cases), TARGET, config)
    picked = batches.of_epoch(1)
    rare = [[z in cases[i].slices_with[2] for i, z in batch] for batch in picked]
    assert min(sum(r) for r in rare) >= 3
    labelled = [
        [any(z in held for held in cases[i].slices_with.values()) for i, z in batch]
        for batch in picked
    ]
    assert min(sum(r) for r in labelled) >= 5
    patients = Counter(i for batch in picked for i, _ in batch)
    assert 0.4 < patients[0] / 600 < 0.6
    assert picked == batches.of_epoch(1)
    assert picked != batches.of_epoch(2)


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 16])
def test_the_rarest_label_is_in_every_batch_not_only_on_average(size: int) -> None:
    """In every other one where batches are single slices."""
    few = [*TEN[:2], case("one", "one", count=400, liver=tuple(range(300)), tumour=(250,))]
    many = [case(f"h{n}", f"h{n}", count=200, liver=tuple(range(150)), tumour=()) for n in range(9)]
    cases = [*many, *few]
    config = dataclasses.replace(TINY, balance=True, batches_per_epoch=250, batch_size=size)
    batches = Batches(parts(cases), TARGET, config)
    for epoch in range(1, 5):
        picked = batches.of_epoch(epoch)
        held = [any(z in cases[i].slices_with.get(2, ()) for i, z in batch) for batch in picked]
        assert len(held) == 250
        assert all(held) if size > 1 else all(held[::2])


def test_balance_works_without_any_label_left_to_learn() -> None:
    empty = [case("a", liver=(), tumour=())]
    config = dataclasses.replace(TINY, batches_per_epoch=2)
    assert len(Batches(parts(empty), TARGET, config).of_epoch(1)) == 2


def test_a_batch_is_read_with_neighbours_and_class_indices(tmp_path: Path) -> None:
    entry = case("a", folder=tmp_path, count=3, size=32)
    images = np.arange(3, dtype=np.uint8)[:, None, None] * np.ones((3, 32, 32), np.uint8) * 51
    labels = np.zeros((3, 32, 32), np.uint8)
    labels[1, 4, 5] = 2
    (tmp_path / "images.u8").write_bytes(images.tobytes())
    (tmp_path / "labels.u8").write_bytes(labels.tobytes())
    target = make_target("tumour", BOTH)
    batch = read_batch(parts([entry]), [(0, 1), (0, 2)], target, TINY)
    pictures, classes = batch.pictures, batch.labels
    torch.testing.assert_close(pictures[0, :, 0, 0], torch.tensor([0.0, 0.2, 0.4]))
    torch.testing.assert_close(pictures[1, :, 0, 0], torch.tensor([0.2, 0.4, 0.4]))
    assert classes.dtype == torch.uint8
    assert (classes[0, 4, 5], int(classes.sum())) == (1, 1)
    assert batch.names == ("case a slice 2", "case a slice 3")
    assert (batch.detail_pictures, batch.detail_labels, batch.lesions) == (None, None, None)


def cascade_case(folder: Path, name: str) -> SliceCase:
    """Ten slices; the close look shows in each its number, and its labels are all liver."""
    entry = case(
        name,
        folder=folder,
        detail_size=64,
        crop=Crop(0, 0, 40, 40),
        detail_crop=Crop(10, 10, 20, 20),
    )
    number = np.arange(10, dtype=np.uint8)[:, None, None]
    for file, side, values in (
        ("images.u8", 32, number),
        ("labels.u8", 32, number * 0),
        ("detail_images.u8", 64, number * 20),
        ("detail_labels.u8", 64, number * 0 + 1),
    ):
        (folder / file).write_bytes((values * np.ones((10, side, side), np.uint8)).tobytes())
    return entry


CASCADE = dataclasses.replace(
    TINY, model=dataclasses.replace(TINY.model, cascade=True), detail_size=64, synthetic_lesions=0.5
)


def test_a_cascade_gets_a_close_look_of_the_same_slices(tmp_path: Path) -> None:
    entry = cascade_case(tmp_path, "a")
    target = make_target("all", BOTH, CASCADE)
    batch = read_batch(parts([entry]), [(0, 4), (0, 6)], target, CASCADE)
    assert batch.detail_pictures is not None
    assert batch.detail_labels is not None
    assert batch.detail_pictures.shape == (2, 3, 64, 64)
    assert (batch.detail_pictures[:, 1, 0, 0] * 255 / 20).round().tolist() == [4, 6]
    assert (batch.detail_pictures[0, :, 0, 0] * 255 / 20).round().tolist() == [3, 4, 5]
    assert batch.detail_labels.shape == (2, 64, 64)
    assert batch.detail_labels.unique().tolist() == [1]
    assert batch.lesions == LesionClasses(
        organ=1, lesion=2, zoom=2.0, contrast=1 / CASCADE.detail_window
    )


def test_the_close_look_is_taken_near_the_organ(tmp_path: Path) -> None:
    """A slice far from it is looked at whole, and another one closely; all serve equally."""
    entry = cascade_case(tmp_path, "a")
    entry = dataclasses.replace(entry, slices_with={1: (3, 4), 2: (4,)})
    target = make_target("all", BOTH, CASCADE)
    picks = [(0, z) for z in range(10)]
    batch = read_batch(parts([entry]), picks, target, CASCADE)
    assert batch.detail_pictures is not None
    shown = (batch.detail_pictures[:, 1, 0, 0] * 255 / 20).round().int().tolist()
    assert shown[1:7] == [1, 2, 3, 4, 5, 6]
    assert set(shown) == {1, 2, 3, 4, 5, 6}
    assert len({shown[0], *shown[7:]}) >= 3
    assert (batch.pictures[:, 1, 0, 0] * 255).round().tolist() == list(range(10))
    half = [Part(entry, (4, 8, 9))]  # the other slices are scored, none may slip in
    batch = read_batch(half, [(0, 9), (0, 8)], target, CASCADE)
    assert batch.detail_pictures is not None
    assert (batch.detail_pictures[:, 1, 0, 0] * 255 / 20).round().tolist() == [4, 4]
