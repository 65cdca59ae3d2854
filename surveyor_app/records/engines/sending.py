"""Statements that ask nothing, sent one after the other without waiting for the answer to each.

A server answers each statement, and whoever waits for that waits for its turn again, on both sides: on a busy machine this takes
longer than the statement. Whether one failed is known at the end of the block, before anything is committed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session


@contextmanager
def sent_together(session: Session) -> Iterator[None]:
    """Send what is executed in the block without waiting; nothing there may look at a result.

    Raises:
        DBAPIError: the database refused one of them.
    """
    connection = session.connection()
    driver: Any = connection.dialect.dbapi
    if connection.dialect.driver != "psycopg" or not driver.Pipeline.is_supported():
        yield
        return
    own: Any = connection.connection.driver_connection
    try:
        with own.pipeline():
            yield
    except driver.Error as error:
        # Within the block SQLAlchemy says so itself; what shows only at its end is said in the same way.
        raise DBAPIError.instance(None, None, error, driver.Error, dialect=connection.dialect) from error
