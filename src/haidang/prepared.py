"""Questions to the database that are put into SQL once, and then only asked.

Django builds a question anew each time: one to eight thousandths of a second of the processor, for
an answer that the database gives in one or two tenths of one. Where a page asks often, write

    @prepared
    def roles_held(user: int, day: dt.date) -> QuerySet[Appointment, str]:
        return Appointment.objects.filter(user=user, valid_from__lte=day).values_list("role")

and `roles_held(user.pk, today)` gives the list of rows. The function runs the first time only, with
stand-ins for its values, so that it may use them in filters and in nothing else: no `if`, no
arithmetic. Nor may it ask which day it is: that is a value too. What decides the shape of a
question is named (`everything=True`), and makes one more question. Several values (`pk__in=units`)
come as a list; an empty one finds nothing, and may not be negated.
"""

import datetime as dt
from collections.abc import Callable
from enum import Enum
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from uuid import UUID
from weakref import WeakKeyDictionary

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Count, Expression, QuerySet, Value
from django.db.models.sql import Query
from django.db.models.sql.compiler import SQLCompiler

from haidang import clock

Given = ParamSpec("Given")
Row = TypeVar("Row")
SEVERAL = (list, tuple, set, frozenset)


def prepared(
    build: Callable[Given, QuerySet[Any, Row]],
) -> Callable[Given, list[Row]]:
    """Let a function that builds a question answer it, putting it into SQL once a connection."""
    kept: WeakKeyDictionary[BaseDatabaseWrapper, dict[Any, _Statement]] = WeakKeyDictionary()

    @wraps(build)
    def ask(*values: Given.args, **shape: Given.kwargs) -> list[Row]:
        connection = connections["default"]
        # A statement belongs to a connection, and so to one thread.
        statements = kept.setdefault(connection, {})
        key = (len(values), *sorted(shape.items()))
        if key not in statements:
            stand_ins: Any = [_StandIn(at) for at in range(len(values))]
            with clock.hidden():
                statements[key] = _Statement(build(*stand_ins, **shape), connection)
        return statements[key].rows(values)

    return ask


def counted(question: QuerySet[Any, Any]) -> QuerySet[Any, int]:
    """The question for how many rows there are, for `number`."""
    every = question.order_by().values(every=Value(1)).annotate(number=Count("pk"))
    numbers: QuerySet[Any, int] = every.values_list("number", flat=True)
    return numbers


def number(rows: list[int]) -> int:
    """How many rows a question counted: none where there is nothing to count."""
    return sum(rows)


class _StandIn(Expression):
    """Stands in a question where a value will stand."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self.at = at

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return "%s", [self]


class _Compiler(SQLCompiler):
    """A compiler that has done its work."""

    text: str
    values: tuple[Any, ...]
    converters: dict[int, Any] | None = None

    def get_converters(self, expressions: Any) -> dict[int, Any]:
        """How the columns are read: the columns of a question are always the same."""
        if self.converters is None:
            self.converters = super().get_converters(expressions)
        return self.converters

    def as_sql(self, *args: Any, **kwargs: Any) -> Any:
        return self.text, self.values


class _Query(Query):
    """A question with its compiler, which Django would make anew each time."""

    made: _Compiler

    def get_compiler(self, *args: Any, **kwargs: Any) -> _Compiler:
        return self.made


class _Statement:
    """A question as the database is asked it, and how its rows are read."""

    def __init__(self, question: QuerySet[Any, Any], connection: BaseDatabaseWrapper) -> None:
        self.question, self.connection = question, connection
        self.compiler = _Compiler(question.query, connection, connection.alias)
        text, values = SQLCompiler.as_sql(self.compiler)
        self.slots: tuple[Any, ...] = tuple(values)
        # Values are bound one by one, so a sign that stands for one is never part of a word.
        self.pieces = text.split("%s")
        question.query.__class__ = _Query
        vars(question.query)["made"] = self.compiler

    def rows(self, values: tuple[Any, ...]) -> list[Any]:
        given = [self._adapted(value) for value in values]
        text, bound = [self.pieces[0]], []
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            one = given[slot.at] if isinstance(slot, _StandIn) else slot
            several = one if isinstance(one, list) else [one]
            text += [", ".join(["%s"] * len(several)) or "NULL", piece]
            bound += several
        self.compiler.text, self.compiler.values = "".join(text), tuple(bound)
        return list(self.question.all())

    def _adapted(self, value: Any) -> Any:
        """A value as the database takes it: Django does this while it builds a question."""
        ops = self.connection.ops
        if isinstance(value, SEVERAL):
            return [self._adapted(one) for one in value]
        if isinstance(value, dt.datetime):
            return ops.adapt_datetimefield_value(value)
        if isinstance(value, dt.date):
            return ops.adapt_datefield_value(value)
        if isinstance(value, UUID) and not self.connection.features.has_native_uuid_field:
            return value.hex
        return value.value if isinstance(value, Enum) else value
