"""What the words beside a figure say it is: a total, a part, the level of a gauge."""

import datetime as dt
import functools
import re
from collections.abc import Hashable

import msgspec

from extract.characters import fold
from extract.facts import Fact

_TOTAL = re.compile("累计|总计|合计|总共|共|已|增至|升至|增加到|上升到|达到|总数|截至")
_PART = re.compile("其中|又|再|还有|另|增派|新增|分别|依次|每|各|平均")
_OTHER_LEVEL = re.compile("警戒|保证|汛限|设防|历史|最高|洪峰|高过|超过|高出")
_GAUGE = re.compile("[^,，\\d]{2}(?:站|库|湖|闸|江|河|垸)|[内外上下]")
_STATION = re.compile("[^,，\\d]{2}[站闸]")
_NUMBER = re.compile("第?[一二三四五六七八九十\\d]+(?:号|处)")
_SIDE = re.compile("[左右东西南北](?:岸|侧|堤头)")
_JOINT = re.compile("双向|两岸|两侧|两端")
_OBJECT = re.compile(r"[^\W\d_]{1,2}")
_CLAUSE = re.compile("[,，;；。:：、]")
_REACH = 24
"""How many characters before a figure are asked what it is."""

_DATED = ("minute", "hour", "part_of_day", "day")
_DAY = dt.timedelta(hours=23, minutes=59)


Order = tuple[dt.date, str]
"""When a report was published and, of the same day, its id."""


class Figure(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A fact with a number; its words are read when they are first asked for, for few figures need them.

    `told` says which report tells it, the same for all of one report. Figures of different `scope` are
    never of one thing.
    """

    fact: Fact
    told: Order = (dt.date.max, "")
    scope: Hashable = None

    @property
    def begin(self) -> dt.datetime | None:
        """The first moment it may hold at; None where its time is not known."""
        fact = self.fact
        return (fact.start or fact.end) if fact.time_precision in _DATED else None

    @property
    def finish(self) -> dt.datetime | None:
        """The last moment it may hold at; a day is a whole one."""
        fact, begin = self.fact, self.begin
        finish = begin and (fact.end or begin)
        return finish + _DAY if finish and finish == begin and fact.time_precision == "day" else finish

    @functools.cached_property
    def before(self) -> str:
        """The words of its clause before it, folded."""
        return _CLAUSE.split(fold(self.fact.sentence[max(0, self.offset - _REACH) : self.offset]))[-1]

    @functools.cached_property
    def object(self) -> str:
        """What is counted, by the words after it and, of equipment, the unit."""
        fact = self.fact
        following = _OBJECT.match(fact.sentence, self.offset + len(fact.quote))
        unit = fact.quote[-1:] if fact.kind == "equipment" else ""
        return unit + (following[0] if following else "")

    @property
    def is_part(self) -> bool:
        """Whether its words call it a part, or one more beside others."""
        return _PART.search(self.before) is not None

    @property
    def is_total(self) -> bool:
        """Whether its words call it all there was so far."""
        return _TOTAL.search(self.before) is not None

    @property
    def is_other_level(self) -> bool:
        """Whether it is no level of now, but one that others are measured against."""
        return _OTHER_LEVEL.search(self.before) is not None

    @property
    def gauges(self) -> tuple[str, ...]:
        """The stations and sides its words name."""
        return tuple(_GAUGE.findall(self.before))

    @property
    def station(self) -> str | None:
        """The gauging station its words name last."""
        return next(reversed(_STATION.findall(self.before)), None)

    @property
    def number(self) -> str | None:
        """Which of several things it is of, where they are numbered: 2号, 第一处."""
        found = _NUMBER.search(self.before)
        return found and found[0]

    @property
    def side(self) -> str | None:
        """The side of the breach its words, or its place, name."""
        found = _SIDE.search(self.before) or _SIDE.search(self.fact.place or "")
        return found and found[0]

    @property
    def is_joint(self) -> bool:
        """Whether its words say it is of both sides together."""
        return _JOINT.search(self.before) is not None

    @property
    def order(self) -> tuple[Order, int, str]:
        """Where it stands among all figures: in the order of the reports and, in each, of the text."""
        return self.told, self.fact.quote_span.start, self.fact.fact_id

    @property
    def offset(self) -> int:
        """Where its quote begins in its sentence.

        The sentence has no line breaks, so that may be before the place the stored text gives it.
        """
        fact = self.fact
        return max(0, fact.sentence.rfind(fact.quote, 0, fact.quote_span.end - fact.sentence_span.start))
