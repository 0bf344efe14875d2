"""Locks and how far the work is survive in .seg.nrrd, as 3D Slicer writes and reads them."""

import gzip
from pathlib import Path

import numpy as np
import pytest

from unet_core.events import Notice
from unet_core.io import load_label_map, save, save_now
from unet_core.io.segments import mark_of
from unet_core.volume import STATUSES, Geometry, LabelMap, Mark, label_for

GEOMETRY = Geometry((4, 3, 2))


def marked() -> LabelMap:
    voxels = np.arange(24, dtype=np.uint8).reshape(2, 3, 4) % 5
    labels = {value: label_for(value) for value in range(1, 5)}
    marks = {value: Mark(status, value % 2 == 0) for value, status in enumerate(STATUSES, 1)}
    return LabelMap(voxels, GEOMETRY, "mask", labels, marks=marks)


@pytest.mark.parametrize("ending", [".seg.nrrd", ".nrrd"])
def test_marks_come_back(tmp_path: Path, ending: str) -> None:
    mask = marked()
    again = load_label_map(save_now(mask, tmp_path / f"mask{ending}"), isolate=False)
    assert dict(again.marks) == {v: m for v, m in mask.marks.items() if m != Mark()}
    assert set(again.marks) == {2, 3, 4}


def test_the_status_is_written_as_3d_slicer_names_it(tmp_path: Path) -> None:
    path = save_now(marked(), tmp_path / "mask.seg.nrrd")
    head = path.read_bytes().split(b"\n\n")[0].decode()
    tags = [line for line in head.splitlines() if "_Tags:=" in line]
    assert "Segmentation.Status" not in tags[0], "as in 3D Slicer, nothing is said of not started"
    assert "Segmentation.Status:inprogress|" in tags[1]
    assert "Segmentation.Status:completed|" in tags[2]
    assert "Segmentation.Status:flagged|" in tags[3]
    assert [("Slicewise.Locked:1|" in line) for line in tags] == [False, True, False, True]
    assert all("TerminologyEntry:Segmentation category" in line for line in tags)


def test_a_file_of_3d_slicer_is_understood(tmp_path: Path) -> None:
    head = (
        "NRRD0004\ntype: unsigned char\ndimension: 3\nspace: left-posterior-superior\n"
        "sizes: 2 2 2\nspace directions: (1,0,0) (0,1,0) (0,0,1)\n"
        "kinds: domain domain domain\nencoding: gzip\nspace origin: (0,0,0)\n"
        "Segment0_ID:=Segment_1\nSegment0_LabelValue:=1\nSegment0_Layer:=0\n"
        "Segment0_Name:=Mass\nSegment0_Tags:=Segmentation.Status:flagged|"
        "TerminologyEntry:Segmentation category and type - 3D Slicer General Anatomy list~"
        "SCT^49755003^Morphologically Altered Structure~SCT^4147007^Mass~^^~Anatomic codes - DICOM "
        "master list~^^~^^|\n\n"
    )
    path = tmp_path / "slicer.seg.nrrd"
    path.write_bytes(head.encode() + gzip.compress(bytes([0, 1] * 4)))
    assert load_label_map(path, isolate=False).marks == {1: Mark("flagged")}


@pytest.mark.parametrize(
    "tags", ["", "|||", "Segmentation.Status", "Segmentation.Status:unknown|", ":|:", "a:b:c|"]
)
def test_damaged_tags_mean_nothing(tags: str) -> None:
    assert mark_of(tags) == Mark()


def test_other_formats_say_that_they_keep_neither(tmp_path: Path) -> None:
    said = [e.text for e in save(marked(), tmp_path / "mask.nii.gz") if isinstance(e, Notice)]
    assert any("neither status nor locks" in text for text in said)
    plain = LabelMap(marked().voxels, GEOMETRY, "mask")
    quiet = [e.text for e in save(plain, tmp_path / "plain.nii.gz") if isinstance(e, Notice)]
    assert not any("status" in text for text in quiet)


def test_marks_go_with_their_values_only(tmp_path: Path) -> None:
    path = save_now(marked(), tmp_path / "mask.seg.nrrd")
    read = load_label_map(path, isolate=False, value_map={0: 0, 1: 2, 2: 1, 3: 3, 4: 4})
    assert read.marks == {}
