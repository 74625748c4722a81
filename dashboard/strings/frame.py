"""What stands around every page: its head, the filters, the link, and what can be wrong."""

from typing import Final

FRAME: Final[dict[str, tuple[str, str]]] = {
    # the page
    "app": ("汛情态势", "Flood situation"),
    "pages": ("页面", "Pages"),
    "page_situation": ("态势", "Situation"),
    "page_orders": ("指令与行动", "Orders and deeds"),
    "page_forces": ("力量与人员", "Forces and people"),
    "page_water": ("堤防与水情", "Dike and water"),
    "page_sources": ("原文", "Sources"),
    "page_reports": ("报道管理", "Reports"),
    "incident": ("事件", "Incident"),
    "untitled": ("未具名事件", "Unnamed incident"),
    "language": ("语言", "Language"),
    "unit": ("响应单位", "Responding unit"),
    "unit_placeholder": ("全部单位", "All units"),
    "type": ("单位类型", "Type of unit"),
    "kind": ("事实类别", "Kind of fact"),
    "period": ("时段", "Period"),
    "at": ("态势时点", "State as of"),
    "at_how": (
        "回看某一时刻的态势：只算到那时已开始的事，和那时已有的预计。链接带着这个时刻。",
        "The state at a past moment: what had begun by then and what was then expected. The link carries it.",
    ),
    "moment_now": ("最新", "latest"),
    "moment": ("截至 {time} 的态势，不是最新", "The state as of {time}, not the latest"),
    "moment_then": (
        "截至 {time} 当时已见报的态势，不是最新",
        "The state as of {time}, as reported by then, not the latest",
    ),
    "moment_later": ("另有 {count} 条未计入", "{count} more are left out"),
    "moment_back": ("← 前一变化", "← change before"),
    "moment_on": ("后一变化 →", "next change →"),
    "moment_only_then": ("只看当时已见报的", "only what was reported by then"),
    "moment_all": ("也看后来见报的", "also what was reported later"),
    "moment_latest": ("回到最新", "back to the latest"),
    "search": ("检索原文", "Search the source words"),
    "search_placeholder": ("如：彩条布", "e.g. 彩条布"),
    "clear": ("清除全部筛选", "Clear all filters"),
    "filtered": ("筛选后 {shown} / {total} 条", "{shown} of {total} facts after filtering"),
    "unfiltered": ("共 {total} 条事实", "{total} facts"),
    "held_back": (
        "共 {total} 条，页面只画最近的 {shown} 条；缩小时段可看其余。",
        "{total} in all; the page draws the latest {shown}. Narrow the period for the rest.",
    ),
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
    "at_name": ("态势时点", "moment"),
    "known_name": ("见报范围", "what was known"),
    "cell_name": ("指令主题", "theme of orders"),
    "fold_name": ("折叠的类型", "folded type"),
    "lang_name": ("语言", "language"),
    "empty": ("还没有报道", "No reports yet"),
    "empty_how": (
        "在下面上传或粘贴报道，核对后保存，态势就显示在这里。",
        "Upload or paste reports below, check and save them: the situation then shows here.",
    ),
    "nothing_found": (
        "库中有 {count} 篇报道，但没有可显示的汛情事实。请添加其他报道，或恢复已删除的。",
        "The store has {count} report(s), but no flood fact to show. Add another, or restore a removed one.",
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
    "published_between": ("报道日期 {days}", "published {days}"),
    "reports_assumed": ("其中 {count} 篇年份为假定（带“?”）", "the year of {count} is assumed (marked “?”)"),
    "reports_count": ("{count} 篇报道", "{count} report(s)"),
    "sep": (" · ", " · "),
    "list": ("、", ", "),
    "clause": ("；", "; "),
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
