"""How the window looks: a quiet dark room for reading scans, one accent, text that can be read."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

import resources

BACKGROUND = "#1b1e23"
SURFACE = "#23272e"
RAISED = "#2d323b"
BORDER = "#3d4450"
TEXT = "#d7dce2"
MUTED = "#a3adba"
DISABLED = "#818c9a"
ACCENT = "#4c9be8"
ON_ACCENT = "#0d1117"
SELECTION = "#26435f"
VIEW = "#000000"
GOOD = "#6cc070"
WARNING = "#e3b341"
BAD = "#f0837c"
AXIAL = "#e0564c"
SAGITTAL = "#e3c34a"
CORONAL = "#5fae57"

RESOURCES = Path(resources.__file__).parent
_TOKENS = (
    *("BACKGROUND", "SURFACE", "RAISED", "BORDER", "TEXT", "MUTED", "DISABLED", "ACCENT"),
    *("ON_ACCENT", "SELECTION", "VIEW", "GOOD", "WARNING", "BAD"),
    *("AXIAL", "SAGITTAL", "CORONAL"),
)
_ICON_SIZES = (16, 20, 24, 32, 48, 64)


def apply(app: QApplication) -> None:
    """Dress the whole application: style, palette, style sheet, font size."""
    app.setStyle("Fusion")
    app.setPalette(palette())
    font = app.font()
    font.setPointSizeF(max(font.pointSizeF(), 10.0))
    app.setFont(font)
    app.setStyleSheet(style_sheet())
    app.setWindowIcon(QIcon(str(RESOURCES / "icons" / "slicewise.svg")))


def style_sheet() -> str:
    """The style sheet with its ``@NAME@`` tokens replaced by colours and the icons' folder."""
    text = (RESOURCES / "slicewise.qss").read_text(encoding="utf-8")
    for name in _TOKENS:
        text = text.replace(f"@{name}@", globals()[name])
    return text.replace("@ICONS@", (RESOURCES / "icons").as_posix())


def palette() -> QPalette:
    """The same colours for what the style sheet does not reach."""
    role = QPalette.ColorRole
    colours = {
        role.Window: BACKGROUND,
        role.WindowText: TEXT,
        role.Base: SURFACE,
        role.AlternateBase: RAISED,
        role.Text: TEXT,
        role.PlaceholderText: MUTED,
        role.Button: RAISED,
        role.ButtonText: TEXT,
        role.BrightText: BAD,
        role.ToolTipBase: RAISED,
        role.ToolTipText: TEXT,
        role.Highlight: SELECTION,
        role.HighlightedText: TEXT,
        role.Link: ACCENT,
        role.LinkVisited: ACCENT,
        role.Light: RAISED,
        role.Midlight: RAISED,
        role.Mid: BORDER,
        role.Dark: BORDER,
        role.Shadow: "#000000",
    }
    result = QPalette()
    for which, colour in colours.items():
        result.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, which, QColor(DISABLED))
    return result


@cache
def icon(name: str) -> QIcon:
    """The icon ``resources/icons/NAME.svg`` in text colour, paler where disabled."""
    svg = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    result = QIcon()
    looks = (
        (QIcon.Mode.Normal, QIcon.State.Off, TEXT),
        (QIcon.Mode.Normal, QIcon.State.On, ACCENT),
        (QIcon.Mode.Disabled, QIcon.State.Off, DISABLED),
        (QIcon.Mode.Disabled, QIcon.State.On, DISABLED),
    )
    for mode, state, colour in looks:
        for size in _ICON_SIZES:
            result.addPixmap(_drawn(svg.replace("currentColor", colour), size), mode, state)
    return result


@cache
def coloured_icon(name: str, colour: str) -> QIcon:
    """The icon ``resources/icons/NAME.svg`` in one colour, for marks in tables."""
    svg = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    result = QIcon()
    for size in _ICON_SIZES:
        result.addPixmap(_drawn(svg.replace("currentColor", colour), size))
    return result


def swatch(colour: str, size: int = 14) -> QIcon:
    """A small filled square in ``colour`` (``#rrggbb``), for lists of labels."""
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(QRectF(1, 1, size - 2, size - 2), 3, 3)
    painter.end()
    return QIcon(pixmap)


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance).

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _drawn(svg: str, size: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    return pixmap
