"""Names of organisations, places, incidents and people in English."""

import re

import pytest

from dashboard.latin import name_incident, name_issuer, name_place, name_role, name_unit, spell

UNITS = [
    ("武警东山总队", "Armed Police Dongshan Corps"),
    ("武警湖南总队", "Armed Police Hunan Corps"),
    ("武警第二机动总队某支队", "Armed Police Second Mobile Corps, a detachment"),
    ("河西市武警支队", "Hexi Municipal Armed Police Detachment"),
    ("某合成旅", "A combined-arms brigade"),
    ("第90军某旅", "90th Army, a brigade"),
    ("南部战区陆军第74集团军", "Southern Theater Command Army 74th Group Army"),
    ("武警某部", "Armed Police Unit"),
    ("石桥军分区", "Shiqiao Military Subdistrict"),
    ("东山省军区", "Dongshan Provincial Military District"),
    ("柳林民兵连", "Liulin Militia Company"),
    ("石桥县消防救援大队", "Shiqiao County Fire and Rescue Brigade"),
    ("重庆市消防救援总队", "Chongqing Municipal Fire and Rescue Corps"),
    ("六安市消防救援支队", "Lu'an Municipal Fire and Rescue Detachment"),
    ("景德镇市消防救援支队", "Jingdezhen Municipal Fire and Rescue Detachment"),
    ("国家综合性消防救援队伍", "National Fire and Rescue Service"),
    ("国家矿山应急救援河西队", "National Mine Emergency Rescue Hexi Team"),
    ("中国安能", "China Anneng"),
    ("中铁九局", "China Railway No. 9 Bureau"),
    ("河西建工集团", "Hexi Construction Group"),
    ("河西蓝天救援队", "Hexi Blue Sky Rescue"),
    ("河西市第一人民医院", "Hexi Municipal First People's Hospital"),
    ("石桥县粮食局", "Shiqiao County Grain Bureau"),
    ("东山省水利厅", "Dongshan Provincial Water Resources Department"),
    ("石桥县委", "Shiqiao County Party Committee"),
    ("县防指", "County Flood Control Headquarters"),
    ("国家防总工作组", "Work Team of the State Flood Control and Drought Relief Headquarters"),
    (
        "国家防总办公室、应急管理部",
        "Office of the State Flood Control and Drought Relief Headquarters, Ministry of Emergency Management",
    ),
    ("抢险队伍", "Emergency Teams"),
    ("镇村干部", "Town and Village Officials"),
    ("PLA 河西（东）队", "PLA Hexi (Dong) Team"),
    ("", ""),
]
PLACES = [
    ("左岸", "left bank"),
    ("石桥县柳林垸", "Liulin Polder, Shiqiao County"),
    ("东山省石桥县清水河柳林垸", "Liulin Polder, Qingshui River, Shiqiao County, Dongshan Province"),
    ("河西市石桥区柳林镇三号闸", "No. 3 Sluice, Liulin Town, Shiqiao District, Hexi City"),
    ("岳阳市君山区钱粮湖镇二门闸", "Ermen Sluice, Qianlianghu Town, Junshan District, Yueyang City"),
    ("湖南岳阳市华容县团洲垸", "Tuanzhou Polder, Huarong County, Yueyang City, Hunan"),
    ("安徽省六安市霍邱县", "Huoqiu County, Lu'an City, Anhui Province"),
    ("二门闸南侧堤坝", "Ermen Sluice south side dike"),
    ("柳林垸决口左岸", "Liulin Polder breach left bank"),
    ("青湖水文站", "Qinghu Hydrological Station"),
    ("洞庭湖南岸", "Dongting Lake south bank"),
    ("济宁市市中区", "Shizhong District, Jining City"),
    ("宁波市镇海区", "Zhenhai District, Ningbo City"),
    ("荆州市江陵县", "Jiangling County, Jingzhou City"),
    ("西藏自治区", "Tibet Autonomous Region"),
    ("石桥县、河西市", "Shiqiao County, Hexi City"),
]
INCIDENTS = [
    ("柳林垸决口", "Liulin Polder dike breach"),
    ("清水河洪水", "Qingshui River flood"),
    ("石桥县暴雨", "Shiqiao County rainstorm"),
    ("青湖水库溃坝", "Qinghu Reservoir dam failure"),
    ("青湖水库决口", "Qinghu Reservoir breach"),
    ("北圩大堤决口", "Beiwei Dike breach"),
    ("清水河大堤管涌", "Qingshui River Dike piping"),
    ("河西市内涝", "Hexi City waterlogging"),
    ("石桥县山洪泥石流", "Shiqiao County flash flood and debris flow"),
    ("水灾", "Flood"),
    ("石桥演练", "Shiqiaoyanlian"),
]
ISSUERS = [
    ("李江", "Li Jiang"),
    ("单建国", "Shan Jianguo"),
    ("欧阳明", "Ouyang Ming"),
    ("买买提·艾力", "Maimaiti Aili"),
    ("张明、王海江", "Zhang Ming, Wang Haijiang"),
    ("水利部", "Ministry of Water Resources"),
    ("石桥县", "Shiqiao County"),
    ("东山省防指", "Dongshan Provincial Flood Control Headquarters"),
]
ROLES = [
    ("国务院副总理", "Vice Premier"),
    ("国家防总副总指挥", "State Flood Control and Drought Relief Headquarters Deputy Commander-in-Chief"),
    ("石桥县委书记", "Shiqiao County Party Secretary"),
    ("湖南省委书记", "Hunan Provincial Party Secretary"),
    ("东山省省长", "Dongshan Provincial Governor"),
    ("河西市委副书记、市长", "Hexi Municipal Party Committee Deputy Secretary, Mayor"),
]
SPELLED = [
    ("岳阳", "Yueyang"), ("重庆", "Chongqing"), ("长沙", "Changsha"), ("厦门", "Xiamen"), ("六安", "Lu'an"),
    ("乐清", "Yueqing"), ("蚌埠", "Bengbu"), ("洪洞", "Hongtong"), ("涡阳", "Guoyang"), ("西安", "Xi'an"),
    ("吕梁", "Lüliang"), ("长治", "Changzhi"), ("朝阳", "Chaoyang"), ("漯河", "Luohe"), ("东阿", "Dong'e"),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "told"), UNITS)
def test_units_are_named_by_the_lexicon_and_pinyin(unit: str, told: str) -> None:
    assert name_unit(unit) == told


@pytest.mark.parametrize(("place", "told"), PLACES)
def test_places_are_named_smallest_first(place: str, told: str) -> None:
    assert name_place(place) == told


@pytest.mark.parametrize(("incident", "told"), INCIDENTS)
def test_incidents_are_named_by_place_and_event(incident: str, told: str) -> None:
    assert name_incident(incident) == told


@pytest.mark.parametrize(("issuer", "told"), ISSUERS)
def test_people_are_named_surname_first_and_bodies_as_bodies(issuer: str, told: str) -> None:
    assert name_issuer(issuer) == told


@pytest.mark.parametrize(("role", "told"), ROLES)
def test_offices_are_named(role: str, told: str) -> None:
    assert name_role(role) == told


@pytest.mark.parametrize(("name", "told"), SPELLED)
def test_place_names_are_spelled_as_they_are_read(name: str, told: str) -> None:
    assert spell(name) == told


@pytest.mark.parametrize("name", [unit for unit, _ in UNITS] + [place for place, _ in PLACES])
def test_no_chinese_is_left(name: str) -> None:
    assert not re.search(r"[\u3000-\u9fff\uff00-\uffef]", name_unit(name) + name_place(name))
