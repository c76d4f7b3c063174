"""Several people at the same moment, each in a thread with a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from haidang.errors import Refused


def at_once(*acts):
    """Do several things in threads that start together; what each gave, or how it refused."""
    start = Barrier(len(acts))

    def one(act):
        try:
            start.wait(timeout=120)
            return act()
        except Refused as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as together:
        return list(together.map(one, acts))
