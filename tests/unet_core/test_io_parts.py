"""Files that hold more than one volume, or one in two places: what is asked, and each answer."""

import gzip
import pickle
from pathlib import Path

import nibabel
import numpy as np
import pytest
import SimpleITK as sitk
from numpy.typing import NDArray

from tests.unet_core.io_samples import (
    ORIGIN,
    SPACING,
    label_map,
    nifti_bytes,
    packing,
    refusal,
    volume,
    voxels_zyx,
)
from unet_core.errors import InputError
from unet_core.events import Loaded, Offered, Option, Progress
from unet_core.io import NeedsChoice, load, load_label_map, load_now, load_volume, save_now
from unet_core.volume import Volume

FRAMES = np.stack([voxels_zyx(), voxels_zyx() + 1, voxels_zyx() - 7])


def options_of(path: Path, **arguments: object) -> tuple[Option, ...]:
    with pytest.raises(NeedsChoice) as asked:
        load_now(path, isolate=False, **arguments)
    return asked.value.options


def series(folder: Path, name: str) -> Path:
    image = sitk.JoinSeries([sitk.GetImageFromArray(frame) for frame in FRAMES])
    image.SetSpacing((*SPACING, 1.0))
    image.SetOrigin((*ORIGIN, 0.0))
    sitk.WriteImage(image, str(folder / name), True)  # noqa: TID251
    return folder / name


@pytest.mark.parametrize("isolate", [True, False])
def test_the_door_asks_by_an_event(tmp_path: Path, isolate: bool) -> None:
    path = series(tmp_path, "a.nii.gz")
    *progress, offered = load(path, isolate=isolate)
    assert all(isinstance(event, Progress) for event in progress)
    assert isinstance(offered, Offered)
    assert (offered.subject, offered.fault) == ("a.nii.gz", "holds 3 volumes (24 x 20 x 12 x 3)")
    assert [option.label for option in offered.options] == [
        "Open frame 1 of 3",
        "Open frame 2 of 3",
        "Open frame 3 of 3",
    ]
    *_, loaded = load(path, isolate=isolate, **offered.options[1].settings)
    assert isinstance(loaded, Loaded)
    np.testing.assert_array_equal(loaded.item.voxels, FRAMES[1])


@pytest.mark.parametrize("name", ["a.nii", "a.nii.gz", "a.nrrd", "a.mha", "a.mhd", "a.hdr"])
def test_each_frame_of_a_series_opens_in_its_place(tmp_path: Path, name: str) -> None:
    path = series(tmp_path, name)
    for number, option in enumerate(options_of(path)):
        item = load_volume(path, isolate=False, **option.settings)
        np.testing.assert_array_equal(item.voxels, FRAMES[number])
        np.testing.assert_allclose(item.geometry.spacing_xyz_mm, SPACING, rtol=1e-6)
        if item.geometry.has_orientation:  # ITK names no space in an NRRD of four axes
            np.testing.assert_allclose(item.geometry.origin_xyz_mm, ORIGIN, atol=1e-4)
        assert item.geometry.has_orientation is (name != "a.nrrd")
        assert any(f"frame {number + 1} of the 3" in notice for notice in item.notices)
    assert "choose one of 1 to 3" in refusal(path, part="4")
    assert "no frame" in refusal(path, part="-1")


@pytest.mark.hazard("L1", "L6")
@pytest.mark.parametrize("name", ["a.nii", "a.nii.gz", "a.nrrd", "a.mha"])
def test_a_cut_series_is_refused_whichever_frame_is_wanted(tmp_path: Path, name: str) -> None:
    path = series(tmp_path, name)
    path.write_bytes(path.read_bytes()[:-40])
    assert "cut short" in refusal(path, part="1") or "packed bytes" in refusal(path, part="1")


def test_at_most_64_frames_are_listed_and_all_can_be_had(tmp_path: Path) -> None:
    values = np.arange(100 * 8, dtype=np.int16).reshape(100, 2, 2, 2)
    nibabel.save(nibabel.Nifti1Image(values.T, np.eye(4)), tmp_path / "a.nii")
    options = options_of(tmp_path / "a.nii")
    assert len(options) == 64
    item = load_volume(tmp_path / "a.nii", part="100", isolate=False)
    np.testing.assert_array_equal(item.voxels, values[99])


