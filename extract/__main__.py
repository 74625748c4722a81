"""The command flood-extract. Only here the clock is read."""

import datetime as dt
import sys
from collections.abc import Sequence

from extract.request import read_request
from extract.table import ZONE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run flood-extract.

    Returns:
        0: all done. 1: some input could not be read; it is named and the rest is done. 2: wrong usage, or
        a target that cannot be written.
    """
    request = read_request(arguments, dt.datetime.now(ZONE).replace(tzinfo=None))
    # A wrong command or a call for help need not wait for the extractors to load.
    from extract.command import run  # noqa: PLC0415

    return run(request)


if __name__ == "__main__":
    sys.exit(main())
