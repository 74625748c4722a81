"""A saved news page gives its article and what it says of itself, whatever its layout; nothing beside it."""

import pytest

from extract.documents import Document, Told, read_bytes
from extract.errors import DocumentError

FIRST = "截至7月8日6时，清水河石桥站水位33.08米，超警戒水位0.58米。"
SECOND = "武警东山总队140余名官兵赶到柳林垸，封堵20米宽的溃口。"
THIRD = "石桥县转移群众1200人，暂无人员伤亡。目前水位仍在缓慢上涨，巡堤查险每小时一次。"
TITLE = "柳林垸封堵溃口"
BODY = [FIRST, SECOND, THIRD]
ADVERT = "洪水无情，安心保险已向3000名群众赔付，投保请致电。保障全家，一年只要90元，洪水来了也不怕。"


def paragraphs(*texts: str, tag: str = "p") -> str:
    return "".join(f"<{tag}>{text}</{tag}>\n" for text in texts)


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def read(data: bytes) -> Document:
    (document,) = read_bytes(data, "page")
    assert isinstance(document, Document), document
    return document


LINKS = "".join(
    f'<li><a href="/{number}">东山省防汛要闻第{number}条：河西市转移{number}00人</a></li>'
    for number in range(2, 9)
)
SOUP = f"""
<div class="top-nav"><a href="/">首页</a><a href="/s">水情</a> 今天是2031年7月9日 星期三</div>
<div id="wrap"><div class="left"><h1>{TITLE}</h1>
<div class="info"><span>2031年7月8日 09:15</span> <span>来源：石桥日报</span></div>
<div class="txt"><div>{paragraphs(*BODY)}</div><p>【责任编辑：王某】</p></div>
<div class="share-box">分享到：微信 微博</div>
<div class="related-news"><h3>相关阅读</h3><p>河西市去年洪灾中有90人获救。</p><ul>{LINKS}</ul></div>
<div class="comment-list"><p>网友：去年我们村转移了500人，大家都很好。</p></div></div>
<div class="sidebar"><div class="ad">{ADVERT}</div><ul>{LINKS}</ul></div></div>
<div id="footer">石桥日报社版权所有 备案号2031</div>"""
OLD_TABLES = f"""
<table width=760><tr><td bgcolor=#cc0000><a href=/>首页</a> | <a href=/n>新闻</a></td></tr></table>
<table width=760><tr><td width=160><table><tr><td>热点新闻</td></tr><tr><td>{LINKS}</td></tr></table>
<table><tr><td>{ADVERT}</td></tr></table></td>
<td><table><tr><td align=center><font size=5><b>{TITLE}</b></font></td></tr>
<tr><td align=center>2031-07-08 09:15 来源：石桥日报</td></tr>
<tr><td>{paragraphs(*BODY)}{paragraphs(THIRD.replace("1200", "1300"))}</td></tr></table></td></tr></table>
<table><tr><td align=center>石桥日报社 版权所有</td></tr></table>"""
BREAKS = f"""<div id=main><h1>{TITLE}</h1><div class="content">　　{FIRST}<br><br>　　{SECOND}<br />
<br />　　{THIRD}</div></div><div class="xgxw">{LINKS}</div><div>{ADVERT}</div>"""
NESTED = f"""<header><a href=/>石桥新闻网</a></header><main><div><div><article><header><h1>{TITLE}</h1>
<time datetime="2031-07-08T01:15:00Z">7月8日</time></header>
<section><div><div>{paragraphs(*BODY)}</div></div></section></article></div></div><aside><p>{ADVERT}</p></aside></main><footer><p>本网所载文章版权归石桥新闻网所有。</p></footer>"""
TRS = f"""<div class=w><h1>{TITLE}</h1><div class="TRS_Editor">{paragraphs(*BODY)}</div>
<div class=b2><p>{ADVERT}</p><p>{ADVERT}</p><p>{ADVERT}</p></div></div>"""
SHORT = f"""<form><div class=hd><a href=/>首页</a></div>
<div class=bd><h1>{TITLE}</h1><div>{FIRST}</div></div></form>"""


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        (SOUP, BODY),
        (OLD_TABLES, [*BODY, THIRD.replace("1200", "1300")]),
        (BREAKS, BODY),
        (NESTED, BODY),
        (TRS, BODY),
        (SHORT, [FIRST]),
        (
            f'<body class="nav-open"><h1>{TITLE}</h1><div class="article-share">{paragraphs(*BODY)}</div>',
            BODY,
        ),
        (f"<p>{TITLE}</p>{paragraphs(*BODY)}", BODY),
    ],
    ids=["divs", "tables", "breaks", "nested", "named", "short", "misnamed", "bare"],
)
def test_the_article_comes_out_under_its_headline_and_nothing_else(layout: str, expected: list[str]) -> None:
    document = read(page(layout, f"<title>{TITLE}_石桥新闻网</title>"))
    assert document.text.split("\n") == [TITLE, *expected]
    assert document.title is not None
    assert document.title.words == TITLE


