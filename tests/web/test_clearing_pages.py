"""S22: what waits, one story as the public will see it, two buttons and a code."""

import pytest
from django.urls import reverse

from haidang.newsroom.commands.clearing import clear_story
from haidang.newsroom.enums import Reason, State, Step
from haidang.newsroom.models import Clearance, Submission
from haidang.newsroom.queries.states import states_of
from tests.makers.newsroom import make_newsroom, rewrite, submit, write_story

pytestmark = [pytest.mark.django_db, pytest.mark.promise("N18")]


@pytest.fixture
def room():
    return make_newsroom()


@pytest.fixture
def story(room):
    return write_story(room)


def page(client, who, name, *args):
    client.force_login(who)
    return client.get(reverse(name, args=args))


def decide(client, who, submission, decision, reason="", step="editor"):
    client.force_login(who)
    address = reverse("clear-story", args=[submission.pk])
    return client.post(address, {"decision": decision, "reason": reason, "step": step})


def test_the_list_says_what_waits_for_whom(client, room, story):
    assert "Không có bài chờ" in page(client, room.editor, "clearances").content.decode()
    submission = submit(room, story)

    assert story.title in page(client, room.editor, "clearances").content.decode()
    for who in (room.author, room.officer, room.leader, room.auditor):
        assert story.title not in page(client, who, "clearances").content.decode()

    clear_story(submission=submission, step=Step.EDITOR, agrees=True, by=room.editor)
    assert story.title not in page(client, room.editor, "clearances").content.decode()
    assert story.title in page(client, room.officer, "clearances").content.decode()
    assert story.title in page(client, room.officer, "work").content.decode()


def test_the_list_asks_as_often_for_many(client, room, django_assert_max_num_queries):
    for number in range(4):
        submit(room, write_story(room, f"Bài {number}"))
    client.force_login(room.editor)
    client.get(reverse("clearances"))
    with django_assert_max_num_queries(16):
        client.get(reverse("clearances"))


def test_a_decision_takes_two_choices_and_no_words(client, room, story):
    submission = submit(room, story)
    shown = page(client, room.editor, "clear-story", submission.pk)
    text = shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    assert all(code in text for code in ("E1", "E2", "E3", "E4"))
    assert "<textarea" not in text
    assert 'type="text"' not in text.split("<main")[1]

    answer = decide(client, room.editor, submission, "khong", "E2")

    assert answer.status_code == 302
    assert Clearance.objects.get().reason == "E2"


def test_what_was_sent_back_waits_in_the_week_of_its_sender_until_it_is_sent_again(
    client, room, story
):
    decide(client, room.editor, submit(room, story), "khong", "E2")

    week = page(client, room.author, "work").content.decode()
    assert "Bài bị chuyển lại" in week
    assert story.title in week
    assert "thiếu nguồn, bản quyền" in week
    assert "Bài bị chuyển lại" not in page(client, room.editor, "work").content.decode()

    rewrite(story, room.author, standfirst="Câu khác.")
    assert "Bài bị chuyển lại" in page(client, room.author, "work").content.decode()
    submit(room, story)
    assert "Bài bị chuyển lại" not in page(client, room.author, "work").content.decode()


def test_no_without_a_code_stays_on_the_page(client, room, story):
    answer = decide(client, room.editor, submit(room, story), "khong")

    assert answer.status_code == 422
    assert "Chọn một lý do" in answer.content.decode()
    assert not Clearance.objects.exists()


def test_yes_counts_also_where_a_code_was_chosen_before(client, room, story):
    decide(client, room.editor, submit(room, story), "cho-dang", "E2")

    assert Clearance.objects.get().agrees


def test_who_decides_on_words_that_were_changed_is_told(client, room, story):
    submission = submit(room, story)
    rewrite(story, room.author, standfirst="Khác.")

    answer = decide(client, room.editor, submission, "cho-dang")

    assert answer.status_code == 409
    assert "đã được sửa" in answer.content.decode()
    assert (
        "không quyết định"
        in page(client, room.editor, "clear-story", submission.pk).content.decode()
    )


def test_the_page_is_nobodys_who_may_not_see_the_story(client, room, story):
    submission = submit(room, story)
    assert page(client, room.officer, "clear-story", submission.pk).status_code == 404
    clear_story(submission=submission, step=Step.EDITOR, agrees=True, by=room.editor)
    assert page(client, room.officer, "clear-story", submission.pk).status_code == 200

    decide(client, room.officer, submission, "khong", Reason.IN_PERSON, "confidentiality")

    for who, status in ((room.editor, 404), (room.auditor, 404), (room.author, 200)):
        assert page(client, who, "clear-story", submission.pk).status_code == status
        assert page(client, who, "story", story.pk).status_code == status


def test_what_was_spoken_of_in_person_is_not_shown_when_the_story_is_sent_again(
    client, room, story
):
    submission = submit(room, story)
    clear_story(submission=submission, step=Step.EDITOR, agrees=True, by=room.editor)
    decide(client, room.officer, submission, "khong", Reason.IN_PERSON, "confidentiality")
    rewrite(story, room.author, body="<p>Đã bỏ.</p>")
    again = submit(room, story)

    for who, status in ((room.editor, 404), (room.auditor, 404), (room.author, 200)):
        assert page(client, who, "clear-story", submission.pk).status_code == status
        assert page(client, who, "clear-story", again.pk).status_code == 200


def test_submit_and_recall_from_the_storys_page(client, room, story):
    text = page(client, room.author, "story", story.pk).content.decode()
    assert reverse("submit-story", args=[story.pk]) in text

    assert client.post(reverse("submit-story", args=[story.pk]), {}).status_code == 422
    assert not Submission.objects.exists()
    client.post(reverse("submit-story", args=[story.pk]), {"no_secret": "on"})
    assert states_of([story])[story.pk] == State.AT_EDITOR
    text = page(client, room.author, "story", story.pk).content.decode()
    assert reverse("recall-story", args=[story.pk]) in text
    client.post(reverse("recall-story", args=[story.pk]))

    assert states_of([story])[story.pk] == State.DRAFT


def test_a_preview_says_that_it_is_one_and_takes_no_rating(client, room, story):
    seen = page(client, room.editor, "preview-story", story.pk).content.decode()

    assert "Bản xem trước" in seen
    assert f'href="/bai/{story.pk}/"' in seen
    assert "Trang này có ích không?" not in seen
    assert "Chưa đăng" in seen
