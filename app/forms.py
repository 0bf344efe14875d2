"""Forms that follow from a config: one row for each setting, its range, unit and help included."""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, get_args, get_origin

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.core_sentences import core_tr
from app.glossary import SETTING_TERMS, explain
from app.panel_parts import form_rows
from app.translation import tr
from unet_core.config import Setting, settings_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

ConfigT = TypeVar("ConfigT", bound="DataclassInstance")
_UNIT_ENDINGS = ("_hu", "_deg", "_mm", "_ml", "_s")
_DECIMALS = 8
_TEXT_MARGINS = (6, 0, 0, 0)
"""As in the other fields; a style sheet's padding does not reach the text of a spin box."""


class Fold(QWidget):
    """A heading that shows and hides what lies under it; closed at first."""

    def __init__(self, title: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.button = QToolButton()
        self.button.setText(title)
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setArrowType(Qt.ArrowType.RightArrow)
        self.button.setProperty("fold", True)
        self.button.toggled.connect(self.set_open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button)
        layout.addWidget(content)
        content.hide()

    def set_open(self, is_open: bool) -> None:
        """Show or hide the content."""
        self.button.setChecked(is_open)
        arrow = Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow
        self.button.setArrowType(arrow)
        self._content.setVisible(is_open)


class NumberBox(QDoubleSpinBox):
    """A number without trailing zeros and with a decimal point on every computer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale.c())
        self.setDecimals(_DECIMALS)
        self.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.lineEdit().setTextMargins(*_TEXT_MARGINS)

    def textFromValue(self, value: float) -> str:
        text = f"{value:.{_DECIMALS}f}".rstrip("0")
        return text.rstrip(".") or "0"


class WheelGuard(QObject):
    """Keeps the wheel for scrolling the panel: a box takes it only once it was clicked."""

    def guard(self, box: QWidget) -> None:
        """Guard one spin or combo box."""
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_wheel = event.type() is QEvent.Type.Wheel
        if is_wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class SettingsForm(QWidget, Generic[ConfigT]):
    """Edits a frozen config; ``value`` gives a new one.

    Fields annotated with a ``Setting`` become rows, advanced ones in a fold below. A field that is
    itself a config becomes a fold of its own.

    Args:
        config: What the form shows first; its type decides the rows.
        choices: Values offered for a text field, by field name (the keys of a table).
        skip: Fields without a row, kept as they are.

    Raises:
        TypeError: If a field has a type no editor is known for, or a number has no range.
    """

    changed = Signal()

    def __init__(
        self,
        config: ConfigT,
        choices: Mapping[str, Sequence[str]] | None = None,
        skip: frozenset[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._config = config
        self._wheel = WheelGuard(self)
        self._editors: dict[str, QWidget] = {}
        self._forms: dict[str, SettingsForm[Any]] = {}
        plain, advanced = form_rows(), form_rows()
        for name, (kind, setting) in settings_of(type(config)).items():
            if name not in skip:
                editor = self._make_editor(name, kind, setting, (choices or {}).get(name))
                row = advanced if setting.advanced else plain
                row.addRow(core_tr(readable(name)), editor)
                row.labelForField(editor).setToolTip(editor.toolTip())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(plain)
        if advanced.rowCount():
            hidden = QWidget()
            hidden.setLayout(advanced)
            layout.addWidget(Fold(tr("Rarely changed"), hidden))
        self._add_inner_forms(layout, choices, skip)
        self.set_value(config)

    def value(self) -> ConfigT:
        """The config as the form shows it now."""
        changes: dict[str, Any] = {name: _read(box) for name, box in self._editors.items()}
        changes |= {name: form.value() for name, form in self._forms.items()}
        return dataclasses.replace(self._config, **changes)

    def set_value(self, config: ConfigT) -> None:
        """Show another config of the same type; ``changed`` stays silent."""
        self._config = config
        before = self.blockSignals(True)
        for name, editor in self._editors.items():
            _write(editor, getattr(config, name))
        for name, form in self._forms.items():
            form.set_value(getattr(config, name))
        self.blockSignals(before)

    def editor(self, name: str) -> QWidget:
        """The widget of one field."""
        return self._editors[name]

    def _add_inner_forms(
        self,
        layout: QVBoxLayout,
        choices: Mapping[str, Sequence[str]] | None,
        skip: frozenset[str],
    ) -> None:
        annotated = settings_of(type(self._config))
        for field in dataclasses.fields(self._config):
            value = getattr(self._config, field.name)
            if field.name in annotated or field.name in skip:
                continue
            if not dataclasses.is_dataclass(value) or isinstance(value, type):
                raise TypeError(f"{field.name} has no Setting and is no config of its own")
            form: SettingsForm[Any] = SettingsForm(value, choices, skip)
            form.changed.connect(self.changed)
            self._forms[field.name] = form
            layout.addWidget(Fold(core_tr(readable(field.name)), form))

    def _make_editor(
        self, name: str, kind: Any, setting: Setting, choices: Sequence[str] | None
    ) -> QWidget:
        editor: QWidget
        if kind is bool:
            editor = QCheckBox()
            editor.toggled.connect(self._on_edited)
        elif get_origin(kind) is Literal or (kind is str and choices is not None):
            editor = QComboBox()
            editor.addItems([str(c) for c in (choices or get_args(kind))])
            editor.currentIndexChanged.connect(self._on_edited)
        elif kind is str:
            editor = QLineEdit()
            editor.textChanged.connect(self._on_edited)
        elif kind in (int, float):
            editor = _number_box(name, kind, setting)
            editor.valueChanged.connect(self._on_edited)
        else:
            raise TypeError(f"{name} has type {kind!r}, for which there is no editor")
        if not isinstance(editor, QCheckBox | QLineEdit):
            self._wheel.guard(editor)
        editor.setObjectName(f"setting_{name}")
        editor.setToolTip(f"{core_tr(setting.help)}.")
        explain(editor, *SETTING_TERMS.get(name, ()))
        editor.setAccessibleName(core_tr(readable(name)))
        self._editors[name] = editor
        return editor

    def _on_edited(self, _value: object) -> None:
        self.changed.emit()


def readable(name: str) -> str:
    """A field's name as a heading; its unit stands behind the number already.

    >>> readable("window_low_hu"), readable("batch_size")
    ('Window low', 'Batch size')
    """
    for ending in _UNIT_ENDINGS:
        name = name.removesuffix(ending)
    return name.replace("_", " ").capitalize()


def _number_box(name: str, kind: Any, setting: Setting) -> QSpinBox | NumberBox:
    if setting.low is None or setting.high is None:
        raise TypeError(f"{name} is a number without a range")
    box: QSpinBox | NumberBox
    if kind is int:
        box = QSpinBox()
        box.lineEdit().setTextMargins(*_TEXT_MARGINS)
        box.setRange(int(setting.low), int(setting.high))
    else:
        box = NumberBox()
        box.setRange(setting.low, setting.high)
    if setting.unit:
        box.setSuffix(setting.unit if setting.unit == "°" else f" {core_tr(setting.unit)}")
    box.setAccelerated(True)
    return box


def _read(editor: QWidget) -> Any:
    if isinstance(editor, QCheckBox):
        return editor.isChecked()
    if isinstance(editor, QComboBox):
        return editor.currentText()
    if isinstance(editor, QLineEdit):
        return editor.text()
    if isinstance(editor, QSpinBox | QDoubleSpinBox):
        return editor.value()
    raise TypeError(f"no value in {editor!r}")


def _write(editor: QWidget, value: Any) -> None:
    if isinstance(editor, QCheckBox):
        editor.setChecked(value)
    elif isinstance(editor, QComboBox):
        if editor.findText(str(value)) < 0:
            editor.addItem(str(value))  # a value of a file older or newer than the table
        editor.setCurrentText(str(value))
    elif isinstance(editor, QLineEdit):
        editor.setText(value)
    elif isinstance(editor, QSpinBox | QDoubleSpinBox):
        editor.setValue(value)
