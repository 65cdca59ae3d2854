"""Reads all losses of an open case at once, so that the totals are of one moment."""

from __future__ import annotations

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.kinds import R
from surveyor_app.domain.losses.injuries import Fee, Injury
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost, Salvage
from surveyor_app.domain.losses.totals import Losses
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.records import reading


def read_losses(case: CaseFile) -> Losses:
    """Return the losses, withdrawn lines left out."""
    with case.read() as session:

        def listed(record_class: type[R]) -> list[R]:
            return list(reading.list_records(session, case.case_id, record_class))

        return Losses(
            vehicles=listed(Vehicle),
            marks=listed(DamageMark),
            items=listed(PropertyItem),
            injuries=listed(Injury),
            fees=listed(Fee),
            rescue=listed(RescueCost),
            salvage=listed(Salvage),
        )
