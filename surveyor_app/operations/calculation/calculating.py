"""Calculate a case, keep the calculation with what was put in, and repeat a kept one (domain §12.1, §18.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.calculation.calculations import LONGEST_INPUTS, Calculation, CalculationLine
from surveyor_app.domain.calculation.errors import FigureMissing
from surveyor_app.domain.calculation.evaluating import Given
from surveyor_app.domain.calculation.gathering.case_figures import CaseFigures, Wishes, reason_by_hand
from surveyor_app.domain.calculation.gathering.gathered import gather
from surveyor_app.domain.calculation.gathering.liable import decided_by_hand
from surveyor_app.domain.calculation.packs import RulePack
from surveyor_app.domain.calculation.reckoning import Reckoning, figures_by_hand, line_json, lines_of, reckon
from surveyor_app.domain.calculation.worksheets import worksheet_of
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.changes import Changes, Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.journal.ranks import rank_between
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.texts import Language
from surveyor_app.operations.calculation.figures import read_figures
from surveyor_app.records import reading
from surveyor_app.wording.languages import chinese, english
from surveyor_app.wording.rules.rule_packs import load_packs

LONGEST_FORMULA = 2000


@dataclass(frozen=True, slots=True)
class Kept:
    """A calculation that was kept."""

    id: RecordId
    changes: Changes


@dataclass(frozen=True, slots=True)
class Repeated:
    """A kept calculation, done again; ``is_same``: to the last letter. ``found`` is what it was kept as."""

    found: Calculation
    reckoning: Reckoning
    is_same: bool


def printed_languages() -> Sequence[Language]:
    """Return the languages in which formulas are kept."""
    return chinese(), english()


def packs_in(folders: Sequence[Path]) -> Sequence[RulePack]:
    """Return the packs that can be used; wrong ones of an insurer's folders are left out."""
    return load_packs(resources_dir(), folders).packs


def calculate_case(
    case: CaseFile, packs: Sequence[RulePack], wishes: Wishes, language: Language
) -> tuple[Reckoning, CaseFigures]:
    """Return what a case comes to by its records now; nothing is kept.

    Raises:
        PackMissing: nothing says when the accident was, or no pack applies.
    """
    figures, _contents = read_figures(case, language)
    return reckon(gather(figures, packs, wishes), packs), figures


def keep(case: CaseFile, reckoning: Reckoning, note: str = "") -> Kept:
    """Keep a calculation with its lines: one operation, a new version beside the earlier ones.

    Raises:
        InputError: more was put in than one record holds.
    """
    inputs = reckoning.worksheet.to_text()
    if len(inputs.encode()) > LONGEST_INPUTS:
        raise InputError(field="calculation.inputs", reason="too long")
    calculation_id = new_record_id()

    def plan(session: Session) -> list[Step]:
        before = reading.list_records(session, case.case_id, Calculation, include_withdrawn=True)
        values = {
            "version": max((item.version or 0 for item in before), default=0) + 1,
            "packs": tuple(f"{pack.id} {pack.version}" for pack in reckoning.worksheet.packs),
            "inputs": inputs,
            "inputs_sha256": reckoning.worksheet.sha256,
            "result_sha256": reckoning.sha256(printed_languages()),
            "total": reckoning.total,
            "currency": reckoning.currency,
            "calculated_at": case.author.clock().instant(),
            "note": note.strip() or None,
        }
        kept = {name: value for name, value in values.items() if value is not None}
        return [
            Step(Action.CREATE, Calculation.KIND, calculation_id, encode_fields(Calculation.KIND, kept)),
            *_line_steps(reckoning, calculation_id),
        ]

    return Kept(calculation_id, case.apply_planned(plan, f"create_{Calculation.KIND}"))


def repeat(case: CaseFile, calculation_id: str, packs: Sequence[RulePack]) -> Repeated:
    """Do a kept calculation again from what was put in then, by the packs in the versions of then.

    Raises:
        NotFound: there is no such calculation.
        PackMissing: a pack is not there in that version.
        FigureMissing: what was kept cannot be read.
    """
    with case.read() as session:
        found = reading.list_records(session, case.case_id, Calculation, include_withdrawn=True)
    kept = [item for item in found if calculation_id in (item.id, str(item.version))]
    if len(kept) != 1:
        raise NotFound(what=Calculation.KIND, id=calculation_id)
    reckoning = reckon(worksheet_of(kept[0].inputs or ""), packs)
    same = (reckoning.worksheet.sha256, reckoning.sha256(printed_languages())) == (
        kept[0].inputs_sha256,
        kept[0].result_sha256,
    )
    return Repeated(kept[0], reckoning, same)


def kept_calculations(case: CaseFile) -> Sequence[Calculation]:
    """Return the calculations of a case, the first version first."""
    with case.read() as session:
        found = reading.list_records(session, case.case_id, Calculation)
    return sorted(found, key=lambda item: (item.version or 0, item.id))


def kept_by_hand(case: CaseFile) -> Mapping[str, Mapping[str, Given]]:
    """Return the figures by hand of the last calculation that was kept; nothing where it cannot be read any more."""
    kept = kept_calculations(case)
    if not kept or not kept[-1].inputs:
        return {}
    try:
        worksheet = worksheet_of(kept[-1].inputs)
    except FigureMissing:
        return {}
    figures = figures_by_hand(worksheet, lambda source: reason_by_hand(source) is not None)
    return figures | decided_by_hand(worksheet.cautions)


def _line_steps(reckoning: Reckoning, calculation_id: str) -> list[Step]:
    lines = [(part, line) for part in reckoning.parts for line in lines_of(part)]
    steps = []
    rank: str | None = None
    for part, line in lines:
        rank = rank_between(rank, None)
        said = line_json(part, line, ())
        values = {
            "rank": rank,
            "calculation_uid": calculation_id,
            "pack": said["pack"],
            "rule": line.step.id,
            "payer": line.payer,
            "payee": line.payee,
            "formula_chinese": line.step.tree.words(chinese())[:LONGEST_FORMULA],
            "formula_english": line.step.tree.words(english())[:LONGEST_FORMULA],
            "figures": line.step.tree.figures()[:LONGEST_FORMULA],
            "exact": str(said["exact"])[:400],
            "amount": line.amount,
            "got_cent": line.cent,
        }
        present = {name: value for name, value in values.items() if value is not None}
        encoded = encode_fields(CalculationLine.KIND, present)
        steps.append(Step(Action.CREATE, CalculationLine.KIND, new_record_id(), encoded))
    return steps
