"""The question bank (问题库) beside the answers: filters while typing, says what was asked already, and puts a question.

All kinds can be reached, the statement's own comes first. Enter puts the current question, a digit the one it stands at.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from surveyor_app.domain.texts import Language
from surveyor_app.ui.base import looks
from surveyor_app.ui.statements.question_delegate import ASKED_ROLE, PLACE_ROLE, QuestionDelegate
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import chinese
from surveyor_app.wording.questions import Question
from surveyor_app.wording.translation import current_language, tr

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class QuestionBank(QWidget):
    """A filter line above the questions; the line keeps the keyboard throughout."""

    chosen = Signal(object)
    """A :class:`Question` to be put now."""
    all_chosen = Signal()
    """All questions of the statement's kind, to be asked one by one."""
    left = Signal()
    """Escape: back to the answers."""

    def __init__(self, bank: Sequence[Question], labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bank, self._labels = bank, labels
        self._kind, self._language = "driver", chinese()
        self._asked: frozenset[str] = frozenset()
        self._shown: list[Question] = []
        self._is_stale = True
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda: self._refill())
        self.filter.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setItemDelegate(QuestionDelegate(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.list.itemClicked.connect(self._on_item_clicked)
        self.all_button = looks.button("", self.all_chosen.emit)
        self._help = looks.label("help", wrap=True)
        body = looks.column(self.filter, self.list, self._help, self.all_button, spacing=8, margin=12)
        body.setStretch(1, 1)
        self.setLayout(body)
        self._retranslate()

    @property
    def shown(self) -> list[Question]:
        """The questions that pass the filter, in order."""
        if self._is_stale:
            self._fill()
        return self._shown

    def set_head(self, kind: str, language: Language) -> None:
        """Show the questions of this kind of statement first, in the language it is written in."""
        if (kind, language) != (self._kind, self._language):
            self._kind, self._language = kind, language
            self._refill()

    def mark_asked(self, ids: Iterable[str]) -> None:
        """Mark which questions stand in the statement already."""
        asked = frozenset(ids)
        if asked != self._asked:
            self._asked = asked
            self._refill()

    def start(self) -> None:
        """Take the keyboard, with what was filtered for selected."""
        self.filter.setFocus()
        self.filter.selectAll()

    def choose(self, place: int) -> None:
        """Put the question at a place of those shown, from 0."""
        if 0 <= place < len(self.shown):
            question = self.shown[place]
            self.filter.clear()
            self.chosen.emit(question)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() in _MOVES:
            self._step({Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}.get(Qt.Key(event.key()), 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose(self._place_of(self.list.currentItem()))
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text() in tuple("123456789") and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.choose(int(event.text()) - 1)
        else:
            return False
        return True

    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self.choose(self._place_of(item))

    def _place_of(self, item: QListWidgetItem | None) -> int:
        place = item.data(PLACE_ROLE) if item is not None else None
        return place if isinstance(place, int) else -1

    def _step(self, by: int) -> None:
        """Move the current question by so many, past headings."""
        here = self._place_of(self.list.currentItem())
        wanted = max(0, min(len(self.shown) - 1, here + by))
        for row in range(self.list.count()):
            if self._place_of(self.list.item(row)) == wanted:
                self.list.setCurrentRow(row)
                self.list.scrollToItem(self.list.item(row))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refill()

    def _refill(self) -> None:
        """Write the list anew once somebody sees it: behind another tab it would only cost time."""
        self._is_stale = True
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        """Write the list anew; the statement's kind comes first, each kind under its heading."""
        needle = self.filter.text().strip().casefold()
        kinds = list(dict.fromkeys([self._kind, *(question.kind for question in self._bank)]))
        self._is_stale = False
        self.list.clear()
        self._shown = []
        for kind in kinds:
            found = [item for item in self._bank if item.kind == kind and _matches(item, needle)]
            if not found:
                continue
            heading = QListWidgetItem(self._labels.value("statement_kind", kind, current_language()))
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(heading)
            for question in found:
                self._add(question)
        self._step(1)
        own = any(item.kind == self._kind and item.id not in self._asked for item in self._bank)
        self.all_button.setEnabled(own)

    def _add(self, question: Question) -> None:
        item = QListWidgetItem(question.text.in_(self._language))
        item.setData(PLACE_ROLE, len(self._shown))
        is_asked = question.id in self._asked
        item.setData(ASKED_ROLE, is_asked)
        if is_asked:
            item.setData(Qt.ItemDataRole.AccessibleTextRole, tr("{question} · asked", question=item.text()))
        self._shown.append(question)
        self.list.addItem(item)

    def _retranslate(self) -> None:
        self.filter.setPlaceholderText(tr("Find a question"))
        self.filter.setAccessibleName(tr("Find a question"))
        self.list.setAccessibleName(tr("Question bank"))
        self._help.setText(tr("Enter or the number: put the question · Esc: back"))
        looks.face(self.all_button, tr("Take over all of this kind"), "statements")
        self._refill()


def _matches(question: Question, needle: str) -> bool:
    return any(needle in text.casefold() for text in (*question.text.forms.values(), question.id))