# --- colours -------------------------------------------------------------------------------------


def coloured(folder: Path, name: str, channels: int = 3) -> tuple[Path, NDArray[np.uint8]]:
    values = np.random.default_rng(0).integers(0, 255, (4, 5, 6, channels), np.uint8)
    if ".nii" in name:
        dtype = np.dtype([(letter, "u1") for letter in "RGBA"[:channels]])
        image = values.view(dtype)[..., 0].T
        nibabel.save(nibabel.Nifti1Image(image, np.diag([2.0, 2.0, 2.0, 1.0])), folder / name)
    else:
        vectors = sitk.GetImageFromArray(values, isVector=True)
        sitk.WriteImage(vectors, str(folder / name), True)  # noqa: TID251
    return folder / name, values


@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("name", ["a.nii", "a.nii.gz", "a.nrrd", "a.mha"])
def test_a_channel_or_the_brightness_of_colours(tmp_path: Path, name: str, channels: int) -> None:
    path, values = coloured(tmp_path, name, channels)
    options_of(path)
    for number, colour in enumerate(("red", "green", "blue")):
        item = load_volume(path, part=colour, isolate=False)
        np.testing.assert_array_equal(item.voxels, values[..., number])
    grey = load_volume(path, part="luminance", isolate=False).voxels
    np.testing.assert_array_equal(grey, np.rint(values[..., :3] @ [0.299, 0.587, 0.114]))
    assert "choose one of" in refusal(path, part="ultraviolet")


def test_nifti_colours_say_what_they_are(tmp_path: Path) -> None:
    path, _ = coloured(tmp_path, "a.nii")
    assert "is in colour" in refusal(path)
    assert [option.settings["part"] for option in options_of(path)] == [
        "luminance",
        "red",
        "green",
        "blue",
    ]


def test_what_itk_calls_a_vector_is_a_component_of_nifti(tmp_path: Path) -> None:
    values = np.random.default_rng(0).normal(size=(4, 5, 6, 3)).astype(np.float32)
    image = sitk.GetImageFromArray(values, isVector=True)
    sitk.WriteImage(image, str(tmp_path / "a.nii"))  # noqa: TID251
    assert [o.label for o in options_of(tmp_path / "a.nii")][2] == "Open component 3 of 3"
    item = load_volume(tmp_path / "a.nii", part="3", isolate=False)
    np.testing.assert_array_equal(item.voxels, values[..., 2])


def test_a_vector_of_two_is_a_numbered_channel(tmp_path: Path) -> None:
    values = np.random.default_rng(0).normal(size=(4, 5, 6, 2)).astype(np.float32)
    sitk.WriteImage(  # noqa: TID251
        sitk.GetImageFromArray(values, isVector=True), str(tmp_path / "a.mha")
    )
    assert len(options_of(tmp_path / "a.mha")) == 2
    item = load_volume(tmp_path / "a.mha", part="2", isolate=False)
    np.testing.assert_array_equal(item.voxels, values[..., 1])


# --- layers of segments --------------------------------------------------------------------------

SEGMENTS = """NRRD0005
type: unsigned char
dimension: 4
space: left-posterior-superior
sizes: 2 24 20 12
space directions: none (0.7,0,0) (0,0.8,0) (0,0,2.5)
kinds: list domain domain domain
encoding: gzip
space origin: (-61.5,40.25,-310)
Segment0_ID:=Segment_1
Segment0_Name:=liver
Segment0_LabelValue:=1
Segment0_Layer:=0
Segment1_Name:=vessels
Segment1_LabelValue:=2
Segment1_Layer:=0
Segment2_Name:=tumour
Segment2_LabelValue:=1
Segment2_Layer:=1
Segment2_Color:=1 0 0.5

"""


