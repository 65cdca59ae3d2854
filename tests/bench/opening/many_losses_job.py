"""Works on the losses of a case in the real window: ``many_losses_job FOLDER``."""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from pathlib import Path

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.losses.vehicles import DamageMark
from surveyor_app.operations.editing import records
from surveyor_app.ui.damage.page import DamagePage
from tests.bench.cases import PASSPHRASE
from tests.bench.window_driver import running_app

SETTLING_S = 0.7


def main() -> None:
    """Show the page, go to the last line, change it; print the longest block of each act, and what of it was computed."""
    folder = Path(sys.argv[1])
    with Profile.unlock(folder / "profile", PASSPHRASE) as profile:
        case_id = profile.registry.cases()[0].case_id
    found: dict[str, float] = {}
    with running_app(folder / "profile") as driver:
        driver.unlock()
        driver.rest(0.2)
        view = driver.open(case_id)
        driver.rest(SETTLING_S)

        def timed(name: str) -> None:
            driver.rest(SETTLING_S)
            found[f"{name}_ms"] = driver.heartbeat.worst_ms
            found[f"{name}_cpu_ms"] = driver.heartbeat.worst_cpu_ms
            driver.heartbeat.restart()

        driver.heartbeat.restart()
        view.show_page(DamagePage.PLACE.name)
        timed("shown")
        page = view.page(DamagePage.PLACE.name)
        assert isinstance(page, DamagePage)
        last = page.model.id_at(page.model.rowCount() - 1) or ""
        page.show_record(last, "labour")
        timed("read")
        case = view.desk.case
        view.desk.edits.do(lambda: records.change(case, DamageMark, last, {"labour": Decimal(100)}))
        timed("changed")
        driver.leave()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
