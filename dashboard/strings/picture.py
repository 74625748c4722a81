"""What the first screen says: the state, the figures, orders and deeds."""

from typing import Final

PICTURE: Final[dict[str, tuple[str, str]]] = {
    # the state now
    "as_of": ("截至 {time}", "As of {time}"),
    "colon": ("：", ": "),
    "said_water": ("{words}", "{words}"),
    "said_level": ("水位 {words}", "water level {words}"),
    "said_advance": ("封堵进占 {value}", "closure advanced {value}"),
    "said_duration": ("预计 {value}", "{value} forecast"),
    "said_second": ("第二道防线 {value}", "second line of defence {value}"),
    "said_distance": ("距决口 {value}", "{value} from the breach"),
    "said_people": ("已投入 {value}", "{value} committed"),
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
    "directives_value": ("{count} 条", "{count}"),
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
    "source": ("看原文", "Source"),
    "disputed": ("⚠ 据{source}；{other}另称 {value}", "⚠ per {source}; {other} says {value}"),
    "said_disputed": ("（另有来源称 {value}）", " (another source says {value})"),
    "time_assumed": ("年份为假定", "the year is assumed"),
    # figures by kind
    "personnel": ("各单位投入人员", "Personnel by unit"),
    "personnel_note": ("色条为下限；→ 表示上不封顶", "Bars are lower bounds; → means open above"),
    "silent_units": ("有行动未报数：{units}", "Act without a count: {units}"),
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
    # orders and deeds
    "directives": ("指令与行动", "Directives and work"),
    "directives_scope": (
        "“报道未提及”只说明已收报道没有写到，不等于没有做。",
        "“Not mentioned” says only that the reports at hand do not tell it, not that it was not done.",
    ),
    "column_theme": ("主题", "Theme"),
    "column_directive": ("指令", "Directive"),
    "column_work": ("见诸报道的行动", "Work reported"),
    "column_lag": ("与指令的间隔", "Lag"),
    "not_mentioned": ("报道未提及", "not mentioned in the reports"),
    "not_mentioned_filtered": ("筛选范围内未提及", "not mentioned within the filters"),
    "not_answerable": ("总体要求，不对应单项行动", "a general demand, no single deed answers it"),
    "to_addressee": ("致{addressee}", "to {addressee}"),
    "lag_before": ("先于指令", "before the directive"),
    "lag_same": ("与指令同期", "same time as the directive"),
    "lag_after": ("指令后约 {low}–{high} 小时", "about {low}–{high} h after"),
    "lag_after_one": ("指令后约 {low} 小时", "about {low} h after"),
    "lag_unknown": ("时间不明", "time unknown"),
}
