"""Group commit: requests that wait while one transaction commits are carried out together in the next.

Flushing a commit to the disk takes as long as carrying out several pushes, and is the same for one as for ten; and what a
database is asked for ten at once takes it hardly longer than for one. So each answer still leaves only after a durable commit,
and twenty laptops need far fewer of those. What one of a group is refused is undone alone. Where one fails in a way nobody
foresaw, the whole group is undone and each is carried out by itself. None suffers from another.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Event, Lock
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from surveyor_app.central.storage.database import Database
from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.faultpoints import reach

MOST_TOGETHER = 8
"""Longer groups would keep the first of them waiting, and gain little."""

LANES = 2
"""How many groups may be under way at once where the database allows several writers."""

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")
Together = Callable[[Session, Sequence[Asked]], Sequence[Answer | SurveyorError]]
"""Carries out a group in one transaction and returns what came of each. What it says was refused it has undone."""


@dataclass(eq=False, slots=True)
class _Waiting:
    """One request, and what came of it."""

    key: str
    asked: Any
    together: Together[Any, Any]
    group: Sequence[_Waiting] = ()
    """The group it is to carry out, once it is woken for that."""

    outcome: Any = None
    woken: Event = field(default_factory=Event)

    def answer(self) -> Any:
        if isinstance(self.outcome, BaseException):
            raise self.outcome
        return self.outcome


class GroupedWrites:
    """Carries out writes of many threads, those that wait at the same time in one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = Lock()
        self._waiting: deque[_Waiting] = deque()
        self._free = LANES if database.takes_several_writers else 1

    @property
    def waiting(self) -> int:
        """How many wait for a group to be carried out."""
        with self._lock:
            return len(self._waiting)

    def write(self, key: str, asked: Asked, together: Together[Asked, Answer]) -> Answer:
        """Return the answer, once what is asked is committed. It may be carried out twice, and the first time be undone.

        Args:
            key: What it locks. All groups lock in the order of these, so that none waits for another in a circle.
            asked: What ``together`` is handed, with that of others.
            together: The same for all that write here, for it carries out what others ask as well.

        Raises:
            SurveyorError: it was refused; nothing of it is kept then.
            ServerFailed: when the database refuses; see :meth:`Database.write`.
        """
        mine = _Waiting(key, asked, together)
        with self._lock:
            if self._free:
                self._free -= 1
                mine.group = [mine]
            else:
                self._waiting.append(mine)
        if not mine.group:
            mine.woken.wait()
        if mine.group:
            self._lead(mine.group)
        answer: Answer = mine.answer()
        return answer

    def _lead(self, group: Sequence[_Waiting]) -> None:
        """Carry out a group, let its members go, and wake who carries out the next."""
        try:
            self._carry_out(group)
        except BaseException as error:
            for item in group:
                item.outcome = error
            raise
        finally:
            self._pass_on()
            for item in group:
                item.group = ()
                item.woken.set()

    def _pass_on(self) -> None:
        with self._lock:
            following = [self._waiting.popleft() for _ in range(min(MOST_TOGETHER, len(self._waiting)))]
            if not following:
                self._free += 1
                return
        following[0].group = following
        following[0].woken.set()

    def _carry_out(self, group: Sequence[_Waiting]) -> None:
        try:
            self._in_one(sorted(group, key=lambda item: item.key))
        except Exception as error:  # noqa: BLE001  # whatever it is, it is the answer to one of them, found out by itself
            if len(group) == 1:
                group[0].outcome = error
                return
            for item in group:
                self._carry_out([item])

    def _in_one(self, group: Sequence[_Waiting]) -> None:
        with self._database.write() as session:
            outcomes = group[0].together(session, [item.asked for item in group])
            if len(group) > 1:
                reach("group.before_commit")
        for item, outcome in zip(group, outcomes, strict=True):
            item.outcome = outcome


def undone_alone(session: Session, act: Callable[[], Answer]) -> Answer | SurveyorError:
    """Carry out one of a group; what it refuses is undone, and why is returned."""
    connection = session.connection()
    connection.exec_driver_sql("SAVEPOINT one_of_group")
    try:
        found: Answer | SurveyorError = act()
    except SurveyorError as error:
        found = error
        connection.exec_driver_sql("ROLLBACK TO SAVEPOINT one_of_group")
    connection.exec_driver_sql("RELEASE SAVEPOINT one_of_group")
    return found
