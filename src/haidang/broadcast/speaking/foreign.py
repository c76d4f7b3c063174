"""Names from other languages, as they are said here; those of nobody's list are marked."""

from haidang.text.reading.syllables import is_syllable

SAID = {
    "Facebook": "Phây-búc",
    "Zalo": "Da-lô",
    "YouTube": "Diu-túp",
    "Youtube": "Diu-túp",
    "TikTok": "Tích-tóc",
    "Tiktok": "Tích-tóc",
    "Google": "Gu-gồ",
    "Internet": "In-tơ-nét",
    "internet": "in-tơ-nét",
    "Wifi": "goai-phai",
    "WiFi": "goai-phai",
    "wifi": "goai-phai",
    "Website": "trang oép",
    "website": "trang oép",
    "online": "trực tuyến",
    "Online": "trực tuyến",
    "email": "thư điện tử",
    "Email": "thư điện tử",
    "fanpage": "phen-pết",
    "Fanpage": "phen-pết",
    "video": "vi-đê-ô",
    "Video": "Vi-đê-ô",
    "clip": "clíp",
    "radio": "ra-đi-ô",
    "logistics": "lô-gít-tích",
    "Covid": "Cô-vít",
    "Khmer": "Khơ-me",
    "Campuchia": "Cam-pu-chia",
    "Singapore": "Xin-ga-po",
    "Malaysia": "Ma-lai-xi-a",
    "Indonesia": "In-đô-nê-xi-a",
    "Philippines": "Phi-líp-pin",
    "Australia": "Ô-xtrây-li-a",
    "Ok": "Óc",
    "Om": "Om",
    "Bok": "Bóc",
    "Chol": "Chôn",
    "Chnam": "Chơ-năm",
    "Chnăm": "Chơ-năm",
    "Thmay": "Thơ-mây",
    "Thmây": "Thơ-mây",
    "Chôl": "Chôn",
    "Sene": "Sen",
    "Dolta": "Đôn-ta",
    "Đolta": "Đôn-ta",
}
# Built like no syllable and read by everybody all the same.
_KNOWN = {"ôtô", "karaoke"}


def said(word: str) -> str | None:
    """How a word of letters is said where that is not as it is written; None where nobody knows."""
    if word in SAID:
        return SAID[word]
    if is_syllable(word) or word in _KNOWN or len(word) == 1:
        return word
    return None
