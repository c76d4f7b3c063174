"""Which of the documents that we hold another one cites."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from haidang.documents.enums import EditionStatus
from haidang.documents.models import Edition
from haidang.orgs.models import Unit, User
from haidang.orgs.naming import name_key

_CODE = re.compile(r"\s*(?P<number>\d+)\s*(?:[/–-]\s*(?P<year>\d{4})\s*)?[/–-]\s*(?P<symbol>\S.*)")

Sign = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Cited:
    """How a text cites a document: "30/2020/NĐ-CP", its date as ISO, who issued it."""

    code: str | None
    date: str | None = None
    issuer: str | None = None

    @property
    def sign(self) -> Sign | None:
        """Number and symbol as they are compared; None where the text gives none.

        >>> Cited("05/QĐ–UBND").sign
        ('5', 'qđ-ubnd')
        """
        found = _CODE.match(self.code or "")
        return _sign(found["number"], found["symbol"]) if found else None

    @property
    def year(self) -> int | None:
        """The year that stands in the code itself."""
        found = _CODE.match(self.code or "")
        return int(found["year"]) if found and found["year"] else None


def editions_cited(all_cited: Sequence[Cited], user: User) -> list[Edition | None]:
    """The edition that each of them means, among issued ones that a person may see; one query.

    None where no document has that number, symbol and date, or where more than one authority
    does: the same number and symbol come back each year and at each authority. Where the same
    document was entered twice, it is the one entered last.
    """
    numbers = {sign[0] for one in all_cited if (sign := one.sign)}
    held: dict[Sign, list[Edition]] = defaultdict(list)
    for edition in _held(numbers, user) if numbers else ():
        held[_sign(edition.number, edition.symbol)].append(edition)
    return [_meant(one, held.get(one.sign, [])) if one.sign else None for one in all_cited]


def _held(numbers: set[str], user: User) -> list[Edition]:
    written = {f"{zeros}{number}" for number in numbers for zeros in ("", "0", "00")}
    visible = Edition.objects.visible_to(user).select_related("document__unit")
    issued = visible.filter(status=EditionStatus.ISSUED, number__in=written)
    return list(issued.order_by("-pk"))


def _meant(cited: Cited, held: Sequence[Edition]) -> Edition | None:
    fitting = [one for one in held if _fits(cited, one)]
    authorities = {one.document.unit_id for one in fitting}
    return fitting[0] if len(authorities) == 1 else None


def _fits(cited: Cited, edition: Edition) -> bool:
    if not _is_of(cited.issuer, edition.document.unit) or edition.issued_on is None:
        return False
    if cited.date and len(cited.date) == len("2024-11-25"):
        return edition.issued_on == dt.date.fromisoformat(cited.date)
    return cited.year == edition.issued_on.year


def _is_of(issuer: str | None, unit: Unit) -> bool:
    key = name_key(issuer or "")
    names = [name_key(unit.name), name_key(unit.short_name)]
    # Either may say more: "Ủy ban nhân dân tỉnh", "Sở Tài chính tỉnh Thử".
    return not key or any(
        f"{long} ".startswith(f"{short} ")
        for name in names
        for short, long in ((key, name), (name, key))
    )


def _sign(number: str, symbol: str) -> Sign:
    plain = re.sub(r"\s*[–-]\s*", "-", symbol.strip(" .").casefold())
    return number.lstrip("0"), re.sub(r"^\d{4}/", "", re.sub(r"\s*/\s*", "/", plain))
