"""A PDF is read as it is printed: column by column, without breaking sentences, without running heads."""

import itertools

import pytest
from playwright.sync_api import Browser

from extract.documents import Document, read_bytes
from extract.errors import DocumentError
from tests.extract.printing import Word, as_column, draw, print_page, write_pdf

FIRST = (
    "截至7月8日6时，清水河石桥站水位33.08米，超警戒水位0.58米。武警东山总队140余名官兵赶到柳林垸，"
    "封堵20米宽的溃口。抢险持续到9日凌晨，两岸各进占12.5米。"
)
SECOND = (
    "石桥县转移群众1200人，暂无人员伤亡。目前水位仍在缓慢上涨，巡堤查险每小时一次。"
    "青湖站水位30.11米，距离保证水位还有0.4米，县里又调来块石3600吨。"
)
THIRD = "预计10日上午合龙，之后抽排垸内积水1.2亿立方米，需要约半个月时间，省里已调来大型排水车24台。"
LEFT, RIGHT = as_column(FIRST, 60, 700, 20), as_column(SECOND, 320, 700, 20)
BY_ROW = [word for row in itertools.zip_longest(LEFT, RIGHT) for word in row if word]
HEADLINE = (60.0, 740.0, 18.0, "清水河水位超警，石桥县全力封堵柳林垸溃口")


def read(data: bytes) -> Document:
    (document,) = read_bytes(data, "x")
    assert isinstance(document, Document), document
    return document


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (as_column(FIRST, 60, 700, 40), FIRST),
        (BY_ROW, FIRST + "\n" + SECOND),
        ([*RIGHT, *LEFT], FIRST + "\n" + SECOND),
        ([HEADLINE, *BY_ROW], f"{HEADLINE[3]}\n{FIRST}{SECOND}"),
        ([*BY_ROW, *as_column(THIRD, 60, 560, 46)], f"{FIRST}\n{SECOND}\n{THIRD}"),
        ([*as_column(THIRD, 60, 800, 46), HEADLINE, *BY_ROW], f"{THIRD}\n{HEADLINE[3]}\n{FIRST}{SECOND}"),
        ([(60, 700, 10, "⻓江⻔口⽔位"), (60, 660, 14, "⻢家渡")], "长江门口水位\n马家渡"),
        ([(60, 700, 10, "石桥站"), (200, 700, 10, "33.08"), (300, 700, 10, "0.58")], "石桥站，33.08，0.58"),
    ],
    ids=["one", "by row", "by column", "headline", "under", "over", "radicals", "table"],
)
def test_words_come_in_the_order_they_are_read(words: list[Word], expected: str) -> None:
    text = read(draw([words])).text
    assert text.partition("\n")[0] == expected.partition("\n")[0]
    assert text.replace("\n", "") == expected.replace("\n", "")


def test_columns_of_unlike_lines_are_parted_too() -> None:
    right = as_column(SECOND, 320, 694, 25, size=8)
    assert (
        read(draw([sorted([*LEFT, *right], key=lambda word: -word[1])])).text.replace("\n", "")
        == FIRST + SECOND
    )


def test_an_indent_begins_a_paragraph_and_a_full_line_goes_on() -> None:
    lines = as_column(FIRST, 60, 700, 30)
    below = lines[-1][1] - 15
    assert read(draw([[*lines, *as_column(f"　　{SECOND}", 60, below, 30)]])).text == f"{FIRST}\n{SECOND}"


def test_no_sentence_breaks_at_the_end_of_a_page() -> None:
    lines = as_column(FIRST, 60, 700, 20)
    for number in range(1, len(lines)):
        pages = [
            lines[:number],
            [(left, bottom + 15 * number, size, text) for left, bottom, size, text in lines[number:]],
        ]
        assert read(draw(pages)).text.replace("\n", "") == FIRST
        text = read(draw(pages)).text
        assert FIRST in text or all(line.endswith("。") for line in text.split("\n"))


