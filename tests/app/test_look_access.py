"""Every control can be reached by keys, is named for a screen reader, and none is cut."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QSettings, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMenuBar,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app import theme
from app.main_window import MainWindow
from app.panels.window import WindowPanel
from app.session import Session
from app.settings import Settings
from tests.app.dressing import worn
from tests.app.watchdog import Watchdog
from unet_core.volume import LabelMap, Volume

SMALL = (1024, 700)
WAIT_MS = 20_000
INSIDE = ("qt_", "ScrollLeftButton", "ScrollRightButton")
"""Beginnings of the names of what Qt puts into its own widgets."""


@pytest.fixture(scope="module")
def clothes(qapp: QApplication) -> Iterator[QApplication]:
    with worn(qapp):
        yield qapp


@pytest.fixture(scope="module")
def windows(
    clothes: QApplication,
    case: tuple[Volume, LabelMap],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[dict[str, MainWindow]]:
    """The window as small as it gets to be used, without and with a scan and its mask."""
    made: dict[str, MainWindow] = {}
    for name in ("empty", "open"):
        ini = str(tmp_path_factory.mktemp("settings") / f"{name}.ini")
        settings = Settings(QSettings(ini, QSettings.Format.IniFormat))
        made[name] = MainWindow(Session(), settings)
    made["open"].session.set_volume(case[0])
    made["open"].session.add_label_map(case[1])
    yield made
    for window in made.values():
        window.close()
        window.deleteLater()


@pytest.fixture(params=["empty", "open"])
def small(
    request: pytest.FixtureRequest,
    qtbot: QtBot,
    windows: dict[str, MainWindow],
    never_late: Watchdog,
) -> Iterator[MainWindow]:
    """One of them, shown."""
    window = windows[request.param]
    window.show()
    window.resize(*SMALL)
    window.docks.fit()
    window.activateWindow()
    QApplication.processEvents()
    yield window
    grey = window.panels["dock_window"]
    assert isinstance(grey, WindowPanel)
    qtbot.waitUntil(lambda: not grey.is_counting, timeout=WAIT_MS)
    window.hide()
    never_late.begin()  # every panel is dressed and shown for the first time here


def _pages(window: MainWindow) -> Iterator[QWidget]:
    """Every part of the window in turn, each panel in front once."""
    yield window.viewer
    yield window.statusBar()
    for dock in window.findChildren(QDockWidget):
        window.docks.bring(dock.objectName())
        QApplication.processEvents()
        yield dock
        if dock.objectName() == "dock_messages":
            dock.hide()


def _shown(page: QWidget) -> list[QWidget]:
    return [widget for widget in page.findChildren(QWidget) if widget.isVisible()]


def _is_inside_another(widget: QWidget) -> bool:
    """Part of a spin box, a combo box, a list or a tab bar, named with it."""
    name = widget.objectName()
    parent = widget.parentWidget()
    if any(name.startswith(start) for start in INSIDE):
        return True
    owners = (QComboBox, QAbstractItemView, QTabBar, QLineEdit)
    if isinstance(widget, QLineEdit):
        return parent is not None and parent.inherits("QAbstractSpinBox")
    return isinstance(parent, owners) or widget.inherits("QTabBar")


def _said(widget: QWidget) -> str:
    """What a screen reader says of it: its name, or its words, or those of its label."""
    own = widget.accessibleName() or widget.accessibleDescription()
    if own:
        return own
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.text()
    buddies = [b for b in widget.window().findChildren(QLabel) if b.buddy() is widget]
    return buddies[0].text() if buddies else ""


def test_whatever_takes_the_keyboard_is_named(small: MainWindow) -> None:
    nameless = {
        f"{page.objectName()}: {type(widget).__name__} {widget.objectName()!r}"
        for page in _pages(small)
        for widget in _shown(page)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not _is_inside_another(widget)
        and not _said(widget)
    }
    assert nameless == set()


def test_every_button_has_a_tip_or_words(small: MainWindow) -> None:
    mute = {
        f"{page.objectName()}: {button.objectName()}"
        for page in _pages(small)
        for button in page.findChildren(QAbstractButton)
        if button.isVisible()
        and not _is_inside_another(button)
        and not (button.toolTip() or button.text())
    }
    assert mute == set()


def test_nothing_is_cut_in_a_small_window(small: MainWindow) -> None:
    cut = {
        f"{page.objectName()}: {type(widget).__name__} {widget.objectName()!r} {how}"
        for page in _pages(small)
        for widget in _shown(page)
        if not _is_inside_another(widget) and (how := _cut(widget))
    }
    assert cut == set()


def _cut(widget: QWidget) -> str:
    """How a widget with words is cut; empty if it is not."""
    if isinstance(widget, QLabel) and widget.wordWrap() and widget.text():
        needed = widget.heightForWidth(widget.width())
        if needed > widget.height() + 1:
            return f"{widget.height()} px high, needs {needed}: {widget.text()[:40]!r}"
    elif isinstance(widget, QLabel | QAbstractButton) and widget.text():
        least = widget.sizeHint()
        if least.width() > widget.width() + 1 or least.height() > widget.height() + 1:
            return f"{widget.size().toTuple()} needs {least.toTuple()}: {widget.text()[:40]!r}"
    return _beyond(widget)


def _beyond(widget: QWidget) -> str:
    """Whether a control reaches beyond what shows it, sideways, where nothing scrolls."""
    if not isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit):
        return ""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        area = parent.parentWidget()
        if isinstance(parent, QScrollArea | QAbstractItemView):
            break
        if isinstance(area, QScrollArea) and parent is area.viewport():
            place = QRect(widget.mapTo(parent, widget.rect().topLeft()), widget.size())
            if place.right() > parent.width() or place.left() < 0:
                return f"reaches to {place.right()} of {parent.width()}"
        parent = area
    return ""


@pytest.mark.parametrize("small", ["open"], indirect=True)
def test_tab_goes_round_everything_and_is_never_caught(small: MainWindow) -> None:
    for page in [None, *small.findChildren(QDockWidget)]:
        if page is not None:
            small.docks.bring(page.objectName())
            QApplication.processEvents()
        start = small.viewer.views["axial"]
        start.setFocus()
        visited: list[QWidget] = []
        for _ in range(200):
            small.focusNextPrevChild(True)
            focused = small.focusWidget()
            if focused is start:
                break
            assert focused not in visited, f"caught at {focused.objectName()}"
            visited.append(focused)
        assert small.focusWidget() is start
        reachable = {
            widget
            for widget in _shown(small)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isEnabled()
            and not widget.visibleRegion().isEmpty()
            and widget.focusProxy() is None
            and not isinstance(widget, QMenuBar | QStackedWidget)
        }
        missed = {
            widget.objectName() or type(widget).__name__
            for widget in reachable - set(visited) - {start}
            if not _is_inside_another(widget)
        }
        assert missed == set()


def test_focus_can_be_seen(window: MainWindow, clothes: QApplication, never_late: Watchdog) -> None:
    window.activateWindow()
    QApplication.processEvents()
    same = []
    for page in _pages(window):
        for widget in _shown(page):
            wanted = isinstance(widget, QAbstractButton | QLineEdit | QComboBox)
            if not wanted or not widget.isEnabled() or _is_inside_another(widget):
                continue
            if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                continue
            window.viewer.views["axial"].setFocus()
            before = widget.grab().toImage()
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            if widget.grab().toImage() == before:
                same.append(f"{page.objectName()}: {widget.objectName()}")
    assert same == []
    never_late.begin()  # every panel is dressed and shown for the first time here


@pytest.mark.parametrize("small", ["open"], indirect=True)
def test_scroll_areas_are_no_stop_of_their_own(small: MainWindow) -> None:
    stops = {
        area.objectName() or type(area.parentWidget()).__name__
        for page in _pages(small)
        for area in _shown(page)
        if type(area) in (QScrollArea, QAbstractScrollArea)
        and area.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    assert stops == set()


@pytest.mark.parametrize("small", ["open"], indirect=True)
@pytest.mark.parametrize("name", sorted(theme.THEMES))
def test_window_is_painted_in_each_theme(
    small: MainWindow, clothes: QApplication, name: str
) -> None:
    theme.apply(clothes, theme.choice_of(name))
    QApplication.processEvents()
    image = small.grab().toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 9)
        for y in range(0, image.height(), 9)
    }
    worn = theme.THEMES[theme.wearing.name]
    assert {worn.BACKGROUND, worn.SURFACE, worn.VIEW} <= colours
