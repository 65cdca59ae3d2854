"""One editor for one field of a record: the base with label, help and conflict mark, and the plain text ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextOption
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from surveyor_app.domain.checks.cover_wording import Wording
from surveyor_app.domain.checks.wording_rules import is_scanned
from surveyor_app.domain.journal.fields import FieldSpec, FieldType
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.scrolling.keeping_in_view import WHOLE
from surveyor_app.ui.forms import cover_hints, field_hints
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language, tr

FRAME_PX = 26
"""Border, padding and margins of a text area, both sides."""
SHORT = 300
"""A text that may be no longer says so before anything is typed."""
PASTED = 5
"""So many characters at once were pasted: no key and no input method gives that many in a number."""


class FieldEditor(QWidget):
    """Label above, control, help or problem below. Subclasses make the control and translate its value.

    Forms have dozens of these, so each part is made with its parent at once, and mark and note only when there is need.
    """

    edited = Signal()
    """The person changed something, at each key."""
    confirmed = Signal()
    """Editing was ended with Enter."""
    finished = Signal()
    """Editing ended: the field was left or Enter was pressed."""
    entered = Signal()
    """The keyboard came into the field."""
    conflict_opened = Signal()
    LABELLED: ClassVar[bool] = True
    """Whether the label stands above; a field without one says what it is inside, while it is empty."""
    WIDE: ClassVar[bool] = False
    """Whether the field takes the whole width of a form."""

    def __init__(self, kind: str, spec: FieldSpec, labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(WHOLE, True)
        self.kind = kind
        self.spec = spec
        self._labels = labels
        self._label = looks.label("field", parent=self if self.LABELLED else None)
        self.neighbours: Callable[[], Mapping[str, object]] = dict
        """Gives what the other fields of the form say."""
        self._mark: QToolButton | None = None
        self._note: QLabel | None = None
        self._beside = ""
        self._cover = ""
        """What is said of words on cover while they are typed."""
        self.is_for_party = is_scanned(kind, spec.name)
        """Whether a party may come to sign what is written here."""
        self.control = self.make_control()
        self.control.installEventFilter(self)
        self._label.setBuddy(self.control)
        self._head = looks.row(*([self._label] if self.LABELLED else []), None, spacing=4)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(4)
        if self.LABELLED:
            self._body.addLayout(self._head)
        self._body.addWidget(self.face())
        self.edited.connect(self._on_typed)
        self.retranslate()

    # ------------------------------------------------------------------------------- for subclasses

    def make_control(self) -> QWidget:
        """Return the control that takes the focus, made with this editor (or its face) as parent."""
        raise NotImplementedError

    def face(self) -> QWidget:
        """Return what stands under the label: the control, or a widget around it."""
        return self.control

    def stops(self) -> list[QWidget]:
        """Return where the Tab key stops, in order."""
        return [self.control]

    def value(self) -> object:
        """Return the value as a record holds it; ``None`` for an empty field."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show a value without saying that it was edited."""
        raise NotImplementedError

    def problem(self) -> str:
        """Return why what was typed is no value and cannot be kept; empty when it can."""
        return ""

    def warning(self) -> str:
        """Return what looks wrong although it can be kept; empty when nothing does."""
        value = self.value()
        if value is True:
            return self._labels.consequence(self.kind, self.spec.name, current_language())
        # The whole form is read for those that look at it only: a form of sixty fields asks every one at each change.
        others = self.neighbours() if self.spec.name in field_hints.NEIGHBOURS else {}
        return field_hints.warning(self.spec, value, others)

    def set_read_only(self, is_read_only: bool) -> None:
        """Show without letting anybody edit."""
        self.control.setEnabled(not is_read_only)

    def cover_note(self, text: str) -> str:
        """Return what is said of words on cover in a text, empty where none stand there or it is not for a party."""
        return cover_hints.cover_hint(self.show_words(cover_hints.cover_words(text) if self.is_for_party else []))

    def show_words(self, found: list[Wording]) -> list[Wording]:
        """Show where such words stand, as far as the control can, and return them."""
        return found

    # ------------------------------------------------------------------------------------- for all

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        # No focus proxy: with one Qt counts the frame as a stop of its own, which leads back to the control. Where the controls
        # were put into another order than their frames, the Tab key went round in a part of the window for ever.
        self.control.setFocus(reason)

    def retranslate(self) -> None:
        """Write label and help in the window's language."""
        text = self._labels.field(self.kind, self.spec.name, current_language())
        self._label.setText(text)
        self.control.setAccessibleName(text)
        self._name_mark()
        self._show_note()

    def mark_conflict(self, is_conflict: bool) -> None:
        """Show or hide the conflict mark beside the label."""
        if is_conflict or self._mark is not None:
            self.conflict_anchor().setVisible(is_conflict)
        self._show_note()

    def has_conflict(self) -> bool:
        """Tell whether the conflict mark is shown."""
        return self._mark is not None and not self._mark.isHidden()

    def conflict_anchor(self) -> QWidget:
        """Return the mark, where the chooser opens."""
        if self._mark is None:
            self._mark = looks.tool(self.conflict_opened.emit, parent=self)
            self._mark.setFixedHeight(24)
            self._head.addWidget(self._mark)
            if not self.LABELLED:
                self._body.insertLayout(0, self._head)
            QWidget.setTabOrder(self.control, self._mark)
            self._name_mark()
        return self._mark

    def _name_mark(self) -> None:
        if self._mark is not None:
            looks.name(self._mark, tr("Several values: choose one"), "conflict", "warn")

    def say_beside(self, text: str) -> None:
        """Show what stands beside the value and is not part of it; empty for nothing."""
        if text != self._beside:
            self._beside = text
            self._show_note()

    def check(self) -> None:
        """Show what is wrong with the value, or the help text."""
        self._look_for_cover()
        self._show_note()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched is self.control:
            self.entered.emit()
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
                self._on_left()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.takes_enter(event):
            self._on_left()
            self.confirmed.emit()
            return True
        return super().eventFilter(watched, event)

    def takes_enter(self, event: QKeyEvent) -> bool:
        """Tell whether a key ends editing."""
        return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _on_left(self) -> None:
        self.check()
        self.finished.emit()

    def _on_typed(self) -> None:
        if self._look_for_cover():
            self._show_note()

    def _look_for_cover(self) -> bool:
        """Look whether the text says something on cover, and tell whether something else is to be said of it now."""
        value = self.value() if self.is_text() else None
        said = self.cover_note(value if isinstance(value, str) else "")
        is_other, self._cover = said != self._cover, said
        return is_other

    def is_text(self) -> bool:
        """Tell whether the field is written in freely."""
        return self.spec.type is FieldType.TEXT

    def _show_note(self) -> None:
        problem = self.problem() or self.warning()
        help_text = self._labels.help(self.kind, self.spec.name, current_language(), self.spec.max_length)
        conflict = tr("Several values stand side by side; choose the right one.") if self.has_conflict() else ""
        text = problem or conflict or self._cover or self._beside or help_text
        if self._note is None:
            if not text:
                return
            self._note = looks.label("help", wrap=True, parent=self)
            self._body.addWidget(self._note)
        role = "problem" if self.problem() else "help"
        if self._note.property("role") != role:
            self._note.setProperty("role", role)
            looks.repolish(self._note)
        looks.set_tone(
            self._note, "warn" if (problem or conflict or self._cover or self._beside) and role == "help" else ""
        )
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self.control.setAccessibleDescription(text)