@pytest.mark.hazard("M7", "M8")
def test_m8_layers_of_segments_that_overlap_are_chosen_by_name(tmp_path: Path) -> None:
    first = label_map().voxels
    second = np.zeros_like(first)
    second[4:8, 5:9, 6:10] = 1
    path = tmp_path / "a.seg.nrrd"
    both = np.stack([first, second], axis=-1)
    path.write_bytes(SEGMENTS.encode() + gzip.compress(both.tobytes()))
    options = options_of(path)
    assert [option.label for option in options] == [
        "Open layer 1: liver, vessels",
        "Open layer 2: tumour",
    ]
    assert "overlap, in 2 layers" in refusal(path)
    masks = [load_label_map(path, isolate=False, **option.settings) for option in options]
    np.testing.assert_array_equal(masks[0].voxels, first)
    np.testing.assert_array_equal(masks[1].voxels, second)
    assert [label.name for label in masks[0].labels.values()] == ["liver", "vessels"]
    assert masks[1].labels[1].name == "tumour"
    assert masks[1].labels[1].colour == "#ff0080"
    assert not masks[0].geometry.differences(label_map().geometry)


@pytest.mark.hazard("M7")
@pytest.mark.real_data
def test_the_nrrd_of_dcmqi_opens(real_data: Path) -> None:
    mask = load_label_map(real_data / "seg/ct_3slice_with_seg/liver_seg.nrrd", isolate=False)
    assert int(mask.voxels.max()) == 1


# --- NRRDs of other writers ----------------------------------------------------------------------


def nrrd(folder: Path, *lines: str, data: bytes | None = None) -> Path:
    head = ["NRRD0004", "type: int16", "sizes: 24 20 12", "encoding: raw", "endian: little"]
    path = folder / "a.nrrd"
    text = "\n".join([*head, *lines]) + "\n\n"
    path.write_bytes(text.encode() + (voxels_zyx().tobytes() if data is None else data))
    return path


@pytest.mark.hazard("G9")
def test_spaces_of_other_writers(tmp_path: Path) -> None:
    for space, x, y in (("LPS", 1, 1), ("RAS", -1, -1), ("left-anterior-superior", 1, -1)):
        path = nrrd(
            tmp_path,
            "dimension: 3",
            f"space: {space}",
            f"space directions: ({0.7 * x},0,0) (0,{0.8 * y},0) (0,0,2.5)",
            f"space origin: ({-61.5 * x},{40.25 * y},-310)",
            "measurement frame: (1,0,0) (0,1,0) (0,0,1)",
        )
        item = load_volume(path, isolate=False)
        assert item.geometry == volume().geometry
        np.testing.assert_array_equal(item.voxels, voxels_zyx())


@pytest.mark.hazard("G9")
def test_a_series_in_space_and_time(tmp_path: Path) -> None:
    path = nrrd(
        tmp_path,
        "dimension: 4",
        "space: left-posterior-superior-time",
        "space directions: (0.7,0,0,0) (0,0.8,0,0) (0,0,2.5,0) (0,0,0,30)",
        "space origin: (-61.5,40.25,-310,0)",
        data=FRAMES.tobytes(),
    )
    path.write_bytes(path.read_bytes().replace(b"sizes: 24 20 12", b"sizes: 24 20 12 3"))
    item = load_volume(path, part="3", isolate=False)
    np.testing.assert_array_equal(item.voxels, FRAMES[2])
    assert item.geometry == volume().geometry


@pytest.mark.hazard("G4")
def test_space_units(tmp_path: Path) -> None:
    lines = (
        "dimension: 3",
        "space: LPS",
        "space directions: (700,0,0) (0,800,0) (0,0,2500)",
        "space origin: (0,0,0)",
    )
    path = nrrd(tmp_path, *lines, 'space units: "um" "um" "um"')
    np.testing.assert_allclose(load_volume(path, isolate=False).geometry.spacing_xyz_mm, SPACING)
    assert "unknown unit" in refusal(nrrd(tmp_path, *lines, 'space units: "s" "s" "s"'))


@pytest.mark.hazard("G8")
def test_directions_without_a_named_space_give_size_alone(tmp_path: Path) -> None:
    path = nrrd(
        tmp_path,
        "dimension: 3",
        "space dimension: 3",
        "space directions: (0,0.7,0) (0.8,0,0) (0,0,2.5)",
        "space origin: (0,0,0)",
    )
    geometry = load_volume(path, isolate=False).geometry
    assert geometry.spacing_xyz_mm == SPACING
    assert not geometry.has_orientation


