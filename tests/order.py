"""Which tests come first: the long ones.

They go to one worker, which loads what they share once, while the other goes on with the rest;
what is left at the end is short, and both end together.
"""

LONG = ("tests/demonstration/", "tests/journeys/", "tests/web/test_canary.py")


def is_long(item):
    return item.nodeid.startswith(LONG)


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: not is_long(item))
