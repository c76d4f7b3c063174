from haidang.console import manage


def test_manage_hands_the_line_to_django_inside_the_installation(place, capsys):
    assert manage.run(["diffsettings", "--output", "unified"]) == 0

    assert "+ LANGUAGE_CODE = 'vi'" in capsys.readouterr().out
