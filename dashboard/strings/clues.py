"""The parts of files and texts that tell a title, a publisher or a date, as their readers name them."""

import re
from typing import Final

CLUES: Final[tuple[tuple[re.Pattern[str], tuple[str, str]], ...]] = tuple(
    (re.compile(rf"{told}(?P<day>: \d{{4}}-\d\d-\d\d)?"), words)
    for told, words in {
        "headline of the first article on a flood": (
            "文中第一篇汛情文章的标题",
            "the headline of the first article on a flood",
        ),
        "headline of the first article": ("文中第一篇文章的标题", "the headline of the first article"),
        "first words of the first article on a flood": (
            "文中第一篇汛情文章的开头",
            "the first words of the first article on a flood",
        ),
        "first words of the first article": ("文中第一篇文章的开头", "the first words of the first article"),
        r'JSON "(?P<part>\w+)"': ("JSON 的 {part} 一项", "the JSON entry {part}"),
        "PDF Title": ("PDF 属性中的标题", "the title among the PDF's properties"),
        "PDF CreationDate": ("PDF 的生成时间", "when the PDF was made"),
        "Word core properties": ("Word 文档的属性", "the properties of the Word document"),
        r'<meta \w+="(?P<part>[^"]*)">': ("网页的 meta 标记 {part}", "the page's meta tag {part}"),
        r"JSON-LD (?P<part>\w+)": ("网页 JSON-LD 的 {part} 一项", "the page's JSON-LD entry {part}"),
        "<time datetime>": ("网页的 time 标记", "the page's time tag"),
        "<(?:title|h1)>": ("网页的标题", "the title of the page"),
    }.items()
)
"""What a clue says that names a place, and what to call it; any other clue holds words of the text."""
