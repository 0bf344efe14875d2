"""What a new run begins with: nothing, or the weights of an existing model (fine-tuning)."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import theme
from app.panel_parts import button, file_dialog, muted
from app.translation import tr


class StartFrom(QWidget):
    """A line that says what a run begins with, and a button to choose.

    Signals:
        chosen: The model file picked; None for a start from scratch.

    Args:
        folder: Where models are looked for first.
    """

    chosen = Signal(object)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._folder = folder
        self.choose = button(
            "train_start_from",
            tr("Start from a model…"),
            tr("Go on teaching a trained model with these patients, instead of an empty network."),
        )
        self.clear = button(
            "train_start_from_clear", "", tr("Begin with an empty network instead.")
        )
        self.clear.setIcon(theme.icon("close"))
        self.words = muted("train_start_from_words")
        self.choose.clicked.connect(self._on_choose)
        self.clear.clicked.connect(self._on_clear)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.choose, 1)
        line.addWidget(self.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self.words)
        self.show_model(None)

    @property
    def path(self) -> Path | None:
        """The model a run begins with."""
        return self._path

    def show_model(self, path: Path | None) -> None:
        """Show what was chosen."""
        self._path = path
        self.clear.setVisible(path is not None)
        self.words.setVisible(path is not None)
        if path is not None:
            self.words.setText(
                tr(
                    "Begins with the weights and settings of {run}, at a tenth of the "
                    "learning rate. "
                    "That model stays as it is.",
                    run=path.parent.name,
                )
            )

    @Slot()
    def _on_choose(self) -> None:
        dialog = file_dialog(
            self, "train_start_from_dialog", tr("Model to start from"), self._folder
        )
        dialog.setNameFilter(tr("Slicewise models (*.safetensors)"))
        dialog.fileSelected.connect(self._on_picked)
        dialog.open()

    @Slot(str)
    def _on_picked(self, path: str) -> None:
        self.chosen.emit(Path(path))

    @Slot()
    def _on_clear(self) -> None:
        self.show_model(None)
        self.chosen.emit(None)
