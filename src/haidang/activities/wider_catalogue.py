"""The wider part of the starting catalogue: what reports of external information usually count.

The eight forms of grass-roots information (Nghị định 49/2024/NĐ-CP), direction and training,
events, visits from abroad, clarification, rewards and money. Nothing of it is in the yearly
report until a regime asks for it; who does not need a kind retires it.
"""

from haidang.activities.catalogue import IndicatorSeed, KindSeed, MeasureSeed
from haidang.activities.enums import Channel, Language

MEASURES = (
    MeasureSeed("posts", "Số bài đăng", "bài", 1),
    MeasureSeed("reach", "Lượt tiếp cận", "lượt", 1200),
    MeasureSeed("reactions", "Lượt tương tác", "lượt", 90),
    MeasureSeed("messages", "Số tin nhắn gửi đi", "tin nhắn", 500),
    MeasureSeed("notices", "Số lượt dán, niêm yết", "lượt", 1),
    MeasureSeed("issues", "Số kỳ bản tin", "kỳ", 1),
    MeasureSeed("copies", "Số bản in", "bản", 200),
    MeasureSeed("documents", "Số văn bản ban hành", "văn bản", 1),
    MeasureSeed("classes", "Số lớp", "lớp", 1),
    MeasureSeed("delegations", "Số đoàn", "đoàn", 1),
    MeasureSeed("cases_found", "Số vụ việc phát hiện", "vụ việc", 1),
    MeasureSeed("cases_answered", "Số vụ việc đã làm rõ", "vụ việc", 1),
    MeasureSeed("groups_rewarded", "Số tập thể", "tập thể", 1),
    MeasureSeed("persons_rewarded", "Số cá nhân", "cá nhân", 2),
    MeasureSeed("works", "Số tác phẩm dự giải", "tác phẩm", 1),
    MeasureSeed("millions", "Kinh phí", "triệu đồng", 15),
)

KINDS = (
    KindSeed(
        "relay",
        "Tiếp âm, phát lại",
        "repeat",
        ("sessions", "minutes"),
        "Tiếp âm chương trình thời sự của Đài tỉnh",
        form=Channel.RADIO,
    ),
    KindSeed(
        "social",
        "Mạng xã hội",
        "send",
        ("posts", "reach", "reactions"),
        "Bài về Lễ hội Nghinh Ông trên trang của xã",
        asks_link=True,
        form=Channel.SOCIAL,
    ),
    KindSeed(
        "messages",
        "Tin nhắn viễn thông",
        "phone",
        ("messages",),
        "Nhắc tàu cá không vi phạm vùng biển nước ngoài",
        form=Channel.MESSAGES,
    ),
    KindSeed(
        "board",
        "Bảng tin công cộng",
        "list-checks",
        ("notices",),
        "Niêm yết thông tin biển, đảo tại nhà văn hóa ấp",
        form=Channel.BOARD,
    ),
    KindSeed(
        "bulletin",
        "Bản tin cơ sở",
        "book-open",
        ("issues", "copies"),
        "Bản tin tháng 11, chuyên mục biên giới, biển đảo",
        form=Channel.BULLETIN,
    ),
    KindSeed(
        "papers",
        "Tài liệu không kinh doanh",
        "file-text",
        ("copies",),
        "Sổ tay hỏi đáp Luật Biên phòng Việt Nam",
        form=Channel.PAPERS,
    ),
    KindSeed(
        "screening",
        "Chiếu phim, lưu động",
        "eye",
        ("sessions", "attendances"),
        "Xe tuyên truyền lưu động tại 3 ấp",
    ),
    KindSeed(
        "event",
        "Hội nghị, triển lãm, lễ hội",
        "landmark",
        ("events", "attendances"),
        "Triển lãm ảnh Hoàng Sa, Trường Sa",
    ),
    KindSeed(
        "training",
        "Tập huấn",
        "pencil",
        ("classes", "attendances"),
        "Tập huấn kỹ năng viết tin, bài đối ngoại",
        asks_language=False,
    ),
    KindSeed(
        "direction",
        "Văn bản chỉ đạo",
        "shield-check",
        ("documents",),
        "Công văn hướng dẫn tuyên truyền quý IV",
        asks_language=False,
    ),
    KindSeed(
        "delegation",
        "Đoàn khách quốc tế",
        "users",
        ("delegations", "attendances"),
        "Đoàn khảo sát điện gió đến làm việc",
        asks_language=False,
    ),
    KindSeed(
        "foreign_press",
        "Báo chí nước ngoài",
        "camera",
        ("delegations", "attendances"),
        "Đoàn làm phim tài liệu về chùa Khmer",
        asks_language=False,
    ),
    KindSeed(
        "clarification",
        "Thông tin làm rõ",
        "circle-alert",
        ("cases_found", "cases_answered"),
        "Đính chính tin sai về dự án cảng",
        asks_language=False,
        asks_link=True,
    ),
    KindSeed(
        "reward",
        "Khen thưởng, giải thưởng",
        "check-check",
        ("groups_rewarded", "persons_rewarded", "works"),
        "Giải thưởng toàn quốc về thông tin đối ngoại",
        asks_language=False,
    ),
    KindSeed(
        "spending",
        "Kinh phí",
        "save",
        ("millions",),
        "Kinh phí in tài liệu quý III",
        asks_language=False,
    ),
)

