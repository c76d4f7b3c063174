"""`haidang bench` runs the parts that are named, and knows them."""

from haidang.console.bench import run


def test_bench_runs_a_part_that_is_named_and_refuses_others(capfd):
    assert run(["--quick", "checking"]) == 0
    assert "ms" in capfd.readouterr().out

    assert run(["nấu-cơm"]) == 2
    known = capfd.readouterr().out
    assert "reading, checking, writing, comparing, consolidating, history, lastday" in known
