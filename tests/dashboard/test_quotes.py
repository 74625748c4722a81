"""Report text never acts: it is only read."""

import re

import pytest

from dashboard.quotes import (
    Mark,
    Stretch,
    escape_chart,
    escape_html,
    escape_markdown,
    mark_chinese,
    plain_words,
    show_article,
    show_marks,
    show_sentence,
    tame,
)
from tests.dashboard.htmltext import read_html

HOSTILE = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "![](http://example.invalid/p.png)",
    "[按此](javascript:alert(1))",
    "**粗** :material/bolt: $x^2$ :red[红] ~~删~~ `码`",
    "<http://example.invalid> & www.example.invalid",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_tag_is_left_for_html_or_for_a_chart(text: str) -> None:
    for escaped in (escape_html(text), escape_chart(text)):
        assert "<" not in escaped
        assert ">" not in escaped


@pytest.mark.parametrize("text", HOSTILE)
def test_no_sign_of_markdown_is_left_bare(text: str) -> None:
    bare = re.sub(r"\\.", "", escape_markdown(text))
    assert not re.search(r"[\[\]()<>*`$:!~_]", bare)


@pytest.mark.parametrize("text", ["http://example.invalid/a", "WWW.example.invalid", "a@example.invalid"])
def test_a_bare_address_becomes_no_link(text: str) -> None:
    shown = escape_markdown(text).replace("\\", "")
    assert not re.search(r"https?://|www\.|\w@", shown, re.IGNORECASE)
    assert shown.replace("\N{WORD JOINER}", "") == text


@pytest.mark.parametrize(
    "text", [":material/bolt:", ":MATERIAL/x:", ":streamlit:", "甲 <- 乙", "a->b", "--", ">=", "<=", "~="]
)
def test_no_icon_and_no_arrow_is_made_late(text: str) -> None:
    shown = escape_markdown(text).replace("\\", "")
    assert text not in shown
    assert shown.replace("\N{WORD JOINER}", "") == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("水位\u202e齐平", "水位⟨U+202E⟩齐平"),
        ("\u2066甲\u2069\u200e\u200f\u061c", "⟨U+2066⟩甲⟨U+2069⟩⟨U+200E⟩⟨U+200F⟩⟨U+061C⟩"),
        ("堤" + "\u0301" * 60, "堤" + "\u0301" * 3 + "⟨+57⟩"),
        ("堤" + "\u0301\u0324" * 3, "堤\u0301\u0324\u0301⟨+3⟩"),
        ("a\x00b\x07", "a⟨U+0000⟩b⟨U+0007⟩"),
        ("Nguyễn é ṩ", "Nguyễn é ṩ"),
        ("一\n二\t三", "一\n二\t三"),
        ("北堤👩\u200d🚒", "北堤👩\u200d🚒"),
    ],
)
def test_what_acts_on_its_neighbours_shows_as_its_code(text: str, shown: str) -> None:
    assert tame(text) == shown
    assert escape_html(text) == shown
    assert escape_chart(text) == shown.replace("\n", " ")
    assert re.sub(r"\\(.)", r"\1", escape_markdown(text)) == shown.replace("\n", " ")


def test_a_chart_shows_the_beginning_of_long_text() -> None:
    assert escape_chart("<" * 70) == "&lt;" * 60 + "…"
    assert escape_chart("堤" * 60) == "堤" * 60


def test_our_own_html_reads_as_plain_text() -> None:
    assert (
        plain_words(f'截至 <mark>7月</mark>：<a href="?">{escape_html("a<b> & c")}</a>')
        == "截至 7月：a<b> & c"
    )


def test_an_attribute_cannot_be_closed() -> None:
    assert '"' not in escape_html('a" onclick="x')


def test_sentence_and_quote_are_marked_and_printed_line_breaks_taken_out() -> None:
    text = "早上有雨。\n队伍\n\n40人到达。\n\n天晴。"
    start = text.index("队")
    paragraph = Stretch(0, len(text))
    sentence = Stretch(start, text.index("天") - 2)
    quote = Stretch(text.index("40"), text.index("到"))
    shown = show_article(text, [paragraph], sentence, quote)
    assert shown == (
        '<p>早上有雨。<mark class="sentence">队伍</mark><mark class="quote">40人</mark>'
        '<mark class="sentence">到达。</mark>天晴。</p>'
    )


def test_a_sentence_over_two_paragraphs_is_marked_in_both() -> None:
    shown = show_article("甲乙丙丁", [Stretch(0, 2), Stretch(2, 4)], Stretch(1, 3), Stretch(1, 2))
    assert shown == '<p>甲<mark class="quote">乙</mark></p><p><mark class="sentence">丙</mark>丁</p>'