def show_text(line: QLineEdit, text: str) -> None:
    """Write a text that arrives; the cursor of one that stays the same is left where it is.

    Where the keyboard is in the line already all of it is chosen, as it is when Tab leads there: what is typed next replaces it
    and is not put before it.
    """
    if line.text() == text:
        return
    line.setText(text)
    if line.hasFocus():
        line.selectAll()
    else:
        line.setCursorPosition(0)


class TextEditor(FieldEditor):
    """One line of text."""

    def make_control(self) -> QWidget:
        self.line = QLineEdit(self)
        self._length = 0
        self.line.textChanged.connect(self._on_text_changed)
        self.line.textEdited.connect(self._on_text_edited)
        return self.line

    def value(self) -> object:
        return field_hints.cleaned(self.spec.name, self.line.text()) or None

    def set_value(self, value: object) -> None:
        text = "" if value is None else str(value)
        show_text(self.line, text)

    def set_read_only(self, is_read_only: bool) -> None:
        self.line.setReadOnly(is_read_only)
        looks.repolish(self.line)

    def _on_left(self) -> None:
        self._clean()
        super()._on_left()

    def _on_text_edited(self, text: str) -> None:
        # Qt says that a text was edited before it says that it changed: the length is still that of before.
        if len(text) - self._length >= PASTED and field_hints.is_number(self.spec.name):
            self._clean()
            self.check()
        self.edited.emit()

    def _on_text_changed(self) -> None:
        self._length = len(self.line.text())

    def _clean(self) -> None:
        """Show the text as it is kept."""
        if (cleaned := field_hints.cleaned(self.spec.name, self.line.text())) != self.line.text():
            self.line.setText(cleaned)


