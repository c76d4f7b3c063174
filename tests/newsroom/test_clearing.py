"""Two agree, one of them outside the tree; authors do not; an edit voids both (promise N18)."""

import pytest

from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.newsroom import gate, rules
from haidang.newsroom.commands.clearing import clear_story, recall_story, submit_story
from haidang.newsroom.commands.emergencies import publish_in_emergency
from haidang.newsroom.enums import REASONS, Reason, State, Step
from haidang.newsroom.models import Clearance, Story, Submission
from haidang.newsroom.queries.states import states_of
from haidang.newsroom.queries.visible import sees_story, spoken_of, visible_stories
from haidang.orgs.enums import Role
from tests.at_once import at_once
from tests.makers import make_unit, make_user
from tests.makers.newsroom import clear, make_newsroom, rewrite, submit, write_story

pytestmark = [pytest.mark.django_db, pytest.mark.promise("N18")]
EDITOR, OUTSIDE = Step.EDITOR, Step.CONFIDENTIALITY


@pytest.fixture
def room():
    return make_newsroom()


@pytest.fixture
def story(room):
    return write_story(room)


def said(submission, step, by, reason=""):
    return clear_story(submission=submission, step=step, agrees=not reason, by=by, reason=reason)


def state(story):
    return states_of([story])[story.pk]


def test_submit_story(room, story):
    submission = submit_story(story=story, by=room.author, no_secret=True)

    assert (submission.revision, submission.submitted_by) == (story.latest_revision, room.author)
    entry = Entry.objects.latest("seq")
    assert (entry.event, entry.target_id) == ("submit_story", str(story.pk))
    assert story.title not in entry.details
    with pytest.raises(WrongState):
        submit_story(story=story, by=room.author, no_secret=True)


def test_submitting_says_that_there_is_no_secret(room, story):
    with pytest.raises(Incomplete) as refusal:
        submit_story(story=story, by=room.author, no_secret=False)

    assert [issue.name for issue in refusal.value.issues] == ["no_secret"]


def test_what_lacks_words_or_sources_is_not_sent(room):
    empty = write_story(room, body="", kind="clarification")

    with pytest.raises(Incomplete) as refusal:
        submit(room, empty)

    assert {issue.name for issue in refusal.value.issues} >= {"body", "sources"}


def test_only_writers_of_the_authority_send(room, story):
    stranger = make_user(Role.EDITOR)
    for who in (room.officer, room.auditor, room.administrator, stranger):
        with pytest.raises(NotAllowed):
            submit(room, story, by=who)


def test_recall_story(room, story):
    submission = submit(room, story)
    said(submission, EDITOR, room.editor)

    recall_story(story=story, by=room.author)

    assert state(story) == State.DRAFT
    with pytest.raises(WrongState):
        said(submission, OUTSIDE, room.officer)
    with pytest.raises(WrongState):
        recall_story(story=story, by=room.author)


def test_only_writers_of_the_authority_recall(room, story):
    submit(room, story)

    with pytest.raises(NotAllowed):
        recall_story(story=story, by=room.officer)


def test_clear_story(room, story):
    submission = submit(room, story)

    said(submission, EDITOR, room.editor)
    said(submission, OUTSIDE, room.officer)

    assert gate.may_appear(story)
    assert state(story) == State.CLEARED


def test_the_editor_comes_first(room, story):
    with pytest.raises(WrongState):
        said(submit(room, story), OUTSIDE, room.officer)


def test_nobody_clears_own_words(room, story):
    submission = submit(room, story)
    with pytest.raises(NotAllowed):
        said(submission, EDITOR, room.author)

    rewrite(story, room.editor, standfirst="Biên tập viên sửa.")
    submission = submit(room, story)
    with pytest.raises(NotAllowed):
        said(submission, EDITOR, room.editor)


def test_who_writes_a_later_version_alone_may_have_the_first_author_as_editor(room, story):
    from tests.newsroom.test_gate import publish

    publish(room, story, clear(room, story))
    rewrite(story, room.editor, standfirst="Bản hai.")

    said(submit(room, story, by=room.editor), EDITOR, room.author)


def test_one_person_never_decides_twice(room, story):
    both = make_user(Role.EDITOR, unit=room.unit)
    submission = submit(room, story)
    said(submission, EDITOR, both)
    both.appointments.update(role=Role.CONFIDENTIALITY_OFFICER)
    both.unit = room.post
    both.save()

    with pytest.raises(NotAllowed):
        said(submission, OUTSIDE, type(both).objects.get(pk=both.pk))


def test_a_step_is_decided_once(room, story):
    submission = submit(room, story)
    said(submission, EDITOR, room.editor)

    with pytest.raises(WrongState):
        said(submission, EDITOR, make_user(Role.EDITOR, unit=room.unit))


@pytest.mark.parametrize("step", list(Step))
def test_a_refusal_is_a_code_of_its_step_and_sends_back(room, story, step):
    submission = submit(room, story)
    people = {EDITOR: room.editor, OUTSIDE: room.officer}
    if step == OUTSIDE:
        said(submission, EDITOR, room.editor)
    for wrong in ["", "vì ở đó có trận địa", *set(Reason) - set(REASONS[step])]:
        with pytest.raises(Incomplete):
            clear_story(
                submission=submission, step=step, agrees=False, by=people[step], reason=wrong
            )
    with pytest.raises(Incomplete):
        clear_story(submission=submission, step=step, agrees=True, by=people[step], reason="K1")

    said(submission, step, people[step], REASONS[step][0])

    assert state(story) == State.SENT_BACK
    assert not gate.may_appear(story)


