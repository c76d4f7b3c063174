"""How states, channels and languages of stories are shown on staff pages: sign, word, colour."""

from haidang.newsroom.enums import Channel, State

# State: class of the kit, word, sign ("" is the usual one of the class).
STATES: dict[State, tuple[str, str, str]] = {
    State.DRAFT: ("run", "Đang viết", "pencil"),
    State.AT_EDITOR: ("run", "Chờ biên tập", "pencil"),
    State.AT_CONFIDENTIALITY: ("soon", "Chờ kiểm tra bảo mật", "lock"),
    State.SENT_BACK: ("back", "Chuyển lại", ""),
    State.CLEARED: ("ok", "Đã duyệt", "check"),
    State.SCHEDULED: ("run", "Đã lên lịch", "calendar"),
    State.LIVE: ("done", "Đã đăng", ""),
    State.WITHDRAWN: ("plain", "Đã rút", ""),
}
NOBODY, NAMED = ("none", "Chưa có người viết", ""), ("none", "Chưa viết", "user")

# Channel: icon and short word.
CHANNELS: dict[Channel, tuple[str, str]] = {
    Channel.PORTAL: ("globe", "Web"),
    Channel.RADIO: ("radio", "Loa"),
    Channel.SOCIAL: ("megaphone", "Mạng xã hội"),
    Channel.BOARD: ("file-text", "Bảng tin"),
}
LANGUAGES = {"vi": "Tiếng Việt", "en": "Tiếng Anh", "km": "Tiếng Khmer"}
# Bars of the way of stories, from writing to live.
TONES: dict[State, str] = {
    State.DRAFT: "c5",
    State.AT_EDITOR: "c2",
    State.AT_CONFIDENTIALITY: "c4",
    State.SENT_BACK: "c-bad",
    State.CLEARED: "c2",
    State.SCHEDULED: "c1",
    State.LIVE: "c1",
    State.WITHDRAWN: "c4",
}
