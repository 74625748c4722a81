"""What the page of forces and people says."""

from typing import Final

FORCES: Final[dict[str, tuple[str, str]]] = {
    # the lead
    "forces_people": (
        "已投入 {value}，{counted} 个单位报数",
        "{value} committed, counts from {counted} unit(s)",
    ),
    "forces_silent": ("另有 {count} 个单位有行动未报数", "{count} more act without a count"),
    "forces_units": ("{count} 个单位有行动，均未报数", "{count} unit(s) act, none with a count"),
    "forces_first": ("最早行动：{unit}（{time}）{tied}", "first to act: {unit} ({time}){tied}"),
    "forces_tied": ("，与{units}先后不明", ", in no known order with {units}"),
    "forces_and_more": ("{units} 等 {count} 个单位", "{units} and others, {count} units"),
    "forces_largest": ("人数最多：{unit} {value}", "the largest: {unit}, {value}"),
    "forces_disputed": ("（另有来源称 {value}）", " (another source says {value})"),
    "forces_filtered": (
        "已按筛选显示：这里没有列出的，可能只是不在筛选范围内。",
        "Filtered: what is missing here may only lie outside the filters.",
    ),
    "forces_none": ("报道未提及投入的力量。", "The reports mention no forces."),
    # who came when
    "arrivals": ("到场先后", "Who came when"),
    "arrivals_how": (
        "按首次行动时间排列；决口{breach}。“截至”：只知到那时已经如此。点击词句看原文。",
        "By the first act; breach {breach}. “By”: known only to be so by then. Click for the source.",
    ),
    "arrivals_no_breach": (
        "按首次行动时间排列；决口时间报道未提及，无法计算间隔。点击词句看原文。",
        "By the first act; no time of the breach is reported, so no lag is told. Click for the source.",
    ),
    "arrivals_none": ("报道未提及任何单位的行动。", "The reports mention no unit's act."),
    "arrival_time": ("首次行动", "First act"),
    "arrival_unit": ("单位", "Unit"),
    "arrival_act": ("行动", "Acts"),
    "arrival_people": ("人数", "People"),
    "arrival_source": ("据", "Source"),
    "arrival_uncounted": ("未报数", "no count"),
    "arrival_joint": ("与{units}合计", "together with {units}"),
    "arrival_later": ("其后 {count} 条", "then {count} more"),
    "told_by": ("{source} 等 {count} 处", "{source} and others, {count} in all"),
    "step_ordered": ("接令出动", "ordered out"),
    "step_on_the_way": ("赶赴", "on the way"),
    "step_there": ("到场", "arrived"),
    "step_at_work": ("展开行动", "at work"),
    "step_counted": ("已投入", "committed"),
    "around": ("{time}许", "about {time}"),
    "by_time": ("截至 {time}", "by {time}"),
    "reported_by": ("未定时，{time} 见报", "undated, reported {time}"),
    "breach_before": ("先于决口", "before the breach"),
    "breach_same": ("决口后 ≤ {span}", "≤ {span} after the breach"),
    "breach_at_once": ("与决口同时", "at the time of the breach"),
    "breach_after": ("决口后约 {span}", "about {span} after the breach"),
    "breach_after_soon": ("决口后不到 1 小时", "less than 1 h after the breach"),
    "breach_unknown": ("与决口的间隔不明", "lag from the breach unknown"),
    # strength over time
    "strength": ("投入人数变化", "Strength over time"),
    "strength_how": (
        "各单位最近报数的下限，按类型叠加，到下次报数为止。",
        "Lower bounds of each unit's latest count, stacked by type, until its next. ",
    ),
    "strength_key": (
        "虚线、▲＝不少于；▼＝不多于；斜纹、空心＝时间不明；空框＝计划；✕＝矛盾。",
        "Dashed, ▲ = at least; ▼ = at most; hatched = time unsure; frame = plan; ✕ = disputed.",
    ),
    "strength_total": ("合计", "Total"),
    "strength_breach": ("决口 {time}", "breach {time}"),
    "strength_left_out": ("未定时、图中未画：{counts}", "Undated and not drawn: {counts}"),
    "strength_planned": ("计划、要求或预计：{counts}", "Planned, required or forecast: {counts}"),
    "strength_none": ("报道未提及有时间的人数。", "The reports mention no dated count of people."),
    # the latest strength
    "personnel": ("各单位投入人员", "Personnel by unit"),
    "personnel_note": ("色条为下限；→ 表示上不封顶", "Bars are lower bounds; → means open above"),
    "personnel_type": ("{type} {value}（{count} 个单位）", "{type} {value} ({count} unit(s))"),
    "silent_units": ("有行动未报数：{units}", "Act without a count: {units}"),
    # equipment and supplies
    "equipment": ("装备物资", "Equipment and supplies"),
    "equipment_none": (
        "报道未提及装备物资的数量。",
        "The reports mention no amount of equipment or supplies.",
    ),
    "equipment_unnamed": ("未指明单位", "no unit named"),
    "equipment_unit": ("单位", "Unit"),
    "equipment_what": ("装备物资", "What"),
    "equipment_time": ("时间", "Time"),
    "equipment_source": ("据", "Source"),
    # people affected
    "affected": ("受影响群众", "People affected"),
    "affected_none": ("报道未提及受影响群众的人数。", "The reports mention no number of people affected."),
    "affected_what": ("事项", "What"),
    "affected_latest": ("最新", "Latest"),
    "affected_before": ("此前", "Before"),
    "affected_source": ("据", "Source"),
    "affected_others": ("另见：{figures}", "also: {figures}"),
    "affected_more": ("；另 {count} 条", "; {count} more"),
    "affected_against": ("另有来源称 {value}", "another source says {value}"),
    "affected_unplaced": ("未指明地点", "no place named"),
}
