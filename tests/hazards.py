"""Which test stands against which hazard: ``python -m tests.hazards`` writes docs/hazards.md.

A test names its hazards with ``@pytest.mark.hazard("L1", "G13")``, in its own name, as
``test_l1_g13_...``, or in a docstring that begins with one, as ``K2, T8: ...``. The sources are
read, not run, so that the table needs no test run and no skipped test is lost from it.
"""

import argparse
import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

TESTS = Path(__file__).parent
TABLE = TESTS.parent / "docs" / "hazards.md"
_NAMED = re.compile(r"test_((?:[a-z]\d{1,2}_)+)")
_ID = re.compile(r"\b[A-Z]\d{1,2}\b")


@dataclass(frozen=True)
class Section:
    """Hazards of one kind.

    Attributes:
        title: What they have in common.
        hazards: Name of each, by id.
        must: Ids without which nothing is released; a test of each has to exist.
    """

    title: str
    hazards: dict[str, str]
    must: frozenset[str] = frozenset()


def _all_musts(title: str, hazards: dict[str, str]) -> Section:
    return Section(title, hazards, frozenset(hazards))


SECTIONS = (
    _all_musts(
        "Bytes of a file",
        {
            "L1": "A cut NIfTI file",
            "L2": "A header with no voxels behind it",
            "L3": "A flipped bit in packed MetaImage voxels",
            "L4": "A gzip stream without its end, with a wrong checksum or something behind it",
            "L5": "Sizes that no memory could hold",
            "L6": "More or fewer voxels than the header says",
            "L7": "An impossible number of dimensions in MetaImage",
            "L8": "A format string where MetaImage names its data file",
            "L9": "A data file elsewhere: above the folder, absolute, on a share, behind a link",
            "L10": "A pipe, a device, a folder or the header itself as data file",
            "L11": "Bombs: a small file that unpacks to gigabytes",
            "L12": "An endless NRRD header",
            "L13": "DICOM sequences nested thousands deep",
            "L14": "DICOM lengths that make a small file take gigabytes",
            "L15": "A packed picture of another size than its DICOM header says",
            "L16": "Too few pixels for the rows, columns and frames announced",
            "L17": "A program in the first 128 bytes of a DICOM file",
            "L18": "A DICOMDIR that leads out of its folder",
            "L19": "An ending that says another format than the bytes",
            "L20": "A file that changes, vanishes or stalls while it is read",
            "L21": "Folders of 100,000 files, junk and empty slices",
            "L22": "Odd file names: line breaks, emoji, right-to-left marks, very long ones",
            "L23": "Errors in a library's words instead of our own reason",
        },
    ),
    _all_musts(
        "Place and size",
        {
            "G1": "A voxel size that is missing, zero, text or no number",
            "G2": "A decimal comma in the pixel spacing",
            "G3": "A negative spacing",
            "G4": "A spacing no body has; other units than mm",
            "G5": "Numbers that are none (NaN, infinite) in the geometry",
            "G6": "Axes that are sheared or scaled",
            "G7": "Two orientations in one NIfTI file that contradict each other",
            "G8": "No orientation at all",
            "G9": "Left and right, front and back mixed up between formats",
            "G10": "Slices missing in the middle",
            "G11": "A first or last slice that is missing or cannot be read",
            "G12": "Uneven distances between slices",
            "G13": "A tilted gantry",
            "G14": "Several phases or copies at one position",
            "G15": "All slices at one position, or at none",
            "G16": "One slice turned or of another pixel size",
            "G17": "Instance numbers or positions in falling order",
            "G18": "Several patients or frames of reference under one series",
            "G19": "Localizers, derived pictures and segmentations among the slices",
            "G20": "A rescale slope or number type of each slice's own",
            "G21": "A rescale slope of zero, below zero, or no number",
            "G22": "Signed taken for unsigned; impossible numbers of bits",
            "G23": "MONOCHROME1: grey values the other way round",
            "G24": "The voxel size of a multi-frame file",
            "G25": "A scan and a mask that lie differently",
        },
    ),
    _all_musts(
        "Masks",
        {
            "M1": "A mask in colours, with a palette or with transparency",
            "M2": "Values that are no labels: 0 / 255, fractions, below zero, unknown ones",
            "M3": "Soft edges, as interpolation leaves them",
            "M4": "An empty mask, or one that fills everything",
            "M5": "Slices and their masks paired wrongly",
            "M6": "A DICOM segmentation or structure set of another series",
            "M7": "Labels that change their meaning from project to project",
            "M8": "Overlapping labels that a format of one label a voxel cannot hold",
        },
    ),
    Section(
        "A training run",
        {
            "T1": "Killed, out of power or out of memory in the middle",
            "T2": "A loss or weights that are no numbers",
            "T3": "A graphics card without memory, or gone",
            "T4": "One bad case among hundreds",
            "T5": "Data that change while they are learned from",
            "T6": "One patient both taught and scored",
            "T7": "A resumed run that differs from an undisturbed one",
            "T8": "A curve with gaps or points twice after resuming",
            "T9": "A worker that dies without a word",
            "T10": "Stop or Pause at any moment, twice, while saving",
            "T11": "Dice of nothing against nothing",
            "T12": "Memory or file handles that leak over hours",
            "T13": "Two runs in one folder",
            "T14": "A clock that jumps",
        },
    ),
    Section(
        "Models and saved states",
        {
            "K1": "A save interrupted",
            "K2": "Flipped bits",
            "K3": "Programs hidden in a model file",
            "K4": "Tensors of impossible sizes",
            "K5": "Another architecture, other classes, another scale",
            "K6": "A file of a newer or older version",
            "K7": "Weights that are no numbers",
            "K8": "An archive that unpacks outside its folder",
            "K9": "Latest, best and final confused",
            "K10": "A disk that fills while saving",
        },
    ),
    Section(
        "Prediction",
        {
            "I1": "A scan unlike those learned from",
            "I2": "A result turned or mirrored",
            "I3": "A result laid over what a person drew",
            "I4": "Cancelled half-way",
            "I5": "Another answer at each run or on another device",
            "I6": "An empty answer taken for a healthy patient",
            "I7": "A scan larger than memory",
        },
    ),
    Section(
        "Drawing",
        {
            "E1": "Strokes lost in a crash",
            "E2": "Undo that spoils the mask",
            "E3": "Drawing on another slice or label than meant",
            "E4": "Automatic saving that fails unseen",
            "E5": "A picture half a voxel beside its data",
            "E6": "Two windows on one mask",
            "E7": "Views of memory that was given back",
        },
    ),
    Section(
        "Saving and export",
        {
            "X1": "A writer that says all is well on a full disk",
            "X2": "Place, labels or numbers changed by saving",
            "X3": "Existing files, read-only folders, names too long",
            "X4": "A patient's name carried into a file",
            "X5": "A DICOM segmentation that does not refer to its scan",
            "X6": "Table cells that a spreadsheet runs as formulas; decimal commas",
            "X7": "Killed while saving",
        },
        frozenset({"X1", "X2", "X3", "X4", "X6", "X7"}),
    ),
    Section(
        "The window",
        {
            "U1": "A window that does not answer",
            "U2": "An error in a slot that nobody sees",
            "U3": "An error in a thread reported as success",
            "U4": "A thread destroyed while it runs",
            "U5": "A widget touched from another thread",
            "U6": "An object used after it was deleted",
            "U7": "Thousands of progress signals in a queue",
            "U8": "No OpenGL, remote desktops, several screens",
            "U9": "A crash of the program itself",
            "U10": "A destructive act without a way back",
        },
    ),
    Section(
        "Disk and system",
        {
            "D1": "A disk that is full at any byte",
            "D2": "No permission, a read-only disk, a quota",
            "D3": "A temporary folder on another disk",
            "D4": "Power that fails before the data reach the disk",
            "D5": "A sync that fails",
            "D6": "A slow or vanishing network share",
            "D7": "Memory that runs out",
            "D8": "No more file handles",
            "D9": "A drive pulled out",
        },
    ),
    Section(
        "Privacy",
        {
            "P1": "Names and paths in logs and error texts",
            "P2": "Names in models, run records and lists of recent files",
            "P3": "Names burned into pixels or kept in private fields",
            "P4": "Pixels left in temporary files",
            "P5": "Any word sent over the network",
            "P6": "Patients remembered by a model",
            "P7": "Files that other users can read",
        },
    ),
    Section(
        "What we build on",
        {
            "C1": "A library swapped or known to be unsafe",
            "C2": "Code run from data",
            "C3": "Modules taken from the current folder",
            "C4": "A new release that behaves otherwise",
            "C5": "An installer that nobody signed",
        },
    ),
)
KNOWN = frozenset(id_ for section in SECTIONS for id_ in section.hazards)


