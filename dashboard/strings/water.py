"""What the page of dike and water says: the breach, its plan, levels, figures over time, lists."""

from typing import Final

WATER: Final[dict[str, tuple[str, str]]] = {
    # the state in one sentence
    "water_numbered": ("{number}决口", "breach {number}"),
    "water_width": ("口门宽 {value}", "gap {value} wide"),
    "water_advance": ("{side}进占 {value}", "{side} closed {value}"),
    "water_remaining": ("剩余口门 {value}", "{value} of the gap left"),
    "water_line": ("第二道防线{place}", "second line{place} "),
    "water_distance": ("距决口 {value}", "{value} behind the breach"),
    "water_length": ("长 {value}", "{value} long"),
    "water_inside": ("内水位 {value}", "inside level {value}"),
    "water_outside": ("外水位 {value}", "outside level {value}"),
    "water_difference": ("内外水位差 {value}", "difference {value}"),
    "water_gauge": ("{of}水位 {value}", "{of} level {value}"),
    "water_rise": ("上涨 {value}", "up {value}"),
    "water_fall": ("下降 {value}", "down {value}"),
    "water_beside": ("（{words}）", " ({words})"),
    "no_breach": (
        "已收报道未提及决口或第二道防线。",
        "The reports at hand tell of no breach and no second line.",
    ),
    "no_breach_filtered": (
        "筛选范围内未提及决口或第二道防线；可能被筛选排除。",
        "No breach and no second line within the filters; they may have been filtered out.",
    ),
    # the plan
    "breach_plan": ("决口平面示意", "Plan of the breach"),
    "breach_plan_numbered": ("决口平面示意 · {number}", "Plan of the breach · {number}"),
    "plan_alt": (
        "决口平面示意。{told}。数字另列于图下。",
        "Plan of the breach. {told}. Figures are listed below.",
    ),
    "plan_river": ("河道（外）", "river (outside)"),
    "plan_inside": ("堤内", "inside the dike"),
    "plan_river_level": ("外水位 {value}", "outside {value}"),
    "plan_inside_level": ("内水位 {value}", "inside {value}"),
    "plan_width": ("口门宽：{value}", "gap: {value}"),
    "plan_unsaid": ("未见报道", "width not reported"),
    "plan_advance": ("{side}进占 {value}", "{side} {value}"),
    "plan_remaining": ("剩余 {value}", "left {value}"),
    "plan_distance": ("距决口 {value}", "{value} to the breach"),
    "plan_line": ("第二道防线", "second line"),
    "plan_line_length": ("第二道防线 · 长 {value}", "second line · {value} long"),
    "side_joint": ("两侧合计", "both sides"),
    "side_unsaid": ("未说明哪一侧", "side not told"),
    "plan_scaled": (
        "进占按口门宽成比例，其余为示意。",
        "Closed parts are to the scale of the gap; the rest is schematic.",
    ),
    "plan_closed": ("网纹为其后合龙的部分。", "Cross-hatched: closed since."),
    "plan_schematic": ("示意，未按比例。", "Schematic, not to scale."),
    "plan_beyond": (
        "进占合计超过口门宽，口径或时刻不同。",
        "More is closed than the gap is wide: the figures differ in time or in what they count.",
    ),
    "plan_unequal": (
        "口门宽减进占与所报剩余不符，口径或时刻不同。",
        "Width less closure is not what is reported left: they differ in time or in what they count.",
    ),
    "plan_moments": ("各数时刻不一，见下。", "The figures are of different times, see below."),
    "plan_sides": (
        "左右按报道所称，不表示方位。",
        "Left and right as reported, no compass direction.",
    ),
    "plan_key": (
        "点击数字看原文；⚠＝来源矛盾或险情。",
        "Click a figure for its source; ⚠ = dispute or hazard.",
    ),
    "label_closed": ("合龙", "closed"),
    "label_hazard": ("第二道防线险情", "hazard of the second line"),
    "label_works": ("第二道防线处置", "work on the second line"),
    "revised_from": ("此前 {value}", "before {value}"),
    "said_else": ("另有来源称 {value}", "another source says {value}"),
    # levels and other figures
    "water_levels": ("水位过程", "Levels over time"),
    "water_levels_key": (
        "横虚线＝警戒、保证、汛限水位；◇＝按超出其值标出；↑↓＝涨落；◆＝无数字的水情。点击看原文。",
        "Dashed = warning, guarantee or limit; ◇ = by its height over it; ↑↓ = change; ◆ = words.",
    ),
    "water_states": ("涨落与水情", "Rises, falls and conditions"),
    "strand_inside_level": ("内", "in"),
    "strand_outside_level": ("外", "out"),
    "water_readings": ("最新水情数", "Latest figures of the water"),
    "series": ("数值变化", "Figures over time"),
    "series_key": (
        "▲＝不少于；▼＝不多于；竖线＝数值范围；空心＝仅知报道时间；虚线＝预计；✕＝来源互相矛盾。点击看原文。",
        "▲ = at least; ▼ = at most; upright = range; hollow = report's time; dashed = forecast; ✕ = dispute.",
    ),
    "series_more": ("另有 {count} 组数值未画出。", "{count} more are not drawn."),
    # lists
    "distances": ("距离与长度", "Distances and lengths"),
    "water": ("水情陈述", "Water-level statements"),
}
