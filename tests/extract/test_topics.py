"""What speaks of a flood is read, figures of speech and other matters are not."""

import pytest

from extract.articles import part_articles
from extract.characters import fold
from extract.page import unwrap
from extract.rulebook import load
from extract.spans import Span
from extract.topics import Topics

TABLES = load("topics").tables
WORDS = {name: [word for entry in TABLES[name] for word in entry["words"]] for name in ("flood", "other")}

FLOOD = "柳林垸三日清晨发生决口，民兵连夜上堤封堵，水位开始回落，群众已经转移。"
MORE = "县防指启动应急响应，抢险队在堤脚压渗，管涌得到控制，超警水位持续两天。"
NEUTRAL = "省里来的负责人听取了汇报，随后与基层干部座谈。"
OTHER = "沪指上涨三十点，两千余只个股收红，成交额放大，券商分析师看好后市。"
FIRE = "一处仓库起火，消防调集车辆灭火，火势得到控制。"

FLOODS = [
    "7月9日凌晨3时，石桥县柳林垸外河水位涨到34.2米，超保证水位0.7米，值守民兵发现堤脚冒浑水，随即鸣锣示警，80余人带着砂石料赶到，围井导滤。",
    "青湖圩的缺口已经有60多米宽，浑黄的水不停往圩里灌，村里的2300多人昨晚撤到了镇中学。",
    "截至15日8时，东山省平均降雨量138毫米，最大点雨量出现在石桥县白鹭镇，达到412毫米，河西、青川等5市21.6万人受灾。",
    "强降雨引发山体滑坡，214省道石桥段中断，县里调来挖掘机6台、铲车4台抢通道路，沿线3个村410人已转移到安置点。",
    "河西市防汛抗旱指挥部决定，自7月3日18时起将防汛应急响应由Ⅲ级提升至Ⅱ级，要求沿江各县区落实巡堤查险人员。",
    "清水河水库昨天开启3孔泄洪闸，下泄流量每秒1200立方米，下游沿河低洼地带的1800户居民提前撤离。",
    "村口的石桥被水冲走了，山沟里的人家断了电，武警官兵扛着发电机和大米徒步进村，两天走了四趟。",
    "柳林垸排涝站6台机组全部开足，每小时抽水3.6万方，预计还要5天才能把垸内渍水排干。",
    "凌晨1点多，泥石流冲进了青川沟口的村子，12间房屋被埋，4人失踪，救援人员正在用生命探测仪搜寻。",
    "省水文局说，清水河干流石桥站洪峰水位38.55米，为1954年以来最高，洪峰正向下游推进。",
    "第二道子堤在天亮前垒好了，长1.4公里，高80厘米，用掉编织袋6万多条，水头离袋顶不到一拃。",
    "截至8月2日12时，全县因灾死亡7人、失联3人，倒塌房屋1120间，农作物受灾面积8.6万亩，直接经济损失4.3亿元。",
    "江堤内侧发现一处管涌，口径有脸盆大小，水利专家连夜赶来，指挥抢险队员用碎石和棕垫压住。",
    "当天夜里，下游三个乡镇的广播一遍遍喊着上山，等洪水到村口时，1.2万人已经全部走空。",
    "大坝背水坡出现裂缝和渗漏，水库紧急降低库水位，下游6000多名群众连夜转移，专家组正在会商处置方案。",
    "河西市東岸的圩堤昨日決口，口門寬約四十米，搶險隊伍連夜運來塊石兩千噸，圩內五千餘名村民已撤離。",
    "水利部发布汛情通报：青江、白鹭湖水位缓慢回落，但仍超警戒1.3米至1.8米，超警时间已持续19天。",
    "陆军某旅1200名官兵火速驰援，在清水河大堤上装填沙袋，加固险段2.3公里。",
]
OTHERS = [
    "央行连续三周向市场投放流动性，累计净投放4300亿元，交易员说资金面的水位已经回到合理区间，短端利率开闸放水的可能不大。",
    "龙舟赛在青湖开桨，来自12个县的36支队伍800多名桨手参赛，500米直道水深3米，沿岸聚集了4万名观众。",
    "今冬第一场寒潮南下，东山省气温下降12摄氏度，高速公路封闭9条，交警出动2300人次疏导，除雪车86台上路。",
    "一家化工厂凌晨起火，消防救援支队调集32辆消防车、160名指战员到场，明火于5时扑灭，周边800名居民已疏散。",
    "国庆阅兵村里，32个方队的官兵顶着烈日训练，正步走每步75厘米，每天要走上8公里。",
    "海军某舰艇编队在南海开展实兵对抗演习，出动舰艇12艘、飞机20余架，两栖登陆官兵500名。",
    "青川水电站首台机组投产，水库正常蓄水位1240米，总库容206亿立方米，安装16台百万千瓦机组。",
    "高考报名人数比去年增加1.2万人，全市设考点46个，考务人员5800多名，公安部门出动警力1300人保障。",
    "足协杯半决赛，替补前锋在第88分钟攻破球门，决口一开，对手全线溃退，比分定格在4比1。",
    "专家组在长达40米的墓道尽头发现了排水沟遗迹，考古队员20余人用了三个月清理积水，出土陶器360件。",
    "全省水稻机收面积达到1800万亩，投入收割机2.6万台，日进度超过90万亩，农业部门组织3000名技术员下田。",
    "热浪席卷多国，山火烧毁林地1.3万公顷，1600名消防员、18架飞机参与灭火，5000名居民撤离。",
    "新冠病例快速上升，急诊室像决了堤，市里抽调医护人员1200名、救护车80辆支援，新增床位2600张。",
    "两国元首在会谈中一致同意开闸引流，推动双边贸易迈上新台阶，随访企业家130余人签下26份协议。",
    "地震已造成43人遇难、210人受伤，救援队伍6800人在废墟中搜救，帐篷1.2万顶运抵灾区，余震不断。",
    "山洪般涌来的订单让工厂措手不及，3000名工人三班倒，日产能提高到5万台，仓库面积扩大到2万平方米。",
    "环湖马拉松鸣枪，来自19个国家的2万名选手沿着大堤奔跑，赛道全长42.195公里，志愿者1800人沿途服务。",
    "电影《决堤》今日开机，剧组在影视城搭建了300米长的实景大堤，动用群众演员500人、洒水车20台模拟暴雨。",
    "大型灯会在水乡古镇开幕，船队载着36组花灯巡游，首日接待游客8.6万人次，公安出动400名警力。",
    "高铁隧道掘进遇到涌水，施工单位加装水泵12台，每小时抽水600立方米，经过20天奋战，掌子面恢复掘进。",
]


