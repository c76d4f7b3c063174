"""Each command of the editorial calendar: the act, and each refusal."""

import datetime as dt

import pytest

from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.newsroom.commands import planning
from haidang.newsroom.models import PlannedStory
from haidang.newsroom.queries.writers import newsrooms_of, writers_for
from haidang.orgs.enums import Role
from haidang.plans.overtaking import Overtaken
from tests.makers import make_unit, make_user
from tests.makers.occasions import make_occasion
from tests.makers.planning import MONDAY, facts, make_newsroom, make_planned
from tests.makers.plans import make_adopted

pytestmark = pytest.mark.django_db
TUESDAY = MONDAY + dt.timedelta(1)


@pytest.fixture(autouse=True)
def _on_monday(settings):
    settings.AS_OF = MONDAY


@pytest.fixture
def newsroom():
    return make_newsroom()


def issues(refused):
    return {issue.name: issue.field for issue in refused.value.issues}


def test_plan_story_puts_it_on_its_day_for_three_channels(newsroom):
    planned = make_planned(
        newsroom, channels=("social", "portal", "radio"), languages=("km", "vi"), title=" Ra\nkhơi "
    )

    kept = PlannedStory.objects.get()
    assert (kept.title, kept.on, kept.unit) == ("Ra khơi", MONDAY, newsroom.centre)
    assert (kept.channels, kept.languages) == ("portal radio social", "vi km")
    entry = Entry.objects.get(event="plan_story")
    assert (entry.target_id, entry.get_details()["title"]) == (str(planned.pk), "Ra khơi")


def test_plan_story_says_all_that_is_missing(newsroom):
    wrong = {"title": "", "channels": (), "languages": ("fr",), "section": "x", "note": "g" * 301}

    with pytest.raises(Incomplete) as refused:
        make_planned(newsroom, on=dt.date(2042, 1, 1), **wrong)

    assert issues(refused) == {
        "no_title": "title",
        "long_note": "note",
        "far_day": "on",
        "no_channel": "channels",
        "no_language": "languages",
        "no_section": "section",
    }


def test_plan_story_refuses_what_belongs_to_others(newsroom):
    stranger = make_user(Role.EDITOR, unit=make_unit("huyện Khác", kind="huyen"))
    task = make_adopted(newsroom.authority).tasks.filter(unit=newsroom.authority.office).get()
    day = make_occasion(stranger)

    with pytest.raises(Incomplete) as refused:
        make_planned(newsroom, writer=stranger, task=task, occasion=day)

    assert issues(refused) == {
        "no_writer": "writer",
        "other_task": "task",
        "other_occasion": "occasion",
    }


@pytest.mark.promise("N19")
def test_plan_story_refuses_a_secrecy_stamp(newsroom):
    with pytest.raises(Incomplete, match="dấu chỉ độ mật"):
        make_planned(newsroom, title="MẬT\nTuần tra")

    assert not PlannedStory.objects.exists()


def test_plan_story_is_for_who_works_there(newsroom):
    above = newsroom.authority
    assert make_planned(newsroom, by=above.drafter).unit == newsroom.centre

    for person in (newsroom.officer, above.reporters[0], above.auditor):
        with pytest.raises(NotAllowed):
            make_planned(newsroom, by=person)


def test_change_plan_keeps_what_was_before(newsroom):
    planned = make_planned(newsroom)

    planning.change_plan(
        planned=planned, facts=facts(title="Ra khơi vụ mới"), by=newsroom.editor, seen=0
    )

    assert PlannedStory.objects.get().title == "Ra khơi vụ mới"
    changes = Entry.objects.get(event="change_plan").get_details()["changes"]
    assert changes == [["tên bài", "Ngư dân ra khơi", "Ra khơi vụ mới"]]


