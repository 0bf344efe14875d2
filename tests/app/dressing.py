"""The application in its clothes for a while: other tests look at plain widgets."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication

from app import theme


@contextmanager
def worn(app: QApplication) -> Iterator[None]:
    """The dark theme at first; whatever is worn is taken off at the end."""
    style, palette, font = app.style().name(), app.palette(), app.font()
    theme.apply(app, "dark")
    yield
    theme.apply(app, "dark")
    for child in app.findChildren(theme.Wardrobe):
        child.setParent(None)
        child.deleteLater()
    app.setStyleSheet("")
    app.setStyle(style)
    app.setPalette(palette)
    app.setFont(font)
