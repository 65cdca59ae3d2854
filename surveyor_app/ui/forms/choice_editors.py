"""Editors of choices: one of a list, several of a list, yes or no, another record, and a list of free ids."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
    QWidgetAction,
)

from surveyor_app.domain.journal.fields import FieldSpec
from surveyor_app.ui.base import icons, looks, theme
from surveyor_app.ui.base.tick_box import TickBox
from surveyor_app.ui.forms.field_editors import FieldEditor
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language, tr

LEAST_CHARACTERS = 8
"""So many of them a combo box shows at least."""
Options = Sequence[tuple[object, str]]
"""Values with what they are called."""


class QuietCombo(QComboBox):
    """A combo box that a scrolling page does not change by accident, as narrow as its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        # Qt's own policy for this makes the list of every box at once, which is most of what a form costs to build.
        metrics, option = self.fontMetrics(), QStyleOptionComboBox()
        self.initStyleOption(option)
        inside = QSize(metrics.horizontalAdvance("X") * LEAST_CHARACTERS, metrics.height() + 2)
        return self.style().sizeFromContents(QStyle.ContentsType.CT_ComboBox, option, inside, self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_arrow(self)


class ManyButton(QPushButton):
    """Opens the menu of a choice of several; looks like a combo box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Show what is chosen; it is shortened where there is no room."""
        self.words = words
        self.setToolTip(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_arrow(self)
        painter = QPainter(self)
        painter.setPen(theme.colour("text" if self.isEnabled() else "secondary"))
        place = self.rect().adjusted(11, 0, -30, 0)
        text = painter.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def paint_arrow(control: QWidget) -> None:
    """Paint the arrow of a choice at its right end, in the colours of the theme."""
    place = QRect(control.width() - 28, (control.height() - 18) // 2, 18, 18)
    icons.icon("down", "secondary" if control.isEnabled() else "disabled").paint(QPainter(control), place)


class OptionEditor(FieldEditor):
    """Base of editors with a combo box of options and an empty one first."""

    def options(self) -> Options:
        """Return the options in order, without the empty one."""
        raise NotImplementedError

    def make_control(self) -> QWidget:
        self.combo = QuietCombo(self)
        self.combo.activated.connect(self._on_activated)
        self._value: object = None
        return self.combo

    def retranslate(self) -> None:
        super().retranslate()
        self.refill()

    def refill(self) -> None:
        """Write the options anew; the value stays, even one that is no option any more."""
        options = list(self.options())
        if self._value is not None and all(value != self._value for value, _ in options):
            options.append((self._value, str(self._value)))
        # Filled before the box has it: item by item the box would work out its look anew each time.
        model = QStandardItemModel(self.combo)
        for value, text in ((None, "—"), *options):
            item = QStandardItem(text)
            item.setData(value, Qt.ItemDataRole.UserRole)
            model.appendRow(item)
        self.combo.setModel(model)
        self.set_value(self._value)

    def value(self) -> object:
        return self._value

    def set_value(self, value: object) -> None:
        self._value = value
        for index in range(self.combo.count()):
            if self.combo.itemData(index) == value:
                self.combo.setCurrentIndex(index)
                return
        if self.combo.count():
            self.refill()

    def takes_enter(self, event: QKeyEvent) -> bool:
        return False

    def _on_activated(self, index: int) -> None:
        self._value = self.combo.itemData(index)
        self.edited.emit()
        self._on_left()


class ChoiceEditor(OptionEditor):
    """One value of an enumeration."""

    def options(self) -> Options:
        language = current_language()
        return [(item.id, item.label.in_(language)) for item in self._labels.choices(self.spec.enumeration or "")]


class YesNoEditor(OptionEditor):
    """Yes, no, or not known yet."""

    def options(self) -> Options:
        return [(True, tr("Yes")), (False, tr("No"))]


class RecordEditor(OptionEditor):
    """Another record of the case; ``find`` returns ids with names."""

    def __init__(
        self, kind: str, spec: FieldSpec, labels: Labels, parent: QWidget | None = None, *, find: Callable[[], Options]
    ) -> None:
        self._find = find
        super().__init__(kind, spec, labels, parent)

    def options(self) -> Options:
        return self._find()


class ManyEditor(FieldEditor):
    """Several values of an enumeration, ticked in a menu that stays open."""

    def make_control(self) -> QWidget:
        self.open_button = ManyButton(self)
        self._menu = QMenu(self.open_button)
        self._menu.aboutToShow.connect(self._fill)
        self._menu.aboutToHide.connect(self._on_left)
        self.open_button.setMenu(self._menu)
        self._value: tuple[str, ...] = ()
        return self.open_button

    def retranslate(self) -> None:
        super().retranslate()
        self._menu.clear()
        self._show_names()

    def _fill(self) -> None:
        """Make the boxes when the menu is opened for the first time."""
        if self._menu.actions():
            return
        for choice in self._labels.choices(self.spec.enumeration or ""):
            box = TickBox(choice.label.in_(current_language()))
            box.setContentsMargins(10, 0, 10, 0)
            box.setChecked(choice.id in self._value)
            box.toggled.connect(lambda on, id_=choice.id: self._on_toggled(id_, on))
            action = QWidgetAction(self._menu)
            action.setDefaultWidget(box)
            action.setData(choice.id)
            self._menu.addAction(action)

    def value(self) -> object:
        return tuple(sorted(self._value)) or None

    def set_value(self, value: object) -> None:
        self._value = tuple(value) if isinstance(value, tuple) else ()
        for action in self._menu.actions():
            box = action.defaultWidget() if isinstance(action, QWidgetAction) else None
            if isinstance(box, QCheckBox):
                box.blockSignals(True)
                box.setChecked(action.data() in self._value)
                box.blockSignals(False)
        self._show_names()

    def takes_enter(self, event: QKeyEvent) -> bool:
        return False

    def eventFilter(self, watched: QObject, event: object) -> bool:
        return False

    def _on_toggled(self, id_: str, on: bool) -> None:
        self._value = tuple(sorted({*self._value, id_} if on else set(self._value) - {id_}))
        self._show_names()
        self.edited.emit()

    def _show_names(self) -> None:
        language = current_language()
        chosen = [
            c.label.in_(language) for c in self._labels.choices(self.spec.enumeration or "") if c.id in self._value
        ]
        self.open_button.say(language.joined(chosen) or "—")


class IdsEditor(FieldEditor):
    """A set of free numbers, typed with commas between them."""

    def make_control(self) -> QWidget:
        self.line = QLineEdit(self)
        self.line.textEdited.connect(lambda: self.edited.emit())
        return self.line

    def value(self) -> object:
        parts = self.line.text().replace("，", ",").replace("、", ",").replace(";", ",").split(",")
        return tuple(sorted({part.strip() for part in parts if part.strip()})) or None

    def set_value(self, value: object) -> None:
        self.line.setText(", ".join(value) if isinstance(value, tuple) else "")
        self.line.setCursorPosition(0)

    def set_read_only(self, is_read_only: bool) -> None:
        self.line.setReadOnly(is_read_only)
        looks.repolish(self.line)
