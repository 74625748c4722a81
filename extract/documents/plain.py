"""Plain text in the encodings Chinese reports come in. Only the bytes are asked, never the name."""

import codecs
import re
from collections.abc import Sequence

from msgspec.structs import replace

from extract.documents.document import Document
from extract.documents.radicals import mend_radicals
from extract.errors import DocumentError

# Beyond these it is no report, and reading it would take a gigabyte of memory; a newspaper page has about
# 10,000 characters.
MAX_CHARACTERS = 2_500_000
MAX_LINES = 200_000
MAX_BYTES = 4 * MAX_CHARACTERS
"""Those a text of so many characters takes at most."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_UNREADABLE = re.compile("[\0\ud800-\udfff]")

_LEGACY, _UTF_16 = ("gb18030", "big5hkscs"), ("utf-16-le", "utf-16-be")

# The characters a Chinese text is mostly made of, simplified and traditional. Bytes decoded with the
# wrong table turn into rare characters, so the decoding with more of these is the right one.
_EVERYDAY = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展"
    "五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战"
    "先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白"
    "教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且"
    "究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值"
    "号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
    "洪汛堤坝险灾救援抢防河湖库涝溃决口溢漏撤转移疏散群众武警消防官兵村镇乡米暴雨预警水位超警戒"
    "個這來時們說會對發經過動學國產後進電當實現應開關還無與間點從體樣見長問題軍條見變總結員書報區運決戰權單場車東話頭場資級務兩種義"
    "麼難風門馬節計記議論設認識證請調黨領導隊華業將處別給統組織線紅細終絕維續網縣縮編練號約紀純紙級圖團圍壓嚴壞聲備夠獎婦孫寧寫寶專導層島"
    "嶺師幾廠廣廳張強彈歸歲歷氣沒滅準溝滿漢災為無熱獨獲環畫疊療盡盤眾確碼禮種積窮窗節築範簡糧級紧縱給聯職腦興舊藝術號蘭處虛蟲補裝複規視親覺觀觸"
    "訂討訓託記訊訪設許訴診話該詳誠誤說課調談請諸謀謂證識警議護讀變讓豐貝負財貢貨質貴買費貿賀資賓賞賠賣賽贊趕趙車軌軟較載輕輛輪輸轉辦農邊達違遠適選遺郵鄉醫釋針鋼錄錢錯鎮鏡鐵鑽長門閃閉開閒間閱闊隊陣陰陳陽際陸險隨雙雜雞離難電靈靜頂項順須預領頭題願類顧風飛飯飲館駕騎驗驚體魚鮮鳥麗麥黃點齊"
    "洪堤壩潰搶險災救援撤離轉移疏散暴雨預警"
    "，。、；：“”‘’（）《》！？—…「」『』０１２３４５６７８９％"
)


def read_plain(data: bytes, source_name: str) -> Document | DocumentError:
    """Read one plain text: UTF-8, UTF-16, GB18030 or Big5-HKSCS.

    Returns:
        The document, or the error that says why the bytes are no text and what to do.
    """
    if not data.strip():
        return DocumentError(source_name, "is empty", "Check that the file was saved or copied wholly.")
    try:
        text = decode(data)
    except UnicodeDecodeError as error:
        where = f"is not readable as {error.encoding} (byte {error.start:,})"
        return DocumentError(source_name, where, "Open it in an editor and save it again as UTF-8 text.")
    return check_text(Document(source_name=source_name, text=text))


def check_text(document: Document) -> Document | DocumentError:
    """Pass a document on, radicals mended; not where its text is blank, too long, or holds no characters.

    Nor where what it says of itself holds none: no store takes such words.
    """
    where, text = document.source_name, document.text
    if not text.strip():
        return DocumentError(where, "holds no words", "Check that the report's text is in it.")
    beside = [told.words for told in (document.title, document.publisher) if told]
    if any(map(_UNREADABLE.search, [text, document.report_id or "", *beside])):
        return DocumentError(where, "holds bytes that are no text", "Save the report again as UTF-8 text.")
    if len(text) > MAX_CHARACTERS:
        return refuse_long(where, f"{MAX_CHARACTERS:,} characters")
    if text.count("\n") + text.count("\r") - text.count("\r\n") >= MAX_LINES:
        return refuse_long(where, f"{MAX_LINES:,} lines")
    mended = mend_radicals(text)
    return document if mended == text else replace(document, text=mended)


def refuse_long(source_name: str, limit: str) -> DocumentError:
    """Say that something is longer than a report can be."""
    remedy = "Part it into reports: one a file, or one a line as JSON."
    return DocumentError(source_name, f"has more than {limit}, which no report has", remedy)


def decode(data: bytes) -> str:
    """Turn bytes into text, whatever Chinese encoding they are in; a byte order mark is taken off.

    Raises:
        UnicodeDecodeError: No encoding fits; `encoding` names those tried, `start` the first bad byte.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding)
    if b"\0" in data:  # no text in UTF-8 has one; in UTF-16 every digit and line break has
        return _decode_best(data, _UTF_16)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_best(data, (*_LEGACY, *_UTF_16))


def _decode_best(data: bytes, encodings: Sequence[str]) -> str:
    """Decode by the encoding that gives the most everyday characters.

    UTF-8 with a damaged byte often decodes as something else too, into nonsense: when the rest of it reads
    better as UTF-8, the damage is named instead.
    """
    best, most = "", _everyday(data.decode("utf-8", errors="ignore"))
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if (common := _everyday(text)) > most:
            best, most = text, common
    if best:
        return best
    raise UnicodeDecodeError("UTF-8, UTF-16, GB18030 or Big5", data, *_damage(data))


def _damage(data: bytes) -> tuple[int, int, str]:
    """Find the first byte that is no UTF-8; the first NUL where all are."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start, error.end, error.reason
    return data.find(b"\0"), data.find(b"\0") + 1, "NUL"


def _everyday(text: str) -> int:
    return sum(character in _EVERYDAY for character in text)
