"""Saving: read back before it has a name, and an old file outlives every accident."""

import errno
import os
import shutil
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import SimpleITK as sitk

from tests.faulty_disk import HARMLESS, FaultyDisk
from tests.unet_core.io_samples import label_map, turned, volume
from tests.unet_core.save_samples import (
    SCAN_SUFFIXES,
    SUFFIXES,
    content_of,
    dicom_scan,
    leftovers,
    mask_on,
)
from unet_core.errors import InputError
from unet_core.events import Notice, Progress, Saved
from unet_core.io import (
    WRITERS,
    atomic,
    load_label_map,
    load_now,
    load_volume,
    save,
    save_now,
    writers,
)
from unet_core.io.writers import Content, Format
from unet_core.volume import Geometry, Label, LabelMap, Volume

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Volume:
    return dicom_scan(tmp_path_factory.mktemp("scan"))


@pytest.fixture(scope="module")
def thin_scan(tmp_path_factory: pytest.TempPathFactory) -> Volume:
    """Of three slices, for tests that save very often."""
    return dicom_scan(tmp_path_factory.mktemp("thin"), slices=3)


def notices(events: Iterator[object]) -> list[str]:
    return [event.text for event in events if isinstance(event, Notice)]


@pytest.mark.hazard("X2")
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_comes_back_is_what_was_saved(tmp_path: Path, scan: Volume, suffix: str) -> None:
    mask, path = mask_on(scan), tmp_path / f"a{suffix}"
    events = list(save(mask, path, reference=scan))
    assert events[-1] == Saved(path)
    done = [event.done for event in events if isinstance(event, Progress)]
    assert done == sorted(done)
    assert done[-1] == 100
    again = load_now(path, as_mask=True, reference=scan)
    np.testing.assert_array_equal(again.voxels, mask.voxels)
    assert again.voxels.dtype == np.uint8
    assert leftovers(tmp_path) == []


@pytest.mark.hazard("X2")
@pytest.mark.parametrize("suffix", SCAN_SUFFIXES)
def test_scans_and_masks_keep_an_oblique_mirrored_grid(tmp_path: Path, suffix: str) -> None:
    direction = turned(15, mirrored=True)
    geometry = Geometry((24, 20, 12), (0.7, 0.8, 2.5), (1.5, -2, 3), direction)
    for item in (label_map(geometry=geometry), volume(geometry=geometry)):
        path = save_now(item, tmp_path / f"a{suffix}", overwrite=True)
        again = load_now(path, as_mask=isinstance(item, LabelMap), isolate=False)
        np.testing.assert_array_equal(again.voxels, item.voxels)
        assert not again.geometry.differences(geometry)


@pytest.mark.hazard("X2", "G8")
@pytest.mark.parametrize("suffix", [s for s in SUFFIXES if s != ".dcm"])
def test_without_orientation_or_scale(tmp_path: Path, suffix: str) -> None:
    geometry = Geometry((24, 20, 12), has_scale=False, has_orientation=False)
    path = tmp_path / f"a{suffix}"
    assert notices(save(label_map(geometry=geometry), path)) == []
    assert load_label_map(path, isolate=False).geometry == geometry


@pytest.mark.hazard("X2", "G1")
def test_a_voxel_size_that_is_unknown_and_would_be_taken_for_mm_is_told(tmp_path: Path) -> None:
    geometry = Geometry((24, 20, 12), has_scale=False)
    (said,) = notices(save(label_map(geometry=geometry), tmp_path / "a.nii.gz"))
    assert said.startswith("a.nii.gz cannot say that its voxel size is unknown")


@pytest.mark.hazard("X2")
@pytest.mark.parametrize("dtype", [np.uint8, np.int16, np.uint16, np.float32, ">i2"])
@pytest.mark.parametrize("suffix", SCAN_SUFFIXES)
def test_every_kind_of_number(tmp_path: Path, suffix: str, dtype: Any) -> None:
    values = (np.arange(5760).reshape(12, 20, 24) * 11.5 % 200 + 0.5).astype(dtype)
    path = save_now(Volume(values, volume().geometry, "v"), tmp_path / f"a{suffix}")
    np.testing.assert_array_equal(load_volume(path, isolate=False).voxels, values)


