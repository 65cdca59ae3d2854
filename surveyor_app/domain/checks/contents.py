"""Everything checks and prompts look at: the records of a case, the tables they go by, what the file is known to hold."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from surveyor_app.domain.checks.cover_wording import CoverWording
from surveyor_app.domain.checks.findings import Check, Finding
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.claim.proposals import Proposal
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.documents.checklist import Papers
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.enquiries import Enquiry
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.losses.injuries import Fee, Injury, InjuryVisit
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost, Salvage
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.domain.photos.annotations import Annotation
from surveyor_app.domain.photos.camera_clocks import CameraClock
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.shot_lists import ShotLists
from surveyor_app.domain.photos.shot_needs import ShotCase, concerns_vehicles
from surveyor_app.domain.photos.shots import ShotState
from surveyor_app.domain.statements.consents import Consent
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.statements import Answer, Correction, Participant, Statement, StatementPage
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.survey.facts import CaseFacts
from surveyor_app.domain.survey.police_grounds import PoliceGrounds
from surveyor_app.domain.survey.prompt_answers import PromptAnswer
from surveyor_app.domain.survey.prompts import Prompts
from surveyor_app.domain.survey.record_checks import RecordChecks, latest_answers
from surveyor_app.domain.texts import Text

SURVEY_TASKS = frozenset({None, "scene", "property"})
"""Tasks whose visit fills in the record form; who assesses a vehicle or visits an injured person does not."""


@dataclass(frozen=True, slots=True)
class RuleTables:
    """The tables that rules go by; a rule without its table finds nothing.

    ``field_names`` and ``enum_values`` say what fields are called and which values an enumeration has.
    """

    record_checks: RecordChecks | None = None
    papers: Papers | None = None
    prompts: Prompts | None = None
    police_grounds: PoliceGrounds | None = None
    cover_wording: CoverWording | None = None
    field_names: Mapping[tuple[str, str], Text] = dataclasses.field(default_factory=dict)
    enum_values: Mapping[str, Mapping[str, Text]] = dataclasses.field(default_factory=dict)

    def value_name(self, enumeration: str, value: str | None) -> Text:
        """Return what a value is called, its id where no name is known."""
        return self.enum_values.get(enumeration, {}).get(value or "") or Text.same(value or "")

    def field_name(self, kind: str, field: str) -> Text:
        """Return what a field is called, its id where no name is known."""
        return self.field_names.get((kind, field)) or Text.same(field)


@dataclass(frozen=True, slots=True)
class KeptFacts:
    """What is known of the file that holds the case; ``None`` and empty: nothing is known to be wrong.

    ``altered`` names originals whose bytes are not those of the ledger, ``absent`` those that are not here at all (SHA-256);
    ``has_second_copy`` tells whether one was read back; ``is_sent_elsewhere`` that another device signed a report of the visit
    and is submitting it, ``submitted_by`` whose device did so, once it is submitted.
    """

    altered: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    has_second_copy: bool | None = None
    is_sent_elsewhere: bool = False
    submitted_by: str | None = None


NO_TABLES = RuleTables()
NOTHING_KEPT = KeptFacts()

GROUPS: Mapping[str, str] = {
    "claim": "claims",
    "task": "tasks",
    "person": "people",
    "vehicle": "vehicles",
    "evidence": "evidence",
    "statement": "statements",
    "damage_mark": "damage_marks",
    "shot_state": "shot_states",
    "witness": "witnesses",
    "policy": "policies",
    "cover": "covers",
    "proposal": "proposals",
    "check_answer": "check_answers",
    "property_item": "property_items",
    "injury": "injuries",
    "injury_visit": "injury_visits",
    "fee": "fees",
    "rescue_cost": "rescue_costs",
    "salvage": "salvages",
    "document": "documents",
    "notice": "notices",
    "enquiry": "enquiries",
    "annotation": "annotations",
    "answer": "answers",
    "participant": "participants",
    "correction": "corrections",
    "consent": "consents",
    "report": "reports",
}
"""Where the records of each kind stand."""


@dataclass(frozen=True, slots=True)
class CaseContents:
    """The records a check looks at, withdrawn ones left out, in the order they are shown.

    ``subject_names`` holds the name of each vehicle, person and damage; without ``shot_lists`` no shot is
    asked for. ``photo_failures`` says what failed of which photo. ``merged_people`` are withdrawn because they
    are one of the ``people``; what is signed names them still. ``purposes`` holds what each purpose of a consent is called,
    ``paper_languages`` the tags of the languages that papers can be written in, by how a statement may name them.
    """

    claims: Sequence[Claim]
    tasks: Sequence[Task]
    people: Sequence[Person]
    vehicles: Sequence[Vehicle]
    evidence: Sequence[Evidence]
    statements: Sequence[Statement]
    damage_marks: Sequence[DamageMark]
    shot_states: Sequence[ShotState] = ()
    shot_lists: ShotLists | None = None
    subject_names: Mapping[str, Text] = dataclasses.field(default_factory=dict)
    camera_clocks: Sequence[CameraClock] = ()
    photo_failures: Mapping[str, Sequence[Text]] = dataclasses.field(default_factory=dict)
    participants: Sequence[Participant] = ()
    statement_pages: Sequence[StatementPage] = ()
    inks: Sequence[Ink] = ()
    answers: Sequence[Answer] = ()
    corrections: Sequence[Correction] = ()
    merged_people: Sequence[Person] = ()
    witnesses: Sequence[Witness] = ()
    consents: Sequence[Consent] = ()
    purposes: Mapping[str, Text] = dataclasses.field(default_factory=dict)
    paper_languages: Mapping[str, str] = dataclasses.field(default_factory=dict)
    policies: Sequence[Policy] = ()
    covers: Sequence[Cover] = ()
    proposals: Sequence[Proposal] = ()
    check_answers: Sequence[CheckAnswer] = ()
    prompt_answers: Sequence[PromptAnswer] = ()
    property_items: Sequence[PropertyItem] = ()
    injuries: Sequence[Injury] = ()
    injury_visits: Sequence[InjuryVisit] = ()
    fees: Sequence[Fee] = ()
    rescue_costs: Sequence[RescueCost] = ()
    salvages: Sequence[Salvage] = ()
    documents: Sequence[Document] = ()
    notices: Sequence[Notice] = ()
    enquiries: Sequence[Enquiry] = ()
    annotations: Sequence[Annotation] = ()
    reports: Sequence[Report] = ()
    tables: RuleTables = NO_TABLES
    kept: KeptFacts = NOTHING_KEPT

    @property
    def everybody(self) -> Sequence[Person]:
        """The people, and those merged into one of them."""
        return [*self.people, *self.merged_people]

    @property
    def shot_case(self) -> ShotCase:
        """What follows from the kind of case (motor, property, injury) follows from these."""
        return ShotCase(
            claim=self.claims[0] if self.claims else None,
            task=self.tasks[0] if self.tasks else None,
            vehicles=self.vehicles,
            people=self.people,
            damage_marks=self.damage_marks,
            states=self.shot_states,
        )

    @property
    def is_motor(self) -> bool:
        """Tell whether a vehicle is concerned; where nothing says otherwise one is."""
        return self.shot_lists is None or concerns_vehicles(self.shot_lists, self.shot_case)

    @property
    def facts(self) -> CaseFacts:
        """Return what conditions of checks, papers and prompts look at."""
        checks = self.tables.record_checks
        return CaseFacts(
            claim=self.claims[0] if self.claims else None,
            task=self.tasks[0] if self.tasks else None,
            vehicles=self.vehicles,
            people=self.people,
            policies=self.policies,
            covers=self.covers,
            property_items=self.property_items,
            injuries=self.injuries,
            fees=self.fees,
            rescue_costs=self.rescue_costs,
            answers=latest_answers(self.check_answers),
            is_motor=self.is_motor,
            near_days=checks.near_days if checks else 7,
        )

    @property
    def is_survey(self) -> bool:
        """Tell whether the visit is one that fills in the record form."""
        return bool(self.tasks) and self.tasks[0].task_kind in SURVEY_TASKS

    def of_kind(self, kind: str) -> Sequence[Record]:
        """Return the records of ``kind``.

        Raises:
            KeyError: nothing of this kind is looked at.
        """
        found: Sequence[Record] = getattr(self, GROUPS[kind])
        return found

    def driver_of(self, vehicle: Vehicle) -> Person | None:
        """Return who drove a vehicle, ``None`` where nobody is named."""
        return next((person for person in self.everybody if person.id == vehicle.driver_uid), None)

    def is_proposed(self, kind: str, record_id: str, field: str | None) -> bool:
        """Tell whether a proposal stands for a field that may not be written: it counts as filled in."""
        place = (kind, record_id, field)
        return any(
            (item.target_kind, item.target_uid, item.target_field) == place and item.counts_as_filled
            for item in self.proposals
        )


Rule = Callable[[Check, CaseContents], Iterator[Finding]]
"""How a check is decided."""
