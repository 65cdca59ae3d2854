"""The sheet of a calculation (理算书) for the office: what was put in with its records and photos, steps, result, warnings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.calculation.expressions import Figure
from surveyor_app.domain.calculation.gathering.case_figures import reason_by_hand
from surveyor_app.domain.calculation.gathering.motor import COMPULSORY_LINES
from surveyor_app.domain.calculation.liabilities import Liability, that_count
from surveyor_app.domain.calculation.reckoning import ABOVE, EVENT, Part, Reckoning
from surveyor_app.domain.calculation.results import Line
from surveyor_app.domain.calculation.rounding import rounded
from surveyor_app.domain.calculation.terms import Unit, written
from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.texts import Language, Text
from surveyor_app.operations.calculation.calculating import printed_languages
from surveyor_app.operations.cases.checking import contents_of
from surveyor_app.records import reading
from surveyor_app.report.calculations.data import SheetData, SheetFigure, SheetPart, SheetRow, SheetStep
from surveyor_app.report.calculations.layout import lay_out_sheet
from surveyor_app.report.typesetting import ReportFiles
from surveyor_app.wording.error_sentences import error_sentences
from surveyor_app.wording.formatting import format_instant
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import languages
from surveyor_app.wording.rules.sheet_words import SheetWords, load_sheet_words
from surveyor_app.wording.translation import said_in

NOTHING = Text.same("")
ABOVE_LINES = {COMPULSORY_LINES: "compulsory_lines", ABOVE: "property_lines", EVENT: "event_instead"}
"""Sources that are other parts of the same calculation, and what they are called."""
JOINED = Text({"zh": "{what};{more}", "en": "{what}; {more}"})
TOLD = Text({"zh": "{what}:{more}", "en": "{what}: {more}"})
HEADINGS = (
    "inputs", "figure", "value", "source", "steps", "formula", "result", "total", "tier", "pack", "pack_source",
    "unconfirmed", "others", "warnings", "hash_inputs", "hash_result",
)  # fmt: skip


def sheet_pdf(case: CaseFile, reckoning: Reckoning, at: Instant, language: str) -> bytes:
    """Return the sheet as PDF; ``language`` is a tag, or both.

    Raises:
        FontMissing, LayoutFailed: it could not be made.
    """
    return lay_out_sheet(sheet_of(case, reckoning, at, language), at.utc, ReportFiles.installed())


def sheet_of(case: CaseFile, reckoning: Reckoning, at: Instant, language: str) -> SheetData:
    """Return what the sheet prints."""
    with case.read() as session:
        contents = contents_of(case, session)
        liabilities = reading.list_records(session, case.case_id, Liability)
    words, labels = load_sheet_words(resources_dir()), Labels.load(resources_dir())
    says = _Sayer(words, labels, contents)
    claim = contents.claims[0] if contents.claims else None
    rows = [
        says.field_row("claim", "report_no", claim.report_no if claim else None),
        says.field_row(
            "claim", "accident_at", format_instant(claim.accident_at) if claim and claim.accident_at else None
        ),
        says.field_row("calculation", "calculated_at", format_instant(at)),
        *says.shares(liabilities),
    ]
    tiers = [words.tier_name(found) for found in words.reached(reckoning, at.local.date())]
    return SheetData(
        language=language,
        title=words.words["title"],
        internal=words.words["internal"],
        disclaimer=words.disclaimer,
        headings={name: words.words[name] for name in HEADINGS},
        rows=tuple(rows),
        parts=tuple(says.part(part, reckoning.paid(part)) for part in reckoning.parts),
        cautions=tuple(words.caution(caution) for caution in reckoning.cautions),
        total=_money(reckoning.total, reckoning.currency),
        total_name=words.words[words.total_of(reckoning)],
        tiers=tuple(tiers) or (words.words["no_tier"],),
        inputs_sha256=reckoning.worksheet.sha256,
        result_sha256=reckoning.sha256(printed_languages()),
    )


@dataclass(frozen=True, slots=True)
class _Sayer:
    """Says the parts of a calculation in all languages."""

    words: SheetWords
    labels: Labels
    contents: CaseContents

    def field_row(self, kind: str, field: str, value: str | None) -> SheetRow:
        """Return a field of a record with its value."""
        return SheetRow(self.labels.field_text(kind, field), Text.same(value or "–"))

    def shares(self, found: Sequence[Liability]) -> Iterable[SheetRow]:
        """Return who bears how much, on what basis."""
        for item in that_count(found):
            name = self.contents.subject_names.get(item.party_uid or "", Text.same("–"))
            share = "–" if item.share is None else f"{item.share:f} %"
            basis = self.labels.value_text("liability_basis", item.basis)
            said = Text({"zh": "{name} {share}({basis}{mark})", "en": "{name} {share} ({basis}{mark})"})
            mark = Text({"zh": ",暂定", "en": ", provisional"}) if item.is_provisional else NOTHING
            yield SheetRow(self.words.words["shares"], said.filled(name=name, share=share, basis=basis, mark=mark))

    def part(self, part: Part, paid: Decimal | None) -> SheetPart:
        """Return one pack's part; ``paid`` is what this insurer pays of it."""
        result = part.result
        lines = {} if result is None else {line.step.number: line for line in result.lines}
        return SheetPart(
            name=part.pack.name,
            pack=f"{part.pack.id} {part.pack.version}",
            source=part.pack.source,
            choices=tuple(self._choices(part)),
            unconfirmed=part.pack.unconfirmed,
            others="、".join(part.others),
            figures=() if result is None else tuple(self._figure(part, figure) for figure in result.figures()),
            steps=() if result is None else tuple(self._steps(part, lines)),
            notes=() if result is None else tuple(result.notes),
            cautions=() if result is None else tuple(self.words.caution(caution) for caution in result.warnings),
            problem=NOTHING if part.problem is None else _told(part.problem),
            total=_money(paid, part.pack.currency),
        )

    def _choices(self, part: Part) -> Iterable[SheetRow]:
        if part.subject:
            yield SheetRow(self.words.words["subject"], Text.same(part.subject))
        words = part.pack.words or {}
        for name, value in (part.result.choices if part.result else {}).items():
            if name in words and words[name].choices:
                chosen = next(choice.name for choice in words[name].choices if choice.id == value)
                source = part.inputs[name].source if name in part.inputs else ""
                if reason_by_hand(source) is not None:
                    chosen = JOINED.filled(what=chosen, more=self._by_hand(part, name, source))
                yield SheetRow(words[name].term.name, chosen)

    def _steps(self, part: Part, lines: Mapping[int, Line]) -> Iterable[SheetStep]:
        assert part.result is not None
        is_shared = any(line.payer is not None for line in lines.values())
        for step in part.result.steps:
            line = lines.get(step.number)
            amount = rounded(step.value) if line is None else line.amount
            value = f"{amount:,.2f}" if step.unit is Unit.MONEY else written(step.value, step.unit) or f"{amount:,.2f}"
            got = line is not None and line.cent and is_shared
            yield SheetStep(
                str(step.number),
                step.name,
                _all(step.tree.words),
                step.tree.figures(),
                value,
                self.words.words["cent"] if got else NOTHING,
                line is not None,
            )

    def _figure(self, part: Part, figure: Figure) -> SheetFigure:
        if reason_by_hand(figure.source) is None:
            source = self._source(figure.source)
        else:
            source = self._by_hand(part, figure.term.id, figure.source)
        return SheetFigure(figure.term.name, written(figure.value, figure.term.unit) or str(figure.value), source)

    def _by_hand(self, part: Part, name: str, source: str) -> Text:
        """Return why a figure was put in by hand, and what it stands instead of."""
        said, reason = self.words.words["by_hand"], reason_by_hand(source)
        if reason:
            said = TOLD.filled(what=said, more=reason)
        given = part.inputs.get(name)
        if given is None or given.instead is None:
            return said
        value = self.words.value((part.pack.words or {}).get(name), given.instead.value)
        instead = self.words.words["instead_of"].filled(value=value, source=self._source(given.instead.source))
        return JOINED.filled(what=said, more=instead)

    def _source(self, source: str) -> Text:
        """Return which records a figure is from, and the numbers of their photos."""
        if source in ("", *ABOVE_LINES):
            return self.words.words[ABOVE_LINES[source]] if source else NOTHING
        parts = [text.partition(":") for text in source.split(",")]
        if any(not record_id for _, _, record_id in parts):
            return Text.same(source)
        kinds = list(dict.fromkeys(kind for kind, _, _ in parts))
        photos = sorted({number for kind, _, id_ in parts for number in self._photo_numbers(kind, id_)})
        said = _all(lambda language: language.joined(self._counted(kind, parts, language) for kind in kinds))
        if not photos:
            return said
        numbers = "、".join(str(number) for number in photos)
        return Text({"zh": "{said};{word} {numbers}", "en": "{said}; {word} {numbers}"}).filled(
            said=said, word=self.words.words["photos"], numbers=numbers
        )

    def _counted(self, kind: str, parts: Sequence[tuple[str, str, str]], language: Language) -> str:
        ids = [record_id for own, _, record_id in parts if own == kind]
        ends = "、".join(record_id[-8:] for record_id in ids[:4]) + ("…" if len(ids) > 4 else "")
        return f"{self.labels.kind(kind, language)} {ends}"

    def _photo_numbers(self, kind: str, record_id: str) -> Iterable[int]:
        record = self._record(kind, record_id)
        wanted = {*(getattr(record, "photos", None) or ()), *(getattr(record, "receipts", None) or ())}
        for number, item in enumerate(self.contents.evidence, 1):
            if item.id in wanted:
                yield number

    def _record(self, kind: str, record_id: str) -> Record | None:
        try:
            return next((record for record in self.contents.of_kind(kind) if record.id == record_id), None)
        except KeyError:
            return None


def _all(said: Callable[[Language], str]) -> Text:
    """Return what is said in every language there is."""
    return Text({language.key: said(language) for language in languages(resources_dir())})


def _money(amount: Decimal | None, currency: str) -> str:
    return "–" if amount is None else f"{amount:,.2f} {currency}"


def _told(problem: SurveyorError) -> Text:
    """Return why a part could not be calculated, in each language a sheet may be in."""

    def told(language: Language) -> str:
        def shown(name: str, value: object) -> str:
            return said_in(language, str(value)) if name == "reason" else str(value)

        return " ".join(error_sentences(problem, lambda source: said_in(language, source), shown))

    return Text({language.key: told(language) for language in languages(resources_dir())})
