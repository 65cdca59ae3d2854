"""``surveyor statement``: which statements a case holds, and the paper of one."""

from __future__ import annotations

import argparse
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.cli.code_words import value_word
from surveyor_app.cli.opening import opened_case
from surveyor_app.cli.output import Output
from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.operations.editing.handing_out import hand_out, require_place
from surveyor_app.operations.statements.contents import load_contents
from surveyor_app.operations.statements.sealed_copies import handed_out
from surveyor_app.records import reading
from surveyor_app.wording.translation import mark, tr, tr_marked

_SIGNED = mark("Statement {number} in {path}: as signed.")
_DRAFT = mark("Statement {number} in {path}: a draft.")


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Add the verb."""
    statement = verbs.add_parser("statement", parents=[common])
    statement.add_argument("file", type=Path, help=tr("case file"))
    statement.add_argument("number", type=int, nargs="?", help=tr("of the statement; without it all are listed"))
    statement.add_argument("--out", type=Path, metavar="PDF", help=tr("write its paper: as signed, or a marked draft"))
    statement.set_defaults(run=_statement)


def _statement(arguments: argparse.Namespace, output: Output) -> int:
    if arguments.out is not None:
        require_place(arguments.out)
    with opened_case(arguments, arguments.file) as (_profile, case):
        found = _statements(case)
        if arguments.number is not None:
            found = [item for item in found if item.seq_no == arguments.number]
            if not found:
                raise NotFound(what=Statement.KIND, id=arguments.number)
        if arguments.out is None:
            return _list(case, found, output)
        if len(found) != 1:
            raise NotFound(what=Statement.KIND, id=f"one of {len(found)}; name its number")
        (statement,) = found
        hand_out(arguments.out, handed_out(case, statement.id))
    output.say(tr_marked(_SIGNED if statement.sealed else _DRAFT, number=statement.seq_no, path=arguments.out))
    output.result({"path": arguments.out, "statement": statement.id, "signed": statement.sealed})
    return 0


def _statements(case: CaseFile) -> list[Statement]:
    with case.read() as session:
        return reading.list_records(session, case.case_id, Statement)


def _list(case: CaseFile, statements: list[Statement], output: Output) -> int:
    lines = []
    for statement in statements:
        contents = load_contents(case, statement.id)
        subject = contents.subject.name if contents.subject else None
        kind = value_word("statement_kind", statement.kind)
        state = value_word("statement_status", statement.status)
        paper = tr("not signed")
        if statement.sealed:
            paper = tr("{count} page(s), SHA-256 {sha256}", count=statement.pages, sha256=statement.sha256)
        output.say(f"{statement.seq_no or '-'}  {kind}  {subject or '-'}  {state}  {paper}")
        lines.append(
            {
                "number": statement.seq_no,
                "id": statement.id,
                "kind": statement.kind,
                "person": subject,
                "status": statement.status,
                "answers": len(contents.asked),
                "pages": statement.pages,
                "sha256": statement.sha256,
            }
        )
    if not statements:
        output.say(tr("No statement in this case."))
    output.result({"statements": lines})
    return 0
