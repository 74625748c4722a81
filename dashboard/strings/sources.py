"""What is said around a report as it reads."""

from typing import Final

SOURCES: Final[dict[str, tuple[str, str]]] = {
    # the reports
    "reports_here": ("报道 {count} 篇", "{count} report(s)"),
    "report_brought": ("事实 {facts} · 指令 {directives}", "{facts} fact(s) · {directives} directive(s)"),
    "report_fitting": ("筛选内 {count}", "{count} within the filters"),
    "reports_rest": ("其余 {count} 篇", "{count} more"),
    "reports_beyond": (
        "还有 {count} 篇未列出，到报道管理中查找",
        "{count} more are not listed: find them among the reports",
    ),
    "report_manage": ("更正与管理", "Correct and manage"),
    "whole_text": ("看全文", "Whole text"),
    "marked_text": ("看标注的全文", "Read it with its facts marked"),
    # the marks
    "legend": ("图例", "Key"),
    "legend_how": (
        "点选词句看依据；点类别只看这一类。",
        "Select words for their evidence, a kind to see it alone.",
    ),
    "legend_kind": ("{name} {count}", "{name} {count}"),
    "legend_kind_part": ("{name} {shown}/{count}", "{name} {shown}/{count}"),
    "directive_sign": ("令", "O"),
    "directive": ("国家指令", "directive"),
    "mark_of": ("{kind}：{value}", "{kind}: {value}"),
    "mark_faint": ("不在当前筛选或时点之内", "outside the present filters or moment"),
    "mark_elsewhere": ("属于另一事件：{incident}", "belongs to another incident: {incident}"),
    "mark_number": ("没有成为事实：{why}", "Became no fact: {why}"),
    "why_time": ("属于时间“{words}”", "part of the time “{words}”"),
    "why_nothing": ("没有对应的规则", "no rule fits"),
    "why_rule": ("按规则 {rule} 不计", "left out by rule {rule}"),
    # what was read
    "read_told": ("{counts}。", "{counts}."),
    "read_sentences": (
        "读了 {count} 句：{gave} 句有事实或指令，{plain} 句没有（未标注的正文）",
        "{count} sentence(s) read: {gave} gave facts or directives, {plain} gave none (plain text)",
    ),
    "read_faint": (
        "筛选或时点之外 {count} 条（细下划线）",
        "{count} outside the filters or moment (thin line)",
    ),
    "read_elsewhere": ("属于其他事件 {count} 条（细下划线）", "{count} of other incidents (thin line)"),
    "read_rejected": ("已驳回 {count} 条（删除线）", "{count} rejected (struck through)"),
    "read_numbers": ("未成为事实的数字 {count} 个（点线）", "{count} number(s) became no fact (dotted)"),
    "read_unread": (
        "不涉及汛情、未读的 {count} 字（灰字或折叠）",
        "{count} character(s) not about a flood, not read (grey or folded)",
    ),
    "passed_article": (
        "{title}（{length} 字）：不涉及汛情，未采用",
        "{title} ({length} characters): not about a flood, left out",
    ),
    "passed_paragraphs": (
        "{count} 段（{length} 字）：不涉及汛情，未采用",
        "{count} paragraph(s), {length} characters: not about a flood, left out",
    ),
    "goes_on": ("{title}（接上）", "{title} (continued)"),
    # a long text
    "part_of": ("全文较长，分 {count} 段显示", "A long text, shown in {count} parts"),
    "part": ("第 {number} 段", "part {number}"),
    "part_facts": ("第 {number} 段（{count} 条）", "part {number} ({count})"),
    "part_name": ("全文分段", "part of the text"),
    # what people said
    "corrections_count": ("更正与改动 {count} 次", "{count} correction(s) and changes"),
    "corrections_how": (
        "撤回更正，到“更正与管理”中的更改记录。",
        "To take one back, see the history under “Correct and manage”.",
    ),
    "release": ("取消选中", "Unselect"),
}

SIGNS: Final[dict[str, tuple[str, str]]] = {
    "personnel": ("人", "P"),
    "distance": ("距", "D"),
    "water_level": ("位", "L"),
    "action": ("动", "A"),
    "people": ("众", "I"),
    "equipment": ("装", "E"),
    "flow": ("流", "F"),
    "rainfall": ("雨", "R"),
    "area": ("面", "S"),
    "volume": ("量", "V"),
    "duration": ("时", "T"),
}
"""What a kind of fact is marked with, so that colour is not the only sign."""
