import pytest

from haidang.console.say import complain, mark, seconds, step


@pytest.mark.parametrize(("span", "written"), [(0.04, "0,0 s"), (1.26, "1,3 s"), (75, "75,0 s")])
def test_seconds_are_written_the_vietnamese_way(span, written):
    assert seconds(span) == written


def test_step_writes_its_time_behind_its_name(capsys):
    with step("cơ sở dữ liệu"):
        assert capsys.readouterr().out == "  cơ sở dữ liệu ............................ "

    assert capsys.readouterr().out == "  0,0 s\n"


def test_step_that_fails_is_marked_and_fails_on(capsys):
    with pytest.raises(ValueError, match="hỏng"), step("máy chủ"):
        raise ValueError("hỏng")

    assert capsys.readouterr().out.endswith(" ✗\n")


def test_complain_is_one_line_and_exit_1(capsys):
    assert complain("Đĩa đầy") == 1
    assert capsys.readouterr().err == "✗ Đĩa đầy\n"


def test_marks_are_coloured_on_a_terminal_only(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert mark("✓", 32, on_terminal=True) == "\x1b[32m✓\x1b[0m"
    assert mark("✓", 32, on_terminal=False) == "✓"

    monkeypatch.setenv("NO_COLOR", "1")
    assert mark("✓", 32, on_terminal=True) == "✓"
