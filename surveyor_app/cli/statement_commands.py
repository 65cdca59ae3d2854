"""``surveyor statement``: which statements a case holds, and the paper of one."""

from __future__ import annotations

import argparse
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.cli.opening import opened_case
from surveyor_app.cli.output import Output
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.operations.editing.handing_out import hand_out, require_place
from surveyor_app.operations.statements.closing import statement_pdf
from surveyor_app.operations.statements.contents import load_contents
from surveyor_app.records import reading
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import english


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Add the verb."""
    statement = verbs.add_parser("statement", parents=[common])
    statement.add_argument("file", type=Path, help="case file")
    statement.add_argument("number", type=int, nargs="?", help="of the statement; without it all are listed")
    statement.add_argument("--out", type=Path, metavar="PDF", help="write its paper: as signed, or a marked draft")
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
        hand_out(arguments.out, statement_pdf(case, statement.id))
    output.say(f"Statement {statement.seq_no} in {arguments.out}: {'as signed' if statement.sealed else 'a draft'}.")
    output.result({"path": arguments.out, "statement": statement.id, "signed": statement.sealed})
    return 0


def _statements(case: CaseFile) -> list[Statement]:
    with case.read() as session:
        return reading.list_records(session, case.case_id, Statement)


def _list(case: CaseFile, statements: list[Statement], output: Output) -> int:
    labels = Labels.load(resources_dir())
    lines = []
    for statement in statements:
        contents = load_contents(case, statement.id)
        subject = contents.subject.name if contents.subject else None
        kind = labels.value("statement_kind", statement.kind, english())
        state = labels.value("statement_status", statement.status, english())
        paper = f"{statement.pages} page(s), SHA-256 {statement.sha256}" if statement.sealed else "not signed"
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
        output.say("No statement in this case.")
    output.result({"statements": lines})
    return 0
