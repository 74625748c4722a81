"""What is said where tables and the situation report are taken away."""

from typing import Final

TAKEAWAY: Final[dict[str, tuple[str, str]]] = {
    # the control
    "takeaway": ("导出", "Export"),
    "takeaway_table": ("数据表", "Table"),
    "takeaway_format": ("格式", "Format"),
    "takeaway_timeline": ("本视图的时间线", "Timeline of this view"),
    "takeaway_directives": ("本视图的指令", "Directives of this view"),
    "takeaway_reports": ("本事件的报道", "Reports of this incident"),
    "takeaway_get": ("下载数据表", "Download the table"),
    "takeaway_briefing": ("态势报告（HTML）", "Situation report (HTML)"),
    "takeaway_briefing_how": (
        "本视图的图表、表格与原文依据合成一个文件：不需联网即可打开，可打印为 A4。",
        "Charts, tables and sources of this view in one file: it opens without a network and prints on A4.",
    ),
    # the situation report
    "briefing": ("汛情态势报告", "Flood situation report"),
    "briefing_standing": ("资料", "Data"),
    "briefing_filters": ("筛选", "Filters"),
    "briefing_unfiltered": ("无", "none"),
    "briefing_held_back": (
        "共 {total} 条，本报告只含最近的 {shown} 条",
        "{total} in all, of which this report holds the latest {shown}",
    ),
    "briefing_version": ("数据版本", "Data version"),
    "briefing_made": ("生成时间", "Made at"),
    "briefing_clock": ("{time}（北京时间）", "{time} (Beijing time)"),
    "briefing_link": ("链接", "Link"),
    "briefing_since": ("{time} 起", "from {time}"),
    "briefing_noscript": (
        "图表由浏览器绘出，此处未允许运行脚本；其中的数据都在下面的表格里。",
        "The browser draws the charts and was not allowed to; the tables below hold all their data.",
    ),
    "briefing_more_units": (
        "此处为人数最多的单位，另 {count} 项报数见事实表",
        "the largest counts are shown, {count} more are in the table of facts",
    ),
    "briefing_key": (
        "实心＝已知时刻或区间；斜纹＝起止不明；空心＝仅知报道时间；▷＝在图右之后",
        "filled = known time; hatched = bounds unknown; hollow = report's time; ▷ = later",
    ),
    "briefing_undated_count": (
        "另有未定时 {count} 条，列于事实表末。",
        "{count} facts have no time of their own and end the table of facts.",
    ),
    "briefing_facts_how": (
        "按时间排列；序号与文末原文依据中的序号一致。",
        "In order of time; the numbers are those of the sources at the end.",
    ),
    "briefing_number": ("序号", "No."),
    "briefing_order": ("令{number}", "D{number}"),
    "briefing_sources": ("原文依据", "Sources"),
    "briefing_sources_how": (
        "逐字摘自报道；底色为依据的词句，其后为序号。",
        "Verbatim from the reports; the words relied on are marked, each followed by its number.",
    ),
    "briefing_file": ("来源 {file}", "source {file}"),
    "briefing_reading": ("读法", "Reading"),
    "briefing_hedges": (
        "≥、≤、约 保留原文的“余”“近”“约”等说法；合计为下限相加，不同单位可能重复。",
        "≥, ≤ and “about” keep the hedges of the text; sums add lower bounds, and units may overlap.",
    ),
    "briefing_undated": (
        "“未定时”：原文没有给出时间，列于表末。",
        "“undated”: the text gives no time; listed last.",
    ),
    "briefing_assumed": (
        "日期后的“?”：报道的年份为假定，文中无依据。",
        "“?” after a date: the year of its report is assumed; nothing in the text tells it.",
    ),
    "briefing_sure": (
        "本报告各日期的年份均有依据；若为假定，会在日期后标“?”。",
        "The year of every date here has a ground; an assumed one would carry “?” after the date.",
    ),
    "briefing_silence": (
        "“报道未提及”只说明已收报道没有写到，不等于没有做。",
        "“Not mentioned” says only that the reports at hand do not tell it, not that it was not done.",
    ),
    "briefing_automatic": (
        "内容由程序从报道原文中提取，未经人工改写；引用前请核对原文。",
        "Extracted from the reports by a program, not rewritten by anybody; check the source before quoting.",
    ),
    "revises": ("更新 {number}", "updates {number}"),
    "contradicts": ("与 {number} 不一致", "disagrees with {number}"),
    "verdict_confirmed": ("已经人工确认", "confirmed by a person"),
    "verdict_rejected": ("已被人工否定", "rejected by a person"),
}