@dataclass(frozen=True)
class Test:
    """One test function and the hazards it names."""

    file: str
    name: str
    ids: frozenset[str]


def named_below(folder: Path = TESTS) -> Iterator[Test]:
    """Tests of all test files that name a hazard, by file and place in it."""
    for path in sorted(folder.rglob("test_*.py")):
        yield from _tests_of(path.relative_to(folder).as_posix(), path.read_text("utf-8"))


def _tests_of(file: str, source: str) -> Iterator[Test]:
    module = ast.parse(source)
    everywhere = {
        id_
        for node in module.body
        if isinstance(node, ast.Assign) and _names(node.targets) == {"pytestmark"}
        for id_ in _marked([node.value])
    }
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            ids = everywhere | _marked(node.decorator_list) | _in_name(node.name) | _told(node)
            if ids:
                yield Test(file, node.name, frozenset(ids))


def _names(targets: Iterable[ast.expr]) -> set[str]:
    return {target.id for target in targets if isinstance(target, ast.Name)}


def _marked(expressions: Iterable[ast.expr]) -> set[str]:
    """Ids in ``pytest.mark.hazard(...)``, also inside a parameter's marks."""
    return {
        str(argument.value)
        for expression in expressions
        for node in ast.walk(expression)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "hazard"
        for argument in node.args
        if isinstance(argument, ast.Constant)
    }


