"""Moves several records of an ordered kind to another place of their list, as one operation."""

from __future__ import annotations

from collections.abc import Sequence

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.journal.changes import Changes, Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.kinds import R
from surveyor_app.operations.editing.ordering import ranks_for_run
from surveyor_app.operations.editing.rights import has_seal, require_unsealed, require_writable
from surveyor_app.records import reading


def move_together(case: CaseFile, record_class: type[R], record_ids: Sequence[str], before: str | None) -> Changes:
    """Move records before another, or to the end, one after the other as they stand in the list now.

    One of them as ``before`` means the next one that stays. Nothing is written when they stand there already.

    Raises:
        NotFound: when one of them is not in the list.
        NotOwner: when one of them, or one that would need another rank, is another surveyor's.
        Sealed: when a signed report rests on one of them, or on a record whose number would change.
    """
    moved = set(record_ids)

    def plan(session: Session) -> list[Step]:
        listed = reading.columns(session, case.case_id, record_class, ["rank"])
        ids = [row[0] for row in listed]
        for wanted in (*record_ids, before):
            if wanted is not None and wanted not in ids:
                raise NotFound(what=record_class.KIND, id=wanted)
        run = [id_ for id_ in ids if id_ in moved]
        staying = [id_ for id_ in ids if id_ not in moved]
        following = ids[ids.index(before) :] if before is not None else []
        target = next((id_ for id_ in following if id_ not in moved), None)
        place = len(staying) if target is None else staying.index(target)
        order = [*staying[:place], *run, *staying[place:]]
        if order == ids:
            return []
        ranks: dict[str, str | None] = {id_: rank for id_, _withdrawn, rank in listed}
        new = ranks_for_run([(id_, None if id_ in moved else ranks[id_]) for id_ in order], place, len(run))
        for id_ in new:
            require_writable(case, session, record_class.KIND, id_, ["rank"])
        if has_seal(case, session):
            first = next(n for n, (old, now) in enumerate(zip(ids, order, strict=True)) if old != now)
            require_unsealed(case, session, record_class.KIND, dict.fromkeys([*new, *order[first:]]))
        return [Step(Action.CHANGE, record_class.KIND, id_, {"rank": rank}) for id_, rank in new.items()]

    return case.apply_planned(plan, f"move_{record_class.KIND}")
