"""What stands beside facts and their evidence."""

from typing import Final

PROOF: Final[dict[str, tuple[str, str]]] = {
    # facts and evidence
    "facts": ("事实表", "Table of facts"),
    "facts_how": ("点选一行看原文依据。", "Select a row for its evidence."),
    "column_time": ("时间", "Time"),
    "column_unit": ("单位", "Unit"),
    "column_kind": ("类别", "Kind"),
    "column_value": ("数值", "Value"),
    "column_quote": ("原文词句", "Source words"),
    "column_status": ("状态", "Status"),
    "column_sources": ("来源", "Sources"),
    "sources_count": ("{count} 处来源", "{count} sources"),
    "sources_disputed": ("⚠ 有矛盾", "⚠ disputed"),
    # several reports
    "sources": ("来源（{count}）", "Sources ({count})"),
    "published_on": ("{day}报道", "reported {day}"),
    "source_shown": ("上面所示", "shown above"),
    "bearing_revises": ("修正了", "Replaces"),
    "bearing_revised_by": ("被修正为", "Replaced by"),
    "bearing_contradicts": ("⚠ 与其他来源矛盾", "⚠ Contradicted by another source"),
    "bearing_contradicts_own": ("⚠ 与同一报道另一处矛盾", "⚠ Contradicted in the same report"),
    "evidence": ("原文依据", "Evidence"),
    "evidence_none": (
        "点击时间线的标记、数字卡片的“看原文”或事实表的一行，这里显示它的出处。",
        "Click a mark, a card's “Source” or a row of the table: its source shows here.",
    ),
    "evidence_hidden": ("这一条不在当前筛选范围内。", "This one lies outside the present filters."),
    "previous": ("上一条", "Previous"),
    "next": ("下一条", "Next"),
    "position": ("{place} / {total}", "{place} / {total}"),
    "rule": ("规则 {rule}", "rule {rule}"),
    "article": ("出自《{article}》", "From “{article}”"),
    "reported_at": ("报道时间 {time}", "reported {time}"),
    "no_time": ("未定时", "undated"),
    "until": ("截至 {time}", "until {time}"),
    "range": ("{start} 至 {end}", "{start} – {end}"),
    "basis_stated": ("文中写明“{text}”", "stated: “{text}”"),
    "basis_carried": ("文中“{text}”，日期承前文", "“{text}”, its day carried from an earlier clause"),
    "basis_report": ("“{text}”，即记者发稿之时", "“{text}”: when the reporter speaks"),
    "basis_report_bare": ("以报道时间计", "the report's own time"),
    "basis_published": ("以报道日期计", "the report's publication date"),
    "basis_none": ("文中没有给出时间", "the text gives no time"),
}