class LongTextEditor(FieldEditor):
    """Several lines of text, as high as its text up to a limit; Enter makes a new line, Ctrl+Enter ends editing."""

    WIDE = True
    LOW_PX, HIGH_PX = 72, 220

    def __init__(self, kind: str, spec: FieldSpec, labels: Labels, parent: QWidget | None = None) -> None:
        self._counter: QLabel | None = None
        super().__init__(kind, spec, labels, parent)
        if self.LABELLED and spec.max_length is not None:
            self._counter = looks.label("help", parent=self)
            self._head.addWidget(self._counter)
            self._count()

    def make_control(self) -> QWidget:
        self.area = self.make_area()
        self.area.setTabChangesFocus(True)
        self.area.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.area.setFixedHeight(self.LOW_PX)
        self.area.textChanged.connect(self._on_text_changed)
        self._showing = False
        return self.area

    def make_area(self) -> QPlainTextEdit:
        """Return the area that is written in."""
        return QPlainTextEdit(self)

    def value(self) -> object:
        return self.area.toPlainText().strip() or None

    def set_value(self, value: object) -> None:
        text = "" if value is None else str(value)
        if self.area.toPlainText() != text:
            self._showing = True
            self.area.setPlainText(text)
            self._showing = False

    def set_read_only(self, is_read_only: bool) -> None:
        self.area.setReadOnly(is_read_only)
        looks.repolish(self.area)

    def takes_enter(self, event: QKeyEvent) -> bool:
        return super().takes_enter(event) and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.area and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _on_text_changed(self) -> None:
        self._fit()
        self._count()
        if not self._showing:
            self.edited.emit()

    def counter_text(self) -> str:
        """Return what is said of the text's length; empty while nothing is."""
        return self._counter.text() if self._counter is not None and not self._counter.isHidden() else ""

    def _count(self) -> None:
        """Say how long the text is and may be, while it is typed."""
        limit = self.spec.max_length
        if self._counter is None or limit is None:
            return
        length = len(self.area.toPlainText().strip())
        self._counter.setText(f"{length} / {limit}")
        self._counter.setVisible(length > 0 or limit <= SHORT)
        looks.set_tone(self._counter, "bad" if length > limit else "")

    def show_words(self, found: list[Wording]) -> list[Wording]:
        # Places are those of the area's text, which may begin with blanks that the value has not.
        cover_hints.underline(self.area, cover_hints.cover_words(self.area.toPlainText()) if found else [])
        return found

    def _fit(self) -> None:
        """Be as high as the text. The document itself knows its lines only once they were painted."""
        # From the width of the whole: its viewport follows only after the event of the new size.
        room = QRect(0, 0, max(1, self.area.width() - FRAME_PX), 1 << 20)
        wrap = int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextWrapAnywhere)
        text = self.area.toPlainText() + "\u200b"
        wanted = self.area.fontMetrics().boundingRect(room, wrap, text).height() + 24
        self.area.setFixedHeight(max(self.LOW_PX, min(self.HIGH_PX, wanted)))