def test_an_edit_between_the_two_voids_the_first(room, story):
    submission = submit(room, story)
    said(submission, EDITOR, room.editor)
    rewrite(story, room.author, body="<p>Khác.</p>")

    with pytest.raises(WrongState):
        said(submission, OUTSIDE, room.officer)
    assert state(story) == State.DRAFT


def test_words_changed_past_everybody_void_it_too(room, story):
    submission = submit(room, story)
    story.revisions.update(content=story.latest_revision.content | {"title": "Lén đổi"})

    with pytest.raises(WrongState):
        said(submission, EDITOR, room.editor)


def officer_of(unit):
    return make_user(Role.CONFIDENTIALITY_OFFICER, unit=unit)


def test_the_officer_stands_outside_the_tree(room, story):
    submission = submit(room, story)
    district, far = room.district, make_unit("huyện Xa", kind="huyen")
    allowed = {
        "đồn": (officer_of(room.post), True),
        "xã bên cạnh": (officer_of(make_unit("xã Bên", parent=district)), True),
        "chính trung tâm": (officer_of(room.unit), False),
        "dưới trung tâm": (officer_of(make_unit("Tổ", kind="phong", parent=room.unit)), False),
        "cấp trên": (officer_of(district), False),
        "xã của huyện khác": (officer_of(make_unit("xã Xa", parent=far)), False),
    }
    found = {name: rules.may_clear(who, submission, OUTSIDE) for name, (who, _) in allowed.items()}

    assert found == {name: expected for name, (_, expected) in allowed.items()}
    said(submission, EDITOR, room.editor)
    sees = {name: sees_story(who, story) for name, (who, _) in allowed.items()}
    within = {"chính trung tâm", "cấp trên"}
    assert sees == {name: right or name in within for name, (_, right) in allowed.items()}


def test_a_post_in_the_tree_of_the_district_is_outside_of_it(room):
    own = write_story(room)
    Story.objects.filter(pk=own.pk).update(unit=room.district)
    submission = Submission(story=Story.objects.get(pk=own.pk))

    assert rules.may_clear(room.officer, submission, OUTSIDE)
    assert not rules.may_clear(officer_of(room.unit), submission, OUTSIDE)


def test_the_officer_sees_a_story_from_the_editors_word_on(room, story):
    assert not sees_story(room.officer, story)
    submission = submit(room, story)
    assert not sees_story(room.officer, story)

    said(submission, EDITOR, room.editor)

    assert sees_story(room.officer, story)


def test_k4_hides_from_all_but_two(room, story):
    translated = write_story(
        room, "Fishermen", language="en", translation_key=story.translation_key
    )
    submission = submit(room, story)
    said(submission, EDITOR, room.editor)
    people = [room.editor, room.leader, room.administrator, room.auditor, room.author, room.officer]
    assert all(sees_story(who, story) for who in people)

    said(submission, OUTSIDE, room.officer, Reason.IN_PERSON)

    for hidden in (story, translated):
        assert [who for who in people[:4] if sees_story(who, hidden)] == []
    assert sees_story(room.author, story)
    assert sees_story(room.officer, story)
    rewrite(story, room.author, body="<p>Đã bỏ.</p>")
    assert story not in visible_stories(room.editor)


def test_what_was_spoken_of_is_shown_again_when_sent_again_but_not_its_old_versions(room, story):
    submission = submit(room, story)
    said(submission, EDITOR, room.editor)
    said(submission, OUTSIDE, room.officer, Reason.IN_PERSON)
    newer = rewrite(story, room.author, body="<p>Đã bỏ.</p>")

    submit(room, story)

    assert sees_story(room.editor, story)
    assert submission.revision_id <= spoken_of(story) < newer.pk


@pytest.mark.django_db(transaction=True)
def test_two_clearances_racing_an_edit(room, story):
    submission = submit(room, story)

    outcomes = at_once(
        lambda: said(submission, EDITOR, room.editor),
        lambda: said(submission, EDITOR, make_user(Role.EDITOR, unit=room.unit)),
        lambda: _edit(room, story),
    )

    made = list(Clearance.objects.all())
    assert len(made) <= 1
    assert len([one for one in outcomes if isinstance(one, WrongState)]) == 2 - len(made)
    newest = Story.objects.get(pk=story.pk).latest_revision_id
    assert newest != submission.revision_id
    assert not gate.may_appear(story)
    assert state(story) == State.DRAFT


def _edit(room, story):
    from django.db import transaction

    from haidang.newsroom.holding_still import held

    with transaction.atomic():
        return rewrite(held(story), room.author, body="<p>Sửa lúc đang duyệt.</p>")


def test_an_emergency_does_not_make_its_writers_others(room, story):
    submit(room, story)
    publish_in_emergency(story=story, by=room.leader)
    colleague = make_user(Role.EDITOR, unit=room.unit)
    rewrite(story, colleague, standfirst="Một chữ khác.")
    submission = submit(room, story, by=colleague)

    with pytest.raises(NotAllowed):
        said(submission, EDITOR, room.author)
    assert said(submission, EDITOR, room.editor).agrees


def test_a_posts_own_stories_are_not_cleared_by_its_own_officer(room, story):
    Story.objects.filter(pk=story.pk).update(unit=room.post)
    submission = submit(room, Story.objects.get(pk=story.pk), by=room.author)
    other = make_unit("Đồn Biên phòng Khác", kind="don-bien-phong", parent=room.district)

    assert not rules.stands_outside(room.post, room.post)
    assert rules.stands_outside(other, room.post)
    assert not rules.may_clear(room.officer, submission, OUTSIDE)
