"""Errors of rule packs and calculations; part of the tree of :mod:`surveyor_app.domain.errors`."""

from __future__ import annotations

from surveyor_app.domain.errors import InputError


class PackInvalid(InputError):
    """A rule pack has an error, nothing is calculated with it. Data: ``path``, ``line``, ``reason``, ``what``."""

    code = "pack_invalid"


class PackMissing(InputError):
    """No rule pack applies to what is to be calculated. Data: ``what``, ``form``, ``at``."""

    code = "pack_missing"


class FigureMissing(InputError):
    """A figure that a rule needs is not there, or none it can count with. Data: ``pack``, ``field``, ``reason``."""

    code = "figure_missing"
