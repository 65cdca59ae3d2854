"""What the sheet of a calculation prints, ready to print; no domain logic."""

from __future__ import annotations

from dataclasses import dataclass

from surveyor_app.domain.texts import Text


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One label with its value."""

    label: Text
    value: Text


@dataclass(frozen=True, slots=True)
class SheetFigure:
    """A figure that was put in, and which records and photos it is from."""

    name: Text
    value: str
    source: Text


@dataclass(frozen=True, slots=True)
class SheetStep:
    """A step: its number, the formula in words, the same with figures, and what it comes to; ``note`` of a left-over cent."""

    number: str
    name: Text
    formula: Text
    figures: str
    value: str
    note: Text
    is_result: bool


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One pack's part."""

    name: Text
    pack: str
    source: Text
    choices: tuple[SheetRow, ...]
    unconfirmed: tuple[Text, ...]
    others: str
    figures: tuple[SheetFigure, ...]
    steps: tuple[SheetStep, ...]
    notes: tuple[Text, ...]
    cautions: tuple[Text, ...]
    problem: Text
    total: str


@dataclass(frozen=True, slots=True)
class SheetData:
    """The sheet: everything its paper prints. ``headings`` by name; ``total_name`` says whether the total is the whole."""

    language: str
    title: Text
    internal: Text
    disclaimer: Text
    headings: dict[str, Text]
    rows: tuple[SheetRow, ...]
    parts: tuple[SheetPart, ...]
    cautions: tuple[Text, ...]
    total: str
    total_name: Text
    tiers: tuple[Text, ...]
    inputs_sha256: str
    result_sha256: str
