"""The pages of writing: the list, the form, the story, its pictures and files, the preview."""

import datetime as dt

import pytest
from django.urls import reverse

from haidang.newsroom.commands.clearing import clear_story, recall_story
from haidang.newsroom.commands.withdrawing import withdraw_story
from haidang.newsroom.enums import Reason, Step, StoryKind
from haidang.newsroom.models import Story
from haidang.newsroom.placing import placed
from haidang.newsroom.versions import newest
from haidang.orgs.enums import Role
from tests.makers import make_unit, make_user
from tests.makers.newsroom import make_newsroom, submit
from tests.makers.pictures import drawn, make_picture
from tests.makers.portal import publish
from tests.makers.writing import edit, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def room():
    return make_newsroom()


@pytest.fixture
def page(client, room):
    client.force_login(room.author)

    def get(name, *args, **query):
        return client.get(reverse(name, args=args), query)

    return get


def now(story):
    return newest(Story.objects.get(pk=story.pk))


def typed(story, **words):
    """The form as a browser sends it."""
    row = Story.objects.get(pk=story.pk)
    section = row.get_parent().specific.key
    standing = {"title": row.title, "section": section, "content": "image", "sources": ""}
    return standing | {"seen": row.latest_revision_id, "byline": "", "body": ""} | words


def test_a_story_is_begun_and_written_without_script(client, room):
    client.force_login(room.author)
    begun = client.post(
        reverse("draft-story"),
        {
            "title": "Ra khơi",
            "kind": "news",
            "section": "tin",
            "language": "vi",
            "unit": room.unit.pk,
        },
    )
    story = Story.objects.get()
    assert begun.url == reverse("edit-story", args=[story.pk])

    words = {"body": "**Sáng nay** tàu ra khơi.", "sources": "Kế hoạch 99 https://a.vn/99"}
    saved = client.post(begun.url, typed(story, **words))

    assert saved.url == reverse("story", args=[story.pk])
    assert now(story).body == "<p><b>Sáng nay</b> tàu ra khơi.</p>"
    assert now(story).sources.get().link == "https://a.vn/99"
    assert "Sáng nay" in client.get(saved.url).content.decode()


def test_a_commune_officer_writes_for_the_newsroom(client, room):
    officer = make_user(Role.REPORTER, unit=make_unit("xã Một", parent=room.district))
    client.force_login(officer)
    client.post(
        reverse("draft-story"),
        {"title": "x", "kind": "news", "section": "tin", "language": "vi", "unit": room.unit.pk},
    )
    assert Story.objects.get().unit == room.unit


@pytest.mark.parametrize("role", [Role.LEADER, Role.AUDITOR])
def test_who_writes_nothing_is_told_so(client, room, role):
    client.force_login(make_user(role, unit=room.unit))
    story = make_story(room)

    assert client.get(reverse("draft-story")).status_code == 403
    assert client.get(reverse("edit-story", args=[story.pk])).status_code == 403
    assert client.get(reverse("story-files", args=[story.pk])).status_code == 403
    assert client.get(reverse("story", args=[story.pk])).status_code == 200


def test_a_strangers_story_is_not_there(client, room):
    client.force_login(make_user(Role.EDITOR, unit=make_unit("huyện Khác", kind="huyen")))
    story = make_story(room)

    for name in ("story", "edit-story", "preview-story", "choose-pictures", "story-files"):
        assert client.get(reverse(name, args=[story.pk])).status_code == 404


@pytest.mark.parametrize(
    ("kind", "asked", "unasked"),
    [
        (StoryKind.NEWS, "sources", "video"),
        (StoryKind.VIDEO, "video", "claim"),
        (StoryKind.EVENT, "starts_on_day", "video"),
        (StoryKind.PLACE, "where", "starts_on_day"),
        (StoryKind.CLARIFICATION, "claim_hour", "where"),
    ],
)
def test_a_kind_asks_only_its_own_facts(page, room, kind, asked, unasked):
    html = page("edit-story", make_story(room, kind=kind).pk).content.decode()

    assert f'name="{asked}"' in html
    assert f'name="{unasked}"' not in html


def test_two_people_see_both_versions_and_nothing_is_lost(client, room):
    story = make_story(room)
    sent = typed(story, body="Lời của tôi", title="Tên của tôi")
    edit(story, room.editor, body="Lời của người khác", title="Tên khác")
    client.force_login(room.author)

    answer = client.post(reverse("edit-story", args=[story.pk]), sent)

    html = answer.content.decode()
    assert answer.status_code == 422
    assert html.count("Lời của tôi") == 2
    assert "Lời của người khác" in html
    assert "Biên tập viên" in html
    assert now(story).title == "Tên khác"
    again = sent | {"seen": Story.objects.get(pk=story.pk).latest_revision_id}
    assert f'value="{again["seen"]}"' in html
    assert client.post(reverse("edit-story", args=[story.pk]), again).status_code == 302
    assert now(story).body == "<p>Lời của tôi</p>"


def test_a_secrecy_stamp_is_refused_beside_its_field(client, room):
    story = make_story(room)
    client.force_login(room.author)

    answer = client.post(
        reverse("edit-story", args=[story.pk]), typed(story, body="x\n\nTỐI MẬT\n")
    )

    assert answer.status_code == 422
    assert "dấu chỉ độ mật" in answer.content.decode()
    assert now(story).body == ""


