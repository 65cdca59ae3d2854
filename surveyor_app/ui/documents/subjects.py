"""Vehicles and people whose papers these are: their names, and whether they consented to what a paper wants."""

from __future__ import annotations

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.statements.consents import Consent
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.choice_editors import Options


class Subjects:
    """Read once and again when something of it changed."""

    KINDS = (Vehicle.KIND, Person.KIND, Consent.KIND)

    def __init__(self, case: CaseFile) -> None:
        self._case = case
        self._names: dict[str, str] = {}
        self._consents: list[Consent] = []
        self.read()

    def read(self) -> None:
        """Read them again."""
        case = self._case
        self._names = {str(id_): name for id_, name in self.options()}
        self._consents = record_access.list_all(case, Consent)

    def options(self) -> Options:
        """Return all of them with their names, for a choice."""
        return [*record_access.vehicle_options(self._case), *record_access.people_options(self._case)]

    def name(self, id_: str) -> str:
        """Return what one is called, a dash for one that is gone."""
        return self._names.get(id_, "—")

    def has_consented(self, purpose: str, person_id: str | None) -> bool:
        """Tell whether a person (anybody, where none is named) agreed to a purpose and did not take it back."""
        last = {
            consent.person_uid: consent
            for consent in self._consents
            if consent.purpose == purpose and person_id in (None, consent.person_uid)
        }
        return any(consent.granted and consent.revoked_at is None for consent in last.values())
