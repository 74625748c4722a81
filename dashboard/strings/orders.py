"""What the page of orders and deeds says, and wherever else directives meet the work on them."""

from typing import Final

ORDERS: Final[dict[str, tuple[str, str]]] = {
    "directives": ("指令与行动", "Directives and work"),
    "directives_scope": (
        "“报道未提及”只说明已收报道没有写到，不等于没有做。",
        "“Not mentioned” says only that the reports at hand do not tell it, not that it was not done.",
    ),
    "directives_all": ("看全部指令与行动", "All orders and deeds"),
    "column_theme": ("主题", "Theme"),
    "column_directive": ("指令", "Directive"),
    "column_directive_of": ("指令（{by}）", "Directive ({by})"),
    "column_work": ("见诸报道的行动", "Work reported"),
    "column_lag": ("与指令的间隔", "Lag"),
    "not_mentioned": ("报道未提及", "not mentioned in the reports"),
    "not_mentioned_filtered": ("筛选范围内未提及", "not mentioned within the filters"),
    "not_mentioned_shown": ("所列事实中未提及", "not mentioned in the facts shown"),
    "not_answerable": ("总体要求，不对应单项行动", "a general demand, no single deed answers it"),
    "general_left_out": ("另有总体要求 {count} 类。", "{count} general demand(s) not shown."),
    "themes_left_out": ("另有 {count} 类主题。", "{count} more theme(s)."),
    "to_addressee": ("致{addressee}", "to {addressee}"),
    "to_addressee_some": ("部分致{addressee}", "some to {addressee}"),
    # how long after
    "lag_before": ("先于指令", "before the directive"),
    "lag_same": ("与指令同期", "same time as the directive"),
    "lag_after": ("指令后约 {span}", "about {span} after"),
    "lag_by": ("至迟指令后约 {span}", "by about {span} after"),
    "lag_unknown": ("时间不明", "time unknown"),
    "lag_hours": ("{span} 小时", "{span} h"),
    "lag_days": ("{span} 天", "{span} day(s)"),
    "lag_first": ("最早一项{lag}", "the first: {lag}"),
    "lag_since": ("按{time}的指令计", "from the directive of {time}"),
    # the sentence on top
    "orders_said": (
        "{time}{issuers}下达指令 {count} 条，涉及 {themes} 类主题",
        "{issuers} gave {count} directive(s) on {themes} theme(s){time}",
    ),
    "orders_when": ("{time}，", " ({time})"),
    "orders_answered": ("{count} 类已见行动", "{count} with reported work"),
    "orders_silent": ("{count} 类报道未提及", "{count} not mentioned in the reports at hand"),
    "orders_silent_filtered": ("{count} 类筛选范围内未提及", "{count} not mentioned within the filters"),
    "orders_silent_shown": ("{count} 类所列事实中未提及", "{count} not mentioned in the facts shown"),
    "orders_general": ("{count} 类为总体要求", "{count} general"),
    "orders_comma": ("，", ", "),
    "orders_stop": ("。", "."),
    "orders_more": ("{named}等 {count} 方", "{named} and others, {count} in all"),
    "orders_none": ("已收报道中没有指令。", "The reports at hand hold no directive."),
    "orders_none_filtered": ("筛选范围内没有指令。", "No directive within the filters."),
    "orders_none_shown": ("所列事实中没有指令。", "No directive in what is shown."),
    # the matrix
    "matrix_caption": (
        "各主题的指令，与各单位见诸报道的行动。点一格，下面列出其中的指令、行动和原文。",
        "Directives by theme and the work reported of each unit. Choose a cell: its facts show below.",
    ),
    "matrix_ordered": ("指令", "Ordered"),
    "matrix_unnamed": ("未指明", "Unnamed"),
    "matrix_others": ("其他 {count} 个单位", "{count} more unit(s)"),
    "matrix_unasked": ("见行动、无对应指令", "Work without a directive at hand"),
    "matrix_unasked_filtered": (
        "见行动、筛选范围内无对应指令",
        "Work without a directive within the filters",
    ),
    "matrix_unasked_shown": ("见行动、所列指令中无对应的", "Work without a directive among those shown"),
    "matrix_unthemed": (
        "另有 {count} 项行动未归入主题，不在表中。",
        "{count} deed(s) belong to no theme and are not in the table.",
    ),
    "orders_count": ("{count} 条", "{count}"),
    "deeds_more": ("等 {count} 项", "of {count}"),
    "orders_more_words": ("另 {count} 条", "{count} more"),
    "deeds_more_words": ("另 {count} 项", "{count} more"),
    # the list of a cell
    "cell_themes": ("各主题的指令与行动", "Orders and deeds by theme"),
    "cell_all": ("← 全部主题", "← all themes"),
    "cell_orders": ("指令 {count} 条", "{count} directive(s)"),
    "cell_no_orders_shown": ("所列指令中没有这一主题的。", "None of the directives shown is of this theme."),
    "cell_no_orders_filtered": (
        "筛选范围内没有这一主题的指令。",
        "No directive of this theme within the filters.",
    ),
    "cell_no_orders": (
        "已收报道中没有这一主题的指令。",
        "The reports at hand hold no directive of this theme.",
    ),
    "cell_deeds": ("见诸报道的行动 {count} 项", "{count} deed(s) reported"),
    "cell_rest": ("这一主题全部 {count} 项行动", "all {count} deeds of this theme"),
    "cell_left_out": (
        "另有 {count} 条未列出，可用筛选缩小范围。",
        "{count} more are not listed; narrow them by the filters.",
    ),
}
