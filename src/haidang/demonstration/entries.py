"""What the units of the demonstration would have logged: entries that add up to their figures."""

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from haidang.demonstration import titles
from haidang.demonstration.figures import CODES

FIRST = dt.date(2023, 12, 15)
# Who had reported by then logged nothing more that the report would lack.
BEFORE_REPORTING, LAST = dt.date(2024, 11, 12), dt.date(2024, 11, 21)
STILL_LOGGING = {"hiephoa", "thuanhoa", "truongtho", "longson", "hiepmytay", "bientap", "baomat"}


class Dice(random.Random):
    """The chances of one unit, the same in every installation, and how long it logged."""

    def __init__(self, account: str) -> None:
        super().__init__(account)
        last = LAST if account in STILL_LOGGING else BEFORE_REPORTING
        self.days = (last - FIRST).days

    def day(self) -> dt.date:
        """Return a day of the year that was logged."""
        return FIRST + dt.timedelta(days=self.randint(3, self.days))


@dataclass(frozen=True, slots=True)
class Draft:
    """One entry to be logged: the day, its kind and words, how much, in which language."""

    on: dt.date
    kind: str
    title: str
    quantities: dict[str, int]
    language: str = "vi"
    photos: int = 0


def parts(total: int, count: int, dice: Dice) -> list[int]:
    """Cut a number into `count` whole parts of at least one where that is possible."""
    if count <= 0:
        return []
    least = 1 if total >= count else 0
    cuts = sorted(dice.randint(0, total - least * count) for _ in range(count - 1))
    edges = [0, *cuts, total - least * count]
    return [high - low + least for low, high in pairwise(edges)]


def shares(total: int, weights: Sequence[int]) -> list[int]:
    """Cut a number into whole parts in proportion to weights; the parts add up to it exactly."""
    whole, done, result = sum(weights), 0, []
    running = 0
    for weight in weights:
        running += weight
        upto = total * running // whole
        result.append(upto - done)
        done = upto
    return result


def commune_entries(account: str, figures: tuple[int, ...]) -> Iterator[Draft]:
    """Yield all that one commune logged; summed by indicator it is exactly its figures."""
    dice = Dice(account)
    wanted = dict(zip(CODES, figures, strict=True))
    yield from _radio(wanted["1.1"], wanted["1.2"] * 60, wanted["1.3"], dice)
    yield from _articles(wanted["2.1"], wanted["2.2"], dice)
    yield from _talks(account, wanted["3.1"], wanted["3.2"], wanted["3.3"], dice)
    yield from _several(
        "contest", wanted["4.1"], {"events": wanted["4.1"], "attendances": wanted["4.2"]}, dice
    )
    yield from _several("visual", 6, {"pieces": wanted["5.1"], "sheets": wanted["5.2"]}, dice)
    yield from _several("promotion", wanted["6.1"], {"items": wanted["6.1"]}, dice)
    yield from _several("overseas", 3, {"attendances": wanted["6.2"]}, dice)


def _radio(sessions: int, minutes: int, khmer: int, dice: Dice) -> Iterator[Draft]:
    weeks = dice.days // 7
    in_khmer = max(1, round(weeks * khmer / sessions))
    counts = [(n, "km") for n in parts(khmer, in_khmer, dice)]
    counts += [(n, "vi") for n in parts(sessions - khmer, weeks - in_khmer, dice)]
    dice.shuffle(counts)
    lengths = shares(minutes, [count for count, _ in counts])
    for week, ((count, language), length) in enumerate(zip(counts, lengths, strict=True)):
        yield Draft(
            on=(day := FIRST + dt.timedelta(days=7 * week + 7)),
            kind="radio",
            title=titles.pick("radio", dice, day),
            quantities={"sessions": count, "minutes": length},
            language=language,
        )


def _articles(items: int, files: int, dice: Dice) -> Iterator[Draft]:
    for count in parts(files, items, dice):
        yield Draft(
            on=(day := dice.day()),
            kind="article",
            title=titles.pick("article", dice, day),
            quantities={"items": 1, "files": count},
            photos=int(dice.random() < 0.2),
        )


def _talks(account: str, sessions: int, people: int, khmer: int, dice: Dice) -> Iterator[Draft]:
    told = titles.TALKS_TOLD.get(account, ())
    for on, title, count, language, photos in told:
        yield Draft(
            dt.date.fromisoformat(on),
            "talk",
            title,
            {"sessions": 1, "attendances": count},
            language,
            photos,
        )
    rest = sessions - len(told)
    people -= sum(count for _, _, count, _, _ in told)
    khmer -= sum(language == "km" for _, _, _, language, _ in told)
    for number, count in enumerate(parts(people, rest, dice)):
        language = "km" if number < khmer else "vi"
        yield Draft(
            on=(day := dice.day()),
            kind="talk",
            title=titles.pick("talk", dice, day),
            quantities={"sessions": 1, "attendances": count},
            language=language,
            photos=int(dice.random() < 0.3),
        )


def _several(kind: str, count: int, totals: dict[str, int], dice: Dice) -> Iterator[Draft]:
    count = min(count, max(totals.values()))
    cut = {measure: parts(total, count, dice) for measure, total in totals.items()}
    for number in range(count):
        yield Draft(
            on=(day := dice.day()),
            kind=kind,
            title=titles.pick(kind, dice, day),
            quantities={measure: amounts[number] for measure, amounts in cut.items()},
            photos=int(kind == "contest"),
        )


def office_entries(account: str) -> Iterator[Draft]:
    """Yield what the centre or the border post logged."""
    dice = Dice(account)
    plan = {"bientap": (96, 60, 6, 5), "baomat": (0, 16, 22, 0)}[account]
    radio, articles, talks, contests = plan
    if radio:
        yield from _radio(radio, radio * 15, 24, dice)
    yield from _articles(articles, articles * 2, dice)
    yield from _talks(account, talks, talks * 46, 4, dice)
    yield from _several(
        "contest", contests, {"events": contests, "attendances": contests * 210}, dice
    )
