import pytest

from haidang.console import fix, lock
from haidang.console.say import Trouble


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project that needs nothing, so that nothing has to be looked up."""
    monkeypatch.setattr(lock, "ROOT", tmp_path)
    monkeypatch.setattr(fix, "ROOT", tmp_path)
    (tmp_path / "pyproject.toml").write_text(
        "[project]\nname = 'x'\nversion = '1'\nrequires-python = '>=3.11'\ndependencies = []\n"
        "[dependency-groups]\ndev = []\n"
    )
    return tmp_path


def test_lock_makes_both_files(project, capsys):
    assert lock.run([]) == 0

    assert capsys.readouterr().out == "  requirements.lock\n  requirements-dev.lock\n"
    assert [path.name for path in sorted(project.glob("*.lock"))] == [
        "requirements-dev.lock",
        "requirements.lock",
    ]


def test_lock_says_what_cannot_be_resolved(project):
    (project / "pyproject.toml").write_text("[project]\nname = 'x'\n")

    with pytest.raises(Trouble, match=r"Không làm được requirements.lock"):
        lock.run([])


def test_fix_formats_mends_and_draws(project, place, monkeypatch):
    monkeypatch.setattr(fix.states, "PAGE", project / "states.md")
    (project / "a.py").write_text("import os\nimport sys\nprint( sys.path )\n")

    assert fix.run([]) == 0

    assert (project / "a.py").read_text() == "import sys\n\nprint(sys.path)\n"
    assert (project / "states.md").read_text("utf-8") == fix.states.drawing()