DIRECTION, BASE = "7. Chỉ đạo, bồi dưỡng", "8. Thông tin cơ sở"
EVENTS, GUESTS = "9. Sự kiện, lưu động", "10. Khách quốc tế, báo chí"
CLEAR, MEANS = "11. Thông tin làm rõ", "12. Khen thưởng, kinh phí"
RADIO, NEWS = "1. Phát thanh", "2. Tin, bài"

INDICATORS = (
    IndicatorSeed("1.4", "Buổi tiếp âm, phát lại", "buổi", RADIO, "relay", "sessions"),
    IndicatorSeed(
        "2.3", "Tin, bài tiếng Anh", "tin, bài", NEWS, "article", "items", language=Language.ENGLISH
    ),
    IndicatorSeed("7.1", "Văn bản ban hành", "văn bản", DIRECTION, "direction", "documents"),
    IndicatorSeed("7.2", "Lớp tập huấn", "lớp", DIRECTION, "training", "classes"),
    IndicatorSeed("7.3", "Lượt người tập huấn", "lượt người", DIRECTION, "training", "attendances"),
    IndicatorSeed("8.1", "Bài đăng mạng xã hội", "bài", BASE, "social", "posts"),
    IndicatorSeed("8.2", "Lượt tiếp cận mạng xã hội", "lượt", BASE, "social", "reach"),
    IndicatorSeed("8.3", "Lượt tương tác mạng xã hội", "lượt", BASE, "social", "reactions"),
    IndicatorSeed("8.4", "Tin nhắn viễn thông", "tin nhắn", BASE, "messages", "messages"),
    IndicatorSeed("8.5", "Lượt dán bảng tin", "lượt", BASE, "board", "notices"),
    IndicatorSeed("8.6", "Kỳ bản tin cơ sở", "kỳ", BASE, "bulletin", "issues"),
    IndicatorSeed("8.7", "Tài liệu không kinh doanh", "bản", BASE, "papers", "copies"),
    IndicatorSeed("9.1", "Buổi chiếu phim, lưu động", "buổi", EVENTS, "screening", "sessions"),
    IndicatorSeed("9.2", "Hội nghị, triển lãm, lễ hội", "cuộc", EVENTS, "event", "events"),
    IndicatorSeed("9.3", "Lượt người dự sự kiện", "lượt người", EVENTS, "event", "attendances"),
    IndicatorSeed("10.1", "Đoàn khách quốc tế", "đoàn", GUESTS, "delegation", "delegations"),
    IndicatorSeed("10.2", "Lượt khách quốc tế", "lượt người", GUESTS, "delegation", "attendances"),
    IndicatorSeed(
        "10.3", "Đoàn báo chí nước ngoài", "đoàn", GUESTS, "foreign_press", "delegations"
    ),
    IndicatorSeed("11.1", "Vụ việc phát hiện", "vụ việc", CLEAR, "clarification", "cases_found"),
    IndicatorSeed("11.2", "Vụ việc đã làm rõ", "vụ việc", CLEAR, "clarification", "cases_answered"),
    IndicatorSeed("12.1", "Tập thể được khen", "tập thể", MEANS, "reward", "groups_rewarded"),
    IndicatorSeed("12.2", "Cá nhân được khen", "cá nhân", MEANS, "reward", "persons_rewarded"),
    IndicatorSeed("12.3", "Tác phẩm dự giải", "tác phẩm", MEANS, "reward", "works"),
    IndicatorSeed("12.4", "Kinh phí", "triệu đồng", MEANS, "spending", "millions"),
)
