"""Claims opened by whoever is the office's client: nothing that fits nowhere, and one claim of a report number."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.wire_errors import ReportExists
from surveyor_app.sync.office import OfficeClient
from tests.integration.centres import OFFICE_PASSWORD

DATABASES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(params=DATABASES)
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Centre]:
    url = request.getfixturevalue("postgres_url") if request.param == "postgresql" else None
    made = Centre(CentreConfig(tmp_path / "centre", url))
    yield made
    made.close()


def test_the_same_report_number_opens_one_claim_unless_somebody_says_why(
    live: EmbeddedCentre, office_user: str
) -> None:
    with OfficeClient(live.url, office_user, OFFICE_PASSWORD) as client:
        first = client.open_claim({"report_no": "RD1"})
        assert client.open_claim({"report_no": "RD1"}, first) == first, "the same case again is no second claim"
        with pytest.raises(ReportExists) as refused:
            client.open_claim({"report_no": "RD1"})
        assert refused.value.data == {"report_no": "RD1", "case": first}
        second = client.open_claim({"report_no": "RD1"}, again_reason="two vehicles of one caller")
        client.open_claim({"insured_name": "李四"})
        client.open_claim({"insured_name": "李四"})
        assert len({first, second, *(line.case for line in client.list_claims())}) == 4


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"loss_cause": "aliens"}, "loss_cause"),
        ({"report_no": "9" * 31}, "report_no"),
        ({"plate": "沪A12345"}, "claim.plate"),
        ({"deductible": 5}, "deductible"),
    ],
)
def test_what_does_not_fit_opens_nothing(
    live: EmbeddedCentre, office_user: str, fields: dict[str, object], named: str
) -> None:
    with OfficeClient(live.url, office_user, OFFICE_PASSWORD) as client:
        with pytest.raises(InputError) as refused:
            client.open_claim(fields)  # type: ignore[arg-type]
        assert refused.value.data["field"] == named
        assert list(client.list_claims()) == []


def test_there_is_no_task_of_an_unknown_kind(live: EmbeddedCentre, office_user: str) -> None:
    office.create_user(live.centre, "zhang", "Zhang")
    with OfficeClient(live.url, office_user, OFFICE_PASSWORD) as client:
        case = client.open_claim({"report_no": "RD2"})
        with pytest.raises(InputError):
            client.assign(case, "zhang", task_kind="picnic")
        assert [line.tasks for line in client.list_claims()] == [()]


def test_of_two_who_open_at_the_same_moment_one_is_told(centre: Centre) -> None:
    def open_one(number: int) -> str | None:
        try:
            return office.open_claim(centre, "li", {"report_no": f"R{number % 4}"})
        except ReportExists:
            return None

    with ThreadPoolExecutor(8) as pool:
        opened = list(pool.map(open_one, range(16)))
    assert sum(case is not None for case in opened) == 4
