"""How a notice reached the customer: signed for on the pad, refused with a reason, or sent; domain §10.3.

Each time a proof of delivery (送达回证) is made: a paper with the words that were delivered. It is evidence of the case and
stands among the proofs of the notice. Once a notice is known to have arrived, that stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from surveyor_app.casefile import storing
from surveyor_app.casefile.blobs import StoredBlob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.changes import Changes, Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.statements.strokes import Drawing, to_svg
from surveyor_app.domain.texts import Text
from surveyor_app.operations.documents.notice_files import paper_step
from surveyor_app.operations.documents.notices import keep_paper
from surveyor_app.operations.editing.records import differences
from surveyor_app.operations.statements.inks import InkGiven, keep_ink
from surveyor_app.records import reading
from surveyor_app.report.notices.data import NoticeBox, NoticeRow, ReceiptData
from surveyor_app.report.notices.layout import lay_out_notice
from surveyor_app.report.typesetting import ReportFiles
from surveyor_app.wording.findings.one_time_notice import NoticeWords, load_notice_words
from surveyor_app.wording.formatting import format_instant
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import languages

HANDED = "handed"
INK = "ink.svg"
"""The file in the paper that is drawn in its box."""


@dataclass(frozen=True, slots=True)
class Sent:
    """By message or post: how, when, to whom or which number, and whether it is known to have arrived."""

    channel: str
    at: Instant
    to: str = ""
    has_arrived: bool = False


def hand_over(case: CaseFile, notice_id: str, drawing: Drawing, signer: str = "", pointer: str = "mouse") -> Changes:
    """Note that it was handed over in person, with the signature of who took it; all of it is one operation.

    Raises:
        InputError: nothing was written, or it had arrived before.
        NotFound, NotOwner, Sealed, FontMissing, LayoutFailed, DiskFull, StorageFailed: nothing was noted.
    """
    if drawing.is_blank:
        raise InputError(field="strokes", reason="empty")
    words, now = load_notice_words(resources_dir()), case.author.clock().instant()
    notice = _undelivered(case, notice_id)
    who = signer.strip() or notice.addressee or ""
    told = words.say("handed", at=format_instant(now), to=who or words.say("nobody"))
    pdf = _receipt(case, notice, told, now, NoticeBox(words.say("signed"), who, INK), to_svg(drawing))
    # Kept first: the entry that names it is written together with the handwriting.
    stored, evidence_id = storing.store_blob(case, (pdf,)), new_record_id()
    values = {"channel": HANDED, "sent_at": now, "delivered_at": now, "received_by": who or None}
    given = InkGiven(
        purpose="notice",
        target_uid=notice_id,
        bound_sha256=notice.text_sha256 or "",
        role="subject",
        signer_name=who or None,
        pointer=pointer,
    )

    def noting(session: Session) -> Sequence[Step]:
        return _steps(case, session, notice_id, values, evidence_id, stored, "")

    return keep_ink(case, given, drawing, noting, "change_notice")[1]


def refuse(case: CaseFile, notice_id: str, reason: str) -> Changes:
    """Note that it was told in person, that nobody would sign for it, and why; errors as :func:`hand_over`."""
    if not reason.strip():
        raise InputError(field="notice.reason", reason="empty")
    words, now = load_notice_words(resources_dir()), case.author.clock().instant()
    notice = _undelivered(case, notice_id)
    told = words.say("refused", at=format_instant(now), to=_named(notice, words), reason=reason.strip())
    return _noted(case, notice, told, now, {"channel": HANDED, "sent_at": now, "delivered_at": now})


def send(case: CaseFile, notice_id: str, sent: Sent) -> Changes:
    """Note that it went out by message or post; errors as :func:`hand_over`."""
    words, labels = load_notice_words(resources_dir()), Labels.load(resources_dir())
    notice = _undelivered(case, notice_id)
    to: Text | str = sent.to.strip() or _named(notice, words)
    channel = labels.value_text("delivery_channel", sent.channel)
    told = words.say("sent", at=format_instant(sent.at), channel=channel, to=to)
    values: dict[str, object] = {"channel": sent.channel, "sent_at": sent.at, "received_by": sent.to.strip() or None}
    if sent.has_arrived:
        values["delivered_at"] = sent.at
    return _noted(case, notice, told, case.author.clock().instant(), values)


def _noted(case: CaseFile, notice: Notice, told: Text, now: Instant, values: Mapping[str, object]) -> Changes:
    evidence_id = new_record_id()
    caption = told.in_(languages(resources_dir())[0])

    def plan(session: Session, stored: StoredBlob) -> Sequence[Step]:
        return _steps(case, session, notice.id, values, evidence_id, stored, caption)

    return keep_paper(case, _receipt(case, notice, told, now, None, b""), plan, "change_notice")


def _steps(
    case: CaseFile,
    session: Session,
    notice_id: str,
    values: Mapping[str, object],
    evidence_id: RecordId,
    stored: StoredBlob,
    caption: str,
) -> list[Step]:
    notice = _undelivered_in(case, session, notice_id)
    proof = tuple(sorted({*(notice.proof or ()), evidence_id}))
    changed = differences(case, session, Notice, notice_id, {**values, "proof": proof})
    name = f"{notice.no or notice_id}-R"
    return [
        Step(Action.CHANGE, Notice.KIND, RecordId(notice_id), changed),
        paper_step(case, session, evidence_id, notice_id, name, stored, caption),
    ]


def _undelivered(case: CaseFile, notice_id: str) -> Notice:
    with case.read() as session:
        return _undelivered_in(case, session, notice_id)


def _undelivered_in(case: CaseFile, session: Session, notice_id: str) -> Notice:
    notice = reading.get(session, case.case_id, Notice, notice_id)
    if notice is None or notice.withdrawn:
        raise NotFound(what=Notice.KIND, id=notice_id)
    if notice.delivered_at is not None:
        raise InputError(field="notice.delivered_at", reason="it was delivered already")
    return notice


def _named(notice: Notice, words: NoticeWords) -> Text | str:
    return notice.addressee or words.say("nobody")


def _receipt(case: CaseFile, notice: Notice, told: Text, now: Instant, box: NoticeBox | None, drawing: bytes) -> bytes:
    words = load_notice_words(resources_dir())
    with case.read() as session:
        claims = reading.list_records(session, case.case_id, Claim)
    rows = (
        ("no", notice.no),
        ("addressee", notice.addressee),
        ("issued", format_instant(notice.issued_at) if notice.issued_at else None),
        ("delivered_by", case.profile.display_name),
    )
    data = ReceiptData(
        notice_id=notice.id,
        language=notice.language or "zh_CN",
        title=words.say("receipt_title"),
        insurer=(claims[0].insurer if claims else None) or "",
        rows=tuple(NoticeRow(words.say(name), value) for name, value in rows if value),
        delivered=told,
        box=box,
        text_title=words.say("text_title"),
        lines=tuple((notice.wording or "").split("\n")),
        foot=words.say("text_sha256"),
        text_sha256=notice.text_sha256 or "",
    )
    return lay_out_notice(data, {INK: drawing} if drawing else {}, now.utc, ReportFiles.installed())
