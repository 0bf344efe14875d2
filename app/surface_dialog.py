"""The file dialog for surfaces: which labels, and in which format."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QGridLayout, QLabel, QLineEdit, QWidget

from app.panel_parts import muted
from app.session import Session
from app.translation import tr
from unet_core.surface_files import SURFACE_WRITERS
from unet_core.volume import LabelMap

FILTERS = {
    ".stl": tr("STL, for 3D printing and planning (*.stl)"),
    ".ply": tr("PLY, with the labels' colours (*.ply)"),
}
NOTE = tr(
    "In mm and in the scan's own coordinates (LPS); smoothed, in full detail. Nothing in the file "
    "says who the patient is."
)


@dataclass(frozen=True)
class Choice:
    """Labels of a mask that go into one file."""

    label_map: LabelMap
    values: tuple[int, ...]
    title: str
    name: str


def choices_of(session: Session) -> list[Choice]:
    """Each label of each mask, topmost mask first, and all labels of a mask together."""
    found: list[Choice] = []
    for label_map in reversed(session.label_maps):
        values = tuple(sorted(label_map.labels))
        for value in values:
            name = label_map.labels[value].name
            found.append(
                Choice(
                    label_map,
                    (value,),
                    tr("{label}, of {mask}", label=name, mask=label_map.name),
                    name,
                )
            )
        if len(values) > 1:
            title = tr("All labels, of {mask}", mask=label_map.name)
            found.append(Choice(label_map, values, title, "surfaces"))
    return found


class SurfaceDialog(QFileDialog):
    """Asks what, where to and in which format; Qt's own, for the system's has no room for it."""

    def __init__(self, session: Session, folder: Path, parent: QWidget) -> None:
        super().__init__(parent, tr("Export a surface"))
        self.setObjectName("export_surface_dialog")
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setNameFilters([FILTERS[ending] for ending in SURFACE_WRITERS])
        self.setDirectory(str(folder if folder.is_dir() else _documents()))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choices = choices_of(session)
        self._labels = QComboBox()
        self._labels.setObjectName("export_surface_labels")
        self._labels.addItems([choice.title for choice in self._choices])
        self._labels.setCurrentIndex(self._current(session))
        note = muted("export_surface_note")
        note.setText(NOTE)
        layout = self.layout()
        if isinstance(layout, QGridLayout):
            row = layout.rowCount()
            layout.addWidget(QLabel(tr("Surface of:")), row, 0)
            layout.addWidget(self._labels, row, 1, 1, -1)
            layout.addWidget(note, row + 1, 1, 1, -1)
        self._labels.currentIndexChanged.connect(self._show_name)
        self.filterSelected.connect(self._show_name)
        self._show_name()

    @property
    def choice(self) -> Choice:
        """What is to be exported."""
        return self._choices[self._labels.currentIndex()]

    @property
    def ending(self) -> str:
        """Of the chosen format."""
        chosen = self.selectedNameFilter()
        return next((e for e, title in FILTERS.items() if title == chosen), ".stl")

    def _current(self, session: Session) -> int:
        current = session.current_label
        if current is None:
            return 0
        label_map, value = current
        places = (
            place
            for place, choice in enumerate(self._choices)
            if choice.label_map is label_map and choice.values == (value,)
        )
        return next(places, 0)

    @Slot()
    def _show_name(self) -> None:
        kept = "".join(c if c.isalnum() or c in " -_.,()" else "-" for c in self.choice.name)
        name = f"{kept.strip(' .') or 'surface'}{self.ending}"
        line = self.findChild(QLineEdit, "fileNameEdit")
        if line is not None:
            line.setText(name)
        else:
            self.selectFile(name)


def _documents() -> Path:
    kind = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(kind))
