"""What the timeline says: its rows, its signs, how to fold it, how to look closer."""

from typing import Final

TIMELINE: Final[dict[str, tuple[str, str]]] = {
    "timeline": ("时间线", "Timeline"),
    "timeline_key": (
        "实心＝时间已知；斜纹＝起止不明；空心＝仅知报道时间或未发生；←→＝起止未说；顶部短线＝报道",
        "Solid = known; hatched = within; hollow = report's time or to come; ←→ open; ticks: reports",
    ),
    "timeline_how": (
        "点标记看原文，横向拖选放大时段，点类型名折叠。",
        "Click a mark for its source; drag across to zoom; click a type to fold it.",
    ),
    "symbol_condition": ("水情状态", "water condition"),
    "other_figures": ("其他数值", "other figures"),
    "row_directives": ("国家指令", "National directives"),
    "row_water": ("水情", "Water"),
    "row_incident": ("险情与进展", "Incident and progress"),
    "units_count": ("{count} 个单位", "{count} unit(s)"),
    "latest_line": ("所知最晚 {time}", "latest known {time}"),
    "at_line": ("截至 {time}", "as of {time}"),
    "told_at": ("报道时间 {time}", "reported {time}"),
    "mark_more": ("共 {count} 条；点击后逐条看", "{count} facts; click, then step through"),
    "mark_directives": ("{issuer} · {count} 条", "{issuer} · {count}"),
    "mark_themes": ("{directives}：{themes}", "{directives}: {themes}"),
    "theme_count": ("{theme} {count}", "{theme} {count}"),
    "later": ("{words}（{time}）", "{words} ({time})"),
    # folding and zooming
    "fold": ("折叠", "Fold"),
    "unfold": ("展开", "Unfold"),
    "fold_all": ("全部折叠", "fold all"),
    "unfold_all": ("全部展开", "unfold all"),
    "fold_click": ("点击折叠或展开", "Click to fold or unfold"),
    "zoomed": ("只显示 {since} 至 {until}", "Only {since} to {until}"),
    "zoomed_since": ("只显示 {since} 起", "Only from {since}"),
    "zoomed_until": ("只显示至 {until}", "Only until {until}"),
    "zoom_out": ("显示全部时段", "show all times"),
    # more facts than can be drawn
    "overview": (
        "共 {count} 条（逐条最多画 {most} 条），现按{step}汇总，格内为条数。点一格或横向拖选打开时段。",
        "{count} facts, too many to draw (over {most}): all counted by {step}. Click a cell or drag.",
    ),
    "overview_cell": ("{row}：{count} 条", "{row}: {count}"),
    "overview_undated": (
        "另有 {count} 条无任何时间，未计入。",
        "{count} more have no time at all and are not counted.",
    ),
    "step_60": ("小时", "the hour"),
    "step_360": ("6 小时", "6 hours"),
    "step_1440": ("天", "the day"),
    "step_10080": ("周", "the week"),
    "step_43200": ("30 天", "30 days"),
    "step_525600": ("365 天", "365 days"),
    # without a time of their own
    "undated": ("未定时 {count} 条", "{count} without a time of their own"),
    "undated_how": (
        "原文没有给出时间；有报道时间的在图上以空心标出。",
        "The text gives no time; where the report's time is known they are the hollow marks.",
    ),
    "undated_more": ("还有 {count} 条", "{count} more"),
}
