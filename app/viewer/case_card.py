"""A quiet page about the open scan: what it is, what masks lie on it, what is unsure about it."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from app import theme
from app.core_sentences import core_tr
from app.counting import Counted, count_labels
from app.jobs import Job
from app.session import Session
from app.translation import tr
from app.viewer.gestures import KEYS, MOUSE, shown
from unet_core.volume import LabelMap, Volume

NAME_LETTERS = 44
HINTS = tuple(
    (", ".join(shown(one) for one in gesture.how), gesture.what)
    for gesture in (*MOUSE, *KEYS)
    if gesture.is_basic
)
_GAP = '<p style="margin: 0; font-size: 4px;">&nbsp;</p>'
ROLES = {"reference": tr("reference"), "prediction": tr("prediction"), "own": tr("own")}
_running: set[Job] = set()
"""Counting that goes on; kept here so that no thread is destroyed with its card."""


class CaseCard(QWidget):
    """The open scan in a few lines; voxels are counted beside the window's own work."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("case_card")
        self._session = session
        self._counted: tuple[Counted, ...] = ()
        self._job: Job | None = None
        self._text = QLabel()
        self._text.setObjectName("case_card_text")
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._text.setContentsMargins(16, 14, 16, 14)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        session.volume_changed.connect(self._write)
        session.layers_changed.connect(self._on_layers_changed)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close_jobs)
        self._write()
        self._on_layers_changed()

    @property
    def text(self) -> str:
        """The page as rich text."""
        return self._text.text()

    @property
    def is_counting(self) -> bool:
        """Whether voxels are being counted."""
        return self._job is not None

    @Slot()
    def close_jobs(self) -> None:
        """Stop counting and wait until it has ended."""
        if self._job is not None:
            self._job.stop()
            self._job.wait()

    @Slot()
    def _on_layers_changed(self) -> None:
        maps = self._session.label_maps
        kept = tuple(c for c in self._counted if any(c.label_map is m for m in maps))
        changed, self._counted = len(kept) != len(self._counted), kept
        missing = tuple(m for m in maps if all(c.label_map is not m for c in kept))
        if missing and self._job is None:
            self._job = Job(lambda: count_labels(missing))
            _running.add(self._job)
            self._job.reported.connect(self._on_counted)
            self._job.finished.connect(self._on_finished)
            self._job.start()
        if changed or missing or not maps:
            self._write()

    @Slot(object)
    def _on_counted(self, event: object) -> None:
        if isinstance(event, Counted):
            self._counted = (*self._counted, event)

    @Slot()
    def _on_finished(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            _running.discard(job)
            stopped = job.is_stopping
            if not stopped:
                self._on_layers_changed()
        self._write()

    @Slot()
    def _write(self) -> None:
        volume = self._session.volume
        if volume is None:
            self._text.setText(_hints())
            return
        parts = [_heading(volume), _facts(volume)]
        for label_map in self._session.label_maps:
            counted = next((c for c in self._counted if c.label_map is label_map), None)
            parts.append(_mask(label_map, counted))
        notices = (*volume.notices, *(n for m in self._session.label_maps for n in m.notices))
        parts += [_muted(escape(core_tr(notice)), "p") for notice in dict.fromkeys(notices)]
        self._text.setText("".join(parts))


def _heading(volume: Volume) -> str:
    return f'<p style="font-size: large; font-weight: 600;">{_name(volume.name)}</p>'


def _facts(volume: Volume) -> str:
    geometry = volume.geometry.canonical
    facts = [(tr("Size"), " \N{MULTIPLICATION SIGN} ".join(str(n) for n in geometry.size_xyz))]
    if geometry.has_scale:
        spacing = " \N{MULTIPLICATION SIGN} ".join(f"{mm:.3g}" for mm in geometry.spacing_xyz_mm)
        facts.append((tr("Spacing"), tr("{spacing} mm", spacing=spacing)))
    else:
        facts.append((tr("Spacing"), tr("unknown: no lengths or volumes")))
    if not geometry.has_orientation:
        facts.append((tr("Orientation"), tr("unknown: no letters at the edges")))
    facts.append((tr("Intensity"), "HU" if volume.intensity == "HU" else tr("grey values, not HU")))
    return _table(facts) + _GAP


def _table(rows: Iterable[tuple[str, str]]) -> str:
    cells = "".join(
        f'<tr><td style="padding: 1px 14px 1px 0;">{_muted(name)}</td>'
        f'<td style="padding: 1px 0;">{value}</td></tr>'
        for name, value in rows
    )
    return f"<table>{cells}</table>"


def _hints() -> str:
    """What hands may want to know while nothing is open."""
    return (
        f'<p style="font-weight: 600;">{escape(tr("Mouse and keys in a view"))}</p>{_table(HINTS)}'
    )


def _mask(label_map: LabelMap, counted: Counted | None) -> str:
    heading = f"<b>{_name(label_map.name)}</b>  {_muted(ROLES[label_map.role])}"
    title = f'<p style="margin-top: 8px; margin-bottom: 2px;">{heading}</p>'
    if counted is None:
        return title + _muted(tr("counting…"), "p")
    if not counted.voxels:
        return title + _muted(tr("holds no label: the mask is empty"), "p")
    ml = label_map.geometry.voxel_ml
    rows = []
    for value, voxels in counted.voxels.items():
        label = label_map.labels.get(value)
        name = escape(core_tr(label.name)) if label else tr("label {value}", value=value)
        colour = label.colour if label else theme.views.MUTED
        volume = "" if ml is None else tr("{ml:,.1f} ml", ml=voxels * ml)
        counted_voxels = tr("{voxels:,} voxels", voxels=voxels)
        cells = (
            f'<td style="padding-right: 6px; color: {colour};">\N{BLACK SQUARE}</td>',
            f'<td style="padding-right: 14px;">{name}</td>',
            f'<td align="right" style="padding-right: 14px;">{counted_voxels}</td>',
            f'<td align="right">{volume}</td>',
        )
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"{title}<table>{''.join(rows)}</table>{_GAP}"


def _name(name: str) -> str:
    """A file's name that cannot disturb the page, cut in the middle if it is very long."""
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name)
    if len(shown) > NAME_LETTERS:
        half = NAME_LETTERS // 2
        shown = f"{shown[:half]}\N{HORIZONTAL ELLIPSIS}{shown[-half:]}"
    return escape(shown)


def _muted(text: str, tag: str = "span") -> str:
    return f'<{tag} style="color: {theme.views.MUTED};">{text}</{tag}>'
