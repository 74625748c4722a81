"""Radicals and compatibility forms back to the characters they stand for, one for one.

Some programs write ⻓江 (a radical, U+2ED3) into a PDF where the page shows 长江, and what is copied from its
viewer has it too.
"""

import functools
import re
import unicodedata

_OTHER_FORMS = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")

# Those of the block U+2E80-2EFF that Unicode gives no compatibility mapping, and the character that each
# shows; parts that never stand alone are left out.
_SHOWN = dict(
    zip(
        "⺁⺄⺇⺈⺊⺌⺍⺎⺐⺒⺓⺖⺗⺘⺙⺛⺜⺝⺞⺠⺡⺣⺤⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺶⺹⺻⺼⺽⺾⺿⻀⻁⻂⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐"
        "⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
        "厂乙几刀卜小小兀尢巳幺忄心扌攵旡日月歹民氵灬爫牛犭王疋目示礻竹糹纟羊耂聿肉臼艹艹艹虎衤西见角角讠贝足车辶辶辶阝钅"
        "長镸长门阝阝雨青韦页风飞食飠飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀",
        strict=True,
    )
)


def mend_radicals(text: str) -> str:
    """Put the ordinary character in the place of each radical; the length stays."""
    return _OTHER_FORMS.sub(lambda found: _ordinary(found[0]), text)


@functools.cache
def _ordinary(character: str) -> str:
    mapped = _SHOWN.get(character) or unicodedata.normalize("NFKC", character)
    return mapped if len(mapped) == 1 else character
