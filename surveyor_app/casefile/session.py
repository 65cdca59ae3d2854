"""The session within which a case is read or written; operations name its type here and never use the library behind it."""

from sqlalchemy.orm import Session

__all__ = ["Session"]
