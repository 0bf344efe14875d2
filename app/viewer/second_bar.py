"""One line under the views while a second scan is open: linking, blending, flickering."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.translation import tr
from app.viewer.planes import PLANES, Plane
from app.viewer.second_scan import SecondScan

FULL = 100
NARROW_PX, LEAST_PX = 560, 250


class SecondBar(QWidget):
    """What can be done with the two scans.

    Signals:
        share_changed: How much of the second scan is drawn over the first, 0 to 1.
        plane_chosen: A plane to show side by side.
        close_requested: The second scan is to be put away.
    """

    share_changed = Signal(float)
    plane_chosen = Signal(str)
    close_requested = Signal()

    def __init__(self, second: SecondScan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("second_bar")
        self._second = second
        self._plane = QComboBox()
        self._plane.setObjectName("second_plane")
        self._plane.setAccessibleName(tr("Plane shown side by side"))
        self._plane.setToolTip(tr("Plane shown side by side"))
        for plane, cut in PLANES.items():
            self._plane.addItem(cut.title, plane)
        self._link = _button("second_link", tr("Linked"), "link")
        self._link.setCheckable(True)
        self._blend = QSlider(Qt.Orientation.Horizontal)
        self._blend.setObjectName("second_blend")
        self._blend.setAccessibleName(tr("Share of the second scan over the first"))
        self._blend.setRange(0, FULL)
        self._blend.setPageStep(25)
        self._blend.setMaximumWidth(180)
        self._word = QLabel(tr("Blend"))
        self._word.setBuddy(self._blend)
        self._share = QLabel()
        self._flicker = _button("second_flicker", tr("Flicker"), "flicker")
        self._says = QLabel()
        self._says.setObjectName("second_says")
        self._close = _button("second_close", tr("Close second scan"), "close")
        self._close.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._close.setToolTip(tr("Put the second scan away"))
        self._lay_out()
        self._link.clicked.connect(self._on_link)
        self._blend.valueChanged.connect(self._on_blend)
        self._flicker.clicked.connect(self.flicker)
        self._plane.activated.connect(self._on_plane)
        self._close.clicked.connect(self._on_close)
        second.changed.connect(self._on_changed)
        second.session.cursor_changed.connect(self._write)
        self._on_changed()

    @property
    def share(self) -> float:
        """How much of the second scan is drawn over the first."""
        return self._blend.value() / FULL

    def set_share(self, share: float) -> None:
        """Draw so much of the second scan over the first, where they can be laid over another."""
        if self._blend.isEnabled():
            self._blend.setValue(round(min(max(share, 0.0), 1.0) * FULL))

    @property
    def sentence(self) -> str:
        """What it says about the two."""
        return self._says.text()

    @Slot()
    def flicker(self) -> None:
        """The second scan in place of the first, or the first again."""
        if self._blend.isEnabled():
            self._blend.setValue(0 if self._blend.value() > FULL // 2 else FULL)

    def show_plane(self, plane: Plane | None) -> None:
        """Which plane is side by side; None where the layout is another."""
        self._plane.setVisible(plane is not None)
        if plane is not None:
            with QSignalBlocker(self._plane):
                self._plane.setCurrentIndex(self._plane.findData(plane))

    def _lay_out(self) -> None:
        for label in (self._word, self._share, self._says):
            label.setProperty("muted", True)
        self._says.setWordWrap(True)
        self._share.setMinimumWidth(self._share.fontMetrics().horizontalAdvance("100 %"))
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._plane)
        row.addWidget(self._link)
        row.addWidget(self._word)
        row.addWidget(self._blend, 1)
        row.addWidget(self._share)
        row.addWidget(self._flicker)
        row.addStretch(1)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 2, 4, 2)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._says)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window pictures stand for words."""
        style = Qt.ToolButtonStyle
        words = (
            style.ToolButtonTextBesideIcon if self.width() > NARROW_PX else style.ToolButtonIconOnly
        )
        self._word.setVisible(self.width() > NARROW_PX)
        for button in (self._link, self._flicker):
            button.setToolButtonStyle(words)

    def minimumSizeHint(self) -> QSize:
        """The views decide how wide the window can be, not this line."""
        return QSize(LEAST_PX, super().minimumSizeHint().height())

    @Slot()
    def _on_changed(self) -> None:
        second = self._second
        self.setVisible(second.volume is not None)
        with QSignalBlocker(self._link):
            self._link.setChecked(second.is_linked)
        self._link.setEnabled(second.can_link)
        self._link.setToolTip(
            tr("Move both by the same mm, from where each stands now")
            if second.obstacle
            else tr("Keep both at the same place of the patient")
        )
        can_blend = second.volume is not None and not second.obstacle
        for widget in (self._blend, self._flicker):
            widget.setEnabled(can_blend)
        self._blend.setToolTip(
            tr("Blend over the open scan: left none of the second, right nothing but it")
        )
        self._flicker.setToolTip(tr("Show the second scan in place of the first, or back (T)"))
        if not can_blend:
            self._blend.setValue(0)
        self._write()
        self._on_blend(self._blend.value())

    @Slot()
    def _write(self) -> None:
        second = self._second
        text = second.obstacle
        if second.volume is not None and not text and second.is_beyond:
            text = tr(
                "{scan} ends before this place: its nearest slice is shown.",
                scan=second.volume.name,
            )
        elif second.is_linked_by_hand:
            text = " ".join((text, tr("They move together from where you linked them.")))
        self._says.setText(text)
        self._says.setVisible(bool(text))

    @Slot(bool)
    def _on_link(self, is_on: bool) -> None:
        self._second.set_linked(is_on)

    @Slot(int)
    def _on_blend(self, value: int) -> None:
        self._share.setText(f"{value} %")
        self.share_changed.emit(value / FULL)

    @Slot(int)
    def _on_plane(self, index: int) -> None:
        self.plane_chosen.emit(self._plane.itemData(index))

    @Slot()
    def _on_close(self) -> None:
        self.close_requested.emit()


def _button(name: str, text: str, icon: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setText(text)
    button.setAccessibleName(text)
    button.setIcon(theme.view_icon(icon))
    button.setIconSize(QSize(16, 16))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setAutoRaise(True)
    return button
