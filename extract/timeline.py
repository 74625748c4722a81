"""Put facts in the order they happened."""

import datetime as dt
from collections.abc import Iterable

from extract.facts import Fact

_NEVER = dt.datetime.max  # noqa: DTZ901  # local, as the records


def in_time_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Sort facts by when they hold, those without a time of their own by when they were reported.

    Facts of the same moment stay in the order of the text; those that nothing dates come last.
    """
    return tuple(sorted(facts, key=_place))


def _place(fact: Fact) -> tuple[dt.datetime, int]:
    return fact.start or fact.end or fact.reported_at or _NEVER, fact.quote_span.start