LINE = "<div>2031年7月8日 09:15　来源：石桥日报　作者：王某</div>"
PROPERTY = '<meta property="article:published_time" content="2031-07-07T23:30:00Z">'
CLOCK = "<div>今天是2031年7月9日 星期三</div>"
LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type":
"NewsArticle", "headline": "柳林垸封堵溃口", "datePublished": "2031-07-08T09:15:00+08:00",
"publisher": {"@type": "Organization", "name": "石桥新闻网"}}]}</script>"""


def meta(**named: str) -> str:
    return "".join(
        f'<meta name="{name.replace("_", ":", 1)}" content="{words}">' for name, words in named.items()
    )


@pytest.mark.parametrize(
    ("head", "body", "expected", "clue"),
    [
        (meta(publishdate="2031-07-08"), LINE, "2031-07-08", '<meta name="publishdate">'),
        (PROPERTY, "", "2031-07-07T23:30:00Z", '<meta property="article:published_time">'),
        (meta(PubDate="2031/07/08 09:15"), "", "2031/07/08 09:15", '<meta name="pubdate">'),
        (meta(publishdate="20310708091500"), "", "2031-07-08", '<meta name="publishdate">'),
        (meta(publishdate="今天", pubdate="2031-07-08"), "", "2031-07-08", '<meta name="pubdate">'),
        (LINKED, "", "2031-07-08T09:15:00+08:00", "JSON-LD datePublished"),
        ("", "<article><time datetime='2031-07-08'>昨天</time></article>", "2031-07-08", "<time datetime>"),
        ("", CLOCK + LINE, "2031-7-8", "2031年7月8日 09:15 来源：石桥日报 作者：王某"),
        ("", "<div><span>发布时间：2031-07-08</span></div>", "2031-07-08", "发布时间：2031-07-08"),
        (meta(publishdate="{{date}}"), CLOCK, None, None),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", </script>',
            "<p>7月8日</p>",
            None,
            None,
        ),
    ],
)
def test_the_day_of_publication_and_where_it_stands(
    head: str, body: str, expected: str | None, clue: str | None
) -> None:
    told = read(page(f"<h1>{TITLE}</h1>{body}{paragraphs(*BODY)}", head)).published
    assert told == (Told(words=expected, clue=clue) if expected and clue else None)


@pytest.mark.parametrize(
    ("head", "body", "expected", "clue"),
    [
        (meta(source="东山新闻网", og_site_name="石桥网"), LINE, "东山新闻网", '<meta name="source">'),
        (meta(og_site_name="石桥网"), LINE, "石桥日报", "来源：石桥日报"),
        (meta(og_site_name="石桥网"), "", "石桥网", '<meta name="og:site_name">'),
        (LINKED, "", "石桥新闻网", "JSON-LD publisher"),
        ("", "<p>2031-07-08 稿源：《河西晚报》 编辑：李某</p>", "河西晚报", "稿源：《河西晚报"),
        (meta(source="http://example.org"), "", None, None),
    ],
)
def test_the_publisher_and_where_it_stands(
    head: str, body: str, expected: str | None, clue: str | None
) -> None:
    told = read(page(f"<h1>{TITLE}</h1>{body}{paragraphs(*BODY)}", head)).publisher
    assert told == (Told(words=expected, clue=clue) if expected and clue else None)


@pytest.mark.parametrize(
    ("head", "body", "expected", "clue"),
    [
        (f"<title>{TITLE}_石桥新闻网</title>", "", TITLE, "<title>"),
        (f"<title>{TITLE} - 要闻 - 石桥日报</title>", "", TITLE, "<title>"),
        (f"<title>{TITLE}|石桥新闻网|河西</title>", "", TITLE, "<title>"),
        (f"<title>{TITLE}-石桥新闻网</title>", "", TITLE, "<title>"),
        (
            "<title>柳林垸——决口合龙之后_石桥网</title>",
            "<h1>柳林垸——决口合龙之后</h1>",
            "柳林垸——决口合龙之后",
            "<title>",
        ),
        (f'<meta property="og:title" content="{TITLE}">', "", TITLE, '<meta property="og:title">'),
        ("", f"<h1>{TITLE}</h1>", TITLE, "<h1>"),
        (LINKED, "", TITLE, "JSON-LD headline"),
        ("", "", None, None),
    ],
)
def test_the_title_and_where_it_stands(head: str, body: str, expected: str | None, clue: str | None) -> None:
    document = read(page(body + paragraphs(*BODY), head))
    assert document.title == (Told(words=expected, clue=clue) if expected and clue else None)
    assert document.text.split("\n") == ([expected] if expected else []) + BODY


FIGURES = """<table><tr><th>站名</th><th>水位（米）</th></tr><tr><td>石桥站</td><td>33.08</td></tr>
<tr><td>青湖站</td><td>30.11</td></tr></table>"""


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>水位33.08&nbsp;米，&ldquo;超警&rdquo;&lt;0.6&gt;米。</p>", "水位33.08 米，“超警”<0.6>米。"),
        ("<p>投入\n   140余名官兵，\n封堵溃口。</p>", "投入140余名官兵，封堵溃口。"),
        ("<p>第一行。<br>第二行。</p>", "第一行。\n第二行。"),
        ("<pre>第一行。\n第二行。</pre>", "第一行。\n第二行。"),
        ("<p>水\u200b位上\ufeff涨。</p><script>var a='水位';</script><style>p{}</style>", "水位上涨。"),
        ("<p>水位上涨。</p><p style='display: none'>水位下降。</p><p hidden>水位下降。</p>", "水位上涨。"),
        (f"<p>水情如下。</p>{FIGURES}", "水情如下。\n站名，水位（米）。\n石桥站，33.08。\n青湖站，30.11。"),
        (
            f"<p>水情如下。</p>{FIGURES.replace('<table>', '<table><caption>8日8时水位</caption>')}",
            "水情如下。\n8日8时水位\n站名，水位（米）。\n石桥站，33.08。\n青湖站，30.11。",
        ),
        ("<ul><li>转移1200人；</li><li>封堵溃口。</li></ul>", "转移1200人；\n封堵溃口。"),
        ("<p>2031年7月8日，柳林垸决口</p><p>封堵溃口。</p>", "2031年7月8日，柳林垸决口\n封堵溃口。"),
        ("<p>2031年7月8日转移1200余人</p><p>封堵溃口。</p>", "2031年7月8日转移1200余人\n封堵溃口。"),
        ("<p>石桥日报 2031-07-08 09:15 浏览：23次</p><p>封堵溃口。</p>", "封堵溃口。"),
        ("<p>2031-07-08 09:15，来源：石桥日报</p><p>封堵溃口。</p>", "封堵溃口。"),
    ],
)
def test_mark_up_becomes_text(html: str, expected: str) -> None:
    assert read(page(html)).text == expected


@pytest.mark.parametrize("encoding", ["gb18030", "gbk", "utf-16", "utf-8-sig"])
def test_a_page_is_read_in_whatever_encoding(encoding: str) -> None:
    html = page(paragraphs(*BODY), f'<meta charset="{encoding}"><title>{TITLE}</title>').decode()
    assert read(html.encode(encoding)).text.split("\n") == [TITLE, *BODY]


def test_one_broken_character_does_not_spoil_a_page() -> None:
    html = (
        page(paragraphs(*BODY * 9))
        .replace(b"<head>", b"<head><meta charset=gb2312>")
        .decode()
        .encode("gb18030")
    )
    document = read(html.replace("柳林垸".encode("gb18030"), "柳林垸".encode("gb18030") + b"\xff ", 1))
    assert "武警东山总队140余名官兵" in document.text
    assert document.text.count("\ufffd") == 1


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        (b"<html><body><script>load()</script></body></html>", "is a web page without words"),
        (
            b"<html>" + b"<div>" * 600 + "水位".encode(),
            "is a web page nested deeper than 512 elements",
        ),
        (b"<html><meta charset=x-none>\xff\xff\xff\xff", "is a web page in no encoding that fits"),
    ],
)
def test_a_page_that_cannot_be_read_is_named_with_a_remedy(html: bytes, problem: str) -> None:
    (error,) = read_bytes(html, "page")
    assert isinstance(error, DocumentError)
    assert str(error).startswith(f"page: {problem}. ")