def test_what_stands_on_every_page_is_left_out() -> None:
    pages = [
        [
            (60.0, 810.0, 9.0, "石桥县防汛简报 第12期"),
            *as_column(text, 60, 700, 40),
            (290.0, 30.0, 9.0, f"- {number} -"),
        ]
        for number, text in enumerate((FIRST, SECOND, THIRD), start=1)
    ]
    assert read(draw(pages)).text == f"{FIRST}\n{SECOND}\n{THIRD}"


def test_a_rare_character_in_two_halves_is_one() -> None:
    assert read(draw([[(60, 700, 10, "石桥县𣲗河决口")]])).text == "石桥县𣲗河决口"


def test_a_turned_page_is_read_as_it_is_seen() -> None:
    words = [(left, bottom - 200, size, text) for left, bottom, size, text in LEFT]
    assert read(draw([words], turned=True)).text == FIRST


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("D:20310708091500+08'00'", "2031-07-08T09:15:00+08:00"),
        ("D:20310708011500Z", "2031-07-08T01:15:00Z"),
        ("D:20310708", "2031-07-08"),
        ("8 July", None),
    ],
)
def test_its_own_day_is_told_but_is_no_day_of_publication(stamp: str, expected: str | None) -> None:
    document = read(draw([LEFT], f"/CreationDate({stamp})"))
    assert (document.created.words if document.created else None) == expected
    assert document.published is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("柳林垸封堵溃口", "柳林垸封堵溃口"),
        ("Microsoft Word - 柳林垸封堵溃口.docx", "柳林垸封堵溃口"),
        ("Microsoft Word - report.doc", None),
        ("C:\\桌面\\防汛简报", None),
        ("无标题文档", None),
    ],
)
def test_a_title_is_taken_if_it_is_one(title: str, expected: str | None) -> None:
    written = f"/Title<FEFF{title.encode('utf-16-be').hex()}>"
    document = read(draw([LEFT], written))
    assert (document.title.words if document.title else None) == expected


LOCKED = "/Encrypt<</Filter/Standard/V 1/R 2/O<{0}>/U<{0}>/P -4>>/ID[<00><00>]".format("12" * 32)
WHOLE = draw([LEFT])
SCANNED = write_pdf(
    {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
        4: b"<</Length 24>>stream\nq 9 0 0 9 0 0 cm /I Do Q\nendstream",
        5: b"<</Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>"
        b"stream\n\0\nendstream",
    }
)


@pytest.mark.parametrize(
    ("data", "problem", "remedy"),
    [
        (SCANNED, "is a PDF that has no text layer", "Have it read by OCR first, or copy its words"),
        (draw([LEFT], more=LOCKED), "is an encrypted PDF", "Open it with its password and print it"),
        (WHOLE[: len(WHOLE) // 2], "is a PDF whose end is missing", "Copy or download it again"),
        (WHOLE[: len(WHOLE) // 9] + b"\n%%EOF", "is a damaged PDF", "Copy or download it again"),
        (
            draw([[(60, 700, 10, "\ue000\ue001\ue002水")]]),
            "is a PDF whose text layer does not say",
            "Have it read by OCR",
        ),
    ],
    ids=["scanned", "encrypted", "cut off", "damaged", "unmapped"],
)
def test_what_cannot_be_read_is_named_with_a_remedy(data: bytes, problem: str, remedy: str) -> None:
    (error,) = read_bytes(data, "x")
    assert isinstance(error, DocumentError)
    assert error.problem.startswith(problem)
    assert error.remedy.startswith(remedy)


@pytest.mark.parametrize(
    "style",
    [
        "p{text-indent:2em;margin:0}",
        "p{text-align:justify}",
        "body{columns:2}p{text-indent:2em;margin:0}",
        "body{columns:3}",
    ],
)
def test_what_a_browser_prints_comes_back(browser: Browser, style: str) -> None:
    texts = [FIRST, SECOND, THIRD] * 4
    body = "".join(f"<p>{text}</p>" for text in texts)
    assert read(print_page(browser, f"<style>{style}</style>{body}")).text.split("\n") == texts
