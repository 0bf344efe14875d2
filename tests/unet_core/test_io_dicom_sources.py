"""Where slices come from: nested folders, archives, a DICOMDIR, a hundred thousand files."""

import os
import stat
import tempfile
import zipfile
from pathlib import Path

import numpy as np
import pytest
from pydicom.dataset import FileDataset

from tests.unet_core import seg_samples as samples
from tests.unet_core.dicom_samples import dicomdir, setting
from tests.unet_core.io_samples import SPACING, refusal, voxels_zyx, write_series
from unet_core import isolation
from unet_core.events import Progress, SeriesFound
from unet_core.io import folders, load, load_volume


def zipped(path: Path, files: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


@pytest.fixture
def slices(tmp_path: Path) -> dict[str, bytes]:
    """A series as archive members."""
    paths = write_series(tmp_path / "slices")
    return {f"DICOM/ST1/{path.stem}": path.read_bytes() for path in paths}


@pytest.fixture
def private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The temporary folder, to see that nothing stays in it."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_a_nested_tree_of_files_without_endings(tmp_path: Path) -> None:
    for k, path in enumerate(write_series(tmp_path / "a")):
        target = tmp_path / "tree" / "PAT" / f"S{k % 3}" / "deep" / f"IM{k}"
        target.parent.mkdir(parents=True, exist_ok=True)
        path.rename(target)
    item = load_volume(tmp_path / "tree", isolate=False)
    np.testing.assert_array_equal(item.voxels, voxels_zyx())


def test_the_table_names_patient_study_and_spacing(tmp_path: Path) -> None:
    write_series(tmp_path / "a", change=setting(StudyDescription="Liver", StudyDate="20200102"))
    write_series(tmp_path / "a", voxels_zyx((4, 20, 24)), seed="b", prefix="b")
    *_, found = load(tmp_path / "a", isolate=False)
    assert isinstance(found, SeriesFound)
    first = next(series for series in found.series if series.slices == 12)
    assert first.patient == "Planted Name, PLANTED-ID-4711"
    assert first.study == "Liver, 20200102"
    assert first.spacing == "0.7 x 0.8 x 2.5 mm"
    assert first.modality == "CT"
    assert first.warnings == ()


def test_the_table_counts_the_labels_of_masks(tmp_path: Path) -> None:
    grid = samples.geometry()
    samples.scan(grid, tmp_path / "a")
    pixels = samples.box((20, 24), slice(2, 4), slice(2, 4))
    parts = [samples.segment(n, name) for n, name in enumerate(("liver", "cyst", "spleen"), 1)]
    drawn = samples.seg(parts, [(1, 3, pixels)], grid)
    drawn.SeriesDescription = "by hand"
    samples.saved(drawn, tmp_path / "a" / "seg.dcm", samples.SEG_CLASS)
    contour = samples.ring(grid, samples.square(2, 2, 5, 5), 3)
    regions = samples.rtstruct([("liver", [contour]), ("gtv", [contour])])
    samples.saved(regions, tmp_path / "a" / "rt.dcm", samples.RTSTRUCT_CLASS)
    (tmp_path / "b").mkdir()
    for name in ("seg.dcm", "rt.dcm"):
        (tmp_path / "a" / name).rename(tmp_path / "b" / name)
    *_, found = load(tmp_path / "b", isolate=False)
    assert isinstance(found, SeriesFound)
    assert {row.modality: row.slices for row in found.series} == {"SEG": 3, "RTSTRUCT": 2}


# --- archives ----------------------------------------------------------------------------------


def test_an_archive_opens_and_leaves_nothing(
    tmp_path: Path, slices: dict[str, bytes], private: Path
) -> None:
    archive = zipped(tmp_path / "scan.zip", {**slices, "readme.txt": b"hello", "Thumbs.db": b""})
    item = load_volume(archive, isolate=False)
    np.testing.assert_array_equal(item.voxels, voxels_zyx())
    assert item.geometry.spacing_xyz_mm == SPACING
    assert any("Skipped 2 files" in notice for notice in item.notices)
    assert item.source is not None
    assert item.source.files == ()
    assert len(item.source.instance_uids) == 12
    assert not any(private.iterdir())
    assert load_volume(archive).voxels.shape == (12, 20, 24)


@pytest.mark.hazard("L9", "L11", "L18")
@pytest.mark.parametrize(
    "name", ["../evil", "/etc/evil", "a/../../evil", "..\\evil", "C:\\evil", "a/..\\..\\evil"]
)
def test_members_that_lead_out_are_skipped(
    tmp_path: Path, slices: dict[str, bytes], private: Path, name: str
) -> None:
    before = sorted(tmp_path.rglob("*"))
    hostile = next(iter(slices.values()))
    archive = zipped(tmp_path / "scan.zip", {**slices, name: hostile})
    item = load_volume(archive, isolate=False)
    assert item.voxels.shape == (12, 20, 24)
    assert any("leads out of the archive" in notice for notice in item.notices)
    assert sorted(tmp_path.rglob("*")) == sorted([*before, archive])


@pytest.mark.hazard("L9")
def test_links_in_an_archive_are_skipped(
    tmp_path: Path, slices: dict[str, bytes], private: Path
) -> None:
    archive = zipped(tmp_path / "scan.zip", slices)
    with zipfile.ZipFile(archive, "a") as opened:
        link = zipfile.ZipInfo("link.dcm")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        opened.writestr(link, "/etc/passwd")
    item = load_volume(archive, isolate=False)
    assert any("a link or device" in notice for notice in item.notices)


@pytest.mark.hazard("L11")
def test_bombs_are_refused_before_they_unpack(tmp_path: Path, private: Path) -> None:
    archive = zipped(tmp_path / "bomb.zip", {"000.dcm": bytes(128) + b"DICM" + bytes(100 << 20)})
    assert archive.stat().st_size < 200_000
    assert "would need 0.1 GB" in refusal(archive)
    assert not any(private.iterdir())


@pytest.mark.hazard("L11")
def test_a_member_larger_than_it_says_is_refused(
    tmp_path: Path, slices: dict[str, bytes], private: Path
) -> None:
    archive = zipped(tmp_path / "scan.zip", slices)
    data = bytearray(archive.read_bytes())
    at = data.index(b"PK\x01\x02")  # the first entry of the directory
    size = int.from_bytes(data[at + 24 : at + 28], "little")
    data[at + 24 : at + 28] = (size - 500).to_bytes(4, "little")
    archive.write_bytes(data)
    assert "000000_000" in refusal(archive)


@pytest.mark.hazard("L1", "G11")
def test_a_damaged_member_is_never_dropped(
    tmp_path: Path, slices: dict[str, bytes], private: Path
) -> None:
    archive = zipped(tmp_path / "scan.zip", slices, method=zipfile.ZIP_STORED)
    data = bytearray(archive.read_bytes())
    data[data.index(slices["DICOM/ST1/005"]) + 1500] ^= 4
    archive.write_bytes(data)
    assert "checksum fails" in refusal(archive)


@pytest.mark.hazard("L19")
def test_an_archive_of_something_else(tmp_path: Path, private: Path) -> None:
    archive = zipped(tmp_path / "report.zip", {"word/document.xml": b"<xml/>"})
    assert "is a ZIP archive without a DICOM scan in it" in refusal(archive)
    archive.write_bytes(archive.read_bytes()[:60])
    assert "is a damaged ZIP archive" in refusal(archive)


def test_a_killed_reader_leaves_no_patient_behind(
    tmp_path: Path, private: Path, slices: dict[str, bytes]
) -> None:
    left = private / "slicewise-999999999-abc"
    left.mkdir()
    (left / "000.dcm").write_bytes(next(iter(slices.values())))
    isolation.sweep()
    assert not left.exists()


# --- a DICOMDIR --------------------------------------------------------------------------------


def test_a_dicomdir_opens_what_it_lists(tmp_path: Path) -> None:
    write_series(tmp_path / "IMAGES")
    write_series(tmp_path / "OTHER", seed="b")
    path = dicomdir(tmp_path, [["IMAGES", f"{k:03d}.DCM"] for k in range(12)])
    item = load_volume(path, isolate=False)
    np.testing.assert_array_equal(item.voxels, voxels_zyx())


@pytest.mark.hazard("L18")
@pytest.mark.parametrize(
    "parts",
    [
        ["..", "secret.dcm"],
        ["IMAGES", "..", "..", "secret.dcm"],
        ["/etc", "passwd"],
        ["C:", "secret.dcm"],
        ["IMAGES/../../secret.dcm"],
        ["."],
    ],
)
def test_records_that_lead_out_are_skipped_and_counted(tmp_path: Path, parts: list[str]) -> None:
    disc = tmp_path / "disc"
    write_series(disc / "IMAGES")
    secret = write_series(tmp_path / "other", voxels_zyx((1, 20, 24)), seed="secret")
    secret[0].rename(tmp_path / "secret.dcm")
    listed = [["IMAGES", f"{k:03d}.dcm"] for k in range(12)]
    item = load_volume(dicomdir(disc, [*listed, parts]), isolate=False)
    assert item.voxels.shape == (12, 20, 24)
    assert any("Skipped 1 file" in n and "leads out of its folder" in n for n in item.notices)


@pytest.mark.hazard("L18")
def test_a_link_out_of_the_disc_is_skipped(tmp_path: Path) -> None:
    disc = tmp_path / "disc"
    paths = write_series(disc / "IMAGES")
    secret = write_series(tmp_path / "other", voxels_zyx((1, 20, 24)), seed="secret")
    (disc / "IMAGES" / "LINK").symlink_to(secret[0])
    listed = [["IMAGES", path.name] for path in paths]
    item = load_volume(dicomdir(disc, [*listed, ["IMAGES", "LINK"]]), isolate=False)
    assert any("leads out of its folder" in notice for notice in item.notices)


@pytest.mark.hazard("G11")
def test_a_listed_file_that_is_not_there_is_missed(tmp_path: Path) -> None:
    paths = write_series(tmp_path / "IMAGES")
    listed = [["IMAGES", path.name] for path in paths]
    paths[11].unlink()
    assert "011.dcm is listed and not there" in refusal(dicomdir(tmp_path, listed, _uid(paths[0])))


def _uid(path: Path) -> str:
    import pydicom

    return str(pydicom.dcmread(path, stop_before_pixels=True).SeriesInstanceUID)  # noqa: TID251


# --- many files --------------------------------------------------------------------------------


@pytest.mark.hazard("L21")
def test_many_files_are_looked_through_with_progress(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every report names counts; the reader can be stopped at each of them."""
    write_series(tmp_path / "a")
    for number in range(300):
        (tmp_path / "a" / f"junk{number}.tmp").touch()
    monkeypatch.setattr("unet_core.io.dicom_scan.REPORT_EVERY_S", 0.0)
    monkeypatch.setattr("unet_core.io.folders.REPORT_EVERY_S", 0.0)
    events = list(load(tmp_path / "a", isolate=False))
    texts = [event.text for event in events if isinstance(event, Progress)]
    assert any(text.startswith("Listing a: ") for text in texts)
    looking = [text for text in texts if text.startswith("Looking through a: ")]
    assert len(looking) == 312
    assert looking[-1].endswith("312 of 312 files, 12 DICOM")
    said = events[-1].item.notices
    assert any(n.startswith("Skipped 300 files") and len(n) < 400 for n in said)
    reading = load(tmp_path / "a", isolate=False)
    next(reading)
    reading.close()


@pytest.mark.hazard("L21")
def test_the_limit_of_files_leaves_room_for_a_hundred_thousand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert folders.MOST_FILES > 100_000 + 5000
    write_series(tmp_path / "a")
    monkeypatch.setattr(folders, "MOST_FILES", 11)
    assert "holds more than 11 files" in refusal(tmp_path / "a")


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_series(tmp_path / "a")

    def denied(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", denied)
    assert "a cannot be read (Permission denied)" in refusal(tmp_path / "a")


def test_junk_without_dicom_beside_numbered_slices(tmp_path: Path) -> None:
    """An empty file named like the slices may be one of them; one named otherwise is junk."""
    paths = write_series(tmp_path / "a")
    for path in paths:
        path.rename(path.with_suffix(""))
    (tmp_path / "a" / "desktop.ini").touch()
    assert load_volume(tmp_path / "a", isolate=False).voxels.shape == (12, 20, 24)
    (tmp_path / "a" / "012").touch()
    assert "012 is empty (0 bytes)" in refusal(tmp_path / "a")


@pytest.mark.hazard("G19")
def test_screen_captures_are_left_aside(tmp_path: Path) -> None:
    write_series(tmp_path / "a")

    def capture(dataset: FileDataset, k: int) -> FileDataset:
        dataset.SOPClassUID = dataset.file_meta.MediaStorageSOPClassUID = (
            "1.2.840.10008.5.1.4.1.1.7"
        )
        del dataset.ImagePositionPatient
        return dataset

    write_series(tmp_path / "a", voxels_zyx((2, 20, 24)), capture, seed="c", prefix="c")
    item = load_volume(tmp_path / "a", isolate=False)
    assert any("2 screen capture" in notice for notice in item.notices)
