"""``column is one of these texts`` as one parameter, so that a statement is the same however many there are.

``IN (…)`` has a parameter for each: a server would parse and plan anew for every number of them, and a push asks a dozen such
questions.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any, Self

from sqlalchemy import ARRAY, Boolean, ColumnElement, Dialect, Text, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.operators import OperatorType
from sqlalchemy.types import TypeDecorator, TypeEngine


class _Texts(TypeDecorator[Collection[str]]):
    """Texts: an array where the database has those, JSON where it does not."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(ARRAY(Text()) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: Collection[str] | None, dialect: Dialect) -> Any:
        texts = sorted(value or ())
        return texts if dialect.name == "postgresql" else json.dumps(texts)


class _Listed(FunctionElement[bool]):
    name = "listed"
    type = Boolean()
    inherit_cache = True

    def self_group(self, against: OperatorType | None = None) -> Self:
        """Return it as it stands: compared with 1, as SQLite is told of other truths, it would be looked up in no index."""
        return self


def listed(column: ColumnElement[str], parameter: str) -> ColumnElement[bool]:
    """Return the condition that a column has one of the texts handed in as ``parameter``."""
    return _Listed(column, bindparam(parameter, type_=_Texts()))


@compiles(_Listed, "postgresql")
def _on_postgresql(element: _Listed, compiler: Any, **kw: Any) -> str:
    column, texts = element.clauses
    return f"{compiler.process(column, **kw)} = ANY ({compiler.process(texts, **kw)})"


@compiles(_Listed, "sqlite")
def _on_sqlite(element: _Listed, compiler: Any, **kw: Any) -> str:
    column, texts = element.clauses
    return f"{compiler.process(column, **kw)} IN (SELECT value FROM json_each({compiler.process(texts, **kw)}))"
