import dataclasses
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from tests.unet_core.conftest import TINY
from unet_core.errors import InputError
from unet_core.events import CaseReport
from unet_core.sampling import (
    Batches,
    Part,
    labels_in,
    make_split,
    make_target,
    read_batch,
)
from unet_core.slices import SliceCase
from unet_core.volume import LIVER, TUMOUR, Label, Orientation

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
    }
    return SliceCase(**(given | changes))


TARGET = make_target("all", BOTH)
TEN = [case(f"{n:02d}", f"p{n}") for n in range(10)]


def names(parts: tuple[Part, ...]) -> list[str]:
    return [part.case.case_id for part in parts]


# --- target --------------------------------------------------------------------------------


def test_all_gives_every_label_its_class() -> None:
    target = make_target("all", {2: TUMOUR, 1: LIVER, 7: Label(7, "spleen", "#ffffff")})
    assert target.out_channels == 4
    assert list(target.labels) == [1, 2, 7]
    assert target.table[[0, 1, 2, 7, 9]].tolist() == [0, 1, 2, 3, 0]
    assert target.regions[0].values == (1, 2)


def test_one_label_is_binary_and_liver_counts_its_tumour_in() -> None:
    liver, tumour = make_target("liver", BOTH), make_target("tumour", BOTH)
    assert liver.out_channels == tumour.out_channels == 1
    assert liver.table[[0, 1, 2]].tolist() == [0, 1, 1]
    assert tumour.table[[0, 1, 2]].tolist() == [0, 0, 1]
    assert (list(liver.labels), list(tumour.labels)) == ([1], [2])
    assert liver.notices == ()


def test_a_label_the_data_set_lacks_is_replaced_with_a_notice() -> None:
    target = make_target("tumour", {1: LIVER})
    assert list(target.labels) == [1]
    assert "hold only liver: liver is learned instead" in target.notices[0]
    with pytest.raises(InputError, match="no label at all"):
        make_target("all", {})


def test_one_value_with_two_meanings_is_refused() -> None:
    """M7."""
    other = case("b", labels={1: Label(1, "kidney", "#ffffff")})
    with pytest.raises(InputError, match=r"case b calls value 1 kidney, but a calls it liver"):
        labels_in([case("a"), other])
    assert labels_in([case("a"), case("b", tumour=())]) == BOTH


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
    pictures, classes = read_batch(parts([entry]), [(0, 1), (0, 2)], target, TINY)
    torch.testing.assert_close(pictures[0, :, 0, 0], torch.tensor([0.0, 0.2, 0.4]))
    torch.testing.assert_close(pictures[1, :, 0, 0], torch.tensor([0.2, 0.4, 0.4]))
    assert classes.dtype == torch.uint8
    assert (classes[0, 4, 5], int(classes.sum())) == (1, 1)
