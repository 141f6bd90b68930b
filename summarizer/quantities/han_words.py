"""Chinese and Japanese words around numbers: currencies, units, bounds, directions, dates."""

# ruff: noqa: E501 - the linter counts each of these letters twice.
from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.quantities.types import Comparator, Direction, Kind, MaskKind

_MONEY = {
    "CNY": "人民币元 元人民币 人民币 人民幣 元人民幣 人民元 块钱 块 塊 元 圆 圓 人民元 RMB",
    "USD": "美元 美圆 美圓 美金 米ドル アメリカドル ドル USドル ＄ $",
    "EUR": "欧元 歐元 ユーロ €", "GBP": "英镑 英鎊 ポンド £ イギリスポンド 英ポンド",
    "JPY": "日元 日圆 日圓 日本円 円 日币", "KRW": "韩元 韓元 韩圆 ウォン 韓国ウォン",
    "HKD": "港元 港币 港幣 香港ドル 港ドル", "TWD": "新台币 台币 新臺幣 臺幣 台幣 新台幣 台湾ドル 台湾元 ニュー台湾ドル",
    "SGD": "新加坡元 新元 新币 シンガポールドル", "AUD": "澳元 澳大利亚元 澳洲元 豪ドル オーストラリアドル オーストラリア・ドル",
    "CAD": "加元 加拿大元 カナダドル カナダ・ドル", "CHF": "瑞士法郎 スイスフラン スイス・フラン", "NZD": "新西兰元 纽元 ニュージーランドドル",
    "INR": "印度卢比 卢比 インドルピー ルピー", "RUB": "俄罗斯卢布 卢布 ロシアルーブル ルーブル", "THB": "泰铢 バーツ タイバーツ",
    "MYR": "马来西亚林吉特 林吉特 令吉 リンギット マレーシアリンギット", "IDR": "印尼盾 印度尼西亚盾 ルピア インドネシアルピア", "VND": "越南盾 ベトナムドン ドン",
    "PHP": "菲律宾比索 フィリピンペソ", "MXN": "墨西哥比索 メキシコペソ", "BRL": "巴西雷亚尔 雷亚尔 レアル ブラジルレアル", "ZAR": "南非兰特 兰特 ランド 南アフリカランド",
    "SEK": "瑞典克朗 スウェーデンクローナ", "NOK": "挪威克朗 ノルウェークローネ", "DKK": "丹麦克朗 デンマーククローネ", "TRY": "土耳其里拉 トルコリラ",
    "PLN": "波兰兹罗提 兹罗提 ズウォティ", "SAR": "沙特里亚尔 サウジアラビアリヤル", "AED": "阿联酋迪拉姆 迪拉姆 ディルハム", "MOP": "澳门元 澳門元 マカオパタカ",
    "KWD": "科威特第纳尔 クウェートディナール", "ILS": "以色列新谢克尔 谢克尔 シェケル", "ARS": "阿根廷比索 アルゼンチンペソ", "FRF": "法国法郎 フランスフラン フランス・フラン",
    "DEM": "德国马克 ドイツマルク", "EGP": "埃及镑 エジプトポンド", "BTC": "比特币 ビットコイン", "CZK": "捷克克朗 チェココルナ", "FIM": "芬兰马克 フィンランドマルッカ",
    "PKR": "巴基斯坦卢比 パキスタンルピー", "COP": "哥伦比亚比索 コロンビアペソ", "CLP": "智利比索 チリペソ", "NGN": "尼日利亚奈拉 ナイラ",
}  # fmt: skip
MONEY = {name: code for code, names in _MONEY.items() for name in names.split()}
# Parts of a currency, which follow a larger part or stand alone.
PARTS: dict[str, tuple[str, Decimal]] = {
    "角": ("CNY", Decimal("0.1")), "毛": ("CNY", Decimal("0.1")), "毛钱": ("CNY", Decimal("0.1")),
    "分钱": ("CNY", Decimal("0.01")), "美分": ("USD", Decimal("0.01")), "欧分": ("EUR", Decimal("0.01")),
    "便士": ("GBP", Decimal("0.01")), "セント": ("USD", Decimal("0.01")), "ペンス": ("GBP", Decimal("0.01")),
    "銭": ("JPY", Decimal("0.01")), "仙": ("HKD", Decimal("0.01")), "ペニー": ("GBP", Decimal("0.01")), "米セント": ("USD", Decimal("0.01")),
}  # fmt: skip
_UNITS: dict[Kind, dict[str, str]] = {
    "percentage_point": {"pp": "个百分点 個百分點 百分点 百分點 ポイント パーセントポイント %ポイント ％ポイント"},
    "index_level": {"point": "点 點"},
    "basis_point": {"bp": "个基点 個基點 基点 基點 ベーシスポイント"},
    "percent": {"%": "% ％ パーセント ﹪"},
    "ratio": {"": "倍"},
    "age": {"year": "岁 歲 歳 周岁 才"},
    "duration": {
        "year": "年间 年間 年", "month": "个月 個月 か月 ヶ月 カ月 ケ月 箇月 个月间", "week": "周 星期 个星期 週間 週", "day": "天 日間 日间",
        "hour": "小时 小時 个小时 個小時 時間", "minute": "分钟 分鐘 分間", "second": "秒 秒钟 秒間", "quarter": "个季度 四半期",
    },
    "measure": {
        "kilometer": "公里 千米 キロメートル km ㎞", "meter": "米 公尺 メートル m", "centimeter": "厘米 公分 センチメートル センチ cm", "millimeter": "毫米 ミリメートル ミリ mm",
        "nanometer": "纳米 奈米 ナノメートル nm", "micrometer": "微米 マイクロメートル", "microgram": "微克 マイクログラム", "decimeter": "分米 デシメートル", "mile": "英里 マイル", "foot": "英尺 フィート", "inch": "英寸 英吋 インチ", "yard": "码 ヤード", "nautical mile": "海里",
        "square meter": "平方米 平米 平方メートル ㎡", "square kilometer": "平方公里 平方千米 平方キロメートル 平方キロ", "square centimeter": "平方厘米 平方センチメートル", "square foot": "平方英尺 平方フィート", "square mile": "平方英里", "hectare": "公顷 公頃 ヘクタール", "acre": "英亩 エーカー", "mu": "亩 畝 ムー",
        "cubic meter": "立方米 立方メートル 方", "cubic centimeter": "立方厘米 立方センチメートル", "liter": "升 公升 リットル l L", "milliliter": "毫升 ミリリットル ml", "gallon": "加仑 ガロン", "barrel": "桶 バレル",
        "kilogram": "公斤 千克 キログラム キロ kg ㎏", "gram": "克 グラム g", "milligram": "毫克 ミリグラム mg", "tonne": "吨 噸 公吨 トン メートルトン", "jin": "斤", "liang": "两 兩", "pound": "磅", "ounce": "盎司 オンス", "carat": "克拉 カラット",
        "watt": "瓦 瓦特 ワット", "kilowatt": "千瓦 キロワット kW", "megawatt": "兆瓦 メガワット MW", "gigawatt": "吉瓦 ギガワット GW", "kilowatt hour": "千瓦时 千瓦時 度电 キロワット時 kWh", "joule": "焦耳 ジュール", "kilojoule": "千焦 キロジュール", "kilocalorie": "千卡 大卡 キロカロリー", "calorie": "卡路里 卡 カロリー",
        "hertz": "赫兹 ヘルツ", "kilohertz": "千赫兹 千赫 キロヘルツ", "megahertz": "兆赫兹 兆赫 メガヘルツ", "gigahertz": "吉赫兹 ギガヘルツ", "volt": "伏特 伏 ボルト", "ampere": "安培 アンペア", "horsepower": "马力 馬力",
        "bit": "比特 ビット", "byte": "字节 字節 バイト", "kilobyte": "千字节 キロバイト KB", "megabyte": "兆字节 メガバイト MB", "gigabyte": "吉字节 ギガバイト GB", "terabyte": "太字节 テラバイト TB",
        "celsius": "摄氏度 攝氏度 ℃ °C 度C ° C", "fahrenheit": "华氏度 華氏度 ℉ °F 度F", "degree": "度 °", "kelvin": "开尔文 ケルビン", "knot": "节 ノット", "pascal": "帕斯卡 帕 パスカル",
    },
    "count": {
        "person": "人 名 位 人次", "household": "户 戶 世帯", "company": "家 社", "item": "个 個 件 项 項 つ", "vehicle": "辆 輛 台", "ship": "艘 隻", "aircraft": "架 機",
        "time": "次 回 度目", "copy": "本 册 部 冊", "share": "股 株", "piece": "枚 张 張 只 条 根 块儿 注 笔 通 对 双 杯 瓶 盒 箱 套 座 栋 间 所 头 匹 匹 羽 足 棵 颗 粒 片 篇 封 場 场",
    },
}  # fmt: skip
UNITS: dict[str, tuple[Kind, str | None]] = {
    spelling: (kind, name or None)
    for kind, names in _UNITS.items()
    for name, spellings in names.items()
    for spelling in spellings.split()
}


