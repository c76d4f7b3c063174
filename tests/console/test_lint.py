import pytest

from haidang.console import ask_django, lint


def test_look_shows_each_verdict_and_what_is_wrong_at_the_end(capsys):
    status = lint.look({"a": lambda: "", "b": lambda: "dòng 3\ndòng 4"})

    assert status == 1
    said = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in said[:2]] == [["✓", "a"], ["✗", "b"]]
    assert said[2:] == ["", "── b", "dòng 3", "dòng 4"]


def test_look_is_content_where_nothing_is_wrong(capsys):
    assert lint.look({"a": lambda: "", "b": lambda: ""}) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


@pytest.mark.parametrize(
    ("program", "wrong"),
    [("print('fine')", ""), ("print('dòng 7'); exit(1)", "dòng 7"), ("exit(3)", "lỗi")],
)
def test_tool_tells_what_a_program_says_only_if_it_fails(program, wrong):
    assert lint.tool("-c", program)() == wrong


def test_locks_names_the_line_of_an_address(tmp_path, monkeypatch):
    monkeypatch.setattr(lint, "ROOT", tmp_path)
    (tmp_path / "a.lock").write_text("x==1\n--index-url " + "https:" + "//somewhere\n")
    (tmp_path / "b.lock").write_text("x==1\n")

    assert lint.locks() == "a.lock:2"


@pytest.mark.django_db
def test_the_models_and_the_migrations_agree():
    assert ask_django.migrations() == ""


def test_the_settings_pass_the_checks_of_django():
    assert ask_django.settings() == ""


def test_a_setting_that_django_warns_of_is_found(settings):
    settings.SILENCED_SYSTEM_CHECKS = []

    assert "W0" in ask_django.settings()


def test_every_template_compiles():
    assert ask_django.templates() == ""


def test_a_template_that_does_not_compile_is_named(settings):
    pages = {"good.html": "{{ x }}", "bad.html": "{% if %}"}
    loader = ("django.template.loaders.locmem.Loader", pages)
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"APP_DIRS": False}]
    settings.TEMPLATES[0]["OPTIONS"] = {"loaders": [loader]}

    assert ask_django.uncompiled(pages).startswith("bad.html: ")


@pytest.mark.django_db
def test_every_question_is_asked_away_from_any_installation(place, capsys):
    assert ask_django.main() == 0
    assert (capsys.readouterr().out, list(place.iterdir())) == ("", [])


@pytest.mark.django_db
def test_a_bad_answer_is_named_and_ends_badly(place, capsys, monkeypatch):
    monkeypatch.setattr(ask_django.states, "PAGE", place / "states.md")
    monkeypatch.setattr(ask_django.states, "ROOT", place)

    assert ask_django.main() == 1
    assert capsys.readouterr().out == "states: states.md không còn đúng: ./haidang fix\n"
