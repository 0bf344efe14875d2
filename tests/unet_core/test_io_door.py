"""The door itself: what a file is, that it stays the same, and that nothing else is read."""

import gzip
import itertools
import os
import struct
import subprocess
import sys
import tracemalloc
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.unet_core.io_samples import (
    nifti_bytes,
    packing,
    refusal,
    volume,
    voxels_zyx,
    write_series,
)
from unet_core.errors import InputError
from unet_core.events import Progress
from unet_core.io import kind_of, load, load_now, save_now
from unet_core.io.stamps import Stamps

ENDINGS = (".nii", ".nii.gz", ".nrrd", ".mha", ".dcm", ".png", ".tif", ".jpg")
PAGE = b"<html><body>not found</body></html>" + b" " * 400


def contents(folder: Path) -> dict[str, bytes]:
    """A sound file of each kind."""
    found = {
        suffix: save_now(volume(), folder / f"whole{suffix}").read_bytes()
        for suffix in (".nii", ".nii.gz", ".nrrd", ".mha")
    }
    found[".dcm"] = write_series(folder / "series", voxels_zyx((1, 20, 24)))[0].read_bytes()
    for suffix in (".png", ".tif", ".jpg"):
        Image.fromarray(np.zeros((20, 24), np.uint8)).save(folder / f"whole{suffix}")
        found[suffix] = (folder / f"whole{suffix}").read_bytes()
    return found


@pytest.mark.hazard("L19")
def test_l19_every_kind_under_every_ending_is_known_by_its_bytes(tmp_path: Path) -> None:
    kinds = {".gz": "NIfTI", ".nii": "NIfTI", ".nrrd": "NRRD", ".mha": "MetaImage"}
    kinds |= {".dcm": "DICOM", ".png": "PNG", ".tif": "TIFF", ".jpg": "JPEG"}
    whole = contents(tmp_path)
    (tmp_path / "alone").mkdir()
    for (true, data), ending in itertools.product(whole.items(), ENDINGS):
        path = tmp_path / "alone" / f"a{ending}"
        path.write_bytes(data)
        assert kind_of(path) == kinds[Path(f"a{true}").suffix]
        assert load_now(path, isolate=False).voxels.shape[1:] == (20, 24)
        path.unlink()


@pytest.mark.hazard("L19", "L23")
@pytest.mark.parametrize("ending", ENDINGS)
def test_l19_what_is_no_scan_is_called_what_it_is(tmp_path: Path, ending: str) -> None:
    strangers = {
        "PDF": b"%PDF-1.7\n" + bytes(400),
        "web page": PAGE,
        "GIF": b"GIF89a" + bytes(400),
        "program": b"\x7fELF" + bytes(400),
        "RAR": b"Rar!\x1a\x07" + bytes(400),
        "NumPy": b"\x93NUMPY" + bytes(400),
        "no known format": b"hello " * 90,
        "gzip": gzip.compress(b"hello " * 90),
    }
    for words, data in strangers.items():
        path = tmp_path / f"a{ending}"
        path.write_bytes(data)
        assert words in refusal(path)


@pytest.mark.hazard("L20")
@pytest.mark.parametrize("isolate", [True, False])
@pytest.mark.parametrize("change", ["rewritten", "replaced", "longer", "gone"])
def test_l20_a_file_that_does_not_stay_the_same(tmp_path: Path, change: str, isolate: bool) -> None:
    values = np.zeros((200, 256, 256), np.int16)
    path = tmp_path / "a.nii"
    path.write_bytes(nifti_bytes(values))
    other = tmp_path / "b.nii"
    other.write_bytes(nifti_bytes(values + 1))
    events = load(path, isolate=isolate)
    first = next(events)
    assert isinstance(first, Progress)
    if change == "rewritten":
        with path.open("r+b") as file:
            file.seek(5000)
            file.write(b"\7" * 100)
        os.utime(path, ns=(1, 1))
    elif change == "replaced":
        other.replace(path)
    elif change == "longer":
        with path.open("ab") as file:
            file.write(b"\0")
    else:
        path.unlink()
    words = "vanished|changed|bytes more|cut short|does not exist"
    with pytest.raises(InputError, match=words):
        list(events)


@pytest.mark.hazard("L20")
def test_l20_stamps_see_the_same_length_and_another_time(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"1")
    stamps = Stamps.of((path,))
    stamps.check()
    os.utime(path, ns=(5, 5))
    with pytest.raises(InputError, match="a changed while it was read; open it again"):
        stamps.check()


@pytest.mark.hazard("L4")
@pytest.mark.parametrize("suffix", [".nii.gz", ".nrrd", ".mha"])
def test_l4_checksum_and_trailer_of_every_packed_format(tmp_path: Path, suffix: str) -> None:
    path = save_now(volume(), tmp_path / f"a{suffix}")
    whole = path.read_bytes()
    length = 8 if suffix != ".mha" else 4  # CRC and size, or Adler-32
    for damaged in (
        whole[:-length],
        whole[:-1],
        whole[:-length] + bytes([whole[-length] ^ 1]) + whole[len(whole) - length + 1 :],
        whole + b"junk",
        whole + b"\0",
    ):
        path.write_bytes(damaged)
        refusal(path)
    path.write_bytes(whole)
    np.testing.assert_array_equal(load_now(path, isolate=False).voxels, voxels_zyx())