@pytest.mark.hazard("X2")
@pytest.mark.parametrize("suffix", SCAN_SUFFIXES)
def test_an_array_in_another_order_in_memory(tmp_path: Path, suffix: str) -> None:
    whole = volume()
    scattered = Volume(np.asfortranarray(whole.voxels)[:, ::-1], whole.geometry, "v")
    again = load_volume(save_now(scattered, tmp_path / f"a{suffix}"), isolate=False)
    np.testing.assert_array_equal(again.voxels, scattered.voxels)


@pytest.mark.hazard("X1")
@pytest.mark.parametrize("suffix", SCAN_SUFFIXES)
def test_saving_and_checking_make_no_second_copy(tmp_path: Path, suffix: str) -> None:
    values = np.arange(32 << 20, dtype=np.uint8).view(np.int16).reshape(64, 512, 512)
    item = Volume(values, Geometry((512, 512, 64)), "v")
    save_now(volume(), tmp_path / f"first{suffix}")  # libraries are loaded by now
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    try:
        save_now(item, tmp_path / f"a{suffix}")
        grew = tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()
    assert grew < item.voxels.nbytes / 2, f"{grew / 2**20:.1f} MB"


@pytest.mark.hazard("X2")
def test_pictures_are_axial_slices_from_the_feet(tmp_path: Path) -> None:
    """A sagittal array becomes axial pictures, as radiologists see them."""
    sagittal = (0, 0, -1, 1, 0, 0, 0, -1, 0)
    item = label_map(geometry=Geometry((24, 20, 12), direction=sagittal))
    path = save_now(item, tmp_path / "a.pngs")
    assert [file.name for file in sorted(path.iterdir())][:2] == ["001.png", "002.png"]
    again = load_label_map(path, isolate=False)
    np.testing.assert_array_equal(again.voxels, item.canonical)
    assert item.canonical.shape != item.voxels.shape


@pytest.mark.hazard("X2")
def test_pictures_of_a_scan_hold_its_grey_or_its_window(tmp_path: Path) -> None:
    scan = volume()
    said = notices(save(scan, tmp_path / "hu.pngs"))
    assert said[0].startswith("hu.pngs shows -160 to 240 HU as grey 0 to 255")
    assert "neither how large its voxels are nor where they lie" in said[1]
    windowed = load_volume(tmp_path / "hu.pngs", isolate=False)
    expected = np.rint(np.clip((scan.voxels + 160.0) * 255 / 400, 0, 255))
    np.testing.assert_array_equal(windowed.voxels, expected)
    for dtype, high in ((np.uint8, 255), (np.uint16, 60_000), (np.int16, 30_000)):
        grey = np.arange(5760).reshape(12, 20, 24) % high
        item = Volume(grey.astype(dtype), scan.geometry, "grey", intensity="grey")
        path = save_now(item, tmp_path / f"{item.voxels.dtype}.pngs")
        np.testing.assert_array_equal(load_volume(path, isolate=False).voxels, grey)
    fractions = Volume(np.full((2, 3, 4), 0.5, np.float32), Geometry((4, 3, 2)), "f", None, "grey")
    with pytest.raises(InputError, match=r"f\.pngs would lose values"):
        save_now(fractions, tmp_path / "f.pngs")


@pytest.mark.hazard("X3")
def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.pngs"
    path.mkdir()
    (path / "notes.txt").write_text("mine")
    with pytest.raises(InputError, match=r"a\.pngs exists already"):
        save_now(label_map(), path, overwrite=True)
    assert content_of(path) == {"notes.txt": b"mine"}
    assert leftovers(tmp_path) == []


# --- names of labels ---------------------------------------------------------------------------

NAMES = {1: Label(1, "left\\kidney: Ärger", "#010280"), 7: Label(7, "cyst", "#ff7f00")}


@pytest.mark.hazard("M7")
@pytest.mark.parametrize("suffix", [s for s in SUFFIXES if WRITERS[s].keeps_names])
def test_names_of_labels_come_back(tmp_path: Path, scan: Volume, suffix: str) -> None:
    mask = mask_on(scan, labels=NAMES)
    path = tmp_path / f"a{suffix}"
    assert notices(save(mask, path, reference=scan)) == []
    again = load_label_map(path, isolate=False, reference=scan)
    assert again.labels[1].name == NAMES[1].name
    assert again.labels[2].name == "tumour"  # it has no name there, but voxels
    if suffix != ".dcm":  # which names labels only where there are voxels
        assert again.labels[7] == NAMES[7]
        assert again.labels[1] == NAMES[1]


