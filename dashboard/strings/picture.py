"""What the first screen says: the state, the figures, orders and deeds."""

from typing import Final

PICTURE: Final[dict[str, tuple[str, str]]] = {
    # the state now
    "as_of": ("截至 {time}", "As of {time}"),
    "colon": ("：", ": "),
    "said_event": ("{time} {value}", "{value} ({time})"),
    "said_water": ("{value}", "{value}"),
    "said_level": ("水位 {value}", "water level {value}"),
    "said_width": ("口门宽 {value}", "breach {value} wide"),
    "said_advance": ("封堵进占 {value}", "closure advanced {value}"),
    "said_duration": ("预计 {value}", "{value} forecast"),
    "said_second": ("第二道防线 {value}", "second line of defence {value}"),
    "said_distance": ("距决口 {value}", "{value} from the breach"),
    "said_evacuated": ("转移群众 {value}", "{value} evacuated"),
    "said_dead": ("遇难 {value}", "{value} dead"),
    "said_missing": ("失联 {value}", "{value} missing"),
    "said_trapped": ("被困 {value}", "{value} trapped"),
    "said_injured": ("受伤 {value}", "{value} injured"),
    "said_people": ("{units} 个单位投入 {value}", "{value} committed by {units} units"),
    "said_ordered": (
        "最近指令 {issuer} {time} {count}（{themes}）",
        "last ordered: {issuer}, {time}, {count} ({themes})",
    ),
    "said_ordered_more": (
        "最近指令 {issuer} {time} {count}（{themes}等）",
        "last ordered: {issuer}, {time}, {count} ({themes} and more)",
    ),
    "changed_up": ("↑ 此前 {value}（{time}）", "↑ from {value} ({time})"),
    "changed_down": ("↓ 此前 {value}（{time}）", "↓ from {value} ({time})"),
    "changed_same": ("此前 {value}（{time}）", "as before: {value} ({time})"),
    "people_before": ("24 小时前 {value}", "24 hours earlier {value}"),
    "figure_casualties": ("伤亡与失联", "Casualties"),
    "figure_width": ("口门宽", "Breach width"),
    "figure_evacuated": ("转移群众", "Evacuated"),
    "figure_rainfall": ("降雨", "Rainfall"),
    "figure_discharge": ("流量", "Discharge"),
    "figure_area": ("受淹面积", "Flooded area"),
    "figure_people": ("已投入人员（下限）", "People committed"),
    "figure_people_help": (
        "各单位最近一次报数的下限相加；不同单位的人员可能重复，未作剔除。",
        "The lower bounds of each unit's latest count, added; units may overlap, nothing is taken off.",
    ),
    "people_note": (
        "{counted} 个单位报数，下限合计",
        "sum of the lower bounds of {counted} units",
    ),
    "people_note_silent": ("另 {silent} 个有行动未报数", "{silent} more act without a count"),
    "figure_water": ("水位", "Water level"),
    "figure_advance": ("封堵进占", "Closure advance"),
    "figure_second": ("第二道防线", "Second line of defence"),
    "figure_directives": ("国家指令", "National directives"),
    "directives_value": ("{count} 条", "{count} orders"),
    "directives_note": (
        "{answered} 类主题已见行动、{silent} 类报道未提及",
        "{answered} themes with reported work, {silent} not mentioned",
    ),
    "directives_note_filtered": (
        "筛选内 {answered} 类主题见行动、{silent} 类未提及",
        "within the filters {answered} themes with work, {silent} not mentioned",
    ),
    "note_water": ("{value}", "{value}"),
    "note_advance": ("预计 {value}", "{value} forecast"),
    "note_second": ("距决口 {value}", "{value} from the breach"),
    "not_reported": ("未见报道", "not reported"),
    "not_reported_filtered": ("筛选内未见", "none within the filters"),
    "source": ("据{source}", "per {source}"),
    "disputed": ("⚠ 据{source}；{other}另称 {value}", "⚠ per {source}; {other} says {value}"),
    "said_disputed": ("（另有来源称 {value}）", " (another source says {value})"),
    "time_assumed": ("年份为假定", "the year is assumed"),
    # figures by kind
    "distances": ("距离与长度", "Distances and lengths"),
    "water": ("水情陈述", "Water-level statements"),
    "nothing_here": ("筛选范围内未见报道。", "Nothing reported within the filters."),
    # figures over time
    "series": ("数值变化", "Figures over time"),
    "series_key": (
        "▲＝不少于；▼＝不多于；竖线＝数值范围；空心＝仅知报道时间；虚线＝预计；✕＝来源互相矛盾。点击看原文。",
        "▲ = at least; ▼ = at most; upright = range; hollow = report's time; dashed = forecast; ✕ = dispute.",
    ),
    "series_more": ("另有 {count} 组数值未画出。", "{count} more are not drawn."),
}
