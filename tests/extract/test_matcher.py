"""Of matches that overlap the longer wins, then the earlier rule; time grows as the text does."""

import re

from extract.matcher import blank, find_matches
from extract.rulebook import Rule


def _rule(name: str, pattern: str) -> Rule:
    return Rule(name=name, expression=pattern, source="", yes=(), no=(), builds={})


def _found(text: str, *rules: Rule) -> list[tuple[str, str]]:
    return [(match.rule, text[match.span.start : match.span.end]) for match in find_matches(text, rules)]


def test_the_longer_match_wins_then_the_earlier_rule() -> None:
    short, long, twin = _rule("short", "水位"), _rule("long", "警戒水位"), _rule("twin", "水位")
    assert _found("警戒水位和水位", short, long, twin) == [("long", "警戒水位"), ("short", "水位")]


def test_matches_come_in_the_order_of_the_text_and_empty_ones_not_at_all() -> None:
    assert _found("堤上有人", _rule("people", "有人"), _rule("dike", "堤"), _rule("empty", "水?")) == [
        ("dike", "堤"),
        ("people", "有人"),
    ]


def test_groups_that_took_no_part_are_left_out() -> None:
    (match,) = find_matches("30名", [_rule("count", r"(?P<near>近)?(?P<number>\d+)名")])
    assert match.groups == {"number": "30"}


def test_many_matches_are_no_burden() -> None:
    assert len(find_matches("堤水" * 50_000, [_rule("dike", "堤"), _rule("both", "堤水")])) == 50_000


def test_what_is_blanked_keeps_its_length() -> None:
    assert blank("目前水位", re.compile("目前")) == "  水位"