@pytest.mark.hazard("M7")
@pytest.mark.parametrize("suffix", [".seg.nrrd", ".nrrd"])
def test_as_many_named_labels_as_a_whole_body_has(tmp_path: Path, suffix: str) -> None:
    """Also 127 and 255, which mean grey levels where no names say otherwise."""
    values = np.zeros((12, 20, 24), np.uint8)
    values.flat[:256:2] = np.arange(128)
    values[5, 6, 7] = 255
    named = {v: Label(v, f"structure {v}", "#102030") for v in (*range(1, 128), 255)}
    item = LabelMap(values, label_map().geometry, "m", named)
    again = load_now(save_now(item, tmp_path / f"a{suffix}"), isolate=False)
    assert isinstance(again, LabelMap)
    np.testing.assert_array_equal(again.voxels, values)
    assert again.labels == named


@pytest.mark.hazard("M7")
def test_3d_slicer_finds_every_voxel_of_every_segment(tmp_path: Path) -> None:
    """It cuts the layer to the first segment's extent: each must span the image."""
    only_tumour = label_map().voxels // 2
    item = LabelMap(only_tumour, label_map().geometry, "m")
    path = save_now(item, tmp_path / "a.seg.nrrd")
    reader = sitk.ImageFileReader()
    reader.SetFileName(str(path))
    reader.ReadImageInformation()
    assert reader.GetMetaData("Segment0_Name") == "liver"
    for number, value in enumerate((1, 2)):
        assert reader.GetMetaData(f"Segment{number}_ID") == f"Segment_{value}"
        assert reader.GetMetaData(f"Segment{number}_LabelValue") == str(value)
        assert reader.GetMetaData(f"Segment{number}_Layer") == "0"
        assert reader.GetMetaData(f"Segment{number}_Extent") == "0 23 0 19 0 11"
        meaning = reader.GetMetaData(f"Segment{number}_Tags")
        assert meaning.startswith("TerminologyEntry:Segmentation category and type")
        assert meaning.count("~") == 6
        colour = [float(part) for part in reader.GetMetaData(f"Segment{number}_Color").split()]
        assert "#" + "".join(f"{round(c * 255):02x}" for c in colour) == item.labels[value].colour
    assert reader.GetMetaData("Segmentation_MasterRepresentation") == "Binary labelmap"
    assert reader.GetMetaData("Segmentation_ReferenceImageExtentOffset") == "0 0 0"


