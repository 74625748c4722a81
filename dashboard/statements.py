"""What a report tells without a number, in English: by the rule that found it and the words it found.

The words themselves stay beside it, in Chinese; this only says what kind of thing they tell. Plain text.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

_Cases = Sequence[tuple[str, str]]
"""A pattern of the quoted words and what they say; the first that is found counts, "" is always found."""

_BREACHED = (("决口|决堤|溃|垮|撕开|冲", "dike breach"), ("漫", "overtopping"), ("", "dike breach"))
_MARKS = (("保证|超保", "guarantee level"), ("汛限", "flood limit"), ("警", "warning level"), ("", "record"))

STATEMENTS: Final[Mapping[str, _Cases]] = {
    "action.breach": _BREACHED,
    "action.hazard": (
        ("可能|或将|恐", "hazard feared"),
        ("管涌|翻沙|鼓水|冒水|冒沙|浑水", "hazard: piping"),
        ("渗|散浸", "hazard: seepage"),
        ("山洪", "flash flood"),
        ("泥石流", "debris flow"),
        ("漫|倒灌", "hazard: overtopping"),
        ("决口|溃", "dike breach"),
        ("滑坡|滑塌|塌|崩岸|脱坡|跌窝", "hazard: slope failure"),
        ("裂缝", "hazard: cracks"),
        ("", "hazard"),
    ),
    "action.arrival": (
        ("抵达|到达|赶到|到场", "arrival"),
        ("进入|进驻", "moving in"),
        ("", "on the way"),
    ),
    "action.order": (
        ("响应", "emergency response"),
        ("预警", "warning issued"),
        ("工作组|专家组", "work team sent"),
        ("紧急防汛期", "emergency flood period declared"),
        ("出动", "setting out"),
        ("命令|指令|任务", "order"),
        ("警|求助", "call for help"),
        ("", "activation"),
    ),
    "action.works": (
        ("控制|排除|解除|缓解", "hazard under control"),
        ("合龙", "works: breach closed"),
        ("", "works"),
    ),
    "action.rescue": (("获救|脱险", "people rescued"), ("搜", "search and rescue"), ("", "rescue")),
    "action.evacuation": (
        ("安置点|收容所|避难所|避灾点", "shelter opened"),
        ("回迁", "return home"),
        ("", "evacuation"),
    ),
    "action.support": (
        ("资金", "funds"),
        ("指导|督促", "guidance"),
        ("物资|石料|装备|设备|力量|资源", "supplies and forces"),
        ("", "support"),
    ),
    "action.inspection": (("守", "guarding the dike"), ("", "dike inspection")),
    "action.operation": (("分洪|蓄", "flood diversion"), ("泄|闸", "release of water"), ("", "flow control")),
    "action.drainage": (("", "drainage"),),
    "action.recovery": (
        ("抢通|通车|通行|交通|道路|公路", "roads reopened"),
        ("供电|电力|电网", "power restored"),
        ("通信|通讯", "telecom restored"),
        ("供水", "water supply restored"),
        ("消杀", "disinfection"),
        ("清淤", "clearing silt"),
        ("", "recovery"),
    ),
    "condition.level_equal": (("堤|坝|顶", "water at the crest"), ("", "levels equal")),
    "condition.exceeds": tuple((words, f"above {mark}") for words, mark in _MARKS),
    "condition.below": tuple((words, f"below {mark}") for words, mark in _MARKS),
    "condition.record": (("一遇", "flood of a rare size"), ("", "among the highest on record")),
    "condition.wave": (("通过|过境", "flood peak passing"), ("", "flood peak")),
    "condition.depth": (
        ("脖|颈|下巴", "water neck-deep"),
        ("胸|肩", "water chest-deep"),
        ("腰|腹|肚脐", "water waist-deep"),
        ("膝", "water knee-deep"),
        ("腿|脚", "water leg-deep"),
        ("楼|屋|房|层|窗|门|檐", "water up to buildings"),
        ("桥", "water over a bridge"),
        ("车", "water up to vehicles"),
        ("", "flooded"),
    ),
    "condition.calm": (
        ("缓|平缓|减", "flow slowing"),
        ("", "water steady"),
    ),
    "condition.moving": (
        ("不涨|不落", "water steady"),
        ("高水位", "water staying high"),
        ("急|快", "fast flow"),
        ("流量[^，]*(?:减|降|落|退|小)", "discharge falling"),
        ("流量[^，]*(?:增|升|涨|大)", "discharge rising"),
        ("(?:涨|升).*(?:退|落|降)", "water rising, then falling"),
        ("(?:退|落|降|减).*(?:涨|升)", "water falling, then rising"),
        ("退|落|降|减|脱|返回|回归", "water falling"),
        ("涨|升|高|增|满|发水", "water rising"),
        ("", "water level changing"),
    ),
}


def say_statement(rule: str, quote: str) -> str:
    """Say what words tell that a rule found; "" for a rule that is not known here."""
    return next((said for words, said in STATEMENTS.get(rule, ()) if re.search(words, quote)), "")