@pytest.mark.hazard("L9")
def test_a_detached_header_as_teem_writes_it(tmp_path: Path) -> None:
    head = "NRRD0004\ntype: short\ndimension: 3\nsizes: 24 20 12\nspacings: 0.7 0.8 2.5\n"
    head += "endian: little\nencoding: gzip\ndata file: ./b.raw.gz\n"
    (tmp_path / "a.nhdr").write_text(head)
    (tmp_path / "b.raw.gz").write_bytes(gzip.compress(voxels_zyx().tobytes()))
    item = load_volume(tmp_path / "a.nhdr", isolate=False)
    np.testing.assert_array_equal(item.voxels, voxels_zyx())


@pytest.mark.parametrize("encoding", ["ascii", "hex", "bzip2"])
def test_odd_encodings_get_a_clear_answer(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.nrrd"
    head = f"NRRD0004\ntype: short\ndimension: 3\nsizes: 2 2 2\nencoding: {encoding}\n\n1 2"
    path.write_text(head)
    assert f"packed as {encoding}" in refusal(path)


# --- MetaImage ---------------------------------------------------------------------------------


def mha(folder: Path, *lines: str) -> Path:
    head = ["ObjectType = Image", "NDims = 3", "BinaryData = True", "DimSize = 24 20 12"]
    path = folder / "a.mha"
    text = "\n".join([*head, *lines, "ElementDataFile = LOCAL"]) + "\n"
    path.write_bytes(text.encode() + voxels_zyx().tobytes())
    return path


@pytest.mark.hazard("G1")
def test_g1_a_metaimage_without_spacing_has_no_scale(tmp_path: Path) -> None:
    item = load_volume(mha(tmp_path, "ElementType = MET_SHORT"), isolate=False)
    assert not item.geometry.has_scale
    assert any("no voxel size" in notice for notice in item.notices)


def test_metaimage_byte_orders(tmp_path: Path) -> None:
    path = mha(tmp_path, "ElementByteOrderMSB = True", "ElementType = MET_SHORT")
    swapped = load_volume(path, isolate=False).voxels
    np.testing.assert_array_equal(swapped, voxels_zyx().byteswap())


# --- two places of a NIfTI ---------------------------------------------------------------------


@pytest.mark.hazard("G7")
def test_g7_each_of_two_places_can_be_chosen(tmp_path: Path) -> None:
    path = tmp_path / "a.nii"
    path.write_bytes(nifti_bytes(edit=packing(280, "<f", SPACING[0])))
    options = options_of(path)
    assert [option.label for option in options] == [
        "Place it by its sform (RPS)",
        "Place it by its qform (LPS)",
    ]
    items = [load_volume(path, isolate=False, **option.settings) for option in options]
    assert items[0].geometry.direction[0] == -1
    assert items[1].geometry.direction[0] == 1
    for item, form in zip(items, ("sform", "qform"), strict=True):
        assert any(f"the {form} was used, as chosen" in notice for notice in item.notices)


@pytest.mark.hazard("G6", "G7")
def test_g6_a_sheared_sform_leaves_the_qform_to_be_chosen(tmp_path: Path) -> None:
    path = tmp_path / "a.nii"
    path.write_bytes(nifti_bytes(edit=packing(284, "<f", 0.3)))
    (option,) = options_of(path)
    assert option.settings == {"orientation": "qform"}
    item = load_volume(path, orientation="qform", isolate=False)
    assert not item.geometry.differences(volume().geometry)


@pytest.mark.hazard("G7")
def test_g7_a_voxel_size_beside_another_in_the_sform(tmp_path: Path) -> None:
    def edit(head: bytearray) -> None:
        packing(252, "<2h", 0, 2)(head)
        packing(80, "<3f", 1, 1, 1)(head)

    path = tmp_path / "a.nii"
    path.write_bytes(nifti_bytes(edit=edit))
    assert "two voxel sizes, 1 / 1 / 1 mm and 0.7 / 0.8 / 2.5 mm" in refusal(path)
    item = load_volume(path, orientation="sform", isolate=False)
    assert not item.geometry.differences(volume().geometry)
    sized = load_volume(path, orientation="qform", isolate=False)
    assert sized.geometry.spacing_xyz_mm == (1, 1, 1)
    assert not sized.geometry.has_orientation


# --- NIfTI pairs -------------------------------------------------------------------------------


@pytest.mark.hazard("L9")
@pytest.mark.parametrize("kind", [nibabel.Nifti1Pair, nibabel.Nifti2Pair])
@pytest.mark.parametrize("packed", ["", ".gz"])
def test_a_pair_opens_by_either_half(tmp_path: Path, kind: type, packed: str) -> None:
    affine = np.diag([-1.0, -1.0, 1.0, 1.0]) @ volume().geometry.affine
    header, data = tmp_path / f"a.hdr{packed}", tmp_path / f"a.img{packed}"
    image = kind(voxels_zyx().T, affine)
    maps = kind.make_file_map({"header": str(header), "image": str(data)})
    image.to_file_map(maps)
    for path in (header, data):
        item = load_volume(path, isolate=False)
        np.testing.assert_array_equal(item.voxels, voxels_zyx())
        assert not item.geometry.differences(volume().geometry)
    data.rename(tmp_path / f"elsewhere.img{packed}")
    assert "without the other half" in refusal(header)
    (tmp_path / "in").mkdir()
    moved = header.rename(tmp_path / "in" / header.name)
    (tmp_path / "in" / data.name).symlink_to(tmp_path / f"elsewhere.img{packed}")
    assert "outside its own folder" in refusal(moved)


def test_analyze_is_refused_by_name(tmp_path: Path) -> None:
    for half in ("a.hdr", "a.img"):
        image = nibabel.AnalyzeImage(voxels_zyx().T, np.eye(4))
        nibabel.save(image, tmp_path / "a.img")
        assert "Analyze 7.5" in refusal(tmp_path / half)


# --- the question itself -------------------------------------------------------------------------


def test_a_question_survives_the_way_out_of_a_child() -> None:
    asked = NeedsChoice("a.nii", "is soft", (Option("Cut at half", {"threshold": True}),))
    again = pickle.loads(pickle.dumps(asked))
    assert str(again) == str(asked)
    assert again.options == asked.options
    assert isinstance(again, InputError)
    assert str(asked) == (
        'a.nii is soft; open it with "Cut at half" or switch on "threshold masks".'
    )


@pytest.mark.hazard("M3")
@pytest.mark.parametrize("isolate", [True, False])
def test_m3_soft_edges_are_offered_to_be_cut(tmp_path: Path, isolate: bool) -> None:
    soft = label_map().voxels.astype(np.float32) * np.float32(0.3)
    path = save_now(Volume(soft, volume().geometry, "m"), tmp_path / "m.nii")
    *_, offered = load(path, as_mask=True, isolate=isolate)
    assert isinstance(offered, Offered)
    assert [option.settings for option in offered.options] == [{"threshold": True}]
    assert load_label_map(path, threshold=True).voxels.max() == 1


@pytest.mark.hazard("M2")
@pytest.mark.parametrize(
    ("value", "words"), [(1.0000001192092896, "fractions"), (-1.0, "-1"), (float("nan"), "numbers")]
)
def test_m2_masks_of_almost_whole_numbers(tmp_path: Path, value: float, words: str) -> None:
    values = label_map().voxels.astype(np.float32)
    values[2, 2, 2] = value
    path = tmp_path / "m.nii"
    path.write_bytes(nifti_bytes(values))
    assert words in refusal(path, as_mask=True)


def test_numbers_that_would_lose_digits_are_refused(tmp_path: Path) -> None:
    values = np.zeros((2, 3, 4), np.int64)
    values[0, 0, 0] = 2**24
    path = tmp_path / "a.nii"
    path.write_bytes(nifti_bytes(values))
    assert load_volume(path, isolate=False).voxels[0, 0, 0] == 2**24
    values[0, 0, 0] += 1
    path.write_bytes(nifti_bytes(values))
    assert "without loss" in refusal(path)
    far = np.full((2, 3, 4), 1e300)
    path.write_bytes(nifti_bytes(far))
    assert "without loss" in refusal(path)
