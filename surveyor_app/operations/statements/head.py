"""The head (首部) of a statement's paper: when, where, who was there and what they showed; domain §6.2 st_head."""

from __future__ import annotations

from collections.abc import Iterable

from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.statements.consents import Consent
from surveyor_app.domain.statements.rules import age_at
from surveyor_app.operations.statements.contents import StatementContents, names_of
from surveyor_app.report.statements.data import HeadGroup, HeadRow
from surveyor_app.wording.statement_words import StatementWords

_INTERVIEW = ("kind", "started_at", "ended_at", "place", "remote_channel", "far_side_identity_check_by")
_SUBJECT = (
    *("name", "sex", "birth", "ethnicity", "id_type", "id_no", "phone", "employer", "occupation", "address"),
    *("relation_to_insured", "relation_to_parties"),
)
_OTHERS = ("name", "employer", "address", "phone", "id_type", "id_no")


def head_groups(
    contents: StatementContents, words: StatementWords, origin: StatementContents | None
) -> Iterable[HeadGroup]:
    """Return the blocks of the head; ``origin`` is the statement this one supplements."""
    yield _interview(contents, words, origin)
    if contents.subject is not None:
        yield HeadGroup("subject", words.value("statement_role", "subject"), tuple(_subject(contents, words)))
    yield from _present(contents, words) if contents.participants else _old_staff(contents, words)
    if contents.statement.guardian_absent_reason:
        rows = _rows(words, contents.statement, ("guardian_absent_reason",))
        yield HeadGroup("guardian", words.value("statement_role", "guardian"), tuple(rows))


def minute(moment: Instant | None) -> str:
    """Return local date and time to the minute (domain §6.2 st_head)."""
    return f"{moment.local:%Y-%m-%d %H:%M}" if moment else "—"


def _interview(contents: StatementContents, words: StatementWords, origin: StatementContents | None) -> HeadGroup:
    rows = _rows(words, contents.statement, _INTERVIEW)
    if origin is not None:
        rows.append(HeadRow(words.title_of("supplement_of"), _supplement(words, origin)))
    for consent in contents.consents:
        if consent.purpose == "recording" and consent.given_at is not None:
            rows.append(HeadRow(words.value("consent_purpose", "recording"), _consent(words, consent)))
    return HeadGroup("interview", words.say("interview"), tuple(rows))


def _subject(contents: StatementContents, words: StatementWords) -> Iterable[HeadRow]:
    if contents.subject is None:
        return
    age, birth = _age(contents), words.labels.field("person", "birth", words.language)
    for row in _rows(words, contents.subject, _SUBJECT):
        if row.label == birth and age is not None:
            yield HeadRow(row.label, f"{row.value} ({words.say('age', age=age)})")
        else:
            yield row


def _present(contents: StatementContents, words: StatementWords) -> Iterable[HeadGroup]:
    for item in contents.participants:
        if item.role == "subject":
            continue
        person = contents.people.get(item.person_uid or "")
        rows = _rows(words, person, _OTHERS) if person else _rows(words, item, ("name", "employer"))
        rows += _rows(words, item, ("credential_shown",))
        yield HeadGroup(item.id, words.value("statement_role", item.role), tuple(rows))


def _old_staff(contents: StatementContents, words: StatementWords) -> Iterable[HeadGroup]:
    label = words.labels.field("person", "name", words.language)
    for role in ("questioner", "recorder"):
        for place, name in enumerate(names_of(contents, role)):
            yield HeadGroup(f"{role}-{place}", words.value("statement_role", role), (HeadRow(label, name),))


def _rows(words: StatementWords, record: Record, fields: Iterable[str]) -> list[HeadRow]:
    rows = (words.row(record, field) for field in fields)
    return [HeadRow(label, value) for label, value in rows if value]


def _age(contents: StatementContents) -> int | None:
    """Return the age in full years on the day of the interview."""
    birth = contents.subject.birth if contents.subject else None
    began = contents.statement.started_at
    if birth is None or began is None:
        return None
    return age_at(birth, began.local.date())


def _supplement(words: StatementWords, origin: StatementContents) -> str:
    first = origin.statement
    return words.say(
        "supplement", n=first.seq_no or 1, at=minute(first.ended_at), sha256=(first.sha256 or "")[:16] or "—"
    )


def _consent(words: StatementWords, consent: Consent) -> str:
    answer = "revoked" if consent.revoked_at else "agreed" if consent.granted else "not_agreed"
    return words.say("consent", answer=words.say(answer), at=minute(consent.given_at))
