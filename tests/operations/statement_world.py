"""A statement taken at a scene: three people, questions and answers, and signatures as a pad gives them."""

from __future__ import annotations

from dataclasses import dataclass

from surveyor_app.casefile.blobs import read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.journal.canonical import sha256_hex
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.statements.statements import Answer, Participant, Statement
from surveyor_app.domain.statements.strokes import Drawing, Point, drawing_from
from surveyor_app.operations.editing import records
from surveyor_app.operations.statements.contents import load_contents
from surveyor_app.operations.statements.pages import freeze_pages
from surveyor_app.operations.statements.reading import begin_reading
from surveyor_app.operations.statements.signing import Need, give, needs
from surveyor_app.records import reading

NOTICE_SHA256 = sha256_hex("告知书".encode())


@dataclass(frozen=True, slots=True)
class Taken:
    """A statement in draft: its id, the person questioned, and the answers in order."""

    statement: str
    subject: str
    answers: tuple[str, ...]


def take(case: CaseFile, questions: int = 3, language: str = "zh_CN", interpreter: bool = False) -> Taken:
    """Take a statement down: two questioners, the person questioned, some answers; the notice was read."""
    subject = records.create(case, Person, {"name": "李国强", "sex": "male", "phone": "13800000000"}).id
    number = len(_statements(case)) + 1
    head = {
        "seq_no": number,
        "kind": "driver",
        "status": "draft",
        "language": language,
        "subject_uid": subject,
        "started_at": case.author.clock().instant(),
        "place": "张江路 100 号",
        "notice_id": "notice_insured",
        "notice_version": "1",
        "notice_language": language,
        "notice_sha256": NOTICE_SHA256,
        "notice_mode": "read",
        "notice_read_at": case.author.clock().instant(),
    }
    statement = records.create(case, Statement, head).id
    present: list[dict[str, object]] = [
        {"role": "subject", "person_uid": subject},
        {"role": "questioner", "name": "张查勘", "credential_shown": "查勘证 0012"},
        {"role": "questioner", "name": "王协办", "credential_shown": "查勘证 0034"},
    ]
    if interpreter:
        person = records.create(case, Person, {"name": "Ann Lee", "phone": "13900000000"}).id
        present.append({"role": "interpreter", "person_uid": person})
    for fields in present:
        records.create(case, Participant, {"statement_uid": statement, **fields})
    answers = tuple(
        records.create(
            case,
            Answer,
            {
                "statement_uid": statement,
                "question": f"第{n + 1}问：您何时发现危险？",
                "answer": f"大概十米远，第{n + 1}次。",
            },
        ).id
        for n in range(questions)
    )
    return Taken(statement, subject, answers)


def take_frozen(case: CaseFile, questions: int = 3, language: str = "zh_CN", interpreter: bool = False) -> Taken:
    """Take a statement down, have the person read it, and lay its pages out to be signed."""
    found = take(case, questions, language, interpreter)
    begin_reading(case, found.statement, "self_read")
    freeze_pages(case, found.statement)
    return found


def drawing(seed: int = 0) -> Drawing:
    """Return a short piece of handwriting, a different one for each seed."""
    points = [Point(100 + 150 * n, 200 + (n * 37 + seed * 53) % 300, 400 + n * 40, n * 15) for n in range(12)]
    return Drawing(4000, 1200, (tuple(points), (Point(300 + seed, 500, 1000, 400),)))


def sign_all(case: CaseFile, statement: str, but: str | None = None) -> list[Need]:
    """Give every signature that is asked for, but those for one purpose; return what was given."""
    given = []
    for place, need in enumerate(needs(load_contents(case, statement))):
        if not need.is_given and need.purpose != but:
            give(case, statement, need, drawing(place), "pen")
            given.append(need)
    return given


def _statements(case: CaseFile) -> list[Statement]:
    with case.read() as session:
        return reading.list_records(session, case.case_id, Statement)


def read_drawing(case: CaseFile, sha256: str) -> Drawing:
    """Return the strokes of an ink as the case holds them."""
    return drawing_from(b"".join(read_blob(case, sha256)))
