"""Words of simulated entries. They name no person and claim nothing that happened."""

import datetime as dt
import random

TITLES = {
    "radio": (
        "Luật Biên phòng Việt Nam",
        "Vị trí, tầm quan trọng của biển, đảo Việt Nam",
        "Quan điểm của Việt Nam về giải quyết vấn đề trên biển",
        "Chống khai thác hải sản bất hợp pháp (IUU)",
        "Thành tựu kinh tế - xã hội của huyện",
        "Bản tin biển, đảo quê hương",
        "Tiềm năng, thế mạnh của địa phương",
        "Tiếp âm và bản tin địa phương trong tuần",
        "Nét văn hóa đặc sắc của đồng bào Khmer",
    ),
    "article": (
        "Ngư dân bám biển, giữ chủ quyền",
        "Xây dựng nông thôn mới: đường về ấp",
        "Lễ hội của ngư dân ven biển",
        "Mô hình nuôi trồng thủy sản hiệu quả",
        "Tuổi trẻ với biển, đảo quê hương",
        "Đón tết Chôl Chnăm Thmây",
        "Đua ghe ngo mừng lễ Ok Om Bok",
        "Tuần lễ Biển và Hải đảo Việt Nam",
    ),
    "talk": (
        "Luật Biên phòng Việt Nam tại ấp",
        "Biển, đảo cho ngư dân",
        "Chủ tàu cá ký cam kết không khai thác trái phép",
        "Nói chuyện chuyên đề biển, đảo tại trường học",
        "Tuyên truyền tại chùa, hai thứ tiếng",
        "Pháp luật về biên giới, lãnh thổ",
    ),
    "contest": (
        "Hội thi tìm hiểu biển, đảo quê hương",
        "Liên hoan văn nghệ quần chúng",
        "Hội diễn chào mừng ngày lễ lớn",
        "Giải thể thao mừng Đảng, mừng Xuân",
    ),
    "visual": (
        "Băng rôn Ngày Biên phòng toàn dân 3/3",
        "Pa nô Tuần lễ Biển và Hải đảo Việt Nam",
        "Tờ rơi Luật Biên phòng Việt Nam",
        "Băng rôn mừng Quốc khánh 2/9",
        "Tài liệu hỏi đáp về biển, đảo",
    ),
    "promotion": (
        "Giới thiệu làng nghề và đặc sản địa phương",
        "Bài giới thiệu tiềm năng du lịch biển",
        "Quảng bá lễ hội truyền thống",
        "Cơ hội đầu tư nuôi trồng thủy sản",
    ),
    "overseas": (
        "Gặp mặt kiều bào về quê dịp Tết",
        "Tiếp đoàn kiều bào thăm quê hương",
        "Kiều bào tham gia hoạt động an sinh tại địa phương",
    ),
}

# A few entries told one by one, so that a figure can be followed down to them:
# day, words, attendances, language, photos.
TALKS_TOLD = {
    "mylongnam": (
        ("2024-03-16", "Ngày Biên phòng toàn dân, tại trường học", 120, "vi", 3),
        ("2024-04-22", "Nói chuyện tại chùa, tiếng Khmer", 85, "km", 1),
        ("2024-05-14", "Biển, đảo cho ngư dân", 34, "vi", 2),
        ("2024-06-28", "Luật Biên phòng Việt Nam tại ấp", 28, "vi", 1),
        ("2024-07-12", "Chủ tàu cá ký cam kết", 25, "vi", 2),
        ("2024-08-09", "Luật Biên phòng Việt Nam, bài 2", 22, "vi", 1),
    ),
}


# The months in which words of an occasion are said; others are said all year.
MONTHS = {
    "Đón tết Chôl Chnăm Thmây": (4,),
    "Đua ghe ngo mừng lễ Ok Om Bok": (10, 11),
    "Tuần lễ Biển và Hải đảo Việt Nam": (5, 6),
    "Pa nô Tuần lễ Biển và Hải đảo Việt Nam": (5, 6),
    "Băng rôn Ngày Biên phòng toàn dân 3/3": (2, 3),
    "Băng rôn mừng Quốc khánh 2/9": (8, 9),
    "Giải thể thao mừng Đảng, mừng Xuân": (1, 2),
    "Gặp mặt kiều bào về quê dịp Tết": (1, 2),
}


def pick(kind: str, dice: random.Random, on: dt.date) -> str:
    """Return words for an entry of this kind that may be said on a day."""
    words = TITLES[kind]
    at = words.index(dice.choice(words))
    onward = words[at:] + words[:at]
    return next(title for title in onward if on.month in MONTHS.get(title, (on.month,)))
