"""Preferences survive a restart, and a test never touches the user's own."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from app.settings import RECENT_KEPT, Settings


def _store(path: Path) -> QSettings:
    return QSettings(str(path), QSettings.Format.IniFormat)


def test_folders_lie_in_the_home_of_the_user_unless_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    settings = Settings(_store(tmp_path / "a.ini"))
    assert settings.runs_root == tmp_path / "Slicewise" / "runs"
    assert settings.demo_root == tmp_path / "Slicewise" / "demo"
    settings.runs_root = tmp_path / "elsewhere"
    settings.sync()
    assert Settings(_store(tmp_path / "a.ini")).runs_root == tmp_path / "elsewhere"


def test_recent_files_are_newest_first_without_doubles_and_few(tmp_path: Path) -> None:
    settings = Settings(_store(tmp_path / "a.ini"))
    assert settings.recent_files == ()
    for number in range(RECENT_KEPT + 3):
        settings.add_recent(Path(f"/scans/{number}.nii.gz"))
    settings.add_recent(Path("/scans/7.nii.gz"))
    settings.sync()
    kept = Settings(_store(tmp_path / "a.ini")).recent_files
    assert len(kept) == RECENT_KEPT
    assert [p.name for p in kept[:3]] == ["7.nii.gz", "12.nii.gz", "11.nii.gz"]
    settings.clear_recent()
    assert settings.recent_files == ()


def test_one_recent_file_is_read_back_as_one(tmp_path: Path) -> None:
    settings = Settings(_store(tmp_path / "a.ini"))
    settings.add_recent(Path("/scans/Müller, Jörg; 3.nii.gz"))
    settings.sync()
    again = Settings(_store(tmp_path / "a.ini"))
    assert again.recent_files == (Path("/scans/Müller, Jörg; 3.nii.gz"),)


def test_geometry_that_is_no_geometry_is_nothing(tmp_path: Path) -> None:
    store = _store(tmp_path / "a.ini")
    store.setValue("window/geometry", "not bytes")
    assert Settings(store).geometry == QByteArray()


def test_usual_settings_of_a_test_are_its_own(tmp_path: Path) -> None:
    Settings().add_recent(Path("/scans/1.nii.gz"))
    Settings().sync()
    assert list((tmp_path / "settings").rglob("*.ini"))
    assert Settings().runs_root == tmp_path / "runs"