def test_a_clarification_keeps_the_hour_when_it_became_known(client, room):
    story = make_story(room, kind=StoryKind.CLARIFICATION)
    client.force_login(room.author)
    day = {"claim_at_day": "24", "claim_at_month": "11", "claim_at_year": "2024"}

    client.post(
        reverse("edit-story", args=[story.pk]),
        typed(story, claim="Tin sai", claim_hour="14:05", finding="false", **day),
    )

    page = client.get(reverse("edit-story", args=[story.pk])).content.decode()
    assert now(story).claim_at == dt.datetime.fromisoformat("2024-11-24T14:05:00+07:00")
    assert 'value="14:05"' in page


def test_pictures_are_chosen_described_ordered_and_dropped(client, room):
    story = make_story(room)
    suns = ((200, 200), (800, 300), (1200, 400))
    pictures = [make_picture(room.unit, room.author, drawn(sun=sun)) for sun in suns]
    client.force_login(room.author)
    choose = reverse("choose-pictures", args=[story.pk])
    assert client.get(choose).status_code == 200

    client.post(choose, {"anh": [picture.pk for picture in pictures]})
    arranged = {"anh-0-alt": "Một", "anh-0-so": "3", "anh-1-alt": "Hai", "anh-1-bo": "1"}
    arranged |= {"anh-2-alt": "Ba", "anh-2-caption": "Tàu", "anh-2-so": "3"}
    client.post(reverse("edit-story", args=[story.pk]), typed(story, **arranged))

    shown = [(row.alt, row.caption) for row in now(story).pictures.all()]
    assert [alt for alt, _ in shown] == ["Ba", "Một"]
    assert shown[0] == ("Ba", "Tàu")


def test_the_form_says_which_picture_lacks_words(page, room):
    story = make_story(room)
    picture = make_picture(room.unit, room.author)
    row = placed(picture)
    row.alt = ""
    edit(story, room.author, pictures=[row])

    assert "có ảnh thiếu mô tả" in page("edit-story", story.pk).content.decode()


def test_the_preview_is_what_readers_will_see_and_is_not_kept(page, room):
    story = edit(make_story(room), room.author, body="Sáng nay", standfirst="Vụ mới")

    answer = page("preview-story", story.pk)

    assert "Sáng nay" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


def test_pasted_looks_become_marks(client, room):
    client.force_login(room.author)

    answer = client.post(reverse("paste-words"), {"html": "<p><b>Đậm</b><table><td>1<td>2</table>"})

    assert answer.json()["marks"] == "**Đậm**\n\n1 · 2"
    assert len(answer.json()["said"]) == 1
    assert client.post(reverse("paste-words"), {"html": "x" * 1_000_001}).status_code == 413


def test_a_draft_is_dropped(client, room):
    story = make_story(room)
    client.force_login(room.author)

    assert "không lấy lại được" in client.get(reverse("story", args=[story.pk])).content.decode()
    assert client.get(reverse("drop-draft", args=[story.pk])).status_code == 302
    client.post(reverse("drop-draft", args=[story.pk]))
    assert not Story.objects.exists()


def test_lists_are_of_mine_of_those_on_their_way_and_of_all(page, room):
    mine, other = make_story(room), make_story(room, by=room.editor, title="Chợ nổi")
    edit(other, room.editor, body="x", standfirst="x")
    submit(room, Story.objects.get(pk=other.pk), by=room.editor)

    def listed(**asked):
        return [line.story for line in page("stories", **asked).context["lines"]]

    assert listed() == [mine]
    assert listed(xem="dang-di") == [other]
    assert set(listed(xem="tat-ca")) == {mine, other}
    assert listed(xem="tat-ca", q="cho noi") == [other]
    assert listed(xem="tat-ca", loai="video") == []
    assert listed(xem="tat-ca", tieng="en") == []
    assert listed(xem="gì", loai="gì", trang="x") == [mine]


def test_what_is_on_its_way_is_what_waits(page, room):
    make_story(room, title="Nháp")
    kept, gone, back = (publish(room, title) for title in ("Còn", "Rút", "Trả lại"))
    withdraw_story(story=gone, notice="Bài có số liệu sai.", by=room.editor)

    def waiting():
        return {line.story.pk for line in page("stories", xem="dang-di").context["lines"]}

    assert waiting() == set()
    for story in (kept, back):
        edit(story, room.author, body="Chữ mới.")
        sent = submit(room, story)
    assert waiting() == {kept.pk, back.pk}
    no = {"agrees": False, "reason": Reason.FACTS}
    clear_story(submission=sent, step=Step.EDITOR, by=room.editor, **no)
    assert waiting() == {kept.pk}
    recall_story(story=kept, by=room.author)
    assert waiting() == set()


def test_a_list_asks_as_much_for_one_story_as_for_three(
    page, room, django_assert_max_num_queries, django_assert_num_queries
):
    make_story(room)
    with django_assert_max_num_queries(30) as first:
        page("stories")
    make_story(room), make_story(room)
    with django_assert_num_queries(len(first)):
        page("stories")


def test_the_storys_page_tells_its_way(page, room):
    story = edit(make_story(room), room.editor, body="Sáng nay", title="Tên mới")

    html = page("story", story.pk).content.decode()

    assert "Bắt đầu viết" in html
    assert "Sửa tên bài, nội dung" in html
    assert "Đang viết" in html
