import gzip
import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from haidang.activities.commands import load_catalogue
from tests.makers import make_authority


@pytest.fixture
def reporter(client, db):
    load_catalogue()
    town = make_authority(communes=1)
    client.force_login(town.reporters[0])
    return town.reporters[0]


def test_service_worker_opens_to_everybody_and_is_asked_for_at_each_page(client, db):
    answer = client.get("/sw.js")

    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer["Cache-Control"] == "no-cache"
    assert len(answer.content) < 1500


def test_service_worker_names_only_files_and_pages_that_are_there(client, reporter):
    body = client.get("/sw.js").content.decode()
    release = json.loads(re.match(r"self\.RELEASE=(\{.*?\});", body)[1])

    pages = ["/viec/", "/ghi/", "/cho-gui/", "/nhat-ky/", "/phat-thanh/nhat-ky/"]
    assert release["pages"] == pages
    assert {client.get(path).status_code for path in release["pages"]} == {200}
    assert (release["door"], release["leave"]) == ("/ghi/gui/", "/dang-xuat/")
    assert len(release["files"]) == len(set(release["files"]))


def test_policy_lets_our_own_worker_run_and_no_other(client, reporter):
    policy = client.get("/cho-gui/")["Content-Security-Policy"]

    assert "worker-src 'self'" in policy.split("; ")


@pytest.mark.parametrize(
    "path", ["/viec/", "/ghi/", "/cho-gui/", "/nhat-ky/", "/phat-thanh/nhat-ky/", "/tro-giup/"]
)
def test_pages_of_a_person_are_kept_by_no_cache_and_say_whose_they_are(client, reporter, path):
    answer = client.get(path)

    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Haidang-Person"] == str(reporter.pk)


@pytest.mark.parametrize("path", ["/dang-nhap/", "/tro-giup/"])
def test_pages_of_nobody_say_of_nobody(client, db, path):
    assert "Haidang-Person" not in client.get(path)


def test_a_view_may_keep_to_its_own_rule(client, reporter):
    assert client.get("/sw.js")["Cache-Control"] == "no-cache"


def test_outbox_says_without_script_that_nothing_is_kept(client, reporter):
    page = client.get("/cho-gui/").content.decode()

    assert "<noscript>" in page
    assert 'id="outbox" data-person="' + str(reporter.pk) in page


def test_outbox_needs_a_sign_in(client, db):
    assert client.get("/cho-gui/").url == "/dang-nhap/?next=/cho-gui/"


OURS = ("app.js", "outbox.js", "log.js", "waiting.js", "tick.js", "sw.js")
# Newer than Chrome 80, Safari 14 or Firefox 78: they stop the whole file.
TOO_NEW = r"\?\?=|\|\|=|&&=|\.replaceAll\(|\.replaceChildren\(|\.at\(|structuredClone|randomUUID"


@pytest.mark.parametrize("name", OURS)
def test_scripts_keep_to_what_old_phones_know(name):
    script = Path(finders.find(f"haidang/{name}")).read_text("utf-8")

    assert re.findall(TOO_NEW, script) == []


def test_scripts_of_the_log_form_stay_within_the_weight_of_a_page():
    names = ["django_htmx/htmx-2.min.js", *(f"haidang/{name}" for name in OURS[:3])]
    packed = [len(gzip.compress(Path(finders.find(name)).read_bytes())) for name in names]

    assert sum(packed) <= 30_000
