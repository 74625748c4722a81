"""Every word the dashboard says by itself, Chinese and English side by side. No report text here."""

from typing import Final

LANGUAGES: Final = {"zh": "中文", "en": "English"}
"""The languages, the first one being the default; each named in itself."""

TEXT: Final[dict[str, tuple[str, str]]] = {
    # the page
    "app": ("汛情态势", "Flood situation"),
    "incident": ("事件", "Incident"),
    "untitled": ("未具名事件", "Unnamed incident"),
    "language": ("语言", "Language"),
    "unit": ("响应单位", "Responding unit"),
    "unit_placeholder": ("全部单位", "All units"),
    "type": ("单位类型", "Type of unit"),
    "kind": ("事实类别", "Kind of fact"),
    "period": ("时段", "Period"),
    "search": ("检索原文", "Search the source words"),
    "search_placeholder": ("如：彩条布", "e.g. 彩条布"),
    "clear": ("清除全部筛选", "Clear all filters"),
    "filtered": ("筛选后 {shown} / {total} 条", "{shown} of {total} facts after filtering"),
    "unfiltered": ("共 {total} 条事实", "{total} facts"),
    "no_match": (
        "没有符合筛选条件的事实或指令。放宽条件，或清除全部筛选。",
        "No fact or directive matches the filters. Widen them, or clear them all.",
    ),
    "undated_left_out": (
        "另有 {count} 条未定时，不属于任何时段，因而未显示。",
        "{count} more have no time, belong to no period and are not shown.",
    ),
    # what can be wrong
    "stale": (
        "链接中的{name}“{value}”在当前数据中不存在，已忽略。请重新选择，或将其从链接中去掉。",
        "The link's {name} “{value}” is not in the data and was ignored. Choose another, or remove it.",
    ),
    "stale_remove": ("从链接中去掉", "Remove from the link"),
    "fact_name": ("事实", "fact"),
    "from_name": ("起始时间", "period start"),
    "to_name": ("结束时间", "period end"),
    "lang_name": ("语言", "language"),
    "empty": ("还没有报道", "No reports yet"),
    "empty_how": (
        "用下面的命令加入报道，然后刷新本页：",
        "Add reports with this command, then reload the page:",
    ),
    "nothing_found": (
        "已读入 {count} 篇报道，其中没有汛情事实。请加入其他报道：",
        "{count} reports were read, but none holds a flood fact. Add another report:",
    ),
    "store_failed": ("无法读取数据", "The data cannot be read"),
    # where it stands
    "published_given": ("报道日期 {date}", "Report of {date}"),
    "published_stated": ("报道日期 {date}（据文中“{clue}”）", "Report of {date} (stated: “{clue}”)"),
    "published_inferred": (
        "报道日期 {date}（年份据“{clue}”推断）",
        "Report of {date} (year inferred from “{clue}”)",
    ),
    "published_assumed": (
        "报道日期 {date}?（年份为假定，文中无依据；带“?”的日期同此）",
        "Report of {date}? (the year is assumed, nothing in the text tells it; so is every date with “?”)",
    ),
    "published_unknown": ("报道日期不明", "Date of the report unknown"),
    "latest": ("所知最晚 {time}", "latest known {time}"),
    "undated_count": ("未定时 {count} 条", "{count} undated"),
    "reports_count": ("{count} 篇报道", "{count} report(s)"),
    "sep": (" · ", " · "),
    "list": ("、", ", "),
    "clause": ("；", "; "),
    # the state now
    "as_of": ("截至 {time}", "As of {time}"),
    "colon": ("：", ": "),
    "said_water": ("{words}", "{words}"),
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
    # the timeline
    "timeline": ("时间线", "Timeline"),
    "timeline_key": (
        "实心＝已知时刻或区间；斜纹＝起止不明；空心＝仅知报道时间；▷＝在图右之后。点击标记看原文。",
        "Filled = known time; hatched = bounds unknown; hollow = report's time; ▷ = later. Click a mark.",
    ),
    "row_directives": ("国家指令", "National directives"),
    "row_water": ("水情", "Water"),
    "row_incident": ("险情与进展", "Incident and progress"),
    "latest_line": ("所知最晚 {time}", "latest known {time}"),
    "mark_more": ("共 {count} 条；点击后逐条看", "{count} facts; click, then step through"),
    "mark_directives": ("{issuer} · {count} 条", "{issuer} · {count}"),
    "later": ("{words}（{time}）", "{words} ({time})"),
    "undated": ("未定时 {count} 条", "{count} without a time of their own"),
    "undated_how": (
        "原文没有给出时间；有报道时间的在图上以空心标出。",
        "The text gives no time; where the report's time is known they are the hollow marks.",
    ),
    "time_assumed": ("年份为假定", "the year is assumed"),
    # figures by kind
    "personnel": ("各单位投入人员", "Personnel by unit"),
    "personnel_note": ("色条为下限；→ 表示上不封顶", "Bars are lower bounds; → means open above"),
    "silent_units": ("有行动未报数：{units}", "Act without a count: {units}"),
    "distances": ("距离与长度", "Distances and lengths"),
    "water": ("水情陈述", "Water-level statements"),
    "nothing_here": ("筛选范围内未见报道。", "Nothing reported within the filters."),
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
    # facts and evidence
    "facts": ("事实表", "Table of facts"),
    "facts_how": ("点选一行看原文依据。", "Select a row for its evidence."),
    "column_time": ("时间", "Time"),
    "column_unit": ("单位", "Unit"),
    "column_kind": ("类别", "Kind"),
    "column_value": ("数值", "Value"),
    "column_quote": ("原文词句", "Source words"),
    "column_status": ("状态", "Status"),
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
    # sharing
    "share": ("分享此视图", "Share this view"),
    "share_how": (
        "复制链接；在任何浏览器打开都是同样的筛选、语言和选中条目。",
        "Copy the link; in any browser it opens with the same filters, language and chosen fact.",
    ),
    "share_local": (
        "这个地址只在本机有效；要给别人看，请用对方能访问的地址打开本页后再复制。",
        "This address works on this machine only; to share it, open the page under one others can reach.",
    ),
}

