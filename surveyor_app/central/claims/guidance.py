"""The first guidance to whoever reports a loss (索赔指引, domain §18.2): composed for a claim, kept as it was told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.checklists import facts_of
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.documents.asking import not_of_customer
from surveyor_app.domain.documents.checklist import checklist
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.journal.canonical import Json, sha256_hex
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.process.stages import Stage
from surveyor_app.domain.survey.facts import CaseFacts
from surveyor_app.domain.texts import Language
from surveyor_app.wording.findings.clocks import load_clocks
from surveyor_app.wording.findings.guidance import Guidance, load_guidance
from surveyor_app.wording.findings.papers import load_papers
from surveyor_app.wording.findings.police_grounds import load_police_grounds
from surveyor_app.wording.labels import labels_of

SETTLE_NOTHING = "13"
"""Article of 道路交通事故处理程序规定 by which the police are called and the parties do not settle (domain §10.4)."""
GUIDANCE = "guidance"
"""Kind of the notice."""


@dataclass(frozen=True, slots=True)
class GuidanceText:
    """The guidance of a claim in one language, as it would be told now."""

    addressee: str
    title: str
    wording: str
    template_id: str
    template_version: str
    language: str

    def step(self, issued_by: str, now: Instant, told: dict[str, Json]) -> Step:
        """Return what writes down that it was issued; ``told`` says how it went out."""
        fields: dict[str, Json] = {
            "kind": GUIDANCE,
            "version": 1,
            "addressee": self.addressee or None,
            "template_id": self.template_id,
            "template_version": self.template_version,
            "language": self.language,
            "wording": self.wording,
            "text_sha256": sha256_hex(self.wording.encode()),
            "issued_by": issued_by,
            "issued_at": now.to_json(),
        }
        return Step(Action.CREATE, Notice.KIND, new_record_id(), fields | told)


def guidance_text(session: Session, case: str, language: Language, addressee: str, phone: str) -> GuidanceText:
    """Compose the guidance of a claim; ``phone`` is where the customer may call, empty where there is no such number."""
    words = load_guidance(resources_dir())
    composing = _Composing(session, case, language, words, addressee, phone)
    return GuidanceText(
        addressee=addressee,
        title=words.texts["title"].in_(language),
        wording="\n\n".join(composing.paragraphs()) + "\n",
        template_id=words.id,
        template_version=words.version,
        language=language.tag,
    )


@dataclass(frozen=True, slots=True)
class _Composing:
    session: Session
    case: str
    language: Language
    words: Guidance
    addressee: str
    phone: str

    def paragraphs(self) -> Iterator[str]:
        claim = claim_of(self.session, self.case)
        facts = facts_of(self.session, self.case)
        yield self._say("title")
        yield self._say("salutation", addressee=self.addressee or self._say("nobody"))
        if claim is not None and claim.report_no:
            yield self._say("report_no", number=claim.report_no)
        yield self._say("scene")
        if facts.is_motor:
            grounds = load_police_grounds(resources_dir()).grounds
            # Those of art. 14 are moved away from first, and called after.
            named = (ground.name.in_(self.language) for ground in grounds if ground.article == SETTLE_NOTHING)
            yield self._say("police", grounds=_listed(named))
        papers = list(self._papers(facts))
        if papers:
            yield self._say("papers", papers=self._joined(papers))
        stages = (labels_of(resources_dir()).value("process_stage", stage, self.language) for stage in Stage)
        yield self._say("process", stages=self._joined(stages))
        yield self._say("limits", limits=_listed(self._limits()))
        if self.phone:
            yield self._say("contact", phone=self.phone)
        yield self._say("thanks")

    def _papers(self, facts: CaseFacts) -> Iterator[str]:
        """Yield the papers that this kind of case needs and a customer can have (保险法 art. 22)."""
        grounds = load_police_grounds(resources_dir())
        for line in checklist(load_papers(resources_dir()), facts, ()):
            if line.is_needed and not_of_customer(line, facts, grounds) is None:
                yield line.paper.name.in_(self.language)

    def _limits(self) -> Iterator[str]:
        clocks = load_clocks(resources_dir())
        for id_ in self.words.limits:
            clock = clocks[id_]
            yield self._say("limit", name=clock.name.in_(self.language), value=clock.value.in_(self.language))

    def _say(self, name: str, /, **values: object) -> str:
        text = self.words.texts[name]
        return (text.filled(**values) if values else text).in_(self.language)

    def _joined(self, values: Iterator[str] | list[str]) -> str:
        return self.language.joined(values)


def _listed(values: Iterator[str]) -> str:
    """Return values a line each: some of them hold commas."""
    return "".join(f"\n· {value}" for value in values)
