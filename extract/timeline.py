"""Put facts in the order they happened."""

from collections.abc import Iterable

from extract.facts import Fact


def in_time_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Sort facts by when they hold, those without a time of their own by when they were reported.

    Facts of the same moment stay in the order of the text; those that nothing dates come last.
    """
    return tuple(sorted(facts, key=_place))


def _place(fact: Fact) -> tuple[bool, str, int]:
    moment = fact.start or fact.end or fact.reported_at
    return moment is None, moment.isoformat() if moment else "", fact.quote_span.start