def _longest_first(words: object) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


# Letters of these stand apart in some copies.
_SPACED = r"[个個]?[ ]{0,3}百[ ]{0,3}分[ ]{0,3}[点點]|パ[ ]{0,3}ー[ ]{0,3}セ[ ]{0,4}ン[ ]{0,5}ト"
AFTER_NUMBER = re.compile(rf"[ ]{{0,3}}(?:{_SPACED}|{_longest_first([*MONEY, *PARTS, *UNITS])})")
MONEY_BEFORE = re.compile(
    r"(人民币|人民幣|人民元|港币|港幣|新台币|台币|美元|美金|欧元|US\$|HK\$|NT\$|A\$|C\$|S\$|RMB|CNY|USD|EUR|JPY|GBP|"
    r"[$＄€£¥￥]|(?<![\w\\])\\)[ ]{0,3}$"
)
# "每股45.6港元", "1株当たり50円", "1バレル＝70ドル": what a rate is counted by.
PER = {
    "股": "share", "株": "share", "桶": "barrel", "バレル": "barrel", "吨": "tonne", "噸": "tonne", "トン": "tonne", "升": "liter", "公升": "liter",
    "リットル": "liter", "人": "person", "户": "household", "戶": "household", "世帯": "household", "平方米": "square meter", "平米": "square meter",
    "平方メートル": "square meter", "度": "kilowatt hour", "千瓦时": "kilowatt hour", "瓦": "watt", "辆": "vehicle", "台": "vehicle", "件": "item",
    "个": "item", "個": "item", "个月": "month", "個月": "month", "か月": "month", "季度": "quarter", "口": "unit", "张": "ticket", "盎司": "ounce", "オンス": "ounce", "克": "gram", "グラム": "gram", "公斤": "kilogram",
    "千克": "kilogram", "キロ": "kilogram", "斤": "jin", "天": "day", "日": "day", "周": "week", "月": "month", "年": "year", "小时": "hour", "時間": "hour",
    "美元": "dollar", "ドル": "dollar", "ユーロ": "euro", "欧元": "euro", "秒": "second", "加仑": "gallon",
}  # fmt: skip
_PERS = _longest_first(PER)
PER_BEFORE = re.compile(
    rf"(?:每(?P<noun>{_PERS})(?:[^\W\d_]{{0,5}})?|(?:[1１一]|(?<![0-9０-９]))[ ]?(?P<counter>{_PERS})(?:当たり|あたり|につき|＝|=))[、约約：: ]?$"
)
PER_AFTER = re.compile(rf"[/／][ ]?(?P<noun>{_PERS})")
PREFIX_CODES = {
    "US$": "USD", "HK$": "HKD", "NT$": "TWD", "A$": "AUD", "C$": "CAD", "S$": "SGD", "RMB": "CNY", "CNY": "CNY",
    "USD": "USD", "EUR": "EUR", "JPY": "JPY", "GBP": "GBP", "$": "USD", "＄": "USD", "€": "EUR", "£": "GBP",
    "¥": "CNY", "￥": "CNY", "\\": "JPY",
}  # fmt: skip
_BEFORE: dict[Comparator, str] = {
    "gt": "超过 超過 逾 超 多于 大于 高于 突破 超出 不止 越过",
    "ge": "至少 不少于 不低于 最少 少なくとも 大于等于 大于或等于 不小于",
    "lt": "低于 少于 不足 不到 小于 不满 未满",
    "le": "最多 至多 不超过 不多于 不高于 多达 高达 最大で 小于等于 小于或等于 不大于",
    "approx": "大约 约 約 大概 近 将近 接近 约为 几乎 およそ ほぼ 大約 約有 估计 預計約",
}
BEFORE = {word: name for name, words in _BEFORE.items() for word in words.split()}
COMPARATOR_BEFORE = re.compile(rf"(?:{_longest_first(BEFORE)})[有为達了至]?[ ]?$")
_AFTER: dict[Comparator, str] = {
    "gt": "多 余 餘 强 を超える を超え 超 余り あまり より大き より多 より高 を上回る を上回",
    "ge": "以上 及以上 或以上 或更多",
    "lt": "未満 不到 より小さ より少な より低 を下回る を下回",
    "le": "以下 及以下 或以下 以内",
    "approx": "左右 上下 前后 程度 前後 くらい ぐらい",
}
AFTER = {word: name for name, words in _AFTER.items() for word in words.split()}
COMPARATOR_AFTER = re.compile(rf"[ ]?(?:{_longest_first(AFTER)})")
# "比四分之一大": compared with an amount.
COMPARED = re.compile(r"[大小多少高低](?!于|於)")
# "300多亿", "5千余元": the bound stands inside of the number.
INSIDE = re.compile(
    r"[ ]?(?:[多余餘几幾]|余り|あまり)[ ]?(?=[万萬亿億兆千百]|元|美|人|名|家|个|個|年|天|吨|公|平|项|件|次|种)"
)
_UP = "上涨 增长 上升 增加 涨 升 提高 飙升 大涨 涨幅 增幅 上调 增 急升 攀升 增长了 增長 扩大 擴大 放大 上扬 走高 反弹 回升 上行 提升 加息 上調 上漲 漲 増加 上昇 伸び 上げ 増 高く"
_DOWN = "下跌 下降 减少 跌 降 下滑 缩减 降低 大跌 跌幅 降幅 下调 减 暴跌 回落 收窄 缩小 縮小 下挫 走低 下行 减持 降息 裁员 裁減 裁减 下調 減少 下落 低下 下げ 減 安く"
_UPWARDS: Direction = "up"
_DOWNWARDS: Direction = "down"
DIRECTIONS = dict.fromkeys(_UP.split(), _UPWARDS) | dict.fromkeys(_DOWN.split(), _DOWNWARDS)
DIRECTION_BEFORE = re.compile(
    rf"({_longest_first(DIRECTIONS)})(?:了|至|到|为|約|约|近|超|逾|超过|超過|幅度|达|達|、|は|が)*$"
)
_RISEN = "増加 増 上昇 高 增长 增幅 涨幅 上涨 増え 引き上げ 引上げ 上積み 拡大 伸び 改善"
_FALLEN = "减少 減少 減 下落 安 低下 跌幅 降幅 下降 減っ 減り 引き下げ 引下げ 縮小 悪化 割り込"
DIRECTION_WORDS = dict.fromkeys(_RISEN.split(), _UPWARDS) | dict.fromkeys(
    _FALLEN.split(), _DOWNWARDS
)
DIRECTION_AFTER = re.compile(
    rf"(?:の|的|に|へ|を|と|も|、)?(?:大幅に?)?({_longest_first(DIRECTION_WORDS)})(?!い)"
)
_N = r"(?:[0-9０-９]{1,2}|[〇零一二三四五六七八九十]{1,3})"
_Y = r"(?:[0-9０-９]{4}|[〇零○一二三四五六七八九]{4}|(?:令和|平成|昭和|大正|明治|康熙|乾隆|雍正|光绪|民国)[0-9０-９〇零一二三四五六七八九十]{1,3})"
_HOUR = r"(?:2[0-4]|[01]?[0-9]|[０-２]?[０-９]|二十[一二三四]?|十[一二三四五六七八九]?|[零〇一二三四五六七八九两])"
# What an hour does not stand after: a larger number, and the words of an index.
_NO_HOUR = r"(?<![0-9０-９.．涨漲跌升降报報第点點百千万亿十零一二三四五六七八九])"
_DAY_PART = (
    r"(?:上午|下午|晚上|早上|凌晨|中午|今晚|昨晚|明早|早晨|傍晚|半夜|午前|午後|夜|朝|今早|清晨)"
)
_MASKS: tuple[tuple[str, MaskKind], ...] = (
        (r"(?<![0-9A-Za-z])(?:[248]K(?![A-Za-z0-9])|(?:9|14|18|22|24)K金)", "name"),
        (r"(?:https?://|www\.)[!-~]{1,2000}", "url"),
        (r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}", "email"),
        (rf"(?P<y>{_Y})[ ]?(?:年度?|[-/])[ ]?(?P<m>{_N})[ ]?(?:月份?|[-/])(?:[ ]?(?P<d>{_N})[ ]?[日号號]?)?", "date"),
        (rf"(?P<y>{_Y})[ ]?年度?(?:[ ]?(?:第[一二三四1-4]|[一二三四])季度?|[上下]半年)", "period"),
        (rf"(?P<y>{_Y})[ ]?年[度代]?|{_Y}[ ]?[-–—~至到][ ]?{_Y}[ ]?年", "year"),
        (rf"(?<![0-9０-９])(?:[0-9]{{2}}|[〇零一二三四五六七八九]{{2}})年(?P<m>{_N})月(?:(?P<d>{_N})[日号號])?", "date"),
        (rf"(?P<m>{_N})[ ]?月份?[ ]?(?P<d>{_N})[ ]?[日号號]", "date"),
        (rf"(?<![0-9０-９.]){_N}[ ]?[-–—~～至到、・][ ]?{_N}[ ]?(?:月份?|[日号號时時点點])(?!元|本|間|间|币|圆)", "date"),
        (rf"(?<=[年月]的)前[ ]?(?:{_N}|[两兩])[ ]?(?:个|個)?(?:周|天|月|日|季度)", "period"),
        (r"第[ ]?[0-9０-９一二三四五六七八九十百]{1,4}(?:[ ]?[-–~～至到、][ ]?第?[0-9０-９一二三四五六七八九十]{1,4})?(?=[名位届個个回期次章条條号號])", "numbering"),
        (rf"(?<![0-9０-９个個多.])(?P<m>{_N})[ ]?月(?![ ]?[球亮])份?(?:[上中下]旬|初|底|末)?", "date"),
        (rf"(?<![0-9０-９.]){_N}[ ]?[日号號](?!元|本|間|间|币|圆)", "date"),
        (rf"{_DAY_PART}[ ]?{_N}(?:[点點时時](?:{_N}分|[半整]|{_N})?|[:：][0-5][0-9])?", "time"),
        (rf"{_NO_HOUR}{_HOUR}[ ]?(?:[时時](?!間|间)|[点點](?:钟|鐘|[半整]|{_N}分|(?![ ]?[0-9０-９零〇一二三四五六七八九十两壹贰叁肆伍陆柒捌玖])(?![建意要看共]\w)))(?:{_N}分)?(?:{_N}秒)?", "time"),
        (r"[〇零九八][〇零一二三四五六七八九]年", "year"),
        (r"(?<![0-9.])(?:[0-9]{1,2}|[0-9]{4})(?P<sep>[-./])[0-9]{1,2}(?P=sep)(?:[0-9]{4}|[0-9]{1,2})(?![0-9])", "date"),
        (r"(?<![0-9])[0-2]?[0-9][:：][0-5][0-9](?:[:：][0-5][0-9])?", "time"),
        (r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})世[纪紀](?:[0-9一二三四五六七八九]{1,3}十?年代)?", "period"),
        (r"(?:[0-9]{2}|[一二三四五六七八九]十)年代", "period"),
        (r"(?:第[一二三四1-4]|(?<![零〇一二三四五六七八九十0-9])[一二三四])季度|[上下]半年|第[1-4一二三四]四半期", "period"),
        (r"(?:周|星期|礼拜|禮拜|週)[一二三四五六日天]", "date"),
        (r"(?:农历|正|腊|除夕|大年|初)[初]?[一二三四五六七八九十]{1,3}(?![万亿百千个元])", "date"),
)  # fmt: skip
MASKS = tuple((re.compile(pattern), kind) for pattern, kind in _MASKS)
# Words that begin with a numeral and count nothing.
NO_NUMBERS = re.compile(
    r"一些|一直|一般|一样|一起|一定|一下|一切|一旦|一律|一再|一时|一致|一方|一系列|十分(?!之)|千万不|万一|万分(?!之)|百姓|三星|四川|八卦|"
    r"九州|六合|两岸|一体|一线|一流|一带一路|一样|一度|一部|万科|万达|百度|千方百计|一番|一同|一向|一味|一部分|一边"
)
