"""All that the page of one planned story shows."""

from typing import Any

from haidang.newsroom import planning_rules as rules
from haidang.newsroom.models import PlannedStory, Publication, Story
from haidang.newsroom.planned_facts import changes_of
from haidang.newsroom.queries.calendar import cards_of
from haidang.newsroom.queries.states import states_of
from haidang.newsroom.queries.visible import visible_stories
from haidang.orgs.models import User
from haidang.web.forms.desk.planning import MoveForm, WriterForm

__all__ = ["planned_page", "rules"]


def planned_page(planned: PlannedStory, user: User) -> dict[str, Any]:
    """Its facts, how far each language has come, what counted for its task, what may be done."""
    seen = {"seen": planned.version}
    is_planner = rules.may_plan(user, planned.unit)
    return {
        "planned": planned,
        "card": cards_of([planned])[0],
        "written": _written(planned, user),
        "counted": _counted(planned),
        "changes": changes_of(planned),
        "may_plan": is_planner,
        "may_start": planned.story_id is None and rules.may_start(user, planned),
        "move_form": MoveForm(initial=seen | {"on": planned.on}),
        "writer_form": WriterForm(
            None, unit=planned.unit, initial=seen | {"writer": planned.writer}
        ),
    }


def _written(planned: PlannedStory, user: User) -> list[tuple[Story, str, object]]:
    """The story in each of its languages, with where it stands."""
    if planned.story is None:
        return []
    key = planned.story.translation_key
    stories = list(visible_stories(user).filter(translation_key=key).select_related("locale"))
    states = states_of(stories)
    return [(story, story.language, states[story.pk]) for story in stories]


def _counted(planned: PlannedStory) -> list[Publication]:
    """What was logged for the task when the story appeared."""
    if planned.story is None:
        return []
    found = Publication.objects.filter(
        story__translation_key=planned.story.translation_key, activity__isnull=False
    )
    return list(found.select_related("activity", "story__locale").order_by("at"))
