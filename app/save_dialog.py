"""The file dialog for saving a mask: every format, and consent before a file names the patient."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QGridLayout, QLineEdit, QWidget

from app.core_sentences import core_tr
from app.panel_parts import muted
from app.translation import tr
from unet_core.io import WRITERS
from unet_core.volume import LabelMap

NO_DICOM = tr(
    "A DICOM segmentation names the DICOM slices it was drawn on; the open scan did not come "
    "from DICOM."
)
NAMELESS = tr("Nothing in the file says who the patient is.")
CONSENT_TIP = tr(
    "Copies name, number and birth date from the scan into the new file, as an archive that sorts "
    "by patient needs it. Left off, the file is tied to its scan by numbers alone."
)


class SaveDialog(QFileDialog):
    """Asks where to and in which format; Qt's own, for the system's has no room for a consent.

    Args:
        parent: Over which window.
        name: Suggested file name.
        folder: Where to begin.
        has_dicom: Whether the open scan came from DICOM files.
        title: Of the dialog.
    """

    def __init__(
        self, parent: QWidget, name: str, folder: Path, *, has_dicom: bool, title: str
    ) -> None:
        super().__init__(parent, title)
        self.setObjectName("save_mask_dialog")
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setNameFilters([filter_of(ending) for ending in WRITERS])
        self.setDirectory(str(folder))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._consent = QCheckBox(tr("Name the patient in the file, as the scan does"))
        self._consent.setObjectName("save_identify")
        self._consent.setToolTip(CONSENT_TIP)
        self._note = muted("save_note")
        layout = self.layout()
        if isinstance(layout, QGridLayout):
            row = layout.rowCount()
            layout.addWidget(self._consent, row, 1, 1, -1)
            layout.addWidget(self._note, row + 1, 1, 1, -1)
        if not has_dicom:
            self._grey_dicom()
        self.filterSelected.connect(self._on_format_chosen)
        chosen = next((e for e in WRITERS if name.lower().endswith(e)), next(iter(WRITERS)))
        self.selectNameFilter(filter_of(chosen))
        self._show_format(chosen)
        self.selectFile(name)

    @property
    def ending(self) -> str:
        """Of the chosen format."""
        return ending_of(self.selectedNameFilter())

    @property
    def identify(self) -> bool:
        """Whether the user agrees that the file names the patient."""
        return WRITERS[self.ending].needs_dicom and self._consent.isChecked()

    def _grey_dicom(self) -> None:
        formats = self.findChild(QComboBox, "fileTypeCombo")
        model = formats.model() if formats is not None else None
        if not isinstance(model, QStandardItemModel):
            return
        for row, ending in enumerate(WRITERS):
            if WRITERS[ending].needs_dicom:
                model.item(row).setEnabled(False)
                model.item(row).setToolTip(NO_DICOM)

    @Slot(str)
    def _on_format_chosen(self, name_filter: str) -> None:
        ending = ending_of(name_filter)
        line = self.findChild(QLineEdit, "fileNameEdit")
        if line is not None and line.text():
            line.setText(with_ending(line.text(), ending))
        self._show_format(ending)

    def _show_format(self, ending: str) -> None:
        needs_dicom = WRITERS[ending].needs_dicom
        self._consent.setVisible(needs_dicom)
        self._note.setText("" if needs_dicom else NAMELESS)
        self._note.setVisible(not needs_dicom)


def filter_of(ending: str) -> str:
    """As the dialog lists a format.

    >>> filter_of(".nii.gz")
    'NIfTI, packed (*.nii.gz)'
    """
    return f"{core_tr(WRITERS[ending].title)} (*{ending})"


def ending_of(name_filter: str) -> str:
    """The ending that a filter of the dialog stands for."""
    return next((e for e in WRITERS if filter_of(e) == name_filter), next(iter(WRITERS)))


def with_ending(name: str, ending: str) -> str:
    """A name with its known ending replaced, or one added.

    Qt replaces only what stands behind the last full stop, so that halves of endings are met.

    >>> with_ending("liver.nii.gz", ".seg.nrrd"), with_ending("liver v1.2", ".mha")
    ('liver.seg.nrrd', 'liver v1.2.mha')
    >>> with_ending("liver.nii.seg.nrrd", ".seg.nrrd")
    'liver.seg.nrrd'
    """
    known = (*sorted(WRITERS, key=len, reverse=True), ".seg", ".gz")
    stem = name
    while met := next((e for e in known if stem.lower().endswith(e) and len(stem) > len(e)), ""):
        stem = stem[: -len(met)]
    return f"{stem}{ending}"


def file_name(label_map: LabelMap, *, has_dicom: bool = True) -> str:
    """What to call the file of a mask: its own name, or made from it.

    >>> import numpy as np
    >>> from unet_core.volume import Geometry
    >>> empty = np.zeros((1, 1, 1), np.uint8)
    >>> file_name(LabelMap(empty, Geometry((1, 1, 1)), "scan.nii.gz, round 3"))
    'scan, round 3.nii.gz'
    """
    path = label_map.path
    if path is not None:
        ending = next((e for e in WRITERS if path.name.lower().endswith(e)), "")
        if ending and (has_dicom or not WRITERS[ending].needs_dicom):
            return path.name
        return f"{path.stem}{next(iter(WRITERS))}"
    stem = label_map.name
    for suffix in sorted(WRITERS, key=len, reverse=True):
        stem = stem.replace(suffix, "")
    kept = "".join(c if c.isalnum() or c in " -_.,()" else "-" for c in stem).strip(" .")
    return f"{kept or 'mask'}{next(iter(WRITERS))}"
