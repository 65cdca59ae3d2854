"""Group commit: requests that wait while one transaction commits are carried out together in the next.

Flushing a commit to the disk takes as long as carrying out several pushes, and is the same for one as for ten. So each answer
still leaves only after a durable commit, and twenty laptops need far fewer of those. Hardly anything is ever refused: so a group
is first carried out as it is, and only where one of it is refused again, each with a savepoint of its own, so that it alone is
undone. Where one fails in a way nobody foresaw, the whole group is undone and each is carried out by itself. None suffers from
another.
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

T = TypeVar("T")


@dataclass(eq=False, slots=True)
class _Waiting:
    """One request: what it does, and what came of it."""

    key: str
    act: Callable[[Session], Any]
    group: Sequence[_Waiting] = ()
    """The group it is to carry out, once it is woken for that."""

    value: Any = None
    error: BaseException | None = None
    woken: Event = field(default_factory=Event)

    def result(self) -> Any:
        if self.error is not None:
            raise self.error
        return self.value


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

    def write(self, key: str, act: Callable[[Session], T]) -> T:
        """Return what ``act`` returns, once it is committed. It may be carried out twice, and the first time be undone.

        Args:
            key: What it locks. All groups lock in the order of these, so that none waits for another in a circle.
            act: Reads and writes in the session it is handed, and nothing else.

        Raises:
            SurveyorError: what ``act`` raised; nothing of it is kept then.
            ServerFailed: when the database refuses; see :meth:`Database.write`.
        """
        mine = _Waiting(key, act)
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
        found: T = mine.result()
        return found

    def _lead(self, group: Sequence[_Waiting]) -> None:
        """Carry out a group, let its members go, and wake who carries out the next."""
        try:
            self._carry_out(group)
        except BaseException as error:
            for item in group:
                item.value, item.error = None, error
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
        if len(group) > 1 and self._all_at_once(group):
            return
        for item in group:
            item.value = item.error = None
            try:
                with self._database.write() as session:
                    item.value = item.act(session)
            except Exception as error:  # noqa: BLE001  # whatever it is, it is the sender's answer
                item.error = error

    def _all_at_once(self, group: Sequence[_Waiting]) -> bool:
        """Carry out all in one transaction; false when one failed unforeseen and nothing was kept."""
        in_order = sorted(group, key=lambda item: item.key)
        try:
            try:
                self._together(in_order, _carry_out)
            except SurveyorError:
                self._together(in_order, _try)
        except Exception:  # noqa: BLE001  # found again, and answered, when each is carried out by itself
            return False
        return True

    def _together(self, group: Sequence[_Waiting], how: Callable[[Session, _Waiting], None]) -> None:
        with self._database.write() as session:
            for item in group:
                item.value = item.error = None
                how(session, item)
            reach("group.before_commit")


def _carry_out(session: Session, item: _Waiting) -> None:
    item.value = item.act(session)


def _try(session: Session, item: _Waiting) -> None:
    """Carry out one of a group; what it refuses is undone."""
    connection = session.connection()
    connection.exec_driver_sql("SAVEPOINT one_of_group")
    try:
        item.value = item.act(session)
    except SurveyorError as error:
        item.error = error
        connection.exec_driver_sql("ROLLBACK TO SAVEPOINT one_of_group")
    connection.exec_driver_sql("RELEASE SAVEPOINT one_of_group")
