"""A task in one line, made from its own words."""

import pytest

from haidang.plans.titles import LONGEST, short_title


@pytest.mark.parametrize(
    ("text", "coordinate", "title"),
    [
        ("Chủ động cung cấp nội dung; phối hợp với báo.", [], "Chủ động cung cấp nội dung"),
        ("Chủ trì, phối hợp với Sở A tham mưu văn bản.", ["Sở A"], "Tham mưu văn bản"),
        (
            "Căn cứ chức năng, nhiệm vụ, chủ động xây dựng kế hoạch.",
            [],
            "Chủ động xây dựng kế hoạch",
        ),
        ("Phối hợp với Sở A", ["Sở A"], "Phối hợp với Sở A"),
        ("**Đồng thời**, gửi\nbáo cáo.", [], "Gửi báo cáo"),
        ("các hội thi, hội diễn... đăng tin", [], "Các hội thi, hội diễn"),
        (";", [], ";"),
    ],
)
def test_short_title(text, coordinate, title):
    assert short_title(text, coordinate) == title


def test_short_title_is_cut_at_a_comma_or_between_words():
    at_comma = short_title("tuyên truyền " + "về biển " * 8 + ", " + "và đảo " * 12)
    between = short_title("tuyên truyền " + "về biển " * 30)

    assert at_comma.endswith("biển")
    assert between.endswith("biển…")
    assert max(len(at_comma), len(between)) <= LONGEST + 1
