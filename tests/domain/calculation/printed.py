"""Reads printed formulas and counts them again: written apart from what prints them, on Python's own grammar.

``+ − × ÷``, ``min( ; )``, ``max( ; )``, percentages, thousands, and ``[n]`` for the n-th step.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from fractions import Fraction

from surveyor_app.domain.calculation.expressions import Step

_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?(?P<percent> %)?")
_STEP = re.compile(r"\[(\d+)\]")


def counted(text: str, steps: Sequence[Step] = ()) -> Fraction:
    """Return what a printed formula comes to; the steps it names are counted from their own printed formulas."""
    stepped = _STEP.sub(lambda match: f"step({match[1]})", text)
    parts = re.split(r"(step\(\d+\))", stepped)
    plain = "".join(part if part.startswith("step") else _NUMBER.sub(_number, part) for part in parts)
    python = plain.replace("−", "-").replace("×", "*").replace("÷", "/").replace(";", ",")
    return _Counter(steps).visit(ast.parse(python, mode="eval"))


def _number(match: re.Match[str]) -> str:
    digits = match[0].removesuffix(" %").replace(",", "")
    return f'({"percent" if match["percent"] else "plain"}("{digits}"))'


class _Counter(ast.NodeVisitor):
    """Counts one expression; anything else than counting is an error."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self._steps = {step.number: step for step in steps}

    def visit(self, node: ast.AST) -> Fraction:
        match node:
            case ast.Expression(body=body):
                return self.visit(body)
            case ast.BinOp(left=left, op=op, right=right):
                return self._operation(op, self.visit(left), self.visit(right))
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return -self.visit(operand)
            case ast.Call(func=ast.Name(id=name), args=args):
                return self._call(name, args)
        raise ValueError(ast.dump(node))

    def _operation(self, op: ast.operator, left: Fraction, right: Fraction) -> Fraction:
        match op:
            case ast.Add():
                return left + right
            case ast.Sub():
                return left - right
            case ast.Mult():
                return left * right
            case ast.Div():
                return left / right
        raise ValueError(ast.dump(op))

    def _call(self, name: str, args: Sequence[ast.expr]) -> Fraction:
        if name in ("plain", "percent", "step"):
            value = args[0].value  # type: ignore[attr-defined]  # a constant, as written above
            if name == "step":
                step = self._steps[value]
                return counted(step.tree.figures(), list(self._steps.values()))
            return Fraction(value) / (100 if name == "percent" else 1)
        values = [self.visit(arg) for arg in args]
        return {"min": min, "max": max}[name](values)
