"""Themes and icons: colours that can be read, one look for all drawings, changed while shown."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app import theme
from app.actions import ACTIONS
from app.colours import NAMES, THEMES, Colours, contrast, recoloured
from app.icons import FOLDER, STROKE, Mark, coloured_icon, icon, view_icon
from app.main_window import MainWindow
from app.panel_parts import Words, combo_box
from app.plots import CurvePlot
from app.session import Session
from app.settings import Settings
from tests.app.dressing import worn
from tests.app.watchdog import Watchdog

TEXT, CONTROL = 4.5, 3.0
"""Least contrast of text and of what a control is known by (WCAG 2.2, 1.4.3 and 1.4.11, AA)."""
GROUNDS = ("BACKGROUND", "SURFACE", "RAISED", "FIELD")
CARDS = ("ERROR_GROUND", "QUESTION_GROUND", "GOOD_GROUND", "NOTICE_GROUND")
THEME_NAMES = sorted(THEMES)


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application in its clothes."""
    with worn(qapp):
        yield qapp


# --- colours ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", THEME_NAMES)
def test_text_can_be_read_on_every_ground(name: str) -> None:
    colours = THEMES[name]
    pairs = [(text, ground) for text in ("TEXT", "MUTED") for ground in (*GROUNDS, *CARDS)]
    pairs += [("TEXT", "SELECTION"), ("MUTED", "SELECTION"), ("TEXT", "PROGRESS")]
    pairs += [("ON_ACCENT", "ACCENT"), ("ON_ACCENT", "ACCENT_RAISED")]
    pairs += [(said, g) for said in ("GOOD", "WARNING", "BAD", "ACCENT") for g in GROUNDS[:2]]
    pairs += [(said, "FIELD") for said in ("GOOD", "WARNING", "BAD", "ACCENT")]
    pairs += [("BAD", "ERROR_GROUND"), ("WARNING", "QUESTION_GROUND"), ("GOOD", "GOOD_GROUND")]
    assert _weak(colours, pairs, TEXT) == []
    assert contrast(colours.TEXT, colours.SURFACE) >= 7


@pytest.mark.parametrize("name", THEME_NAMES)
def test_controls_can_be_told_from_what_they_lie_on(name: str) -> None:
    pairs = [(line, ground) for line in ("EDGE", "DISABLED", "ACCENT") for ground in GROUNDS]
    pairs += [(curve, "SURFACE") for curve in ("TRAINING", "VALIDATION", "GOOD")]
    pairs += [("ACCENT", "SELECTION")]
    assert _weak(THEMES[name], pairs, CONTROL) == []


def _weak(colours: Colours, pairs: list[tuple[str, str]], least: float) -> list[str]:
    return [
        f"{one} on {other}: {found:.2f}"
        for one, other in pairs
        if (found := contrast(getattr(colours, one), getattr(colours, other))) < least
    ]


def test_views_are_the_same_in_every_theme() -> None:
    for name in ("VIEW", "AXIAL", "SAGITTAL", "CORONAL"):
        assert len({getattr(colours, name) for colours in THEMES.values()}) == 1
    assert theme.views.VIEW == "#000000"
    for plane in (theme.views.AXIAL, theme.views.SAGITTAL, theme.views.CORONAL):
        assert contrast(plane, theme.views.VIEW) >= TEXT
        assert contrast(plane, theme.views.BACKGROUND) >= TEXT


@pytest.mark.parametrize("name", THEME_NAMES)
def test_no_colour_stands_for_two_things(name: str) -> None:
    values = [getattr(THEMES[name], one) for one in NAMES]
    assert len(set(values)) == len(values)
    assert all(re.fullmatch("#[0-9a-f]{6}", value) for value in values)


def test_colours_are_exchanged_both_ways() -> None:
    dark, light = THEMES["dark"], THEMES["light"]
    text = "; ".join(getattr(dark, name) for name in NAMES)
    other = recoloured(text, dark, light)
    assert other == "; ".join(getattr(light, name) for name in NAMES)
    assert recoloured(other, light, dark) == text


@pytest.mark.parametrize("name", THEME_NAMES)
def test_style_sheet_has_no_token_left_and_its_pictures_exist(name: str) -> None:
    sheet = theme.style_sheet(THEMES[name])
    rules = sheet.split("*/", 1)[1]
    assert "@" not in rules
    own = {getattr(THEMES[name], token) for token in NAMES}
    assert set(re.findall("#[0-9a-f]{6}", rules)) <= own
    for part in rules.split("url(")[1:]:
        assert (theme.RESOURCES / "themes" / name / part.split(")")[0].rsplit("/", 1)[1]).is_file()


