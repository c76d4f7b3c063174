"""The starting catalogue as plain data: measures, kinds of activity, indicators.

An administrator edits the rows that are made from it; loading it again never overwrites them.
"""

from dataclasses import dataclass

from haidang.activities.enums import Aggregation, Channel, Language


@dataclass(frozen=True, slots=True)
class MeasureSeed:
    """Something that is counted: its code, its label on the form, its unit, a plausible amount."""

    code: str
    name: str
    unit_name: str
    example: int


@dataclass(frozen=True, slots=True)
class KindSeed:
    """A kind of activity, the quantities it asks for, and an example of its words."""

    code: str
    name: str
    icon: str
    measures: tuple[str, ...]
    example: str
    asks_language: bool = True
    asks_link: bool = False
    form: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorSeed:
    """A number that reports ask for: the sum of one measure over one kind."""

    code: str
    name: str
    unit_name: str
    group: str
    kind: str
    measure: str
    divisor: int = 1
    language: str = ""
    aggregation: str = Aggregation.SUM
    part_of: str = ""


MEASURES = (
    MeasureSeed("sessions", "Số buổi", "buổi", 1),
    MeasureSeed("minutes", "Tổng thời lượng", "phút", 15),
    MeasureSeed("items", "Số tin, bài", "tin, bài", 1),
    MeasureSeed("files", "Số ảnh, video", "tệp", 3),
    MeasureSeed("events", "Số cuộc", "cuộc", 1),
    MeasureSeed("attendances", "Số lượt người", "lượt người", 85),
    MeasureSeed("pieces", "Số pa nô, băng rôn", "cái", 4),
    MeasureSeed("sheets", "Số tờ rơi, tài liệu", "tờ", 200),
)

KINDS = (
    KindSeed(
        "radio",
        "Phát thanh",
        "radio",
        ("sessions", "minutes"),
        "Luật Biên phòng Việt Nam, bài 3",
        form=Channel.RADIO,
    ),
    KindSeed(
        "article",
        "Tin, bài",
        "newspaper",
        ("items", "files"),
        "Ngư dân xã vươn khơi bám biển",
        asks_link=True,
        form=Channel.PORTAL,
    ),
    KindSeed(
        "talk",
        "Tuyên truyền trực tiếp",
        "users",
        ("sessions", "attendances"),
        "Luật Biên phòng Việt Nam, tại ấp",
        form=Channel.SPEAKERS,
    ),
    KindSeed(
        "contest",
        "Văn nghệ, hội thi",
        "megaphone",
        ("events", "attendances"),
        "Hội thi tìm hiểu biển, đảo quê hương",
    ),
    KindSeed(
        "visual",
        "Cổ động trực quan",
        "image",
        ("pieces", "sheets"),
        "Băng rôn Tuần lễ Biển và Hải đảo",
        asks_language=False,
    ),
    KindSeed(
        "promotion",
        "Quảng bá địa phương",
        "globe",
        ("items",),
        "Giới thiệu Lễ hội Nghinh Ông bằng tiếng Anh",
        asks_link=True,
    ),
    KindSeed(
        "overseas",
        "Tiếp kiều bào",
        "user",
        ("attendances",),
        "Gặp mặt kiều bào về quê dịp Tết",
        asks_language=False,
    ),
)

RADIO, NEWS, TALKS = "1. Phát thanh", "2. Tin, bài", "3. Tuyên truyền trực tiếp"
CONTESTS, VISUAL, ABROAD = "4. Văn nghệ, hội thi", "5. Cổ động trực quan", "6. Quảng bá, kiều bào"
KHMER = Language.KHMER

INDICATORS = (
    IndicatorSeed("1.1", "Buổi phát thanh", "buổi", RADIO, "radio", "sessions"),
    IndicatorSeed("1.2", "Giờ phát thanh", "giờ", RADIO, "radio", "minutes", divisor=60),
    IndicatorSeed(
        "1.3",
        "Buổi tiếng Khmer",
        "buổi",
        RADIO,
        "radio",
        "sessions",
        language=KHMER,
        part_of="1.1",
    ),
    IndicatorSeed("2.1", "Tin, bài đăng tải", "tin, bài", NEWS, "article", "items"),
    IndicatorSeed("2.2", "Ảnh, video", "tệp", NEWS, "article", "files"),
    IndicatorSeed("3.1", "Số buổi", "buổi", TALKS, "talk", "sessions"),
    IndicatorSeed("3.2", "Lượt người dự", "lượt người", TALKS, "talk", "attendances"),
    IndicatorSeed(
        "3.3",
        "Buổi có tiếng Khmer",
        "buổi",
        TALKS,
        "talk",
        "sessions",
        language=KHMER,
        part_of="3.1",
    ),
    IndicatorSeed("4.1", "Số cuộc", "cuộc", CONTESTS, "contest", "events"),
    IndicatorSeed("4.2", "Lượt người dự", "lượt người", CONTESTS, "contest", "attendances"),
    IndicatorSeed("5.1", "Pa nô, băng rôn", "cái", VISUAL, "visual", "pieces"),
    IndicatorSeed("5.2", "Tờ rơi, tài liệu", "tờ", VISUAL, "visual", "sheets"),
    IndicatorSeed("6.1", "Tin, bài quảng bá địa phương", "tin, bài", ABROAD, "promotion", "items"),
    IndicatorSeed(
        "6.2", "Lượt kiều bào được tiếp", "lượt người", ABROAD, "overseas", "attendances"
    ),
)

# What the leader of an authority reads until it chooses: attendances, hours on air, items posted.
HEADLINES = ("3.2", "1.2", "2.1")
