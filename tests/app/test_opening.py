"""Opening: whatever is given, in whatever order, arrives in the Session or is refused in words."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot
from scipy.ndimage import gaussian_filter

from app.opening import Opener
from app.session import Session
from app.settings import Settings
from unet_core.events import Series
from unet_core.io import save_now
from unet_core.phantom import make_case, write_cohort
from unet_core.volume import LabelMap, Volume

WAIT_MS = 20_000


class Heard:
    """What the session and the opener said, in order."""

    def __init__(self, session: Session, opener: Opener) -> None:
        self.failed: list[str] = []
        self.notified: list[str] = []
        self.progress: list[tuple[str, int, int]] = []
        session.failed.connect(self.failed.append)
        session.notified.connect(self.notified.append)
        opener.progressed.connect(self._on_progress)

    def _on_progress(self, text: str, done: int, total: int) -> None:
        self.progress.append((text, done, total))


@pytest.fixture
def opener(session: Session) -> Iterator[Opener]:
    made = Opener(session, Settings())
    yield made
    made.shutdown()


@pytest.fixture
def heard(session: Session, opener: Opener) -> Heard:
    return Heard(session, opener)


def _until_done(qtbot: QtBot, opener: Opener) -> None:
    qtbot.waitUntil(lambda: not opener.is_busy, timeout=WAIT_MS)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["scan first", "mask first"])
def test_scan_and_mask_open_in_any_order(
    qtbot: QtBot,
    session: Session,
    opener: Opener,
    heard: Heard,
    case_files: tuple[Path, Path],
    order: tuple[int, int],
) -> None:
    opener.open_paths([case_files[i] for i in order])
    assert opener.is_busy
    _until_done(qtbot, opener)
    assert heard.failed == []
    assert session.volume is not None
    assert session.volume.name == "volume-03.nii.gz"
    assert [m.name for m in session.label_maps] == ["segmentation-03.nii.gz"]
    assert set(Settings().recent_files) == set(case_files)


def test_what_is_opened_is_what_was_saved(
    qtbot: QtBot,
    session: Session,
    opener: Opener,
    case: tuple[Volume, LabelMap],
    case_files: tuple[Path, Path],
) -> None:
    opener.open_paths(case_files)
    _until_done(qtbot, opener)
    assert session.volume is not None
    np.testing.assert_array_equal(session.volume.canonical, case[0].canonical)
    np.testing.assert_array_equal(session.label_maps[0].canonical, case[1].canonical)


def test_mask_without_a_scan_is_refused_and_says_what_to_do(
    qtbot: QtBot, session: Session, opener: Opener, heard: Heard, case_files: tuple[Path, Path]
) -> None:
    opener.open_paths([case_files[1]])
    _until_done(qtbot, opener)
    assert heard.failed == [
        "segmentation-03.nii.gz is a mask, and no scan is open; open its CT first."
    ]
    assert session.volume is None
    assert session.layers == ()


def test_g25_mask_on_another_grid_is_refused_and_the_difference_named(
    qtbot: QtBot,
    session: Session,
    opener: Opener,
    heard: Heard,
    case_files: tuple[Path, Path],
    tmp_path: Path,
) -> None:
    _, other = make_case(4, size_xyz=(48, 40, 13))
    stranger = save_now(other, tmp_path / "segmentation-04.nii.gz")
    opener.open_paths(case_files)
    _until_done(qtbot, opener)
    before = session.layers
    opener.open_paths([stranger])
    _until_done(qtbot, opener)
    assert len(heard.failed) == 1
    assert heard.failed[0].startswith(
        "segmentation-04.nii.gz does not lie on the grid of volume-03"
    )
    assert "48 x 40 x 12 against 48 x 40 x 13 voxels" in heard.failed[0]
    assert str(tmp_path) not in heard.failed[0]
    assert session.layers == before


def test_l1_truncated_scan_is_refused_and_the_open_one_stays(
    qtbot: QtBot,
    session: Session,
    opener: Opener,
    heard: Heard,
    case_files: tuple[Path, Path],
    tmp_path: Path,
) -> None:
    cut = tmp_path / "cut.nii.gz"
    cut.write_bytes(case_files[0].read_bytes()[:-2000])
    opener.open_paths(case_files)
    _until_done(qtbot, opener)
    before = (session.volume, session.layers)
    opener.open_paths([cut])
    _until_done(qtbot, opener)
    assert len(heard.failed) == 1
    assert heard.failed[0].startswith("cut.nii.gz ")
    assert heard.failed[0].count(str(tmp_path)) == 0
    assert (session.volume, session.layers) == before
    assert cut not in Settings().recent_files


def test_file_that_is_not_there_is_named(
    qtbot: QtBot, opener: Opener, heard: Heard, tmp_path: Path
) -> None:
    opener.open_paths([tmp_path / "gone.nii.gz"])
    _until_done(qtbot, opener)
    assert len(heard.failed) == 1
    assert heard.failed[0].startswith("gone.nii.gz ")


def test_second_scan_of_one_drop_is_left_and_said(
    qtbot: QtBot,
    session: Session,
    opener: Opener,
    heard: Heard,
    case_files: tuple[Path, Path],
    tmp_path: Path,
) -> None:
    other = shutil.copy(case_files[0], tmp_path / "second.nii.gz")
    opener.open_paths([case_files[0], Path(other)])
    _until_done(qtbot, opener)
    assert session.volume is not None
    assert session.volume.name == "volume-03.nii.gz"
    assert "One scan is shown at a time; second.nii.gz was not opened." in heard.notified


def test_same_mask_twice_is_one_layer(
    qtbot: QtBot, session: Session, opener: Opener, case_files: tuple[Path, Path]
) -> None:
    opener.open_paths(case_files)
    _until_done(qtbot, opener)
    opener.open_paths([case_files[1]])
    _until_done(qtbot, opener)
    assert len(session.layers) == 1


def test_scan_asked_to_be_a_mask_is_refused(
    qtbot: QtBot, session: Session, opener: Opener, heard: Heard, case_files: tuple[Path, Path]
) -> None:
    opener.open_paths([case_files[0]], as_mask=True)
    _until_done(qtbot, opener)
    assert len(heard.failed) == 1
    assert session.layers == ()


def test_data_set_folder_becomes_the_training_data(
    qtbot: QtBot, session: Session, opener: Opener, heard: Heard, tmp_path: Path
) -> None:
    for _ in write_cohort(tmp_path / "cohort", 2, size_xyz=(24, 24, 8)):
        pass
    opener.open_paths([tmp_path / "cohort"])
    _until_done(qtbot, opener)
    assert session.dataset == tmp_path / "cohort"
    assert session.volume is None
    assert heard.notified[0].startswith("2 patients found in cohort;")


def test_a_table_of_pairs_becomes_the_training_data(
    qtbot: QtBot, session: Session, opener: Opener, heard: Heard, tmp_path: Path
) -> None:
    for _ in write_cohort(tmp_path / "cohort", 2, size_xyz=(24, 24, 8)):
        pass
    table = tmp_path / "cohort" / "mine.csv"
    rows = [f"volume-0{n}.nii.gz,segmentation-0{n}.nii.gz" for n in (0, 1)]
    table.write_text("\n".join(["image,mask", *rows]))
    opener.open_paths([table])
    _until_done(qtbot, opener)
    assert heard.failed == []
    assert session.dataset == table
    assert "2 patients found in mine.csv" in heard.notified[0]


def test_a_zip_of_dicom_slices_opens(
    qtbot: QtBot, session: Session, opener: Opener, heard: Heard, tmp_path: Path
) -> None:
    for _ in write_cohort(tmp_path / "d", 1, file_format="dicom", size_xyz=(24, 24, 8)):
        pass
    packed = shutil.make_archive(str(tmp_path / "study"), "zip", tmp_path / "d" / "volume-00")
    opener.open_paths([Path(packed)])
    _until_done(qtbot, opener)
    assert heard.failed == []
    assert session.volume is not None
    assert session.volume.name == "study.zip"
    assert session.volume.canonical.shape == (8, 24, 24)


def test_dicom_folder_opens(
    qtbot: QtBot, session: Session, opener: Opener, heard: Heard, tmp_path: Path
) -> None:
    for _ in write_cohort(tmp_path / "d", 1, file_format="dicom", size_xyz=(24, 24, 8)):
        pass
    opener.open_paths([tmp_path / "d" / "volume-00"])
    _until_done(qtbot, opener)
    assert heard.failed == []
    assert session.volume is not None
    assert session.volume.intensity == "HU"
    assert session.volume.canonical.shape == (8, 24, 24)


def test_folder_with_two_series_asks_which(
    qtbot: QtBot, session: Session, opener: Opener, heard: Heard, tmp_path: Path
) -> None:
    for seed in (0, 1):
        parts = tmp_path / f"d{seed}"
        for _ in write_cohort(parts, 1, seed, file_format="dicom", size_xyz=(24, 24, 8 + seed)):
            pass
        for file in sorted((parts / "volume-00").iterdir()):
            target = tmp_path / "both" / f"{seed}-{file.name}"
            target.parent.mkdir(exist_ok=True)
            shutil.copy(file, target)
    with qtbot.waitSignal(opener.series_asked, timeout=WAIT_MS) as asked:
        opener.open_paths([tmp_path / "both"])
    request, series = asked.args
    assert session.volume is None
    assert sorted(one.slices for one in series) == [8, 9]
    _until_done(qtbot, opener)
    nine = next(one for one in series if one.slices == 9)
    assert isinstance(nine, Series)
    opener.open_series(request, (nine,))
    _until_done(qtbot, opener)
    assert heard.failed == []
    assert session.volume is not None
    assert len(session.volume.canonical) == 9


def test_case_request_replaces_what_is_being_opened(
    qtbot: QtBot, session: Session, opener: Opener, heard: Heard, tmp_path: Path
) -> None:
    for _ in write_cohort(tmp_path, 2, size_xyz=(24, 24, 8)):
        pass
    pairs = [
        ((tmp_path / f"volume-0{n}.nii.gz",), (tmp_path / f"segmentation-0{n}.nii.gz",))
        for n in (0, 1)
    ]
    session.case_requested.emit(*pairs[0])
    session.case_requested.emit(*pairs[1])
    _until_done(qtbot, opener)
    assert session.volume is not None
    assert session.volume.name == "volume-01.nii.gz"
    assert [m.name for m in session.label_maps] == ["segmentation-01.nii.gz"]
    assert heard.failed == []


def test_m2_a_case_opens_with_the_values_of_its_data_set(
    qtbot: QtBot, session: Session, opener: Opener, heard: Heard, tmp_path: Path
) -> None:
    for folder, level in (("images", 90), ("masks", 255)):
        (tmp_path / folder).mkdir()
        for patient in (1, 2):
            plane = np.zeros((24, 24), np.uint8)
            plane[4:16, 4:16] = level
            plane[:2, :2] = 127 if patient == 2 else level
            Image.fromarray(plane).save(tmp_path / folder / f"{patient}_1.png")
    pair = (tmp_path / "images" / "1_1.png",), (tmp_path / "masks" / "1_1.png",)
    for dataset, value in ((tmp_path, 2), (None, 1), (tmp_path / "gone", 1)):
        session.set_dataset(dataset)
        session.case_requested.emit(*pair)
        _until_done(qtbot, opener)
        assert set(np.unique(session.label_maps[0].voxels)) == {0, value}
    assert heard.failed == []


def test_cancel_is_obeyed_at_once_and_leaves_what_was_open(
    qtbot: QtBot, session: Session, opener: Opener, heard: Heard, case_files: tuple[Path, Path]
) -> None:
    opener.open_paths(case_files)
    _until_done(qtbot, opener)
    before = (session.volume, session.layers)
    for _ in range(10):
        opener.open_paths([case_files[0]])
        opener.cancel()
        assert not opener.is_busy
    opener.shutdown()
    qtbot.wait(50)
    assert (session.volume, session.layers) == before
    assert heard.failed == []


def test_u4_closing_while_opening_waits_for_the_thread(
    opener: Opener, case_files: tuple[Path, Path]
) -> None:
    opener.open_paths(case_files)
    opener.shutdown()
    assert not opener.is_busy


def test_demo_patients_are_made_once_and_opened(
    qtbot: QtBot, session: Session, opener: Opener, heard: Heard, tmp_path: Path
) -> None:
    opener.demo_size_xyz = (24, 24, 8)
    opener.open_demo()
    _until_done(qtbot, opener)
    assert heard.failed == []
    assert session.dataset == tmp_path / "demo"
    assert session.volume is not None
    assert session.volume.name == "volume-00.nii.gz"
    assert (session.label_maps[0].voxels == 2).any(), "the first demo patient has tumours"
    texts = [text for text, _, _ in heard.progress]
    assert "Preparing demo patients 3 of 6" in texts
    assert Settings().recent_files == ()
    written = {p.name: p.stat().st_mtime_ns for p in (tmp_path / "demo").iterdir()}
    assert len(written) == 12
    session.set_volume(None)
    opener.open_demo()
    _until_done(qtbot, opener)
    assert session.volume is not None
    assert {p.name: p.stat().st_mtime_ns for p in (tmp_path / "demo").iterdir()} == written


def test_demo_that_cannot_be_written_is_explained(
    qtbot: QtBot, session: Session, opener: Opener, heard: Heard, tmp_path: Path
) -> None:
    (tmp_path / "demo").write_text("in the way")
    opener.open_demo()
    _until_done(qtbot, opener)
    assert len(heard.failed) == 1
    assert str(tmp_path) not in heard.failed[0]
    assert session.dataset is None


def test_m5_pictures_given_together_are_one_stack_in_the_order_people_count(
    qtbot: QtBot,
    session: Session,
    opener: Opener,
    heard: Heard,
    case: tuple[Volume, LabelMap],
    tmp_path: Path,
) -> None:
    grey = np.arange(12, dtype=np.uint8)[:, None, None] * np.ones((1, 8, 9), np.uint8) * 20
    paths = [tmp_path / f"7_{number}.png" for number in range(12)]
    for plane, path in zip(grey, paths, strict=True):
        Image.fromarray(plane).save(path)
    opener.open_paths(sorted(paths))
    _until_done(qtbot, opener)
    assert heard.failed == []
    assert session.volume is not None
    np.testing.assert_array_equal(session.volume.voxels, grey)


def test_g18_pictures_of_two_patients_are_never_one_scan(
    session: Session, opener: Opener, heard: Heard, tmp_path: Path
) -> None:
    opener.open_paths([tmp_path / f"{patient}_{n}.png" for patient in (0, 1) for n in (4, 5)])
    assert not opener.is_busy
    assert heard.failed[0].startswith("4 pictures of 2 patients were given at once;")


@pytest.mark.hazard("M3")
def test_a_mask_with_soft_edges_waits_until_somebody_agrees_to_cut_them(
    qtbot: QtBot,
    session: Session,
    opener: Opener,
    heard: Heard,
    case: tuple[Volume, LabelMap],
    tmp_path: Path,
) -> None:
    volume, label_map = case
    grey = gaussian_filter((label_map.voxels > 0).astype(np.float32) * 255, 1.0)
    soft = Volume(grey.round().astype(np.uint8), volume.geometry, "soft", intensity="grey")
    path = save_now(soft, tmp_path / "soft.nii.gz")
    session.set_volume(volume)
    with qtbot.waitSignal(opener.option_asked, timeout=WAIT_MS) as asked:
        opener.open_paths([path], as_mask=True)
    _until_done(qtbot, opener)
    request, offered = asked.args
    assert offered.subject == "soft.nii.gz"
    assert session.layers == ()
    opener.open_offered(request, offered.options[0])
    _until_done(qtbot, opener)
    assert heard.failed == []
    assert len(session.layers) == 1
    session.remove_label_map(session.label_maps[0])
    session.set_threshold_masks(True)
    opener.open_paths([path], as_mask=True)
    _until_done(qtbot, opener)
    assert len(session.layers) == 1
    assert any("half" in sentence for sentence in heard.notified)


@pytest.mark.real_data
def test_real_scan_and_mask(
    qtbot: QtBot, session: Session, opener: Opener, heard: Heard, real_data: Path
) -> None:
    folder = real_data / "ct"
    opener.open_paths(
        [folder / "segmentation-totalseg3mm.nii.gz", folder / "volume-totalseg3mm.nii.gz"]
    )
    _until_done(qtbot, opener)
    assert heard.failed == []
    assert session.volume is not None
    assert session.volume.intensity == "HU"
    assert len(session.layers) == 1
