"""Amounts as whole hundredths: both databases add them up exactly, and quickly."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db import models

CENT = Decimal("0.01")


class Hundredths(models.Field[Any, Any]):
    """A number with two places, kept as a whole number of hundredths.

    A decimal column is a floating number in SQLite, where a sum of thousands may be off by one in
    its last place. Sums, smallest and largest of it come back as numbers with two places.
    """

    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def get_internal_type(self) -> str:
        return "BigIntegerField"

    def get_prep_value(self, value: Any) -> int | None:
        if value is None:
            return None
        return int(Decimal(value).quantize(CENT, ROUND_HALF_UP).scaleb(2))

    def from_db_value(self, value: Any, expression: object, connection: object) -> Decimal | None:
        return None if value is None else Decimal(int(value)).scaleb(-2)

    def to_python(self, value: Any) -> Decimal | None:
        return None if value is None else Decimal(value)
