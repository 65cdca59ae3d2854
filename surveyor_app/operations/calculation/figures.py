"""The records of a case that a calculation is made from, read in one consistent view, and names that tell the parties apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.calculation.gathering.case_figures import CaseFigures
from surveyor_app.domain.calculation.liabilities import Liability
from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.survey.record_checks import latest_answers
from surveyor_app.domain.texts import Language
from surveyor_app.operations.cases.checking import contents_of
from surveyor_app.records import reading
from surveyor_app.wording.findings.fee_sets import GENERAL, load_fee_sets


def read_figures(case: CaseFile, language: Language) -> tuple[CaseFigures, CaseContents]:
    """Return the records of a case as figures, and all of its records beside them; names are in ``language``."""
    with case.read() as session:
        contents = contents_of(case, session)
        liabilities = reading.list_records(session, case.case_id, Liability)
    return _figures(contents, liabilities, language), contents


def _figures(contents: CaseContents, liabilities: Sequence[Liability], language: Language) -> CaseFigures:
    return CaseFigures(
        claim=contents.claims[0] if contents.claims else None,
        task=contents.tasks[0] if contents.tasks else None,
        vehicles=contents.vehicles,
        marks=contents.damage_marks,
        items=contents.property_items,
        injuries=contents.injuries,
        fees=contents.fees,
        rescue=contents.rescue_costs,
        policies=contents.policies,
        covers=contents.covers,
        liabilities=liabilities,
        names=_names(contents, language),
        limit_of=load_fee_sets(resources_dir())[GENERAL].limit_of,
        salvage=contents.salvages,
        people=contents.people,
        answers={id_: item.answer for id_, item in latest_answers(contents.check_answers).items() if item.answer},
    )


def _names(contents: CaseContents, language: Language) -> Mapping[str, str]:
    """Return what vehicles and people are called; two that would be called the same have the end of their id behind it."""
    ids = [record.id for record in (*contents.vehicles, *contents.people)]
    names = {id_: contents.subject_names[id_].in_(language) for id_ in ids if id_ in contents.subject_names}
    often = Counter(names.values())
    return {id_: name if often[name] == 1 else f"{name} {id_[-4:]}" for id_, name in names.items()}