KINDS: Final[dict[str, tuple[str, str]]] = {
    "personnel": ("人数", "personnel"),
    "distance": ("距离", "distance"),
    "water_level": ("水位", "water level"),
    "action": ("行动", "action"),
    "people": ("群众", "inhabitants"),
    "equipment": ("装备物资", "equipment"),
    "flow": ("流量流速", "flow"),
    "rainfall": ("降雨", "rainfall"),
    "area": ("面积", "area"),
    "volume": ("水量", "volume"),
    "duration": ("历时", "duration"),
}

TYPES: Final[dict[str, tuple[str, str]]] = {
    "military": ("解放军", "military"),
    "armed_police": ("武警", "armed police"),
    "militia": ("民兵", "militia"),
    "fire_rescue": ("消防救援", "fire and rescue"),
    "state_enterprise": ("央企专业力量", "state enterprise"),
    "government": ("政府部门", "government"),
    "headquarters": ("指挥机构", "headquarters"),
    "medical": ("医疗卫生", "medical"),
    "volunteers": ("志愿者", "volunteers"),
    "villagers_cadres": ("干部群众", "villagers and cadres"),
    "unspecified": ("未指明", "unspecified"),
}

THEMES: Final[dict[str, tuple[str, str]]] = {
    "breach_closure": ("封堵决口", "Breach closure"),
    "second_line": ("第二道防线", "Second line"),
    "dike_inspection": ("查险除险", "Dike inspection"),
    "evacuation": ("转移安置", "Evacuation"),
    "rescue": ("抢险救援", "Rescue"),
    "supplies_forces": ("力量物资调度", "Forces and supplies"),
    "forecast_warning": ("预报预警", "Forecast and warning"),
    "reservoir_operation": ("水利调度", "Reservoir operation"),
    "drainage": ("排涝", "Drainage"),
    "casualties_prevention": ("防止伤亡", "Preventing casualties"),
    "recovery": ("恢复重建", "Recovery"),
    "leadership": ("组织领导", "Leadership"),
    "general": ("总体要求", "General"),
}

MEASURES: Final[dict[str, tuple[str, str]]] = {
    "person": ("人", "people"),
    "household": ("户", "households"),
    "m": ("米", "m"),
    "km": ("公里", "km"),
    "m2": ("平方米", "m²"),
    "m3": ("立方米", "m³"),
    "m3/s": ("立方米每秒", "m³/s"),
    "m/s": ("米每秒", "m/s"),
    "mm": ("毫米", "mm"),
    "h": ("小时", "h"),
    "day": ("天", "days"),
    "piece": ("件", "pieces"),
    "t": ("吨", "t"),
}

ASPECTS: Final[dict[str, tuple[str, str]]] = {
    "advance": ("进占", "advance"),
    "breach_width": ("决口宽", "breach width"),
    "dike_length": ("堤长", "dike length"),
    "distance_to_breach": ("距决口", "from the breach"),
    "sheeting_length": ("铺设长度", "length of sheeting"),
    "level": ("水位", "level"),
    "inside_level": ("内水位", "inside level"),
    "outside_level": ("外水位", "outside level"),
    "depth": ("水深", "depth"),
    "level_difference": ("水位差", "level difference"),
    "change": ("涨落", "change"),
    "above_warning": ("超警戒", "above warning"),
    "above_guarantee": ("超保证", "above guarantee"),
    "warning_level": ("警戒水位", "warning level"),
    "guarantee_level": ("保证水位", "guarantee level"),
}

STATUSES: Final[dict[str, tuple[str, str]]] = {
    "observed": ("已发生", "observed"),
    "planned": ("计划", "planned"),
    "forecast": ("预计", "forecast"),
    "required": ("要求", "required"),
}


def say(lang: str, key: str, **parts: object) -> str:
    """Return a phrase in the language, its `{parts}` filled in.

    Raises:
        KeyError: No phrase of that key, or a part is missing.
    """
    return TEXT[key][_column(lang)].format(**parts)


def name(lang: str, names: dict[str, tuple[str, str]], code: str) -> str:
    """Return the name of a code; a code without one, such as a new aspect, is shown as it is."""
    return names[code][_column(lang)] if code in names else code.replace("_", " ")


def _column(lang: str) -> int:
    return list(LANGUAGES).index(lang)
