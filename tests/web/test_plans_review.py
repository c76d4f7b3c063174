"""The grown reading page: the way through it, what stands beside the words, long documents."""

import gzip
import re

import pytest

from haidang.plans import commands
from haidang.plans.enums import PlanStatus
from haidang.web.views.plans.card_runs import MANY as MANY_CARDS
from haidang.web.views.plans.source import MANY as MANY_SENTENCES
from tests.makers import make_authority
from tests.makers.plans import PLAN, make_adopted, make_plan

pytestmark = pytest.mark.django_db


def long_plan(authority, duties):
    """A plan of so many directions, one sentence each, in sections of ten."""
    lines = [
        f"{number // 10 + 1}. Việc nhóm {number // 10 + 1}\n\n" * (number % 10 == 0)
        + f"- Tuyên truyền việc thứ {number} của huyện về biển, đảo.\n\n"
        for number in range(duties)
    ]
    text = f"KẾ HOẠCH\nNăm 2024\n\nII. PHƯƠNG HƯỚNG\n\n{''.join(lines)}"
    return make_plan(authority, text=text)


def keys_on(page):
    """Where each key leads, or what it presses."""
    return set(re.findall(r'data-key="(.)"', page.text))


def test_every_key_presses_something_that_is_there(drafter, authority):
    plan = make_plan(authority)
    task = plan.tasks.get(label="III.1.a")

    page = drafter.get(f"/ke-hoach/{plan.pk}/", {"viec": task.pk})

    assert keys_on(page) == {"j", "k", "c", "n", "s", "b", "x", "?"}
    told = set(re.findall(r"<kbd>(.)</kbd>", page.text))
    assert {key.upper() for key in keys_on(page)} <= told


def test_who_only_looks_has_the_keys_of_the_way_alone(client, authority):
    plan = make_plan(authority)
    client.force_login(authority.leader)

    assert keys_on(client.get(f"/ke-hoach/{plan.pk}/")) == {"j", "k", "?"}


def test_the_way_leads_through_every_sentence_and_back(drafter, authority):
    plan = make_plan(authority)
    sentences = list(plan.items.filter(is_sentence=True))
    way, walked = f"cau={sentences[0].pk}", []
    while way:
        page = drafter.get(f"/ke-hoach/{plan.pk}/?{way}")
        walked.append(page.context["lamp"].item)
        way = page.context["way"].next

    assert walked == sentences
    assert page.context["way"].previous == f"cau={sentences[-2].pk}"
    assert page.context["way"].number == len(sentences)


def test_the_way_leads_to_what_waits_next_and_round(drafter, authority):
    plan = make_plan(authority)
    tasks = list(plan.tasks.all())
    for task in tasks[1:4]:
        commands.accept_task(task=task, by=authority.drafter)

    def waiting(task):
        return drafter.get(f"/ke-hoach/{plan.pk}/", {"viec": task.pk}).context["way"].waiting

    assert waiting(tasks[0]) == f"viec={tasks[4].pk}"
    assert waiting(tasks[-1]) == f"viec={tasks[0].pk}"


def test_a_sorted_sentence_can_be_looked_at_and_sorted_anew(drafter, authority):
    plan = make_plan(authority)
    item = plan.items.filter(is_sentence=True, bucket="purpose").first()

    page = drafter.get(f"/ke-hoach/{plan.pk}/", {"cau": item.pk})

    assert page.context["lamp"].task is None
    assert f'id="viec-cau-{item.pk}" aria-current="true"' in page.text
    assert f'href="/ke-hoach/cau/{item.pk}/xep-loai/" data-key="x"' in page.text


def test_a_candidate_becomes_the_owner_with_one_press(drafter, authority):
    text = PLAN.replace("3. Trạm Khí tượng Biển Xa", "3. Phòng Thông tin và Văn hóa huyện")
    plan = make_plan(authority, text=text)
    task = plan.tasks.get(label="III.3.a")

    chosen = {"owner": f"u{authority.office.pk}", "seen": task.version}
    page = drafter.post(f"/ke-hoach/viec/{task.pk}/chon-don-vi/", chosen, follow=True)

    task.refresh_from_db()
    assert task.owners == [authority.office]
    assert "III.3.a: giao Phòng Văn hóa và Thông tin huyện." in page.text
    assert page.context["open_meanings"] == []


