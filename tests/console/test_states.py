import pytest
from django.db.models import TextChoices

from haidang.console import states


class Tide(TextChoices):
    LOW = "low", "nước ròng"
    HIGH = "high", "nước lớn"


MOVES = {Tide.LOW: frozenset({Tide.HIGH}), Tide.HIGH: frozenset()}


def test_a_diagram_shows_each_state_and_each_move():
    assert states._diagram("sea", "TIDE_MOVES", MOVES).splitlines() == [
        "## tide (sea)",
        "",
        "```mermaid",
        "stateDiagram-v2",
        '    state "nước ròng" as low',
        '    state "nước lớn" as high',
        "    [*] --> low",
        "    low --> high",
        "    high --> [*]",
        "```",
    ]


def test_the_page_draws_every_table_of_moves_of_every_room():
    page = states.drawing()

    assert page.startswith("# States\n")
    assert [room for room in ("documents", "plans", "reporting") if f"({room})" not in page] == []


@pytest.mark.parametrize("written", [None, "# States\n\nof yesterday\n"])
def test_a_page_that_is_missing_or_old_is_stale_until_rewritten(tmp_path, monkeypatch, written):
    page = states.ROOT / "docs" / "states.md"
    monkeypatch.setattr(states, "ROOT", tmp_path)
    monkeypatch.setattr(states, "PAGE", tmp_path / page.name)
    if written:
        states.PAGE.write_text(written, "utf-8")

    assert states.stale() == "states.md không còn đúng: ./haidang fix"
    states.rewrite()
    assert states.stale() == ""
