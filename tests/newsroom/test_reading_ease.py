"""Hints about how easily a story is read, and links that lead nowhere."""

import pytest

from haidang.newsroom.enums import Channel
from haidang.newsroom.marks import to_html
from haidang.newsroom.queries.homes import portal_of, sections_of, units_to_write_for
from haidang.newsroom.queries.links import dead_links
from haidang.newsroom.reading_ease import ease_of
from haidang.orgs.enums import Role
from tests.makers import make_unit, make_user
from tests.makers.newsroom import make_newsroom
from tests.makers.writing import edit, make_story

LEAD = " ".join(["chữ"] * 20)


def hints(body="Ngắn.", title="Tên", standfirst=LEAD, **given):
    return " ".join(ease_of(title, standfirst, to_html(body), **given).hints)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, ""),
        ({"standfirst": ""}, "Chưa có sapo"),
        ({"standfirst": "Ba chữ thôi"}, "Sapo có 3 chữ"),
        ({"title": "chữ " * 19}, "Tên bài có 19 chữ"),
        ({"body": f"{'chữ ' * 41}. Ngắn."}, "1 câu dài quá 40 chữ"),
        ({"body": "chữ. " * 121}, "1 đoạn dài quá 120 chữ"),
        ({"body": "chữ. " * 481}, "chưa có đề mục"),
        ({"body": "chữ. " * 900, "channels": [Channel.RADIO]}, "khoảng 6 phút"),
        ({"body": "chữ. " * 900, "channels": [Channel.SOCIAL]}, "mạng xã hội"),
        ({"body": "chữ. " * 400, "channels": [Channel.BOARD]}, "400 chữ"),
    ],
)
def test_hints_say_what_would_be_easier(given, said):
    assert said in hints(**given)
    assert bool(said) == bool(hints(**given))


def test_words_sentences_and_minutes_are_counted():
    ease = ease_of("x", LEAD, to_html("Một hai ba. Bốn năm?\n\n- sáu"))

    assert (ease.words, ease.minutes, ease.longest, ease.mean) == (6, 1, 3, 2)
    assert ease_of("x", "", "").words == 0


def test_khmer_is_not_judged_by_blanks_that_it_has_not():
    assert hints("ភាសា\u200bខ្មែរ" * 300, standfirst="", language="km") == ""


@pytest.mark.django_db
def test_links_to_pages_that_are_not_live_are_named():
    room = make_newsroom()
    other = make_story(room)
    links = [f"/vi/tin/{other.slug}/", "/vi/tin/", "/vi/khong-co/", "https://a.vn/vi/x/", "/bai/1/"]
    story = edit(
        make_story(room, title="Hai"),
        room.author,
        body="\n\n".join(f"[chữ]({link})" for link in [*links, "mailto:a@b.vn"]),
    )
    assert dead_links(story) == ["/vi/khong-co/", f"/vi/tin/{other.slug}/"]


@pytest.mark.django_db
def test_units_without_a_newsroom_supply_the_one_beside_them():
    room = make_newsroom()
    commune = make_unit("xã Một", parent=room.district)

    assert units_to_write_for(make_user(Role.REPORTER, unit=commune)) == [room.unit]
    assert units_to_write_for(room.author) == [room.unit]
    assert portal_of(commune).unit == room.district
    assert ("tin", "tin, bài") in sections_of(commune, "vi")
    stranger = make_unit("huyện Khác", kind="huyen")
    assert (portal_of(stranger), sections_of(stranger, "vi")) == (None, [])
    assert units_to_write_for(make_user(Role.REPORTER, unit=stranger)) == [stranger]
