"""Makes the sample case file of the current format: run once with each release that changes the schema, never again.

    python -m tests.samples.make_sample

writes ``tests/samples/format_<n>/`` with a profile (passphrase below) and a closed case. Samples of earlier formats stay as
they are: only files that really were made by an earlier version prove that it can still be read.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.delivery import CaseDelivery
from surveyor_app.casefile.drafts import save_draft
from surveyor_app.casefile.files import create_case
from surveyor_app.casefile.keys import KdfCost
from surveyor_app.casefile.migrating import file_format
from surveyor_app.casefile.previews import PreviewKind
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.storing import store_blob
from surveyor_app.domain.journal.canonical import Json, sha256_hex
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, Body, Entry, SignedEntry
from surveyor_app.domain.journal.identifiers import CaseId, EntryHash, RecordId
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Role
from surveyor_app.protocol.items import DeviceInfo
from surveyor_app.records.keys import DeviceKey
from tests.local_rows import save_preview

SAMPLES = Path(__file__).resolve().parent
PASSPHRASE = "sample passphrase"
CASE_ID = CaseId("0192f0c0-5a00-7000-8000-000000000001")
ORIGINAL = bytes(range(256)) * 5000
STROKES = b'{"strokes":[]}'
REPORT_NO = "RDAA202611230000000001"


def record_id(number: int) -> RecordId:
    """Return the fixed id of a record of the sample."""
    return RecordId(f"0192f0c0-5a00-7000-8000-0000000001{number:02d}")


class NoVault:
    """No keyring: the sample is opened by its passphrase on every machine."""

    def get(self, name: str) -> str | None:
        """Hold nothing."""
        return None

    def keep(self, name: str, secret: str) -> bool:
        """Keep nothing."""
        return False


def make(folder: Path) -> None:
    """Write profile and case into ``folder``, which must not exist."""
    folder.mkdir()
    cost = KdfCost(memory_kib=64, rounds=1, lanes=1)
    profile, _ = Profile.create(
        folder / "profile", PASSPHRASE, user="sample", display_name="样例", cost=cost, vault=NoVault()
    )
    with profile, create_case(profile, folder / "case.survey", CASE_ID, report_no=REPORT_NO) as case:
        claim: dict[str, Json] = {
            "report_no": REPORT_NO,
            "insured_name": "王先生",
            "deductible": "500.00",
            "claim_no": ["A", "B"],
        }
        case.apply([Step(Action.CREATE, CASE_KIND, CASE_ID), Step(Action.CREATE, "claim", record_id(1), claim)], "new")
        sha256 = store_blob(case, [ORIGINAL]).sha256
        evidence: dict[str, Json] = {
            "sha256": sha256,
            "size_bytes": len(ORIGINAL),
            "rank": "V",
            "evidence_class": "other",
            "pages": 3,
        }
        case.apply([Step(Action.CREATE, "evidence", record_id(2), evidence)], "import")
        case.apply([Step(Action.CHANGE, "evidence", record_id(2), {"caption": "左前门"})], "caption")
        case.apply([Step(Action.CREATE, "person", record_id(3), {"name": "李"})], "new")
        case.apply([Step(Action.WITHDRAW, "person", record_id(3), reason="entered twice")], "withdraw")
        save_preview(case, sha256, PreviewKind.THUMBNAIL, b"thumbnail")
        save_draft(case, "claim", record_id(1), "insurer", "平安")
        delivery = CaseDelivery(case)
        delivery.mark_numbered({signed.hash: n for n, signed in enumerate(delivery.unsent_entries(10**6), start=1)})
        delivery.save_receipt("partial", b'{"kind":"partial"}', b"cms")
        add_signed_statement(case)
        add_findings(case)
        add_what_was_said(case)
        add_newer_line(case)
        add_cancelling(case)


def add_signed_statement(case: CaseFile) -> None:
    """Add what came with format 3: a person with a consent, a witness record, and a statement that is sealed."""
    strokes = store_blob(case, [STROKES])
    statement, answer, page = record_id(4), record_id(5), record_id(6)
    texts: dict[RecordId, tuple[str, dict[str, Json]]] = {
        statement: ("statement", {"seq_no": 1, "kind": "driver", "status": "closed"}),
        answer: ("answer", {"rank": "V", "statement_uid": statement, "question": "几点？", "answer": "九点。"}),
        page: ("statement_page", {"statement_uid": statement, "no": 1, "total": 1, "bound_sha256": strokes.sha256}),
        record_id(7): (
            "ink",
            {"statement_uid": statement, "target_uid": page, "purpose": "page", "sha256": strokes.sha256},
        ),
        record_id(8): ("correction", {"answer_uid": answer, "part": "answer", "old": "九点。", "new": "九点半。"}),
        record_id(9): ("participant", {"statement_uid": statement, "role": "questioner", "name": "样例"}),
    }
    made = [Step(Action.CREATE, kind, item, fields) for item, (kind, fields) in texts.items()]
    sealed = [Step(Action.SEAL, kind, item) for item, (kind, _) in texts.items()]
    case.apply([*made, *sealed], "close_statement")
    witness: dict[str, Json] = {"rank": "V", "distance_m": "12.5", "view": "partly", "willing_to_testify": True}
    consent: dict[str, Json] = {"purpose": "recording", "granted": False, "wording": "我同意……"}
    case.apply(
        [
            Step(Action.CREATE, "witness", record_id(10), witness),
            Step(Action.CREATE, "consent", record_id(11), consent),
        ],
        "new",
    )


def add_findings(case: CaseFile) -> None:
    """Add what came with format 7: an answer to a check, a policy of the surveyor's, losses, a paper and an enquiry."""
    made: list[tuple[str, dict[str, Json]]] = [
        ("policy", {"policy_no": "PDAA2026", "line": "commercial", "period_from": "2026-01-01", "earlier_losses": 2}),
        ("check_answer", {"check_id": "chk_covers", "choices": ["own_damage", "third_party"]}),
        ("check_answer", {"check_id": "chk_third_casualties", "answer": "yes", "injured_n": 1, "dead_n": 0}),
        ("proposal", {"target_kind": "claim", "target_field": "insurer", "value": '"平安"', "reason": "保单所载"}),
        (
            "property_item",
            {"rank": "V", "name": "护栏", "quantity": "12.500", "unit_price": "80.00", "loss_rate": "50"},
        ),
        ("injury", {"rank": "V", "body_parts": ["head", "neck"], "on_site_mediation": False}),
        ("document", {"item": "driver_licence", "state": "received", "defects": ["unreadable"], "pages": 2}),
        ("enquiry", {"rank": "V", "kind": "private_cctv", "state": "waiting", "clock_offset_s": "-3.5"}),
    ]
    steps = [Step(Action.CREATE, kind, record_id(30 + place), fields) for place, (kind, fields) in enumerate(made)]
    case.apply(steps, "new")


