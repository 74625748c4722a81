"""Both languages say the same things."""

import re
import string

import pytest

from dashboard import strings

NAMES = {
    "KINDS": strings.KINDS,
    "TYPES": strings.TYPES,
    "THEMES": strings.THEMES,
    "MEASURES": strings.MEASURES,
    "ASPECTS": strings.ASPECTS,
    "STATUSES": strings.STATUSES,
}


def parts(phrase: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name}


@pytest.mark.parametrize("key", strings.TEXT)
def test_a_phrase_has_the_same_parts_in_both_languages(key: str) -> None:
    chinese, english = strings.TEXT[key]
    assert chinese
    assert english
    assert parts(chinese) == parts(english)


@pytest.mark.parametrize("key", strings.TEXT)
def test_no_chinese_is_left_in_english_but_an_example_of_what_to_search(key: str) -> None:
    english = strings.TEXT[key][1]
    assert key == "search_placeholder" or not re.search(r"[\u4e00-\u9fff]", english)


@pytest.mark.parametrize("table", NAMES)
def test_every_code_has_two_names(table: str) -> None:
    assert all(chinese and english for chinese, english in NAMES[table].values())


def test_a_code_without_a_name_is_shown_as_it_is() -> None:
    assert strings.name("zh", strings.ASPECTS, "sand_boil") == "sand boil"


def test_a_phrase_is_filled_in() -> None:
    assert strings.say("zh", "undated_count", count=2) == "未定时 2 条"
    assert strings.say("en", "undated_count", count=2) == "2 undated"


def test_no_phrase_is_said_twice_under_one_key() -> None:
    assert len(strings.TEXT) == sum(map(len, strings.PARTS))


@pytest.mark.parametrize(
    ("count", "themes", "said"), [(1, 1, "1 directive on 1 theme"), (2, 1, "2 directives on 1 theme")]
)
def test_english_words_go_by_the_count_before_them(count: int, themes: int, said: str) -> None:
    told = strings.say("en", "orders_said", issuers="A(s) 1 b(s)", count=count, themes=themes, time="")
    assert told == f"A(s) 1 b(s) gave {said}"