def _speaks_of_floods(text: str) -> bool:
    """Say whether folded text, one paragraph, tells of a flood more than of other matters."""
    return bool(Topics(text).flood_paragraphs((Span(0, len(text)),), (0,)))


@pytest.mark.parametrize("text", [*TABLES["yes"], *FLOODS])
def test_a_flood_report_is_read(text: str) -> None:
    assert _speaks_of_floods(fold(text))


@pytest.mark.parametrize("text", [*TABLES["no"], *OTHERS])
def test_other_matters_are_not(text: str) -> None:
    assert not _speaks_of_floods(fold(text))


@pytest.mark.parametrize("text", ["", "春茶提前上市。", "改革进入深水区。", "后卫线决口大开，三球告负。"])
def test_what_has_hardly_a_flood_word_is_not_read(text: str) -> None:
    assert not _speaks_of_floods(text)


@pytest.mark.parametrize("name", WORDS)
def test_a_word_has_one_weight(name: str) -> None:
    assert len(WORDS[name]) == len(set(WORDS[name]))


def test_no_word_is_of_floods_and_of_other_matters() -> None:
    assert not {word for entry in TABLES["flood"] if entry["weight"] for word in entry["words"]} & {
        word for entry in TABLES["other"] if entry["weight"] for word in entry["words"]
    }


def _read(text: str) -> list[tuple[int, ...]]:
    page = unwrap(text)
    topics = Topics(page.reading)
    return [
        topics.flood_paragraphs(article.paragraphs, article.parts, article.headings)
        for article in part_articles(page)
    ]


@pytest.mark.parametrize(
    ("paragraphs", "read"),
    [
        ([FLOOD, NEUTRAL], (0, 1)),
        ([FLOOD, OTHER, NEUTRAL], (0, 2)),
        ([FLOOD + MORE, FIRE, NEUTRAL], (0, 2)),
        ([FLOOD, OTHER, OTHER], (0,)),
        ([FLOOD, "县里的银行开通贷款，抢修水毁泵站，排水机具运到堤上。"], (0, 1)),
        ([NEUTRAL, OTHER], ()),
    ],
)
def test_a_paragraph_of_other_matters_is_left_out(paragraphs: list[str], read: tuple[int, ...]) -> None:
    assert _read("\n".join(paragraphs)) == [read]


def test_a_part_that_may_be_another_article_must_speak_of_floods_itself() -> None:
    assert _read(f"{FLOOD}\n综述\n{NEUTRAL}") == [(0,)]


@pytest.mark.parametrize(
    "text",
    [
        f"石桥县举行防汛抢险演练\n本报讯（记者李明）演练昨日举行。\n{FLOOD}",
        f"纪念抗洪胜利二十周年\n本报讯（记者李明）{FLOOD}",
        f"石桥县早动手备战明年汛期\n本报讯（记者李明）{FLOOD}",
        f"一声令下，防汛演练在柳林垸打响。\n{FLOOD}",
    ],
)
def test_floods_that_are_played_remembered_or_awaited_are_not_read(text: str) -> None:
    assert not any(_read(text))


def test_a_banner_of_other_matters_takes_no_flood_away() -> None:
    assert any(_read(f"庆祝建市四十周年\n本报讯（记者李明）{FLOOD}"))


def test_a_sentence_far_from_any_flood_word_is_not_near() -> None:
    text = FLOOD + "茶" * 300 + "沪指上涨。" + FLOOD
    topics, sentences = Topics(text), [Span(0, 10), Span(300, 305)]
    assert topics.are_near(sentences, Span(0, 340)) == [True, False]
    assert topics.are_near(sentences, Span(0, len(text))) == [True, True]


def test_a_sentence_of_other_matters_is_not_near_though_it_stands_beside_a_flood_word() -> None:
    text = FLOOD + "沪指上涨，个股收红。"
    assert Topics(text).are_near([Span(len(FLOOD), len(text))], Span(0, len(text))) == [False]