def test_a_candidate_takes_the_place_of_a_guess_alone(drafter, authority):
    plan = make_plan(authority)
    task = plan.tasks.get(label="III.2.a")
    first, second, third = authority.communes
    commands.change_task(task=task, owners=[first, second], by=authority.drafter)

    drafter.post(
        f"/ke-hoach/viec/{task.pk}/chon-don-vi/",
        {"owner": f"u{third.pk}", "instead": f"u{first.pk}"},
    )

    task.refresh_from_db()
    assert task.owners == [third, second]


def test_an_owner_of_another_authority_is_not_taken(drafter, authority):
    plan = make_plan(authority)
    task = plan.tasks.get(label="III.3.a")
    stranger = make_authority(communes=1).office

    response = drafter.post(f"/ke-hoach/viec/{task.pk}/chon-don-vi/", {"owner": f"u{stranger.pk}"})

    assert response.url == f"/ke-hoach/viec/{task.pk}/sua/"
    task.refresh_from_db()
    assert task.owners == []


def test_the_card_says_where_the_words_stand(drafter, authority):
    plan = make_plan(authority)
    task = plan.tasks.get(label="III.2.b")

    page = drafter.get(f"/ke-hoach/{plan.pk}/", {"viec": task.pk})

    line = plan.revision.text[: task.start].count("\n") + 1
    assert page.context["place"] == f"dòng {line}"
    assert f"Dòng {line}" in page.text
    assert "Trang gốc" not in page.text


def test_targets_are_listed_with_their_sentence(drafter, authority):
    more = (
        "- Phấn đấu ít nhất 80% số hộ dân được nghe tuyên truyền về biển, đảo trong năm 2024.\n\n"
    )
    plan = make_plan(authority, text=PLAN.replace("III. TỔ CHỨC", f"{more}III. TỔ CHỨC"))
    target = plan.targets.get()

    page = drafter.get(f"/ke-hoach/{plan.pk}/")

    assert "1 chỉ tiêu" in page.text
    assert "<b>ít nhất 80%</b>" in page.text
    assert f'href="?cau={target.item_id}#dang-xem"' in page.text


def test_a_legal_basis_leads_to_its_plan_in_the_register(drafter, authority):
    above = make_plan(authority, text=PLAN.replace("Số: 7/KH-UBND", "Số: 5/KH-UBND"))
    citing = PLAN.replace(
        "Quyết định số 1/QĐ-UBND ngày 29/9/2023 của Ủy ban nhân dân tỉnh",
        "Kế hoạch số 5/KH-UBND ngày 12/10/2023 của Ủy ban nhân dân huyện Thử",
    )
    plan = make_plan(authority, text=citing)

    page = drafter.get(f"/ke-hoach/{plan.pk}/")

    assert "1 căn cứ pháp lý" in page.text
    assert f'Có trong sổ: <a href="/ke-hoach/{above.pk}/">5/KH-UBND</a>' in page.text


def test_a_task_tells_its_history(drafter, authority):
    plan = make_plan(authority)
    task = plan.tasks.get(label="III.2.a")
    commands.change_task(task=task, title="Lập kế hoạch", by=authority.drafter)

    for page in (f"/ke-hoach/{plan.pk}/?viec={task.pk}", f"/ke-hoach/viec/{task.pk}/sua/"):
        text = drafter.get(page).text
        assert "Lịch sử việc này (2)" in text
        assert "→ Lập kế hoạch" in text


def test_the_page_of_a_task_names_all_its_owners_and_its_history(drafter, authority):
    plan = make_plan(authority)
    task = plan.tasks.get(label="III.2.a")
    commands.change_task(task=task, owners=authority.communes[:2], by=authority.drafter)
    for row in plan.tasks.all():
        if row.has_owner or row.kind == "direction":
            commands.accept_task(task=row, by=authority.drafter)
        else:
            commands.refuse_task(task=row, reason="Không có đơn vị này", by=authority.drafter)
    commands.adopt_plan(plan=plan, by=authority.drafter)

    page = drafter.get(f"/nv/{task.pk}")

    names = "; ".join(commune.name for commune in authority.communes[:2])
    assert names in page.text
    assert "Lịch sử việc này (4)" in page.text


