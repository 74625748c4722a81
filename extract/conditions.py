"""Find what a sentence states without a number: the state of the water, and what was done or happened."""

from dataclasses import dataclass

from extract.matcher import Match, find_matches
from extract.rulebook import load
from extract.sentences import Sentence
from extract.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A statement without a number. Spans are half-open, in the page's reading.

    `kind` is water_level or action; `clause` the clause it stands in; `whole` where the fact is the
    clause and not just the words of `span`; `beside_figure` where a number before it does not stand for
    it; `theme` None where the words must tell it,
    and then `otherwise` where they do not.
    """

    rule: str
    span: Span
    clause: Span
    kind: str
    aspect: str
    theme: str | None
    otherwise: str
    whole: bool
    beside_figure: bool


def find_conditions(sentence: Sentence) -> tuple[Condition, ...]:
    """Find the statements of a sentence: every state of the water, and one action a clause."""
    found: list[Condition] = []
    for clause in sentence.clauses():
        start = sentence.span.start
        text = sentence.text[clause.start - start : clause.end - start]
        conditions = [_to_condition(m, clause) for m in find_matches(text, load("conditions").rules)]
        actions = [condition for condition in conditions if condition.kind == "action"]
        found += [condition for condition in conditions if condition.kind != "action"]
        found += actions[:1]
    return tuple(found)


def _to_condition(match: Match, clause: Span) -> Condition:
    return Condition(
        rule=match.rule,
        span=match.span.shift(clause.start),
        clause=clause,
        kind=match.builds["kind"],
        aspect=match.builds["aspect"],
        theme=match.builds.get("theme"),
        otherwise=match.builds.get("otherwise", "general"),
        whole=bool(match.builds.get("whole")),
        beside_figure=bool(match.builds.get("beside_figure")),
    )
