"""The office's people on the command line: two of them erase, an administrator makes accounts, and what was done is listed."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from surveyor_app.central.authority import accounts
from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import office
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.cli import main
from surveyor_app.cli.centre_keys import KEY
from surveyor_app.cli.passphrases import OFFICE_PASSWORD, SECOND_PASSWORD
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.process.permissions import OfficeRole
from surveyor_app.records.reading import list_records

FIRST, SECOND = "correct horse battery", "seven brown teapots sing"


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, object]:
    status = main([*words, "--json"])
    out = capsys.readouterr().out
    return status, json.loads(out) if out else None


def test_two_people_erase_at_the_centres_own_machine(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = str(tmp_path)
    # All of it under a key: the commands take it from the environment like the service.
    monkeypatch.setenv(KEY, "0123456789abcdef0123456789abcdef")
    for user, password, role in (("li", FIRST, "administrator"), ("wu", SECOND, "office")):
        monkeypatch.setenv(OFFICE_PASSWORD, password)
        assert said(capsys, "central", "user", user, "--role", role, "--data", data)[0] == 0
    with closing(Centre(CentreConfig(tmp_path, key=b"0123456789abcdef0123456789abcdef"))) as centre:
        case = office.open_claim(centre, "li", {"report_no": "R1", "insured_name": "王五"})
        with centre.database.read() as session:
            (claim,) = list_records(session, case, Claim)
    erase = [
        "central",
        "erase",
        case,
        "--record",
        claim.id,
        "--basis",
        "PIPL 47",
        "--due",
        "2026-12-31",
        "--data",
        data,
    ]
    monkeypatch.setenv(OFFICE_PASSWORD, FIRST)
    monkeypatch.setenv(SECOND_PASSWORD, FIRST)
    for second in ("li", "wu"):
        assert said(capsys, *erase, "--office-user", "li", "--agreed-by", second)[0] == 1
    monkeypatch.setenv(SECOND_PASSWORD, SECOND)
    status, answer = said(capsys, *erase, "--office-user", "li", "--agreed-by", "wu")
    assert (status, answer) == (
        0,
        {
            "case": case,
            "erased": 1,
            "basis": "PIPL 47",
            "due_on": "2026-12-31",
            "asked_by": "li",
            "agreed_by": "wu",
        },
    )
    _, events = said(capsys, "central", "log", "--data", data)
    assert isinstance(events, list)
    assert [(event["user"], event["what"]) for event in events] == [("wu", "made"), ("li", "made")]
    monkeypatch.delenv(KEY)
    assert said(capsys, "central", "log", "--data", data)[0] == 1


def test_an_office_account_is_made_for_what_it_is_there_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OFFICE_PASSWORD, FIRST)
    roles = ("--office-roles", "auditor", "cashier")
    assert said(capsys, "central", "user", "sun", "--role", "office", *roles, "--data", str(tmp_path))[0] == 0
    with closing(Centre(CentreConfig(tmp_path))) as centre, centre.database.read() as session:
        assert accounts.get_account(session, "sun").roles == {OfficeRole.AUDITOR, OfficeRole.CASHIER}
