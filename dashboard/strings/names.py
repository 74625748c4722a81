"""The codes of the tables, each with its two names."""

from typing import Final

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
    "deployed": ("投入人员", "people deployed"),
    "evacuated": ("转移群众", "evacuated"),
    "rescued": ("解救群众", "rescued"),
    "trapped": ("被困", "trapped"),
    "missing": ("失联", "missing"),
    "dead": ("遇难", "dead"),
    "injured": ("受伤", "injured"),
    "affected": ("受灾", "affected"),
    "threatened": ("受威胁", "threatened"),
    "population": ("人口", "inhabitants"),
    "remaining": ("剩余龙口", "gap remaining"),
    "discharge": ("流量", "discharge"),
    "flooded_area": ("淹没面积", "flooded area"),
    "water_volume": ("水量", "volume of water"),
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
