"""Who saw what is kept before it is shown, and nobody changes it: not by an act, nor in the database without being found out."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from io import BytesIO, StringIO
from pathlib import Path

import httpx2
import pypdfium2
import pytest
from sqlalchemy import delete, text, update

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import office, viewing
from surveyor_app.central.claims.viewing import ViewFilter
from surveyor_app.central.claims.work_list import ageing, lines
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.storage.schema import views
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.process.permissions import OfficeRole
from surveyor_app.domain.wire_errors import ServerFailed
from surveyor_app.sync.delivering import deliver
from surveyor_app.sync.exchanging import Exchange
from tests.central.desk.emptied import empty, nodes_at
from tests.integration.centres import OFFICE_PASSWORD, MakeLaptop
from tests.integration.laptop import patience

NOW = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
AUDITOR_PASSWORD = "a staple of horses"


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def centre(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    """One centre for all tests: of what was seen nothing is taken away."""
    with nodes_at(NOW, tmp_path_factory.mktemp("views"), request) as (made,):
        yield made


def note(centre: Centre, user: str, item: str = "") -> None:
    with centre.database.write() as session:
        viewing.note(session, user, "case", "photo", item, NOW)


@contextmanager
def browser(live: EmbeddedCentre, user: str, password: str) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=live.url, follow_redirects=True, headers={"accept-language": "en"}) as client:
        client.post("/sign-in", data={"user": user, "password": password})
        yield client


def seen(centre: Centre) -> list[tuple[str, str, str]]:
    with centre.database.read() as session:
        return [(view.user, view.thing, view.item) for view in viewing.read_views(session, ViewFilter(), 100)][::-1]


def test_the_database_changes_and_deletes_no_line(centre: Centre) -> None:
    note(centre, "li")
    before = seen(centre)
    for statement in (update(views).values(user="wu"), delete(views)):
        with pytest.raises(ServerFailed), centre.database.write() as session:
            session.execute(statement)
    if centre.database.takes_several_writers:
        with pytest.raises(ServerFailed), centre.database.write() as session:
            session.execute(text("TRUNCATE centre_views"))
    assert seen(centre) == before


@pytest.mark.parametrize("forgery", ["change", "last", "middle", "append"])
def test_whoever_gets_around_that_breaks_the_chain(tmp_path: Path, forgery: str) -> None:
    with closing(Centre(CentreConfig(tmp_path, now=lambda: NOW))) as centre:
        for number in range(4):
            note(centre, "li", str(number))
        with centre.database.write() as session:
            whole = viewing.check_chain(session)
            for event in ("update", "delete"):
                session.execute(text(f"DROP TRIGGER centre_views_no_{event}"))
            if forgery == "change":
                session.execute(update(views).where(views.c.number == 2).values(user="wu"))
            elif forgery == "middle":
                session.execute(delete(views).where(views.c.number == 2))
            elif forgery == "last":
                session.execute(delete(views).where(views.c.number == 4))
            else:
                told = {"number": 5, "at": "x", "user": "wu", "case_id": "case", "thing": "photo", "item": ""}
                session.execute(views.insert().values(**told, hash="0" * 64))
            chain = viewing.check_chain(session)
    assert (whole.count, whole.broken_at) == (4, None)
    # Cutting the end off leaves a shorter chain with another head: the head that was printed says so.
    assert (chain.broken_at is not None) is (forgery != "last")
    assert forgery == "append" or chain.head != whole.head


def test_lines_of_the_same_moment_are_chained_one_after_another(centre: Centre) -> None:
    before = len(seen(centre))
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: note(centre, "li", str(number)), range(16)))
    with centre.database.read() as session:
        chain = viewing.check_chain(session)
    assert (chain.count, chain.broken_at) == (before + 16, None)


def test_seeing_is_kept_and_what_was_refused_was_not_seen(live: EmbeddedCentre, make_laptop: MakeLaptop) -> None:
    office.create_user(live.centre, "wu", "Wu", Role.OFFICE, OFFICE_PASSWORD)
    office.create_user(live.centre, "adm", "Adm", Role.OFFICE, AUDITOR_PASSWORD, roles=[OfficeRole.ADMINISTRATOR])
    case = office.open_claim(live.centre, "wu", {"report_no": "RD1"})
    laptop = make_laptop(case=case)
    office.assign(live.centre, "wu", case, laptop.user)
    with laptop.client(live.url) as client:
        Exchange(laptop, client, patience()).run()
        sha256 = laptop.add_evidence(b"ID3 a sound of the case")
        deliver(laptop, client, laptop.verify, patience=patience())
    before = len(seen(live.centre))
    with browser(live, "wu", OFFICE_PASSWORD) as wu, browser(live, "adm", AUDITOR_PASSWORD) as adm:
        assert wu.get(f"/claims/{case}").status_code == 200
        assert wu.get(f"/claims/{case}/blobs/{sha256}").status_code == 200
        assert wu.get(f"/claims/{case}/blobs/{sha256}", headers={"range": "bytes=0-3"}).status_code == 206
        assert wu.get(f"/claims/{case}/blobs/{sha256}", headers={"range": "bytes=4-7"}).status_code == 206
        assert wu.get(f"/claims/{case}/photos/nothing").status_code == 404
        assert adm.get(f"/claims/{case}").status_code == 403
        assert httpx2.get(f"{live.url}/claims/{case}").status_code == 401
    assert seen(live.centre)[before:] == [("wu", "claim", ""), ("wu", "blob", sha256), ("wu", "blob", sha256)]
    asked = {"refresh_token": laptop.tokens.newest}
    token = httpx2.post(f"{live.url}/v1/token", json=asked).json()["access_token"]
    headers = {"authorization": f"Bearer {token}"}
    pulled = httpx2.get(f"{live.url}/v1/cases/{case}/blobs/{sha256}/content", headers=headers)
    assert pulled.status_code == 200
    assert seen(live.centre)[-1] == (laptop.user, "pulled", sha256)


def test_the_auditor_reads_it_as_page_csv_and_pdf_and_nobody_else(live: EmbeddedCentre) -> None:
    office.create_user(live.centre, "=wu()", "Wu", Role.OFFICE, OFFICE_PASSWORD)
    office.create_user(live.centre, "sun", "Sun", Role.OFFICE, AUDITOR_PASSWORD, roles=[OfficeRole.AUDITOR])
    case = office.open_claim(live.centre, "wu", {"report_no": "RD-77"})
    with browser(live, "=wu()", OFFICE_PASSWORD) as wu, browser(live, "sun", AUDITOR_PASSWORD) as sun:
        wu.get(f"/claims/{case}/journal")
        assert [wu.get(f"/audit/views{end}").status_code for end in ("", ".csv", ".pdf")] == [403, 403, 403]
        page = sun.get("/audit/views?check=true").text
        assert "RD-77" in page
        assert "The chain of 1 lines is whole" in page
        assert "RD-77" not in sun.get("/audit/views?user=nobody").text
        assert "RD-77" in sun.get("/audit/views?since=2020-01-01&until=2099-01-01").text
        assert "RD-77" not in sun.get("/audit/views?until=2020-01-01").text
        rows = list(csv.reader(StringIO(sun.get("/audit/views.csv").content.decode("utf-8-sig"))))
        assert rows[0][2] == "Who"
        assert (rows[1][2], rows[1][3], rows[1][4]) == ("'=wu()", "RD-77", "Journal")
        pdf = pypdfium2.PdfDocument(BytesIO(sun.get("/audit/views.pdf").content))
        printed = pdf[0].get_textpage().get_text_bounded()
        pdf.close()
        assert "RD-77" in printed
        assert "=wu()" in printed
        assert "is whole" in printed.replace("\r\n", " ")
        for method in ("post", "put", "delete"):
            assert getattr(sun, method)("/audit/views").status_code == 405


def test_ages_and_response_times_are_those_of_the_claims(centre: Centre) -> None:
    empty(centre)
    office.create_user(centre, "zhang", "Zhang")
    for minutes in (3, 4, 30):
        reported = Instant(NOW - timedelta(minutes=minutes), 480, Trust.CENTRE).to_json()
        case = office.open_claim(centre, "li", {"report_no": f"RD{minutes}", "reported_at": reported})
        office.assign(centre, "li", case, "zhang")
    lines.bring_up_to_date(centre)
    with centre.database.read() as session:
        ages = ageing.read_ages(session, NOW + timedelta(days=4))
        found = {
            item.level.id: item for item in ageing.read_responses(session, resources_dir(), NOW - timedelta(days=1))
        }
        later = ageing.read_responses(session, resources_dir(), NOW + timedelta(days=1))
    assert ages["survey"] == [0, 0, 3, 0, 0, 0]
    dispatch = found["dispatch"]
    assert (dispatch.count, dispatch.kept, dispatch.median) == (3, 2, timedelta(minutes=4))
    assert dispatch.ninth_tenth == timedelta(minutes=30)
    assert found["contact"].count == 0
    assert all(item.count == 0 for item in later)
