"""``surveyor documents`` and ``surveyor notice``: which papers a case needs, and the one-time notice of what is missing."""

from __future__ import annotations

import argparse
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.cli.code_words import value_word
from surveyor_app.cli.opening import opened_case
from surveyor_app.cli.output import Output
from surveyor_app.domain.documents.documents import NOT_REQUESTED
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.errors import NotFound
from surveyor_app.operations.documents.checklists import read_checklist
from surveyor_app.operations.documents.notice_texts import draft_notice
from surveyor_app.operations.documents.notices import draft_pdf, issue, notice_pdf, notices_of
from surveyor_app.operations.editing.handing_out import hand_out, require_place
from surveyor_app.report.notices.drafting import NoticeOptions
from surveyor_app.wording.formatting import format_instant
from surveyor_app.wording.report_languages import BOTH
from surveyor_app.wording.translation import current_language, mark, tr, tr_marked

_ISSUED = mark("Notice {no} in {path}: as issued.")
_DRAFT = mark("A draft of notice {no} in {path}.")


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Add the verbs."""
    documents = verbs.add_parser("documents", parents=[common])
    documents.add_argument("file", type=Path, help=tr("case file"))
    documents.set_defaults(run=_documents)
    notice = verbs.add_parser("notice", parents=[common])
    notice.add_argument("file", type=Path, help=tr("case file"))
    notice.add_argument(
        "--out",
        type=Path,
        metavar="PDF",
        help=tr("write the last notice as issued, or a marked draft where there is none"),
    )
    notice.add_argument("--issue", action="store_true", help=tr("issue a notice of everything that is missing now"))
    notice.add_argument("--again", default="", metavar="WHY", help=tr("why a further notice is needed"))
    notice.add_argument("--language", default=BOTH, metavar="TAG", help=tr("language of the notice, or both (default)"))
    notice.add_argument("--to", default="", metavar="NAME", help=tr("addressee (default: the insured)"))
    notice.add_argument("--where", default="", metavar="TEXT", help=tr("how papers are handed in"))
    notice.set_defaults(run=_notice)


def _documents(arguments: argparse.Namespace, output: Output) -> int:
    with opened_case(arguments, arguments.file) as (_profile, case):
        found = read_checklist(case)
    lines = []
    for line in found.lines:
        states = [document.state or NOT_REQUESTED for document in line.documents] or [NOT_REQUESTED]
        needed = {True: tr("needed"), False: tr("not needed"), None: tr("ask whether it is needed")}[line.is_needed]
        words = ", ".join(value_word("document_state", state) for state in states)
        if line.is_wanted:
            output.say(f"{line.paper.name.in_(current_language())}  {words}  ({needed})")
        lines.append(
            {
                "id": line.paper.id,
                "needed": line.is_needed,
                "settled": line.is_settled,
                "lacking": line.is_lacking,
                "documents": [
                    {"id": document.id, "state": document.state, "defects": document.defects or ()}
                    for document in line.documents
                ],
            }
        )
    others = [{"id": other.id, "title": other.title, "state": other.state} for other in found.others]
    for other in found.others:
        state = value_word("document_state", other.state or NOT_REQUESTED)
        output.say(f"{other.title or '-'}  {state}")
    output.say(tr("{count} of {total} still to be settled.", count=found.open, total=found.wanted))
    output.result({"open": found.open, "total": found.wanted, "documents": lines, "others": others})
    return 0


def _notice(arguments: argparse.Namespace, output: Output) -> int:
    if arguments.out is not None:
        require_place(arguments.out)
    options = NoticeOptions(arguments.to, arguments.language, arguments.where)
    with opened_case(arguments, arguments.file) as (_profile, case):
        if arguments.issue:
            issue(case, draft_notice(case, options), arguments.again)
        issued = notices_of(case)
        if arguments.out is None:
            return _list(issued, output)
        last = issued[-1] if issued else None
        no = _write(case, last, options, arguments.out)
    output.say(tr_marked(_ISSUED if last else _DRAFT, no=no, path=arguments.out))
    output.result({"path": arguments.out, "notice": last.id if last else None, "no": no, "issued": last is not None})
    return 0


def _write(case: CaseFile, last: Notice | None, options: NoticeOptions, path: Path) -> str:
    if last is not None:
        hand_out(path, notice_pdf(case, last.id))
        return last.no or ""
    draft = draft_notice(case, options)
    if not draft.items:
        raise NotFound(what=Notice.KIND, id=tr("nothing is missing"))
    hand_out(path, draft_pdf(draft))
    return draft.no


def _list(issued: list[Notice], output: Output) -> int:
    lines = []
    for notice in issued:
        reached = tr("not delivered")
        if notice.delivered_at is not None:
            channel = value_word("delivery_channel", notice.channel)
            reached = tr("delivered {at} ({channel})", at=format_instant(notice.delivered_at), channel=channel)
        papers = tr("{count} paper(s)", count=len(notice.items or ()))
        output.say(f"{notice.no or '-'}  {papers}  {reached}  {notice.text_sha256}")
        lines.append(
            {
                "id": notice.id,
                "no": notice.no,
                "version": notice.version,
                "items": notice.items or (),
                "channel": notice.channel,
                "delivered": notice.delivered_at is not None,
                "text_sha256": notice.text_sha256,
            }
        )
    if not issued:
        output.say(tr("No notice in this case."))
    output.result({"notices": lines})
    return 0
