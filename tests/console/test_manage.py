import pytest
from django.db.utils import OperationalError

from haidang.console import manage
from haidang.console.say import Trouble


def test_manage_hands_the_line_to_django_inside_the_installation(place, capsys):
    assert manage.run(["diffsettings", "--output", "unified"]) == 0

    assert "+ LANGUAGE_CODE = 'vi'" in capsys.readouterr().out


def test_manage_without_an_installation_says_what_to_do_first(place, monkeypatch):
    folder = place / "chua-co"
    monkeypatch.setenv("HAIDANG_DATA", str(folder))

    def refused(line):
        raise OperationalError("unable to open database file")

    monkeypatch.setattr(manage, "execute_from_command_line", refused)
    with pytest.raises(Trouble, match=f"Chưa có bản cài đặt ở {folder}. Chạy ./haidang up trước."):
        manage.run(["migrate"])
    folder.mkdir()
    with pytest.raises(Trouble, match="Không dùng được cơ sở dữ liệu"):
        manage.run(["migrate"])
