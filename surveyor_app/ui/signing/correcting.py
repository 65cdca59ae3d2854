"""Beside the pages while they are read: how they are read, and what is corrected; all of it by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from surveyor_app.operations.editing.correction_drafts import Typed
from surveyor_app.operations.statements.contents import names_of, numbers_of, text_now
from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.forms.choice_editors import QuietCombo
from surveyor_app.ui.forms.cover_hints import answer_hint, cover_hint, cover_words, underline
from surveyor_app.ui.signing.work import State
from surveyor_app.wording.translation import tr

DRAFT_MS = 400
"""What is typed is kept at most so long after the first key; the promise is 500 ms."""

_ANSWER, _PART = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class CorrectingPanel(QWidget):
    """``corrected`` with answer id, part, new text and reason; ``mode_chosen`` with mode and who reads aloud.

    ``typed`` with answer id, part and a :class:`Typed` while it is typed, ``None`` when it was taken back. ``settled`` when what
    was typed was corrected or taken back.
    """

    corrected = Signal(str, str, str, str)
    mode_chosen = Signal(str, str)
    typed = Signal(str, str, object)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: State | None = None
        self._typed: dict[tuple[str, str], Typed] = {}
        """Typed for an answer's part and no correction yet: looking at another text must not lose it."""
        self._unkept: set[tuple[str, str]] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self.keep_typed)
        self._mode_label = looks.label("heading", tr("How it is read"))
        self.mode: QComboBox = QuietCombo()
        self.mode.setAccessibleName(tr("How it is read"))
        self._list_label = looks.label("heading", tr("Correct a question or an answer"))
        self.texts = QListWidget()
        self.texts.setAccessibleName(tr("Questions and answers"))
        self.texts.setWordWrap(True)
        self.texts.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.texts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.editor = QPlainTextEdit()
        self.editor.setAccessibleName(tr("Text after the correction"))
        self.editor.setPlaceholderText(tr("Choose a text above; what is changed here becomes a correction"))
        self.editor.setTabChangesFocus(True)
        self.reason = QLineEdit()
        self.reason.setMaxLength(500)
        self.reason.setAccessibleName(tr("Why it is corrected (optional)"))
        self.reason.setPlaceholderText(tr("Why it is corrected (optional)"))
        self.cover = looks.label("help", wrap=True)
        looks.set_tone(self.cover, "warn")
        self.cover.hide()
        self.button = looks.button("", self._on_correct)
        looks.face(self.button, tr("Correct"), "annotate")
        self.button.setToolTip(tr("Ctrl+Enter"))
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_correct)
        layout = looks.column(
            self._mode_label,
            self.mode,
            8,
            self._list_label,
            self.texts,
            self.editor,
            self.reason,
            self.cover,
            self.button,
        )
        layout.setStretch(4, 3)
        layout.setStretch(5, 2)
        self.setLayout(layout)
        self.mode.activated.connect(self._on_mode)
        self.texts.currentItemChanged.connect(lambda _now, _before: self._show_text())
        self.editor.textChanged.connect(self._say_cover)
        self.reason.textChanged.connect(lambda _text: self._say_cover())
        self.editor.textChanged.connect(self._on_typed)
        self.reason.textEdited.connect(lambda _text: self._on_typed())
        self._allow()

    def show_state(self, state: State) -> None:
        """Show a statement; the text that is chosen stays chosen."""
        if self._state is None:
            self._typed = dict(state.typed)
        self._state = state
        self._fill_modes(state)
        self._typed = {key: typed for key, typed in self._typed.items() if typed.text != self._stands(*key)}
        chosen = self.texts.currentRow()
        numbers = numbers_of(state.contents.asked)
        with QSignalBlocker(self.texts):
            self.texts.clear()
            for answer in state.contents.asked:
                for part, sign in (("question", tr("Q")), ("answer", tr("A"))):
                    text = text_now(answer, part, state.contents.corrections)
                    mended = bool(state.contents.corrections_of(answer.id, part))
                    item = QListWidgetItem(f"{sign} {numbers[answer.id]}  {text}")
                    item.setData(_ANSWER, answer.id)
                    item.setData(_PART, part)
                    if (answer.id, part) in self._typed:
                        _mark_typed(item)
                    elif mended:
                        item.setIcon(icons.icon("annotate", "accent"))
                        item.setToolTip(tr("Corrected"))
                    self.texts.addItem(item)
            self.texts.setCurrentRow(min(max(chosen, 0), self.texts.count() - 1))
        self._show_text()

    def is_reading_chosen(self) -> bool:
        """Tell whether it was said how the statement is read."""
        return bool(self.mode.currentData())

    def go_to_unfinished(self) -> bool:
        """Show a text that was typed over but not corrected; tells whether there is one."""
        for row in range(self.texts.count()):
            if self._key(self.texts.item(row)) in self._typed:
                self.texts.setCurrentRow(row)
                self.editor.setFocus()
                return True
        return False

    def go_to(self, answer_id: str) -> None:
        """Put the keyboard into a question, to correct it."""
        for row in range(self.texts.count()):
            if self._key(self.texts.item(row)) == (answer_id, "question"):
                self.texts.setCurrentRow(row)
                self.editor.setFocus()

    def _say_cover(self) -> None:
        """Say quietly that words on cover stand there; what the person answered may hold them."""
        key = self._key(self.texts.currentItem())
        found = cover_words(self.editor.toPlainText())
        underline(self.editor, found)
        is_question = key is not None and key[1] == "question"
        said = (cover_hint if is_question else answer_hint)(found) or cover_hint(cover_words(self.reason.text()))
        self.cover.setText(said)
        self.cover.setVisible(bool(said))

    def keep_typed(self) -> None:
        """Have what was typed kept now."""
        self._timer.stop()
        unkept, self._unkept = self._unkept, set()
        for key in sorted(unkept):
            self.typed.emit(*key, self._typed.get(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.texts.hasFocus():
            self.editor.setFocus()
            return
        if event.key() == Qt.Key.Key_Escape and self.button.isEnabled():
            # As typing, so that Ctrl+Z brings it back.
            self.editor.selectAll()
            self.editor.insertPlainText(self._current_text())
            return
        super().keyPressEvent(event)

    def _fill_modes(self, state: State) -> None:
        statement = state.contents.statement
        with QSignalBlocker(self.mode):
            self.mode.clear()
            self.mode.addItem(tr("Choose…"), None)
            self.mode.addItem(tr("Read by the person"), ("self_read", ""))
            readers = [*names_of(state.contents, "questioner"), *names_of(state.contents, "recorder")]
            for name in dict.fromkeys([*readers, *names_of(state.contents, "interpreter")]):
                self.mode.addItem(tr("Read aloud by {name}", name=name), ("read_aloud_by", name))
            if statement.review_mode:
                wanted = (statement.review_mode, statement.read_aloud_by or "")
                place = next((n for n in range(self.mode.count()) if self.mode.itemData(n) == wanted), -1)
                if place < 0:
                    self.mode.addItem(tr("Read aloud by {name}", name=wanted[1]), wanted)
                    place = self.mode.count() - 1
                self.mode.setCurrentIndex(place)

    def _on_mode(self, _index: int) -> None:
        chosen = self.mode.currentData()
        if chosen:
            self.mode_chosen.emit(*chosen)

    def _show_text(self) -> None:
        """Put the chosen text into the editor, as it stands now or as it was typed over."""
        key = self._key(self.texts.currentItem())
        typed = self._typed.get(key) if key else None
        wanted = self._current_text() if typed is None else typed.text
        # The same text stays, with its cursor, when only something else was read anew.
        if self.editor.toPlainText() != wanted:
            with QSignalBlocker(self.editor):
                self.editor.setPlainText(wanted)
        self.reason.setText("" if typed is None else typed.reason)
        self._say_cover()
        self._allow()

    @staticmethod
    def _key(item: QListWidgetItem | None) -> tuple[str, str] | None:
        return (item.data(_ANSWER), item.data(_PART)) if item is not None else None

    def _stands(self, answer_id: str, part: str) -> str:
        """Return a question or answer as it stands now."""
        if self._state is None:
            return ""
        contents = self._state.contents
        answer = next((answer for answer in contents.answers if answer.id == answer_id), None)
        return text_now(answer, part, contents.corrections) if answer else ""

    def _current_text(self) -> str:
        key = self._key(self.texts.currentItem())
        return self._stands(*key) if key else ""

    def _on_typed(self) -> None:
        item = self.texts.currentItem()
        key = self._key(item)
        if item is None or key is None:
            return
        text = self.editor.toPlainText().strip()
        if text == self._current_text():
            self._typed.pop(key, None)
            item.setFont(self.texts.font())
            item.setToolTip("")
            self.settled.emit()
        else:
            self._typed[key] = Typed(text, self.reason.text().strip())
            _mark_typed(item)
        self._unkept.add(key)
        if not self._timer.isActive():
            self._timer.start()
        self._allow()

    def _allow(self) -> None:
        item = self.texts.currentItem()
        self.editor.setEnabled(item is not None)
        self.button.setEnabled(self._key(item) in self._typed)

    def _on_correct(self) -> None:
        item = self.texts.currentItem()
        if item is not None and self.button.isEnabled():
            self.button.setEnabled(False)
            new, reason = self.editor.toPlainText().strip(), self.reason.text().strip()
            # Whatever is kept of it goes with the correction, and nothing is kept after that.
            self._unkept.discard((item.data(_ANSWER), item.data(_PART)))
            self.settled.emit()
            self.corrected.emit(item.data(_ANSWER), item.data(_PART), new, reason)


def _mark_typed(item: QListWidgetItem) -> None:
    """Show that this text was typed over and is no correction yet."""
    font = item.font()
    font.setBold(True)
    item.setFont(font)
    item.setToolTip(tr("Typed, but not corrected yet"))