def test_pictures_of_the_style_sheet_are_the_same_drawings_in_each_theme() -> None:
    folders = [theme.RESOURCES / "themes" / name for name in THEME_NAMES]
    assert len({tuple(sorted(file.name for file in folder.iterdir())) for folder in folders}) == 1
    for file in folders[0].iterdir():
        drawings = {
            recoloured((folder / file.name).read_text(), THEMES[name], THEMES["dark"])
            for folder, name in zip(folders, THEME_NAMES, strict=True)
        }
        assert len(drawings) == 1, file.name


# --- icons -----------------------------------------------------------------------------------


def test_icons_are_drawn_alike() -> None:
    for file in FOLDER.glob("*.svg"):
        if file.stem == "slicewise":
            continue
        svg = file.read_text()
        assert 'viewBox="0 0 24 24"' in svg, file.name
        assert svg.count(STROKE) == 1, file.name
        assert "stroke-width" not in svg.replace(STROKE, ""), file.name
        assert 'stroke-linecap="round" stroke-linejoin="round"' in svg, file.name
        assert not re.search(r"#[0-9a-fA-F]{3,}", svg), file.name


def test_icons_keep_clear_of_the_edge_and_fill_their_square() -> None:
    for file in FOLDER.glob("*.svg"):
        if file.stem == "slicewise":
            continue
        image = icon(file.stem).pixmap(QSize(48, 48)).toImage()
        xs, ys = zip(*_opaque(image), strict=True)
        assert min(*xs, *ys) >= 1, file.name
        assert max(*xs, *ys) <= 46, file.name
        assert max(max(xs) - min(xs), max(ys) - min(ys)) >= 26, file.name


@pytest.mark.parametrize("side", [16, 24, 32])
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_icons_are_sharp_at_every_size_and_density(side: int, ratio: float) -> None:
    found = icon("four_up").pixmap(QSize(side, side), ratio)
    assert found.size() == QSize(side, side) * ratio
    assert found.devicePixelRatio() == ratio
    strongest = max(found.toImage().pixelColor(x, y).alpha() for x, y in _opaque(found.toImage()))
    assert strongest >= 200, "a line that covers no pixel wholly looks grey"


def test_icons_say_whether_they_can_be_used_and_are_on() -> None:
    for row in ACTIONS:
        assert (FOLDER / f"{row.icon}.svg").is_file(), row.name
    off = _ink(icon("open").pixmap(QSize(24, 24)).toImage())
    on = _ink(icon("open").pixmap(QSize(24, 24), QIcon.Mode.Normal, QIcon.State.On).toImage())
    grey = _ink(icon("open").pixmap(QSize(24, 24), QIcon.Mode.Disabled).toImage())
    assert (off, on, grey) == (theme.TEXT, theme.ACCENT, theme.DISABLED)


def test_every_icon_is_used() -> None:
    sources = "".join(
        file.read_text(encoding="utf-8") for file in theme.RESOURCES.parent.glob("app/**/*.py")
    )
    unused = [file.stem for file in FOLDER.glob("*.svg") if f'"{file.stem}"' not in sources]
    assert [name for name in unused if name != "slicewise"] == []


def _opaque(image: QImage) -> list[tuple[int, int]]:
    return [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 100
    ]


def _ink(image: QImage) -> str:
    """The colour of the most opaque pixel."""
    x, y = max(_opaque(image), key=lambda at: image.pixelColor(*at).alpha())
    return image.pixelColor(x, y).name()


# --- worn and changed ------------------------------------------------------------------------


def test_theme_changes_while_the_window_is_shown_and_is_remembered(
    dressed: QApplication, window: MainWindow, never_late: Watchdog
) -> None:
    label, page, mark = QLabel(), QTextBrowser(), Mark()
    label.setText(f'<span style="color:{theme.MUTED}">quiet</span>')
    page.setHtml(f'<p style="color:{theme.ACCENT}">a heading</p>')
    mark.show_icon(coloured_icon("warning", "WARNING"))
    dark = theme.TEXT
    window.actions_by_name["action_theme_light"].trigger()
    assert theme.TEXT == THEMES["light"].TEXT != dark
    assert dressed.palette().window().color().name() == THEMES["light"].BACKGROUND
    assert THEMES["light"].MUTED in label.text()
    assert THEMES["light"].ACCENT in page.toHtml()
    assert _ink(mark.grab().toImage()) != THEMES["dark"].WARNING
    assert Settings().theme == "light"
    window.actions_by_name["action_theme_dark"].trigger()
    assert dark == theme.TEXT
    assert THEMES["dark"].MUTED in label.text()
    assert Settings().theme == "dark"
    never_late.begin()  # Qt dresses every widget anew at one go, which is asked for once a day