@pytest.mark.hazard("M7", "M8")
@pytest.mark.parametrize("suffix", [s for s in SUFFIXES if not WRITERS[s].keeps_names])
def test_names_that_get_lost_are_told_before_saving(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    events = save(label_map(labels=NAMES), path)
    first = next(events)
    assert isinstance(first, Notice)
    assert "but not their names" in first.text
    assert "7 cyst" in first.text
    assert ".seg.nrrd" in first.text
    assert not path.exists()
    events.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.hazard("M7", "X2")
@pytest.mark.parametrize("suffix", [s for s in SUFFIXES if not WRITERS[s].keeps_names])
def test_numbers_that_would_be_read_as_other_labels_are_refused(
    tmp_path: Path, suffix: str
) -> None:
    """127 and 255 alone are read as the grey of liver and tumour."""
    values = np.zeros((12, 20, 24), np.uint8)
    values[3, 4, 5] = 127
    item = LabelMap(values, label_map().geometry, "m")
    with pytest.raises(InputError, match="would not say what its labels mean") as refusal:
        save_now(item, tmp_path / f"a{suffix}")
    assert "seg.nrrd" in refusal.value.remedy
    assert list(tmp_path.iterdir()) == []


# --- accidents on the way ------------------------------------------------------------------------


@pytest.mark.hazard("X3")
@posix
@pytest.mark.parametrize("suffix", [".nii.gz", ".pngs"])
def test_the_folder_vanishes_while_it_is_written(tmp_path: Path, suffix: str) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    events = save(label_map(), folder / f"a{suffix}")
    while not leftovers(folder):
        next(events)
    shutil.rmtree(folder)
    with pytest.raises(InputError, match="was not saved") as refusal:
        list(events)
    assert str(tmp_path) not in str(refusal.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.hazard("X7")
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_save_that_is_cancelled_leaves_nothing(
    tmp_path: Path, thin_scan: Volume, suffix: str
) -> None:
    count = len(list(save(mask_on(thin_scan), tmp_path / f"whole{suffix}", reference=thin_scan)))
    for steps in range(1, count):
        folder = tmp_path / str(steps)
        folder.mkdir()
        events = save(mask_on(thin_scan), folder / f"a{suffix}", reference=thin_scan)
        for _ in range(steps):
            next(events)
        events.close()
        assert list(folder.iterdir()) == []


@pytest.mark.hazard("X1", "D1", "D2", "D3", "D4", "D5")
@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_every_step_on_the_disk_fails_once(
    tmp_path: Path, thin_scan: Volume, suffix: str, code: int
) -> None:
    """Each open, write, flush, rename...: the sentence is shown and the old file stays."""
    path, mask = tmp_path / "t" / f"a{suffix}", mask_on(thin_scan)
    path.parent.mkdir()
    may_replace = not WRITERS[suffix].is_folder
    if may_replace:
        old = LabelMap(mask.voxels[::-1].copy(), mask.geometry, "old")
        save_now(old, path, reference=thin_scan)
    before = content_of(path)
    failed: set[str] = set()
    for step in range(1, 1000):
        disk = FaultyDisk(path.parent, step, code)
        sentence = ""
        try:
            with disk.inserted():
                save_now(mask, path, overwrite=may_replace, reference=thin_scan)
        except InputError as error:
            sentence = str(error)
        if not disk.failed:
            break
        failed.add(disk.failed)
        assert leftovers(path.parent) == [] or disk.failed in HARMLESS
        after = content_of(path)
        if sentence:
            assert sentence.startswith(f"a{suffix} was not saved"), sentence
            assert str(tmp_path) not in sentence
        else:
            assert disk.failed in HARMLESS
        if after != before:  # it took its name, and then the folder was not flushed
            assert load_label_map(path, isolate=False, reference=thin_scan).voxels.any()
            shutil.rmtree(path.parent)
            path.parent.mkdir()
            if may_replace:
                save_now(old, path, reference=thin_scan)
                before = content_of(path)
    assert {"open", "write", "fsync"} <= failed
    assert failed & {"replace", "rename"}


@pytest.mark.hazard("X1")
def test_a_writer_that_lies_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As one library does on a full disk, bytes vanish without an error."""

    def cut(path: Path, content: Content) -> Iterator[float]:
        yield from writers._write_nii(path, content)
        os.truncate(path, 3000)

    def swapped(path: Path, content: Content) -> Iterator[float]:
        other = Volume(volume().voxels[::-1], content.item.geometry, "other")
        yield from writers._write_nii(path, Content(other, frozenset(), {}))

    def moved(path: Path, content: Content) -> Iterator[float]:
        geometry = Geometry(content.item.geometry.size_xyz, (0.7, 0.8, 2.5), (1.0, 2.0, 3.0))
        other = Volume(volume().voxels, geometry, "other")
        yield from writers._write_nii(path, Content(other, frozenset(), {}))

    differs = "what was read back differs"
    for spoil, words in ((cut, "cut short"), (swapped, differs), (moved, differs)):
        monkeypatch.setitem(WRITERS, ".nii", Format("NIfTI", spoil))
        with pytest.raises(InputError, match=f"was not saved: .*{words}"):
            save_now(volume(), tmp_path / "a.nii")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.hazard("X3")
def test_somebody_else_was_quicker(tmp_path: Path) -> None:
    for suffix in (".nii", ".pngs"):
        path = tmp_path / f"a{suffix}"
        place = atomic.writing(path, overwrite=False, is_folder=suffix == ".pngs")
        place.__enter__()
        theirs = path if suffix == ".nii" else path / "001.png"
        theirs.parent.mkdir(exist_ok=True)
        theirs.write_bytes(b"theirs")
        with pytest.raises(InputError, match=r"exists already|a folder has that name"):
            place.__exit__(None, None, None)
        assert theirs.read_bytes() == b"theirs"
    assert leftovers(tmp_path) == []
