"""A drawing as a file: SVG, PDF or PNG.

For a child process: Qt draws a page without letting go of Python's one lock.
"""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgRenderer

from app.translation import tr
from unet_core.errors import InputError
from unet_core.events import Event, Saved
from unet_core.io import atomic
from unet_core.network_drawing import Drawing

ENDINGS = (".svg", ".pdf", ".png")
PNG_SCALE = 3
POINTS_PER_UNIT = 0.5
"""A drawing 1120 units wide is 560 pt: the width of an A4 page with small margins."""


def export(drawing: Drawing, path: Path) -> Iterator[Event]:
    """Write a drawing; the name's ending decides how.

    Raises:
        InputError: If the ending is none of ``ENDINGS`` or the disk refuses.
    """
    if QGuiApplication.instance() is None:  # fonts need one
        application = QGuiApplication(["slicewise", "-platform", "offscreen"])
        application.setQuitOnLastWindowClosed(False)
    ending = path.suffix.lower()
    if ending == ".svg":
        data = b'<?xml version="1.0" encoding="UTF-8"?>\n' + drawing.svg.encode()
    elif ending == ".pdf":
        data = _pdf(drawing)
    elif ending == ".png":
        data = _png(drawing)
    else:
        raise InputError(
            path.name, tr("has no ending that a drawing has"), tr("choose .svg, .pdf or .png")
        )
    atomic.write_bytes(path, data)
    yield Saved(path)


def _renderer(drawing: Drawing) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(drawing.svg.encode()))


def _pdf(drawing: Drawing) -> bytes:
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(target)
    size = QSizeF(drawing.width, drawing.height) * POINTS_PER_UNIT
    writer.setPageSize(
        QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    )
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(tr("The network"))
    painter = QPainter(writer)
    _renderer(drawing).render(painter, QRectF(0, 0, writer.width(), writer.height()))
    painter.end()
    return bytes(target.data().data())


def _png(drawing: Drawing) -> bytes:
    size = QSize(round(drawing.width), round(drawing.height)) * PNG_SCALE
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(drawing).render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(target, QByteArray(b"png")).write(image)
    return bytes(target.data().data())