def add_what_was_said(case: CaseFile) -> None:
    """Add what came with format 10: a remark with its answer, a contact and a complaint."""
    made: list[tuple[str, dict[str, Json]]] = [
        ("remark", {"about_kind": "evidence", "about_uid": record_id(2), "asks": "evidence", "text": "请补左后门照片"}),
        ("remark", {"answer_of": record_id(50), "evidence": [record_id(2)], "text": "已补"}),
        ("contact", {"direction": "out", "channel": "phone", "name": "王先生", "summary": "约定复勘时间"}),
        ("complaint", {"from_name": "王先生", "channel": "link", "text": "等待太久"}),
    ]
    steps = [Step(Action.CREATE, kind, record_id(50 + place), fields) for place, (kind, fields) in enumerate(made)]
    case.apply(steps, "new")


def add_newer_line(case: CaseFile) -> None:
    """Add what came with format 6: a colleague's operation that only a newer version understands, and so waits as a whole."""
    key, body = DeviceKey.from_seed(bytes(32)), Body(bytes(16), {"caption": "简图"})
    first = Entry(
        case=CASE_ID,
        device=key.device_id,
        epoch=0,
        seq=1,
        prev=None,
        base=0,
        op=record_id(20),
        op_n=1,
        op_of=2,
        at="2026-11-23T02:00:00.000000Z",
        clock={},
        actor="colleague",
        action=Action.CHANGE,
        kind="evidence",
        id=record_id(2),
        body=body.digest(),
    )
    prev, newer = EntryHash(sha256_hex(first.to_bytes())), {"witness": "another colleague"}
    second = replace(first, seq=2, prev=prev, op_n=2, action="transfer", kind="sketch", v=1000, more=newer)
    entries = [SignedEntry(line, key.sign(line), body) for line in (first.to_bytes(), second.to_bytes())]
    device = DeviceInfo(key.device_id, key.public_key, Role.SURVEYOR.value, "colleague")
    CaseDelivery(case).receive(entries, [device])


def add_cancelling(case: CaseFile) -> None:
    """Add what came with format 12: the office cancels the claim, which the surveyor made."""
    key = DeviceKey.from_seed(bytes(range(32)))
    said: dict[str, Json] = {"flow": "cancelled", "flow_by": "li", "flow_reason": "重复报案"}
    body = Body(bytes(16), said)
    entry = Entry(
        case=CASE_ID,
        device=key.device_id,
        epoch=0,
        seq=1,
        prev=None,
        base=1,
        op=record_id(60),
        op_n=1,
        op_of=1,
        at="2026-11-24T02:00:00.000000Z",
        clock={},
        actor="li",
        action=Action.CHANGE,
        kind="claim",
        id=record_id(1),
        body=body.digest(),
    )
    line = entry.to_bytes()
    device = DeviceInfo(key.device_id, key.public_key, Role.OFFICE.value, "office")
    CaseDelivery(case).receive([SignedEntry(line, key.sign(line), body)], [device])


def main() -> int:
    """Make the sample unless it is there."""
    folder = SAMPLES / f"format_{file_format()}"
    if folder.exists():
        sys.stderr.write(f"{folder} is there already; a sample is made once\n")
        return 1
    make(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
