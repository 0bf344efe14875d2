"""The house rules hold, and the checks that guard them do fail when they are broken."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")


def _run(*command: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*map(str, command)], cwd=cwd, capture_output=True, text=True, check=False
    )


def test_core_starts_without_any_window_library() -> None:
    code = (
        "import sys, unet_core.cli, unet_core.train, unet_core.predict, unet_core.run_evaluation;"
        "bad = {'PySide6', 'pyqtgraph', 'app'} & set(sys.modules); sys.exit(len(bad))"
    )
    assert _run(sys.executable, "-c", code).returncode == 0


def test_entry_points_stay_light_because_children_import_them() -> None:
    code = (
        "import sys, app.__main__, unet_core.__main__;"
        "bad = {'PySide6', 'torch', 'numpy'} & set(sys.modules); sys.exit(len(bad))"
    )
    assert _run(sys.executable, "-c", code).returncode == 0


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("unet_core/volume.py", "import app.session", "The core knows no window"),
        ("unet_core/volume.py", "import PySide6", "The core knows no window"),
        ("unet_core/cases.py", "import unet_core.train", "Inside the core"),
        ("app/session.py", "import app.main_window", "Inside the window"),
        ("app/panels/data.py", "import app.panels.train", "Panels never import each other"),
    ],
)
def test_each_import_contract_fails_when_broken(
    tmp_path: Path, file: str, line: str, contract: str
) -> None:
    for folder in ("app", "unet_core", "resources"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    broken = tmp_path / file
    broken.write_text(f"{broken.read_text()}\n{line}\n")
    code = (
        "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports;"
        "sys.exit(lint_imports(no_cache=True))"
    )
    result = _run(sys.executable, "-c", code, cwd=tmp_path)
    assert result.returncode == 1, result.stdout + result.stderr
    assert re.search(rf"{contract}.*BROKEN", result.stdout)


def test_import_contracts_are_kept() -> None:
    result = _run(LINT_IMPORTS, "--no-cache")
    assert result.returncode == 0, result.stdout


def test_readme_has_exactly_two_setup_lines_and_ci_runs_the_second() -> None:
    lines = re.findall(r"^python3 -m venv .*$", (ROOT / "README.md").read_text(), re.MULTILINE)
    assert len(lines) == 2
    assert "slicewise --demo" in lines[0]
    assert "--clear" in lines[1]
    assert "pytest" in lines[1]
    assert "README.md" in (ROOT / ".ci" / "run").read_text()


def test_qt_keeps_its_references() -> None:
    """PySide6 6.12.0 on Python 3.11 drops a reference to None on each void call, and aborts."""
    code = (
        "import sys; from PySide6.QtWidgets import QApplication, QWidget;"
        "a = QApplication(['x', '-platform', 'offscreen']); w = QWidget();"
        "before = sys.getrefcount(None); [w.setEnabled(True) for _ in range(1000)];"
        "sys.exit(sys.getrefcount(None) < before - 100)"
    )
    assert _run(sys.executable, "-c", code).returncode == 0
