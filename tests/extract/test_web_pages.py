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
<table width=760><tr><td bgcolor=#cc0000><a href=/>首页</a> | <a href=/n>新闻</a> | <a href=/b>论坛</a></td></tr></table>
<table width=760><tr><td width=160><table><tr><td>热点新闻</td></tr><tr><td>{LINKS}</td></tr></table>
<table><tr><td>{ADVERT}</td></tr></table></td>
<td><table><tr><td align=center><font size=5><b>{TITLE}</b></font></td></tr>
<tr><td align=center>2031-07-08 09:15 来源：石桥日报</td></tr>
<tr><td>{paragraphs(*BODY)}{paragraphs(THIRD.replace("1200", "1300"))}</td></tr></table></td></tr></table>
<table><tr><td align=center>石桥日报社 版权所有</td></tr></table>"""
BREAKS = f"""<div id=main><h1>{TITLE}</h1><div class="content">　　{FIRST}<br><br>　　{SECOND}<br />
<br />　　{THIRD}</div></div><div class="xgxw">{LINKS}</div><div>{ADVERT}</div>"""
NESTED = f"""<header><a href=/>石桥新闻网</a></header><main><div><div><article><header><h1>{TITLE}</h1>
<time datetime="2031-07-08T01:15:00Z">7月8日</time></header><section><div><div>{paragraphs(*BODY)}</div></div></section>
</article></div></div><aside><p>{ADVERT}</p></aside></main><footer><p>本网所载文章版权归石桥新闻网所有。</p></footer>"""
TRS = f"""<div class=w><h1>{TITLE}</h1><div class="TRS_Editor"><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div>
<div class=b2><p>{ADVERT}</p><p>{ADVERT}</p><p>{ADVERT}</p></div></div>"""
SHORT = f"""<form><div class=hd><a href=/>首页</a></div><div class=bd><h1>{TITLE}</h1><div>{FIRST}</div></div></form>"""


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
