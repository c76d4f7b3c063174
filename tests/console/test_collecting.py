import pytest

from haidang.console import collecting


@pytest.fixture
def pages(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    return tmp_path


def test_collect_gathers_our_files_once(pages, capsys):
    collecting.collect()
    assert "kiểu trang và hình" in capsys.readouterr().out
    assert (pages / "haidang" / "staff.css").exists()

    (pages / "haidang" / "staff.css").unlink()
    collecting.collect()
    assert capsys.readouterr().out == ""
    assert not (pages / "haidang" / "staff.css").exists()


def test_collect_gathers_again_when_something_changed(pages):
    collecting.collect()
    (pages / ".version").write_text("of yesterday")
    (pages / "haidang" / "staff.css").unlink()

    collecting.collect()

    assert (pages / "haidang" / "staff.css").exists()


def test_the_version_changes_with_a_file(tmp_path, monkeypatch):
    folder = tmp_path / "src/haidang/web/static/haidang"
    folder.mkdir(parents=True)
    (tmp_path / "requirements.lock").touch()
    monkeypatch.setattr(collecting, "ROOT", tmp_path)
    seen = {collecting._fingerprint()}

    for content in ("a", "b"):
        (folder / "staff.css").write_text(content)
        seen.add(collecting._fingerprint())

    assert len(seen) == 3
