"""Addresses of the cascade: the detailed plan of a unit, and the coverage of a plan by all."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views.plans import answering, coverage, detailed, detailed_paper

PLAN = "ke-hoach/<int:pk>"
OWN = f"{PLAN}/cu-the"

urlpatterns: list[URLPattern | URLResolver] = [
    path(f"{OWN}/", detailed.detailed_plan, name="detailed-plan"),
    path(f"{OWN}/bat-dau/", detailed.start_detailed_plan, name="start-detailed-plan"),
    path(f"{OWN}/muc/<int:task>/", answering.answer_item, name="answer-item"),
    path(f"{OWN}/nhan/", answering.take_up_items, name="take-up-items"),
    path(f"{OWN}/hoan-tac/", answering.take_back_answers, name="take-back-answers"),
    path(f"{OWN}/them/", answering.add_own_item, name="add-own-item"),
    path(f"{OWN}/bo/<int:item>/", answering.drop_own_item, name="drop-own-item"),
    path(f"{OWN}/xem-truoc/", detailed_paper.detailed_preview, name="detailed-preview"),
    path(f"{OWN}/lap-van-ban/", detailed_paper.write_detailed_plan, name="write-detailed-plan"),
    path(f"{OWN}/thuc-hien/", detailed_paper.adopt_detailed_plan, name="adopt-detailed-plan"),
    path(f"{PLAN}/do-phu/", coverage.coverage, name="coverage"),
    path(f"{PLAN}/do-phu/<int:unit>/", coverage.coverage_unit, name="coverage-unit"),
]
