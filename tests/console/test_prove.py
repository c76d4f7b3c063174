import pytest

from haidang.console import prove
from haidang.console.promises import PROMISES, STILL_OPEN
from haidang.console.say import Trouble

SUITE = '''
import pytest
from hypothesis import given, strategies as st

@pytest.mark.promise("N1")
def test_seed_is_read_whole(proof):
    """Kế hoạch gốc được đọc trọn."""
    proof(times=217, figure="0 ký tự mất")

@pytest.mark.promise("N1", "N2")
@given(st.integers())
def test_any_number_is_read(number):
    assert str(number)

@pytest.mark.promise("N3")
def test_a_vague_phrase_gives_no_date():
    assert "thường xuyên" == "31/12"

@pytest.mark.promise("N6")
@pytest.mark.skip(reason="thiếu soffice")
def test_needs_a_program():
    pass

def test_of_no_promise():
    raise AssertionError("never run by prove")
'''


def entry(number="N1", **changed):
    plain = {"test": "tests/t.py::test_t", "promises": [number], "tried": "việc", "times": 1}
    return plain | {"figure": "", "holds": True, "skipped": False} | changed


def test_every_promise_of_the_design_has_its_name():
    assert list(PROMISES) == [f"N{number}" for number in range(1, 31)]


@pytest.fixture(scope="module")
def gathered(tmp_path_factory, elsewhere):
    folder = tmp_path_factory.mktemp("suite")
    (folder / "test_suite.py").write_text(SUITE, "utf-8")
    wanted, notes = ["N1", "N2", "N3", "N6"], folder / "notes.json"
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("CI", raising=False)  # there a skip is a failure
        entries, said = prove.gather(wanted, notes, *elsewhere, str(folder))
    return {entry["test"].rpartition("::")[2]: entry for entry in entries}, said


def test_gather_runs_the_tests_of_the_promises_and_no_other(gathered):
    entries, said = gathered

    assert sorted(entries) == [
        "test_a_vague_phrase_gives_no_date",
        "test_any_number_is_read",
        "test_needs_a_program",
        "test_seed_is_read_whole",
    ]
    assert "1 failed, 2 passed, 1 skipped" in said


def test_gather_notes_what_a_test_says_of_itself(gathered):
    noted = gathered[0]["test_seed_is_read_whole"]

    assert noted["tried"] == "Kế hoạch gốc được đọc trọn."
    assert (noted["times"], noted["figure"]) == (217, "0 ký tự mất")
    assert (noted["promises"], noted["holds"]) == (["N1"], True)


def test_gather_counts_the_examples_of_a_law(gathered):
    noted = gathered[0]["test_any_number_is_read"]

    assert (noted["tried"], noted["times"]) == ("any number is read", 300)
    assert noted["promises"] == ["N1", "N2"]


def test_gather_notes_how_a_test_ended(gathered):
    failed, skipped = "test_a_vague_phrase_gives_no_date", "test_needs_a_program"

    assert [(gathered[0][t]["holds"], gathered[0][t]["skipped"]) for t in (failed, skipped)] == [
        (False, False),
        (False, True),
    ]


def test_report_shows_what_was_tried_how_often_and_the_figure():
    noted = [entry(tried="đọc kế hoạch gốc", times=1200, figure="17/17 nhiệm vụ")]

    assert prove.report(["N1"], noted) == (
        f"\n✓ N1  {PROMISES['N1']}  giữ / holds\n"
        "      ✓ đọc kế hoạch gốc (1.200 lần) → 17/17 nhiệm vụ\n"
        "\n1 lời hứa: giữ 1"
    )


def test_report_says_once_what_was_tried_in_several_ways():
    noted = [entry(tried="tệp", figure=".txt"), entry(tried="tệp", times=2, figure=".docx")]

    assert "      ✓ tệp (3 lần) → .txt; .docx\n" in prove.report(["N1"], noted)


def test_report_says_not_yet_where_nothing_was_tried():
    assert prove.report(["N20"], [entry("N1")]) == (
        f"\n· N20 {PROMISES['N20']}  chưa có / not yet\n\n1 lời hứa: chưa có 1"
    )


def test_report_names_the_test_that_broke_a_promise():
    said = prove.report(["N1"], [entry(), entry(holds=False, test="tests/t.py::test_broken")])

    assert "KHÔNG GIỮ / broken" in said
    assert "        tests/t.py::test_broken" in said
    assert said.endswith("1 lời hứa: KHÔNG GIỮ 1")


def test_report_does_not_call_a_promise_kept_that_could_not_be_tried():
    said = prove.report(["N1"], [entry(), entry(holds=False, skipped=True)])

    assert "chưa thử được / could not be tried here" in said
    assert "\n1 lời hứa: chưa thử được 1" in said


def test_report_says_what_is_still_untried_of_a_promise_kept_in_part():
    said = prove.report(["N28"], [entry("N28")])

    assert "giữ một phần / holds in part" in said
    assert f"chưa thử: {STILL_OPEN['N28']}" in said
    assert said.endswith("1 lời hứa: giữ một phần 1")


@pytest.mark.parametrize(("promise", "status"), [("N1", 0), ("N3", 1), ("N20", 0)])
def test_prove_ends_badly_only_where_a_promise_is_broken(
    tmp_path, elsewhere, capsys, promise, status
):
    (tmp_path / "test_suite.py").write_text(SUITE, "utf-8")

    assert prove.run([promise.lower(), "--", *elsewhere, str(tmp_path)]) == status

    said = capsys.readouterr().out
    assert PROMISES[promise] in said
    assert "Python 3." in said
    assert ("1 failed" in said) == (status == 1)


def test_a_strange_promise_is_refused():
    with pytest.raises(Trouble, match="N31, XYZ"):
        prove.run(["n1", "n31", "xyz"])


def test_a_suite_that_cannot_run_is_trouble(tmp_path, elsewhere):
    (tmp_path / "test_broken.py").write_text("import nothing_of_this_name")

    with pytest.raises(Trouble, match="nothing_of_this_name"):
        prove.gather(["N1"], tmp_path / "notes.json", *elsewhere, str(tmp_path))
