"""Which year and quarter a page is asked for."""

from haidang import clock
from haidang.web.request import Request, number_asked

YEARS = 4  # this year, the next, and two before


def year_asked(request: Request) -> int:
    """The year that was asked for; this one where it is none that can be chosen."""
    asked = number_asked(request.GET.get("nam", "") or request.POST.get("nam", ""))
    return asked if asked in years() else clock.today().year


def quarter_asked(request: Request) -> int | None:
    """The quarter that was asked for; None is the whole year."""
    asked = number_asked(request.GET.get("quy", "") or request.POST.get("quy", ""))
    return asked if asked in {1, 2, 3, 4} else None


def years() -> list[int]:
    """The years that can be chosen, newest first."""
    last = clock.today().year + 1
    return [last - at for at in range(YEARS)]


def period_words(year: int, quarter: int | None) -> str:
    """năm 2024, quý III năm 2024."""
    numerals = ("I", "II", "III", "IV")
    return f"năm {year}" if quarter is None else f"quý {numerals[quarter - 1]} năm {year}"
