"""Why a file cannot be read and what to do, in Chinese, by what the readers of documents say in English."""

import re
from typing import Final

_COPY = "请重新复制或下载，或在原来的程序里另存一次。"
_AS_DOCX = "请打开后另存为 .docx。"
_AS_TXT = "请把其中的文字存成 .txt 文件。"
_PART = "请拆成单篇的报道：一篇一个文件，或 JSON Lines 每行一篇。"
_LINE = '请每行写一篇，如 {{"id": "1", "text": "…"}}，其中只有 text 必填。'
_OCR = "请先做文字识别（OCR），或把文字存成 .txt 文件。"

_SAID = {
    "is empty": "是空文件。请检查是否保存或复制完整。",
    "holds no words": "里面没有文字。请检查报道的文字是否在内。",
    "holds bytes that are no text": "含有不是文字的字节。请另存为 UTF-8 文本。",
    r"is not readable as .* \(byte (?P<place>[\d,]+)\)": (
        "编码无法辨认（第 {place} 字节）。请用编辑器打开，另存为 UTF-8 文本。"
    ),
    r"has more than (?P<count>[\d,]+)( \w+)?, which no report has": f"太长（超过 {{count}}）。{_PART}",
    r"is larger than (?P<size>[\d,]+) MB": f"大于 {{size}} MB。{_PART}",
    "is a picture(, not text)?": f"是图片。{_OCR}",
    "is a sound or video file": f"是录音或视频。{_AS_TXT}",
    "is a packed archive": "是压缩包。请解压后再添加。",
    "is a zip archive": "是压缩包。请解压后再添加。",
    "is a program, not a report": "是程序，不是报道。请检查选的是否是这个文件。",
    "is a database": "是数据库。请把其中的报道导出为 JSON Lines。",
    "is JSON, but not one report a line": f"是 JSON，但不是每行一篇报道。{_LINE}",
    "is a web page saved with its pictures": "是连图片一起保存的网页。请重新保存为“网页，仅 HTML”。",
    "is an RTF document": f"是 RTF 文档。{_AS_DOCX}",
    "is an old Word document": f"是旧版 Word 文档。{_AS_DOCX}",
    "is an old Office document": f"是旧版 Office 文档。{_AS_DOCX}",
    "is an old Excel workbook": f"是旧版 Excel 表格。{_AS_TXT}",
    "is an Excel workbook": f"是 Excel 表格。{_AS_TXT}",
    "is an old slide show": "是旧版幻灯片。请导出为 PDF。",
    "is a slide show": "是幻灯片。请导出为 PDF。",
    "is an OFD document": "是 OFD 文档。请打开后打印成 PDF。",
    "is an OpenDocument file": f"是 OpenDocument 文档。{_AS_DOCX}",
    "is an e-book": "是电子书。请转换成 .txt 文件。",
    "is encrypted": "有密码。请用密码打开，另存为没有密码的文件。",
    "is an encrypted PDF": "是加密的 PDF。请用密码打开，打印成新的 PDF。",
    "is a PDF whose end is missing": f"是不完整的 PDF，缺少结尾。{_COPY}",
    "is a damaged PDF": f"是损坏的 PDF。{_COPY}",
    r"is a PDF whose page (?P<page>\d+) is damaged": f"是 PDF，第 {{page}} 页损坏。{_COPY}",
    "is a PDF that has no text layer": f"是扫描的 PDF，没有文字层。{_OCR}",
    "is a PDF whose text layer does not say which characters it shows": f"是 PDF，但文字层无法辨认。{_OCR}",
    r"has (?P<pages>[\d,]+) pages, more than (?P<most>[\d,]+)": (
        "有 {pages} 页，超过 {most} 页。请把每篇报道的页面另存为 PDF。"
    ),
    "is a damaged Word file( or zip archive)?": f"是损坏的 Word 文档或压缩包。{_COPY}",
    r"unpacks to (?P<size>[\d,]+) MB in (?P<files>[\d,]+) files, which no report takes": (
        f"解开后有 {{size}} MB、{{files}} 个文件，不像报道。请核实来源。{_AS_TXT}"
    ),
    r"unpacks to far more than a report is": "解开后远大于一篇报道。请解压查看；之前的报道已读入。",
    "is a damaged gzip file": "是损坏的 gzip 文件。请重新复制或下载；损坏处之前的报道已读入。",
    "is a web page in no encoding that fits": f"是网页，但编码无法辨认。{_COPY}",
    "is a web page without words": "是没有文字的网页。请在浏览器里等页面显示完整后再保存。",
    r"is a web page nested deeper than .* elements": f"是嵌套过深的网页。{_AS_TXT}",
    r"takes longer than (?P<seconds>[\d,]+) seconds to read": f"读了 {{seconds}} 秒还没有读完。{_COPY}",
    r"is damaged, or takes more than (?P<size>[\d,]+) MB of memory to read": (
        f"已损坏，或要占用 {{size}} MB 以上内存。{_COPY}"
    ),
    "is not UTF-8, as JSON must be": "不是 UTF-8，而 JSON 必须是。请另存为 UTF-8。",
    r"is broken JSON \(.* at character (?P<place>\d+)\)": f"JSON 有误（第 {{place}} 个字符）。{_LINE}",
    "is JSON with a number or a nesting no report has": f"JSON 中的数字或嵌套不合理。{_LINE}",
    'has no "text" with the words of a report': f"没有写明报道文字的 text。{_LINE}",
    r'has a "(?P<key>\w+)" that is neither text nor a number': f"{{key}} 既不是文字也不是数字。{_LINE}",
    r'its "published" is no whole date: "(?P<typed>.*)"': "“{typed}”不是完整的日期。请写成 2024-07-07。",
    "has no report in it": "里面没有报道文件。",
    "no such file or folder": "没有这个文件。请检查名称。",
    "may not be read": "没有读取的权限。请找文件的主人开通。",
    r"cannot be read \(.*\)": "无法读取。请检查磁盘和权限，或重新复制一份。",
    r"cannot be watched \(.*\)": "无法监视这个文件夹。请先建立它，或换一个。",
}

