"""Every rule proves itself on its own examples, and a rule file that contradicts itself is refused."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.errors import RuleError
from extract.rulebook import Rule, families, load, marked, version

RULES = [rule for family in families() for rule in load(family).rules]
# The examples of these families are sentences, which test_quantities, test_aspects and test_conditions read.
READ = ("aspects", "conditions", "quantities")
PLAIN = [rule for family in families() if family not in READ for rule in load(family).rules]
YES = [(rule, example) for rule in PLAIN for example in rule.yes]
NO = [(rule, example) for rule in PLAIN for example in rule.no]
TRIGGERED = [rule for family in ("actions", "statuses") for rule in load(family).rules]


def _name(value: object) -> str:
    return value.name if isinstance(value, Rule) else str(value)


@pytest.mark.parametrize(("rule", "example"), YES, ids=_name)
def test_a_rule_matches_its_yes_example(rule: Rule, example: str) -> None:
    text, words = marked(example)
    found = [match[0] for match in rule.pattern.finditer(text)]
    assert found
    assert words is None or words in found


@pytest.mark.parametrize(("rule", "example"), NO, ids=_name)
def test_a_rule_leaves_its_no_example_alone(rule: Rule, example: str) -> None:
    assert not rule.pattern.search(example)


@pytest.mark.parametrize("rule", TRIGGERED, ids=_name)
def test_whatever_a_rule_matches_holds_one_of_its_triggers(rule: Rule) -> None:
    @given(st.from_regex(rule.pattern))
    @settings(max_examples=60, suppress_health_check=list(HealthCheck))
    def check(text: str) -> None:
        found = rule.pattern.search(text)
        assert found
        assert any(trigger in found[0] for trigger in rule.builds["triggers"])

    check()


def test_every_rule_has_both_kinds_of_examples_and_a_source() -> None:
    assert not [rule.name for rule in RULES if not (rule.yes and rule.no and rule.source)]


def test_rule_names_are_unique_for_they_stand_in_the_rows() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


def test_a_missing_family_is_named_with_a_remedy() -> None:
    with pytest.raises(RuleError, match=r"rules/absent\.toml.*Reinstall"):
        load("absent")


def test_an_unknown_part_is_named() -> None:
    with pytest.raises(RuleError, match=r"no part \{nothing\}"):
        load("times").pattern("{nothing}米")


def test_a_broken_pattern_is_named() -> None:
    with pytest.raises(RuleError, match="not a regular expression"):
        load("times").pattern("(米")


def test_a_lexicon_becomes_a_part_longer_words_first() -> None:
    assert re.fullmatch(load("quantities").pattern("{unit}"), "立方米每秒")


def test_a_word_of_a_lexicon_may_be_barred_before_certain_characters() -> None:
    unit = load("quantities").pattern("{unit}")
    assert unit.match("方的石料")
    assert not unit.match("方面")


def test_each_cue_has_a_sign_of_its_own_that_no_text_uses() -> None:
    signs = load("cues").signs
    assert len(set(signs.values())) == len(signs)
    assert all(len(sign) == 1 and not sign.isascii() for sign in signs.values())


def test_the_version_names_the_state_of_the_rules() -> None:
    assert re.fullmatch("[0-9a-f]{12}", version())