def _in_name(name: str) -> set[str]:
    found = _NAMED.match(name)
    return {id_.upper() for id_ in found[1].split("_") if id_} & KNOWN if found else set()


def _told(function: ast.FunctionDef) -> set[str]:
    text = ast.get_docstring(function) or ""
    return set(_ID.findall(text)) & KNOWN if _ID.match(text) else set()


def unknown_ids() -> dict[str, str]:
    """Ids that tests name and no table holds, each with a test that does."""
    return {id_: test.name for test in named_below() for id_ in test.ids - KNOWN}


def uncovered() -> list[str]:
    """Ids that must have a test and have none."""
    covered = {id_ for test in named_below() for id_ in test.ids}
    must = (id_ for section in SECTIONS for id_ in section.hazards if id_ in section.must)
    return [id_ for id_ in must if id_ not in covered]


def as_text() -> str:
    """The page: every hazard with the tests that stand against it."""
    found = list(named_below())
    covered = {id_ for test in found for id_ in test.ids} & KNOWN
    lines = [
        "# Hazards and the tests that stand against them",
        "",
        "Written by `python -m tests.hazards` from the tests themselves; a test fails when this "
        "page is out of date. **Bold** ids must have a test.",
        "",
        f"{len(covered)} of {len(KNOWN)} hazards are named by {len(found)} tests.",
    ]
    for section in SECTIONS:
        lines += ["", f"## {section.title}", "", "| id | hazard | tests |", "|---|---|---|"]
        for id_, name in section.hazards.items():
            shown = f"**{id_}**" if id_ in section.must else id_
            lines.append(f"| {shown} | {name} | {_listed(id_, found)} |")
    return "\n".join(lines) + "\n"


def _listed(id_: str, tests: Iterable[Test]) -> str:
    by_file: dict[str, list[str]] = {}
    for test in tests:
        if id_ in test.ids:
            by_file.setdefault(test.file, []).append(test.name.removeprefix("test_"))
    return "<br>".join(f"`{file}`: {', '.join(names)}" for file, names in by_file.items()) or "–"


def main() -> None:
    """Write the page."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    TABLE.write_text(as_text(), "utf-8")


if __name__ == "__main__":
    main()