REFUSALS: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(english, re.DOTALL), chinese) for english, chinese in _SAID.items()
)
"""What is said in English, whole, and how to say it with its remedy in Chinese; groups fill its parts."""

_START = "请启动数据库，或检查地址里的主机和端口。"
_OWNER = "请找库的主人开通权限，或换一个库。"
_SPACE = "请腾出空间后再试；之前添加的都在。"

_STORED = {
    "the file is gone": "库文件不见了。请放回原处，或重新启动本程序。",
    "there is no store": "没有这个库。请检查地址，或用 flood-extract PATH -o URL 新建。",
    "a program that wrote to it was stopped, and only its owner can see what is in it": (
        "写入它的程序中途停了，只有主人才能看到内容。请主人打开一次。"
    ),
    "the file cannot be opened": "文件打不开。请建好所在的文件夹，并检查写入权限。",
    "the file is no database": "这个文件不是数据库。请换回原来的库文件，或换一个库名。",
    "the file is damaged": "库文件已损坏。请用备份换回，或新建一个库。",
    "the store may not be written": f"库不允许写入。{_OWNER}",
    "the store may not be used so": f"库没有开放这项权限。{_OWNER}",
    "another program keeps writing to it": "另一个程序一直在写入。请等它结束后再试。",
    "there is no space left for it": f"空间不足。{_SPACE}",
    "the disk does not take what is written": "磁盘写不进去。请检查磁盘；之前添加的都在。",
    "an id is too long for it": "编号太长。请把报道的编号改到 500 字以内。",
    "no database answers there": f"数据库没有应答。{_START}",
    "the server refuses the user": "数据库拒绝了这个用户。请检查地址里的用户名和密码。",
    "the server has no such database or user": "数据库里没有这个库或用户。请先建立，或检查地址。",
    "a newer version of this program made the store": "这个库是更新的版本建立的。请升级本程序，或换一个库。",
    "its driver is missing": "缺少这种数据库的驱动。请在本程序旁安装（如 psycopg）。",
    r"the folder cannot be made \(.*\)": "文件夹建不了。请用 FLOOD_STORE 指定位置，如 sqlite:///flood.db。",
}
_SAID_WHOLE = {
    r"\"(?P<where>.*)\" is no store URL\. .*": (
        "{where}：不是库的地址。请写成 sqlite:///flood.db 或 postgresql+psycopg://用户@主机/库名。"
    ),
    r"No report has the id (?P<id>.*)\. Take it .*": "没有编号为 {id} 的报道。请从报道列表里选。",
    r"Report (?P<id>.*) came in anew meanwhile\. .*": "报道 {id} 刚刚又读入了一次。请看过后再试。",
    r"No correction has the number (?P<id>.*)\. .*": "没有编号为 {id} 的更正。请刷新列表。",
    r"(?P<where>.*?): (?P<said>.*)\. Check the URL and the database behind it\.": (
        "{where}：数据库报错“{said}”。请检查地址和数据库。"
    ),
}

STORE_REFUSALS: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(english, re.DOTALL), chinese)
    for english, chinese in (
        *((rf"(?P<where>.*): {problem}\. .*", f"{{where}}：{said}") for problem, said in _STORED.items()),
        *_SAID_WHOLE.items(),
    )
)
"""What a store says in English, whole, and how to say it with its remedy in Chinese."""
