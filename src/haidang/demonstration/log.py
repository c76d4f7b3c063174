"""The year as it was logged, day by day, each entry by the person of its unit."""

import random
import uuid
from collections.abc import Iterator
from functools import partial

from haidang import clock
from haidang.activities import commands
from haidang.activities.models import Kind
from haidang.demonstration.entries import Draft, commune_entries, office_entries
from haidang.demonstration.figures import YEAR
from haidang.demonstration.pictures import VARIANTS, drawing
from haidang.demonstration.season import Step
from haidang.orgs.models import User
from haidang.plans.models import Plan, Task

# The section of the plan that a kind of activity usually answers, in a commune and elsewhere.
ANSWERS = {
    "radio": "II.3",
    "article": "II.5",
    "talk": "II.1",
    "contest": "III.4.b",
    "visual": "II.6",
    "promotion": "II.4",
    "overseas": "II.4",
}
ANSWERS_OF = {
    "bientap": dict.fromkeys(ANSWERS, "III.2.a"),
    "baomat": {"article": "III.3.a", "talk": "III.3.c"},
}


def steps(persons: dict[str, User], plan: Plan) -> Iterator[Step]:
    """Yield every entry of the year with the moment at which it was logged."""
    kinds = {kind.code: kind for kind in Kind.objects.prefetch_related("measures")}
    tasks = {task.label: task for task in plan.tasks.all()}
    dice = random.Random("minutes of the day")  # noqa: S311 - a simulation, the same everywhere
    for number, (account, draft) in enumerate(_all_entries()):
        moment = clock.at(draft.on, dice.randint(13, 16), dice.randint(0, 59))
        yield moment, partial(_log, number, draft, persons[account], kinds[draft.kind], tasks)


def _all_entries() -> Iterator[tuple[str, Draft]]:
    for account, figures in YEAR.items():
        for draft in commune_entries(account, figures):
            yield account, draft
    for account in ("bientap", "baomat"):
        for draft in office_entries(account):
            yield account, draft


def _log(number: int, draft: Draft, by: User, kind: Kind, tasks: dict[str, Task]) -> None:
    if by.unit is None:
        raise ValueError(f"{by.username} belongs to no unit")
    activity = commands.log_activity(
        id=uuid.uuid5(uuid.NAMESPACE_URL, f"demonstration/{number}"),
        unit=by.unit,
        kind=kind,
        title=draft.title,
        on=draft.on,
        by=by,
        quantities=draft.quantities,
        language=draft.language,
        task=tasks.get(ANSWERS_OF.get(by.username, ANSWERS)[draft.kind]),
        is_simulated=True,
    )
    for photo in range(draft.photos):
        commands.attach_photo(
            activity=activity,
            content=drawing((number + photo) % VARIANTS),
            name=f"anh-{photo + 1}.jpg",
            by=by,
            caption="Ảnh mô phỏng",
        )