@pytest.mark.parametrize("text", HOSTILE)
def test_an_article_escapes_what_is_marked_and_what_is_not(text: str) -> None:
    whole = Stretch(0, len(text))
    shown = show_article(text, [whole], Stretch(0, 3), Stretch(1, 2))
    assert set(re.findall(r"<[^>]*>", shown)) <= {
        "<p>", "</p>", '<mark class="sentence">', '<mark class="quote">', "</mark>",
    }  # fmt: skip  # the tags we write


def test_a_sentence_shows_all_its_quotes_each_with_its_label() -> None:
    text = "队伍40人\n到达北堤。"
    quotes = [(Stretch(2, 7), "1"), (Stretch(4, 8), "<2>"), (Stretch(8, 10), "3")]
    assert show_sentence(text, Stretch(0, 11), quotes) == (
        '队伍<mark class="quote">40</mark><mark class="quote">人到</mark><sup>1</sup>'
        '<mark class="quote">达</mark><sup>&lt;2&gt;</sup><mark class="quote">北堤</mark><sup>3</sup>。'
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_a_sentence_escapes_all_its_words(text: str) -> None:
    shown = show_sentence(text, Stretch(0, len(text)), [(Stretch(1, 3), text)])
    assert set(re.findall(r"<[^>]*>", shown)) <= {'<mark class="quote">', "</mark>", "<sup>", "</sup>"}


@pytest.mark.parametrize(
    ("text", "lang", "html"),
    [
        ("据新华社", "zh", "据新华社"),
        ("per 新华社", "en", 'per <span lang="zh">新华社</span>'),
        ("“目前”: when <b>", "en", '“<span lang="zh">目前</span>”: when &lt;b&gt;'),
        (
            "of 《甲县 7月5日》 and 乙",
            "en",
            'of <span lang="zh">《甲县 7月5日》</span> and <span lang="zh">乙</span>',
        ),
        ("3 m (left bank)", "en", "3 m (left bank)"),
    ],
)
def test_chinese_in_an_english_phrase_says_that_it_is(text: str, lang: str, html: str) -> None:
    assert mark_chinese(text, lang) == html


def fact(start: int, end: int, label: str = "一条", *, is_chosen: bool = False) -> Mark:
    return Mark(
        place=Stretch(start, end), level=0, tag="a", classes="fact", attributes=' href="?"', label=label,
        is_chosen=is_chosen,
    )  # fmt: skip  # a mark


@pytest.mark.parametrize(
    ("marks", "shown"),
    [
        ([], "甲乙丙丁戊"),
        ([fact(1, 3)], "甲[乙丙]丁戊"),
        ([fact(0, 5), fact(1, 2)], "[甲][乙][丙丁戊]"),
        ([fact(0, 3), fact(2, 5)], "[甲乙][丙][丁戊]"),
        ([fact(1, 3), fact(1, 3, "又一条")], "甲[乙丙][又一条]丁戊"),
        ([fact(1, 3), fact(1, 3, "又一条", is_chosen=True)], "甲[乙丙][一条]丁戊"),
        ([fact(1, 4), fact(1, 2), fact(2, 4)], "甲[乙][丙丁][一条]戊"),
        ([fact(3, 9)], "甲乙丙[丁戊]"),
    ],
)
def test_marks_that_overlap_share_the_words_and_none_is_lost(marks: list[Mark], shown: str) -> None:
    html = show_marks("甲乙丙丁戊己", Stretch(0, 5), marks)
    named = re.sub(r'<a [^>]*aria-label="([^"]*)"[^>]*></a>', r"[\1]", html)
    assert re.sub(r"</a>", "]", re.sub(r"<a [^>]*>", "[", named)) == shown


def test_all_words_of_the_chosen_fact_are_ringed_and_it_alone_is_current() -> None:
    html = show_marks("甲乙丙丁戊", Stretch(0, 5), [fact(0, 4, is_chosen=True), fact(1, 2)])
    assert [
        sign.sign for sign in read_html(f'<p lang="zh">{html}</p>').signs if "ringed" in sign.classes
    ] == [*"甲乙丙丁"]
    assert html.count('aria-current="true"') == 1


def test_a_fact_in_pieces_is_one_step_of_the_keyboard_and_has_one_sign() -> None:
    html = show_marks("甲乙丙", Stretch(0, 3), [fact(0, 3), fact(1, 2)])
    assert html.count("first") == 2
    assert html.count('tabindex="-1"') == 1
