"""What cannot be saved is refused before any work, and nothing is overwritten unasked."""

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unet_core.io_samples import label_map
from tests.unet_core.save_samples import (
    FILE_SUFFIXES,
    SUFFIXES,
    dicom_scan,
    mask_on,
)
from unet_core.errors import InputError
from unet_core.events import Progress
from unet_core.io import (
    MASK_ENDINGS,
    SCAN_ENDINGS,
    WRITERS,
    load_label_map,
    save,
    save_now,
    writers,
)
from unet_core.volume import Volume

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Volume:
    return dicom_scan(tmp_path_factory.mktemp("scan"))


@pytest.mark.hazard("X3")
@pytest.mark.parametrize("suffix", FILE_SUFFIXES)
def test_an_existing_file_is_never_overwritten_unasked(
    tmp_path: Path, scan: Volume, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(writers, "pieces", None)  # no work begins
        with pytest.raises(InputError, match="exists already"):
            save_now(mask_on(scan), path, reference=scan)
    assert path.read_bytes() == b"old"
    save_now(mask_on(scan), path, overwrite=True, reference=scan)
    assert load_label_map(path, isolate=False, reference=scan).voxels.any()


@pytest.mark.hazard("X3")
def test_a_name_that_only_case_tells_from_another(tmp_path: Path) -> None:
    """On Windows and macOS both would be one file."""
    for old, new in (("Scan.nii.gz", "scan.nii.gz"), ("Ma\u0308.mha", "m\u00e4.mha")):
        (tmp_path / old).write_bytes(b"old")
        for overwrite in (False, True):
            with pytest.raises(InputError, match="in upper and lower case alone"):
                save_now(label_map(), tmp_path / new, overwrite=overwrite)
        assert (tmp_path / old).read_bytes() == b"old"
        assert not (tmp_path / new).exists()


@pytest.mark.hazard("X3")
def test_a_disk_that_does_not_tell_case_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There the name asked for is the file that is listed under another case."""
    path = tmp_path / "scan.nii"
    save_now(label_map(), path)
    listed = os.scandir

    class Upper:
        def __init__(self, entry: os.DirEntry[str]) -> None:
            self.name = entry.name.upper()

    @contextlib.contextmanager
    def scandir(folder: Path) -> Iterator[list[Upper]]:
        with listed(folder) as entries:
            yield [Upper(entry) for entry in entries]

    monkeypatch.setattr("unet_core.io.saving.os.scandir", scandir)
    monkeypatch.setattr(Path, "samefile", lambda *_: True)
    with pytest.raises(InputError, match="exists already"):
        save_now(label_map(), path)
    save_now(label_map(), path, overwrite=True)


@pytest.mark.hazard("X3", "L22")
def test_targets_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    cases = {
        "absent/a.nii.gz": "its folder does not exist",
        "file/a.nii.gz": "its folder is a file",
        "a.xyz": "no ending that can be saved",
        ".nii.gz": "no ending that can be saved",
        f"{'x' * 260}.nii.gz": "its name is too long",
        f"{'ä' * 130}.nii.gz": "its name is too long",
        "a.dcm": "no DICOM scan is open that it was drawn on",
    }
    for name, words in cases.items():
        with pytest.raises(InputError, match=words) as caught:
            save_now(label_map(), tmp_path / name)
        assert str(tmp_path) not in str(caught.value)
    (tmp_path / "b.nii").mkdir()
    with pytest.raises(InputError, match="a folder has that name"):
        save_now(label_map(), tmp_path / "b.nii", overwrite=True)
    assert {path.name for path in tmp_path.iterdir()} == {"b.nii", "file"}


@pytest.mark.hazard("L22")
@posix
@pytest.mark.parametrize(
    "stem", ["y" * 248, "two words", "Größe", "\N{GRINNING FACE}", "a\nb", "-rf", "a\u202egnp"]
)
def test_odd_names_are_saved_and_shown_harmless(tmp_path: Path, stem: str) -> None:
    path = tmp_path / f"{stem}.nii.gz"
    events = list(save(label_map(), path))
    shown = next(event.text for event in events if isinstance(event, Progress))
    assert shown.isprintable()
    assert load_label_map(path, isolate=False).voxels.any()


@pytest.mark.hazard("X3")
@pytest.mark.parametrize("suffix", [s for s in SUFFIXES if not WRITERS[s].for_scans])
def test_a_scan_is_not_saved_as_a_mask(tmp_path: Path, scan: Volume, suffix: str) -> None:
    assert suffix in MASK_ENDINGS
    assert suffix not in SCAN_ENDINGS
    with pytest.raises(InputError, match="has an ending for masks, and this is a scan"):
        save_now(scan, tmp_path / f"a{suffix}", reference=scan)


@pytest.mark.hazard("X3")
def test_a_file_marked_read_only_is_left_alone(tmp_path: Path) -> None:
    path = save_now(label_map(), tmp_path / "a.nii")
    path.chmod(stat.S_IREAD)
    before = path.read_bytes()
    with pytest.raises(InputError, match=r"a\.nii is marked as read-only"):
        save_now(label_map(), path, overwrite=True)
    assert path.read_bytes() == before
    path.chmod(stat.S_IREAD | stat.S_IWRITE)


@pytest.mark.hazard("X3")
@posix
def test_a_read_only_folder(tmp_path: Path) -> None:
    if os.geteuid() == 0:  # to whom no folder is closed but the system's own
        with pytest.raises(InputError, match="was not saved"):
            save_now(label_map(), Path("/proc/a.nii"))
        return
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(InputError, match="may not be written to"):
        save_now(label_map(), tmp_path / "a.nii")
    tmp_path.chmod(stat.S_IRWXU)
