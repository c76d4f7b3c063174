"""Holding a bulletin while something is decided about it; changing it voids what was said of it."""

from django.db.models import QuerySet

from haidang.broadcast.models import Bulletin
from haidang.errors import Incomplete, Issue, WrongState
from haidang.orgs.models import Unit, User
from haidang.plans.overtaking import Overtaken

MOST_LETTERS = 20_000
MOST_TITLE = 200


def held_bulletin(bulletin: Bulletin) -> Bulletin:
    """The newest row of a bulletin, held against everybody else, with its unit before it."""
    Unit.objects.select_for_update(no_key=True).get(pk=bulletin.unit_id)
    rows = Bulletin.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("unit__acts_for", "recording").get(pk=bulletin.pk)


def hold_bulletins(rows: QuerySet[Bulletin]) -> set[int]:
    """Hold some bulletins against everybody else, in the order of their keys; return the keys.

    Whoever airs a bulletin and whoever takes its story back hold it first, before any station: so
    that the second of both sees what the first one did (N15).
    """
    held = Bulletin.objects.select_for_update(no_key=True, of=("self",))
    return set(held.filter(pk__in=rows.values("pk")).order_by("pk").values_list("pk", flat=True))


def changed(bulletin: Bulletin, *writers: User) -> None:
    """Keep a bulletin as it is now: one change more, by people who may not clear it from now."""
    bulletin.version += 1
    bulletin.save()
    bulletin.writers.add(*writers)


def refuse_retired(bulletin: Bulletin) -> None:
    """Refuse with WrongState what is not used any more."""
    if bulletin.is_retired:
        raise WrongState("Bản tin này không dùng nữa. Soạn bản tin mới.")


def refuse_overtaken(bulletin: Bulletin, seen: int, by: User) -> None:
    """Refuse with Overtaken who saw an earlier version than the one that stands."""
    if seen != bulletin.version:
        raise Overtaken([], bulletin.version, by)


def wrong_with(title: str, words: str, spoken: str = "") -> None:
    """Refuse with Incomplete a bulletin without a name, or longer than anybody reads aloud."""
    issues = []
    if not title:
        issues.append(Issue("title", "Ghi tên bản tin.", "title"))
    if len(title) > MOST_TITLE:
        issues.append(Issue("title", f"Tên dài quá {MOST_TITLE} chữ. Viết gọn lại.", "title"))
    for field, given in (("words", words), ("spoken", spoken)):
        if len(given) > MOST_LETTERS:
            words = f"Lời đọc dài quá {MOST_LETTERS} chữ: chia thành nhiều bản tin."
            issues.append(Issue(field, words, field))
    if issues:
        raise Incomplete(issues)
