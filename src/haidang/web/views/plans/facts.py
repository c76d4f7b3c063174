"""What stands beside the words under the lamp: what a unit may be, its place, targets, bases."""

from haidang.orgs.models import User
from haidang.plans import queries
from haidang.plans.enums import Certainty, TaskKind
from haidang.plans.models import Item, Plan, Task
from haidang.plans.recognition import Candidate, Meaning, key_of
from haidang.text.blocks import Place

BESIDE = "revision__edition__document"


def meant(plan: Plan, task: Task | None) -> dict[str, object]:
    """The parts of a duty's unit phrase that a person is still to settle, with what to choose from.

    A part whose unit was only guessed comes with the guess (`instead`) and its alternatives; those
    that name nobody we know are `unknown_words`.
    """
    found: tuple[Meaning, ...] = ()
    is_settled = task is None or (task.has_owner and task.certainty == Certainty.HIGH)
    if task is not None and task.kind == TaskKind.DUTY and not is_settled:
        named = queries.meanings_of(plan, [task]).get(task.pk, ())
        found = tuple(part for part in named if not part.is_generic)
    keys = [key_of(owner) for owner in task.owners] if task else []
    rows = [_row(meaning, keys) for meaning in found]
    return {
        "open_meanings": [row for row in rows if row["candidates"]],
        "unknown_words": [part.words for part in found if not part.candidates],
    }


def _row(meaning: Meaning, taken: list[str]) -> dict[str, object]:
    instead = next((one for one in meaning.candidates if one.key in taken), None)
    others: list[Candidate] = [one for one in meaning.candidates if one.key not in taken]
    return {
        "words": meaning.words,
        "instead": instead,
        "candidates": [] if instead and meaning.is_certain else others,
    }


def place_words(places: list[Place]) -> str:
    """Where words stand in the original: "đoạn 4", "trang 2 đến trang 3"."""
    words = list(dict.fromkeys(_where(place) for place in places))
    return " đến ".join(dict.fromkeys([words[0], words[-1]])) if words else ""


def _where(place: Place) -> str:
    return f"trang {place.page}" if place.page else place.where


def beside(plan: Plan, user: User, task: Task | None, item: Item | None) -> dict[str, object]:
    """All that stands beside the words, in as many questions whatever the plan's length."""
    thing = task or item
    places = queries.places_of(plan, thing.start, thing.end) if thing else []
    return {
        **meant(plan, task),
        "place": place_words(places),
        "history": queries.history_of_task(task) if task else [],
        "targets": list(queries.targets_of(plan)),
        "uncarried": queries.uncarried_targets(plan).count(),
        "bases": bases(plan, user),
    }


def bases(plan: Plan, user: User) -> list[tuple[queries.Basis, Plan | None]]:
    """The documents that a plan cites, each with the plan that was read from it, if one was."""
    found = queries.bases_of(plan, user)
    editions = {basis.edition.pk for basis in found if basis.edition}
    read = Plan.objects.visible_to(user).filter(revision__edition__in=editions)
    plans = {row.revision.edition_id: row for row in read.select_related(BESIDE)}
    return [(basis, plans.get(basis.edition.pk) if basis.edition else None) for basis in found]
