"""A centre that is away, slow, restarted or no longer knows us: a clear word, and delivery goes on later where it stopped."""

from __future__ import annotations

import itertools
import shutil
import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path

from surveyor_app.casefile.delivery import CaseDelivery
from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.protocol.items import ItemState
from surveyor_app.protocol.limits import KIB
from tests.cli.commands import Surveyor
from tests.faults.conftest import MakeWorld
from tests.faults.launcher import Launcher
from tests.faults.wholeness import require_whole
from tests.faults.worlds import USER, Stage, World, go_on
from tests.integration.network import Network


def closed_port() -> str:
    """Return the address of a centre that is not there."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


def require_the_rest_goes_well(surveyor: Surveyor) -> None:
    with EmbeddedCentre(surveyor.world.central) as centre:
        go_on(surveyor.world, centre.url)
        require_whole(surveyor.world, centre.centre)


def test_the_centre_is_away(signed: Surveyor) -> None:
    away = ("--server", closed_port())
    signed.refuse("unreachable", "sync", signed.world.case, *away, "--patience", "0")
    signed.refuse("unreachable", "case", "fetch")
    signed.environment["SURVEYOR_ENROLL_CODE"] = "AAAA-BBBB"
    signed.refuse("unreachable", "enroll", *away, "--user", USER)
    signed.refuse("input_invalid", "sync", signed.world.case, "--server", "not an address")
    require_the_rest_goes_well(signed)


def test_a_laptop_that_is_not_enrolled(launcher: Launcher, make_world: MakeWorld, tmp_path: Path) -> None:
    alone = Surveyor(launcher, World(tmp_path / "alone", make_world(Stage.ENROLLED).photos, ""))
    alone.tell("profile", "create", "--user", USER)
    case = alone.tell("case", "new", "--out", tmp_path / "local.survey")["path"]
    alone.refuse("not_enrolled", "sync", case)
    alone.refuse("not_enrolled", "case", "fetch")
    alone.refuse("not_enrolled", "report", case, "--out", tmp_path / "report.pdf", "--despite", "test")
    assert alone.tell("case", "info", case)["counts"]["report"] == 0
    assert not (tmp_path / "report.pdf").exists()


def test_access_tokens_that_hold_for_moments_only(signed: Surveyor) -> None:
    """Each is replaced when it has expired, in the middle of a delivery."""
    now = datetime.now(UTC)
    minutes = itertools.count()
    config = CentreConfig(signed.world.central, now=lambda: now + timedelta(minutes=2 * next(minutes)))
    with EmbeddedCentre(signed.world.central, config=config) as centre:
        assert signed.tell("sync", signed.world.case, "--server", centre.url)["receipt"] == "full"
    require_the_rest_goes_well(signed)


def test_access_tokens_that_never_hold(signed: Surveyor) -> None:
    config = CentreConfig(signed.world.central, access_token_life=timedelta(0))
    with EmbeddedCentre(signed.world.central, config=config) as centre:
        signed.refuse("token_expired", "sync", signed.world.case, "--server", centre.url, "--patience", "0")
    require_the_rest_goes_well(signed)


def test_a_sign_in_that_ran_out_is_renewed_by_enrolling_again(signed: Surveyor) -> None:
    world = signed.world
    later = datetime.now(UTC) + timedelta(days=200)
    with EmbeddedCentre(world.central, config=CentreConfig(world.central, now=lambda: later)) as centre:
        server = ("--server", centre.url)
        signed.refuse("not_signed_in", "sync", world.case, *server, "--patience", "30")
        signed.environment["SURVEYOR_ENROLL_CODE"] = "wrong"
        signed.refuse("not_signed_in", "enroll", *server, "--user", USER)
        signed.environment["SURVEYOR_ENROLL_CODE"] = office.create_user(centre.centre, USER, "张查勘").code or ""
        signed.tell("enroll", *server, "--user", USER)
        assert signed.tell("sync", world.case, *server)["receipt"] == "full"


def test_a_centre_that_was_set_back_gets_everything_again_and_it_is_said(signed: Surveyor, tmp_path: Path) -> None:
    world = signed.world
    shutil.copytree(world.central, tmp_path / "copy")
    with EmbeddedCentre(world.central) as centre:
        told = signed.tell("sync", world.case, "--server", centre.url)
        assert (told["receipt"], told["notices"], told["only_here"]) == ("full", [], 0)
    shutil.rmtree(world.central)
    shutil.copytree(tmp_path / "copy", world.central)
    with EmbeddedCentre(world.central) as centre:
        server = ("--server", centre.url)
        signed.environment["SURVEYOR_ENROLL_CODE"] = office.create_user(centre.centre, USER, "张查勘").code or ""
        signed.tell("enroll", *server, "--user", USER)
        told = signed.tell("sync", world.case, *server)
        assert told["receipt"] == "full"
        (notice,) = told["notices"]
        assert notice["code"] == "centre_lost"
        assert notice["data"]["entries"] > 0
        assert {item["state"] for item in told["items"]} == {"receipted"}
        assert signed.tell("sync", world.case, *server)["notices"] == []
    require_the_rest_goes_well(signed)


def test_a_profile_is_enrolled_under_its_own_name_only(signed: Surveyor) -> None:
    signed.environment["SURVEYOR_ENROLL_CODE"] = "AAAA-BBBB"
    with EmbeddedCentre(signed.world.central) as centre:
        data = signed.refuse("input_invalid", "enroll", "--server", centre.url, "--user", "someone-else")
    assert data["field"] == "user"


def test_cuts_in_the_middle_of_an_upload(signed: Surveyor) -> None:
    with EmbeddedCentre(signed.world.central) as centre, Network(centre.url) as network:
        network.cut_after = [700, 200 * KIB, 90 * KIB, 400 * KIB]
        assert signed.tell("sync", signed.world.case, "--server", network.url)["receipt"] == "full"
        assert network.cut_after == []
    require_the_rest_goes_well(signed)


def test_a_line_that_stays_cut_ends_with_a_word_and_the_next_try_goes_on(signed: Surveyor) -> None:
    with EmbeddedCentre(signed.world.central) as centre, Network(centre.url) as network:
        # The first connection is cut in the middle, and all later ones before a request got through.
        network.cut_after = [900 * KIB, *[10] * 50]
        said = signed.tell("sync", signed.world.case, "--server", network.url, "--patience", "1", status=1)
        assert said["error"]["code"] == "unreachable"
        assert said["error"]["retryable"] is True
        with signed.world.opened() as case:
            blobs = CaseDelivery(case).blobs()
        assert ItemState.RECEIPTED not in {item.state for item in blobs}
        network.cut_after = []
        before = network.sent
        assert signed.tell("sync", signed.world.case, "--server", network.url)["receipt"] == "full"
        # What had arrived before the cut was not sent again.
        assert network.sent - before < sum(item.size for item in blobs) - 500 * KIB
    require_the_rest_goes_well(signed)


def test_the_office_is_refused_with_a_wrong_password(fetched: Surveyor) -> None:
    fetched.environment["SURVEYOR_OFFICE_PASSWORD"] = "wrong"
    with EmbeddedCentre(fetched.world.central) as centre:
        fetched.refuse("not_signed_in", "central", "claim", "list", "--server", centre.url)
        fetched.environment.pop("SURVEYOR_OFFICE_PASSWORD")
        fetched.refuse("secret_missing", "central", "claim", "list", "--server", centre.url)


def test_a_port_that_is_taken(fetched: Surveyor, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        data = fetched.refuse("server_failed", "central", "serve", "--data", tmp_path / "c", "--port", port)
    assert data["port"] == port


def test_a_claim_with_a_wrong_field(fetched: Surveyor) -> None:
    claim = ("central", "claim", "new", "--data", fetched.world.central, "--report-no", "R9")
    for setting in ("nonsense=1", "accident_at=yesterday", "no equals sign"):
        fetched.refuse("input_invalid", *claim, "--set", setting)
    assert len(fetched.tell("central", "claim", "list", "--data", fetched.world.central)) == 1
