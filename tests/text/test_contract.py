"""The JSON object that `haidang read --json` prints."""

import json

from haidang.text import Unreadable, contract, read
from haidang.text.contract import refusal
from tests.text.plans import DECISION, FOUNDING, PLAN_BY_LINES, reading_of


def test_every_field_of_the_contract_is_there():
    printed = contract(read(FOUNDING), "a/plan.txt")

    assert set(printed) == {
        "file", "number", "symbol", "document_type", "issuer", "superior", "place", "date",
        "title", "year", "legal_bases", "references", "sections", "tasks", "targets", "addressees",
        "recipients", "signer_authority", "signer_title", "signer_name", "warnings", "spans",
        "text",
    }  # fmt: skip
    assert printed["file"] == "a/plan.txt"
    assert (printed["signer_authority"], printed["addressees"]) == ("KT. CHỦ TỊCH", None)
    assert printed["spans"][0] == {"start": 0, "end": 2, "bucket": "formality", "sentence": False}
    assert json.loads(json.dumps(printed)) == printed


def test_a_deadline_without_a_year_keeps_its_words():
    task = contract(read(FOUNDING), "x")["tasks"][-1]

    assert task["text"].startswith("thực hiện báo cáo kết quả")
    assert {key: task[key] for key in list(task)[list(task).index("deadline") :]} == {
        "deadline": "trước ngày 30 tháng 11",
        "deadline_text": "trước ngày 30 tháng 11",
        "deadline_rule": "before-day-month",
        "deadline_start": 7574,
        "deadline_end": 7596,
        "deadline_certainty": "low",
        "deadline_repeats": None,
        "due_on": "2024-11-29",
        "or_on": "2023-11-29",
        "from_on": None,
        "until_on": "2024-11-29",
        "year_from": "plan",
        "counted_from": "plan-year",
    }


def test_a_whole_date_is_given_as_iso():
    task = contract(reading_of(PLAN_BY_LINES), "x")["tasks"][-1]

    assert (task["deadline"], task["deadline_text"]) == ("2025-08-15", "Trước ngày 15/8/2025")
    assert (task["due_on"], task["certainty"]) == ("2025-08-14", "high")


def test_a_task_without_a_deadline_has_nulls():
    task = contract(read(FOUNDING), "x")["tasks"][0]

    assert (task["unit"], task["deadline"], task["deadline_rule"]) == (None, None, None)
    assert (task["label"], task["coordinate"], task["recurrence"]) == ("II.1", [], None)


def test_bases_and_sections_are_given():
    printed = contract(reading_of(DECISION), "x")

    assert printed["legal_bases"][1] == {
        "kind": "Nghị định",
        "number": "72/2015/NĐ-CP",
        "date": "2015-09-07",
        "issuer": "Chính phủ",
        "title": None,
    }
    assert printed["signer_authority"] == "TL. CHỦ TỊCH / KT. CHÁNH VĂN PHÒNG"
    first = printed["sections"][0]
    assert (first["label"], first["level"], first["title"]) == ("Điều 1", 1, None)
    assert printed["text"][first["start"] : first["end"]].startswith("Điều 1.")


def test_references_and_targets_are_given():
    basis, goal = "Kế hoạch số 12/KH-UBND", "Từ 2,5 đến 3% hộ."
    text = f"KẾ HOẠCH\nNăm 2024\n\nCăn cứ {basis};\n\nI. MỤC TIÊU\n\n- {goal}\n"

    printed = contract(reading_of(text), "x")

    assert json.loads(json.dumps(printed)) == printed
    assert [(r["code"], r["is_basis"], r["citations"]) for r in printed["references"]] == [
        ("12/KH-UBND", True, [{"start": 26, "end": 26 + len(basis), "is_whole": True}])
    ]
    assert printed["targets"] == [
        {
            "text": goal,
            "start": text.index(goal),
            "end": text.index(goal) + len(goal),
            "quantity": "2.5",
            "upper": "3",
            "measure": "%",
            "bound": "exactly",
            "scope": "hộ",
            "year": 2024,
            "certainty": "high",
        }
    ]


def test_a_refusal_names_its_code():
    assert refusal(Unreadable("empty", "Tệp rỗng."), "a.txt") == {
        "file": "a.txt",
        "error": "empty",
        "message": "Tệp rỗng.",
    }
