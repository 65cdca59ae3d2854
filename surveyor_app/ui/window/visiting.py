"""Notes arriving and leaving from a page, says so, and offers to take a wrong press back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.operations.editing.visit_times import ARRIVED, note_time, take_back_time
from surveyor_app.ui.base import formats
from surveyor_app.ui.base.desk import Desk
from surveyor_app.wording.translation import tr


def note(desk: Desk, task: Task, field: str, page: QObject, gaps: str = "") -> None:
    """Note one of the two times as it is now; a press too many changes nothing and says nothing.

    ``gaps`` is what is left open with the reasons, which is kept with it.
    """
    case, now = desk.case, desk.case.author.clock().instant()
    time = formats.instant(now)

    def on_done(changes: Changes) -> None:
        if changes.touches(Task.KIND):
            text = (
                tr("Arrival noted: {time}", time=time) if field == ARRIVED else tr("Leaving noted: {time}", time=time)
            )
            desk.messages.tell(text, tr("Undo"), take_back, tone="ok")

    def take_back() -> None:
        # This time and no other: something else may have been done since.
        desk.edits.do(lambda: take_back_time(case, task.id, field, now))

    desk.edits.do(lambda: note_time(case, task.id, field, now, gaps), on_done, None, page)
