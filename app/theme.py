"""How the window looks: a quiet dark room for reading scans, or a light one around it.

``theme.TEXT`` and the other names of ``colours.Colours`` are the colours of the theme worn when
they are asked for: ask while painting. ``theme.views`` holds those of the views and their frames,
dark in every theme. What must be drawn anew on another theme listens to ``theme.wearing.changed``.
"""

from typing import Literal, get_args

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QWidget

from app.colours import (
    NAMES,
    RESOURCES,
    THEMES,
    Colours,
    ThemeName,
    contrast,
    filled,
    recoloured,
    views,
    wearing,
)
from app.icons import Mark, coloured_icon, icon, swatch, view_icon

__all__ = [
    "RESOURCES",
    "THEMES",
    "Mark",
    "coloured_icon",
    "contrast",
    "icon",
    "swatch",
    "view_icon",
    "views",
    "wearing",
]
Choice = Literal["dark", "light", "system"]
CHOICES: tuple[Choice, ...] = get_args(Choice)
LEAST_POINTS = 10.0


def choice_of(text: str) -> Choice:
    """What settings keep; dark for what is no choice."""
    return next((choice for choice in CHOICES if choice == text), "dark")


def __getattr__(name: str) -> str:
    if name not in NAMES:
        raise AttributeError(f"no colour {name!r}")
    return str(getattr(wearing.colours, name))


def colour(name: str) -> QColor:
    """A colour of the theme worn by its name in ``Colours``, for tables that keep names."""
    return QColor(str(getattr(wearing.colours, name)))


def apply(app: QApplication, choice: Choice = "dark") -> None:
    """Dress the whole application, now and whenever the choice or the system changes."""
    wardrobe = app.findChild(Wardrobe)
    if wardrobe is None:  # the rest is done once: a style dresses every widget anew
        app.setStyle("Fusion")
        font = app.font()
        font.setPointSizeF(max(font.pointSizeF(), LEAST_POINTS))
        app.setFont(font)
        app.setWindowIcon(QIcon(str(RESOURCES / "icons" / "slicewise.svg")))
        wardrobe = Wardrobe(app)
    wardrobe.choose(choice)


def style_sheet(colours: Colours) -> str:
    """The style sheet with its ``@NAME@`` tokens replaced by colours and the theme's folder."""
    name = next(name for name, table in THEMES.items() if table == colours)
    text = (RESOURCES / "slicewise.qss").read_text(encoding="utf-8")
    return filled(text, colours).replace("@PICTURES@", (RESOURCES / "themes" / name).as_posix())


def palette(colours: Colours) -> QPalette:
    """The same colours for what the style sheet does not reach."""
    role = QPalette.ColorRole
    roles = {
        role.Window: colours.BACKGROUND,
        role.WindowText: colours.TEXT,
        role.Base: colours.FIELD,
        role.AlternateBase: colours.SURFACE,
        role.Text: colours.TEXT,
        role.PlaceholderText: colours.MUTED,
        role.Button: colours.RAISED,
        role.ButtonText: colours.TEXT,
        role.BrightText: colours.BAD,
        role.ToolTipBase: colours.RAISED,
        role.ToolTipText: colours.TEXT,
        role.Highlight: colours.SELECTION,
        role.HighlightedText: colours.TEXT,
        role.Accent: colours.ACCENT,
        role.Link: colours.ACCENT,
        role.LinkVisited: colours.ACCENT,
        role.Light: colours.RAISED,
        role.Midlight: colours.RAISED,
        role.Mid: colours.BORDER,
        role.Dark: colours.BORDER,
        role.Shadow: colours.VIEW,
    }
    result = QPalette()
    for which, colour in roles.items():
        result.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.DISABLED))
    return result


def keep_dark(widget: QWidget) -> None:
    """Let ``widget`` and all that lies in it be dark in every theme: it holds scans."""
    _DarkRoom(widget)


class _DarkRoom(QObject):
    """Keeps one widget in the dark."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.setProperty("dark_room", True)
        widget.setAutoFillBackground(True)
        wearing.changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        is_dark = wearing.colours == views
        self._widget.setStyleSheet("" if is_dark else style_sheet(views))
        self._widget.setPalette(QPalette() if is_dark else palette(views))


def scheme_of(app: QApplication) -> Qt.ColorScheme:
    """What the system asks for."""
    return app.styleHints().colorScheme()


class Wardrobe(QObject):
    """Puts the chosen theme on the application; a child of it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice: Choice = "dark"
        self._dressed: Colours | None = None
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def choose(self, choice: Choice) -> None:
        self._choice = choice
        self._follow()

    @Slot()
    def _follow(self) -> None:
        name: ThemeName = "light" if self._choice == "light" else "dark"
        if self._choice == "system":
            name = "light" if scheme_of(self._app) == Qt.ColorScheme.Light else "dark"
        before, colours = self._dressed, THEMES[name]
        if colours == before:
            return
        self._dressed = colours
        self._app.setPalette(palette(colours))
        self._app.setStyleSheet("")  # to dress anew takes a quarter of the time of a change
        self._app.setStyleSheet(style_sheet(colours))
        wearing.put_on(name)
        if before is not None:
            for widget in self._app.allWidgets():
                _recolour(widget, before, colours)


def _recolour(widget: QWidget, before: Colours, after: Colours) -> None:
    """Exchange the colours written into rich text and into a style sheet of its own."""
    if _is_kept_dark(widget):
        return
    own = widget.styleSheet()
    if own and (fresh := recoloured(own, before, after)) != own:
        widget.setStyleSheet(fresh)
    if isinstance(widget, QLabel) and "#" in widget.text():
        widget.setText(recoloured(widget.text(), before, after))
    elif isinstance(widget, QTextEdit):
        html = widget.toHtml()
        if (other := recoloured(html, before, after)) != html:
            widget.setHtml(other)


def _is_kept_dark(widget: QWidget | None) -> bool:
    while widget is not None:
        if widget.property("dark_room"):
            return True
        widget = widget.parentWidget()
    return False
