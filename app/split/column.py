"""A side of the board with its heading and its share of everything."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app import theme
from app.glossary import explained
from app.panel_parts import heading
from app.split.balance import SIDE_TITLES, Load, Row, rows_of
from app.split.cards import CardList
from app.translation import tr
from unet_core.split import Person, Side

BAR_SIZE = QSize(60, 6)
EMPTY_WORDS = {
    "train": tr("Nobody learns yet."),
    "validation": tr("Nobody yet. Drag patients here, or press Propose split."),
    "test": tr("Nobody yet. Patients kept here are scored once, at the very end."),
}
UNKNOWN = tr("Not known: a scan is not checked yet, or its file has no scale.")
_TERMS = {"train": "training_patients", "validation": "validation", "test": "test"}
_ROWS = 4


class ShareBar(QWidget):
    """How much of the whole is here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share: float | None = None
        self.setMinimumSize(BAR_SIZE)

    def sizeHint(self) -> QSize:
        return BAR_SIZE

    def show_share(self, share: float | None) -> None:
        """Draw it; nothing where it is not known."""
        if share != self._share:
            self._share = share
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            place = self.rect()
            place.setHeight(BAR_SIZE.height())
            place.moveCenter(self.rect().center())
            painter.setBrush(QColor(theme.BORDER))
            painter.drawRoundedRect(place, 3, 3)
            if self._share:
                place.setWidth(max(round(place.width() * min(self._share, 1.0)), 3))
                painter.setBrush(QColor(theme.PROGRESS))
                painter.drawRoundedRect(place, 3, 3)


class SideColumn(QWidget):
    """Heading, balance and cards of one side."""

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = side
        title = heading(SIDE_TITLES[side])
        title.setObjectName(f"split_title_{side}")
        title.setToolTip(explained(_TERMS[side]))
        self.cards = CardList(side, EMPTY_WORDS[side])
        self.cards.setToolTip(
            tr("Drag patients to another side, or choose them and press Left or Right.")
        )
        self._balance = QGridLayout()
        self._balance.setContentsMargins(0, 0, 0, 4)
        self._balance.setHorizontalSpacing(8)
        self._balance.setVerticalSpacing(2)
        self._balance.setColumnStretch(1, 1)
        self._rows = [self._row(number) for number in range(_ROWS)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(title)
        layout.addLayout(self._balance)
        layout.addWidget(self.cards, 1)

    def _row(self, number: int) -> tuple[QLabel, ShareBar, QLabel, QLabel]:
        title, bar, value, share = QLabel(), ShareBar(), QLabel(), QLabel()
        title.setProperty("muted", True)
        share.setProperty("muted", True)
        for label in (value, share):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        share.setMinimumWidth(share.fontMetrics().horizontalAdvance("100 %"))
        for column, widget in enumerate((title, bar, value, share)):
            self._balance.addWidget(widget, number, column)
        value.setObjectName(f"split_{self.side}_{number}")
        return title, bar, value, share

    def show_people(
        self,
        people: Sequence[Person],
        everybody: Load,
        weights: Mapping[str, float],
        *,
        locked: bool,
    ) -> None:
        """Show who is here; ``weights`` say how much tumour each person of the data set has."""
        self.cards.show_people(people, weights, locked=locked)
        for widgets, row in zip(self._rows, rows_of(Load.of(people), everybody), strict=True):
            self._fill(widgets, row)

    def _fill(self, widgets: tuple[QLabel, ShareBar, QLabel, QLabel], row: Row) -> None:
        title, bar, value, share = widgets
        title.setText(row.title)
        bar.show_share(row.share)
        value.setText(row.value)
        value.setToolTip(UNKNOWN if row.share is None else "")
        share.setText("" if row.share is None else f"{row.share:.0%}".replace("%", " %"))
