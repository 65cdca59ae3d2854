"""Prints who may call what, API, desk and customer's pages alike: ``python -m tests.central.print_matrix``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from surveyor_app.central.app import create_app
from tests.central.customer.customer_matrix import CUSTOMER_ROWS
from tests.central.desk.companies import company_server
from tests.central.desk_matrix import DESK_ROWS
from tests.central.matrix import EVERYBODY, ROWS, answers, made_world, routes


def main() -> int:
    """Print the table; the status says whether all is as expected."""
    rows, wrong = (*ROWS, *DESK_ROWS, *CUSTOMER_ROWS), 0
    with (
        tempfile.TemporaryDirectory() as folder,
        company_server(["clerk"]) as issuer,
        made_world(Path(folder), issuer=issuer) as world,
    ):
        print(f"{'':56}{'':11}", *(f"{who:>13}" for who in EVERYBODY))
        line: list[str] = []
        for part in (ROWS, DESK_ROWS, CUSTOMER_ROWS):
            for row, state, who, status in answers(world, part):
                is_right = status == row.expected(who, state)
                wrong += not is_right
                line.append(str(status) if is_right else f"{status} not {row.expected(who, state)}")
                if len(line) == len(EVERYBODY):
                    print(f"{row.method + ' ' + row.path:56} {state:10}", *(f"{cell:>13}" for cell in line))
                    line = []
        missing = routes(create_app(world.centre)) - {(row.method, row.path) for row in rows}
        print(f"{len(rows)} routes, {wrong} unexpected answers, routes without a row: {sorted(missing) or 'none'}")
    return 1 if wrong or missing else 0


if __name__ == "__main__":
    sys.exit(main())