def test_the_certain_tasks_are_named_before_they_are_taken(drafter, authority):
    plan = make_plan(authority)

    page = drafter.get(f"/ke-hoach/{plan.pk}/")

    assert "4 việc chắc chắn, nhận cùng lúc" in page.text
    for task in page.context["certain"]:
        assert f'name="seen" value="{task.pk}:{task.version}" checked' in page.text


def test_only_ticked_tasks_are_taken(drafter, authority):
    plan = make_plan(authority)
    first, second = plan.tasks.all()[:2]

    ticked = {"seen": [f"{first.pk}:{first.version}", "x:1", f"{second.pk}:"]}
    drafter.post(f"/ke-hoach/{plan.pk}/nhan-viec-chac-chan/", ticked)

    assert [task.label for task in plan.tasks.filter(status="accepted")] == ["II.1"]


def test_withdraw_plan_asks_why_and_takes_it_off_the_list(drafter, authority):
    plan = make_plan(authority)
    url = f"/ke-hoach/{plan.pk}/rut/"

    assert drafter.post(url, {"reason": ""}).status_code == 422
    page = drafter.post(url, {"reason": "Tải nhầm tệp"}, follow=True)

    plan.refresh_from_db()
    assert plan.status == PlanStatus.WITHDRAWN
    assert list(page.context["plans"]) == []
    assert "Văn bản vẫn còn trong sổ" in page.text
    shown = drafter.get(f"/ke-hoach/{plan.pk}/")
    assert "Kế hoạch này đã được rút. Lý do: Tải nhầm tệp" in shown.text
    assert keys_on(shown) == {"j", "k", "?"}


def test_withdraw_plan_is_not_there_for_others_or_afterwards(drafter, client, authority):
    adopted, plan = make_adopted(authority), make_plan(authority, text=PLAN + "\n")

    assert drafter.get(f"/ke-hoach/{adopted.pk}/rut/").status_code == 404
    client.force_login(authority.leader)
    assert client.get(f"/ke-hoach/{plan.pk}/rut/").status_code == 404


def test_a_long_plan_sends_what_is_near_and_a_way_to_the_rest(drafter, authority):
    plan = long_plan(authority, MANY_SENTENCES + 60)

    page = drafter.get(f"/ke-hoach/{plan.pk}/")

    away = [entry for entry in page.context["entries"] if entry.kind == "fold"]
    assert away
    assert all(entry.here and not entry.entries for entry in away)
    far = [run for run in page.context["runs"] if run.here]
    assert far
    assert len(gzip.compress(page.content)) <= 25_000
    assert "Hiện cả văn bản" in page.text
    opened = drafter.get(f"/ke-hoach/{plan.pk}/?{away[-1].here}")
    assert opened.context["lamp"].item.pk == int(away[-1].here.removeprefix("cau="))


def test_a_long_plan_can_be_seen_whole(drafter, authority):
    plan = long_plan(authority, MANY_SENTENCES + 10)

    page = drafter.get(f"/ke-hoach/{plan.pk}/", {"ca": "1"})

    shown = re.findall(r'id="cau-(\d+)"', page.text)
    assert list(map(int, shown)) == [item.pk for item in plan.items.filter(is_sentence=True)]


def test_many_cards_are_windowed_by_their_state(drafter, authority):
    plan = long_plan(authority, MANY_CARDS + 10)
    for task in plan.tasks.all()[:20]:
        commands.accept_task(task=task, by=authority.drafter)

    runs = drafter.get(f"/ke-hoach/{plan.pk}/").context["runs"]

    assert [(run.words, run.is_decided) for run in runs if run.here] == [
        ("II.1.a đến II.1.h: 8 nhiệm vụ đã nhận", True),
        ("II.4.d đến II.7.k: 37 nhiệm vụ chờ xem", False),
    ]


def test_the_reading_page_takes_as_many_queries_for_three_hundred_tasks(
    drafter, authority, count_queries
):
    few, many = long_plan(authority, 12), long_plan(authority, 300)

    counts = [count_queries(drafter, f"/ke-hoach/{plan.pk}/") for plan in (few, many)]

    assert counts[0] == counts[1]
    assert counts[0] <= 40
