"""Errors of statements (询问笔录) and consents; part of the tree of :mod:`surveyor_app.domain.errors`."""

from __future__ import annotations

from surveyor_app.domain.errors import InputError


class StatementSigned(InputError):
    """A signed statement never changes again; what is to be added is a new one (补充笔录). Data: ``kind``, ``id``."""

    code = "statement_signed"


class GuardianNeeded(InputError):
    """The consent of a child under 14 is a guardian's to give (PIPL art. 31). Data: ``person``."""

    code = "guardian_needed"


class StatementIncomplete(InputError):
    """A statement cannot be signed yet. Data: ``missing`` (subject, questioner, notice, answers, reading, signatures), ``id``."""

    code = "statement_incomplete"


class StatementPagesChanged(InputError):
    """What stands on the pages changed since they were laid out to be signed (a name, a consent). Data: ``id``."""

    code = "statement_pages_changed"


class StatementChanging(InputError):
    """The statement was edited while its pages were laid out; nothing was kept. Data: ``id``."""

    code = "statement_changing"