BOMBS = {
    "sizes.nii": nifti_bytes(edit=packing(40, "<4h", 3, 1500, 1500, 1500)),
    "sizes.nii.gz": gzip.compress(nifti_bytes(edit=packing(40, "<4h", 3, 1500, 1500, 1500))),
    "frames.nii.gz": gzip.compress(nifti_bytes(edit=packing(40, "<5h", 4, 24, 20, 12, 32767))),
    "huge.nii.gz": gzip.compress(nifti_bytes(edit=packing(40, "<4h", 3, 32767, 32767, 32767))),
    "zeros.nii.gz": gzip.compress(nifti_bytes() + bytes(80 << 20), 1),
    "sizes.nrrd": b"NRRD0004\ntype: short\ndimension: 3\nsizes: 1500 1500 1500\n"
    b"encoding: gzip\n\n" + gzip.compress(bytes(9999)),
    "sizes.mha": b"NDims = 3\nDimSize = 1500 1500 1500\nElementSpacing = 1 1 1\n"
    b"CompressedData = True\nElementType = MET_SHORT\nElementDataFile = LOCAL\n"
    + zlib.compress(bytes(9999)),
}


@pytest.mark.hazard("L5", "L6", "L11")
@pytest.mark.parametrize("name", sorted(BOMBS))
def test_l5_l11_no_lie_about_size_takes_memory(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(BOMBS[name])
    tracemalloc.start()
    try:
        refusal(path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 16 << 20


@pytest.mark.hazard("L22")
@pytest.mark.parametrize(
    "name",
    [
        "a b.nii",
        "größe.nii",
        "😀.nii",
        "-rf.nii",
        "%s%n.nii",
        "x\ny.nii",
        "\u202egnp.nii",
        "'; drop.nii",
        "\x1b[31m.nii",
        "n" * 250 + ".nii",
    ],
)
def test_l22_hostile_names_are_shown_escaped_in_refusals_too(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(nifti_bytes()[:-2])
    sentence = refusal(path)
    assert sentence.isprintable()
    assert "cut short" in sentence
    path.write_bytes(nifti_bytes())
    assert load_now(path, isolate=False).name.isprintable()


@pytest.mark.hazard("L22")
def test_l22_a_name_no_disk_can_hold_is_a_sentence(tmp_path: Path) -> None:
    assert "cannot be opened" in refusal(tmp_path / ("n" * 300 + ".nii"))
    assert "cannot be opened" in refusal(tmp_path / "a\0b.nii")


_CANARY = """
import sys
from pathlib import Path
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
from unet_core.errors import InputError
from unet_core.io import load_now
for path in map(Path, sys.argv[2:]):
    try:
        load_now(path, isolate=False)
    except InputError:
        continue
    sys.exit(f"{path.name} loaded")
sys.exit(f"read: {opened}" if any("canary" in path for path in opened) else 0)
"""


@pytest.mark.hazard("L9")
def test_l9_no_form_of_path_leads_to_a_file_elsewhere(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    canary = tmp_path / "canary.raw"
    canary.write_bytes(voxels_zyx().tobytes())
    (inside / "canary-link.raw").symlink_to(canary)
    forms = (
        "../canary.raw",
        str(canary),
        f"file://{canary}",
        "..\\canary.raw",
        f"\\\\localhost{canary}",
        "./../canary.raw",
        "canary-link.raw",
        "in/../../canary.raw",
    )
    paths = []
    for number, form in enumerate(forms):
        meta = inside / f"{number}.mhd"
        meta.write_text(
            "NDims = 3\nDimSize = 24 20 12\nElementSpacing = 1 1 1\nElementType = MET_SHORT\n"
            f"ElementDataFile = {form}\n"
        )
        nrrd = inside / f"{number}.nhdr"
        nrrd.write_text(
            "NRRD0004\ntype: short\ndimension: 3\nsizes: 24 20 12\nencoding: raw\n"
            f"endian: little\ndata file: {form}\n"
        )
        paths += [str(meta), str(nrrd)]
    command = [sys.executable, "-c", _CANARY, "canary", *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.hazard("L10")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no FIFO files")
def test_l10_a_pipe_or_folder_as_data_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.raw")
    (tmp_path / "folder.raw").mkdir()
    head = "NDims = 3\nDimSize = 24 20 12\nElementSpacing = 1 1 1\nElementType = MET_SHORT\n"
    for name in ("pipe.raw", "folder.raw"):
        (tmp_path / "a.mhd").write_text(f"{head}ElementDataFile = {name}\n")
        sentence = refusal(tmp_path / "a.mhd")
        assert "pipe or device" in sentence or "is a folder" in sentence


@pytest.mark.hazard("L7", "L12")
@pytest.mark.parametrize("dimensions", ["-1", "0", "1", "100", "99999999999", "", "3.0", "nan"])
def test_l7_dimensions_that_crash_others(tmp_path: Path, dimensions: str) -> None:
    for text in (
        f"ObjectType = Image\nNDims = {dimensions}\nDimSize = 1 1 1\nElementDataFile = LOCAL\n",
        f"NRRD0004\ntype: short\ndimension: {dimensions}\nsizes: 1 1 1\nencoding: raw\n\n",
    ):
        (tmp_path / "a").write_bytes(text.encode() + struct.pack("<h", 1))
        refusal(tmp_path / "a")
