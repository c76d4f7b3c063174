"""A hundred thousand public stories, written past the commands: one of the demonstration's again.

Rows of the story, of what cleared it and of what published it are copied under new keys by the
database itself; only their words differ.
"""

import random
from collections.abc import Callable
from uuid import uuid4

from bench.ground import rest

SEARCHED = 100_000
SYLLABLES = (
    "bien dao lang nghe tom ca muoi rung song nuoc que huong dat mua gio nang le hoi chua dinh "
    "duong cau cang ben tau thuyen luoi khoi xa huyen tinh cho ngay dem tre gia hoc sach bao loa "
    "nha van hoa du lich dau tu kieu bao khmer kinh hoa lua dua mia tieu ong ba anh em ban doi"
).split()
COMMON, RARE = "cau ngang", "zzyzx"
BATCH = 5_000


def fill(count: int) -> dict[str, Callable[[random.Random], str]]:
    """Copy a public story so often; return how to draw a question of each kind."""
    from django.db import connection, transaction

    from haidang.newsroom.models import Publication, Story, Submission
    from haidang.newsroom.queries.public import appearing

    model = appearing().filter(locale__language_code="vi").order_by("-pk").first()
    assert model is not None
    publication = Publication.objects.filter(story=model).order_by("-pk").first()
    assert publication is not None
    assert publication.submission_id is not None
    first = Story.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1_000
    keys = range(first, first + count)
    shift = {
        "newsroom_submission": Submission.objects.order_by("-pk").values_list("pk", flat=True)[0]
    }
    with transaction.atomic(), connection.cursor() as cursor:
        _pages(cursor, model, keys)
        _again(cursor, "newsroom_story", "page_ptr_id", model.pk, keys, {"page_ptr_id": "k"})
        under = f"k + {shift['newsroom_submission'] + 1}"
        new = {"id": under, "story_id": "k"}
        _again(cursor, "newsroom_submission", "id", publication.submission_id, keys, new)
        of = publication.submission_id
        new = {"submission_id": under}
        _again(cursor, "newsroom_clearance", "submission_id", of, keys, new, "id")
        new = {"story_id": "k", "submission_id": under}
        _again(cursor, "newsroom_publication", "id", publication.pk, keys, new, "id")
        _words(cursor, model, keys)
    rest()
    return {
        "one common word": lambda draw: draw.choice(SYLLABLES),
        "two common words": lambda draw: " ".join(draw.sample(SYLLABLES, 2)),
        "three words and the beginning of one": lambda draw: (
            " ".join(draw.sample(SYLLABLES, 3)) + f" {draw.choice(SYLLABLES)[:2]}"
        ),
        "a word that every story has": lambda draw: COMMON,
        "a word that few have": lambda draw: RARE,
        "a word that none has": lambda draw: "qqqqq",
    }


def _pages(cursor, model, keys) -> None:
    """The rows of Wagtail's page: each with a path, an address and a translation key of its own."""
    names, row = _row(cursor, "wagtailcore_page", "id", model.pk)
    parent, steps = model.path[:-4], "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    above = model.url_path.rstrip("/").rpartition("/")[0]
    is_hex = len(str(row["translation_key"])) == 32
    rows = []
    for number, key in enumerate(keys):
        at, last = number + 500_000, ""
        for _ in range(4):
            at, digit = divmod(at, 36)
            last = steps[digit] + last
        slug = f"bai-{key}"
        own = uuid4().hex if is_hex else uuid4()
        new = {
            "id": key,
            "path": parent + last,
            "slug": slug,
            "url_path": f"{above}/{slug}/",
            "translation_key": own,
            "live_revision_id": None,
            "latest_revision_id": None,
        }
        rows.append([(row | new)[name] for name in names])
    _insert(cursor, "wagtailcore_page", names, rows)


def _again(cursor, table, where, value, keys, new, without="") -> None:
    """Rows of a table again for each key; `new` says what differs, in SQL over `k`."""
    names = [name for name in _row(cursor, table, where, value)[0] if name != without]
    chosen = ", ".join(new.get(name, f't."{name}"') for name in names)
    into = ", ".join(f'"{name}"' for name in names)
    cursor.execute(
        f"INSERT INTO {table} ({into}) WITH RECURSIVE all_keys(k) AS (SELECT {keys.start} UNION ALL"
        f" SELECT k + 1 FROM all_keys WHERE k + 1 < {keys.stop})"
        f" SELECT {chosen} FROM all_keys, {table} t WHERE t.{where} = %s",
        [value],
    )


def _words(cursor, model, keys) -> None:
    from django.db import connection

    from haidang.newsroom.finding import ADDED, words_of

    signs = " ".join(words_of(model).split()[:2])
    draw = random.Random(3)
    rare = set(draw.sample(list(keys), min(12, len(keys))))
    rows = []
    for key in keys:
        words = " ".join(draw.choices(SYLLABLES, k=120))
        rows.append((key, f"{signs} {COMMON} {words}{' ' + RARE if key in rare else ''}"))
    for at in range(0, len(rows), BATCH):
        cursor.executemany(ADDED[connection.vendor], rows[at : at + BATCH])


def _row(cursor, table, where, value):
    cursor.execute(f"SELECT * FROM {table} WHERE {where} = %s", [value])
    names = [column[0] for column in cursor.description]
    return names, dict(zip(names, cursor.fetchone(), strict=True))


def _insert(cursor, table, names, rows) -> None:
    into, marks = ", ".join(f'"{name}"' for name in names), ", ".join(["%s"] * len(names))
    for at in range(0, len(rows), BATCH):
        cursor.executemany(f"INSERT INTO {table} ({into}) VALUES ({marks})", rows[at : at + BATCH])
