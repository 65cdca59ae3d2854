"""What a one-time notice says: everything that is missing or has defects, all at once; domain §10.3, §13.4.

Laptop and centre issue the same words from the same template.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.documents.documents import RECEIVED, REJECTED, Document
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.journal.canonical import sha256_hex
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.texts import Text
from surveyor_app.report.notices.data import NoticeBox, NoticeData, NoticeItem, NoticeRow, wording
from surveyor_app.wording.findings.one_time_notice import NoticeWords, load_notice_words
from surveyor_app.wording.findings.papers import load_papers
from surveyor_app.wording.formatting import format_instant
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import languages
from surveyor_app.wording.report_languages import BOTH, report_languages


@dataclass(frozen=True, slots=True)
class NoticeOptions:
    """What whoever issues it may say: to whom, in which language, and how papers are handed in. Empty is the usual."""

    addressee: str = ""
    language: str = BOTH
    where: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """What of a case a notice names: the papers that lack, whose they are (``names``), notices before it, who issues it when."""

    claim: Claim | None
    lacking: Sequence[Document]
    issued: tuple[Notice, ...]
    names: Mapping[RecordId, str]
    issuer: str
    phone: str
    at: Instant


@dataclass(frozen=True, slots=True)
class NoticeDraft:
    """A notice as it would be issued now. ``items`` are the papers named, ``earlier`` the notices issued before."""

    data: NoticeData
    wording: str
    text_sha256: str
    items: tuple[str, ...]
    addressee: str
    no: str
    version: int
    template_id: str
    template_version: str
    earlier: tuple[Notice, ...]
    at: Instant

    @property
    def is_again(self) -> bool:
        """Tell whether it needs a reason: the first notice had to name everything."""
        return bool(self.earlier)


def draft_of(known: NoticeFacts, options: NoticeOptions) -> NoticeDraft:
    """Return what a notice says; ``items`` is empty where nothing lacks.

    Raises:
        InputError: there is no such language.
    """
    return _Drafting(known, options).draft()


@dataclass(frozen=True, slots=True)
class _Drafting:
    known: NoticeFacts
    options: NoticeOptions

    @property
    def earlier(self) -> tuple[Notice, ...]:
        return tuple(notice for notice in self.known.issued if counts(notice))

    def draft(self) -> NoticeDraft:
        words = load_notice_words(resources_dir())
        spoken = report_languages(self.options.language)
        claim = self.known.claim
        at = self.known.at
        version = max((notice.version or 0 for notice in self.known.issued), default=0) + 1
        no = f"{(claim.report_no if claim else None) or ''}-N{version}".lstrip("-")
        lacking = self.known.lacking
        addressee = self.options.addressee.strip() or (claim.insured_name if claim else None) or ""
        data = NoticeData(
            notice_id=new_record_id(),
            language=self.options.language,
            title=words.say("title"),
            insurer=(claim.insurer if claim else None) or "",
            rows=tuple(self._rows(words, no, at)),
            salutation=words.say("salutation", addressee=addressee or words.say("nobody")),
            opening=words.say("opening", count=len(lacking)),
            columns=(words.say("column_paper"), words.say("column_need"), words.say("column_form")),
            items=tuple(self._item(words, document) for document in lacking),
            closing=tuple(self._closing(words)),
            foot=words.say("foot", template=words.id, template_version=words.version),
            box=NoticeBox(words.say("signed"), addressee),
        )
        text = wording(data, spoken)
        sha256 = sha256_hex(text.encode())
        items = tuple(document.id for document in lacking)
        made = replace(data, text_sha256=sha256)
        return NoticeDraft(made, text, sha256, items, addressee, no, version, words.id, words.version, self.earlier, at)

    def _rows(self, words: NoticeWords, no: str, at: Instant) -> Iterable[NoticeRow]:
        claim = self.known.claim
        values: Sequence[tuple[str, str]] = [
            ("no", no),
            ("report_no", (claim.report_no if claim else None) or ""),
            ("claim_no", ", ".join((claim.claim_no if claim else None) or ())),
            ("policy_no", ", ".join((claim.policy_no if claim else None) or ())),
            ("issued", format_instant(at)),
            ("issued_by", self.known.issuer),
            ("replaces", (self.earlier[-1].no if self.earlier else None) or ""),
        ]
        return (NoticeRow(words.say(name), value) for name, value in values if value)

    def _item(self, words: NoticeWords, document: Document) -> NoticeItem:
        labels = Labels.load(resources_dir())
        paper = paper_name(document)
        whose = self.known.names.get(RecordId(document.subject_uid or ""))
        if whose:
            paper = words.say("whose", paper=paper, whose=whose)
        form = labels.value_text("document_form", document.form) if document.form else words.say("form_any")
        if document.state == REJECTED:
            need = words.say("need_rejected", reason=document.reason or "—")
        elif document.state == RECEIVED:
            need = words.say("need_defects", defects=_defects(labels, document))
            form = words.say("form_any")
        else:
            need = words.say("need_missing")
        return NoticeItem(paper, need, form)

    def _closing(self, words: NoticeWords) -> Iterable[Text]:
        phone = self.options.phone.strip() or self.known.phone
        name = self.known.issuer
        yield words.say("only_yours")
        yield words.say("hand_in", where=self.options.where.strip() or words.say("where"))
        yield words.say("clock")
        yield words.say("contact", name=name, phone=phone) if phone else words.say("contact_no_phone", name=name)


def counts(notice: Notice) -> bool:
    """Tell whether a notice stands: one that reached the customer does, even where its record was withdrawn afterwards."""
    return not notice.withdrawn or notice.sent_at is not None or notice.delivered_at is not None


def paper_name(document: Document) -> Text:
    """Return what a paper is called: by the list, or as it was named beside it."""
    papers = load_papers(resources_dir()).papers
    named = next((paper.name for paper in papers if paper.id == document.item), None)
    return named or Text.same(document.title or document.item or "—")


def _defects(labels: Labels, document: Document) -> Text:
    forms = {
        language.key: language.joined(
            [labels.value("document_defect", defect, language) for defect in document.defects or ()]
        )
        + (f" ({document.defect_text})" if document.defect_text else "")
        for language in languages(resources_dir())
    }
    return Text(forms)