def test_views_and_their_frames_stay_dark(dressed: QApplication, window: MainWindow) -> None:
    theme.apply(dressed, "light")
    QApplication.processEvents()
    image = window.viewer.grab().toImage()
    places = [(x, y) for x in range(2, image.width(), 7) for y in range(2, image.height(), 7)]
    bright = [at for at in places if image.pixelColor(*at).lightness() > 200]
    assert len(bright) < 0.05 * len(places)
    ground = window.docks["dock_data"].widget().grab().toImage().pixelColor(2, 2)
    assert ground.lightness() > 200
    play = next(b for b in window.viewer.findChildren(QToolButton) if not b.icon().isNull())
    assert _ink(play.icon().pixmap(QSize(24, 24)).toImage()) == theme.views.TEXT


def test_icon_of_a_view_does_not_follow_the_theme(dressed: QApplication) -> None:
    theme.apply(dressed, "light")
    assert _ink(view_icon("four_up").pixmap(QSize(24, 24)).toImage()) == theme.views.TEXT
    assert _ink(icon("four_up").pixmap(QSize(24, 24)).toImage()) == THEMES["light"].TEXT


def test_plots_follow(qtbot: QtBot, dressed: QApplication) -> None:
    plot = CurvePlot("a_plot", "A plot")
    qtbot.addWidget(plot)
    plot.resize(300, 200)
    for name in ("dark", "light"):
        theme.apply(dressed, name)
        ground = plot.canvas.picture().toImage().pixelColor(1, 1)
        assert ground == QColor(THEMES[name].SURFACE)


def test_system_theme_follows_the_system(
    dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints = dressed.styleHints()
    for scheme, name in ((Qt.ColorScheme.Light, "light"), (Qt.ColorScheme.Dark, "dark")):
        monkeypatch.setattr(theme, "scheme_of", lambda _, scheme=scheme: scheme)
        theme.apply(dressed, "system")
        hints.colorSchemeChanged.emit(scheme)
        assert theme.wearing.name == name


@pytest.mark.parametrize("kept", ["", "purple", "dark", "light", "system"])
def test_what_settings_keep_is_a_choice(kept: str) -> None:
    assert theme.choice_of(kept) == (kept if kept in theme.CHOICES else "dark")


def test_tick_stands_at_the_theme_that_is_kept(qtbot: QtBot) -> None:
    Settings().theme = "system"
    window = MainWindow(Session())
    qtbot.addWidget(window)
    ticked = [n for n in theme.CHOICES if window.actions_by_name[f"action_theme_{n}"].isChecked()]
    assert ticked == ["system"]
    window.close()


def test_unknown_colour_is_an_error() -> None:
    with pytest.raises(AttributeError, match="no colour 'PINK'"):
        theme.__getattr__("PINK")


# --- the tool bar ----------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1024, 1280, 1600, 2560])
def test_tool_bar_is_never_cut(qtbot: QtBot, dressed: QApplication, width: int) -> None:
    window = MainWindow(Session())
    qtbot.addWidget(window)
    window.show()
    window.resize(width, 720)
    QApplication.processEvents()
    bar = window.findChild(QWidget, "tool_bar")
    shown = [bar.widgetForAction(action) for action in bar.actions()]
    assert all(widget.isVisible() for widget in shown), "nothing is left to the overflow"
    assert max(widget.geometry().right() for widget in shown) <= bar.width()
    for one, other in pairwise(shown):
        assert one.geometry().right() < other.geometry().left() + 1
    words = bar.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextUnderIcon
    assert words or width < 1280
    window.close()


def test_a_list_with_the_keyboard_shows_all_of_its_names(
    qtbot: QtBot, dressed: QApplication
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    combo = combo_box("names")
    combo.addItems(["as long as it takes", "a quarter of an hour", "an hour", "a night (8 hours)"])
    QVBoxLayout(window).addWidget(combo)
    window.show()
    combo.setFocus()
    combo.showPopup()

    assert combo.view().verticalScrollBar().maximum() == 0
    combo.hidePopup()


class _Asked(QObject):
    """Counts how often a widget is asked to lay out its children again."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def test_a_sentence_that_is_given_too_little_room_asks_again(
    qtbot: QtBot, dressed: QApplication
) -> None:
    """Forms now and then lay out a row by the height that its sentence had before."""
    host, asked = QWidget(), _Asked()
    qtbot.addWidget(host)
    words = Words("The settings below are those of the plan.", host)
    words.resize(120, 80)
    host.show()
    qtbot.wait(1)
    host.installEventFilter(asked)
    words.resize(120, 70)
    qtbot.wait(1)
    assert asked.count == 0, "it is not cut"
    words.resize(120, 12)

    qtbot.waitUntil(lambda: asked.count > 0)