def test_change_plan_refuses_who_saw_an_earlier_version(newsroom):
    planned = make_planned(newsroom)
    planning.move_plan(planned=planned, on=TUESDAY, by=newsroom.writer, seen=0)

    with pytest.raises(Overtaken, match=r"Phóng viên.*ngày: 25/11/2024 → 26/11/2024") as refused:
        planning.change_plan(planned=planned, facts=facts(), by=newsroom.editor, seen=0)

    assert refused.value.version == 1
    assert PlannedStory.objects.get().on == TUESDAY


def test_move_plan_refuses_a_day_far_off(newsroom):
    planned = make_planned(newsroom)

    with pytest.raises(Incomplete, match="quá xa"):
        planning.move_plan(planned=planned, on=dt.date(2020, 1, 1), by=newsroom.editor)


def test_assign_writer_takes_people_of_the_units_beside(newsroom):
    planned = make_planned(newsroom)

    planning.assign_writer(planned=planned, writer=newsroom.officer, by=newsroom.editor)

    assert PlannedStory.objects.get().writer == newsroom.officer
    assert newsroom.authority.reporters[0] in writers_for(newsroom.centre)
    planning.assign_writer(planned=planned, writer=None, by=newsroom.editor)
    assert PlannedStory.objects.get().writer is None


def test_assign_writer_refuses_who_cannot_write_here(newsroom):
    stranger = make_user(Role.EDITOR, unit=make_unit("huyện Khác", kind="huyen"))

    with pytest.raises(Incomplete, match="không viết được"):
        planning.assign_writer(planned=make_planned(newsroom), writer=stranger, by=newsroom.editor)


def test_drop_plan_takes_it_out_once(newsroom):
    planned = make_planned(newsroom)
    planning.drop_plan(planned=planned, by=newsroom.editor)

    assert PlannedStory.objects.get().is_dropped
    with pytest.raises(WrongState, match="đã bỏ"):
        planning.move_plan(planned=planned, on=TUESDAY, by=newsroom.editor)


def test_start_from_plan_takes_its_task_along_once(newsroom):
    plan = make_adopted(newsroom.authority)
    task = plan.tasks.filter(unit=newsroom.authority.office).get()
    planned = planning.plan_story(
        unit=newsroom.authority.office,
        facts=facts(task=task, languages=("en",), kind="place", section="du-lich"),
        by=newsroom.authority.drafter,
    )

    story = planning.start_from_plan(planned=planned, by=newsroom.authority.drafter)

    planned.refresh_from_db()
    assert (planned.story_id, planned.version) == (story.pk, 1)
    assert (story.task, story.kind, story.language) == (task, "place", "en")
    with pytest.raises(WrongState):
        planning.start_from_plan(planned=planned, by=newsroom.authority.drafter)
    with pytest.raises(WrongState, match="đã bắt đầu viết"):
        planning.drop_plan(planned=planned, by=newsroom.authority.drafter)


def test_start_from_plan_is_for_the_writer_that_was_named(newsroom):
    planned = make_planned(newsroom, writer=newsroom.officer)

    with pytest.raises(NotAllowed):
        planning.start_from_plan(planned=planned, by=newsroom.authority.reporters[0])
    assert planning.start_from_plan(planned=planned, by=newsroom.officer).owner == newsroom.officer


def test_nobody_else_changes_the_calendar(newsroom):
    planned = make_planned(newsroom)

    for act, more in (
        (planning.change_plan, {"facts": facts()}),
        (planning.move_plan, {"on": TUESDAY}),
        (planning.assign_writer, {"writer": None}),
        (planning.drop_plan, {}),
    ):
        with pytest.raises(NotAllowed):
            act(planned=planned, by=newsroom.officer, **more)


def test_newsrooms_are_the_units_with_an_editor_or_ones_own(newsroom):
    above = newsroom.authority

    assert newsrooms_of(above.drafter) == [newsroom.centre]
    assert newsrooms_of(newsroom.editor) == [newsroom.centre]
    assert newsrooms_of(above.reporters[0]) == [above.communes[0]]
