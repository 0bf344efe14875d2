"""Plans from fingerprints made by hand: every rule, its reason, and what makes a plan smaller."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unet_core.plan_samples import (
    TUMOUR,
    Machine,
    case,
    data,
    label,
    with_tumours,
    without_tumours,
)
from unet_core.boxes import Crop
from unet_core.config import TrainConfig, check_settings
from unet_core.errors import InputError
from unet_core.fingerprint import Fingerprint
from unet_core.forecast import Cost
from unet_core.plan import Plan, plan, read_plan, write_plan
from unet_core.planner import changed, shown, sized
from unet_core.planning import learning, networks, pictures
from unet_core.planning.advice import suitability

PLENTY_GB = 16.0


def _plan(found: Fingerprint, minutes: float | None = 20, machine: Machine | None = None) -> Plan:
    return plan(found, minutes, PLENTY_GB, "cpu", try_out=machine or Machine())


def _reason(made: Plan, setting: str) -> str:
    return next(choice.reason for choice in made.choices if choice.setting == setting)


# --- pictures --------------------------------------------------------------------------------


def test_the_window_holds_all_labels_and_what_lies_around() -> None:
    choice = pictures.window(with_tumours())
    assert choice.changes == {"window_low_hu": -150.0, "window_high_hu": 320.0}
    assert "between -30 and 200 HU" in choice.reason
    grey = data(case("00", intensity="grey"))
    assert pictures.window(grey).changes == {}
    mixed = data(case("00"), case("01", intensity="grey"))
    assert "1 of 2 scans hold grey values" in pictures.window(mixed).reason


@pytest.mark.parametrize(("body", "crop"), [(480, "none"), (410, "none"), (400, "body")])
def test_air_is_cut_off_where_the_body_is_small(body: int, crop: str) -> None:
    assert pictures.body(data(case("00", body=body))).changes == {"crop": crop}


@pytest.mark.parametrize(
    ("diameter", "size"), [(40.0, 128), (7.0, 256), (5.0, 320), (3.5, 512), (1.0, 128)]
)
def test_pictures_are_as_large_as_tumours_need(diameter: float, size: int) -> None:
    """1 pixel is lost at any size: then more pixels buy nothing."""
    choice = pictures.picture_size(with_tumours(diameter=diameter), "none")
    assert choice.changes == {"image_size": size}
    assert choice.reason.endswith("mm wide.")


def test_the_reason_for_a_size_names_what_the_smaller_one_loses() -> None:
    found = data(*(case(f"{i}", lesions=(40.0,) * 9 + (5.0, 4.0)) for i in range(2)))
    assert pictures.picture_size(found, "none").reason.startswith(
        "At 320x320, 9.1 % of your tumours shrink below 3 pixels: 384 chosen, where none does."
    )


def test_neighbours_only_where_there_are_some() -> None:
    beside = pictures.neighbours(without_tumours())
    assert beside.changes == {"channels": "neighbours", "model.in_channels": 3}
    assert "3.0 mm apart" in beside.reason
    single = pictures.neighbours(data(case("00", slices=1, spacing=None)))
    assert single.changes == {"channels": "repeat", "model.in_channels": 1}
    assert single.reason.startswith("Every case is a single picture")
    far = pictures.neighbours(data(case("00", spacing=(1.0, 1.0, 10.0))))
    assert far.changes["channels"] == "repeat"
    half = data(case("00"), case("01", spacing=None))
    assert "(1 of them)" in pictures.neighbours(half).reason


# --- network ---------------------------------------------------------------------------------


@pytest.mark.parametrize("device", ["cpu", "cuda"])
@pytest.mark.parametrize("cascade", [False, True])
@pytest.mark.parametrize("size", [128, 192, 256, 320, 384, 512])
def test_every_network_can_halve_its_pictures(
    size: int, cascade: bool, device: networks.Device
) -> None:
    config = changed(TrainConfig(image_size=128), {"model.cascade": cascade})
    config = sized(config, size)
    config = changed(config, networks.network(config, device).changes)
    check_settings(config)
    step = config.model.stem_stride * 2**config.model.depth
    assert 4 <= size / step <= 32
    assert config.image_size // step >= 4


def test_a_cascade_where_there_are_tumours_in_a_liver() -> None:
    found = with_tumours()
    assert networks.wants_cascade(found, 0)
    assert networks.wants_cascade(found, 5)
    assert not networks.wants_cascade(found, 2)
    assert not networks.wants_cascade(without_tumours(), 0)
    only = {"tumour": TUMOUR}
    assert not networks.wants_cascade(data(case("0", lesions=(4.0,), labels=only)), 0)
    wide = data(replace(case("0", lesions=(9.0,)), organ=Crop(0, 0, 500, 500)))
    assert not networks.wants_cascade(wide, 0)
    made = networks.looks(found, 0)
    assert made.changes == {"model.cascade": True, "image_size": 128}
    assert "50 % as wide as the slice" in made.reason
    for data_set, minutes, why in (
        (found, 2, "more than 2 minutes"),
        (without_tumours(), 0, "no tumours"),
        (wide, 0, "as wide as the slice"),
    ):
        choice = networks.looks(data_set, minutes)
        assert choice.changes == {"model.cascade": False}
        assert why in choice.reason


@pytest.mark.parametrize(("diameter", "size"), [(12.0, 256), (4.0, 384), (3.2, 512), (0.5, 256)])
def test_the_close_look_is_as_large_as_tumours_need(diameter: float, size: int) -> None:
    """The box is 440 pixels wide; half a pixel is lost at any size."""
    one = replace(case("0", lesions=(diameter,)), organ=Crop(0, 0, 440, 440))
    choice = networks.close_look(data(one))
    assert choice.changes == {"detail_size": size}
    assert choice.reason.startswith("The box around the liver is 440 pixels wide. At ")


def test_the_greys_of_the_close_look_hold_every_tumour() -> None:
    config = TrainConfig(window_low_hu=-150.0, window_high_hu=250.0)
    choice = networks.close_greys(with_tumours(), config)
    assert choice.changes == {"detail_window": 0.4}  # 2 * (50 + 1.5 * 20) of 400
    assert choice.value == "the liver's own, ±80 HU"
    assert networks.close_greys(with_tumours(), TrainConfig(window_high_hu=1840.0)).changes == {
        "detail_window": 0.25
    }


# --- learning --------------------------------------------------------------------------------


def test_few_tumours_are_joined_by_artificial_ones() -> None:
    few, many = with_tumours(6), with_tumours(100)
    assert learning.drawn_lesions(few).changes == {"synthetic_lesions": 0.6}
    assert "only 24 tumours in 6 patients" in learning.drawn_lesions(few).reason
    assert learning.drawn_lesions(many).changes == {"synthetic_lesions": 0.3}
    assert learning.drawn_lesions(without_tumours()).changes == {"synthetic_lesions": 0.0}


def test_brightness_follows_the_spread_between_patients() -> None:
    config = TrainConfig(window_low_hu=-100.0, window_high_hu=300.0)
    alike = learning.greys(without_tumours(), config)
    assert alike.changes == {"brightness": 0.1}
    unlike = data(
        case("0", labels={"liver": label(middle=70)}),
        case("1", labels={"liver": label(middle=150)}),
    )
    assert learning.greys(unlike, config).changes == {"brightness": 0.2}  # 2 * 40 / 400


def test_patients_kept_aside_are_those_training_keeps_aside() -> None:
    found = data(*(case(f"{i:02d}", lesions=(9.0,) if i in (3, 4) else ()) for i in range(6)))
    choice, held = learning.kept_aside(found, TrainConfig())
    (aside,) = held
    assert aside.case_id in ("03", "04"), "every label is scored"
    assert choice.value == aside.case_id
    alone, nobody = learning.kept_aside(data(case("0")), TrainConfig())
    assert alone.changes == {"split": "slice"}
    assert nobody == ()


@pytest.mark.parametrize(
    ("minutes", "validation_s", "rounds"),
    [(20, 5.0, 13), (5, 5.0, 8), (600, 5.0, 40), (20, 30.0, 8), (5, 30.0, 5), (1, 500.0, 1)],
)
def test_at_least_eight_rounds_unless_scoring_eats_the_time(
    minutes: float, validation_s: float, rounds: int
) -> None:
    assert learning.rounds_in(minutes, validation_s) == rounds


def test_length_without_a_limit_ends_by_patience() -> None:
    choice = learning.length(0.0, 750, 8, 0.5, 5.0)
    assert choice.changes["minutes"] == 0.0
    assert choice.changes["patience"] == 15
    assert choice.changes["epochs"] * choice.changes["batches_per_epoch"] * 8 == 57_600
    assert "No time limit was given" in choice.reason


# --- the whole -------------------------------------------------------------------------------


def test_a_plan_is_a_config_with_a_reason_for_each_choice() -> None:
    made = _plan(with_tumours(diameter=7.0))
    check_settings(made.config)
    config = made.config
    assert (config.preset, config.image_size, config.minutes) == ("plan", 128, 20)
    assert (config.model.out_channels, config.model.cascade) == (3, True)
    assert config.detail_size == 256
    assert (config.batch_size, config.micro_batch) == (8, 0)
    for choice in made.choices:
        assert choice.reason.endswith("."), choice
        for name, value in choice.changes.items():
            inner = name.startswith("model.")
            holder = config.model if inner else config
            assert getattr(holder, name.removeprefix("model.")) == value, name
    assert made.fits
    assert made.forecast.rounds >= 8
    assert Plan.from_json(json.loads(json.dumps(made.to_json()))) == made


def test_liver_alone_is_learned_by_one_network() -> None:
    config = _plan(without_tumours()).config
    check_settings(config)
    assert (config.image_size, config.model.cascade, config.model.out_channels) == (256, False, 2)
    assert config.synthetic_lesions == 0.0


def test_too_little_time_makes_pictures_smaller_and_says_so() -> None:
    slow = Machine(step_s=1.5)
    made = _plan(with_tumours(diameter=7.0), 6, slow)
    assert made.config.detail_size == 192
    reason = _reason(made, "Close look")
    assert reason.startswith("6 minutes at 256 show this computer 1,")
    assert made.config.model.depth == 3, "the network follows the size"
    short = _plan(with_tumours(diameter=3.2), 6, slow)
    assert short.config.detail_size == 256, "at 192 every tumour would be lost"
    assert not short.fits
    assert any(sentence.startswith("In 6 minutes this computer") for sentence in short.advice)


def test_a_busy_computer_decides_nothing() -> None:
    """Beside other programs a batch takes ten times as long; the plan must not keep that."""

    def disturbed(config: TrainConfig, shape_yx: tuple[int, int]) -> Cost:
        return replace(Machine(step_s=10.0)(config, shape_yx), waited=0.5)

    made = plan(with_tumours(diameter=7.0), 15, PLENTY_GB, "cpu", try_out=disturbed)
    assert (made.config.detail_size, made.config.batches_per_epoch) == (256, 120)
    assert made.fits
    assert any("Plan again when the computer is quiet" in text for text in made.advice)


def test_smaller_pictures_name_what_they_lose() -> None:
    found = data(*(case(str(i), lesions=(3.5,) + (12.0,) * 3) for i in range(6)))
    reason = _reason(_plan(found, 6, Machine(step_s=1.5)), "Close look")
    assert "25 % of the tumours shrink below 3 pixels" in reason


# --- memory ----------------------------------------------------------------------------------


def _sizes(machine: Machine) -> list[tuple[int, int, int]]:
    return [(shown(c)[0], c.batch_size, c.micro_batch) for c in machine.tried]


def test_memory_takes_slices_at_once_then_batch_then_size() -> None:
    found = with_tumours(diameter=7.0)
    roomy, tight = Machine(), Machine()
    assert plan(found, 20, 2.0, "cpu", try_out=roomy).config.micro_batch == 0
    assert _sizes(roomy) == [(256, 8, 0)]

    made = plan(found, 20, 0.6, "cpu", try_out=tight)
    config = made.config
    assert (config.detail_size, config.batch_size, config.micro_batch) == (256, 8, 4)
    assert config.model.norm == "batch"
    assert "more than the 0.60 GB allowed" in _reason(made, "Batch")

    made = plan(found, 20, 0.5, "cpu", try_out=Machine())
    assert (made.config.batch_size, made.config.micro_batch) == (8, 2)
    assert made.config.model.norm == "instance"
    assert "normalised by itself" in _reason(made, "Batch")

    smaller = plan(found, 20, 0.44, "cpu", try_out=Machine(slice_mb=140.0))
    assert smaller.config.detail_size < 256
    assert "does not fit into 0.44 GB" in _reason(smaller, "Close look")
    assert smaller.forecast.memory_mb <= 0.44 * 1024


def test_smaller_settings_come_in_the_order_of_what_they_cost() -> None:
    machine = Machine(slice_mb=1000.0)
    with pytest.raises(InputError):
        plan(with_tumours(diameter=7.0), 20, 0.3, "cpu", try_out=machine)
    order = _sizes(machine)
    assert order[0] == (256, 8, 0)
    assert order == sorted(order, key=lambda s: (-s[0], -s[1], -(s[2] or 99)))
    assert len(order) <= 8


def test_a_plan_that_cannot_fit_is_refused_in_one_sentence() -> None:
    with pytest.raises(InputError) as refused:
        plan(with_tumours(), 20, 0.2, "cpu", try_out=Machine())
    sentence = str(refused.value)
    assert sentence.startswith("the plan needs 0.")
    assert "before there is a network, more than the 0.20 GB of memory allowed; allow" in sentence
    with pytest.raises(InputError, match=r"needs about 0\.51 GB even for one slice at a time"):
        plan(with_tumours(), 20, 0.35, "cpu", try_out=Machine(slice_mb=900.0))


@pytest.mark.parametrize(("minutes", "memory"), [(-1, None), (float("nan"), None), (5, 0.0)])
def test_limits_must_make_sense(minutes: float, memory: float | None) -> None:
    with pytest.raises(InputError, match="choose"):
        plan(with_tumours(), minutes, memory, "cpu", try_out=Machine())


# --- advice ----------------------------------------------------------------------------------


def test_the_verdict_names_its_doubts() -> None:
    clear = suitability(with_tumours(), 0.0)
    assert clear[0].startswith("The task suits a U-Net: ")
    assert any("2.5 times the noise, they are clearly seen" in text for text in clear)
    faint = label(voxels=200, slices=8, edge=-3.0, contrast=-15.0)
    labels = {"liver": label(), "tumour": faint}
    said = suitability(data(case("0", lesions=(9.0,), labels=labels)), 0.0)
    assert "the tumours hardly stand out of the liver and their edges are blurred" in said[0]


def test_advice_names_what_each_size_loses() -> None:
    found = data(case("0", lesions=(4.0, 20.0)), case("1", lesions=(8.0,)))
    said = " ".join(_plan(found).advice)
    assert (
        "Shrunk below 3 pixels are in whole slices 67 % at 128, 33 % at 192, 33 % at 256, 33 % at "
        "320, none from 384; in the liver's box 33 % at 128, none from 192." in said
    )


def test_advice_on_the_data() -> None:
    said = " ".join(_plan(with_tumours(2)).advice)
    assert "2 patients with tumour are few" in said
    said = " ".join(_plan(with_tumours(8)).advice)
    assert "8 patients with tumour are enough for a first model" in said
    slices = data(*(case(str(i), slices=1, patient=None) for i in range(30)))
    said = " ".join(_plan(slices).advice)
    assert "with 1.0 slices of each there are only 30 slices" in said
    assert "Names do not tell persons apart" in said
    big = {"liver": label(), "tumour": label(voxels=90_000)}
    one = data(case("a", lesions=(90.0,), labels=big), case("b", lesions=(9.0,)))
    assert "Patient a holds 100 % of all tumour voxels" in " ".join(_plan(one).advice)
    faulty = Fingerprint("x", without_tumours().cases, (("09", "It is cut short."),))
    said = " ".join(_plan(faulty).advice)
    assert "Case 09 keeps training from starting: It is cut short." in said


# --- files -----------------------------------------------------------------------------------


def test_a_saved_plan_gives_its_settings(tmp_path: Path) -> None:
    made, path = _plan(with_tumours()), tmp_path / "plan.json"
    write_plan(path, made)
    assert read_plan(path) == made.config
    for text, fault in (
        ("{", "is damaged"),
        ("[]", "is no plan"),
        ('{"format": 1}', "is no plan"),
        ('{"format": 2}', "newer Slicewise"),
        (json.dumps({**made.to_json(), "config": {"image_size": 7}}), "image_size is 7"),
    ):
        path.write_text(text)
        with pytest.raises(InputError, match=fault):
            read_plan(path)
