"""What the signing window does with one statement, apart from how it shows it: everything runs off the UI thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.errors import CoverWordingFound, SurveyorError
from surveyor_app.domain.journal.canonical import sha256_hex
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.statements.errors import StatementIncomplete, StatementPagesChanged
from surveyor_app.domain.statements.strokes import Drawing
from surveyor_app.domain.texts import Language
from surveyor_app.operations.editing.correction_drafts import Typed, drop_typed, keep_typed, typed_for
from surveyor_app.operations.editing.records import Created
from surveyor_app.operations.statements import closing as statement_closing
from surveyor_app.operations.statements import copies as statement_copies
from surveyor_app.operations.statements import pages as statement_pages
from surveyor_app.operations.statements import signing as statement_signing
from surveyor_app.operations.statements.closing import ReadyPaper
from surveyor_app.operations.statements.contents import StatementContents, load_contents
from surveyor_app.operations.statements.reading import back_to_draft, begin_reading, correct
from surveyor_app.operations.statements.signing import Need, needs
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.signing.needs_texts import MISSING
from surveyor_app.ui.signing.papers import Picture, Pictures, paper_pictures
from surveyor_app.ui.signing.printing import print_paper
from surveyor_app.wording.statement_words import paper_language
from surveyor_app.wording.translation import tr_marked


@dataclass(frozen=True, slots=True)
class State:
    """The statement now, what is asked for, and its pages as they are, or would be, signed; of a closed one its paper."""

    contents: StatementContents
    needs: tuple[Need, ...]
    pictures: tuple[Picture, ...]
    typed: Mapping[tuple[str, str], Typed] = field(default_factory=dict)
    """Corrections that were typed and not made when the statement was left, or the program died."""
    paper: ReadyPaper | None = None
    """What would be sealed, once everybody signed: its pages are shown, and it is what is sealed."""

    @property
    def language(self) -> Language:
        """The language of the person."""
        return paper_language(self.contents.statement)

    @property
    def next_need(self) -> int | None:
        """The first signature that is missing, ``None`` when none is."""
        return next((place for place, need in enumerate(self.needs) if not need.is_given), None)


class StatementWork(QObject):
    """One statement on its way to being signed."""

    loaded = Signal(object)
    """A :class:`State`, after every change."""
    failed = Signal(str)
    """What went wrong, in words."""
    stopped = Signal(object)
    """A :class:`CoverWordingFound`: nothing is signed with these words."""
    busy = Signal(bool)

    def __init__(self, desk: Desk, statement_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.statement_id = statement_id
        self._under_way = 0
        self._loads = 0
        self._pictures = Pictures()

    def load(self) -> None:
        """Read the statement and its pages."""
        case, statement_id = self._desk.case, self.statement_id
        self._loads += 1
        number = self._loads

        def work() -> State:
            contents = load_contents(case, statement_id)
            if contents.statement.sealed:
                paper = statement_closing.statement_pdf(case, statement_id)
                return State(contents, (), paper_pictures(paper, contents.statement.sha256 or ""))
            typed = typed_for(case, {answer.id for answer in contents.answers})
            if contents.statement.status == "signing":
                frozen = [
                    (page.sha256 or "", partial(statement_pages.page_picture, case, page)) for page in contents.pages
                ]
                asked = needs(contents)
                if asked and all(need.is_given for need in asked) and (ready := _ready(case, statement_id)):
                    return State(contents, asked, paper_pictures(ready.pdf, sha256_hex(ready.pdf)), typed, ready)
                return State(contents, asked, self._pictures.of(frozen), typed)
            shown = statement_pages.lay_out(case, statement_id)
            drawn = [(page.picture_sha256, partial(bytes, page.png)) for page in shown]
            return State(contents, needs(contents), self._pictures.of(drawn), typed)

        def on_read(state: State) -> None:
            # Two may be read side by side, and the later one end first.
            if number == self._loads:
                self.loaded.emit(state)

        self._long(lambda _report: work(), on_read, reload=False)

    def begin_reading(self, mode: str, read_aloud_by: str | None) -> None:
        """Note how it is read back."""
        self._edit(lambda: begin_reading(self._desk.case, self.statement_id, mode, read_aloud_by))

    def back_to_draft(self, done: Callable[[], None]) -> None:
        """Go on asking."""
        self._edit(lambda: back_to_draft(self._desk.case, self.statement_id), lambda _changes: done(), reload=False)

    def correct(self, answer_id: str, part: str, new: str, reason: str) -> None:
        """Correct a question or an answer."""
        self._edit(lambda: correct(self._desk.case, answer_id, part, new, reason or None))

    def keep_typed(self, answer_id: str, part: str, typed: Typed | None) -> None:
        """Keep what is being typed as a correction; ``None``: it was taken back."""
        case = self._desk.case
        if typed is None:
            self._desk.edits.keep(lambda: drop_typed(case, answer_id, part))
        else:
            self._desk.edits.keep(lambda: keep_typed(case, answer_id, part, typed))

    def freeze(self) -> None:
        """Lay the pages out to be signed."""
        case, statement_id = self._desk.case, self.statement_id
        self._long(lambda report: statement_pages.freeze_pages(case, statement_id, report))

    def give(self, need: Need, drawing: Drawing, pointer: str) -> None:
        """Keep one signature."""
        self._edit(lambda: statement_signing.give(self._desk.case, self.statement_id, need, drawing, pointer))

    def give_print(self, need: Need, png: bytes) -> None:
        """Keep one fingerprint."""
        self._edit(lambda: statement_signing.give_print(self._desk.case, self.statement_id, need, png))

    def refuse(self, reason: str, witness_uid: str | None) -> None:
        """Note that the person refuses to sign."""
        case, statement_id = self._desk.case, self.statement_id
        self._long(lambda report: statement_signing.refuse(case, statement_id, reason, witness_uid, report))

    def close(self, paper: ReadyPaper | None) -> None:
        """Seal the paper that was shown; without one it is made now."""
        case, statement_id = self._desk.case, self.statement_id
        self._long(lambda report: statement_closing.close(case, statement_id, report, paper))

    def print_paper(self, printer: QPrinter, done: Callable[[bool], None]) -> None:
        """Print the paper; ``done`` is told whether the printer took it."""
        case, statement_id = self._desk.case, self.statement_id
        self._long(
            lambda _report: print_paper(statement_closing.statement_pdf(case, statement_id), printer),
            done,
            reload=False,
        )

    def write_copy(self, path: Path) -> None:
        """Write the paper to a file and note the copy."""
        self._edit(lambda: statement_copies.write_copy(self._desk.case, self.statement_id, path))

    def note_copy(self, how: str) -> None:
        """Note that a copy was given on paper, or that none was wanted."""
        self._edit(lambda: statement_copies.note_copy(self._desk.case, self.statement_id, how))

    def supplement(self, done: Callable[[str], None]) -> None:
        """Begin a supplementary statement; ``done`` is told its id."""

        def on_created(created: Created) -> None:
            done(created.id)

        self._edit(
            lambda: statement_closing.begin_supplement(self._desk.case, self.statement_id), on_created, reload=False
        )

    # ------------------------------------------------------------------------------------------------ lanes

    def _edit(
        self, work: Callable[[], Changes | Created], done: Callable[[Any], None] | None = None, *, reload: bool = True
    ) -> None:
        self._begin()
        self._desk.edits.do(work, lambda result: self._ended(result, done, reload), self._on_failed, self)

    def _long(
        self, work: Callable[[Any], object], done: Callable[[Any], None] | None = None, *, reload: bool = True
    ) -> None:
        self._begin()
        self._desk.jobs.run(work, self, lambda result: self._ended(result, done, reload), self._on_failed)

    def _begin(self) -> None:
        self._under_way += 1
        self.busy.emit(True)

    def _ended(self, result: object, done: Callable[[Any], None] | None, reload: bool) -> None:
        self._under_way -= 1
        self.busy.emit(self._under_way > 0)
        if done is not None:
            done(result)
        if reload:
            self.load()

    def _on_failed(self, error: BaseException) -> None:
        self._under_way -= 1
        self.busy.emit(self._under_way > 0)
        if isinstance(error, StatementIncomplete):
            self.failed.emit(tr_marked(MISSING[str(error.data["missing"])]))
            return
        if isinstance(error, CoverWordingFound):
            self.stopped.emit(error)
            return
        self.failed.emit(words(error))
        if isinstance(error, StatementPagesChanged):
            # Signatures of pages that stayed the same are kept, the others are asked for again.
            self.freeze()


def _ready(case: CaseFile, statement_id: str) -> ReadyPaper | None:
    """Return the paper to be sealed; ``None`` where it cannot be made: sealing then says why."""
    try:
        return statement_closing.ready_paper(case, statement_id)
    except SurveyorError:
        return None
