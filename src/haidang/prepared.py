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
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from uuid import UUID
from weakref import WeakKeyDictionary

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Count, Expression, QuerySet, Value, prefetch_related_objects
from django.db.models.sql import Query
from django.db.models.sql.compiler import SQLCompiler

from haidang import clock

Given = ParamSpec("Given")
Row = TypeVar("Row")
Thing = TypeVar("Thing")
SEVERAL = (list, tuple, set, frozenset)
PLAIN = {int, str}  # as the database takes them
Reader = Callable[[Any, Any, BaseDatabaseWrapper], Any]


def prepared(
    build: Callable[Given, QuerySet[Any, Row]],
) -> Callable[Given, list[Row]]:
    """Let a function that builds a question answer it, putting it into SQL once a process."""
    known: dict[Any, _Statement] = {}
    kept: WeakKeyDictionary[BaseDatabaseWrapper, dict[Any, _Asked]] = WeakKeyDictionary()

    @wraps(build)
    def ask(*values: Given.args, **shape: Given.kwargs) -> list[Row]:
        connection = connections["default"]
        # A server's threads come and go, each with a connection of its own.
        asked = kept.get(connection)
        if asked is None:
            asked = kept[connection] = {}
        key = (len(values), *sorted(shape.items())) if shape else len(values)
        mine = asked.get(key)
        if mine is None:
            statement = known.get((connection.vendor, key))
            if statement is None:
                stand_ins: Any = [_StandIn(at) for at in range(len(values))]
                with clock.hidden():
                    statement = _Statement(build(*stand_ins, **shape), connection)
                known[connection.vendor, key] = statement
            mine = asked[key] = _Asked(statement, connection)
        return mine.rows(values)

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
    """A compiler that has done its work: it asks, and reads the rows as Django would."""

    found: Sequence[Sequence[Any]] = ()
    readers: Sequence[tuple[int, list[Reader], Any]] = ()

    def ask(self, text: str, values: Sequence[Any]) -> bool:
        """Fetch all rows at once: whoever asks is given a list. Whether there are any."""
        with self.connection.cursor() as cursor:
            cursor.execute(text, values)
            self.found = cursor.fetchall()
        if self.has_extra_select:
            self.found = [row[: self.col_count] for row in self.found]
        return bool(self.found)

    def execute_sql(self, *args: Any, **kwargs: Any) -> Any:
        """The rows as the database gave them."""
        return self.found

    def results_iter(
        self,
        results: Any = None,
        tuple_expected: bool = False,
        chunked_fetch: bool = False,
        chunk_size: int = 0,
    ) -> Iterator[Any]:
        """The rows as Python reads them; how is the same each time."""
        if not self.readers:
            return iter(self.found)
        read = map(self._read, self.found)
        return map(tuple, read) if tuple_expected else read

    def _read(self, row: Sequence[Any]) -> list[Any]:
        values = list(row)
        for at, readers, expression in self.readers:
            for reader in readers:
                values[at] = reader(values[at], expression, self.connection)
        return values

    def on(self, connection: BaseDatabaseWrapper) -> "_Compiler":
        """The same compiler for another connection, with how that one's columns are read."""
        twin = _twin(self, connection=connection)
        columns = [column[0] for column in self.select[: self.col_count]]
        found = twin.get_converters(columns)
        twin.readers = [(at, readers, column) for at, (readers, column) in found.items()]
        return twin


class _Query(Query):
    """A question with its compiler, which Django would make anew each time."""

    made: _Compiler

    def get_compiler(self, *args: Any, **kwargs: Any) -> _Compiler:
        return self.made


class _Statement:
    """A question in SQL, with the values it was built with; no connection is kept by it."""

    def __init__(self, question: QuerySet[Any, Any], connection: BaseDatabaseWrapper) -> None:
        self.question = question
        made = _Compiler(question.query, connection, connection.alias)
        self.text, slots = made.as_sql()
        self.slots: tuple[Any, ...] = tuple(slots)
        self.compiler = _twin(made, connection=None)
        question.query.__class__ = _Query


class _Asked:
    """A statement as the database is asked it over a connection, and how its rows are read."""

    def __init__(self, statement: _Statement, connection: BaseDatabaseWrapper) -> None:
        self.connection, self.text, self.slots = connection, statement.text, statement.slots
        # Values are bound one by one, so a sign that stands for one is never part of a word.
        self.pieces = self.text.split("%s")
        self.compiler = statement.compiler.on(connection)
        query = _twin(statement.question.query, made=self.compiler)
        self.question = _twin(statement.question, _query=query)
        # Django's own reader of rows, without the copy of the question that it makes each time.
        self.iterable = vars(self.question)["_iterable_class"]
        self.beside = vars(self.question)["_prefetch_related_lookups"]

    def rows(self, values: tuple[Any, ...]) -> list[Any]:
        given = [value if type(value) in PLAIN else self._adapted(value) for value in values]
        bound = [given[slot.at] if isinstance(slot, _StandIn) else slot for slot in self.slots]
        several = list in map(type, given)
        text = self._spread(bound) if several else self.text
        if not self.compiler.ask(text, _flat(bound) if several else bound):
            return []
        found = list(self.iterable(self.question))
        self.compiler.found = ()
        if self.beside:
            prefetch_related_objects(found, *self.beside)
        return found

    def _spread(self, bound: Sequence[Any]) -> str:
        """The question with a sign for each of several values."""
        text = [self.pieces[0]]
        for one, piece in zip(bound, self.pieces[1:], strict=True):
            signs = ", ".join(["%s"] * len(one)) or "NULL" if isinstance(one, list) else "%s"
            text += [signs, piece]
        return "".join(text)

    def _adapted(self, value: Any) -> Any:
        """A value as the database takes it: Django does this while it builds a question."""
        ops = self.connection.ops
        if isinstance(value, SEVERAL):
            return [one if type(one) in PLAIN else self._adapted(one) for one in value]
        if isinstance(value, dt.datetime):
            return ops.adapt_datetimefield_value(value)
        if isinstance(value, dt.date):
            return ops.adapt_datefield_value(value)
        if isinstance(value, UUID) and not self.connection.features.has_native_uuid_field:
            return value.hex
        return value.value if isinstance(value, Enum) else value


def _twin(thing: Thing, **changes: Any) -> Thing:
    """Another of the same, which shares all but some of it."""
    twin = object.__new__(type(thing))
    vars(twin).update(vars(thing), **changes)
    return twin


def _flat(bound: Sequence[Any]) -> list[Any]:
    """Values one by one, where some are several."""
    flat: list[Any] = []
    for one in bound:
        flat += one if isinstance(one, list) else [one]
    return flat
