"""The outlines of the yearly and the monthly report of external information, as plain data.

Six groups of figures (their indicators come from the catalogue) and three pieces of prose. The
names are practice, not law (no form is fixed for communes); an administrator may change the rows.
"""

from dataclasses import dataclass, replace

from haidang.reporting.enums import SectionKind


@dataclass(frozen=True, slots=True)
class SectionSeed:
    """A section to be made: its title, its kind, its question, the opening of its sentence."""

    title: str
    kind: SectionKind
    hint: str = ""
    opening: str = ""
    codes: tuple[str, ...] = ()


FIGURES, PROSE = SectionKind.FIGURES, SectionKind.PROSE

YEARLY = (
    SectionSeed("Phát thanh", FIGURES, opening="Đã phát", codes=("1.1", "1.2", "1.3")),
    SectionSeed("Tin, bài", FIGURES, opening="Đã đăng tải", codes=("2.1", "2.2")),
    SectionSeed(
        "Tuyên truyền trực tiếp", FIGURES, opening="Đã tổ chức", codes=("3.1", "3.2", "3.3")
    ),
    SectionSeed("Văn nghệ, hội thi", FIGURES, opening="Đã tổ chức", codes=("4.1", "4.2")),
    SectionSeed("Cổ động trực quan", FIGURES, opening="Đã thực hiện", codes=("5.1", "5.2")),
    SectionSeed("Quảng bá, kiều bào", FIGURES, opening="Đã có", codes=("6.1", "6.2")),
    SectionSeed(
        "Kết quả đạt được",
        PROSE,
        hint="Việc nổi bật nhất trong năm, nơi làm tốt, cách làm hay. 3 đến 8 câu.",
    ),
    SectionSeed(
        "Khó khăn, vướng mắc",
        PROSE,
        hint="Điều còn vướng và nguyên nhân, ví dụ thiết bị, nhân sự, kinh phí.",
    ),
    SectionSeed("Đề xuất, kiến nghị", PROSE, hint="Đề nghị cấp trên xem xét việc gì."),
)

MONTHLY = tuple(replace(one, hint=one.hint.replace("trong năm", "trong tháng")) for one in YEARLY)

WORDS = {
    "1.1": "{số} buổi phát thanh",
    "1.2": "tổng thời lượng {số} giờ",
    "1.3": "trong đó có {số} buổi tiếng Khmer",
    "2.1": "{số} tin, bài",
    "2.2": "{số} ảnh, video",
    "3.1": "{số} buổi tuyên truyền trực tiếp",
    "3.2": "với {số} lượt người dự",
    "3.3": "trong đó có {số} buổi có tiếng Khmer",
    "4.1": "{số} cuộc văn nghệ, hội thi",
    "4.2": "với {số} lượt người dự",
    "5.1": "{số} pa nô, băng rôn",
    "5.2": "phát {số} tờ rơi, tài liệu",
    "6.1": "{số} tin, bài quảng bá địa phương",
    "6.2": "{số} lượt kiều bào được tiếp đón",
}
