"""What was measured on pictures: likeness, sharpness, exposure. Derived from originals, measured again when missing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields

from sqlalchemy import func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.schema import blob, measure, preview

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class StoredMeasures:
    """The measures of one original, as :class:`surveyor_app.media.facts.Measures` explains them."""

    version: int
    phash: str
    sharpness: int
    level: int
    dark_permille: int
    bright_permille: int


def add_measures(session: Session, sha256: str, values: Mapping[str, int | str]) -> None:
    """Keep what was measured on the original ``sha256`` in the transaction of ``session``, in place of earlier values.

    ``values`` has the fields of :class:`StoredMeasures` by name.
    """
    statement = insert(measure).values(sha256=sha256, **values)
    session.execute(statement.on_conflict_do_update(index_elements=["sha256"], set_=dict(values)))


def load_measures(case: CaseFile, hashes: Collection[str] | None = None) -> Mapping[str, StoredMeasures]:
    """Return the measures of originals by their hashes, those that there are; of all originals without ``hashes``."""
    columns = (measure.c.sha256, *(measure.c[field.name] for field in fields(StoredMeasures)))
    found: dict[str, StoredMeasures] = {}
    with case.read() as session:
        if hashes is None:
            return {sha256: StoredMeasures(*values) for sha256, *values in session.execute(select(*columns))}
        wanted = list(hashes)
        for start in range(0, len(wanted), _AT_ONCE):
            query = select(*columns).where(measure.c.sha256.in_(wanted[start : start + _AT_ONCE]))
            found |= {sha256: StoredMeasures(*values) for sha256, *values in session.execute(query)}
    return found


def count_measures(case: CaseFile) -> int:
    """Return how many originals are measured."""
    with case.read() as session:
        return session.scalar(select(func.count()).select_from(measure)) or 0


def missing_measures(case: CaseFile, version: int) -> list[str]:
    """Return the hashes of originals that have a preview but no measures of at least this version, the first stored first."""
    measured = select(measure.c.sha256).where(measure.c.version >= version)
    shown = select(preview.c.sha256)
    query = (
        select(blob.c.sha256)
        .where(blob.c.state == "stored", blob.c.sha256.in_(shown), blob.c.sha256.not_in(measured))
        .order_by(blob.c.id)
    )
    with case.read() as session:
        return list(session.scalars(query))
