"""Gathers what the tests of a promise tried, for `haidang prove` (`--promises`, `--proof-file`).

A test carries `@pytest.mark.promise("N1")`. What it tried is the first line of its docstring, or
the words of its name; it may say more through the fixture `proof`:

    def test_seed_is_read_whole(proof):
        proof(tried="kế hoạch gốc đọc trọn", times=217, figure="0 ký tự mất, 0 ký tự lặp")
"""

import json
import re
from pathlib import Path

import pytest

COUNTED = re.compile(r"(\d+) passing(?: examples)?,")


def pytest_addoption(parser):
    parser.addoption("--promises", default="", help="run only the proofs of these, or of `all`")
    parser.addoption("--proof-file", default="", help="write what was tried to this file")


def pytest_configure(config):
    if config.getoption("--proof-file") and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Notebook(Path(config.getoption("--proof-file"))))


def pytest_collection_modifyitems(config, items):
    wanted = set(config.getoption("--promises").split(",")) - {""}
    if not wanted:
        return
    dropped = [item for item in items if not wanted & (promises_of(item) | {"all"} & any_of(item))]
    items[:] = [item for item in items if item not in dropped]
    config.hook.pytest_deselected(items=dropped)


def promises_of(item):
    return {number for mark in item.iter_markers("promise") for number in mark.args}


def any_of(item):
    return {"all"} if promises_of(item) else set()


@pytest.fixture
def proof(request):
    def say(*, tried="", times=0, figure=""):
        request.node.said = {"tried": tried, "times": times, "figure": figure}

    return say


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    promises = promises_of(item)
    if promises and report.when == "teardown":
        said = {"tried": words_of(item), "times": times_of(item), "figure": ""}
        said |= {key: value for key, value in getattr(item, "said", {}).items() if value}
        report.proof = said | {"promises": sorted(promises)}
    return report


def words_of(item):
    written = (item.function.__doc__ or "").strip().splitlines()
    return written[0] if written else item.originalname.removeprefix("test_").replace("_", " ")


def times_of(item):
    counted = COUNTED.findall(getattr(item, "hypothesis_statistics", ""))
    return sum(map(int, counted)) or 1


class Notebook:
    """Writes one entry for each test of a promise: what it tried, how often, how it ended."""

    def __init__(self, path):
        self.path, self.entries, self.failed, self.unread = path, [], set(), []

    def pytest_collectreport(self, report):
        if report.failed:
            self.unread.append(report.nodeid)

    def pytest_runtest_logreport(self, report):
        if report.outcome != "passed":
            self.failed.add((report.nodeid, report.outcome))
        if hasattr(report, "proof"):
            self.entries.append({"test": report.nodeid, **report.proof})

    def pytest_sessionfinish(self):
        for entry in self.entries:
            ended = {outcome for test, outcome in self.failed if test == entry["test"]}
            entry["holds"] = not ended
            entry["skipped"] = ended == {"skipped"}
        noted = {"entries": self.entries, "unread": self.unread}
        self.path.write_text(json.dumps(noted, ensure_ascii=False), "utf-8")
