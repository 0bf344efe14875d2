"""One picture of a batch as large as there is room, beside itself before augmentation."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app import theme
from app.network.grid import SheetModel
from app.network.saying import say
from app.panel_parts import Words, button, muted
from app.translation import tr
from unet_core.sheet_words import change_words, picture_shares

SIZE = (1000, 620)
LEAST_PX, MOST_PX = 200, 1024
"""A picture is drawn at this side at most and enlarged by Qt from there."""


class LargePicture(QWidget):
    """One picture of the model, square and as large as it fits."""

    def __init__(self, model: SheetModel, name: str, what: str, *, before: bool) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(what)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._model, self._before = model, before
        self._row = 0

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_PX, LEAST_PX)

    def show_row(self, row: int) -> None:
        """Another picture."""
        self._row = row
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.views.VIEW))
            if self._row >= self._model.rowCount():
                return
            side = min(self.width(), self.height())
            pixels = min(round(side * self.devicePixelRatioF()), MOST_PX)
            target = QRectF(0, 0, side, side)
            target.moveCenter(QRectF(self.rect()).center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(target, self._model.image(self._row, pixels, before=self._before))


class TileZoom(QDialog):
    """A picture, the same before augmentation, and what is known of it; arrows turn the pages."""

    def __init__(self, model: SheetModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sheet_zoom")
        self.setModal(False)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._model = model
        self.row = 0
        self._before = LargePicture(model, "zoom_before", tr("Before augmentation"), before=True)
        self._after = LargePicture(model, "zoom_after", tr("As it is learned from"), before=False)
        self.words = Words()
        self.words.setObjectName("zoom_words")
        back = button("zoom_back", tr("Previous"), tr("The picture before (Left)"))
        on = button("zoom_on", tr("Next"), tr("The next picture (Right)"))
        back.clicked.connect(self.show_previous)
        on.clicked.connect(self.show_next)
        layout = QVBoxLayout(self)
        pictures = QHBoxLayout()
        for picture, title in (
            (self._before, tr("As it lies in the data set, without augmentation")),
            (self._after, tr("As the network learns from it")),
        ):
            column = QVBoxLayout()
            column.addWidget(muted(f"{picture.objectName()}_caption", title))
            column.addWidget(picture, 1)
            pictures.addLayout(column, 1)
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(back)
        row.addWidget(on)
        layout.addLayout(pictures, 1)
        layout.addLayout(row)
        model.modelReset.connect(self.close)
        model.layoutChanged.connect(self._refresh)
        room = parent.screen().availableSize()
        self.resize(min(SIZE[0], room.width() - 40), min(SIZE[1], room.height() - 60))

    def show_row(self, row: int) -> None:
        """Come to the front with a picture."""
        self.row = row
        self._refresh()
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot()
    def show_next(self) -> None:
        """The next picture; after the last the first."""
        self._turn(1)

    @Slot()
    def show_previous(self) -> None:
        """The one before."""
        self._turn(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.show_next()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.show_previous()
        else:
            super().keyPressEvent(event)

    def _turn(self, step: int) -> None:
        count = self._model.rowCount()
        if count:
            self.row = (self.row + step) % count
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        look = self._model.look
        if look is None or self.row >= len(look.slices):
            return
        one = look.slices[self.row]
        self.setWindowTitle(
            tr("{case}, slice {number} – Slicewise", case=one.case_id, number=one.number)
        )
        shares = picture_shares(look)[self.row]
        held = ", ".join(
            tr("{name} {percent} %", name=name, percent=f"{100 * share:.2g}")
            for name, share in shares.items()
        )
        self.words.setText(
            tr(
                "What augmentation did: {changes}. Share of the picture: {held}.",
                changes=change_words(one.changes, say),
                held=held,
            )
        )
        self._before.show_row(self.row)
        self._after.show_row(self.row)
